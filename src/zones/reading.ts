/** Reads zones for lists and pages: states, phases, papers and names in a handful of queries. */
import type { FigureContext, Question } from "../figures/public.ts";
import type { PlainDate } from "../kernel/dates.ts";
import {
  type ChangeRecord,
  closedAmong,
  listChanges,
  listClaims,
  listDocumentsById,
  refOf,
  writtenAttributes,
} from "../register/public.ts";
import { settingsAt } from "../settings/public.ts";
import { labelOf } from "./finding.ts";
import { laterWords } from "./laterWords.ts";
import { lawNotes } from "./lawNotes.ts";
import { shownMoves } from "./moves.ts";
import { shownAttributes } from "./page.ts";
import type { ZonePage, ZoneSummary } from "./pageVocabulary.ts";
import { documentIdsOf, type Presenting, summaryOf } from "./presenting.ts";
import { zonesInScope } from "./scope.ts";
import { type SeenZone, seenZones } from "./seen.ts";
import {
  listNames,
  listPhaseIds,
  listPhasesOf,
  listZonePeriods,
  listZonesById,
  type ZoneState,
} from "./store.ts";
import { attributeLabel, zoneWords } from "./words.ts";

/** Today stands apart from the asked day: where the land lies now is told for every day. */
type Today = { readonly today: PlainDate };

async function presentingOf(
  zones: readonly ZoneState[],
  question: Question,
  given: FigureContext & Today,
): Promise<Presenting> {
  const { db, reader, places, today } = given;
  const developers = zones.flatMap((z) => z.attributes.developer ?? []);
  return {
    places,
    today,
    documents: await listDocumentsById(reader, documentIdsOf(zones)),
    organisations: await listNames(db, developers, question.known),
    asOf: question.asOf,
    language: question.language,
    settings: await settingsAt(db, question.known),
  };
}

/** The zones of a question as lines, disputed ones among them; with their phases where asked. `hidden`: how many more there are. */
export async function listSummaries(
  question: Question,
  given: FigureContext & Today & { readonly withPhases: boolean },
): Promise<{ readonly items: readonly ZoneSummary[]; readonly hidden: number }> {
  const { db } = given;
  const { asOf, known } = question;
  const { inside } = await zonesInScope(question, given);
  const asked = inside.filter(
    (z) =>
      z.attributes.phaseOf === undefined && (question.kind === null || z.attributes.kind === question.kind),
  );
  const whole = await seenZones(asked, given);
  const phases = await seenZones(
    await listPhasesOf(db, { zones: whole.map((z) => z.id), asOf, known }),
    given,
  );
  const all = [...whole, ...phases];
  const ids = all.map((z) => z.id);
  const latest = await seenZones(await listZonesById(db, { ids, asOf: given.today, known }), given);
  const of = await presentingOf(all, question, given);
  const latestOf = ({ id }: ZoneState) => latest.find((z) => z.id === id);
  const shown = (zone: SeenZone, parent: SeenZone | null): ZoneSummary =>
    summaryOf(
      zone,
      {
        parent,
        phases: phases.filter((p) => p.attributes.phaseOf === zone.id),
        latest: { own: latestOf(zone), whole: parent === null ? undefined : latestOf(parent) },
      },
      of,
    );
  const items = whole.flatMap((zone) => [
    shown(zone, null),
    ...(given.withPhases
      ? phases.filter((p) => p.attributes.phaseOf === zone.id).map((p) => shown(p, zone))
      : []),
  ]);
  return { items, hidden: asked.length - whole.length };
}

/** One zone's page on the day, or null where nothing that who asks may see is known of it then or ever before. */
export async function findPage(
  id: string,
  question: Question,
  given: FigureContext &
    Today & {
      readonly listMoney: ListMoney;
    },
): Promise<ZonePage | null> {
  const { db, reader, places, today } = given;
  const { asOf, known, language } = question;
  const periods = await seenZones(await listZonePeriods(db, { ids: [id], known }), given);
  const zone = periods.find((p) => p.from <= asOf && (p.to === null || asOf < p.to)) ?? null;
  const first = periods[0];
  if (first === undefined) return null;
  // Before its first word a zone has a page too, which says that nothing is known of it yet.
  const state: SeenZone = zone ?? {
    ...first,
    hidden: [],
    attributes: { name: first.attributes.name ?? "" },
    sources: {},
    notes: {},
  };
  const phaseIds = await listPhaseIds(db, { zone: id, known });
  const phases = await seenZones(await listZonesById(db, { ids: phaseIds, asOf, known }), given);
  const parentIds = [state.attributes.phaseOf].flatMap((p) => p ?? []);
  const parents = await seenZones(await listZonesById(db, { ids: parentIds, asOf, known }), given);
  const around = [id, ...phaseIds, ...parentIds];
  const latest = await seenZones(await listZonesById(db, { ids: around, asOf: today, known }), given);
  const latestOf = (zone: string | undefined) => latest.find((z) => z.id === zone);
  const told = await listChanges(db, [id, ...phaseIds], known);
  const changes = told.filter((c) => c.subject.id === id);
  const claims = await listClaims(reader, known, { subjects: [id] });
  const papers = [...told.map((c) => c.change.document), ...claims.map((c) => c.document)];
  const of = await presentingOf([state, ...phases, ...parents], question, given);
  const documents = new Map([...of.documents, ...(await listDocumentsById(reader, papers))]);
  const isClosed = await closedAmong(reader, papers);
  const open = changes.filter((c) => !isClosed(c.change.document));
  const names = await namesOf(changes, { ...given, question });
  const showing = { language, places, names, documents, asOf, isClosed, settings: of.settings };
  const money = await given.listMoney([id, ...phaseIds], question, given);
  const summary = summaryOf(
    state,
    { phases, parent: parents[0] ?? null, latest: { own: latestOf(id), whole: latestOf(parentIds[0]) } },
    of,
  );
  const wordsOf = (subject: string) =>
    laterWords(
      told.filter((c) => c.subject.id === subject),
      showing,
    );
  const later = wordsOf(id);
  const legalSince = state.sources.legal?.since ?? null;
  return {
    ...summary,
    attributes: [...shownAttributes({ changes, claims }, showing)],
    laterWords: later,
    phases: phases.map((p) => ({
      ...summaryOf(
        p,
        { phases: [], parent: state, latest: { own: latestOf(p.id), whole: latestOf(id) } },
        of,
      ),
      laterWords: wordsOf(p.id),
    })),
    lawNotes: lawNotes({ zone: summary, laterWords: later, legalSince }, question),
    money: money.items,
    hiddenMoney: money.hidden,
    unusualMoves: [
      ...shownMoves(
        periods.filter((p) => p.from <= asOf),
        open,
        showing,
      ),
    ],
    news: newsOf(open, showing),
    history: historyOf(changes, showing),
  };
}

/** The money of some zones that who asks may see, and how many sums they may not. */
export type ListMoney = (
  zones: readonly string[],
  question: Question,
  context: FigureContext,
) => Promise<{ readonly items: ZonePage["money"]; readonly hidden: number }>;

async function namesOf(
  changes: readonly ChangeRecord[],
  given: FigureContext & { readonly question: Question },
) {
  const ids = changes.flatMap(({ change }) =>
    change.kind === "set" ? [change.attributes.developer, change.attributes.phaseOf] : [],
  );
  const texts = ids.flatMap((id) => (typeof id === "string" ? [id] : []));
  const { asOf, known } = given.question;
  const zones = await listZonesById(given.db, { ids: texts, asOf, known });
  const names = await listNames(given.db, texts, known);
  return new Map([...names, ...zones.map((z) => [z.id, labelOf(z)] as const)]);
}

type Showing = Parameters<typeof shownAttributes>[1];

/** Events that moved no course, newest first, whatever the asked day: what came after it is news to the reader. */
function newsOf(changes: readonly ChangeRecord[], of: Showing): ZonePage["news"] {
  const news = changes.flatMap(({ change }) => {
    if (change.kind !== "set" || typeof change.attributes.news !== "string") return [];
    if (change.from.date.slice(0, 10) > of.asOf) return [];
    return [{ text: change.attributes.news, since: change.from.date, document: refOf(change.document, of) }];
  });
  return news.sort((a, b) => (a.since < b.since ? 1 : -1));
}

const HIDDEN = {
  vi: "theo văn bản không được xem",
  en: "on a paper that you may not read",
} as const;

function historyOf(changes: readonly ChangeRecord[], of: Showing): ZonePage["history"] {
  const byId = new Map(changes.map(({ change }) => [change.id, change]));
  return changes.map(({ change, at, author }) => ({
    id: change.id,
    commit: change.commit,
    at,
    kind: change.kind,
    text: of.isClosed(change.document) ? HIDDEN[of.language] : historyText(change, { ...of, byId }),
    author,
    document: refOf(change.document, of),
  }));
}

type Change = ChangeRecord["change"];

/** What a change set, or the names of what it cleared; a withdrawal tells what it takes back. */
function historyText(change: Change, of: Showing & { readonly byId: ReadonlyMap<string, Change> }): string {
  switch (change.kind) {
    case "withdraw": {
      const withdrawn = of.byId.get(change.withdraws);
      if (withdrawn !== undefined && of.isClosed(withdrawn.document)) return HIDDEN[of.language];
      return withdrawn === undefined ? change.withdraws : historyText(withdrawn, of);
    }
    case "clear":
      return change.attributes.map((name) => attributeLabel(name, of.language)).join(", ");
    case "set":
      return writtenAttributes(zoneWords, change.attributes, of);
  }
}
