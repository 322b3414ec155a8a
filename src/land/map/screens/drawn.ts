/** What is drawn: zones and plots, labels of communes, the names of islands and sea, as GeoJSON. Pure. */
import type { CommuneLabel, MultiPolygon } from "../vocabulary.ts";
import type { Box } from "./choice.ts";

/** Something with a shape and a colour of the legend. */
export type Drawn = {
  /** `zone:…` or `plot:…`. */
  readonly card: string;
  readonly label: string;
  readonly shape: MultiPolygon;
  /** Step on the scale of colours; 0: not known, hatched. */
  readonly step: number;
  /** m², by which the mark is sized where the shape is too small to be seen. */
  readonly area: number | null;
};

type Properties = Readonly<Record<string, string | number>>;
type Geometry =
  | { readonly type: "Point"; readonly coordinates: [number, number] }
  | { readonly type: "LineString"; readonly coordinates: [number, number][] }
  | { readonly type: "MultiPolygon"; readonly coordinates: MultiPolygon };
/** What of GeoJSON is needed here. */
type Feature = { readonly type: "Feature"; readonly geometry: Geometry; readonly properties: Properties };
type Features = { readonly type: "FeatureCollection"; readonly features: Feature[] };

/** The box round a shape. */
export function boxOf(shape: MultiPolygon): Box {
  const corners = shape.flat(2);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const least = (of: readonly number[]) => of.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (of: readonly number[]) => of.reduce((a, b) => Math.max(a, b), -Infinity);
  return [least(xs), least(ys), most(xs), most(ys)];
}

/** The smallest box round several. */
export function around(boxes: readonly Box[]): Box | null {
  const [first, ...rest] = boxes;
  if (first === undefined) return null;
  return rest.reduce<Box>(
    ([w, s, e, n], [west, south, east, north]) => [
      Math.min(w, west),
      Math.min(s, south),
      Math.max(e, east),
      Math.max(n, north),
    ],
    first,
  );
}

/** Where the mark and the label of a shape stand: the middle of its box. */
export function middleOf(shape: MultiPolygon): readonly [number, number] {
  const [west, south, east, north] = boxOf(shape);
  return [(west + east) / 2, (south + north) / 2];
}

/** Half the width of a mark, in pixels: its face grows with the area. */
export function markRadius(area: number | null): number {
  const hectares = (area ?? 0) / 10_000;
  return Math.min(22, 4 + Math.sqrt(hectares));
}

function pointAt([x, y]: readonly [number, number], properties: Properties): Feature {
  return { type: "Feature", geometry: { type: "Point", coordinates: [x, y] }, properties };
}

const together = (features: readonly Feature[]): Features => ({
  type: "FeatureCollection",
  features: [...features],
});

/** The colour of a step; what is not known has none. */
function colourAt(step: number, colours: readonly string[]): string {
  return colours[step - 1] ?? "transparent";
}

/** The shapes, coloured by their steps. */
export function shapesOf(drawn: readonly Drawn[], colours: readonly string[]): Features {
  return together(
    drawn.map(({ card, label, step, shape }) => ({
      type: "Feature",
      geometry: { type: "MultiPolygon", coordinates: shape },
      properties: { card, label, step, colour: colourAt(step, colours) },
    })),
  );
}

/** Their marks and labels. */
export function marksOf(drawn: readonly Drawn[], colours: readonly string[]): Features {
  return together(
    drawn.map(({ card, label, step, area, shape }) =>
      pointAt(middleOf(shape), {
        ...{ card, label, step, radius: markRadius(area), area: area ?? 0 },
        colour: colourAt(step, colours),
      }),
    ),
  );
}

/** Labels of communes, one for all zones in each. */
export function communesOf(communes: readonly CommuneLabel[]): Features {
  return together(
    communes.map(({ centre, text, place }) => pointAt(centre, { label: text, place: place.id })),
  );
}

/** Names that stand on every map, wherever it is opened; in the words of each language. */
export const SOVEREIGN_NAMES = [
  {
    at: [112.0, 16.5],
    kind: "islands",
    name: { vi: "Quần đảo Hoàng Sa (Việt Nam)", en: "Hoang Sa Archipelago (Viet Nam)" },
  },
  {
    at: [113.6, 9.6],
    kind: "islands",
    name: { vi: "Quần đảo Trường Sa (Việt Nam)", en: "Truong Sa Archipelago (Viet Nam)" },
  },
  { at: [112.6, 13.4], kind: "sea", name: { vi: "Biển Đông", en: "Bien Dong (East Sea)" } },
] as const;

/** The names as points. */
export function sovereignNames(language: "vi" | "en"): Features {
  return together(SOVEREIGN_NAMES.map(({ at, kind, name }) => pointAt(at, { kind, label: name[language] })));
}

/** All of Vietnam with its islands and sea. */
export const NATION: Box = [101.8, 6.2, 117.6, 23.6];

/** Lines of whole degrees, so that an empty ground has a measure. */
export function graticule(): Features {
  const line = (from: readonly [number, number], to: readonly [number, number], label: string): Feature => ({
    type: "Feature",
    geometry: { type: "LineString", coordinates: [[...from], [...to]] },
    properties: { label },
  });
  const along = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return together([
    ...along(95, 125).map((x) => line([x, 0], [x, 30], `${x}°Đ`)),
    ...along(0, 30).map((y) => line([95, y], [125, y], `${y}°B`)),
  ]);
}
