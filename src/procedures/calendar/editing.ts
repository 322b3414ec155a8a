/** A year of the calendar that an administrator changes: what is wrong with it, how it is kept. Pure. */
import { daySerial, printedDate } from "../../kernel/dates.ts";
import type { Problem, Sentence } from "../../kernel/problems.ts";
import { tidy } from "../../kernel/text.ts";
import { findAdoptedYear } from "../../law/calendar/adopted.ts";
import type { CalendarYear } from "../../law/calendar/vocabulary.ts";
import { isWeekend } from "../../law/calendar/weekdays.ts";
import type { NewYear } from "./vocabulary.ts";

const byDay = (a: { readonly on: string }, b: { readonly on: string }) => (a.on < b.on ? -1 : 1);

/** The year that was given, in order; an announced one from then on. */
export function yearGiven(
  year: number,
  { daysOff, worked }: Pick<NewYear, "daysOff" | "worked">,
): CalendarYear {
  return {
    ...{ year, status: "announced" },
    ...{ daysOff: [...daysOff].sort(byDay), worked: [...worked].sort(byDay) },
  };
}

/** The note of an adoption. */
export function noteOf(year: CalendarYear, why: string): string {
  return JSON.stringify({ year, why: tidy(why) });
}

/** What an adoption tells people; null where it is about something else. */
export function calendarTold(what: string, note: string | null): Sentence | null {
  const adopted = findAdoptedYear({ what, note });
  if (adopted === null) return null;
  const { year, why } = adopted;
  const [off, worked] = [year.daysOff.length, year.worked.length];
  return {
    vi: `Lịch làm việc năm ${year.year}: ${off} ngày nghỉ, ${worked} ngày làm bù (${why})`,
    en: `Working calendar of ${year.year}: ${off} days off, ${worked} worked weekend days (${why})`,
  };
}

function problem(code: string, field: string, message: Sentence, remedy: Sentence): Problem {
  return { code: `calendar.${code}`, status: code === "moved" ? 409 : 422, field, message, remedy };
}

function dayProblem(year: number, { daysOff, worked }: Pick<NewYear, "daysOff" | "worked">): Problem | null {
  const seen = new Set<string>();
  for (const { on } of [...daysOff, ...worked]) {
    const day = printedDate(on);
    if (Number(on.slice(0, 4)) !== year) {
      const message = { vi: `Ngày ${day} không thuộc năm ${year}.`, en: `${day} does not lie in ${year}.` };
      return problem("year", "daysOff", message, { vi: "Sửa lại ngày.", en: "Mend the day." });
    }
    if (seen.has(on)) {
      const message = { vi: `Ngày ${day} ghi hai lần.`, en: `${day} stands there twice.` };
      return problem("twice", "daysOff", message, { vi: "Giữ một dòng.", en: "Keep one line." });
    }
    seen.add(on);
  }
  const weekday = worked.find(({ on }) => !isWeekend(daySerial(on)));
  if (weekday !== undefined) {
    const day = printedDate(weekday.on);
    return problem(
      "weekday",
      "worked",
      { vi: `Ngày ${day} vốn là ngày làm việc.`, en: `${day} is a working day anyway.` },
      { vi: "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.", en: "A worked day is a Saturday or a Sunday." },
    );
  }
  const unpaired = worked.find(
    ({ insteadOf }) =>
      insteadOf !== null &&
      Number(insteadOf.slice(0, 4)) === year &&
      !daysOff.some(({ on }) => on === insteadOf),
  );
  if (unpaired === undefined || unpaired.insteadOf === null) return null;
  const [day, instead] = [printedDate(unpaired.on), printedDate(unpaired.insteadOf)];
  return problem(
    "insteadOf",
    "worked",
    {
      vi: `Ngày ${day} làm bù cho ngày ${instead}, nhưng ngày ${instead} không nghỉ.`,
      en: `${day} is worked instead of ${instead}, which is not off.`,
    },
    { vi: "Thêm ngày nghỉ hoán đổi, hoặc sửa ngày được bù.", en: "Add the day off, or mend the other day." },
  );
}

/** Why a year can't be changed so; null: it can. */
export function yearProblem(
  year: number,
  given: NewYear,
  present: { readonly year: CalendarYear; readonly version: number },
): Problem | null {
  if (given.was !== present.version) {
    return problem(
      "moved",
      "was",
      { vi: `Người khác vừa đổi lịch năm ${year}.`, en: `Somebody else has just changed ${year}.` },
      { vi: "Xem lại rồi đổi nếu vẫn cần.", en: "Look at it again, then change it if still needed." },
    );
  }
  const wrong = dayProblem(year, given);
  if (wrong !== null) return wrong;
  if (JSON.stringify(yearGiven(year, given)) !== JSON.stringify(present.year)) return null;
  return problem(
    "same",
    "daysOff",
    { vi: `Lịch năm ${year} đang đúng như vậy.`, en: `${year} is so already.` },
    { vi: "Đổi một ngày rồi ghi.", en: "Change a day, then record." },
  );
}
