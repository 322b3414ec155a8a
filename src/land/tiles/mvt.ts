/**
 * A vector tile (Mapbox Vector Tile 2.1) of one layer of areas. Corners are rounded to the grid of the tile, an eighth of
 * a pixel, and each by itself, so that neighbours who share a corner share it at every zoom. Pure.
 */
import { PbfWriter } from "pbf";
import { BUFFER, EXTENT, type Tile, WORLD } from "./grid.ts";
import { ringsOf } from "./outline.ts";
import { clipped, doubleArea, lieOf, reversed, tidied } from "./rings.ts";

type Value = string | number | boolean;
/** An area of the layer; a property without a value is left out. */
export type TileFeature = {
  readonly outline: Uint8Array;
  readonly properties: Readonly<Record<string, Value | null>>;
};

/** From here on an area never goes, however small: it is drawn as one unit. Further away what is smaller than that goes. */
const KEEPS_ALL = 12;
const [LOW, HIGH] = [-BUFFER, EXTENT + BUFFER];

type Rings = readonly (readonly number[])[];

/** An area smaller than a unit, as that unit, where its first corner is. */
function oneUnit(corners: Float64Array): Rings {
  const [x = 0, y = 0] = corners;
  return lieOf([x, y], LOW, HIGH) === "inside" ? [[x, y, x + 1, y, x + 1, y + 1, x, y + 1]] : [];
}

/** The ring as the tile draws it; a tile wants an outer ring clockwise on the screen and a hole the other way: RFC 7946 reversed. */
function drawn(corners: Float64Array, outer: boolean): readonly number[] {
  const lie = lieOf(corners, LOW, HIGH);
  if (lie === "outside") return [];
  const ring = tidied(lie === "inside" ? corners : clipped(corners, LOW, HIGH));
  const area = doubleArea(ring);
  if (area === 0) return [];
  return area > 0 === outer ? ring : reversed(ring);
}

/** The rings of an outline in a tile, outer ones first clockwise, each followed by its holes. */
export function ringsInTile(outline: Uint8Array, { z, x, y }: Tile): Rings {
  const rings: (readonly number[])[] = [];
  let smallest: Float64Array | null = null;
  let hasOuter = false;
  for (const { outer, corners } of ringsOf(outline, (2 ** z * EXTENT) / WORLD)) {
    for (let i = 0; i < corners.length; i += 2) {
      corners[i] = (corners[i] ?? 0) - x * EXTENT;
      corners[i + 1] = (corners[i + 1] ?? 0) - y * EXTENT;
    }
    // A hole goes with the ring around it.
    if (!outer && !hasOuter) continue;
    const ring = drawn(corners, outer);
    if (outer) hasOuter = ring.length > 0;
    if (ring.length > 0) rings.push(ring);
    else if (outer) smallest ??= corners;
  }
  return rings.length === 0 && smallest !== null && z >= KEEPS_ALL ? oneUnit(smallest) : rings;
}

const MOVE_ONE = (1 << 3) | 1;
const LINE = 2;
const CLOSE_ONE = (1 << 3) | 7;

function zigzag(n: number): number {
  return n >= 0 ? n * 2 : -n * 2 - 1;
}

/** Rings as the commands of a tile: where the pen moves, from where it was. */
function commandsOf(rings: Rings): number[] {
  const commands: number[] = [];
  let [penX, penY] = [0, 0];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      if (i === 0) commands.push(MOVE_ONE);
      if (i === 2) commands.push(((ring.length / 2 - 1) << 3) | LINE);
      const [x, y] = [ring[i] ?? 0, ring[i + 1] ?? 0];
      commands.push(zigzag(x - penX), zigzag(y - penY));
      [penX, penY] = [x, y];
    }
    commands.push(CLOSE_ONE);
  }
  return commands;
}

/** Numbers each key or value once, in the order of first use. */
function numbering<T>() {
  const numbers = new Map<T, number>();
  const numberOf = (of: T): number => {
    const known = numbers.get(of);
    if (known !== undefined) return known;
    numbers.set(of, numbers.size);
    return numbers.size - 1;
  };
  return { numberOf, all: () => numbers.keys() };
}

function writeValue(value: Value, pbf: PbfWriter): void {
  if (typeof value === "string") pbf.writeStringField(1, value);
  else if (typeof value === "boolean") pbf.writeBooleanField(7, value);
  else if (Number.isSafeInteger(value) && value >= 0) pbf.writeVarintField(5, value);
  else if (Number.isSafeInteger(value)) pbf.writeSVarintField(6, value);
  else pbf.writeDoubleField(3, value);
}

const POLYGON = 3;
type Drawn = { readonly tags: number[]; readonly commands: number[] };

function writeFeature({ tags, commands }: Drawn, pbf: PbfWriter): void {
  pbf.writePackedVarint(2, tags);
  pbf.writeVarintField(3, POLYGON);
  pbf.writePackedVarint(4, commands);
}

/** The tile of a layer, in bytes; none where it draws nothing. */
export function tileOf(layer: string, tile: Tile, features: Iterable<TileFeature>): Uint8Array {
  const keys = numbering<string>();
  const values = numbering<Value>();
  const pbf = new PbfWriter();
  let count = 0;
  const writeLayer = (_: null, writer: PbfWriter) => {
    writer.writeVarintField(15, 2);
    writer.writeStringField(1, layer);
    writer.writeVarintField(5, EXTENT);
    for (const { outline, properties } of features) {
      const rings = ringsInTile(outline, tile);
      if (rings.length === 0) continue;
      const tags: number[] = [];
      for (const [key, value] of Object.entries(properties)) {
        if (value !== null) tags.push(keys.numberOf(key), values.numberOf(value));
      }
      count += 1;
      writer.writeMessage(2, writeFeature, { tags, commands: commandsOf(rings) });
    }
    for (const key of keys.all()) writer.writeStringField(3, key);
    for (const value of values.all()) writer.writeMessage(4, writeValue, value);
  };
  pbf.writeMessage(3, writeLayer, null);
  return count === 0 ? new Uint8Array() : pbf.finish();
}
