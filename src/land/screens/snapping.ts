/** Where a pressed place settles: at a corner near it, else on a side. Pure. */
import type { Position, Shape } from "../../kernel/geometry.ts";
import { distance, nearestOn, sidesOf } from "../operations/steps.ts";

export type Snapped = { readonly at: Position; readonly on: "corner" | "side" | null };

/** The nearest corner of the shapes within reach (metres), else the nearest place on a side; else the place itself. */
export function snapped(at: Position, shapes: readonly Shape[], reach: number): Snapped {
  let corner: Position | null = null;
  let side: Position | null = null;
  for (const ring of shapes.flat(2)) {
    for (const [from, to] of sidesOf(ring)) {
      if (distance(from, at) <= reach && (corner === null || distance(from, at) < distance(corner, at)))
        corner = from;
      const near = nearestOn([from, to], at);
      if (distance(near, at) <= reach && (side === null || distance(near, at) < distance(side, at)))
        side = near;
    }
  }
  if (corner !== null) return { at: corner, on: "corner" };
  return side === null ? { at, on: null } : { at: side, on: "side" };
}
