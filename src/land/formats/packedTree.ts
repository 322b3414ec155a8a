/**
 * The index of FlatGeobuf: a packed R-tree over features that are sorted along a Hilbert curve. Nodes of 40 bytes (box,
 * then the offset of the feature or the number of the first child), the root first. Pure.
 */
import type { Extent } from "../../kernel/geometry.ts";

/** Children of a node. */
export const NODE_SIZE = 16;
const NODE_BYTES = 40;
/** Side of the grid of the curve, in cells: 2 to the 16th. */
const CELLS = 65_536;

type Boxed = { readonly box: Extent; readonly bytes: Uint8Array };
type Node = { readonly box: Extent; readonly offset: number };

function around(boxes: readonly Extent[]): Extent {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    west = Math.min(west, box[0]);
    south = Math.min(south, box[1]);
    east = Math.max(east, box[2]);
    north = Math.max(north, box[3]);
  }
  return [west, south, east, north];
}

/** Along the curve through the middles of the boxes; what lies nowhere comes last. */
export function sortedByPlace<T extends Boxed>(features: readonly T[]): T[] {
  const [west, south, east, north] = around(features.map(({ box }) => box));
  const cell = (middle: number, from: number, to: number) =>
    to > from ? Math.min(CELLS - 1, Math.floor((CELLS * (middle - from)) / (to - from))) : 0;
  const placed = features.map((feature) => {
    const [w, s, e, n] = feature.box;
    if (w > e) return { feature, distance: Infinity };
    return {
      feature,
      distance: distanceAlong(cell((w + e) / 2, west, east), cell((s + n) / 2, south, north)),
    };
  });
  return placed.sort((a, b) => compare(a.distance, b.distance)).map(({ feature }) => feature);
}

const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);

/** How far along a Hilbert curve a cell lies. */
function distanceAlong(column: number, row: number): number {
  let [x, y, distance] = [column, row, 0];
  for (let side = CELLS / 2; side >= 1; side /= 2) {
    const [right, up] = [(x & side) > 0, (y & side) > 0];
    distance += side * side * (right ? (up ? 2 : 3) : up ? 1 : 0);
    if (up) continue;
    if (right) [x, y] = [CELLS - 1 - x, CELLS - 1 - y];
    [x, y] = [y, x];
  }
  return distance;
}

/** The bytes of the tree over features in the order in which they are written. */
export function packedTree(features: readonly Boxed[]): Uint8Array {
  let offset = 0;
  let level = features.map(({ box, bytes }): Node => {
    const node = { box, offset };
    offset += bytes.length;
    return node;
  });
  const levels = [level];
  do {
    level = parentsOf(level);
    levels.unshift(level);
  } while (level.length > 1);
  return written(levels);
}

/** `offset` of a parent is the place of its first child in its level; the level's own begin is added when it is written. */
function parentsOf(children: readonly Node[]): Node[] {
  return Array.from({ length: Math.ceil(children.length / NODE_SIZE) }, (_, i) => {
    const first = i * NODE_SIZE;
    return { box: around(children.slice(first, first + NODE_SIZE).map(({ box }) => box)), offset: first };
  });
}

function written(levels: readonly (readonly Node[])[]): Uint8Array {
  const bytes = new Uint8Array(levels.reduce((sum, { length }) => sum + length, 0) * NODE_BYTES);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let below = 0;
  levels.forEach((level, depth) => {
    below += level.length;
    const isLeaf = depth === levels.length - 1;
    for (const { box, offset } of level) {
      box.forEach((value, i) => {
        view.setFloat64(at + i * 8, value, true);
      });
      view.setBigUint64(at + 32, BigInt(isLeaf ? offset : below + offset), true);
      at += NODE_BYTES;
    }
  });
  return bytes;
}
