/** Which zones a question is about: those wholly in the place, those partly in it, those told of only later. */

import { type FigureContext, type Question, shared, whateverDay } from "../figures/public.ts";
import { addDays, type PlainDate } from "../kernel/dates.ts";
import type { PlaceScope } from "../places/public.ts";
import {
  listZonePeriodsIn,
  listZonesBeginningLater,
  listZonesById,
  listZonesIn,
  type ZoneState,
} from "./store.ts";

export type ZonesInScope = {
  /** Zones and phases on the day, wholly in the place. */
  readonly inside: readonly ZoneState[];
  /** Zones that the place shares with another, so that they count for neither. */
  readonly across: readonly ZoneState[];
  /** Founded zones whose first word comes from a later day. */
  readonly later: readonly ZoneState[];
};

type Lie = "inside" | "across" | "outside";

function lieOf(zone: ZoneState, scope: ScopeSets): Lie {
  const places = zone.attributes.places ?? [];
  if (places.length > 0 && places.every((p) => scope.within.has(p))) return "inside";
  return places.some((p) => scope.within.has(p) || scope.crossing.has(p)) ? "across" : "outside";
}

type ScopeSets = { readonly within: ReadonlySet<string>; readonly crossing: ReadonlySet<string> };

function setsOf(scope: PlaceScope): ScopeSets {
  return { within: new Set(scope.within), crossing: new Set(scope.crossing) };
}

/** The last day on which the place was there, where the asked day is after its end. */
function lastDayOfPlace(scope: PlaceScope, asOf: PlainDate): PlainDate | null {
  const end = scope.place.to;
  return end !== null && asOf >= end ? addDays(end, -1) : null;
}

/** What holds on the day, and what begins later, of the zones in the place. */
type OnTheDay = Pick<ZonesInScope, "later"> & { readonly here: readonly ZoneState[] };

/** All periods of the zones that ever lay in the place, for questions about many days. */
export const everInScope = shared(
  ({ scope, known }: Question, { db }: FigureContext) =>
    listZonePeriodsIn(db, { places: [...scope.within, ...scope.crossing], known }),
  whateverDay,
);

async function onTheDay(question: Question, context: FigureContext): Promise<OnTheDay> {
  const { scope, asOf, known } = question;
  if (context.manyDays === true) {
    const ever = await everInScope(question, context);
    const within = new Set(scope.within);
    return {
      here: ever.filter((z) => z.from <= asOf && (z.to === null || asOf < z.to)),
      later: beginningLater(
        ever.filter((z) => z.attributes.places?.some((p) => within.has(p)) === true),
        asOf,
      ),
    };
  }
  const places = [...scope.within, ...scope.crossing];
  const here = await listZonesIn(context.db, { places, asOf, known });
  const later = await listZonesBeginningLater(context.db, { places: scope.within, asOf, known });
  return { here, later };
}

/** Of each founded zone the first period after the day, where it is told only "by" that. What `listZonesBeginningLater` reads. */
function beginningLater(periods: readonly ZoneState[], asOf: PlainDate): readonly ZoneState[] {
  const first = new Map<string, ZoneState>();
  for (const z of periods) {
    if (z.from <= asOf || !isLegallyFounded(z)) continue;
    const before = first.get(z.id);
    if (before === undefined || z.from < before.from) first.set(z.id, z);
  }
  return [...first.values()].filter((z) => z.sources.legal?.sinceKind === "by");
}

function isLegallyFounded({ attributes: { legal } }: ZoneState): boolean {
  return legal === "established" || legal === "adjusted";
}

/** Reads the zones of a question once for all figures that need them. */
export const zonesInScope = shared(
  async (question: Question, context: FigureContext): Promise<ZonesInScope> => {
    const { scope, asOf, known } = question;
    const sets = setsOf(scope);
    const { here, later } = await onTheDay(question, context);
    const unsure = here.filter((z) => lieOf(z, sets) === "across");
    // Asked for a place that has ended, a zone counts by the place it had while that one was there.
    const then = lastDayOfPlace(scope, asOf);
    const before =
      then === null
        ? []
        : await listZonesById(context.db, { ids: unsure.map((z) => z.id), asOf: then, known });
    const lies = new Map(before.map((z) => [z.id, lieOf(z, sets)]));
    const of = (z: ZoneState): Lie => {
      const now = lieOf(z, sets);
      return now === "across" ? (lies.get(z.id) ?? "across") : now;
    };
    const founded = new Set(here.filter(isLegallyFounded).map((z) => z.id));
    return {
      inside: here.filter((z) => of(z) === "inside"),
      across: here.filter((z) => of(z) === "across"),
      later: later.filter((z) => !founded.has(z.id)),
    };
  },
);
