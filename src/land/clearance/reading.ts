/** Reads rounds for the board and their pages: states, zones, papers and money, as who asks may see them. */
import type { FigureContext, Question } from "../../figures/public.ts";
import {
  closedAmong,
  listDocumentsById,
  papersBehind,
  refOf,
  type Seen,
  seenOf,
} from "../../register/public.ts";
import { calendarAt, settingsAt } from "../../settings/public.ts";
import { listZonesById, seenZones, type ZoneState, labelOf as zoneLabel } from "../../zones/public.ts";
import type { ClearanceBoard, RoundPage } from "./boardWords.ts";
import { roundsInScope, untoldText } from "./finding.ts";
import { type Presenting, pageOf, summaryOf } from "./presenting.ts";
import { findRoundId, listCompensation, listRoundPeriods, type RoundState } from "./store.ts";

/** Those of some rounds that may be seen, without what rests on papers closed to who asks. */
export async function seenRounds(
  rounds: readonly RoundState[],
  { reader }: Pick<FigureContext, "reader">,
): Promise<readonly Seen<RoundState>[]> {
  const isClosed = await closedAmong(reader, papersBehind(rounds));
  return rounds
    .map((r) => seenOf(r, isClosed))
    .filter(({ hidden }) => !hidden.includes("name") && !hidden.includes("zone"));
}

type Read = {
  readonly of: Presenting;
  readonly rounds: readonly Seen<RoundState>[];
  readonly hiddenMoney: number;
};

/** The zones, papers and money of some rounds; those of a zone that may not be seen fall away. */
async function readFor(
  found: readonly RoundState[],
  zones: readonly ZoneState[],
  { question, context }: { readonly question: Question; readonly context: FigureContext },
): Promise<Read> {
  const { db, reader, places } = context;
  const { known, asOf, language } = question;
  const seen = await seenRounds(found, context);
  const shown = new Map(
    (await seenZones(zones, context)).map((z) => [z.id, { id: z.id, key: z.key, label: zoneLabel(z) }]),
  );
  const rounds = seen.filter((r) => shown.has(r.attributes.zone ?? ""));
  const all = await listCompensation(db, { rounds: rounds.map((r) => r.id), asOf, known });
  const documents = await listDocumentsById(reader, [
    ...papersBehind([...rounds, ...zones]),
    ...all.map((e) => e.document),
  ]);
  const money = all.filter((e) => documents.has(e.document));
  const settings = await settingsAt(db, known);
  const calendar = await calendarAt(db, known);
  const of = { places, documents, zones: shown, money, asOf, language, settings, calendar };
  return { of, rounds, hiddenMoney: all.length - money.length };
}

/** The rounds of a question, and the zones that clear their site without one. */
export async function boardOf(question: Question, context: FigureContext): Promise<ClearanceBoard> {
  const scope = await roundsInScope(question, context);
  const found = [...scope.counting, ...scope.disputed, ...scope.across];
  const { of, rounds } = await readFor(found, [...scope.zones.values()], { question, context });
  const isHidden = (z: ZoneState) =>
    !of.zones.has(z.id) || !of.documents.has(z.sources.clearance?.document ?? "");
  return {
    items: rounds.map((r) => summaryOf(r, of)),
    hidden: found.length - rounds.length,
    untold: scope.untold
      .filter((z) => !isHidden(z))
      .map((z) => ({
        zone: { id: z.id, key: z.key, label: zoneLabel(z) },
        text: untoldText(z, question.language),
        documents: [z.sources.clearance].flatMap((s) => (s === undefined ? [] : [refOf(s.document, of)])),
      })),
  };
}

/** One round by id or key on the day; null where it is not known, may not be seen, or nothing of it held then. */
export async function findRoundPage(
  idOrKey: string,
  question: Question,
  context: FigureContext,
): Promise<RoundPage | null> {
  const { known, asOf } = question;
  const id = await findRoundId(context.db, idOrKey, known);
  if (id === null) return null;
  const periods = await listRoundPeriods(context.db, id, known);
  const held = periods.find((p) => p.from <= asOf && (p.to === null || asOf < p.to));
  if (held === undefined) return null;
  const ids = [held.attributes.zone].flatMap((zone) => zone ?? []);
  const zones = await listZonesById(context.db, { ids, asOf, known });
  const { of, rounds, hiddenMoney } = await readFor([held], zones, { question, context });
  const [round] = rounds;
  return round === undefined ? null : pageOf(round, hiddenMoney, of);
}
