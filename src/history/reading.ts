/** The parts of commits as people read them: in words, with the names of authors and papers. */
import { namesOfAuthors } from "../people/public.ts";
import type { Db } from "../platform/database/tables.ts";
import { type DocumentDraft, documentLabel, type Known, listDocumentsById } from "../register/public.ts";
import { readAdoptions, readChanges, readClaims, readEntries } from "./partStore.ts";
import type { PartPlace } from "./store.ts";
import type { Said, Tell } from "./telling.ts";
import type { HistoryPart } from "./vocabulary.ts";

export type Reading = {
  readonly db: Db;
  readonly tell: Tell;
  readonly known: Known;
  readonly language: "vi" | "en";
  /** Whether the asker may read papers of an access class. */
  readonly reads: (access: DocumentDraft["access"]) => boolean;
};

const HIDDEN = { vi: "văn bản không được xem", en: "a paper that you may not read" } as const;
const UNKNOWN = { vi: "văn bản không có trong sổ", en: "a paper that is not there" } as const;

/** Papers by id as references; of those that the asker may not read only that there is one. */
export async function readPapers(
  ids: Iterable<string>,
  { db, language, reads }: Reading,
): Promise<(id: string) => NonNullable<HistoryPart["document"]>> {
  const documents = await listDocumentsById(db, ids);
  return (id) => {
    const document = documents.get(id);
    if (document === undefined) return { id, label: UNKNOWN[language], readable: false };
    const readable = reads(document.access);
    return { id, label: readable ? documentLabel(document, language) : HIDDEN[language], readable };
  };
}

/** The parts at some places, in their order. */
export async function readParts(
  places: readonly PartPlace[],
  reading: Reading,
): Promise<readonly HistoryPart[]> {
  const { db, language, known, reads } = reading;
  const said = await readSaid(places, db);
  const told = await reading.tell(said, { known, language });
  const nameOf = await namesOfAuthors(
    db,
    places.map((p) => p.author),
  );
  const ids = places.flatMap((p) => p.document ?? []);
  const paperOf = await readPapers(ids, reading);
  const documents = await listDocumentsById(db, ids);
  return places.map((place): HistoryPart => {
    const { id, commit, part } = place;
    const change = said.changes.get(id);
    const entry = said.entries.get(id);
    const document = part === "document" ? documents.get(id) : undefined;
    const title = document === undefined || !reads(document.access) ? "" : document.title;
    return {
      id,
      commit,
      part,
      kind: change?.kind ?? null,
      author: { id: place.author, name: nameOf(place.author) },
      subject: told.get(id)?.subject ?? null,
      text: told.get(id)?.text ?? title,
      since: change?.since ?? entry?.since ?? null,
      until: change?.until ?? null,
      standing: change?.standing ?? null,
      document: place.document === null ? null : paperOf(place.document),
      note: change?.note ?? entry?.note ?? said.claims.get(id)?.note ?? null,
    };
  });
}

async function readSaid(places: readonly PartPlace[], db: Db): Promise<Said> {
  const ids = (part: PartPlace["part"]) => places.flatMap((p) => (p.part === part ? [p.id] : []));
  const changes = await readChanges(db, ids("change"));
  return {
    changes,
    withdrawn: await readChanges(
      db,
      [...changes.values()].flatMap((c) => c.withdraws ?? []),
    ),
    entries: await readEntries(db, ids("entry")),
    claims: await readClaims(db, ids("claim")),
    adoptions: await readAdoptions(db, ids("adoption")),
  };
}
