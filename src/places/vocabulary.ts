/**
 * The words of places: levels, kinds of unit, how one unit's ground lies in another's.
 * A place is a unit with a life of its own; its code is only a mark that it bore and that others bore before or after.
 */
import { z } from "zod";
import type { PlainDate } from "../kernel/dates.ts";
import type { Sentence } from "../kernel/problems.ts";

/** From the widest to the narrowest; districts ended on 1 July 2025. */
export const UNIT_LEVELS = {
  province: { vi: "Cấp tỉnh", en: "Province level" },
  district: { vi: "Cấp huyện", en: "District level" },
  commune: { vi: "Cấp xã", en: "Commune level" },
} as const satisfies Record<string, Sentence>;
export const UNIT_LEVEL_NAMES = ["province", "district", "commune"] as const;
export const unitLevel = z.enum(UNIT_LEVEL_NAMES);
export type UnitLevel = z.infer<typeof unitLevel>;

/** The kinds of unit; the Vietnamese label is the word that stands before the bare name. */
export const UNIT_TYPES = {
  province: { vi: "Tỉnh", en: "Province" },
  municipality: { vi: "Thành phố", en: "City under central authority" },
  urbanDistrict: { vi: "Quận", en: "Urban district" },
  ruralDistrict: { vi: "Huyện", en: "Rural district" },
  town: { vi: "Thị xã", en: "Town" },
  provincialCity: { vi: "Thành phố", en: "City under a province" },
  commune: { vi: "Xã", en: "Commune" },
  ward: { vi: "Phường", en: "Ward" },
  township: { vi: "Thị trấn", en: "Township" },
  specialZone: { vi: "Đặc khu", en: "Special zone" },
} as const satisfies Record<string, Sentence>;
export const UNIT_TYPE_NAMES = [
  "province",
  "municipality",
  "urbanDistrict",
  "ruralDistrict",
  "town",
  "provincialCity",
  "commune",
  "ward",
  "township",
  "specialZone",
] as const;
export const unitType = z.enum(UNIT_TYPE_NAMES);
export type UnitType = z.infer<typeof unitType>;

/** How much of the earlier unit went into the later one. */
export const LINK_SHARES = {
  whole: { vi: "toàn bộ", en: "whole" },
  part: { vi: "một phần", en: "part" },
} as const satisfies Record<string, Sentence>;
export const linkShare = z.enum(["whole", "part"]);
export type LinkShare = z.infer<typeof linkShare>;

/**
 * What a link rests on: `code` the conversion row of the commune's own code, `name` a row or a unit that only a name
 * joins, `correction` a fact typed in with its paper (sources/corrections.ts).
 */
export const LINK_BASES = {
  code: { vi: "theo mã", en: "by code" },
  name: { vi: "theo tên", en: "by name" },
  correction: { vi: "theo văn bản", en: "by its paper" },
} as const satisfies Record<string, Sentence>;
export const linkBasis = z.enum(["code", "name", "correction"]);
export type LinkBasis = z.infer<typeof linkBasis>;

/** How the ground of one unit lies to that of another, whatever the time of either. */
export const CONTAINMENTS = {
  within: { vi: "nằm trọn trong", en: "wholly within" },
  crosses: { vi: "chỉ chung một phần", en: "shares only a part with" },
  outside: { vi: "nằm ngoài", en: "outside" },
} as const satisfies Record<string, Sentence>;
export const containmentKind = z.enum(["within", "crosses", "outside"]);
export type Containment = z.infer<typeof containmentKind>;

/** Which unit had this one under it, from (null: before what is recorded) to (exclusive; null: still). */
export type Parenthood = {
  readonly parentKey: string;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
};

/** An administrative unit with its one life. */
export type Unit = {
  /** Unique and stable: the code and the year of the list that first shows the unit, `02176@2023`, `02176@2025`. */
  readonly key: string;
  readonly code: string;
  readonly level: UnitLevel;
  /** With its type, in NFC: "Xã Cẩm Giàng". */
  readonly name: string;
  /** Without its type: "Cẩm Giàng". */
  readonly bareName: string;
  readonly unitType: UnitType;
  /** Other full names that the lists give to the same unit at another time: "Tỉnh Thừa Thiên Huế". */
  readonly otherNames: readonly string[];
  /** First day; null: before what is recorded. */
  readonly from: PlainDate | null;
  /** First day on which it is no more; null: it still is. */
  readonly to: PlainDate | null;
  /** True where the unit is only known to have ended no later than `to`; the day itself is not on record. */
  readonly endsBy: boolean;
  /** Its parents in the order of time; empty for provinces. */
  readonly parents: readonly Parenthood[];
};

/** That the ground of one unit went, wholly or in part, into another. */
export type Link = {
  readonly fromKey: string;
  readonly toKey: string;
  readonly share: LinkShare;
  readonly basis: LinkBasis;
};
