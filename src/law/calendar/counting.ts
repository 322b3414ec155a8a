/** A calendar ready to count with: for every day how many working days there were so far, so that any count is one look. */
import { daySerial, plainDate } from "../../kernel/dates.ts";
import type { Mark } from "../marks.ts";
import { computedYear, solarDayOf } from "./computing.ts";
import {
  type Calendar,
  type CalendarYear,
  type DayOff,
  FIRST_YEAR,
  LAST_YEAR,
  type WorkedDay,
} from "./vocabulary.ts";
import { isWeekend } from "./weekdays.ts";
import { ANNOUNCED } from "./years.ts";

const FIRST = daySerial(plainDate(`${FIRST_YEAR}-01-01`));
const LAST = daySerial(plainDate(`${LAST_YEAR}-12-31`));
const DAYS = LAST - FIRST + 1;

const STARTS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 2 }, (_, i) =>
  daySerial(plainDate(`${FIRST_YEAR + i}-01-01`)),
);

/** The year of a day that is covered. */
function yearOf(serial: number): number {
  let guess = Math.floor((serial - FIRST) / 365.25);
  while ((STARTS[guess + 1] ?? Number.POSITIVE_INFINITY) <= serial) guess += 1;
  while ((STARTS[guess] ?? Number.NEGATIVE_INFINITY) > serial) guess -= 1;
  return FIRST_YEAR + guess;
}

type Lists = { readonly off: ReadonlyMap<number, DayOff>; readonly worked: ReadonlyMap<number, WorkedDay> };

function listsOf(years: ReadonlyMap<number, CalendarYear>): Lists {
  const off = new Map<number, DayOff>();
  const worked = new Map<number, WorkedDay>();
  for (const year of years.values()) {
    for (const d of year.daysOff) off.set(daySerial(plainDate(d.on)), d);
    for (const d of year.worked) worked.set(daySerial(plainDate(d.on)), d);
  }
  return { off, worked };
}

/** `upTo[i]`: working days up to and with the i-th day; `nth[n]`: the day that is the n-th working day. */
function countsOf({ off, worked }: Lists): { readonly upTo: Int32Array; readonly nth: Int32Array } {
  const upTo = new Int32Array(DAYS);
  const nth = new Int32Array(DAYS + 1);
  let count = 0;
  for (let i = 0; i < DAYS; i++) {
    const serial = FIRST + i;
    if (worked.has(serial) || (!isWeekend(serial) && !off.has(serial))) {
      count += 1;
      nth[count] = serial;
    }
    upTo[i] = count;
  }
  return { upTo, nth: nth.slice(0, count + 1) };
}

function tetOf(year: CalendarYear): { from: number; to: number; mark: Mark } | null {
  if (year.status === "provisional") {
    const first = daySerial(solarDayOf(year.year, 1, 1));
    return { from: first, to: first, mark: "computed" };
  }
  const days = year.daysOff.filter((d) => d.reason === "tet");
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { from: daySerial(plainDate(first.on)), to: daySerial(plainDate(last.on)), mark: first.mark };
}

/** The calendar of these years; a year that is not among them is computed. */
export function calendarOf(given: readonly CalendarYear[]): Calendar {
  const years = new Map<number, CalendarYear>();
  for (let y = FIRST_YEAR; y <= LAST_YEAR; y++) years.set(y, computedYear(y));
  for (const year of given) years.set(year.year, year);
  const lists = listsOf(years);
  const { upTo, nth } = countsOf(lists);
  const tets = new Map([...years].map(([y, year]) => [y, tetOf(year)] as const));
  const at = (serial: number): number => {
    const count = upTo[serial - FIRST];
    if (count === undefined) throw new RangeError(`no calendar of day ${serial}`);
    return count;
  };
  const isWorking = (serial: number) => at(serial) > (serial === FIRST ? 0 : at(serial - 1));
  const isProvisionalYear = (year: number) => years.get(year)?.status === "provisional";
  return {
    covers: (serial) => serial >= FIRST && serial <= LAST,
    isWorking,
    workingUpTo: at,
    nthWorking: (n) => (n < 1 ? FIRST : (nth[n] ?? Number.NaN)),
    whyOff: (serial) => {
      if (isWorking(serial)) return null;
      const off = lists.off.get(serial);
      if (off === undefined) return { kind: "weekly" };
      return { kind: "off", off, provisional: isProvisionalYear(yearOf(serial)) };
    },
    whyWorked: (serial) => lists.worked.get(serial) ?? null,
    year: (year) => years.get(year) ?? null,
    tet: (year) => tets.get(year) ?? null,
    isProvisional: (from, to) => {
      for (let y = yearOf(from); y <= yearOf(to); y++) if (isProvisionalYear(y)) return true;
      return false;
    },
  };
}

let builtIn: Calendar | null = null;

/** The calendar that ships: the announced years, and the computed ones around them. */
export function usualCalendar(): Calendar {
  builtIn ??= calendarOf(ANNOUNCED);
  return builtIn;
}
