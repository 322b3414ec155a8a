/** The web-mercator grid of map tiles: where a position lies in the world, and what ground a tile covers. Pure. */
import type { Extent } from "../../kernel/geometry.ts";

/** Units across the world in which outlines are kept (9 mm on the equator), and across one tile. */
export const WORLD = 2 ** 32;
export const EXTENT = 4096;
/** Units around a tile that are drawn, too, so that borders of areas do not show at its edge. */
export const BUFFER = 64;
/** The closest zoom: four units of the world in one of the tile, so that rounding twice can't be seen. */
export const CLOSEST = 18;

/** A tile by its zoom, its column from the west and its row from the north. */
export type Tile = { readonly z: number; readonly x: number; readonly y: number };

/** Where the square of the world ends in the north and the south, in degrees. */
const FURTHEST = 85.0511287798066;
const LAST = WORLD - 1;

function within(unit: number): number {
  return Math.min(LAST, Math.max(0, Math.round(unit)));
}

/** The column of a longitude in the world, from the west. */
export function worldX(longitude: number): number {
  return within((longitude / 360 + 0.5) * WORLD);
}

/** The row of a latitude in the world, from the north; what lies beyond the square lies on its edge. */
export function worldY(latitude: number): number {
  const sine = Math.sin((Math.min(FURTHEST, Math.max(-FURTHEST, latitude)) * Math.PI) / 180);
  return within((0.5 - Math.atanh(sine) / (2 * Math.PI)) * WORLD);
}

function latitudeOf(row: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * row))) * 180) / Math.PI;
}

/** Whether there is such a tile, no closer than is served. */
export function isTile({ z, x, y }: Tile): boolean {
  const count = 2 ** z;
  return z >= 0 && z <= CLOSEST && x >= 0 && x < count && y >= 0 && y < count;
}

/** West, south, east and north of what a tile draws, its buffer with it, in degrees. */
export function extentOfTile({ z, x, y }: Tile): Extent {
  const around = BUFFER / EXTENT;
  const count = 2 ** z;
  const west = ((x - around) / count) * 360 - 180;
  const east = ((x + 1 + around) / count) * 360 - 180;
  return [
    Math.max(-180, west),
    latitudeOf((y + 1 + around) / count),
    Math.min(180, east),
    latitudeOf((y - around) / count),
  ];
}
