import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, partialDate, plainDate } from "../../kernel/dates.ts";
import { type ChartPoint, chartOf } from "./chart.ts";

const asOf = plainDate("2023-11-30");
const point = (date: string, value: number | null, stale = false): ChartPoint => ({
  date: plainDate(date),
  value,
  basis: "records",
  stale,
});
const box = { width: 800, height: 232, asOf, reports: [], kind: "stock" } as const;

describe("the chart of a stock", () => {
  const points = [
    point("2019-01-01", null),
    point("2020-10-16", 1),
    point("2021-09-21", 2),
    point("2023-11-01", 6),
    point("2024-12-01", 6, true),
  ];

  it("holds every value until the next, and the last until the end", () => {
    const { steps } = chartOf({ ...box, points });
    expect(steps.map((s) => s.value)).toEqual([1, 2, 6, 6]);
    for (const [at, step] of steps.entries()) {
      const next = steps[at + 1];
      if (next !== undefined) expect(step.x2).toBeCloseTo(next.x1);
    }
  });

  it("hatches the time of which nothing is known instead of drawing 0", () => {
    const { unknown, steps } = chartOf({ ...box, points });
    expect(unknown).toHaveLength(1);
    expect(unknown[0]?.x2).toBeCloseTo(steps[0]?.x1 ?? 0);
  });

  it("labels a value once, however long it goes on", () => {
    const { steps } = chartOf({ ...box, points });
    expect(steps.map((s) => s.labelled)).toEqual([true, true, true, false]);
  });

  it("begins at 0, so that heights can be compared", () => {
    const { steps, base } = chartOf({ ...box, points });
    const [one, two] = steps;
    expect((base - (two?.y ?? 0)) / (base - (one?.y ?? 0))).toBeCloseTo(2);
  });
});

describe("what is only reported", () => {
  it("spans the period for which it was published, even outside the recorded days", () => {
    const { reports } = chartOf({
      ...box,
      kind: "flow",
      points: [],
      reports: [
        { value: 21, period: { from: partialDate("2021"), to: partialDate("2023") }, label: "Báo A" },
      ],
    });
    expect(reports).toHaveLength(1);
    expect((reports[0]?.x2 ?? 0) - (reports[0]?.x1 ?? 0)).toBeGreaterThan(600);
    expect(reports[0]?.labelled).toBe(true);
  });

  it("is drawn once where the course itself rests on the published total", () => {
    const years = { from: partialDate("2021"), to: partialDate("2023") };
    const reported = { ...point("2021-01-01", 21), basis: "reported" as const };
    const { reports, steps } = chartOf({
      ...box,
      points: [reported],
      reports: [{ value: 21, period: years, label: "Báo A" }],
    });
    expect(reports).toEqual([]);
    expect(steps).toMatchObject([{ value: 21, basis: "reported", labelled: true }]);
  });

  it("needs no label of its own where the recorded value beside it is the same", () => {
    const month = { from: partialDate("2023-11"), to: partialDate("2023-11") };
    const { reports } = chartOf({
      ...box,
      points: [point("2023-11-01", 6)],
      reports: [{ value: 6, period: month, label: "Báo A" }],
    });
    expect(reports[0]?.labelled).toBe(false);
  });
});

describe("a chart that shares its days with others", () => {
  const days = { from: plainDate("2019-01-01"), to: plainDate("2026-12-31") };
  const report = (from: string, to: string) => ({
    ...{ value: 21, label: "Báo A" },
    period: { from: partialDate(from), to: partialDate(to) },
  });

  it("has the asked day where they have it, whatever it shows itself", () => {
    const one = chartOf({ ...box, days, points: [point("2020-10-16", 1)] });
    const other = chartOf({
      ...box,
      days,
      points: [point("2024-01-01", 7)],
      reports: [report("2010", "2011")],
    });
    expect(one.askedX).toBe(other.askedX);
    expect(chartOf({ ...box, points: [point("2020-10-16", 1)] }).askedX).not.toBe(one.askedX);
  });

  it("shows of what was published before only the part that lies in these days", () => {
    const { reports } = chartOf({
      ...box,
      days,
      points: [],
      reports: [report("2010", "2011"), report("2016", "2020")],
    });
    expect(reports).toHaveLength(1);
    expect(reports[0]?.x1).toBeGreaterThanOrEqual(0);
  });

  it("hatches of a flow what neither records nor papers tell, and not the time of a published total", () => {
    const { unknown, reports } = chartOf({
      ...box,
      days,
      kind: "flow",
      points: [],
      reports: [report("2021", "2023")],
    });
    const [total] = reports;
    expect(unknown).toHaveLength(2);
    expect(unknown[0]?.x2).toBeCloseTo(total?.x1 ?? 0);
    expect(unknown[1]?.x1).toBeCloseTo(total?.x2 ?? 0);
  });
});

describe("any course", () => {
  it("stays inside its box, with the asked day on it", () => {
    const value = fc.option(fc.integer({ min: 0, max: 10 ** 13 }));
    const courses = fc
      .array(fc.record({ gap: fc.integer({ min: 1, max: 900 }), value }), { maxLength: 40 })
      .map((gaps) => {
        let day = plainDate("2005-01-01");
        return gaps.map((g) => {
          day = addDays(day, g.gap);
          return { date: day, value: g.value, basis: "records" as const, stale: false };
        });
      });
    fc.assert(
      fc.property(courses, fc.integer({ min: 240, max: 1400 }), (points, width) => {
        const chart = chartOf({ ...box, points, width });
        const inside = (x: number) => x >= -0.01 && x <= width + 0.01;
        expect(inside(chart.askedX)).toBe(true);
        for (const mark of [...chart.steps, ...chart.unknown]) {
          expect(inside(mark.x1) && inside(mark.x2) && mark.x1 <= mark.x2).toBe(true);
        }
        for (const step of chart.steps) {
          expect(step.y).toBeGreaterThanOrEqual(chart.top - 0.01);
          expect(step.y).toBeLessThanOrEqual(chart.base + 0.01);
        }
      }),
    );
  });
});
