/** Reads cases as they were on a day, as known then; what happened to one; its secret; who looked. SQL only. */
import { type RawBuilder, sql } from "kysely";
import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { type PlainDate, plainDate } from "../../kernel/dates.ts";
import type { Db } from "../../platform/database/tables.ts";
import {
  covers,
  type Held,
  type HeldRow,
  heldOf,
  inEachTable,
  type Known,
  listChanges,
  type PlacedTimeline,
  periodsKnown,
  type SealedRef,
  withdrawnIds,
} from "../../register/public.ts";
import type { Happened } from "./course.ts";
import { type CaseAttributes, type CaseState, caseAttributes } from "./vocabulary.ts";

/** A case on a day. */
export type CaseHeld = Held<CaseAttributes>;

const CASES: PlacedTimeline = {
  now: sql`case_now`,
  past: sql`case_past`,
  columns: sql`p.id, p.valid_from, p.valid_to, p.procedure, p.zone_id, p.project_id, p.plot_id, p.places, p.unit_id, p.officer,
    p.step, p.state, p.attributes, p.sources, p.evidence`,
};
const FIELDS = sql`p.id, s.key, p.attributes, p.sources, p.valid_from, p.valid_to, p.evidence`;

const caseOf = (row: HeldRow): CaseHeld => heldOf(row, caseAttributes);

/** Which cases on a day: every word that is given must fit. */
export type CasesAsked = {
  readonly asOf: PlainDate;
  readonly known: Known;
  readonly procedure?: string | undefined;
  readonly zone?: string | undefined;
  readonly project?: string | undefined;
  readonly plot?: string | undefined;
  readonly unit?: string | undefined;
  readonly step?: string | undefined;
  readonly states?: readonly CaseState[] | undefined;
  /** Only these. */
  readonly ids?: readonly string[] | undefined;
  readonly limit: number;
  /** After what the page begins: `next` of the page before. */
  readonly after?: string | undefined;
  /** These stand first, then what runs, then what ended; where it is not given the newest of all are first. */
  readonly late?: readonly string[] | undefined;
};

function fits(asked: CasesAsked): RawBuilder<unknown> {
  const { procedure = null, zone = null, project = null, plot = null } = asked;
  const { unit = null, step = null, states = null, ids = null } = asked;
  return sql`(${procedure}::text is null or p.procedure = ${procedure})
    and (${step}::text is null or p.step = ${step})
    and (${ids}::uuid[] is null or p.id = any(${ids}::uuid[]))
    and (${zone}::text is null or p.zone_id::text = ${zone})
    and (${project}::text is null or p.project_id::text = ${project})
    and (${plot}::text is null or p.plot_id::text = ${plot})
    and (${unit}::text is null or p.unit_id::text = ${unit})
    and (${states}::text[] is null or p.state = any(${states}::text[]))`;
}

/** Where a page begins: the part of the order, and the key within it. */
const CURSOR = /^([0-2])\.(.+)$/;

/** A page of cases: in each part of the order the newest first. `next`: after what the next page begins. */
export async function listCases(
  db: Db,
  asked: CasesAsked,
): Promise<{ readonly items: readonly CaseHeld[]; readonly next: string | null }> {
  const { after = "", limit, late } = asked;
  const [, part = null, key = null] = CURSOR.exec(after) ?? [];
  const order =
    late === undefined
      ? sql`0`
      : sql`case when p.id = any(${late}::uuid[]) then 0 when p.state in ('open', 'waiting') then 1 else 2 end`;
  const { rows } = await sql<HeldRow & { readonly part: number }>`
    select ${FIELDS}, ${order} as part from (${inEachTable(
      CASES,
      asked.known,
      (t, isKnown) =>
        sql`select ${CASES.columns} from ${t} p where ${covers(asked.asOf)} and ${isKnown} and ${fits(asked)}`,
    )}) p join subjects s on s.id = p.id
     where ${part}::int is null or ${order} > ${part}::int or (${order} = ${part}::int and s.key < ${key})
     order by part, s.key desc limit ${limit + 1}`.execute(db);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(caseOf), next: last === undefined ? null : `${last.part}.${last.key}` };
}

/** How many cases are alike in everything by which a list can be narrowed. */
export type CaseCount = {
  readonly procedure: string | null;
  readonly step: string | null;
  readonly unit: string | null;
  readonly zone: string | null;
  readonly state: CaseState;
  readonly late: boolean;
  readonly count: number;
};

/** Every case of a day, counted by what it can be narrowed by; `late`: which of them are. */
export async function countCases(
  db: Db,
  of: { readonly asOf: PlainDate; readonly known: Known; readonly late: readonly string[] },
): Promise<readonly CaseCount[]> {
  const { rows } = await sql<CaseCount>`
    select p.procedure, case when p.state in ('open', 'waiting') then p.step end as step, p.unit_id::text as unit,
           p.zone_id::text as zone, p.state, p.id = any(${of.late}::uuid[]) as late, count(*)::int as count
      from (${inEachTable(
        CASES,
        of.known,
        (t, isKnown) => sql`select ${CASES.columns} from ${t} p where ${covers(of.asOf)} and ${isKnown}`,
      )}) p where p.state is not null
     group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`.execute(db);
  return rows;
}

/** The id of a case by id, key or receipt number, as known then, or null. */
export async function findCaseId(db: Db, asked: string, known: Known): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select s.id from subjects s where s.kind = 'case' and (s.id::text = ${asked} or s.key = ${asked} or s.key = ${keyOfNumber(asked)})
       and (${known.latest} or exists (select from changes c where c.subject_id = s.id and c.commit_no <= ${known.commit}))
     order by s.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** The stable key of a case with a receipt number. */
export function keyOfNumber(number: string): string {
  return number.toLowerCase();
}

/** The highest running number of receipts of a year; 0: there is none. */
export async function lastNumberOf(db: Db, year: string): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(substring(key from '[0-9]+$')::bigint) as last from subjects
     where kind = 'case' and key like ${`hs-${year}-%`}`.execute(db);
  return rows[0]?.last ?? 0;
}

/** A case as it stands on the day; null where nothing of it held then. */
export async function findCase(
  db: Db,
  id: string,
  of: { readonly asOf: PlainDate; readonly known: Known },
): Promise<CaseHeld | null> {
  const { rows } = await sql<HeldRow>`
    select ${FIELDS} from ${periodsKnown(CASES, of.known)} p join subjects s on s.id = p.id
     where p.id = ${id}::uuid and ${covers(of.asOf)}`.execute(db);
  const [row] = rows;
  return row === undefined ? null : caseOf(row);
}

export type CaseCommits = {
  /** The last commit that told of a case; 0: none did. */
  readonly last: number;
  /** The last that told more than that something was kept in its dossier. */
  readonly lastTold: number;
};

/** How far a case was told. */
export async function lastCommitsOf(db: Db, id: string): Promise<CaseCommits> {
  const { rows } = await sql<{ last: number | null; told: number | null }>`
    select max(commit_no)::bigint as last,
           max(commit_no) filter (where (attributes -> 'event' ->> 'kind') is distinct from 'kept')::bigint as told
      from changes where subject_id = ${id}::uuid`.execute(db);
  const [row] = rows;
  return { last: Number(row?.last ?? 0), lastTold: Number(row?.told ?? 0) };
}

/** Some cases as they stand on the day; those of which nothing held then are absent. */
export async function listCasesHeld(
  db: Db,
  ids: readonly string[],
  of: { readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly CaseHeld[]> {
  const { rows } = await sql<HeldRow>`
    select ${FIELDS} from ${periodsKnown(CASES, of.known)} p join subjects s on s.id = p.id
     where p.id = any(${ids}::uuid[]) and ${covers(of.asOf)} order by p.id`.execute(db);
  return rows.map(caseOf);
}

/** One thing that happened, with who recorded it, on which paper, and what was sealed with it. */
export type HappenedRecord = Happened & {
  readonly author: string;
  readonly at: string;
  readonly document: string;
  readonly kept: SealedRef | null;
  /** To whom the same change gave the case; null: it gave it to nobody. */
  readonly handler: { readonly unit: string | null; readonly officer: string | null } | null;
};

/** What happened to some cases, as known then, without what was taken back; by case, in the order of days, then of recording. */
export async function listHappened(
  db: Db,
  ids: readonly string[],
  known: Known,
): Promise<ReadonlyMap<string, readonly HappenedRecord[]>> {
  const found = new Map<string, HappenedRecord[]>();
  const records = await listChanges(db, ids, known);
  const gone = withdrawnIds(records.map((r) => r.change));
  for (const { change, subject, author, at } of records) {
    if (change.kind !== "set" || gone.has(change.id)) continue;
    const told = caseAttributes.safeParse(change.attributes).data;
    if (told?.event === undefined) continue;
    const list = found.get(subject.id) ?? [];
    found.set(subject.id, list);
    const on = plainDate(change.from.date);
    const { id, document } = change;
    const { event, kept = null, unit = null, officer = null } = told;
    const handler = unit === null && officer === null ? null : { unit, officer };
    list.push({ id, on, event, author, at, document, kept, handler });
  }
  // Sorting is stable: what happened on one day stays in the order of recording.
  for (const list of found.values()) list.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return found;
}

/** Keeps the hash of the words by which a dossier is looked up; earlier ones no longer open it. */
export async function setSecret(
  on: Pick<pg.ClientBase, "query">,
  of: { readonly id: string; readonly hash: Buffer },
): Promise<void> {
  await on.query(
    `insert into case_secrets (case_id, secret_hash) values ($1, $2)
     on conflict (case_id) do update set secret_hash = excluded.secret_hash, at = now()`,
    [of.id, of.hash],
  );
}

/** The hash of the words of a case, or null. */
export async function findSecret(db: Db, id: string): Promise<Buffer | null> {
  const { rows } = await sql<{ secret_hash: Buffer }>`
    select secret_hash from case_secrets where case_id = ${id}::uuid`.execute(db);
  return rows[0]?.secret_hash ?? null;
}

/** Notes who opened the sealed part of a case, as whom, and how many items. */
export async function insertLook(
  on: Pick<pg.ClientBase, "query">,
  look: {
    readonly asker: string;
    readonly id: string;
    readonly as: "unit" | "council" | "system";
    readonly items: number;
  },
): Promise<void> {
  await on.query("insert into case_looks (id, asker, case_id, as_whom, items) values ($1, $2, $3, $4, $5)", [
    uuidv7(),
    look.asker,
    look.id,
    look.as,
    look.items,
  ]);
}
