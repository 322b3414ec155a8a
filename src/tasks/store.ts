/** Reads tasks as they were on a day, as known then. SQL only. */
import { sql } from "kysely";
import type { PlainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import { covers, type Known, type PlacedTimeline, periodsKnown, type Source } from "../register/public.ts";
import { type TaskAttributes, taskAttributes } from "./vocabulary.ts";

/** A task on a day, and from which papers that is known. */
export type TaskState = {
  readonly id: string;
  readonly key: string | null;
  readonly attributes: TaskAttributes;
  readonly sources: Readonly<Record<string, Source>>;
};

const TASKS: PlacedTimeline = {
  now: sql`task_now`,
  past: sql`task_past`,
  columns: sql`p.id, p.valid_from, p.valid_to, p.unit_id, p.officer, p.state, p.attributes, p.sources, p.evidence`,
};

type Row = {
  readonly id: string;
  readonly key: string | null;
  readonly attributes: unknown;
  readonly sources: TaskState["sources"];
};

/** The id of a task by id or key, as known then, or null. */
export async function findTaskId(db: Db, idOrKey: string, known: Known): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select s.id from subjects s where s.kind = 'task' and (s.id::text = ${idOrKey} or s.key = ${idOrKey})
       and (${known.latest} or exists (select from changes c where c.subject_id = s.id and c.commit_no <= ${known.commit}))
     order by s.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** All tasks of the day, or only the open ones, or the one of an id; in the order in which they were recorded. */
export async function listTasks(
  db: Db,
  asked: { readonly asOf: PlainDate; readonly known: Known; readonly open: boolean; readonly id?: string },
): Promise<readonly TaskState[]> {
  const state = asked.open ? sql`p.state = 'open'` : sql`true`;
  const one = asked.id === undefined ? sql`true` : sql`p.id = ${asked.id}`;
  const { rows } = await sql<Row>`
    select p.id, s.key, p.attributes, p.sources
      from ${periodsKnown(TASKS, asked.known)} p join subjects s on s.id = p.id
     where ${covers(asked.asOf)} and ${state} and ${one} and p.attributes ? 'name' order by p.id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    attributes: taskAttributes.parse(row.attributes),
    sources: row.sources,
  }));
}
