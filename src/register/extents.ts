/** The extent of a subject's boundary as a column of its period table. Pure. */
import {
  boundary,
  DEGREE_STEPS,
  type Extent,
  extentOf,
  inDegrees,
  lines,
  shapeOf,
} from "../kernel/geometry.ts";
import type { AttributeValue } from "./vocabulary.ts";

/** The attribute `boundary` as the database writes a box, in degrees of WGS84; null where there is none. */
export function extentOfBoundary(attributes: Readonly<Record<string, AttributeValue>>): string | null {
  if (attributes.boundary === undefined) return null;
  return boxText(extentOf(inDegrees(boundary.parse(attributes.boundary))));
}

/** The same of the attribute `boundary` or else `lines`. */
export function extentOfEither(attributes: Readonly<Record<string, AttributeValue>>): string | null {
  if (attributes.lines === undefined) return extentOfBoundary(attributes);
  const { wgs84 } = lines.parse(attributes.lines);
  return boxText(
    extentOf(
      shapeOf(
        wgs84.map((line) => [line]),
        DEGREE_STEPS,
      ),
    ),
  );
}

function boxText([west, south, east, north]: Extent): string {
  return `(${east},${north}),(${west},${south})`;
}
