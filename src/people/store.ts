/** Accounts and the roles they hold. SQL only. */
import { sql } from "kysely";
import { z } from "zod";
import type { PlainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import { deleteJobsAbout } from "../platform/jobs/store.ts";
import { type Account, type Area, ERASED_NAME, grant, type Role } from "./vocabulary.ts";

/** Today in Vietnam by the clock of the database. */
const VIETNAM_TODAY = sql`(now() at time zone 'Asia/Ho_Chi_Minh')::date`;

/** The roles of account `a` that were not ended, whether or not they hold today. */
export const GRANTS_OF_A = sql`coalesce((
  select json_agg(json_build_object('id', r.id, 'role', r.role,
           'over', json_strip_nulls(json_build_object('kind', r.over_kind, 'id', r.over_id,
             'name', case when r.over_kind = 'organisation' then
               (select o.attributes ->> 'name' from subject_now o
                 where o.id = r.over_id and o.attributes ? 'name' order by o.valid_from desc limit 1) end)),
           'from', r.valid_from, 'to', case when isfinite(r.valid_to) then r.valid_to end) order by r.given_at, r.id)
    from account_roles r where r.account_id = a.id and r.ended_at is null), '[]'::json)`;

/** The units in which account `a` works today, the one joined last first. */
export const UNITS_OF_A = sql`array(
  select m.unit_id::text from unit_members m join units u on u.id = m.unit_id
   where m.account_id = a.id and m.ends is null and u.ended_at is null and m.since <= ${VIETNAM_TODAY}
     and not exists (select from unit_members e where e.ends = m.id and e.since <= ${VIETNAM_TODAY})
   order by m.since desc, m.at desc, m.id desc)`;

export const grants = z.array(grant);

/** What signing in needs of an account. */
export type Credentials = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly password: string | null;
  readonly mustChange: boolean;
  readonly totpSecret: string | null;
  readonly totpPending: string | null;
  readonly totpStep: number | null;
};

const CREDENTIALS = sql`a.id, a.login, a.name, a.password, a.must_change as "mustChange", a.totp_secret as "totpSecret",
  a.totp_pending as "totpPending", a.totp_step as "totpStep"`;

/** The open account of a login, by its key; null where there is none. */
export async function findCredentials(db: Db, loginKey: string): Promise<Credentials | null> {
  const { rows } = await sql<Credentials>`
    select ${CREDENTIALS} from accounts a where a.login_key = ${loginKey} and a.closed_at is null`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** The same by id. Throws where the account is closed or was never there. */
export async function getCredentials(db: Db, id: string): Promise<Credentials> {
  const { rows } = await sql<Credentials>`
    select ${CREDENTIALS} from accounts a where a.id = ${id} and a.closed_at is null`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error(`no open account ${id}`);
  return row;
}

type AccountRow = Omit<Account, "name" | "roles"> & { readonly name: string | null; readonly roles: unknown };

const ACCOUNTS = sql<AccountRow>`
  select a.id, a.login, a.name, a.email, a.must_change as "mustChange", a.totp_secret is not null as "secondStep",
         a.oidc_subject is not null as oidc, a.created_at as "createdAt", a.created_by as "createdBy",
         a.closed_at as "closedAt", a.erased_at as "erasedAt", ${GRANTS_OF_A} as roles
    from accounts a`;

function accountOf(row: AccountRow): Account {
  return { ...row, name: row.name ?? ERASED_NAME, roles: grants.parse(row.roles) };
}

/** All accounts, the closed and erased with them, in the order in which they were made. */
export async function listAccounts(db: Db): Promise<readonly Account[]> {
  const { rows } = await sql<AccountRow>`${ACCOUNTS} order by a.created_at, a.id`.execute(db);
  return rows.map(accountOf);
}

/** One account, or null. */
export async function findAccount(db: Db, id: string): Promise<Account | null> {
  const { rows } = await sql<AccountRow>`${ACCOUNTS} where a.id::text = ${id}`.execute(db);
  const [row] = rows;
  return row === undefined ? null : accountOf(row);
}

export type NewAccount = {
  readonly id: string;
  readonly login: string;
  readonly loginKey: string;
  readonly name: string;
  readonly email: string | null;
  /** PHC string; null: signs in through the identity provider alone. */
  readonly password: string | null;
  readonly mustChange: boolean;
  readonly oidc: { readonly issuer: string; readonly subject: string } | null;
  readonly createdBy: string;
};

/** Adds an account; false where its login, its e-mail or its subject is taken. */
export async function insertAccount(db: Db, a: NewAccount): Promise<boolean> {
  const { rows } = await sql`
    insert into accounts (id, login, login_key, name, email, password, must_change, oidc_issuer, oidc_subject, created_by)
    values (${a.id}, ${a.login}, ${a.loginKey}, ${a.name}, ${a.email}, ${a.password}, ${a.mustChange},
            ${a.oidc?.issuer ?? null}, ${a.oidc?.subject ?? null}, ${a.createdBy})
    on conflict do nothing returning id`.execute(db);
  return rows.length === 1;
}

/**
 * Whether there is any account that can sign in or once could, closed ones included. Who is open and has neither a
 * password nor a subject at the identity provider only bears a name.
 */
export async function hasAccounts(db: Db): Promise<boolean> {
  const { rows } = await sql`select from accounts
     where password is not null or oidc_subject is not null or closed_at is not null limit 1`.execute(db);
  return rows.length > 0;
}

/** Whether an open account with a role of administrator over everything would be left on that day. */
export async function hasAdministrator(db: Db, today: PlainDate): Promise<boolean> {
  const { rows } = await sql`
    select from accounts a join account_roles r on r.account_id = a.id
     where a.closed_at is null and r.role = 'administrator' and r.over_kind = 'everything' and r.ended_at is null
       and r.valid_from <= ${today}::date and r.valid_to > ${today}::date
     limit 1`.execute(db);
  return rows.length > 0;
}

/** Any number, the same in every process: changes of accounts wait for one another until the transaction ends. */
const ACCOUNTS_LOCK = 7_461_020;
export async function lockAccounts(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${ACCOUNTS_LOCK})`.execute(db);
}

/** Sets name or e-mail; false where another account has the e-mail. */
export async function setPerson(
  db: Db,
  id: string,
  of: { readonly name: string; readonly email: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    update accounts a set name = ${of.name}, email = ${of.email}
     where a.id = ${id} and a.erased_at is null
       and not exists (select from accounts b where b.email = ${of.email} and b.id <> a.id)
    returning a.id`.execute(db);
  return rows.length === 1;
}

export async function setPassword(
  db: Db,
  id: string,
  of: { readonly password: string; readonly mustChange: boolean },
): Promise<void> {
  await sql`update accounts set password = ${of.password}, must_change = ${of.mustChange} where id = ${id}`.execute(
    db,
  );
}

/** Closes or reopens. `at`: milliseconds since the epoch. */
export async function setClosed(db: Db, id: string, at: number | null): Promise<void> {
  const moment = at === null ? sql`null` : sql`coalesce(closed_at, to_timestamp(${at}::float8 / 1000))`;
  await sql`update accounts set closed_at = ${moment} where id = ${id} and erased_at is null`.execute(db);
}

/** Takes away everything that tells of the person; the bare id stays. */
export async function eraseAccount(db: Db, id: string, at: number): Promise<void> {
  const moment = sql`to_timestamp(${at}::float8 / 1000)`;
  await sql`
    update accounts
       set login = null, login_key = null, name = null, email = null, password = null, must_change = false,
           totp_secret = null, totp_pending = null, totp_step = null, oidc_issuer = null, oidc_subject = null,
           closed_at = coalesce(closed_at, ${moment}), erased_at = ${moment}
     where id = ${id} and erased_at is null`.execute(db);
  await sql`delete from account_recovery_codes where account_id = ${id}`.execute(db);
  await sql`delete from saved_views where account_id = ${id}`.execute(db);
  await sql`delete from notices where account_id = ${id}`.execute(db);
  await sql`delete from reminder_choices where account_id = ${id}`.execute(db);
  await deleteJobsAbout(db, id);
  await sql`
    update account_roles set ended_at = ${moment}, ended_by = ${`account:${id}`}
     where account_id = ${id} and ended_at is null`.execute(db);
}

export type NewRole = {
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  readonly over: Area;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly by: string;
};

export async function insertRole(db: Db, r: NewRole): Promise<void> {
  await sql`
    insert into account_roles (id, account_id, role, over_kind, over_id, valid_from, valid_to, given_by)
    values (${r.id}, ${r.account}, ${r.role}, ${r.over.kind}, ${r.over.kind === "everything" ? null : r.over.id},
            ${r.from}, ${r.to ?? "infinity"}, ${r.by})`.execute(db);
}

/** Ends a role of an account; false where it holds none of that id. */
export async function endRole(
  db: Db,
  of: { readonly id: string; readonly account: string; readonly by: string; readonly at: number },
): Promise<boolean> {
  const { rows } = await sql`
    update account_roles set ended_at = to_timestamp(${of.at}::float8 / 1000), ended_by = ${of.by}
     where id::text = ${of.id} and account_id = ${of.account} and ended_at is null returning id`.execute(db);
  return rows.length === 1;
}

/** Whether the register knows a subject of that kind and id. */
export async function knowsSubject(db: Db, of: Extract<Area, { id: string }>): Promise<boolean> {
  const { rows } = await sql`select from subjects where id = ${of.id} and kind = ${of.kind}`.execute(db);
  return rows.length > 0;
}

/** Keeps a secret that was shown and is not confirmed yet. */
export async function setTotpPending(db: Db, id: string, secret: string): Promise<void> {
  await sql`update accounts set totp_pending = ${secret} where id = ${id}`.execute(db);
}

/** Puts the confirmed secret into use with its recovery codes, or (null) takes the second step away. */
export async function setTotp(
  db: Db,
  id: string,
  of: { readonly secret: string; readonly step: number; readonly codes: readonly Buffer[] } | null,
): Promise<void> {
  await sql`update accounts set totp_secret = ${of?.secret ?? null}, totp_step = ${of?.step ?? null}, totp_pending = null
             where id = ${id}`.execute(db);
  await sql`delete from account_recovery_codes where account_id = ${id}`.execute(db);
  for (const code of of?.codes ?? []) {
    await sql`insert into account_recovery_codes (account_id, code_hash) values (${id}, ${code})`.execute(db);
  }
}

/** Marks a step as taken; false where another request took it, or a later one, in the meantime. */
export async function takeTotpStep(db: Db, id: string, step: number): Promise<boolean> {
  const { rows } = await sql`
    update accounts set totp_step = ${step} where id = ${id} and coalesce(totp_step, -1) < ${step} returning id`.execute(
    db,
  );
  return rows.length === 1;
}

/** Uses a recovery code up; false where there is none such. */
export async function takeRecoveryCode(db: Db, id: string, hash: Buffer): Promise<boolean> {
  const { rows } = await sql`
    delete from account_recovery_codes where account_id = ${id} and code_hash = ${hash} returning account_id`.execute(
    db,
  );
  return rows.length === 1;
}

/** Id of the open account of a subject, else of the one that an administrator prepared with this e-mail; null: none. */
export async function findByProvider(
  db: Db,
  of: { readonly issuer: string; readonly subject: string; readonly email: string | null },
): Promise<{
  readonly id: string;
  readonly joined: boolean;
  readonly closed: boolean;
} | null> {
  const { rows } = await sql<{ id: string; joined: boolean; closed: boolean }>`
    select id, oidc_subject is not null as joined, closed_at is not null as closed from accounts
     where (oidc_issuer = ${of.issuer} and oidc_subject = ${of.subject})
        or (oidc_subject is null and erased_at is null and email = ${of.email})
     order by oidc_subject is null, id limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function joinProvider(
  db: Db,
  id: string,
  of: { readonly issuer: string; readonly subject: string },
): Promise<void> {
  await sql`update accounts set oidc_issuer = ${of.issuer}, oidc_subject = ${of.subject}
             where id = ${id} and oidc_subject is null`.execute(db);
}

/** The names of accounts by id; of erased ones the word that stands for them. */
export async function listNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string | null }>`
    select id, name from accounts where id::text = any(${ids}::text[]) order by id`.execute(db);
  return new Map(rows.map((r) => [r.id, r.name ?? ERASED_NAME]));
}
