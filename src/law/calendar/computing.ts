/**
 * A year that nobody has announced yet: the holidays of Labour Code 45/2019, article 112, by sun and moon, and the days
 * in lieu of article 111.3. The moon is Vietnam's (UTC+7), which is not always China's.
 */
import { getSolarDate } from "@dqcai/vn-lunar";
import { addDays, daySerial, type PlainDate, plainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { type CalendarYear, type DayOff, LAST_YEAR, type Reason } from "./vocabulary.ts";
import { isWeekend, weekdayOf } from "./weekdays.ts";

const CODE = "Bộ luật Lao động 45/2019/QH14, Đ.112";
const IN_LIEU = "Bộ luật Lao động 45/2019/QH14, Đ.111.3";
const CULTURE = "Nghị quyết 28/2026/QH16, Đ.2";
/** The first year with the holiday of 24 November. */
const CULTURE_FROM = 2026;
/** Before this year 2 September alone was the National Day. */
const SECOND_NATIONAL_DAY_FROM = 2021;

const ARGUABLE: Sentence = {
  vi: "trùng ngày nghỉ hằng tuần; có được nghỉ bù hay không còn có cách hiểu khác nhau, ở đây không tính nghỉ bù",
  en: "on a weekly day off; whether a day in lieu follows is arguable, none is counted here",
};
const CHOSEN: Sentence = {
  vi: "Thủ tướng chọn ngày liền trước hay liền sau; ở đây tạm lấy ngày gần cuối tuần hơn",
  en: "the Prime Minister chooses the day before or after; the one nearer to a weekend is taken for now",
};
const TET_CHOSEN: Sentence = {
  vi: "Thủ tướng chọn 5 ngày nghỉ; ở đây tạm lấy ngày cuối năm cũ và 4 ngày đầu năm mới",
  en: "the Prime Minister chooses the five days; the last of the old year and four of the new one are taken for now",
};

const two = (n: number) => String(n).padStart(2, "0");

/** The solar day of a day of the Vietnamese lunar calendar that is in no leap month. */
export function solarDayOf(lunarYear: number, lunarMonth: number, lunarDay: number): PlainDate {
  const { year, month, day } = getSolarDate(lunarDay, lunarMonth, lunarYear);
  return plainDate(`${year}-${two(month)}-${two(day)}`);
}

function holiday(on: PlainDate, reason: Reason, of: Partial<Pick<DayOff, "paper" | "note">> = {}): DayOff {
  return { on, reason, paper: CODE, mark: "computed", note: null, ...of };
}

/** 2 September and the day beside it. */
function nationalDays(year: number): DayOff[] {
  const day = plainDate(`${year}-09-02`);
  if (year < SECOND_NATIONAL_DAY_FROM) return [holiday(day, "nationalDay")];
  // Of a Monday, a Thursday and a Sunday the day after lies nearer to the weekend, or beyond it.
  const after = [0, 1, 4].includes(weekdayOf(daySerial(day)));
  const second = holiday(addDays(day, after ? 1 : -1), "nationalDay", { note: CHOSEN });
  return after ? [holiday(day, "nationalDay"), second] : [second, holiday(day, "nationalDay")];
}

function holidaysOf(year: number): DayOff[] {
  const newYear = solarDayOf(year, 1, 1);
  const tet = [-1, 0, 1, 2, 3].map((n) => holiday(addDays(newYear, n), "tet", { note: TET_CHOSEN }));
  const culture = plainDate(`${year}-11-24`);
  const note = isWeekend(daySerial(culture)) ? ARGUABLE : null;
  return [
    holiday(plainDate(`${year}-01-01`), "newYear"),
    ...tet,
    holiday(solarDayOf(year, 3, 10), "hungKings"),
    holiday(plainDate(`${year}-04-30`), "reunification"),
    holiday(plainDate(`${year}-05-01`), "labour"),
    ...nationalDays(year),
    ...(year >= CULTURE_FROM ? [holiday(culture, "cultureDay", { paper: CULTURE, note })] : []),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The days in lieu: for each holiday on a weekly day off the next working day that is not off already. */
function inLieuOf(holidays: readonly DayOff[]): DayOff[] {
  const taken = new Set<string>(holidays.map((h) => h.on));
  const more: DayOff[] = [];
  for (const { on, reason } of holidays) {
    if (!isWeekend(daySerial(on)) || reason === "cultureDay") continue;
    let next = addDays(on, 1);
    while (taken.has(next) || isWeekend(daySerial(next))) next = addDays(next, 1);
    taken.add(next);
    more.push(holiday(next, "inLieu", { paper: IN_LIEU }));
  }
  return more;
}

const computed = new Map<number, CalendarYear>();

/** The days off of a year by the law and the moon, marked provisional. */
export function computedYear(year: number): CalendarYear {
  const known = computed.get(year);
  if (known !== undefined) return known;
  const holidays = holidaysOf(year);
  // 24 November never follows a day in lieu, nor does any of them reach into another year.
  const daysOff = [...holidays, ...inLieuOf(holidays)].sort((a, b) => (a.on < b.on ? -1 : 1));
  const made: CalendarYear = { year, status: "provisional", daysOff: onceEach(daysOff), worked: [] };
  if (year <= LAST_YEAR) computed.set(year, made);
  return made;
}

/** Two holidays may fall on one day (Giỗ Tổ on 30/4): the day is off once. */
function onceEach(days: readonly DayOff[]): DayOff[] {
  return days.filter((d, i) => days[i - 1]?.on !== d.on);
}
