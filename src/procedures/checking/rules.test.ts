/** Thresholds and conditions: the number on the edge, the day on the edge, and what is not known. */
import { describe, expect, it } from "vitest";
import { answers, checked, LAW_DAYS } from "../../../tests/checks.ts";
import { plainDate } from "../../kernel/dates.ts";
import { articleOn } from "../../law/statutes/rules.ts";
import { CATALOGUE } from "../catalogue/catalogue.ts";
import { NO_FACTS, type ReadKey } from "./facts.ts";
import { asksOf, readsOf } from "./rules.ts";
import type { Given, Measured } from "./vocabulary.ts";

function number(value: number | null, unit: Measured["unit"] = "m2"): Measured {
  return { label: { vi: "Mẫu", en: "Sample" }, value, unit, text: null, href: null };
}
const HA = 10_000;
/** What holds of every dossier of its day, whatever is known of it. */
const OF_THE_DAY_ALONE = ["contractorSelection.online", "landRecovery.assembly"];

describe("a check", () => {
  it("never says yes or no of what it knows nothing about", () => {
    for (const { key } of CATALOGUE) {
      for (const on of LAW_DAYS) {
        const told = Object.entries(answers(key, on, {})).filter(
          ([name, verdict]) => verdict !== "unknown" && !OF_THE_DAY_ALONE.includes(`${key}.${name}`),
        );
        expect([key, on, told]).toEqual([key, on, []]);
      }
    }
  });

  it("cites only what is in force on its day", () => {
    for (const { key } of CATALOGUE) {
      for (const on of [...LAW_DAYS, "2024-05-01", "2025-07-01", "2026-03-01", "2026-05-18", "2027-02-28"]) {
        for (const kind of ["park", "cluster", null] as const) {
          for (const about of ["zone", "project", null] as const) {
            for (const { citation } of checked(key, on, { kind, about, given: { special: true } })) {
              const { citable } = articleOn(citation, plainDate(on));
              expect([key, on, citation, citable]).toEqual([key, on, citation, true]);
            }
          }
        }
      }
    }
  });

  it("shows no number of the register that its procedure does not read", () => {
    for (const { key } of CATALOGUE) {
      for (const on of LAW_DAYS) {
        for (const about of ["zone", "project"] as const) {
          const shown = checked(key, on, { kind: "cluster", about }).flatMap((one) => one.numbers);
          const read = readsOf(key).map((name: ReadKey) => NO_FACTS[name]);
          const besides = Object.entries(NO_FACTS).flatMap(([name, fact]) =>
            shown.some((n) => n === fact) && !read.some((n) => n === fact) ? [name] : [],
          );
          expect([key, on, besides]).toEqual([key, on, []]);
        }
      }
    }
  });

  it("is there for every procedure of the catalogue, and asks for nothing twice", () => {
    const without = CATALOGUE.map(({ key }) => key).filter(
      (key) => !LAW_DAYS.some((on) => checked(key, on, { kind: "cluster" }).length > 0),
    );
    expect(without).toEqual([]);
    for (const { key } of CATALOGUE) expect(new Set(asksOf(key)).size).toBe(asksOf(key).length);
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
    expect(answers("parkPolicy", "2026-03-01", { kind: "park" }).needed).toBe("yes");
  });

  it("environmental permit: from 100 m³ a day, while the resolution holds", () => {
    const needed = (m3: number | null, gas: number | null, on = "2026-11-27") =>
      answers("environmentalPermit", on, { given: { wasteWater: m3, gas } }).needed;
    expect(needed(100, null)).toBe("yes");
    expect(needed(99, null)).toBe("unknown");
    expect(needed(99, 99_999)).toBe("no");
    expect(needed(null, 100_000)).toBe("yes");
    expect(needed(100, null, "2026-05-17")).toBeUndefined();
    expect(needed(100, null, "2027-03-01")).toBeUndefined();
  });

  it("assessment: one listed case is enough, and none of two proves nothing about the others", () => {
    const needed = (given: Partial<Given>) =>
      answers("environmentalAssessment", "2026-11-27", { kind: "cluster", given }).needed;
    expect(needed({ forest: 2000 })).toBe("yes");
    expect(needed({ forest: 1999, sharesPlant: false })).toBe("unknown");
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

  it("assessment of a project: exempt in an assessed zone, needed from 50 ha elsewhere, else the list decides", () => {
    const needed = (ha: number | null, zoneAssessed: boolean | null, inZone: boolean | null = true) =>
      answers("environmentalAssessment", "2026-11-27", {
        ...{ about: "project", inZone, land: number(ha === null ? null : ha * HA), given: { zoneAssessed } },
      }).needed;
    expect(needed(60, true)).toBe("no");
    expect(needed(60, null)).toBe("unknown");
    expect(needed(50, false)).toBe("yes");
    expect(needed(49.9, false)).toBe("unknown");
    expect(needed(60, true, null)).toBe("unknown");
  });

  it("permit of a project: from 150 m³, where a zone needs one from 100", () => {
    const needed = (about: "zone" | "project", wasteWater: number) =>
      answers("environmentalPermit", "2026-11-27", { about, given: { wasteWater, gas: 0 } }).needed;
    expect([needed("zone", 100), needed("zone", 99)]).toEqual(["yes", "no"]);
    expect([needed("project", 150), needed("project", 149)]).toEqual(["yes", "unknown"]);
  });

  it("approval of a project in a park is the Board's, and not the province's; in a cluster not the Board's", () => {
    const body = (key: string, kind: "park" | "cluster" | null) =>
      answers(key, "2026-11-27", { about: "project", kind }).body;
    expect([body("projectPolicyProvince", "park"), body("projectPolicyBoard", "park")]).toEqual([
      "no",
      "unknown",
    ]);
    expect([body("projectPolicyProvince", "cluster"), body("projectPolicyBoard", "cluster")]).toEqual([
      "unknown",
      "no",
    ]);
    expect(answers("registrationCertificate", "2026-11-27", { kind: "park" }).board).toBe("yes");
  });

  it("the special procedure in a park does without others since 01/3/2026, and not in a cluster", () => {
    const special = (on: string, kind: "park" | "cluster") =>
      answers("constructionPermit", on, { kind, given: { special: true } }).special;
    expect([special("2026-03-01", "park"), special("2026-02-28", "park")]).toEqual(["no", undefined]);
    expect(special("2026-11-27", "cluster")).toBe("unknown");
  });

  it("old clusters: established before 2009, and none of the year itself; before 31/12/2026", () => {
    const of = (founded: number | null, on = "2026-11-27") =>
      answers("oldClusters", on, { kind: "cluster", founded });
    expect([2008, 2009, 2010, null].map((year) => of(year).needed)).toEqual([
      "yes",
      "unknown",
      "no",
      "unknown",
    ]);
    expect([of(2008, "2026-12-30").inTime, of(2008, "2026-12-31").inTime]).toEqual(["yes", "no"]);
  });
});

describe("conditions of parks", () => {
  it("go by phases over 500 ha, and over 100 ha of rice land", () => {
    const of = (ha: number, rice: number) =>
      answers("parkPolicy", "2026-11-27", {
        ...{ kind: "park", area: number(ha * HA), given: { rice: rice * HA } },
      });
    expect(of(500, 100)).toMatchObject({ phases: "no", ricePhases: "no" });
    expect(of(501, 101)).toMatchObject({ phases: "yes", ricePhases: "yes" });
  });

  it("never refuse for occupancy, whose text was not read and which has exceptions", () => {
    const occupied = (percent: number) =>
      answers("parkPolicy", "2026-11-27", { kind: "park", parksOccupancy: number(percent, "percent") })
        .occupied;
    expect([occupied(60), occupied(10)]).toEqual(["yes", "unknown"]);
    const told = checked("parkPolicy", "2026-11-27", { kind: "park" }).find((one) => one.key === "occupied");
    expect(told?.mark).toBe("U");
  });
});

describe("works, land and contractors", () => {
  it("works begin on five conditions; a permit may be lacking where none is needed", () => {
    const on = "2026-11-27";
    const given = { permitted: false, drawings: true, contracted: false, notified: null };
    expect(answers("constructionStart", on, { cleared: true, given })).toEqual({
      ...{ site: "yes", permit: "no", drawings: "yes", contract: "no", notice: "unknown" },
    });
    expect(
      answers("constructionStart", on, { given: { permitted: false, studyAppraised: true } }).permit,
    ).toBe("yes");
    expect(answers("constructionStart", on, { handedOver: number(1), cleared: false }).site).toBe("yes");
  });

  it("bids in nine days up to 20 billion of works, 10 of goods", () => {
    const short = (billion: number | null, goods: boolean | null) =>
      answers("contractorSelection", "2026-11-27", {
        given: { price: billion === null ? null : billion * 1e9, goods },
      }).short;
    expect([short(20, false), short(20.1, false), short(20, true), short(10, true)]).toEqual([
      "yes",
      "no",
      "no",
      "yes",
    ]);
    expect([short(5, null), short(null, true)]).toEqual(["unknown", "unknown"]);
  });

  it("land is recovered as long as it is not all handed over", () => {
    const of = (handed: number | null) =>
      answers("landRecovery", "2026-11-27", { toRecover: number(10), handedOver: number(handed) }).needed;
    expect([of(9), of(10), of(null)]).toEqual(["yes", "no", "unknown"]);
  });

  it("of each round, more than three quarters must agree before the rest may be recovered", () => {
    const round = (enough: boolean | null) => ({
      ...{
        key: "mau",
        label: "Đợt Mẫu",
        enough,
        land: number(80, "percent"),
        holders: number(75, "percent"),
      },
    });
    const of = (enough: boolean | null) =>
      answers("landRecovery", "2026-11-27", { rounds: [round(enough)] })["agreed.mau"];
    expect([of(true), of(false), of(null)]).toEqual(["yes", "no", "unknown"]);
  });
});
