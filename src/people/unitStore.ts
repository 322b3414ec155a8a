/** Units of the office and who works in them. SQL only. */
import { sql } from "kysely";
import { z } from "zod";
import type { PlainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import { type Unit, unit } from "./unitVocabulary.ts";
import { ERASED_NAME } from "./vocabulary.ts";

/** A condition: the membership `m` holds on the day. */
const holdsOn = (day: PlainDate) => sql`m.ends is null and m.since <= ${day}::date
  and not exists (select from unit_members e where e.ends = m.id and e.since <= ${day}::date)`;

const units = z.array(unit);

/** All units, the ended with them, by name, each with who works there on the day. */
export async function listUnits(db: Db, day: PlainDate): Promise<readonly Unit[]> {
  const { rows } = await sql`
    select u.id, u.name, u.parent_id as parent, u.ended_at as "endedAt", coalesce((
        select json_agg(json_build_object('account', m.account_id, 'name', coalesce(a.name, ${ERASED_NAME}::text),
                 'since', m.since) order by m.since, m.id)
          from unit_members m join accounts a on a.id = m.account_id
         where m.unit_id = u.id and a.erased_at is null and ${holdsOn(day)}), '[]'::json) as members
      from units u order by lower(u.name), u.id`.execute(db);
  return units.parse(rows);
}

/** Ids of the accounts that work in a unit, or in a unit within it, on the day. */
export async function listMembers(db: Db, of: { readonly unit: string; readonly day: PlainDate }) {
  const { rows } = await sql<{ id: string }>`
    with recursive within as (
      select id from units where id::text = ${of.unit}
      union select u.id from units u join within w on u.parent_id = w.id)
    select distinct m.account_id as id from unit_members m
     where m.unit_id in (select id from within) and ${holdsOn(of.day)} order by m.account_id`.execute(db);
  return rows.map((row) => row.id);
}

/** Id of the unit that an account joined last, of those in which it works on the day; null: none. */
export async function findUnitOf(db: Db, of: { readonly account: string; readonly day: PlainDate }) {
  const { rows } = await sql<{ id: string }>`
    select m.unit_id as id from unit_members m join units u on u.id = m.unit_id
     where m.account_id::text = ${of.account} and u.ended_at is null and ${holdsOn(of.day)}
     order by m.since desc, m.at desc, m.id desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** Adds a unit; false where one of that name is there already beside it. */
export async function insertUnit(
  db: Db,
  of: { readonly id: string; readonly name: string; readonly parent: string | null; readonly by: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into units (id, name, parent_id, created_by) values (${of.id}, ${of.name}, ${of.parent}, ${of.by})
    on conflict do nothing returning id`.execute(db);
  return rows.length === 1;
}

/** Alters a unit, whatever speaks against it; `at` null: it stands, else the moment at which it ended. */
export async function setUnit(
  db: Db,
  of: {
    readonly id: string;
    readonly name: string;
    readonly parent: string | null;
    readonly ended: { readonly at: number; readonly by: string } | null;
  },
): Promise<void> {
  const at =
    of.ended === null ? sql`null` : sql`coalesce(ended_at, to_timestamp(${of.ended.at}::float8 / 1000))`;
  const by = of.ended === null ? sql`null` : sql`coalesce(ended_by, ${of.ended.by})`;
  await sql`update units set name = ${of.name}, parent_id = ${of.parent}, ended_at = ${at}, ended_by = ${by}
             where id = ${of.id}`.execute(db);
}

type Membership = { readonly id: string; readonly unit: string; readonly account: string };

/** The membership of an account in a unit that was not ended, or null. */
export async function findMembership(db: Db, of: Omit<Membership, "id">) {
  const { rows } = await sql<{ id: string; since: PlainDate }>`
    select m.id, m.since from unit_members m
     where m.unit_id = ${of.unit} and m.account_id::text = ${of.account} and m.ends is null
       and not exists (select from unit_members e where e.ends = m.id)
     order by m.since desc, m.id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Appends that an account works in a unit from a day on, or with `ends` that it does not any more. */
export async function insertMembership(
  db: Db,
  of: Membership & { readonly since: PlainDate; readonly ends: string | null; readonly by: string },
): Promise<void> {
  await sql`insert into unit_members (id, unit_id, account_id, since, ends, by)
            values (${of.id}, ${of.unit}, ${of.account}, ${of.since}, ${of.ends}, ${of.by})`.execute(db);
}

/** What units and accounts (`account:<id>`) are called, of those among some texts; for who may know. */
export async function listOfficeNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text as id, name from units where id::text = any(${ids}::text[])
    union all
    select 'account:' || id, coalesce(name, ${ERASED_NAME}::text) from accounts
     where 'account:' || id = any(${ids}::text[]) order by id`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
