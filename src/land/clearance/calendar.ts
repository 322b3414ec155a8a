/** The days on which recovery may not be enforced (Land Law 31/2024, Đ.89): days off, holidays, those around Tết. */
import { addDays, daySerial, type PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Calendar } from "../../law/calendar/vocabulary.ts";
import type { Mark } from "../../law/marks.ts";

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

/** Whether recovery may be enforced on the day, by a calendar. */
export function openDay(day: PlainDate, calendar: Calendar): OpenDay {
  const serial = daySerial(day);
  if (!calendar.covers(serial)) return { kind: "unknown" };
  const year = Number(day.slice(0, 4));
  const tet = calendar.tet(year);
  if (tet !== null && tet.from - AROUND_TET <= serial && serial <= tet.to + AROUND_TET) {
    return { kind: "closed", why: WHY.tet, mark: tet.mark };
  }
  const why = calendar.whyOff(serial);
  if (why?.kind === "off") return { kind: "closed", why: WHY.holiday, mark: why.off.mark };
  if (why !== null) return { kind: "closed", why: WHY.weekend, mark: "L" };
  return calendar.year(year)?.status === "announced" ? { kind: "open" } : { kind: "unknown" };
}

/** The first day from the given one on that is not known to be closed; `sure`: it is known to be open. */
export function firstOpenDay(
  from: PlainDate,
  calendar: Calendar,
): { readonly day: PlainDate; readonly sure: boolean } {
  let day = from;
  while (openDay(day, calendar).kind === "closed") day = addDays(day, 1);
  return { day, sure: openDay(day, calendar).kind === "open" };
}
