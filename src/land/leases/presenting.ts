/** Leases as lists and pages show them. Pure: everything it needs is passed in. */
import { isStale, type Language } from "../../figures/public.ts";
import type { PlainDate } from "../../kernel/dates.ts";
import type { PlaceDirectory } from "../../places/public.ts";
import { type DocumentDraft, papersBehind, refOf } from "../../register/public.ts";
import type { Settings } from "../../settings/public.ts";
import type { ZoneState } from "../../zones/public.ts";
import { plotLabel } from "./records.ts";
import { holdsOn } from "./rules.ts";
import type { SeenLease } from "./seen.ts";
import type { PlotOnDay } from "./store.ts";
import { LEASE_KINDS, type LeaseKind, type LeaseSummary } from "./vocabulary.ts";

/** What presenting reads from. `names` are of all that leases name, by id; `plots` and `zones` of the day. */
export type Presenting = {
  readonly places: Pick<PlaceDirectory, "find">;
  readonly documents: ReadonlyMap<string, DocumentDraft>;
  readonly names: ReadonlyMap<string, string>;
  readonly plots: ReadonlyMap<string, PlotOnDay>;
  readonly zones: ReadonlyMap<string, Pick<ZoneState, "id"> & { readonly label: string }>;
  readonly asOf: PlainDate;
  readonly language: Language;
  readonly settings: Settings;
};

export function kindLabel(kind: LeaseKind | undefined, language: Language): string {
  if (kind !== undefined) return LEASE_KINDS[kind][language];
  return language === "vi" ? "Chưa rõ" : "Not known";
}

function namedOf(id: string | undefined, { names }: Presenting) {
  return id === undefined ? null : { id, label: names.get(id) ?? "…" };
}

/** A lease as a list shows it. */
export function summaryOf(lease: SeenLease, of: Presenting): LeaseSummary {
  const a = lease.attributes;
  const plot = a.plot === undefined ? undefined : of.plots.get(a.plot);
  const zone = plot === undefined ? undefined : of.zones.get(plot.zone);
  return {
    ...{ id: lease.id, key: lease.key, kind: a.kind ?? null, kindLabel: kindLabel(a.kind, of.language) },
    contract: a.contract ?? null,
    plot: plot === undefined ? namedOf(a.plot, of) : { id: plot.id, label: plotLabel(plot, of.language) },
    zone: zone === undefined ? null : { id: zone.id, label: zone.label },
    tenant: namedOf(a.tenant, of),
    project: namedOf(a.project, of),
    ...{ area: a.area ?? plot?.area ?? null, until: a.until ?? null, price: a.price ?? null },
    ...{ rentBasis: a.rentBasis ?? null, ended: a.ended ?? null, mortgaged: a.mortgage !== undefined },
    holds: holdsOn(a, of.asOf),
    ...{ from: lease.from, to: lease.to, evidenceAsOf: lease.evidence, stale: isStale(lease.evidence, of) },
    hidden: [...lease.hidden],
    documents: [...new Set(papersBehind([lease]))].map((id) => refOf(id, of)),
  };
}
