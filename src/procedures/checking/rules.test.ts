/** Thresholds and conditions: the number on the edge, the day on the edge, and what is not known. */
import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/dates.ts";
import { articleOn } from "../../law/statutes/rules.ts";
import { USUAL_SETTINGS } from "../../settings/rules.ts";
import { CATALOGUE } from "../catalogue/catalogue.ts";
import { checkProcedure } from "./rules.ts";
import type { Facts, Measured } from "./vocabulary.ts";

function number(value: number | null, unit: Measured["unit"] = "m2"): Measured {
  return { label: { vi: "Mẫu", en: "Sample" }, value, unit, href: null };
}
const NOTHING: Facts = {
  ...{ kind: null, legal: null, worksFinished: null, sharesPlant: null, studyAppraised: null },
  ...{
    area: number(null),
    clustersThere: number(null),
    occupancyThere: number(null),
    unleasedThere: number(null),
  },
  ...{ occupancy: number(null), wasteWater: number(null), gas: number(null), forest: number(null) },
};
const HA = 10_000;

function answers(key: string, on: string, facts: Partial<Facts>, clusterDecree = 1) {
  const settings = { ...USUAL_SETTINGS, clusterDecree };
  const checked = checkProcedure(key, { day: plainDate(on), settings, facts: { ...NOTHING, ...facts } });
  return Object.fromEntries(checked.map((one) => [one.key, one.answer]));
}

describe("a check", () => {
  it("never says yes or no of what it knows nothing about", () => {
    for (const { key } of CATALOGUE) {
      for (const on of ["2023-11-30", "2024-06-01", "2026-02-01", "2026-06-01", "2026-11-27", "2027-04-01"]) {
        const told = Object.entries(answers(key, on, {})).filter(([, verdict]) => verdict !== "unknown");
        expect([key, on, told]).toEqual([key, on, []]);
      }
    }
  });

  it("cites only what is in force on its day", () => {
    for (const { key } of CATALOGUE) {
      for (const on of [
        "2024-05-01",
        "2025-07-01",
        "2026-03-01",
        "2026-05-18",
        "2026-09-15",
        "2027-02-28",
      ].map(plainDate)) {
        for (const kind of ["park", "cluster", null] as const) {
          const facts = { ...NOTHING, kind };
          for (const { citation } of checkProcedure(key, { day: on, settings: USUAL_SETTINGS, facts })) {
            expect([key, on, citation, articleOn(citation, on).citable]).toEqual([key, on, citation, true]);
          }
        }
      }
    }
  });
});

describe("establishing a cluster", () => {
  it("needs 10 to 75 ha by decree 32, where 5 ha may do, and 5 to 75 ha by decree 303", () => {
    const size = (ha: number, on: string, decree = 1) =>
      answers("clusterEstablishment", on, { area: number(ha * HA) }, decree).size;
    expect([4.9, 5, 9.9, 10, 75, 75.1].map((ha) => size(ha, "2026-09-14"))).toEqual([
      "no",
      "unknown",
      "unknown",
      "yes",
      "yes",
      "no",
    ]);
    expect([4.9, 5, 9.9, 75, 75.1].map((ha) => size(ha, "2026-09-15"))).toEqual([
      "no",
      "yes",
      "yes",
      "yes",
      "no",
    ]);
    expect(size(5, "2026-09-15", 2)).toBe("unknown");
  });

  it("needs clusters there that are over half occupied, or little land left", () => {
    const others = (on: string, percent: number | null, ha: number | null, decree = 1) =>
      answers(
        "clusterEstablishment",
        on,
        {
          clustersThere: number(2, "count"),
          occupancyThere: number(percent, "percent"),
          unleasedThere: number(ha === null ? null : ha * HA),
        },
        decree,
      ).others;
    expect(others("2025-06-30", 50, 100)).toBe("yes");
    expect(others("2025-06-30", 50, 101)).toBe("no");
    expect(others("2025-06-30", 51, null)).toBe("yes");
    expect(others("2025-06-30", 50, null)).toBe("unknown");
    expect(others("2026-09-15", 50, 51)).toBe("no");
    expect(others("2026-09-15", 50, 50)).toBe("yes");
    expect(others("2025-07-01", 99, 1)).toBe("unknown");
  });
});

describe("needed or not", () => {
  it("approval in principle: not for clusters since 01/3/2026, for parks by the Chairman", () => {
    expect(answers("parkPolicy", "2026-02-28", { kind: "cluster" })).toEqual({});
    expect(answers("parkPolicy", "2026-03-01", { kind: "cluster" })).toEqual({ needed: "no" });
    expect(answers("parkPolicy", "2026-03-01", { kind: "park" })).toEqual({ needed: "yes" });
  });

  it("environmental permit: from 100 m³ a day, while the resolution holds", () => {
    const needed = (m3: number | null, gas: number | null, on = "2026-11-27") =>
      answers("environmentalPermit", on, { wasteWater: number(m3), gas: number(gas) }).needed;
    expect(needed(100, null)).toBe("yes");
    expect(needed(99, null)).toBe("unknown");
    expect(needed(99, 99_999)).toBe("no");
    expect(needed(null, 100_000)).toBe("yes");
    expect(needed(100, null, "2026-05-17")).toBeUndefined();
    expect(needed(100, null, "2027-03-01")).toBeUndefined();
  });

  it("assessment: one listed case is enough, and none of two proves nothing about the others", () => {
    const needed = (facts: Partial<Facts>) =>
      answers("environmentalAssessment", "2026-11-27", { kind: "cluster", ...facts }).needed;
    expect(needed({ forest: number(2000) })).toBe("yes");
    expect(needed({ forest: number(1999), sharesPlant: false })).toBe("unknown");
    expect(needed({ sharesPlant: true })).toBe("yes");
  });

  it("expansion: by occupancy or demand, so that low occupancy alone refuses nothing", () => {
    const occupied = (percent: number, on: string) =>
      answers("clusterExpansion", on, { occupancy: number(percent, "percent") }).occupied;
    expect([occupied(60, "2025-01-01"), occupied(59, "2025-01-01"), occupied(50, "2026-10-01")]).toEqual([
      "yes",
      "unknown",
      "yes",
    ]);
  });
});
