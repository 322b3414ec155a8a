/** How things are measured: in turn, round by round, so that what else the machine does falls on all alike. */

/** Median of some numbers; NaN of none. */
export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}

/** The number below which the given share of the numbers lies; NaN of none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}

/** Milliseconds that the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export type Cases<Name extends string> = Readonly<Record<Name, () => Promise<unknown>>>;

/** Median milliseconds of each case: all are done in turn, `rounds` times, after one round that is not counted. */
export async function race<Name extends string>(
  cases: Cases<Name>,
  rounds: number,
): Promise<Readonly<Record<Name, number>>> {
  const entries: ReadonlyArray<readonly [string, () => Promise<unknown>]> = Object.entries(cases);
  const times = new Map(entries.map(([name]) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, work] of entries) {
      const took = await timed(work);
      if (round >= 0) times.get(name)?.push(took);
    }
  }
  return mapCases(cases, (name) => median(times.get(name) ?? []));
}

/** One number a case, under the same names. */
export function mapCases<Name extends string>(
  cases: Readonly<Record<Name, unknown>>,
  of: (name: Name) => number,
): Record<Name, number> {
  const result: Partial<Record<Name, number>> = {};
  let name: Name;
  for (name in cases) result[name] = of(name);
  return complete(cases, result);
}

function complete<Name extends string>(
  cases: Readonly<Record<Name, unknown>>,
  partial: Partial<Record<Name, number>>,
): Record<Name, number> {
  const isComplete = (p: Partial<Record<Name, number>>): p is Record<Name, number> =>
    Object.keys(cases).every((name) => name in p);
  if (!isComplete(partial)) throw new Error("a case was not measured");
  return partial;
}

/** How often per second `work` is done by so many callers at once, each asking again when it is answered. */
export async function rateOf(
  of: { readonly callers: number; readonly seconds: number },
  work: (caller: number) => Promise<number>,
): Promise<number> {
  const start = performance.now();
  const end = start + of.seconds * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: of.callers }, async (_, caller) => {
      while (performance.now() < end) {
        // Not `count += await …`: that would read the count before the work and lose what others did meanwhile.
        const finished = await work(caller);
        count += finished;
      }
    }),
  );
  return (count / (performance.now() - start)) * 1000;
}
