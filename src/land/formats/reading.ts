/** Which areas does a sent drawing hold, and in which coordinate system? GeoJSON, zipped shapefile, KML, KMZ, DXF. */

import { done, type Outcome, RefusalError, refused } from "../../kernel/problems.ts";
import type { Epsg } from "../coordinates/systems.ts";
import { DrawingBuilder } from "./builder.ts";
import { DRAWING_LIMITS, type Drawing, type DrawingKind, type DrawingLimits } from "./drawing.ts";
import { readDxf } from "./dxf.ts";
import { readGeojson } from "./geojson.ts";
import { readKml, readKmz } from "./kml.ts";
import { IMAGE_COORDINATES, looksOf, placeProblems } from "./place.ts";
import { NO_CRS, refuse } from "./refusals.ts";
import { readShapefile } from "./shapefile.ts";
import { kindOf, type SentFile } from "./sniff.ts";

type Reader = (file: SentFile, builder: DrawingBuilder) => Epsg | null | Promise<Epsg | null>;

const READERS: Readonly<Record<DrawingKind, Reader>> = {
  geojson: readGeojson,
  shapefile: readShapefile,
  kml: readKml,
  kmz: readKmz,
  dxf: readDxf,
};

/**
 * The drawing, or why none of it is taken. Where `crs` is null, `placeProblems` is to be asked once somebody has named
 * the system. Whether rings cross themselves or each other is judged by the operations, in the plane.
 */
export async function readGeodata(
  file: SentFile,
  limits: DrawingLimits = DRAWING_LIMITS,
): Promise<Outcome<Drawing>> {
  const read = await readUnplaced(file, limits);
  if (!read.ok || read.value.crs === null) return read;
  const [first, ...rest] = placeProblems(read.value.features, read.value.crs);
  return first === undefined ? read : refused(first, ...rest);
}

/** The same, whether its coordinates can lie in Vietnam or not: somebody may know the system better than the file. */
export async function readUnplaced(
  file: SentFile,
  limits: DrawingLimits,
  takes: "areas" | "lines" = "areas",
): Promise<Outcome<Drawing>> {
  const kind = kindOf(file, limits);
  if (!kind.ok) return kind;
  const builder = new DrawingBuilder(limits, takes);
  try {
    const crs = await READERS[kind.value](file, builder);
    const drawing = builder.finish(kind.value, crs);
    return done(crs === null ? withoutCrs(drawing) : drawing);
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, problems: error.problems };
    throw error;
  }
}

function withoutCrs(drawing: Drawing): Drawing {
  if (looksOf(drawing.features) === "image") refuse(IMAGE_COORDINATES);
  const isSaid = drawing.warnings.some(({ field }) => field === "crs");
  return isSaid ? drawing : { ...drawing, warnings: [NO_CRS, ...drawing.warnings] };
}
