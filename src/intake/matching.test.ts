import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addZone,
  bareName,
  emptyIndex,
  freeKey,
  kindInName,
  matchZone,
  type ZoneEntry,
  type ZoneWanted,
} from "./matching.ts";

const CHO_MOI = "district-065";
const THANH_THINH = "commune-in-065";
const BA_BE = "district-061";
const related = (a: string, b: string) =>
  a === b || [a, b].sort().join() === [CHO_MOI, THANH_THINH].sort().join();

const QUANG_CHU: ZoneEntry = {
  id: "1",
  key: "quang-chu",
  kind: "cluster",
  name: "CCN Quảng Chu",
  places: [CHO_MOI],
};
const ELSEWHERE: ZoneEntry = {
  id: "2",
  key: "quang-chu-2",
  kind: "cluster",
  name: "Cụm công nghiệp Quảng Chu",
  places: [BA_BE],
};
const PARK: ZoneEntry = {
  id: "3",
  key: "kcn-quang-chu",
  kind: "park",
  name: "KCN Quảng Chu",
  places: [CHO_MOI],
};

function indexOf(...zones: readonly ZoneEntry[]) {
  const index = emptyIndex();
  for (const zone of zones) addZone(index, zone);
  return index;
}
const wanted = (given: { name?: string; key?: string; places?: readonly string[] }): ZoneWanted => ({
  key: given.key ?? null,
  kind: given.name === undefined ? null : kindInName(given.name),
  bare: given.name === undefined ? null : bareName(given.name),
  places: given.places ?? [],
});

describe("names", () => {
  test("prefix, accents and case do not tell names apart", () => {
    for (const name of ["CCN Quảng Chu", "Cụm công nghiệp quảng chu", "CỤM CN QUẢNG CHU", "quang chu"]) {
      expect(bareName(name)).toBe("quang chu");
    }
  });
  test("the prefix tells the kind", () => {
    expect(kindInName("Khu công nghiệp Thanh Bình")).toBe("park");
    expect(kindInName("ccn Chu Hương")).toBe("cluster");
    expect(kindInName("Thanh Bình")).toBeNull();
  });
  test("a key is made of the name, with a number where it is taken", () => {
    expect(freeKey("CCN Vằng Mười", () => false)).toBe("vang-muoi");
    expect(freeKey("CCN Vằng Mười", (key) => key === "vang-muoi")).toBe("vang-muoi-2");
  });
  test("a made key is never one that is taken, and holds letters, digits and dashes", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (name, others) => {
        const taken = new Set([...others, freeKey(name, () => false)]);
        const key = freeKey(name, (k) => taken.has(k));
        expect(taken.has(key)).toBe(false);
        expect(key).toMatch(/^[\p{L}\p{N}-]+$/u);
      }),
    );
  });
});

describe("which zone a row means", () => {
  test("the one of its key, whatever else it says", () => {
    const match = matchZone(
      wanted({ key: "quang-chu", name: "CCN Quảng Chu mới" }),
      indexOf(QUANG_CHU, ELSEWHERE),
      related,
    );
    expect(match).toEqual({ kind: "known", id: "1" });
  });
  test("the one of its name in a place that shares ground", () => {
    const match = matchZone(
      wanted({ name: "Quảng Chu", places: [THANH_THINH] }),
      indexOf(QUANG_CHU, ELSEWHERE),
      related,
    );
    expect(match).toEqual({ kind: "known", id: "1" });
  });
  test("a park is no cluster of the same name", () => {
    const match = matchZone(
      wanted({ name: "KCN Quảng Chu", places: [CHO_MOI] }),
      indexOf(QUANG_CHU, PARK),
      related,
    );
    expect(match).toEqual({ kind: "known", id: "3" });
  });
  test("a new one where the name is only borne elsewhere", () => {
    expect(
      matchZone(wanted({ name: "CCN Quảng Chu", places: ["other"] }), indexOf(QUANG_CHU), related),
    ).toEqual({ kind: "new" });
  });
  test("two of one name in one place are a question", () => {
    const twin: ZoneEntry = { ...QUANG_CHU, id: "9", key: "quang-chu-b" };
    const match = matchZone(
      wanted({ name: "CCN Quảng Chu", places: [CHO_MOI] }),
      indexOf(QUANG_CHU, twin),
      related,
    );
    expect(match).toMatchObject({ kind: "question", choices: [{ id: "1" }, { id: "9" }] });
  });
  test("without a place the only one of the name, and a question where there are two", () => {
    const row = wanted({ name: "CCN Quảng Chu" });
    expect(matchZone(row, indexOf(QUANG_CHU), related)).toEqual({ kind: "known", id: "1" });
    expect(matchZone(row, indexOf(QUANG_CHU, ELSEWHERE), related)).toMatchObject({ kind: "question" });
  });
  test("where the known one has no place, the name alone is a question", () => {
    const placeless: ZoneEntry = { ...QUANG_CHU, places: [] };
    const match = matchZone(
      wanted({ name: "CCN Quảng Chu", places: [CHO_MOI] }),
      indexOf(placeless),
      related,
    );
    expect(match).toMatchObject({ kind: "question", choices: [{ id: "1" }] });
  });
  test("a new key for a name that is there under another key is a question", () => {
    const row = wanted({ key: "quang-chu-moi", name: "CCN Quảng Chu", places: [CHO_MOI] });
    expect(matchZone(row, indexOf(QUANG_CHU), related)).toMatchObject({
      kind: "question",
      choices: [{ key: "quang-chu" }],
    });
  });
  test("a key of one and the name of another are a question", () => {
    const other: ZoneEntry = {
      id: "4",
      key: "vang-muoi",
      kind: "cluster",
      name: "CCN Vằng Mười",
      places: [CHO_MOI],
    };
    const row = wanted({ key: "vang-muoi", name: "CCN Quảng Chu", places: [CHO_MOI] });
    expect(matchZone(row, indexOf(QUANG_CHU, other), related)).toMatchObject({ kind: "question" });
  });
  test("a zone under two names is one choice, not two", () => {
    const index = indexOf(QUANG_CHU, { ...QUANG_CHU, name: "Quảng Chu", places: [THANH_THINH] });
    expect(matchZone(wanted({ name: "CCN Quảng Chu", places: [CHO_MOI] }), index, related)).toEqual({
      kind: "known",
      id: "1",
    });
  });
});
