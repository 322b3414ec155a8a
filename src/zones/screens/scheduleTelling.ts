/** The words of a mark: what it is, until when, on which paper. */

import { formatDate, sinceInWords } from "../../web/format.ts";
import type { Lang } from "../../web/language.tsx";
import type { Mark } from "./scheduleMarks.ts";
import { SCHEDULE_WORDS as WORDS } from "./scheduleWords.ts";

/** Beside the mark, without its paper. */
export function markWords(mark: Mark, lang: Lang): string {
  const day = (date: Parameters<typeof formatDate>[0]) => formatDate(date, lang);
  const until = mark.until === null ? "" : `, ${WORDS.until[lang]} ${day(mark.until)}`;
  switch (mark.kind) {
    case "state":
      return isTold(mark) ? `${mark.text}, ${toldWords(mark, lang)}` : mark.text;
    case "term":
      return `${WORDS.term[lang]}: ${mark.text} ${WORDS.months[lang]}${until}`;
    case "schedule":
      return mark.until === null
        ? `${WORDS.schedule[lang]}: ${day(mark.since)}`
        : `${WORDS.schedule[lang]}${until}`;
    case "forecast":
      return `${WORDS.forecast[lang]}: ${day(mark.since)} (50 %)${mark.until === null ? "" : ` – ${day(mark.until)} (90 %)`}`;
    case "expected":
    case "handedOver":
      return `${WORDS[mark.kind][lang]}: ${day(mark.since)}`;
  }
}

/** Whether it is as old as its paper and may have changed since. */
export function isTold(mark: Mark): boolean {
  return mark.kind === "state" && mark.firmUntil < mark.to;
}

function toldWords(mark: Mark, lang: Lang): string {
  return `${WORDS.toldUntil[lang]} ${formatDate(mark.told ?? mark.firmUntil, lang)}`;
}

/** Since when, as far as that is known. */
export function sinceWords(mark: Mark, lang: Lang): string {
  return mark.kind === "state"
    ? sinceInWords(mark.sinceKind, mark.since, lang)
    : formatDate(mark.since, lang);
}
