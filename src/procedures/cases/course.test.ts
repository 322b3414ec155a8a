import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/dates.ts";
import { type CourseStep, courseOf, type Happened } from "./course.ts";
import { objectionTo } from "./objections.ts";
import type { CaseEvent } from "./vocabulary.ts";

const step = (key: string, more: Partial<CourseStep> = {}): CourseStep => ({
  key,
  title: { vi: `Bước ${key}`, en: `Step ${key}` },
  optional: false,
  decides: false,
  receives: false,
  dated: false,
  ...more,
});
const STEPS = [
  step("notice"),
  step("window"),
  step("council", { optional: true }),
  step("appraise"),
  step("decide", { decides: true }),
];
let n = 0;
const on = (day: string, event: CaseEvent): Happened => ({ id: `${n++}`, on: plainDate(day), event });
const received = on("2026-10-01", { kind: "received" });
const objection = (
  happened: readonly Happened[],
  day: string,
  event: CaseEvent,
  rules = { oneRequest: true, oneStop: true, extensions: 1 },
) =>
  objectionTo({ event, on: plainDate(day) }, courseOf(STEPS, happened), {
    ...{ steps: STEPS, rules, today: plainDate("2026-11-27") },
  })?.code ?? null;

describe("courseOf", () => {
  it("sits in the first step from receipt on, and in the next once that is done", () => {
    expect(courseOf(STEPS, []).current).toBeNull();
    expect(courseOf(STEPS, [received]).current).toBe("notice");
    const after = courseOf(STEPS, [received, on("2026-10-05", { kind: "stepDone", step: "notice" })]);
    expect(after.current).toBe("window");
    expect(after.steps.map((s) => [s.key, s.state, s.begunOn, s.doneOn])).toEqual([
      ["notice", "done", "2026-10-01", "2026-10-05"],
      ["window", "underWay", "2026-10-05", null],
      ["council", "ahead", null, null],
      ["appraise", "ahead", null, null],
      ["decide", "ahead", null, null],
    ]);
  });

  it("takes receipt for the first step that receives, and a complete dossier for the next", () => {
    const steps = [
      step("letter", { receives: true }),
      ...[step("submission"), step("complete", { receives: true }), step("decide", { decides: true })],
    ];
    expect(courseOf(steps, [received]).current).toBe("submission");
    const submitted = on("2026-10-05", { kind: "stepDone", step: "submission" });
    const completed = on("2026-10-06", { kind: "completed" });
    const course = courseOf(steps, [received, submitted, completed]);
    expect(course).toMatchObject({ current: "decide", completedOn: "2026-10-06" });
    const told = on("2026-10-06", { kind: "stepDone", step: "complete" });
    expect(courseOf(steps, [received, submitted, told]).completedOn).toBe("2026-10-06");
  });

  it("passes over an optional step", () => {
    const course = courseOf(STEPS, [
      ...[received, on("2026-10-05", { kind: "stepDone", step: "notice" })],
      ...[
        on("2026-10-20", { kind: "stepDone", step: "window" }),
        on("2026-11-02", { kind: "stepDone", step: "appraise" }),
      ],
    ]);
    expect(course.steps[2]?.state).toBe("passedOver");
    expect(course.current).toBe("decide");
  });

  it("stands while a supplement is waited for, and goes on when it comes", () => {
    const asked = on("2026-10-07", { kind: "supplementAsked" });
    expect(courseOf(STEPS, [received, asked])).toMatchObject({ state: "waiting", supplements: 1 });
    const came = courseOf(STEPS, [received, asked, on("2026-10-12", { kind: "supplementReceived" })]);
    expect(came.state).toBe("open");
    expect(came.standstills).toEqual([{ from: "2026-10-07", to: "2026-10-12", why: "supplement" }]);
  });

  it("ends with a decision, which ends a standstill, too", () => {
    const course = courseOf(STEPS, [
      ...[received, on("2026-10-07", { kind: "paused" }), on("2026-11-02", { kind: "decided" })],
    ]);
    expect(course).toMatchObject({ state: "decided", endedOn: "2026-11-02", current: null });
    expect(course.standstills[0]?.to).toBe("2026-11-02");
    expect(course.steps.at(-1)).toMatchObject({ state: "done", doneOn: "2026-11-02" });
  });

  it("keeps every consultation by itself", () => {
    const course = courseOf(STEPS, [
      ...[received, on("2026-10-05", { kind: "opinionAsked", body: "Sở Mẫu A", days: 7 })],
      ...[on("2026-10-05", { kind: "opinionAsked", body: "Sở Mẫu B", days: 7 })],
      on("2026-10-09", { kind: "opinionGiven", body: "Sở Mẫu B" }),
    ]);
    expect(course.opinions.map((o) => [o.body, o.givenOn])).toEqual([
      ["Sở Mẫu A", null],
      ["Sở Mẫu B", "2026-10-09"],
    ]);
  });
});

describe("objectionTo", () => {
  const noticed = on("2026-10-05", { kind: "stepDone", step: "notice" });
  it("refuses a paper of a step already passed", () => {
    expect(objection([received, noticed], "2026-10-06", { kind: "stepDone", step: "notice" })).toBe(
      "case.stepPassed",
    );
  });
  it("refuses a step before the one that must come first, and lets an optional one be passed over", () => {
    expect(objection([received, noticed], "2026-10-06", { kind: "stepDone", step: "appraise" })).toBe(
      "case.stepAhead",
    );
    const windowed = [received, noticed, on("2026-10-20", { kind: "stepDone", step: "window" })];
    expect(objection(windowed, "2026-10-21", { kind: "stepDone", step: "appraise" })).toBeNull();
  });
  it("takes the step that decides only with its paper", () => {
    expect(objection([received], "2026-10-06", { kind: "stepDone", step: "decide" })).toBe("case.decides");
    expect(objection([received], "2026-10-06", { kind: "decided" })).toBeNull();
  });
  it("refuses a step that the procedure does not have", () => {
    expect(objection([received], "2026-10-06", { kind: "stepDone", step: "lottery" })).toBe(
      "case.stepUnknown",
    );
  });
  it("refuses what lies before the last thing, or has not come yet", () => {
    expect(objection([received, noticed], "2026-10-04", { kind: "completed" })).toBe("case.beforeLast");
    expect(objection([received], "2026-11-28", { kind: "completed" })).toBe("case.future");
  });
  it("allows one request where the law says so, and more where it does not", () => {
    const asked = [
      ...[
        received,
        on("2026-10-07", { kind: "supplementAsked" }),
        on("2026-10-12", { kind: "supplementReceived" }),
      ],
    ];
    expect(objection(asked, "2026-10-13", { kind: "supplementAsked" })).toBe("case.oneRequest");
    const many = { oneRequest: false, oneStop: false, extensions: 1 };
    expect(objection(asked, "2026-10-13", { kind: "supplementAsked" }, many)).toBeNull();
  });
  it("knows what is waited for", () => {
    expect(objection([received], "2026-10-06", { kind: "supplementReceived" })).toBe("case.notStanding");
    expect(
      objection([received, on("2026-10-06", { kind: "paused" })], "2026-10-07", { kind: "paused" }),
    ).toBe("case.standing");
  });
  it("allows as many extensions as the law", () => {
    expect(objection([received], "2026-10-06", { kind: "extended", days: 5 })).toBeNull();
    const once = [received, on("2026-10-06", { kind: "extended", days: 5 })];
    expect(objection(once, "2026-10-07", { kind: "extended", days: 5 })).toBe("case.extended");
  });
  it("takes an opinion only of who was asked", () => {
    expect(objection([received], "2026-10-06", { kind: "opinionGiven", body: "Sở Mẫu A" })).toBe(
      "case.opinionUnknown",
    );
  });
  it("lets nothing but keeping happen after the end", () => {
    const ended = [received, on("2026-11-02", { kind: "decided" })];
    expect(objection(ended, "2026-11-03", { kind: "completed" })).toBe("case.ended");
    expect(objection(ended, "2026-11-03", { kind: "kept" })).toBeNull();
    expect(objection(ended, "2026-11-03", { kind: "received" })).toBe("case.ended");
  });
});
