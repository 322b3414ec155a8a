/**
 * Days of Vietnam (UTC+7) without a clock: a `PlainDate` is text `YYYY-MM-DD`, so that no time zone can move it.
 * A paper often states less than a day; a `PartialDate` keeps exactly what was printed.
 */

declare const plain: unique symbol;
declare const partial: unique symbol;

/** A day, `YYYY-MM-DD`, that exists in the proleptic Gregorian calendar. */
export type PlainDate = string & { readonly [plain]: true };
/** A day, a month (`YYYY-MM`) or a year (`YYYY`): no more than the paper says. */
export type PartialDate = string & { readonly [partial]: true };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Days since 1970-01-01 of a civil date (Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
function serialOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function textOf(serial: number): string {
  const z = serial + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Number of days of a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isRealDay(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether the text is an existing day written `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  const m = DAY.exec(text);
  return m !== null && isRealDay(Number(m[1]), Number(m[2]), Number(m[3]));
}

/** Whether the text is a year, a month or a day that exists. */
export function isPartialDate(text: string): text is PartialDate {
  const m = PARTIAL.exec(text);
  return m !== null && isRealDay(Number(m[1]), Number(m[2] ?? 1), Number(m[3] ?? 1));
}

/** The day a literal or trusted text names. Throws RangeError where it is none: a broken assumption. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a day written YYYY-MM-DD: ${text}`);
  return text;
}

/** The partial date a trusted text names. Throws RangeError where it is none. */
export function partialDate(text: string): PartialDate {
  if (!isPartialDate(text)) throw new RangeError(`not a year, month or day: ${text}`);
  return text;
}

/** The day `days` later (earlier where negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return plainDate(textOf(daySerial(date) + days));
}

/** Whole days from 1970-01-01; equal steps make it fit for differences. */
export function daySerial(date: PlainDate): number {
  return serialOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** The day of a serial: the inverse of `daySerial`. */
export function dayOfSerial(serial: number): PlainDate {
  return plainDate(textOf(serial));
}

/** First day that a partial date may mean. */
export function firstDay(date: PartialDate | PlainDate): PlainDate {
  return plainDate(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);
}

/** Last day that a partial date may mean. */
export function lastDay(date: PartialDate | PlainDate): PlainDate {
  if (date.length === 4) return plainDate(`${date}-12-31`);
  if (date.length === 7) {
    const last = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
    return plainDate(`${date}-${String(last).padStart(2, "0")}`);
  }
  return plainDate(date);
}

/** The exclusive end that is stored for a closing day printed in a paper, which is inclusive. */
export function exclusiveEnd(closing: PartialDate): PlainDate {
  return addDays(lastDay(closing), 1);
}

/** The same day some months earlier, or the last one of a month that is too short: 29 February gives 28 February. */
export function monthsBefore(date: PlainDate, months: number): PlainDate {
  const before = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  const year = Math.floor(before / 12);
  const month = before - year * 12 + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return plainDate(
    `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
  );
}

/** The same day one year earlier. */
export function oneYearBefore(date: PlainDate): PlainDate {
  return monthsBefore(date, 12);
}

/** The day in Vietnam (UTC+7, no summer time) at an instant given in milliseconds since the epoch. */
export function vietnamDay(epochMilliseconds: number): PlainDate {
  return plainDate(textOf(Math.floor((epochMilliseconds + 7 * 3_600_000) / 86_400_000)));
}

/** A day as the exact kind of partial date. */
export function partialOfDay(day: PlainDate): PartialDate {
  return partialDate(day);
}

/** The later of two partial dates by the last day each may mean; the more exact one where those are equal. */
export function laterOf(a: PartialDate | null, b: PartialDate | null): PartialDate | null {
  if (a === null) return b;
  if (b === null) return a;
  const [endA, endB] = [lastDay(a), lastDay(b)];
  if (endA !== endB) return endA > endB ? a : b;
  return a.length >= b.length ? a : b;
}

/** A partial date as Vietnamese papers print it: `30/11/2023`, `11/2023`, `2023`. */
export function printedDate(date: PartialDate | PlainDate): string {
  return date.split("-").reverse().join("/");
}
