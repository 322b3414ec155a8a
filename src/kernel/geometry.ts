/**
 * Boundaries as the register keeps them: whole numbers, so that their canonical bytes are the same everywhere, with the
 * coordinates as they were surveyed beside those in WGS84. Pure.
 */
import { z } from "zod";

/** Easting and northing in metres, or longitude and latitude in degrees: always x first. */
export type Position = readonly [x: number, y: number];
/** The corners of a closed line in order; the first is not repeated at the end. */
export type Ring = readonly Position[];
/** An outer ring, then its holes. */
export type Polygon = readonly Ring[];
/** One or more polygons that share no inside. */
export type Shape = readonly Polygon[];

/** Steps in a degree (0.1 mm on the ground or less) and in a metre of what is kept. */
export const DEGREE_STEPS = 1_000_000_000;
export const METRE_STEPS = 10_000;

const step = z.number().refine(Number.isSafeInteger, { error: "a whole number" });
const keptRing = z.array(z.tuple([step, step])).min(3);
export const keptShape = z.array(z.array(keptRing).min(1)).min(1);
export type KeptShape = z.infer<typeof keptShape>;

/** A boundary as an attribute holds it. */
export const boundary = z.object({
  /** EPSG code of the coordinate system of `survey`. */
  crs: z.number().int(),
  /** EPSG code of the plane of VN-2000 in which its area counts: the one of its province. */
  plane: z.number().int(),
  /** How exact the survey is, in mm; 0 where no paper says. */
  accuracy: z.number().int().nonnegative(),
  /** As surveyed: `METRE_STEPS` in a plane, `DEGREE_STEPS` where the system is geographic; easting (longitude) first. */
  survey: keptShape,
  /** Longitude and latitude in WGS84, in `DEGREE_STEPS`. */
  wgs84: keptShape,
});
export type Boundary = z.infer<typeof boundary>;

/** Lines (a road, a river) as an attribute holds them: the same as a boundary, but each line is open and has two points or more. */
export const lines = boundary.omit({ plane: true }).extend({
  survey: z.array(z.array(z.tuple([step, step])).min(2)).min(1),
  wgs84: z.array(z.array(z.tuple([step, step])).min(2)).min(1),
});
export type Lines = z.infer<typeof lines>;

/** A shape in whole steps, `steps` of them in a unit. */
export function keepShape(shape: Shape, steps: number): KeptShape {
  return shape.map((polygon) =>
    polygon.map((ring) => ring.map(([x, y]) => [Math.round(x * steps), Math.round(y * steps)])),
  );
}

/** A kept shape in its unit again. */
export function shapeOf(kept: KeptShape, steps: number): Shape {
  return kept.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Position => [x / steps, y / steps])));
}

/** A boundary's shape in degrees of WGS84. */
export function inDegrees({ wgs84 }: Boundary): Shape {
  return shapeOf(wgs84, DEGREE_STEPS);
}

/** West, south, east, north of a shape, in its unit. */
export type Extent = readonly [west: number, south: number, east: number, north: number];
export function extentOf(shape: Shape): Extent {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of shape) {
    for (const ring of polygon) {
      for (const [x, y] of ring) {
        west = Math.min(west, x);
        south = Math.min(south, y);
        east = Math.max(east, x);
        north = Math.max(north, y);
      }
    }
  }
  return [west, south, east, north];
}
