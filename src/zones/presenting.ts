/** Zones as lists and pages show them. Pure: everything it needs is passed in. */

import { isStale, type Language } from "../figures/public.ts";
import type { PlainDate } from "../kernel/dates.ts";
import { laterOf, type PartialDate } from "../kernel/dates.ts";
import type { PlaceDirectory, PlaceUnit } from "../places/public.ts";
import { type DocumentDraft, papersBehind, refOf, type Source } from "../register/public.ts";
import type { Settings } from "../settings/public.ts";
import { labelOf } from "./finding.ts";
import type { ZonePlace, ZoneSummary } from "./pageVocabulary.ts";
import { courseOfStage, isFounded, stageOf, stageOfParts } from "./rules.ts";
import type { SeenZone } from "./seen.ts";
import type { ZoneState } from "./store.ts";
import { COURSE_NAMES, STAGES, type Stage } from "./vocabulary.ts";

/** What presenting reads from. */
export type Presenting = {
  readonly places: PlaceDirectory;
  readonly documents: ReadonlyMap<string, DocumentDraft>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  readonly language: Language;
  readonly settings: Settings;
};

/** Ids of the papers behind a zone's present words. */
export const documentIdsOf: (zones: readonly ZoneState[]) => readonly string[] = papersBehind;

function shownPlace(unit: PlaceUnit, confirmed: boolean, of: Presenting): ZonePlace {
  const above = of.places.ancestors(unit.id, of.asOf).map((a) => a.name);
  return {
    id: unit.id,
    code: unit.code,
    name: unit.name,
    within: above.length === 0 ? null : above.join(", "),
    ended: unit.to,
    confirmed,
  };
}

/** A zone and the one it is a phase of, as each is known today: for where their land lies now. */
export type Latest = { readonly own: ZoneState | undefined; readonly whole: ZoneState | undefined };

/**
 * What the land is part of today: the place that a paper names, else the one unit that its place became. A phase of
 * which neither is known lies where its zone lies, if that is one place: of several it might be any.
 */
function placesNow(zone: ZoneState, { own, whole }: Latest, of: Presenting): readonly ZonePlace[] {
  const told = placesTold(zone, own, of);
  if (told.length > 0 || whole === undefined) return told;
  const around = placesTold(whole, whole, of);
  return around.length === 1 ? around : [];
}

function placesTold(zone: ZoneState, latest: ZoneState | undefined, of: Presenting): readonly ZonePlace[] {
  const told = latest?.attributes.places ?? zone.attributes.places ?? [];
  return told.flatMap((id) => {
    const unit = of.places.find(id);
    if (unit === null) return [];
    const confirmed = latest === undefined || latest.notes.places === undefined;
    if (unit.to === null) return [shownPlace(unit, confirmed, of)];
    const [only, ...more] = of.places.successors(id);
    // Where only a part of the old place is known to have gone there, the land may lie in the rest.
    return only !== undefined && more.length === 0 ? [shownPlace(only, only.share === "whole", of)] : [];
  });
}

function dated(
  value: PartialDate | undefined,
  source: Source | undefined,
  of: Presenting,
): ZoneSummary["expectedOperation"] {
  if (value === undefined || source === undefined) return null;
  const { document, evidence } = source;
  return {
    ...{ date: value, document: refOf(document, of) },
    ...{ evidenceAsOf: evidence, stale: isStale(evidence, of) },
  };
}

/** Area of a zone: its own, or the sum of its phases where every phase has one. */
export function areaOf(
  zone: ZoneState,
  phases: readonly ZoneState[],
): { readonly area: number | null; readonly basis: "own" | "phases" | null } {
  const own = zone.attributes.area;
  if (own !== undefined) return { area: own, basis: "own" };
  const areas = phases.map((p) => p.attributes.area);
  if (areas.length === 0 || areas.some((a) => a === undefined)) return { area: null, basis: null };
  return { area: areas.reduce<number>((sum, a) => sum + (a ?? 0), 0), basis: "phases" };
}

/** A zone as a line of a list. */
export function summaryOf(
  zone: SeenZone,
  beside: {
    readonly phases: readonly ZoneState[];
    readonly parent: ZoneState | null;
    readonly latest: Latest;
  },
  of: Presenting,
): ZoneSummary {
  const a = zone.attributes;
  const stage = stageOfParts(
    a,
    beside.phases.map((p) => p.attributes),
  );
  const evidence = Object.values(zone.sources).reduce<PartialDate | null>(
    (d, s) => laterOf(d, s.evidence),
    null,
  );
  const area = areaOf(zone, beside.phases);
  const sources = zone.sources;
  const stageAsOf = stageEvidence(stage, [zone, ...beside.phases]);
  return {
    id: zone.id,
    key: zone.key,
    kind: a.kind ?? null,
    name: a.name ?? zone.key ?? zone.id,
    phase: a.phase ?? null,
    phaseOf: beside.parent === null ? null : { id: beside.parent.id, label: labelOf(beside.parent) },
    places: (a.places ?? []).flatMap((id) => {
      const unit = of.places.find(id);
      return unit === null ? [] : [shownPlace(unit, zone.notes.places === undefined, of)];
    }),
    placesNow: [...placesNow(zone, beside.latest, of)],
    area: area.area,
    areaBasis: area.basis,
    developer:
      a.developer === undefined ? null : { id: a.developer, label: of.organisations.get(a.developer) ?? "…" },
    developerKind: a.developerKind ?? "unknown",
    stage,
    stageLabel: STAGES[stage][of.language],
    stageAsOf,
    courses: Object.fromEntries(COURSE_NAMES.map((c) => [c, a[c] ?? null])),
    coursesAsOf: coursesAsOf(zone, of),
    totalInvestment: a.totalInvestment ?? null,
    expectedOperation: dated(a.expectedOperation, sources.expectedOperation, of),
    expectedCompletion: dated(a.expectedCompletion, sources.expectedCompletion, of),
    sectors: a.sectors ?? [],
    disputed: a.disputed ?? null,
    evidenceAsOf: evidence,
    stale: isStale(stageAsOf, of),
    documents: [...new Set(documentIdsOf([zone]))].map((id) => refOf(id, of)),
    hidden: [...zone.hidden],
    founded: isFounded(a) && a.disputed === undefined,
  };
}

/**
 * The newest paper that tells the stage: of the very course that it is read from. Papers on other matters, such as a
 * merger of communes, say nothing of how far a zone has come.
 */
export function stageEvidence(stage: Stage, parts: readonly ZoneState[]): PartialDate | null {
  return parts.reduce<PartialDate | null>((newest, { attributes, sources }) => {
    const course = courseOfStage(attributes);
    if (course === null || stageOf(attributes) !== stage) return newest;
    return laterOf(newest, sources[course]?.evidence ?? null);
  }, null);
}

/** Until when papers tell the state of each course of which something is known. */
function coursesAsOf(zone: ZoneState, of: Presenting): ZoneSummary["coursesAsOf"] {
  return Object.fromEntries(
    COURSE_NAMES.flatMap((course) => {
      const source = zone.sources[course];
      if (zone.attributes[course] === undefined || source === undefined) return [];
      return [[course, { evidenceAsOf: source.evidence, stale: isStale(source.evidence, of) }]];
    }),
  );
}
