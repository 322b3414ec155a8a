/** Invented chains of steps, whose ends are all known, by which foresight is measured at past days. */
import { addDays, daySerial, type PlainDate, plainDate } from "../src/kernel/dates.ts";
import { foresee, lookAhead } from "../src/procedures/foresight/foreseeing.ts";
import type { StepPast } from "../src/procedures/foresight/vocabulary.ts";
import { randomOf } from "../src/sample/random.ts";

/** Steps with the median of their days. */
const STEPS = [
  ["policy", 40],
  ["plan", 120],
  ["clearance", 200],
  ["works", 150],
  ["lease", 60],
] as const;
const FIRST = plainDate("2016-01-01");
const YEAR = 365.25;

/** The kinds of generators. */
export const GENERATORS = ["log-normal", "two-peaked", "drifting"] as const;
export type Generator = (typeof GENERATORS)[number];

type Made = { readonly case: number; readonly from: PlainDate; readonly to: PlainDate };
export type Chains = { readonly steps: readonly (readonly Made[])[] };

/** Chains that begin over eight years, so many a year. */
export function inventChains(generator: Generator, seed: number, aYear: number): Chains {
  const random = randomOf("foresight", generator, seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const steps: Made[][] = STEPS.map(() => []);
  for (let n = 0; n < aYear * 8; n += 1) {
    let day = Math.floor(random.next() * 8 * YEAR);
    STEPS.forEach(([, median], at) => {
      const days = median * Math.exp(logOf(generator, { normal, chance: random.chance, years: day / YEAR }));
      const to = day + Math.max(1, Math.round(days));
      steps[at]?.push({ case: n, from: addDays(FIRST, day), to: addDays(FIRST, to) });
      day = to;
    });
  }
  return { steps };
}

type Drawn = {
  readonly normal: () => number;
  readonly chance: (share: number) => boolean;
  readonly years: number;
};

function logOf(generator: Generator, { normal, chance, years }: Drawn): number {
  switch (generator) {
    case "log-normal":
      return 0.55 * normal();
    case "two-peaked":
      return chance(0.3) ? Math.log(4) + 0.25 * normal() : 0.25 * normal();
    case "drifting":
      // Every year takes 15 percent longer than the one before.
      return Math.log(1.15) * (years - 4) + 0.5 * normal();
  }
}

export type Measured = {
  readonly forecasts: number;
  /** Percent of the forecasts whose end had come by the day given 50 and 90 percent. */
  readonly came50: number;
  readonly came90: number;
  /** Median days from the day of asking to the real end, and to the day given 90 percent. */
  readonly real: number;
  readonly wide90: number;
};

/** Asks every half-year from the fourth year on for the end of every open chain, and looks what came. */
export function measureChains(chains: Chains): Measured {
  const came = { half: 0, ninety: 0 };
  const [real, wide]: [number[], number[]] = [[], []];
  for (let half = 0; half < 8; half += 1) {
    const asOf = addDays(FIRST, Math.round((4 + half / 2) * YEAR));
    const past = STEPS.map(
      ([key], at): StepPast<"sample"> => ({
        key,
        label: { vi: key, en: key },
        spells: (chains.steps[at] ?? []).map(({ from, to }) => ({ register: "sample", from, to })),
      }),
    );
    STEPS.forEach((_, at) => {
      const ahead = lookAhead("sample", past.slice(at), { asOf });
      if (!ahead.ok) throw new Error("invented chains are of one register");
      for (const made of chains.steps[at] ?? []) {
        if (made.from > asOf || made.to <= asOf) continue;
        const said = foresee(ahead.value, made.from);
        if (!said.enough) continue;
        const end = chains.steps.at(-1)?.[made.case]?.to;
        if (end === undefined) throw new Error("every chain has an end");
        came.half += said.half.by !== null && end <= said.half.by ? 1 : 0;
        came.ninety += said.ninety.by !== null && end <= said.ninety.by ? 1 : 0;
        real.push(daySerial(end) - daySerial(asOf));
        wide.push(said.ninety.by === null ? Infinity : daySerial(said.ninety.by) - daySerial(asOf));
      }
    });
  }
  const percent = (count: number) => (100 * count) / real.length;
  return {
    forecasts: real.length,
    came50: percent(came.half),
    came90: percent(came.ninety),
    real: middleOf(real),
    wide90: middleOf(wide),
  };
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
