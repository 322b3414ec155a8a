/** What recording reads of the register: papers, organisations, keys that are taken, earlier answers. SQL only. */
import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../platform/database/tables.ts";
import { unaccented } from "../platform/database/unaccented.ts";
import { type DocumentDraft, listDocumentsById, type Receipt, receipt } from "../register/public.ts";

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

/** Keys of papers, or of zones, that begin with the base. */
export async function listKeys(
  db: Db,
  of: "documents" | "zones",
  base: string,
): Promise<ReadonlySet<string>> {
  const begins = `${base.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
  const { rows } =
    of === "documents"
      ? await sql<{ key: string }>`select key from documents where key like ${begins} order by key`.execute(
          db,
        )
      : await sql<{
          key: string;
        }>`select key from subjects where kind = 'zone' and key like ${begins} order by key`.execute(db);
  return new Set(rows.map((r) => r.key));
}

/** The subject's key and the last commit that touched it, or null. */
export async function findSubject(
  db: Db,
  id: string,
): Promise<{ readonly key: string | null; readonly last: number } | null> {
  const { rows } = await sql<{ key: string | null; last: number }>`
    select key, last_commit as last from subjects where id = ${id}::uuid and kind = 'zone'`.execute(db);
  return rows[0] ?? null;
}

export type OrganisationFound = { readonly id: string; readonly name: string; readonly code: string | null };

/** Organisations whose name holds every word, or whose code is the query; by name. */
export async function searchOrganisations(
  db: Db,
  words: readonly string[],
): Promise<readonly OrganisationFound[]> {
  const hits = words.map(
    (word) => sql`(${found("name")} like ${pattern(word)} or coalesce(code, '') like ${pattern(word)})`,
  );
  const { rows } = await sql<OrganisationFound>`
    select distinct on (name, id) id, name, code from (
      select id, attributes ->> 'name' as name, attributes ->> 'enterpriseCode' as code from subject_now
       where kind = 'organisation' and attributes ? 'name') o
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

/** Zones that bear the name, whatever their accents, with the places they lie in. */
export async function listZonesNamed(
  db: Db,
  name: string,
): Promise<ReadonlyArray<{ readonly id: string; readonly places: readonly string[] }>> {
  const { rows } = await sql<{ id: string; places: string[] | null }>`
    select distinct on (id) id, places from (
      select id, attributes ->> 'name' as name, places, valid_from from zone_now
       where phase_of is null and attributes ? 'name') z
     where regexp_replace(${found("name")}, '[^a-z0-9]+', ' ', 'g') = ${name}
     order by id, valid_from desc`.execute(db);
  return rows.map((r) => ({ id: r.id, places: r.places ?? [] }));
}

/** What a recording by hand keeps beside its receipt. `asked`: SHA-256 of what was asked for. */
export const recordDetail = z.object({
  by: z.literal("hand"),
  asked: z.string(),
  zone: z.object({ id: z.string(), key: z.string().nullable() }),
  document: z.string(),
  corrects: z.string().nullable(),
  proposal: z.string().nullable(),
  proposer: z.string().nullable(),
});
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
