/** Reads entries about money: sums, pages of entries, what can't count. SQL only. */
import { sql } from "kysely";
import {
  firstDay,
  lastDay,
  type PartialDate,
  type PlainDate,
  partialDate,
  plainDate,
} from "../kernel/dates.ts";
import { type Precision, precision } from "../kernel/precision.ts";
import type { Db } from "../platform/database/tables.ts";
import { isMeant, type PapersMeant } from "../register/public.ts";
import {
  candidates,
  type EntriesAsked,
  inForce,
  ofSeveralZones,
  type Standing,
  zoneIds,
} from "./candidates.ts";

/** An amount in đồng; `period` is inclusive, null where no paper says which years it is for. */
export type CapitalRecord = {
  readonly id: string;
  readonly subjects: readonly string[];
  readonly amount: number;
  readonly precision: Precision;
  readonly precisionWord: string | null;
  readonly dated: PartialDate;
  readonly datedKind: string;
  readonly period: {
    readonly from: PlainDate;
    readonly to: PlainDate;
    readonly text: { readonly from: PartialDate; readonly to: PartialDate };
  } | null;
  readonly source: string | null;
  readonly document: string;
  readonly evidence: PartialDate | null;
  readonly note: string | null;
  readonly standing: Standing;
};

type Row = {
  readonly id: string;
  readonly subjects: string[];
  readonly amount: number;
  readonly precision: string;
  readonly precision_word: string | null;
  readonly dated_text: string;
  readonly dated_kind: string;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly source: string | null;
  readonly document_id: string;
  readonly evidence: string | null;
  readonly note: string | null;
  readonly standing: Standing;
};

function recordOf(row: Row): CapitalRecord {
  const text =
    row.period_from === null || row.period_to === null
      ? null
      : { from: partialDate(row.period_from), to: partialDate(row.period_to) };
  return {
    id: row.id,
    subjects: row.subjects,
    amount: row.amount,
    precision: precision.parse(row.precision),
    precisionWord: row.precision_word,
    dated: partialDate(row.dated_text),
    datedKind: row.dated_kind,
    period: text === null ? null : { from: firstDay(text.from), to: lastDay(text.to), text },
    source: row.source,
    document: row.document_id,
    evidence: row.evidence === null ? null : partialDate(row.evidence),
    note: row.note,
    standing: row.standing,
  };
}

const COLUMNS = sql`e.id, e.subjects, e.amount, e.precision, e.precision_word, e.dated_text, e.dated_kind, e.period_from,
  e.period_to, e.source, e.document_id, coalesce(d.signed_on, d.effective_on) as evidence, e.note, e.standing`;

/** The order of entries: by day, then by recording. */
const ORDER = sql`e.dated, e.commit_no, e.ordinal`;

/** Which entries of a question are listed: those that count or those that can't, at most so many, after one of them. */
export type EntryPage = {
  readonly counting: boolean | null;
  readonly limit: number;
  readonly after: string | null;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Entries of a question, oldest first. */
export async function listEntries(
  db: Db,
  asked: EntriesAsked,
  page: EntryPage,
): Promise<readonly CapitalRecord[]> {
  if (asked.zones.length === 0 || page.limit === 0 || (page.after !== null && !UUID.test(page.after)))
    return [];
  const wanted =
    page.counting === null
      ? sql`true`
      : page.counting
        ? sql`e.standing = 'counts'`
        : sql`e.standing <> 'counts'`;
  const beyond =
    page.after === null
      ? sql`true`
      : sql`(e.dated, e.commit_no, e.ordinal) > (select a.dated, a.commit_no, a.ordinal from entries a where a.id = ${page.after}::uuid)`;
  const { rows } = await sql<Row>`
    select ${COLUMNS} from (
      select * from ${candidates(asked)} e where ${wanted} and ${beyond} order by ${ORDER} limit ${page.limit}) e
      join documents d on d.id = e.document_id
     order by ${ORDER}`.execute(db);
  return rows.map(recordOf);
}

/** Entries of one standing, precision and word, added up. */
export type EntrySum = {
  readonly standing: Standing;
  readonly precision: Precision;
  readonly word: string | null;
  readonly records: number;
  readonly amount: number;
  /** What the newest paper behind them is ordered by; see `dateOfRank`. */
  readonly evidence: number | null;
};

type SumRow = {
  readonly standing: Standing;
  readonly precision: string;
  readonly word: string | null;
  readonly records: number;
  readonly amount: string;
  readonly evidence: number | null;
};

function sumOf(row: SumRow): EntrySum {
  return { ...row, precision: precision.parse(row.precision), amount: safeNumber(row.amount) };
}

function safeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the sum ${text} is too large for a number`);
  return value;
}

/** Adds up the entries of a question by reading them; with `several`, only those that name several zones together. */
export async function sumEntries(
  db: Db,
  asked: EntriesAsked,
  of: { readonly several: boolean },
): Promise<readonly EntrySum[]> {
  if (asked.zones.length === 0) return [];
  const source = of.several ? ofSeveralZones(asked) : candidates(asked);
  const { rows } = await sql<SumRow>`
    select e.standing, e.precision, e.word, sum(e.records)::bigint as records, sum(e.amount) as amount,
           max(evidence_rank(coalesce(d.signed_on, d.effective_on))) as evidence
      from (select standing, precision, precision_word as word, document_id, count(*) as records, sum(amount) as amount
              from ${source} e group by 1, 2, 3, 4) e
      join documents d on d.id = e.document_id
     group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  return rows.map(sumOf);
}

/**
 * Adds up the same entries from the running totals: those that name one zone alone, dated up to a day, whatever years
 * they are for, as known now. Whole years are read before the asked one, months within it before the asked one, then days.
 */
export async function sumTotals(
  db: Db,
  asked: EntriesAsked & { readonly until: PlainDate },
): Promise<readonly EntrySum[]> {
  if (asked.zones.length === 0) return [];
  const figure = `entries.${asked.kind}`;
  const year = plainDate(`${asked.until.slice(0, 4)}-01-01`);
  const month = plainDate(`${asked.until.slice(0, 7)}-01`);
  const zones = zoneIds(asked.zones);
  const { rows } = await sql<SumRow>`
    with moved as (
      select precision, amount, records from total_years
       where figure = ${figure} and owner = any(${zones}) and year < ${year}::date
      union all
      select precision, amount, records from total_months
       where figure = ${figure} and owner = any(${zones}) and month >= ${year}::date and month < ${month}::date
      union all
      select precision, amount, records from total_days
       where figure = ${figure} and owner = any(${zones}) and day >= ${month}::date and day <= ${asked.until}::date),
    newest as (
      select max(evidence) as evidence from (
        select max(evidence) as evidence from entry_evidence
         where kind = ${asked.kind} and owner = any(${zones}) and month < ${month}::date
        union all
        select max(evidence_rank(coalesce(d.signed_on, d.effective_on))) from entries e join documents d on d.id = e.document_id
         where e.kind = ${asked.kind} and e.owner = any(${zones})
           and e.dated >= ${month}::date and e.dated <= ${asked.until}::date and ${inForce(asked.known)}) m)
    select 'counts' as standing, precision, null as word, sum(records)::bigint as records, sum(amount) as amount,
           (select evidence from newest) as evidence
      from moved group by precision having sum(records) <> 0 order by precision`.execute(db);
  return rows.map(sumOf);
}

/** How many of the same entries bear a word of precision, by word. */
export async function countWords(
  db: Db,
  asked: EntriesAsked,
): Promise<
  ReadonlyArray<{ readonly precision: Precision; readonly word: string; readonly records: number }>
> {
  const { rows } = await sql<{ precision: string; word: string; records: number }>`
    select e.precision, e.precision_word as word, count(*) as records from entries e
     where e.kind = ${asked.kind} and e.owner = any(${zoneIds(asked.zones)})
       and e.precision_word is not null and e.dated <= ${asked.until}::date and ${inForce(asked.known)}
     group by 1, 2 order by 1, 2`.execute(db);
  return rows.map((r) => ({ ...r, precision: precision.parse(r.precision) }));
}

/** How many of the entries that count rest on one paper by its id, or on any of some classes. */
export async function countEntriesOn(db: Db, asked: EntriesAsked, papers: PapersMeant): Promise<number> {
  if (asked.zones.length === 0) return 0;
  const { rows } = await sql<{ records: number }>`
    select count(*) as records from ${candidates(asked)} e
     where e.standing = 'counts' and ${isMeant(sql`e.document_id`, papers)}`.execute(db);
  return rows[0]?.records ?? 0;
}

/** A zone that entries of a source name. `documents` are ids, the first named first; `since` as the first entry says. */
export type NamedZone = {
  readonly zone: string;
  readonly since: PartialDate;
  readonly documents: readonly string[];
  readonly evidence: number | null;
};

/** Papers that are given of a zone, at most. */
const PAPERS = 20;

/** The zones that entries of a source name, alone or with others, dated up to a day. */
export async function listNamedZones(
  db: Db,
  asked: EntriesAsked & { readonly source: string },
): Promise<readonly NamedZone[]> {
  if (asked.zones.length === 0) return [];
  const { rows } = await sql<{ zone: string; since: string; documents: string[]; evidence: number | null }>`
    select z.id as zone, (array_agg(e.dated_text order by ${ORDER}))[1] as since,
           (array_agg(e.document_id order by ${ORDER}))[1:1000] as documents,
           max(evidence_rank(coalesce(d.signed_on, d.effective_on))) as evidence
      from ${candidates(asked)} e join documents d on d.id = e.document_id
      join unnest(${zoneIds(asked.zones)}) z(id) on z.id = any(e.subjects)
     where e.source = ${asked.source} group by z.id order by z.id`.execute(db);
  return rows.map((r) => ({
    zone: r.zone,
    since: partialDate(r.since),
    documents: [...new Set(r.documents)].slice(0, PAPERS),
    evidence: r.evidence,
  }));
}

/** The days on which entries of a question are dated, the newest 400. */
export async function listEntryDays(db: Db, asked: EntriesAsked): Promise<readonly PlainDate[]> {
  if (asked.zones.length === 0) return [];
  const { rows } = await sql<{ day: string }>`
    select distinct e.dated as day from ${candidates(asked)} e order by day desc limit 400`.execute(db);
  return rows.map((r) => plainDate(r.day));
}
