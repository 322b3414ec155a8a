import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupRows, nextOrder, parseOrder, sortRows } from "./tableOrder.ts";

describe("the order of a table", () => {
  it("goes up, down and back to the table's own order as the head of a column is pressed", () => {
    const first = nextOrder(null, "area");
    const second = nextOrder(parseOrder(first), "area");
    expect([first, second, nextOrder(parseOrder(second), "area")]).toEqual(["area", "-area", null]);
    expect(nextOrder(parseOrder("-area"), "name")).toBe("name");
  });

  it("reads no order from an empty text", () => {
    expect([parseOrder(null), parseOrder(""), parseOrder("-")]).toEqual([null, null, null]);
  });

  it("puts what is not known last in both directions", () => {
    const areas = [null, 15, 74.4, null, 40];
    expect(sortRows(areas, (a) => a, false)).toEqual([15, 40, 74.4, null, null]);
    expect(sortRows(areas, (a) => a, true)).toEqual([74.4, 40, 15, null, null]);
  });

  it("orders names by Vietnamese rules", () => {
    const names = ["Đức Xuân", "Yên Đĩnh", "Ân Tình", "Cẩm Giàng"];
    expect(sortRows(names, (n) => n, false)).toEqual(["Ân Tình", "Cẩm Giàng", "Đức Xuân", "Yên Đĩnh"]);
  });

  it("loses and invents no row, and keeps equal rows in their order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ key: fc.option(fc.integer({ max: 3, min: 0 })), at: fc.nat() })),
        (rows) => {
          for (const down of [false, true]) {
            const sorted = sortRows(rows, (r) => r.key, down);
            expect(new Set(sorted)).toEqual(new Set(rows));
            const zeros = (list: typeof rows) => list.filter((r) => r.key === 0);
            expect(zeros(sorted)).toEqual(zeros(rows));
          }
        },
      ),
    );
  });

  it("groups rows in the order in which groups first come", () => {
    const groups = groupRows(["b1", "a1", "b2"], (r) => r.slice(0, 1));
    expect(groups).toEqual([
      { key: "b", rows: ["b1", "b2"] },
      { key: "a", rows: ["a1"] },
    ]);
  });
});
