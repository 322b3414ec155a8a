/** Reads tasks as they were on a day, as known then. SQL only. */
import { sql } from "kysely";
import { type PlainDate, plainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import { covers, type Known, type PlacedTimeline, periodsKnown, type Source } from "../register/public.ts";
import { type TaskAttributes, taskAttributes } from "./vocabulary.ts";

/** A task on a day, and from which papers that is known. */
export type TaskState = {
  readonly id: string;
  readonly key: string | null;
  readonly attributes: TaskAttributes;
  readonly sources: Readonly<Record<string, Source>>;
  /** When the officer's name was recorded, a day of Vietnam; null: none is named. */
  readonly handedOn: PlainDate | null;
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
  readonly handed: string | null;
};

/** All tasks of the day, or only the open ones; in the order in which they were recorded. */
export async function listTasks(
  db: Db,
  asked: { readonly asOf: PlainDate; readonly known: Known; readonly open: boolean },
): Promise<readonly TaskState[]> {
  const state = asked.open ? sql`p.state = 'open'` : sql`true`;
  const { rows } = await sql<Row>`
    select p.id, s.key, p.attributes, p.sources,
           (select (k.at at time zone 'Asia/Ho_Chi_Minh')::date from changes c join commits k on k.no = c.commit_no
             where c.id = (p.sources -> 'officer' ->> 'change')::uuid) as handed
      from ${periodsKnown(TASKS, asked.known)} p join subjects s on s.id = p.id
     where ${covers(asked.asOf)} and ${state} and p.attributes ? 'name' order by p.id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    attributes: taskAttributes.parse(row.attributes),
    sources: row.sources,
    handedOn: row.handed === null ? null : plainDate(row.handed),
  }));
}
