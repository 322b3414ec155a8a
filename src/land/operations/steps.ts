/**
 * The grid on which shapes are worked on: whole steps of 0.1 mm about an origin near them, so that corners that are the
 * same are equal, and whether three of them turn left or right is exact for shapes of up to nine kilometres. Pure.
 */
import { METRE_STEPS, type Position, type Ring, type Shape } from "../../kernel/geometry.ts";

/** Metres in one plane to steps about the origin, and back. */
export type Grid = {
  readonly on: (shape: Shape) => Shape;
  readonly onLine: (line: readonly Position[]) => Ring;
  readonly off: (shape: Shape) => Shape;
  readonly point: (at: Position) => Position;
};

/** The grid about the first corner of a shape. */
export function gridAbout(shape: Shape): Grid {
  const [x = 0, y = 0] = shape[0]?.[0]?.[0] ?? [];
  const [originX, originY] = [Math.round(x * METRE_STEPS), Math.round(y * METRE_STEPS)];
  const step = ([east, north]: Position): Position => [
    Math.round(east * METRE_STEPS) - originX,
    Math.round(north * METRE_STEPS) - originY,
  ];
  const point = ([east, north]: Position): Position => [
    (Math.round(east) + originX) / METRE_STEPS,
    (Math.round(north) + originY) / METRE_STEPS,
  ];
  const through = (shape: Shape, one: (at: Position) => Position): Shape =>
    shape.map((polygon) => polygon.map((ring) => ring.map(one)));
  return {
    on: (shape) => through(shape, step),
    onLine: (line) => line.map(step),
    off: (shape) => through(shape, point),
    point,
  };
}

/** Twice the area of the triangle a, b, c: positive where they turn left. */
export function turn(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

export function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

export function distance(a: Position, b: Position): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** One side of a ring, from one corner to the next. */
export type Side = readonly [from: Position, to: Position];

/** The sides of a ring in order, the one that closes it last. */
export function sidesOf(ring: Ring): readonly Side[] {
  return ring.flatMap((from, i) => {
    const to = ring[(i + 1) % ring.length];
    return to === undefined ? [] : [[from, to] as const];
  });
}

/** The place on a side that is nearest to a point. */
export function nearestOn([from, to]: Side, at: Position): Position {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((at[0] - from[0]) * dx + (at[1] - from[1]) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return [from[0] + t * dx, from[1] + t * dy];
}

/**
 * Where two sides meet: where they cross or one ends on the other; the ends of the common stretch where they run along
 * each other; none where they are apart. Only a crossing between corners may lie off the grid.
 */
export function meetingsOf([a, b]: Side, [c, d]: Side): readonly Position[] {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return [];
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return [];
  const [atC, atD, atA, atB] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (Math.sign(atC) * Math.sign(atD) < 0 && Math.sign(atA) * Math.sign(atB) < 0) {
    const t = atA / (atA - atB);
    return [[a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]];
  }
  const touching = [
    ...(atC === 0 && isInBox(c, a, b) ? [c] : []),
    ...(atD === 0 && isInBox(d, a, b) ? [d] : []),
    ...(atA === 0 && isInBox(a, c, d) ? [a] : []),
    ...(atB === 0 && isInBox(b, c, d) ? [b] : []),
  ];
  return touching.filter((at, i) => touching.findIndex((other) => isSame(other, at)) === i);
}

function isInBox(at: Position, a: Position, b: Position): boolean {
  return (
    Math.min(a[0], b[0]) <= at[0] &&
    at[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= at[1] &&
    at[1] <= Math.max(a[1], b[1])
  );
}
