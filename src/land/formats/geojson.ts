/** Reads GeoJSON (RFC 7946, and the member `crs` of its forerunner). */

import { z } from "zod";
import type { Epsg } from "../coordinates/systems.ts";
import type { ClosedRings, DrawingBuilder, LeftOut } from "./builder.ts";
import { crsOfName, WGS84 } from "./crs.ts";
import { nameAmong, plainProperties } from "./drawing.ts";
import { isUtf8 } from "./letters.ts";
import { looksOf, METRES_NOT_DEGREES } from "./place.ts";
import { badCoordinates, broken, NO_CRS, refuse, unknownCrs } from "./refusals.ts";
import type { SentFile } from "./sniff.ts";

const position = z.array(z.number()).min(2);
const rings = z.array(z.array(position));
const geometry = z.union([
  z.object({ type: z.literal("Polygon"), coordinates: rings }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(rings) }),
]);
const path = z.array(position).min(2);
const lineGeometry = z.union([
  z.object({ type: z.literal("LineString"), coordinates: path.transform((one) => [one]) }),
  z.object({ type: z.literal("MultiLineString"), coordinates: z.array(path) }),
]);
const typed = z.object({ type: z.string() });
const collection = z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()) });
const feature = z.object({
  type: z.literal("Feature"),
  geometry: z.unknown().nullable(),
  properties: z.record(z.string(), z.unknown()).nullish(),
});
const oldCrs = z.object({ crs: z.object({ properties: z.object({ name: z.string() }) }) });

const NO_AREAS: Readonly<Record<string, LeftOut>> = {
  Point: "point",
  MultiPoint: "point",
  GeometryCollection: "other",
};

/** Adds the features; answers the EPSG code of their coordinates. */
export function readGeojson(file: SentFile, builder: DrawingBuilder): Epsg | null {
  const root = parsed(file);
  const found = collection.safeParse(root);
  const features = found.success ? found.data.features : [asFeature(root)];
  const layer = file.name.replace(/\.[^.]*$/, "");
  features.forEach((given, i) => {
    addFeature(given, { layer, at: `features[${i}]` }, builder);
  });
  return crsOf(root, builder);
}

function parsed({ bytes }: SentFile): unknown {
  if (!isUtf8(bytes)) return refuse(broken({ vi: "chữ không theo UTF-8", en: "its text is not UTF-8" }));
  try {
    const root: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return root;
  } catch {
    return refuse(broken({ vi: "JSON không đúng định dạng", en: "its JSON is malformed" }));
  }
}

function asFeature(root: unknown): unknown {
  const kind = typed.safeParse(root);
  if (kind.success && kind.data.type === "Feature") return root;
  return { type: "Feature", geometry: root, properties: null };
}

type Place = { readonly layer: string; readonly at: string };

function addFeature(given: unknown, { layer, at }: Place, builder: DrawingBuilder): void {
  const found = feature.safeParse(given);
  if (!found.success) {
    const what = { vi: `${at} không phải Feature của GeoJSON`, en: `${at} is no Feature of GeoJSON` };
    builder.report(broken(what, at));
    return;
  }
  const properties = plainProperties(found.data.properties ?? {});
  const left = leftOutOf(found.data.geometry);
  const area = geometry.safeParse(found.data.geometry);
  const lines = lineGeometry.safeParse(found.data.geometry);
  if (left !== null) builder.leaveOut(layer, left);
  else if (lines.success)
    builder.addLines({ layer, name: nameAmong(properties), properties, at }, inPlane(lines.data.coordinates));
  else if (!area.success) builder.report(badCoordinates(at));
  else {
    const polygons = area.data.type === "Polygon" ? [area.data.coordinates] : area.data.coordinates;
    const name = nameAmong(properties);
    builder.add({ layer, name, properties, at }, polygons.filter(hasRings).map(inPlane));
  }
}

function leftOutOf(given: unknown): LeftOut | null {
  if (given === null || given === undefined) return "empty";
  const kind = typed.safeParse(given);
  return kind.success ? (NO_AREAS[kind.data.type] ?? null) : null;
}

const hasRings = (polygon: z.infer<typeof rings>) => polygon.length > 0;

/** Heights are left out. */
function inPlane(polygon: z.infer<typeof rings>): ClosedRings {
  return polygon.map((ring) => ring.map(([x = Number.NaN, y = Number.NaN]) => [x, y] as const));
}

function crsOf(root: unknown, builder: DrawingBuilder): Epsg | null {
  const named = oldCrs.safeParse(root);
  if (named.success) {
    const { crs, name } = crsOfName(named.data.crs.properties.name);
    if (crs === null) builder.warn(unknownCrs(name));
    return crs;
  }
  if (looksOf(builder.features) !== "metres") return WGS84;
  // GeoJSON is WGS84 by its standard, but programs write metres into it and leave the system out.
  builder.warn({ ...METRES_NOT_DEGREES, remedy: NO_CRS.remedy });
  return null;
}
