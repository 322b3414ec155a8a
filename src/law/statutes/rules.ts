/** Whether a statute or an article was in force on a day, how it is cited, and what is about to end. Pure. */
import { addDays, daySerial, type PlainDate, printedDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Mark } from "../marks.ts";
import { ARTICLE_LIVES, DEADLINES, GAPS, STATUTES, type StatuteKey } from "./statutes.ts";
import { STATUTE_KINDS, type Statute } from "./vocabulary.ts";

/** A statute and, where one is named, the article of it. */
export type Citation = { readonly statute: StatuteKey; readonly article: string | null };

/** Whether it was in force on the day. A statute whose first day was not read is in force on none. */
export function inForce(key: StatuteKey, day: PlainDate): boolean {
  const { effectiveFrom, effectiveTo }: Statute = STATUTES[key];
  return effectiveFrom !== null && effectiveFrom <= day && (effectiveTo === null || day < effectiveTo);
}

/** Whether `article` is `whole` or a clause of it: 6 covers 6.2 and 6a, but not 66. */
function covers(whole: string, article: string): boolean {
  return article === whole || (article.startsWith(whole) && !/^\d/.test(article.slice(whole.length)));
}

/** Whether an article could be cited on the day, with the reason where it could not. */
export function articleOn(
  { statute, article }: Citation,
  day: PlainDate,
): { readonly citable: boolean; readonly why: Sentence | null } {
  if (!inForce(statute, day)) {
    const { effectiveFrom, effectiveTo }: Statute = STATUTES[statute];
    if (effectiveFrom === null) {
      return {
        citable: false,
        why: { vi: "chưa biết ngày có hiệu lực", en: "its first day is not known" },
      };
    }
    const later = day < effectiveFrom;
    const edge = printedDate(later || effectiveTo === null ? effectiveFrom : effectiveTo);
    return {
      citable: false,
      why: later
        ? { vi: `chỉ có hiệu lực từ ${edge}`, en: `in force only from ${edge}` }
        : { vi: `hết hiệu lực từ ${edge}`, en: `no longer in force from ${edge}` },
    };
  }
  const ended = ARTICLE_LIVES.find(
    (life) =>
      life.statute === statute &&
      article !== null &&
      covers(life.article, article) &&
      ((life.effectiveFrom !== null && day < life.effectiveFrom) ||
        (life.effectiveTo !== null && day >= life.effectiveTo)),
  );
  return { citable: ended === undefined, why: ended?.why ?? null };
}

/** The statute as it is called: "Nghị định 32/2024/NĐ-CP". */
export function statuteName(key: StatuteKey): Sentence {
  const { kind, number, about }: Statute = STATUTES[key];
  const bare = kind === "law" || kind === "code";
  return {
    vi: bare ? `${STATUTE_KINDS[kind].vi} ${about.vi} ${number}` : `${STATUTE_KINDS[kind].vi} ${number}`,
    // A code is called by its name: “Civil Code 91/2015/QH13”.
    en:
      kind === "code"
        ? `${about.en} ${number}`
        : `${STATUTE_KINDS[kind].en} ${number}${bare ? ` (${about.en})` : ""}`,
  };
}

/** The citation in words: "Nghị định 32/2024/NĐ-CP, Đ.10". */
export function citationText({ statute, article }: Citation): Sentence {
  const name = statuteName(statute);
  if (article === null) return name;
  const isAnnex = article.startsWith("Phụ lục");
  return {
    vi: `${name.vi}, ${isAnnex ? article : `Đ.${article}`}`,
    en: `${name.en}, ${isAnnex ? article.replace("Phụ lục", "annex") : `article ${article}`}`,
  };
}

/** Something that ends or falls due: when, what, and how far the day was checked. */
export type Warning = {
  readonly kind: "sunset" | "article" | "deadline";
  /** The last day on which it holds or may be done. */
  readonly lastDay: PlainDate;
  readonly daysLeft: number;
  readonly citation: Citation;
  readonly mark: Mark;
  readonly says: Sentence;
};

const AHEAD_DAYS = 183;

function ahead(day: PlainDate, lastDay: PlainDate, within: number): number | null {
  const left = daySerial(lastDay) - daySerial(day);
  return left >= 0 && left <= within ? left : null;
}

/** What ends or falls due within half a year of the day, the nearest first. A day that has passed is no warning. */
export function warningsAhead(day: PlainDate, within = AHEAD_DAYS): readonly Warning[] {
  const warnings: Warning[] = [];
  const add = (warning: Omit<Warning, "daysLeft">) => {
    const daysLeft = ahead(day, warning.lastDay, within);
    if (daysLeft !== null) warnings.push({ ...warning, daysLeft });
  };
  for (const { key, lastDay, mark, title, ...citation } of DEADLINES) {
    add({
      kind: "deadline",
      lastDay,
      mark,
      citation: { statute: citation.statute, article: citation.article },
      says: title,
    });
  }
  for (const key of listStatutes()) {
    const { sunset, effectiveTo, dates }: Statute = STATUTES[key];
    if (!sunset || effectiveTo === null) continue;
    const name = statuteName(key);
    const lastDay = addDays(effectiveTo, -1);
    const end = printedDate(lastDay);
    add({
      ...{ kind: "sunset", lastDay, mark: dates, citation: { statute: key, article: null } },
      says: { vi: `${name.vi} hết hiệu lực sau ngày ${end}`, en: `${name.en} ends after ${end}` },
    });
  }
  for (const { statute, article, effectiveTo, mark } of ARTICLE_LIVES) {
    if (effectiveTo === null) continue;
    const lastDay = addDays(effectiveTo, -1);
    const text = citationText({ statute, article });
    const end = printedDate(lastDay);
    add({
      ...{ kind: "article", lastDay, mark, citation: { statute, article } },
      says: { vi: `${text.vi} hết áp dụng sau ngày ${end}`, en: `${text.en} no longer applies after ${end}` },
    });
  }
  return warnings.sort((a, b) => a.daysLeft - b.daysLeft || (a.says.vi < b.says.vi ? -1 : 1));
}

/** The gap between a law and its decree that the day lies in, if any. */
export function gapOn(key: StatuteKey, day: PlainDate) {
  return GAPS.find((gap) => gap.statute === key && gap.from <= day && day < gap.to) ?? null;
}

/** Every statute, in the order of the tables. */
export function listStatutes(): readonly StatuteKey[] {
  return Object.keys(STATUTES).filter((key): key is StatuteKey => Object.hasOwn(STATUTES, key));
}
