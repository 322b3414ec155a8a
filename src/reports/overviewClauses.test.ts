import { describe, expect, it } from "vitest";
import type { FigureAnswer } from "../figures/vocabulary.ts";
import { partialDate, plainDate } from "../kernel/dates.ts";
import { overviewOf } from "./overviewClauses.ts";

function figure(id: string, value: number | null, rest: Partial<FigureAnswer> = {}): FigureAnswer {
  return {
    id,
    title: id,
    unit: "zone",
    kind: "stock",
    place: { id: "p", code: "06", name: "Tỉnh A", from: null, to: null },
    asOf: plainDate("2023-11-30"),
    period: null,
    knownAt: { at: null, commit: 1 },
    value,
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
    definition: "",
    article: null,
    ...rest,
  };
}

describe("the overview's sentence", () => {
  it("says what has a value, with its parts in brackets", () => {
    const { groups, unknown } = overviewOf([
      figure("clusters.established", 6),
      figure("clusters.basicallyComplete", 1),
      figure("clusters.clearing", 5),
      figure("parks.count", 1),
      figure("projects.policyApproved", 21),
    ]);
    expect(groups.map((g) => g.map((c) => c.figure.id))).toEqual([
      ["clusters.established", "parks.count"],
      ["projects.policyApproved"],
    ]);
    expect(groups[0]?.[0]?.parts.map((p) => p.figure.value)).toEqual([1, 5]);
    expect(unknown).toEqual([]);
  });

  it("says also what is withheld, which is known", () => {
    const { groups, unknown } = overviewOf([figure("parks.count", null, { withheld: true, hidden: 1 })]);
    expect(groups.flat().map((c) => c.figure.id)).toEqual(["parks.count"]);
    expect(unknown).toEqual([]);
  });

  it("names what is not known and never says it is 0", () => {
    const { groups, unknown } = overviewOf([figure("clusters.established", null), figure("parks.count", 0)]);
    expect(unknown.map((f) => f.id)).toEqual(["clusters.established"]);
    expect(groups.flat().map((c) => c.figure.value)).toEqual([0]);
  });

  it("speaks of one and of more", () => {
    const words = (value: number) =>
      overviewOf([figure("parks.count", value)]).groups[0]?.map((c) => c.words.en);
    expect([words(1), words(2)]).toEqual([["industrial park"], ["industrial parks"]]);
  });

  it("leaves a group out of which nothing is known", () => {
    expect(overviewOf([figure("projects.fdiCount", null), figure("parks.count", 1)]).groups).toHaveLength(1);
  });

  it("says from when its newest old paper is", () => {
    const old = { stale: true, evidenceAsOf: partialDate("2023-11") };
    expect(overviewOf([figure("parks.count", 1, old)]).staleSince).toBe("2023-11");
    expect(overviewOf([figure("parks.count", 1)]).staleSince).toBeNull();
  });
});
