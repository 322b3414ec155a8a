/**
 * What changes say about one attribute, and which statement holds on a day. The rules stand in ARCHITECTURE.md ("The
 * fold"). A change of a deciding paper goes before all that others only say, for as long as it covers the day. Pure.
 */
import { exclusiveEnd, firstDay, type PartialDate, type PlainDate } from "../kernel/dates.ts";
import type { AttributeValue, Effective, Standing } from "./vocabulary.ts";

/** A change as the fold needs it, in the order of recording (`commit`, then `ordinal`). */
export type RecordedChange = {
  readonly id: string;
  readonly commit: number;
  readonly ordinal: number;
  readonly document: string;
  /** Date of the paper, as far as known. */
  readonly evidence: PartialDate | null;
} & (
  | {
      readonly kind: "set";
      readonly attributes: Readonly<Record<string, AttributeValue>>;
      readonly from: Effective;
      readonly to: PartialDate | null;
      readonly standing: Standing;
    }
  | {
      readonly kind: "clear";
      readonly attributes: readonly string[];
      readonly from: Effective;
      readonly to: PartialDate | null;
      readonly standing: Standing;
    }
  | { readonly kind: "withdraw"; readonly withdraws: string }
);

/** Where the value of an attribute comes from. */
export type Source = {
  readonly change: string;
  readonly document: string;
  readonly since: PartialDate;
  readonly sinceKind: Effective["kind"];
  readonly standing: Standing;
  readonly evidence: PartialDate | null;
};

/** A stretch of days [from, to) on which all attributes stay as they are; `to` null: until further notice. */
export type Period = {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly sources: Readonly<Record<string, Source>>;
  /** Date of the newest paper behind any attribute of the stretch. */
  readonly evidence: PartialDate | null;
};

/** One change seen from one attribute. `value` null: a clear. `order` grows with recording. */
export type Statement = {
  readonly value: AttributeValue | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly order: number;
  readonly source: Source;
};

/** Ids of the changes that a withdrawal in force names. A withdrawal that is itself withdrawn names nothing. */
export function withdrawnIds(changes: readonly RecordedChange[]): ReadonlySet<string> {
  const gone = new Set<string>();
  const withdrawals = inOrder(changes).filter((change) => change.kind === "withdraw");
  for (const change of withdrawals.reverse()) if (!gone.has(change.id)) gone.add(change.withdraws);
  return gone;
}

function byRecording(a: RecordedChange, b: RecordedChange): number {
  return a.commit - b.commit || a.ordinal - b.ordinal;
}

/** The changes in the order of recording; the same list where it is in that order already. */
export function inOrder(changes: readonly RecordedChange[]): readonly RecordedChange[] {
  const isSorted = changes.every((change, i) => {
    const before = changes[i - 1];
    return before === undefined || byRecording(before, change) <= 0;
  });
  return isSorted ? changes : [...changes].sort(byRecording);
}

type Telling = Exclude<RecordedChange, { kind: "withdraw" }>;

/** What one change tells, attribute by attribute; `order` is its place among all changes of its subject. */
export function statementsIn(change: Telling, order: number): ReadonlyArray<readonly [string, Statement]> {
  const { id, document, evidence, standing } = change;
  const { date: since, kind: sinceKind } = change.from;
  const source: Source = { change: id, document, since, sinceKind, standing, evidence };
  const from = firstDay(since);
  const to = change.to === null ? null : exclusiveEnd(change.to);
  const statement = (value: AttributeValue | null): Statement => ({ value, from, to, order, source });
  return change.kind === "set"
    ? Object.entries(change.attributes).map(([name, value]) => [name, statement(value)] as const)
    : change.attributes.map((name) => [name, statement(null)] as const);
}

/** Every statement in force about every attribute, in the order of recording. */
export function statementsOf(changes: readonly RecordedChange[]): ReadonlyMap<string, readonly Statement[]> {
  const gone = withdrawnIds(changes);
  const byAttribute = new Map<string, Statement[]>();
  inOrder(changes).forEach((change, order) => {
    if (change.kind === "withdraw" || gone.has(change.id)) return;
    for (const [name, statement] of statementsIn(change, order)) {
      const list = byAttribute.get(name);
      if (list === undefined) byAttribute.set(name, [statement]);
      else list.push(statement);
    }
  });
  return byAttribute;
}

/** Text dates order as days do, so `<` on them is the order of time. `null` as an end lies after every day. */
function before(day: PlainDate, end: PlainDate | null): boolean {
  return end === null || day < end;
}

/** Where a closed statement ends: its own end, or where an open one recorded later starts inside it. */
function effectiveEnd(closed: Statement, open: readonly Statement[]): PlainDate | null {
  let end = closed.to;
  for (const o of open) {
    if (o.order > closed.order && o.from >= closed.from && before(o.from, end)) end = o.from;
  }
  return end;
}

/** The statements of one standing: the open ones by start, each closed one with the day on which it really ends. */
type Lane = {
  readonly open: readonly Statement[];
  readonly closed: ReadonlyArray<{ readonly statement: Statement; readonly end: PlainDate | null }>;
};

/** The earlier start first; of equal ones the one recorded earlier. */
function byStart(a: Statement, b: Statement): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : a.order - b.order;
}

function laneOf(statements: readonly Statement[], standing: Standing): Lane {
  const own = statements.filter((s) => s.source.standing === standing);
  const open = own.filter((s) => s.to === null).sort(byStart);
  const closed = own.filter((s) => s.to !== null);
  return { open, closed: closed.map((statement) => ({ statement, end: effectiveEnd(statement, open) })) };
}

/** Tells for days in rising order which statement of a lane holds, or null. */
function walkerOf({ open, closed }: Lane): (day: PlainDate) => Statement | null {
  let begun = 0;
  return (day) => {
    for (let next = open[begun]; next !== undefined && next.from <= day; next = open[begun]) begun += 1;
    let covering: Statement | null = null;
    for (const { statement, end } of closed) {
      const covers = statement.from <= day && before(day, end);
      if (covers && (covering === null || statement.order > covering.order)) covering = statement;
    }
    return covering ?? open[begun - 1] ?? null;
  };
}

/** The statement about one attribute that holds on a day: a deciding one if any covers the day, else the best report. */
export function holding(statements: readonly Statement[], day: PlainDate): Statement | null {
  return walkerOf(laneOf(statements, "decides"))(day) ?? walkerOf(laneOf(statements, "says"))(day);
}

/** A stretch of days [from, to) on which one statement, or none, holds about an attribute. */
export type Stretch = {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly held: Statement | null;
};

/** The course of one attribute through time: neighbouring stretches always differ in the statement that holds. */
export function courseOf(statements: readonly Statement[]): readonly Stretch[] {
  const days = [...new Set(statements.flatMap((s) => (s.to === null ? [s.from] : [s.from, s.to])))].sort();
  const decided = walkerOf(laneOf(statements, "decides"));
  const said = walkerOf(laneOf(statements, "says"));
  const stretches: Stretch[] = [];
  days.forEach((from, i) => {
    // Both are asked every day: each walks on from the day before.
    const held = decided(from) ?? said(from);
    const last = stretches.at(-1);
    const to = days[i + 1] ?? null;
    if (last !== undefined && last.held === held) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ from, to, held });
  });
  return stretches;
}
