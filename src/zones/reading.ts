/** Reads zones for lists and pages: states, phases, papers and names in a handful of queries. */
import type { FigureContext, Question } from "../figures/public.ts";
import type { PlainDate } from "../kernel/dates.ts";
import {
  type ChangeRecord,
  listChanges,
  listClaims,
  listDocumentsById,
  writtenAttributes,
} from "../register/public.ts";
import { labelOf } from "./finding.ts";
import { shownMoves } from "./moves.ts";
import { shownAttributes } from "./page.ts";
import { documentIdsOf, type Presenting, refOf, summaryOf } from "./presenting.ts";
import { zonesInScope } from "./scope.ts";
import {
  listNames,
  listPhaseIds,
  listPhasesOf,
  listZonePeriods,
  listZonesById,
  type ZoneState,
} from "./store.ts";
import type { ZonePage, ZoneSummary } from "./vocabulary.ts";
import { attributeLabel, zoneWords } from "./words.ts";

/** Today stands apart from the asked day: where the land lies now is told for every day. */
type Today = { readonly today: PlainDate };

async function presentingOf(
  zones: readonly ZoneState[],
  question: Question,
  given: FigureContext & Today,
): Promise<Presenting> {
  const { db, places, today } = given;
  const developers = zones.flatMap((z) => z.attributes.developer ?? []);
  return {
    places,
    today,
    documents: await listDocumentsById(db, documentIdsOf(zones)),
    organisations: await listNames(db, developers, question.known),
    asOf: question.asOf,
    language: question.language,
  };
}

/** The zones of a question as lines, disputed ones among them; with their phases where asked. */
export async function listSummaries(
  question: Question,
  given: FigureContext & Today & { readonly withPhases: boolean },
): Promise<readonly ZoneSummary[]> {
  const { db } = given;
  const { asOf, known } = question;
  const { inside } = await zonesInScope(question, given);
  const whole = inside.filter((z) => z.attributes.phaseOf === undefined);
  const phases = await listPhasesOf(db, { zones: whole.map((z) => z.id), asOf, known });
  const all = [...whole, ...phases];
  const latest = await listZonesById(db, { ids: all.map((z) => z.id), asOf: given.today, known });
  const of = await presentingOf(all, question, given);
  const latestOf = ({ id }: ZoneState) => latest.find((z) => z.id === id);
  const shown = (zone: ZoneState, parent: ZoneState | null): ZoneSummary =>
    summaryOf(
      zone,
      {
        parent,
        phases: phases.filter((p) => p.attributes.phaseOf === zone.id),
        latest: { own: latestOf(zone), whole: parent === null ? undefined : latestOf(parent) },
      },
      of,
    );
  return whole
    .filter((z) => question.kind === null || z.attributes.kind === question.kind)
    .flatMap((zone) => [
      shown(zone, null),
      ...(given.withPhases
        ? phases.filter((p) => p.attributes.phaseOf === zone.id).map((p) => shown(p, zone))
        : []),
    ]);
}

/** One zone's page on the day, or null where nothing is known of it then or ever before. */
export async function findPage(
  id: string,
  question: Question,
  given: FigureContext &
    Today & {
      readonly listMoney: (zones: readonly string[], question: Question) => Promise<ZonePage["money"]>;
    },
): Promise<ZonePage | null> {
  const { db, places, today } = given;
  const { asOf, known, language } = question;
  const periods = await listZonePeriods(db, { ids: [id], known });
  const zone = periods.find((p) => p.from <= asOf && (p.to === null || asOf < p.to)) ?? null;
  const first = periods[0];
  if (first === undefined) return null;
  // Before its first word a zone has a page too, which says that nothing is known of it yet.
  const state: ZoneState = zone ?? {
    ...first,
    attributes: { name: first.attributes.name ?? "" },
    sources: {},
    notes: {},
  };
  const phaseIds = await listPhaseIds(db, { zone: id, known });
  const phases = await listZonesById(db, { ids: phaseIds, asOf, known });
  const parentIds = [state.attributes.phaseOf].flatMap((p) => p ?? []);
  const parents = await listZonesById(db, { ids: parentIds, asOf, known });
  const latest = await listZonesById(db, { ids: [id, ...phaseIds, ...parentIds], asOf: today, known });
  const latestOf = (zone: string | undefined) => latest.find((z) => z.id === zone);
  const changes = await listChanges(db, [id], known);
  const claims = await listClaims(db, known, { subjects: [id] });
  const papers = [...changes.map((c) => c.change.document), ...claims.map((c) => c.document)];
  const of = await presentingOf([state, ...phases, ...parents], question, given);
  const documents = new Map([...of.documents, ...(await listDocumentsById(db, papers))]);
  const names = await namesOf(changes, { ...given, question });
  const showing = { language, places, names, documents, asOf };
  return {
    ...summaryOf(
      state,
      { phases, parent: parents[0] ?? null, latest: { own: latestOf(id), whole: latestOf(parentIds[0]) } },
      of,
    ),
    attributes: [...shownAttributes({ changes, claims }, showing)],
    phases: phases.map((p) =>
      summaryOf(p, { phases: [], parent: state, latest: { own: latestOf(p.id), whole: latestOf(id) } }, of),
    ),
    money: await given.listMoney([id, ...phaseIds], question),
    unusualMoves: [
      ...shownMoves(
        periods.filter((p) => p.from <= asOf),
        changes,
        showing,
      ),
    ],
    news: newsOf(changes, showing),
    history: historyOf(changes, showing),
  };
}

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

function historyOf(changes: readonly ChangeRecord[], of: Showing): ZonePage["history"] {
  const byId = new Map(changes.map(({ change }) => [change.id, change]));
  return changes.map(({ change, at, author }) => ({
    commit: change.commit,
    at,
    kind: change.kind,
    text: historyText(change, { ...of, byId }),
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
      return withdrawn === undefined ? change.withdraws : historyText(withdrawn, of);
    }
    case "clear":
      return change.attributes.map((name) => attributeLabel(name, of.language)).join(", ");
    case "set":
      return writtenAttributes(zoneWords, change.attributes, of);
  }
}
