/** The extent of a subject's boundary as a column of its period table. Pure. */
import { boundary, extentOf, inDegrees } from "../kernel/geometry.ts";
import type { AttributeValue } from "./vocabulary.ts";

/** The attribute `boundary` as the database writes a box, in degrees of WGS84; null where there is none. */
export function extentOfBoundary(attributes: Readonly<Record<string, AttributeValue>>): string | null {
  if (attributes.boundary === undefined) return null;
  const [west, south, east, north] = extentOf(inDegrees(boundary.parse(attributes.boundary)));
  return `(${east},${north}),(${west},${south})`;
}
