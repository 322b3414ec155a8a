/** In which communes a surveyed plot lies, by the outlines that were imported. Pure. */
import type { Boundary } from "../../kernel/geometry.ts";
import { inPlane } from "../coordinates/boundaries.ts";
import { common } from "../operations/clipping.ts";
import { planeArea } from "../operations/measuring.ts";
import { findOverlap } from "../operations/overlapping.ts";
import { gridAbout } from "../operations/steps.ts";
import type { CommuneShare } from "../survey/answer.ts";

/** A commune with its outline. */
export type Outline = { readonly code: string; readonly name: string; readonly boundary: Boundary };

/** The communes of a plot with their shares of it, the largest first; one that it only touches is none. */
export function communesOf(plot: Boundary, outlines: readonly Outline[]): readonly CommuneShare[] {
  const shape = inPlane(plot);
  const whole = planeArea(shape);
  const grid = gridAbout(shape);
  const own = grid.on(shape);
  const shares = outlines.flatMap(({ code, name, boundary }) => {
    const around = inPlane(boundary, plot.plane);
    if (whole <= 0 || findOverlap(shape, around) === null) return [];
    return [{ code, name, share: Math.min(1, planeArea(grid.off(common(own, grid.on(around)))) / whole) }];
  });
  return shares.sort((a, b) => b.share - a.share || a.code.localeCompare(b.code));
}
