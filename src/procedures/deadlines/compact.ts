/** What a clock counts a kept deadline from, as one short text; read again it gives the same date. Pure. */
import { z } from "zod";
import { type PlainDate, plainDate } from "../../kernel/dates.ts";
import { type ClockEvent, type Limit, limitOf, USUAL_LIMIT } from "../clock/vocabulary.ts";

const LETTERS = {
  start: "s",
  pauseBegan: "p",
  pauseEnded: "g",
  stopBegan: "h",
  stopEnded: "c",
  restarted: "r",
  extended: "e",
  done: "d",
} as const satisfies Record<ClockEvent["kind"], string>;
const KINDS = new Map<string, ClockEvent["kind"]>([
  ["s", "start"],
  ["p", "pauseBegan"],
  ["g", "pauseEnded"],
  ["h", "stopBegan"],
  ["c", "stopEnded"],
  ["r", "restarted"],
  ["e", "extended"],
  ["d", "done"],
]);

/** The switches that move a date; of a usual one nothing is written. */
const given = z.object({
  unit: z.enum(["working", "calendar", "month", "year"]),
  count: z.number(),
  kind: z.enum(["dueBy", "notBefore"]).default(USUAL_LIMIT.kind),
  direction: z.enum(["forward", "back"]).default(USUAL_LIMIT.direction),
  countsFirstDay: z.boolean().default(USUAL_LIMIT.countsFirstDay),
  rollsForward: z.boolean().default(USUAL_LIMIT.rollsForward),
  before: z
    .object({ month: z.number(), day: z.number(), year: z.number().optional() })
    .nullable()
    .default(USUAL_LIMIT.before),
  supplement: z.enum(["pauses", "restarts", "ignored"]).default(USUAL_LIMIT.supplement),
  oneRequest: z.boolean().default(USUAL_LIMIT.oneRequest),
  oneStop: z.boolean().default(USUAL_LIMIT.oneStop),
  extension: z
    .object({ times: z.number(), atMost: z.union([z.literal("sameAgain"), z.number()]) })
    .nullable()
    .default(USUAL_LIMIT.extension),
  silence: z.enum(["agrees", "refuses"]).nullable().default(USUAL_LIMIT.silence),
  blackout: z.literal("tet15").nullable().default(USUAL_LIMIT.blackout),
});

const usual = new Map<string, unknown>(Object.entries(USUAL_LIMIT));
const LEFT_OUT: ReadonlySet<string> = new Set(["article", "mark"]);

function limitText(limit: Limit): string {
  const told = Object.entries(limit).filter(
    ([name, value]) => !LEFT_OUT.has(name) && !(usual.has(name) && usual.get(name) === value),
  );
  return JSON.stringify(Object.fromEntries(told));
}

/** The limit and the events without their words. */
export function clockText(limit: Limit, events: readonly ClockEvent[]): string {
  const told = events.map(
    ({ kind, on, count }) => LETTERS[kind] + on + (count === undefined ? "" : `+${count}`),
  );
  return `${told.join(" ")}|${limitText(limit)}`;
}

/** Reads such texts; limits repeat, so each is read once. */
export function clockReader(): (text: string) => {
  readonly limit: Limit;
  readonly events: readonly ClockEvent[];
} {
  const limits = new Map<string, Limit>();
  const days = new Map<string, PlainDate>();
  const limitIn = (text: string): Limit => {
    const known = limits.get(text);
    if (known !== undefined) return known;
    const limit = limitOf(given.parse(JSON.parse(text)));
    limits.set(text, limit);
    return limit;
  };
  const dayIn = (text: string): PlainDate => {
    const known = days.get(text);
    if (known !== undefined) return known;
    const day = plainDate(text);
    days.set(text, day);
    return day;
  };
  return (text) => {
    const at = text.indexOf("|");
    const events = text
      .slice(0, at)
      .split(" ")
      .map((told): ClockEvent => {
        const kind = KINDS.get(told.charAt(0));
        if (kind === undefined) throw new RangeError(`no event of a clock: ${told}`);
        const on = dayIn(told.slice(1, 11));
        return told.length > 11 ? { kind, on, count: Number(told.slice(12)) } : { kind, on };
      });
    return { limit: limitIn(text.slice(at + 1)), events };
  };
}
