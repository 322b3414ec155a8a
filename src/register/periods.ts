/** From the courses of its attributes to the timeline of a subject, and how that grows with what is recorded. Pure. */
import { laterOf, type PartialDate, type PlainDate } from "../kernel/dates.ts";
import {
  courseOf,
  inOrder,
  type Period,
  type RecordedChange,
  type Source,
  type Statement,
  type Stretch,
  statementsIn,
  statementsOf,
} from "./statements.ts";
import type { AttributeValue } from "./vocabulary.ts";

/** A stretch of days on which the same statements hold, each about the attribute of the same place in `names`. */
type Span = {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly names: readonly string[];
  readonly held: readonly Statement[];
};

type Course = {
  readonly name: string;
  readonly statements: readonly Statement[];
  readonly stretches: readonly Stretch[];
};

/** What is known of a subject once some changes are recorded: enough to go on from when more come. */
export type Knowledge = {
  readonly changes: readonly RecordedChange[];
  /** By attribute, in the order of names. */
  readonly courses: ReadonlyMap<string, Course>;
  readonly spans: readonly Span[];
};

export const NOTHING_KNOWN: Knowledge = { changes: [], courses: new Map(), spans: [] };

/**
 * What is known with `added`, which were recorded after all that `before` rests on. Only the courses that they touch
 * are made anew: a long history costs little when one thing is added to it.
 */
export function learn(before: Knowledge, added: readonly RecordedChange[]): Knowledge {
  if (added.length === 0) return before;
  const changes = [...before.changes, ...added];
  const statements = added.some((change) => change.kind === "withdraw")
    ? statementsOf(changes)
    : withStatements(before, added);
  const courses = new Map<string, Course>();
  for (const name of [...statements.keys()].sort()) {
    const own = statements.get(name) ?? [];
    const known = before.courses.get(name);
    courses.set(
      name,
      known !== undefined && areSame(known.statements, own)
        ? known
        : { name, statements: own, stretches: courseOf(own) },
    );
  }
  return { changes, courses, spans: spansOf([...courses.values()]) };
}

/** The statements of before with those of changes that withdraw nothing. */
function withStatements(
  before: Knowledge,
  added: readonly RecordedChange[],
): ReadonlyMap<string, readonly Statement[]> {
  const all = new Map<string, readonly Statement[]>();
  for (const course of before.courses.values()) all.set(course.name, course.statements);
  added.forEach((change, i) => {
    if (change.kind === "withdraw") return;
    for (const [name, statement] of statementsIn(change, before.changes.length + i)) {
      all.set(name, [...(all.get(name) ?? []), statement]);
    }
  });
  return all;
}

/** Whether two lists have the statements of the same changes: a change says one thing of an attribute. */
function areSame(a: readonly Statement[], b: readonly Statement[]): boolean {
  return a.length === b.length && a.every((s, i) => s.source.change === b[i]?.source.change);
}

function hasBegun(stretch: Stretch | undefined, day: PlainDate): boolean {
  return stretch !== undefined && stretch.from <= day;
}

/** One span for each run of days on which all courses stay as they are; none where nothing is known. */
function spansOf(courses: readonly Course[]): readonly Span[] {
  const places = courses.map(() => 0);
  const days = [...new Set(courses.flatMap((c) => c.stretches.map((s) => s.from)))].sort();
  const spans: Span[] = [];
  days.forEach((from, i) => {
    const names: string[] = [];
    const held: Statement[] = [];
    courses.forEach((course, c) => {
      let place = places[c] ?? 0;
      while (hasBegun(course.stretches[place + 1], from)) place += 1;
      places[c] = place;
      const stretch = course.stretches[place];
      if (stretch?.held == null || stretch.from > from || stretch.held.value === null) return;
      names.push(course.name);
      held.push(stretch.held);
    });
    if (held.length === 0) return;
    const span = { from, to: days[i + 1] ?? null, names, held };
    const last = spans.at(-1);
    if (last !== undefined && last.to === from && tellTheSame(last, span)) {
      spans[spans.length - 1] = { ...last, to: span.to };
    } else spans.push(span);
  });
  return spans;
}

function tellTheSame(a: Span, b: Span): boolean {
  return areSame(a.held, b.held) && a.names.every((name, i) => name === b.names[i]);
}

function periodOf({ from, to, names, held }: Span): Period {
  const attributes: Record<string, AttributeValue> = {};
  const sources: Record<string, Source> = {};
  let evidence: PartialDate | null = null;
  names.forEach((name, i) => {
    const statement = held[i];
    if (statement === undefined || statement.value === null) return;
    attributes[name] = statement.value;
    sources[name] = statement.source;
    evidence = laterOf(evidence, statement.source.evidence);
  });
  return { from, to, attributes, sources, evidence };
}

/** The periods that leave and those that enter when what is known goes from `before` to `after`. */
export function growthBetween(
  before: Knowledge,
  after: Knowledge,
): { readonly gone: readonly Period[]; readonly come: readonly Period[] } {
  const old = new Map(before.spans.map((span) => [span.from, span]));
  const kept = new Set<Span>();
  const come = after.spans.filter((span) => {
    const same = old.get(span.from);
    if (same === undefined || same.to !== span.to || !tellTheSame(same, span)) return true;
    kept.add(same);
    return false;
  });
  return {
    gone: before.spans.filter((span) => !kept.has(span)).map(periodOf),
    come: come.map(periodOf),
  };
}

/**
 * The timeline of a subject as its changes give it: stretches in order, without overlap, no two neighbours equal,
 * none without a value. The order in which `changes` are passed does not matter, only that of recording.
 */
export function periodsOf(changes: readonly RecordedChange[]): readonly Period[] {
  return learn(NOTHING_KNOWN, inOrder(changes)).spans.map(periodOf);
}

/** The stretch that covers a day, or null. */
export function periodOn(periods: readonly Period[], day: PlainDate): Period | null {
  return periods.find((p) => p.from <= day && (p.to === null || day < p.to)) ?? null;
}
