/** What a sent file of geodata holds: areas with their names and attributes, and the coordinate system it names. Pure. */

import type { Shape } from "../../kernel/geometry.ts";
import type { Problem } from "../../kernel/problems.ts";
import type { Epsg } from "../coordinates/systems.ts";

/** The kinds of files that are read, with their names on the screen. */
export const DRAWING_KINDS = {
  geojson: { label: "GeoJSON", extensions: ["geojson", "json"] },
  shapefile: { label: "Shapefile (ZIP)", extensions: ["zip"] },
  kml: { label: "KML", extensions: ["kml"] },
  kmz: { label: "KMZ", extensions: ["kmz"] },
  dxf: { label: "DXF", extensions: ["dxf"] },
} as const satisfies Readonly<
  Record<string, { readonly label: string; readonly extensions: readonly string[] }>
>;
export type DrawingKind = keyof typeof DRAWING_KINDS;

export type PropertyValue = string | number | boolean;

export type DrawnFeature = {
  readonly layer: string;
  readonly name: string | null;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  /** In the system of the drawing, x (easting, longitude) first. */
  readonly shape: Shape;
  /** Where in the file it stands, as a person finds it there. */
  readonly at: string;
};

/** Something that was mended or left out: to be seen before the drawing is taken. */
export type Warning = Omit<Problem, "status">;

export type Drawing = {
  readonly kind: DrawingKind;
  /** EPSG code of the coordinate system that the file names; null where it names none, or one that Khu does not know. */
  readonly crs: Epsg | null;
  readonly layers: readonly string[];
  readonly features: readonly DrawnFeature[];
  readonly warnings: readonly Warning[];
};

/**
 * How much is read before a file is refused. 50,000 plots take 5 to 30 MB and one to four seconds of the one processor
 * that also serves everybody else.
 */
export type DrawingLimits = {
  readonly maxFileBytes: number;
  /** Inflated size of all parts of a ZIP that are read. */
  readonly maxInflatedBytes: number;
  /** Inflated bytes for each packed byte, for parts above one megabyte. */
  readonly maxRatio: number;
  readonly maxEntries: number;
  readonly maxFeatures: number;
  readonly maxCorners: number;
  readonly maxDepth: number;
};

export const DRAWING_LIMITS: DrawingLimits = {
  maxFileBytes: 50_000_000,
  maxInflatedBytes: 150_000_000,
  maxRatio: 200,
  maxEntries: 1_000,
  maxFeatures: 100_000,
  maxCorners: 5_000_000,
  maxDepth: 50,
};

const NAME_KEYS = ["name", "ten", "tenlo", "solo", "lo", "kyhieu", "sothua", "sohieu", "label", "title"];

/** The attribute that names a feature, however its key is spelt: `name`, `TEN`, `Tên lô`, `so_thua`. */
export function nameAmong(properties: Readonly<Record<string, PropertyValue>>): string | null {
  const byKey = new Map(Object.entries(properties).map(([key, value]) => [plainKey(key), value]));
  for (const key of NAME_KEYS) {
    const value = String(byKey.get(key) ?? "").trim();
    if (value !== "") return value;
  }
  return null;
}

function plainKey(key: string): string {
  return key
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

/** Attributes as text, numbers and yes or no; what has no value is left out, what is nested is kept as its JSON. */
export function plainProperties(
  given: ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>,
): Record<string, PropertyValue> {
  const entries: [string, PropertyValue][] = [];
  for (const [key, value] of given instanceof Map ? given : Object.entries(given)) {
    const plain = plainValue(value);
    if (plain !== null) entries.push([key.normalize("NFC"), plain]);
  }
  return Object.fromEntries(entries);
}

function plainValue(value: unknown): PropertyValue | null {
  if (typeof value === "string") return value.normalize("NFC");
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : dayOf(value);
  return JSON.stringify(value) ?? null;
}

/** The day of a date that a reader made in local time. */
function dayOf(date: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
