/** The days that were counted on the way to a date and those that were passed over, as lines. */
import { dayOfSerial, daySerial } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { REASONS, WEEKLY, type WhyOff, type WorkedDay } from "../../law/calendar/vocabulary.ts";
import { isWeekend } from "../../law/calendar/weekdays.ts";
import { type Counting, STANDING, spanAt } from "./counting.ts";
import { dateSaid, daySaid, inBoth, type Language } from "./saying.ts";
import type { Line } from "./vocabulary.ts";

/** A line of the explanation. */
export function line(
  kind: Line["kind"],
  text: Sentence,
  more: Partial<Pick<Line, "on" | "paper" | "mark">> = {},
): Line {
  return { kind, text, on: null, paper: null, mark: null, ...more };
}

function saidWhy(why: WhyOff, language: Language): string {
  return why.kind === "weekly" ? WEEKLY[language] : REASONS[why.off.reason][language];
}

/** What kind of day off it is: “ngày nghỉ hằng tuần”, “ngày nghỉ (Tết Nguyên đán)”. */
export function dayOffSaid(why: WhyOff, language: Language): string {
  if (why.kind === "weekly") return WEEKLY[language];
  const reason = REASONS[why.off.reason][language];
  return language === "vi" ? `ngày nghỉ (${reason})` : `a day off (${reason})`;
}

/** Whether the date is found without counting over days off: a date of the calendar, or back from an event. */
export function isFixed({ limit }: Counting): boolean {
  return limit.before !== null || limit.direction === "back";
}

/** The days over which it is counted, the first and the last; null: over none, the date stands in the calendar. */
function passage(counting: Counting): { readonly from: number; readonly to: number } | null {
  const { limit, nominal, course, after } = counting;
  if (limit.before !== null) return null;
  if (limit.direction === "back") {
    const inDays = limit.unit === "working" || limit.unit === "calendar";
    return inDays ? { from: nominal, to: course.from - (limit.countsFirstDay ? 0 : 1) } : null;
  }
  if (Number.isFinite(nominal)) return { from: after + 1, to: nominal };
  const open = course.spans.find(({ until }) => until === STANDING);
  return { from: after + 1, to: open === undefined ? after : Math.max(after, open.after) };
}

/** The days that were counted, in order, as serials. */
export function countedDays(counting: Counting): number[] {
  const { limit, course, calendar } = counting;
  const over = passage(counting);
  if (over === null) return [];
  const days: number[] = [];
  for (let day = over.from; day <= over.to; day++) {
    const counts = limit.unit !== "working" || calendar.isWorking(day);
    if (counts && spanAt(course.spans, day) === null) days.push(day);
  }
  return days;
}

/** Days after one another that are off for the same reason, by the same paper: the five of Tết are told once. */
type Off = { readonly why: Extract<WhyOff, { kind: "off" }>; readonly from: number; readonly until: number };

function offLine({ why, from, until }: Off): Line {
  const { paper, mark } = why.off;
  const text = inBoth((l) => {
    const [a, b, reason] = [daySaid(from, l), daySaid(until, l), saidWhy(why, l)];
    if (l === "vi")
      return from === until ? `Không tính ${a}: ${reason}` : `Không tính từ ${a} đến hết ${b}: ${reason}`;
    return from === until ? `${a} is not counted: ${reason}` : `${a} to ${b} are not counted: ${reason}`;
  });
  return line("skipped", text, { on: dayOfSerial(from), paper, mark });
}

function workedLine(day: number, { insteadOf, paper, mark }: WorkedDay): Line {
  const text = inBoth((l) => {
    const other = insteadOf === null ? "" : daySaid(daySerial(insteadOf), l);
    const said = l === "vi" ? `Tính ${daySaid(day, l)}: đi làm bù` : `${daySaid(day, l)} is counted: worked`;
    return other === "" ? said : `${said} ${{ vi: "cho", en: "instead of" }[l]} ${other}`;
  });
  return line("worked", text, { on: dayOfSerial(day), paper, mark });
}

/** Whether a day off goes on with the one before. */
function goesOn(last: Line | Off | undefined, day: number, { off }: Off["why"]): last is Off {
  if (last === undefined || !("until" in last) || last.until !== day - 1) return false;
  return last.why.off.reason === off.reason && last.why.off.paper === off.paper;
}

/** The days that were passed over, each with its reason; weekends together, for they need no reason of their own. */
export function skippedLines(counting: Counting): Line[] {
  const { limit, course, calendar } = counting;
  const over = passage(counting);
  if (limit.unit !== "working" || over === null) return [];
  const weekends: number[] = [];
  const told: Array<Line | Off> = [];
  for (let day = over.from; day <= over.to; day++) {
    if (spanAt(course.spans, day) !== null) continue;
    const why = calendar.whyOff(day);
    const swap = calendar.whyWorked(day);
    const last = told.at(-1);
    if (why === null && swap !== null) told.push(workedLine(day, swap));
    else if (why?.kind === "off") {
      if (goesOn(last, day, why)) told[told.length - 1] = { ...last, until: day };
      else told.push({ why, from: day, until: day });
    } else if (why !== null && isWeekend(day)) weekends.push(day);
  }
  const lines = told.map((one) => ("until" in one ? offLine(one) : one));
  if (weekends.length === 0) return lines;
  const days = weekends.map(dateSaid).join(", ");
  const text = {
    vi: `Không tính thứ Bảy, Chủ nhật (ngày nghỉ hằng tuần): ${days}`,
    en: `Saturdays and Sundays (weekly days off) are not counted: ${days}`,
  };
  return [...lines, line("skipped", text)];
}
