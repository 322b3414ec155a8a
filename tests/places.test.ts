/** Places over HTTP: the tree of a day, and one unit with its kin. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placePage, placeTree } from "../src/places/screens/answers.ts";
import { type Running, startBacKan } from "./bacKan.ts";

let khu: Running;
beforeAll(async () => {
  khu = await startBacKan();
}, 240_000);
afterAll(() => khu?.stop());

const tree = async (query: string) =>
  placeTree.parse((await khu.get(`/api/places/tree?${query}`)).body).items;
const page = async (id: string, asOf: string) =>
  placePage.parse((await khu.get(`/api/places/${id}?asOf=${asOf}`)).body);

describe("the tree of a day", () => {
  test("has 63 provinces before 1 July 2025 and 34 since, in the order of their codes", async () => {
    const [before, since] = [await tree("asOf=2025-06-30"), await tree("asOf=2025-07-01")];
    expect([before.length, since.length]).toEqual([63, 34]);
    expect(before.map((p) => p.code)).toEqual([...before.map((p) => p.code)].sort());
    expect(before.find((p) => p.code === "06")).toMatchObject({ name: "Tỉnh Bắc Kạn", children: 8 });
    expect(since.some((p) => p.code === "06")).toBe(false);
  });
  test("leads from a province over its districts to communes, and since then to communes at once", async () => {
    const districts = await tree("asOf=2023-11-30&under=06");
    expect(districts.every((d) => d.level === "district" && d.children > 0)).toBe(true);
    const communes = await tree(`asOf=2023-11-30&under=${districts[0]?.id}`);
    expect(communes.every((c) => c.level === "commune" && c.children === 0)).toBe(true);
    const today = await tree("asOf=2026-01-01&under=19");
    expect(today.length).toBe(92);
    expect(today.every((c) => c.level === "commune")).toBe(true);
  });
  test("of a place that nobody knows is refused", async () => {
    expect((await khu.get("/api/places/tree?under=99999")).status).toBe(404);
  });
});

describe("one unit", () => {
  test("that has ended says what it became, and of what its successor was made", async () => {
    const province = await page("06", "2023-11-30");
    expect(province).toMatchObject({ to: "2025-07-01", endsBy: false, code: "06" });
    expect(province.successors).toMatchObject([{ name: "Tỉnh Thái Nguyên", share: "whole" }]);
    const merged = await page(province.successors[0]?.id ?? "", "2026-01-01");
    expect(merged.predecessors.map((p) => p.name)).toEqual(["Tỉnh Bắc Kạn", "Tỉnh Thái Nguyên"]);
  });
  test("of which only a latest end is known says so: 13 districts of the lists, and none of Bắc Kạn", async () => {
    const found: string[] = [];
    for (const { id } of await tree("asOf=2023-11-30"))
      for (const district of await tree(`asOf=2023-11-30&under=${id}`)) {
        const { name, endsBy } = await page(district.id, "2023-11-30");
        if (endsBy) found.push(name);
      }
    // docs/places-differences.md counts them.
    expect(found.length).toBe(13);
    expect(found).toContain("Huyện Yên Dũng");
    const own = await tree("asOf=2023-11-30&under=06");
    expect(own.filter((district) => found.includes(district.name))).toEqual([]);
  });
});
