/** Opens the register's database, embedded or outside, migrated, as the role that may not rewrite history. */

import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import { appendOnlyProblems } from "./append-only.ts";
import { SUPERUSER } from "./cluster.ts";
import { startEmbedded } from "./embedded.ts";
import { joinRunning } from "./join.ts";
import { type EachReader, embeddedLogins, type Logins, openPool, outsideLogins, reasonOf } from "./logins.ts";
import { MIGRATIONS_FOLDER, migrate, pendingProblems } from "./migrate.ts";
import { preparingPool } from "./preparing.ts";
import { notReachable, serverTooOld } from "./problems.ts";
import { readerRolesTaken, readyEmbedded, readyServerRole, serverRoleTaken } from "./roles.ts";
import type { Db, Tables } from "./tables.ts";

/**
 * An open register. `db`, `pool` and `writing` work as the lesser role, `writing` for the writer alone; `owner` migrates
 * and nothing else. `readers` show what people of a class may read, by row-level security.
 */
export type Database = {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly writing: pg.Pool;
  readonly readers: EachReader<Db>;
  readonly owner: pg.Pool;
  /** As the server prints it, e.g. `18.4`. */
  readonly serverVersion: string;
  readonly kind: Logins["kind"];
  /** Answers if the embedded server ends without being asked; never for an outside one. */
  readonly lost: Promise<Problem>;
  /** Ends the connections, then the embedded server. May be called twice. */
  readonly close: () => Promise<void>;
};

/**
 * What to open: the data folder's own server, or the one at `url` (then `serverUrl` may name the lesser login).
 * Where a living Khu holds the folder, `refuse` (as a server must) or `join` its server (as a command may).
 */
export type DatabaseOptions = {
  readonly dataFolder: string;
  readonly url?: string | undefined;
  readonly serverUrl?: string | undefined;
  readonly migrations?: string;
  readonly whenBusy?: "refuse" | "join";
};

/** What is behind the connections: what tells that it is gone, and what ends it after them. */
type Keeper = { readonly lost: Promise<Problem>; readonly end: () => Promise<void> };

/** A server that is not ours to watch or to end. */
export const FOREIGN: Keeper = { lost: new Promise(() => undefined), end: async () => undefined };

const OLDEST_VERSION = 15;
const EMBEDDED_DATABASE = "khu";
/** Work that is still under way at the end gets this many milliseconds, then its connection is cut. */
const CLOSE_PATIENCE = 10_000;

function queriesOn(pool: pg.Pool): Db {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) });
}

async function versionOf(owner: pg.Pool): Promise<Outcome<string>> {
  try {
    const answer = await owner.query<{ server_version: string }>("show server_version");
    const version = (answer.rows[0]?.server_version ?? "?").split(" ")[0] ?? "?";
    return Number.parseInt(version, 10) >= OLDEST_VERSION ? done(version) : refused(serverTooOld(version));
  } catch (error) {
    return refused(notReachable(reasonOf(error)));
  }
}

/** Connects as both roles without migrating or judging; `end` is done after the connections are closed. */
export async function connect(logins: Logins, keeper: Keeper): Promise<Outcome<Database>> {
  const owner = openPool(logins.owner);
  const pool = openPool(logins.server);
  const writing = openPool(logins.writing);
  const db = queriesOn(pool);
  const readers = {
    public: queriesOn(openPool(logins.readers.public)),
    internal: queriesOn(openPool(logins.readers.internal)),
    personal: queriesOn(openPool(logins.readers.personal)),
  };
  let closing: Promise<void> | null = null;
  const close = () => {
    const ended = Promise.all([
      ...[db, ...Object.values(readers)].map((queries) => queries.destroy()),
      ...[writing, owner].map((connections) => connections.end()),
    ]);
    closing ??= Promise.race([ended, sleep(CLOSE_PATIENCE, null, { ref: false })]).then(keeper.end);
    return closing;
  };
  const version = await versionOf(owner);
  if (!version.ok) {
    await close();
    return version;
  }
  return done({
    db,
    pool,
    writing,
    readers,
    owner,
    serverVersion: version.value,
    kind: logins.kind,
    lost: keeper.lost,
    close,
  });
}

/** Migrates and judges: answers what forbids to work on this database. Under a running Khu nothing is migrated. */
async function settle(database: Database, migrations: string, joined: boolean): Promise<Outcome<null>> {
  if (database.kind === "outside") {
    const role = await readyServerRole(database.owner);
    if (!role.ok) return role;
  }
  const schema = await (joined ? pendingProblems : migrate)(database.owner, migrations);
  if (!schema.ok) return schema;
  const taken = await serverRoleTaken(database.pool);
  if (!taken.ok) return taken;
  const readers = await readerRolesTaken(database.readers);
  if (!readers.ok) return readers;
  const [first, ...rest] = await appendOnlyProblems(database.db);
  return first === undefined ? done(null) : refused(first, ...rest);
}

type Opened = { readonly database: Database; readonly joined: boolean };

async function openEmbedded({ dataFolder, whenBusy }: DatabaseOptions): Promise<Outcome<Opened>> {
  const started = await startEmbedded({ dataFolder });
  const joined = started.ok || whenBusy !== "join" ? null : await joinRunning(dataFolder, started.problems);
  const server = joined ?? started;
  if (!server.ok) return server;
  const { socketFolder, lost, stop } = server.value;
  try {
    const superuser = openPool({
      host: socketFolder,
      port: 5432,
      user: SUPERUSER,
      database: "postgres",
      max: 1,
    });
    await readyEmbedded(superuser, EMBEDDED_DATABASE).finally(() => superuser.end());
  } catch (error) {
    await stop();
    return refused(notReachable(reasonOf(error)));
  }
  const opened = await connect(embeddedLogins(socketFolder, EMBEDDED_DATABASE), { lost, end: stop });
  return opened.ok ? done({ database: opened.value, joined: joined !== null }) : opened;
}

async function openOutside(url: string, serverUrl?: string): Promise<Outcome<Opened>> {
  const logins = outsideLogins(url, serverUrl);
  if (!logins.ok) return logins;
  const opened = await connect(logins.value, FOREIGN);
  return opened.ok ? done({ database: opened.value, joined: false }) : opened;
}

/**
 * Opens, migrates and checks the register's database. Refused with the reasons where the server can't be started or
 * reached, is too old, can't be migrated, or would run with rights to rewrite history.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Outcome<Database>> {
  const { url, serverUrl, migrations = MIGRATIONS_FOLDER } = options;
  const opened =
    url === undefined || url === "" ? await openEmbedded(options) : await openOutside(url, serverUrl);
  if (!opened.ok) return opened;
  const { database, joined } = opened.value;
  let settled: Outcome<null> | null = null;
  try {
    settled = await settle(database, migrations, joined);
  } finally {
    if (settled?.ok !== true) await database.close();
  }
  return settled.ok ? done(database) : settled;
}
