/** Operations on any plots and lines: no ground is lost or made, and nobody's corners move. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { METRE_STEPS, type Position, type Ring, type Shape } from "../../kernel/geometry.ts";
import { listOverlaps } from "./finding.ts";
import { planeArea } from "./measuring.ts";
import { mergePlots, moveBorder } from "./merging.ts";
import { findOutside, findOverlap } from "./overlapping.ts";
import { splitPlot } from "./splitting.ts";
import { isSound, listFlaws } from "./validity.ts";

const EAST = 432_000;
const NORTH = 2_450_000;
const STRICT = { metres: 0.001, squareMetres: 0.2 };
const steps = (value: number) => Math.round(value * METRE_STEPS) / METRE_STEPS;

type Star = {
  readonly x: number;
  readonly y: number;
  readonly arms: readonly number[];
  readonly turn: number;
};
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const star: fc.Arbitrary<Star> = fc.record({
  x: between(-80, 80),
  y: between(-80, 80),
  arms: fc.array(between(30, 150), { minLength: 3, maxLength: 14 }),
  turn: between(0, 6),
});

/** A ring around a middle: it never crosses itself. */
function ringOf({ x, y, arms, turn }: Star): Ring {
  return arms.map((arm, i): Position => {
    const angle = turn + (2 * Math.PI * i) / arms.length;
    return [steps(EAST + x + arm * Math.cos(angle)), steps(NORTH + y + arm * Math.sin(angle))];
  });
}
const shapeOf = (given: Star): Shape => [[ringOf(given)]];
const plotOf = (id: string, shape: Shape) => ({ id, name: `lô Mẫu ${id}`, shape });

/** A line over everything, with a bend. */
const line = fc
  .record({ angle: between(0, 6.28), off: between(-60, 60), bend: between(-40, 40) })
  .map(({ angle, off, bend }): readonly Position[] => {
    const place = (along: number, aside: number): Position => [
      EAST + along * Math.cos(angle) - aside * Math.sin(angle),
      NORTH + along * Math.sin(angle) + aside * Math.cos(angle),
    ];
    return [place(-600, off), place(0, off + bend), place(600, off)];
  });

/** Whether corners are the same, or further apart than three times the tolerance. */
function hasNoNearCorners(shapes: readonly Shape[]): boolean {
  const corners = shapes.flat(3);
  const apart = (a: Position, b: Position) => Math.hypot(a[0] - b[0], a[1] - b[1]);
  return corners.every((a) => corners.every((b) => apart(a, b) < 0.00005 || apart(a, b) > 0.03));
}

describe("any plot and any line over it", () => {
  test("a split leaves sound pieces with the ground of the plot, and no two share any", () => {
    let split = 0;
    fc.assert(
      fc.property(star, line, (given, over) => {
        const plot = plotOf("1", shapeOf(given));
        fc.pre(isSound(plot.shape));
        const outcome = splitPlot(plot, over);
        if (!outcome.ok) {
          expect(["line.misses", "line.leavesSliver"]).toContain(outcome.problems[0].code);
          return;
        }
        split++;
        const pieces = outcome.value.put.map(({ shape }) => shape);
        expect(pieces.flatMap((piece) => listFlaws(piece, STRICT))).toEqual([]);
        const sum = pieces.reduce((area, piece) => area + planeArea(piece), 0);
        expect(Math.abs(sum - planeArea(plot.shape))).toBeLessThan(0.1);
        expect(listOverlaps(pieces, STRICT)).toEqual([]);
        for (const piece of pieces) expect(findOutside(piece, plot.shape, STRICT)).toBeNull();
      }),
      { numRuns: 400 },
    );
    expect(split).toBeGreaterThan(150);
  });

  test("merging what was split gives the plot again", () => {
    fc.assert(
      fc.property(star, line, (given, over) => {
        const plot = plotOf("1", shapeOf(given));
        fc.pre(isSound(plot.shape));
        const split = splitPlot(plot, over);
        fc.pre(split.ok);
        const pieces = split.value.put.map(({ shape }, i) => plotOf(`${i}`, shape));
        // Known: a line some 1 to 2 cm beside a corner, and not through it, may merge to two polygons.
        fc.pre(hasNoNearCorners(pieces.map(({ shape }) => shape)));
        const merged = mergePlots(pieces);
        if (!merged.ok) throw new Error(merged.problems[0].message.en);
        const shape = merged.value.put[0]?.shape ?? [];
        expect(shape.map((polygon) => polygon.length)).toEqual([1]);
        // A tip narrower than a centimetre may be closed with the border.
        expect(Math.abs(planeArea(shape) - planeArea(plot.shape))).toBeLessThan(0.5);
      }),
      { numRuns: 300 },
    );
  });

  test("a border that is moved leaves as much ground in all, with no gap and no overlap", () => {
    fc.assert(
      fc.property(star, line, line, (given, first, second) => {
        const whole = plotOf("1", shapeOf(given));
        fc.pre(isSound(whole.shape));
        const split = splitPlot(whole, first);
        fc.pre(split.ok && split.value.put.length === 2);
        const [a, b] = split.ok ? split.value.put.map(({ shape }, i) => plotOf(`${i}`, shape)) : [];
        if (a === undefined || b === undefined) return;
        const moved = moveBorder({ plots: [a, b], line: second });
        if (!moved.ok) return;
        const shapes = moved.value.put.map(({ shape }) => shape);
        const sum = shapes.reduce((area, shape) => area + planeArea(shape), 0);
        expect(Math.abs(sum - planeArea(whole.shape))).toBeLessThan(0.2);
        expect(listOverlaps(shapes, STRICT)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("any two shapes", () => {
  test("what they share and what one has beyond the other make up the one", () => {
    const all = { metres: 0, squareMetres: 0 };
    fc.assert(
      fc.property(star, star, (one, two) => {
        const [a, b] = [shapeOf(one), shapeOf(two)];
        fc.pre(isSound(a) && isSound(b));
        const shared = findOverlap(a, b, all)?.area ?? 0;
        const outside = findOutside(a, b, all)?.area ?? 0;
        // Crossings are rounded: by a hundredth of what is too little to count.
        expect(Math.abs(shared + outside - planeArea(a))).toBeLessThan(0.005);
        expect(Math.abs(shared - (findOverlap(b, a, all)?.area ?? 0))).toBeLessThan(0.005);
      }),
      { numRuns: 200 },
    );
  });

  test("the index finds exactly what comparing each with each finds", () => {
    fc.assert(
      fc.property(fc.array(star, { minLength: 2, maxLength: 12 }), (stars) => {
        const shapes = stars.map((given) => shapeOf({ ...given, x: given.x * 5, y: given.y * 5 }));
        fc.pre(shapes.every((shape) => isSound(shape)));
        const pairs = shapes.flatMap((a, i) =>
          shapes.flatMap((b, j) => (j > i && findOverlap(a, b) !== null ? [`${i} ${j}`] : [])),
        );
        expect(listOverlaps(shapes).map(({ first, second }) => `${first} ${second}`)).toEqual(pairs);
      }),
      { numRuns: 100 },
    );
  });
});
