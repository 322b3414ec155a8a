/** The newest that papers say of each zone's courses on a day, whether they decide or not: what a row tells of a page. */
import { type FigureContext, isStale, type Question } from "../figures/public.ts";
import { firstDay, lastDay, laterOf, type PartialDate } from "../kernel/dates.ts";
import {
  type ChangeRecord,
  closedAmong,
  listChanges,
  listDocumentsById,
  papersBehind,
  refOf,
} from "../register/public.ts";
import { settingsAt } from "../settings/public.ts";
import { laterWords } from "./laterWords.ts";
import type { LaterWord } from "./pageVocabulary.ts";
import type { ZoneState } from "./store.ts";
import { COURSE_NAMES } from "./vocabulary.ts";
import { valueText } from "./words.ts";

/** Of zones as who asks may see them, by id: every word of the newest date; of each course the newer of two. */
export async function newestWords(
  zones: readonly ZoneState[],
  question: Question,
  { db, reader, places }: FigureContext,
): Promise<ReadonlyMap<string, readonly LaterWord[]>> {
  const { asOf, known, language } = question;
  const told = await listChanges(
    db,
    zones.map((z) => z.id),
    known,
  );
  const papers = [...papersBehind(zones), ...told.map((c) => c.change.document)];
  const of = {
    ...{ language, places, names: new Map<string, string>(), asOf },
    documents: await listDocumentsById(reader, papers),
    isClosed: await closedAmong(reader, papers),
    settings: await settingsAt(db, known),
  };
  const changes = new Map<string, ChangeRecord[]>(zones.map((z) => [z.id, []]));
  for (const change of told) changes.get(change.subject.id)?.push(change);
  return new Map(
    zones.map((zone) => {
      const later = laterWords(changes.get(zone.id) ?? [], of);
      return [zone.id, newestOf([...later, ...heldWords(zone, of)])];
    }),
  );
}

type Showing = Parameters<typeof laterWords>[1];

/** What holds of each course. */
function heldWords({ attributes, sources }: ZoneState, of: Showing): readonly LaterWord[] {
  return COURSE_NAMES.flatMap((course) => {
    const [state, source] = [attributes[course], sources[course]];
    if (state === undefined || source === undefined) return [];
    const { document, since, evidence } = source;
    return [
      {
        ...{ course, state, text: valueText(course, state, of), since },
        ...{ document: refOf(document, of), evidenceAsOf: evidence, stale: isStale(evidence, of) },
      },
    ];
  });
}

function isAsNew(date: PartialDate | null, newest: PartialDate | null): boolean {
  return date === null || newest === null ? date === newest : lastDay(date) >= firstDay(newest);
}

function newestOf(words: readonly LaterWord[]): readonly LaterWord[] {
  const newest = words.reduce<PartialDate | null>((date, w) => laterOf(date, w.evidenceAsOf), null);
  // One that is dated with its year alone may be older than another of that year: both are told.
  const of = words.filter((w) => isAsNew(w.evidenceAsOf, newest));
  return of.filter((w, i) => of.findIndex((other) => other.course === w.course) === i);
}
