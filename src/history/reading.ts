/** The parts of commits as people read them: in words, with the names of authors and papers. */
import { type Asker, namesOfAuthors } from "../people/public.ts";
import type { Db } from "../platform/database/tables.ts";
import { documentLabel, type Known, listDocumentsById } from "../register/public.ts";
import { readAdoptions, readChanges, readClaims, readEntries } from "./partStore.ts";
import type { PartPlace } from "./store.ts";
import type { Correctable, Said, Tell } from "./telling.ts";
import { type HistoryPart, SEALED_AUTHOR } from "./vocabulary.ts";

export type Reading = {
  readonly db: Db;
  /** Reads under the rights of who asks: what closed papers say is not there. */
  readonly reader: Db;
  readonly tell: Tell;
  readonly known: Known;
  readonly language: "vi" | "en";
  readonly correctable: Correctable;
  readonly asker: Asker;
};

const HIDDEN = { vi: "văn bản không được xem", en: "a paper that you may not read" } as const;
const SAID_BY_HIDDEN = {
  vi: "theo văn bản không được xem",
  en: "said by a paper that you may not read",
} as const;

/** Papers by id as references; of those that the asker may not read only that there is one. */
export async function readPapers(
  ids: Iterable<string>,
  { reader, language }: Pick<Reading, "reader" | "language">,
): Promise<(id: string) => NonNullable<HistoryPart["document"]>> {
  const documents = await listDocumentsById(reader, ids);
  return (id) => {
    const document = documents.get(id);
    if (document === undefined) return { id, label: HIDDEN[language], readable: false };
    return { id, label: documentLabel(document, language), readable: true };
  };
}

/** For each author the name, as far as the history tells it. */
export async function readAuthors(
  authors: readonly string[],
  { db, language }: Pick<Reading, "db" | "language">,
): Promise<(author: string) => string> {
  const nameOf = await namesOfAuthors(db, authors);
  return (author) => (author === SEALED_AUTHOR.id ? SEALED_AUTHOR.name[language] : nameOf(author));
}

/** The parts at some places, in their order. */
export async function readParts(
  places: readonly PartPlace[],
  reading: Reading,
): Promise<readonly HistoryPart[]> {
  const { reader, language, known } = reading;
  const said = await readSaid(places, reader);
  const told = await reading.tell(said, { known, language, asker: reading.asker });
  const nameOf = await readAuthors(
    places.map((p) => p.author),
    reading,
  );
  const ids = places.flatMap((p) => p.document ?? []);
  const paperOf = await readPapers(ids, reading);
  const documents = await listDocumentsById(reader, ids);
  const correctable = await reading.correctable(
    [...said.changes.keys(), ...said.entries.keys()],
    reading.asker,
  );
  return places.map((place): HistoryPart => {
    const { id, commit, part } = place;
    const change = said.changes.get(id);
    const entry = said.entries.get(id);
    const document = part === "document" ? documents.get(id) : undefined;
    const isHidden = place.document !== null && !documents.has(place.document);
    return {
      id,
      commit,
      part,
      kind: change?.kind ?? null,
      author: { id: place.author, name: nameOf(place.author) },
      subject: told.get(id)?.subject ?? null,
      text: isHidden ? SAID_BY_HIDDEN[language] : (told.get(id)?.text ?? document?.title ?? ""),
      since: change?.since ?? entry?.since ?? null,
      until: change?.until ?? null,
      standing: change?.standing ?? null,
      document: place.document === null ? null : paperOf(place.document),
      note: change?.note ?? entry?.note ?? said.claims.get(id)?.note ?? null,
      correctable: correctable.has(id),
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
