/** Of what an officer is reminded, on which day, and the key under which that is told once. Pure. */
import type { InboxItem } from "../inbox/vocabulary.ts";
import { ITEM_KINDS } from "../inbox/vocabulary.ts";
import { addDays, type PlainDate } from "../kernel/dates.ts";
import type { Event, Told } from "./vocabulary.ts";

export type IsWorkingDay = (day: PlainDate) => boolean;

/** No stretch of holidays is as long. */
const LONGEST = 60;

/** The day that is so many working days before another. */
export function workingDaysBefore(day: PlainDate, days: number, isWorking: IsWorkingDay): PlainDate {
  let at = day;
  for (let left = days, steps = 0; left > 0 && steps < days + LONGEST; steps += 1) {
    at = addDays(at, -1);
    if (isWorking(at)) left -= 1;
  }
  return at;
}

/** One thing to be told to the officer of an item. The key names the event for ever, and its day where it moves with that. */
export type Reminder = { readonly key: string; readonly told: Told };

/** A hand-over is told for so many days, so that a server which stood still tells it, and a new one not all of the past. */
const HANDED_FOR = 7;

export type Days = { readonly today: PlainDate; readonly ahead: number; readonly isWorking: IsWorkingDay };

function eventOfLimit(dueOn: PlainDate, { today, ahead, isWorking }: Days): Event | null {
  if (dueOn < today) return "late";
  if (dueOn === today) return "today";
  return workingDaysBefore(dueOn, ahead, isWorking) <= today ? "soon" : null;
}

/** What the officer of an item is told on the day; nothing of what is done, dropped or nobody's. */
export function remindersOf(item: InboxItem, days: Days): readonly Reminder[] {
  if (item.state !== "open" || item.officer === null) return [];
  const told = (event: Event): Told => ({
    event,
    kind: ITEM_KINDS[item.kind],
    number: item.number,
    procedure: item.procedure?.label ?? null,
    step: item.step,
    dueOn: item.dueOn,
    path: item.path,
  });
  const { today } = days;
  const { handedOn, dueOn } = item;
  const isNew = handedOn !== null && handedOn <= today && addDays(handedOn, HANDED_FOR) > today;
  const limit = dueOn === null ? null : eventOfLimit(dueOn, days);
  // Another step or another limit is another event; the same one on another day is not.
  const of = `${item.kind}:${item.id}:${item.step ?? ""}`;
  return [
    ...(isNew ? [{ key: `handed:${of}:${handedOn}`, told: told("handed") }] : []),
    ...(limit === null ? [] : [{ key: `${limit}:${of}:${dueOn}`, told: told(limit) }]),
  ];
}
