/** How two readings of a year of the calendar differ, day by day. Pure. */
import { type PlainDate, printedDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { type CalendarYear, REASONS } from "./vocabulary.ts";

/** One difference between two readings of a year. */
type Difference = { readonly on: PlainDate; readonly text: Sentence };

const byDay = (a: { readonly on: string }, b: { readonly on: string }) => (a.on < b.on ? -1 : 1);

/** What a change of a year would do to its days, in order. */
export function differencesOf(
  before: CalendarYear,
  after: Pick<CalendarYear, "daysOff" | "worked">,
): Difference[] {
  const lost = <T extends { readonly on: PlainDate }>(from: readonly T[], to: readonly T[]) =>
    from.filter(({ on }) => !to.some((other) => other.on === on));
  const told = (on: PlainDate, vi: string, en: string): Difference => {
    const day = printedDate(on);
    return { on, text: { vi: `${day} ${vi}`, en: `${day} ${en}` } };
  };
  return [
    ...lost(after.daysOff, before.daysOff).map(({ on, reason }) =>
      told(on, `thành ngày nghỉ: ${REASONS[reason].vi}`, `becomes a day off: ${REASONS[reason].en}`),
    ),
    ...lost(before.daysOff, after.daysOff).map(({ on }) => told(on, "không còn nghỉ", "is no longer off")),
    ...lost(after.worked, before.worked).map(({ on }) =>
      told(on, "thành ngày làm bù", "becomes a worked day"),
    ),
    ...lost(before.worked, after.worked).map(({ on }) =>
      told(on, "không còn là ngày làm bù", "is no longer a worked day"),
    ),
  ].sort(byDay);
}
