/** Gives features out as GeoJSON, KML, CSV or FlatGeobuf, in pieces, so that a nation need not fit into one text. */
import type { Format } from "./formats.ts";
import { writeCsv } from "./writeCsv.ts";
import { writeFgb } from "./writeFgb.ts";
import { writeGeojson } from "./writeGeojson.ts";
import { writeKml } from "./writeKml.ts";
import type { Written } from "./written.ts";

export { FORMATS, type Format, type PositionAccuracy } from "./formats.ts";
export type { GeodataColumn, Written, WrittenFeature, WrittenProperty } from "./written.ts";

const WRITERS = {
  geojson: writeGeojson,
  kml: writeKml,
  csv: writeCsv,
  fgb: writeFgb,
} as const satisfies Readonly<Record<Format, (written: Written) => AsyncIterable<string | Uint8Array>>>;

/** The file in pieces; `Readable.from` makes a stream of it. */
export function writeGeodata(format: Format, written: Written): AsyncIterable<string | Uint8Array> {
  return WRITERS[format](written);
}
