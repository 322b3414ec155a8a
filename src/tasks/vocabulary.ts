/** The words of tasks: what a paper (a leader's conclusion, a question of voters) asks of a unit or an officer, and by when. */
import { z } from "zod";
import type { Sentence } from "../kernel/problems.ts";
import { partialDateText } from "../register/vocabulary.ts";

/** How a task stands; the paper that says so is the paper of that change. */
export const TASK_STATES = {
  open: { vi: "Còn phải làm", en: "Open" },
  done: { vi: "Đã xong", en: "Done" },
  dropped: { vi: "Thôi không làm", en: "Dropped" },
} as const satisfies Record<string, Sentence>;
export const taskState = z.enum(["open", "done", "dropped"]);

/** An account as the author of records bears it. */
export const accountRef = z.string().regex(/^account:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/);

export const taskAttributes = z
  .object({
    /** What is to be done, as the paper puts it. */
    name: z.string().min(1),
    /** The number under which it is followed. */
    code: z.string().min(1),
    unit: z.uuid(),
    officer: accountRef,
    /** The limit as printed; a month or a year ends with its last day. */
    due: partialDateText,
    zone: z.uuid(),
    project: z.uuid(),
    places: z.array(z.uuid()).min(1),
    state: taskState,
    doneOn: partialDateText,
  })
  .partial();
export type TaskAttributes = z.infer<typeof taskAttributes>;
export type TaskAttribute = keyof TaskAttributes;

/** Where a task has its page. */
export function taskPath(task: { readonly id: string; readonly key?: string | null }): string {
  return `/tasks/${encodeURIComponent(task.key ?? task.id)}`;
}
