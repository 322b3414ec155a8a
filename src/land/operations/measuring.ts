/** How large a shape is, and whether a place lies in it. Pure. */
import geographiclib from "geographiclib-geodesic";
import { extentOf, type Polygon, type Position, type Ring, type Shape } from "../../kernel/geometry.ts";
import { distance, isSame, nearestOn, sidesOf, turn } from "./steps.ts";

/** The area of a ring, positive where its corners run against the clock; about its first corner, so that no digit is lost. */
export function ringArea(ring: Ring): number {
  const [origin, ...rest] = ring;
  if (origin === undefined) return 0;
  let twice = 0;
  for (let i = 1; i < rest.length; i++) {
    const [before, here] = [rest[i - 1], rest[i]];
    if (before !== undefined && here !== undefined) twice += turn(origin, before, here);
  }
  return twice / 2;
}

function polygonArea([outer = [], ...holes]: Polygon): number {
  return holes.reduce((area, hole) => area - Math.abs(ringArea(hole)), Math.abs(ringArea(outer)));
}

/** The area in the plane that the shape is given in: m² for metres. In a plane of VN-2000 this is the legal one. */
export function planeArea(shape: Shape): number {
  return shape.reduce((area, polygon) => area + polygonArea(polygon), 0);
}

/** The area in m² on the ellipsoid of WGS84, of a shape in degrees. */
export function geodesicArea(degrees: Shape): number {
  const area = (ring: Ring): number => {
    const on = geographiclib.Geodesic.WGS84.Polygon(false);
    for (const [longitude, latitude] of ring) on.AddPoint(latitude, longitude);
    return Math.abs(on.Compute(false, true).area ?? 0);
  };
  const one = ([outer = [], ...holes]: Polygon) => holes.reduce((sum, hole) => sum - area(hole), area(outer));
  return degrees.reduce((sum, polygon) => sum + one(polygon), 0);
}

/** The length of all rings, holes too. */
export function perimeterOf(shape: Shape): number {
  const sides = shape.flat().flatMap(sidesOf);
  return sides.reduce((sum, [from, to]) => sum + distance(from, to), 0);
}

export type Standing = "inside" | "border" | "outside";

/** Where a place stands to a shape; nearer than `within` to a side it is on the border. */
export function standingIn(shape: Shape, at: Position, within = 0): Standing {
  let inside = false;
  for (const [from, to] of shape.flat().flatMap(sidesOf)) {
    if (within > 0 && distance(nearestOn([from, to], at), at) <= within) return "border";
    if (isSame(from, at)) return "border";
    const above = from[1] > at[1];
    const side = turn(from, to, at);
    if (side === 0 && isBetween(at, from, to)) return "border";
    if (above !== to[1] > at[1] && side > 0 !== above) inside = !inside;
  }
  return inside ? "inside" : "outside";
}

function isBetween(at: Position, from: Position, to: Position): boolean {
  return (at[0] - from[0]) * (at[0] - to[0]) <= 0 && (at[1] - from[1]) * (at[1] - to[1]) <= 0;
}

/** Whether a place lies in a shape, its border included. */
export function isIn(shape: Shape, at: Position): boolean {
  return standingIn(shape, at) !== "outside";
}

/** A place well inside: the middle of the longest stretch across the shape at half its height. */
export function placeInside(shape: Shape): Position {
  const [, south, , north] = extentOf(shape);
  // Half the height may be the height of a corner or of a side; the others then are not.
  for (const share of [0.5, 0.4871, 0.2613, 0.7391]) {
    const [longest] = stretchesAt(shape, south + (north - south) * share);
    if (longest !== undefined && longest.length > 0) return longest.middle;
  }
  return shape[0]?.[0]?.[0] ?? [0, 0];
}

/** The stretches of a shape at a height, the longest first. */
function stretchesAt(shape: Shape, height: number) {
  const sides = shape.flat().flatMap(sidesOf);
  const crossings = sides.flatMap(([from, to]) => crossingAt(from, to, height)).sort((a, b) => a - b);
  const stretches = crossings.flatMap((west, i) => {
    const east = crossings[i + 1];
    if (i % 2 === 1 || east === undefined) return [];
    const middle: Position = [(west + east) / 2, height];
    return [{ middle, length: east - west }];
  });
  return stretches.sort((a, b) => b.length - a.length);
}

function crossingAt(from: Position, to: Position, height: number): readonly number[] {
  if (from[1] > height === to[1] > height) return [];
  return [from[0] + ((height - from[1]) / (to[1] - from[1])) * (to[0] - from[0])];
}
