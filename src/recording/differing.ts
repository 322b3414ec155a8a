/** What a telling would change, and what somebody else changed meanwhile: two states of knowledge compared. Pure. */
import { exclusiveEnd, firstDay, type PlainDate } from "../kernel/dates.ts";
import {
  type AttributeValue,
  courseOf,
  holding,
  type RecordedChange,
  type Statement,
  statementsOf,
} from "../register/public.ts";

/** A run of days on which an attribute has another value after than before; null: unknown. `to` is exclusive. */
export type Difference = {
  readonly attribute: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly before: Statement | null;
  readonly after: Statement | null;
};

const NOTHING: readonly Statement[] = [];

function valueIn(statement: Statement | null): string {
  return JSON.stringify(statement?.value ?? null);
}

/** Whether two statements tell the same value; none tells what a clear tells: unknown. */
export function tellSame(a: Statement | null, b: Statement | null): boolean {
  return valueIn(a) === valueIn(b);
}

/** Where the values of all attributes differ, attribute by attribute in the order of names, then of time. */
export function differencesBetween(
  before: readonly RecordedChange[],
  after: readonly RecordedChange[],
): readonly Difference[] {
  const [was, is] = [statementsOf(before), statementsOf(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  return names.flatMap((name) => differencesOf(name, was.get(name) ?? NOTHING, is.get(name) ?? NOTHING));
}

function differencesOf(
  attribute: string,
  was: readonly Statement[],
  is: readonly Statement[],
): readonly Difference[] {
  const days = [...new Set([...courseOf(was), ...courseOf(is)].flatMap((s) => [s.from, s.to ?? []].flat()))];
  const found: Difference[] = [];
  days.sort().forEach((from, i) => {
    const [old, now] = [holding(was, from), holding(is, from)];
    if (tellSame(old, now)) return;
    const difference = { attribute, from, to: days[i + 1] ?? null, before: old, after: now };
    const last = found.at(-1);
    const goesOn =
      last !== undefined &&
      last.to === from &&
      tellSame(last.before, difference.before) &&
      tellSame(last.after, difference.after);
    if (goesOn) found[found.length - 1] = { ...last, to: difference.to };
    else found.push(difference);
  });
  return found;
}

/** The attributes that a change tells of; of a withdrawal those of what it takes back. */
export function attributesIn(
  change: RecordedChange,
  byId: ReadonlyMap<string, RecordedChange>,
): readonly string[] {
  switch (change.kind) {
    case "set":
      return Object.keys(change.attributes);
    case "clear":
      return change.attributes;
    case "withdraw": {
      const withdrawn = byId.get(change.withdraws);
      return withdrawn === undefined ? [] : attributesIn(withdrawn, byId);
    }
  }
}

/** A field that was touched after a commit: as it was then, as it is now, and the change that touched it last. */
export type Touched = {
  readonly attribute: string;
  readonly was: Told;
  readonly is: Told;
  readonly by: RecordedChange;
};

/** A value with the paper that it rests on; null: unknown, told by none. */
type Told = { readonly value: AttributeValue | null; readonly document: string | null };

/**
 * What others recorded after the commit that was seen, field by field. Each is looked at on the day that is told of, or
 * where the newer change begins later, on its first day: else nothing would show of it.
 */
export function touchedSince(
  changes: readonly RecordedChange[],
  { seen, day }: { readonly seen: number; readonly day: PlainDate },
): readonly Touched[] {
  const byId = new Map(changes.map((c) => [c.id, c]));
  const newer = changes.filter((c) => c.commit > seen);
  const last = new Map(newer.flatMap((c) => attributesIn(c, byId).map((name) => [name, c] as const)));
  const was = statementsOf(changes.filter((c) => c.commit <= seen));
  const is = statementsOf(changes);
  return [...last].map(([attribute, by]) => {
    const begins = by.kind === "withdraw" ? day : firstDay(by.from.date);
    const on = begins > day ? begins : day;
    return {
      attribute,
      was: toldBy(holding(was.get(attribute) ?? NOTHING, on)),
      is: toldBy(holding(is.get(attribute) ?? NOTHING, on)),
      by,
    };
  });
}

function toldBy(statement: Statement | null): Told {
  return { value: statement?.value ?? null, document: statement?.source.document ?? null };
}

type Days = { readonly from: PlainDate; readonly to: PlainDate | null };

const meet = (a: Days, b: Days) => (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to);

/** The days that a change speaks of; of a withdrawal those of what it takes back. */
function daysOf(change: RecordedChange, byId: ReadonlyMap<string, RecordedChange>): Days | null {
  if (change.kind !== "withdraw") {
    return { from: firstDay(change.from.date), to: change.to === null ? null : exclusiveEnd(change.to) };
  }
  const withdrawn = byId.get(change.withdraws);
  return withdrawn === undefined ? null : daysOf(withdrawn, byId);
}

/**
 * The attributes of which a telling speaks on a day on which a closed paper holds, before or after it. Whether the told
 * value is another, and which of both counts, would tell by trial and error what that paper says.
 */
export function veiledBy(
  before: readonly RecordedChange[],
  added: readonly RecordedChange[],
  isClosed: (document: string) => boolean,
): ReadonlySet<string> {
  const after = [...before, ...added];
  const byId = new Map(after.map((c) => [c.id, c]));
  const states = [statementsOf(before), statementsOf(after)];
  const isVeiled = (attribute: string, days: Days) =>
    states.some((state) =>
      courseOf(state.get(attribute) ?? NOTHING).some(
        (s) => s.held !== null && isClosed(s.held.source.document) && meet(s, days),
      ),
    );
  return new Set(
    added.flatMap((change) => {
      const days = daysOf(change, byId);
      return days === null ? [] : attributesIn(change, byId).filter((name) => isVeiled(name, days));
    }),
  );
}
