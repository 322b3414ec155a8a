/** The answers that the screens of intake read. */
import { z } from "zod";

export const outcome = z.enum(["create", "change", "nothing", "refused", "question"]);
export type RowOutcome = z.infer<typeof outcome>;

const count = z.number().int();
const file = z.object({ name: z.string(), sha256: z.string(), size: z.number() });
const problem = z.object({
  code: z.string(),
  field: z.string().nullable(),
  message: z.string(),
  remedy: z.string(),
});

export const previewCell = z.object({
  cell: z.string(),
  column: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  outcome,
  why: z.string().nullable(),
});
export const previewRow = z.object({
  sheet: z.string(),
  row: count,
  label: z.string(),
  outcome,
  cells: z.array(previewCell),
  problems: z.array(problem),
  choices: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
});
export type PreviewRow = z.infer<typeof previewRow>;

export const preview = z.object({
  id: z.string(),
  file,
  basedOnCommit: count,
  counts: z.object({ create: count, change: count, nothing: count, refused: count, question: count }),
  sheets: z.array(z.string()),
  rows: z.array(previewRow),
  /** After which row the next page begins; null where these are all. */
  next: z.string().nullable(),
  documents: z.array(z.object({ label: z.string(), isNew: z.boolean() })),
  problems: z.array(problem),
  /** Sheets and columns that were left aside. */
  notices: z.array(problem),
  /** Rows that were taken for headings, totals or remarks and hold no data. */
  passedOver: z.object({
    count,
    first: z.array(z.object({ sheet: z.string(), row: count, text: z.string() })),
  }),
  /** The import in force of this very file. */
  already: z.object({ id: z.string(), commit: count, at: z.string() }).nullable(),
});
export type Preview = z.infer<typeof preview>;

/** A refusal because the register moved: it carries what the file would change now. */
export const conflict = z.object({ preview });

export const applied = z.object({
  id: z.string(),
  commit: count,
  at: z.string(),
  changes: count,
  already: z.boolean(),
});

export const pastImport = z.object({
  id: z.string(),
  file,
  at: z.string(),
  author: z.string(),
  commit: count,
  rows: count,
  changes: count,
  withdrawn: z.object({ commit: count, at: z.string() }).nullable(),
});
export type PastImport = z.infer<typeof pastImport>;
export const importList = z.object({ items: z.array(pastImport) });

/** How many rows would be recorded. */
export function rowsToRecord({ counts }: Pick<Preview, "counts">): number {
  return counts.create + counts.change;
}

/** Why a preview cannot be recorded yet, or null where it can. */
export function hindrance(shown: Preview): "refused" | "question" | "nothing" | null {
  if (shown.problems.length > 0 || shown.counts.refused > 0) return "refused";
  if (shown.counts.question > 0) return "question";
  return rowsToRecord(shown) === 0 ? "nothing" : null;
}

/** What a person should look at first: what is refused, asked, changed, new; null (all rows) where nothing moves. */
export function firstOutcome({ counts }: Pick<Preview, "counts">): RowOutcome | null {
  const inOrder = ["refused", "question", "change", "create"] as const;
  return inOrder.find((o) => counts[o] > 0) ?? null;
}
