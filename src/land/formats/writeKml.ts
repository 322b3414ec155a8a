/** Writes KML 2.2 (OGC 07-147r2), the attributes as ExtendedData. */
import type { Position } from "../../kernel/geometry.ts";
import {
  inPieces,
  propertiesOf,
  rounded,
  type Written,
  type WrittenFeature,
  writtenPolygon,
} from "./written.ts";

/** The text of the file in pieces. */
export function writeKml(written: Written): AsyncGenerator<string, void, undefined> {
  return inPieces(lines(written));
}

async function* lines({ title, columns, features }: Written): AsyncGenerator<string, void, undefined> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n';
  yield `<Document><name>${escaped(title)}</name>\n`;
  for await (const feature of features) {
    const { name } = feature.properties;
    const values = [["id", feature.id] as const, ...propertiesOf(feature, columns)]
      .filter(([, value]) => value !== null)
      .map(([key, value]) => `<Data name="${escaped(key)}"><value>${escaped(String(value))}</value></Data>`);
    yield `<Placemark><name>${escaped(String(name ?? feature.id))}</name>`;
    yield `<ExtendedData>${values.join("")}</ExtendedData>${geometryOf(feature)}</Placemark>\n`;
  }
  yield "</Document>\n</kml>\n";
}

function geometryOf({ shape, point }: WrittenFeature): string {
  if (shape === null) {
    return point === null || point === undefined ? "" : `<Point>${coordinates([rounded(point)])}</Point>`;
  }
  const polygons = shape
    .map(writtenPolygon)
    .map((rings) => `<Polygon>${rings.map(boundary).join("")}</Polygon>`);
  return polygons.length === 1 ? polygons.join("") : `<MultiGeometry>${polygons.join("")}</MultiGeometry>`;
}

function boundary(ring: readonly Position[], i: number): string {
  const element = i === 0 ? "outerBoundaryIs" : "innerBoundaryIs";
  return `<${element}><LinearRing>${coordinates(ring)}</LinearRing></${element}>`;
}

function coordinates(positions: readonly Position[]): string {
  return `<coordinates>${positions.map(([x, y]) => `${x},${y}`).join(" ")}</coordinates>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML may hold it. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
