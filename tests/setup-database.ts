/**
 * Before the tests: one PostgreSQL for the whole run and in it one migrated database, which every test file copies.
 * KHU_TEST_DATABASE_URL names an outside server (its user must be able to create databases and roles).
 */

import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import type { TestProject } from "vitest/node";
import { RefusalError } from "../src/kernel/problems.ts";
import { startEmbedded } from "../src/platform/database/embedded.ts";
import { isFolderHeld } from "../src/platform/database/folder-lock.ts";
import { openPool, reasonOf } from "../src/platform/database/logins.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { readyEmbedded, readyServerRole } from "../src/platform/database/roles.ts";
import { administrator, loginsOf, type TestServer } from "./test-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

type Started = { readonly server: TestServer; readonly stop: () => Promise<void> };

const PREFIX = "khu-test-";
const OLD_MILLISECONDS = 10 * 60_000;

/** Takes away what runs that were killed have left. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(PREFIX) || isFolderHeld(folder)) continue;
    const age = await stat(folder).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > OLD_MILLISECONDS) await rm(folder, { recursive: true, force: true });
  }
}

async function startOwn(template: string): Promise<Started> {
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  const started = await startEmbedded({ dataFolder: folder, durable: false });
  if (!started.ok) throw new RefusalError(started.problems);
  const { socketFolder, stop } = started.value;
  return {
    server: { address: { kind: "embedded", socketFolder }, template, failure: null },
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeTemplate(server: TestServer, admin: pg.Pool): Promise<void> {
  if (server.address.kind === "embedded") {
    await readyEmbedded(admin, server.template);
  } else {
    const role = await readyServerRole(admin);
    if (!role.ok) throw new RefusalError(role.problems);
    await admin.query(`create database ${server.template} template template0 encoding 'UTF8'`);
  }
  const owner = openPool(loginsOf(server, server.template).owner);
  const migrated = await migrate(owner).finally(() => owner.end());
  if (!migrated.ok) throw new RefusalError(migrated.problems);
  // Nobody may be connected to a database while it is copied, the housekeeping of the server included.
  await admin.query(`alter database ${server.template} allow_connections false`);
}

/** Vitest calls it once, in its main process; the answer is called at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = `khu_test_${process.pid}_${Date.now().toString(36)}`;
  const url = process.env.KHU_TEST_DATABASE_URL;
  const started: Started =
    url === undefined || url === ""
      ? await startOwn(template)
      : {
          server: { address: { kind: "outside", url }, template, failure: null },
          stop: async () => undefined,
        };
  const admin = administrator(started.server);
  // A migration that fails must not hide the tests that need no database: those that do report it.
  const failure = await makeTemplate(started.server, admin).then(() => null, reasonOf);
  project.provide("testServer", { ...started.server, failure });
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`);
    await admin.query(`drop database if exists ${template}_begun with (force)`);
    await rm(join(tmpdir(), `${template}_begun`), { recursive: true, force: true });
    await admin.end();
    await started.stop();
  };
}
