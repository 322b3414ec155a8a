import { describe, expect, it } from "vitest";
import { partialDate, plainDate } from "../../kernel/dates.ts";
import { fitsText } from "../listing.ts";
import { nextMilestone } from "../milestones.ts";
import type { ZoneSummary } from "../pageVocabulary.ts";
import { STAGES } from "../vocabulary.ts";
import { isPast, isStage, sameUnits, stageStep, zonePath } from "./answers.ts";

const paper = { id: "d1", label: "Quyết định 1" };
const place = (id: string, name: string) => ({
  id,
  code: "00001",
  name,
  within: "huyện A, tỉnh B",
  ended: null,
  confirmed: true,
});
function zone(parts: Partial<ZoneSummary>): ZoneSummary {
  return {
    id: "z1",
    key: "dong-a",
    kind: "cluster",
    name: "CCN Đông Á",
    phase: null,
    phaseOf: null,
    places: [place("p1", "xã Hòa Bình")],
    placesNow: [place("p1", "xã Hòa Bình")],
    area: null,
    areaBasis: null,
    developer: null,
    developerKind: "unknown",
    stage: "clearing",
    stageLabel: "Đang giải phóng mặt bằng",
    courses: {},
    stageAsOf: null,
    coursesAsOf: {},
    totalInvestment: null,
    expectedOperation: null,
    expectedCompletion: null,
    sectors: [],
    disputed: null,
    evidenceAsOf: null,
    stale: false,
    documents: [],
    hidden: [],
    founded: true,
    ...parts,
  };
}

describe("the scale of stages", () => {
  it("runs from planned to operating; unknown and repealed are not on it", () => {
    expect(stageStep("planned")).toBe(1);
    expect(stageStep("operating")).toBe(9);
    expect([stageStep("unknown"), stageStep("repealed")]).toEqual([null, null]);
    expect(Object.keys(STAGES).filter(isStage)).toHaveLength(11);
    expect(isStage("toString")).toBe(false);
  });
});

const OLD_WORD = { evidenceAsOf: partialDate("2023-11"), stale: false };

describe("the milestone of a zone", () => {
  const operation = { date: partialDate("2025"), document: paper, ...OLD_WORD };
  const completion = { date: partialDate("2023-10-16"), document: paper, ...OLD_WORD };

  it("is the beginning of operation, else completion, else unknown", () => {
    expect(nextMilestone(zone({ expectedOperation: operation, expectedCompletion: completion }))?.of).toBe(
      "expectedOperation",
    );
    expect(nextMilestone(zone({ expectedCompletion: completion }))?.date).toBe("2023-10-16");
    expect(nextMilestone(zone({}))).toBeNull();
  });

  it("has passed only after the last day that its date may mean", () => {
    const waiting = zone({ expectedOperation: operation });
    expect(isPast(waiting, plainDate("2025-12-31"))).toBe(false);
    expect(isPast(waiting, plainDate("2026-01-01"))).toBe(true);
  });

  it("has not passed once it was reached", () => {
    const day = plainDate("2026-11-24");
    expect(isPast(zone({ expectedOperation: operation, stage: "operating" }), day)).toBe(false);
    expect(isPast(zone({ expectedCompletion: completion, stage: "basicallyComplete" }), day)).toBe(false);
    expect(isPast(zone({ expectedOperation: operation, stage: "basicallyComplete" }), day)).toBe(true);
  });

  it("of completion has passed while works on the rest go on, though part of it operates", () => {
    const day = plainDate("2026-11-24");
    const inPart = (works: string) =>
      zone({ expectedCompletion: completion, stage: "operating", courses: { works } });
    expect(isPast(inPart("choosingContractor"), day)).toBe(true);
    expect(isPast(inPart("accepted"), day)).toBe(false);
  });
});

describe("finding a zone", () => {
  it("needs no accents and no order of words", () => {
    expect(fitsText(zone({}), "hoa binh dong")).toBe(true);
    expect(fitsText(zone({}), "Đông Á")).toBe(true);
    expect(fitsText(zone({}), "tây")).toBe(false);
    expect(fitsText(zone({}), "  ")).toBe(true);
  });

  it("finds by developer and by the place of today", () => {
    const moved = zone({
      developer: { id: "o1", label: "Công ty Thép" },
      placesNow: [place("p2", "phường Mới")],
    });
    expect(fitsText(moved, "thep")).toBe(true);
    expect(fitsText(moved, "phuong moi")).toBe(true);
  });
});

describe("addresses and places", () => {
  it("keeps a phase's key in one part of the address", () => {
    expect(zonePath({ id: "z1", key: "park/II" })).toBe("/zones/park%2FII");
    expect(zonePath({ id: "z1", key: null })).toBe("/zones/z1");
  });

  it("tells whether the land still lies in the same units", () => {
    expect(sameUnits([place("p1", "xã A")], [place("p1", "xã A")])).toBe(true);
    expect(sameUnits([place("p1", "xã A")], [place("p2", "xã A")])).toBe(false);
    expect(sameUnits([place("p1", "xã A")], [])).toBe(false);
  });
});
