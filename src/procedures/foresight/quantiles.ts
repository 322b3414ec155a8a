/** What is usual and what is long: the median and the 90th percentile of the days that something took. Pure. */
import { daySerial, type PlainDate } from "../../kernel/dates.ts";

/** One that was finished: its first and its last day. */
export type Finished = { readonly from: PlainDate; readonly to: PlainDate };

/** Days of those that were finished from one day to another, both included; null of none. */
export type DaysTaken = {
  readonly count: number;
  readonly median: number | null;
  readonly ninetieth: number | null;
};

/** The days of whatever was finished within a time. */
export function daysTaken(
  finished: readonly Finished[],
  within: { readonly from: PlainDate; readonly to: PlainDate },
): DaysTaken {
  const days = finished
    .filter((f) => within.from <= f.to && f.to <= within.to)
    .map((f) => daySerial(f.to) - daySerial(f.from));
  return { count: days.length, median: percentileOf(days, 50), ninetieth: percentileOf(days, 90) };
}

/**
 * The smallest of the values that at least so many percent do not exceed: always one that really happened, so that an
 * officer can open it. Null of none.
 */
export function percentileOf(values: readonly number[], percent: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)] ?? null;
}
