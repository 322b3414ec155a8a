import { describe, expect, it, test } from "vitest";
import { partialDate, plainDate } from "../../kernel/dates.ts";
import { usualCalendar } from "../../law/calendar/counting.ts";
import { isLaw } from "../../law/marks.ts";
import { type Law, lawOf, stepOf, stepReached, stepsOf } from "./rules.ts";
import { clearanceAttributes, type Step } from "./vocabulary.ts";
import { WAITS } from "./waits.ts";

const OWN = { inventoryDays: 30, originDays: 10 };
const calendar = usualCalendar();

function viewOf(step: Step, round: object, asOf: string, own = OWN) {
  return stepOf(step, { round: clearanceAttributes.parse(round), asOf: plainDate(asOf), own, calendar });
}

type Row = readonly [round: object, asOf: string, step: Step, notBefore: string | null, dueBy: string | null];

const ROWS: readonly Row[] = [
  // The notice: 90 and 180 days until the end of 2025, then 60 and 120; the longer one where the land is not told.
  [{ notice: "2025-03-10", farmLand: true }, "2025-05-01", "recoveryDecision", "2025-06-08", null],
  [{ notice: "2025-03-10", farmLand: false }, "2025-05-01", "recoveryDecision", "2025-09-06", null],
  [{ notice: "2026-02-01", farmLand: true }, "2026-02-10", "recoveryDecision", "2026-04-02", null],
  [{ notice: "2026-02-01", farmLand: false }, "2026-02-10", "recoveryDecision", "2026-06-01", null],
  [{ notice: "2026-02-01" }, "2026-02-10", "recoveryDecision", "2026-06-01", null],
  // A notice of 2025 that waits into 2026: the law of the asked day, unless the plan was approved before.
  [{ notice: "2025-12-01", farmLand: true }, "2025-12-20", "recoveryDecision", "2026-03-01", null],
  [{ notice: "2025-12-01", farmLand: true }, "2026-01-05", "recoveryDecision", "2026-01-30", null],
  [
    { notice: "2025-12-01", farmLand: true, approval: "2025-12-15", resettlement: true },
    "2026-02-01",
    "recoveryDecision",
    "2026-03-01",
    null,
  ],
  // All agree: no wait.
  [{ notice: "2026-02-01", agreed: true }, "2026-02-10", "recoveryDecision", "2026-02-01", null],
  // Issued again: since decree 49/2026 the wait does not run again, before it does.
  [
    { notice: "2025-03-10", noticeAgain: "2026-03-20", farmLand: true },
    "2026-04-01",
    "recoveryDecision",
    "2025-05-09",
    null,
  ],
  [
    { notice: "2024-10-01", noticeAgain: "2025-11-01", farmLand: true },
    "2025-11-10",
    "recoveryDecision",
    "2026-01-30",
    null,
  ],
  // Known to the month alone: counted from its last day.
  [{ notice: "2026-02", farmLand: true }, "2026-03-10", "recoveryDecision", "2026-04-29", null],
  // Posting: 30 days, since 2026 ten.
  [{ postingBegun: "2025-10-01" }, "2025-10-05", "postingEnded", "2025-10-31", null],
  [{ postingBegun: "2026-03-01" }, "2026-03-05", "postingEnded", "2026-03-11", null],
  [{ postingBegun: "2025-12-20" }, "2026-01-05", "postingEnded", "2025-12-30", null],
  [{ postingEnded: "2026-03-11" }, "2026-03-12", "opinions", "2026-03-11", null],
  // Dialogue: within 60 days, since 2026 within 30.
  [{ opinions: "2025-06-01" }, "2025-06-02", "dialogue", null, "2025-07-31"],
  [{ opinions: "2026-06-01" }, "2026-06-02", "dialogue", null, "2026-07-01"],
  // Persuasion for 15 days and ten more before a compulsory inventory.
  [{ inventoryPersuasion: "2026-03-01" }, "2026-03-02", "compulsoryInventory", "2026-03-26", null],
  [{ dossierComplete: "2026-03-01" }, "2026-03-02", "appraisal", null, "2026-03-31"],
  [{ appraisal: "2026-03-20" }, "2026-03-21", "approval", "2026-03-20", null],
  [{ meeting: "2026-01-10" }, "2026-01-11", "notice", "2026-01-10", null],
  // The decision: within ten days of the approval, or of resettlement where there is one.
  [{ approval: "2026-05-01" }, "2026-05-02", "recoveryDecision", null, "2026-05-11"],
  [{ approval: "2026-05-01", resettlement: true }, "2026-05-02", "recoveryDecision", null, null],
  [
    { approval: "2026-05-01", resettlement: true, resettled: "2026-06-01" },
    "2026-06-02",
    "recoveryDecision",
    null,
    "2026-06-11",
  ],
  // It is not due while it may not come yet.
  [
    { notice: "2026-02-01", farmLand: false, approval: "2026-05-01" },
    "2026-05-02",
    "recoveryDecision",
    "2026-06-01",
    "2026-06-01",
  ],
  [{ planPersuasion: "2026-07-01" }, "2026-07-02", "recoveryDecision", "2026-07-11", "2026-07-21"],
  // A limit that ends on a Sunday, or on a holiday, ends with the next working day; a minimum wait does not.
  [{ approval: "2026-05-01" }, "2026-05-02", "payment", null, "2026-06-01"],
  [{ approval: "2026-08-21" }, "2026-08-22", "recoveryDecision", null, "2026-09-03"],
  [{ approval: "2026-01-20" }, "2026-01-21", "payment", null, "2026-02-23"],
  [{ dossierComplete: "2026-10-25" }, "2026-10-26", "appraisal", null, "2026-11-25"],
  [{ inventoryPersuasion: "2026-03-03" }, "2026-03-04", "compulsoryInventory", "2026-03-28", null],
  // What may first be done on a Saturday is due on the Monday after.
  [
    { notice: "2026-02-06", farmLand: false, approval: "2026-05-01" },
    "2026-05-02",
    "recoveryDecision",
    "2026-06-06",
    "2026-06-08",
  ],
  [{ handOverPersuasion: "2026-09-01" }, "2026-09-02", "enforcementDecision", "2026-09-11", "2026-09-21"],
  [{ enforcementMinutes: "2026-09-15" }, "2026-09-16", "handOver", null, "2026-10-15"],
  // Enforcement: ten days after it was received, and on no day off.
  [{ enforcementReceived: "2026-09-11" }, "2026-09-12", "enforcement", "2026-09-21", null],
  [{ enforcementReceived: "2026-08-21" }, "2026-08-22", "enforcement", "2026-09-03", null],
  [{ enforcementReceived: "2026-01-25" }, "2026-01-26", "enforcement", "2026-03-09", null],
  [{ enforcementReceived: "2027-01-15" }, "2027-01-16", "enforcement", "2027-02-22", null],
  // What the province sets by itself.
  [{ notice: "2026-03-01" }, "2026-03-02", "inventory", null, "2026-03-31"],
  [{ inventory: "2026-04-01" }, "2026-04-02", "originConfirmed", null, "2026-04-13"],
  // Before the law of 2024 nothing is counted; nor is anything from a day that has not come.
  [{ notice: "2024-05-01", farmLand: true }, "2024-06-01", "recoveryDecision", null, null],
  [{ notice: "2026-05-01", farmLand: true }, "2026-04-01", "recoveryDecision", null, null],
];

describe("the waits of the law", () => {
  test.each(ROWS)("%j on %s: %s not before %s, due by %s", (round, asOf, step, notBefore, dueBy) => {
    const view = viewOf(step, round, asOf);
    expect([view.notBefore?.day ?? null, view.dueBy?.day ?? null]).toEqual([notBefore, dueBy]);
  });

  it("name their article and tell a default from the law", () => {
    expect(viewOf("recoveryDecision", { notice: "2026-02-01" }, "2026-02-10").notBefore).toMatchObject({
      article: "Nghị quyết 254/2025/QH15, Đ.3.9a",
      mark: "L",
      exact: true,
    });
    const own = viewOf("inventory", { notice: "2026-03-01" }, "2026-03-02", { ...OWN, inventoryDays: 45 });
    expect(own.dueBy).toMatchObject({ day: "2026-04-15", mark: "P" });
    expect(isLaw("P")).toBe(false);
    for (const wait of WAITS)
      expect([wait.step, isLaw(wait.mark)]).toEqual([wait.step, typeof wait.days !== "string"]);
  });

  it("say that they are not exact where a day is known to the month alone", () => {
    expect(viewOf("recoveryDecision", { notice: "2026-02" }, "2026-03-10").notBefore?.exact).toBe(false);
  });

  it("never hold twice on one day for the same step, start and case", () => {
    const days = ["2024-08-01", "2025-12-31", "2026-01-01", "2030-01-01"].map(plainDate);
    for (const day of days) {
      const held = WAITS.filter(
        (w) => w.effectiveFrom <= day && (w.effectiveTo === null || day < w.effectiveTo),
      );
      const names = held.map((w) => `${w.step} ${w.kind} ${w.start} ${w.when}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe("the notice", () => {
  test.each([
    [{ notice: "2025-03-10" }, "2025-06-01", "2026-03-11"],
    [{ notice: "2024-08-01" }, "2025-06-01", "2025-08-02"],
    [{ notice: "2024-07-31" }, "2025-06-01", "2026-01-01"],
    [{ notice: "2023-11" }, "2025-06-01", "2026-01-01"],
    [{ notice: "2025-03-10", noticeAgain: "2026-03-20" }, "2026-04-01", "2027-03-21"],
    [{ notice: "2025-03-10", recoveryDecision: "2025-12-01" }, "2026-06-01", null],
  ])("%j on %s lapses on %s", (round, asOf, lapses) => {
    expect(viewOf("notice", round, asOf).lapses?.day ?? null).toBe(lapses);
  });

  it("that lapsed lets nothing be decided until it is issued again", () => {
    const old = { notice: "2025-03-10", farmLand: true };
    expect(viewOf("recoveryDecision", old, "2026-03-10").state).toBe("open");
    expect(viewOf("recoveryDecision", old, "2026-03-11").state).toBe("lapsed");
    expect(viewOf("recoveryDecision", { ...old, noticeAgain: "2026-03-20" }, "2026-03-21").state).toBe(
      "open",
    );
    const asOf = plainDate("2026-03-11");
    const steps = stepsOf({ round: clearanceAttributes.parse(old), asOf, own: OWN, calendar });
    expect(steps.map((s) => s.step)).toContain("noticeAgain");
  });
});

describe("the state of a step", () => {
  const farm = { notice: "2026-02-01", farmLand: true };
  test.each([
    [{ ...farm }, "2026-04-01", "recoveryDecision", "waiting"],
    [{ ...farm }, "2026-04-02", "recoveryDecision", "open"],
    [{ ...farm, approval: "2026-04-10" }, "2026-04-20", "recoveryDecision", "open"],
    [{ ...farm, approval: "2026-04-10" }, "2026-04-21", "recoveryDecision", "overdue"],
    [{ ...farm, recoveryDecision: "2026-04-01" }, "2026-05-01", "recoveryDecision", "early"],
    [{ ...farm, recoveryDecision: "2026-04-02" }, "2026-05-01", "recoveryDecision", "done"],
    // In April: nobody can say that it was on the first.
    [{ ...farm, recoveryDecision: "2026-04" }, "2026-05-01", "recoveryDecision", "done"],
    [
      { ...farm, approval: "2026-04-10", recoveryDecision: "2026-04-25" },
      "2026-05-01",
      "recoveryDecision",
      "late",
    ],
    [
      { notice: "2024-03-01", recoveryDecision: "2026-02-01" },
      "2026-05-01",
      "recoveryDecision",
      "afterLapse",
    ],
    [{ notice: "2024-03-01", recoveryDecision: "2025-12-31" }, "2026-05-01", "recoveryDecision", "done"],
    // Decided under the law of its day, asked under that of today.
    [
      { notice: "2025-03-10", farmLand: true, recoveryDecision: "2025-06-01" },
      "2026-05-01",
      "recoveryDecision",
      "early",
    ],
    [{ ...farm, recoveryDecision: "2026-06-01" }, "2026-05-01", "recoveryDecision", "open"],
  ] satisfies ReadonlyArray<readonly [object, string, Step, string]>)(
    "%j on %s: %s is %s",
    (round, asOf, step, state) => {
      expect(viewOf(step, round, asOf).state).toBe(state);
    },
  );

  it("is told of the steps that every round takes, and of others only once they are called for", () => {
    const steps = (round: object) =>
      stepsOf({
        round: clearanceAttributes.parse(round),
        asOf: plainDate("2026-05-01"),
        own: OWN,
        calendar,
      }).map((s) => s.step);
    expect(steps({})).not.toContain("enforcement");
    expect(steps({ handOverPersuasion: "2026-04-01" })).toContain("enforcementDecision");
    expect(steps({ enforcementDecision: "2026-04-01" })).toContain("enforcement");
  });

  it("reached is the last that is done on the day, not one that is planned", () => {
    const round = clearanceAttributes.parse({
      meeting: "2026-01-10",
      notice: "2026-02-01",
      approval: "2026-09-01",
    });
    expect(stepReached(round, plainDate("2026-05-01"))).toBe("notice");
    expect(stepReached({}, plainDate("2026-05-01"))).toBeNull();
  });
});

test.each([
  [{}, "2024-07-31", "before"],
  [{}, "2024-08-01", "law"],
  [{}, "2026-01-01", "resolution"],
  [{}, "2026-01-31", "decree"],
  [{ approval: partialDate("2025-12-31") }, "2026-06-01", "law"],
  [{ approval: partialDate("2026-01-01") }, "2026-06-01", "decree"],
] satisfies ReadonlyArray<readonly [object, string, Law]>)(
  "a round %j on %s follows the law “%s”",
  (round, asOf, law) => {
    expect(lawOf(round, plainDate(asOf))).toBe(law);
  },
);
