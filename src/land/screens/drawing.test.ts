import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Position, Shape } from "../../kernel/geometry.ts";
import type { GroundPlot } from "../drawing/vocabulary.ts";
import { mergedNumbered, nextNumber, piecesNumbered } from "./numbering.ts";
import { readPairs, writePairs } from "./pairs.ts";
import { snapped } from "./snapping.ts";
import { barLength, fitted, placeAt, zoomed } from "./viewing.ts";
import { borderMoved, marksOf, mergedInto, shapeInPlane, splitInto } from "./working.ts";

const [E, N] = [432_000, 2_450_000];
const square = (east: number, side = 100): Shape => [
  [
    [
      [E + east, N],
      [E + east + side, N],
      [E + east + side, N + side],
      [E + east, N + side],
    ],
  ],
];
const plot = (number: string, east: number): GroundPlot => ({
  ...{
    id: number,
    number,
    landUse: "industrial",
    landUseLabel: "",
    status: "free",
    statusLabel: "",
    area: null,
  },
  shape: square(east).map((p) => p.map((r) => r.map(([x, y]) => [x, y]))),
  measured: 10_000,
});

describe("typed corners", () => {
  test.each([
    ["2450087.833, 432284.940"],
    ["2450087,833 432284,94"],
    ["2450087,833; 432284,94"],
    ["2450087,833\t432284,94"],
    ["1;2450087,833;432284,940;12,5"],
    ["2.450.087,833 432.284,940"],
    ["2450087.833,432284.94"],
    ["2450087,833,432284,94"],
  ])("%s are X, then Y", (text) => {
    expect(readPairs(text)).toEqual({ corners: [[432_284.94, 2_450_087.833]], wrong: [], swapped: false });
  });

  test("that can't be read are named by their line", () => {
    expect(readPairs("2450087 432284\n\nhai mét\n2450087").wrong).toEqual([
      { line: 3, text: "hai mét" },
      { line: 4, text: "2450087" },
    ]);
  });

  test("in each other's place are told: in Vietnam the northing is the larger", () => {
    expect(readPairs("432284,94; 2450087,83").swapped).toBe(true);
    expect(readPairs("432284,94; 2450087,83\n2450087,83; 432284,94").swapped).toBe(false);
  });

  test("written in either language are read as the same", () => {
    const metre = (least: number, most: number) => fc.integer({ min: least * 10_000, max: most * 10_000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(metre(100_000, 900_000), metre(900_001, 2_600_000)), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.constantFrom("vi" as const, "en" as const),
        (steps, lang) => {
          const corners = steps.map(([x, y]): Position => [x / 10_000, y / 10_000]);
          expect(readPairs(writePairs(corners, lang))).toEqual({ corners, wrong: [], swapped: false });
        },
      ),
    );
  });
});

describe("a pressed place", () => {
  const shapes = [square(0)];
  test("settles at a corner before a side, and nowhere where nothing is near", () => {
    expect(snapped([E + 1, N + 2], shapes, 3)).toEqual({ at: [E, N], on: "corner" });
    expect(snapped([E + 50, N + 2], shapes, 3)).toEqual({ at: [E + 50, N], on: "side" });
    expect(snapped([E + 50, N + 50], shapes, 3)).toEqual({ at: [E + 50, N + 50], on: null });
  });

  test("is north of one that lies lower on the screen", () => {
    const size = { width: 400, height: 200 };
    const seen = fitted(shapes, size);
    const [upper, lower] = [placeAt([200, 10], seen, size), placeAt([200, 190], seen, size)];
    expect(upper[1]).toBeGreaterThan(lower[1]);
    expect(placeAt([200, 100], seen, size)).toEqual([E + 50, N + 50]);
  });

  test("stays under the pointer when one comes nearer", () => {
    const size = { width: 400, height: 200 };
    const seen = fitted(shapes, size);
    const at = placeAt([30, 40], seen, size);
    const [x, y] = placeAt([30, 40], zoomed(seen, 2, at), size);
    expect([x - at[0], y - at[1]].every((away) => Math.abs(away) < 1e-6)).toBe(true);
  });

  test("is measured by a bar of a round length that fits", () => {
    expect([barLength(1, 120), barLength(0.5, 120), barLength(0.03, 120)]).toEqual([100, 50, 2]);
  });
});

describe("new plots", () => {
  const middle: Position[] = [
    [E + 30, N - 1],
    [E + 30, N + 101],
  ];
  test("of a split have its ground together, the largest first", () => {
    expect(splitInto([plot("CN-1", 0)], middle).pieces.map((p) => Math.round(p.area))).toEqual([
      7_000, 3_000,
    ]);
    expect(splitInto([plot("CN-1", 0)], middle.slice(0, 1))).toEqual({ pieces: [], problem: null });
    expect(splitInto([plot("CN-1", 500)], middle).problem?.code).toMatch(/^line\./);
  });

  test("of a merge and of a moved border keep the whole", () => {
    const two = [plot("CN-1", 0), plot("CN-2", 100)];
    expect(mergedInto(two).pieces.map((p) => p.area)).toEqual([20_000]);
    expect(borderMoved(two, middle).pieces.map((p) => [p.from[0], Math.round(p.area)])).toEqual([
      ["CN-1", 3_000],
      ["CN-2", 17_000],
    ]);
  });

  test("are marked where they overlap, reach beyond the zone, or cross themselves", () => {
    const around = {
      standing: [{ name: "lô CN-1", shape: square(0) }],
      outline: square(0, 200),
      zone: "CCN Mẫu",
    };
    expect(marksOf([{ name: "lô CN-2", shape: square(100) }], around)).toEqual([]);
    const over = marksOf([{ name: "lô CN-3", shape: square(150, 100) }], around);
    expect(over.map((m) => m.message.vi)).toEqual([expect.stringContaining("CCN Mẫu")]);
    expect(over[0]?.at[0]).toBeGreaterThan(E + 200);
    const [[[a, b, c, d] = []] = []] = square(100);
    if (!a || !b || !c || !d) throw new Error("a square has four corners");
    expect(marksOf([{ name: "lô CN-4", shape: [[[a, c, b, d]]] }], around)).toHaveLength(1);
    expect(marksOf([{ name: "lô CN-5", shape: square(50, 20) }], around)[0]?.message.vi).toContain("CN-1");
  });

  test("surveyed in another system lie where they do in the plane", () => {
    const degrees = {
      crs: 4326,
      survey: [[[[105_845_400_000, 22_147_000_000] as [number, number]]]],
      accuracy: 0,
    };
    const [[[[x = 0, y = 0] = []] = []] = []] = shapeInPlane(degrees, 9213);
    expect([x.toFixed(3), y.toFixed(3)]).toEqual(["432284.940", "2450087.833"]);
  });

  test("are given numbers that nobody bears", () => {
    expect(piecesNumbered("CN-12", 2, new Set())).toEqual(["CN-12a", "CN-12b"]);
    expect(piecesNumbered("CN-12", 2, new Set(["CN-12a"]))).toEqual(["CN-12b", "CN-12c"]);
    expect(piecesNumbered("CN-12a", 2, new Set())).toEqual(["CN-12a-1", "CN-12a-2"]);
    expect(mergedNumbered(["CN-12a", "CN-12b"], new Set())).toBe("CN-12");
    expect(mergedNumbered(["CN-12a", "CN-12b"], new Set(["CN-12"]))).toBe("CN-12a");
    expect(mergedNumbered(["CN-1", "CN-2"], new Set())).toBe("CN-1");
    expect(nextNumber([])).toBe("CN-1");
    expect(nextNumber(["CN-08", "CN-09", "CX-1", "CN-03"])).toBe("CN-10");
  });
});
