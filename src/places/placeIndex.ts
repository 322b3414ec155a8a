/** The units and links of all times, arranged for the questions of rules.ts, territory.ts and search.ts. Pure. */
import type { PlainDate } from "../kernel/dates.ts";
import type { Link, Parenthood, Unit } from "./vocabulary.ts";

/** A unit below another, for as long as it stood there. */
export type Child = {
  readonly unit: Unit;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
};
export type PlaceIndex = {
  readonly units: readonly Unit[];
  readonly byKey: ReadonlyMap<string, Unit>;
  /** The units that bore a code, one after the other in time. */
  readonly byCode: ReadonlyMap<string, readonly Unit[]>;
  /** In the order of their codes. */
  readonly childrenOf: ReadonlyMap<string, readonly Child[]>;
  /** In the order of the codes of the later units. */
  readonly linksFrom: ReadonlyMap<string, readonly Link[]>;
  /** In the order of the codes of the earlier units. */
  readonly linksTo: ReadonlyMap<string, readonly Link[]>;
};

/** Arranges units and links. Throws where a key is borne twice or a parent or link names no unit: broken assumptions. */
export function placeIndex(units: readonly Unit[], links: readonly Link[]): PlaceIndex {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  if (byKey.size !== units.length) throw new Error("two places bear one key");
  const byCode = new Map<string, Unit[]>();
  const childrenOf = new Map<string, Child[]>();
  for (const unit of [...units].sort(byTime)) append(byCode, unit.code, unit);
  for (const unit of [...units].sort((a, b) => compareText(a.code, b.code) || byTime(a, b))) {
    for (const parent of unit.parents) addChild(childrenOf, unit, parent);
  }
  const linksFrom = new Map<string, Link[]>();
  const linksTo = new Map<string, Link[]>();
  for (const link of [...links].sort((a, b) => compareText(a.toKey, b.toKey)))
    append(linksFrom, link.fromKey, link);
  for (const link of [...links].sort((a, b) => compareText(a.fromKey, b.fromKey)))
    append(linksTo, link.toKey, link);
  const named = [...childrenOf.keys(), ...linksFrom.keys(), ...linksTo.keys()];
  const unknown = named.find((key) => !byKey.has(key));
  if (unknown !== undefined) throw new Error(`a parent or a link names no place: ${unknown}`);
  return { units, byKey, byCode, childrenOf, linksFrom, linksTo };
}

/** The unit of a key. Throws where there is none: keys come from the index itself. */
export function getUnit(index: PlaceIndex, key: string): Unit {
  const unit = index.byKey.get(key);
  if (unit === undefined) throw new Error(`no place of the key ${key}`);
  return unit;
}

/** Whether a period [from, to) holds the day; null is open. */
export function holdsOn(
  period: { readonly from: PlainDate | null; readonly to: PlainDate | null },
  date: PlainDate,
): boolean {
  return (period.from === null || period.from <= date) && (period.to === null || date < period.to);
}

/** Orders text by its code units, which for codes and keys is the order of numbers. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byTime(a: Unit, b: Unit): number {
  return compareText(a.from ?? "", b.from ?? "");
}

function addChild(childrenOf: Map<string, Child[]>, unit: Unit, { parentKey, from, to }: Parenthood): void {
  append(childrenOf, parentKey, { unit, from, to });
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
