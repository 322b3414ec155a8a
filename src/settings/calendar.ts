/** The working calendar by which a question is counted: the years that ship, with those that the register took into use. */
import { ADOPTED_YEARS, calendarAfter } from "../law/calendar/adopted.ts";
import { usualCalendar } from "../law/calendar/counting.ts";
import type { Calendar } from "../law/calendar/vocabulary.ts";
import type { Db } from "../platform/database/tables.ts";
import { type Adopted, type Known, listAdoptions } from "../register/public.ts";

/** The calendar made last, and the commit of the last change in it. */
let held: { readonly db: Db; readonly commit: number; readonly calendar: Calendar } | null = null;

/** All changes of years that are known at a commit, in the order of recording. */
export function listAdoptedYears(db: Db, known: Pick<Known, "commit">): Promise<readonly Adopted[]> {
  return listAdoptions(db, ADOPTED_YEARS, known);
}

/** The calendar by which a question as known at this commit is counted. */
export async function calendarAt(db: Db, known: Pick<Known, "commit">): Promise<Calendar> {
  const adopted = await listAdoptedYears(db, known);
  const last = adopted.at(-1);
  if (last === undefined) return usualCalendar();
  if (held?.db !== db || held.commit !== last.commit) {
    held = { db, commit: last.commit, calendar: calendarAfter(adopted) };
  }
  return held.calendar;
}
