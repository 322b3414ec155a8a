/** How rules make their answers: verdicts from numbers that may not be known. Pure. */
import { type PlainDate, plainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Ground } from "../vocabulary.ts";
import type { CheckAnswer, Measured } from "./vocabulary.ts";

/** Square metres of a hectare. */
export const HA = 10_000;
/** đồng of a tỷ. */
export const BILLION = 1e9;

export type Verdict = CheckAnswer["answer"];
const SAYS = {
  yes: { vi: "Có.", en: "Yes." },
  no: { vi: "Không.", en: "No." },
  unknown: { vi: "Chưa biết.", en: "Not known." },
} as const satisfies Record<Verdict, Sentence>;

type Told = Ground & {
  readonly key: string;
  readonly question: Sentence;
  readonly answer: Verdict;
  readonly rule: Sentence;
  readonly numbers?: readonly Measured[];
};

function answered({ numbers = [], ...told }: Told, isCondition: boolean): CheckAnswer {
  const { rule } = told;
  const lead = SAYS[told.answer];
  const says = { vi: `${lead.vi} ${rule.vi}`, en: `${lead.en} ${rule.en}` };
  return { ...told, numbers, isCondition, says };
}

/** The answer about a condition: where it is “no”, the condition does not hold. */
export function condition(told: Told): CheckAnswer {
  return answered(told, true);
}

/** The answer about what must be done, or by whom: “no” forbids nothing. */
export function need(told: Told): CheckAnswer {
  return answered(told, false);
}

/** A comparison of a number that may not be known. */
export function test(value: number | null, holds: (value: number) => boolean): Verdict {
  return value === null ? "unknown" : holds(value) ? "yes" : "no";
}

/** A truth that may not be known. */
export function truth(value: boolean | null): Verdict {
  return value === null ? "unknown" : value ? "yes" : "no";
}

/** One of them is enough. */
export function either(...verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes("yes") ? "yes" : verdicts.includes("unknown") ? "unknown" : "no";
}

/** “Yes” stays; all else is not known, where the rule knows no “no”. */
export function atMostYes(verdict: Verdict): Verdict {
  return verdict === "yes" ? "yes" : "unknown";
}

export const NEEDED: Sentence = { vi: "Có phải làm thủ tục này không?", en: "Is this procedure needed?" };

/** First days of the texts that checks follow. */
export const FROM = {
  decree35: plainDate("2022-07-15"),
  investment2020: plainDate("2021-01-01"),
  decree31: plainDate("2021-03-26"),
  decree96: plainDate("2026-03-31"),
  bidding: plainDate("2024-01-01"),
  decree32: plainDate("2024-05-01"),
  landLaw: plainDate("2024-08-01"),
  onlineBidding: plainDate("2025-01-01"),
  twoTiers: plainDate("2025-07-01"),
  resolution254: plainDate("2026-01-01"),
  planning: plainDate("2025-07-01"),
  decree49: plainDate("2026-01-31"),
  investment2025: plainDate("2026-03-01"),
  thresholds: plainDate("2026-05-18"),
  environment: plainDate("2022-01-01"),
  construction: plainDate("2026-07-01"),
  decree178: plainDate("2026-07-06"),
  decree303: plainDate("2026-09-15"),
  sunset: plainDate("2027-03-01"),
  /** The first day after that on which clusters older than 2009 must be settled. */
  oldClustersEnd: plainDate("2026-12-31"),
} as const satisfies Record<string, PlainDate>;
