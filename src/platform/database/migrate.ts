/** Brings a database to the newest schema: plain `.sql` files, forward only, each whole or not at all. */

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import { reasonOf } from "./logins.ts";
import {
  migrationChanged,
  migrationFailed,
  migrationOutOfOrder,
  migrationPending,
  migrationUnknown,
} from "./problems.ts";

/** Where the program's own migrations lie. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../../migrations", import.meta.url));

type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

const FILE_NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

async function migrationsOf(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => FILE_NAME.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      // A checkout on Windows may turn line ends; the migration is the same one.
      const sql = (await readFile(join(folder, name), "utf8")).replaceAll("\r\n", "\n");
      return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

const REGISTER = `
  create schema if not exists khu;
  create table if not exists khu.migration (
    name text constraint migration_pk primary key,
    sha256 text not null,
    applied_at timestamptz(3) not null default clock_timestamp()
  );
  comment on table khu.migration is 'Files of the folder migrations that were applied, with the SHA-256 of each';`;

/** What stands against applying `files` after `applied`; both sorted by name. */
function migrationProblems(
  files: readonly Pick<Migration, "name" | "sha256">[],
  applied: readonly { readonly name: string; readonly sha256: string }[],
): readonly Problem[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  const appliedNames = new Set(applied.map(({ name }) => name));
  const latest = applied.at(-1)?.name ?? "";
  return [
    ...applied.filter(({ name }) => !byName.has(name)).map(({ name }) => migrationUnknown(name)),
    ...applied
      .filter(({ name, sha256 }) => byName.has(name) && byName.get(name)?.sha256 !== sha256)
      .map(({ name }) => migrationChanged(name)),
    ...files
      .filter(({ name }) => !appliedNames.has(name) && name < latest)
      .map(({ name }) => migrationOutOfOrder(name, latest)),
  ];
}

/** The sentence of a failed migration with the line where the server found the error. */
function whyItFailed(error: unknown, sql: string): string {
  if (!(error instanceof pg.DatabaseError) || error.position === undefined) return reasonOf(error);
  const line = sql.slice(0, Number(error.position) - 1).split("\n").length;
  return `${error.message} (line ${line})`;
}

async function apply(client: pg.PoolClient, { name, sql, sha256 }: Migration): Promise<Outcome<string>> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query("insert into khu.migration (name, sha256) values ($1, $2)", [name, sha256]);
    await client.query("commit");
    return done(name);
  } catch (error) {
    await client.query("rollback");
    return refused(migrationFailed(name, whyItFailed(error, sql)));
  }
}

async function pendingOf(
  client: pg.ClientBase | pg.Pool,
  files: readonly Migration[],
): Promise<Outcome<readonly Migration[]>> {
  const register = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from khu.migration order by name collate "C"',
  );
  const [first, ...rest] = migrationProblems(files, register.rows);
  if (first !== undefined) return refused(first, ...rest);
  const known = new Set(register.rows.map(({ name }) => name));
  return done(files.filter(({ name }) => !known.has(name)));
}

/** Refused unless the database has exactly the files of `folder`; changes nothing. */
export async function pendingProblems(
  owner: pg.Pool,
  folder: string = MIGRATIONS_FOLDER,
): Promise<Outcome<readonly string[]>> {
  const pending = await pendingOf(owner, await migrationsOf(folder));
  if (!pending.ok) return pending;
  const [first, ...rest] = pending.value.map(({ name }) => migrationPending(name));
  return first === undefined ? done([]) : refused(first, ...rest);
}

async function applyPending(
  client: pg.PoolClient,
  files: readonly Migration[],
): Promise<Outcome<readonly string[]>> {
  await client.query(REGISTER);
  const pending = await pendingOf(client, files);
  if (!pending.ok) return pending;
  const applied: string[] = [];
  for (const file of pending.value) {
    const outcome = await apply(client, file);
    if (!outcome.ok) return outcome;
    applied.push(outcome.value);
  }
  return done(applied);
}

/**
 * Applies, as the owner, the files of `folder` that were not applied yet, in the order of their names; answers which.
 * Two processes that migrate at once: one waits, then finds nothing to do. Refused where an applied file has changed
 * or is unknown here, or where a file fails; those before it stay.
 */
export async function migrate(
  owner: pg.Pool,
  folder: string = MIGRATIONS_FOLDER,
): Promise<Outcome<readonly string[]>> {
  const files = await migrationsOf(folder);
  const client = await owner.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended('khu.migrate', 0))");
    try {
      return await applyPending(client, files);
    } finally {
      await client.query("select pg_advisory_unlock(hashtextextended('khu.migrate', 0))");
    }
  } finally {
    client.release();
  }
}
