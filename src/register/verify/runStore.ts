/** Checks of the register as rows, and the lock of the one that runs. SQL only. */
import { type RawBuilder, sql } from "kysely";
import type pg from "pg";
import { z } from "zod";
import type { Db } from "../../platform/database/tables.ts";
import type { Difference } from "./differences.ts";
import type { Verification } from "./verify.ts";
import type { VerificationRun, VerificationStep } from "./vocabulary.ts";

/** Any two numbers, the same in every process. The lock goes with the connection, however the process ends. */
const LOCK = [7_461, 66] as const;

/** Takes the lock for as long as the connection lives or until it is given back; false where another check runs. */
export async function lockRuns(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>("select pg_try_advisory_lock($1, $2) as locked", [
    ...LOCK,
  ]);
  return rows[0]?.locked === true;
}

export async function unlockRuns(client: pg.ClientBase): Promise<void> {
  await client.query("select pg_advisory_unlock($1, $2)", [...LOCK]);
}

/** Begins a check, for who holds the lock: whatever else says that it runs was interrupted. */
export async function insertRun(
  client: pg.ClientBase,
  run: { readonly id: string; readonly by: string },
): Promise<void> {
  await client.query("update verifications set state = 'interrupted' where state = 'running'");
  await client.query(
    `insert into verifications (id, asked_by, total)
     select $1, $2, coalesce(sum(parts), 0) from commits`,
    [run.id, run.by],
  );
}

export async function setProgress(
  client: pg.ClientBase,
  id: string,
  at: { readonly step: VerificationStep; readonly done: number; readonly total: number },
): Promise<void> {
  await client.query("update verifications set step = $2, done = $3, total = $4 where id = $1", [
    id,
    at.step,
    at.done,
    at.total,
  ]);
}

/** Differences that are kept with a check; the others are counted. */
const KEPT = 200;

export async function setFound(client: pg.ClientBase, id: string, found: Verification): Promise<void> {
  const { commits, parts, head, differences, omitted } = found;
  await client.query(
    `update verifications set state = 'done', step = 'derived', ended_at = now(), done = total, commits = $2, parts = $3, head_no = $4,
            head_hash = $5, found = $6, differences = $7 where id = $1`,
    [
      ...[id, commits, parts, head.no, head.hash, differences.length + omitted],
      JSON.stringify(differences.slice(0, KEPT)),
    ],
  );
}

export async function setEnded(
  client: pg.ClientBase,
  id: string,
  state: "failed" | "interrupted",
): Promise<void> {
  await client.query("update verifications set state = $2, ended_at = now() where id = $1", [id, state]);
}

type Row = Omit<VerificationRun, "head"> & {
  readonly head_no: number | null;
  readonly head_hash: string | null;
  readonly differences: unknown;
};

/** A run whose lock nobody holds has ended with its process. */
const RUNS: RawBuilder<Row> = sql<Row>`
  select v.id, v.asked_by as by, v.began_at as "beganAt", v.ended_at as "endedAt", v.step, v.done, v.total, v.commits,
         v.parts, v.head_no, v.head_hash, v.found, v.differences,
         case when v.state = 'running' and not exists (
           select from pg_locks l
            where l.locktype = 'advisory' and l.classid = ${LOCK[0]} and l.objid = ${LOCK[1]} and l.granted
              and l.database = (select oid from pg_database where datname = current_database()))
           then 'interrupted' else v.state end as state
    from verifications v`;

function runOf({ head_no: no, head_hash: hash, differences: _, ...run }: Row): VerificationRun {
  return { ...run, head: no === null || hash === null ? null : { no, hash } };
}

/** The last checks, the newest first. */
export async function listRuns(db: Db, limit: number): Promise<readonly VerificationRun[]> {
  const { rows } = await sql<Row>`${RUNS} order by v.began_at desc, v.id desc limit ${limit}`.execute(db);
  return rows.map(runOf);
}

const kept: z.ZodType<readonly Difference[]> = z.array(
  z.object({
    kind: z.enum([
      ...(["bytes", "columns", "order", "tree", "chain", "head", "noCommit", "request", "file"] as const),
      ...(["derivedMissing", "derivedExtra", "derivedAltered"] as const),
    ]),
    table: z.string(),
    id: z.string(),
    what: z.object({ vi: z.string(), en: z.string() }),
  }),
);

/** One check with the differences that were kept; null where there is none. */
export async function findRun(
  db: Db,
  id: string,
): Promise<{ readonly run: VerificationRun; readonly differences: readonly Difference[] } | null> {
  const { rows } = await sql<Row>`${RUNS} where v.id::text = ${id}`.execute(db);
  const [row] = rows;
  return row === undefined ? null : { run: runOf(row), differences: kept.parse(row.differences) };
}
