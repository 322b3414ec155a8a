/** Which other zones lie in the same place as a zone on a day: in its own unit first, then in those above it. */
import type { FigureContext, Question } from "../figures/public.ts";
import type { PlainDate } from "../kernel/dates.ts";
import type { NeighbourList } from "./pageVocabulary.ts";
import { listSummaries } from "./reading.ts";
import { seenZones } from "./seen.ts";
import { listZonesById } from "./store.ts";

/** Neighbours that are named of each unit; the list of zones has them all. */
const NAMED = 8;

/** The neighbours of a zone, unit by unit from the smallest; each zone once, where it is nearest. null: it may not be seen. */
export async function listNeighbours(
  id: string,
  question: Question,
  given: FigureContext & { readonly today: PlainDate },
): Promise<NeighbourList | null> {
  const { db, places } = given;
  const { asOf, known } = question;
  const found = await listZonesById(db, { ids: [id], asOf, known });
  const [zone] = await seenZones(found, given);
  if (zone === undefined && found.length > 0) return null;
  const own = (zone?.attributes.places ?? []).flatMap((place) => places.find(place) ?? []);
  const [first] = own;
  const units = first === undefined ? own : [...own, ...places.ancestors(first.id, asOf)];
  const named = new Set([id, ...(zone?.attributes.phaseOf === undefined ? [] : [zone.attributes.phaseOf])]);
  const levels: NeighbourList["levels"] = [];
  for (const { id: unit, code, name } of units) {
    const inUnit = { ...question, scope: places.scopeOf(unit), kind: null };
    const { items } = await listSummaries(inUnit, { ...given, withPhases: false });
    const others = items.filter((other) => !named.has(other.id));
    for (const other of others) named.add(other.id);
    levels.push({ place: { id: unit, code, name }, total: others.length, zones: others.slice(0, NAMED) });
  }
  return { levels };
}
