/** Reads what the register took into use by name. SQL only. */
import { sql } from "kysely";
import type { Db } from "../platform/database/tables.ts";
import type { Known } from "./store.ts";

/** Something taken into use: as what, by whom, with which commit, why. */
export type Adopted = {
  readonly what: string;
  readonly version: number;
  readonly note: string | null;
  readonly author: string;
  readonly commit: number;
  readonly at: string;
};

/** All adoptions whose names begin so (`setting.`, `calendar.`) and that are known at a commit, in the order of recording. */
export async function listAdoptions(
  db: Db,
  begins: `${string}.`,
  known: Pick<Known, "commit">,
): Promise<readonly Adopted[]> {
  const { rows } = await sql<Adopted>`
    select a.what, a.version, a.note, a.author, a.commit_no as commit, c.at
      from adoptions a join commits c on c.no = a.commit_no
     where starts_with(a.what, ${begins}) and a.commit_no <= ${known.commit}
     order by a.commit_no, a.ordinal`.execute(db);
  return rows;
}
