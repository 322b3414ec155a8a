/** Counting on day serials: how far units reach past pauses, where a last day rolls to. Pure arithmetic. */
import { dayOfSerial, daySerial, daysInMonth, monthsBefore, plainDate } from "../../kernel/dates.ts";
import type { Calendar } from "../../law/calendar/vocabulary.ts";
import type { Course, Span } from "./history.ts";
import type { ClockEvent, Limit, ReadBefore, Reading, Unit } from "./vocabulary.ts";

/** While a pause has no end, the date lies nowhere yet. */
export const STANDING = Number.POSITIVE_INFINITY;
/** Beyond the years of the calendar. */
const BEYOND = Number.NaN;

/** The way to the date: the last day counted, and where that was moved to. */
export type Counting = {
  readonly limit: Limit;
  readonly course: Course;
  readonly calendar: Calendar;
  readonly reading: Reading;
  /** The day after which counting begins. */
  readonly after: number;
  /** Units in all, with extensions; of months and years days. */
  readonly total: number;
  /** Extensions that hold. */
  readonly extensions: readonly ClockEvent[];
  readonly nominal: number;
  readonly end: number;
};

/** How units are counted along the days: how many up to a day, and which day the n-th is. */
type Meter = { readonly upTo: (serial: number) => number; readonly nth: (n: number) => number };

const EVERY_DAY: Meter = { upTo: (serial) => serial, nth: (n) => n };

/** The meter of a unit: working days, or every day; months and years are made days before they are counted. */
export function meterOf(unit: Unit, calendar: Calendar): Meter {
  return unit === "working" ? { upTo: calendar.workingUpTo, nth: calendar.nthWorking } : EVERY_DAY;
}

/** The day with which `n` units after `from` are full, days in pauses left out. */
export function reach(
  meter: Meter,
  { from, n, spans }: { readonly from: number; readonly n: number; readonly spans: readonly Span[] },
): number {
  if (n <= 0) return from;
  let at = from;
  let rest = n;
  for (const { after, until } of spans) {
    if (until <= at) continue;
    const free = meter.upTo(Math.max(after, at)) - meter.upTo(at);
    if (free >= rest) break;
    if (until === STANDING) return STANDING;
    rest -= free;
    at = until;
  }
  return meter.nth(meter.upTo(at) + rest);
}

/** Units after `from` up to and with `to`, days in pauses left out. */
export function unitsBetween(
  meter: Meter,
  { from, to, spans }: { readonly from: number; readonly to: number; readonly spans: readonly Span[] },
): number {
  if (to <= from) return 0;
  let units = meter.upTo(to) - meter.upTo(from);
  for (const { after, until } of spans) {
    const [a, b] = [Math.max(after, from), Math.min(until, to)];
    if (b > a) units -= meter.upTo(b) - meter.upTo(a);
  }
  return units;
}

/** Whether the day lies in a pause; then the pause. */
export function spanAt(spans: readonly Span[], serial: number): Span | null {
  return spans.find(({ after, until }) => after < serial && serial <= until) ?? null;
}

/** The day itself, or the next working day that lies in no pause. */
export function rolled(serial: number, calendar: Calendar, spans: readonly Span[]): number {
  let at = serial;
  for (;;) {
    if (!calendar.covers(at)) return at === STANDING ? STANDING : BEYOND;
    if (!calendar.isWorking(at)) at = calendar.nthWorking(calendar.workingUpTo(at) + 1);
    const span = spanAt(spans, at);
    if (span === null) return at;
    if (span.until === STANDING) return STANDING;
    at = span.until + 1;
  }
}

/** Days before and after Tết on which nothing is enforced (Land Law 31/2024, article 89). */
const AROUND_TET = 15;

/** Whether the day lies within the fifteen days before or after the days off of Tết. */
export function isAroundTet(serial: number, calendar: Calendar): boolean {
  const tet = calendar.tet(Number(dayOfSerial(serial).slice(0, 4)));
  return tet !== null && tet.from - AROUND_TET <= serial && serial <= tet.to + AROUND_TET;
}

/** The day itself, or the next one that is a working day and away from Tết. */
export function outOfBlackout(serial: number, calendar: Calendar): number {
  let at = serial;
  while (calendar.covers(at) && (!calendar.isWorking(at) || isAroundTet(at, calendar))) at += 1;
  return calendar.covers(at) ? at : BEYOND;
}

/** The same day some months later, or the last one of a shorter month. */
export function monthsAfter(serial: number, months: number): number {
  return daySerial(monthsBefore(dayOfSerial(serial), -months));
}

/** Months of a unit that is counted in months or years. */
export function monthsOf(unit: "month" | "year", count: number): number {
  return unit === "year" ? count * 12 : count;
}

/** The next such date after a day: of “before 20/6” the 20/6; where the year is named, the date of that year. */
export function nextSuchDate(
  from: number,
  { month, day, year: named }: NonNullable<Limit["before"]>,
): number {
  const year = named ?? Number(dayOfSerial(from).slice(0, 4));
  const of = (y: number) =>
    daySerial(plainDate(`${y}-${two(month)}-${two(Math.min(day, daysInMonth(y, month)))}`));
  return named !== undefined || of(year) > from ? of(year) : of(year + 1);
}

const two = (n: number) => String(n).padStart(2, "0");

/** What “before” such a date means as a last day. */
export function lastBefore(date: number, read: ReadBefore, calendar: Calendar): number {
  return read === "dayBefore" ? date - 1 : calendar.nthWorking(calendar.workingUpTo(date - 1));
}

/**
 * The days whose calendar a date rests on: of working days all that were counted over, else those over which the last day
 * was moved; null: none.
 */
export function calendarRange(
  { limit, course, nominal }: Counting,
  at: number,
): { readonly from: number; readonly to: number } | null {
  const { unit, rollsForward, blackout, before, direction } = limit;
  const moved = Number.isFinite(nominal) ? nominal : at;
  if (before === null && unit === "working") {
    return { from: Math.min(course.from, at), to: Math.max(course.from, at) };
  }
  const rests = before !== null || blackout !== null || (rollsForward && direction === "forward");
  return rests ? { from: Math.min(moved, at), to: Math.max(moved, at) } : null;
}

/** The day from which the units lie before `from`, which is counted only where the row says so, and if it is such a day. */
export function back(from: number, limit: Limit, calendar: Calendar): number {
  const last = limit.countsFirstDay ? from : from - 1;
  switch (limit.unit) {
    case "working":
      return calendar.nthWorking(calendar.workingUpTo(last) - limit.count + 1);
    case "calendar":
      return last - limit.count + 1;
    case "month":
    case "year":
      return monthsAfter(from, -monthsOf(limit.unit, limit.count)) + (limit.countsFirstDay ? 1 : 0);
  }
}
