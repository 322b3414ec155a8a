/** The arcs between the corners of a polyline (bulges of DXF) as points. Pure. */
import type { Position } from "../../kernel/geometry.ts";

/** How far a chord may lie from its arc, in metres. */
export const ARC_TOLERANCE = 0.001;
const MOST_STEPS = 1_000;

export type BulgedCorner = { readonly at: Position; readonly bulge: number };

/** Corners and the points of the arcs behind them; `closed` draws the last one's arc to the first corner, too. */
export function drawnPoints(corners: readonly BulgedCorner[], closed: boolean): Position[] {
  return corners.flatMap(({ at, bulge }, i) => {
    const next = corners[i + 1] ?? (closed ? corners[0] : undefined);
    return next === undefined ? [at] : [at, ...arcPoints(at, next.at, bulge)];
  });
}

/**
 * The points inside the arc from one corner to the next. The bulge is the tangent of a quarter of the arc's angle,
 * above 0 where the arc runs counter-clockwise.
 */
function arcPoints(from: Position, to: Position, bulge: number): Position[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const chord = Math.hypot(dx, dy);
  if (bulge === 0 || chord === 0 || !Number.isFinite(bulge)) return [];
  const angle = 4 * Math.atan(bulge);
  const radius = (chord * (1 + bulge * bulge)) / (4 * Math.abs(bulge));
  const middle = (1 - bulge * bulge) / (4 * bulge);
  const [cx, cy] = [(from[0] + to[0]) / 2 - dy * middle, (from[1] + to[1]) / 2 + dx * middle];
  const widest = 2 * Math.acos(Math.max(0, 1 - ARC_TOLERANCE / radius));
  const steps = Math.min(MOST_STEPS, Math.max(2, Math.ceil(Math.abs(angle) / widest)));
  const begin = Math.atan2(from[1] - cy, from[0] - cx);
  return Array.from({ length: steps - 1 }, (_, i): Position => {
    const turned = begin + (angle * (i + 1)) / steps;
    return [cx + radius * Math.cos(turned), cy + radius * Math.sin(turned)];
  });
}
