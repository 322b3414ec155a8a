/** What two shapes have in common and what one has beyond the other, by exact arithmetic. Pure. */
import { difference, type Geom, intersection } from "polyclip-ts";
import type { Position, Shape } from "../../kernel/geometry.ts";

type Given = Extract<Geom, readonly (readonly (readonly (readonly [number, number])[])[])[]>;

function given(shape: Shape): Given {
  return shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y])));
}

/** Rings come back closed by repeating the first corner; ours are not. */
function taken(result: Given): Shape {
  return result.map((polygon) => polygon.map((ring) => ring.slice(0, -1).map(([x, y]): Position => [x, y])));
}

export function common(a: Shape, b: Shape): Shape {
  return taken(intersection(given(a), given(b)));
}

export function beyond(a: Shape, b: Shape): Shape {
  return taken(difference(given(a), given(b)));
}
