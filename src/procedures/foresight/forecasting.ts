/** Forecasts from what the register holds, each learnt once for a commit and a day, however often it is asked for. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Outcome, Sentence } from "../../kernel/problems.ts";
import type { Db } from "../../platform/database/tables.ts";
import type { Known } from "../../register/public.ts";
import type { Settings } from "../../settings/public.ts";
import { proceduresUnder } from "../cases/pinning.ts";
import { type ChainStanding, chainAhead, daysBetween } from "./chains.ts";
import { type Ahead, foresee, lookAhead } from "./foreseeing.ts";
import { lastAnswers } from "./lastAnswers.ts";
import type { Foretold, StepBehind } from "./pageWords.ts";
import { type Pasts, readCasePasts, readZonesTold, type Taken, zonePastsOf } from "./pasts.ts";
import { percentileOf } from "./quantiles.ts";
import { CHAIN, type ChainStep, type Foresight, type RegisterKind, type StepPast } from "./vocabulary.ts";

/** The day, the commit and the settings of then. */
export type Asked = { readonly asOf: PlainDate; readonly known: Known; readonly settings: Settings };

type StepAhead = { readonly key: string; readonly label: Sentence };

/** The records of a step that are named; the others are counted. */
const NAMED = 12;

/** What foretells in one register. Nothing of it depends on who asks. */
export function forecasterOf({ db, register }: { readonly db: Db; readonly register: RegisterKind }) {
  const pasts = lastAnswers<Pasts>(40);
  const zones = lastAnswers<Awaited<ReturnType<typeof readZonesTold>>>(6);
  const aheads = lastAnswers<Outcome<Ahead>>(400);
  const word = ({ asOf, known }: Asked) => `${known.commit} ${known.latest} ${asOf}`;

  /** The times of the steps of a procedure, of records of one kind. */
  const casePasts = (procedure: string, kind: RegisterKind, asked: Asked) =>
    pasts(`${word(asked)} ${kind} ${procedure}`, () => {
      const procedures = proceduresUnder(asked.settings);
      return readCasePasts({ db, ...asked }, { procedure, procedures, register, kind });
    });

  /** What is told of every zone by the day. */
  const zonesTold = (asked: Asked) => zones(word(asked), () => readZonesTold({ db, ...asked }, register));

  /** The times of the steps of chains. */
  const zonePasts = (kind: RegisterKind, asked: Asked) =>
    pasts(`${word(asked)} ${kind} chain`, async () => zonePastsOf((await zonesTold(asked)).values(), kind));

  /** The end of some steps, the first of which is under way since a day; null where none is ahead. */
  const foretell = async (
    of: {
      readonly name: string;
      readonly kind: RegisterKind;
      readonly steps: readonly StepAhead[];
      readonly since: PlainDate;
      readonly past: Pasts;
    },
    asked: Asked,
  ): Promise<Foresight | null> => {
    const { name, kind, steps, since, past } = of;
    const enough = asked.settings.enoughTimes;
    const key = `${word(asked)} ${kind} ${name} ${enough} ${steps.map((s) => s.key).join(" ")}`;
    const ahead = await aheads(key, async () => {
      const known = steps.map((step): StepPast => ({ ...step, spells: spellsOf(past, step.key) }));
      return lookAhead(kind, known, { asOf: asked.asOf, enough });
    });
    return ahead.ok ? foresee(ahead.value, since) : null;
  };

  /** When a zone will have come through a step of its chain; null where it has, or is not on the way. */
  const foretellZone = async (
    standing: ChainStanding,
    of: { readonly last: ChainStep; readonly kind: RegisterKind },
    asked: Asked,
  ): Promise<Foresight | null> => {
    const steps = chainAhead(standing, of.last).map((key) => ({ key, label: CHAIN[key] }));
    if (standing.current === null || steps.length === 0) return null;
    const past = await zonePasts(of.kind, asked);
    const { since } = standing.current;
    return foretell({ name: "chain", kind: of.kind, steps, since: since.on, past }, asked);
  };

  return { register, casePasts, zonesTold, zonePasts, foretell, foretellZone };
}
export type Forecaster = ReturnType<typeof forecasterOf>;

function spellsOf(past: Pasts, key: string): StepPast["spells"] {
  return (past.get(key) ?? []).map((t) => t.spell);
}

/** A forecast in the words of one language. */
export function shownForesight(foresight: Foresight | null, language: "vi" | "en"): Foretold | null {
  if (foresight === null) return null;
  if (!foresight.enough) {
    const { says, lacking } = foresight;
    return {
      ...{ enough: false, says: says[language] },
      lacking: lacking.map(({ key, label, real }) => ({ key, label: label[language], real })),
    };
  }
  const { half, ninety, course, fewest } = foresight;
  return { enough: true, half, ninety, course: [...course], fewest };
}

/** Finished times of a step, the newest first. */
function finishedOf(past: Pasts, key: string): ReadonlyArray<Taken & { readonly to: PlainDate }> {
  return (past.get(key) ?? [])
    .flatMap((t) => (t.spell.to === null ? [] : [{ ...t, to: t.spell.to }]))
    .sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : a.id < b.id ? -1 : 1));
}

/** What took some steps: the ids. */
export function takersOf(past: Pasts, keys: readonly string[]): readonly string[] {
  return [...new Set(keys.flatMap((key) => (past.get(key) ?? []).map((t) => t.id)))];
}

/**
 * What a forecast rests on, step by step. `nameOf`: null where who asks may not see what took the step, or the days of it.
 * A median is always the days of one of them: where any is not seen, it is not told.
 */
export function behindOf(
  steps: readonly StepAhead[],
  past: Pasts,
  of: {
    readonly kind: "case" | "zone";
    readonly language: "vi" | "en";
    readonly nameOf: (taken: Taken, step: string) => string | null;
  },
): StepBehind[] {
  return steps.map(({ key, label }) => {
    const all = past.get(key) ?? [];
    const finished = finishedOf(past, key);
    const taken = finished.filter((t) => !t.isPassed);
    const isHidden = taken.some((t) => of.nameOf(t, key) === null);
    const records = taken.slice(0, NAMED).flatMap((t) => {
      const name = of.nameOf(t, key);
      if (name === null) return [];
      const days = daysBetween(t.spell.from, t.to);
      return [{ kind: of.kind, id: t.id, label: name, from: t.spell.from, to: t.to, days }];
    });
    return {
      ...{ key, label: label[of.language], finished: finished.length, records },
      passed: finished.length - taken.length,
      open: all.length - finished.length,
      median: isHidden
        ? null
        : percentileOf(
            taken.map((t) => daysBetween(t.spell.from, t.to)),
            50,
          ),
      more: taken.length - records.length,
    };
  });
}
