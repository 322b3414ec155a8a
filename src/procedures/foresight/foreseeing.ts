/** When a chain of steps will be finished, with what likelihood: the steps before it added up exactly, day by day. Pure. */
import { addDays, daySerial, type PlainDate } from "../../kernel/dates.ts";
import { type Outcome, refused } from "../../kernel/problems.ts";
import { chancesOf, type DayChances, FARTHEST, fitStep, type StepFit } from "./stepLaw.ts";
import {
  type ChainAhead,
  FORESIGHT_WORDS,
  type Foresight,
  type Likely,
  type RegisterKind,
  type StepPast,
  USUAL_ENOUGH,
} from "./vocabulary.ts";

/** Drift is followed into the future for two years and no farther, in half-years. */
const APART = 182;
const BEGINNINGS = Array.from({ length: 5 }, (_, half) => half * APART);

/** What a day's knowledge says of the steps ahead, whoever waits for them. */
export type Ahead = {
  readonly asOf: PlainDate;
  readonly current: StepFit;
  /** The chance that all the steps after the current one take no more than so many days, by when they begin. */
  readonly rest: readonly Float64Array[];
  readonly lacking: Extract<Foresight, { enough: false }>["lacking"];
  readonly fewest: number;
  readonly steps: number;
};

type Given = { readonly asOf: PlainDate; readonly enough?: number };

/**
 * Learns the steps of a chain, the current one first, from what was known on a day. Durations of an invented register
 * are refused for a real record and the other way round: the type says so, and this looks again.
 */
export function lookAhead<R extends RegisterKind>(
  register: R,
  steps: readonly StepPast<R>[],
  { asOf, enough = USUAL_ENOUGH }: Given,
): Outcome<Ahead> {
  if (steps.some((step) => step.spells.some((spell) => spell.register !== register))) return refused(MIXED);
  const fits = steps.map((step) => fitStep(step.spells, asOf));
  const [current, ...later] = fits;
  if (current === undefined) return refused(NO_STEP);
  const lacking = steps.flatMap(({ key, label }, at) => {
    const real = fits[at]?.finished ?? 0;
    return real < enough ? [{ key, label, real }] : [];
  });
  const rest = lacking.length > 0 ? [] : summed(later);
  return {
    ok: true,
    value: {
      asOf,
      current,
      rest,
      lacking,
      fewest: Math.min(...fits.map((f) => f.finished)),
      steps: fits.length,
    },
  };
}

/** The end of a chain that is in its current step since a day. */
export function foresee(ahead: Ahead, since: PlainDate): Foresight {
  if (ahead.lacking.length > 0) {
    return { enough: false, says: FORESIGHT_WORDS.notEnough, lacking: ahead.lacking };
  }
  const start = daySerial(since);
  const spent = Math.max(0, daySerial(ahead.asOf) - start);
  const chances = remaining(chancesOf(ahead.current, start, ahead.steps), spent);
  if (chances === null) return { enough: false, says: FORESIGHT_WORDS.longerThanAll, lacking: [] };
  const by = (percent: number): Likely => {
    const days = daysFor(chances, ahead.rest, percent / 100);
    return { percent, by: days > FARTHEST ? null : addDays(ahead.asOf, days) };
  };
  const course = Array.from({ length: 19 }, (_, at) => by((at + 1) * 5));
  return { enough: true, half: by(50), ninety: by(90), course, fewest: ahead.fewest };
}

/** Both in one, for one chain. */
export function foreseeChain<R extends RegisterKind>(chain: ChainAhead<R>, given: Given): Outcome<Foresight> {
  const ahead = lookAhead(chain.register, chain.steps, given);
  return ahead.ok ? { ok: true, value: foresee(ahead.value, chain.since) } : ahead;
}

/** The days still to come, given that `spent` have not been enough; null where nothing ever took so long. */
function remaining(chances: DayChances, spent: number): DayChances | null {
  const left = chances.slice(Math.min(spent + 1, chances.length));
  const share = left.reduce((sum, chance) => sum + chance, 0);
  // What lies beyond the farthest day counts too: it lasts longer still.
  const beyond = Math.max(0, 1 - chances.reduce((sum, chance) => sum + chance, 0));
  if (share < 1e-9) return null;
  const whole = share + beyond;
  const days = new Float64Array(left.length + 1);
  // The step is open at the end of the day of asking: it ends tomorrow at the earliest.
  left.forEach((chance, at) => {
    days[at + 1] = chance / whole;
  });
  return days;
}

/**
 * The chance that the later steps together take no more than so many days, by the day on which the first of them begins
 * (`BEGINNINGS`): where a step grows from year to year, whoever comes to it late waits longer in it, too.
 */
function summed(later: readonly StepFit[]): readonly Float64Array[] {
  let sums: readonly DayChances[] = [atOnce()];
  for (const fit of [...later].reverse()) {
    const drifts = fit.drift.slope !== 0 || sums.length > 1;
    const begins = drifts ? BEGINNINGS : [0];
    sums = begins.map((delay) => after(chancesOf(fit, fit.asOf + delay, later.length + 1), sums, delay));
  }
  return sums.map(summedUp);
}

function atOnce(): DayChances {
  const none = new Float64Array(FARTHEST + 1);
  none[0] = 1;
  return none;
}

function summedUp(chances: DayChances): Float64Array {
  let before = 0;
  return chances.map((chance) => {
    before += chance;
    return before;
  });
}

/** What holds of a step that begins so many days after the day of asking. */
function begunAfter<T>(found: readonly T[], days: number): T | undefined {
  return found[Math.min(Math.round(days / APART), found.length - 1)];
}

/** A step that begins after `delay` days, and then what follows, by the day on which that begins. */
function after(first: DayChances, next: readonly DayChances[], delay: number): DayChances {
  const sum = new Float64Array(FARTHEST + 1);
  // Most days lie beyond the longest that is left: to pass them over makes it much quicker.
  const following = next.map((second) => second.subarray(0, second.findLastIndex((c) => c > 0) + 1));
  first.forEach((share, at) => {
    const second = begunAfter(following, delay + at);
    if (share < 1e-12 || second === undefined) return;
    const last = Math.min(second.length - 1, FARTHEST - at);
    for (let days = 0; days <= last; days += 1) {
      sum[at + days] = (sum[at + days] ?? 0) + share * (second[days] ?? 0);
    }
  });
  return sum;
}

/** The fewest days by which both are over with the likelihood; more than `FARTHEST` where there is none. */
function daysFor(current: DayChances, rest: readonly Float64Array[], likelihood: number): number {
  const reached = (days: number) => {
    let sum = 0;
    const last = Math.min(days, current.length - 1);
    for (let at = 0; at <= last; at += 1)
      sum += (current[at] ?? 0) * (begunAfter(rest, at)?.[days - at] ?? 1);
    return sum >= likelihood - 1e-12;
  };
  if (!reached(FARTHEST)) return FARTHEST + 1;
  let [low, high] = [0, FARTHEST];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const MIXED = {
  code: "foresight.mixed",
  status: 422,
  field: null,
  message: {
    vi: "Không dự báo hồ sơ thật bằng thời gian của dữ liệu mẫu, và ngược lại.",
    en: "A real record is not foretold from the durations of invented ones, nor the other way round.",
  },
  remedy: {
    vi: "Chỉ đưa vào các lần thực hiện của chính sổ này.",
    en: "Give only what happened in this very register.",
  },
} as const;

const NO_STEP = {
  code: "foresight.noStep",
  status: 422,
  field: null,
  message: { vi: "Không còn bước nào phía trước.", en: "No step lies ahead." },
  remedy: { vi: "Không có gì để dự báo.", en: "There is nothing to foretell." },
} as const;
