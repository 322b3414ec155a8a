/** Rings in the units of a tile, as flat lists of column, row: cut to a square, without corners that show nothing. Pure. */

type Flat = ArrayLike<number>;

/** Twice the area, positive where the ring runs clockwise on the screen, whose rows count downwards. */
export function doubleArea(ring: Flat): number {
  let sum = 0;
  let [x, y] = [ring[ring.length - 2] ?? 0, ring[ring.length - 1] ?? 0];
  for (let i = 0; i < ring.length; i += 2) {
    const [nextX, nextY] = [ring[i] ?? 0, ring[i + 1] ?? 0];
    sum += x * nextY - nextX * y;
    [x, y] = [nextX, nextY];
  }
  return sum;
}

/** Whether a ring lies wholly, partly or not at all between `low` and `high` in both directions. */
export function lieOf(ring: Flat, low: number, high: number): "inside" | "across" | "outside" {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [ring[i] ?? 0, ring[i + 1] ?? 0];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
  }
  if (east < low || west > high || south < low || north > high) return "outside";
  return west >= low && east <= high && north >= low && south <= high ? "inside" : "across";
}

/** What of a ring lies on the side of a straight line where `sign * coordinate <= sign * limit`. */
function cut(ring: Flat, side: { readonly axis: 0 | 1; readonly sign: 1 | -1; readonly limit: number }) {
  const { axis, sign, limit } = side;
  const kept: number[] = [];
  let [x, y] = [ring[ring.length - 2] ?? 0, ring[ring.length - 1] ?? 0];
  for (let i = 0; i < ring.length; i += 2) {
    const [nextX, nextY] = [ring[i] ?? 0, ring[i + 1] ?? 0];
    const from = axis === 0 ? x : y;
    const to = axis === 0 ? nextX : nextY;
    const isIn = sign * to <= sign * limit;
    if (isIn !== sign * from <= sign * limit) {
      const share = (limit - from) / (to - from);
      kept.push(
        axis === 0 ? limit : Math.round(x + share * (nextX - x)),
        axis === 1 ? limit : Math.round(y + share * (nextY - y)),
      );
    }
    if (isIn) kept.push(nextX, nextY);
    [x, y] = [nextX, nextY];
  }
  return kept;
}

/** The ring cut to the square (Sutherland and Hodgman): where it leaves and comes back it follows the edge. */
export function clipped(ring: Flat, low: number, high: number): Flat {
  let left: Flat = ring;
  for (const axis of [0, 1] as const) {
    left = cut(left, { axis, sign: 1, limit: high });
    left = cut(left, { axis, sign: -1, limit: low });
  }
  return left;
}

/** Whether the middle of three corners can go without anything moving: it repeats one, or lies on their line. */
function isIdle(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): boolean {
  return (bx - ax) * (cy - by) === (by - ay) * (cx - bx);
}

/** The ring without corners that repeat another or lie on a straight line; nothing where less than a triangle is left. */
export function tidied(ring: Flat): readonly number[] {
  const kept: number[] = [];
  const idleEnd = (x: number, y: number) => {
    const n = kept.length;
    return n >= 4 && isIdle(kept[n - 4] ?? 0, kept[n - 3] ?? 0, kept[n - 2] ?? 0, kept[n - 1] ?? 0, x, y);
  };
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [ring[i] ?? 0, ring[i + 1] ?? 0];
    while (idleEnd(x, y)) kept.length -= 2;
    if (kept.length >= 2 && kept[kept.length - 2] === x && kept[kept.length - 1] === y) continue;
    kept.push(x, y);
  }
  while (kept.length >= 6 && idleEnd(kept[0] ?? 0, kept[1] ?? 0)) kept.length -= 2;
  let first = 0;
  const n = kept.length;
  while (
    n - first >= 6 &&
    isIdle(
      kept[n - 2] ?? 0,
      kept[n - 1] ?? 0,
      kept[first] ?? 0,
      kept[first + 1] ?? 0,
      kept[first + 2] ?? 0,
      kept[first + 3] ?? 0,
    )
  )
    first += 2;
  return kept.length - first < 6 ? [] : kept.slice(first);
}

/** The ring the other way round. */
export function reversed(ring: readonly number[]): readonly number[] {
  const turned: number[] = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) turned.push(ring[i] ?? 0, ring[i + 1] ?? 0);
  return turned;
}
