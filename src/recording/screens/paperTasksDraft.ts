/** What stands in the form of the tasks of one paper, how it becomes one telling, and how it is kept in the browser. */
import { z } from "zod";
import type { Lang } from "../../web/language.tsx";
import { type RecordingForm, type Telling, telling } from "../vocabulary.ts";
import { type DraftRow, draft, draftRow, findFrame, isWrong } from "./draft.ts";
import { EMPTY_FRAME } from "./tableDraft.ts";
import { findTypedValue } from "./typed.ts";

/** `frame`: the paper and the day. `tasks`: of each what is told, attribute by attribute. */
export const tasksDraft = z.object({ frame: draft, tasks: z.array(z.array(draftRow)).min(1) });
export type TasksDraft = z.infer<typeof tasksDraft>;

/** What is asked of each task, in this order; its name stands above. */
export const TASK_FIELDS = ["due", "unit", "officer", "code", "zone", "project", "places"] as const;

/** As many as one telling holds. */
export const MOST_TASKS = 500;

/** The form with one task in which nothing stands yet. */
export const EMPTY_TASKS: TasksDraft = { frame: EMPTY_FRAME, tasks: [[]] };

const isEmpty = (rows: readonly DraftRow[]) =>
  rows.every((r) => r.text.trim() === "" && r.chosen.length === 0);

/** Whether somebody has typed or chosen anything beside the paper that the form was opened for. */
export function areTasksTouched({ frame, tasks }: TasksDraft): boolean {
  return frame.paper.kind === "new" || tasks.some((rows) => !isEmpty(rows));
}

type Of = { readonly form: RecordingForm; readonly lang: Lang };

/** What some rows tell, attribute by attribute. */
export function rowsTold(rows: readonly DraftRow[], { form, lang }: Of): Telling["set"] {
  const set: Telling["set"] = {};
  for (const row of rows) {
    const field = form.fields.find((f) => f.attribute === row.attribute);
    const value = field === undefined ? null : findTypedValue(row, field.input, lang);
    if (value !== null) set[row.attribute] = value;
  }
  return set;
}

/** The one telling of all tasks; null while something is missing or wrong. A task left empty is none. */
export function findTasksTelling({ frame, tasks }: TasksDraft, of: Of): Telling | null {
  const framed = findFrame(frame);
  const told = tasks.filter((rows) => !isEmpty(rows));
  if (framed === null || told.some((rows) => rows.some((row) => isWrong(row, of)))) return null;
  const [first, ...also] = told.map((rows) => ({
    subject: null,
    set: { ...rowsTold(rows, of), state: "open" },
  }));
  if (first === undefined) return null;
  const parsed = telling.safeParse({ about: "task", ...framed, ...first, also, expected: 0 });
  return parsed.success ? parsed.data : null;
}
