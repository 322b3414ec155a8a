/** Who is signed in where, tokens of programs, attempts to sign in. SQL only; moments in milliseconds since the epoch. */
import { sql } from "kysely";
import type { Db } from "../platform/database/tables.ts";
import { GRANTS_OF_A, grants, UNITS_OF_A } from "./store.ts";
import type { Grant } from "./vocabulary.ts";

/** How long a session lasts, seconds: after the last request, and in all. */
export type SessionTimes = { readonly idle: number; readonly whole: number };

const instant = (at: number) => sql`to_timestamp(${at}::float8 / 1000)`;
const ago = (now: number, seconds: number) => sql`to_timestamp(${now}::float8 / 1000 - ${seconds}::float8)`;

/** An account that a session or a token speaks for. */
export type Speaking = {
  readonly session: string;
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly mustChange: boolean;
  readonly secondStep: boolean;
  readonly grants: readonly Grant[];
  /** Ids of the units in which the account works, the one joined last first. */
  readonly units: readonly string[];
};
type SpeakingRow = Omit<Speaking, "grants"> & { readonly grants: unknown; readonly age: number };

const PERSON = sql`a.id as account, a.login, a.name, a.must_change as "mustChange",
  a.totp_secret is not null as "secondStep", ${GRANTS_OF_A} as grants, ${UNITS_OF_A} as units`;

function speakingOf({ age: _, ...row }: SpeakingRow): Speaking {
  return { ...row, grants: grants.parse(row.grants) };
}

/** A moment is written at most once a minute, so that reading costs no writing. */
const SEEN_EVERY = 60;

/** Who a session token speaks for, by one indexed query; null where it has ended. Notes that the session was seen. */
export async function findSession(
  db: Db,
  hash: Buffer,
  of: { readonly now: number; readonly times: SessionTimes },
): Promise<Speaking | null> {
  const { now, times } = of;
  const { rows } = await sql<SpeakingRow>`
    select s.id as session, extract(epoch from ${instant(now)} - s.seen_at)::float8 as age, ${PERSON}
      from sessions s join accounts a on a.id = s.account_id
     where s.token_hash = ${hash} and a.closed_at is null
       and s.seen_at > ${ago(now, times.idle)} and s.began_at > ${ago(now, times.whole)}`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  if (row.age > SEEN_EVERY) {
    await sql`update sessions set seen_at = ${instant(now)} where id = ${row.session}`.execute(db);
  }
  return speakingOf(row);
}

export type NewSession = {
  readonly id: string;
  readonly hash: Buffer;
  readonly account: string;
  readonly now: number;
  readonly address: string | null;
  readonly agent: string | null;
};

/** Begins a session, and sweeps out those that nobody can use any more. */
export async function insertSession(db: Db, s: NewSession, times: SessionTimes): Promise<void> {
  await sql`delete from sessions where seen_at <= ${ago(s.now, times.idle)} or began_at <= ${ago(s.now, times.whole)}`.execute(
    db,
  );
  await sql`
    insert into sessions (id, token_hash, account_id, began_at, seen_at, address, agent)
    values (${s.id}, ${s.hash}, ${s.account}, ${instant(s.now)}, ${instant(s.now)}, ${s.address}, ${s.agent})`.execute(
    db,
  );
}

/** Gives a session another token: whoever knew the former one is out. */
export async function renewSession(db: Db, id: string, hash: Buffer): Promise<void> {
  await sql`update sessions set token_hash = ${hash} where id = ${id}`.execute(db);
}

export async function deleteSessionByToken(db: Db, hash: Buffer): Promise<void> {
  await sql`delete from sessions where token_hash = ${hash}`.execute(db);
}

/** Ends the sessions of an account, but for one. */
export async function deleteSessions(db: Db, account: string, but: string | null): Promise<void> {
  await sql`delete from sessions where account_id = ${account} and id is distinct from ${but}::uuid`.execute(
    db,
  );
}

/** Ends one session of the account; false where it has none such. */
export async function deleteSession(db: Db, account: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from sessions where account_id = ${account} and id::text = ${id} returning id`.execute(db);
  return rows.length === 1;
}

export type SessionSeen = {
  readonly id: string;
  readonly beganAt: string;
  readonly seenAt: string;
  readonly address: string | null;
  readonly agent: string | null;
};

/** Where an account is signed in, the last seen first. */
export async function listSessions(
  db: Db,
  account: string,
  of: { readonly now: number; readonly times: SessionTimes },
): Promise<readonly SessionSeen[]> {
  const { rows } = await sql<SessionSeen>`
    select id, began_at as "beganAt", seen_at as "seenAt", address, agent from sessions
     where account_id = ${account} and seen_at > ${ago(of.now, of.times.idle)} and began_at > ${ago(of.now, of.times.whole)}
     order by seen_at desc, id`.execute(db);
  return rows;
}

export type NewToken = {
  readonly id: string;
  readonly hash: Buffer;
  readonly account: string;
  readonly name: string;
  readonly now: number;
  readonly endsAt: number;
};

export async function insertToken(db: Db, t: NewToken): Promise<void> {
  await sql`
    insert into access_tokens (id, token_hash, account_id, name, created_at, ends_at)
    values (${t.id}, ${t.hash}, ${t.account}, ${t.name}, ${instant(t.now)}, ${instant(t.endsAt)})`.execute(
    db,
  );
}

/** Who an access token speaks for, or null. Its use is noted at most once a minute. */
export async function findToken(db: Db, hash: Buffer, now: number): Promise<Speaking | null> {
  const { rows } = await sql<SpeakingRow>`
    select t.id as session, coalesce(extract(epoch from ${instant(now)} - t.used_at), 1e9)::float8 as age, ${PERSON}
      from access_tokens t join accounts a on a.id = t.account_id
     where t.token_hash = ${hash} and a.closed_at is null and t.ends_at > ${instant(now)}`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  if (row.age > SEEN_EVERY) {
    await sql`update access_tokens set used_at = ${instant(now)} where id = ${row.session}`.execute(db);
  }
  return speakingOf(row);
}

export type TokenSeen = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly endsAt: string;
  readonly usedAt: string | null;
};

export async function listTokens(db: Db, account: string): Promise<readonly TokenSeen[]> {
  const { rows } = await sql<TokenSeen>`
    select id, name, created_at as "createdAt", ends_at as "endsAt", used_at as "usedAt" from access_tokens
     where account_id = ${account} order by created_at, id`.execute(db);
  return rows;
}

/** Takes a token of an account away; false where it has none such. */
export async function deleteToken(db: Db, account: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from access_tokens where account_id = ${account} and id::text = ${id} returning id`.execute(db);
  return rows.length === 1;
}

export async function deleteTokens(db: Db, account: string): Promise<void> {
  await sql`delete from access_tokens where account_id = ${account}`.execute(db);
}

export type NewOidcAttempt = {
  readonly hash: Buffer;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  readonly now: number;
};
/** Seconds within which one must be back from the identity provider. */
const OIDC_SECONDS = 600;

export async function insertOidcAttempt(db: Db, a: NewOidcAttempt): Promise<void> {
  await sql`delete from oidc_attempts where at <= ${ago(a.now, OIDC_SECONDS)}`.execute(db);
  await sql`
    insert into oidc_attempts (token_hash, state, nonce, verifier, return_to, at)
    values (${a.hash}, ${a.state}, ${a.nonce}, ${a.verifier}, ${a.returnTo}, ${instant(a.now)})`.execute(db);
}

/** Takes an attempt out, so that it is used once; null where there is none, or it is too old. */
export async function takeOidcAttempt(
  db: Db,
  hash: Buffer,
  now: number,
): Promise<{
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
} | null> {
  const { rows } = await sql<{ state: string; nonce: string; verifier: string; returnTo: string }>`
    delete from oidc_attempts where token_hash = ${hash} and at > ${ago(now, OIDC_SECONDS)}
    returning state, nonce, verifier, return_to as "returnTo"`.execute(db);
  return rows[0] ?? null;
}
