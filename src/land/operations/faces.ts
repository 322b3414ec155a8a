/**
 * From lines that enclose ground to the shapes of that ground. Each line runs with its ground on its left; a line that
 * has ground on both sides runs both ways. Works on the grid: equal corners are one corner. Pure.
 */
import type { Polygon, Position, Ring, Shape } from "../../kernel/geometry.ts";
import { ringArea, standingIn } from "./measuring.ts";
import { isSame, type Side } from "./steps.ts";

const key = ([x, y]: Position): string => `${x} ${y}`;
const sideKey = ([from, to]: Side): string => `${key(from)} ${key(to)}`;

/** The rings of a shape as lines with the ground on their left: outer rings against the clock, holes with it. */
export function turned(shape: Shape): Shape {
  return shape.map((polygon) =>
    polygon.map((ring, i) => (ringArea(ring) > 0 === (i === 0) ? ring : [...ring].reverse())),
  );
}

/** Takes out what runs both ways: there the ground of one side goes on in that of the other. */
export function withoutShared(sides: readonly Side[]): { readonly left: Side[]; readonly shared: Side[] } {
  const there = new Map(sides.map((side) => [sideKey(side), side]));
  const isShared = ([from, to]: Side) => there.has(sideKey([to, from]));
  return { left: sides.filter((s) => !isShared(s)), shared: sides.filter(isShared) };
}

/** One polygon for each piece of ground that the lines enclose, with its holes. */
export function facesOf(sides: readonly Side[]): Shape {
  const rings = ringsOf(sides).filter((ring) => ringArea(ring) !== 0);
  const outers = rings.filter((ring) => ringArea(ring) > 0);
  const holes = rings.filter((ring) => ringArea(ring) < 0);
  const around = (hole: Ring) =>
    outers
      .filter((outer) => isAround(outer, hole))
      .sort((a, b) => ringArea(a) - ringArea(b))
      .at(0);
  return outers.map((outer): Polygon => [outer, ...holes.filter((hole) => around(hole) === outer)]);
}

/** Whether a ring lies around another; the two do not cross, so one corner off the border tells. */
function isAround(outer: Ring, inner: Ring): boolean {
  if (ringArea(outer) <= -ringArea(inner)) return false;
  const standings = inner.map((at) => standingIn([[outer]], at));
  return !standings.includes("outside");
}

function ringsOf(sides: readonly Side[]): readonly Ring[] {
  const from = new Map<string, Side[]>();
  for (const side of sides) from.set(key(side[0]), [...(from.get(key(side[0])) ?? []), side]);
  const used = new Set<Side>();
  const rings: Ring[] = [];
  for (const start of sides) {
    const ring: Position[] = [];
    let side: Side | undefined = start;
    while (side !== undefined && !used.has(side)) {
      used.add(side);
      ring.push(side[0]);
      side = nextOf(side, from.get(key(side[1])) ?? []);
    }
    if (ring.length > 2) rings.push(ring);
  }
  return rings;
}

/** Of the lines that go on from the end of a side, the one that turns most to the left: it keeps to the same ground. */
function nextOf([from, to]: Side, onward: readonly Side[]): Side | undefined {
  const back = Math.atan2(from[1] - to[1], from[0] - to[0]);
  const turnOf = ([, next]: Side) => {
    const clockwise = back - Math.atan2(next[1] - to[1], next[0] - to[0]);
    const whole = clockwise <= 0 ? clockwise + 2 * Math.PI : clockwise;
    return isSame(next, from) ? 2 * Math.PI : whole;
  };
  return [...onward].sort((a, b) => turnOf(a) - turnOf(b)).at(0);
}
