/**
 * A shape as tiles need it: projected once, when it is recorded, into a few bytes. Reading those of a tile costs the
 * database and us a fraction of what the boundary itself would. Pure.
 */
import { boundary, inDegrees, type Shape } from "../../kernel/geometry.ts";
import { worldX, worldY } from "./grid.ts";

/** Rings one after the other: twice the number of corners, one more where a polygon begins with it; then column, row of each. */
export function outlineOf(shape: Shape): Uint8Array {
  const units: number[] = [];
  for (const polygon of shape) {
    polygon.forEach((ring, i) => {
      units.push(ring.length * 2 + (i === 0 ? 1 : 0));
      for (const [longitude, latitude] of ring) units.push(worldX(longitude), worldY(latitude));
    });
  }
  const bytes = new Uint8Array(units.length * 4);
  const view = new DataView(bytes.buffer);
  units.forEach((unit, i) => {
    view.setUint32(i * 4, unit, true);
  });
  return bytes;
}

/** The outline of a boundary among some attributes, as the database writes bytes; null where there is none. */
export function outlineColumn({ boundary: held }: Readonly<Record<string, unknown>>): string | null {
  if (held === undefined) return null;
  return `\\x${Buffer.from(outlineOf(inDegrees(boundary.parse(held)))).toString("hex")}`;
}

/** The rings of an outline: whether a polygon begins with it, and its corners as column, row, column, row … */
export type OutlineRing = { readonly outer: boolean; readonly corners: Float64Array };

/** Reads an outline, its corners multiplied by `scale` and rounded: equal corners stay equal whoever owns them. */
export function* ringsOf(outline: Uint8Array, scale: number): Generator<OutlineRing> {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  let at = 0;
  while (at < outline.byteLength) {
    const head = view.getUint32(at, true);
    at += 4;
    const corners = new Float64Array((head >>> 1) * 2);
    for (let i = 0; i < corners.length; i += 1, at += 4) {
      corners[i] = Math.round(view.getUint32(at, true) * scale);
    }
    yield { outer: (head & 1) === 1, corners };
  }
}
