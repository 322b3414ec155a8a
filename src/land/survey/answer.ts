/** What is told of a surveyed table: areas, the ring in WGS84, the commune. Pure. */
import { type Boundary, inDegrees, type Shape } from "../../kernel/geometry.ts";
import { turned } from "../operations/faces.ts";
import { geodesicArea, planeArea } from "../operations/measuring.ts";
import type { SurveyedPlot } from "./reading.ts";

/** A commune and how much of a plot lies in it, from 0 to 1. */
export type CommuneShare = { readonly code: string; readonly name: string; readonly share: number };
/** The communes in which a plot lies, the largest share first; none where no outline holds any of it. */
export type CommuneAt = (plot: Boundary) => readonly CommuneShare[];

/** `unknown`: no outlines of communes were imported; `outside`: they were, and none holds the plot. */
export type CommuneAnswer =
  | { readonly known: "unknown" }
  | { readonly known: "outside" }
  | { readonly known: "inside"; readonly communes: readonly CommuneShare[] };

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
    commune: communeOf(plot.boundary, communeAt),
    rows: plot.rows,
    geometry: { type: "MultiPolygon", coordinates: closed(turned(degrees)) },
  };
}

function communeOf(plot: Boundary, communeAt: CommuneAt | null): CommuneAnswer {
  if (communeAt === null) return { known: "unknown" };
  const communes = communeAt(plot);
  return communes.length === 0 ? { known: "outside" } : { known: "inside", communes };
}

function closed(shape: Shape): Shape {
  return shape.map((polygon) => polygon.map((ring) => [...ring, ...ring.slice(0, 1)]));
}
