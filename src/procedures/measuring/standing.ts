/** How a case stood on a day: the text it was under, its course up to then, what was due first. Pure. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Calendar } from "../../law/calendar/vocabulary.ts";
import { type Course, courseOf, type Happened } from "../cases/course.ts";
import { deadlinesOf, duesOf, firstDue } from "../cases/deadlines.ts";
import type { Pinning, ProcedureReader } from "../cases/pinning.ts";
import { CATALOGUE } from "../catalogue/catalogue.ts";
import type { Reading } from "../clock/vocabulary.ts";

/** What holds of a case from one day until before another; null: it still does. */
export type Stretch = {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly procedure: string | null;
  readonly number: string | null;
  readonly zone: string | null;
  readonly places: readonly string[];
  readonly unit: string | null;
  readonly answerBy: PlainDate | null;
  readonly disputed: string | null;
  /** The paper of its dossier, and the one from which its dispute is known. */
  readonly document: string | null;
  readonly disputedBy: string | null;
};

/** One thing that happened, on which paper. */
export type Told = Happened & { readonly document: string };

/** All that is told of a case, in the order of days. */
export type CaseTold = {
  readonly id: string;
  readonly key: string | null;
  readonly stretches: readonly Stretch[];
  readonly happened: readonly Told[];
};

/** By what cases are judged: the procedures as settings have them, the calendar, how the office reads what is left open. */
export type Rules = {
  readonly procedures: ProcedureReader;
  readonly calendar: Calendar;
  readonly reads: Reading;
};

/** How a case stood at the end of a day. */
export type Stood = {
  readonly law: Pinning;
  readonly course: Course;
  /** The day by which something of ours was due first; null: nothing was, or the clock stood. */
  readonly dueOn: PlainDate | null;
};

const LAW_DAYS = [
  ...new Set(CATALOGUE.flatMap((p) => p.versions.flatMap((v) => v.effectiveFrom ?? []))),
].sort();

/** How many days of law there were up to a day. */
function textsBy(day: PlainDate): number {
  const next = LAW_DAYS.findIndex((on) => on > day);
  return next === -1 ? LAW_DAYS.length : next;
}

/** What holds of a case on a day. */
export function stretchOn({ stretches }: CaseTold, day: PlainDate): Stretch | null {
  return stretches.find((s) => s.from <= day && (s.to === null || day < s.to)) ?? null;
}

/** How a case stood on a day; null where nothing held of it, or its procedure is not in the catalogue. */
export type Standing = (told: CaseTold, day: PlainDate) => Stood | null;

/** Stands cases by these rules. Between two things that happen, and two days of law, it is the same and found once. */
export function standingBy({ procedures, calendar, reads }: Rules): Standing {
  const found = new WeakMap<CaseTold, Map<string, Stood | null>>();
  const stand = (stretch: Stretch, happened: readonly Told[], day: PlainDate) => {
    const law = procedures.find(stretch.procedure ?? "", { happened, asOf: day });
    if (law === null) return null;
    const course = courseOf(law.steps, happened);
    const dues = duesOf(law.version, course, stretch.answerBy === null ? {} : { answerBy: stretch.answerBy });
    const first = firstDue(deadlinesOf(dues, { calendar, reading: reads }));
    return { law, course, dueOn: first?.deadline.dueOn ?? null };
  };
  return (told, day) => {
    const stretch = stretchOn(told, day);
    if (stretch === null) return null;
    // In the order of days, so that what is after the day stands at the end.
    const after = told.happened.findIndex((h) => h.on > day);
    const upTo = after === -1 ? told.happened.length : after;
    const key = `${stretch.from} ${upTo} ${textsBy(day)}`;
    const ofCase = found.get(told) ?? new Map<string, Stood | null>();
    found.set(told, ofCase);
    const before = ofCase.get(key);
    if (before !== undefined) return before;
    const stood = stand(stretch, told.happened.slice(0, upTo), day);
    ofCase.set(key, stood);
    return stood;
  };
}
