import { describe, expect, test } from "vitest";
import { countsOf, statesAsked } from "./narrowing.ts";
import type { CaseCount } from "./store.ts";

const row = (of: Partial<CaseCount>): CaseCount => ({
  ...{ procedure: "a", step: "notice", unit: "u1", zone: "z1", state: "open", late: false, count: 1, ...of },
});
const named = (key: string) => `Mẫu ${key}`;
const labels = { procedure: named, step: named, unit: named, zone: named };

describe("the counts beside the choices of a list", () => {
  const rows = [
    row({ count: 3 }),
    row({ late: true, count: 2 }),
    row({ procedure: "b", unit: "u2", state: "waiting", count: 4 }),
    row({ step: null, zone: null, state: "decided", count: 5 }),
  ];

  test("leave the other choices as they are, and a choice's own aside", () => {
    const counts = countsOf(rows, { procedure: "a", state: "running" }, labels);
    expect(counts.total).toBe(5);
    expect(counts.procedures.map((f) => [f.id, f.count])).toEqual([
      ["a", 5],
      ["b", 4],
    ]);
    expect(counts.units).toEqual([{ id: "u1", label: "Mẫu u1", count: 5 }]);
    expect(counts.states).toMatchObject({ running: 5, late: 2, ended: 5, open: 5, waiting: 0, decided: 5 });
  });

  test("count as late only what runs and is late", () => {
    expect(countsOf(rows, { state: "late" }, labels).total).toBe(2);
    expect(statesAsked("late")).toEqual(["open", "waiting"]);
    expect(statesAsked("ended")).not.toContain("open");
    expect(statesAsked(undefined)).toBeUndefined();
  });

  test("name nothing whose name the asker may not see", () => {
    expect(countsOf(rows, {}, { ...labels, zone: () => null }).zones).toEqual([]);
  });
});
