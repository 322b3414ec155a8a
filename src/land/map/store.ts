/** Reads which base map the register took into use. SQL only. */
import { sql } from "kysely";
import type { Db } from "../../platform/database/tables.ts";

/** An adoption of a base map: its note, by whom, when. */
export type AdoptedBaseMap = {
  readonly version: number;
  readonly note: string | null;
  readonly author: string;
  readonly commit: number;
  readonly at: string;
};

/** The newest adoption of this name; null where there is none. */
export async function findBaseMap(db: Db, what: string): Promise<AdoptedBaseMap | null> {
  const { rows } = await sql<AdoptedBaseMap>`
    select a.version, a.note, a.author, a.commit_no as commit, c.at
      from adoptions a join commits c on c.no = a.commit_no
     where a.what = ${what} order by a.commit_no desc, a.ordinal desc limit 1`.execute(db);
  return rows[0] ?? null;
}
