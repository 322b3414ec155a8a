/** Whether two shapes share ground, and whether one lies within another, as a surveyor judges it. Pure. */
import { extentOf, METRE_STEPS, type Polygon, type Position, type Shape } from "../../kernel/geometry.ts";
import { beyond, common } from "./clipping.ts";
import { perimeterOf, placeInside, planeArea } from "./measuring.ts";
import { gridAbout } from "./steps.ts";

/** What is too little to count, in the plane: a strip narrower than `metres`, or ground of less than `squareMetres`. */
export type Tolerance = { readonly metres: number; readonly squareMetres: number };

/** Ten square decimetres times five, and one centimetre: finer than a cadastral survey is. */
export const TOLERANCE: Tolerance = { metres: 0.01, squareMetres: 0.5 };

/** Ground that two shapes share, or that one has beyond another. */
export type Excess = {
  /** m² in the plane. */
  readonly area: number;
  /** Metres across, on average, of its widest piece. */
  readonly width: number;
  /** A place inside its largest piece, in metres of the plane. */
  readonly at: Position;
  /** From west to east and from south to north, in metres, over all pieces. */
  readonly size: readonly [number, number];
};

/** The ground that two shapes share, or null where they are apart, only touch, or share too little to count. */
export function findOverlap(a: Shape, b: Shape, tolerance: Tolerance = TOLERANCE): Excess | null {
  if (!boxesShare(a, b, tolerance)) return null;
  const grid = gridAbout(a);
  return judged(common(grid.on(a), grid.on(b)), grid.point, tolerance);
}

/** The ground that a shape has outside another, or null where it lies within, but for too little to count. */
export function findOutside(inner: Shape, outer: Shape, tolerance: Tolerance = TOLERANCE): Excess | null {
  const grid = gridAbout(inner);
  return judged(beyond(grid.on(inner), grid.on(outer)), grid.point, tolerance);
}

function boxesShare(a: Shape, b: Shape, { metres }: Tolerance): boolean {
  const [p, q] = [extentOf(a), extentOf(b)];
  return (
    Math.min(p[2], q[2]) - Math.max(p[0], q[0]) >= metres &&
    Math.min(p[3], q[3]) - Math.max(p[1], q[1]) >= metres
  );
}

/** The pieces that are wide enough, if together they are large enough. */
function judged(pieces: Shape, point: (at: Position) => Position, tolerance: Tolerance): Excess | null {
  const wide = pieces.filter((piece) => widthOf(piece) >= tolerance.metres);
  const area = planeArea(wide) / METRE_STEPS ** 2;
  const [largest] = [...wide].sort((a, b) => planeArea([b]) - planeArea([a]));
  if (largest === undefined || area < tolerance.squareMetres) return null;
  const [west, south, east, north] = extentOf(wide);
  return {
    area,
    width: Math.max(...wide.map(widthOf)),
    at: point(placeInside([largest])),
    size: [(east - west) / METRE_STEPS, (north - south) / METRE_STEPS],
  };
}

/** Metres across on average: of a strip, its area by its length, which is half of its outline. */
function widthOf(piece: Polygon): number {
  return (2 * planeArea([piece])) / perimeterOf([piece]) / METRE_STEPS;
}
