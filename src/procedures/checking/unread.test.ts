/** No procedure is passed over in silence: it is answered, or it is said what was not read; and the checks that came last. */
import { describe, expect, it } from "vitest";
import { answers, checked, LAW_DAYS } from "../../../tests/checks.ts";
import { addDays, plainDate } from "../../kernel/dates.ts";
import { USUAL_SETTINGS } from "../../settings/rules.ts";
import { CATALOGUE, findProcedure } from "../catalogue/catalogue.ts";
import { unreadOf } from "./unread.ts";
import type { Given } from "./vocabulary.ts";

describe("a check", () => {
  it("is silent of no procedure on no day: it answers something, or says what was not read and why", () => {
    const silent: string[] = [];
    for (const procedure of CATALOGUE) {
      for (const { effectiveFrom, effectiveTo, coded } of procedure.versions) {
        const last = effectiveTo === null ? "2027-06-01" : addDays(effectiveTo, -1);
        for (const on of [effectiveFrom ?? "2015-01-01", last]) {
          const unread = unreadOf(procedure, { day: plainDate(on), settings: USUAL_SETTINGS });
          for (const kind of ["park", "cluster", null] as const) {
            for (const about of ["zone", "project", "plot", null] as const) {
              const items = checked(procedure.key, on, { kind, about });
              if (items.length + unread.length === 0) silent.push(`${procedure.key} ${on} ${kind} ${about}`);
            }
          }
          // Of days whose text was not read that is said, whatever else is answered.
          if (!coded && unread.length === 0) silent.push(`${procedure.key} ${on} not coded`);
        }
      }
    }
    expect(silent).toEqual([]);
  });

  it("says what was not read by a text that is in force that day", () => {
    const settings = USUAL_SETTINGS;
    for (const on of LAW_DAYS) {
      for (const procedure of CATALOGUE) {
        for (const { says, source } of unreadOf(procedure, { day: plainDate(on), settings })) {
          expect([says.vi.length, says.en.length].every((n) => n > 20)).toBe(true);
          if (source !== null) expect(source.vi.length).toBeGreaterThan(5);
        }
      }
    }
    const zoning = findProcedure("zoningPlan");
    if (zoning === null) throw new Error("it is in the catalogue");
    const of = (on: string) =>
      unreadOf(zoning, { day: plainDate(on), settings }).map(({ source }) => source?.vi);
    expect(of("2025-06-30")).toEqual([undefined]);
    expect(of("2025-07-01")).toEqual(["Luật Quy hoạch đô thị và nông thôn 47/2024/QH15"]);
  });
});

describe("what was added where nothing was checked", () => {
  const on = "2026-11-27";

  it("a park needs its zoning plan, which the Board approves; of a cluster nothing was read", () => {
    expect(answers("zoningPlan", on, { kind: "park", listed: true })).toEqual({
      ...{ needed: "yes", inPlan: "yes", board: "yes" },
    });
    expect(answers("zoningPlan", on, { kind: "cluster", listed: true })).toEqual({
      ...{ needed: "unknown", inPlan: "unknown", board: "unknown" },
    });
    const marks = checked("zoningPlan", on, { kind: "park" }).map(({ mark }) => mark);
    expect(marks).toEqual(["G", "G", "P"]);
  });

  it("a cluster's developer is not chosen by tender; of a park it is not known", () => {
    const needed = (kind: "park" | "cluster", day = on) => answers("investorTender", day, { kind }).needed;
    expect([needed("cluster"), needed("park"), needed("cluster", "2024-04-30")]).toEqual([
      ...["no", "unknown", undefined],
    ]);
  });

  it("the basic design of a cluster comes after its detailed plan", () => {
    const planned = (of: boolean | null, about: "zone" | "project" = "zone") =>
      answers("basicDesignAppraisal", on, { about, kind: "cluster", planned: of }).planned;
    expect([planned(true), planned(false), planned(null), planned(false, "project")]).toEqual([
      ...["yes", "no", "unknown", "unknown"],
    ]);
  });

  it("what moves by a late hand-over of the land alone needs no adjustment, and may go the short track", () => {
    const of = (given: Partial<Given>, key = "policyAdjustmentShort") => answers(key, on, { given });
    expect(of({ landLate: true })).toMatchObject({ needed: "no", short: "yes" });
    expect(of({ addressOnly: true })).toMatchObject({ needed: "unknown", short: "yes" });
    expect(of({ landLate: false, addressOnly: false }).short).toBe("unknown");
    expect(answers("policyAdjustmentShort", "2026-03-30", { given: { landLate: true } })).toEqual({});
  });

  it("24 months of delay are within the limit; more may be, for causes that the law lists", () => {
    const delay = (months: number) =>
      answers("policyAdjustmentProvince", on, { given: { delay: months } }).delay;
    expect([delay(24), delay(25)]).toEqual(["yes", "unknown"]);
  });

  it("an adjustment is for who approved, and for what was approved or certified", () => {
    const body = (key: string) => answers(key, on, { about: "project", kind: "park", approved: true });
    expect(body("policyAdjustmentProvince")).toMatchObject({ body: "no", approved: "yes" });
    expect(body("policyAdjustmentBoard")).toMatchObject({ body: "unknown", approved: "yes" });
    const certificate = (particularsOnly: boolean) =>
      answers("certificateAdjustment", on, { kind: "park", certified: true, given: { particularsOnly } });
    expect(certificate(true)).toMatchObject({ board: "yes", certified: "yes", quick: "yes" });
    expect(certificate(false).quick).toBe("no");
  });
});
