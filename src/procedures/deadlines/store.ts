/** Keeps what is due in open cases and each deadline that was moved; SQL only. */
import { sql } from "kysely";
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Db } from "../../platform/database/tables.ts";
import type { Known } from "../../register/public.ts";

/** A limit of an open case as it is kept. */
export type KeptDeadline = {
  readonly caseId: string;
  readonly name: string;
  readonly step: string | null;
  /** Of an opinion: the body that is asked. */
  readonly body: string | null;
  /** In which case of the law it holds, which Khu does not judge; null: always. */
  readonly holdsWhere: Sentence | null;
  readonly unit: string | null;
  readonly officer: string | null;
  readonly zone: string | null;
  readonly dueOn: PlainDate | null;
  readonly notBefore: PlainDate | null;
  readonly standing: boolean;
  readonly clock: string;
};

/** Up to where the kept deadlines are counted. */
export type Cursor = { readonly commit: number; readonly day: PlainDate; readonly rules: string };

/** Where the kept deadlines stand; null: nothing is kept yet. */
export async function findCursor(db: Db): Promise<Cursor | null> {
  const { rows } = await sql<Cursor>`
    select commit_no as commit, day::text as day, rules from deadline_cursor`.execute(db);
  return rows[0] ?? null;
}

/** Notes up to where they stand now. */
export async function setCursor(db: Db, { commit, day, rules }: Cursor): Promise<void> {
  await sql`insert into deadline_cursor (commit_no, day, rules) values (${commit}, ${day}::date, ${rules})
    on conflict (one) do update set commit_no = excluded.commit_no, day = excluded.day, rules = excluded.rules`.execute(
    db,
  );
}

/** Lets nobody else settle until the transaction ends. */
export async function lockDeadlines(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('khu.deadlines', 0))`.execute(db);
}

/** The last commit whose moves are recorded; 0: none. */
export async function lastMoved(db: Db): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(commit_no), 0)::int as last from deadline_moves`.execute(db);
  return rows[0]?.last ?? 0;
}

/** A commit with which the calendar, or a setting that limits hang on, became another. */
export type Shift = { readonly commit: number; readonly at: string; readonly whats: readonly string[] };

/** Such commits after one and up to another, in their order. */
export async function listShifts(
  db: Db,
  of: { readonly after: number; readonly upTo: number; readonly settings: readonly string[] },
): Promise<readonly Shift[]> {
  const { rows } = await sql<Shift>`
    select a.commit_no as commit, c.at, array_agg(a.what order by a.ordinal) as whats
      from adoptions a join commits c on c.no = a.commit_no
     where a.commit_no > ${of.after} and a.commit_no <= ${of.upTo}
       and (a.what like 'calendar.%' or a.what = any(${of.settings}::text[]))
     group by 1, 2 order by 1`.execute(db);
  return rows;
}

/** Every case that the register knows at a commit. */
export async function listCaseIds(db: Db, known: Pick<Known, "commit">): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct c.subject_id as id from changes c
     where c.subject_kind = 'case' and c.commit_no <= ${known.commit} order by 1`.execute(db);
  return rows.map((r) => r.id);
}

/** Cases that commits told of, and those of which something begins between two days. */
export async function listTouched(
  db: Db,
  of: {
    readonly after: number;
    readonly upTo: number;
    readonly from: PlainDate;
    readonly to: PlainDate;
  },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select subject_id as id from changes
     where subject_kind = 'case' and commit_no > ${of.after} and commit_no <= ${of.upTo}
    union
    select id from case_now where valid_from > ${of.from}::date and valid_from <= ${of.to}::date
    order by 1`.execute(db);
  return rows.map((r) => r.id);
}

/** Puts what is due in some cases in the place of what was. */
export async function replaceDeadlines(
  db: Db,
  ids: readonly string[],
  kept: readonly KeptDeadline[],
): Promise<void> {
  await sql`delete from case_deadlines where case_id = any(${ids}::uuid[])`.execute(db);
  if (kept.length === 0) return;
  await sql`
    insert into case_deadlines (case_id, name, step, body, holds_where, unit_id, officer, zone_id, due_on, not_before, standing,
      clock)
    select "caseId", name, step, body, "holdsWhere", unit, officer, zone, "dueOn", "notBefore", standing, clock
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as k("caseId" uuid, name text, step text, body text,
        "holdsWhere" jsonb, unit uuid, officer text, zone uuid, "dueOn" date, "notBefore" date, standing boolean,
        clock text)`.execute(db);
}

const KEPT = sql`case_id as "caseId", name, step, body, holds_where as "holdsWhere", unit_id as unit, officer, zone_id as zone,
  due_on::text as "dueOn", not_before::text as "notBefore", standing, clock`;

/** Every limit that runs in some cases, also those that hold in some cases of the law only. */
export async function listDeadlines(db: Db, ids: readonly string[]): Promise<readonly KeptDeadline[]> {
  const { rows } = await sql<KeptDeadline>`
    select ${KEPT} from case_deadlines where case_id = any(${ids}::uuid[]) order by case_id, name`.execute(
    db,
  );
  return rows;
}

/** What is due in all open cases: the limits that hold always. */
export async function listBinding(db: Db): Promise<readonly KeptDeadline[]> {
  const { rows } = await sql<KeptDeadline>`
    select ${KEPT} from case_deadlines where holds_where is null order by case_id, name`.execute(db);
  return rows;
}

/** Cases of which a limit of ours, by what is kept, was past on the day. */
export async function listKeptLate(db: Db, day: PlainDate): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct case_id as id from case_deadlines
     where body is null and holds_where is null and due_on < ${day}::date order by 1`.execute(db);
  return rows.map((r) => r.id);
}

/** The cases of which something is kept. */
export async function listKeptCases(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct case_id as id from case_deadlines order by 1`.execute(db);
  return rows.map((r) => r.id);
}

/** A count that one or many kept deadlines share, with what came of it. */
export type SharedClock = {
  readonly clock: string;
  readonly dueOn: PlainDate | null;
  readonly notBefore: PlainDate | null;
};

/** Every count that is kept, once. */
export async function listClocks(db: Db): Promise<readonly SharedClock[]> {
  const { rows } = await sql<SharedClock>`
    select clock, due_on::text as "dueOn", not_before::text as "notBefore" from case_deadlines
     group by clock, due_on, not_before order by clock`.execute(db);
  return rows;
}

/** What moves deadlines: a commit, and what was adopted with it. */
export type Mover = { readonly commit: number; readonly why: string };

/** Moves every deadline of these counts and records each move. One that the commit has moved before is not told twice. */
export async function moveDeadlines(db: Db, moved: readonly SharedClock[], by: Mover): Promise<void> {
  if (moved.length === 0) return;
  await sql`
    with moved as (
      select m.clock, m.due_on, m.not_before from unnest(${moved.map((m) => m.clock)}::text[],
        ${moved.map((m) => m.dueOn)}::date[], ${moved.map((m) => m.notBefore)}::date[]) as m(clock, due_on, not_before)
    ), told as (
      insert into deadline_moves (case_id, name, holds_where, commit_no, moved_from, moved_to, why)
      select d.case_id, d.name, d.holds_where, ${by.commit}, coalesce(d.due_on, d.not_before),
             coalesce(m.due_on, m.not_before), ${by.why}
        from case_deadlines d join moved m on m.clock = d.clock where coalesce(d.due_on, d.not_before) is not null
      on conflict do nothing
    )
    update case_deadlines d set due_on = m.due_on, not_before = m.not_before from moved m where m.clock = d.clock`.execute(
    db,
  );
}

/** One move that is recorded. */
export type Moved = {
  readonly caseId: string;
  readonly name: string;
  readonly holdsWhere: Sentence | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/** Records moves that were found case by case. */
export async function recordMoves(db: Db, moves: readonly Moved[], by: Mover): Promise<void> {
  if (moves.length === 0) return;
  await sql`
    insert into deadline_moves (case_id, name, holds_where, commit_no, moved_from, moved_to, why)
    select "caseId", name, "holdsWhere", ${by.commit}, "from", "to", ${by.why}
      from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m("caseId" uuid, name text, "holdsWhere" jsonb, "from" date,
        "to" date)
    on conflict do nothing`.execute(db);
}

/** A move with what was adopted by the commit that made it. */
export type MoveTold = {
  readonly name: string;
  /** In which case of the law the limit held as it was moved; null: always. */
  readonly holdsWhere: Sentence | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly commit: number;
  readonly at: string;
  readonly adopted: ReadonlyArray<{ readonly what: string; readonly note: string | null }>;
};

/** The moves of a case that were made by what was known then, in their order. */
export async function listMoves(
  db: Db,
  caseId: string,
  known: Pick<Known, "commit">,
): Promise<readonly MoveTold[]> {
  const { rows } = await sql<MoveTold>`
    select m.name, m.holds_where as "holdsWhere", m.moved_from::text as "from", m.moved_to::text as "to", m.commit_no as commit, c.at,
           (select jsonb_agg(jsonb_build_object('what', a.what, 'note', a.note) order by a.ordinal) from adoptions a
             where a.commit_no = m.commit_no and a.what = any(string_to_array(m.why, ' '))) as adopted
      from deadline_moves m join commits c on c.no = m.commit_no
     where m.case_id = ${caseId}::uuid and m.commit_no <= ${known.commit}
     order by m.commit_no, m.name`.execute(db);
  return rows;
}
