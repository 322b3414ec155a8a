/** How large a boundary is, for the period tables. Pure. */
import { type Boundary, METRE_STEPS, type Ring, shapeOf } from "../kernel/geometry.ts";

/** Twice the signed area of a ring, reckoned from its first corner so that large coordinates lose nothing. */
function doubleArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    sum += (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
  });
  return sum;
}

/** m² of a boundary in its plane of VN-2000, to the whole m²; null where it was surveyed in another system. */
export function measuredArea({ crs, plane, survey }: Boundary): number | null {
  if (crs !== plane) return null;
  const area = shapeOf(survey, METRE_STEPS).reduce(
    (sum, polygon) =>
      polygon.reduce((s, ring, i) => s + (i === 0 ? 1 : -1) * Math.abs(doubleArea(ring)), sum),
    0,
  );
  return Math.round(area / 2);
}
