/** Invented plots for tests: squares in the plane 9213 of VN-2000, told as changes. */
import type { Boundary } from "../src/kernel/geometry.ts";

/** A square with its south-western corner so many metres east and north of E 432,000 N 2,450,000. `side` in metres. */
export function squareAt(east: number, north: number, side: number): Boundary {
  const corners = [
    [east, north],
    [east + side, north],
    [east + side, north + side],
    [east, north + side],
  ] as const;
  // Near enough for finding: a degree is some 103 km east and 111 km north there.
  const survey = corners.map(([x, y]): [number, number] => [
    (432_000 + x) * 10_000,
    (2_450_000 + y) * 10_000,
  ]);
  const wgs84 = corners.map(([x, y]): [number, number] => [
    Math.round(105_842_000_000 + (x / 103_130) * 1e9),
    Math.round(22_146_000_000 + (y / 110_740) * 1e9),
  ]);
  return { crs: 9213, plane: 9213, accuracy: 50, survey: [[survey]], wgs84: [[wgs84]] };
}
