/** What a paper claims beside what the register answers. Pure; the tolerances are settings. */
import type { Precision } from "../kernel/precision.ts";
import type { Settings } from "../settings/vocabulary.ts";
import type { Verdict } from "./vocabulary.ts";

/** Shares by which a rounded word may be off. */
export type Tolerance = { readonly nearly: number; readonly over: number; readonly about: number };

/** The tolerances as they are set, in percent: 5 each unless somebody changed one. */
export function toleranceOf(settings: Settings): Tolerance {
  return {
    nearly: settings.toleranceNearly / 100,
    over: settings.toleranceOver / 100,
    about: settings.toleranceAbout / 100,
  };
}

/**
 * Whether a value is what a printed number with its word can mean. `step` is the worth of the last printed digit
 * (74,4 ha: 1,000 m²); exact means equal when rounded to it.
 */
export function agreesWith(
  printed: { readonly value: number; readonly precision: Precision; readonly step: number },
  value: number,
  tolerance: Tolerance,
): boolean {
  const { value: claimed, precision, step } = printed;
  switch (precision) {
    case "exact":
    case "expected":
      return Math.round(value / step) === Math.round(claimed / step);
    case "nearly":
      return value < claimed + step / 2 && value >= claimed * (1 - tolerance.nearly);
    case "over":
      return value > claimed - step / 2 && value <= claimed * (1 + tolerance.over);
    case "about":
      return Math.abs(value - claimed) <= Math.abs(claimed) * tolerance.about;
    case "atLeast":
      return value >= claimed;
    case "atMost":
      return value <= claimed;
  }
}

/** Worth of the last digit that was printed, in the unit of the value; 1 where the print is not kept. */
export function stepOf(printed: string | null, value: number): number {
  const digits = printed?.match(/\d[\d.,]*/)?.[0];
  if (digits === undefined || value === 0) return 1;
  const decimals = /,(\d+)$/.exec(digits)?.[1]?.length ?? 0;
  const plain = Number(digits.replace(/\./g, "").replace(",", "."));
  if (!(plain > 0)) return 1;
  return Math.abs(value / plain) * 10 ** -decimals;
}

/** The records of a figure: how many there are, and how many rest on other papers than the claiming one. */
export type Support = { readonly records: number; readonly independent: number };

export type Comparison = {
  readonly verdict: Verdict;
  /** Register minus claim, in the unit of the value; null where nothing can be compared. */
  readonly differsBy: number | null;
  readonly independent: number | null;
};

/** The four verdicts of design: agrees, differs, notDerivable, sameSource. */
export function compare(
  claim: { readonly value: number; readonly precision: Precision; readonly printed: string | null },
  register: { readonly value: number | null; readonly precision: Precision } & Support,
  tolerance: Tolerance,
): Comparison {
  if (register.value === null || register.records === 0) {
    return { verdict: "notDerivable", differsBy: null, independent: null };
  }
  const step = stepOf(claim.printed, claim.value);
  // A value that is itself rounded by the same word agrees when it is the same number.
  const agrees =
    register.value === claim.value ||
    agreesWith({ value: claim.value, precision: claim.precision, step }, register.value, tolerance);
  if (!agrees)
    return { verdict: "differs", differsBy: register.value - claim.value, independent: register.independent };
  if (register.independent === 0) return { verdict: "sameSource", differsBy: 0, independent: 0 };
  return { verdict: "agrees", differsBy: register.value - claim.value, independent: register.independent };
}
