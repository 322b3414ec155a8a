import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/dates.ts";
import { usualCalendar } from "../../law/calendar/counting.ts";
import { USUAL_SETTINGS } from "../../settings/public.ts";
import { USUAL_READING } from "../clock/vocabulary.ts";
import { courseOf, type Happened } from "./course.ts";
import { deadlinesOf, duesOf, firstDue } from "./deadlines.ts";
import { pinned } from "./pinning.ts";
import type { CaseEvent } from "./vocabulary.ts";

let n = 0;
const on = (day: string, event: CaseEvent): Happened => ({ id: `${n++}`, on: plainDate(day), event });

/** What is due in a case after these events, on the calendar that ships. */
function dueIn(procedure: string, happened: readonly Happened[]) {
  const asOf = plainDate("2026-11-27");
  const found = pinned(procedure, { happened, asOf, settings: USUAL_SETTINGS });
  if (found === null) throw new Error(`no procedure ${procedure}`);
  const dues = duesOf(found.version, courseOf(found.steps, happened), {});
  return deadlinesOf(dues, { calendar: usualCalendar(), reading: USUAL_READING });
}

describe("what is due in a case", () => {
  it("is no limit that holds in some cases only: what may not apply makes nobody late", () => {
    const due = dueIn("registrationCertificate", [on("2026-10-27", { kind: "received" })]);
    const limits = due.map((d) => [d.name, d.when === null, d.deadline.dueOn]);
    // Ten working days without an approval before; five where there was one (decree 96/2026, articles 39.3 and 38.1).
    expect(limits).toContainEqual([expect.stringContaining("+"), false, "2026-11-03"]);
    expect(firstDue(due)?.deadline.dueOn).toBe("2026-11-10");
  });

  it("leaves out opinions of others, which are not ours to give", () => {
    const due = dueIn("registrationCertificate", [
      on("2026-10-27", { kind: "received" }),
      on("2026-10-27", { kind: "opinionAsked", body: "Sở Mẫu A", days: 2 }),
    ]);
    expect(due.map((d) => d.body)).toContain("Sở Mẫu A");
    expect(firstDue(due)?.deadline.dueOn).toBe("2026-11-10");
  });

  it("stands while a supplement is waited for, and is nothing once the case has ended", () => {
    const received = on("2026-10-27", { kind: "received" });
    const standing = dueIn("registrationCertificate", [
      received,
      on("2026-10-29", { kind: "supplementAsked" }),
    ]);
    expect(firstDue(standing)).toBeNull();
    expect(dueIn("registrationCertificate", [received, on("2026-11-02", { kind: "decided" })])).toEqual([]);
  });

  it("counts back from the day that was set for the closing of bids, the last one that was told", () => {
    const issued = [
      on("2026-10-19", { kind: "received" }),
      on("2026-10-21", { kind: "stepDone", step: "documents" }),
      on("2026-10-22", { kind: "stepDone", step: "invitation" }),
    ];
    const amendments = (happened: readonly Happened[]) =>
      dueIn("contractorSelection", happened)
        .filter(({ step }) => step === "amendment")
        .map((d) => d.deadline.dueOn);
    // Without the day there is no date, and the page says why.
    expect(amendments(issued)).toEqual([]);
    const set = [
      ...issued,
      on("2026-10-22", { kind: "daySet", step: "closing", day: plainDate("2026-11-20") }),
    ];
    // Ten days before 20/11 for an ordinary package, three working days for a small one.
    expect(amendments(set)).toEqual(["2026-11-10", "2026-11-17"]);
    const moved = [
      ...set,
      on("2026-11-02", { kind: "daySet", step: "closing", day: plainDate("2026-11-27") }),
    ];
    // 24/11 is off, so that three working days before Friday 27/11 are counted past it.
    expect(amendments(moved)).toEqual(["2026-11-17", "2026-11-23"]);
    const due = dueIn("contractorSelection", moved);
    const [told] = due.filter(({ step }) => step === "amendment");
    const lines = told?.deadline.explain().map(({ text }) => text.vi) ?? [];
    expect(lines[0]).toContain("Đóng thầu (ngày đã ấn định)");
    expect(lines.join(" ")).toContain("27/11/2026");
    // It is a right that ends by then: nobody is late by it.
    expect(firstDue(due)).toBeNull();
  });

  it("counts back from the day itself once the step was done, whatever was set", () => {
    const happened = [
      on("2026-10-19", { kind: "received" }),
      on("2026-10-22", { kind: "stepDone", step: "interestInvitation" }),
      on("2026-10-22", { kind: "daySet", step: "interestClosing", day: plainDate("2026-11-05") }),
    ];
    const of = (more: readonly Happened[]) =>
      dueIn("contractorSelection", [...happened, ...more]).find(({ step }) => step === "interestAmendment");
    expect(of([])?.deadline.dueOn).toBe("2026-11-02");
    expect(of([on("2026-11-06", { kind: "stepDone", step: "interestClosing" })])).toBeUndefined();
  });
});
