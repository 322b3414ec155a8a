/** How plots, leases, projects and zones are named among the records of a figure, and on which papers each rests. Pure. */
import type { FoundMissing, FoundRecord } from "../../figures/public.ts";
import { laterOf, type PartialDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { type ProjectState, projectLabelOf } from "../../projects/public.ts";
import type { Source } from "../../register/public.ts";
import { type ZoneState, labelOf as zoneLabelOf } from "../../zones/public.ts";
import type { LeaseState, PlotOnDay } from "./store.ts";

export const NO_AREA: Sentence = { vi: "chưa có số liệu diện tích", en: "no area on record" };

type Sources = Readonly<Record<string, Source>>;

export function papersOf(sources: Sources, names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => sources[name]?.document ?? []))];
}

export function newest(sources: Sources, names: readonly string[]): PartialDate | null {
  return names.reduce<PartialDate | null>(
    (date, name) => laterOf(date, sources[name]?.evidence ?? null),
    null,
  );
}

type Head = Pick<FoundRecord, "since" | "standing">;

export function headOf(source: Source | undefined): Head {
  return { since: source?.since ?? null, standing: source?.standing ?? null };
}

/** The words by which a plot is known: `lô CN-12`. */
export function plotLabel(
  { number, key, id }: Pick<PlotOnDay, "number" | "key" | "id">,
  of: "vi" | "en",
): string {
  return `${of === "vi" ? "Lô" : "Plot"} ${number ?? key ?? id}`;
}

function leaseLabel(lease: LeaseState, plot: PlotOnDay, of: "vi" | "en"): string {
  const { contract } = lease.attributes;
  return contract === undefined ? plotLabel(plot, of) : `${plotLabel(plot, of)}, ${contract}`;
}

const OF_PLOT = ["zone", "landUse", "area", "boundary"];
/** What tells that there is such a lease. */
const OF_LEASE = ["plot", "kind"];

export function namedZone(zone: ZoneState, label = zoneLabelOf(zone)) {
  const rests = papersOf(zone.sources, ["name", "kind", "places"]);
  return { kind: "zone", id: zone.id, key: zone.key, label, rests };
}
export function namedLease(lease: LeaseState, plot: PlotOnDay, of: "vi" | "en") {
  const rests = [...papersOf(lease.sources, OF_LEASE), ...papersOf(plot.sources, OF_PLOT)];
  return { kind: "lease", id: lease.id, key: lease.key, label: leaseLabel(lease, plot, of), rests };
}
export function namedPlot(plot: PlotOnDay, of: "vi" | "en") {
  return {
    kind: "plot",
    id: plot.id,
    key: plot.key,
    label: plotLabel(plot, of),
    rests: papersOf(plot.sources, OF_PLOT),
  };
}
export function namedProject(project: ProjectState) {
  const rests = papersOf(project.sources, ["name", "zone"]);
  return { kind: "project", id: project.id, key: project.key, label: projectLabelOf(project), rests };
}

/** Named at most, of what is missing; of more it is said how many. */
const NAMED = 100;

export function capped(missing: readonly FoundMissing[], language: "vi" | "en"): readonly FoundMissing[] {
  if (missing.length <= NAMED) return missing;
  const n = missing.length - NAMED;
  const label = language === "vi" ? `và ${n} hồ sơ khác` : `and ${n} more`;
  const why = language === "vi" ? "cùng các lý do trên" : "for the same reasons";
  return [...missing.slice(0, NAMED), { kind: "plot", id: "", key: null, label, why, amount: null }];
}

export function areaPapers(lease: LeaseState, plot: PlotOnDay): readonly string[] {
  return lease.attributes.area === undefined ? papersOf(plot.sources, ["area", "boundary"]) : [];
}
