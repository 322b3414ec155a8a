/**
 * What a zone's occupancy is made of on a day: which land counts as let, over which land, and what could not be told.
 * Clusters by decree 32/2024/NĐ-CP, Đ.2; parks by decree 35/2022/NĐ-CP, Đ.2.22, whose full text was not at hand. Pure.
 */
import type { PlainDate } from "../../kernel/dates.ts";
import type { ProjectState } from "../../projects/public.ts";
import type { ZoneState } from "../../zones/public.ts";
import type { LandUse } from "../vocabulary.ts";
import { leasesOn } from "./rules.ts";
import type { LeaseState, PlotOnDay } from "./store.ts";

export type OccupiedKind = "cluster" | "park";

/** What counts: land with an approved project too, as the law has it, or only what is leased or sub-leased. */
export type Measure = "occupied" | "leased";

/** Which uses of land are divided and divided by. Of a cluster industrial land alone. */
export const LAND_COUNTED: Readonly<Record<OccupiedKind, readonly LandUse[]>> = {
  cluster: ["industrial"],
  park: ["industrial", "service"],
};

/** From its approval in principle or certificate on, as long as it was not given up. */
const APPROVED: ReadonlySet<string> = new Set(["policyApproved", "certified", "underWay", "operating"]);

/** A zone with all that lies in it on the day. */
export type ZoneLand = {
  readonly zone: ZoneState;
  readonly kind: OccupiedKind;
  readonly phases: readonly ZoneState[];
  readonly plots: readonly PlotOnDay[];
  /** Those of its plots, ended ones among them. */
  readonly leases: readonly LeaseState[];
  /** Those that stand in the zone, and those that its leases are for. */
  readonly projects: readonly ProjectState[];
};

/** A piece of land that counts; m². */
export type Piece =
  | { readonly by: "lease"; readonly lease: LeaseState; readonly plot: PlotOnDay; readonly area: number }
  | { readonly by: "project"; readonly project: ProjectState; readonly area: number }
  | { readonly by: "stated"; readonly area: number };

/** Why a piece of land could not be counted. */
export type Why =
  | "noIndustrialLand"
  | "noServiceLand"
  | "nothingRecorded"
  | "noLandUse"
  | "noArea"
  | "noProject"
  | "besideStated";
export type Uncounted = {
  readonly why: Why;
  readonly of: LeaseState | ProjectState | null;
  readonly plot: PlotOnDay | null;
  readonly area: number | null;
};

/** `land`: what is divided by, m²; null: the zone enters no ratio, for the reasons in `uncounted`. */
export type Occupancy = {
  readonly zone: ZoneState;
  readonly land: number | null;
  readonly counted: readonly Piece[];
  readonly uncounted: readonly Uncounted[];
  /** Leases of plots that papers disagree about. */
  readonly disputed: readonly Extract<Piece, { by: "lease" }>[];
};

/** A zone's own land of a use by its detailed plan, else that of all its phases together. */
function landOf(
  { zone, phases }: Pick<ZoneLand, "zone" | "phases">,
  use: "industrialLand" | "serviceLand",
): number | null {
  const own = zone.attributes[use];
  if (own !== undefined) return own;
  const parts = phases.flatMap((p) => p.attributes[use] ?? []);
  return phases.length === 0 || parts.length < phases.length ? null : parts.reduce((a, b) => a + b, 0);
}

function reason(why: Why, of: Partial<Uncounted> = {}): Uncounted {
  return { why, of: null, plot: null, area: null, ...of };
}

type Denominator = { readonly land: number | null; readonly lacking: readonly Uncounted[] };

/** The land that the zone's occupancy is divided by: of the approved detailed plan, not the zone's area, not its plots. */
function denominatorOf(of: ZoneLand): Denominator {
  const industrial = landOf(of, "industrialLand");
  const service = of.kind === "park" ? landOf(of, "serviceLand") : 0;
  const lacking = [
    ...(industrial === null || industrial === 0 ? [reason("noIndustrialLand")] : []),
    ...(service === null ? [reason("noServiceLand")] : []),
  ];
  return lacking.length > 0 || industrial === null || service === null
    ? { land: null, lacking }
    : { land: industrial + service, lacking };
}

/** Whether a project is approved on the day, and nobody disputes that it is there. */
export function isApproved({ attributes: { status, disputed } }: ProjectState): boolean {
  return status !== undefined && APPROVED.has(status) && disputed === undefined;
}

type Leased = Pick<Occupancy, "counted" | "uncounted" | "disputed">;

function leasedIn(
  of: ZoneLand,
  { day, measure }: { readonly day: PlainDate; readonly measure: Measure },
): Leased {
  const plots = new Map(of.plots.map((p) => [p.id, p]));
  const approved = new Set(of.projects.filter(isApproved).map((p) => p.id));
  const counted: Piece[] = [];
  const uncounted: Uncounted[] = [];
  const disputed: Extract<Piece, { by: "lease" }>[] = [];
  for (const lease of of.leases) {
    const plot = plots.get(lease.attributes.plot ?? "");
    if (plot === undefined || !leasesOn(lease.attributes, day)) continue;
    const area = lease.attributes.area ?? plot.area;
    if (plot.landUse === null) uncounted.push(reason("noLandUse", { of: lease, plot, area }));
    else if (!LAND_COUNTED[of.kind].includes(plot.landUse)) continue;
    else if (area === null) uncounted.push(reason("noArea", { of: lease, plot }));
    else if (plot.disputed !== null) disputed.push({ by: "lease", lease, plot, area });
    // Of a park only land let to who has an approval or a certificate counts as occupied.
    else if (measure === "occupied" && of.kind === "park" && !approved.has(lease.attributes.project ?? ""))
      uncounted.push(reason("noProject", { of: lease, plot, area }));
    else counted.push({ by: "lease", lease, plot, area });
  }
  return { counted, uncounted, disputed };
}

/** Approved projects in the zone that no lease of it stands for, with their land. */
function unleasedProjects(of: ZoneLand, day: PlainDate): readonly ProjectState[] {
  const leased = new Set(
    of.leases.filter((l) => leasesOn(l.attributes, day)).flatMap((l) => l.attributes.project ?? []),
  );
  const parts = new Set([of.zone.id, ...of.phases.map((p) => p.id)]);
  return of.projects.filter((p) => isApproved(p) && parts.has(p.attributes.zone ?? "") && !leased.has(p.id));
}

/** What the zone's own paper says is leased, where no lease of it is recorded. */
function statedOf(of: ZoneLand): number | null {
  return of.leases.length === 0 ? (of.zone.attributes.leasedLand ?? null) : null;
}

/** What a zone's occupancy is made of. The page, the map and the sums over places all take it from here. */
export function occupancyOf(
  of: ZoneLand,
  at: { readonly day: PlainDate; readonly measure: Measure },
): Occupancy {
  const { zone } = of;
  const denominator = denominatorOf(of);
  if (denominator.land === null) {
    return { zone, land: null, counted: [], uncounted: denominator.lacking, disputed: [] };
  }
  const leased = leasedIn(of, at);
  const stated = statedOf(of);
  const projects = at.measure === "occupied" && of.kind === "cluster" ? unleasedProjects(of, at.day) : [];
  const ofProjects = (why: "besideStated" | null) =>
    projects.flatMap((project): Uncounted[] => {
      const area = project.attributes.land ?? null;
      if (area === null) return [reason("noArea", { of: project })];
      return why === null ? [] : [reason(why, { of: project, area })];
    });
  if (stated !== null) {
    const counted: readonly Piece[] = [{ by: "stated", area: stated }];
    // Nobody says which of the projects stand on the land that the paper means.
    return { ...leased, zone, land: denominator.land, counted, uncounted: ofProjects("besideStated") };
  }
  const approved = projects.flatMap((project): Piece[] =>
    project.attributes.land === undefined ? [] : [{ by: "project", project, area: project.attributes.land }],
  );
  const counted = [...leased.counted, ...approved];
  if (of.plots.length === 0 && counted.length === 0) {
    const why = reason("nothingRecorded");
    return { zone, land: null, counted: [], uncounted: [why, ...ofProjects(null)], disputed: [] };
  }
  return {
    ...leased,
    zone,
    land: denominator.land,
    counted,
    uncounted: [...leased.uncounted, ...ofProjects(null)],
  };
}

/** The land that counts as let, m². */
export function landLet({ counted }: Pick<Occupancy, "counted">): number {
  return counted.reduce((sum, { area }) => sum + area, 0);
}
