/**
 * Writes FlatGeobuf with its index (a packed R-tree), which stands before the features: so all of them are held in
 * memory as bytes (200,000 plots take some 250 MB). The package encodes features but writes no index; the tree is ours.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { Builder, ByteBuffer } from "flatbuffers";
import { Column } from "flatgeobuf/lib/mjs/flat-geobuf/column.js";
import { ColumnType } from "flatgeobuf/lib/mjs/flat-geobuf/column-type.js";
import { Crs } from "flatgeobuf/lib/mjs/flat-geobuf/crs.js";
import { Feature } from "flatgeobuf/lib/mjs/flat-geobuf/feature.js";
import { GeometryType } from "flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js";
import { Header } from "flatgeobuf/lib/mjs/flat-geobuf/header.js";
import { buildFeature } from "flatgeobuf/lib/mjs/generic/feature.js";
import { type IMultiPolygon, type IPolygon, parseGeometry } from "flatgeobuf/lib/mjs/generic/geometry.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import type { Extent, Position, Shape } from "../../kernel/geometry.ts";
import { extentOf } from "../../kernel/geometry.ts";
import { WGS84 } from "./crs.ts";
import { NODE_SIZE, packedTree, sortedByPlace } from "./packedTree.ts";
import {
  ACCURACY_KEY,
  type GeodataColumn,
  propertiesOf,
  rounded,
  type Written,
  type WrittenFeature,
  writtenPolygon,
} from "./written.ts";

const MAGIC = Uint8Array.from([0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62, 0x00]);
const TYPES = { text: ColumnType.String, number: ColumnType.Double, yesNo: ColumnType.Bool } as const;
/** Features between two pauses in which others are served. */
const FEATURES_A_TURN = 200;
/** The box of a feature without geometry: no search meets it, and no box above it grows by it. */
const NOWHERE: Extent = [Infinity, Infinity, -Infinity, -Infinity];

type Encoded = { readonly box: Extent; readonly bytes: Uint8Array };

/** The bytes of the file in pieces, once the last feature was taken. */
export async function* writeFgb({
  title,
  columns,
  features,
}: Written): AsyncGenerator<Uint8Array, void, undefined> {
  const all: GeodataColumn[] = [{ key: "id", kind: "text" }, ...columns, { key: ACCURACY_KEY, kind: "text" }];
  const meta = metaOf(all);
  const encoded: Encoded[] = [];
  for await (const feature of features) {
    encoded.push(encode(feature, columns, meta));
    if (encoded.length % FEATURES_A_TURN === 0) await nextTurn();
  }
  const sorted = sortedByPlace(encoded);
  yield MAGIC;
  yield headerOf(title, all, sorted);
  if (sorted.length > 0) yield packedTree(sorted);
  for (let i = 0; i < sorted.length; i += FEATURES_A_TURN) {
    yield Buffer.concat(sorted.slice(i, i + FEATURES_A_TURN).map(({ bytes }) => bytes));
  }
}

function metaOf(columns: readonly GeodataColumn[]): HeaderMeta {
  return {
    geometryType: GeometryType.Unknown,
    columns: columns.map(({ key, kind }) => ({
      name: key,
      type: TYPES[kind],
      title: null,
      description: null,
      width: -1,
      precision: -1,
      scale: -1,
      nullable: true,
      unique: false,
      primary_key: false,
    })),
    envelope: null,
    featuresCount: 0,
    indexNodeSize: NODE_SIZE,
    crs: null,
    title: null,
    description: null,
    metadata: null,
  };
}

function encode(feature: WrittenFeature, columns: readonly GeodataColumn[], meta: HeaderMeta): Encoded {
  const properties = Object.fromEntries([["id", feature.id], ...propertiesOf(feature, columns)]);
  const { shape, point } = feature;
  if (shape !== null) {
    const geometry = parseGeometry(multiPolygon(shape), GeometryType.MultiPolygon);
    const box = extentOf(shape.map((polygon) => polygon.map((ring) => ring.map(rounded))));
    return { box, bytes: buildFeature(geometry, properties, meta) };
  }
  const [x, y] = rounded(point ?? [0, 0]);
  const geometry = parseGeometry(
    { getType: () => "Point", getFlatCoordinates: () => [x, y] },
    GeometryType.Point,
  );
  const bytes = buildFeature(geometry, properties, meta);
  if (point === null || point === undefined) return { box: NOWHERE, bytes: withoutGeometry(bytes) };
  return { box: [x, y, x, y], bytes };
}

function multiPolygon(shape: Shape): IMultiPolygon {
  const polygons = shape.map((polygon): IPolygon => {
    const rings = writtenPolygon(polygon);
    let end = 0;
    const ends = rings.map((ring) => {
      end += ring.length * 2;
      return end;
    });
    return { getType: () => "Polygon", getFlatCoordinates: () => flat(rings), getEnds: () => ends };
  });
  return { getType: () => "MultiPolygon", getPolygons: () => polygons, getEndss: () => [] };
}

function flat(rings: readonly (readonly Position[])[]): number[] {
  return rings.flat(2);
}

/** The package can't leave the geometry out; the properties are taken over into a feature without one. */
function withoutGeometry(bytes: Uint8Array): Uint8Array {
  const properties = Feature.getSizePrefixedRootAsFeature(new ByteBuffer(bytes)).propertiesArray();
  const builder = new Builder();
  const offset = properties === null ? null : Feature.createPropertiesVector(builder, properties);
  Feature.startFeature(builder);
  if (offset !== null) Feature.addProperties(builder, offset);
  builder.finishSizePrefixed(Feature.endFeature(builder));
  return builder.asUint8Array();
}

function headerOf(
  title: string,
  columns: readonly GeodataColumn[],
  features: readonly Encoded[],
): Uint8Array {
  const builder = new Builder();
  const written = columns.map(({ key, kind }) => {
    const name = builder.createString(key);
    Column.startColumn(builder);
    Column.addName(builder, name);
    Column.addType(builder, TYPES[kind]);
    return Column.endColumn(builder);
  });
  const columnsOffset = Header.createColumnsVector(builder, written);
  const name = builder.createString(title);
  const org = builder.createString("EPSG");
  Crs.startCrs(builder);
  Crs.addOrg(builder, org);
  Crs.addCode(builder, WGS84);
  const crs = Crs.endCrs(builder);
  const places = features.filter(({ box }) => box !== NOWHERE);
  const isOfAreas = places.length > 0 && places.every(({ box: [west, , east] }) => west < east);
  Header.startHeader(builder);
  Header.addName(builder, name);
  Header.addGeometryType(builder, isOfAreas ? GeometryType.MultiPolygon : GeometryType.Unknown);
  Header.addColumns(builder, columnsOffset);
  Header.addFeaturesCount(builder, BigInt(features.length));
  Header.addIndexNodeSize(builder, features.length > 0 ? NODE_SIZE : 0);
  Header.addCrs(builder, crs);
  builder.finishSizePrefixed(Header.endHeader(builder));
  return builder.asUint8Array();
}
