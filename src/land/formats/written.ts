/** What is written of a feature in every format, and its rings as the formats want them. Pure. */
import type { Polygon, Position, Ring, Shape } from "../../kernel/geometry.ts";
import type { PositionAccuracy } from "./formats.ts";

export type WrittenProperty = string | number | boolean | null;

export type GeodataColumn = { readonly key: string; readonly kind: "text" | "number" | "yesNo" };

export type WrittenFeature = {
  readonly id: string;
  readonly properties: Readonly<Record<string, WrittenProperty>>;
  /** In degrees of WGS84, as is the point. */
  readonly shape: Shape | null;
  /** Where only a point is known. */
  readonly point?: Position | null;
  /** Said where there is neither, such as `commune`; else it follows from what there is. */
  readonly positionAccuracy?: PositionAccuracy;
};

export type Written = {
  /** What the file is called inside, where the format has a place for it. */
  readonly title: string;
  /** The properties that are written, in their order; all others are not. `name` also names the feature in KML. */
  readonly columns: readonly GeodataColumn[];
  readonly features: AsyncIterable<WrittenFeature> | Iterable<WrittenFeature>;
};

export const ACCURACY_KEY = "positionAccuracy";

/** How well the place of a feature is known. */
export function accuracyOf({ shape, point, positionAccuracy }: WrittenFeature): PositionAccuracy {
  if (shape !== null) return "boundary";
  return point === null || point === undefined ? (positionAccuracy ?? "unknown") : "point";
}

/** The properties in the order of the columns, and how well the place is known. */
export function propertiesOf(
  feature: WrittenFeature,
  columns: readonly GeodataColumn[],
): [key: string, value: WrittenProperty][] {
  return [
    ...columns.map(({ key }): [string, WrittenProperty] => [key, feature.properties[key] ?? null]),
    [ACCURACY_KEY, accuracyOf(feature)],
  ];
}

/** 0.1 mm on the ground. */
const DECIMALS = 9;

/** A position with as many decimals as are written. */
export function rounded([x, y]: Position): Position {
  return [Number(x.toFixed(DECIMALS)), Number(y.toFixed(DECIMALS))];
}

/** Closed rings, the outer one counter-clockwise and holes clockwise (RFC 7946, 3.1.6). */
export function writtenPolygon(polygon: Polygon): Position[][] {
  return polygon.map((ring, i) => {
    const corners = ring.map(rounded);
    const isRight = signedArea(ring) > 0 === (i === 0);
    const turned = isRight ? corners : corners.reverse();
    return [...turned, ...turned.slice(0, 1)];
  });
}

/** Taken from the first corner on: degrees are large beside what a plot measures in them. */
function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  let before = ring.at(-1);
  for (const corner of ring) {
    if (before !== undefined) {
      sum += (before[0] - x0) * (corner[1] - y0) - (corner[0] - x0) * (before[1] - y0);
    }
    before = corner;
  }
  return sum;
}

const PIECE = 65_536;

/** Short texts put together into pieces that are worth sending. */
export async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let piece = "";
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
