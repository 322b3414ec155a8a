/**
 * What the conversion rows tell about the communes and districts of 2023 as they were in June 2025: under which name
 * they lived on, or that they had ended before.
 */
import { looseKey } from "../names.ts";
import type { ConversionRow } from "./addressDatabase.ts";
import { addTo, bareLooseKey, type NamedDistrict, type OldCommune } from "./matching.ts";

export type JuneNames = {
  /** The full names that a commune also bore, by its code. */
  readonly otherNamesOf: (commune: OldCommune) => readonly string[];
  /** Whether a commune of its code and bare name still stood in June 2025. */
  readonly communeStood: (commune: OldCommune) => boolean;
  /** The full name under which the same district, and no other, stood in June 2025, where it was another. */
  readonly otherNameOfDistrict: (district: NamedDistrict) => string | null;
  /** Whether a district of its bare name still stood in its province in June 2025. */
  readonly districtStood: (district: NamedDistrict) => boolean;
};

/** Reads the names of June 2025 from the rows that carry a code of 2023. */
export function juneNamesOf(
  communes: ReadonlyMap<string, OldCommune>,
  rows: readonly ConversionRow[],
): JuneNames {
  const names = new Map<string, string>();
  const namesOfDistrict = new Map<string, Set<string>>();
  const districtsOfName = new Map<string, Set<string>>();
  for (const row of rows) {
    const commune = row.oldCode === null ? undefined : communes.get(row.oldCode);
    if (commune === undefined || row.oldName === null || row.oldDistrict === null) continue;
    names.set(commune.code, row.oldName);
    addTo(namesOfDistrict, commune.districtCode, row.oldDistrict);
    addTo(districtsOfName, `${commune.provinceCode}|${row.oldDistrict}`, commune.districtCode);
  }
  const standing = new Set([...districtsOfName.keys()].map(standingKey));
  const isNamesake = namesakeFinder(communes);
  return {
    otherNamesOf: (commune) => {
      const name = names.get(commune.code);
      if (name === undefined || sameBy(looseKey, name, commune.name)) return [];
      // A commune that took in its neighbour may bear the neighbour's name: then the name is the neighbour's.
      return isNamesake(commune, name) ? [] : [name];
    },
    communeStood: (commune) => sameBy(bareLooseKey, names.get(commune.code) ?? "", commune.name),
    otherNameOfDistrict: (district) => {
      const [name, another] = [...(namesOfDistrict.get(district.code) ?? [])];
      if (name === undefined || another !== undefined || sameBy(looseKey, name, district.name)) return null;
      return districtsOfName.get(`${district.provinceCode}|${name}`)?.size === 1 ? name : null;
    },
    districtStood: (district) => standing.has(standingKey(`${district.provinceCode}|${district.name}`)),
  };
}

function standingKey(provinceAndName: string): string {
  const [province, name] = provinceAndName.split("|");
  return `${province}|${bareLooseKey(name ?? "")}`;
}

/** Whether another commune of the same district bears the bare name. */
function namesakeFinder(
  communes: ReadonlyMap<string, OldCommune>,
): (commune: OldCommune, name: string) => boolean {
  const byDistrict = new Map<string, Set<OldCommune>>();
  for (const c of communes.values()) addTo(byDistrict, c.districtCode, c);
  return (commune, name) => {
    const bare = bareLooseKey(name);
    const neighbours = [...(byDistrict.get(commune.districtCode) ?? [])];
    return neighbours.some((c) => c !== commune && bareLooseKey(c.name) === bare);
  };
}

/** Equal by a spelling; most names are equal letter by letter, which is much cheaper to see. */
function sameBy(spelling: (name: string) => string, a: string, b: string): boolean {
  return a === b || spelling(a) === spelling(b);
}
