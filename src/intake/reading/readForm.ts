/** Reads a sent workbook by the forms it may hold: headings found, rows mapped, everything else told. */
import type { Problem } from "../../kernel/problems.ts";
import { type SheetRow, shownText } from "./cell.ts";
import type { FormDefinition } from "./forms.ts";
import { legacyHeadings, noForm } from "./headingProblems.ts";
import { findHeadings, HEADING_ROWS, type Headings, headingScore } from "./headings.ts";
import { findLegacyCode } from "./legacyCode.ts";
import { DEFAULT_LIMITS, type ReadingLimits } from "./limits.ts";
import { tooManyRows } from "./refusals.ts";
import { type ClassifiedRow, type RowClassifier, rowClassifier } from "./rows.ts";
import { readSheets } from "./sheets.ts";
import type { SentFile } from "./sniff.ts";

export type FormEvent =
  /** A sheet that is read by a form; its rows follow. */
  | { readonly kind: "sheet"; readonly sheet: string; readonly hidden: boolean; readonly headings: Headings }
  /** A sheet that is not read, and why; the others go on. */
  | { readonly kind: "skipped"; readonly sheet: string; readonly problems: readonly [Problem, ...Problem[]] }
  | { readonly kind: "row"; readonly sheet: string; readonly row: ClassifiedRow }
  /** Always last, unless refused. */
  | { readonly kind: "end"; readonly rows: number; readonly passedOver: number }
  | { readonly kind: "refused"; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * For each sheet the form whose headings match best is read. `skipped` tells of a sheet without such headings, or with
 * a required one missing; a file in which no sheet can be read is refused, and then nothing that came before may be
 * taken. Throws only what the operating system throws.
 */
export async function* readForm(
  file: SentFile,
  forms: readonly FormDefinition[],
  limits: ReadingLimits = DEFAULT_LIMITS,
): AsyncGenerator<FormEvent, void, undefined> {
  const counts = { rows: 0, passedOver: 0, sheets: 0 };
  const reasons: Problem[] = [];
  let current: OpenSheet | null = null;
  const count = (event: FormEvent): FormEvent => {
    if (event.kind === "sheet") counts.sheets++;
    if (event.kind === "skipped") reasons.push(...event.problems);
    if (event.kind === "row") counts[event.row.kind === "data" ? "rows" : "passedOver"]++;
    return event;
  };
  for await (const event of readSheets(file, limits)) {
    if (event.kind === "refused") return yield event;
    if (event.kind === "sheet") {
      if (current !== null) for (const e of current.end()) yield count(e);
      current = openSheet(event.name, event.hidden, forms);
      continue;
    }
    for (const e of current?.row(event.row) ?? []) yield count(e);
    if (counts.rows > limits.maxRows) {
      return yield { kind: "refused", problems: [tooManyRows(event.sheet, limits)] };
    }
  }
  if (current !== null) for (const e of current.end()) yield count(e);
  if (counts.sheets === 0) return yield { kind: "refused", problems: whyNoSheet(reasons) };
  yield { kind: "end", rows: counts.rows, passedOver: counts.passedOver };
}

/** What is nearly right is worth saying; sheets without any headings are summed up in one sentence. */
function whyNoSheet(reasons: readonly Problem[]): readonly [Problem, ...Problem[]] {
  const [first, ...rest] = reasons.filter((p) => p.code !== "heading.not-found");
  return first === undefined ? [noForm()] : [first, ...rest];
}

type OpenSheet = { row(row: SheetRow): readonly FormEvent[]; end(): readonly FormEvent[] };

/** Holds the first rows back until the headings are found among them. */
function openSheet(sheet: string, hidden: boolean, forms: readonly FormDefinition[]): OpenSheet {
  let held: SheetRow[] | null = [];
  let classify: RowClassifier | null = null;
  const classified = (row: SheetRow): readonly FormEvent[] =>
    classify === null ? [] : [{ kind: "row", sheet, row: classify(row) }];
  const begin = (): readonly FormEvent[] => {
    const rows = held ?? [];
    held = null;
    if (rows.length === 0) return [];
    const found = bestForm(sheet, rows, forms);
    if (!found.ok) return [{ kind: "skipped", sheet, problems: found.problems }];
    const data = rows.filter((row) => row.row > found.headings.lastRow);
    classify = rowClassifier(found.form, found.headings, data);
    return [{ kind: "sheet", sheet, hidden, headings: found.headings }, ...data.flatMap(classified)];
  };
  return {
    row(row) {
      if (held === null) return classified(row);
      held.push(row);
      return held.length >= HEADING_ROWS ? begin() : [];
    },
    end: () => (held === null ? [] : begin()),
  };
}

type Found =
  | { readonly ok: true; readonly form: FormDefinition; readonly headings: Headings }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

function bestForm(sheet: string, rows: readonly SheetRow[], forms: readonly FormDefinition[]): Found {
  let best: { form: FormDefinition; score: number } | null = null;
  for (const form of forms) {
    const score = headingScore(rows, form);
    if (best === null || score > best.score) best = { form, score };
  }
  if (best === null) throw new RangeError("at least one form is needed to read a workbook");
  const headings = findHeadings(rows, best.form);
  if (headings.ok) return { ok: true, form: best.form, headings: headings.value };
  const texts = rows.flatMap((row) => row.cells.map(shownText));
  const legacy = best.score === 0 && texts.filter((t) => findLegacyCode(t) !== null).length > 1;
  return { ok: false, problems: legacy ? [legacyHeadings(sheet)] : headings.problems };
}
