/** Reads the adoptions of years of the calendar. SQL only. */
import { sql } from "kysely";
import type { Db } from "../../platform/database/tables.ts";
import type { Known } from "../../register/public.ts";

/** A year that was changed: by whom, with which commit. */
export type AdoptedYear = {
  readonly what: string;
  readonly version: number;
  readonly note: string | null;
  readonly author: string;
  readonly commit: number;
  readonly at: string;
};

/** All changes of years that are known at a commit, in the order of recording. */
export async function listAdoptedYears(
  db: Db,
  known: Pick<Known, "commit">,
): Promise<readonly AdoptedYear[]> {
  const { rows } = await sql<AdoptedYear>`
    select a.what, a.version, a.note, a.author, a.commit_no as commit, c.at
      from adoptions a join commits c on c.no = a.commit_no
     where a.what like 'calendar.%' and a.commit_no <= ${known.commit}
     order by a.commit_no, a.ordinal`.execute(db);
  return rows;
}

/** Whether something was recorded under this request key. */
export async function isRecorded(db: Db, requestKey: string): Promise<boolean> {
  const { rows } = await sql`select from requests where key = ${requestKey} limit 1`.execute(db);
  return rows.length > 0;
}
