import { describe, expect, it } from "vitest";
import { firstDay, partialDate, plainDate } from "../../kernel/dates.ts";
import { chainAhead, spellsOf, standingOf, type ZoneTold } from "./chains.ts";

type Told = Partial<
  Record<keyof ZoneTold["courses"], ReadonlyArray<readonly [string, string, ("by" | "in")?]>>
>;

/** A zone whose courses are told so, each state from a day on: on it, unless something else is said. */
function zone(told: Told, more: Partial<ZoneTold> = {}): ZoneTold {
  const states = (name: keyof Told): ZoneTold["courses"]["legal"] =>
    (told[name] ?? []).map(([state, date, kind]) => ({
      ...{ state, since: partialDate(date), evidence: null },
      sinceKind: kind ?? ("on" as const),
      from: firstDay(partialDate(date)),
    }));
  return {
    ...{ id: "mau", register: "real", roundsFrom: null, leasesFrom: null, isByPhases: false },
    courses: {
      legal: states("legal"),
      planning: states("planning"),
      clearance: states("clearance"),
      works: states("works"),
      operation: states("operation"),
    },
    ...more,
  } as const;
}
const days = (told: Told, more: Partial<ZoneTold> = {}) =>
  spellsOf(zone(told, more)).map(({ key, spell }) => [key, spell.from, spell.to, spell.leftOn ?? null]);
const sits = (told: Told) => standingOf(zone(told)).current;

describe("where a zone sits", () => {
  it("in the first step that is told as under way, since the step before was over", () => {
    const told: Told = {
      legal: [["established", "2020-03-01"]],
      planning: [["approved", "2021-03-01"]],
      clearance: [["underWay", "2021-06-01"]],
    };
    expect(sits(told)).toMatchObject({ key: "clearance", since: { on: "2021-03-01", exact: true } });
  });

  it("in the next one, where the last that is told is over", () => {
    expect(
      sits({
        legal: [
          ["planned", "2019-01-01"],
          ["established", "2020-03-01"],
        ],
      }),
    ).toMatchObject({
      key: "plan",
      since: { on: "2020-03-01" },
    });
  });

  it("in works that go on while the first tenants operate", () => {
    const told: Told = { works: [["underWay", "2023-11", "by"]], operation: [["operating", "2023", "in"]] };
    expect(sits(told)).toMatchObject({ key: "works", since: { exact: false } });
    expect(chainAhead(standingOf(zone(told)), "works")).toEqual(["works"]);
    expect(chainAhead(standingOf(zone(told)), "lease")).toEqual([]);
  });

  it("in no step that something later was over since, though no paper closed it", () => {
    const told: Told = {
      clearance: [["underWay", "2020-01-01"]],
      works: [["basicallyComplete", "2022-01-01"]],
    };
    expect(sits(told)).toMatchObject({ key: "lease", since: { on: "2022-01-01" } });
    expect(standingOf(zone(told)).steps[2]?.state).toBe("notTold");
  });

  it("nowhere, where nothing is told, all is over, or it was repealed", () => {
    expect(sits({})).toBeNull();
    expect(standingOf(zone({ operation: [["operating", "2022-01-01"]] }))).toMatchObject({
      current: null,
      isFinished: true,
    });
    expect(
      sits({
        legal: [
          ["established", "2020-03-01"],
          ["repealed", "2022-03-01"],
        ],
      }),
    ).toBeNull();
  });

  it("by its phases, where a park itself is told of no more than its founding", () => {
    const park = zone({ legal: [["established", "2020-03-01"]] }, { isByPhases: true });
    expect([standingOf(park).current, spellsOf(park)]).toEqual([null, []]);
  });
});

describe("how long a step took a zone", () => {
  it("from when it had come to it to when it was over, and the current one as open", () => {
    const told: Told = {
      legal: [
        ["planned", "2019-01-01"],
        ["established", "2020-03-01"],
      ],
      planning: [["approved", "2021-03-01"]],
      clearance: [
        ["underWay", "2021-06-01"],
        ["done", "2022-06-01"],
      ],
    };
    expect(days(told)).toEqual([
      ["policy", "2019-01-01", "2020-03-01", null],
      ["plan", "2020-03-01", "2021-03-01", null],
      ["clearance", "2021-03-01", "2022-06-01", null],
      ["works", "2022-06-01", null, null],
    ]);
  });

  it("is at least so long where it began at the latest on a day, and unknown where it ended so", () => {
    expect(
      days({
        clearance: [
          ["underWay", "2021-06", "by"],
          ["done", "2022-06-01"],
        ],
      })[0],
    ).toEqual([...["clearance", "2021-06-01", null, "2022-06-01"]]);
    expect(
      days({
        clearance: [
          ["underWay", "2021-06-01"],
          ["done", "2022-06-01", "by"],
        ],
      }),
    ).toEqual([["works", "2022-06-01", null, null]]);
  });

  it("is not learnt from a year alone, nor of what is first told as over", () => {
    expect(
      days({
        clearance: [
          ["underWay", "2021", "in"],
          ["done", "2022", "in"],
        ],
      }),
    ).toEqual([["works", "2022-01-01", null, null]]);
    expect(days({ planning: [["approved", "2021-03-01"]] }).map(([key]) => key)).toEqual(["clearance"]);
  });

  it("begins with the first round of clearance, where that is told before the course", () => {
    const roundsFrom = { on: plainDate("2021-02-01"), exact: true, told: partialDate("2021-02-01") };
    const told: Told = {
      clearance: [
        ["underWay", "2021-06-01"],
        ["done", "2022-06-01"],
      ],
    };
    expect(days(told, { roundsFrom })[0]).toEqual(["clearance", "2021-02-01", "2022-06-01", null]);
  });

  it("is left, not finished, where the zone is repealed in it", () => {
    expect(
      days({
        legal: [
          ["established", "2020-03-01"],
          ["repealed", "2022-03-01"],
        ],
      }),
    ).toEqual([["plan", "2020-03-01", null, "2022-03-01"]]);
  });
});
