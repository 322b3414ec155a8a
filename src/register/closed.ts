/** Which papers are closed to who asks. What rests on one of them is as closed as the paper. SQL only. */
import { sql } from "kysely";
import type { Db } from "../platform/database/tables.ts";
import type { Sql } from "./placed.ts";
import { listDocumentsById } from "./store.ts";
import type { Access } from "./vocabulary.ts";

/** Whether any paper is of one of the classes: where none is, nothing is hidden from anybody. */
export async function areAnyClosed(db: Db, classes: readonly Access[]): Promise<boolean> {
  if (classes.length === 0) return false;
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from documents where access <> 'public' and access = any(${classes}::text[])) as any`.execute(
    db,
  );
  return rows[0]?.any ?? false;
}

/** The papers that not everybody may read, by id, with their classes. */
export async function listClosedPapers(db: Db): Promise<ReadonlyMap<string, Access>> {
  const { rows } = await sql<{ id: string; access: Access }>`
    select id, access from documents where access <> 'public' order by id`.execute(db);
  return new Map(rows.map((row) => [row.id, row.access]));
}

/** One paper by its id, or all that are of some classes. */
export type PapersMeant = { readonly document: string } | { readonly classes: readonly Access[] };

/** A condition: the paper with this id (an expression that gives a uuid) is among those that are meant. */
export function isMeant(id: Sql, papers: PapersMeant): Sql {
  return "document" in papers
    ? sql`${id} = ${papers.document}::uuid`
    : sql`${id} in (select m.id from documents m where m.access <> 'public' and m.access = any(${papers.classes}::text[]))`;
}

/** A condition: none of some attributes, by the papers in `sources`, rests on a paper of the closed classes. */
export function restsOnNone(sources: Sql, attributes: readonly string[], closed: readonly Access[]): Sql {
  if (closed.length === 0) return sql`true`;
  return sql`not exists (select from documents c where c.access <> 'public' and c.access = any(${closed}::text[])
    and c.id = any(array(select (${sources} -> a.name ->> 'document')::uuid from unnest(${attributes}::text[]) a(name))))`;
}

/** Whether a paper is closed, by its id. */
export type IsClosed = (document: string) => boolean;

/** Tells of some papers which are closed to the reader: those that the reader's role is not shown. */
export async function closedAmong(reader: Db, documents: Iterable<string>): Promise<IsClosed> {
  const asked = new Set(documents);
  const open = await listDocumentsById(reader, asked);
  return (id) => asked.has(id) && !open.has(id);
}

/** That nothing is closed. */
export const NOTHING_CLOSED: IsClosed = () => false;
