/** How a list of zones is narrowed, ordered and put into groups: the same on the screen and in the workbook. Pure. */
import { lastDay } from "../kernel/dates.ts";
import type { Sentence } from "../kernel/problems.ts";
import { compareVietnamese, searchKey } from "../kernel/text.ts";
import { type Group, groupRows, parseOrder, type SortKey, sortRows } from "../web/tableOrder.ts";
import { isLackKey, lacksValue } from "./lacking.ts";
import type { ZoneSummary } from "./pageVocabulary.ts";
import { DEVELOPER_KINDS, STAGES, ZONE_KINDS } from "./vocabulary.ts";

type Language = "vi" | "en";

/** Columns in their order; the first cannot be taken away. */
export const COLUMN_KEYS = [
  "name",
  "kind",
  "place",
  "placeNow",
  "area",
  "developer",
  "developerKind",
  "stage",
  "expected",
  "investment",
  "sectors",
  "evidence",
  "papers",
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** The columns of who has chosen none. */
export const FIRST_COLUMNS: readonly ColumnKey[] = [
  ...(["name", "place", "area", "developer", "stage", "expected", "papers"] as const),
];

/** The columns that a text of their names (`name,area`) means, in their order; the first ones where it names none. */
export function chosenColumns(text: string): readonly ColumnKey[] {
  const named = text.split(",");
  const chosen = COLUMN_KEYS.filter((key) => named.includes(key));
  return chosen.length === 0 ? FIRST_COLUMNS : COLUMN_KEYS.filter((k) => k === "name" || chosen.includes(k));
}

const STAGE_ORDER = Object.keys(STAGES);

/** By what each column sorts; a column without a row here does not. */
export const SORT_BY: Readonly<Partial<Record<ColumnKey, (zone: ZoneSummary) => SortKey>>> = {
  name: (z) => z.name,
  kind: (z) => z.kind,
  place: (z) => z.places[0]?.name ?? null,
  placeNow: (z) => z.placesNow[0]?.name ?? null,
  area: (z) => z.area,
  developer: (z) => z.developer?.label ?? null,
  developerKind: (z) => z.developerKind,
  stage: (z) => STAGE_ORDER.indexOf(z.stage),
  expected: (z) => {
    const expected = z.expectedOperation ?? z.expectedCompletion;
    return expected === null ? null : lastDay(expected.date);
  },
  investment: (z) => z.totalInvestment,
  evidence: (z) => z.evidenceAsOf,
};

/** The words of a kind of developer; a kind that is not known has words too. */
export function developerKindWords(kind: string): Sentence {
  return Object.entries(DEVELOPER_KINDS).find(([key]) => key === kind)?.[1] ?? DEVELOPER_KINDS.unknown;
}

const NOT_KNOWN = { vi: "chưa rõ", en: "not known" } as const satisfies Sentence;

/** From the place of a zone upwards, the province last: `Xã Cẩm Giàng`, `Huyện Bạch Thông`, `Tỉnh Bắc Kạn`. */
function chainOf(zone: ZoneSummary): readonly string[] {
  const [first] = zone.places;
  return first === undefined ? [] : [first.name, ...(first.within === null ? [] : first.within.split(", "))];
}

/** What a zone is put together by, and in which order the groups stand. */
type Grouping = {
  readonly label: Sentence;
  /** The group's name; null: not known, which comes last. */
  readonly of: (zone: ZoneSummary, language: Language) => string | null;
  readonly rank?: (zone: ZoneSummary) => number;
};
export const GROUPINGS = {
  stage: {
    label: { vi: "Giai đoạn", en: "Stage" },
    of: (z) => z.stageLabel,
    rank: (z) => STAGE_ORDER.indexOf(z.stage),
  },
  district: {
    label: { vi: "Cấp dưới tỉnh (huyện, nay là xã)", en: "Unit below the province" },
    of: (z) => chainOf(z).slice(-2).join(", ") || null,
  },
  commune: {
    label: { vi: "Địa bàn như văn bản nêu", en: "Place as papers name it" },
    of: (z) => chainOf(z).join(", ") || null,
  },
  developer: { label: { vi: "Chủ đầu tư", en: "Developer" }, of: (z) => z.developer?.label ?? null },
  developerKind: {
    label: { vi: "Loại chủ đầu tư", en: "Kind of developer" },
    of: (z, language) => developerKindWords(z.developerKind)[language],
  },
  kind: {
    label: { vi: "Loại", en: "Kind" },
    of: (z, language) => (z.kind === null ? null : ZONE_KINDS[z.kind][language]),
  },
} as const satisfies Record<string, Grouping>;
export type GroupingKey = keyof typeof GROUPINGS;
export const GROUPING_KEYS = ["stage", "district", "commune", "developer", "developerKind", "kind"] as const;

/** Whether a text names a grouping. */
export function isGroupingKey(text: string): text is GroupingKey {
  return Object.hasOwn(GROUPINGS, text);
}

/** Whether a zone fits what was typed: every word is found in its name, places or developer, with or without accents. */
export function fitsText(zone: ZoneSummary, typed: string): boolean {
  const words = searchKey(typed).split(" ").filter(Boolean);
  if (words.length === 0) return true;
  const text = searchKey(
    [
      zone.name,
      zone.key ?? "",
      zone.developer?.label ?? "",
      ...[...zone.places, ...zone.placesNow].map((p) => `${p.name} ${p.within ?? ""} ${p.code}`),
      ...zone.sectors,
    ].join(" "),
  );
  return words.every((word) => text.includes(word));
}

/** What a reader chose of a list, as it stands in the address; empty: everything, in the list's own order. */
export type ListChoice = {
  readonly find: string;
  readonly kind: string;
  readonly stage: string;
  /** A value of which only the zones without it are listed. */
  readonly lack: string;
  readonly group: string;
  readonly sort: string;
};

/** The zones that fit the choice. */
export function narrowedZones(
  zones: readonly ZoneSummary[],
  { find, kind, stage, lack }: Pick<ListChoice, "find" | "kind" | "stage" | "lack">,
): readonly ZoneSummary[] {
  return zones.filter(
    (z) =>
      (kind === "" || z.kind === kind) &&
      (stage === "" || z.stage === stage) &&
      (!isLackKey(lack) || lacksValue(z, lack)) &&
      fitsText(z, find),
  );
}

/** The groups of zones that already stand in their order; groups by stage stand from early to late, others by name. */
export function groupedZones(
  zones: readonly ZoneSummary[],
  group: GroupingKey,
  language: Language,
): readonly Group<ZoneSummary>[] {
  const grouping: Grouping = GROUPINGS[group];
  const groups = groupRows(zones, (z) => grouping.of(z, language) ?? "");
  const rankOf = ({ rows: [first] }: Group<ZoneSummary>) =>
    first === undefined || grouping.rank === undefined ? 0 : grouping.rank(first);
  return groups
    .sort(
      (a, b) =>
        Number(a.key === "") - Number(b.key === "") ||
        rankOf(a) - rankOf(b) ||
        compareVietnamese(a.key, b.key),
    )
    .map(({ key, rows }) => ({ key: key === "" ? NOT_KNOWN[language] : key, rows }));
}

/** The whole list as chosen: one group without a name where none were asked for. */
export function listedZones(
  zones: readonly ZoneSummary[],
  choice: ListChoice,
  language: Language,
): readonly Group<ZoneSummary>[] {
  const narrowed = narrowedZones(zones, choice);
  const order = parseOrder(choice.sort);
  const keyOf = COLUMN_KEYS.filter((key) => key === order?.column).map((key) => SORT_BY[key])[0];
  const sorted = order === null || keyOf === undefined ? narrowed : sortRows(narrowed, keyOf, order.down);
  return isGroupingKey(choice.group)
    ? groupedZones(sorted, choice.group, language)
    : [{ key: "", rows: sorted }];
}
