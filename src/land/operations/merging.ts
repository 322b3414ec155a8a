/** Makes one plot of several that lie side by side, and moves the border between two. Pure. */
import { METRE_STEPS, type Position, type Ring, type Shape } from "../../kernel/geometry.ts";
import { done, type Outcome, refused } from "../../kernel/problems.ts";
import { aligned } from "./aligning.ts";
import { common } from "./clipping.ts";
import type { Edit, Plot } from "./edits.ts";
import { facesOf, turned, withoutShared } from "./faces.ts";
import { planeArea } from "./measuring.ts";
import { findOverlap, TOLERANCE, type Tolerance } from "./overlapping.ts";
import { borderNotInTwo, borderTakesAll, notAdjacent, overlapProblem, tooFewPlots } from "./refusals.ts";
import { isSliver, splitShape } from "./splitting.ts";
import { distance, gridAbout, nearestOn, type Side, sidesOf } from "./steps.ts";

/** Merges plots; each must share a border with another of them, so that all hang together. */
export function mergePlots(plots: readonly Plot[], tolerance: Tolerance = TOLERANCE): Outcome<Edit> {
  const merged = mergedShape(plots, tolerance);
  if (!merged.ok) return merged;
  const end = plots.map(({ id }) => ({ id, into: [0], why: "merged" as const }));
  return done({ put: [{ shape: merged.value, from: plots.map(({ id }) => id) }], end });
}

export type MovedBorder = {
  readonly plots: readonly [Plot, Plot];
  /** The new border, from one place on the outline of both together to another, in metres of the same plane. */
  readonly line: readonly Position[];
  readonly tolerance?: Tolerance;
};

/** Gives two neighbours another border: both change together, so that no gap and no overlap can come to be. */
export function moveBorder({ plots, line, tolerance = TOLERANCE }: MovedBorder): Outcome<Edit> {
  const [a, b] = plots;
  const both = mergedShape(plots, tolerance);
  if (!both.ok) return both;
  const name = `${a.name} + ${b.name}`;
  const pieces = splitShape({ name, shape: both.value }, line, tolerance);
  if (!pieces.ok) return pieces;
  const [one, other, ...more] = pieces.value;
  if (one === undefined || other === undefined || more.length > 0)
    return refused(borderNotInTwo(a.name, b.name, pieces.value.length));
  const grid = gridAbout(a.shape);
  const kept = (plot: Plot, piece: Shape) => planeArea(common(grid.on(plot.shape), grid.on(piece)));
  const swapped = kept(a, [other]) + kept(b, [one]) > kept(a, [one]) + kept(b, [other]);
  const shapes: readonly [Shape, Shape] = swapped ? [[other], [one]] : [[one], [other]];
  const least = tolerance.squareMetres * METRE_STEPS ** 2;
  const robbed = plots.find((plot, i) => kept(plot, shapes[i] ?? []) < least);
  if (robbed !== undefined) return refused(borderTakesAll(robbed.name));
  return done({
    put: shapes.map((shape, i) => ({ shape, from: [plots[i]?.id ?? a.id] })),
    end: plots.map(({ id }, i) => ({ id, into: [i], why: "redrawn" as const })),
  });
}

function mergedShape(plots: readonly Plot[], tolerance: Tolerance): Outcome<Shape> {
  const [first, ...others] = plots;
  if (first === undefined || new Set(plots.map(({ id }) => id)).size < Math.max(2, plots.length))
    return refused(tooFewPlots());
  for (const [i, plot] of plots.entries()) {
    for (const other of plots.slice(i + 1)) {
      const ground = findOverlap(plot.shape, other.shape, tolerance);
      if (ground !== null) return refused(overlapProblem(plot.name, other.name, ground));
    }
  }
  const grid = gridAbout(first.shape);
  const reach = tolerance.metres * METRE_STEPS;
  const shapes = aligned(
    plots.map(({ shape }) => turned(grid.on(shape))),
    reach,
  );
  const sides = shapes.map((shape) => shape.flat().flatMap(sidesOf));
  const alone = plots.find((_, i) => !isReached(sides, i, reach));
  if (alone !== undefined) {
    const than = others.find(({ id }) => id !== alone.id) ?? first;
    return refused(notAdjacent(than.id === alone.id ? first.name : than.name, alone.name));
  }
  const { left, shared } = withoutShared(sides.flat());
  // Closing a border may pinch off a tip that is narrower than the tolerance.
  const ground = facesOf(left).filter((piece) => !isSliver(piece, tolerance));
  return done(grid.off(withoutSeams(ground, shared)));
}

/** Whether one comes from the first plot to this one over common borders. */
function isReached(sides: readonly (readonly Side[])[], wanted: number, reach: number): boolean {
  const reached = new Set([0]);
  for (const i of reached) {
    sides.forEach((others, j) => {
      if (!reached.has(j) && borderLength(sides[i] ?? [], others) > reach) reached.add(j);
    });
  }
  return reached.has(wanted);
}

function borderLength(a: readonly Side[], b: readonly Side[]): number {
  const of = new Set(a.map((side) => side[0].concat(side[1]).join(" ")));
  const shared = b.filter(([from, to]) => of.has(to.concat(from).join(" ")));
  return shared.reduce((sum, [from, to]) => sum + distance(from, to), 0);
}

/** Without the corners at which the vanished border met the outline, where the outline runs straight on, to a millimetre. */
function withoutSeams(shape: Shape, shared: readonly Side[]): Shape {
  const seams = new Set(shared.flat().map((at) => at.join(" ")));
  const straight = (at: Position, i: number, ring: Ring) => {
    const [before = at, after = at] = [ring.at(i - 1), ring[(i + 1) % ring.length]];
    return distance(nearestOn([before, after], at), at) <= METRE_STEPS / 1000;
  };
  return shape.map((polygon) =>
    polygon.map((ring) => ring.filter((at, i) => !(seams.has(at.join(" ")) && straight(at, i, ring)))),
  );
}
