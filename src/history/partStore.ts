/** Reads what parts of commits say, by their ids. SQL only. */
import { sql } from "kysely";
import { type PartialDate, partialDate } from "../kernel/dates.ts";
import type { Precision } from "../kernel/precision.ts";
import type { Db } from "../platform/database/tables.ts";
import type { AttributeValue, ClaimDraft, Effective, Standing } from "../register/public.ts";
import type { ChangeKind } from "./vocabulary.ts";

/** What a change says. `attributes` of a clear are names, of a withdrawal there are none. */
export type ChangeSaid = {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly subject: { readonly id: string; readonly kind: string; readonly key: string | null };
  readonly set: Readonly<Record<string, AttributeValue>>;
  readonly cleared: readonly string[];
  readonly withdraws: string | null;
  readonly since: Effective | null;
  readonly until: PartialDate | null;
  readonly standing: Standing | null;
  readonly note: string | null;
};

type ChangeRow = {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly subject_id: string;
  readonly subject_kind: string;
  readonly subject_key: string | null;
  readonly attributes: Readonly<Record<string, AttributeValue>> | readonly string[] | null;
  readonly withdraws: string | null;
  readonly from_kind: Effective["kind"] | null;
  readonly from_text: string | null;
  readonly to_text: string | null;
  readonly standing: Standing | null;
  readonly note: string | null;
};

const isNames = (value: ChangeRow["attributes"]): value is readonly string[] => Array.isArray(value);

/** Changes by id. */
export async function readChanges(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, ChangeSaid>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ChangeRow>`
    select id, kind, subject_id, subject_kind, subject_key, attributes, withdraws, from_kind, from_text, to_text,
           standing, note
      from changes where id = any(${ids}::uuid[]) order by id`.execute(db);
  return new Map(rows.map((row) => [row.id, changeOf(row)]));
}

function changeOf(row: ChangeRow): ChangeSaid {
  const { id, kind, withdraws, standing, note, attributes } = row;
  return {
    ...{ id, kind, withdraws, standing, note },
    subject: { id: row.subject_id, kind: row.subject_kind, key: row.subject_key },
    set: attributes === null || isNames(attributes) ? {} : attributes,
    cleared: isNames(attributes) ? attributes : [],
    since:
      row.from_kind === null || row.from_text === null
        ? null
        : { kind: row.from_kind, date: partialDate(row.from_text) },
    until: row.to_text === null ? null : partialDate(row.to_text),
  };
}

/** What an entry says. */
export type EntrySaid = {
  readonly id: string;
  readonly kind: string;
  readonly subjects: readonly string[];
  readonly place: string | null;
  readonly amount: number;
  readonly unit: string;
  readonly precision: Precision;
  readonly precisionWord: string | null;
  readonly since: Effective;
  readonly period: string | null;
  readonly reverses: string | null;
  readonly note: string | null;
};

type EntryRow = Omit<EntrySaid, "since"> & {
  readonly dated_kind: Effective["kind"];
  readonly dated_text: string;
};

/** Entries by id. */
export async function readEntries(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, EntrySaid>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<EntryRow>`
    select id, kind, subjects, place_id as place, amount, unit, precision, precision_word as "precisionWord",
           dated_kind, dated_text, reverses, note,
           case when period_from = period_to then period_from else period_from || '/' || period_to end as period
      from entries where id = any(${ids}::uuid[]) order by id`.execute(db);
  return new Map(
    rows.map(({ dated_kind, dated_text, ...row }) => [
      row.id,
      { ...row, since: { kind: dated_kind, date: partialDate(dated_text) } },
    ]),
  );
}

/** What a claim says. */
export type ClaimSaid = {
  readonly id: string;
  readonly about: ClaimDraft["about"];
  readonly value: number | null;
  readonly unit: string | null;
  readonly printed: string | null;
  readonly locator: string | null;
  readonly note: string | null;
};

/** Claims by id. */
export async function readClaims(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, ClaimSaid>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ClaimSaid>`
    select id, about, value::float8 as value, unit, printed, locator, note
      from claims where id = any(${ids}::uuid[]) order by id`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export type AdoptionSaid = {
  readonly id: string;
  readonly what: string;
  readonly version: number;
  readonly note: string | null;
};

/** Adoptions by id. */
export async function readAdoptions(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AdoptionSaid>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<AdoptionSaid>`
    select id, what, version, note from adoptions where id = any(${ids}::uuid[]) order by id`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
