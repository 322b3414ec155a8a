import { describe, expect, it } from "vitest";
import { type FigureAnswer, figureAnswer } from "../../../figures/vocabulary.ts";
import { type ZoneSummary, zoneSummary } from "../../../zones/pageVocabulary.ts";
import { differenceOf, fateOf, pairsOf, zonePairs } from "./differences.ts";

function figure(of: Partial<FigureAnswer>): FigureAnswer {
  return figureAnswer.parse({
    id: "clusters.area",
    title: "Mẫu",
    unit: "m2",
    kind: "stock",
    place: { id: "p", code: "M1", name: "Tỉnh Mẫu", from: null, to: null },
    asOf: "2024-01-01",
    period: null,
    knownAt: { at: null, commit: 1 },
    value: 100,
    precision: "exact",
    precisionWord: null,
    complete: true,
    basis: "records",
    formula: null,
    numerator: null,
    denominator: null,
    evidenceAsOf: null,
    stale: false,
    coverage: { complete: true, note: null },
    groups: null,
    recordsTotal: 0,
    hidden: 0,
    withheld: false,
    next: null,
    records: [],
    missing: [],
    disputed: [],
    reported: [],
    definition: "Mẫu",
    article: null,
    ...of,
  });
}

function zone(id: string, of: Partial<ZoneSummary> = {}): ZoneSummary {
  return zoneSummary.parse({
    ...{ id, key: null, kind: "cluster", name: `CCN Mẫu ${id}`, phase: null, phaseOf: null },
    ...{ places: [], placesNow: [], area: 100, areaBasis: "own", developer: null, developerKind: "unknown" },
    ...{
      stage: "clearing",
      stageLabel: "Mẫu",
      courses: {},
      stageAsOf: null,
      coursesAsOf: {},
      totalInvestment: null,
    },
    ...{ expectedOperation: null, expectedCompletion: null, sectors: [], disputed: null },
    ...{ evidenceAsOf: null, stale: false, documents: [], hidden: [], founded: true },
    ...of,
  });
}

describe("the difference of two figures", () => {
  const missing = [{ kind: "zone", id: "z", key: null, label: "CCN Mẫu", why: "Mẫu", amount: null }];
  it("is the second less the first", () => {
    expect(differenceOf(figure({ value: 40 }), figure({ value: 100 }))).toEqual({
      kind: "by",
      by: 60,
      precision: "exact",
    });
    expect(differenceOf(figure({}), figure({})).kind).toBe("same");
  });
  it("is none where one side is not known, never a difference from 0", () => {
    expect(differenceOf(figure({ value: null }), figure({ value: 5 })).kind).toBe("unknown");
  });
  it("is none between a sum of records and a published total", () => {
    expect(differenceOf(figure({}), figure({ basis: "reported", value: 5 })).kind).toBe("unlike");
  });
  it("is only about so much where a side is not exact or something is not counted in it", () => {
    expect(differenceOf(figure({}), figure({ value: 5, precision: "nearly" }))).toMatchObject({
      precision: "about",
    });
    expect(differenceOf(figure({}), figure({ value: 5, missing }))).toMatchObject({ precision: "about" });
  });
  it("beside a lower bound is a bound itself, and between two of them none", () => {
    const bound = figure({ value: 1, precision: "atLeast" });
    expect(differenceOf(bound, figure({ value: 7 }))).toEqual({ kind: "by", by: 6, precision: "atMost" });
    expect(differenceOf(figure({ value: 7 }), bound)).toEqual({ kind: "by", by: -6, precision: "atLeast" });
    expect(differenceOf(bound, figure({ value: 7, precision: "atLeast" })).kind).toBe("bounds");
    expect(differenceOf(bound, bound).kind).toBe("same");
  });
  it("is made of the same figure on both sides alone", () => {
    const pairs = pairsOf([figure({ id: "a" }), figure({ id: "b" })], [figure({ id: "b" })]);
    expect(pairs.map((pair) => pair.first.id)).toEqual(["b"]);
  });
});

describe("what became of zones", () => {
  it("is told of each zone of either side, once", () => {
    const pairs = zonePairs(
      [zone("1"), zone("2"), zone("3")],
      [zone("2"), zone("3", { stage: "operating" }), zone("4")],
    );
    expect(pairs.map((pair) => [pair.id, fateOf(pair)])).toEqual([
      ["1", "went"],
      ["2", "same"],
      ["3", "changed"],
      ["4", "came"],
    ]);
  });
  it("is a change also where only the area, the developer or a dispute differ", () => {
    const changed = [
      { area: 5 },
      { developer: { id: "o", label: "Công ty Mẫu" } },
      { disputed: "chưa thống nhất" },
    ];
    expect(changed.map((of) => fateOf({ id: "1", first: zone("1"), second: zone("1", of) }))).toEqual([
      "changed",
      "changed",
      "changed",
    ]);
  });
});
