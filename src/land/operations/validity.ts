/** What is wrong with a shape as a shape: where, and at which of its corners. Pure. */
import { METRE_STEPS, type Polygon, type Position, type Ring, type Shape } from "../../kernel/geometry.ts";
import { planeArea, ringArea } from "./measuring.ts";
import { type Excess, findOutside, findOverlap, TOLERANCE, type Tolerance } from "./overlapping.ts";
import {
  distance,
  type Grid,
  gridAbout,
  isSame,
  meetingsOf,
  nearestOn,
  type Side,
  sidesOf,
} from "./steps.ts";

export const FLAWS = [
  "tooFewCorners",
  "repeatedCorner",
  "spike",
  "noArea",
  "crossing",
  "holeOutside",
  "holesOverlap",
  "partsOverlap",
] as const;
export type FlawKind = (typeof FLAWS)[number];

/** A corner by its place in the shape. */
export type CornerAt = { readonly polygon: number; readonly ring: number; readonly corner: number };

export type Flaw = {
  readonly kind: FlawKind;
  /** In metres of the plane. */
  readonly at: Position;
  /** The corner itself; of a crossing, the corners at which the two sides begin. */
  readonly corners: readonly CornerAt[];
  /** The ground that overlaps or lies outside. */
  readonly ground: Excess | null;
};

const BREAKS: ReadonlySet<FlawKind> = new Set(["tooFewCorners", "repeatedCorner"]);

/** The flaws of a shape in metres of a plane. Of a ring that is no ring nothing further is said. */
export function listFlaws(shape: Shape, tolerance: Tolerance = TOLERANCE): readonly Flaw[] {
  const grid = gridAbout(shape);
  const onGrid = grid.on(shape);
  const rings = onGrid.flatMap((polygon, p) =>
    polygon.flatMap((ring, r) => ringFlaws(ring, { polygon: p, ring: r }, tolerance)),
  );
  // A side of no length meets everything around it: of such a polygon its crossings are not told.
  const broken = new Set(
    rings.filter(({ kind }) => BREAKS.has(kind)).map(({ corners: [at] }) => at?.polygon),
  );
  const crossings = onGrid.flatMap((polygon, p) => (broken.has(p) ? [] : crossingFlaws(polygon, p)));
  const flaws = [...rings, ...crossings].map((flaw) => ({ ...flaw, at: grid.point(flaw.at), ground: null }));
  if (flaws.length > 0) return flaws;
  return [...holeFlaws(onGrid, grid, tolerance), ...partFlaws(onGrid, grid, tolerance)];
}

type RingAt = Omit<CornerAt, "corner">;
type OnGrid = Omit<Flaw, "ground">;

function ringFlaws(ring: Ring, at: RingAt, tolerance: Tolerance): readonly OnGrid[] {
  const first: Position = ring[0] ?? [0, 0];
  const whole = { at: first, corners: [{ ...at, corner: 0 }] };
  if (ring.length < 3) return [{ ...whole, kind: "tooFewCorners" }];
  const flaws = ring.flatMap((corner, i): readonly OnGrid[] => {
    const [before = corner, after = corner] = [ring.at(i - 1), ring[(i + 1) % ring.length]];
    const here = { at: corner, corners: [{ ...at, corner: i }] };
    if (isSame(corner, before)) return [{ ...here, kind: "repeatedCorner" }];
    return isSpike(before, corner, after, tolerance) ? [{ ...here, kind: "spike" }] : [];
  });
  const tooSmall = Math.abs(ringArea(ring)) / METRE_STEPS ** 2 < tolerance.squareMetres;
  if (flaws.length === 0 && tooSmall && sidesCross(ring) === false) return [{ ...whole, kind: "noArea" }];
  return flaws;
}

/** The line goes to the corner and back along itself, so that nothing lies between. */
function isSpike(before: Position, corner: Position, after: Position, { metres }: Tolerance): boolean {
  const back =
    (before[0] - corner[0]) * (after[0] - corner[0]) + (before[1] - corner[1]) * (after[1] - corner[1]);
  if (back <= 0) return false;
  const [short, long] =
    distance(before, corner) < distance(after, corner) ? [before, after] : [after, before];
  return distance(nearestOn([corner, long], short), short) < metres * METRE_STEPS;
}

function sidesCross(ring: Ring): boolean {
  return listMeetings([ring]).length > 0;
}

function crossingFlaws(polygon: Polygon, p: number): readonly OnGrid[] {
  const meetings = listMeetings(polygon);
  const seen: Position[] = [];
  return meetings.flatMap(({ a, b, at }) => {
    if (seen.some((known) => distance(known, at) < 1)) return [];
    seen.push(at);
    const corners = [a, b].map((side) => ({ polygon: p, ring: side.ring, corner: side.corner }));
    return [{ kind: "crossing" as const, at, corners }];
  });
}

type SideAt = { readonly side: Side; readonly ring: number; readonly corner: number; readonly of: number };
type Meeting = { readonly a: SideAt; readonly b: SideAt; readonly at: Position };

/**
 * Where sides of a polygon meet that should not: they cross, touch or run along each other; neighbours in a ring only
 * where they meet elsewhere than at their corner. Holes may touch another ring at a corner.
 */
function listMeetings(rings: Polygon): readonly Meeting[] {
  const sides = rings.flatMap((ring, r) =>
    sidesOf(ring).map((side, corner): SideAt => ({ side, ring: r, corner, of: ring.length })),
  );
  const west = ({ side: [from, to] }: SideAt) => Math.min(from[0], to[0]);
  const east = ({ side: [from, to] }: SideAt) => Math.max(from[0], to[0]);
  const sorted = [...sides].sort((a, b) => west(a) - west(b));
  const meetings: Meeting[] = [];
  let open: SideAt[] = [];
  for (const b of sorted) {
    open = open.filter((a) => east(a) >= west(b));
    for (const a of open) {
      const [at] = wrongMeetings(a, b);
      if (at !== undefined)
        meetings.push(a.ring === b.ring && a.corner > b.corner ? { a: b, b: a, at } : { a, b, at });
    }
    open.push(b);
  }
  return meetings.sort((m, n) => m.a.ring - n.a.ring || m.a.corner - n.a.corner || m.b.corner - n.b.corner);
}

function wrongMeetings(a: SideAt, b: SideAt): readonly Position[] {
  const meetings = meetingsOf(a.side, b.side);
  if (a.ring !== b.ring) {
    const isCorner = (at: Position) => [...a.side, ...b.side].some((corner) => isSame(corner, at));
    return meetings.length === 1 && meetings.every(isCorner) ? [] : meetings;
  }
  const apart = Math.abs(a.corner - b.corner);
  if (apart !== 1 && apart !== a.of - 1) return meetings;
  return meetings.length > 1 ? meetings : [];
}

function holeFlaws(shape: Shape, grid: Grid, tolerance: Tolerance): readonly Flaw[] {
  return shape.flatMap(([outer = [], ...holes], polygon) =>
    holes.flatMap((hole, h): readonly Flaw[] => {
      const corners = [{ polygon, ring: h + 1, corner: 0 }];
      const around = grid.off([[outer]]);
      const own = grid.off([[hole]]);
      const outside = findOutside(own, around, tolerance);
      const shared = holes.slice(0, h).map((other) => findOverlap(own, grid.off([[other]]), tolerance));
      return [
        ...(outside === null
          ? []
          : [{ kind: "holeOutside" as const, at: outside.at, corners, ground: outside }]),
        ...shared.flatMap((ground) =>
          ground === null ? [] : [{ kind: "holesOverlap" as const, at: ground.at, corners, ground }],
        ),
      ];
    }),
  );
}

function partFlaws(shape: Shape, grid: Grid, tolerance: Tolerance): readonly Flaw[] {
  return shape.flatMap((part, p) =>
    shape.slice(0, p).flatMap((other, q): readonly Flaw[] => {
      const ground = findOverlap(grid.off([part]), grid.off([other]), tolerance);
      if (ground === null) return [];
      const corners = [q, p].map((polygon) => ({ polygon, ring: 0, corner: 0 }));
      return [{ kind: "partsOverlap", at: ground.at, corners, ground }];
    }),
  );
}

/** Whether a shape has ground at all, and no flaw. */
export function isSound(shape: Shape, tolerance: Tolerance = TOLERANCE): boolean {
  return planeArea(shape) >= tolerance.squareMetres && listFlaws(shape, tolerance).length === 0;
}
