/** Where the tests' PostgreSQL is, in a form that can be handed from the main process to the workers. */

import type pg from "pg";
import { RefusalError } from "../src/kernel/problems.ts";
import { SUPERUSER } from "../src/platform/database/cluster.ts";
import { embeddedLogins, type Logins, openPool, outsideLogins } from "../src/platform/database/logins.ts";

/** `template` is the migrated database to copy; `failure` says why it could not be made. */
export type TestServer = {
  readonly address:
    | { readonly kind: "embedded"; readonly socketFolder: string }
    | { readonly kind: "outside"; readonly url: string };
  readonly template: string;
  readonly failure: string | null;
};

/** Who may create databases and roles, connected to `database`; the caller ends the pool. */
export function administrator({ address }: TestServer, database?: string): pg.Pool {
  if (address.kind === "outside") {
    const connectionString = database === undefined ? address.url : urlOf(address.url, database);
    return openPool({ connectionString, max: 1 });
  }
  const at = { host: address.socketFolder, port: 5432, database: database ?? "postgres" };
  return openPool({ ...at, user: SUPERUSER, max: 1 });
}

function urlOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
}

/** The address of a database as another login would write it into DATABASE_URL. */
export function urlFor(
  { address }: TestServer,
  login: { readonly user: string; readonly password: string; readonly database: string },
): string {
  const embedded = address.kind === "embedded";
  const url = new URL(embedded ? "postgresql://localhost/" : address.url);
  url.username = login.user;
  url.password = login.password;
  url.pathname = `/${login.database}`;
  if (embedded) url.searchParams.set("host", address.socketFolder);
  return url.toString();
}

function fewer(readers: Logins["readers"]): Logins["readers"] {
  const few = (login: pg.PoolConfig) => ({ ...login, max: 2 });
  return { public: few(readers.public), internal: few(readers.internal), personal: few(readers.personal) };
}

/** How all roles log in to one database of the tests' server. Few connections: many databases share the server. */
export function loginsOf({ address }: TestServer, database: string): Logins {
  const logins =
    address.kind === "embedded"
      ? embeddedLogins(address.socketFolder, database)
      : outsideLogins(urlOf(address.url, database));
  if ("ok" in logins && !logins.ok) throw new RefusalError(logins.problems);
  const { owner, server, writing, readers, kind } = "ok" in logins ? logins.value : logins;
  return {
    owner: { ...owner, max: 2 },
    server: { ...server, max: 10 },
    writing,
    readers: fewer(readers),
    kind,
  };
}
