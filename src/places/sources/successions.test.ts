import { describe, expect, it } from "vitest";
import type { ConversionRow } from "./addressDatabase.ts";
import type { OldCommune } from "./matching.ts";
import { decideSuccessions } from "./successions.ts";

const district = { code: "901", name: "Huyện Suối Mơ", provinceCode: "90" };
const province = { code: "90", name: "Tỉnh Mây" };

const commune = (code: string, name: string): OldCommune => ({
  code,
  name,
  districtCode: district.code,
  provinceCode: province.code,
});
const row = (
  oldCode: string | null,
  oldName: string | null,
  newCode: string,
  newName: string,
): ConversionRow => ({
  oldCode,
  oldName,
  oldDistrict: "Huyện Suối Mơ",
  oldProvince: "Tỉnh Mây",
  newCode,
  newName,
  newProvince: "Mây",
});
const decide = (communes: readonly OldCommune[], rows: readonly ConversionRow[]) => {
  const { byOldCode, namedRows } = decideSuccessions({
    communes: new Map(communes.map((c) => [c.code, c])),
    districts: [district],
    provinces: [province],
    newCommunes: new Map(
      [
        { code: "90001", name: "Xã Suối Mơ", provinceCode: "91" },
        { code: "90002", name: "Xã Mây Trắng", provinceCode: "91" },
      ].map((c) => [c.code, c]),
    ),
    newProvinces: [{ code: "91", name: "Tỉnh Mây" }],
    rows,
  });
  return { of: (code: string) => byOldCode.get(code), namedRows };
};

describe("what a commune became", () => {
  it("is told by the row of its code", () => {
    const { of } = decide([commune("90010", "Xã Bến")], [row("90010", "Xã Bến", "90001", "Xã Suối Mơ")]);
    expect(of("90010")).toEqual({ newCodes: ["90001"], basis: "code" });
  });

  it("is told by a row of its name where its code had gone, even under a wrong new code", () => {
    const { of, namedRows } = decide(
      [commune("90010", "Xã Hoà An")],
      [row(null, "Xã Hòa An", "12345", "Xã Mây Trắng")],
    );
    expect(of("90010")).toEqual({ newCodes: ["90002"], basis: "name" });
    expect(namedRows.joined).toBe(1);
  });

  it("is told by the unit that lives on under its name and another code", () => {
    const { of } = decide(
      [commune("90010", "Phường 05"), commune("90013", "Phường 07")],
      [row("90013", "Phường 5", "90001", "Xã Suối Mơ")],
    );
    expect(of("90010")).toEqual({ newCodes: ["90001"], basis: "name" });
    expect(of("90013")).toEqual({ newCodes: ["90001"], basis: "code" });
  });

  it("stays open where nothing proves it", () => {
    const { of } = decide([commune("90010", "Xã Bến")], []);
    expect(of("90010")).toEqual({ newCodes: [], basis: "name" });
  });

  it("stays open where two communes of one name may be meant", () => {
    const { of, namedRows } = decide(
      [commune("90010", "Xã Bến"), commune("90013", "Xã Bến")],
      [row(null, "Xã Bến", "90001", "Xã Suối Mơ")],
    );
    expect(of("90010")?.newCodes).toEqual([]);
    expect(namedRows.unmatched).toBe(1);
  });

  it("is two parts where its code then bore another name and a row of its own name leads elsewhere", () => {
    const { of, namedRows } = decide(
      [commune("90010", "Xã Bến")],
      [row("90010", "Xã Cầu", "90001", "Xã Suối Mơ"), row(null, "Xã Bến", "90002", "Xã Mây Trắng")],
    );
    expect(of("90010")).toEqual({ newCodes: ["90001", "90002"], basis: "code" });
    expect(namedRows.added).toBe(1);
  });

  it("is what its code says where it kept its name and a row without a code contradicts", () => {
    const { of, namedRows } = decide(
      [commune("90010", "Xã Bến")],
      [row("90010", "Phường Bến", "90001", "Xã Suối Mơ"), row(null, "Xã Bến", "90002", "Xã Mây Trắng")],
    );
    expect(of("90010")).toEqual({ newCodes: ["90001"], basis: "code" });
    expect(namedRows.setAside).toBe(1);
  });

  it("is the new commune of its own code and name where no row says anything", () => {
    const { of } = decide([commune("90001", "Xã Suối Mơ")], []);
    expect(of("90001")).toEqual({ newCodes: ["90001"], basis: "code" });
  });

  it("is refused as a broken list where a row leads to no commune or one code has two rows", () => {
    const bến = commune("90010", "Xã Bến");
    expect(() => decide([bến], [row("90010", "Xã Bến", "99999", "Xã Lạ")])).toThrow("leads to no commune");
    const twice = row("90010", "Xã Bến", "90001", "Xã Suối Mơ");
    expect(() => decide([bến], [twice, twice])).toThrow("two conversion rows");
  });
});
