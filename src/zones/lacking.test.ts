import { describe, expect, it } from "vitest";
import { partialDate, plainDate } from "../kernel/dates.ts";
import { isLackKey, lackingValues, lacksValue } from "./lacking.ts";
import { allPassedMilestones, passedMilestones } from "./milestones.ts";
import type { ZoneSummary } from "./pageVocabulary.ts";
import { countStages } from "./screens/stageBar.tsx";

const paper = { id: "d1", label: "Quyết định Mẫu" };
const place = {
  ...{ id: "p1", code: "00001", name: "xã Mẫu", within: null },
  ...{ ended: null, confirmed: true },
};

/** A founded cluster of which everything is known. */
const OLD_WORD = { evidenceAsOf: partialDate("2023-11"), stale: false };
function zone(parts: Partial<ZoneSummary>): ZoneSummary {
  return {
    ...{ id: "z1", key: "mau", kind: "cluster", name: "CCN Mẫu", phase: null, phaseOf: null },
    ...{ places: [place], placesNow: [place], area: 500_000, areaBasis: "own" },
    ...{ developer: { id: "o1", label: "Công ty Mẫu" }, developerKind: "enterprise" },
    ...{
      stage: "clearing",
      stageLabel: "Đang giải phóng mặt bằng",
      courses: {},
      stageAsOf: null,
      coursesAsOf: {},
    },
    totalInvestment: 100_000_000_000,
    expectedOperation: { date: partialDate("2025"), document: paper, ...OLD_WORD },
    expectedCompletion: null,
    ...{ sectors: [], disputed: null, evidenceAsOf: partialDate("2023-11"), stale: false },
    ...{ documents: [paper], hidden: [], founded: true },
    ...parts,
  };
}

describe("what a zone lacks", () => {
  it("is nothing where papers give everything", () => {
    expect(lackingValues([zone({})])).toEqual([]);
  });

  it("is named with its zones and who could supply it, parks and clusters apart", () => {
    const rows = lackingValues([
      zone({ id: "a", area: null }),
      zone({ id: "b", area: null }),
      zone({ id: "c", kind: "park", area: null }),
    ]);
    expect(rows.map((r) => [r.key, r.kind, r.zones.length])).toEqual([
      ["area", "park", 1],
      ["area", "cluster", 2],
    ]);
    expect(rows[0]?.supplier.vi).toContain("Ban Quản lý");
    expect(rows[1]?.supplier.vi).toContain("Sở Công Thương");
  });

  it("is not what is there and may not be seen", () => {
    expect(lackingValues([zone({ area: null, hidden: ["area"] })])).toEqual([]);
  });

  it("is asked only where a decision must name it: not of what is planned, and no total investment of a park", () => {
    expect(lacksValue(zone({ founded: false, area: null, developer: null }), "area")).toBe(false);
    expect(lacksValue(zone({ kind: "park", totalInvestment: null }), "totalInvestment")).toBe(false);
    expect(lacksValue(zone({ totalInvestment: null }), "totalInvestment")).toBe(true);
    expect(lacksValue(zone({ stage: "operating", expectedOperation: null }), "milestone")).toBe(false);
  });

  it("is not asked of what is disputed or repealed", () => {
    expect(lackingValues([zone({ area: null, disputed: "chưa rõ" })])).toEqual([]);
    expect(lackingValues([zone({ area: null, stage: "repealed" })])).toEqual([]);
  });

  it("is named in an address by what the table knows alone", () => {
    expect([isLackKey("area"), isLackKey("toString"), isLackKey("")]).toEqual([true, false, false]);
  });
});

describe("milestones that have passed", () => {
  const day = plainDate("2026-11-26");

  it("are those of the date alone: a year has passed after its last day", () => {
    expect(passedMilestones(zone({}), plainDate("2025-12-31"))).toEqual([]);
    expect(passedMilestones(zone({}), plainDate("2026-01-01"))).toHaveLength(1);
  });

  it("tell whether some paper is newer than the milestone", () => {
    const newer = zone({ evidenceAsOf: partialDate("2026-05") });
    expect(passedMilestones(zone({}), day).map((p) => p.newerPapers)).toEqual([false]);
    expect(passedMilestones(newer, day).map((p) => p.newerPapers)).toEqual([true]);
  });

  it("leave out what was reached, repealed or is disputed, and name the earliest first", () => {
    const completion = { date: partialDate("2024-03"), document: paper, ...OLD_WORD };
    const both = zone({ id: "both", expectedCompletion: completion });
    const zones = [
      zone({ id: "first" }),
      both,
      zone({ id: "reached", stage: "operating" }),
      zone({ id: "ended", stage: "repealed" }),
      zone({ id: "open", disputed: "chưa rõ" }),
    ];
    expect(allPassedMilestones(zones, day).map((p) => [p.zone.id, p.of])).toEqual([
      ["both", "expectedCompletion"],
      ["first", "expectedOperation"],
      ["both", "expectedOperation"],
    ]);
  });

  it("counts completion as reached once it is basically complete, operation not", () => {
    const complete = zone({
      stage: "basicallyComplete",
      expectedCompletion: { date: partialDate("2024"), document: paper, ...OLD_WORD },
    });
    expect(passedMilestones(complete, day).map((p) => p.of)).toEqual(["expectedOperation"]);
  });
});

describe("the zones by stage", () => {
  it("are counted from early to late, without what is disputed, and an unknown area is no area of 0", () => {
    const counts = countStages([
      zone({ id: "a", stage: "operating", area: null }),
      zone({ id: "b", stage: "unknown" }),
      zone({ id: "c", stage: "clearing" }),
      zone({ id: "d", stage: "clearing", area: null }),
      zone({ id: "e", stage: "planned", disputed: "chưa rõ" }),
    ]);
    expect(counts).toEqual([
      { stage: "unknown", count: 1, area: 500_000, withoutArea: 0, toldUntil: null },
      { stage: "clearing", count: 2, area: 500_000, withoutArea: 1, toldUntil: null },
      { stage: "operating", count: 1, area: 0, withoutArea: 1, toldUntil: null },
    ]);
  });
});
