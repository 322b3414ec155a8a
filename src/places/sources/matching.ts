/**
 * Joins names of two lists, from the strictest spelling to the loosest: with accents, without, without the type.
 * Lists of different years also name districts and provinces differently; which names mean the same is learnt from rows
 * that carry a code.
 */
import { accentKey, bareNameOf, looseKey } from "../names.ts";
import type { ConversionRow } from "./addressDatabase.ts";

const TIERS: readonly ((name: string) => string)[] = [accentKey, looseKey, bareLooseKey];

/** Finds the items of some groups that a full name means: those of the strictest spelling that finds any, each once. */
export type NameFinder<T> = (groups: Iterable<string>, name: string) => readonly T[];

/** A finder over items that each stand in one or more groups (districts, provinces) under a full name. */
export function nameFinder<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  groupsOf: (item: T) => Iterable<string>,
): NameFinder<T> {
  // Most names agree in the strictest spelling, so a looser index is made only once it is asked for.
  const tiers = TIERS.map((spelling) => {
    let index: Map<string, T[]> | undefined;
    return (groups: readonly string[], name: string): readonly T[] => {
      index ??= indexOf(items, (item) => spelling(nameOf(item)), groupsOf);
      const key = spelling(name);
      return [...new Set(groups.flatMap((group) => index?.get(`${group}|${key}`) ?? []))];
    };
  });
  return (groups, name) => {
    const wanted = [...groups];
    for (const find of tiers) {
      const found = find(wanted, name);
      if (found.length > 0) return found;
    }
    return [];
  };
}

function indexOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  groupsOf: (item: T) => Iterable<string>,
): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    for (const group of groupsOf(item)) {
      const place = `${group}|${key}`;
      const there = index.get(place);
      if (there === undefined) index.set(place, [item]);
      else there.push(item);
    }
  }
  return index;
}

/** What the join needs of a commune of 2023. */
export type OldCommune = {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly provinceCode: string;
};
export type NamedUnit = { readonly code: string; readonly name: string };
export type NamedDistrict = NamedUnit & { readonly provinceCode: string };

/** The districts of 2023 that the names of district and province in a row may mean. */
export type OldAreas = {
  readonly districtsOf: (row: ConversionRow) => ReadonlySet<string>;
};

/** Learns the names that districts and provinces of 2023 bore in 2025 from their own names and from coded rows. */
export function learnOldAreas(from: {
  readonly communes: ReadonlyMap<string, OldCommune>;
  readonly districts: readonly NamedDistrict[];
  readonly provinces: readonly NamedUnit[];
  readonly rows: readonly ConversionRow[];
}): OldAreas {
  const provinces = new Map<string, Set<string>>();
  const districts = new Map<string, Set<string>>();
  for (const p of from.provinces) addTo(provinces, bareLooseKey(p.name), p.code);
  for (const d of from.districts) addTo(districts, `${d.provinceCode}|${looseKey(d.name)}`, d.code);
  const seen = new Set<string>();
  for (const row of from.rows) {
    const commune = row.oldCode === null ? undefined : from.communes.get(row.oldCode);
    if (commune === undefined) continue;
    const lesson = `${commune.districtCode}|${row.oldDistrict}|${row.oldProvince}`;
    if (seen.has(lesson)) continue;
    seen.add(lesson);
    addTo(provinces, bareLooseKey(row.oldProvince ?? ""), commune.provinceCode);
    addTo(districts, `${commune.provinceCode}|${looseKey(row.oldDistrict ?? "")}`, commune.districtCode);
  }
  const none: ReadonlySet<string> = new Set();
  const meant = new Map<string, ReadonlySet<string>>();
  const find = (row: ConversionRow): ReadonlySet<string> => {
    const district = looseKey(row.oldDistrict ?? "");
    const within = [...(provinces.get(bareLooseKey(row.oldProvince ?? "")) ?? none)];
    return new Set(within.flatMap((p) => [...(districts.get(`${p}|${district}`) ?? none)]));
  };
  return {
    districtsOf: (row) => {
      const words = `${row.oldDistrict}|${row.oldProvince}`;
      const found = meant.get(words) ?? find(row);
      meant.set(words, found);
      return found;
    },
  };
}

/** A name without type and accents: lists write "Cao Bằng" or "Tỉnh Cao Bằng". */
export function bareLooseKey(name: string): string {
  return looseKey(bareNameOf(name));
}

/** Adds a value to the set that a map holds under a key. */
export function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
