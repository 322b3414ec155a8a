/** The days on which a date slider stops: the ends of months, then today. Pure. */
import { lastDay, type PlainDate, partialDate } from "../../../kernel/dates.ts";

const monthOf = (day: PlainDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** How many stops there are after the first. */
export function monthsBetween(first: PlainDate, today: PlainDate): number {
  return Math.max(0, monthOf(today) - monthOf(first));
}

/** The day of a stop: the last of its month, today in the present one. */
export function dayOfStop(stop: number, first: PlainDate, today: PlainDate): PlainDate {
  const month = monthOf(first) + stop;
  const year = Math.floor(month / 12);
  const day = lastDay(partialDate(`${year}-${String((month % 12) + 1).padStart(2, "0")}`));
  return day > today ? today : day;
}

/** The stop in whose month a day lies; days before and after the slider stand at its ends. */
export function stopOf(day: PlainDate, first: PlainDate, today: PlainDate): number {
  return Math.min(Math.max(0, monthOf(day) - monthOf(first)), monthsBetween(first, today));
}
