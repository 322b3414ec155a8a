import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partialDate } from "../kernel/dates.ts";
import {
  chosenColumns,
  FIRST_COLUMNS,
  groupedZones,
  type ListChoice,
  listedZones,
  narrowedZones,
} from "./listing.ts";
import type { ZoneSummary } from "./pageVocabulary.ts";
import { STAGES } from "./vocabulary.ts";

const place = (name: string, within: string | null) => ({
  ...{ id: name, code: "00001", name, within, ended: null, confirmed: true },
});
function zone(parts: Partial<ZoneSummary>): ZoneSummary {
  return {
    ...{ id: "z1", key: null, kind: "cluster", name: "CCN Mẫu", phase: null, phaseOf: null },
    ...{ places: [place("Xã Mẫu", "Huyện Mẫu, Tỉnh Mẫu")], placesNow: [], area: 10_000, areaBasis: "own" },
    ...{ developer: null, developerKind: "unknown", stage: "clearing", stageLabel: STAGES.clearing.vi },
    ...{
      courses: {},
      stageAsOf: null,
      coursesAsOf: {},
      totalInvestment: null,
      expectedOperation: null,
      expectedCompletion: null,
    },
    ...{ sectors: [], disputed: null, evidenceAsOf: partialDate("2023-11"), stale: false },
    ...{ documents: [], hidden: [], founded: true },
    ...parts,
  };
}
const ALL: ListChoice = { find: "", kind: "", stage: "", lack: "", group: "", sort: "" };

describe("the columns that were chosen", () => {
  it("stand in their own order, the name always first", () => {
    expect(chosenColumns("papers,area")).toEqual(["name", "area", "papers"]);
  });
  it("are the usual ones where the address names none that there is", () => {
    expect(chosenColumns("")).toEqual(FIRST_COLUMNS);
    expect(chosenColumns("toString,none")).toEqual(FIRST_COLUMNS);
  });
});

describe("a list of zones", () => {
  const zones = [
    zone({ id: "a", name: "CCN A", stage: "operating", stageLabel: "Đang hoạt động", area: null }),
    zone({ id: "b", name: "CCN B", places: [place("Phường Mẫu", "Tỉnh Mẫu")] }),
    zone({ id: "c", name: "KCN C", kind: "park", places: [] }),
    zone({ id: "d", name: "CCN D", developer: { id: "o", label: "Công ty Mẫu" } }),
  ];
  const ids = (of: readonly ZoneSummary[]) => of.map((z) => z.id).join("");

  it("is narrowed by kind, stage, what is lacking and what was typed, all at once", () => {
    expect(ids(narrowedZones(zones, { ...ALL, kind: "park" }))).toBe("c");
    expect(ids(narrowedZones(zones, { ...ALL, stage: "operating" }))).toBe("a");
    expect(ids(narrowedZones(zones, { ...ALL, lack: "area" }))).toBe("a");
    expect(ids(narrowedZones(zones, { ...ALL, find: "cong ty mau", kind: "cluster" }))).toBe("d");
    expect(ids(narrowedZones(zones, { ...ALL, lack: "area", stage: "clearing" }))).toBe("");
  });

  it("is not narrowed by a word that means nothing", () => {
    expect(ids(narrowedZones(zones, { ...ALL, lack: "toString" }))).toBe("abcd");
  });

  it("is ordered by what the address says, and what is not known comes last", () => {
    const order = (sort: string) => ids(listedZones(zones, { ...ALL, sort }, "vi").flatMap((g) => g.rows));
    expect(order("-name")).toBe("cdba");
    expect(order("area")).toBe("bcda");
    expect(order("-area")).toBe("bcda");
    expect(order("toString")).toBe("abcd");
  });

  it("stands in groups: stages from early to late, places by name, what is not known last", () => {
    const keys = (group: Parameters<typeof groupedZones>[1]) =>
      groupedZones(zones, group, "vi").map((g) => [g.key, ids(g.rows)]);
    expect(keys("stage").map(([key]) => key)).toEqual([STAGES.clearing.vi, "Đang hoạt động"]);
    expect(keys("district")).toEqual([
      ["Huyện Mẫu, Tỉnh Mẫu", "ad"],
      ["Phường Mẫu, Tỉnh Mẫu", "b"],
      ["chưa rõ", "c"],
    ]);
    expect(keys("developer")).toEqual([
      ["Công ty Mẫu", "d"],
      ["chưa rõ", "abc"],
    ]);
  });

  it("loses and doubles no zone, whatever it is grouped and ordered by", () => {
    const group = fc.constantFrom(
      "",
      "stage",
      "district",
      "commune",
      "developer",
      "developerKind",
      "kind",
      "x",
    );
    const sort = fc.constantFrom("", "name", "-area", "stage", "-expected", "x");
    fc.assert(
      fc.property(group, sort, (g, s) => {
        const rows = listedZones(zones, { ...ALL, group: g, sort: s }, "en").flatMap((one) => one.rows);
        expect(ids(rows).split("").sort().join("")).toBe("abcd");
      }),
    );
  });
});
