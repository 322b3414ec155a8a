/** Tables written in any way say the same; whatever stands in a table, reading it ends in an answer. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Position } from "../../kernel/geometry.ts";
import { EPSG_CODES } from "../coordinates/systems.ts";
import { planeArea, ringArea } from "../operations/measuring.ts";
import { isSound } from "../operations/validity.ts";
import type { SurveySheet } from "./columns.ts";
import { readSurvey } from "./reading.ts";

type Value = string | number | null;
function sheet(...rows: readonly (readonly Value[])[]): SurveySheet {
  const cells = (values: readonly Value[]) =>
    values.flatMap((value, c) => (value === null || value === "" ? [] : [{ column: c + 1, value }]));
  return { name: "Mẫu", rows: rows.map((values, i) => ({ row: i + 1, cells: cells(values) })) };
}

const arms = fc.array(fc.double({ min: 30, max: 400, noNaN: true }), { minLength: 3, maxLength: 20 });
const ring = fc
  .record({ arms, turn: fc.double({ min: 0, max: 6, noNaN: true }) })
  .map(({ arms, turn }) =>
    arms.map((arm, i): Position => {
      const angle = turn + (2 * Math.PI * i) / arms.length;
      const millimetres = (value: number) => Math.round(value * 1000) / 1000;
      return [millimetres(432_284 + arm * Math.cos(angle)), millimetres(2_450_087 + arm * Math.sin(angle))];
    }),
  )
  .filter((corners) => isSound([[corners]]));

const STYLES: readonly ((value: number) => Value)[] = [
  (value) => value,
  (value) => value.toFixed(3),
  (value) => value.toFixed(3).replace(".", ","),
  (value) => value.toLocaleString("vi-VN", { minimumFractionDigits: 3 }),
  (value) => value.toLocaleString("en-US", { minimumFractionDigits: 3 }),
  (value) => value.toLocaleString("en-US", { minimumFractionDigits: 3 }).replaceAll(",", " "),
];
const written = fc.record({
  ring,
  style: fc.constantFrom(...STYLES),
  closed: fc.boolean(),
  backwards: fc.boolean(),
});

describe("a table of any ring", () => {
  test("says the same area however its numbers are written, forwards or back, closed or not", () => {
    fc.assert(
      fc.property(written, ({ ring, style, closed, backwards }) => {
        const corners = backwards ? [...ring].reverse() : ring;
        const rows = corners.map(([e, n], i): Value[] => [i + 1, style(n), style(e)]);
        const table = sheet(["STT", "X (m)", "Y (m)"], ...rows, ...(closed ? rows.slice(0, 1) : []));
        const survey = readSurvey([table], { crs: 9213 });
        expect(survey.problems).toEqual([]);
        const [plot] = survey.plots;
        expect(planeArea(plot?.shape ?? [])).toBeCloseTo(Math.abs(ringArea(ring)), 2);
        expect(plot?.rows).toHaveLength(ring.length);
      }),
      { numRuns: 200 },
    );
  });

  test("with swapped columns is always found, and mended to the same area", () => {
    fc.assert(
      fc.property(written, ({ ring, style }) => {
        const rows = ring.map(([e, n], i): Value[] => [i + 1, style(e), style(n)]);
        const survey = readSurvey([sheet(["STT", "X", "Y"], ...rows)], { crs: 9213 });
        expect(survey.problems.map(({ code }) => code)).toEqual(["survey.swapped"]);
        expect(survey.plots).toEqual([]);
        expect(planeArea(survey.mended?.[0]?.shape ?? [])).toBeCloseTo(Math.abs(ringArea(ring)), 2);
      }),
      { numRuns: 100 },
    );
  });
});

test("whatever stands in the cells, the answer is plots or problems", () => {
  const value = fc.oneof(
    fc.constantFrom<Value>(
      "X",
      "Y",
      "Lô 1",
      "Vòng trong",
      "105°50'43\"",
      "2.450.087,83",
      "432284,94",
      "",
      "1e9",
    ),
    fc.double(),
    fc.integer({ min: 400_000, max: 2_500_000 }),
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.bigInt({ min: 0n, max: 10n ** 320n }).map(String),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(value, { maxLength: 4 }), { maxLength: 12 }),
      fc.constantFrom(...EPSG_CODES),
      fc.boolean(),
      (rows, crs, acceptSwap) => {
        const survey = readSurvey([sheet(["STT", "X", "Y", "Cạnh"], ...rows)], { crs, acceptSwap });
        expect(survey.plots.length > 0).toBe(survey.problems.length === 0);
        // What a cell holds is quoted as it stands.
        for (const { message, remedy } of survey.problems)
          for (const text of [message.vi, message.en, remedy.vi, remedy.en])
            expect(text.replace(/“[^”]*”/gu, "")).not.toMatch(/NaN|undefined|∞/);
      },
    ),
    { numRuns: 1500 },
  );
});
