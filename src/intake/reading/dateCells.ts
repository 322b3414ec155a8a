/** Dates as Vietnamese papers and sheets print them: no more of a date is kept than is printed. */
import {
  addDays,
  isPartialDate,
  lastDay,
  type PartialDate,
  type PlainDate,
  plainDate,
} from "../../kernel/dates.ts";
import type { Precision } from "../../kernel/precision.ts";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import { tidy } from "../../kernel/text.ts";
import { saysNothing } from "./blank.ts";
import { type Cell, isDateValue } from "./cell.ts";
import { cellProblem, extraWords, findFormulaProblem, twoValues } from "./cellProblems.ts";
import { findPrecisionWord } from "./precisionWords.ts";
import { folded } from "./units.ts";
import { findDateOfSerial } from "./xlsx/serials.ts";

/** A date, and how exact its paper says it is (`dự kiến tháng 12/2024`). */
export type DatedCell = {
  readonly date: PartialDate;
  readonly precision: Precision;
  readonly precisionWord: string | null;
};

/** Days from and to, both inclusive. */
export type Period = { readonly from: PlainDate; readonly to: PlainDate };

/** The programme's papers begin after 1945; a later year than 2100 is a slip. */
const FIRST_YEAR = 1945;
const LAST_YEAR = 2100;
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

type Parts = {
  readonly year: string;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
};

/** Spellings over folded text, with groups named year, month (a number or a name) and day. */
const SPELLINGS: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?)?$/,
  /^(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})$/,
  /^(?:ngay )?(?<day>\d{1,2}) ?[/.-] ?(?<month>\d{1,2}) ?[/.-] ?(?<year>\d{4})(?: 0?0:00(?::00)?)?$/,
  /^(?:ngay )?(?<day>\d{1,2}) ?(?:thang|\/) ?(?<month>\d{1,2}) ?(?:,? ?nam|\/|,) ?(?<year>\d{4})$/,
  /^(?:thang |thang|t ?)?(?<month>\d{1,2}) ?[/.-] ?(?<year>\d{4})$/,
  /^(?:thang |t)(?<month>\d{1,2}),? (?:nam )?(?<year>\d{4})$/,
  /^(?:nam )?(?<year>\d{4})$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]{3,9})\.?,? (?<year>\d{4})$/,
  /^(?<month>[a-z]{3,9})\.? (?:(?<day>\d{1,2})(?:st|nd|rd|th)?, ?)?(?<year>\d{4})$/,
];

const QUARTER = /^(?:quy|q) ?(?<quarter>[1-4]|i{1,3}|iv) ?[/., -]? ?(?:nam )?(?<year>\d{4})$/;
const HALF = /^(?:6|sau) thang (?<half>dau|cuoi)(?: nam)? (?<year>\d{4})$/;
const YEARS = /^(?:giai doan )?(?:tu )?(?:nam )?(?<from>\d{4}) ?(?:-|den|toi) ?(?:nam )?(?<to>\d{4})$/;

/** A date of day, month or year. Null where the cell says nothing; a quarter, being none of these, is refused. */
export function parseDate(cell: Cell): Outcome<DatedCell | null> {
  const { value } = cell;
  const broken = findFormulaProblem(cell);
  if (broken !== null) return refused(broken);
  if (value === null || (typeof value === "string" && saysNothing(value))) return done(null);
  if (isDateValue(value)) return inRange(cell, { date: value.date, precision: "exact", precisionWord: null });
  if (typeof value === "string") return ofText(cell, tidy(value));
  return typeof value === "number" ? ofNumber(cell, value) : refused(notDate(cell));
}

/** The date of a text without any words beside it (`16-10-2020`, `tháng 11 năm 2023`), or null. */
export function findDate(text: string): PartialDate | null {
  const key = folded(text).replace(/[‐‑‒–—−]/g, "-");
  for (const spelling of SPELLINGS) {
    const groups = spelling.exec(key)?.groups;
    const date = groups?.year === undefined ? null : dateOf({ ...groups, year: groups.year });
    if (date !== null) return date;
  }
  return null;
}

function dateOf({ year, month, day }: Parts): PartialDate | null {
  const number =
    month === undefined ? undefined : /^\d/.test(month) ? Number(month) : MONTHS[month.slice(0, 3)];
  if (month !== undefined && number === undefined) return null;
  const parts = [year, number, day].filter((p) => p !== undefined).map((p) => String(p).padStart(2, "0"));
  const text = parts.join("-");
  return isPartialDate(text) ? text : null;
}

function ofText(cell: Cell, text: string): Outcome<DatedCell | null> {
  const whole = findDate(text);
  if (whole !== null) return inRange(cell, { date: whole, precision: "exact", precisionWord: null });
  if (/(?:^| )(?:quy|q) ?(?:[1-4]|i{1,3}|iv)(?![\p{L}\d])/u.test(folded(text)))
    return refused(quarterForDate(cell));
  // A date begins at its first word or digit; what stands before may be a word of precision.
  const begin = /(?:ngày|tháng|năm|quý|ngay|thang|nam|quy|t|q)?\s*\d/iu.exec(text);
  const front = text.slice(0, begin?.index ?? 0).trim();
  const date = begin === null ? null : findDate(text.slice(begin.index));
  const words = findPrecisionWord(front);
  if (date !== null && words === null) return refused(extraWords(cell, front));
  if (date !== null && words !== null) return inRange(cell, { date, ...words });
  return refused(whyNoDate(cell, text));
}

function whyNoDate(cell: Cell, text: string): Problem {
  const key = folded(text).replace(/[‐‑‒–—−]/g, "-");
  if (/^(?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(key) || /^(?:thang |t)?\d{1,2}[/.-]\d{2}$/.test(key)) {
    return twoDigitYear(cell);
  }
  if ((key.match(/\d{4}/g)?.length ?? 0) > 1) return twoValues(cell);
  return notDate(cell);
}

/** A plain number: a year, or a date whose format was lost; the latter is asked, not taken. */
function ofNumber(cell: Cell, value: number): Outcome<DatedCell | null> {
  const text = String(value);
  if (isPartialDate(text)) return inRange(cell, { date: text, precision: "exact", precisionWord: null });
  const lost = value >= 10_000 ? findDateOfSerial(value, "day", false) : null;
  return refused(lost === null ? notDate(cell) : lostDate(cell, lost));
}

function inRange(cell: Cell, dated: DatedCell): Outcome<DatedCell> {
  const year = Number(dated.date.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? done(dated) : refused(yearOutOfRange(cell));
}

/** A period: a date's own day, month or year, a quarter, a half year, or years (`2021-2025`). Null where nothing. */
export function parsePeriod(cell: Cell): Outcome<Period | null> {
  const text = typeof cell.value === "string" ? folded(cell.value).replace(/[‐‑‒–—−]/g, "-") : "";
  const quarter = QUARTER.exec(text)?.groups;
  if (quarter !== undefined) {
    const number = { i: 1, ii: 2, iii: 3, iv: 4 }[quarter.quarter ?? ""] ?? Number(quarter.quarter);
    return done(months(quarter.year ?? "", number * 3 - 2, 3));
  }
  const half = HALF.exec(text)?.groups;
  if (half !== undefined) return done(months(half.year ?? "", half.half === "dau" ? 1 : 7, 6));
  const years = YEARS.exec(text)?.groups;
  if (years?.from !== undefined && years.to !== undefined && years.from <= years.to) {
    return done({ from: plainDate(`${years.from}-01-01`), to: plainDate(`${years.to}-12-31`) });
  }
  const dated = parseDate(cell);
  if (!dated.ok || dated.value === null) return dated.ok ? done(null) : dated;
  const { date, precisionWord } = dated.value;
  if (precisionWord !== null) return refused(extraWords(cell, precisionWord));
  return done(months(date.slice(0, 4), Number(date.slice(5, 7) || "1"), date.length === 4 ? 12 : 1, date));
}

function months(year: string, first: number, count: number, day?: PartialDate): Period {
  if (day?.length === 10) return { from: plainDate(day), to: plainDate(day) };
  const from = plainDate(`${year}-${String(first).padStart(2, "0")}-01`);
  let to = addDays(from, -1);
  for (let i = 0; i < count; i++) to = endOfMonth(addDays(to, 1));
  return { from, to };
}

function endOfMonth(day: PlainDate): PlainDate {
  const month = day.slice(0, 7);
  return isPartialDate(month) ? lastDay(month) : day;
}

const WRITE_DATE: readonly [string, string] = [
  "Ghi “16/10/2020”, “11/2023” hoặc “2023”, đúng như văn bản ghi.",
  "Write “16/10/2020”, “11/2023” or “2023”, just as the paper says.",
];

const notDate = (cell: Cell): Problem =>
  cellProblem(
    cell,
    "not-a-date",
    ["không đọc được thành ngày, tháng hoặc năm có thật", "this is no day, month or year that exists"],
    WRITE_DATE,
  );

const quarterForDate = (cell: Cell): Problem =>
  cellProblem(
    cell,
    "quarter-for-date",
    ["quý không phải là ngày, tháng hay năm", "a quarter is no day, month or year"],
    [
      "Ghi tháng cuối của quý kèm chữ “dự kiến” nếu là mốc dự kiến (quý IV/2023: “dự kiến 12/2023”), hoặc ngày của văn bản.",
      "Write the last month of the quarter with “dự kiến” for an expected date, or the day of the paper.",
    ],
  );

const twoDigitYear = (cell: Cell): Problem =>
  cellProblem(
    cell,
    "two-digit-year",
    ["năm chỉ có hai chữ số", "the year has two digits only"],
    [
      "Ghi đủ bốn chữ số của năm, ví dụ “16/10/2020”.",
      "Write the year with four digits, for instance “16/10/2020”.",
    ],
  );

const lostDate = (cell: Cell, date: PartialDate): Problem => {
  const day = date.split("-").reverse().join("/");
  return cellProblem(
    cell,
    "date-format-lost",
    [`số này có thể là ngày ${day} bị mất định dạng`, `this number may be the day ${day} without its format`],
    [
      `Đặt định dạng ô là Date, hoặc ghi “${day}” dạng chữ.`,
      `Give the cell a Date format, or write “${day}” as text.`,
    ],
  );
};

const yearOutOfRange = (cell: Cell): Problem =>
  cellProblem(
    cell,
    "year-out-of-range",
    [`năm nằm ngoài ${FIRST_YEAR}–${LAST_YEAR}`, `the year lies outside ${FIRST_YEAR} to ${LAST_YEAR}`],
    WRITE_DATE,
  );
