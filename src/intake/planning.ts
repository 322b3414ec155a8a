/**
 * Reads a workbook and says what each of its rows would do to the register, in one streamed pass and a small memory:
 * rows are judged some hundred at a time, each on the register and on the rows above it.
 */
import { createHash } from "node:crypto";
import { done, type Outcome, type Problem } from "../kernel/problems.ts";
import { documentLabel } from "../register/public.ts";
import { planCapital } from "./capitalRows.ts";
import { planClaims } from "./claimRows.ts";
import { FORMS, type Form, type FormKey, formOf, rankOf } from "./forms.ts";
import { lineOf } from "./lines.ts";
import { fetchPapers, planPaper } from "./papers.ts";
import type { Parts, PlannedRow, RowOutcome } from "./plan.ts";
import { columnLetters } from "./reading/cell.ts";
import { type FormEvent, readForm } from "./reading/readForm.ts";
import type { DataRow } from "./reading/rows.ts";
import type { SentFile } from "./reading/sniff.ts";
import { openSheet, RowReader, type SheetAt } from "./rowReader.ts";
import { planSubjects } from "./subjectRows.ts";
import { GUIDE_SHEET } from "./template.ts";
import { openWorkbench, type Sources, type Workbench } from "./workbench.ts";
import { movesWithoutReason } from "./zoneMoves.ts";
import { planZones } from "./zoneRows.ts";

export type Counts = Readonly<Record<RowOutcome, number>>;

/** Rows that are no data (totals, titles, signatures): how many, and the first of them. */
export type PassedOver = {
  readonly count: number;
  readonly first: ReadonlyArray<{ readonly sheet: string; readonly row: number; readonly text: string }>;
};

/** A sheet that was read, with the letters of its columns by their keys. */
export type PlannedSheet = {
  readonly name: string;
  readonly form: FormKey;
  readonly columns: Readonly<Record<string, string>>;
};

export type Plan = {
  readonly sheets: readonly PlannedSheet[];
  readonly rows: number;
  readonly counts: Counts;
  readonly passedOver: PassedOver;
  /** The papers that rows rest on, as they are first named. */
  readonly documents: ReadonlyArray<{ readonly label: string; readonly isNew: boolean }>;
  /** What speaks against the workbook as a whole: sheets that can't be read, moves that lack a reason. */
  readonly problems: readonly Problem[];
  /** What was left aside without harm: other sheets, other columns. */
  readonly notices: readonly Problem[];
  /** Hash of all that is decided, hexadecimal: the same file on the same register gives the same. */
  readonly digest: string;
  readonly parts: Parts;
  readonly expected: ReadonlyMap<string, number>;
};

/** Told each planned row as its line, in order; `begin` comes first, and again where all is planned anew. */
export type RowSink = { readonly begin: () => void; readonly line: (line: string) => void };

const CHUNK = 250;
const FIRST_PASSED_OVER = 50;

/** Plans a whole workbook. Refused where the file can't be read as a workbook of any known form. */
export async function planWorkbook(file: SentFile, sources: Sources, sink: RowSink): Promise<Outcome<Plan>> {
  const inOrder = await runPasses(file, sources, { sink, forms: null });
  if (inOrder !== "outOfOrder") return inOrder;
  const sheetBySheet = await runPasses(file, sources, { sink, forms: FORMS });
  if (sheetBySheet === "outOfOrder") throw new Error("one form a pass has no order to be out of");
  return sheetBySheet;
}

type Run = {
  readonly bench: Workbench;
  readonly sink: RowSink;
  readonly hash: ReturnType<typeof createHash>;
  readonly counts: Record<RowOutcome, number>;
  readonly sheets: PlannedSheet[];
  readonly problems: Problem[];
  readonly notices: Problem[];
  readonly passedOver: { count: number; first: Array<PassedOver["first"][number]> };
  rows: number;
};

type Passes = { readonly sink: RowSink; readonly forms: readonly Form[] | null };

/** One pass where the sheets stand in the order of the forms; else one a form. */
async function runPasses(
  file: SentFile,
  sources: Sources,
  passes: Passes,
): Promise<Outcome<Plan> | "outOfOrder"> {
  passes.sink.begin();
  const run: Run = {
    bench: await openWorkbench(sources),
    sink: passes.sink,
    hash: createHash("sha256"),
    counts: { create: 0, change: 0, nothing: 0, refused: 0, question: 0 },
    sheets: [],
    problems: [],
    notices: [],
    passedOver: { count: 0, first: [] },
    rows: 0,
  };
  for (const [index, only] of (passes.forms ?? [null]).entries()) {
    const outcome = await runPass(file, run, { only, first: index === 0 });
    if (outcome === "outOfOrder") return outcome;
    if (!outcome.ok) return outcome;
  }
  run.problems.push(...(await movesWithoutReason(run.bench)));
  return done(planOf(run));
}

function planOf(run: Run): Plan {
  const { bench } = run;
  const papers = new Set([...bench.papers.values()].flat());
  return {
    sheets: run.sheets,
    rows: run.rows,
    counts: run.counts,
    passedOver: run.passedOver,
    documents: [...papers].map((d) => ({ label: documentLabel(d, "vi"), isNew: bench.newPapers.has(d.id) })),
    problems: run.problems,
    notices: run.notices,
    digest: run.hash.digest("hex"),
    parts: bench.parts,
    expected: bench.expected,
  };
}

type Pass = { readonly only: Form | null; readonly first: boolean };

async function runPass(file: SentFile, run: Run, pass: Pass): Promise<Outcome<null> | "outOfOrder"> {
  let sheet: SheetAt | null = null;
  let highest = -1;
  let chunk: DataRow[] = [];
  const flush = async () => {
    if (sheet !== null && chunk.length > 0) await planChunk(run, sheet, chunk);
    chunk = [];
  };
  for await (const event of readForm(file, FORMS)) {
    if (event.kind === "refused") return { ok: false, problems: event.problems };
    if (event.kind === "row") {
      if (event.row.kind === "data") {
        if (sheet !== null) chunk.push(event.row.row);
      } else if (pass.first && sheet !== null) passOver(run, event.sheet, event.row);
      if (chunk.length === CHUNK) await flush();
      continue;
    }
    await flush();
    if (event.kind !== "sheet") {
      if (event.kind === "skipped" && pass.first) skip(run, event);
      sheet = null;
      continue;
    }
    const form = formOf(event.headings.form);
    const wanted = event.sheet !== GUIDE_SHEET && (pass.only === null || pass.only === form);
    sheet = wanted ? openSheet(event.sheet, form, event.headings.columns) : null;
    if (event.sheet === GUIDE_SHEET) continue;
    if (pass.only === null && rankOf(form) < highest) return "outOfOrder";
    highest = Math.max(highest, rankOf(form));
    if (!pass.first) continue;
    const letters = [...event.headings.columns].map(
      ([key, { column }]) => [key, columnLetters(column)] as const,
    );
    run.sheets.push({ name: event.sheet, form: form.key, columns: Object.fromEntries(letters) });
    run.notices.push(...event.headings.warnings);
  }
  return done(null);
}

/** Headings that lack a required column are a slip to be mended; a sheet without any is another sheet. */
function skip(run: Run, event: Extract<FormEvent, { kind: "skipped" }>): void {
  if (event.sheet === GUIDE_SHEET) return;
  const other = event.problems.every((p) => p.code === "heading.not-found");
  (other ? run.notices : run.problems).push(...event.problems);
}

function passOver(run: Run, sheet: string, row: { readonly rowNumber: number; readonly text: string }): void {
  run.passedOver.count += 1;
  if (run.passedOver.first.length < FIRST_PASSED_OVER) {
    run.passedOver.first.push({ sheet, row: row.rowNumber, text: row.text });
  }
}

async function planChunk(run: Run, sheet: SheetAt, rows: readonly DataRow[]): Promise<void> {
  const readers = rows.map((row) => new RowReader(row, sheet));
  for (const planned of await planRows(sheet.form, readers, run.bench)) {
    run.rows += 1;
    run.counts[planned.outcome] += 1;
    const line = lineOf(planned);
    run.hash.update(line);
    run.sink.line(line);
  }
}

async function planRows(
  { key }: Form,
  readers: readonly RowReader[],
  bench: Workbench,
): Promise<readonly PlannedRow[]> {
  switch (key) {
    case "documents":
      await fetchPapers(
        bench,
        readers.flatMap((r) => [r.peek("key"), r.peek("number")].flatMap((t) => t ?? [])),
      );
      return readers.map((reader) => planPaper(reader, bench));
    case "zones":
      return planZones(readers, bench);
    case "capital":
      return planCapital(readers, bench);
    case "claims":
      return planClaims(readers, bench);
    case "programme":
    case "coverage":
      return planSubjects(key, readers, bench);
  }
}

/** Whether nothing stands against applying: no row refused, none to be asked, every form readable. */
export function isClean(plan: Pick<Plan, "counts" | "problems">): boolean {
  return plan.counts.refused === 0 && plan.counts.question === 0 && plan.problems.length === 0;
}
