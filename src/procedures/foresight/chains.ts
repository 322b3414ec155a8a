/**
 * Where a zone stands in its chain (policy, plan, clearance, works, lease) and how long each step took it, from what
 * papers tell of its courses. What no paper tells is no step done. Pure.
 */
import {
  daySerial,
  firstDay,
  laterOf,
  type PartialDate,
  type PlainDate,
  partialOfDay,
} from "../../kernel/dates.ts";
import type { IsClosed } from "../../register/public.ts";
import type { Course } from "../../zones/vocabulary.ts";
import { CHAIN_STEPS, type ChainStep, type RegisterKind, type Spell } from "./vocabulary.ts";

/** A day on which something was so; not `exact`: it may have been so before, or only its year is told. */
export type Moment = {
  readonly on: PlainDate;
  readonly exact: boolean;
  /** The date as it is told. */
  readonly told: PartialDate;
};

/** What a course was from a day on, as a paper tells it. */
type State = {
  readonly state: string;
  readonly from: PlainDate;
  readonly since: PartialDate;
  readonly sinceKind: "on" | "in" | "by";
  readonly evidence: PartialDate | null;
};

/** A zone as far as its chain hangs on it, up to the day that is asked about. */
export type ZoneTold = {
  readonly id: string;
  readonly register: RegisterKind;
  readonly courses: Readonly<Record<Course, readonly State[]>>;
  /** When its first round of clearance began, and its first plot was leased. */
  readonly roundsFrom: Moment | null;
  readonly leasesFrom: Moment | null;
  /** A park of which nothing but its founding is told by itself: its phases have the chains. */
  readonly isByPhases: boolean;
};

/** A state as one paper tells it. */
export type StateTold = State & { readonly document: string };

/** A day that papers tell of a round of clearance: the one that names it, and those by which there is such a round there. */
export type RoundDate = { readonly date: PartialDate; readonly documents: readonly string[] };

/** A zone with everything that its chain hangs on, paper by paper: from it follows what who asks may see of it. */
export type ZonePapers = ZoneTold & {
  readonly byPaper: Readonly<Record<Course, readonly StateTold[]>>;
  readonly rounds: readonly RoundDate[];
};

/** Ids of the papers that a zone's chain hangs on; those of leases are asked for by class. */
export function papersOf({ byPaper, rounds }: ZonePapers): readonly string[] {
  return [
    ...Object.values(byPaper).flatMap((told) => told.map((t) => t.document)),
    ...rounds.flatMap((r) => r.documents),
  ];
}

/** The courses of a zone, each made from what papers tell of it. */
export function coursesOf(
  byPaper: ZonePapers["byPaper"],
  make: (told: readonly StateTold[]) => readonly State[],
): ZoneTold["courses"] {
  const { legal, planning, clearance, works, operation } = byPaper;
  return {
    ...{ legal: make(legal), planning: make(planning), clearance: make(clearance) },
    ...{ works: make(works), operation: make(operation) },
  };
}

/** Where a course turns: what another paper tells of the same state is no turn. */
export function turnsOf<S extends State>(told: readonly S[]): readonly S[] {
  return told.filter((t, i) => t.state !== told[i - 1]?.state);
}

/**
 * A course without what closed papers tell. What an open paper says right after one of them may have been so before: it was
 * no later than then. Where the last is closed, nothing is told: what was open before it is not how it stands.
 */
function turnsSeen(told: readonly StateTold[], isClosed: IsClosed): readonly State[] {
  const last = told.at(-1);
  if (last === undefined || isClosed(last.document)) return [];
  const seen = told.flatMap((t, i): StateTold[] => {
    if (isClosed(t.document)) return [];
    const before = told[i - 1];
    return before !== undefined && isClosed(before.document) ? [{ ...t, sinceKind: "by" }] : [t];
  });
  return turnsOf(seen);
}

/** A zone as who asks may see it. `leasedOn`: the first day of a lease that they may see. */
export function asSeen(
  zone: ZonePapers,
  { isClosed, leasedOn }: { readonly isClosed: IsClosed; readonly leasedOn: PlainDate | null },
): ZoneTold {
  const { id, register, isByPhases, rounds, roundsFrom, leasesFrom } = zone;
  const open = rounds.filter((r) => !r.documents.some(isClosed));
  return {
    ...{ id, register, isByPhases },
    courses: coursesOf(zone.byPaper, (told) => turnsSeen(told, isClosed)),
    roundsFrom: noEarlierThan(roundBegan(open.map((r) => r.date)), roundsFrom),
    leasesFrom: noEarlierThan(
      leasedOn === null ? null : { on: leasedOn, exact: true, told: partialOfDay(leasedOn) },
      leasesFrom,
    ),
  };
}

/** The first day that is seen; not `exact` where an earlier one is not seen. */
function noEarlierThan(seen: Moment | null, first: Moment | null): Moment | null {
  return seen === null || first === null || seen.on === first.on ? seen : { ...seen, exact: false };
}

type Rule = {
  readonly course: Course;
  /** States in which the step is under way, and those in which it is over. */
  readonly begun: readonly string[];
  readonly ended: readonly string[];
};

/** Which states of which course a step of the chain is. */
const RULES: Readonly<Record<ChainStep, Rule>> = {
  policy: {
    course: "legal",
    begun: ["planned", "proposed", "policyApproved"],
    ended: ["established", "adjusted"],
  },
  plan: { course: "planning", begun: [], ended: ["approved"] },
  clearance: { course: "clearance", begun: ["underWay"], ended: ["done"] },
  works: {
    course: "works",
    begun: ["choosingContractor", "underWay"],
    ended: ["basicallyComplete", "accepted"],
  },
  lease: { course: "operation", begun: ["tenantsInProcedures"], ended: ["operating"] },
};

/** A step of one zone. `notTold`: later steps are told of, and no paper tells of this one. */
export type StepStanding = {
  readonly key: ChainStep;
  readonly state: "done" | "underWay" | "ahead" | "notTold";
  readonly begun: Moment | null;
  readonly ended: Moment | null;
};

/** How far a zone has come. */
export type ChainStanding = {
  readonly steps: readonly StepStanding[];
  /** The step that it sits in and since when; null: nothing is told, all is done, or it was repealed. */
  readonly current: { readonly key: ChainStep; readonly since: Moment } | null;
  /** The step that it sat in last, by its place in the chain. */
  readonly at: number;
  readonly isFinished: boolean;
  readonly repealedOn: PlainDate | null;
};

/** What began within a year of which no more is told says nothing of days. */
function momentOf({ from, since, sinceKind }: State): Moment {
  return { on: from, exact: sinceKind !== "by" && since.length >= "2023-11".length, told: since };
}

/** Since when the last state of a course, without a break, is one of these; null where it is none. */
function sinceOf(states: readonly State[], among: readonly string[]): Moment | null {
  const before = states.findLastIndex((s) => !among.includes(s.state));
  const first = states[before + 1];
  return first === undefined ? null : momentOf(first);
}

function earlier(a: Moment | null, b: Moment | null): Moment | null {
  if (a === null || b === null) return a ?? b;
  return b.on < a.on ? b : a;
}

function told(zone: ZoneTold, key: ChainStep): Pick<StepStanding, "begun" | "ended"> {
  const { course, begun, ended } = RULES[key];
  // A repealed zone keeps what it had come to: the repeal itself is no step.
  const states = zone.courses[course].filter((s) => s.state !== "repealed");
  const run = states.findLastIndex((s) => ![...begun, ...ended].includes(s.state)) + 1;
  const first = states[run];
  // Told first as done, it began at an unknown time.
  const own = first !== undefined && begun.includes(first.state) ? momentOf(first) : null;
  const beside = key === "clearance" ? zone.roundsFrom : key === "lease" ? zone.leasesFrom : null;
  return { begun: earlier(own, beside), ended: sinceOf(states, ended) };
}

/** When the zone came to a step: as the one before was over and all others before it; else when it began itself. */
function cameTo(steps: ReadonlyArray<Pick<StepStanding, "begun" | "ended">>, at: number): Moment | null {
  if (steps[at - 1]?.ended == null) return steps[at]?.begun ?? null;
  const before = steps.slice(0, at).flatMap((s) => s.ended ?? []);
  return before.reduce<Moment | null>((l, m) => (l === null || m.on >= l.on ? m : l), null);
}

/**
 * Where the zone sits: in the first step that is told as under way, unless something after it was told as over since; else
 * in the one after the last that is over. So works that go on while the first tenants operate are still works.
 */
function placeOf(steps: ReadonlyArray<Pick<StepStanding, "begun" | "ended">>): number {
  const isOpen = ({ begun, ended }: (typeof steps)[number], i: number) =>
    begun !== null &&
    ended === null &&
    steps.slice(i + 1).every((s) => s.ended === null || s.ended.on < begun.on);
  const open = steps.findIndex(isOpen);
  return open === -1 ? steps.findLastIndex((s) => s.ended !== null) + 1 : open;
}

/** How far a zone has come by the day up to which it is told. */
export function standingOf(zone: ZoneTold): ChainStanding {
  const steps = CHAIN_STEPS.map((key) => ({ key, ...told(zone, key) }));
  const at = placeOf(steps);
  const last = zone.courses.legal.at(-1);
  const repealedOn = last?.state === "repealed" ? last.from : null;
  const isGoing = repealedOn === null && !zone.isByPhases;
  const current = isGoing ? steps[at] : undefined;
  const since = cameTo(steps, at);
  return {
    steps: steps.map((step, i): StepStanding => {
      if (step.ended !== null) return { ...step, state: "done" };
      if (i === at && since !== null && isGoing) return { ...step, state: "underWay" };
      return {
        ...step,
        state: i < steps.findLastIndex((s) => s.ended !== null) || i < at ? "notTold" : "ahead",
      };
    }),
    current: current === undefined || since === null ? null : { key: current.key, since },
    at,
    isFinished: at >= steps.length,
    repealedOn,
  };
}

/**
 * The time that each step took the zone, from when it had come to it: only where both days are told as days or months.
 * What began at the latest on a day has lasted at least so long; of what ended at the latest on one nothing is learnt.
 */
export function spellsOf(zone: ZoneTold): ReadonlyArray<{ readonly key: ChainStep; readonly spell: Spell }> {
  if (zone.isByPhases) return [];
  const { steps, at, repealedOn } = standingOf(zone);
  const { register } = zone;
  return steps.flatMap(({ key, ended }, i): Array<{ key: ChainStep; spell: Spell }> => {
    const came = cameTo(steps, i);
    if (came === null) return [];
    const open = { register, from: came.on, to: null };
    if (ended === null) {
      if (i !== at) return [];
      return [{ key, spell: repealedOn === null ? open : { ...open, leftOn: repealedOn } }];
    }
    if (!ended.exact || ended.on < came.on) return [];
    return [{ key, spell: came.exact ? { ...open, to: ended.on } : { ...open, leftOn: ended.on } }];
  });
}

/** The steps that still lie before the zone up to and with one, the current first; none where that one is over. */
export function chainAhead(
  { current, steps }: Pick<ChainStanding, "current" | "steps">,
  last: ChainStep,
): readonly ChainStep[] {
  if (current === null) return [];
  const [from, to] = [CHAIN_STEPS.indexOf(current.key), CHAIN_STEPS.indexOf(last)];
  if (steps[to]?.ended !== null) return [];
  return steps.slice(from, to + 1).flatMap(({ key, ended }) => (ended === null ? [key] : []));
}

/** The date of the newest paper on the course of the step that a zone sits in; where none tells of that, on any course. */
export function toldUntil(
  { courses }: Pick<ZoneTold, "courses">,
  { current }: Pick<ChainStanding, "current">,
): PartialDate | null {
  const own = current === null ? [] : courses[RULES[current.key].course];
  return (own.length === 0 ? Object.values(courses).flat() : own).reduce<PartialDate | null>(
    (newest, s) => laterOf(newest, s.evidence),
    null,
  );
}

/** The earliest day on which a round of clearance is told to have begun. */
export function roundBegan(dates: readonly PartialDate[]): Moment | null {
  return dates
    .map((date): Moment => ({ on: firstDay(date), exact: date.length >= "2023-11".length, told: date }))
    .reduce<Moment | null>(earlier, null);
}

/** Days from one day to another. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return daySerial(to) - daySerial(from);
}
