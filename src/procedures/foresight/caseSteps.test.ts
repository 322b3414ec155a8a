import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/dates.ts";
import { type CourseStep, courseOf, type Happened } from "../cases/course.ts";
import type { CaseEvent } from "../cases/vocabulary.ts";
import { aheadOf, stepsTaken } from "./caseSteps.ts";

const step = (key: string, more: Partial<CourseStep> = {}): CourseStep => ({
  ...{ key, title: { vi: key, en: key }, optional: false, decides: false, receives: false, dated: false },
  ...more,
});
const STEPS = [
  step("receive", { receives: true }),
  step("opinions", { optional: true }),
  step("appraise"),
  step("decide", { decides: true }),
  step("publish"),
];

type Days = ReadonlyArray<readonly [string, CaseEvent["kind"], string?]>;
const told = (days: Days) => {
  const happened = days.map(([on, kind, step], at): Happened => {
    const event = step === undefined ? { kind } : { kind, step };
    return { id: String(at), on: plainDate(on), event };
  });
  return { register: "real" as const, steps: STEPS, course: courseOf(STEPS, happened) };
};
const taken = (days: Days) =>
  stepsTaken(told(days)).map(({ key, spell, isPassed }) => [
    ...[key, spell.from, spell.to, spell.leftOn ?? (isPassed ? "passed" : null)],
  ]);

describe("how long each step took a case", () => {
  const received = ["2026-01-05", "received"] as const;
  it("from when the one before was done; an optional one that was passed over took no day", () => {
    const days = [received, ["2026-02-05", "stepDone", "appraise"], ["2026-02-20", "decided"]] as const;
    expect(taken(days)).toEqual([
      ["receive", "2026-01-05", "2026-01-05", null],
      ["opinions", "2026-01-05", "2026-01-05", "passed"],
      ["appraise", "2026-01-05", "2026-02-05", null],
      ["decide", "2026-02-05", "2026-02-20", null],
    ]);
  });

  it("is open in the step that it sits in, and left where the case was withdrawn there", () => {
    const done = ["2026-02-05", "stepDone", "appraise"] as const;
    expect(taken([received, done]).at(-1)).toEqual(["decide", "2026-02-05", null, null]);
    expect(taken([received, done, ["2026-03-01", "withdrawn"]]).at(-1)).toEqual([
      ...["decide", "2026-02-05", null, "2026-03-01"],
    ]);
  });

  it("says nothing of steps to which a refused case never came", () => {
    expect(taken([received, ["2026-01-20", "refused"]]).map(([key]) => key)).toEqual(["receive", "decide"]);
  });
});

describe("what a case waits for", () => {
  it("the step that it sits in and all up to its decision", () => {
    const waiting = aheadOf(told([["2026-01-05", "received"]]));
    expect([waiting?.since, waiting?.steps.map((s) => s.key)]).toEqual([
      ...["2026-01-05", ["opinions", "appraise", "decide"]],
    ]);
  });
  it("nothing, once it has ended", () => {
    expect(
      aheadOf(
        told([
          ["2026-01-05", "received"],
          ["2026-01-20", "refused"],
        ]),
      ),
    ).toBeNull();
  });
});
