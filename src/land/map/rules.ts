/** Where zones without a boundary are named on the map: at the one commune in which they lie. Pure. */
import type { Position } from "../../kernel/geometry.ts";
import { compareVietnamese } from "../../kernel/text.ts";
import type { ZonePlace, ZoneSummary } from "../../zones/pageVocabulary.ts";
import type { CommuneLabel } from "./vocabulary.ts";

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
    printed: confirmed ? name : `${name} – ${WORDS.unconfirmed[language]}`,
  }));
  return {
    place,
    centre: [x, y],
    positionAccuracy: "commune",
    zones: named,
    text: `${inSentence(place.name)}: ${named.map(({ printed }) => printed).join(", ")}, ${WORDS.without[language]}`,
  };
}
