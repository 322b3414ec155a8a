/** Makes sure that the lesser role exists and can be had. */

import { sql } from "kysely";
import type pg from "pg";
import { done, type Outcome, refused } from "../../kernel/problems.ts";
import { type EachReader, OWNER_ROLE, READER_ROLES, reasonOf, SERVER_ROLE, sqlState } from "./logins.ts";
import { noReaderRole, noServerRole } from "./problems.ts";
import type { Db } from "./tables.ts";

const DUPLICATE_OBJECT = "42710";
const UNIQUE_VIOLATION = "23505";

async function createIfMissing(client: pg.Pool, role: string, attributes: string): Promise<void> {
  const found = await client.query("select 1 from pg_roles where rolname = $1", [role]);
  if (found.rowCount !== 0) return;
  await client.query(`create role ${role} ${attributes}`).catch((error: unknown) => {
    // Roles belong to the whole server: another database of it may create the same one at this moment.
    const state = sqlState(error);
    if (state !== DUPLICATE_OBJECT && state !== UNIQUE_VIOLATION) throw error;
  });
}

/** The roles of readers, and the server's right to take them. Throws what the database says. */
async function readyReaders(client: pg.Pool): Promise<void> {
  for (const role of Object.values(READER_ROLES)) {
    await createIfMissing(client, role, "nologin");
    const held = await client.query<{ held: boolean }>("select pg_has_role($1, $2, 'MEMBER') as held", [
      SERVER_ROLE,
      role,
    ]);
    if (held.rows[0]?.held !== true) await client.query(`grant ${role} to ${SERVER_ROLE}`);
  }
}

/** The roles and one database of the embedded server, made where they are missing, by its superuser. */
export async function readyEmbedded(superuser: pg.Pool, database: string): Promise<void> {
  await createIfMissing(superuser, OWNER_ROLE, "login");
  await createIfMissing(superuser, SERVER_ROLE, "login");
  await readyReaders(superuser);
  const found = await superuser.query("select 1 from pg_database where datname = $1", [database]);
  if (found.rowCount === 0) await superuser.query(`create database ${database} owner ${OWNER_ROLE}`);
}

/** From here on membership alone does not let a role be taken: its grant must say SET, and creating gives none. */
const SET_OPTION_VERSION = 16;

async function majorVersion(client: pg.Pool): Promise<number> {
  const answer = await client.query<{ server_version_num: string }>("show server_version_num");
  return Math.floor(Number(answer.rows[0]?.server_version_num ?? 0) / 10_000);
}

/**
 * The lesser role of an outside server, made and granted to the owner where the owner can't take it yet. An owner that
 * is no superuser needs CREATEROLE for either. Refused where it may neither create the role nor take it.
 */
export async function readyServerRole(owner: pg.Pool): Promise<Outcome<null>> {
  try {
    await createIfMissing(owner, SERVER_ROLE, "nologin");
    const grantsSet = (await majorVersion(owner)) >= SET_OPTION_VERSION;
    const held = await owner.query<{ held: boolean }>("select pg_has_role(current_user, $1, $2) as held", [
      SERVER_ROLE,
      grantsSet ? "SET" : "MEMBER",
    ]);
    if (held.rows[0]?.held !== true) {
      await owner.query(`grant ${SERVER_ROLE} to current_user${grantsSet ? " with set true" : ""}`);
    }
  } catch (error) {
    return refused(noServerRole(SERVER_ROLE, reasonOf(error)));
  }
  try {
    await readyReaders(owner);
    return done(null);
  } catch (error) {
    return refused(noReaderRole(Object.values(READER_ROLES), reasonOf(error)));
  }
}

/** Whether what is read for people is read under their roles: refused where one can't be taken. */
export async function readerRolesTaken(readers: EachReader<Db>): Promise<Outcome<null>> {
  const taken = async (queries: Db, role: string) => {
    const { rows } = await sql<{ name: string }>`select current_user::text as name`.execute(queries);
    if (rows[0]?.name !== role) throw new Error(`${rows[0]?.name} works instead of ${role}`);
  };
  try {
    await taken(readers.public, READER_ROLES.public);
    await taken(readers.internal, READER_ROLES.internal);
    await taken(readers.personal, READER_ROLES.personal);
    return done(null);
  } catch (error) {
    return refused(noReaderRole(Object.values(READER_ROLES), reasonOf(error)));
  }
}

/** Whether the server's sessions really have the rights of the lesser role: refused where the role can't be taken. */
export async function serverRoleTaken(server: pg.Pool): Promise<Outcome<null>> {
  try {
    const answer = await server.query<{ holds: boolean; name: string }>(
      "select pg_has_role(current_user, $1, 'USAGE') as holds, current_user as name",
      [SERVER_ROLE],
    );
    const { holds, name } = answer.rows[0] ?? { holds: false, name: "?" };
    return holds ? done(null) : refused(noServerRole(SERVER_ROLE, `${name} was not granted ${SERVER_ROLE}`));
  } catch (error) {
    return refused(noServerRole(SERVER_ROLE, reasonOf(error)));
  }
}
