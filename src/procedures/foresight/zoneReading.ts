/** Zones with their chains, forecasts, dates of papers and questions, as who asks may see them. */
import { type FigureContext, isStale } from "../../figures/public.ts";
import type { PlainDate } from "../../kernel/dates.ts";
import { namesOfAuthors } from "../../people/public.ts";
import { documentLabel, listDocumentsById, papersBehind } from "../../register/public.ts";
import { listZonesLast, seenZones, type ZoneState, labelOf as zoneLabel } from "../../zones/public.ts";
import { listCases, listHappened } from "../cases/store.ts";
import { listAnswers } from "./answerStore.ts";
import {
  type ChainStanding,
  chainAhead,
  daysBetween,
  standingOf,
  toldUntil,
  type ZoneTold,
} from "./chains.ts";
import { type Asked, behindOf, type Forecaster, namedBehind, shownForesight } from "./forecasting.ts";
import type { ShownSignal, StepBehind, ZoneChain, ZoneForesight } from "./pageWords.ts";
import { SIGNAL_KINDS, type Signal, signalsOf } from "./signals.ts";
import { CHAIN, type Foresight } from "./vocabulary.ts";
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

type LandDecided = { readonly on: PlainDate; readonly document: string };

/** When cases on the land of zones were decided, the last of each zone. */
async function landDecidedOf({ context, asked }: Reading): Promise<ReadonlyMap<string, LandDecided>> {
  const { db } = context;
  const { items } = await listCases(db, {
    ...asked,
    procedure: "landLease",
    states: ["decided"],
    limit: 10_000,
  });
  const cases = items.filter((c) => c.attributes.zone !== undefined && c.attributes.disputed === undefined);
  const ids = cases.map((c) => c.id);
  const happened = await listHappened(db, ids, asked.known);
  const found = new Map<string, LandDecided>();
  for (const { id, attributes } of cases) {
    const end = happened.get(id)?.find((h) => h.event.kind === "decided" && h.on <= asked.asOf);
    const before = found.get(attributes.zone ?? "");
    if (end === undefined || (before !== undefined && before.on >= end.on)) continue;
    found.set(attributes.zone ?? "", { on: end.on, document: end.document });
  }
  return found;
}

/** The zones of a question, each with all that is said of its progress. Those that may not be seen are left out. */
export async function readZones(zones: readonly ZoneState[], reading: Reading): Promise<readonly ZoneRead[]> {
  const { context, forecaster, asked } = reading;
  const seen = await seenZones(zones, context);
  const told = await forecaster.zonesTold(asked);
  const land = await landDecidedOf(reading);
  const papers = await listDocumentsById(context.reader, [
    ...papersBehind(seen),
    ...[...land.values()].map((l) => l.document),
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
    const all = told.get(zone.id);
    if (all === undefined) continue;
    const own = asSeen(all, zone.hidden);
    const standing = standingOf(own);
    const isDisputed = zone.attributes.disputed !== undefined;
    const kind = all.register;
    const foretell = async (last: "works" | "lease") =>
      isDisputed ? null : await forecaster.foretellZone(standing, { last, kind }, asked);
    const completion = await foretell("works");
    const seenZone: ZoneSeen = { attributes: zone.attributes, sources: zone.sources, paperOf };
    const decided = land.get(zone.id) ?? null;
    const dates = datesOf(seenZone, { standing, foresight: completion, landDecided: decided });
    found.push({
      ...{ zone, told: own, standing, completion, operation: await foretell("lease") },
      papers: paperDatesOf(seenZone, reading.language),
      signals: isDisputed ? [] : signalsOf(dates, { asOf: asked.asOf, answers: given.get(zone.id) ?? [] }),
    });
  }
  return found;
}

/** Without the courses that rest on papers which who asks may not read. */
function asSeen<T extends ZoneTold>(zone: T, hidden: readonly string[]): ZoneTold {
  const { legal, planning, clearance, works, operation } = zone.courses;
  const kept = (name: string, states: typeof legal) => (hidden.includes(name) ? [] : states);
  return {
    ...zone,
    courses: {
      legal: kept("legal", legal),
      planning: kept("planning", planning),
      clearance: kept("clearance", clearance),
      works: kept("works", works),
      operation: kept("operation", operation),
    },
  };
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
  const told = await forecaster.zonesTold(asked);
  const kind = told.get(read.zone.id)?.register ?? forecaster.register;
  const past = await forecaster.zonePasts(kind, asked);
  const ids = [...new Set(namedBehind(past, steps))];
  const zones = await seenZones(await listZonesLast(context.db, { ids, known: asked.known }), context);
  // Of whom a course is hidden, the days of it are.
  const names = new Map(zones.filter((z) => z.hidden.length === 0).map((z) => [z.id, zoneLabel(z)]));
  const ahead = steps.map((key) => ({ key, label: CHAIN[key] }));
  return behindOf(ahead, past, { kind: "zone", language, nameOf: (t) => names.get(t.id) ?? null });
}
