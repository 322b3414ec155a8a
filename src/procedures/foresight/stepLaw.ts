/** How many days a step takes, as a whole distribution, from every time that it was taken before a day. Pure. */
import { daySerial, type PlainDate } from "../../kernel/dates.ts";
import { type Begun, type Drift, deviation, driftOf } from "./drift.ts";
import { equalCases, type Lasted, type Survival, survivalOf } from "./survival.ts";
import type { Spell } from "./vocabulary.ts";

/** Nothing is foretold beyond ten years. */
export const FARTHEST = 3652;

const YEAR = 365.25;
/** What began so many years ago tells half as much as what begins today. */
const HALF_LIFE = 4;
/** An adjusted duration is at most so many times longer or shorter than the real one. */
const MOST_ADJUSTED = Math.log(4);
/** Equal parts of the normal distribution, by which each duration seen stands for its neighbours. */
const SPREAD = [-1.53, -0.89, -0.49, -0.16, 0.16, 0.49, 0.89, 1.53] as const;
const TAIL_PARTS = 24;

type Known = { readonly start: number; readonly days: number; readonly ended: boolean };

/** What is known of a step on a day. */
export type StepFit = {
  readonly asOf: number;
  readonly known: readonly Known[];
  readonly drift: Drift;
  /** How often it had been finished by then. */
  readonly finished: number;
};

/** The chance of each number of days, from 0 on; what lacks to 1 lies beyond `FARTHEST`. */
export type DayChances = Float64Array;

/**
 * What was known at the end of a day: later beginnings are not there, later ends are still open. So a forecast for a past
 * day can't look ahead.
 */
export function knownBy(spells: readonly Spell[], asOf: PlainDate): readonly Known[] {
  const day = daySerial(asOf);
  return spells.flatMap((spell): Known[] => {
    const start = daySerial(spell.from);
    if (start > day) return [];
    const end = spell.to === null ? null : daySerial(spell.to);
    const ended = end !== null && end <= day;
    const left = spell.leftOn === undefined ? day : Math.min(daySerial(spell.leftOn), day);
    return [{ start, days: Math.max((ended ? end : left) - start, 0), ended }];
  });
}

/** Reads a step's past as it was known on the day. */
export function fitStep(spells: readonly Spell[], asOf: PlainDate): StepFit {
  const day = daySerial(asOf);
  const known = knownBy(spells, asOf);
  const begun = known.map(
    (k): Begun => ({ year: (k.start - day) / YEAR, log: Math.log(k.days + 0.5), ended: k.ended }),
  );
  return { asOf: day, known, drift: driftOf(begun), finished: known.filter((k) => k.ended).length };
}

/**
 * The distribution of the days that the step takes if it begins on a day (a serial, perhaps in the future); `steps`: how
 * many there are in its chain.
 */
export function chancesOf(fit: StepFit, start: number, steps = 1): DayChances {
  const lasted = fit.known.map((k): Lasted => {
    const years = (start - k.start) / YEAR;
    const shift = Math.max(-MOST_ADJUSTED, Math.min(MOST_ADJUSTED, fit.drift.slope * years));
    const weight = 0.5 ** ((fit.asOf - k.start) / YEAR / HALF_LIFE);
    return { days: (k.days + 0.5) * Math.exp(shift), ended: k.ended, weight };
  });
  const survival = survivalOf(lasted, steps);
  return spreadOut(survival, widthOf(survival, lasted, fit.drift));
}

/**
 * How far, in logarithms, a duration stands for its neighbours: the mean and the spread of n cases are themselves unsure,
 * by which what comes next varies by about 1 + 3/n times as much (Student); and so is the drift.
 */
function widthOf({ atoms }: Survival, lasted: readonly Lasted[], drift: Drift): number {
  const ended = lasted.filter((l) => l.ended);
  const n = equalCases(ended.map((l) => l.weight));
  const spread = deviation(atoms.map((a) => Math.log(a.days)));
  return n === 0 ? 0 : Math.sqrt((3 * spread * spread) / n + drift.error * drift.error);
}

function spreadOut(survival: Survival, width: number): DayChances {
  const chances = new Float64Array(FARTHEST + 1);
  const add = (days: number, share: number) => {
    const at = Math.max(0, Math.floor(days));
    if (at <= FARTHEST) chances[at] = (chances[at] ?? 0) + share;
  };
  for (const { days, share } of survival.atoms) {
    for (const z of SPREAD) add(days * Math.exp(z * width), share / SPREAD.length);
  }
  const last = survival.atoms.at(-1)?.days;
  if (last !== undefined && survival.later > 0) {
    // Beyond the longest seen, the share left falls by a power of the days: that far, and no farther, does it reach.
    const power = tailPower(survival);
    for (let part = 0; part < TAIL_PARTS; part += 1) {
      const beyond = 1 - (part + 0.5) / TAIL_PARTS;
      add(last * beyond ** (-1 / power), survival.later / TAIL_PARTS);
    }
  }
  return chances;
}

/** Hill's estimate from the longest third, held between a tail that is heavy and one that is light. */
function tailPower({ atoms }: Survival): number {
  const longest = atoms.slice(-Math.max(3, Math.ceil(atoms.length / 3)));
  const first = longest[0]?.days ?? 1;
  const mean =
    longest.reduce((sum, a) => sum + Math.log(a.days / first), 0) / Math.max(1, longest.length - 1);
  return Math.min(8, Math.max(2.5, mean === 0 ? 8 : 1 / mean));
}
