/** Reads rounds of site clearance as they were on a day, as known then, and the money of rounds. SQL only. */
import { sql } from "kysely";
import { dateOfRank } from "../../kernel/dateRank.ts";
import { type PartialDate, type PlainDate, partialDate, plainDate } from "../../kernel/dates.ts";
import { type Precision, precision } from "../../kernel/precision.ts";
import type { Db } from "../../platform/database/tables.ts";
import {
  covers,
  type Held,
  type HeldRow,
  heldOf,
  idArray,
  inEachTable,
  type Known,
  type PlacedTimeline,
  periodsKnown,
  type Sql,
} from "../../register/public.ts";
import { type ClearanceAttributes, type CompensationEntry, clearanceAttributes } from "./vocabulary.ts";

/** A round on a day: what held, from which papers, and between which days just that held. */
export type RoundState = Held<ClearanceAttributes>;

const stateOf = (row: HeldRow): RoundState => heldOf(row, clearanceAttributes);

/** The tables of rounds. */
export const ROUNDS: PlacedTimeline = {
  now: sql`clearance_now`,
  past: sql`clearance_past`,
  columns: sql`p.id, p.valid_from, p.valid_to, p.zone_id, p.begins_by, p.attributes, p.sources, p.evidence`,
};

const FIELDS: Sql = sql`p.id, s.key, p.attributes, p.sources, p.valid_from, p.valid_to, p.evidence`;
const IN_ORDER: Sql = sql`p.zone_id, (p.attributes ->> 'round')::bigint nulls last, s.key nulls last, p.id`;

/** Which zones' rounds, when and as known when. */
export type RoundsAsked = {
  readonly zones: readonly string[];
  readonly asOf: PlainDate;
  readonly known: Known;
};

/** The rounds of some zones on the day, zone by zone in the order of their numbers. */
export async function listRounds(db: Db, asked: RoundsAsked): Promise<readonly RoundState[]> {
  if (asked.zones.length === 0) return [];
  const { rows } = await sql<HeldRow>`
    select ${FIELDS} from (${inEachTable(
      ROUNDS,
      asked.known,
      (t, isKnown) => sql`select ${ROUNDS.columns} from ${t} p
        where p.zone_id = any(${idArray(asked.zones)}) and ${covers(asked.asOf)} and ${isKnown}`,
    )}) p join subjects s on s.id = p.id order by ${IN_ORDER}`.execute(db);
  return rows.map(stateOf);
}

/** Rounds of some zones that are told of only from a later day on, and only as "by" that day: as they first stand. */
export async function listRoundsLater(db: Db, asked: RoundsAsked): Promise<readonly RoundState[]> {
  if (asked.zones.length === 0) return [];
  const { rows } = await sql<HeldRow>`
    select ${FIELDS} from (
      select distinct on (p.id) p.* from ${periodsKnown(ROUNDS, asked.known)} p
       where p.id in (select z.id from ${periodsKnown(ROUNDS, asked.known)} z where z.zone_id = any(${idArray(asked.zones)}))
       order by p.id, p.valid_from) p join subjects s on s.id = p.id
     where p.zone_id = any(${idArray(asked.zones)}) and p.valid_from > ${asked.asOf}::date and p.begins_by
     order by ${IN_ORDER}`.execute(db);
  return rows.map(stateOf);
}

/** The days on which rounds of some zones move, and those on which their money is dated; the newest 400. */
export async function listRoundDays(
  db: Db,
  { zones, known }: Pick<RoundsAsked, "zones" | "known">,
): Promise<readonly PlainDate[]> {
  if (zones.length === 0) return [];
  const rounds = sql`select p.id from ${periodsKnown(ROUNDS, known)} p where p.zone_id = any(${idArray(zones)})`;
  const { rows } = await sql<{ day: string }>`
    select distinct day from (
      select p.valid_from as day from ${periodsKnown(ROUNDS, known)} p where p.id in (${rounds})
      union all
      select e.dated as day from entries e
       where e.subjects && array(${rounds}) and e.commit_no <= ${known.commit}) d
     order by day desc limit 400`.execute(db);
  return rows.map((r) => plainDate(r.day));
}

/** The id of a round by id or stable key, as known then, or null. */
export async function findRoundId(db: Db, idOrKey: string, known: Known): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select s.id from subjects s where s.kind = 'clearance' and (s.id::text = ${idOrKey} or s.key = ${idOrKey})
       and (${known.latest} or exists (select from changes c where c.subject_id = s.id and c.commit_no <= ${known.commit}))
     order by s.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** Some rounds by id on the day. */
export async function listRoundsById(
  db: Db,
  asked: { readonly ids: readonly string[]; readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly RoundState[]> {
  if (asked.ids.length === 0) return [];
  const { rows } = await sql<HeldRow>`
    select ${FIELDS} from ${periodsKnown(ROUNDS, asked.known)} p join subjects s on s.id = p.id
     where p.id = any(${idArray(asked.ids)}) and ${covers(asked.asOf)} order by ${IN_ORDER}`.execute(db);
  return rows.map(stateOf);
}

/** All periods of a round in the order of time. */
export async function listRoundPeriods(db: Db, id: string, known: Known): Promise<readonly RoundState[]> {
  const { rows } = await sql<HeldRow>`
    select ${FIELDS} from ${periodsKnown(ROUNDS, known)} p join subjects s on s.id = p.id
     where p.id = ${id}::uuid order by p.valid_from`.execute(db);
  return rows.map(stateOf);
}

/** An amount of compensation; `subjects`: the rounds that it names together. */
export type CompensationRecord = {
  readonly id: string;
  readonly kind: CompensationEntry;
  readonly subjects: readonly string[];
  readonly amount: number;
  readonly precision: Precision;
  readonly precisionWord: string | null;
  readonly dated: PartialDate;
  readonly document: string;
  readonly evidence: PartialDate | null;
};

type MoneyRow = {
  readonly id: string;
  readonly kind: CompensationEntry;
  readonly subjects: readonly string[];
  readonly amount: string;
  readonly precision: string;
  readonly word: string | null;
  readonly dated_text: string;
  readonly document_id: string;
  readonly evidence: number | null;
};

/** The compensation that names any of some rounds, in force and dated up to the day; the oldest first. */
export async function listCompensation(
  db: Db,
  asked: { readonly rounds: readonly string[]; readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly CompensationRecord[]> {
  const { rounds, asOf, known } = asked;
  if (rounds.length === 0) return [];
  const { rows } = await sql<MoneyRow>`
    select e.id, e.kind, e.subjects, e.amount::text as amount, e.precision, e.precision_word as word, e.dated_text,
           e.document_id, evidence_rank(coalesce(d.signed_on, d.effective_on)) as evidence
      from (
        select * from entries where owner = any(${idArray(rounds)})
           and kind in ('compensationApproved', 'compensationPaid', 'compensationDeposited')
        union all
        select * from entries where cardinality(subjects) > 1 and subjects && ${idArray(rounds)}
           and kind in ('compensationApproved', 'compensationPaid', 'compensationDeposited')) e
      join documents d on d.id = e.document_id
     where e.dated <= ${asOf}::date and e.commit_no <= ${known.commit} and e.reverses is null
       and not exists (select from entries r where r.reverses = e.id and r.commit_no <= ${known.commit})
     order by e.dated, e.commit_no, e.ordinal`.execute(db);
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    subjects: r.subjects,
    amount: safeNumber(r.amount),
    precision: precision.parse(r.precision),
    precisionWord: r.word,
    dated: partialDate(r.dated_text),
    document: r.document_id,
    evidence: dateOfRank(r.evidence),
  }));
}

function safeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`);
  return value;
}
