/** The words of the inbox: what waits for somebody, whatever it comes from, and how it is asked for. */
import { z } from "zod";
import type { Sentence } from "../kernel/problems.ts";
import { partialDateText, plainDateText } from "../register/vocabulary.ts";

/** Where items come from. */
export const ITEM_KINDS = {
  case: { vi: "Hồ sơ", en: "Case" },
  task: { vi: "Nhiệm vụ", en: "Task" },
} as const satisfies Record<string, Sentence>;
export const itemKind = z.enum(["case", "task"]);
export type ItemKind = z.infer<typeof itemKind>;

export const itemState = z.enum(["open", "done", "dropped"]);

const named = z.object({ id: z.string(), label: z.string() });

/** For whom an item waits: a unit or an account of the office, or somebody outside by name. */
export const waitingOn = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("unit"), id: z.string() }),
  z.object({ kind: z.literal("account"), id: z.string().meta({ description: "account:<id>" }) }),
  z.object({ kind: z.literal("outside"), name: z.string() }),
]);

/** One thing that somebody has to do. */
export const inboxItem = z.object({
  kind: itemKind,
  id: z.string(),
  path: z.string().meta({ description: "Its page in the application" }),
  number: z.string().nullable().meta({ description: "Number of the case or of the task" }),
  title: z.string(),
  procedure: named.nullable(),
  step: z.string().nullable().meta({ description: "The step in which a case sits" }),
  state: itemState,
  unit: z.string().nullable().meta({ description: "Id of the unit that answers for it" }),
  officer: z.string().nullable().meta({ description: "account:<id>" }),
  waitingOn: waitingOn.nullable().meta({ description: "Null: on its officer" }),
  openedOn: partialDateText.nullable(),
  handedOn: plainDateText
    .nullable()
    .meta({ description: "Since when the present officer has it, and that is recorded" }),
  dueOn: plainDateText.nullable().meta({ description: "The last day on which it is in time" }),
  dueText: partialDateText.nullable().meta({ description: "The limit as printed, where a paper names one" }),
  doneOn: partialDateText.nullable(),
  zones: z.array(named),
  project: named.nullable(),
  places: z.array(z.string()),
  paper: named.nullable().meta({ description: "What it rests on" }),
});
export type InboxItem = z.infer<typeof inboxItem>;

/** How an item stands on a day: the parts of the inbox, in the order in which they are shown. */
export const BANDS = {
  late: { vi: "Quá hạn", en: "Late" },
  today: { vi: "Đến hạn hôm nay", en: "Due today" },
  week: { vi: "Đến hạn trong tuần", en: "Due this week" },
  later: { vi: "Còn hạn", en: "Due later" },
  undated: { vi: "Chưa rõ hạn", en: "No known limit" },
  closed: { vi: "Đã xong, thôi", en: "Done, dropped" },
} as const satisfies Record<string, Sentence>;
export const band = z.enum(["late", "today", "week", "later", "undated", "closed"]);
export type Band = z.infer<typeof band>;

export const whose = z.enum(["mine", "unit", "all"]);
export type Whose = z.infer<typeof whose>;

/** An item with how it stands on the day. */
export const standingItem = inboxItem.extend({
  band,
  daysLate: z.number().int().nullable().meta({ description: "Calendar days past its limit" }),
});
export type StandingItem = z.infer<typeof standingItem>;

const count = z.number().int();
const facet = named.extend({ count, late: count.meta({ description: "Of those open" }) });

/** The inbox as it is answered. */
export const inboxAnswer = z.object({
  asOf: plainDateText,
  whose,
  units: z.array(z.string()).meta({ description: "The units of who asks" }),
  total: count.meta({ description: "Items before `limit`" }),
  items: z.array(standingItem),
  counts: z.object({ late: count, today: count, week: count, later: count, undated: count, closed: count }),
  load: z.array(z.object({ officer: z.string().nullable(), open: count, late: count, soon: count })),
  facets: z.object({
    zones: z.array(facet),
    procedures: z.array(facet),
    units: z.array(facet),
    waiting: z.array(facet).meta({ description: "By for whom it waits" }),
  }),
  names: z.record(z.string(), z.string()).meta({ description: "What units and accounts are called" }),
});
export type InboxAnswer = z.infer<typeof inboxAnswer>;

/** How an inbox is asked for. */
export const inboxWords = z.object({
  whose: whose.default("mine"),
  state: band.optional().meta({ description: "Only those that stand so" }),
  kind: itemKind.optional(),
  zone: z.string().min(1).optional(),
  unit: z.string().min(1).optional(),
  procedure: z.string().min(1).optional(),
  officer: z.string().min(1).optional().meta({ description: "account:<id>" }),
  waiting: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "For whom it waits, as a facet of the answer names it" }),
  asOf: plainDateText.optional().meta({
    description: "The day asked, today unless given; of a day to come, if nothing more is done",
  }),
  knownAt: z.string().min(1).optional().meta({ description: "As known then" }),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  lang: z.enum(["vi", "en"]).default("vi"),
});
export type InboxWords = z.infer<typeof inboxWords>;
