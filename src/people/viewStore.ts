/** The ways of looking at a list that an account has saved. SQL only. */
import { sql } from "kysely";
import type { Db } from "../platform/database/tables.ts";

export type SavedView = { readonly id: string; readonly name: string; readonly query: string };

/** Those of an account for a page, by name. */
export async function listViews(db: Db, account: string, page: string): Promise<readonly SavedView[]> {
  const { rows } = await sql<SavedView>`
    select id, name, query from saved_views
     where account_id = ${account} and page = ${page} order by saved_at, id`.execute(db);
  return rows;
}

/** Saves one; false where the account has one of that name, or as many as it may have. */
export async function insertView(
  db: Db,
  account: string,
  view: SavedView & { readonly page: string; readonly most: number },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into saved_views (id, account_id, page, name, query)
    select ${view.id}, ${account}, ${view.page}, ${view.name}, ${view.query}
     where (select count(*) from saved_views where account_id = ${account}) < ${view.most}
    on conflict on constraint saved_views_name_once do nothing
    returning id`.execute(db);
  return rows.length === 1;
}

/** Takes one away; false where the account has none of that id. */
export async function deleteView(db: Db, account: string, id: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    delete from saved_views where account_id = ${account} and id::text = ${id} returning id`.execute(db);
  return rows.length === 1;
}
