/** How large a boundary is, for the period tables. Pure. */
import type { Boundary } from "../kernel/geometry.ts";
import { inPlane } from "./coordinates/boundaries.ts";
import { planeArea } from "./operations/measuring.ts";

/** m² of a boundary in its plane of VN-2000, to the whole m². */
export function measuredArea(boundary: Boundary): number {
  return Math.round(planeArea(inPlane(boundary)));
}
