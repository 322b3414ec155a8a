/** Reads organisations: what they are called, what they develop and invest in, which papers name them. SQL only. */
import { sql } from "kysely";
import { type PlainDate, plainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import { unaccented } from "../platform/database/unaccented.ts";
import {
  covers,
  type Known,
  type PlacedTimeline,
  periodsKnown,
  restsOnNone,
  type Sql,
} from "../register/public.ts";
import type { Access } from "../register/vocabulary.ts";

const timeline = (of: "subject" | "zone" | "project", columns: Sql): PlacedTimeline => ({
  now: sql.table(`${of}_now`),
  past: sql.table(`${of}_past`),
  columns,
});
const COLUMNS = sql`p.id, p.valid_from, p.valid_to, p.attributes, p.sources`;
const NAMES = timeline("subject", sql`${COLUMNS}, p.kind`);
const ZONES = timeline("zone", sql`${COLUMNS}, p.developer_id, p.phase_of, p.places`);
const PROJECTS = timeline("project", sql`${COLUMNS}, p.investor_id, p.places, p.place_id`);

export type OrganisationNamed = {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly sameAs: string | null;
};

/** As known when, and the classes of papers that who asks may not read. */
type Asked = { readonly known: Known; readonly closed: readonly Access[] };

/** Each organisation as it is told last; one whose name rests on a closed paper is not told at all. */
function named({ known, closed }: Asked): Sql {
  return sql`(select n.id, n.name, n.code, n."sameAs" from (
    select distinct on (p.id) p.id, p.attributes ->> 'name' as name, p.attributes ->> 'enterpriseCode' as code,
      p.attributes ->> 'sameAs' as "sameAs", p.sources
    from ${periodsKnown(NAMES, known)} p where p.kind = 'organisation' and p.attributes ? 'name'
   order by p.id, p.valid_from desc) n where ${restsOnNone(sql`n.sources`, ["name"], closed)})`;
}

/** Whether who asks may see that a period is of that developer or investor. */
function isSeen(by: "developer" | "investor", closed: readonly Access[]): Sql {
  return restsOnNone(sql`p.sources`, ["name", by], closed);
}

const FOUND = unaccented(sql`concat_ws(' ', o.name, o.code)`);

export type OrganisationLine = OrganisationNamed & { readonly zones: number; readonly projects: number };

/** A page of organisations that hold all the words, by name, with how much they develop and invest in on the day. */
export async function listOrganisations(
  db: Db,
  asked: Asked & {
    readonly asOf: PlainDate;
    readonly words: readonly string[];
    readonly limit: number;
    readonly after: string | null;
  },
): Promise<{ readonly items: readonly OrganisationLine[]; readonly more: boolean }> {
  const { known, closed, asOf, words, limit, after } = asked;
  const fit =
    words.length === 0
      ? sql`true`
      : sql`(select bool_and(strpos(${FOUND}, w) > 0) from unnest(${words}::text[]) w)`;
  const beyond =
    after === null
      ? sql`true`
      : sql`(o.name, o.id) > (select a.name, a.id from ${named(asked)} a where a.id::text = ${after})`;
  const { rows } = await sql<OrganisationLine>`
    select o.*, (select count(distinct coalesce(p.phase_of, p.id)) from ${periodsKnown(ZONES, known)} p
                  where p.developer_id = o.id and ${covers(asOf)} and ${isSeen("developer", closed)}) as zones,
           (select count(distinct p.id) from ${periodsKnown(PROJECTS, known)} p
             where p.investor_id = o.id and ${covers(asOf)} and ${isSeen("investor", closed)}) as projects
      from (select o.* from ${named(asked)} o where ${fit} and ${beyond} order by o.name, o.id limit ${limit + 1}) o
     order by o.name, o.id`.execute(db);
  return { items: rows.slice(0, limit), more: rows.length > limit };
}

/** An organisation with all that a person found to be the same, itself first; none where there is no such. */
export async function listSame(db: Db, id: string, asked: Asked): Promise<readonly OrganisationNamed[]> {
  const { rows } = await sql<OrganisationNamed>`
    with o as (select * from ${named(asked)} o), root as (select coalesce("sameAs", id::text) as id from o where id::text = ${id})
    select o.* from o, root where coalesce(o."sameAs", o.id::text) = root.id
     order by o.id::text <> ${id}, o.name, o.id`.execute(db);
  return rows;
}

export type HeldRole = {
  readonly id: string;
  readonly key: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly now: boolean;
};
type HeldRow = Omit<HeldRole, "from" | "to"> & { readonly from: string; readonly to: string };

/** What some organisations develop (zones) or invest in (projects), each with the days that are recorded. */
export async function listHeld(
  db: Db,
  of: "zones" | "projects",
  asked: Asked & { readonly ids: readonly string[]; readonly asOf: PlainDate },
): Promise<readonly HeldRole[]> {
  const [periods, by, as] =
    of === "zones"
      ? ([ZONES, sql`p.developer_id`, "developer"] as const)
      : ([PROJECTS, sql`p.investor_id`, "investor"] as const);
  const { rows } = await sql<HeldRow>`
    select p.id, s.key, min(p.valid_from)::text as "from", max(p.valid_to)::text as "to", bool_or(${covers(asked.asOf)}) as now
      from ${periodsKnown(periods, asked.known)} p join subjects s on s.id = p.id
     where ${by} = any(${asked.ids}::uuid[]) and ${isSeen(as, asked.closed)}
     group by p.id, s.key order by now desc, s.key nulls last, p.id limit 500`.execute(db);
  return rows.map((r) => ({
    ...r,
    from: plainDate(r.from),
    to: r.to === "infinity" ? null : plainDate(r.to),
  }));
}

/** Where some organisations are at work, as known now: for the table of rights. */
export async function listGrounds(
  db: Db,
  ids: readonly string[],
): Promise<{ readonly places: readonly string[]; readonly zones: readonly string[] }> {
  const { rows } = await sql<{ zone: string | null; places: string[] | null }>`
    select coalesce(phase_of, id)::text as zone, coalesce(places, array[place_id]) as places from zone_now where developer_id = any(${ids}::uuid[])
    union all
    select null, coalesce(places, array[place_id]) from project_now where investor_id = any(${ids}::uuid[])
     order by zone nulls last`.execute(db);
  return {
    places: [...new Set(rows.flatMap((r) => (r.places ?? []).filter((p) => p !== null)))],
    zones: [...new Set(rows.flatMap((r) => r.zone ?? []))],
  };
}

export type PaperOf = {
  /** The organisation. */
  readonly of: string;
  readonly id: string;
  readonly issued: boolean;
};

/** Papers on which some organisations are named, or that they issued, of the classes given; the newest of each first. */
export async function listPapersOf(
  db: Db,
  asked: Asked & {
    readonly ids: readonly string[];
    readonly access: readonly Access[];
    readonly each: number;
  },
): Promise<readonly PaperOf[]> {
  const { ids, known, access, each } = asked;
  const source = (periods: PlacedTimeline, by: Sql, attribute: string) => sql`
    select ${by} as org, (p.sources -> ${attribute} ->> 'document')::uuid as document, false as issued
      from ${periodsKnown(periods, known)} p where ${by} = any(${ids}::uuid[])`;
  const { rows } = await sql<PaperOf>`
    with told as (
      select p.id as org, (s.value ->> 'document')::uuid as document, false as issued
        from ${periodsKnown(NAMES, known)} p cross join jsonb_each(p.sources) s where p.id = any(${ids}::uuid[])
      union ${source(ZONES, sql`p.developer_id`, "developer")}
      union ${source(PROJECTS, sql`p.investor_id`, "investor")}
      union select o.id, d.id, true from ${named(asked)} o join documents d on d.issuer = o.name
             where o.id = any(${ids}::uuid[])),
    ranked as (
      select t.org, d.id, bool_or(t.issued) as issued,
             row_number() over (partition by t.org, bool_or(t.issued) order by coalesce(d.signed_on, d.effective_on, '') desc, d.id) as place
        from told t join documents d on d.id = t.document
       where d.access = any(${access}::text[]) and d.commit_no <= ${known.commit}
       group by t.org, d.id)
    select org as of, id, issued from ranked where place <= ${each} order by org, place, id`.execute(db);
  return rows;
}
