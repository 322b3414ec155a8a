/** Reads leases for lists and pages: states, papers, names, rent, in a handful of queries. */
import type { FigureContext, Question } from "../../figures/public.ts";
import { lastDay, type PlainDate, partialDate } from "../../kernel/dates.ts";
import { factsOf, listDocumentsById, papersBehind } from "../../register/public.ts";
import { settingsAt } from "../../settings/public.ts";
import {
  listNames,
  listZonesById,
  listZonesWithPhases,
  seenZones,
  labelOf as zoneLabelOf,
} from "../../zones/public.ts";
import { kindLabel, type Presenting, summaryOf } from "./presenting.ts";
import { plotLabel } from "./records.ts";
import { idleOn, type RentEntry, type RentLine, rentDue, rentLines, termsOf } from "./rent.ts";
import { leasesOn, monthsAfter } from "./rules.ts";
import { type SeenLease, seenLeases } from "./seen.ts";
import {
  findLeaseId,
  listLeasePeriods,
  listLeasesById,
  listLeasesOnDay,
  listPlotsById,
  listPlotsOnDay,
  listRentEntries,
  type PlotOnDay,
} from "./store.ts";
import type { LeaseKind, LeaseList, LeasePage } from "./vocabulary.ts";
import { leaseWords } from "./words.ts";

/** What a list of leases is narrowed by, besides the question. */
export type LeaseWords = {
  readonly kind: LeaseKind | null;
  readonly plot: string | null;
  readonly tenant: string | null;
  /** Only those whose term ends within so many months. */
  readonly endingWithin: number | null;
};

/** What presenting some leases reads from. */
export async function presentingOf(
  leases: readonly SeenLease[],
  plots: readonly PlotOnDay[],
  question: Question,
  context: FigureContext,
): Promise<Presenting> {
  const { db, reader, places } = context;
  const { known, asOf, language } = question;
  const ids = leases.flatMap(({ attributes: a }) => [a.tenant, a.project].flatMap((id) => id ?? []));
  const kin = leases.flatMap(({ attributes: a }) => [a.transferredFrom, a.renews].flatMap((id) => id ?? []));
  const [documents, names, zones, related, settings] = await Promise.all([
    listDocumentsById(reader, papersBehind(leases)),
    listNames(db, ids, known),
    listZonesById(db, { ids: [...new Set(plots.map((p) => p.zone))], asOf, known }).then((z) =>
      seenZones(z, context),
    ),
    listLeasesById(db, { ids: kin, asOf, known }).then((found) => seenLeases(found, context)),
    settingsAt(db, known),
  ]);
  const ofPlots = plots.map((p) => [p.id, plotLabel(p, language)] as const);
  const ofLeases = related.map((l) => [l.id, l.attributes.contract ?? l.key ?? "…"] as const);
  return {
    ...{ places, documents, asOf, language, settings },
    names: new Map([...names, ...ofPlots, ...ofLeases]),
    plots: new Map(plots.map((p) => [p.id, p])),
    zones: new Map(zones.map((z) => [z.id, { id: z.id, label: zoneLabelOf(z) }])),
  };
}

/** Whether a lease is one of those that are asked for. */
function fits({ attributes: a }: SeenLease, words: LeaseWords, day: PlainDate): boolean {
  if (words.kind !== null && a.kind !== words.kind) return false;
  if (words.plot !== null && a.plot !== words.plot) return false;
  if (words.tenant !== null && a.tenant !== words.tenant) return false;
  if (words.endingWithin === null) return true;
  return (
    a.until !== undefined && leasesOn(a, day) && lastDay(a.until) <= monthsAfter(day, words.endingWithin)
  );
}

type Found = {
  readonly plots: readonly PlotOnDay[];
  readonly seen: readonly SeenLease[];
  readonly hidden: number;
};

/** The leases of a place or a zone on a day that may be seen, by zone and plot. */
export async function leasesIn(question: Question, context: FigureContext): Promise<Found> {
  const { asOf, known } = question;
  const { inside } = await listZonesWithPhases(question, context);
  const asked = { zones: inside.map((z) => z.id), asOf, known };
  const [plots, leases] = await Promise.all([
    listPlotsOnDay(context.db, asked),
    listLeasesOnDay(context.db, asked),
  ]);
  const order = new Map(plots.map((p, i) => [p.id, i]));
  const place = (l: SeenLease) => order.get(l.attributes.plot ?? "") ?? plots.length;
  const seen = await seenLeases(leases, context);
  return { plots, seen: [...seen].sort((a, b) => place(a) - place(b)), hidden: leases.length - seen.length };
}

/** A page of the leases of a place or a zone on a day, by zone and plot. */
export async function listOf(
  question: Question,
  words: LeaseWords,
  context: FigureContext,
): Promise<LeaseList> {
  const { plots, seen, hidden } = await leasesIn(question, context);
  const chosen = seen.filter((l) => fits(l, words, question.asOf));
  const begin = question.after === null ? 0 : chosen.findIndex((l) => l.id === question.after) + 1;
  const page = chosen.slice(begin, begin + question.limit);
  const named = new Set(page.flatMap((l) => l.attributes.plot ?? []));
  const of = await presentingOf(
    page,
    plots.filter((p) => named.has(p.id)),
    question,
    context,
  );
  const more = begin + page.length < chosen.length && page.length > 0;
  return {
    items: page.map((l) => summaryOf(l, of)),
    total: chosen.length,
    hidden,
    next: more ? (page.at(-1)?.id ?? null) : null,
  };
}

/** What the rent of a lease is made of. */
type LeaseRent = {
  readonly periods: readonly SeenLease[];
  readonly plot: PlotOnDay | undefined;
  readonly entries: readonly RentEntry[];
};

/** The rent of a lease to the end of the asked year, held against what was charged and paid. */
export function rentOf(
  { periods, plot, entries }: LeaseRent,
  question: Pick<Question, "asOf">,
): readonly RentLine[] {
  const upTo = lastDay(partialDate(question.asOf.slice(0, 4)));
  return rentLines(rentDue(termsOf(periods, plot?.area ?? null), upTo), entries);
}

/** One lease by id or stable key; null where it is not known, may not be seen, or nothing of it held on the day. */
export async function findOf(
  idOrKey: string,
  question: Question,
  context: FigureContext,
): Promise<LeasePage | null> {
  const { known, asOf } = question;
  const { db } = context;
  const id = await findLeaseId(db, idOrKey, known);
  if (id === null) return null;
  const [lease] = await seenLeases(await listLeasesById(db, { ids: [id], asOf, known }), context);
  if (lease === undefined) return null;
  const periods = await seenLeases(await listLeasePeriods(db, id, known), context);
  const plots = await listPlotsById(db, { ids: [lease.attributes.plot ?? id], asOf, known });
  const entries = await listRentEntries(context.reader, id, known);
  const of = await presentingOf([lease], plots, question, context);
  return {
    ...summaryOf(lease, of),
    attributes: factsOf(leaseWords, lease, of),
    periods: periods.map(({ from, to, attributes: a }) => ({
      ...{ from, to, kindLabel: kindLabel(a.kind, question.language) },
      ...{ ended: a.ended ?? null, area: a.area ?? null },
    })),
    rent: [...rentOf({ periods, plot: plots[0], entries }, question)],
    idle: idleFor(lease, periods, of, context),
  };
}

/** What is to be asked about the land, for who may read internal papers alone: it is a question and no finding. */
function idleFor(
  lease: SeenLease,
  periods: readonly SeenLease[],
  { asOf, settings }: Presenting,
  { closed }: FigureContext,
) {
  if (closed.includes("internal") || !leasesOn(lease.attributes, asOf)) return null;
  const first = periods.find((p) => leasesOn(p.attributes, p.from));
  if (first === undefined) return null;
  return idleOn(lease.attributes, { leasedFrom: first.from, day: asOf, usualMonths: settings.idleMonths });
}
