/** How the ground of an invented zone is laid out: a turned rectangle with a green belt, streets, and rows of plots. Pure. */
import type { Position, Ring } from "../kernel/geometry.ts";
import { METRE_STEPS } from "../kernel/geometry.ts";
import type { LandUse } from "../land/vocabulary.ts";

/** A rectangle on the ground, in metres of a plane: its corner, its length and width, and by how much it is turned. */
export type Site = {
  readonly corner: Position;
  readonly length: number;
  readonly width: number;
  /** Radians against the clock. */
  readonly turn: number;
};

/** A piece of ground with its use; `number` as the plan numbers it. */
export type Piece = { readonly number: string; readonly landUse: LandUse; readonly ring: Ring };

/** The corners of a part of the site, from `u` along its length and `v` along its width; to a tenth of a millimetre. */
function ringOf(site: Site, [u0, v0, u1, v1]: readonly [number, number, number, number]): Ring {
  const [cos, sin] = [Math.cos(site.turn), Math.sin(site.turn)];
  const at = (u: number, v: number): Position => {
    const [x, y] = [site.corner[0] + u * cos - v * sin, site.corner[1] + u * sin + v * cos];
    return [Math.round(x * METRE_STEPS) / METRE_STEPS, Math.round(y * METRE_STEPS) / METRE_STEPS];
  };
  return [at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)];
}

/** The whole of the site. */
export function outlineOf(site: Site): Ring {
  return ringOf(site, [0, 0, site.length, site.width]);
}

/** Rows of plots on each side of a street, and the width of a street in metres. */
const STREETS = 3;
const STREET = 18;
/** How much of the length the green belt takes. */
const BELT = 0.15;

const USES = {
  industrial: "CN",
  service: "DV",
  roads: "GT",
  greenery: "CX",
  technical: "HT",
  other: "K",
} as const;

/** About so many pieces: a belt, streets from end to end, and rows of plots; the first of them serve all. */
export function piecesOf(site: Site, about: number): readonly Piece[] {
  const rows = STREETS * 2;
  const columns = Math.max(2, Math.round((about - STREETS - 1) / rows));
  const belt = site.length * BELT;
  const street = Math.min(STREET, site.width / 12);
  const row = (site.width - STREETS * street) / rows;
  const column = (site.length - belt) / columns;
  const counts = new Map<LandUse, number>();
  const numbered = (landUse: LandUse, ring: Ring): Piece => {
    const count = (counts.get(landUse) ?? 0) + 1;
    counts.set(landUse, count);
    return { number: `${USES[landUse]}-${String(count).padStart(2, "0")}`, landUse, ring };
  };
  const pieces = [numbered("greenery", ringOf(site, [0, 0, belt, site.width]))];
  for (let s = 0; s < STREETS; s += 1) {
    const south = s * (2 * row + street);
    pieces.push(numbered("roads", ringOf(site, [belt, south + row, site.length, south + row + street])));
    for (let c = 0; c < columns; c += 1) {
      const [from, to] = [belt + c * column, belt + (c + 1) * column];
      for (const v of [south, south + row + street]) {
        const serves: LandUse =
          s > 0 ? "industrial" : c === 0 ? "technical" : c === 1 ? "service" : "industrial";
        pieces.push(numbered(serves, ringOf(site, [from, v, to, v + row])));
      }
    }
  }
  return pieces;
}
