import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate } from "../../kernel/dates.ts";
import { type Period, timeLineOf } from "./timeSpans.ts";

const until = plainDate("2026-11-24");

describe("the line of time of a zone", () => {
  it("begins with the first period and an open period runs to its end", () => {
    const periods: Period[] = [
      { from: plainDate("2020-10-16"), to: plainDate("2023-11-01"), text: "đã thành lập" },
      { from: plainDate("2023-11-01"), to: null, text: "đang giải phóng mặt bằng" },
    ];
    const line = timeLineOf(periods, until);
    expect([line?.from, line?.to]).toEqual(["2020-10-16", "2026-11-24"]);
    const spans = line?.spans(periods) ?? [];
    expect(spans.map((s) => s.open)).toEqual([false, true]);
    expect(spans[0]?.left).toBe(0);
    expect((spans[1]?.left ?? 0) + (spans[1]?.width ?? 0)).toBeCloseTo(100);
  });

  it("is none where there is no period", () => {
    expect(timeLineOf([], until)).toBeNull();
  });

  it("keeps every period within the line", () => {
    const day = fc.integer({ min: 0, max: 9000 }).map((n) => addDays(plainDate("2005-01-01"), n));
    const period = fc.record({ from: day, length: fc.option(fc.integer({ min: 1, max: 4000 })) }).map(
      ({ from, length }): Period => ({
        from,
        to: length === null ? null : addDays(from, length),
        text: "",
      }),
    );
    fc.assert(
      fc.property(fc.array(period, { minLength: 1 }), (periods) => {
        for (const span of timeLineOf(periods, until)?.spans(periods) ?? []) {
          expect(span.left).toBeGreaterThanOrEqual(0);
          expect(span.left + span.width).toBeLessThanOrEqual(100.0001);
        }
      }),
    );
  });
});
