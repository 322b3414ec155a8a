/** What a boundary is made of: the shape as surveyed, and the same in WGS84; and the shape again in a plane. Pure. */
import {
  type Boundary,
  DEGREE_STEPS,
  inDegrees,
  keepShape,
  METRE_STEPS,
  type Shape,
  shapeOf,
} from "../../kernel/geometry.ts";
import { type Epsg, getSystem, isPlane } from "./systems.ts";
import { eachCorner, fromWgs84, toWgs84 } from "./transforming.ts";

export type Surveyed = {
  /** Easting or longitude first, in the unit of `crs`. */
  readonly shape: Shape;
  readonly crs: Epsg;
  /** In which plane the area counts: that of the province. */
  readonly plane: Epsg;
  /** How exact the survey is, in mm, where the paper says. */
  readonly accuracyMm?: number;
};

function stepsOf(code: number): number {
  return isPlane(getSystem(code)) ? METRE_STEPS : DEGREE_STEPS;
}

/** The boundary to keep of a surveyed shape. */
export function boundaryOf({ shape, crs, plane, accuracyMm }: Surveyed): Boundary {
  const survey = keepShape(shape, stepsOf(crs));
  // From what is kept, not from what was given: so that WGS84 can be computed again from the survey.
  const degrees = eachCorner(shapeOf(survey, stepsOf(crs)), (at) => toWgs84(at, crs));
  return {
    crs,
    plane,
    accuracy: accuracyMm ?? 0,
    survey,
    wgs84: keepShape(degrees, DEGREE_STEPS),
  };
}

/** The shape of a boundary in metres of a plane: the survey itself where it stands in that plane, else from WGS84. */
export function inPlane(boundary: Boundary, epsg: number = boundary.plane): Shape {
  const plane = getSystem(epsg);
  if (!isPlane(plane)) throw new RangeError(`EPSG:${epsg} is no plane`);
  if (boundary.crs === epsg) return shapeOf(boundary.survey, METRE_STEPS);
  return eachCorner(inDegrees(boundary), (at) => fromWgs84(at, plane.epsg));
}
