/** Reads plots for lists and pages: states, papers, names, who holds what, in a handful of queries. */
import type { FigureContext, Question } from "../figures/public.ts";
import type { PlainDate } from "../kernel/dates.ts";
import {
  closedAmong,
  type Known,
  listDocumentsById,
  papersBehind,
  type Seen,
  seenOf,
} from "../register/public.ts";
import { settingsAt } from "../settings/public.ts";
import { labelOf, listZonesLast, listZonesWithPhases, seenZones } from "../zones/public.ts";
import { plotsNearRoads } from "./layers/roads.ts";
import { numberOf, type Presenting, pageOf, summaryOf } from "./presenting.ts";
import type { Holding } from "./rules.ts";
import {
  countPlots,
  findPlotId,
  listPlotPeriods,
  listPlots,
  listPlotsById,
  listPlotsLast,
  type PlotState,
  type PlotsAsked,
} from "./store.ts";
import type { PlotList, PlotPage } from "./vocabulary.ts";

/** Who holds some plots (ids) on a day, as known then and as who asks may see it. */
export type Holdings = (
  asked: { readonly plots: readonly string[]; readonly asOf: PlainDate; readonly known: Known },
  context: FigureContext,
) => Promise<ReadonlyMap<string, Holding>>;

/** What tells that there is such a plot: where its paper is closed, the plot itself is hidden. */
export const EXISTENCE = ["zone", "number"] as const;

/** Those of some plots that may be seen, without what rests on papers closed to who asks. */
export async function seenPlots(
  plots: readonly PlotState[],
  { reader }: Pick<FigureContext, "reader">,
): Promise<readonly Seen<PlotState>[]> {
  const isClosed = await closedAmong(reader, papersBehind(plots));
  return plots
    .map((p) => seenOf(p, isClosed))
    .filter(({ hidden }) => EXISTENCE.every((name) => !hidden.includes(name)));
}

/** What reading plots is given. */
export type Given = FigureContext & { readonly holdings: Holdings };

/** What presenting some plots reads from. */
export async function presentingOf(
  plots: readonly PlotState[],
  question: Question,
  given: Given,
): Promise<Presenting> {
  const { db, reader, places } = given;
  const { known, asOf, language } = question;
  const zones = [...new Set(plots.flatMap((p) => p.attributes.zone ?? []))];
  const kin = [
    ...new Set(plots.flatMap((p) => [...(p.attributes.partOf ?? []), ...(p.attributes.into ?? [])])),
  ];
  const [documents, named, relatives, held, settings] = await Promise.all([
    listDocumentsById(reader, papersBehind(plots)),
    listZonesLast(db, { ids: zones, known }).then((found) => seenZones(found, given)),
    listPlotsLast(db, { ids: kin, known }).then((found) => seenPlots(found, given)),
    given.holdings({ plots: plots.map((p) => p.id), asOf, known }, given),
    settingsAt(db, known),
  ]);
  const names = new Map([
    ...named.map((zone) => [zone.id, labelOf(zone)] as const),
    ...relatives.map((plot) => [plot.id, numberOf(plot)] as const),
  ]);
  return { places, documents, names, held, asOf, language, settings };
}

/** What a list of plots is narrowed by, besides the question. */
export type PlotWords = Pick<
  PlotsAsked,
  "landUse" | "site" | "areaFrom" | "areaTo" | "extent" | "unplaced"
> & {
  /** Metres to the nearest road at most; there and not null only where roads are known. */
  readonly roadWithin?: number | null;
};

/** A page of the plots of a place or a zone on a day, by zone and number. */
export async function listOf(question: Question, words: PlotWords, given: Given): Promise<PlotList> {
  const { asOf, known, limit, after } = question;
  const { inside } = await listZonesWithPhases(question, given);
  const { roadWithin = null, ...fits } = words;
  // Nothing is found by what must not be seen: not where a plot lies, nor its use, its ground, its size.
  const all = { ...fits, asOf, known, closed: given.closed, zones: inside.map((z) => z.id) };
  const near = roadWithin === null ? null : await plotsNearRoads(all, roadWithin, given);
  const asked = { ...all, ids: near };
  const [page, total] = await Promise.all([
    listPlots(given.db, asked, { limit, after }),
    countPlots(given.db, asked),
  ]);
  const seen = await seenPlots(page.items, given);
  const of = await presentingOf(seen, question, given);
  return {
    items: seen.map((p) => summaryOf(p, of)),
    total,
    hidden: page.items.length - seen.length,
    next: page.more ? (page.items.at(-1)?.id ?? null) : null,
  };
}

/** One plot by id or stable key; null where it is not known, may not be seen, or nothing of it held on the day. */
export async function findOf(idOrKey: string, question: Question, given: Given): Promise<PlotPage | null> {
  const { known, asOf } = question;
  const id = await findPlotId(given.db, idOrKey, known);
  if (id === null) return null;
  const periods = await seenPlots(await listPlotPeriods(given.db, id, known), given);
  const [plot] = await seenPlots(await listPlotsById(given.db, { ids: [id], asOf, known }), given);
  if (plot === undefined) return null;
  const became = periods.at(-1)?.attributes.into ?? [];
  const of = await presentingOf([plot, ...periods.slice(-1)], question, given);
  return pageOf(plot, periods, became, of);
}
