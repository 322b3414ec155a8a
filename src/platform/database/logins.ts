/**
 * How the two roles log in. The owner migrates; the server works as a role that may not rewrite what was appended
 * (`append-only.ts`).
 */

import pg from "pg";
import { done, type Outcome, refused } from "../../kernel/problems.ts";
import { notReachable } from "./problems.ts";
import { wireTypes } from "./wire-types.ts";

/** The role that holds the rights of the running server. */
export const SERVER_ROLE = "khu_server";
/** The owner of the embedded server's database; outside it is the user of DATABASE_URL. */
export const OWNER_ROLE = "khu_owner";

/**
 * The roles under which is read for people, by the most closed class of papers that they may read: row-level security
 * shows each of them no other paper. The server's role may take any of them.
 */
export const READER_ROLES = {
  public: "khu_reads_public",
  internal: "khu_reads_internal",
  personal: "khu_reads_personal",
} as const;
export type ReaderClass = keyof typeof READER_ROLES;

/** Something for each class of readers. */
export type EachReader<T> = Readonly<Record<ReaderClass, T>>;

/** How to reach one database as each role; `kind` is whose server it is. */
export type Logins = {
  readonly owner: pg.PoolConfig;
  readonly server: pg.PoolConfig;
  /** The same role for what is written: a connection takes all statements of a transaction at once. It can't copy. */
  readonly writing: pg.PoolConfig;
  /** For reading under the rights of who asks. */
  readonly readers: EachReader<pg.PoolConfig>;
  readonly kind: "embedded" | "outside";
};

/**
 * Settings of every session: our schema first, one time zone, no transaction that is left open for ever, and one process
 * a question: those of an office are small, and calling workers takes longer than they save.
 */
const SESSION =
  "-c search_path=khu,public -c timezone=UTC -c idle_in_transaction_session_timeout=300000 -c max_parallel_workers_per_gather=0";

/** Connections of a writer: one works, a second takes over where the first has just failed. */
const WRITING = { application_name: "khu writer", max: 2, pipeline: true };

/** Connections of each class of readers, at most. */
const READING = 8;

function forEachReader<T>(of: (role: string) => T): EachReader<T> {
  const { public: open, internal, personal } = READER_ROLES;
  return { public: of(open), internal: of(internal), personal: of(personal) };
}

const COMMON = { types: wireTypes, connectionTimeoutMillis: 15_000, idleTimeoutMillis: 30_000 };

/** The logins over the embedded server's socket; entering its folder is the proof of identity. */
export function embeddedLogins(socketFolder: string, database: string): Logins {
  const at = { host: socketFolder, port: 5432, database, options: SESSION, ...COMMON };
  return {
    owner: { ...at, user: OWNER_ROLE, application_name: "khu owner", max: 3 },
    server: { ...at, user: SERVER_ROLE, application_name: "khu", max: 20 },
    writing: { ...at, user: SERVER_ROLE, ...WRITING },
    readers: forEachReader((role) => ({
      ...at,
      options: `${SESSION} -c role=${role}`,
      ...{ user: SERVER_ROLE, application_name: `khu ${role}`, max: READING },
    })),
    kind: "embedded",
  };
}

function withOptions(url: string, options: string): string {
  const address = new URL(url);
  address.searchParams.set("options", `${address.searchParams.get("options") ?? ""} ${options}`.trim());
  return address.toString();
}

/**
 * The logins of an outside server. Without `serverUrl` the server logs in as the owner and takes the lesser role from
 * its first statement on. Refused where an address is no URL.
 */
export function outsideLogins(url: string, serverUrl?: string): Outcome<Logins> {
  try {
    const as = (role: string) => withOptions(serverUrl ?? url, `${SESSION} -c role=${role}`);
    const server = serverUrl === undefined ? as(SERVER_ROLE) : withOptions(serverUrl, SESSION);
    return done({
      owner: {
        connectionString: withOptions(url, SESSION),
        application_name: "khu owner",
        max: 3,
        ...COMMON,
      },
      server: { connectionString: server, application_name: "khu", max: 20, ...COMMON },
      writing: { connectionString: server, ...COMMON, ...WRITING },
      readers: forEachReader((role) => ({
        ...{ connectionString: as(role), application_name: `khu ${role}`, max: READING, ...COMMON },
      })),
      kind: "outside",
    });
  } catch {
    // The address itself is not shown: it holds a password.
    return refused(notReachable("the address is not a URL such as postgresql://user:password@host:5432/khu"));
  }
}

/**
 * A pool that does not end the process when the server closes an idle connection: the next query reports what is
 * wrong to whoever asks it.
 */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on("error", () => undefined);
  return pool;
}

/** The sentence of a failed query or connection, without what it was called with. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

/** The SQLSTATE of an error of the server, null of any other error. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
}
