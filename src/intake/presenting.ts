/** Previews and imports as the interface answers them, in the asked language. */
import { z } from "zod";
import { isPartialDate, printedDate } from "../kernel/dates.ts";
import type { Problem } from "../kernel/problems.ts";
import type { IsClosed } from "../register/public.ts";
import { type FormColumn, formOf } from "./forms.ts";
import type { PreviewHead, RowPage } from "./keeping.ts";
import { OUTCOMES, type PlannedCell, type PlannedRow, type Shown, WHYS } from "./plan.ts";
import type { PastImport } from "./requests.ts";

type Language = "vi" | "en";

const count = z.number().int();
const file = z.object({ name: z.string(), sha256: z.string(), size: count });
const outcome = z.enum(OUTCOMES);
const shownProblem = z.object({
  code: z.string(),
  field: z.string().nullable().meta({ description: "Sheet and cell, e.g. `Khu và cụm!C7`" }),
  message: z.string(),
  remedy: z.string(),
});

export const previewRow = z.object({
  sheet: z.string(),
  row: count,
  label: z.string(),
  outcome,
  cells: z.array(
    z.object({
      cell: z.string(),
      column: z.string(),
      from: z.string().nullable().meta({ description: "What held on that day until now" }),
      to: z.string().nullable(),
      outcome,
      why: z.string().nullable(),
    }),
  ),
  problems: z.array(shownProblem),
  choices: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
});

export const previewAnswer = z.object({
  id: z.string(),
  file,
  basedOnCommit: count,
  counts: z.object({ create: count, change: count, nothing: count, refused: count, question: count }),
  sheets: z.array(z.string()),
  rows: z.array(previewRow),
  next: z.string().nullable().meta({ description: "Give it as `after` for the next page of rows" }),
  documents: z.array(z.object({ label: z.string(), isNew: z.boolean() })),
  problems: z.array(shownProblem),
  notices: z.array(shownProblem).meta({ description: "Sheets and columns that were left aside" }),
  passedOver: z.object({
    count,
    first: z.array(z.object({ sheet: z.string(), row: count, text: z.string() })),
  }),
  already: z
    .object({ id: z.string(), commit: count, at: z.string() })
    .nullable()
    .meta({ description: "The import in force of this very file" }),
});

/** What was recorded of a preview. */
export const recordedAnswer = z.object({
  id: z.string(),
  commit: z.number().int(),
  at: z.string(),
  changes: z.number().int(),
  already: z.boolean().meta({ description: "The very file is in force; nothing was recorded" }),
});

export const importAnswer = z.object({
  id: z.string(),
  file,
  at: z.string(),
  author: z.string(),
  commit: count,
  rows: count,
  changes: count.meta({ description: "Parts recorded besides the workbook itself" }),
  recorded: z.object({ documents: count, changes: count, entries: count, claims: count }),
  withdrawn: z.object({ commit: count, at: z.string() }).nullable(),
});

/** In which language, and which papers are closed to who looks: what stood there by those is not told. */
type Showing = { readonly language: Language; readonly isClosed: IsClosed };

/** A preview with one page of its rows. */
export function shownPreview(
  head: PreviewHead,
  page: RowPage,
  { language, isClosed }: Showing,
): z.infer<typeof previewAnswer> {
  const { id, file: of, basedOnCommit, counts, documents, passedOver, already } = head;
  const problem = (p: Problem) => shownProblemOf(p, language);
  return {
    id,
    file: of,
    basedOnCommit,
    counts,
    sheets: head.sheets.map((s) => s.name),
    rows: page.rows.map((row) => shownRow(row, head, { language, isClosed })),
    next: page.next,
    documents,
    problems: head.problems.map(problem),
    notices: head.notices.map(problem),
    passedOver,
    already,
  };
}

function shownProblemOf({ code, field, message, remedy }: Problem, language: Language) {
  return { code, field, message: message[language], remedy: remedy[language] };
}

function shownRow(
  row: PlannedRow,
  head: PreviewHead,
  { language, isClosed }: Showing,
): z.infer<typeof previewRow> {
  const letters = head.sheets.find((s) => s.name === row.sheet)?.columns ?? {};
  const columns = new Map(formOf(row.form).columns.map((c) => [c.key, c]));
  return {
    sheet: row.sheet,
    row: row.row,
    label: row.label,
    outcome: row.outcome,
    cells: row.cells.map((cell) => shownCell(cell, { row: row.row, letters, columns, language, isClosed })),
    problems: row.problems.map((p) => shownProblemOf(p, language)),
    ...(row.choices.length === 0 ? {} : { choices: [...row.choices] }),
  };
}

type At = {
  readonly row: number;
  readonly letters: Readonly<Record<string, string>>;
  readonly columns: ReadonlyMap<string, FormColumn>;
  readonly language: Language;
  readonly isClosed: IsClosed;
};

const HIDDEN = {
  vi: "có, theo văn bản mà bạn không được xem",
  en: "there, by a paper that you may not read",
} as const;

function shownCell(cell: PlannedCell, at: At): z.infer<typeof previewRow>["cells"][number] {
  const column = at.columns.get(cell.column);
  const isHidden = cell.from !== null && cell.paper !== undefined && at.isClosed(cell.paper);
  const from = cell.from === null ? null : shownText(cell.from, column, at.language);
  return {
    cell: `${at.letters[cell.column] ?? ""}${at.row}`,
    column: column?.title[at.language] ?? cell.column,
    from: isHidden ? HIDDEN[at.language] : from,
    to: cell.to === null ? null : shownText(cell.to, column, at.language),
    outcome: cell.outcome,
    why: cell.why === null ? null : WHYS[cell.why][at.language],
  };
}

const YES = { vi: { true: "có", false: "không" }, en: { true: "yes", false: "no" } } as const;

/** A value as a reader of the language writes it: ha and tỷ đồng, a date as papers print it, a word by its label. */
export function shownText(value: Shown, column: FormColumn | undefined, language: Language): string {
  if (typeof value === "object") return value.map((v) => shownText(v, column, language)).join("; ");
  if (typeof value === "boolean") return YES[language][value ? "true" : "false"];
  if (typeof value === "number") return shownNumber(value, column, language);
  const word = column?.words?.labels.find(([code]) => code === value)?.[1];
  if (word !== undefined) return word[language];
  return column?.kind === "date" && isPartialDate(value) ? printedDate(value) : value;
}

const DIVISORS = { ha: { by: 10_000, unit: "ha" }, billionDong: { by: 1e9, unit: "tỷ đồng" } } as const;

function shownNumber(value: number, column: FormColumn | undefined, language: Language): string {
  const digits = new Intl.NumberFormat(language === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 9 });
  const kind = column?.kind;
  if (kind !== "ha" && kind !== "billionDong") return digits.format(value);
  const { by, unit } = DIVISORS[kind];
  return `${digits.format(value / by)} ${unit}`;
}

/** An import as lists and pages tell it. */
export function shownImport(past: PastImport): z.infer<typeof importAnswer> {
  const { id, file: of, at, author, commit, rows, recorded, withdrawn } = past;
  const changes = recorded.documents + recorded.changes + recorded.entries + recorded.claims;
  return { id, file: of, at, author, commit, rows, changes, recorded, withdrawn };
}
