/** How far a round has come, and how far behind its monthly targets it is. Pure. */
import { lastDay, type PartialDate, type PlainDate, partialDate } from "../../kernel/dates.ts";
import type { ClearanceAttributes, MonthTarget } from "./vocabulary.ts";

/** What should be handed over by the end of a month, all months before it together. */
export type Due = { readonly month: PartialDate; readonly area: number };

/** The targets in the order of time, each with all before it. Two for one month are added. */
export function dueByMonth(targets: readonly MonthTarget[]): readonly Due[] {
  let area = 0;
  const months = [...new Set(targets.map((t) => t.month))].sort();
  return months.map((month) => {
    area += targets.filter((t) => t.month === month).reduce((sum, t) => sum + t.area, 0);
    return { month: partialDate(month), area };
  });
}

/**
 * How many months that have ended by the day have a target, all before it together, that is not handed over on the day:
 * 0 where none has ended yet. null: it has no targets, or nobody said how much is handed over.
 */
export function monthsBehind(
  { targets, handedOver }: Pick<ClearanceAttributes, "targets" | "handedOver">,
  asOf: PlainDate,
): number | null {
  if (targets === undefined) return null;
  const ended = dueByMonth(targets).filter(({ month }) => lastDay(month) <= asOf);
  if (ended.length === 0) return 0;
  if (handedOver === undefined) return null;
  return ended.filter(({ area }) => area > handedOver).length;
}

/** By how many m² the hand-over falls short of what should be there by the last month that has ended; null as above. */
export function areaBehind(
  { targets, handedOver }: Pick<ClearanceAttributes, "targets" | "handedOver">,
  asOf: PlainDate,
): number | null {
  if (targets === undefined) return null;
  const due = dueByMonth(targets).findLast(({ month }) => lastDay(month) <= asOf);
  if (due === undefined) return 0;
  return handedOver === undefined ? null : Math.max(due.area - handedOver, 0);
}

/** A share in percent with two decimals; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 100;
}
