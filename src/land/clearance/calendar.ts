/** The days on which recovery may not be enforced (Land Law 31/2024, Đ.89): days off, holidays, those around Tết. Data. */
import { addDays, daySerial, type PlainDate, plainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Mark } from "./waits.ts";

type Stretch = { readonly from: PlainDate; readonly to: PlainDate; readonly mark: Mark };

const days = (from: string, to: string, mark: Mark): Stretch => ({
  from: plainDate(from),
  to: plainDate(to),
  mark,
});

/** The days off of Tết as announced, both ends included; of a year without an announcement the first day of the year alone. */
const TET: readonly Stretch[] = [
  days("2025-01-27", "2025-01-31", "P"),
  days("2026-02-16", "2026-02-20", "G"),
  days("2027-02-06", "2027-02-06", "computed"),
];

/** Holidays and the days off that go with them, besides Tết and weekends. */
const HOLIDAYS: readonly Stretch[] = [
  days("2025-01-01", "2025-01-01", "P"),
  days("2025-04-07", "2025-04-07", "P"),
  days("2025-04-30", "2025-05-02", "P"),
  days("2025-09-01", "2025-09-02", "P"),
  days("2026-01-01", "2026-01-02", "G"),
  days("2026-04-26", "2026-04-27", "P"),
  days("2026-04-30", "2026-05-01", "P"),
  days("2026-08-31", "2026-09-02", "P"),
  days("2026-11-24", "2026-11-24", "G"),
  days("2027-01-01", "2027-01-01", "computed"),
  days("2027-04-16", "2027-04-16", "computed"),
  days("2027-04-30", "2027-05-03", "computed"),
  days("2027-09-02", "2027-09-02", "computed"),
  days("2027-11-24", "2027-11-24", "computed"),
];

/** Saturdays on which people work for a day off elsewhere. */
const WORKED: ReadonlySet<string> = new Set(["2025-04-26", "2026-01-10", "2026-08-22"]);

/** Days before and after Tết. */
const AROUND_TET = 15;

/** Whether enforcement may take place on a day: `closed`, why, and how far that is checked; `unknown`: nothing is announced. */
export type OpenDay =
  | { readonly kind: "open" }
  | { readonly kind: "closed"; readonly why: Sentence; readonly mark: Mark }
  | { readonly kind: "unknown" };

const WHY = {
  weekend: { vi: "ngày nghỉ hằng tuần", en: "a weekly day off" },
  holiday: { vi: "ngày lễ, ngày nghỉ", en: "a holiday or day off" },
  tet: { vi: "trong 15 ngày trước, sau Tết Nguyên đán", en: "within 15 days of the lunar new year" },
} as const satisfies Record<string, Sentence>;

function covers({ from, to }: Stretch, day: PlainDate): boolean {
  return from <= day && day <= to;
}

function isWeekend(day: PlainDate): boolean {
  // 1 January 1970 was a Thursday.
  const weekday = (((daySerial(day) + 4) % 7) + 7) % 7;
  return weekday === 0 || (weekday === 6 && !WORKED.has(day));
}

/** Whether it is one of the years whose days are told of here. */
function isKnownYear(day: PlainDate): boolean {
  return TET.some(({ from }) => from.slice(0, 4) === day.slice(0, 4));
}

/** Whether recovery may be enforced on the day. */
export function openDay(day: PlainDate): OpenDay {
  const tet = TET.find(({ from, to }) => addDays(from, -AROUND_TET) <= day && day <= addDays(to, AROUND_TET));
  if (tet !== undefined) return { kind: "closed", why: WHY.tet, mark: tet.mark };
  const holiday = HOLIDAYS.find((h) => covers(h, day));
  if (holiday !== undefined) return { kind: "closed", why: WHY.holiday, mark: holiday.mark };
  if (isWeekend(day)) return { kind: "closed", why: WHY.weekend, mark: "L" };
  return isKnownYear(day) ? { kind: "open" } : { kind: "unknown" };
}

/** The first day from the given one on that is not known to be closed; `sure`: it is known to be open. */
export function firstOpenDay(from: PlainDate): { readonly day: PlainDate; readonly sure: boolean } {
  let day = from;
  while (openDay(day).kind === "closed") day = addDays(day, 1);
  return { day, sure: openDay(day).kind === "open" };
}
