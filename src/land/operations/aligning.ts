/**
 * Makes neighbours share corners: borders surveyed twice differ by millimetres, and one plot may have a corner where the
 * other runs straight on. Works on the grid. Pure.
 */
import type { Position, Ring, Shape } from "../../kernel/geometry.ts";
import { distance, isSame, nearestOn, type Side, sidesOf } from "./steps.ts";

/** The shapes, with corners nearer than `reach` made one, and each corner near another's side also a corner of it. */
export function aligned(shapes: readonly Shape[], reach: number): readonly Shape[] {
  const known: Position[] = [];
  const met = shapes.map((shape) => {
    const moved = eachRing(shape, (ring) => ring.map((at) => nearestCorner(known, at, reach) ?? at));
    known.push(...moved.flat(2));
    return moved;
  });
  return met.map((shape, i) => {
    const corners = met.flatMap((other, j) => (i === j ? [] : other.flat(2)));
    return eachRing(shape, (ring) =>
      sidesOf(ring).flatMap((side) => [side[0], ...cornersOn(side, corners, reach)]),
    );
  });
}

function eachRing(shape: Shape, through: (ring: Ring) => Ring): Shape {
  return shape.map((polygon) => polygon.map((ring) => withoutRepeats(through(ring))));
}

function withoutRepeats(ring: Ring): Ring {
  return ring.filter((at, i) => !isSame(at, ring.at(i - 1) ?? at) || ring.length === 1);
}

function nearestCorner(corners: readonly Position[], at: Position, reach: number): Position | undefined {
  let best: Position | undefined;
  for (const corner of corners) {
    const away = distance(corner, at);
    if (away <= reach && (best === undefined || away < distance(best, at))) best = corner;
  }
  return best;
}

/** The corners that lie on a side, between its ends, in the order along it. */
export function cornersOn(side: Side, corners: readonly Position[], reach: number): readonly Position[] {
  const [from, to] = side;
  const on = corners.filter((at) => {
    const near = nearestOn(side, at);
    const between = !isSame(near, from) && !isSame(near, to) && !isSame(at, from) && !isSame(at, to);
    return between && distance(near, at) <= reach;
  });
  const along = (at: Position) => distance(from, nearestOn(side, at));
  const sorted = on.sort((a, b) => along(a) - along(b));
  return sorted.filter((at, i) => i === 0 || !isSame(at, sorted[i - 1] ?? at));
}
