/**
 * A clock as a clerk with a wall calendar would be one: from day to day, with nothing but what stands on the wall. It shares
 * no code with the clock that it checks, and no list of days off: those of 2024 to 2027 were copied by hand.
 */
import type { ClockEvent, Limit } from "../src/procedures/clock/vocabulary.ts";

/** Days off besides weekends, and weekend days that were worked. 2027 is not announced: by the law alone. */
const OFF = new Set(
  `2024-01-01 2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14 2024-04-18 2024-04-29 2024-04-30 2024-05-01
   2024-09-02 2024-09-03
   2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 2025-04-30 2025-05-01 2025-05-02
   2025-09-01 2025-09-02
   2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-27 2026-04-30 2026-05-01
   2026-08-31 2026-09-01 2026-09-02 2026-11-24
   2027-01-01 2027-02-05 2027-02-08 2027-02-09 2027-02-10 2027-02-11 2027-04-16 2027-04-30 2027-05-03 2027-09-02
   2027-09-03 2027-11-24`.split(/\s+/),
);
const WORKED = new Set(["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"]);
/** The days off of Tết; of 2027 its first day, the only one that is sure. */
const TET = [
  ["2024-02-08", "2024-02-14"],
  ["2025-01-27", "2025-01-31"],
  ["2026-02-16", "2026-02-20"],
  ["2027-02-06", "2027-02-06"],
] as const;
const LAST = "2027-12-31";

export const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const weekday = (day: string) => new Date(`${day}T00:00Z`).getUTCDay();
export const works = (day: string) => WORKED.has(day) || (![0, 6].includes(weekday(day)) && !OFF.has(day));
const aroundTet = (day: string) => TET.some(([a, b]) => later(a, -15) <= day && day <= later(b, 15));

/** The corresponding day of another month, found by going back from its 31st to one that is there. */
function corresponding(day: string, months: number): string {
  const [year = 0, month = 1, of = 1] = day.split("-").map(Number);
  const at = year * 12 + month - 1 + months;
  const head = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  for (let d = of; ; d -= 1) {
    const found = `${head}-${String(d).padStart(2, "0")}`;
    const parsed = new Date(`${found}T00:00Z`);
    if (!Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(found)) return found;
  }
}

const ORDER = [
  "start",
  "restarted",
  "pauseBegan",
  "stopBegan",
  "pauseEnded",
  "stopEnded",
  "extended",
  "done",
];

/** What a day was in the file: whether the time stood when it began, or began anew on it. */
type Book = {
  readonly from: string;
  readonly stood: (day: string) => boolean;
  readonly stands: boolean;
};

type Told = { readonly limit: Limit; readonly events: readonly ClockEvent[] };

/** Turns the file over, day by day, to its last paper; null: nothing begins the time. */
function booked({ limit, events }: Told): Book | null {
  const start = events.find((e) => e.kind === "start")?.on;
  if (start === undefined) return null;
  let [from, open, stops, asked, stopped] = [String(start), 0, 0, 0, 0];
  let [passedOver, stopsPassedOver] = [0, 0];
  const stood = new Set<string>();
  const pauses = limit.supplement !== "ignored";
  const restarts = limit.supplement === "restarts";
  const last =
    events
      .map((e) => String(e.on))
      .sort()
      .at(-1) ?? start;
  for (let day = String(start); day <= last; day = later(day, 1)) {
    if (open + stops > 0) stood.add(day);
    const today = events.filter((e) => e.on === day);
    for (const kind of ORDER) {
      for (const event of today.filter((e) => e.kind === kind)) {
        if (event.kind === "restarted" && restarts) {
          passedOver += open;
          open = 0;
          from = day;
        }
        if (event.kind === "pauseBegan") {
          asked += 1;
          if (!pauses || (limit.oneRequest && asked > 1)) passedOver += 1;
          else open += 1;
        }
        if (event.kind === "stopBegan") {
          stopped += 1;
          if (!pauses || (limit.oneStop && stopped > 1)) stopsPassedOver += 1;
          else stops += 1;
        }
        if (event.kind === "pauseEnded") {
          if (open > 0) {
            open -= 1;
            if (open === 0 && restarts) from = day;
          } else if (passedOver > 0) passedOver -= 1;
        }
        if (event.kind === "stopEnded") {
          if (stops > 0) stops -= 1;
          else if (stopsPassedOver > 0) stopsPassedOver -= 1;
        }
      }
    }
  }
  const stands = open + stops > 0;
  return { from, stood: (day) => stood.has(day) || (stands && day > last), stands };
}

/** Where so many units end; null: while it stands; undefined: beyond the wall. */
function ended({ limit }: Told, count: number, { from, stood, stands }: Book): string | null | undefined {
  const isMonths = limit.unit === "month" || limit.unit === "year";
  let left = count;
  if (isMonths) {
    const to = corresponding(from, limit.unit === "year" ? 12 * count : count);
    for (left = 0; later(from, left) < to; left += 1);
  }
  const beyond = stands ? null : undefined;
  let day = limit.countsFirstDay ? later(from, -1) : from;
  while (left > 0) {
    day = later(day, 1);
    if (day > LAST) return beyond;
    // What stood before the time began anew is forgotten.
    if (day > from && stood(day)) continue;
    if (limit.unit !== "working" || works(day)) left -= 1;
  }
  const rolls = limit.rollsForward || limit.unit === "working";
  for (; ; day = later(day, 1)) {
    if (day > LAST) return beyond;
    const isClosed = limit.blackout !== null && (!works(day) || aroundTet(day));
    if (!isClosed && (!rolls || (works(day) && !(day > from && stood(day))))) return day;
  }
}

/** The day “before 20/6”: of the year that is named, else of the next such date. */
function before({ month, day: of, year }: NonNullable<Limit["before"]>, from: string, dayBefore: boolean) {
  const isDate = (day: string) => {
    const [, m, d] = day.split("-").map(Number);
    const isLastOfMonth = later(day, 1).slice(5, 7) !== day.slice(5, 7);
    return m === month && (d === of || (isLastOfMonth && (d ?? 0) < of));
  };
  let day = year === undefined ? later(from, 1) : `${year}-01-01`;
  while (!isDate(day)) day = later(day, 1);
  day = later(day, -1);
  while (!dayBefore && !works(day)) day = later(day, -1);
  return day;
}

function backwards(limit: Limit, from: string): string {
  if (limit.unit === "month" || limit.unit === "year") {
    const at = corresponding(from, -(limit.unit === "year" ? 12 : 1) * limit.count);
    return limit.countsFirstDay ? later(at, 1) : at;
  }
  let day = limit.countsFirstDay ? later(from, 1) : from;
  for (let left = limit.count; left > 0; ) {
    day = later(day, -1);
    if (limit.unit === "calendar" || works(day)) left -= 1;
  }
  return day;
}

/** The date by the wall calendar; null: it stands, or has not begun; undefined: beyond the wall. */
export function dayByDay(told: Told, dayBefore: boolean): string | null | undefined {
  const book = booked(told);
  const { limit, events } = told;
  if (book === null) return null;
  if (limit.before !== null) return before(limit.before, book.from, dayBefore);
  if (limit.direction === "back") return backwards(limit, book.from);
  let count = limit.count;
  let end = ended(told, count, book);
  let granted = 0;
  const extensions = events.filter((e) => e.kind === "extended").sort((a, b) => (a.on < b.on ? -1 : 1));
  for (const { on, count: more } of extensions) {
    const { extension } = limit;
    if (extension === null || granted >= extension.times) continue;
    const most = extension.atMost === "sameAgain" ? limit.count : extension.atMost;
    if ((more ?? most) > most) continue;
    granted += 1;
    if (typeof end === "string" && on > end) continue;
    count += more ?? most;
    end = ended(told, count, book);
  }
  return end;
}
