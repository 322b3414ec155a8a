/** What a decision changes, and that it changes nothing but what its case is about. */

import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { telling } from "../../recording/vocabulary.ts";
import { CATALOGUE } from "../catalogue/catalogue.ts";
import { tellsOf } from "./deciding.ts";
import { decisionOf } from "./decisions.ts";

const [ZONE, PROJECT, PLOT, OTHER] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
const named = (id: string) => ({ id, label: "Mẫu" });
const NONE = { zone: null, project: null, plot: null };

function told(of: object) {
  const paper = { kind: "known", id: uuidv7() };
  const base = { paper, subject: null, from: { kind: "on", date: "2026-10-20" }, expected: 0 };
  return telling.parse({ ...base, ...of });
}

describe("what a decision changes", () => {
  it("is the record that the case is about, or one that it makes where there is none", () => {
    const procedure = { key: "registrationCertificate", label: "" };
    expect(decisionOf({ ...NONE, procedure, project: named(PROJECT) })?.set).toEqual({ status: "certified" });
    expect(decisionOf({ ...NONE, procedure })?.makes).toBe("project");
    expect(decisionOf({ ...NONE, procedure, zone: named(ZONE) })).toBeNull();
    const lease = { key: "landLease", label: "" };
    expect(decisionOf({ ...NONE, procedure: lease, plot: named(PLOT) })?.about).toBe("lease");
    expect(decisionOf({ ...NONE, procedure: lease })).toBeNull();
  });

  it("asks for nothing that it does not show", () => {
    for (const { key } of CATALOGUE) {
      const all = { zone: named(ZONE), project: named(PROJECT), plot: named(PLOT) };
      const change = decisionOf({ ...all, procedure: { key, label: "" } });
      for (const field of change?.needed ?? [])
        expect([key, change?.fields]).toEqual([key, expect.arrayContaining([field])]);
    }
  });
});

describe("the paper of a decision", () => {
  it("tells of the zone, the project or the plot of its case, and of no other", () => {
    expect(tellsOf(told({ about: "zone", subject: ZONE }), { zone: ZONE })).toBe(true);
    expect(tellsOf(told({ about: "zone", subject: OTHER }), { zone: ZONE })).toBe(false);
    expect(tellsOf(told({ about: "zone", subject: null }), { zone: ZONE })).toBe(false);
    expect(tellsOf(told({ about: "project", subject: PROJECT }), { project: PROJECT })).toBe(true);
    expect(tellsOf(told({ about: "project", subject: OTHER }), { project: PROJECT })).toBe(false);
    expect(tellsOf(told({ about: "zone", subject: ZONE }), { project: PROJECT })).toBe(false);
    expect(tellsOf(told({ about: "lease", set: { plot: PLOT } }), { plot: PLOT })).toBe(true);
    expect(tellsOf(told({ about: "lease", set: { plot: OTHER } }), { plot: PLOT })).toBe(false);
  });

  it("makes what a case is about that is not in the register, and tells of nothing besides", () => {
    expect(tellsOf(told({ about: "zone" }), {})).toBe(true);
    expect(tellsOf(told({ about: "project" }), {})).toBe(true);
    const also = [{ subject: OTHER, set: { name: "Mẫu" } }];
    expect(tellsOf(told({ about: "zone", subject: ZONE, also }), { zone: ZONE })).toBe(false);
    expect(tellsOf(told({ about: "entry" }), { zone: ZONE })).toBe(false);
  });
});
