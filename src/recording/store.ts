/** What recording reads of the register: papers, organisations, keys that are taken, earlier answers. SQL only. */
import { sql } from "kysely";
import { z } from "zod";
import { partialDate } from "../kernel/dates.ts";
import { precision } from "../kernel/precision.ts";
import type { Db } from "../platform/database/tables.ts";
import { unaccented } from "../platform/database/unaccented.ts";
import {
  type AttributeValue,
  type DocumentDraft,
  type EntryDraft,
  listDocumentsById,
  type Receipt,
  receipt,
  restsOnNone,
  type Source,
} from "../register/public.ts";
import type { Access } from "../register/vocabulary.ts";
import { recordedSubject, type SubjectOf } from "./vocabulary.ts";

const found = (column: string) => unaccented(sql.ref(column));

function pattern(key: string): string {
  return `%${key.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
}

async function inOrder(
  db: Db,
  rows: ReadonlyArray<{ readonly id: string }>,
): Promise<readonly DocumentDraft[]> {
  const papers = await listDocumentsById(
    db,
    rows.map((r) => r.id),
  );
  return rows.flatMap((r) => papers.get(r.id) ?? []);
}

/** Papers that may be the asked one: of the same digits in their number, of the same address or title. */
export async function listPapersNear(
  db: Db,
  near: { readonly number: string | null; readonly url: string | null; readonly title: string },
): Promise<readonly DocumentDraft[]> {
  const digits = /\d+/.exec(near.number ?? "")?.[0] ?? null;
  const { rows } = await sql<{ id: string }>`
    select id from documents
     where (${digits}::text is not null and substring(number from '[0-9]+') = ${digits})
        or (${near.url}::text is not null and url = ${near.url}) or lower(title) = lower(${near.title})
     order by commit_no, ordinal limit 200`.execute(db);
  return inOrder(db, rows);
}

/** Keys of papers, or of subjects of a kind, that begin with the base. */
export async function listKeys(
  db: Db,
  of: "documents" | SubjectOf | "plot",
  base: string,
): Promise<ReadonlySet<string>> {
  const begins = `${base.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
  const table = of === "documents" ? sql`documents` : sql`subjects`;
  const kind = of === "documents" ? sql`true` : sql`kind = ${of}`;
  const { rows } = await sql<{ key: string }>`
    select key from ${table} where ${kind} and key like ${begins} order by key`.execute(db);
  return new Set(rows.map((r) => r.key));
}

/** A zone, plot, project or lease as it is last told of: its attributes, and the last commit that touched it. */
export type SubjectLast = {
  readonly id: string;
  readonly kind: SubjectOf | "plot";
  readonly key: string | null;
  readonly last: number;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly sources: Readonly<Record<string, Source>>;
};

/** Some zones, plots, projects and leases by id; plots without their boundaries. */
export async function listSubjectsLast(db: Db, ids: readonly string[]): Promise<readonly SubjectLast[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<SubjectLast>`
    select distinct on (p.id) p.id, s.kind, s.key, s.last_commit as last, p.attributes, p.sources from (
      select id, valid_from, attributes, sources from zone_now where id = any(${ids}::uuid[])
      union all
      select id, valid_from, attributes, sources from project_now where id = any(${ids}::uuid[])
      union all
      select id, valid_from, attributes, sources from clearance_now where id = any(${ids}::uuid[])
      union all
      select id, valid_from, attributes, sources from lease_now where id = any(${ids}::uuid[])
      union all
      select id, valid_from, attributes, sources from task_now where id = any(${ids}::uuid[])
      union all
      select id, valid_from, attributes - 'boundary', sources from plot_now where id = any(${ids}::uuid[])) p
      join subjects s on s.id = p.id order by p.id, p.valid_from desc`.execute(db);
  return rows;
}

/** The id of a zone, project or lease by id or key, or null. */
export async function findSubjectId(
  db: Db,
  kind: SubjectOf | "plot",
  idOrKey: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from subjects where kind = ${kind} and (id::text = ${idOrKey} or key = ${idOrKey})
     order by id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

const TIMELINES = {
  zone: sql`zone_now`,
  project: sql`project_now`,
  clearance: sql`clearance_now`,
  task: sql`task_now`,
  lease: sql`lease_now`,
} as const satisfies Record<SubjectOf, unknown>;

/** What tells that there is such a subject, and what it is called: where one of these is closed, it is not found. */
const NAMED_BY = {
  zone: ["name", "kind", "phase"],
  project: ["name", "places"],
  clearance: ["name", "zone"],
  task: ["name", "number"],
  lease: ["contract", "plot", "kind"],
} as const satisfies Record<SubjectOf, readonly string[]>;

/** A subject that was found, with what may be shown of where it lies. */
export type SubjectFound = Pick<SubjectLast, "id" | "key" | "attributes"> & {
  readonly placesClosed: boolean;
};

/**
 * Zones with their phases, projects, rounds of clearance, or leases by their contract, whose name holds every word; by
 * name. What rests on papers of the closed classes is not found, nor counted among those that are shown.
 */
export async function searchSubjects(
  db: Db,
  kind: SubjectOf,
  { words, closed }: { readonly words: readonly string[]; readonly closed: readonly Access[] },
): Promise<readonly SubjectFound[]> {
  const hits = words.map((word) => sql`${found("name")} like ${pattern(word)}`);
  const timeline = TIMELINES[kind];
  const name = kind === "lease" ? sql.lit("contract") : sql.lit("name");
  const { rows } = await sql<SubjectFound>`
    select p.id, s.key, p.attributes, not ${restsOnNone(sql`p.sources`, ["places"], closed)} as "placesClosed" from (
      select distinct on (id) id, attributes, sources, attributes ->> ${name} as name from ${timeline}
       where attributes ? ${name} order by id, valid_from desc) p
      join subjects s on s.id = p.id
     where ${hits.length === 0 ? sql`true` : sql.join(hits, sql` and `)}
       and ${restsOnNone(sql`p.sources`, NAMED_BY[kind], closed)}
     order by p.name, s.key nulls last, p.id limit 50`.execute(db);
  return rows;
}

/** Of some changes of zones and projects, which subject each is about. */
export async function listSubjectsOfChanges(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyArray<{ readonly id: string; readonly subject: string; readonly kind: SubjectOf }>> {
  const { rows } = await sql<{ id: string; subject: string; kind: SubjectOf }>`
    select id, subject_id as subject, subject_kind as kind from changes
     where id = any(${ids}::uuid[]) and kind <> 'withdraw' and subject_kind in ('zone', 'project', 'clearance', 'lease', 'task')
     order by commit_no, ordinal`.execute(db);
  return rows;
}

/** An amount in force, with the commit that recorded it, when, and by whom. */
export type EntryKept = {
  readonly entry: EntryDraft;
  readonly commit: number;
  readonly at: string;
  readonly author: string;
};

type EntryRow = Omit<EntryDraft, "dated" | "period" | "precision"> & {
  readonly precision: string;
  readonly dated_kind: "on" | "in" | "by";
  readonly dated_text: string;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly commit: number;
  readonly at: string;
  readonly author: string;
};

/** Amounts that are neither reversed nor reversals: those with one of the ids, or that name one of the zones. */
export async function listEntriesInForce(
  db: Db,
  of: { readonly ids: readonly string[]; readonly zones: readonly string[] },
): Promise<readonly EntryKept[]> {
  if (of.ids.length + of.zones.length === 0) return [];
  const { rows } = await sql<EntryRow>`
    select e.id, e.kind, e.subjects, e.place_id as place, e.amount, e.unit, e.precision,
           e.precision_word as "precisionWord", e.dated_kind, e.dated_text, e.period_from, e.period_to, e.source,
           e.document_id as document, e.reverses, e.note, e.commit_no as commit, k.at, e.author
      from entries e join commits k on k.no = e.commit_no
     where (e.id = any(${of.ids}::uuid[]) or e.subjects && ${of.zones}::uuid[])
       and e.reverses is null and not exists (select from entries r where r.reverses = e.id)
     order by e.commit_no desc, e.ordinal desc limit 500`.execute(db);
  return rows.map(
    ({ commit, at, author, dated_kind, dated_text, period_from: from, period_to: to, ...row }) => ({
      ...{ commit, at, author },
      entry: {
        ...row,
        precision: precision.parse(row.precision),
        dated: { kind: dated_kind, date: partialDate(dated_text) },
        period: from === null || to === null ? null : { from: partialDate(from), to: partialDate(to) },
      },
    }),
  );
}

export type OrganisationFound = { readonly id: string; readonly name: string; readonly code: string | null };

/**
 * Organisations whose name holds every word, or whose code is the query; by name. One whose name rests on a paper of the
 * closed classes is not found, and a code that does is neither shown nor searched.
 */
export async function searchOrganisations(
  db: Db,
  { words, closed }: { readonly words: readonly string[]; readonly closed: readonly Access[] },
): Promise<readonly OrganisationFound[]> {
  const hits = words.map(
    (word) => sql`(${found("name")} like ${pattern(word)} or coalesce(code, '') like ${pattern(word)})`,
  );
  const { rows } = await sql<OrganisationFound>`
    select distinct on (name, id) id, name, code from (
      select id, attributes ->> 'name' as name,
             case when ${restsOnNone(sql`sources`, ["enterpriseCode"], closed)} then attributes ->> 'enterpriseCode' end as code
        from subject_now
       where kind = 'organisation' and attributes ? 'name' and ${restsOnNone(sql`sources`, ["name"], closed)}) o
     where ${hits.length === 0 ? sql`true` : sql.join(hits, sql` and `)} order by name, id limit 12`.execute(
    db,
  );
  return rows;
}

/** Organisations of just this name. */
export async function listOrganisationsNamed(db: Db, name: string): Promise<readonly OrganisationFound[]> {
  const { rows } = await sql<OrganisationFound>`
    select distinct id, attributes ->> 'name' as name, attributes ->> 'enterpriseCode' as code from subject_now
     where kind = 'organisation' and attributes ->> 'name' = ${name} order by id`.execute(db);
  return rows;
}

/** Zones that bear the name, whatever their accents, by papers not of the closed classes; with the places they lie in. */
export async function listZonesNamed(
  db: Db,
  { name, closed }: { readonly name: string; readonly closed: readonly Access[] },
): Promise<ReadonlyArray<{ readonly id: string; readonly places: readonly string[] }>> {
  const { rows } = await sql<{ id: string; places: string[] | null }>`
    select distinct on (id) id, places from (
      select id, attributes ->> 'name' as name, places, valid_from from zone_now
       where phase_of is null and attributes ? 'name' and ${restsOnNone(sql`sources`, ["name", "kind"], closed)}) z
     where regexp_replace(${found("name")}, '[^a-z0-9]+', ' ', 'g') = ${name}
     order by id, valid_from desc`.execute(db);
  return rows.map((r) => ({ id: r.id, places: r.places ?? [] }));
}

const kept = z.object({
  by: z.literal("hand"),
  asked: z.string(),
  subject: recordedSubject,
  document: z.string(),
  corrects: z.string().nullable(),
  proposal: z.string().nullable(),
  proposer: z.string().nullable(),
});
/** What a recording by hand keeps beside its receipt. `asked`: SHA-256 of what was asked for. */
// Receipts of when only zones were recorded by hand name the zone alone.
export const recordDetail = z.union([
  kept,
  kept
    .omit({ subject: true })
    .extend({ zone: z.object({ id: z.string(), key: z.string().nullable() }) })
    .transform(({ zone, ...rest }) => ({ ...rest, subject: { kind: "zone" as const, ...zone } })),
]);
export type RecordDetail = z.infer<typeof recordDetail>;

/** What the request key was answered before; `detail` null where it was another kind of request. */
export async function findAnswered(
  db: Db,
  key: string,
): Promise<{ readonly receipt: Receipt; readonly detail: RecordDetail | null } | null> {
  const row = await db.selectFrom("requests").select("answer").where("key", "=", key).executeTakeFirst();
  if (row === undefined) return null;
  const given = receipt.parse(row.answer);
  return { receipt: given, detail: recordDetail.safeParse(given.detail).data ?? null };
}

/** Who proposed the changes that were approved, by change id. */
export async function listProposers(
  db: Db,
  changes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; proposer: string }>`
    select c.id, r.answer -> 'detail' ->> 'proposer' as proposer
      from changes c join requests r on r.key = c.request_key
     where c.id = any(${changes}::uuid[]) and r.answer -> 'detail' ->> 'proposer' is not null
     order by c.id`.execute(db);
  return new Map(rows.map((r) => [r.id, r.proposer]));
}

/** Who proposed what was approved of a zone, by commit and author, for its history. */
export async function listProposersOfZone(db: Db, zone: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ commit: number; author: string; proposer: string }>`
    select distinct c.commit_no as commit, c.author, r.answer -> 'detail' ->> 'proposer' as proposer
      from changes c join requests r on r.key = c.request_key
     where c.subject_id = ${zone}::uuid and r.answer -> 'detail' ->> 'proposer' is not null
     order by commit, proposer`.execute(db);
  return new Map(rows.map((r) => [`${r.commit} ${r.author}`, r.proposer]));
}
