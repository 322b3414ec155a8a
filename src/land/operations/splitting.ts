/** Divides a plot by a line that crosses it. Pure. */
import { METRE_STEPS, type Polygon, type Position, type Ring, type Shape } from "../../kernel/geometry.ts";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import { cornersOn } from "./aligning.ts";
import type { Edit, Plot } from "./edits.ts";
import { facesOf, turned } from "./faces.ts";
import { perimeterOf, placeInside, planeArea, standingIn } from "./measuring.ts";
import { TOLERANCE, type Tolerance } from "./overlapping.ts";
import { lineCrossesItself, lineEndsInside, lineLeavesSliver, lineMisses, lineTooShort } from "./refusals.ts";
import {
  distance,
  type Grid,
  gridAbout,
  isSame,
  meetingsOf,
  nearestOn,
  type Side,
  sidesOf,
} from "./steps.ts";

/**
 * Divides a plot. The line, in metres of the same plane, must cross it wholly; its ends may lie outside, or on the
 * boundary within the tolerance. Each piece is a plot of its own, the largest first, also a part that the line does not
 * touch. Together they have the ground of the plot, and neighbours keep their common corners.
 */
export function splitPlot(
  plot: Plot,
  line: readonly Position[],
  tolerance: Tolerance = TOLERANCE,
): Outcome<Edit> {
  const pieces = splitShape(plot, line, tolerance);
  if (!pieces.ok) return pieces;
  const put = pieces.value.map((polygon) => ({ shape: [polygon], from: [plot.id] }));
  return done({ put, end: [{ id: plot.id, into: put.map((_, i) => i), why: "split" }] });
}

/** The pieces of a shape, largest first, or why the line does not divide it. */
export function splitShape(
  { name, shape }: Pick<Plot, "name" | "shape">,
  line: readonly Position[],
  tolerance: Tolerance,
): Outcome<readonly Polygon[]> {
  const grid = gridAbout(shape);
  const ground = turned(grid.on(shape));
  const reach = tolerance.metres * METRE_STEPS;
  const cut = settledOn(ground, grid.onLine(line), reach);
  const problem = lineProblem(cut, { name, ground, grid });
  if (problem !== null) return refused(problem);
  const pieces = [...facesOf(linesOf(ground, cut, reach))].sort((a, b) => planeArea([b]) - planeArea([a]));
  if (pieces.length <= ground.length) return refused(lineMisses(name));
  const sliver = pieces.find((piece) => isSliver(piece, tolerance));
  if (sliver !== undefined) {
    const area = planeArea([sliver]) / METRE_STEPS ** 2;
    return refused(lineLeavesSliver(name, grid.point(placeInside([sliver])), area));
  }
  return done(grid.off(pieces));
}

/** Whether a piece, on the grid, is too small or too narrow to be ground. */
export function isSliver(piece: Polygon, { metres, squareMetres }: Tolerance): boolean {
  const area = planeArea([piece]) / METRE_STEPS ** 2;
  return area < squareMetres || (2 * area * METRE_STEPS) / perimeterOf([piece]) < metres;
}

/** The line with its points that lie on the boundary, within reach, exactly there: at a corner if one is near. */
function settledOn(ground: Shape, line: Ring, reach: number): Ring {
  const sides = ground.flat().flatMap(sidesOf);
  const settled = line.map((at): Position => {
    const corner = nearest(
      sides.map(([from]) => from),
      at,
    );
    if (corner !== undefined && distance(corner, at) <= reach) return corner;
    const on = nearest(
      sides.map((side) => nearestOn(side, at)),
      at,
    );
    return on !== undefined && distance(on, at) <= reach ? [Math.round(on[0]), Math.round(on[1])] : at;
  });
  return settled.filter((at, i) => i === 0 || !isSame(at, settled[i - 1] ?? at));
}

function nearest(places: readonly Position[], at: Position): Position | undefined {
  let best: Position | undefined;
  for (const place of places) {
    if (best === undefined || distance(place, at) < distance(best, at)) best = place;
  }
  return best;
}

type Where = { readonly name: string; readonly ground: Shape; readonly grid: Grid };

function lineProblem(line: Ring, { name, ground, grid }: Where): Problem | null {
  const segments = segmentsOf(line);
  if (segments.length === 0) return lineTooShort();
  for (const [i, a] of segments.entries()) {
    for (const [j, b] of segments.entries()) {
      if (j <= i) continue;
      const meetings = meetingsOf(a, b);
      const [at] = j === i + 1 ? meetings.slice(1) : meetings;
      if (at !== undefined) return lineCrossesItself(grid.point(at));
    }
  }
  const sides = ground.flat().flatMap(sidesOf);
  for (const end of [line[0], line.at(-1)]) {
    if (end === undefined || standingIn(ground, end, 1) !== "inside") continue;
    const border =
      nearest(
        sides.map((side) => nearestOn(side, end)),
        end,
      ) ?? end;
    return lineEndsInside(name, grid.point(end), distance(border, end) / METRE_STEPS);
  }
  return null;
}

function segmentsOf(line: Ring): readonly Side[] {
  return line.slice(1).map((to, i): Side => [line[i] ?? to, to]);
}

/**
 * The sides of the ground, cut where the line meets them, and the pieces of the line inside, running both ways. A
 * crossing within reach of a corner is that corner: rather the new border gives way than that two corners lie so near.
 */
function linesOf(ground: Shape, line: Ring, reach: number): readonly Side[] {
  const sides = ground.flat().flatMap(sidesOf);
  const segments = segmentsOf(line);
  const corners = [...sides.map(([from]) => from), ...line];
  const crossings = segments.flatMap((segment) =>
    sides.flatMap((side) => meetingsOf(segment, side).map((at) => settledAt(corners, at, reach))),
  );
  const nodes = [...crossings, ...line];
  const outline = sides.flatMap((side) => cutAt(side, nodes));
  const pieces = segments.flatMap((segment) => cutAt(segment, [...crossings, ...corners]));
  const inside = pieces.filter(
    ([a, b]) => standingIn(ground, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], 2) === "inside",
  );
  return [...outline, ...inside, ...inside.map(([a, b]): Side => [b, a])];
}

function settledAt(corners: readonly Position[], at: Position, reach: number): Position {
  const corner = nearest(corners, at);
  if (corner !== undefined && distance(corner, at) <= reach) return corner;
  return [Math.round(at[0]), Math.round(at[1])];
}

function cutAt(side: Side, nodes: readonly Position[]): readonly Side[] {
  const on = [side[0], ...cornersOn(side, nodes, 1), side[1]];
  return segmentsOf(on);
}
