/** How a day, a count and a line are said by an officer, in both languages. */
import { dayOfSerial, printedDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { weekdayOf } from "../../law/calendar/weekdays.ts";
import { MARKS } from "../../law/marks.ts";
import { citationText, listStatutes } from "../../law/statutes/rules.ts";
import { STATUTES } from "../../law/statutes/statutes.ts";
import { type Line, UNITS, type Unit } from "./vocabulary.ts";

const WEEKDAYS: readonly Sentence[] = [
  { vi: "Chủ nhật", en: "Sunday" },
  { vi: "thứ Hai", en: "Monday" },
  { vi: "thứ Ba", en: "Tuesday" },
  { vi: "thứ Tư", en: "Wednesday" },
  { vi: "thứ Năm", en: "Thursday" },
  { vi: "thứ Sáu", en: "Friday" },
  { vi: "thứ Bảy", en: "Saturday" },
];

export type Language = "vi" | "en";

/** `16/11/2026`. */
export function dateSaid(serial: number): string {
  return printedDate(dayOfSerial(serial));
}

/** `thứ Hai 16/11/2026`, `Monday 16/11/2026`. */
export function daySaid(serial: number, language: Language): string {
  return `${WEEKDAYS[weekdayOf(serial)]?.[language] ?? ""} ${dateSaid(serial)}`;
}

/** `20 ngày làm việc`, `1 working day`. */
export function countSaid(count: number, unit: Unit, language: Language): string {
  const name = UNITS[unit][language];
  return `${count} ${language === "en" && count === 1 ? name.replace(/s$/, "") : name}`;
}

/** The same with a capital letter first. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}

/** The same within a sentence. */
export function uncapital(text: string): string {
  return text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);
}

/** A sentence made by one function for both languages. */
export function inBoth(say: (language: Language) => string): Sentence {
  return { vi: say("vi"), en: say("en") };
}

/** A statute that is cited in words, in the words of the language; any other paper as it is called. */
function citedIn(language: Language, paper: string): string {
  const key = listStatutes().find((one) => paper.includes(` ${STATUTES[one].number}`));
  if (language === "vi" || key === undefined) return paper;
  const [, article = null] = paper.split(/, (?:Đ\.)?/);
  return citationText({ statute: key, article })[language];
}

/** The papers that a line rests on. */
export function paperSaid(paper: string, language: Language): string {
  return paper
    .split("; ")
    .map((one) => citedIn(language, one))
    .join("; ");
}

/** A line as it is read out: what, by which paper, how far that was checked. */
export function lineSaid(line: Line, language: Language): string {
  const paper = line.paper === null ? null : paperSaid(line.paper, language);
  const source = [paper, line.mark === null ? null : MARKS[line.mark][language]].filter(
    (part) => part !== null,
  );
  return source.length === 0 ? `${line.text[language]}.` : `${line.text[language]} (${source.join("; ")}).`;
}
