/** From a limit, what happened and the calendar to the date. Pure: it knows no procedure, no today and no register. */
import { dayOfSerial, daySerial, type PlainDate } from "../../kernel/dates.ts";
import type { Problem } from "../../kernel/problems.ts";
import type { Calendar } from "../../law/calendar/vocabulary.ts";
import {
  back,
  type Counting,
  calendarRange,
  lastBefore,
  meterOf,
  monthsAfter,
  monthsOf,
  nextSuchDate,
  outOfBlackout,
  reach,
  rolled,
  STANDING,
  spanAt,
  unitsBetween,
} from "./counting.ts";
import { explained } from "./explaining.ts";
import { courseOf, extensionOf, type Span } from "./history.ts";
import { countedDays } from "./passing.ts";
import { refusalOf } from "./refusals.ts";
import { type ClockEvent, type Deadline, type Limit, type Reading, USUAL_READING } from "./vocabulary.ts";

const RANGE: Problem = {
  code: "clock.range",
  status: 422,
  field: "events",
  message: { vi: "Ngày nằm ngoài lịch (1990–2100).", en: "The day lies outside the calendar (1990–2100)." },
  remedy: { vi: "Kiểm tra lại ngày.", en: "Check the day." },
};

const NOT_STARTED: Deadline = {
  ...{ state: "notStarted", dueOn: null, notBefore: null, earliest: null, doneOn: null, countedFrom: null },
  ...{ paused: [], silence: null, provisional: false, refused: [] },
  used: () => 0,
  left: () => null,
  explain: () => [],
  counted: () => [],
};

/** Units that are counted, of months and years as days: the corresponding day is found from the start, in one step. */
function totalOf(limit: Limit, from: number, count: number): number {
  if (limit.unit === "working" || limit.unit === "calendar") return count;
  return monthsAfter(from, monthsOf(limit.unit, count)) - from;
}

type Given = Pick<Counting, "limit" | "course" | "calendar" | "reading">;

function settled(nominal: number, spans: readonly Span[], { limit, calendar }: Given): number {
  const rolls = limit.rollsForward || (limit.unit === "working" && limit.before === null);
  let at = rolls ? rolled(nominal, calendar, spans) : nominal;
  if (limit.blackout === null) return at;
  // Out of the days on which it may not be done it can come into a pause, and out of that into such days again.
  while (Number.isFinite(at)) {
    const free = outOfBlackout(at, calendar);
    const then = rolls ? rolled(free, calendar, spans) : free;
    if (then === at) return at;
    at = then;
  }
  return at;
}

function countedTo(given: Given, count: number, spans: readonly Span[]) {
  const { limit, course, calendar } = given;
  const after = limit.countsFirstDay ? course.from - 1 : course.from;
  const total = totalOf(limit, course.from, count);
  const nominal = reach(meterOf(limit.unit, calendar), { from: after, n: total, spans });
  return { after, total, nominal, end: settled(nominal, spans, given) };
}

function fixedDate(given: Given): { nominal: number; end: number } | null {
  const { limit, course, calendar, reading } = given;
  if (limit.before !== null) {
    const date = nextSuchDate(course.from, limit.before);
    return { nominal: date, end: lastBefore(date, reading.readBefore, calendar) };
  }
  if (limit.direction === "forward") return null;
  const end = back(course.from, limit, calendar);
  return { nominal: end, end };
}

/** Counts; extensions that came after the end are left out. */
function countingOf(given: Given): { readonly counting: Counting; readonly late: readonly Problem[] } {
  const { limit, course } = given;
  const fixed = fixedDate(given);
  if (fixed !== null) {
    const counting = { ...given, ...fixed, after: course.from, total: limit.count, extensions: [] };
    return { counting, late: [] };
  }
  let count = limit.count;
  let counted = countedTo(given, count, course.spans);
  if (course.extensions.length === 0) return { counting: { ...given, ...counted, extensions: [] }, late: [] };
  const extensions: ClockEvent[] = [];
  const late: Problem[] = [];
  for (const event of course.extensions) {
    if (daySerial(event.on) > counted.end) late.push(refusalOf("extensionLate", event));
    else {
      count += extensionOf(limit, event);
      extensions.push(event);
      counted = countedTo(given, count, course.spans);
    }
  }
  return { counting: { ...given, ...counted, extensions }, late };
}

/** The date if every open pause had ended on the day on which it began. */
function earliestOf({ limit, course, calendar, reading, extensions }: Counting): number {
  const given = { limit, course, calendar, reading };
  const count = extensions.reduce((sum, e) => sum + extensionOf(limit, e), limit.count);
  const open = course.spans.find(({ until }) => until === STANDING);
  if (limit.supplement === "restarts" && course.waits && open !== undefined) {
    return countedTo({ ...given, course: { ...course, from: open.after, spans: [] } }, count, []).end;
  }
  return countedTo(
    given,
    count,
    course.spans.filter(({ until }) => until !== STANDING),
  ).end;
}

function usedBy({ limit, course, calendar, after, total, end }: Counting, asOf: number): number {
  if (limit.before !== null || limit.direction === "back") return 0;
  const meter = meterOf(limit.unit, calendar);
  const to = Math.min(asOf, end);
  return Math.min(total, unitsBetween(meter, { from: after, to, spans: course.spans }));
}

function leftAfter(counting: Counting, asOf: number): number {
  const { limit, course, calendar, total, end } = counting;
  const { spans } = course;
  if (end === STANDING) {
    const open = spans.find(({ until }) => until === STANDING);
    return total - usedBy(counting, Math.min(asOf, open?.after ?? asOf));
  }
  const meter = meterOf(limit.before === null ? limit.unit : "calendar", calendar);
  if (asOf > end) return -unitsBetween(meter, { from: end, to: asOf, spans: [] });
  return unitsBetween(meter, { from: asOf, to: end, spans: spanAt(spans, end) === null ? spans : [] });
}

function answered(counting: Counting, refused: readonly Problem[]): Deadline {
  const { limit, course, calendar, end } = counting;
  const standing = end === STANDING;
  const at = standing ? earliestOf(counting) : end;
  if (!calendar.covers(at)) return { ...NOT_STARTED, refused: [...refused, RANGE] };
  const date = dayOfSerial(at);
  const isLimit = limit.kind === "dueBy";
  const doneOn = course.done?.on ?? null;
  const lateOrOpen = doneOn === null || doneOn > date;
  const silent = limit.silence !== null && isLimit && !standing && lateOrOpen;
  const range = calendarRange(counting, at);
  return {
    state: doneOn !== null ? "done" : standing ? "standing" : "running",
    dueOn: isLimit && !standing ? date : null,
    notBefore: isLimit || standing ? null : date,
    earliest: date,
    doneOn,
    countedFrom: dayOfSerial(course.from),
    paused: course.spans.map(({ after, until }) => ({
      after: dayOfSerial(after),
      until: until === STANDING ? null : dayOfSerial(until),
    })),
    used: (asOf) => usedBy(counting, daySerial(asOf)),
    left: (asOf) => (doneOn === null ? leftAfter(counting, daySerial(asOf)) : null),
    silence: silent && limit.silence !== null ? { means: limit.silence, from: dayOfSerial(at + 1) } : null,
    provisional: range !== null && calendar.isProvisional(range.from, range.to),
    refused,
    explain: () => explained(counting, at, refused),
    counted: () => countedDays(counting).map(dayOfSerial),
  };
}

/**
 * The deadline of a limit after these events. Events may stand in any order; those that the row does not allow are left
 * out and named in `refused`.
 */
export function deadlineOf(
  limit: Limit,
  events: readonly ClockEvent[],
  calendar: Calendar,
  reading: Reading = USUAL_READING,
): Deadline {
  const inside = events.every(({ on }) => calendar.covers(daySerial(on)));
  if (!inside) return { ...NOT_STARTED, refused: [RANGE] };
  const course = courseOf(limit, events);
  if (course.start === null) return { ...NOT_STARTED, refused: course.refused };
  const { counting, late } = countingOf({ limit, course, calendar, reading });
  return answered(counting, late.length === 0 ? course.refused : [...course.refused, ...late]);
}

/** The events of a case on which nothing but the start has happened. */
export function startedOn(on: PlainDate, label?: ClockEvent["label"]): readonly ClockEvent[] {
  return [label === undefined ? { kind: "start", on } : { kind: "start", on, label }];
}
