/** Which part of the plane a drawing shows, and how long its scale bar is. Pure. */
import { type Extent, extentOf, type Position, type Shape } from "../../kernel/geometry.ts";

/** The middle of what is seen, and metres of ground to a pixel. */
export type Seen = { readonly middle: Position; readonly scale: number };
export type Size = { readonly width: number; readonly height: number };

/** Pixels around what is shown: there stand the scale bar and the arrow. */
const ROOM = 40;
/** Metres to a pixel: from a centimetre to a province. */
const SCALES = { least: 0.01, most: 500 };
const held = (scale: number) => Math.min(SCALES.most, Math.max(SCALES.least, scale));

/** All of some shapes; where there are none, a kilometre about nowhere in particular. */
export function fitted(shapes: readonly Shape[], { width, height }: Size): Seen {
  const [west, south, east, north] = extentOfAll(shapes) ?? [432_000, 2_450_000, 433_000, 2_451_000];
  const scale = Math.max((east - west) / (width - 2 * ROOM), (north - south) / (height - 2 * ROOM));
  return { middle: [(west + east) / 2, (south + north) / 2], scale: held(scale) };
}

function extentOfAll(shapes: readonly Shape[]): Extent | null {
  const extents = shapes.filter((shape) => shape.length > 0).map(extentOf);
  if (extents.length === 0) return null;
  return extents.reduce((a, b) => [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ]);
}

/** Nearer (`by` above 1) or farther, with the place under the pointer staying where it is. */
export function zoomed({ middle, scale }: Seen, by: number, about: Position = middle): Seen {
  const next = held(scale / by);
  const kept = next / scale;
  return {
    scale: next,
    middle: [about[0] + (middle[0] - about[0]) * kept, about[1] + (middle[1] - about[1]) * kept],
  };
}

/** Where a pixel of the drawing lies in the plane; y grows downward in pixels and northward in the plane. */
export function placeAt([x, y]: Position, { middle, scale }: Seen, { width, height }: Size): Position {
  return [middle[0] + (x - width / 2) * scale, middle[1] - (y - height / 2) * scale];
}

/** The longest round length that is no wider than so many pixels, in metres: 1, 2 or 5 and zeros. */
export function barLength(scale: number, widest: number): number {
  const most = scale * widest;
  const ten = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map((n) => n * ten).find((length) => length <= most) ?? ten;
}
