/** What was known when, as people write and read it: a day (its end), a moment, or the number of a commit. Pure. */
import { isPlainDate } from "../kernel/dates.ts";
import { findTypedDay, formatDate, formatInstant } from "./format.ts";
import type { Lang } from "./language.tsx";

const WORDS = {
  commit: { vi: "lần ghi", en: "commit" },
  end: { vi: "hết ngày", en: "the end of" },
} as const;

/** A commit by its number, a day by its end, anything else by its minute. */
export function knownAtWords(knownAt: string, lang: Lang): string {
  if (/^\d{1,15}$/.test(knownAt)) return `${WORDS.commit[lang]} ${knownAt}`;
  if (isPlainDate(knownAt)) return `${WORDS.end[lang]} ${formatDate(knownAt, lang)}`;
  return formatInstant(knownAt, lang);
}

/** What somebody typed, as an address holds it: `24/11/2026`, `lần ghi 12`, `12`; null where it is neither. */
export function findTypedKnownAt(text: string): string | null {
  const commit = /^(?:#|lần(?: ghi)?|commit)?\s*(\d{1,15})$/iu.exec(text.trim().normalize("NFC"))?.[1];
  const bare = commit === text.trim();
  const day = findTypedDay(text);
  // Eight digits and years are days, as everywhere; a number that is told to be a commit is one.
  if (day !== null && (commit === undefined || bare)) return day;
  return commit === undefined ? null : String(Number(commit));
}
