import { describe, expect, it } from "vitest";
import { addDays, plainDate } from "../../kernel/dates.ts";
import { daysTaken, percentileOf } from "./quantiles.ts";

const day = plainDate("2025-01-01");
const taken = (days: number, to = "2025-12-31") => ({
  from: addDays(plainDate(to), -days),
  to: plainDate(to),
});
const year = { from: day, to: plainDate("2025-12-31") };

describe("the days that something took", () => {
  it("are a median and a 90th percentile that really happened", () => {
    const finished = [5, 1, 3, 2, 4, 10, 9, 8, 7, 6].map((days) => taken(days));
    expect(daysTaken(finished, year)).toEqual({ count: 10, median: 5, ninetieth: 9 });
  });
  it("are of those finished within the time, both ends included", () => {
    const finished = [taken(3, "2024-12-31"), taken(5, "2025-01-01"), taken(7, "2026-01-01")];
    expect(daysTaken(finished, year)).toEqual({ count: 1, median: 5, ninetieth: 5 });
  });
  it("are not known where nothing was finished: never 0", () => {
    expect(daysTaken([], year)).toEqual({ count: 0, median: null, ninetieth: null });
    expect(percentileOf([], 90)).toBeNull();
  });
});
