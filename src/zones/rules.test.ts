import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CoursePeriod,
  courseOfStage,
  isFounded,
  moveBasis,
  stageOf,
  stageOfParts,
  unreasonedMoves,
  unusualMoves,
} from "./rules.ts";

describe("the stage shown to people", () => {
  test("is what is furthest on the ground, whatever the law says", () => {
    expect(stageOf({ legal: "planned", operation: "operating" })).toBe("operating");
    expect(stageOf({ legal: "established", clearance: "underWay" })).toBe("clearing");
    expect(
      stageOf({ legal: "established", works: "basicallyComplete", operation: "tenantsInProcedures" }),
    ).toBe("basicallyComplete");
    expect(stageOf({ legal: "established" })).toBe("established");
    expect(stageOf({})).toBe("unknown");
  });
  test("of a repealed zone is that it is repealed", () => {
    expect(stageOf({ legal: "repealed", operation: "operating" })).toBe("repealed");
    expect(stageOfParts({ legal: "repealed" }, [{ operation: "operating" }])).toBe("repealed");
  });
  test("of a park is that of its furthest phase", () => {
    expect(stageOfParts({ legal: "established" }, [{ operation: "operating" }, { legal: "proposed" }])).toBe(
      "operating",
    );
  });
});

describe("the course that the stage is read from", () => {
  const oneOf = <T extends string>(...states: readonly T[]) =>
    fc.option(fc.constantFrom(...states), { nil: undefined });
  const courses = fc.record({
    legal: oneOf("planned", "proposed", "policyApproved", "established", "adjusted", "repealed"),
    planning: oneOf("none", "approved"),
    clearance: oneOf("notBegun", "underWay", "done"),
    works: oneOf("notBegun", "choosingContractor", "underWay", "basicallyComplete", "accepted"),
    operation: oneOf("none", "tenantsInProcedures", "operating"),
  });
  test("gives the same stage alone, and there is none where the stage is unknown", () => {
    fc.assert(
      fc.property(courses, (all) => {
        const course = courseOfStage(all);
        expect(stageOf(course === null ? {} : { [course]: all[course] })).toBe(stageOf(all));
        expect(course === null).toBe(stageOf(all) === "unknown");
      }),
    );
  });
});

describe("founded", () => {
  test("are established and adjusted zones; a phase never is one", () => {
    expect(isFounded({ legal: "established" })).toBe(true);
    expect(isFounded({ legal: "adjusted" })).toBe(true);
    expect(isFounded({ legal: "policyApproved" })).toBe(false);
    expect(isFounded({ legal: "repealed" })).toBe(false);
    expect(isFounded({ legal: "established", phaseOf: "01a20bf2-9632-7fd8-89f5-d5daca8b16a8" })).toBe(false);
  });
});

describe("moves of a course", () => {
  test("a usual move names what makes it", () => {
    expect(moveBasis("legal", "planned", "established")).toContain("32/2024");
    expect(moveBasis("works", "accepted", "underWay")).toBeNull();
  });
  const period = (from: string, attributes: CoursePeriod["attributes"]): CoursePeriod => ({
    from,
    attributes,
    sources: Object.fromEntries(Object.keys(attributes).map((name) => [name, { change: `${name} ${from}` }])),
  });
  const REOPENED = [
    period("2020-01-01", { works: "accepted" }),
    period("2021-01-01", { works: "underWay", legal: "established" }),
  ];
  const added = (id: string, note: string | null, kind = "set") => ({ id, kind, note });

  test("a move outside the table is listed with its day; the first known state may be any", () => {
    expect(unusualMoves(REOPENED)).toEqual([
      {
        course: "works",
        from: "accepted",
        to: "underWay",
        on: "2021-01-01",
        changes: { from: "works 2020-01-01", to: "works 2021-01-01" },
      },
    ]);
  });
  test("a move outside the table needs a reason of the change that makes it, a blank is none", () => {
    const before = REOPENED.slice(0, 1);
    const missing = (note: string | null) =>
      unreasonedMoves({ before, after: REOPENED, added: [added("works 2021-01-01", note)] });
    expect(missing(null)).toMatchObject([{ course: "works", change: "works 2021-01-01" }]);
    expect(missing("  ")).toHaveLength(1);
    expect(missing("làm lại sau lũ")).toEqual([]);
  });
  test("where the state before is told afterwards, that change gives the reason", () => {
    const late = (note: string | null) =>
      unreasonedMoves({
        before: REOPENED.slice(1),
        after: REOPENED,
        added: [added("works 2020-01-01", note)],
      });
    expect(late(null)).toMatchObject([{ change: "works 2020-01-01" }]);
    expect(late("sổ cũ")).toEqual([]);
  });
  test("what was listed before, and what a withdrawal brings to light, needs no reason anew", () => {
    expect(
      unreasonedMoves({ before: REOPENED, after: REOPENED, added: [added("area 2022-01-01", null)] }),
    ).toEqual([]);
    expect(unreasonedMoves({ before: [], after: REOPENED, added: [added("w", null, "withdraw")] })).toEqual(
      [],
    );
  });
});
