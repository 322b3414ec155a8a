/** Earlier imports and withdrawals, as their answers were kept. SQL only. */
import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../platform/database/tables.ts";
import { receipt } from "../register/public.ts";

const counted = z.number().int();

/** What an import keeps beside its receipt. */
export const importDetail = z.object({
  /** The preview that was accepted, and the hash of what it decided. */
  preview: z.string(),
  digest: z.string(),
  file: z.object({ name: z.string(), sha256: z.string(), size: counted }),
  /** Id of the workbook as a paper. */
  document: z.string(),
  author: z.string(),
  rows: counted,
  recorded: z.object({ documents: counted, changes: counted, entries: counted, claims: counted }),
});
export type ImportDetail = z.infer<typeof importDetail>;

const withdrawalDetail = z.object({ withdraws: z.string(), parts: counted });

export type PastImport = ImportDetail & {
  readonly id: string;
  readonly commit: number;
  readonly at: string;
  readonly withdrawn: { readonly commit: number; readonly at: string } | null;
};

type Row = { readonly key: string; readonly answer: unknown; readonly withdrawal: unknown };

const IMPORTS = sql<Row>`
  select i.key, i.answer, w.answer as withdrawal from requests i
    left join requests w on w.kind = 'withdrawal' and w.answer -> 'detail' ->> 'withdraws' = i.key
   where i.kind = 'import'`;

function importOf(row: Row): PastImport {
  const { commit, at, detail } = receipt.parse(row.answer);
  const taken = row.withdrawal === null ? null : receipt.parse(row.withdrawal);
  return {
    ...importDetail.parse(detail),
    id: row.key,
    commit,
    at,
    withdrawn: taken === null ? null : { commit: taken.commit, at: taken.at },
  };
}

/** All imports, the newest first. */
export async function listImports(db: Db): Promise<readonly PastImport[]> {
  const { rows } = await sql<Row>`${IMPORTS} order by i.commit_no desc, i.key`.execute(db);
  return rows.map(importOf);
}

/** The import of a request key, or null. */
export async function findImport(db: Db, id: string): Promise<PastImport | null> {
  const { rows } = await sql<Row>`${IMPORTS} and i.key = ${id}`.execute(db);
  const [row] = rows;
  return row === undefined ? null : importOf(row);
}

/** The import in force of a file by its SHA-256 in hex, or null. */
export async function findImportOfFile(db: Db, sha256: string): Promise<PastImport | null> {
  const { rows } = await sql<Row>`
    ${IMPORTS} and w.key is null and i.answer -> 'detail' -> 'file' ->> 'sha256' = ${sha256}
     order by i.commit_no limit 1`.execute(db);
  const [row] = rows;
  return row === undefined ? null : importOf(row);
}

export type Asked =
  | { readonly kind: "import"; readonly import: PastImport }
  | {
      readonly kind: "withdrawal";
      readonly withdraws: string;
      readonly commit: number;
      readonly at: string;
      readonly parts: number;
    }
  | { readonly kind: "other" };

/** What was answered to a request key before, or null. */
export async function findAsked(db: Db, requestKey: string): Promise<Asked | null> {
  const row = await db
    .selectFrom("requests")
    .select(["kind", "answer"])
    .where("key", "=", requestKey)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.kind === "import") {
    const past = await findImport(db, requestKey);
    return past === null ? { kind: "other" } : { kind: "import", import: past };
  }
  if (row.kind !== "withdrawal") return { kind: "other" };
  const { commit, at, detail } = receipt.parse(row.answer);
  return { kind: "withdrawal", commit, at, ...withdrawalDetail.parse(detail) };
}

/** Id of the paper that is the workbook with this SHA-256 in hex, or null. */
export async function findWorkbookPaper(db: Db, sha256: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from documents where file_sha256 = decode(${sha256}, 'hex') and kind = 'workbook'
     order by commit_no, ordinal limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

export type ChangeInForce = {
  readonly id: string;
  readonly subject_id: string;
  readonly subject_kind: string;
  readonly subject_key: string | null;
  readonly last_commit: number;
};

/** The changes that a request recorded and that nothing has withdrawn, with the last commit of each subject. */
export async function listChangesInForce(db: Db, requestKey: string): Promise<readonly ChangeInForce[]> {
  const { rows } = await sql<ChangeInForce>`
    select c.id, c.subject_id, c.subject_kind, c.subject_key, s.last_commit
      from changes c join subjects s on s.id = c.subject_id
     where c.request_key = ${requestKey} and c.kind in ('set', 'clear')
       and not exists (select from changes w where w.withdraws = c.id)
     order by c.commit_no, c.ordinal`.execute(db);
  return rows;
}
