import { describe, expect, it } from "vitest";
import { accentKey } from "../names.ts";
import { getUnit, placeIndex, successors } from "../rules.ts";
import { UNIT_TYPES, type Unit, type UnitLevel } from "../vocabulary.ts";
import { CODE_CORRECTIONS, ENLARGED, LINK_CORRECTIONS, RESPELLED, TYPE_CORRECTIONS } from "./corrections.ts";
import { readUnits } from "./readUnits.ts";

const { units, links, account } = readUnits();
const index = placeIndex(units, links);
const old = (level: UnitLevel): Unit[] => units.filter((u) => u.level === level && u.from === null);
const now = (level: UnitLevel): Unit[] => units.filter((u) => u.level === level && u.to === null);
const lasting = (level: UnitLevel): Unit[] => old(level).filter((u) => u.to === null);
const provinceOf = (unit: Unit): string | undefined => {
  const first = unit.parents[0]?.parentKey;
  return first === undefined ? undefined : (getUnit(index, first).parents[0]?.parentKey ?? first);
};
const codesBefore = (code: string): string[] =>
  links.filter((l) => l.toKey === `${code}@2025`).map((l) => l.fromKey.slice(0, -"@2023".length));
const codesAfter = (key: string): string[] => successors(index, key).map((s) => s.unit.code);

/** The communes of Bắc Kạn since 1 July 2025, each with the old ones that it is made of (1683/NQ-UBTVQH15). */
const BAC_KAN = `
01840: 01834 01840 01846
01843: 01837 01843 01852 01855
01849: 01849 01984
01864: 01858 01861 01864 01870
01879: 01867 01879 01885
01882: 01873 01876 01882
01894: 01891 01894 01897
01906: 01900 01906 01909
01912: 01888 01912 01915
01921: 01918 01921 01927
01933: 01924 01930 01933 02041
01936: 01936 01948
01942: 01939 01942
01954: 01945 01951 01954
01960: 01960 01963
01969: 01969 01975 01990 01993
01981: 01978 01981 02002
02008: 01999 02005 02008 02011
02014: 02014 02017 02059
02020: 02020 02050 02053 02065
02026: 02023 02026 02029
02038: 02032 02038
02044: 02035 02044 02047
02071: 02062 02071 02080
02083: 02068 02077 02083
02086: 02086 02122 02131
02101: 02092 02095 02101
02104: 02089 02098 02104
02107: 02107 02113
02116: 02110 02116 02125
02143: 02140 02143 02146
02152: 02137 02152
02155: 02155 02158 02161
02176: 02170 02176 02179
02185: 02173 02185 02188
02191: 02191 02194 02197`;

describe("the lists", () => {
  it("hold 63 provinces, 705 districts and 10,599 communes before 1 July 2025", () => {
    expect([old("province").length, old("district").length, old("commune").length]).toEqual([
      63, 705, 10_599,
    ]);
  });

  it("hold 34 provinces, no district and 3,321 communes since", () => {
    expect([now("province").length, now("district").length, now("commune").length]).toEqual([34, 0, 3_321]);
  });

  it("show 11 provinces and 124 communes that went on as they were", () => {
    expect(lasting("province").map((p) => p.bareName)).toEqual(
      // biome-ignore format: one list
      ["Hà Nội", "Cao Bằng", "Điện Biên", "Lai Châu", "Sơn La", "Lạng Sơn", "Quảng Ninh", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Huế"],
    );
    expect(lasting("commune")).toHaveLength(124);
    for (const commune of lasting("commune")) {
      expect(commune.parents.map((p) => [p.from, p.to])).toEqual([
        [null, "2025-07-01"],
        ["2025-07-01", null],
      ]);
    }
  });

  it("name every unit in NFC, with its type first and no stray blank", () => {
    const tidied = (name: string): string => name.normalize("NFC").replace(/\s+/gu, " ").trim();
    expect(units.filter((u) => u.name !== tidied(u.name))).toEqual([]);
    expect(units.filter((u) => u.name !== `${UNIT_TYPES[u.unitType].vi} ${u.bareName}`)).toEqual([]);
    expect(units.filter((u) => u.otherNames.includes(u.name))).toEqual([]);
  });

  it("let every new commune begin with some ground of before", () => {
    const reached = new Set(links.map((link) => link.toKey));
    const begun = units.filter((u) => u.from !== null);
    expect(begun.filter((u) => !reached.has(u.key))).toEqual([]);
  });

  it("divide an old commune only among several, and lead a whole one to one", () => {
    const counts = new Map<string, number>();
    for (const link of links) counts.set(link.fromKey, (counts.get(link.fromKey) ?? 0) + 1);
    expect(links.filter((l) => l.share !== (counts.get(l.fromKey) === 1 ? "whole" : "part"))).toEqual([]);
  });

  it("give 1,862 of the 3,321 communes a code that a commune of another name bore before", () => {
    const another = now("commune").filter((u) => {
      const before = index.byKey.get(`${u.code}@2023`);
      return before !== undefined && accentKey(before.bareName) !== accentKey(u.bareName);
    });
    expect(another).toHaveLength(1_862);
  });

  it("turn the five island districts without communes into special zones", () => {
    const islands = links.filter((l) => getUnit(index, l.fromKey).level === "district");
    expect(islands.map((l) => [l.fromKey, getUnit(index, l.toKey).name])).toEqual([
      ["318@2023", "Đặc khu Bạch Long Vĩ"],
      ["471@2023", "Đặc khu Cồn Cỏ"],
      ["498@2023", "Đặc khu Hoàng Sa"],
      ["536@2023", "Đặc khu Lý Sơn"],
      ["755@2023", "Đặc khu Côn Đảo"],
    ]);
  });

  it("keep the other name of Huế, which went on as one province", () => {
    expect(getUnit(index, "46@2023")).toMatchObject({
      name: "Thành phố Huế",
      otherNames: ["Tỉnh Thừa Thiên Huế"],
      to: null,
    });
  });
});

describe("old Bắc Kạn", () => {
  const communes = old("commune").filter((u) => provinceOf(u) === "06@2023");

  it("had 8 districts and 108 communes", () => {
    expect(old("district").filter((u) => provinceOf(u) === "06@2023")).toHaveLength(8);
    expect(communes).toHaveLength(108);
  });

  it("is now 37 of the 92 communes of Thái Nguyên", () => {
    const here = now("commune").filter((u) => u.parents.some((p) => p.parentKey === "19@2025"));
    expect(here).toHaveLength(92);
    const fromBacKan = new Set(communes.flatMap((c) => (c.to === null ? [c.code] : codesAfter(c.key))));
    expect(fromBacKan.size).toBe(37);
  });

  it("went over commune by commune as the resolution says, each whole", () => {
    const lines = BAC_KAN.trim().split("\n");
    expect(lines).toHaveLength(36);
    for (const line of lines) {
      const [code = "", before = ""] = line.split(": ");
      expect([code, ...codesBefore(code)]).toEqual([code, ...before.split(" ")]);
    }
    expect(
      links.filter((l) => communes.some((c) => c.key === l.fromKey)).every((l) => l.share === "whole"),
    ).toBe(true);
  });

  it("has one commune that went on unchanged, Thượng Quan, under its district and then under the province", () => {
    const kept = communes.filter((c) => c.to === null);
    expect(kept.map((c) => [c.key, c.name])).toEqual([["01957@2023", "Xã Thượng Quan"]]);
    expect(kept[0]?.parents.map((p) => p.parentKey)).toEqual(["062@2023", "19@2025"]);
  });

  it("had Vân Tùng as a township", () => {
    expect(getUnit(index, "01954@2023")).toMatchObject({
      name: "Thị trấn Vân Tùng",
      otherNames: ["Xã Vân Tùng"],
    });
  });
});

describe("old Thái Nguyên", () => {
  const communes = old("commune").filter((u) => provinceOf(u) === "19@2023");

  it("had 178 communes, of which three were divided", () => {
    expect(communes).toHaveLength(178);
    const divided = communes.filter((c) => codesAfter(c.key).length > 1 && !c.endsBy);
    expect(divided.map((c) => [c.bareName, ...codesAfter(c.key)])).toEqual([
      ["Gia Sàng", "05443", "05467"],
      ["Cam Giá", "05467", "05500"],
      ["Thượng Đình", "05908", "05941"],
    ]);
  });

  it("had six communes that ended before 1 July 2025; of one nothing proves what it became", () => {
    const ended = communes.filter(
      (c) => c.endsBy && !links.some((l) => l.fromKey === c.key && l.basis === "code"),
    );
    expect(ended.map((c) => [c.name, ...codesAfter(c.key)])).toEqual([
      ["Thị trấn Chợ Chu", "05569"],
      ["Thị trấn Giang Tiên", "05611"],
      ["Xã Tân Lợi"],
      ["Thị trấn Quân Chu", "05851"],
      ["Xã Na Mao", "05773", "05800"],
      ["Xã Vạn Thọ", "05845"],
    ]);
  });
});

describe("the rows without a code", () => {
  it("are 938 with names and are all accounted for", () => {
    expect(account.namedRows).toEqual({ joined: 499, repeated: 410, added: 11, setAside: 18, unmatched: 0 });
    expect(Object.values(account.namedRows).reduce((a, b) => a + b)).toBe(938);
  });

  it("leave 57 communes of which no successor is proved; none of them is of Bắc Kạn", () => {
    expect(account.withoutSuccessor).toHaveLength(57);
    expect(
      account.withoutSuccessor.filter((code) => provinceOf(getUnit(index, `${code}@2023`)) === "06@2023"),
    ).toEqual([]);
  });

  it("and the units that lived on join 510 communes by name alone, beside the five island districts", () => {
    const joined = new Set(links.filter((l) => l.basis === "name").map((l) => l.fromKey));
    expect(joined.size).toBe(510 + 5);
  });

  it("show 866 communes and 13 districts that ended on a day not on record", () => {
    const count = (level: UnitLevel): number => old(level).filter((u) => u.endsBy).length;
    expect([count("commune"), count("district"), count("province")]).toEqual([866, 13, 0]);
  });

  it("lead Phường 15 of Gò Vấp, whose name lived on under another code, by its name", () => {
    expect(links.filter((l) => l.fromKey === "26869@2023")).toEqual([
      { fromKey: "26869@2023", toKey: "26878@2025", share: "whole", basis: "name" },
    ]);
  });
});

describe("the corrections", () => {
  it("name the communes that they mean", () => {
    for (const c of LINK_CORRECTIONS) expect(getUnit(index, `${c.oldCode}@2023`).bareName).toBe(c.name);
    for (const c of ENLARGED) expect(getUnit(index, `${c.code}@2025`).bareName).toBe(c.name);
    for (const c of RESPELLED)
      expect(getUnit(index, `${c.code}@2023`)).toMatchObject({ bareName: c.name, to: null });
    for (const c of CODE_CORRECTIONS) {
      const bearers = now("commune").filter((u) => u.code === c.code);
      expect(bearers.map((u) => u.bareName)).toEqual([c.bareName]);
    }
    for (const c of TYPE_CORRECTIONS) expect(getUnit(index, `${c.code}@2023`).unitType).toBe(c.unitType);
  });

  it("lead to communes that exist and cite a paper", () => {
    const codes = new Set(now("commune").map((u) => u.code));
    for (const c of LINK_CORRECTIONS) {
      expect(c.newCodes.filter((code) => !codes.has(code))).toEqual([]);
      expect(c.paper).not.toBe("");
    }
  });
});
