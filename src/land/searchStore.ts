/** Which plots, leases and rounds bear some words, on a day, as known then: ids only, for no right is looked at here. SQL only. */
import { sql } from "kysely";
import type { PlainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import { type Known, periodsKnown, type Sql } from "../register/public.ts";
import { ROUNDS } from "./clearance/store.ts";
import { LEASES } from "./leases/store.ts";
import { PLOTS } from "./store.ts";

/** Words as `searchKey` gives them, when, and as known when. */
export type WordsAsked = {
  readonly words: readonly string[];
  readonly asOf: PlainDate;
  readonly known: Known;
};

/** Of one kind at most; the search shows fewer. */
const MOST = 60;
/** Words in a row that may be a number such as `CN 12 A`. */
const LONGEST_NUMBER = 5;

/** All words in a row of what was typed: one of them may be the number, the others tell where. */
function runsOf(words: readonly string[]): {
  readonly whole: readonly string[];
  readonly begun: readonly string[];
} {
  const from = (i: number) =>
    Array.from({ length: Math.min(LONGEST_NUMBER, words.length - i) }, (_, n) => words.slice(i, i + n + 1));
  const runs = words.flatMap((_, i) => from(i).map((run) => ({ text: run.join(" "), ends: i + run.length })));
  return {
    whole: [...new Set(runs.map((r) => r.text))],
    // What was typed last may go on.
    begun: [...new Set(runs.filter((r) => r.ends === words.length).map((r) => r.text))].filter(
      (t) => t.length > 1,
    ),
  };
}

/** Words hold letters and digits alone, so that none of them is a pattern. */
function isMet(key: Sql, words: readonly string[]): Sql {
  const { whole, begun } = runsOf(words);
  return sql`(${sql.join([sql`${key} = any(${whole}::text[])`, ...begun.map((b) => sql`${key} like ${`${b}%`}`)], sql` or `)})`;
}

function eachBegins(text: Sql, words: readonly string[]): Sql {
  return sql.join(
    words.map((word) => sql`' ' || ${text} like ${`% ${word}%`}`),
    sql` and `,
  );
}

function holdsOn({ asOf }: WordsAsked): Sql {
  return sql`p.valid_from <= ${asOf}::date and p.valid_to > ${asOf}::date`;
}

/** What zones are or were called, phases by their own name. */
const ZONES: Sql = sql`select id, found_key(string_agg(distinct attributes ->> 'name', ' ')) as name from zone_now group by id`;

/** Plots whose number is among the words, the others of which tell their zone; those of just that number first. */
export async function findPlotsBy(db: Db, asked: WordsAsked): Promise<readonly string[]> {
  const typed = asked.words.join(" ");
  const { rows } = await sql<{ id: string }>`
    with zones as materialized (${ZONES}),
    met as (
      select p.id, p.zone_id, found_key(p.number) as number from ${periodsKnown(PLOTS, asked.known)} p
       where p.number is not null and ${isMet(sql`found_key(p.number)`, asked.words)} and ${holdsOn(asked)})
    select m.id from met m left join zones z on z.id = m.zone_id
     where ${eachBegins(sql`concat(m.number, ' ', z.name)`, asked.words)}
     order by (m.number = ${typed}) desc, m.number, z.name, m.id limit ${MOST}`.execute(db);
  return rows.map((r) => r.id);
}

/** Leases whose contract is among the words, or whose tenant's name holds all of them. */
export async function findLeasesBy(db: Db, asked: WordsAsked): Promise<readonly string[]> {
  const contract = sql`found_key(p.attributes ->> 'contract')`;
  const leases = periodsKnown(LEASES, asked.known);
  const { rows } = await sql<{ id: string }>`
    with tenants as materialized (
      select distinct id from subject_now o where kind = 'organisation' and attributes ? 'name'
         and ${eachBegins(sql`found_key(o.attributes ->> 'name')`, asked.words)})
    (select p.id, 0 as place from ${leases} p
      where p.attributes ? 'contract' and ${isMet(contract, asked.words)} and ${holdsOn(asked)} order by p.id limit ${MOST})
    union
    (select p.id, 1 as place from ${leases} p
      where p.tenant_id in (select id from tenants) and ${holdsOn(asked)} order by p.id limit ${MOST})
    order by place, id`.execute(db);
  return [...new Set(rows.map((r) => r.id))];
}

/** Rounds whose name, with that of their zone, holds all the words. */
export async function findRoundsBy(db: Db, asked: WordsAsked): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with zones as materialized (${ZONES})
    select p.id from ${periodsKnown(ROUNDS, asked.known)} p left join zones z on z.id = p.zone_id
     where p.attributes ? 'name' and ${holdsOn(asked)}
       and ${eachBegins(sql`concat(found_key(p.attributes ->> 'name'), ' ', z.name)`, asked.words)}
     order by p.attributes ->> 'name', p.id limit ${MOST}`.execute(db);
  return rows.map((r) => r.id);
}
