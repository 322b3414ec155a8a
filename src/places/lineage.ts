/**
 * Which unit does a code mean on a day, what stands above and below it, what was it before and what did it become?
 * Pure.
 */
import type { PlainDate } from "../kernel/dates.ts";
import { compareText, getUnit, holdsOn, type PlaceIndex } from "./placeIndex.ts";
import type { Link, LinkBasis, LinkShare, Unit } from "./vocabulary.ts";

/** Where a day lies to the life of a unit: it exists, has ended, or is not yet. */
export type UnitState = "exists" | "ended" | "notYet";

/** What a code means on a day: the unit, its life, and whether it stood on that day. */
export type CodeAnswer = {
  readonly unit: Unit;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly state: UnitState;
};

/**
 * Another unit before or after, how much of the earlier one went into the later, and what that rests on; `basis` null:
 * reckoned from the communes of a district.
 */
export type Relative = { readonly unit: Unit; readonly share: LinkShare; readonly basis: LinkBasis | null };

/** Whether the unit exists on the day, has ended or is not yet. */
export function stateOn(unit: Unit, date: PlainDate): UnitState {
  if (holdsOn(unit, date)) return "exists";
  return unit.to !== null && unit.to <= date ? "ended" : "notYet";
}

/**
 * The unit that a code means on a day: the one that bore it then, else the last before, else the first after. Null where
 * no unit ever bore it.
 */
export function findByCode(index: PlaceIndex, code: string, date: PlainDate): CodeAnswer | null {
  const bearers = index.byCode.get(code) ?? [];
  const unit =
    bearers.find((u) => stateOn(u, date) === "exists") ??
    bearers.findLast((u) => stateOn(u, date) === "ended") ??
    bearers[0];
  return unit === undefined ? null : { unit, from: unit.from, to: unit.to, state: stateOn(unit, date) };
}

/** The units directly below on the day, in the order of their codes; none where the unit itself did not exist. */
export function childrenOn(index: PlaceIndex, key: string, date: PlainDate): readonly Unit[] {
  if (stateOn(getUnit(index, key), date) !== "exists") return [];
  const children = index.childrenOf.get(key) ?? [];
  return children.filter((child) => holdsOn(child, date)).map((child) => child.unit);
}

/** The provinces that exist on the day, in the order of their codes. */
export function rootsOn(index: PlaceIndex, date: PlainDate): readonly Unit[] {
  return index.units
    .filter((unit) => unit.level === "province" && holdsOn(unit, date))
    .sort((a, b) => compareText(a.code, b.code));
}

/** The unit directly above on the day; null for provinces and for days on which the unit did not exist. */
export function parentOn(index: PlaceIndex, key: string, date: PlainDate): Unit | null {
  const parent = getUnit(index, key).parents.find((p) => holdsOn(p, date));
  return parent === undefined ? null : getUnit(index, parent.parentKey);
}

/** The units above on the day, the nearest first. */
export function ancestorsOn(index: PlaceIndex, key: string, date: PlainDate): readonly Unit[] {
  const parent = parentOn(index, key, date);
  return parent === null ? [] : [parent, ...ancestorsOn(index, parent.key, date)];
}

/** The units whose ground went into this one, in the order of their codes; none for a unit without a beginning on record. */
export function predecessors(index: PlaceIndex, key: string): readonly Relative[] {
  getUnit(index, key);
  return (index.linksTo.get(key) ?? []).map((link) => relative(index, link.fromKey, link));
}

/**
 * The units that the ground of this one went into, in the order of their codes; none for a unit that still exists, and
 * none where no list proves any. A district had no successor of its own: those of its communes answer for it.
 */
export function successors(index: PlaceIndex, key: string): readonly Relative[] {
  const unit = getUnit(index, key);
  const links = index.linksFrom.get(key) ?? [];
  if (links.length > 0) return links.map((link) => relative(index, link.toKey, link));
  return unit.level === "district" ? successorsOfCommunes(index, key) : [];
}

function successorsOfCommunes(index: PlaceIndex, districtKey: string): Relative[] {
  const later = new Map<string, Unit>();
  const communes = (index.childrenOf.get(districtKey) ?? []).map((child) => child.unit);
  for (const commune of communes) {
    if (commune.to === null) later.set(commune.key, commune);
    for (const link of index.linksFrom.get(commune.key) ?? [])
      later.set(link.toKey, getUnit(index, link.toKey));
  }
  const units = [...later.values()].sort((a, b) => compareText(a.code, b.code));
  const share = units.length === 1 ? "whole" : "part";
  return units.map((unit) => ({ unit, share, basis: null }));
}

function relative(index: PlaceIndex, key: string, link: Link): Relative {
  return { unit: getUnit(index, key), share: link.share, basis: link.basis };
}
