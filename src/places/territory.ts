/**
 * Does the ground of one unit lie within that of another, whatever the time of either? Pure.
 *
 * Ground is counted in atoms: the communes of 2023, the districts that had none, and later communes of which nothing is
 * known before. A later commune holds the atoms that went into it, each whole or in part; a district or an old province
 * holds those of its communes, a merged province those of the provinces that made it. Of an atom that was divided nobody
 * knows which part is where, but every part lies in what holds the atom whole.
 */
import { getUnit, type PlaceIndex } from "./placeIndex.ts";
import type { Containment, Unit } from "./vocabulary.ts";

/** How the ground of one unit lies to that of another; never `outside`. */
export type ContainmentPair = {
  readonly unitKey: string;
  readonly withinKey: string;
  readonly how: "within" | "crosses";
};

/** The atoms of a unit by their keys. */
type Territory = { readonly whole: ReadonlySet<string>; readonly part: ReadonlySet<string> };

const known = new WeakMap<PlaceIndex, ReadonlyMap<string, Territory>>();

/**
 * How the ground of the first unit lies to that of the second: `within` it, sharing some with it (`crosses`, also where
 * the first surrounds the second), or `outside`. Throws for a key that names no unit.
 */
export function containment(index: PlaceIndex, unitKey: string, withinKey: string): Containment {
  const unit = territoryOf(index, getUnit(index, unitKey));
  const other = territoryOf(index, getUnit(index, withinKey));
  if (unitKey === withinKey) return "within";
  let covered = 0;
  let shares = false;
  for (const atom of unit.whole) {
    if (other.whole.has(atom)) covered += 1;
    else if (other.part.has(atom)) shares = true;
  }
  for (const atom of unit.part) if (other.whole.has(atom)) covered += 1;
  if (covered === unit.whole.size + unit.part.size) return "within";
  return covered > 0 || shares ? "crosses" : "outside";
}

/** All pairs of units that share ground, each unit within itself among them; in the order of the units. */
export function* listContainments(index: PlaceIndex): Iterable<ContainmentPair> {
  const territories = territoriesOf(index);
  const holders = holdersOf(territories);
  for (const [unitKey, unit] of territories) {
    const covered = new Map<string, number>([[unitKey, unit.whole.size + unit.part.size]]);
    const count = (keys: readonly string[], by: number): void => {
      for (const key of keys) if (key !== unitKey) covered.set(key, (covered.get(key) ?? 0) + by);
    };
    for (const atom of unit.whole) {
      count(holders.whole.get(atom) ?? [], 1);
      count(holders.part.get(atom) ?? [], 0);
    }
    for (const atom of unit.part) count(holders.whole.get(atom) ?? [], 1);
    for (const [withinKey, atoms] of covered) {
      yield { unitKey, withinKey, how: atoms === unit.whole.size + unit.part.size ? "within" : "crosses" };
    }
  }
}

function holdersOf(territories: ReadonlyMap<string, Territory>) {
  const holders = { whole: new Map<string, string[]>(), part: new Map<string, string[]>() };
  for (const [key, territory] of territories) {
    for (const share of ["whole", "part"] as const) {
      for (const atom of territory[share]) {
        const list = holders[share].get(atom);
        if (list === undefined) holders[share].set(atom, [key]);
        else list.push(key);
      }
    }
  }
  return holders;
}

function territoryOf(index: PlaceIndex, unit: Unit): Territory {
  const territory = territoriesOf(index).get(unit.key);
  if (territory === undefined) throw new Error(`no ground of ${unit.key}`);
  return territory;
}

function territoriesOf(index: PlaceIndex): ReadonlyMap<string, Territory> {
  const there = known.get(index);
  if (there !== undefined) return there;
  const territories = new Map<string, Territory>();
  const of = (unit: Unit): Territory => {
    const done = territories.get(unit.key);
    if (done !== undefined) return done;
    const territory = unit.level === "commune" ? ofCommune(index, unit) : ofArea(index, unit, of);
    territories.set(unit.key, territory);
    return territory;
  };
  for (const unit of index.units) of(unit);
  known.set(index, territories);
  return territories;
}

function ofCommune(index: PlaceIndex, unit: Unit): Territory {
  const links = index.linksTo.get(unit.key) ?? [];
  if (links.length === 0) return { whole: new Set([unit.key]), part: new Set() };
  return {
    whole: new Set(links.filter((l) => l.share === "whole").map((l) => l.fromKey)),
    part: new Set(links.filter((l) => l.share === "part").map((l) => l.fromKey)),
  };
}

/** A district or a province: what its predecessors and all that ever stood below it hold. */
function ofArea(index: PlaceIndex, unit: Unit, of: (unit: Unit) => Territory): Territory {
  const before = (index.linksTo.get(unit.key) ?? []).map((link) => of(getUnit(index, link.fromKey)));
  const below = (index.childrenOf.get(unit.key) ?? []).map((child) => of(child.unit));
  const held = [...before, ...below];
  if (held.length === 0) return { whole: new Set([unit.key]), part: new Set() };
  const whole = new Set(held.flatMap((t) => [...t.whole]));
  return { whole, part: new Set(held.flatMap((t) => [...t.part]).filter((atom) => !whole.has(atom))) };
}
