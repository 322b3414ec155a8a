/** The numbers of cases, each out of the same times: which of them count, with what value, and what comes of them. Pure. */
import type { PlainDate } from "../../kernel/dates.ts";
import { percentileOf } from "../foresight/quantiles.ts";
import { daysOf, daysStood, isDoneIn, type Spell, type Window } from "./spells.ts";
import type { Measure } from "./vocabulary.ts";

/** On which day, and over which time. */
export type When = { readonly day: PlainDate; readonly window: Window };

/** A time that counts, with its own number of days. */
export type Counted = { readonly spell: Spell; readonly days: number };

export type Measured = {
  /** Null: nothing counts. */
  readonly value: number | null;
  readonly counted: readonly Counted[];
  /** Those that belong to it and can't be judged: no limit of theirs is known. */
  readonly unjudged: readonly Spell[];
  readonly numerator: number | null;
  readonly denominator: number | null;
};

type Chosen = Pick<Measured, "counted"> & Partial<Pick<Measured, "unjudged">>;
type Row = {
  readonly choose: (spells: readonly Spell[], when: When) => Chosen;
  readonly makes: (days: readonly number[]) => number;
};

const countOf = (days: readonly number[]) => days.length;
const sumOf = (days: readonly number[]) => days.reduce((sum, d) => sum + d, 0);
const percentile = (percent: number) => (days: readonly number[]) => percentileOf(days, percent) ?? 0;
/** In percent, to a tenth. */
const shareOf = (days: readonly number[]) => Math.round((inTimeOf(days) / days.length) * 1000) / 10;
const inTimeOf = (days: readonly number[]) => days.filter((late) => late === 0).length;

function underWay(spells: readonly Spell[], { day }: When): readonly Counted[] {
  return spells.filter((s) => s.state === "underWay").map((spell) => ({ spell, days: daysOf(spell, day) }));
}

function done(spells: readonly Spell[], { day, window }: When): readonly Counted[] {
  return spells.filter((s) => isDoneIn(s, window)).map((spell) => ({ spell, days: daysOf(spell, day) }));
}

function late(spells: readonly Spell[]): readonly Counted[] {
  return spells.flatMap((spell) => {
    const days = spell.state === "underWay" ? spell.lateBy() : null;
    return days !== null && days > 0 ? [{ spell, days }] : [];
  });
}

function judged(spells: readonly Spell[], when: When): Chosen {
  const ended = done(spells, when).map(({ spell }) => ({ spell, days: spell.lateBy() }));
  return {
    counted: ended.flatMap(({ spell, days }) => (days === null ? [] : [{ spell, days }])),
    unjudged: ended.filter(({ days }) => days === null).map(({ spell }) => spell),
  };
}

function stood(spells: readonly Spell[], { window }: When): readonly Counted[] {
  return spells.map((spell) => ({ spell, days: daysStood(spell, window) })).filter(({ days }) => days > 0);
}

const ROWS: Readonly<Record<Measure, Row>> = {
  open: { choose: (s, when) => ({ counted: underWay(s, when) }), makes: countOf },
  late: { choose: (s) => ({ counted: late(s) }), makes: countOf },
  decided: { choose: (s, when) => ({ counted: done(s, when) }), makes: countOf },
  onTime: { choose: judged, makes: shareOf },
  median: { choose: (s, when) => ({ counted: done(s, when) }), makes: percentile(50) },
  ninetieth: { choose: (s, when) => ({ counted: done(s, when) }), makes: percentile(90) },
  paused: { choose: (s, when) => ({ counted: stood(s, when) }), makes: sumOf },
};

/** What a measure makes of some times. */
export function measured(measure: Measure, spells: readonly Spell[], when: When): Measured {
  const { choose, makes } = ROWS[measure];
  const { counted, unjudged = [] } = choose(spells, when);
  const days = counted.map((c) => c.days);
  const isShare = measure === "onTime" && days.length > 0;
  return {
    value: days.length === 0 ? null : makes(days),
    ...{ counted, unjudged },
    numerator: isShare ? inTimeOf(days) : null,
    denominator: isShare ? days.length : null,
  };
}
