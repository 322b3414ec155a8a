/** What people were told in the page, and how they want to be told. SQL only. */
import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../platform/database/tables.ts";
import { type Choice, choice, type Notice, notice, type Told } from "./vocabulary.ts";

/** Tells an account something in the page, once; answers whether it is new. */
export async function insertNotice(
  db: Db,
  of: { readonly id: string; readonly account: string; readonly key: string; readonly told: Told },
): Promise<boolean> {
  const { rows } = await sql`
    insert into notices (id, account_id, key, told)
    values (${of.id}, ${of.account}, ${of.key}, ${JSON.stringify(of.told)}::jsonb)
    on conflict on constraint notices_once do nothing returning id`.execute(db);
  return rows.length === 1;
}

const notices = z.array(notice);

/** The newest notices of an account, and how many it has not read. */
export async function listNotices(
  db: Db,
  of: { readonly account: string; readonly limit: number },
): Promise<{ readonly unread: number; readonly items: readonly Notice[] }> {
  const { rows } = await sql`
    select id, told, at, read_at as "readAt" from notices where account_id = ${of.account}
     order by at desc, id desc limit ${of.limit}`.execute(db);
  const counted = await sql<{ unread: number }>`
    select count(*)::int as unread from notices where account_id = ${of.account} and read_at is null`.execute(
    db,
  );
  return { unread: counted.rows[0]?.unread ?? 0, items: notices.parse(rows) };
}

/** Marks notices of an account as read, or with `ids` null all of them. */
export async function readNotices(
  db: Db,
  of: { readonly account: string; readonly ids: readonly string[] | null; readonly now: number },
): Promise<void> {
  const which = of.ids === null ? sql`true` : sql`id = any(${of.ids}::uuid[])`;
  await sql`update notices set read_at = to_timestamp(${of.now}::float8 / 1000)
             where account_id = ${of.account} and read_at is null and ${which}`.execute(db);
}

/** How each account wants to be reminded; who has not chosen is not in it. */
export async function listChoices(db: Db): Promise<ReadonlyMap<string, Choice>> {
  const { rows } = await sql<{ id: string; how: string }>`
    select account_id as id, how from reminder_choices order by account_id`.execute(db);
  return new Map(rows.map(({ id, how }) => [id, choice.parse(how)]));
}

export async function setChoice(db: Db, account: string, how: Choice): Promise<void> {
  await sql`insert into reminder_choices (account_id, how) values (${account}, ${how})
            on conflict on constraint reminder_choices_pk do update set how = excluded.how`.execute(db);
}
