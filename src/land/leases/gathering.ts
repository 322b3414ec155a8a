/** Reads the land of a question once for all figures that need it: zones with their plots, leases and projects on the day. */
import { type FigureContext, type Question, shared } from "../../figures/public.ts";
import type { PlainDate } from "../../kernel/dates.ts";
import { listProjectsOfZones, type ProjectState } from "../../projects/public.ts";
import {
  isFounded,
  listZonesWithPhases,
  type ZoneState,
  zoneDays,
  zonesInScope,
} from "../../zones/public.ts";
import { type Measure, type Occupancy, type OccupiedKind, occupancyOf, type ZoneLand } from "./occupancy.ts";
import { type LeaseState, listLeaseDays, listLeasesOnDay, listPlotsOnDay, type PlotOnDay } from "./store.ts";

/** All land wholly in the place on the day. */
type Land = {
  readonly zones: readonly ZoneState[];
  readonly plots: readonly PlotOnDay[];
  readonly leases: readonly LeaseState[];
  readonly projects: readonly ProjectState[];
};

const landOnDay = shared(async (question: Question, context: FigureContext): Promise<Land> => {
  const { db } = context;
  const { asOf, known } = question;
  const { inside } = await listZonesWithPhases({ ...question, zone: null, kind: null }, context);
  const zones = inside.map((z) => z.id);
  const [plots, leases] = await Promise.all([
    listPlotsOnDay(db, { zones, asOf, known }),
    listLeasesOnDay(db, { zones, asOf, known }),
  ]);
  const ids = [...new Set(leases.flatMap((l) => l.attributes.project ?? []))];
  return {
    zones: inside,
    plots,
    leases,
    projects: await listProjectsOfZones(db, { zones, ids, asOf, known }),
  };
});

/** Only the zone that is asked for, with its phases, and the kind of zone that is asked for. */
function isAsked(zone: ZoneState, { zone: id, kind }: Pick<Question, "zone" | "kind">): boolean {
  return (
    (id === null || zone.id === id || zone.attributes.phaseOf === id) &&
    (kind === null || zone.attributes.kind === kind)
  );
}

function groupedBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The founded zones of a kind in the question, each with all that lies in it. */
async function zoneLands(
  question: Question,
  context: FigureContext,
  kind: OccupiedKind,
): Promise<readonly ZoneLand[]> {
  const land = await landOnDay(question, context);
  const phases = groupedBy(land.zones, (z) => z.attributes.phaseOf);
  const plots = groupedBy(land.plots, (p) => p.zone);
  const leases = groupedBy(land.leases, (l) => l.attributes.plot);
  const projects = groupedBy(land.projects, (p) => p.attributes.zone);
  const byId = new Map(land.projects.map((p) => [p.id, p]));
  return land.zones
    .filter((z) => z.attributes.kind === kind && isFounded(z.attributes) && isAsked(z, question))
    .map((zone): ZoneLand => {
      const parts = phases.get(zone.id) ?? [];
      const ids = [zone.id, ...parts.map((p) => p.id)];
      const ownPlots = ids.flatMap((id) => plots.get(id) ?? []);
      const ownLeases = ownPlots.flatMap((p) => leases.get(p.id) ?? []);
      const named = ownLeases.flatMap((l) => byId.get(l.attributes.project ?? "") ?? []);
      const own = ids.flatMap((id) => projects.get(id) ?? []);
      return {
        ...{ zone, kind, phases: parts, plots: ownPlots, leases: ownLeases },
        projects: [...new Map([...own, ...named].map((p) => [p.id, p])).values()],
      };
    });
}

/** The occupancy of each founded zone of a kind in the question, piece by piece; the sums over places are made of these. */
export async function listOccupancies(
  question: Question,
  context: FigureContext,
  of: { readonly kind: OccupiedKind; readonly measure: Measure },
): Promise<readonly Occupancy[]> {
  const lands = await zoneLands(question, context, of.kind);
  return lands.map((land) => occupancyOf(land, { day: question.asOf, measure: of.measure }));
}

/** A plot with the zone or phase that it is part of, and its leases, ended ones among them. */
export type PlotLand = {
  readonly plot: PlotOnDay;
  readonly zone: ZoneState;
  readonly leases: readonly LeaseState[];
};

/** The plots of a question, whatever its zones are. */
export async function listPlotLands(
  question: Question,
  context: FigureContext,
): Promise<readonly PlotLand[]> {
  const land = await landOnDay(question, context);
  const zones = new Map(land.zones.map((z) => [z.id, z]));
  const leases = groupedBy(land.leases, (l) => l.attributes.plot);
  return land.plots.flatMap((plot) => {
    const zone = zones.get(plot.zone);
    return zone === undefined || !isAsked(zone, question)
      ? []
      : [{ plot, zone, leases: leases.get(plot.id) ?? [] }];
  });
}

/** Where a figure about plots and leases may turn. */
export async function landDays(question: Question, context: FigureContext): Promise<readonly PlainDate[]> {
  const { inside } = await zonesInScope(question, context);
  const zones = inside.map((z) => z.id);
  const days = [
    ...(await zoneDays(question, context)),
    ...(await listLeaseDays(context.db, { zones, known: question.known })),
  ];
  return [...new Set(days)].sort();
}
