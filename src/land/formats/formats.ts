/** In which formats the land is given out: one list for the addresses, the answers and the screens. Pure. */
export const FORMATS = {
  geojson: { label: "GeoJSON", mediaType: "application/geo+json", extension: "geojson" },
  kml: { label: "KML", mediaType: "application/vnd.google-earth.kml+xml", extension: "kml" },
  csv: { label: "CSV (WKT)", mediaType: "text/csv; charset=utf-8; header=present", extension: "csv" },
  fgb: { label: "FlatGeobuf", mediaType: "application/vnd.flatgeobuf", extension: "fgb" },
} as const satisfies Readonly<
  Record<string, { readonly label: string; readonly mediaType: string; readonly extension: string }>
>;
export type Format = keyof typeof FORMATS;

/** How well the place of a feature is known: by its boundary, a point, no more than its commune, or not at all. */
export type PositionAccuracy = "boundary" | "point" | "commune" | "unknown";
