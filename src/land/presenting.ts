/** Plots as lists and pages show them. Pure: everything it needs is passed in. */
import { isStale, type Language } from "../figures/public.ts";
import type { PlainDate } from "../kernel/dates.ts";
import { type Boundary, inDegrees } from "../kernel/geometry.ts";
import type { Sentence } from "../kernel/problems.ts";
import type { PlaceDirectory } from "../places/public.ts";
import { type DocumentDraft, factsOf, papersBehind, refOf, type Seen } from "../register/public.ts";
import type { Settings } from "../settings/public.ts";
import { writtenPolygon } from "./formats/written.ts";
import { type Holding, statusOf } from "./rules.ts";
import type { PlotState } from "./store.ts";
import { LAND_USES, type Outline, PLOT_STATUSES, type PlotPage, type PlotSummary } from "./vocabulary.ts";
import { plotWords } from "./words.ts";

/** What presenting reads from. `names` are of zones and plots by id; `held` who holds which plot. */
export type Presenting = {
  readonly places: Pick<PlaceDirectory, "find">;
  readonly documents: ReadonlyMap<string, DocumentDraft>;
  readonly names: ReadonlyMap<string, string>;
  readonly held: ReadonlyMap<string, Holding>;
  readonly asOf: PlainDate;
  readonly language: Language;
  readonly settings: Settings;
};

/** What a plot is called within its zone. */
export function numberOf({ attributes, key, id }: Pick<PlotState, "attributes" | "key" | "id">): string {
  return attributes.number ?? key ?? id;
}

const NOT_KNOWN: Sentence = { vi: "Chưa rõ", en: "Not known" };

function named(id: string, of: Presenting) {
  return { id, label: of.names.get(id) ?? "…" };
}

/** A plot as a list shows it. */
export function summaryOf(plot: Seen<PlotState>, of: Presenting): PlotSummary {
  const { attributes: a, extent } = plot;
  const status = statusOf(a, of.held.get(plot.id) ?? null);
  return {
    id: plot.id,
    key: plot.key,
    number: numberOf(plot),
    zone: named(a.zone ?? "", of),
    landUse: a.landUse ?? null,
    landUseLabel: (a.landUse === undefined ? NOT_KNOWN : LAND_USES[a.landUse])[of.language],
    site: a.site ?? null,
    status,
    statusLabel: PLOT_STATUSES[status][of.language],
    area: a.area ?? null,
    measured: plot.hidden.includes("boundary") ? null : plot.measured,
    utilities: a.utilities ?? [],
    sectors: a.sectors ?? [],
    price: a.price ?? null,
    extent: extent === null || plot.hidden.includes("boundary") ? null : [...extent],
    disputed: a.disputed ?? null,
    ended: a.ended ?? null,
    from: plot.from,
    to: plot.to,
    evidenceAsOf: plot.evidence,
    stale: isStale(plot.evidence, of),
    documents: [...new Set(papersBehind([plot]))].map((id) => refOf(id, of)),
    hidden: [...plot.hidden],
  };
}

/** A boundary as GeoJSON has it: outer rings run against the clock, holes with it, each closed by its first corner. */
export function outlineOf(boundary: Boundary): Outline {
  return {
    type: "MultiPolygon",
    coordinates: inDegrees(boundary).map((polygon) =>
      writtenPolygon(polygon).map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
    ),
  };
}

/** A plot as its page shows it, with the stretches of its life. */
export function pageOf(
  plot: Seen<PlotState>,
  periods: ReadonlyArray<Seen<PlotState>>,
  became: readonly string[],
  of: Presenting,
): PlotPage {
  const { boundary, partOf = [] } = plot.attributes;
  return {
    ...summaryOf(plot, of),
    attributes: factsOf(plotWords, plot, of),
    outline: boundary === undefined ? null : outlineOf(boundary),
    madeFrom: partOf.map((id) => named(id, of)),
    became: became.map((id) => named(id, of)),
    periods: periods.map((p) => ({
      from: p.from,
      to: p.to,
      number: numberOf(p),
      site: p.attributes.site ?? null,
      ended: p.attributes.ended ?? null,
      measured: p.hidden.includes("boundary") ? null : p.measured,
    })),
  };
}
