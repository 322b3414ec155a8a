/** What two shapes have in common and what one has beyond the other, on a grid of whole steps. Pure. */
import { Clipper, ClipType, FillRule, type Path64, type PolyPath64, PolyTree64 } from "clipper2-ts";
import type { Polygon, Ring, Shape } from "../../kernel/geometry.ts";

/** Crossings are rounded to this part of a step, so that what is common and what is beyond make up the whole. */
const FINER = 64;

function given(shape: Shape): Path64[] {
  return shape.flatMap((polygon) =>
    polygon.map((ring) => ring.map(([x, y]) => ({ x: Math.round(x * FINER), y: Math.round(y * FINER) }))),
  );
}

function ringOf(path: PolyPath64): Ring {
  return (path.polygon ?? []).map(({ x, y }) => [x / FINER, y / FINER]);
}

/** The polygons of a level, with their holes; what lies within a hole is a polygon of its own. */
function polygonsIn(level: { readonly count: number; child(i: number): PolyPath64 }): readonly Polygon[] {
  return Array.from({ length: level.count }, (_, i) => level.child(i)).flatMap((outer) => {
    const holes = Array.from({ length: outer.count }, (_, i) => outer.child(i));
    return [[ringOf(outer), ...holes.map(ringOf)], ...holes.flatMap(polygonsIn)];
  });
}

function clipped(how: ClipType, a: Shape, b: Shape): Shape {
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(how, given(a), given(b), tree, FillRule.EvenOdd);
  return polygonsIn(tree);
}

/** The ground of both. */
export function common(a: Shape, b: Shape): Shape {
  return clipped(ClipType.Intersection, a, b);
}

/** The ground of `a` without that of `b`. */
export function beyond(a: Shape, b: Shape): Shape {
  return clipped(ClipType.Difference, a, b);
}
