/** Zones with their chains, forecasts, dates of papers and questions, as who asks may see them. */
import { type FigureContext, isStale } from "../../figures/public.ts";
import type { PlainDate } from "../../kernel/dates.ts";
import { listFirstLeases } from "../../land/public.ts";
import { namesOfAuthors } from "../../people/public.ts";
import {
  areAnyClosed,
  closedAmong,
  documentLabel,
  listDocumentsById,
  papersBehind,
} from "../../register/public.ts";
import { listZonesLast, seenZones, type ZoneState, labelOf as zoneLabel } from "../../zones/public.ts";
import { listCases, listHappened } from "../cases/store.ts";
import { listAnswers } from "./answerStore.ts";
import {
  asSeen,
  type ChainStanding,
  chainAhead,
  daysBetween,
  papersOf,
  spellsOf,
  standingOf,
  toldUntil,
  type ZoneTold,
} from "./chains.ts";
import { type Asked, behindOf, type Forecaster, shownForesight, takersOf } from "./forecasting.ts";
import type { ShownSignal, StepBehind, ZoneChain, ZoneForesight } from "./pageWords.ts";
import type { Taken } from "./pasts.ts";
import { SIGNAL_KINDS, type Signal, signalsOf } from "./signals.ts";
import { CHAIN, type Foresight, type Spell } from "./vocabulary.ts";
import { datesOf, paperDatesOf, type ZoneSeen } from "./zoneDates.ts";

/** What zones are read with. */
export type Reading = {
  readonly context: FigureContext;
  readonly forecaster: Forecaster;
  readonly asked: Asked;
  readonly language: "vi" | "en";
};

/** A zone that who asks may see, with its chain, its forecasts and its questions. */
export type ZoneRead = {
  readonly zone: ZoneState;
  readonly told: ZoneTold;
  readonly standing: ChainStanding;
  readonly completion: Foresight | null;
  readonly operation: Foresight | null;
  readonly papers: ZoneForesight["parts"][number]["papers"];
  readonly signals: readonly Signal[];
};

/** When the land of a zone was decided; `hidden`: there is such a decision, on a paper closed to who asks. */
type LandDecided = { readonly on: PlainDate; readonly document: string } | "hidden";

/** When cases on the land of zones were decided, the last of each zone, as far as who asks may read its papers. */
async function landDecidedOf({ context, asked }: Reading): Promise<ReadonlyMap<string, LandDecided>> {
  const { db, reader } = context;
  const { items } = await listCases(db, {
    ...asked,
    procedure: "landLease",
    states: ["decided"],
    limit: 10_000,
  });
  const cases = items.filter((c) => c.attributes.zone !== undefined && c.attributes.disputed === undefined);
  const ids = cases.map((c) => c.id);
  const happened = await listHappened(db, ids, asked.known);
  const last = new Map<string, Decided>();
  for (const { id, attributes, sources } of cases) {
    const end = happened.get(id)?.find((h) => h.event.kind === "decided" && h.on <= asked.asOf);
    const before = last.get(attributes.zone ?? "");
    if (end === undefined || (before !== undefined && before.on >= end.on)) continue;
    const about = sources.zone?.document ?? end.document;
    last.set(attributes.zone ?? "", { on: end.on, document: end.document, about });
  }
  const isClosed = await closedAmong(
    reader,
    [...last.values()].flatMap((l) => [l.document, l.about]),
  );
  return new Map(
    [...last].map(([zone, l]) => [zone, isClosed(l.document) || isClosed(l.about) ? "hidden" : l] as const),
  );
}

/** `about`: the paper that tells on which zone the case is. */
type Decided = { readonly on: PlainDate; readonly document: string; readonly about: string };

/** The zones of a question, each with all that is said of its progress. Those that may not be seen are left out. */
export async function readZones(zones: readonly ZoneState[], reading: Reading): Promise<readonly ZoneRead[]> {
  const { context, forecaster, asked } = reading;
  const seen = await seenZones(zones, context);
  const told = await toldSeen(
    seen.map((z) => z.id),
    reading,
  );
  const land = await landDecidedOf(reading);
  const papers = await listDocumentsById(context.reader, [
    ...papersBehind(seen),
    ...[...land.values()].flatMap((l) => (l === "hidden" ? [] : l.document)),
  ]);
  const paperOf = (id: string) => {
    const document = papers.get(id);
    return { id, label: document === undefined ? "…" : documentLabel(document, reading.language) };
  };
  const given = await answersOf(
    seen.map((z) => z.id),
    reading,
  );
  const found: ZoneRead[] = [];
  for (const zone of seen) {
    const own = told.get(zone.id);
    if (own === undefined) continue;
    const standing = standingOf(own);
    const isDisputed = zone.attributes.disputed !== undefined;
    const kind = own.register;
    const foretell = async (last: "works" | "lease") =>
      isDisputed ? null : await forecaster.foretellZone(standing, { last, kind }, asked);
    const completion = await foretell("works");
    const seenZone: ZoneSeen = { attributes: zone.attributes, sources: zone.sources, paperOf };
    const decided = land.get(zone.id) ?? null;
    const landHidden = decided === "hidden" || zone.hidden.includes("landHandedOver");
    const landDecided = decided === "hidden" ? null : decided;
    const dates = datesOf(seenZone, { standing, foresight: completion, landDecided, landHidden });
    found.push({
      ...{ zone, told: own, standing, completion, operation: await foretell("lease") },
      papers: paperDatesOf(seenZone, reading.language),
      signals: isDisputed ? [] : signalsOf(dates, { asOf: asked.asOf, answers: given.get(zone.id) ?? [] }),
    });
  }
  return found;
}

/** The zones of some ids as who asks may see them: without what rests on papers that are closed to them. */
async function toldSeen(
  ids: readonly string[],
  { context, forecaster, asked }: Reading,
): Promise<ReadonlyMap<string, ZoneTold>> {
  const { db, reader } = context;
  const all = await forecaster.zonesTold(asked);
  const told = ids.flatMap((id) => all.get(id) ?? []);
  const closed = (await areAnyClosed(db, context.closed)) ? context.closed : [];
  if (closed.length === 0) return new Map(told.map((zone) => [zone.id, zone]));
  const isClosed = await closedAmong(reader, told.flatMap(papersOf));
  const leased = await listFirstLeases(db, { ...asked, zones: told.map((z) => z.id), closed });
  return new Map(told.map((z) => [z.id, asSeen(z, { isClosed, leasedOn: leased.get(z.id) ?? null })]));
}

async function answersOf(zones: readonly string[], { context, asked, language }: Reading) {
  const answers = await listAnswers(context.db, { zones, known: asked.known });
  const nameOf = await namesOfAuthors(
    context.db,
    answers.map((a) => a.author),
  );
  const papers = await listDocumentsById(
    context.reader,
    answers.flatMap((a) => a.document ?? []),
  );
  const found = new Map<string, Array<NonNullable<Signal["answer"]>>>();
  for (const { zone, facts, answer, author, on, document } of answers) {
    const list = found.get(zone) ?? [];
    found.set(zone, list);
    const paper = document === null ? undefined : papers.get(document);
    // What an answer says rests on its paper; that there is one is kept, so that nobody is asked again.
    const isClosed = document !== null && paper === undefined;
    list.push({
      ...{ facts, answer: isClosed ? "…" : answer, on, by: nameOf(author) },
      paper: paper === undefined ? null : { id: paper.id, label: documentLabel(paper, language) },
    });
  }
  return found;
}

/** A zone's chain and forecasts in words. */
export function chainShown(
  read: ZoneRead,
  { asked, language }: Pick<Reading, "asked" | "language">,
): ZoneChain {
  const { zone, standing, told } = read;
  const { current } = standing;
  const until = toldUntil(told, standing);
  return {
    ...{
      id: zone.id,
      key: zone.key,
      label: zoneLabel(zone),
      disputed: zone.attributes.disputed !== undefined,
    },
    steps: standing.steps.map(({ key, state, ended }) => ({
      ...{ key, label: CHAIN[key][language], state },
      ...{ endedOn: ended?.on ?? null, exact: ended?.exact ?? true },
    })),
    sitting:
      current === null
        ? null
        : {
            ...{ key: current.key, label: CHAIN[current.key][language] },
            ...{ since: current.since.told, exact: current.since.exact },
            days: daysBetween(current.since.on, asked.asOf),
          },
    toldUntil: until,
    stale: isStale(until, asked),
    isByPhases: told.isByPhases,
    ...{ isFinished: standing.isFinished, repealedOn: standing.repealedOn },
    completion: shownForesight(read.completion, language),
    operation: shownForesight(read.operation, language),
  };
}

/** The questions of a zone in words. */
export function signalsShown({ signals }: ZoneRead, language: "vi" | "en"): ShownSignal[] {
  return signals.map(({ kind, passed, question, land, facts, paper, answer }) => ({
    ...{ kind, label: SIGNAL_KINDS[kind][language], passed, facts, paper },
    ...{ question: question[language], land: land.says[language] },
    answer:
      answer === null ? null : { text: answer.answer, by: answer.by, on: answer.on, paper: answer.paper },
  }));
}

/** What the forecasts of a zone rest on; zones that who asks may not see are counted alone. */
export async function behindZone(read: ZoneRead, reading: Reading): Promise<StepBehind[]> {
  const { forecaster, asked, context, language } = reading;
  const steps = chainAhead(read.standing, "lease");
  if (steps.length === 0 || (read.completion === null && read.operation === null)) return [];
  const past = await forecaster.zonePasts(read.told.register, asked);
  const ids = takersOf(past, steps);
  const zones = await seenZones(await listZonesLast(context.db, { ids, known: asked.known }), context);
  const names = new Map(zones.map((z) => [z.id, zoneLabel(z)]));
  // Only days are told that follow from what may be seen of the zone as well.
  const told = await toldSeen([...names.keys()], reading);
  const word = (id: string, key: string, { from, to }: Spell) => [id, key, from, to].join(" ");
  const days = new Set(
    [...told.values()].flatMap((z) => spellsOf(z).map(({ key, spell }) => word(z.id, key, spell))),
  );
  const ahead = steps.map((key) => ({ key, label: CHAIN[key] }));
  const nameOf = (t: Taken, key: string) =>
    days.has(word(t.id, key, t.spell)) ? (names.get(t.id) ?? null) : null;
  return behindOf(ahead, past, { kind: "zone", language, nameOf });
}
