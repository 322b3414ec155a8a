/** Where a zone stands on the map, by its boundary or by its commune. Pure. */
import { type Boundary, inDegrees, METRE_STEPS, type Position, type Shape } from "../../kernel/geometry.ts";
import { compareVietnamese } from "../../kernel/text.ts";
import type { ZonePlace, ZoneSummary } from "../../zones/vocabulary.ts";
import type { CommuneLabel, MultiPolygon } from "./vocabulary.ts";

/** A shape as GeoJSON has it: the first corner of each ring is repeated at its end. */
export function closedRings(shape: Shape): MultiPolygon {
  return shape.map((polygon) =>
    polygon.map((ring) => [...ring, ...ring.slice(0, 1)].map(([x, y]): [number, number] => [x, y])),
  );
}

/** A boundary on the map. */
export function shapeOnMap(boundary: Boundary): MultiPolygon {
  return closedRings(inDegrees(boundary));
}

/** Twice the area that a ring goes round, in square steps; positive where it turns to the left. */
function turned(ring: readonly Position[]): number {
  return ring.reduce((sum, [x, y], at) => {
    const [toX, toY] = ring[(at + 1) % ring.length] ?? [x, y];
    const [firstX, firstY] = ring[0] ?? [x, y];
    // Relative to the first corner, so that large coordinates cost no exactness.
    return sum + (x - firstX) * (toY - firstY) - (toX - firstX) * (y - firstY);
  }, 0);
}

/** m² in the plane in which the area counts; null where the boundary was not surveyed in that plane. */
export function measuredArea({ crs, plane, survey }: Boundary): number | null {
  if (crs !== plane) return null;
  const steps = survey.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + Math.abs(turned(outer)) - holes.reduce((within, hole) => within + Math.abs(turned(hole)), 0),
    0,
  );
  return Math.round(steps / 2 / METRE_STEPS ** 2);
}

/** A commune with its centre, as the places have it. */
export type Commune = {
  readonly place: CommuneLabel["place"];
  readonly centre: Position;
  /** Whether a paper says that the zone lies there. */
  readonly confirmed: boolean;
};
/** The commune of a place that lies in one alone, with a known centre; else null. */
export type FindCommune = (place: ZonePlace) => Commune | null;

/**
 * The one commune of today in which a zone lies as a whole. Null where it lies in several, where its place went to several
 * or only in part to the one that is known, and where no centre of it is on record.
 */
export function communeOf(zone: Pick<ZoneSummary, "placesNow">, find: FindCommune): Commune | null {
  const [only, ...more] = zone.placesNow;
  return only === undefined || more.length > 0 ? null : find(only);
}

const WORDS = {
  without: { vi: "chưa có tọa độ", en: "no coordinates yet" },
  unconfirmed: { vi: "xã chưa xác nhận", en: "commune unconfirmed" },
} as const;

/** `Xã Thanh Thịnh` as it stands inside a sentence. */
function inSentence(name: string): string {
  return name.slice(0, 1).toLocaleLowerCase("vi") + name.slice(1);
}

/** Labels for zones without a boundary, a commune each, and the zones for which there is no such place. */
export function labelsByCommune(
  zones: readonly ZoneSummary[],
  find: FindCommune,
  language: "vi" | "en",
): { readonly communes: readonly CommuneLabel[]; readonly unplaced: readonly string[] } {
  const byPlace = new Map<string, { readonly commune: Commune; readonly zones: Labelled[] }>();
  const unplaced: string[] = [];
  for (const zone of zones) {
    const commune = communeOf(zone, find);
    if (commune === null) {
      unplaced.push(zone.id);
      continue;
    }
    const known = byPlace.get(commune.place.id) ?? { commune, zones: [] };
    known.zones.push({ zone, confirmed: commune.confirmed });
    byPlace.set(commune.place.id, known);
  }
  const communes = [...byPlace.values()].map(({ commune, zones: inside }) =>
    labelOf(commune, inside, language),
  );
  return { communes: communes.sort((a, b) => compareVietnamese(a.text, b.text)), unplaced };
}

type Labelled = { readonly zone: ZoneSummary; readonly confirmed: boolean };

/** Parks stand before clusters, each by name. */
function labelOf(
  { place, centre: [x, y] }: Commune,
  inside: readonly Labelled[],
  language: "vi" | "en",
): CommuneLabel {
  const zones = [...inside].sort(
    (a, b) =>
      Number(a.zone.kind !== "park") - Number(b.zone.kind !== "park") ||
      compareVietnamese(a.zone.name, b.zone.name),
  );
  const named = zones.map(({ zone: { id, name }, confirmed }) => ({
    ...{ id, label: name, confirmed },
    printed: confirmed ? name : `${name} (${WORDS.unconfirmed[language]})`,
  }));
  return {
    place,
    centre: [x, y],
    positionAccuracy: "commune",
    zones: named,
    text: `${inSentence(place.name)}: ${named.map(({ printed }) => printed).join(", ")}, ${WORDS.without[language]}`,
  };
}
