import { describe, expect, it } from "vitest";
import { plainDate } from "../kernel/dates.ts";
import { type PlaceHit, placeIndex, searchPlaces } from "./rules.ts";
import { readUnits } from "./sources/readUnits.ts";

const { units, links } = readUnits();
const index = placeIndex(units, links);
const before = plainDate("2023-11-30");
const after = plainDate("2026-01-01");
const find = (query: string, date = after): readonly PlaceHit[] =>
  searchPlaces(index, query, { date, limit: 8 });
const keys = (query: string, date = after): string[] => find(query, date).map((hit) => hit.unit.key);

describe("a search for a place", () => {
  it("finds the same in both Unicode forms and wherever the accent sits", () => {
    expect(keys("Cẩm Giàng".normalize("NFD"))).toEqual(keys("Cẩm Giàng"));
    expect(keys("hoà bình")).toEqual(keys("Hòa  Bình "));
    expect(keys("xã hoà mục")[0]).toBe("02098@2023");
  });

  it("puts the name with its accents before names that only sound alike", () => {
    const hits = find("Cẩm Giàng");
    expect(hits[0]).toMatchObject({ unit: { key: "02008@2025" }, rank: "exact" });
    const alike = hits.findIndex((hit) => hit.unit.key === "10888@2025");
    expect(hits[alike]).toMatchObject({ unit: { name: "Xã Cẩm Giang" }, rank: "exactWithoutAccents" });
    expect(hits.slice(alike).every((hit) => hit.rank !== "exact")).toBe(true);
  });

  it("finds a name typed without accents, with or without the word of the type", () => {
    expect(keys("huyen cho don")[0]).toBe("064@2023");
    expect(keys("bac kan").slice(0, 3)).toEqual(["01843@2025", "06@2023", "058@2023"]);
    expect(keys("tp bac kan")[0]).toBe("058@2023");
  });

  it("finds an ended place and says what it became", () => {
    const [hit] = find("Cư Lễ");
    expect(hit).toMatchObject({ unit: { key: "02176@2023", to: "2025-07-01" }, state: "ended" });
    expect(hit?.successors.map((s) => [s.unit.name, s.share])).toEqual([["Xã Trần Phú", "whole"]]);
    expect(find("Cư Lễ", before)[0]).toMatchObject({ state: "exists", successors: [] });
  });

  it("finds a place by a name that it bore at another time", () => {
    expect(find("Thị trấn Hóa Thượng")[0]).toMatchObject({
      unit: { key: "05692@2023", name: "Xã Hóa Thượng" },
      matchedName: "Thị trấn Hóa Thượng",
      rank: "exact",
    });
    expect(find("Thừa Thiên Huế")[0]).toMatchObject({ unit: { key: "46@2023" }, state: "exists" });
  });

  it("puts what exists on the day before what has ended or is not yet", () => {
    expect(keys("02176")).toEqual(["02176@2025", "02176@2023"]);
    expect(keys("02176", before)).toEqual(["02176@2023", "02176@2025"]);
    expect(find("02176", before)[1]).toMatchObject({ state: "notYet", rank: "code" });
    expect(find("Trần Phú").map((hit) => hit.state)).toEqual(
      [...find("Trần Phú")].map((hit) => hit.state).sort((a, b) => (a === b ? 0 : a === "exists" ? -1 : 1)),
    );
  });

  it("without a day takes what still exists first", () => {
    const [first, second] = searchPlaces(index, "xã cẩm giàng bắc kạn");
    expect(first).toMatchObject({ unit: { key: "02008@2025" }, state: "exists" });
    expect(second).toMatchObject({ unit: { key: "02008@2023" }, state: "ended" });
  });

  it("finds by the beginning of a name, then by the beginnings of its words", () => {
    expect(find("chợ đồ").slice(0, 2)).toMatchObject([
      { unit: { name: "Xã Chợ Đồn" }, rank: "prefix", state: "exists" },
      { unit: { name: "Huyện Chợ Đồn" }, rank: "prefix", state: "ended" },
    ]);
    expect(find("xã giàng cẩm")[0]).toMatchObject({ unit: { bareName: "Cẩm Giàng" }, rank: "words" });
  });

  it("takes further words for units above it, old ones too", () => {
    expect(keys("cam giang, bach thong")).toEqual(["02008@2025", "02008@2023"]);
    expect(keys("phường 13 gò vấp")).toEqual(["26872@2023"]);
  });

  it("puts a code first and still finds the wards that bear the number as a name", () => {
    const hits = find("12");
    expect(hits[0]).toMatchObject({ unit: { name: "Tỉnh Lai Châu" }, rank: "code" });
    expect(hits[1]?.unit.bareName).toBe("12");
  });

  it("finds nothing for no words and no more than it is asked for", () => {
    expect(searchPlaces(index, "  ")).toEqual([]);
    expect(searchPlaces(index, "—")).toEqual([]);
    expect(searchPlaces(index, "xã", { limit: 3 })).toHaveLength(3);
    expect(searchPlaces(index, "không có nơi nào như thế")).toEqual([]);
  });
});
