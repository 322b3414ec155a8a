/** The waits and limits of site clearance as the one clock counts them, with the way to each date. Pure. */
import {
  addDays,
  firstDay,
  lastDay,
  type PartialDate,
  type PlainDate,
  printedDate,
} from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Calendar } from "../../law/calendar/vocabulary.ts";
import type { Mark } from "../../law/marks.ts";
import { deadlineOf, type Limit, type Line, limitOf, startedOn } from "../../procedures/clock/public.ts";
import { NOTICE_MONTHS, type Wait } from "./waits.ts";

/** A day by the law, and why. */
export type Bound = {
  readonly day: PlainDate;
  /** The day that it is counted from is known to the day, and the calendar that it rests on is announced. */
  readonly exact: boolean;
  readonly article: string;
  readonly mark: Mark;
  readonly text: Sentence;
  /** How the date came about; made when asked. */
  readonly explain: () => readonly Line[];
};

/**
 * A wait as the clock counts it. A minimum does not move to a working day; enforcement alone is forbidden on days off,
 * holidays and around Tết. Nothing that is supplied later stops the time of a round.
 */
export function limitOfWait({ kind, step, article, mark }: Wait, count: number): Limit {
  return limitOf({
    ...{ unit: "calendar", count, kind, supplement: "ignored", article, mark },
    ...(kind === "notBefore" ? { rollsForward: false } : {}),
    ...(step === "enforcement" ? { blackout: "tet15" } : {}),
  });
}

type Counted = {
  readonly start: PartialDate;
  /** What the start was. */
  readonly label: Sentence;
  readonly text: Sentence;
  readonly calendar: Calendar;
};

const UNANNOUNCED = {
  vi: "; ngày nghỉ, Tết của năm này chưa công bố",
  en: "; the days off of that year are not announced",
} as const satisfies Sentence;

/** The day that a limit gives; null: it lies outside the calendar. */
function boundBy(limit: Limit, { start, label, text, calendar }: Counted): Bound | null {
  const from = limit.kind === "notBefore" ? lastDay(start) : firstDay(start);
  const deadline = deadlineOf(limit, startedOn(from, label), calendar);
  const day = deadline.dueOn ?? deadline.notBefore;
  const { article, mark } = limit;
  if (day === null || article === null || mark === null) return null;
  const { provisional, explain } = deadline;
  const said = provisional ? { vi: text.vi + UNANNOUNCED.vi, en: text.en + UNANNOUNCED.en } : text;
  return { day, exact: start.length === 10 && !provisional, article, mark, text: said, explain };
}

/** The day that a wait gives, so many days after its start. */
export function boundOfWait(wait: Wait, days: number, counted: Counted): Bound | null {
  return boundBy(limitOfWait(wait, days), counted);
}

/**
 * The first day on which a notice no longer holds: it lives to the end of the last day of its months. That is how long it
 * holds, not by when something is to be done, and so does not move to a working day.
 */
export function boundOfNotice(
  where: { readonly article: string; readonly mark: Mark },
  counted: Counted,
): Bound | null {
  const limit = limitOf({
    ...{ unit: "month", count: NOTICE_MONTHS, supplement: "ignored", rollsForward: false, ...where },
  });
  const last = boundBy(limit, counted);
  return last === null ? null : { ...last, day: addDays(last.day, 1) };
}

/** What may not come yet is not due yet: it is due on the first day on which it may come, or the next working day. */
export function dueOnceAllowed(due: Bound, notBefore: Bound, calendar: Calendar): Bound {
  if (due.day >= notBefore.day) return due;
  const limit = limitOf({ unit: "calendar", count: 0, supplement: "ignored" });
  const day = deadlineOf(limit, startedOn(notBefore.day), calendar).dueOn ?? notBefore.day;
  const [first, last] = [printedDate(notBefore.day), printedDate(day)];
  const line: Line = {
    kind: "roll",
    text: {
      vi: `Chưa được làm trước ngày ${first}, nên hạn là hết ngày ${last}`,
      en: `It may not be done before ${first}, so it is due by the end of ${last}`,
    },
    ...{ on: day, paper: notBefore.article, mark: notBefore.mark },
  };
  return {
    ...{ ...due, day, exact: due.exact && notBefore.exact },
    explain: () => [...due.explain(), ...notBefore.explain(), line],
  };
}
