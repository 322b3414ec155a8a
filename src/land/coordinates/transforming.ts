/**
 * How a position in a system of VN-2000 becomes one in WGS84, and back. Pure.
 *
 * EPSG gives the shift with its rotations in the coordinate frame; proj4 reads `towgs84` as a position vector, in which
 * the same rotations have the opposite sign. Copied without turning them the result is 0.7 m off, and no way there and
 * back shows it: the tests compare with positions computed elsewhere.
 */
import proj4 from "proj4";
import type { Position, Shape } from "../../kernel/geometry.ts";
import { EPSG_CODES, type Epsg, getSystem, type System } from "./systems.ts";

/** EPSG's "VN-2000 to WGS 84 (2)", accurate to 1 m: metres, seconds of arc in the coordinate frame, parts per million. */
export const SHIFT = {
  metres: [-191.90441429, -39.30318279, -111.45032835],
  seconds: [-0.00928836, 0.01975479, -0.00427372],
  ppm: 0.252906278,
} as const;

/** The definition of a system as proj4 reads it; `turned` false keeps the signs of EPSG, which is wrong. */
export function proj4Of({ epsg, kind, meridian }: System, turned = true): string {
  if (epsg === 4326) return "+proj=longlat +ellps=WGS84 +towgs84=0,0,0,0,0,0,0 +no_defs";
  const rotations = SHIFT.seconds.map((s) => (turned ? -s : s));
  const shift = `+ellps=WGS84 +towgs84=${[...SHIFT.metres, ...rotations, SHIFT.ppm].join(",")} +no_defs`;
  if (kind === "geographic") return `+proj=longlat ${shift}`;
  const scale = kind === "utm" ? 0.9996 : 0.9999;
  return `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=${scale} +x_0=500000 +y_0=0 +units=m ${shift}`;
}

type Converter = { readonly forward: (at: [number, number]) => [number, number] };
type Pair = { readonly to: Converter; readonly from: Converter };

const PAIRS: ReadonlyMap<number, Pair> = new Map(
  EPSG_CODES.map((epsg) => {
    const [wgs84, own] = [proj4Of(getSystem(4326)), proj4Of(getSystem(epsg))];
    return [epsg, { to: proj4(wgs84, own), from: proj4(own, wgs84) }];
  }),
);

function pairOf(epsg: number): Pair {
  const pair = PAIRS.get(epsg);
  if (pair === undefined) throw new RangeError(`EPSG:${epsg} is no system of this register`);
  return pair;
}

/**
 * A position of a system (easting or longitude first) in degrees of WGS84: the exact way back of `fromWgs84`. The shift
 * taken backwards at height 0 is 0.8 mm off, since each way drops the height that it finds; so what it misses by is
 * measured and taken off once.
 */
export function toWgs84([x, y]: Position, epsg: Epsg): Position {
  if (epsg === 4326) return [x, y];
  const { to, from } = pairOf(epsg);
  const [missX, missY] = to.forward(from.forward([x, y]));
  return from.forward([2 * x - missX, 2 * y - missY]);
}

/** A position in degrees of WGS84 in a system. */
export function fromWgs84([longitude, latitude]: Position, epsg: Epsg): Position {
  return epsg === 4326 ? [longitude, latitude] : pairOf(epsg).to.forward([longitude, latitude]);
}

/** Every corner of a shape through `through`. */
export function eachCorner(shape: Shape, through: (at: Position) => Position): Shape {
  return shape.map((polygon) => polygon.map((ring) => ring.map(through)));
}
