/** What a telling would change, and what somebody else changed meanwhile: two states of knowledge compared. Pure. */
import { firstDay, type PlainDate } from "../kernel/dates.ts";
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

/** A field that was touched after `seen`: as it was then, as it is now, and the change that touched it last. */
export type Touched = {
  readonly attribute: string;
  readonly seen: AttributeValue | null;
  readonly now: AttributeValue | null;
  readonly by: RecordedChange;
};

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
      seen: holding(was.get(attribute) ?? NOTHING, on)?.value ?? null,
      now: holding(is.get(attribute) ?? NOTHING, on)?.value ?? null,
      by,
    };
  });
}
