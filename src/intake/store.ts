/** What intake reads of the register: which zones, papers and organisations are there, and earlier imports. SQL only. */
import { sql } from "kysely";
import { type PartialDate, partialDate } from "../kernel/dates.ts";
import { type Precision, precision } from "../kernel/precision.ts";
import type { Db } from "../platform/database/tables.ts";
import { type DocumentDraft, type EntryDraft, type Known, listDocumentsById } from "../register/public.ts";
import { type ZoneKind, zoneKind } from "../zones/vocabulary.ts";
import { addKey, addZone, emptyIndex, type ZoneIndex } from "./matching.ts";

type ZoneRow = {
  readonly id: string;
  readonly kind: string | null;
  readonly name: string | null;
  readonly places: string[] | null;
};

/** All zones under all names they have borne, with wherever they were said to lie; phases by their keys alone. */
export async function readZoneIndex(db: Db): Promise<ZoneIndex> {
  const index = emptyIndex();
  const keys = await sql<{ id: string; key: string }>`
    select id, key from subjects where kind = 'zone' and key is not null order by id`.execute(db);
  for (const { id, key } of keys.rows) addKey(index, key, id);
  const { rows } = await sql<ZoneRow>`
    select id, kind, attributes ->> 'name' as name, places from zone_now
     where phase_of is null and attributes ? 'name' order by id, valid_from`.execute(db);
  let last: ZoneRow | null = null;
  for (const row of rows) {
    // Neighbouring periods mostly repeat name and place.
    if (last?.id === row.id && last.name === row.name && String(last.places) === String(row.places)) continue;
    last = row;
    addZone(index, {
      id: row.id,
      key: index.keyOf.get(row.id) ?? null,
      kind: kindOf(row.kind),
      name: row.name ?? "",
      places: row.places ?? [],
    });
  }
  return index;
}

function kindOf(text: string | null): ZoneKind | null {
  return text === null ? null : zoneKind.parse(text);
}

/** Ids of the subjects of a kind by their keys. */
export async function findSubjectIds(
  db: Db,
  kind: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; key: string }>`
    select id, key from subjects where kind = ${kind} and key = any(${keys}::text[]) order by key`.execute(
    db,
  );
  return new Map(rows.map((r) => [r.key, r.id]));
}

/** Papers that bear one of the keys or numbers. */
export async function findDocumentsByRef(
  db: Db,
  refs: readonly string[],
  known: Known,
): Promise<readonly DocumentDraft[]> {
  const { rows } = await sql<{ id: string }>`
    select id from documents
     where (key = any(${refs}::text[]) or number = any(${refs}::text[])) and commit_no <= ${known.commit}
     order by id`.execute(db);
  const found = await listDocumentsById(
    db,
    rows.map((r) => r.id),
  );
  return [...found.values()];
}

export type OrganisationFound = { readonly id: string; readonly name: string; readonly code: string | null };

/** Organisations by exact name, by enterprise code, or by id, as known now. */
export async function findOrganisations(
  db: Db,
  by: {
    readonly names: readonly string[];
    readonly codes: readonly string[];
    readonly ids: readonly string[];
  },
): Promise<readonly OrganisationFound[]> {
  const { rows } = await sql<OrganisationFound>`
    select distinct id, attributes ->> 'name' as name, attributes ->> 'enterpriseCode' as code from subject_now
     where kind = 'organisation' and attributes ? 'name'
       and (attributes ->> 'name' = any(${by.names}::text[])
            or attributes ->> 'enterpriseCode' = any(${by.codes}::text[]) or id = any(${by.ids}::uuid[]))
     order by id`.execute(db);
  return rows;
}

/** An entry in force, as far as it is compared with a row. */
export type StoredEntry = {
  readonly id: string;
  readonly kind: string;
  readonly subjects: readonly string[];
  readonly amount: number;
  readonly precision: Precision;
  readonly dated: PartialDate;
  readonly periodFrom: PartialDate | null;
  readonly periodTo: PartialDate | null;
  readonly source: string | null;
  readonly document: string;
};

type EntryFound = {
  readonly id: string;
  readonly kind: string;
  readonly subjects: string[];
  readonly amount: number;
  readonly precision: string;
  readonly dated_text: string;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly source: string | null;
  readonly document_id: string;
};

const partialOrNull = (text: string | null) => (text === null ? null : partialDate(text));

/** Entries in force that name any of the subjects. */
export async function listEntriesOf(
  db: Db,
  subjects: readonly string[],
  known: Known,
): Promise<readonly StoredEntry[]> {
  const { rows } = await sql<EntryFound>`
    select e.id, e.kind, e.subjects, e.amount, e.precision, e.dated_text, e.period_from, e.period_to, e.source, e.document_id
      from entries e
     where e.subjects && ${subjects}::uuid[] and e.commit_no <= ${known.commit} and e.reverses is null
       and not exists (select from entries r where r.reverses = e.id)
     order by e.commit_no, e.ordinal`.execute(db);
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    subjects: r.subjects,
    amount: r.amount,
    precision: precision.parse(r.precision),
    dated: partialDate(r.dated_text),
    periodFrom: partialOrNull(r.period_from),
    periodTo: partialOrNull(r.period_to),
    source: r.source,
    document: r.document_id,
  }));
}

type RequestEntry = EntryFound & {
  readonly place_id: string | null;
  readonly unit: string;
  readonly precision_word: string | null;
  readonly dated_kind: string;
  readonly note: string | null;
};

/** The entries that a request recorded and that nothing has reversed. */
export async function listEntriesOfRequest(db: Db, requestKey: string): Promise<readonly EntryDraft[]> {
  const { rows } = await sql<RequestEntry>`
    select e.* from entries e
     where e.request_key = ${requestKey} and e.reverses is null
       and not exists (select from entries r where r.reverses = e.id)
     order by e.commit_no, e.ordinal`.execute(db);
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    subjects: r.subjects,
    place: r.place_id,
    amount: r.amount,
    unit: r.unit,
    precision: precision.parse(r.precision),
    precisionWord: r.precision_word,
    dated: { kind: datedKind(r.dated_kind), date: partialDate(r.dated_text) },
    period:
      r.period_from === null || r.period_to === null
        ? null
        : { from: partialDate(r.period_from), to: partialDate(r.period_to) },
    source: r.source,
    document: r.document_id,
    reverses: null,
    note: r.note,
  }));
}

function datedKind(text: string): "on" | "in" | "by" {
  if (text === "on" || text === "in" || text === "by") return text;
  throw new TypeError(`an entry has the kind of date ${text}`);
}
