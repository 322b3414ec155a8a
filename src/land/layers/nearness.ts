/** How far a shape lies from lines, in metres of a plane. Pure. */
import { type Extent, extentOf, type Position, type Shape } from "../../kernel/geometry.ts";
import { standingIn } from "../operations/measuring.ts";
import { distance, meetingsOf, nearestOn, type Side, sidesOf } from "../operations/steps.ts";

/** Whether any of the lines comes as near to the shape as `metres`, or touches it. */
export function isWithin(shape: Shape, lines: readonly (readonly Position[])[], metres: number): boolean {
  const around = widened(extentOf(shape), metres);
  const sides = shape.flat().flatMap(sidesOf);
  return lines.some((line) =>
    line.some((from, i) => {
      const piece: Side = [from, line[i + 1] ?? from];
      if (!touches(piece, around)) return false;
      // A line may lie within the shape as a whole, far from all of its sides.
      if (standingIn(shape, from) !== "outside") return true;
      return sides.some((side) => gapOf(side, piece) <= metres);
    }),
  );
}

function widened([west, south, east, north]: Extent, by: number): Extent {
  return [west - by, south - by, east + by, north + by];
}

function touches([a, b]: Side, [west, south, east, north]: Extent): boolean {
  return (
    Math.max(a[0], b[0]) >= west &&
    Math.min(a[0], b[0]) <= east &&
    Math.max(a[1], b[1]) >= south &&
    Math.min(a[1], b[1]) <= north
  );
}

function gapOf(a: Side, b: Side): number {
  if (meetingsOf(a, b).length > 0) return 0;
  const gap = (side: Side, at: Position) => distance(nearestOn(side, at), at);
  return Math.min(gap(a, b[0]), gap(a, b[1]), gap(b, a[0]), gap(b, a[1]));
}
