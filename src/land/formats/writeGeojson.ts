/** Writes GeoJSON (RFC 7946). */
import {
  inPieces,
  propertiesOf,
  rounded,
  type Written,
  type WrittenFeature,
  writtenPolygon,
} from "./written.ts";

/** The text of the file in pieces. */
export function writeGeojson(written: Written): AsyncGenerator<string, void, undefined> {
  return inPieces(lines(written));
}

async function* lines({ title, columns, features }: Written): AsyncGenerator<string, void, undefined> {
  yield `{"type":"FeatureCollection","name":${JSON.stringify(title)},"features":[`;
  let separator = "\n";
  for await (const feature of features) {
    const { id } = feature;
    const properties = Object.fromEntries(propertiesOf(feature, columns));
    yield `${separator}${JSON.stringify({ type: "Feature", id, properties, geometry: geometryOf(feature) })}`;
    separator = ",\n";
  }
  yield "\n]}\n";
}

/** The geometry of a feature as GeoJSON; null where its place is not known. */
export function geometryOf({ shape, point }: WrittenFeature) {
  if (shape !== null) {
    const coordinates = shape.map(writtenPolygon);
    const [only] = coordinates;
    return coordinates.length === 1 && only !== undefined
      ? { type: "Polygon" as const, coordinates: only }
      : { type: "MultiPolygon" as const, coordinates };
  }
  return point === null || point === undefined
    ? null
    : { type: "Point" as const, coordinates: rounded(point) };
}
