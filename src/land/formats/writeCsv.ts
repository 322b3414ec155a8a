/** Writes CSV with the geometry as well-known text (OGC 06-103r4), safe to open in a spreadsheet. */

import type { Position } from "../../kernel/geometry.ts";
import { csvLines, type WrittenColumn, type WrittenValue } from "../../platform/workbooks/writing.ts";
import {
  ACCURACY_KEY,
  type GeodataColumn,
  propertiesOf,
  rounded,
  type Written,
  type WrittenFeature,
  writtenPolygon,
} from "./written.ts";

/** The text of the file in pieces; yes and no as `true` and `false`, as other programs read them. */
export function writeCsv({ columns, features }: Written): AsyncGenerator<string, void, undefined> {
  const headings: WrittenColumn[] = [
    { label: "id", kind: "text" },
    ...columns.map(
      ({ key, kind }): WrittenColumn => ({ label: key, kind: kind === "number" ? "number" : "text" }),
    ),
    { label: ACCURACY_KEY, kind: "text" },
    { label: "WKT", kind: "text" },
  ];
  return csvLines({ columns: headings, rows: rowsOf(features, columns) }, ",");
}

async function* rowsOf(
  features: Written["features"],
  columns: readonly GeodataColumn[],
): AsyncGenerator<WrittenValue[], void, undefined> {
  for await (const feature of features) {
    const values = propertiesOf(feature, columns).map(([, value]) =>
      typeof value === "boolean" ? String(value) : value,
    );
    yield [feature.id, ...values, wktOf(feature)];
  }
}

function wktOf({ shape, point }: WrittenFeature): string | null {
  if (shape === null) {
    return point === null || point === undefined ? null : `POINT (${rounded(point).join(" ")})`;
  }
  const polygons = shape.map(writtenPolygon).map((rings) => `(${rings.map(ringText).join(", ")})`);
  return polygons.length === 1 ? `POLYGON ${polygons.join("")}` : `MULTIPOLYGON (${polygons.join(", ")})`;
}

function ringText(ring: readonly Position[]): string {
  return `(${ring.map(([x, y]) => `${x} ${y}`).join(", ")})`;
}
