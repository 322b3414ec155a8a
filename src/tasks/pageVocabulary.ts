/** The words of the list of tasks and of the page of one: what is asked, what is answered. */
import { z } from "zod";
import { standingItem, whose } from "../inbox/vocabulary.ts";
import type { Sentence } from "../kernel/problems.ts";
import { documentRef, partialDateText, plainDateText } from "../register/vocabulary.ts";

/** How a task stands on a day, as the list is asked for it. `open` is whatever is still to be done, the late with it. */
export const STANDINGS = {
  open: { vi: "Còn phải làm", en: "Open" },
  late: { vi: "Quá hạn", en: "Late" },
  done: { vi: "Đã xong", en: "Done" },
  dropped: { vi: "Thôi không làm", en: "Dropped" },
} as const satisfies Record<string, Sentence>;
export const standing = z.enum(["open", "late", "done", "dropped"]);
export type Standing = z.infer<typeof standing>;

/** How the tasks are asked for. */
export const tasksAsked = z.object({
  whose: whose.default("all"),
  state: standing.default("open"),
  paper: z.string().min(1).optional().meta({ description: "Only of this paper (id)" }),
  zone: z.string().min(1).optional(),
  asOf: plainDateText.optional().meta({ description: "The day asked; today unless given" }),
  knownAt: z.string().min(1).optional().meta({ description: "As known then" }),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  lang: z.enum(["vi", "en"]).default("vi"),
});
export type TasksAsked = z.infer<typeof tasksAsked>;

const count = z.number().int();
const facet = z.object({ id: z.string(), label: z.string(), count });

export const taskList = z.object({
  asOf: plainDateText,
  total: count.meta({ description: "Tasks that fit, before `limit`" }),
  items: z.array(standingItem),
  counts: z.object({ open: count, late: count, done: count, dropped: count }),
  papers: z.array(facet).meta({ description: "The papers that gave them, with how many are open" }),
  zones: z.array(facet),
  hidden: count.meta({ description: "Tasks whose paper the asker may not read" }),
  units: z.array(z.string()).meta({ description: "The units of who asks" }),
  names: z.record(z.string(), z.string()).meta({ description: "What units and accounts are called" }),
});
export type TaskList = z.infer<typeof taskList>;

/** One thing that a paper told of the task, in words; the newest first. */
const told = z.object({
  id: z.string(),
  kind: z.enum(["set", "clear", "withdraw"]),
  text: z.string(),
  since: partialDateText.nullable(),
  document: documentRef,
  note: z.string().nullable(),
  at: z.string(),
  author: z.string().nullable().meta({ description: "Null for who may not read the history" }),
  withdrawn: z.boolean(),
  correctable: z.boolean().meta({ description: "In force, and the asker may put it right" }),
});
export type ToldOfTask = z.infer<typeof told>;

export const taskPage = z.object({
  key: z.string().nullable(),
  asOf: plainDateText,
  item: standingItem,
  dueBy: documentRef.nullable().meta({ description: "The paper that set the limit, where another did" }),
  doneBy: documentRef.nullable().meta({ description: "The paper behind how it stands, once it is not open" }),
  places: z.array(z.object({ id: z.string(), label: z.string() })),
  given: documentRef.meta({ description: "The paper that gave the task" }),
  hidden: z.array(z.string()).meta({ description: "Attributes that rest on papers closed to the asker" }),
  mayAct: z.boolean().meta({ description: "Whether the asker may record of it, or propose" }),
  history: z.array(told),
  names: z.record(z.string(), z.string()),
});
export type TaskPage = z.infer<typeof taskPage>;

/** What is done to a task that is there. */
export const ACTS = {
  done: { vi: "Ghi đã xong", en: "Mark it done" },
  handOn: { vi: "Chuyển người, đơn vị", en: "Hand it on" },
  extend: { vi: "Gia hạn", en: "Extend its limit" },
  drop: { vi: "Thôi không làm", en: "Drop it" },
} as const satisfies Record<string, Sentence>;
export const act = z.enum(["done", "handOn", "extend", "drop"]);
export type Act = z.infer<typeof act>;
