import { describe, expect, it } from "vitest";
import { CRITERIA, PASS, ranking, totalOf } from "./scores.ts";

const sheet = (applicant: string, ...points: number[]) => ({
  applicant,
  scores: Object.fromEntries(CRITERIA.map(({ key }, i) => [key, points[i] ?? 0])),
});

describe("score sheets", () => {
  it("hold 100 points by the decree", () => {
    expect(CRITERIA.map((c) => c.most)).toEqual([15, 15, 30, 40]);
    expect(totalOf(sheet("a", 15, 15, 30, 40))).toBe(100);
  });

  it("rank applicants by the mean of their sheets, and 50 passes", () => {
    const ranked = ranking(
      ["a", "b", "c"],
      [sheet("a", 10, 10, 10, 19), sheet("a", 10, 10, 10, 21), sheet("b", 9, 9, 9, 9)],
    );
    expect(ranked).toEqual([
      { applicant: "a", mean: 50, sheets: 2 },
      { applicant: "b", mean: 36, sheets: 1 },
      { applicant: "c", mean: null, sheets: 0 },
    ]);
    expect(PASS).toBe(50);
  });
});
