/** What is told of a surveyed table: areas, the ring in WGS84, the commune. Pure. */
import { inDegrees, type Position, type Shape } from "../../kernel/geometry.ts";
import { turned } from "../operations/faces.ts";
import { geodesicArea, placeInside, planeArea } from "../operations/measuring.ts";
import type { SurveyedPlot } from "./reading.ts";

export type Commune = { readonly code: string; readonly name: string };
/** The commune at a longitude and latitude of WGS84, or null where none of the outlines holds it. */
export type CommuneAt = (at: Position) => Commune | null;

/** `unknown`: no outlines of communes were imported; `outside`: they were, and none holds the plot. */
export type CommuneAnswer =
  | { readonly known: "unknown" }
  | { readonly known: "outside" }
  | ({ readonly known: "inside" } & Commune);

export type PlotAnswer = {
  readonly name: string | null;
  readonly crs: number;
  readonly plane: number;
  /** m² in the plane of VN-2000. */
  readonly area: number;
  /** m² on the ellipsoid of WGS84. */
  readonly geodesicArea: number;
  readonly commune: CommuneAnswer;
  readonly rows: readonly number[];
  /** GeoJSON, in WGS84: rings closed, outer ones against the clock. */
  readonly geometry: {
    readonly type: "MultiPolygon";
    readonly coordinates: Shape;
  };
};

/** The answer about one plot; `communeAt` is null where no outlines were imported. */
export function answerPlot(plot: SurveyedPlot, communeAt: CommuneAt | null): PlotAnswer {
  const degrees = inDegrees(plot.boundary);
  return {
    name: plot.name,
    crs: plot.boundary.crs,
    plane: plot.boundary.plane,
    area: planeArea(plot.shape),
    geodesicArea: geodesicArea(degrees),
    commune: communeOf(degrees, communeAt),
    rows: plot.rows,
    geometry: { type: "MultiPolygon", coordinates: closed(turned(degrees)) },
  };
}

function communeOf(degrees: Shape, communeAt: CommuneAt | null): CommuneAnswer {
  if (communeAt === null) return { known: "unknown" };
  const commune = communeAt(placeInside(degrees));
  return commune === null ? { known: "outside" } : { known: "inside", ...commune };
}

function closed(shape: Shape): Shape {
  return shape.map((polygon) => polygon.map((ring) => [...ring, ...ring.slice(0, 1)]));
}
