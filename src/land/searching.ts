/** Plots, leases and rounds of clearance for the search over everything: as who asks may see them on the day, and no more. */
import type { Sentence } from "../kernel/problems.ts";
import type { Db } from "../platform/database/tables.ts";
import {
  type Candidate,
  SEARCH_KINDS,
  type SearchKind,
  type SearchMoment,
  type SearchSource,
  type SearchWords,
} from "../search/vocabulary.ts";
import { labelOf, listNames, listZonesById, seenZones } from "../zones/public.ts";
import { seenRounds } from "./clearance/reading.ts";
import { listRoundsById } from "./clearance/store.ts";
import { kindLabel } from "./leases/presenting.ts";
import { plotLabel } from "./leases/records.ts";
import { seenLeases } from "./leases/seen.ts";
import { listLeasesById, listLeasesOfPlots } from "./leases/store.ts";
import { seenPlots } from "./reading.ts";
import { findLeasesBy, findPlotsBy, findRoundsBy } from "./searchStore.ts";
import { listPlotsById, type PlotState } from "./store.ts";

type Of = { readonly db: Db };
type Asked = SearchMoment & SearchWords;
type Zone = { readonly label: string; readonly places: readonly string[] };

/** What people put before a number: it tells the kind, and stands in none. */
const BEFORE: ReadonlySet<string> = new Set(["lo", "plot", "hop", "dong", "lease", "dat"]);

/** The words without those before a number; all of them where nothing else was typed. */
function withoutKind(words: readonly string[]): readonly string[] {
  const begins = words.findIndex((word) => !BEFORE.has(word));
  return begins === -1 ? words : words.slice(begins);
}

/** Zones by id, as far as who asks may see them. */
async function zonesOf(ids: readonly string[], { db }: Of, asked: Asked): Promise<ReadonlyMap<string, Zone>> {
  const found = await listZonesById(db, { ids: [...new Set(ids)], asOf: asked.asOf, known: asked.known });
  const seen = await seenZones(found, asked);
  return new Map(seen.map((z) => [z.id, { label: labelOf(z), places: z.attributes.places ?? [] }]));
}

type Found = Pick<Candidate, "id" | "key" | "label"> & {
  readonly zone: Zone | undefined;
  readonly more: readonly string[];
  readonly names: readonly (string | null | undefined)[];
};

function candidateOf(kind: SearchKind, { id, key, label, zone, more, names }: Found): Candidate {
  const detail = [...more, zone?.label ?? ""].filter((t) => t !== "").join(" · ");
  return {
    ...{ kind, id, key, label, detail: detail === "" ? null : detail },
    names: [...new Set(names.flatMap((name) => name ?? []))],
    text: `${SEARCH_KINDS[kind].vi} ${SEARCH_KINDS[kind].en} ${label} ${detail}`,
    places: zone?.places ?? [],
    // Only what who asks may see was handed in.
    access: "public",
  };
}

/** A source that reads what it finds under the rights of who asks; nothing for a single letter, which everything bears. */
function sourceOf(kind: SearchKind, list: (asked: Asked) => Promise<readonly Candidate[]>): SearchSource {
  return {
    kind,
    find: async (moment, typed) => {
      const words = withoutKind(typed.words);
      return words.join("").length < 2 ? [] : list({ ...moment, ...typed, words });
    },
  };
}

async function plotsFound(ids: readonly string[], of: Of, asked: Asked): Promise<readonly PlotState[]> {
  const plots = await listPlotsById(of.db, { ids, asOf: asked.asOf, known: asked.known });
  const order = new Map(ids.map((id, i) => [id, i]));
  const place = ({ id }: PlotState) => order.get(id) ?? ids.length;
  return [...(await seenPlots(plots, asked))].sort((a, b) => place(a) - place(b));
}

/** What a plot is called, as leases call it. */
function namedPlot({ id, key, attributes }: PlotState, language: "vi" | "en"): string {
  return plotLabel({ id, key, number: attributes.number ?? null }, language);
}

/** Plots by their number, alone or with the name of their zone. */
export function plotsToSearch(of: Of): SearchSource {
  return sourceOf("plot", async (asked) => {
    const plots = await plotsFound(await findPlotsBy(of.db, asked), of, asked);
    const zones = await zonesOf(
      plots.flatMap((p) => p.attributes.zone ?? []),
      of,
      asked,
    );
    return plots.map((plot) =>
      candidateOf("plot", {
        ...{ id: plot.id, key: plot.key, label: namedPlot(plot, asked.language) },
        ...{ zone: zones.get(plot.attributes.zone ?? ""), more: [] },
        names: [plot.attributes.number, namedPlot(plot, "vi"), namedPlot(plot, "en"), plot.key],
      }),
    );
  });
}

const CLASSES = ["public", "internal", "personal"] as const;
const CONTRACT: Sentence = { vi: "Hợp đồng", en: "Lease" };

/** Leases by their contract, their tenant, or the number of their plot. */
export function leasesToSearch(of: Of): SearchSource {
  return sourceOf("lease", async (asked) => {
    const { asOf, known, language } = asked;
    const [ids, plots] = await Promise.all([findLeasesBy(of.db, asked), findPlotsBy(of.db, asked)]);
    const [named, onPlots] = await Promise.all([
      listLeasesById(of.db, { ids, asOf, known }),
      listLeasesOfPlots(of.db, { plots, asOf, known }),
    ]);
    const all = [...new Map([...named, ...onPlots].map((l) => [l.id, l])).values()];
    const leases = await seenLeases(all, asked);
    const lots = await plotsFound([...new Set(leases.flatMap((l) => l.attributes.plot ?? []))], of, asked);
    const byId = new Map(lots.map((p) => [p.id, p]));
    const [zones, tenants] = await Promise.all([
      zonesOf(
        lots.flatMap((p) => p.attributes.zone ?? []),
        of,
        asked,
      ),
      listNames(
        of.db,
        leases.flatMap((l) => l.attributes.tenant ?? []),
        { known, closed: CLASSES.filter((of) => !asked.access.includes(of)) },
      ),
    ]);
    return leases.map(({ id, key, attributes: a }) => {
      const plot = byId.get(a.plot ?? "");
      const tenant = tenants.get(a.tenant ?? "") ?? "";
      const lot = plot === undefined ? "" : namedPlot(plot, language);
      return candidateOf("lease", {
        ...{ id, key, label: a.contract ?? `${CONTRACT[language]}${lot === "" ? "" : `, ${lot}`}` },
        zone: zones.get(plot?.attributes.zone ?? ""),
        more: [kindLabel(a.kind, language), a.contract === undefined ? "" : lot, tenant],
        names: [a.contract, tenant === "" ? null : tenant, key],
      });
    });
  });
}

/** Rounds of clearance by their name, alone or with that of their zone. */
export function roundsToSearch(of: Of): SearchSource {
  return sourceOf("clearance", async (asked) => {
    const { asOf, known } = asked;
    const ids = await findRoundsBy(of.db, asked);
    const rounds = await seenRounds(await listRoundsById(of.db, { ids, asOf, known }), asked);
    const zones = await zonesOf(
      rounds.flatMap((r) => r.attributes.zone ?? []),
      of,
      asked,
    );
    // A round of a zone that may not be seen stands on no board either.
    return rounds.flatMap(({ id, key, attributes: a }) => {
      const zone = zones.get(a.zone ?? "");
      const label = a.name ?? key ?? id;
      return zone === undefined
        ? []
        : [candidateOf("clearance", { id, key, label, zone, more: [], names: [a.name, key] })];
    });
  });
}
