/** Attempts to sign in, shared by all processes. SQL only. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "../platform/database/tables.ts";
import { FREE_FAILURES, WINDOW_SECONDS, waitAfter } from "../platform/identity/limits.ts";

/** Whose failures are counted. Neither a login nor an address is stored as it is. */
export type AttemptKeys = { readonly login: string; readonly address: string };

function keyOf(kind: keyof typeof FREE_FAILURES, text: string): string {
  return createHash("sha256").update(`${kind} ${text}`).digest("base64url");
}

const KEPT_SECONDS = 24 * 60 * 60;

/**
 * Counts an attempt as failed before it is tried, so that a thousand at once do not all slip in before the first has
 * failed; answers 0, or the seconds to wait where it may not be tried now (nothing is counted then).
 */
export async function beginAttempt(db: Db, keys: AttemptKeys, now: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const moment = sql`to_timestamp(${now}::float8 / 1000)`;
    const kinds = ["address", "login"] as const;
    let wait = 0;
    for (const kind of kinds) {
      const key = keyOf(kind, keys[kind]);
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
      const { rows } = await sql<{ failures: number; since: number | null }>`
        select count(*)::int as failures, extract(epoch from ${moment} - max(at))::float8 as since
          from sign_in_attempts where key = ${key} and at > ${moment} - make_interval(secs => ${WINDOW_SECONDS})`.execute(
        trx,
      );
      const { failures, since } = rows[0] ?? { failures: 0, since: null };
      wait = Math.max(wait, Math.ceil(waitAfter(failures, FREE_FAILURES[kind]) - (since ?? 0)));
    }
    if (wait > 0) return wait;
    await sql`delete from sign_in_attempts where at < ${moment} - make_interval(secs => ${KEPT_SECONDS})`.execute(
      trx,
    );
    for (const kind of kinds) {
      await sql`insert into sign_in_attempts (key, at) values (${keyOf(kind, keys[kind])}, ${moment})`.execute(
        trx,
      );
    }
    return 0;
  });
}

/** The attempt did not fail: it is not counted, neither for the login nor for the address. */
export async function uncountAttempt(db: Db, keys: AttemptKeys): Promise<void> {
  for (const kind of ["login", "address"] as const) {
    await sql`
      delete from sign_in_attempts where ctid = (
        select ctid from sign_in_attempts where key = ${keyOf(kind, keys[kind])} order by at desc limit 1)`.execute(
      db,
    );
  }
}

/** Everything was right: the login is free again. The address keeps the failures of others. */
export async function freeLogin(db: Db, keys: AttemptKeys): Promise<void> {
  await uncountAttempt(db, keys);
  await sql`delete from sign_in_attempts where key = ${keyOf("login", keys.login)}`.execute(db);
}
