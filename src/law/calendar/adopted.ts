/** Years of the calendar as a register has taken them into use, and the calendar that follows from them. Pure. */
import { z } from "zod";
import { calendarOf, usualCalendar } from "./counting.ts";
import { type Calendar, calendarYear } from "./vocabulary.ts";
import { ANNOUNCED } from "./years.ts";

/** What the adoptions of years are called in a register begins so. */
export const ADOPTED_YEARS = "calendar.";

/** What an adoption of a year is called; its version counts the changes, its note holds the days and why. */
export function adoptedAs(year: number): string {
  return `${ADOPTED_YEARS}${year}`;
}

/** What was taken into use, under its name, with its note. */
type Noted = { readonly what: string; readonly note: string | null };

const kept = z.object({ year: calendarYear, why: z.string() });

/** The year of an adoption and the reason; null where it is about something else. */
export function findAdoptedYear({ what, note }: Noted): z.infer<typeof kept> | null {
  return what.startsWith(ADOPTED_YEARS) && note !== null ? kept.parse(JSON.parse(note)) : null;
}

/** The calendar with these changes of its years, in the order of recording; the one that ships where there is none. */
export function calendarAfter(adopted: readonly Noted[]): Calendar {
  if (adopted.length === 0) return usualCalendar();
  const years = new Map(ANNOUNCED.map((y) => [y.year, y] as const));
  for (const one of adopted) {
    const found = findAdoptedYear(one);
    if (found !== null) years.set(found.year.year, found.year);
  }
  return calendarOf([...years.values()]);
}
