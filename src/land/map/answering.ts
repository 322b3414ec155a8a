/** Reads what the map of a place shows on a day. */
import type { FigureContext, Question } from "../../figures/public.ts";
import type { PlainDate } from "../../kernel/dates.ts";
import { findCommuneCentre, type PlaceDirectory } from "../../places/public.ts";
import type { ZoneSummary } from "../../zones/pageVocabulary.ts";
import { listSummaries, listZonesById, seenZones, zoneDays } from "../../zones/public.ts";
import { areRoadsKnown } from "../layers/roads.ts";
import { measuredArea } from "../measuring.ts";
import { outlineOf } from "../presenting.ts";
import { type Holdings, listOf, type PlotWords, seenPlots } from "../reading.ts";
import { listPlotsById } from "../store.ts";
import { type FindCommune, labelsByCommune } from "./rules.ts";
import type { MapAnswer, MapPlots, MapZone } from "./vocabulary.ts";

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
    roadsKnown: await areRoadsKnown(question, given),
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
  const byId = new Map(states.map((state) => [state.id, state.attributes.boundary]));
  return zones.map((zone) => {
    const own = byId.get(zone.id);
    return {
      ...zone,
      positionAccuracy: own === undefined ? "commune" : "boundary",
      shape: own === undefined ? null : outlineOf(own).coordinates,
      measuredArea: own === undefined ? null : measuredArea(own),
    };
  });
}

/** The plots of a question that have a boundary which may be seen, with it; of very many the first. */
export async function findMapPlots(
  question: Question,
  words: PlotWords,
  given: FigureContext & { readonly holdings: Holdings },
): Promise<MapPlots> {
  const { asOf, known } = question;
  const { items, total, hidden, next } = await listOf(question, words, given);
  const ids = items.map((plot) => plot.id);
  const states = await seenPlots(await listPlotsById(given.db, { ids, asOf, known }), given);
  const byId = new Map(states.map((state) => [state.id, state.attributes.boundary]));
  return {
    items: items.map((plot) => {
      const own = byId.get(plot.id);
      return { ...plot, shape: own === undefined ? null : outlineOf(own).coordinates };
    }),
    ...{ total, hidden, more: next !== null },
  };
}

function communeFinder(places: PlaceDirectory): FindCommune {
  return ({ id, confirmed }) => {
    const unit = places.find(id);
    const centre = unit === null ? null : findCommuneCentre(unit);
    if (unit === null || centre === null) return null;
    return { place: { id: unit.id, code: unit.code, name: unit.name }, centre, confirmed };
  };
}
