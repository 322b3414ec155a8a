/** Reads zipped shapefiles: each .shp of the ZIP is a layer, with its .dbf, .prj and letters. */

import { setImmediate as nextTurn } from "node:timers/promises";
import { open } from "shapefile";
import { z } from "zod";
import { RefusalError } from "../../kernel/problems.ts";
import type { Epsg } from "../coordinates/systems.ts";
import { unzip, type ZipPart } from "./archive.ts";
import type { ClosedRings, DrawingBuilder } from "./builder.ts";
import { crsOfPrj, type NamedCrs } from "./crs.ts";
import { nameAmong, plainProperties } from "./drawing.ts";
import { decoderFor } from "./letters.ts";
import {
  broken,
  CRS_BY_PARAMETERS,
  NO_CRS,
  oldLetters,
  problem,
  refuse,
  tooLarge,
  tooManyFeatures,
  unknownCrs,
  wrongType,
} from "./refusals.ts";
import type { SentFile } from "./sniff.ts";

type Layer = {
  readonly name: string;
  readonly shp: Buffer;
  readonly dbf: Buffer | null;
  readonly prj: string | null;
};

const position = z.array(z.number()).min(2);
const rings = z.array(z.array(position));
const record = z.object({
  properties: z.record(z.string(), z.unknown()),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullable(),
});
const linesOf = z.union([z.array(position).transform((one) => [one]), rings]);
const polygons = z.union([rings.transform((one) => [one]), z.array(rings)]);
type Record = z.infer<typeof record>;

const SHP_CODE = 9994;
/** A .shp gives its own length in words of two bytes. */
const WORD = 2;
const SHP_HEAD = 100;
const DBF_HEAD = 32;
/** Records between two pauses in which others are served. */
const RECORDS_A_TURN = 200;
const RECORD_HEAD = 8;
const AREA_HEAD = 44;
/** Polygon, PolygonZ, PolygonM. */
const AREAS: readonly number[] = [5, 15, 25];
/** Rings times points of one record. */
const MOST_SORTING = 100_000_000;
const TOO_MANY_PARTS = tooLarge({ vi: "một vùng có quá nhiều phần", en: "one area has too many parts" });

/** Adds the areas of all layers; answers the EPSG code that they share. */
export async function readShapefile(file: SentFile, builder: DrawingBuilder): Promise<Epsg | null> {
  const parts = await unzip(
    file.bytes,
    builder.limits,
    (name) => /\.(shp|dbf|prj)$/i.test(name) && !isMac(name),
  );
  const layers = layersOf(parts);
  if (layers.length === 0) {
    return refuse(wrongType({ vi: "tệp ZIP không có .shp", en: "the ZIP holds no .shp" }));
  }
  for (const layer of layers) await readLayer(layer, builder);
  return sharedCrs(layers, builder);
}

/** macOS puts a shadow of each file beside it. */
const isMac = (name: string) => /(^|\/)(__MACOSX\/|\._)/.test(name);

function layersOf(parts: readonly ZipPart[]): Layer[] {
  const byName = new Map(parts.map((part) => [part.name.toLowerCase(), part.bytes]));
  return parts
    .filter(({ name }) => /\.shp$/i.test(name))
    .map(({ name, bytes }) => {
      const stem = name.slice(0, -4);
      const beside = (extension: string) => byName.get(`${stem}.${extension}`.toLowerCase()) ?? null;
      return {
        name: stem.replace(/^.*\//, "").normalize("NFC"),
        shp: bytes,
        dbf: beside("dbf"),
        prj: beside("prj")?.toString("utf8") ?? null,
      };
    });
}

async function readLayer(layer: Layer, builder: DrawingBuilder): Promise<void> {
  const damaged = broken(
    { vi: `lớp “${layer.name}” không đọc được`, en: `layer “${layer.name}” can't be read` },
    layer.name,
  );
  if (!isWhole(layer)) refuse(damaged);
  let records: Record[];
  try {
    records = await recordsOf(layer, builder);
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    return refuse(damaged);
  }
  const promised = layer.dbf === null ? records.length : layer.dbf.readUInt32LE(4);
  if (records.length !== promised) refuse(damaged);
  const decode = decoderOf(layer, records, builder);
  for (const [i, { properties, geometry }] of records.entries()) {
    const plain = plainProperties(textsOf(properties, decode));
    const at = `${layer.name}.shp#${i + 1}`;
    const area = polygons.safeParse(geometry?.coordinates);
    if (geometry === null) builder.leaveOut(layer.name, "empty");
    else if (/Point/.test(geometry.type)) builder.leaveOut(layer.name, "point");
    else if (/Line/.test(geometry.type)) {
      const lines = linesOf.safeParse(geometry.coordinates);
      const told = { layer: layer.name, name: nameAmong(plain), properties: plain, at };
      if (lines.success) builder.addLines(told, inPlane(lines.data));
      else builder.report(damaged);
    } else if (!area.success) builder.report(damaged);
    else
      builder.add(
        { layer: layer.name, name: nameAmong(plain), properties: plain, at },
        area.data.map(inPlane),
      );
  }
}

function textsOf(properties: Record["properties"], decode: (text: string) => string): Map<string, unknown> {
  return new Map(
    Object.entries(properties).map(([key, value]) => [
      decode(key),
      typeof value === "string" ? decode(value) : value,
    ]),
  );
}

/** Whether the lengths that the parts give of themselves are theirs: the reader would take what is cut off as the end. */
function isWhole({ shp, dbf }: Layer): boolean {
  if (shp.length < SHP_HEAD || shp.readInt32BE(0) !== SHP_CODE || shp.readInt32BE(24) * WORD !== shp.length)
    return false;
  if (!isChain(shp)) return false;
  if (dbf === null) return true;
  if (dbf.length < DBF_HEAD) return false;
  const length = dbf.readUInt16LE(8) + dbf.readUInt32LE(4) * dbf.readUInt16LE(10);
  return dbf.readUInt16LE(10) > 0 && dbf.length >= length;
}

/** Whether the records follow each other to the end, and none would keep the reader sorting its holes for ever. */
function isChain(shp: Buffer): boolean {
  let at = SHP_HEAD;
  while (at < shp.length) {
    if (at + RECORD_HEAD + 4 > shp.length) return false;
    const length = shp.readInt32BE(at + 4) * WORD;
    const end = at + RECORD_HEAD + length;
    if (length < 4 || end > shp.length) return false;
    if (AREAS.includes(shp.readInt32LE(at + RECORD_HEAD))) {
      if (length < AREA_HEAD) return false;
      const [parts, points] = [
        shp.readInt32LE(at + RECORD_HEAD + 36),
        shp.readInt32LE(at + RECORD_HEAD + 40),
      ];
      if (parts < 0 || points < 0 || AREA_HEAD + 4 * parts + 16 * points > length) return false;
      if (parts > 1 && parts * points > MOST_SORTING) refuse(TOO_MANY_PARTS);
    }
    at = end;
  }
  return true;
}

async function recordsOf({ shp, dbf }: Layer, { limits }: DrawingBuilder): Promise<Record[]> {
  // The letters are not known before all were seen: this code keeps each byte apart.
  const source = await open(shp, dbf ?? undefined, { encoding: "x-user-defined" });
  const records: Record[] = [];
  for (;;) {
    const next = await source.read();
    if (next.done) return records;
    records.push(record.parse(next.value));
    if (records.length > limits.maxFeatures) refuse(tooManyFeatures(limits));
    if (records.length % RECORDS_A_TURN === 0) await nextTurn();
  }
}

function decoderOf(
  { name }: Layer,
  records: readonly Record[],
  builder: DrawingBuilder,
): (text: string) => string {
  const texts = new Set<string>();
  for (const { properties } of records) {
    for (const [key, value] of Object.entries(properties)) {
      texts.add(key);
      if (typeof value === "string") texts.add(value);
    }
  }
  const { code, decode } = decoderFor([...texts].map(bytesOf));
  if (code !== "UTF-8") builder.warn(oldLetters(name, code));
  return (text) => decode(bytesOf(text));
}

/** The bytes that the code `x-user-defined` stands for. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
}

/** Heights and measures are left out. */
function inPlane(polygon: z.infer<typeof rings>): ClosedRings {
  return polygon.map((ring) => ring.map(([x = Number.NaN, y = Number.NaN]) => [x, y] as const));
}

function sharedCrs(layers: readonly Layer[], builder: DrawingBuilder): Epsg | null {
  const named = layers.flatMap(({ prj }): NamedCrs[] => (prj === null ? [] : [crsOfPrj(prj)]));
  const codes = new Set(named.map(({ crs }) => crs));
  if (codes.size > 1) return refuse(MIXED_CRS);
  const [first] = named;
  if (first === undefined) return null;
  if (first.crs === null) builder.warn(unknownCrs(first.name));
  if (named.some(({ otherDatum }) => otherDatum)) builder.warn(CRS_BY_PARAMETERS);
  if (first.crs !== null && named.length < layers.length) {
    const without = layers.filter(({ prj }) => prj === null).map(({ name }) => name);
    builder.warn({ ...NO_CRS, field: without.join(", ") });
  }
  return first.crs;
}

const MIXED_CRS = problem({
  code: "mixed-crs",
  field: "crs",
  vi: "Các lớp trong tệp ZIP ghi hệ tọa độ khác nhau.",
  en: "The layers of the ZIP name different coordinate systems.",
  remedyVi: "Gửi mỗi lớp trong một tệp ZIP riêng.",
  remedyEn: "Send each layer in a ZIP of its own.",
});
