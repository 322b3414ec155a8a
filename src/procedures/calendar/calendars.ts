/** A year of the calendar as it is and was, and a change of it, which is a commit of its own. */
import { uuidv7 } from "uuidv7";
import { type Outcome, refused } from "../../kernel/problems.ts";
import { tidy } from "../../kernel/text.ts";
import { adoptedAs, findAdoptedYear } from "../../law/calendar/adopted.ts";
import { computedYear } from "../../law/calendar/computing.ts";
import type { CalendarYear } from "../../law/calendar/vocabulary.ts";
import { ANNOUNCED } from "../../law/calendar/years.ts";
import type { Db } from "../../platform/database/tables.ts";
import { type Adopted, findKnown, isRecorded, type Receipt, type Writer } from "../../register/public.ts";
import { listAdoptedYears } from "../../settings/public.ts";
import { noteOf, yearGiven, yearProblem } from "./editing.ts";
import type { NewYear, YearChange } from "./vocabulary.ts";

export { calendarAt, listAdoptedYears } from "../../settings/public.ts";

/** One year with how often it was changed, and each change, the newest first. */
export function yearOf(
  year: number,
  adopted: readonly Adopted[],
  nameOf: (author: string) => string,
): { readonly year: CalendarYear; readonly version: number; readonly changes: readonly YearChange[] } {
  const own = adopted.filter(({ what }) => what === adoptedAs(year));
  const changes = own.map(({ what, note, author, commit, at }) => ({
    ...{ why: findAdoptedYear({ what, note })?.why ?? "", author: nameOf(author), commit, at },
  }));
  const last = own.at(-1);
  const changed = last === undefined ? null : findAdoptedYear(last);
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
