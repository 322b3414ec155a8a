/**
 * Decides which communes of 1 July 2025 the ground of each commune of 2023 went to.
 *
 * The rows start from the communes of June 2025, the list from those of 2023; some 570 communes ended between. A row
 * counts for the commune that bears its code. A commune whose code had gone is joined by name: to a row without a code,
 * else to the unit that lives on under its name in the same district. What no name proves stays open.
 */
import { looseKey } from "../names.ts";
import type { LinkBasis } from "../vocabulary.ts";
import type { ConversionRow } from "./addressDatabase.ts";
import { LINK_CORRECTIONS } from "./corrections.ts";
import {
  addTo,
  bareLooseKey,
  learnOldAreas,
  type NamedDistrict,
  type NamedUnit,
  type NameFinder,
  nameFinder,
  type OldAreas,
  type OldCommune,
} from "./matching.ts";

/** A commune of 1 July 2025 as the join needs it. */
export type NewCommuneName = NamedUnit & { readonly provinceCode: string };

/** The communes that an old one went to, in the order of their codes; empty where nothing proves any. */
export type Succession = { readonly newCodes: readonly string[]; readonly basis: LinkBasis };

/** What became of the rows that carry names and no code. */
export type NamedRowAccount = {
  /** Joined a commune whose code had gone by June 2025. */
  readonly joined: number;
  /** Say again what the row of the commune's code says. */
  readonly repeated: number;
  /** Name a further successor of a commune whose code then bore another name: both count, each for a part. */
  readonly added: number;
  /** Contradict the row of a commune that kept code and name: set aside. */
  readonly setAside: number;
  /** Name no commune of 2023. */
  readonly unmatched: number;
};
export type Successions = {
  readonly byOldCode: ReadonlyMap<string, Succession>;
  readonly namedRows: NamedRowAccount;
};
export type SuccessionSources = {
  readonly communes: ReadonlyMap<string, OldCommune>;
  readonly districts: readonly NamedDistrict[];
  readonly provinces: readonly NamedUnit[];
  readonly newCommunes: ReadonlyMap<string, NewCommuneName>;
  readonly newProvinces: readonly NamedUnit[];
  readonly rows: readonly ConversionRow[];
};

type RowStep = "joined" | "repeated" | "added" | "setAside" | "unmatched";

/** The successions of all communes of 2023 and the account of the rows without a code. */
export function decideSuccessions(sources: SuccessionSources): Successions {
  const coded = codedRows(sources);
  const areas = learnOldAreas(sources);
  const named = new Map<string, Set<string>>();
  const counts: Record<RowStep, number> = { joined: 0, repeated: 0, added: 0, setAside: 0, unmatched: 0 };
  const readRow = namedRowReader(sources, areas, coded);
  for (const row of sources.rows) {
    if (row.oldCode !== null || row.oldName === null) continue;
    const read = readRow(row);
    counts[read.step] += 1;
    if (read.step === "joined" || read.step === "added") addTo(named, read.oldCode, read.newCode);
  }
  const findLivingOn = livingOnFinder(sources, areas);
  const corrected = new Map(LINK_CORRECTIONS.map((c) => [c.oldCode, c.newCodes]));
  const byOldCode = new Map<string, Succession>();
  for (const commune of sources.communes.values()) {
    byOldCode.set(
      commune.code,
      successionOf({
        corrected: corrected.get(commune.code),
        byCode: coded.get(commune.code)?.newCode ?? sameUnit(commune, sources),
        byName: named.get(commune.code),
        livingOn: () => findLivingOn([commune.districtCode], commune.name),
      }),
    );
  }
  return { byOldCode, namedRows: counts };
}

function successionOf(evidence: {
  readonly corrected: readonly string[] | undefined;
  readonly byCode: string | undefined;
  readonly byName: ReadonlySet<string> | undefined;
  readonly livingOn: () => readonly ConversionRow[];
}): Succession {
  if (evidence.corrected !== undefined) return { newCodes: evidence.corrected, basis: "correction" };
  const named = [...(evidence.byName ?? [])];
  if (evidence.byCode !== undefined)
    return { newCodes: distinct([evidence.byCode, ...named]), basis: "code" };
  if (named.length > 0) return { newCodes: distinct(named), basis: "name" };
  const livingOn = distinct(evidence.livingOn().map((row) => row.newCode));
  // Two units of the name in one district prove nothing.
  return { newCodes: livingOn.length === 1 ? livingOn : [], basis: "name" };
}

function codedRows(sources: SuccessionSources): Map<string, ConversionRow> {
  const rows = new Map<string, ConversionRow>();
  for (const row of sources.rows) {
    if (row.oldCode === null) continue;
    if (rows.has(row.oldCode)) throw new Error(`two conversion rows of the code ${row.oldCode}`);
    if (!sources.newCommunes.has(row.newCode)) throw new Error(`a row leads to no commune: ${row.newCode}`);
    rows.set(row.oldCode, row);
  }
  return rows;
}

/** A commune that no row names, of the code and name of a new one in which nothing else is said to lie. */
function sameUnit(commune: OldCommune, sources: SuccessionSources): string | undefined {
  const same = sources.newCommunes.get(commune.code);
  return same !== undefined && looseKey(same.name) === looseKey(commune.name) ? same.code : undefined;
}

type ReadRow =
  | { readonly step: "unmatched" | "repeated" | "setAside" }
  | { readonly step: "joined" | "added"; readonly oldCode: string; readonly newCode: string };

function namedRowReader(
  sources: SuccessionSources,
  areas: OldAreas,
  coded: ReadonlyMap<string, ConversionRow>,
): (row: ConversionRow) => ReadRow {
  const findOld = nameFinder(
    [...sources.communes.values()],
    (c) => c.name,
    (c) => [c.districtCode],
  );
  const findNew = newCommuneFinder(sources);
  return (row) => {
    const old = soleOf(findOld(areas.districtsOf(row), row.oldName ?? ""), (c) => !coded.has(c.code));
    const newCode = findNew(row);
    if (old === undefined || newCode === undefined) return { step: "unmatched" };
    const own = coded.get(old.code);
    if (own === undefined) return { step: "joined", oldCode: old.code, newCode };
    if (own.newCode === newCode) return { step: "repeated" };
    const renamed = bareLooseKey(own.oldName ?? "") !== bareLooseKey(old.name);
    return renamed ? { step: "added", oldCode: old.code, newCode } : { step: "setAside" };
  };
}

/** The only one, or the only one that is preferred. */
function soleOf<T>(items: readonly T[], preferred: (item: T) => boolean): T | undefined {
  if (items.length < 2) return items[0];
  const better = items.filter(preferred);
  return better.length === 1 ? better[0] : undefined;
}

/** The new code in a row without an old code is often of another commune, so the name and the province count. */
function newCommuneFinder(sources: SuccessionSources): (row: ConversionRow) => string | undefined {
  const provinces = new Map(sources.newProvinces.map((p) => [bareLooseKey(p.name), p.code]));
  const find = nameFinder(
    [...sources.newCommunes.values()],
    (c) => c.name,
    (c) => [c.provinceCode],
  );
  return (row) => {
    const province = provinces.get(bareLooseKey(row.newProvince));
    if (province === undefined) return undefined;
    return soleOf(find([province], row.newName), (c) => c.code === row.newCode)?.code;
  };
}

function livingOnFinder(sources: SuccessionSources, areas: OldAreas): NameFinder<ConversionRow> {
  return nameFinder(
    sources.rows.filter((row) => row.oldCode !== null),
    (row) => row.oldName ?? "",
    (row) => areas.districtsOf(row),
  );
}

function distinct(codes: readonly string[]): string[] {
  return codes.length < 2 ? [...codes] : [...new Set(codes)].sort();
}
