/** Contacts, calls and the log of looks, on one connection: what belongs together is written together. SQL only. */
import type pg from "pg";
import { uuidv7 } from "uuidv7";
import type { SealedRef } from "../register/public.ts";
import type { Look } from "./vocabulary.ts";

/** A connection, or the pool where a statement stands by itself. */
export type Connection = Pick<pg.ClientBase, "query">;

export type ContactRow = {
  readonly id: string;
  readonly organisation: string;
  readonly ref: SealedRef;
  readonly author: string;
  readonly at: string;
};
export type CallRow = {
  readonly id: string;
  readonly contact: string | null;
  readonly on: string;
  readonly ref: SealedRef | null;
  readonly author: string;
};
/** Who writes, at which organisation. */
export type Writing = { readonly organisation: string; readonly author: string };

const REF = (of: string) => `${of}.data_id as "dataId", encode(${of}.salted_hash, 'hex') as "saltedHash"`;
type RefRow = { readonly dataId: string; readonly saltedHash: string };
const refOf = ({ dataId, saltedHash }: RefRow): SealedRef => ({ id: dataId, saltedHash });

/** Does all of it or nothing. */
export async function together<T>(pool: pg.Pool, act: (on: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const value = await act(client);
    await client.query("commit");
    client.release();
    return value;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    client.release(true);
    throw error;
  }
}

type ContactFields = RefRow & Omit<ContactRow, "ref">;
const CONTACT = `k.id, k.organisation_id as organisation, ${REF("k")}, k.author, k.at`;
const contactOf = ({ dataId, saltedHash, ...row }: ContactFields): ContactRow => ({
  ...row,
  ref: { id: dataId, saltedHash },
});

/** The contacts of an organisation, in the order in which they came. */
export async function listContacts(on: Connection, organisation: string): Promise<readonly ContactRow[]> {
  const { rows } = await on.query<ContactFields>(
    `select ${CONTACT} from organisation_contacts k where k.organisation_id = $1 order by k.at, k.id`,
    [organisation],
  );
  return rows.map(contactOf);
}

/**
 * One contact of an organisation, held until the transaction ends: nobody erases who is being written of, and nobody
 * writes of who is being erased.
 */
export async function holdContact(
  on: Connection,
  of: { readonly organisation: string; readonly contact: string },
): Promise<ContactRow | null> {
  const { rows } = await on.query<ContactFields>(
    `select ${CONTACT} from organisation_contacts k where k.organisation_id = $1 and k.id::text = $2 for update`,
    [of.organisation, of.contact],
  );
  return rows[0] === undefined ? null : contactOf(rows[0]);
}

export async function insertContact(
  on: Connection,
  contact: { readonly id: string; readonly ref: SealedRef } & Writing,
): Promise<void> {
  await on.query(
    `insert into organisation_contacts (id, organisation_id, data_id, salted_hash, author)
     values ($1, $2, $3, decode($4, 'hex'), $5)`,
    [contact.id, contact.organisation, contact.ref.id, contact.ref.saltedHash, contact.author],
  );
}

export async function setContactRef(on: Connection, contact: string, ref: SealedRef): Promise<void> {
  await on.query(
    "update organisation_contacts set data_id = $2, salted_hash = decode($3, 'hex') where id = $1",
    [contact, ref.id, ref.saltedHash],
  );
}

/** Takes the row away; of the calls the bare days stay. */
export async function deleteContact(on: Connection, contact: string): Promise<void> {
  await on.query(
    "update organisation_calls set contact_id = null, data_id = null, salted_hash = null where contact_id = $1",
    [contact],
  );
  await on.query("delete from organisation_contacts where id = $1", [contact]);
}

export async function insertCall(
  on: Connection,
  call: { readonly contact: string; readonly on: string; readonly ref: SealedRef } & Writing,
): Promise<void> {
  await on.query(
    `insert into organisation_calls (id, organisation_id, contact_id, called_on, data_id, salted_hash, author)
     values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7)`,
    [uuidv7(), call.organisation, call.contact, call.on, call.ref.id, call.ref.saltedHash, call.author],
  );
}

type CallFields = Omit<CallRow, "ref"> & { readonly [name in keyof RefRow]: string | null };

/** The calls of an organisation, the last first; at most so many. */
export async function listCalls(
  on: Connection,
  organisation: string,
  limit: number,
): Promise<readonly CallRow[]> {
  const { rows } = await on.query<CallFields>(
    `select k.id, k.contact_id as contact, k.called_on::text as "on", ${REF("k")}, k.author from organisation_calls k
      where k.organisation_id = $1 order by k.called_on desc, k.at desc, k.id limit $2`,
    [organisation, limit],
  );
  return rows.map(({ dataId, saltedHash, ...row }) => ({
    ...row,
    ref: dataId === null || saltedHash === null ? null : refOf({ dataId, saltedHash }),
  }));
}

/** Notes who did what with the data of how many people. */
export async function insertLook(
  on: Connection,
  look: { readonly what: Look; readonly people: number } & Writing,
): Promise<void> {
  await on.query(
    "insert into personal_looks (id, asker, what, organisation_id, people) values ($1, $2, $3, $4, $5)",
    [uuidv7(), look.author, look.what, look.organisation, look.people],
  );
}

export type LookRow = {
  readonly id: string;
  readonly at: string;
  readonly asker: string;
  readonly what: Look;
  readonly people: number;
};

/** The looks at an organisation, the last first. */
export async function listLooks(
  on: Connection,
  organisation: string,
  limit: number,
): Promise<readonly LookRow[]> {
  const { rows } = await on.query<LookRow>(
    `select id, at, asker, what, people from personal_looks where organisation_id = $1
      order by at desc, id desc limit $2`,
    [organisation, limit],
  );
  return rows;
}
