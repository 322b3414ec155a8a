/** A register of its own for a test file, migrated and empty. */

import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { RefusalError } from "../src/kernel/problems.ts";
import { connect, type Database, FOREIGN } from "../src/platform/database/connect.ts";
import { OWNER_ROLE } from "../src/platform/database/logins.ts";
import { administrator, loginsOf, type TestServer } from "./test-server.ts";

/** An open database as `openDatabase` gives it; `drop` closes it and takes it away. */
export type FreshDatabase = Database & { readonly name: string; readonly drop: () => Promise<void> };

async function asAdministrator(server: TestServer, statement: string): Promise<void> {
  const pool = administrator(server);
  await pool.query(statement).finally(() => pool.end());
}

/**
 * A new database, copied from the migrated one. Call it in `beforeAll` and `drop` in `afterAll`:
 *
 *     let database: FreshDatabase;
 *     beforeAll(async () => { database = await freshDatabase(); });
 *     afterAll(() => database.drop());
 *
 * Throws where the migrations have failed.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  return copyOf(testServer().template);
}

function testServer(): TestServer {
  const server = inject("testServer");
  if (server.failure !== null) throw new Error(`the test database could not be made: ${server.failure}`);
  return server;
}

async function copyOf(template: string): Promise<FreshDatabase> {
  const server = testServer();
  const name = `khu_${randomBytes(6).toString("hex")}`;
  const owner = server.address.kind === "embedded" ? `owner ${OWNER_ROLE}` : "";
  await asAdministrator(server, `create database ${name} template ${template} ${owner}`);
  const opened = await connect(loginsOf(server, name), {
    ...FOREIGN,
    end: () => asAdministrator(server, `drop database if exists ${name} with (force)`),
  });
  if (!opened.ok) throw new RefusalError(opened.problems);
  return { ...opened.value, name, drop: opened.value.close };
}

/** Any number, the same for all test files of a run: only one of them begins the shared register. */
const BEGINNING_LOCK = 7_461_099;

/**
 * A copy of the register as it begins. The first test file that asks has `begin` fill it; the others wait and copy.
 * The name is the run's own, so that what a run begins is never another run's.
 */
export async function begunDatabase(
  begin: (database: FreshDatabase) => Promise<void>,
): Promise<FreshDatabase> {
  const server = testServer();
  const begun = begunName(server.template);
  const admin = administrator(server);
  const lock = await admin.connect();
  try {
    await lock.query("select pg_advisory_lock($1)", [BEGINNING_LOCK]);
    const there = await lock.query("select from pg_database where datname = $1", [begun]);
    if (there.rowCount === 0) {
      const database = await copyOf(server.template);
      await begin(database);
      await Promise.all([
        ...[database.db, ...Object.values(database.readers)].map((queries) => queries.destroy()),
        ...[database.writing, database.owner].map((connections) => connections.end()),
      ]);
      // Renaming comes last: a file that dies before leaves nothing that looks begun.
      await lock.query(`alter database ${database.name} rename to ${begun}`);
      await lock.query(`alter database ${begun} allow_connections false`);
    }
  } finally {
    lock.release();
    await admin.end();
  }
  return copyOf(begun);
}

/** The database that a run's test files copy the begun register from. */
export function begunName(template: string): string {
  return `${template}_begun`;
}
