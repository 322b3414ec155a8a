/** Households and the log of looks at them, on one connection: what belongs together is written together. SQL only. */
import type pg from "pg";
import { uuidv7 } from "uuidv7";
import type { SealedRef } from "../../register/public.ts";
import type { HouseholdLook } from "./householdWords.ts";

/** A connection, or the pool where a statement stands by itself. */
type Connection = Pick<pg.ClientBase, "query">;

/** `ref` null: it was erased. */
export type HouseholdRow = {
  readonly id: string;
  readonly number: number;
  readonly ref: SealedRef | null;
  readonly author: string;
  readonly at: string;
};
/** Who writes, in which round. */
export type Handling = { readonly round: string; readonly author: string };

type Fields = Omit<HouseholdRow, "ref"> & {
  readonly dataId: string | null;
  readonly saltedHash: string | null;
};
const FIELDS = `h.id, h.number, h.data_id as "dataId", encode(h.salted_hash, 'hex') as "saltedHash", h.author, h.at`;

function rowOf({ dataId, saltedHash, ...row }: Fields): HouseholdRow {
  return { ...row, ref: dataId === null || saltedHash === null ? null : { id: dataId, saltedHash } };
}

/** Does all of it or nothing. */
export async function atOnce<T>(pool: pg.Pool, act: (on: pg.PoolClient) => Promise<T>): Promise<T> {
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

/** The households of a round by their numbers. */
export async function listHouseholds(on: Connection, round: string): Promise<readonly HouseholdRow[]> {
  const { rows } = await on.query<Fields>(
    `select ${FIELDS} from clearance_households h where h.round_id = $1 order by h.number`,
    [round],
  );
  return rows.map(rowOf);
}

/** One household of a round that is not erased, held until the transaction ends. */
export async function holdHousehold(
  on: Connection,
  of: { readonly round: string; readonly household: string },
): Promise<{ readonly id: string; readonly ref: SealedRef } | null> {
  const { rows } = await on.query<Fields>(
    `select ${FIELDS} from clearance_households h where h.round_id = $1 and h.id::text = $2 for update`,
    [of.round, of.household],
  );
  const [row] = rows.map(rowOf);
  return row === undefined || row.ref === null ? null : { id: row.id, ref: row.ref };
}

/** Keeps others from adding to the round until the transaction ends; the household that the key has made already, or null. */
export async function holdRound(
  on: Connection,
  of: { readonly round: string; readonly requestKey: string },
): Promise<string | null> {
  await on.query("select pg_advisory_xact_lock(hashtextextended('households ' || $1, 0))", [of.round]);
  const { rows } = await on.query<{ id: string }>(
    "select id from clearance_households where round_id = $1 and request_key = $2",
    [of.round, of.requestKey],
  );
  return rows[0]?.id ?? null;
}

/** Adds one under the next number; false where the key was used in another round. */
export async function insertHousehold(
  on: Connection,
  of: { readonly id: string; readonly requestKey: string; readonly ref: SealedRef } & Handling,
): Promise<boolean> {
  const { rowCount } = await on.query(
    `insert into clearance_households (id, round_id, number, request_key, data_id, salted_hash, author)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, decode($5, 'hex'), $6
       from clearance_households where round_id = $2
     on conflict (request_key) do nothing`,
    [of.id, of.round, of.requestKey, of.ref.id, of.ref.saltedHash, of.author],
  );
  return rowCount === 1;
}

/** What is sealed of it now; null: it is erased, and the bare number stays. */
export async function setHouseholdRef(on: Connection, id: string, ref: SealedRef | null): Promise<void> {
  await on.query(
    "update clearance_households set data_id = $2, salted_hash = decode($3, 'hex') where id = $1",
    [id, ref?.id ?? null, ref?.saltedHash ?? null],
  );
}

/** Notes who did what with the data of how many households. */
export async function insertHouseholdLook(
  on: Connection,
  look: { readonly what: HouseholdLook; readonly households: number } & Handling,
): Promise<void> {
  await on.query(
    "insert into household_looks (id, asker, what, round_id, households) values ($1, $2, $3, $4, $5)",
    [uuidv7(), look.author, look.what, look.round, look.households],
  );
}

export type HouseholdLookRow = {
  readonly id: string;
  readonly at: string;
  readonly asker: string;
  readonly what: HouseholdLook;
  readonly households: number;
};

/** The looks at a round's households, the last first. */
export async function listHouseholdLooks(
  on: Connection,
  round: string,
  limit: number,
): Promise<readonly HouseholdLookRow[]> {
  const { rows } = await on.query<HouseholdLookRow>(
    `select id, at, asker, what, households from household_looks where round_id = $1
      order by at desc, id desc limit $2`,
    [round, limit],
  );
  return rows;
}
