/** How long a thing lasts, learnt from those that ended and those that last still: Kaplan and Meier, with weights. Pure. */

/** A duration that ended (`ended`) or has lasted so long and goes on. */
export type Lasted = { readonly days: number; readonly ended: boolean; readonly weight: number };

/** The share that ends at a duration. */
export type Atom = { readonly days: number; readonly share: number };

export type Survival = {
  /** The ends, the shortest first. */
  readonly atoms: readonly Atom[];
  /** The share of which it is only known that it ends later than the last of them. */
  readonly later: number;
};

/**
 * The estimate, with one more case than there is, of mean weight, that lasts longer than all: of n equal cases the next
 * is the longest with likelihood 1/(n+1), and without this the longest seen would never be passed. The steps of a chain
 * share that case: a chain of five would else be five times as wary.
 */
export function survivalOf(lasted: readonly Lasted[], steps = 1): Survival {
  const sorted = [...lasted].sort((a, b) => a.days - b.days || Number(b.ended) - Number(a.ended));
  const total = sorted.reduce((sum, l) => sum + l.weight, 0);
  if (total <= 0) return { atoms: [], later: 1 };
  let atRisk = total + meanWeight(sorted, total) / steps;
  let left = 1;
  const atoms: Atom[] = [];
  for (const { days, ended, weight } of sorted) {
    if (ended && weight > 0) {
      const share = (left * weight) / atRisk;
      left -= share;
      atoms.push({ days, share });
    }
    atRisk -= weight;
  }
  return { atoms, later: left };
}

/** The mean weight of a case as chance draws it: of equal weights that weight. */
function meanWeight(lasted: readonly Lasted[], total: number): number {
  return lasted.reduce((sum, l) => sum + l.weight * l.weight, 0) / total;
}

/** How many cases of equal weight tell as much as these. */
export function equalCases(weights: readonly number[]): number {
  const sum = weights.reduce((s, w) => s + w, 0);
  const squares = weights.reduce((s, w) => s + w * w, 0);
  return squares === 0 ? 0 : (sum * sum) / squares;
}
