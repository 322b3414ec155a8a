/**
 * The times that figures of cases count: a case from its receipt to its decision, and a step of it from the day on which it
 * began to the day on which it was done. Each with whether it is late or was in time, and the days on which the clock stood.
 * Pure.
 */
import { daySerial, type PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { courseOf, type Standstill } from "../cases/course.ts";
import { deadlinesOf, duesOf, firstDue } from "../cases/deadlines.ts";
import type { Actor } from "../vocabulary.ts";
import { type CaseTold, type Rules, type Standing, type Stood, standingBy, stretchOn } from "./standing.ts";

/** `dropped`: it ended without a decision, given back or withdrawn; such a time says nothing of how long deciding takes. */
export type SpellState = "underWay" | "done" | "dropped";

export type Spell = {
  readonly told: CaseTold;
  readonly procedure: string;
  /** Of a step: which. Of a whole case the step in which it sits, if it does in one. */
  readonly step: { readonly key: string; readonly title: Sentence } | null;
  /** Who handled it on its last day, or on the asked one. */
  readonly unit: string | null;
  readonly state: SpellState;
  readonly from: PlainDate;
  /** Null: it is under way. */
  readonly to: PlainDate | null;
  /**
   * By how many days it is late, or was when it was done; 0: in time. Null: no limit is known, or the clock stands. Worked out
   * when asked: it takes the clock, and most that were done are outside of the asked time.
   */
  readonly lateBy: () => number | null;
  /** Stretches in which the clock stood: after the first day, up to and with the other. In order, none overlap. */
  readonly stood: ReadonlyArray<{ readonly after: number; readonly until: number }>;
  /** The last thing that was told of the case by the asked day. */
  readonly newest: PlainDate;
};

/** From one day to another, both included; null: from the beginning. */
export type Window = { readonly from: PlainDate | null; readonly to: PlainDate };

/** Standstills as stretches of day serials within a time; overlapping ones are one. */
function stoodIn(
  standstills: readonly Standstill[],
  of: { readonly after: PlainDate; readonly until: PlainDate; readonly day: PlainDate },
): Spell["stood"] {
  const [first, last] = [daySerial(of.after), daySerial(of.until)];
  const spans = standstills
    .map(({ from, to }) => ({
      after: Math.max(first, daySerial(from)),
      until: Math.min(last, daySerial(to ?? of.day)),
    }))
    .filter(({ after, until }) => until > after)
    .sort((a, b) => a.after - b.after);
  const merged: { after: number; until: number }[] = [];
  for (const span of spans) {
    const before = merged.at(-1);
    if (before !== undefined && span.after <= before.until) before.until = Math.max(before.until, span.until);
    else merged.push({ ...span });
  }
  return merged;
}

/** Those who file and wait: what they take is no delay of an office. */
const OUTSIDE: ReadonlySet<Actor> = new Set([
  ...(["applicant", "developer", "investor", "owner", "bidders", "landUsers", "holder"] as const),
]);

function between(dueOn: PlainDate, day: PlainDate): number {
  return Math.max(0, daySerial(day) - daySerial(dueOn));
}

/** The total limit of the text that a case was under when it ended, with its pauses. */
function totalDueOn({ law, course }: Stood, { calendar, reads }: Rules): PlainDate | null {
  // Nothing runs any more in a case that has ended: it is asked as it ran up to then.
  const dues = duesOf(law.version, { ...course, endedOn: null }, {}).filter((d) => d.name === "total");
  return deadlinesOf(dues, { calendar, reading: reads })[0]?.deadline.dueOn ?? null;
}

/** By how much a case was late when it ended: by its total limit, or where its text sets none by the steps of offices. */
function wholeLateBy(told: CaseTold, endedOn: PlainDate, at: On): number | null {
  const total = totalDueOn(at.stood, at.rules);
  if (total !== null) return between(total, endedOn);
  const { steps } = at.stood.law.version;
  const ofOffices = stepsOf(told, at).flatMap(({ step, state, lateBy }) => {
    const actor = steps.find((s) => s.key === step?.key)?.actor;
    return state === "done" && actor !== undefined && !OUTSIDE.has(actor) ? (lateBy() ?? []) : [];
  });
  return ofOffices.length === 0 ? null : Math.max(...ofOffices);
}

/** The limit of a step just before it was done, by the text of the day on which it was. */
function stepDueOn(
  told: CaseTold,
  of: { readonly procedure: string; readonly step: string; readonly doneOn: PlainDate },
  { procedures, calendar, reads }: Rules,
): PlainDate | null {
  const upTo = told.happened.filter((h) => h.on <= of.doneOn);
  const law = procedures.find(of.procedure, { happened: upTo, asOf: of.doneOn });
  if (law === null) return null;
  // By which thing it was done: the first after which it is.
  const at = upTo.findIndex((_, i) =>
    courseOf(law.steps, upTo.slice(0, i + 1)).steps.some((s) => s.key === of.step && s.state === "done"),
  );
  if (at === -1) return null;
  const before = courseOf(law.steps, upTo.slice(0, at));
  const dues = duesOf(law.version, before, {}).filter((d) => d.step === of.step);
  return firstDue(deadlinesOf(dues, { calendar, reading: reads }))?.deadline.dueOn ?? null;
}

type On = {
  readonly day: PlainDate;
  readonly stood: Stood;
  readonly standing: Standing;
  /** By how much something that is done was late, found once. */
  readonly late: (told: CaseTold, what: string, find: () => number | null) => number | null;
  readonly rules: Rules;
};

function unitOn(told: CaseTold, day: PlainDate): string | null {
  return stretchOn(told, day)?.unit ?? null;
}

/** The case itself; null where it was not received by the day. */
function wholeOf(told: CaseTold, at: On): Spell | null {
  const { day, stood, standing } = at;
  const { course, law, dueOn } = stood;
  const { receivedOn, endedOn } = course;
  if (receivedOn === null) return null;
  const isDone = course.state === "decided" || course.state === "refused";
  const lateBy = () => {
    if (endedOn === null) return dueOn === null ? null : between(dueOn, day);
    if (!isDone) return null;
    return at.late(told, `whole ${endedOn}`, () => {
      const atEnd = standing(told, endedOn);
      return atEnd === null ? null : wholeLateBy(told, endedOn, { ...at, day: endedOn, stood: atEnd });
    });
  };
  return {
    ...{ told, procedure: law.key, from: receivedOn, to: endedOn, newest: course.lastOn ?? receivedOn },
    step: law.steps.find((s) => s.key === course.current) ?? null,
    unit: unitOn(told, endedOn ?? day),
    state: endedOn === null ? "underWay" : isDone ? "done" : "dropped",
    lateBy,
    stood: stoodIn(course.standstills, { after: receivedOn, until: endedOn ?? day, day }),
  };
}

/** The steps of a case that took time by the day: receipt, with which a case begins, is none. */
function stepsOf(told: CaseTold, { day, stood, rules, late }: On): readonly Spell[] {
  const { course, law, dueOn } = stood;
  return course.steps.flatMap((step, at): Spell[] => {
    const { key, title, begunOn, doneOn } = step;
    if (begunOn === null || (step.state !== "done" && step.state !== "underWay")) return [];
    if (at === 0 && law.steps[0]?.receives === true) return [];
    return [
      {
        ...{ told, procedure: law.key, step: { key, title }, from: begunOn, to: doneOn },
        newest: course.lastOn ?? begunOn,
        unit: unitOn(told, doneOn ?? day),
        state: doneOn === null ? "underWay" : "done",
        lateBy: () => {
          if (doneOn === null) return dueOn === null ? null : between(dueOn, day);
          return late(told, `${key} ${doneOn}`, () => {
            const due = stepDueOn(told, { procedure: law.key, step: key, doneOn }, rules);
            return due === null ? null : between(due, doneOn);
          });
        },
        stood: stoodIn(course.standstills, { after: begunOn, until: doneOn ?? day, day }),
      },
    ];
  });
}

/** The times of cases on a day: each as a whole, and by steps. A case that did not stand then has none. */
export type Spelling = {
  readonly standing: Standing;
  readonly whole: (told: CaseTold, day: PlainDate) => readonly Spell[];
  readonly steps: (told: CaseTold, day: PlainDate) => readonly Spell[];
};

/** Tells times by these rules. How late what is done was is found once: it does not hang on the asked day. */
export function spellingBy(rules: Rules): Spelling {
  const standing = standingBy(rules);
  const delays = new WeakMap<CaseTold, Map<string, number | null>>();
  const late: On["late"] = (told, what, find) => {
    const ofCase = delays.get(told) ?? new Map<string, number | null>();
    delays.set(told, ofCase);
    const before = ofCase.get(what);
    if (before !== undefined) return before;
    const found = find();
    ofCase.set(what, found);
    return found;
  };
  const on = (told: CaseTold, day: PlainDate): On | null => {
    const stood = standing(told, day);
    return stood === null ? null : { day, stood, standing, late, rules };
  };
  // What has ended stays as it is: the same standing gives the same times on every later day.
  const ended = {
    whole: new WeakMap<Stood, readonly Spell[]>(),
    steps: new WeakMap<Stood, readonly Spell[]>(),
  };
  const told = (of: keyof typeof ended, make: (told: CaseTold, at: On) => readonly Spell[]) => {
    return (one: CaseTold, day: PlainDate): readonly Spell[] => {
      const at = on(one, day);
      if (at === null) return [];
      const before = ended[of].get(at.stood);
      if (before !== undefined) return before;
      const spells = make(one, at);
      if (at.stood.course.endedOn !== null) ended[of].set(at.stood, spells);
      return spells;
    };
  };
  return {
    standing,
    whole: told("whole", (one, at) => {
      const whole = wholeOf(one, at);
      return whole === null ? [] : [whole];
    }),
    steps: told("steps", stepsOf),
  };
}

/** Days of a time: those after its first one. */
export function daysOf({ from, to }: Pick<Spell, "from" | "to">, day: PlainDate): number {
  return daySerial(to ?? day) - daySerial(from);
}

/** Days within a window on which the clock stood. */
export function daysStood({ stood }: Pick<Spell, "stood">, { from, to }: Window): number {
  const [first, last] = [from === null ? Number.NEGATIVE_INFINITY : daySerial(from) - 1, daySerial(to)];
  return stood.reduce(
    (sum, { after, until }) => sum + Math.max(0, Math.min(until, last) - Math.max(after, first)),
    0,
  );
}

/** Whether it was done within a window. */
export function isDoneIn({ state, to }: Pick<Spell, "state" | "to">, window: Window): boolean {
  return state === "done" && to !== null && (window.from === null || window.from <= to) && to <= window.to;
}
