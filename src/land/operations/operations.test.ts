import { describe, expect, test } from "vitest";
import type { Polygon, Position, Ring, Shape } from "../../kernel/geometry.ts";
import type { Outcome } from "../../kernel/problems.ts";
import type { Edit, Plot } from "./edits.ts";
import { listOverlaps } from "./finding.ts";
import { geodesicArea, isIn, placeInside, planeArea, standingIn } from "./measuring.ts";
import { mergePlots, moveBorder } from "./merging.ts";
import { findOutside, findOverlap } from "./overlapping.ts";
import { splitPlot } from "./splitting.ts";
import { listFlaws } from "./validity.ts";

const EAST = 432_000;
const NORTH = 2_450_000;
/** A ring about a place in 9213. */
const ring = (...corners: Position[]): Ring => corners.map(([x, y]): Position => [EAST + x, NORTH + y]);
const box = (x: number, y: number, width: number, height: number): Ring =>
  ring([x, y], [x + width, y], [x + width, y + height], [x, y + height]);
const at = (x: number, y: number): Position => [EAST + x, NORTH + y];
const plot = (id: string, ...polygons: Polygon[]): Plot => ({ id, name: `lô Mẫu ${id}`, shape: polygons });

function edit(outcome: Outcome<Edit>): Edit {
  if (!outcome.ok) throw new Error(outcome.problems.map((p) => p.message.en).join(" "));
  return outcome.value;
}
function refusalOf(outcome: Outcome<Edit>) {
  if (outcome.ok) throw new Error("not refused");
  return outcome.problems[0];
}
const areas = ({ put }: Edit) => put.map(({ shape }) => Math.round(planeArea(shape) * 100) / 100);
const total = ({ put }: Edit) => put.reduce((sum, { shape }) => sum + planeArea(shape), 0);

const WITH_HOLE: Polygon = [box(0, 0, 100, 60), box(40, 20, 20, 20)];

describe("area", () => {
  test("of a plot with a hole and two parts is that of its parts without the hole", () => {
    expect(planeArea([WITH_HOLE, [box(200, 0, 10, 10)]])).toBeCloseTo(100 * 60 - 400 + 100, 6);
  });
  test("on the ellipsoid agrees with GeographicLib's own tool, which way ever the corners run", () => {
    // `Planimeter` of GeographicLib gives for one degree at the equator 12308778361.469 m².
    const degree: Ring = [
      [105, 0],
      [106, 0],
      [106, 1],
      [105, 1],
    ];
    expect(geodesicArea([[degree]])).toBeCloseTo(12308778361.469, 1);
    expect(geodesicArea([[[...degree].reverse()]])).toBeCloseTo(12308778361.469, 1);
  });
});

describe("a place in a shape", () => {
  test.each([
    [at(1, 1), "inside"],
    [at(0, 30), "border"],
    [at(100, 60), "border"],
    [at(50, 30), "outside"],
    [at(40, 30), "border"],
    [at(101, 30), "outside"],
  ] as const)("%j is %s", (place, standing) => {
    expect(standingIn([WITH_HOLE], place)).toBe(standing);
    expect(isIn([WITH_HOLE], place)).toBe(standing !== "outside");
  });
  test("a place chosen inside is inside, beside a hole too", () => {
    expect(standingIn([WITH_HOLE], placeInside([WITH_HOLE]))).toBe("inside");
  });
});

describe("overlap", () => {
  test("names area, width, place and size of the common ground", () => {
    const found = findOverlap([[box(0, 0, 50, 50)]], [[box(48, 10, 50, 20)]]);
    expect(found).toMatchObject({ area: 40, size: [2, 20] });
    expect(found?.at[0]).toBeCloseTo(EAST + 49, 3);
    expect(found?.width).toBeCloseTo(80 / 44, 6);
  });
  test("is none between neighbours, at a common corner, in a hole, or below the tolerance", () => {
    const a: Shape = [[box(0, 0, 50, 50)]];
    expect(findOverlap(a, [[box(50, 0, 50, 50)]])).toBeNull();
    expect(findOverlap(a, [[box(50, 50, 50, 50)]])).toBeNull();
    expect(findOverlap([WITH_HOLE], [[box(40, 20, 20, 20)]])).toBeNull();
    // 9 mm wide, and 0.45 m².
    expect(findOverlap(a, [[box(49.991, 0, 50, 50)]])).toBeNull();
    // Wide enough, but 0.49 m²; then 0.5 m².
    expect(findOverlap(a, [[box(49.3, 49.3, 5, 5)]])).toBeNull();
    expect(findOverlap(a, [[box(49.29, 49.29, 5, 5)]])?.area).toBeCloseTo(0.5041, 6);
  });
  test("by another tolerance is judged otherwise", () => {
    const [a, b]: [Shape, Shape] = [[[box(0, 0, 50, 50)]], [[box(49.99, 0, 50, 50)]]];
    expect(findOverlap(a, b)).toBeNull();
    expect(findOverlap(a, b, { metres: 0.005, squareMetres: 0.4 })?.area).toBeCloseTo(0.5, 6);
  });
});

describe("containment", () => {
  test("holds for a plot on the boundary of its zone, and tells how much lies beyond", () => {
    const zone: Shape = [[box(0, 0, 500, 500)]];
    expect(findOutside([[box(0, 0, 20, 20)]], zone)).toBeNull();
    expect(findOutside([[box(-3, 0, 20, 20)]], zone)).toMatchObject({ area: 60, size: [3, 20] });
    expect(findOutside([[box(30, 10, 20, 20)]], [WITH_HOLE])?.area).toBeCloseTo(100, 6);
  });
});

describe("flaws of a shape", () => {
  const kinds = (...polygons: Polygon[]) => listFlaws(polygons).map(({ kind }) => kind);
  test("a sound shape has none, whichever way it runs, also with a hole that touches the outer ring", () => {
    expect(kinds(WITH_HOLE, [[...box(200, 0, 10, 10)].reverse()])).toEqual([]);
    expect(kinds([box(0, 0, 100, 60), ring([0, 30], [20, 20], [20, 40])])).toEqual([]);
  });
  test("too few corners, a repeated corner, a spike, no area", () => {
    expect(kinds([ring([0, 0], [10, 0])])).toEqual(["tooFewCorners"]);
    expect(kinds([ring([0, 0], [10, 0], [10, 0], [10, 10])])).toEqual(["repeatedCorner"]);
    expect(kinds([ring([0, 0], [10, 0], [10, 10], [10, 30], [10.001, 10], [0, 10])])).toContain("spike");
    expect(kinds([ring([0, 0], [0.5, 0], [0.5, 0.5])])).toEqual(["noArea"]);
  });
  test("a ring that crosses itself, with the place and the two sides", () => {
    const [flaw, ...more] = listFlaws([[ring([0, 0], [10, 10], [10, 0], [0, 10])]]);
    expect(more).toEqual([]);
    expect(flaw).toMatchObject({ kind: "crossing", at: at(5, 5) });
    expect(flaw?.corners.map((c) => c.corner)).toEqual([0, 2]);
  });
  test("a ring that touches itself or runs along itself", () => {
    expect(kinds([ring([0, 0], [10, 0], [5, 5], [10, 10], [0, 10], [5, 5])])).toContain("crossing");
    expect(kinds([ring([0, 0], [30, 0], [30, 10], [20, 10], [20, 0], [10, 0], [10, 10], [0, 10])])).toContain(
      "crossing",
    );
  });
  test("a hole outside, across the outer ring, over another hole; parts that overlap", () => {
    expect(kinds([box(0, 0, 10, 10), box(20, 0, 5, 5)])).toEqual(["holeOutside"]);
    expect(kinds([box(0, 0, 10, 10), box(5, 5, 10, 2)])).toContain("crossing");
    expect(kinds([box(0, 0, 50, 50), box(10, 10, 10, 10), box(12, 12, 3, 3)])).toEqual(["holesOverlap"]);
    const [flaw] = listFlaws([[box(0, 0, 50, 50)], [box(40, 0, 50, 50)]]);
    expect(flaw).toMatchObject({ kind: "partsOverlap", ground: { area: 500 } });
  });
});

describe("splitting a plot", () => {
  const whole = plot("12", [box(0, 0, 100, 60)]);
  test("gives two plots that came from it, and together have its ground", () => {
    const split = edit(splitPlot(whole, [at(30, -10), at(30, 70)]));
    expect(areas(split)).toEqual([4200, 1800]);
    expect(split.put.map(({ from }) => from)).toEqual([["12"], ["12"]]);
    expect(split.end).toEqual([{ id: "12", into: [0, 1], why: "split" }]);
  });
  test("by a bent line that begins and ends on the boundary, a little short of it too", () => {
    const split = edit(splitPlot(whole, [at(30, 0.008), at(35, 30), at(60, 60)]));
    expect(total(split)).toBeCloseTo(6000, 2);
    expect(split.put.flatMap(({ shape }) => listFlaws(shape))).toEqual([]);
  });
  test("through a hole, and in and out several times", () => {
    const holed = edit(splitPlot(plot("1", WITH_HOLE), [at(-1, 30), at(101, 30)]));
    expect(areas(holed)).toEqual([2800, 2800]);
    const comb = plot("2", [
      ring([0, 0], [50, 0], [50, 30], [40, 30], [40, 10], [10, 10], [10, 30], [0, 30]),
    ]);
    expect(areas(edit(splitPlot(comb, [at(-5, 20), at(55, 20)])))).toEqual([700, 100, 100]);
  });
  test("along a diagonal from corner to corner", () => {
    expect(areas(edit(splitPlot(whole, [at(0, 0), at(100, 60)])))).toEqual([3000, 3000]);
  });
  test("is refused for a line that misses, ends inside, crosses itself or leaves a sliver", () => {
    expect(refusalOf(splitPlot(whole, [at(-5, 70), at(105, 70)])).code).toBe("line.misses");
    expect(refusalOf(splitPlot(whole, [at(0, 0), at(100, 0)])).code).toBe("line.misses");
    expect(refusalOf(splitPlot(whole, [at(5, 5)])).code).toBe("line.tooShort");
    const inside = refusalOf(splitPlot(whole, [at(-5, 30), at(60, 30)]));
    expect(inside.code).toBe("line.endsInside");
    expect(inside.message.vi).toContain(
      "bên trong lô Mẫu 12, tại X 2.450.030,00, Y 432.060,00, cách ranh giới 30,00 m",
    );
    const loop = [at(-5, 30), at(60, 30), at(60, 40), at(50, 40), at(50, -10)];
    expect(refusalOf(splitPlot(whole, loop)).code).toBe("line.crossesItself");
    const sliver = refusalOf(splitPlot(whole, [at(0.05, -5), at(0.05, 5), at(-5, 5)]));
    expect(sliver).toMatchObject({ code: "line.leavesSliver" });
  });
});

describe("merging plots", () => {
  test("joins neighbours, whose border may differ by millimetres and have corners of its own", () => {
    const a = plot("a", [box(0, 0, 50, 60)]);
    const b = plot("b", [ring([50.004, 0.003], [100, 0], [100, 60], [49.996, 60.002], [50.003, 25])]);
    const merged = edit(mergePlots([a, b]));
    expect(merged.put).toHaveLength(1);
    expect(merged.put[0]?.shape).toHaveLength(1);
    expect(merged.put[0]?.shape[0]).toHaveLength(1);
    expect(merged.put[0]?.from).toEqual(["a", "b"]);
    expect(merged.end.map(({ why, into }) => [why, into])).toEqual([
      ["merged", [0]],
      ["merged", [0]],
    ]);
    expect(Math.abs(total(merged) - 6000)).toBeLessThan(0.5);
  });
  test("undoes a split to the very corners", () => {
    const whole = plot("12", WITH_HOLE);
    const { put } = edit(splitPlot(whole, [at(-1, 31), at(101, 29)]));
    const merged = edit(mergePlots(put.map(({ shape }, i) => ({ id: `${i}`, name: `${i}`, shape }))));
    const corners = (shape: Shape) => shape.map((p) => p.map((r) => r.map((c) => c.join(" ")).sort()));
    expect(corners(merged.put[0]?.shape ?? [])).toEqual(corners(whole.shape));
  });
  test("closes a ring around a plot that is not merged", () => {
    const left = plot("1", [
      ring([0, 0], [30, 0], [30, 20], [20, 20], [20, 40], [30, 40], [30, 60], [0, 60]),
    ]);
    const right = plot("2", [
      ring([30, 0], [60, 0], [60, 60], [30, 60], [30, 40], [40, 40], [40, 20], [30, 20]),
    ]);
    const merged = edit(mergePlots([left, right])).put[0]?.shape ?? [];
    expect(merged.map((polygon) => polygon.length)).toEqual([2]);
    expect(planeArea(merged)).toBeCloseTo(3600 - 400, 6);
  });
  test("is refused where they only share a corner, lie apart, overlap, or are one and the same", () => {
    const a = plot("a", [box(0, 0, 50, 50)]);
    expect(refusalOf(mergePlots([a, plot("b", [box(50, 50, 5, 5)])])).code).toBe("merge.notAdjacent");
    const far = refusalOf(mergePlots([a, plot("b", [box(50, 0, 5, 5)]), plot("c", [box(90, 0, 5, 5)])]));
    expect(far.message.en).toContain("plot Mẫu c share no border");
    const over = refusalOf(mergePlots([a, plot("b", [box(40, 0, 50, 50)])]));
    expect(over.code).toBe("plot.overlap");
    expect(over.message.vi).toContain("lô Mẫu a và lô Mẫu b chồng lên nhau: 500,0 m², rộng chừng 8,33 m");
    expect(refusalOf(mergePlots([a, a])).code).toBe("merge.tooFew");
  });
});

describe("moving the border of two neighbours", () => {
  const a = plot("a", [box(0, 0, 50, 60)]);
  const b = plot("b", [box(50, 0, 50, 60)]);
  test("changes both together, without gap and without overlap", () => {
    const moved = edit(moveBorder({ plots: [a, b], line: [at(40, 0), at(45, 30), at(40, 60)] }));
    expect(moved.end).toEqual([
      { id: "a", into: [0], why: "redrawn" },
      { id: "b", into: [1], why: "redrawn" },
    ]);
    expect(areas(moved)).toEqual([2550, 3450]);
    const [left, right] = moved.put.map(({ shape }) => shape);
    expect(findOverlap(left ?? [], right ?? [], { metres: 0, squareMetres: 0.0001 })).toBeNull();
    expect(total(moved)).toBeCloseTo(6000, 6);
  });
  test("is refused where they are no neighbours, where one would lose all, or the line makes three", () => {
    const far = plot("c", [box(90, 0, 5, 5)]);
    expect(refusalOf(moveBorder({ plots: [a, far], line: [at(40, 0), at(40, 60)] })).code).toBe(
      "merge.notAdjacent",
    );
    const all = moveBorder({ plots: [a, b], line: [at(80, 0), at(80, 30), at(100, 30)] });
    expect(areas(edit(all))).toEqual([5400, 600]);
    const narrow = plot("n", [box(50, 0, 0.1, 60)]);
    const robbed = moveBorder({ plots: [a, narrow], line: [at(20, 0), at(20, 60)] });
    expect(refusalOf(robbed).code).toBe("border.takesAll");
    const three = moveBorder({ plots: [a, b], line: [at(20, -5), at(20, 70), at(70, 70), at(70, -5)] });
    expect(refusalOf(three).code).toBe("border.notInTwo");
  });
});

describe("all overlaps among many", () => {
  test("are found in the order of the list, and neighbours are none", () => {
    const shapes: Shape[] = [];
    for (let i = 0; i < 20; i++) for (let j = 0; j < 20; j++) shapes.push([[box(i * 30, j * 20, 30, 20)]]);
    expect(listOverlaps(shapes)).toEqual([]);
    shapes.push([[box(25, 15, 10, 10)]]);
    expect(listOverlaps(shapes).map(({ first, second }) => [first, second])).toEqual([
      [0, 400],
      [1, 400],
      [20, 400],
      [21, 400],
    ]);
    expect(listOverlaps(shapes).map(({ ground }) => ground.area)).toEqual([25, 25, 25, 25]);
    expect(listOverlaps([])).toEqual([]);
  });
});
