/** What was planned for a zone and what came, as marks on a line of time: courses, terms, expected dates. Pure. */
import {
  addDays,
  firstDay,
  lastDay,
  monthsBefore,
  type PartialDate,
  type PlainDate,
  partialOfDay,
} from "../../kernel/dates.ts";
import type { LaterWord, ShownAttribute } from "../pageVocabulary.ts";
import { COURSE_NAMES, type Course } from "../vocabulary.ts";

type Paper = ShownAttribute["document"];

/**
 * `state`: what was, as papers tell it; `schedule` and `term`: what the decision set; `expected`: what a report expects;
 * `handedOver`: the land in the field; `forecast`: from the day of 50 percent to that of 90.
 */
export type MarkKind = "state" | "schedule" | "term" | "expected" | "handedOver" | "forecast";

export type Mark = {
  readonly kind: MarkKind;
  readonly from: PlainDate;
  /** The last day; the same as `from` where it is a single date. */
  readonly to: PlainDate;
  /** Only known no later than `from`: it may have begun before. */
  readonly openStart: boolean;
  /** Until then papers tell it; later nothing newer is known. */
  readonly firmUntil: PlainDate;
  /** The date of the paper that tells it. */
  readonly told: PartialDate | null;
  readonly text: string;
  readonly since: PartialDate;
  readonly sinceKind: ShownAttribute["sinceKind"];
  readonly until: PartialDate | null;
  /** A forecast rests on no paper. */
  readonly paper: Paper | null;
};

/** What is foretold of a course, for who may see it. `to` null: 90 percent lie farther than can be said. */
export type Forecast = { readonly course: Course; readonly from: PlainDate; readonly to: PlainDate | null };

export type Lane = {
  readonly course: Course;
  readonly marks: readonly Mark[];
  /** From the first day of the line to the asked day, of which no paper tells. */
  readonly unknown: ReadonlyArray<{ readonly from: PlainDate; readonly to: PlainDate }>;
};

export type Axis = { readonly from: PlainDate; readonly to: PlainDate };
/** A zone or a phase with its name. */
export type Part = {
  readonly title: string;
  readonly facts: readonly ShownAttribute[];
  readonly laterWords?: readonly LaterWord[];
  readonly forecasts?: readonly Forecast[];
};
export type DrawnPart = { readonly title: string; readonly lanes: readonly Lane[] };

/** All parts on one line of time; null where nothing is known of any. */
export function scheduleOf(
  parts: readonly Part[],
  asOf: PlainDate,
): { readonly axis: Axis; readonly parts: readonly DrawnPart[] } | null {
  const marked = parts.map((part) => ({ title: part.title, marks: marksOf(part, asOf) }));
  const all = marked.flatMap(({ marks }) => COURSE_NAMES.flatMap((course) => marks[course]));
  const first = all.map((m) => m.from).sort()[0];
  if (first === undefined) return null;
  const last = [asOf, ...all.map((m) => m.to)].sort().at(-1) ?? asOf;
  const axis = { from: addDays(first, -120), to: addDays(last, 90) };
  return {
    axis,
    parts: marked.map(({ title, marks }) => ({
      title,
      lanes: COURSE_NAMES.map((course) => ({
        course,
        marks: marks[course],
        unknown: unknownOf(marks[course], axis.from, asOf),
      })),
    })),
  };
}

type Marks = Record<Course, Mark[]>;

function marksOf({ facts, laterWords = [], forecasts = [] }: Part, asOf: PlainDate): Marks {
  const marks: Marks = { legal: [], planning: [], clearance: [], works: [], operation: [] };
  const find = (name: string) => facts.find((f) => f.attribute === name) ?? null;
  for (const course of COURSE_NAMES) {
    const word = laterWords.find((w) => w.course === course);
    const states = statesOf(find(course), asOf);
    marks[course].push(...(word === undefined ? states : withLaterWord(states, word, asOf)));
  }
  const schedule = scheduled(find("scheduleFrom"), find("scheduleTo"), find("schedulePrinted"));
  const months = term(find("scheduleMonths"));
  const dated = (course: Course, name: string, kind: MarkKind) => {
    const fact = find(name);
    if (fact?.date != null) marks[course].push(pointOf(fact, fact.date, kind));
  };
  marks.works.push(...schedule, ...months);
  dated("works", "expectedCompletion", "expected");
  dated("operation", "scheduleOperation", "schedule");
  dated("operation", "expectedOperation", "expected");
  dated("clearance", "landHandedOver", "handedOver");
  for (const { course, from, to } of forecasts) {
    const last = to ?? from;
    marks[course].push({
      ...{ kind: "forecast", from, to: last, firmUntil: last, openStart: false, told: null, text: "" },
      ...{ since: partialOfDay(from), sinceKind: "in", paper: null },
      until: to === null ? null : partialOfDay(to),
    });
  }
  return marks;
}

/** The states that the course had by the day; one that a decision set holds, one that is told is as old as its paper. */
function statesOf(fact: ShownAttribute | null, asOf: PlainDate): Mark[] {
  return (fact?.periods ?? []).flatMap((period): Mark[] => {
    if (period.from > asOf) return [];
    const to = period.to === null || period.to > asOf ? asOf : addDays(period.to, -1);
    const told = period.evidenceAsOf === null ? period.from : lastDay(period.evidenceAsOf);
    const firm = period.standing === "decides" ? to : earlier([told, period.from].sort().at(-1) ?? to, to);
    return [
      {
        ...{ kind: "state", from: period.from, to, firmUntil: firm, text: period.text },
        told: period.evidenceAsOf,
        openStart: period.sinceKind === "by",
        ...{ since: period.since, sinceKind: period.sinceKind, until: null, paper: period.document },
      },
    ];
  });
}

/** A decided state is drawn until a newer paper tells another, which is drawn as told from then on. */
function withLaterWord(states: readonly Mark[], word: LaterWord, asOf: PlainDate): Mark[] {
  const from = firstDay(word.since);
  const told = word.evidenceAsOf === null ? from : lastDay(word.evidenceAsOf);
  const before = states
    .filter((s) => s.from < from)
    .map((s) => ({
      ...s,
      to: earlier(s.to, addDays(from, -1)),
      firmUntil: earlier(s.firmUntil, addDays(from, -1)),
    }));
  return [
    ...before,
    {
      ...{ kind: "state", from, to: asOf, firmUntil: earlier(told, asOf), openStart: true, text: word.text },
      ...{ told: word.evidenceAsOf, since: word.since, sinceKind: "by", until: null, paper: word.document },
    },
  ];
}

const earlier = (a: PlainDate, b: PlainDate) => (a < b ? a : b);

function scheduled(
  from: ShownAttribute | null,
  to: ShownAttribute | null,
  printed: ShownAttribute | null,
): Mark[] {
  if (to?.date == null) return [];
  const begin = from?.date ?? null;
  const last = lastDay(to.date);
  return [
    {
      ...{ kind: "schedule", from: begin === null ? last : firstDay(begin), to: last, firmUntil: last },
      ...{
        openStart: false,
        told: null,
        text: printed?.text ?? "",
        since: begin ?? to.date,
        sinceKind: "in",
      },
      ...{ until: to.date, paper: to.document },
    },
  ];
}

/** So many months from the day on which the decision was signed. */
function term(fact: ShownAttribute | null): Mark[] {
  if (fact?.value == null || fact.since.length < 10) return [];
  const from = firstDay(fact.since);
  const to = monthsBefore(from, -fact.value);
  return [
    {
      ...{ kind: "term", from, to, firmUntil: to, openStart: false, told: null, text: fact.text },
      ...{ since: fact.since, sinceKind: fact.sinceKind, until: partialOfDay(to), paper: fact.document },
    },
  ];
}

/** A date that is no more exact than its paper ends with the last day that it may mean. */
function pointOf(fact: ShownAttribute, date: PartialDate, kind: MarkKind): Mark {
  const day = lastDay(date);
  return {
    ...{ kind, from: day, to: day, firmUntil: day, openStart: false, told: null, text: fact.text },
    ...{ since: date, sinceKind: "in", until: null, paper: fact.document },
  };
}

function unknownOf(marks: readonly Mark[], from: PlainDate, asOf: PlainDate): Lane["unknown"] {
  const states = marks.filter((m) => m.kind === "state").sort((a, b) => (a.from < b.from ? -1 : 1));
  const gaps: Array<{ from: PlainDate; to: PlainDate }> = [];
  let at = from;
  for (const state of states) {
    if (state.from > at) gaps.push({ from: at, to: addDays(state.from, -1) });
    at = addDays(state.to, 1);
  }
  if (at <= asOf) gaps.push({ from: at, to: asOf });
  return gaps;
}
