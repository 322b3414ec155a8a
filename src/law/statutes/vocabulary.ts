/** What is told of a statute, of an article that changed, and of what ends: the law as data. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Mark } from "../marks.ts";

export const STATUTE_KINDS = {
  code: { vi: "Bộ luật", en: "Code" },
  law: { vi: "Luật", en: "Law" },
  resolution: { vi: "Nghị quyết", en: "Resolution" },
  decree: { vi: "Nghị định", en: "Decree" },
  circular: { vi: "Thông tư", en: "Circular" },
  decision: { vi: "Quyết định", en: "Decision" },
} as const satisfies Record<string, Sentence>;
export type StatuteKind = keyof typeof STATUTE_KINDS;

export const ISSUERS = {
  assembly: { vi: "Quốc hội", en: "National Assembly" },
  government: { vi: "Chính phủ", en: "Government" },
  primeMinister: { vi: "Thủ tướng Chính phủ", en: "Prime Minister" },
  industry: { vi: "Bộ Công Thương", en: "Ministry of Industry and Trade" },
  environment: {
    vi: "Bộ Nông nghiệp và Môi trường",
    en: "Ministry of Agriculture and Environment",
  },
} as const satisfies Record<string, Sentence>;

export type Statute = {
  readonly kind: StatuteKind;
  readonly number: string;
  /** What it is about, in the words of an officer. */
  readonly about: Sentence;
  readonly issuer: keyof typeof ISSUERS;
  /** Null: the day was not read. */
  readonly passed: PlainDate | null;
  /** Null: the day was not read, so it may be cited on no day. */
  readonly effectiveFrom: PlainDate | null;
  /** The first day on which it no longer holds; null: no end is known. */
  readonly effectiveTo: PlainDate | null;
  /** It ends by its own words on a day set before: a warning is told ahead. */
  readonly sunset: boolean;
  readonly replaces: readonly string[];
  readonly amends: readonly string[];
  /** How far the text was checked; `dates`: how far its days were, where that is less. */
  readonly mark: Mark;
  readonly dates: Mark;
  readonly note: Sentence | null;
};

/** An article, or some of what it says, that does not live as long as its statute. */
export type ArticleLife<Key extends string> = {
  readonly statute: Key;
  /** The article and every clause of it. */
  readonly article: string;
  /** Null: with its statute. */
  readonly effectiveFrom: PlainDate | null;
  readonly effectiveTo: PlainDate | null;
  readonly mark: Mark;
  readonly why: Sentence;
};

/** A day that is not the end of a text and must not be missed either. */
export type Deadline<Key extends string> = {
  readonly key: string;
  readonly statute: Key;
  readonly article: string;
  /** The last day on which it may be done. */
  readonly lastDay: PlainDate;
  readonly mark: Mark;
  readonly title: Sentence;
};

/** Days on which a law held and the decree that tells how did not. */
export type Gap<Key extends string> = {
  readonly statute: Key;
  readonly awaits: Key;
  readonly from: PlainDate;
  /** The first day on which the decree is there. */
  readonly to: PlainDate;
  readonly says: Sentence;
};
