/** Which text of a drawing names which outline: the one text inside it that is inside no smaller outline. Pure. */
import { extentOf, type Position, type Ring } from "../../kernel/geometry.ts";

export type DrawnText = { readonly at: Position; readonly text: string };

/** Steps after which no more names are looked for: a drawing made to take for ever gets areas without names. */
const MOST_STEPS = 50_000_000;

/** The texts of each ring, in the order of the rings. */
export function textsInside(rings: readonly Ring[], texts: readonly DrawnText[]): string[][] {
  const sorted = [...texts].sort((a, b) => a.at[0] - b.at[0]);
  const taken = new Set<DrawnText>();
  const inside = rings.map((): string[] => []);
  const smallestFirst = rings.map((ring, i) => ({ ring, i, area: Math.abs(doubleArea(ring)) }));
  let steps = 0;
  for (const { ring, i } of smallestFirst.sort((a, b) => a.area - b.area)) {
    const [west, south, east, north] = extentOf([[ring]]);
    for (let n = firstFrom(sorted, west); n < sorted.length; n++) {
      const text = sorted[n];
      if (text === undefined || text.at[0] > east) break;
      if (++steps > MOST_STEPS) return inside;
      if (text.at[1] < south || text.at[1] > north || taken.has(text)) continue;
      steps += ring.length;
      if (!contains(ring, text.at)) continue;
      taken.add(text);
      inside[i]?.push(text.text);
    }
  }
  return inside;
}

function firstFrom(sorted: readonly DrawnText[], west: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.at[0] ?? Infinity) < west) low = middle + 1;
    else high = middle;
  }
  return low;
}

function doubleArea(ring: Ring): number {
  let sum = 0;
  let before = ring.at(-1);
  for (const corner of ring) {
    if (before !== undefined) sum += before[0] * corner[1] - corner[0] * before[1];
    before = corner;
  }
  return sum;
}

function contains(ring: Ring, [x, y]: Position): boolean {
  let inside = false;
  let before = ring.at(-1);
  for (const corner of ring) {
    if (before !== undefined && corner[1] > y !== before[1] > y) {
      const crossing = ((before[0] - corner[0]) * (y - corner[1])) / (before[1] - corner[1]) + corner[0];
      if (x < crossing) inside = !inside;
    }
    before = corner;
  }
  return inside;
}
