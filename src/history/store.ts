/** Reads commits and their parts, those that fit what is asked. SQL only. */
import { type RawBuilder, sql } from "kysely";
import type { PlainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import { findDocument } from "../register/public.ts";
import { type PartKind, SEALED_AUTHOR } from "./vocabulary.ts";

/** What is asked for; null or absent: all. `subjects` and `document` are ids. */
export type HistoryFilter = {
  readonly subjects: readonly string[] | null;
  readonly document: string | null;
  readonly author: string | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
};

export type CommitRow = {
  readonly no: number;
  readonly at: string;
  readonly parts: number;
  readonly hash: string;
  readonly previous: string;
  readonly root: string;
};

/** Each kind of part with its table, in the order in which people read them: what changed, then the papers. */
const TABLES = [
  ["change", "changes"],
  ["entry", "entries"],
  ["claim", "claims"],
  ["document", "documents"],
  ["adoption", "adoptions"],
] as const satisfies ReadonlyArray<readonly [PartKind, string]>;

/** The column of the paper on which a part of this kind rests; a paper rests on itself, an adoption on none. */
const PAPER = {
  document: sql`id`,
  change: sql`document_id`,
  entry: sql`document_id`,
  claim: sql`document_id`,
  adoption: sql`null::uuid`,
} as const satisfies Record<PartKind, RawBuilder<unknown>>;

function isAbout(part: PartKind, subjects: readonly string[]): RawBuilder<unknown> {
  switch (part) {
    case "change":
    case "claim":
      return sql`subject_id = any(${subjects}::uuid[])`;
    case "entry":
      return sql`subjects && ${subjects}::uuid[]`;
    case "document":
    case "adoption":
      return sql`false`;
  }
}

/** Whether the change only keeps something sealed. */
const KEEPS = sql`attributes -> 'event' ->> 'kind' is not distinct from 'kept'`;

/** By whom a part is, as far as the history tells it. */
function authorOf(part: PartKind): RawBuilder<unknown> {
  return part === "change"
    ? sql`case when ${KEEPS} then ${SEALED_AUTHOR.id}::text else author end`
    : sql`author`;
}

function isBy(part: PartKind, author: string): RawBuilder<unknown> {
  if (part !== "change") return sql`author = ${author}`;
  return author === SEALED_AUTHOR.id ? KEEPS : sql`author = ${author} and not (${KEEPS})`;
}

function fits(part: PartKind, { subjects, document, author }: HistoryFilter): RawBuilder<unknown> {
  const conditions = [
    subjects === null ? null : isAbout(part, subjects),
    document === null ? null : sql`${PAPER[part]} = ${document}::uuid`,
    author === null ? null : isBy(part, author),
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** All parts that fit: commit, kind, place in the commit, author and paper. `within` narrows each table. */
function parts(filter: HistoryFilter, within: RawBuilder<unknown>): RawBuilder<unknown> {
  const selects = TABLES.map(
    ([part, table], rank) => sql`
      select commit_no, ${sql.lit(part)} as part, ${sql.lit(rank)} as rank, ordinal, id, ${authorOf(part)} as author, ${PAPER[part]} as document
        from ${sql.table(table)} where ${fits(part, filter)} and ${within}`,
  );
  return sql`(${sql.join(selects, sql` union all `)})`;
}

/** Commits, the newest first, before a number; those of which a part fits. */
export async function listCommits(
  db: Db,
  filter: HistoryFilter,
  page: { readonly before: number | null; readonly limit: number },
): Promise<readonly CommitRow[]> {
  const { subjects, document, author, from, to } = filter;
  const all = subjects === null && document === null && author === null;
  const { rows } = await sql<CommitRow>`
    select k.no, k.at, k.parts, encode(k.hash, 'hex') as hash, encode(k.previous, 'hex') as previous,
           encode(k.root, 'hex') as root
      from commits k
     where (${page.before}::bigint is null or k.no < ${page.before})
       and (${from}::date is null or k.at >= (${from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh')
       and (${to}::date is null or k.at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
       and ${all ? sql`true` : sql`k.no in (select commit_no from ${parts(filter, sql`true`)} p)`}
     order by k.no desc limit ${page.limit}`.execute(db);
  return rows;
}

/** One commit, or null. */
export async function findCommit(db: Db, no: number): Promise<CommitRow | null> {
  const all = { subjects: null, document: null, author: null, from: null, to: null };
  const [found] = await listCommits(db, all, { before: no + 1, limit: 1 });
  return found?.no === no ? found : null;
}

export type CommitCounts = {
  readonly commit: number;
  readonly document: number;
  readonly change: number;
  readonly entry: number;
  readonly claim: number;
  readonly adoption: number;
  readonly authors: readonly string[];
  readonly papers: readonly string[];
  readonly papersTotal: number;
};

/** Per commit how many parts of each kind fit, by whom they are, and the first papers that they rest on. */
export async function countParts(
  db: Db,
  commits: readonly number[],
  filter: HistoryFilter,
): Promise<ReadonlyMap<number, CommitCounts>> {
  const counts = TABLES.map(
    ([part]) => sql`(count(*) filter (where part = ${sql.lit(part)}))::int as ${sql.id(part)}`,
  );
  const { rows } = await sql<CommitCounts>`
    select commit_no as commit, ${sql.join(counts)}, array_agg(distinct author) as authors,
           (array_agg(distinct document) filter (where document is not null))[1:4] as papers,
           count(distinct document)::int as "papersTotal"
      from ${parts(filter, sql`commit_no = any(${commits}::bigint[])`)} p
     group by commit_no order by commit_no`.execute(db);
  return new Map(rows.map((row) => [row.commit, { ...row, papers: row.papers ?? [] }]));
}

/** Where a part stands: its commit, kind and place. */
export type PartPlace = {
  readonly commit: number;
  readonly part: PartKind;
  readonly rank: number;
  readonly ordinal: number;
  readonly id: string;
  readonly author: string;
  readonly document: string | null;
};

/** The first parts of each commit that fit, `each` at most, after a place in it; in the order of the commits given. */
export async function listPartPlaces(
  db: Db,
  filter: HistoryFilter,
  page: {
    readonly commits: readonly number[];
    readonly each: number;
    readonly after: { readonly rank: number; readonly ordinal: number } | null;
  },
): Promise<readonly PartPlace[]> {
  const { rank, ordinal } = page.after ?? { rank: -1, ordinal: -1 };
  const { rows } = await sql<PartPlace>`
    select p.* from unnest(${page.commits}::bigint[]) with ordinality k(no, at) cross join lateral (
      select commit_no as commit, part, rank, ordinal, id, author, document
        from ${parts(filter, sql`commit_no = k.no`)} u
       where (rank, ordinal) > (${rank}::int, ${ordinal}::int)
       order by rank, ordinal limit ${page.each}) p
     order by k.at, p.rank, p.ordinal`.execute(db);
  return rows;
}

/** Ids of the subjects with this id or stable key of which a paper tells that the reader may read: a key is soon guessed. */
export async function findSubjects(reader: Db, idOrKey: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from subjects s where (id::text = ${idOrKey} or key = ${idOrKey})
       and exists (select from changes c where c.subject_id = s.id) order by id`.execute(reader);
  return rows.map((row) => row.id);
}

/** The id of a paper: by its key where the reader may read it, else by the id alone, which the history shows; or null. */
export async function findPaper(
  idOrKey: string,
  { db, reader }: { readonly db: Db; readonly reader: Db },
): Promise<string | null> {
  const found = await findDocument(reader, idOrKey);
  if (found !== null) return found.id;
  const closed = await findDocument(db, idOrKey);
  return closed?.id === idOrKey ? closed.id : null;
}
