/** Whether a step grows longer or shorter from year to year, learnt from finished and open ones alike. Pure. */

/** When it began, in years (0: the day of asking), the logarithm of how long, and whether it ended. */
export type Begun = { readonly year: number; readonly log: number; readonly ended: boolean };

export type Drift = {
  /** Growth of the logarithm a year. */
  readonly slope: number;
  /** How unsure it is. */
  readonly error: number;
};

const NONE: Drift = { slope: 0, error: 0 };
/** Nothing grows faster than by this a year; what seems to is chance. */
const STEEPEST = 0.7;

/**
 * The slope by Gehan's rank test: of each finished one against all that lasted at least as long, freed of the slope; it
 * needs no form of the distribution and treats open ones rightly. What chance alone would give is taken off it (James and
 * Stein), so that few cases tell of no drift.
 */
export function driftOf(begun: readonly Begun[]): Drift {
  const ended = begun.filter((b) => b.ended);
  const spread = deviation(begun.map((b) => b.year));
  if (ended.length < 5 || spread < 0.1) return NONE;
  const raw = slopeOf(begun);
  const error =
    (1.1 * deviation(ended.map((b) => b.log - raw * b.year))) / (spread * Math.sqrt(ended.length));
  const trust = raw === 0 ? 0 : Math.max(0, 1 - (error / raw) ** 2);
  return { slope: raw * trust, error };
}

/** Where the test is even: it falls as the slope grows, so it is found by halving. */
function slopeOf(begun: readonly Begun[]): number {
  let [low, high] = [-STEEPEST, STEEPEST];
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2;
    if (gehan(begun, middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Above 0 where the short ones, freed of the slope, began earlier than those that outlast them. */
function gehan(begun: readonly Begun[], slope: number): number {
  const sorted = begun
    .map((b) => ({ year: b.year, rest: b.log - slope * b.year, ended: b.ended }))
    .sort((a, b) => b.rest - a.rest);
  let [years, count, sum] = [0, 0, 0];
  for (const one of sorted) {
    years += one.year;
    count += 1;
    if (one.ended) sum += years - count * one.year;
  }
  return sum;
}

/** The standard deviation; 0 of fewer than two. */
export function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((s, v) => s + v, 0) / values.length;
  return Math.sqrt(values.reduce((s, v) => s + (v - mean) ** 2, 0) / (values.length - 1));
}
