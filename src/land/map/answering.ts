/** Reads what the map of a place shows on a day. */
import { z } from "zod";
import type { FigureContext, Question } from "../../figures/public.ts";
import type { PlainDate } from "../../kernel/dates.ts";
import { boundary } from "../../kernel/geometry.ts";
import { findCommuneCentre, type PlaceDirectory } from "../../places/public.ts";
import type { ZoneSummary } from "../../zones/vocabulary.ts";
import { listSummaries, listZonesById, seenZones, zoneDays } from "../../zones/public.ts";
import { type FindCommune, labelsByCommune, measuredArea, shapeOnMap } from "./rules.ts";
import type { MapAnswer, MapZone } from "./vocabulary.ts";

const withBoundary = z.object({ boundary: boundary.optional() });

type Given = FigureContext & { readonly today: PlainDate };

/** The zones of a question with their boundaries, and the communes that stand for those without. */
export async function findMap(question: Question, given: Given): Promise<MapAnswer> {
  const { items, hidden } = await listSummaries(question, { ...given, withPhases: true });
  const drawn = await drawnOf(items, question, given);
  const shown = drawn.filter(({ phaseOf, shape }) => phaseOf === null || shape !== null);
  const bare = shown.filter(({ shape }) => shape === null);
  const { communes, unplaced } = labelsByCommune(bare, communeFinder(given.places), question.language);
  const nowhere = new Set(unplaced);
  const [firstDay = null] = await zoneDays(question, given);
  return {
    asOf: question.asOf,
    firstDay,
    zones: shown.map((zone) => (nowhere.has(zone.id) ? { ...zone, positionAccuracy: "unknown" } : zone)),
    communes: [...communes],
    unplaced: [...unplaced],
    hidden,
  };
}

/** Zones with what is known of where they lie; those without a boundary are taken to be known by their commune. */
async function drawnOf(
  zones: readonly ZoneSummary[],
  { asOf, known }: Question,
  given: Given,
): Promise<readonly MapZone[]> {
  const ids = zones.map((zone) => zone.id);
  const states = await seenZones(await listZonesById(given.db, { ids, asOf, known }), given);
  const byId = new Map(states.map((state) => [state.id, withBoundary.parse(state.attributes).boundary]));
  return zones.map((zone) => {
    const own = byId.get(zone.id);
    return {
      ...zone,
      positionAccuracy: own === undefined ? "commune" : "boundary",
      shape: own === undefined ? null : shapeOnMap(own),
      measuredArea: own === undefined ? null : measuredArea(own),
    };
  });
}

function communeFinder(places: PlaceDirectory): FindCommune {
  return ({ id, confirmed }) => {
    const unit = places.find(id);
    const centre = unit === null ? null : findCommuneCentre(unit);
    if (unit === null || centre === null) return null;
    return { place: { id: unit.id, code: unit.code, name: unit.name }, centre, confirmed };
  };
}
