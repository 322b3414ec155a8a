/** All overlaps among very many shapes, found by an index of their boxes. Pure. */
import Flatbush from "flatbush";
import { extentOf, type Position, type Shape } from "../../kernel/geometry.ts";
import { type Excess, findOverlap, TOLERANCE, type Tolerance } from "./overlapping.ts";
import { sidesOf, turn } from "./steps.ts";

/** Two shapes that share ground, by their places in the list, the earlier first. */
export type Overlap = { readonly first: number; readonly second: number; readonly ground: Excess };

/** Every two of the shapes, all in metres of one plane, that share ground; in the order of the list. */
export function listOverlaps(shapes: readonly Shape[], tolerance: Tolerance = TOLERANCE): readonly Overlap[] {
  if (shapes.length < 2) return [];
  const index = new Flatbush(shapes.length);
  const extents = shapes.map(extentOf);
  for (const [west, south, east, north] of extents) index.add(west, south, east, north);
  index.finish();
  const hulls: (readonly Position[] | undefined)[] = [];
  const hullAt = (i: number) => {
    const hull = hulls[i] ?? hullOf((shapes[i] ?? []).flat(2));
    hulls[i] = hull;
    return hull;
  };
  const found: Overlap[] = [];
  extents.forEach(([west, south, east, north], first) => {
    const inset = tolerance.metres;
    const near = index.search(west + inset, south + inset, east - inset, north - inset, (i) => i > first);
    for (const second of near.sort((a, b) => a - b)) {
      if (areApart(hullAt(first), hullAt(second), tolerance)) continue;
      const ground = findOverlap(shapes[first] ?? [], shapes[second] ?? [], tolerance);
      if (ground !== null) found.push({ first, second, ground });
    }
  });
  return found;
}

/** Whether some side of either hull has both on its two sides, but for a strip that is too narrow to count. */
function areApart(a: readonly Position[], b: readonly Position[], { metres }: Tolerance): boolean {
  return hasAllBeyond(a, b, metres) || hasAllBeyond(b, a, metres);
}

function hasAllBeyond(hull: readonly Position[], others: readonly Position[], metres: number): boolean {
  return sidesOf(hull).some(([from, to]) => {
    const reach = metres * Math.hypot(to[0] - from[0], to[1] - from[1]);
    return others.every((at) => turn(from, to, at) <= reach);
  });
}

/** The corners of the least convex shape around all, against the clock. */
function hullOf(corners: readonly Position[]): readonly Position[] {
  const sorted = [...corners].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (run: readonly Position[]) => {
    const chain: Position[] = [];
    for (const at of run) {
      for (;;) {
        const [before, last] = chain.slice(-2);
        if (before === undefined || last === undefined || turn(before, last, at) > 0) break;
        chain.pop();
      }
      chain.push(at);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}
