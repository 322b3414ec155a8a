/** The calendar as known at a commit, and a change of a year, which is a commit of its own. */
import { uuidv7 } from "uuidv7";
import { type Outcome, refused } from "../../kernel/problems.ts";
import { tidy } from "../../kernel/text.ts";
import { computedYear } from "../../law/calendar/computing.ts";
import { calendarOf, usualCalendar } from "../../law/calendar/counting.ts";
import type { Calendar, CalendarYear } from "../../law/calendar/vocabulary.ts";
import { ANNOUNCED } from "../../law/calendar/years.ts";
import type { Db } from "../../platform/database/tables.ts";
import {
  type Adopted,
  findKnown,
  isRecorded,
  type Known,
  listAdoptions,
  type Receipt,
  type Writer,
} from "../../register/public.ts";
import { adoptedAs, findAdoptedYear, noteOf, yearGiven, yearProblem } from "./editing.ts";
import type { NewYear, YearChange } from "./vocabulary.ts";

/** The calendar made last, and the commit of the last change in it. */
let held: { readonly db: Db; readonly commit: number; readonly calendar: Calendar } | null = null;

/** All changes of years that are known at a commit, in the order of recording. */
export function listAdoptedYears(db: Db, known: Pick<Known, "commit">): Promise<readonly Adopted[]> {
  return listAdoptions(db, "calendar.", known);
}

/** The calendar with these changes of its years. */
function calendarAfter(adopted: readonly Adopted[]): Calendar {
  const years = new Map(ANNOUNCED.map((y) => [y.year, y] as const));
  for (const { what, note } of adopted) {
    const found = findAdoptedYear(what, note);
    if (found !== null) years.set(found.year.year, found.year);
  }
  return calendarOf([...years.values()]);
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

/** One year with how often it was changed, and each change, the newest first. */
export function yearOf(
  year: number,
  adopted: readonly Adopted[],
  nameOf: (author: string) => string,
): { readonly year: CalendarYear; readonly version: number; readonly changes: readonly YearChange[] } {
  const own = adopted.filter(({ what }) => what === adoptedAs(year));
  const changes = own.map(({ what, note, author, commit, at }) => ({
    ...{ why: findAdoptedYear(what, note)?.why ?? "", author: nameOf(author), commit, at },
  }));
  const last = own.at(-1);
  const changed = last === undefined ? null : findAdoptedYear(last.what, last.note);
  const shipped = ANNOUNCED.find((y) => y.year === year) ?? computedYear(year);
  return { year: changed?.year ?? shipped, version: last?.version ?? 0, changes: changes.reverse() };
}

type Deps = { readonly db: Db; readonly writer: Writer };

/** Changes one year: an adoption in a commit of its own, so that it is known from then on and never before. */
export async function changeYear(
  { db, writer }: Deps,
  year: number,
  { given, author }: { readonly given: NewYear; readonly author: string },
): Promise<Outcome<Receipt>> {
  const known = await findKnown(db, null);
  if (!known.ok) return known;
  const present = yearOf(year, await listAdoptedYears(db, known.value), (a) => a);
  const problem = yearProblem(year, given, present);
  // The writer gives a repetition its first answer again; by now the year is what it asked for.
  if (problem !== null && !(await isRecorded(db, given.requestKey))) return refused(problem);
  const { requestKey, was } = given;
  const note = noteOf(yearGiven(year, given), tidy(given.why));
  return writer.submit({
    ...{ requestKey, content: { calendar: note, was }, kind: "setting", detail: {}, author },
    ...{ documents: [], changes: [], entries: [], claims: [], expected: new Map() },
    adoptions: [{ id: uuidv7(), what: adoptedAs(year), version: was + 1, note }],
  });
}
