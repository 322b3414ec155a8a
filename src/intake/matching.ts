/**
 * Which zone a row speaks of. A key decides; else kind, name without its prefix and accents, and the place. Two that may
 * be meant are a question to a person, never a guess. Pure.
 */
import type { Sentence } from "../kernel/problems.ts";
import { searchKey } from "../kernel/text.ts";
import type { ZoneKind } from "../zones/vocabulary.ts";

/** A zone (never a phase) under one of the names it has borne. `places`: wherever it was said to lie, ids. */
export type ZoneEntry = {
  readonly id: string;
  readonly key: string | null;
  readonly kind: ZoneKind | null;
  readonly name: string;
  readonly places: readonly string[];
};

/** All zones that the register and the rows above know. */
export type ZoneIndex = {
  /** Zones and phases. */
  readonly byKey: Map<string, string>;
  readonly keyOf: Map<string, string>;
  /** By name without prefix and accents. */
  readonly byName: Map<string, ZoneEntry[]>;
};

export function emptyIndex(): ZoneIndex {
  return { byKey: new Map(), keyOf: new Map(), byName: new Map() };
}

/** Takes a zone into the index. */
export function addZone(index: ZoneIndex, zone: ZoneEntry, name: string = bareName(zone.name)): void {
  if (zone.key !== null) addKey(index, zone.key, zone.id);
  const list = index.byName.get(name);
  if (list === undefined) index.byName.set(name, [zone]);
  else list.push(zone);
}

/** Takes the key of a zone or a phase into the index. */
export function addKey(index: ZoneIndex, key: string, id: string): void {
  index.byKey.set(key, id);
  index.keyOf.set(id, key);
}

const PREFIX =
  /^(?:(?:ccn|kcn|cum cn|khu cn|cum cong nghiep|khu cong nghiep|industrial (?:park|cluster)) )?(.+)$/;

/** The name as it is compared: no prefix (KCN, Cụm công nghiệp …), no accents, no case. */
export function bareName(name: string): string {
  const key = searchKey(name);
  return PREFIX.exec(key)?.[1] ?? key;
}

/** The kind that the prefix of a name tells, or null. */
export function kindInName(name: string): ZoneKind | null {
  const key = searchKey(name);
  if (/^(?:ccn|cum cn|cum cong nghiep|industrial cluster) /.test(key)) return "cluster";
  return /^(?:kcn|khu cn|khu cong nghiep|industrial park) /.test(key) ? "park" : null;
}

/** A key made of a name: `CCN Cẩm Giàng` gives `cam-giang`; with a number behind where that is taken. */
export function freeKey(name: string, taken: (key: string) => boolean): string {
  const base =
    bareName(name)
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || "khu";
  let key = base;
  for (let n = 2; taken(key); n++) key = `${base}-${n}`;
  return key;
}

/** What a row says of the zone it means; `kind` also where only the name's prefix tells it. `places`: ids. */
export type ZoneWanted = {
  readonly key: string | null;
  readonly kind: ZoneKind | null;
  /** Without prefix and accents, as `bareName` gives it. */
  readonly bare: string | null;
  readonly places: readonly string[];
};

export type ZoneMatch =
  | { readonly kind: "known"; readonly id: string }
  | { readonly kind: "new" }
  | { readonly kind: "question"; readonly choices: readonly ZoneEntry[]; readonly why: Sentence };

/** Whether two places share ground, whatever the time of either; ids. */
export type Related = (a: string, b: string) => boolean;

const TWO_MATCH: Sentence = {
  vi: "có hơn một khu, cụm khớp loại, tên và địa bàn",
  en: "more than one zone bears this kind, name and place",
};
const OTHER_KEY: Sentence = {
  vi: "đã có khu, cụm cùng loại, tên và địa bàn dưới mã khác",
  en: "a zone of this kind, name and place is there under another key",
};
const KEY_AND_NAME: Sentence = {
  vi: "mã là của một khu, cụm, tên là của một khu, cụm khác",
  en: "the key is that of one zone, the name that of another",
};
const PLACE_UNSURE: Sentence = {
  vi: "trùng loại và tên, nhưng chưa rõ địa bàn",
  en: "kind and name are the same, but the place is not sure",
};

/** Finds the zone that a row means among those of the index. */
export function matchZone(wanted: ZoneWanted, index: ZoneIndex, related: Related): ZoneMatch {
  const named = wanted.bare === null ? [] : alike(wanted, wanted.bare, index);
  const there = distinct(named.filter((z) => lie(wanted, z, related) === "same"));
  if (wanted.key !== null) return byKey(wanted, wanted.key, { index, there });
  const unsure = distinct(named.filter((z) => lie(wanted, z, related) === "unsure"));
  const [first, second] = there;
  if (first !== undefined) {
    return second === undefined ? known(first) : { kind: "question", choices: there, why: TWO_MATCH };
  }
  const [maybe, other] = unsure;
  if (maybe === undefined) return { kind: "new" };
  // A row that names no place means the only zone of that name.
  if (other === undefined && wanted.places.length === 0) return known(maybe);
  return { kind: "question", choices: unsure, why: other === undefined ? PLACE_UNSURE : TWO_MATCH };
}

const known = (zone: ZoneEntry): ZoneMatch => ({ kind: "known", id: zone.id });

function byKey(
  wanted: ZoneWanted,
  key: string,
  { index, there }: { readonly index: ZoneIndex; readonly there: readonly ZoneEntry[] },
): ZoneMatch {
  const id = index.byKey.get(key);
  const others = there.filter((z) => z.id !== id);
  if (id === undefined) {
    return others.length === 0 ? { kind: "new" } : { kind: "question", choices: others, why: OTHER_KEY };
  }
  const own = wanted.bare === null || there.some((z) => z.id === id) || others.length === 0;
  return own ? { kind: "known", id } : { kind: "question", choices: others, why: KEY_AND_NAME };
}

/** Zones of the same name whose kind does not contradict. */
function alike({ kind }: ZoneWanted, bare: string, index: ZoneIndex): readonly ZoneEntry[] {
  const list = index.byName.get(bare) ?? NONE;
  return list.filter((z) => kind === null || z.kind === null || z.kind === kind);
}

const NONE: readonly ZoneEntry[] = [];

function lie(wanted: ZoneWanted, zone: ZoneEntry, related: Related): "same" | "unsure" | "other" {
  if (wanted.places.length === 0 || zone.places.length === 0) return "unsure";
  return wanted.places.some((a) => zone.places.some((b) => related(a, b))) ? "same" : "other";
}

/** One entry a zone: it may stand under several names. */
function distinct(zones: readonly ZoneEntry[]): readonly ZoneEntry[] {
  return zones.length < 2 ? zones : [...new Map(zones.map((z) => [z.id, z])).values()];
}
