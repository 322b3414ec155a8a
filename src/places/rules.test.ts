import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate } from "../kernel/dates.ts";
import {
  ancestorsOn,
  childrenOn,
  containment,
  findByCode,
  getUnit,
  listContainments,
  parentOn,
  placeIndex,
  predecessors,
  successors,
} from "./rules.ts";
import { readUnits } from "./sources/readUnits.ts";

const { units, links } = readUnits();
const index = placeIndex(units, links);
const before = plainDate("2023-11-30");
const eve = plainDate("2025-06-30");
const mergerDay = plainDate("2025-07-01");
const after = plainDate("2026-01-01");
const keys = (found: readonly { readonly key: string }[]): string[] => found.map((unit) => unit.key);
const anyDay = fc.integer({ min: -20_000, max: 20_000 }).map((days) => addDays(mergerDay, days));
const anyUnit = fc.constantFrom(...units);

describe("a code in a question", () => {
  it("19 is old Thái Nguyên before 1 July 2025 and the merged province since", () => {
    expect(findByCode(index, "19", eve)?.unit.key).toBe("19@2023");
    expect(findByCode(index, "19", mergerDay)?.unit.key).toBe("19@2025");
  });

  it("06 and 064 still mean old Bắc Kạn and huyện Chợ Đồn after their end, and say that they ended", () => {
    expect(findByCode(index, "06", after)).toMatchObject({
      unit: { name: "Tỉnh Bắc Kạn" },
      from: null,
      to: "2025-07-01",
      state: "ended",
    });
    expect(findByCode(index, "064", after)).toMatchObject({
      unit: { name: "Huyện Chợ Đồn" },
      state: "ended",
    });
  });

  it("02176 was Cư Lễ and is Trần Phú, whose code was 02179", () => {
    expect(findByCode(index, "02176", before)?.unit.name).toBe("Xã Cư Lễ");
    expect(findByCode(index, "02176", after)?.unit.name).toBe("Xã Trần Phú");
    expect(findByCode(index, "02179", after)).toMatchObject({
      unit: { name: "Xã Trần Phú" },
      state: "ended",
    });
  });

  it("means the first to bear it where nobody bore it yet", () => {
    expect(findByCode(index, "06978", before)).toMatchObject({
      unit: { name: "Xã Ba Chẽ" },
      state: "notYet",
    });
  });

  it("means one unit on every day where the unit went on, and none where nobody ever bore it", () => {
    expect(findByCode(index, "01", before)?.unit).toBe(findByCode(index, "01", after)?.unit);
    expect(findByCode(index, "99999", after)).toBeNull();
  });
});

describe("above and below", () => {
  it("old Bắc Kạn has 8 districts on its last day and nothing a day later", () => {
    expect(childrenOn(index, "06@2023", eve).map((u) => u.code)).toEqual(
      // biome-ignore format: one list
      ["058", "060", "061", "062", "063", "064", "065", "066"],
    );
    expect(childrenOn(index, "06@2023", mergerDay)).toEqual([]);
  });

  it("Thái Nguyên has 92 communes directly below it since, none before", () => {
    expect(childrenOn(index, "19@2025", mergerDay)).toHaveLength(92);
    expect(childrenOn(index, "19@2025", eve)).toEqual([]);
  });

  it("a province that went on has districts below it before, communes since", () => {
    expect(new Set(childrenOn(index, "04@2023", eve).map((u) => u.level))).toEqual(new Set(["district"]));
    expect(new Set(childrenOn(index, "04@2023", mergerDay).map((u) => u.level))).toEqual(
      new Set(["commune"]),
    );
  });

  it("a commune that went on changes from its district to its province", () => {
    expect(keys(ancestorsOn(index, "01957@2023", eve))).toEqual(["062@2023", "06@2023"]);
    expect(keys(ancestorsOn(index, "01957@2023", mergerDay))).toEqual(["19@2025"]);
  });

  it("a province has nothing above it, an ended commune nothing after its end", () => {
    expect(parentOn(index, "19@2025", after)).toBeNull();
    expect(parentOn(index, "02176@2023", after)).toBeNull();
  });

  it("every commune has exactly one parent on any day of its life, and its parent lists it that day", () => {
    const communes = units.filter((u) => u.level === "commune");
    fc.assert(
      fc.property(fc.constantFrom(...communes), anyDay, (commune, day) => {
        const alive = (commune.from ?? day) <= day && (commune.to === null || day < commune.to);
        const parents = commune.parents.filter(
          (p) => (p.from ?? day) <= day && (p.to === null || day < p.to),
        );
        expect(parents).toHaveLength(alive ? 1 : 0);
        const parent = parentOn(index, commune.key, day);
        expect(parent !== null && keys(childrenOn(index, parent.key, day)).includes(commune.key)).toBe(alive);
      }),
    );
  });
});

describe("before and after", () => {
  it("Trần Phú is made of Văn Minh, Cư Lễ and old Trần Phú", () => {
    const made = predecessors(index, "02176@2025").map((p) => [p.unit.name, p.share]);
    expect(made).toEqual([
      ["Xã Văn Minh", "whole"],
      ["Xã Cư Lễ", "whole"],
      ["Xã Trần Phú", "whole"],
    ]);
  });

  it("Gia Sàng was divided between two wards", () => {
    expect(successors(index, "05461@2023").map((s) => [s.unit.name, s.share])).toEqual([
      ["Phường Phan Đình Phùng", "part"],
      ["Phường Gia Sàng", "part"],
    ]);
  });

  it("Thái Nguyên is made of the whole of two provinces", () => {
    expect(predecessors(index, "19@2025").map((p) => [p.unit.key, p.share])).toEqual([
      ["06@2023", "whole"],
      ["19@2023", "whole"],
    ]);
  });

  it("a district is followed by the communes of its ground, those that went on among them", () => {
    const names = successors(index, "062@2023").map((s) => s.unit.bareName);
    expect(names).toEqual(["Nà Phặc", "Bằng Vân", "Ngân Sơn", "Thượng Quan", "Hiệp Lực"]);
    expect(successors(index, "318@2023").map((s) => [s.unit.name, s.share])).toEqual([
      ["Đặc khu Bạch Long Vĩ", "whole"],
    ]);
  });

  it("a unit that goes on has neither", () => {
    expect([...predecessors(index, "01957@2023"), ...successors(index, "01957@2023")]).toEqual([]);
    expect([...predecessors(index, "04@2023"), ...successors(index, "04@2023")]).toEqual([]);
  });
});

describe("the ground of a place", () => {
  it("of the three new communes that come from several old districts crosses each and lies within old Bắc Kạn", () => {
    const districts = ["058", "060", "061", "062", "063", "064", "065", "066"];
    const crossed = (code: string): string[] =>
      districts.filter((d) => containment(index, `${code}@2025`, `${d}@2023`) === "crosses");
    expect(crossed("01849")).toEqual(["058", "063"]);
    expect(crossed("01933")).toEqual(["061", "064"]);
    expect(crossed("02014")).toEqual(["063", "064"]);
    for (const code of ["01849", "01933", "02014"]) {
      expect(containment(index, `${code}@2025`, "06@2023")).toBe("within");
      expect(containment(index, `${code}@2025`, "19@2023")).toBe("outside");
    }
    const crossing = childrenOn(index, "19@2025", after).filter((u) =>
      districts.some((d) => containment(index, u.key, `${d}@2023`) === "crosses"),
    );
    expect(crossing.map((u) => u.code)).toEqual(["01849", "01933", "02014"]);
  });

  it("of an old commune lies within its old district and province, its new commune and its new province", () => {
    for (const within of ["066@2023", "06@2023", "02176@2025", "19@2025"]) {
      expect(containment(index, "02176@2023", within)).toBe("within");
    }
    expect(containment(index, "02179@2023", "02179@2023")).toBe("within");
    expect(containment(index, "02179@2023", "02176@2023")).toBe("outside");
  });

  it("of a divided commune lies within neither of those that took a part", () => {
    expect(containment(index, "05461@2023", "05443@2025")).toBe("crosses");
    expect(containment(index, "05461@2023", "05467@2025")).toBe("crosses");
    expect(containment(index, "05461@2023", "19@2025")).toBe("within");
    expect(containment(index, "05443@2025", "05467@2025")).toBe("outside");
  });

  it("of a new commune with a part of a divided one still lies within the district that held it whole", () => {
    expect(containment(index, "05443@2025", "164@2023")).toBe("within");
  });

  it("of a commune whose successor nothing proves lies within its old and its new province", () => {
    expect(containment(index, "05704@2023", "19@2023")).toBe("within");
    expect(containment(index, "05704@2023", "19@2025")).toBe("within");
  });

  it("of a province that went on holds its communes of all times", () => {
    const communes = [...childrenOn(index, "04@2023", mergerDay)];
    expect(communes.every((u) => containment(index, u.key, "04@2023") === "within")).toBe(true);
    expect(containment(index, "04@2023", "19@2025")).toBe("outside");
  });
});

describe("the list of all containments", () => {
  const pairs = [...listContainments(index)];
  const how = new Map(pairs.map((pair) => [`${pair.unitKey} ${pair.withinKey}`, pair.how]));
  const within = new Map<string, string[]>();
  for (const pair of pairs) {
    if (pair.how === "within")
      within.set(pair.unitKey, [...(within.get(pair.unitKey) ?? []), pair.withinKey]);
  }

  it("names each pair once, about a hundred thousand", () => {
    expect(how.size).toBe(pairs.length);
    expect(pairs.length).toBeGreaterThan(100_000);
    expect(pairs.length).toBeLessThan(130_000);
  });

  it("says of any two units what containment says", () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, (unit, other) => {
        expect(how.get(`${unit.key} ${other.key}`) ?? "outside").toBe(
          containment(index, unit.key, other.key),
        );
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...pairs), (pair) => {
        expect(containment(index, pair.unitKey, pair.withinKey)).toBe(pair.how);
      }),
    );
  });

  it("has every unit within itself, and within whatever holds what holds it", () => {
    fc.assert(
      fc.property(anyUnit, fc.nat(), fc.nat(), (unit, i, j) => {
        const holders = within.get(unit.key) ?? [];
        expect(holders).toContain(unit.key);
        const holder = holders[i % holders.length] ?? unit.key;
        const outer = within.get(holder) ?? [];
        expect(how.get(`${unit.key} ${outer[j % outer.length] ?? holder}`)).toBe("within");
      }),
    );
  });

  it("has every unit within whatever stands above it on any day", () => {
    fc.assert(
      fc.property(anyUnit, anyDay, (unit, day) => {
        for (const above of ancestorsOn(index, unit.key, day)) {
          expect(how.get(`${unit.key} ${above.key}`)).toBe("within");
        }
      }),
    );
  });

  it("shares ground both ways", () => {
    fc.assert(
      fc.property(fc.constantFrom(...pairs), (pair) => {
        expect(how.has(`${pair.withinKey} ${pair.unitKey}`)).toBe(true);
      }),
    );
  });
});

describe("an index", () => {
  it("is refused where a key stands twice or a link leads nowhere", () => {
    const unit = getUnit(index, "06@2023");
    expect(() => placeIndex([unit, unit], [])).toThrow("two places");
    expect(() =>
      placeIndex([unit], [{ fromKey: "06@2023", toKey: "19@2025", share: "whole", basis: "code" }]),
    ).toThrow("19@2025");
  });
});
