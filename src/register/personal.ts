/**
 * Personal data, which can be erased: kept sealed under a key per person or dossier. A change holds only the id and a
 * salted hash, so that every commit stays verifiable when the key, and with it the data and the salt, are gone.
 * Backups made before an erasure still hold what they held: they are to be destroyed or kept under lock.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { canonicalText, sha256 } from "./hashing.ts";
import type { SealedRef } from "./vocabulary.ts";

/** A JSON value that is personal. */
export type PersonalValue = z.infer<ReturnType<typeof z.json>>;

export type PersonalStore = {
  /** Keeps a value under the person's key (made at the first one) and gives what a change may hold of it. */
  readonly seal: (person: string, value: PersonalValue) => Promise<SealedRef>;
  /** The value, or null where it was erased or never was. Throws where what is stored was altered. */
  readonly open: (ref: SealedRef) => Promise<PersonalValue | null>;
  /** Takes away one value that another has taken the place of; the person's others stay. */
  readonly replace: (
    old: SealedRef,
    by: { readonly person: string; readonly value: PersonalValue },
  ) => Promise<SealedRef>;
  /** Takes away the person's key and everything under it; answers how many values there were. */
  readonly erase: (person: string) => Promise<number>;
};

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Without the salt the hash of a name or a telephone number could be guessed by trying. */
const SALT_BYTES = 32;

const content = z.object({ salt: z.string(), value: z.json() });

/** The sealed bytes belong to this id and this person: moved under another they do not open. */
function belonging(id: string, person: string): Buffer {
  return Buffer.from(`${id} ${person}`, "latin1");
}

type Key = { readonly bytes: Buffer; readonly person: string };

function encrypt(id: string, key: Key, text: string): { readonly nonce: Buffer; readonly sealed: Buffer } {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key.bytes, nonce).setAAD(belonging(id, key.person));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return { nonce, sealed };
}

function decrypt(id: string, key: Key, of: { readonly nonce: Buffer; readonly sealed: Buffer }): string {
  const decipher = createDecipheriv(CIPHER, key.bytes, of.nonce).setAAD(belonging(id, key.person));
  decipher.setAuthTag(of.sealed.subarray(-TAG_BYTES));
  return decipher.update(of.sealed.subarray(0, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
}

/**
 * The store over the register's database, or over one connection of it in a transaction. `person` is the id of a person or
 * of a dossier, a UUID.
 */
export function personalStore(pool: Pick<pg.ClientBase, "query">): PersonalStore {
  async function keyOf(person: string): Promise<Key> {
    await pool.query("insert into personal_keys (id, key) values ($1, $2) on conflict (id) do nothing", [
      person,
      randomBytes(KEY_BYTES),
    ]);
    const found = await pool.query<{ key: Buffer }>("select key from personal_keys where id = $1", [person]);
    const bytes = found.rows[0]?.key;
    if (bytes === undefined) throw new Error("the person was erased at this moment");
    return { bytes, person };
  }

  async function seal(person: string, value: PersonalValue): Promise<SealedRef> {
    const key = await keyOf(person);
    const id = uuidv7();
    const text = canonicalText({ salt: randomBytes(SALT_BYTES).toString("hex"), value });
    const { nonce, sealed } = encrypt(id, key, text);
    await pool.query("insert into personal_data (id, key_id, nonce, sealed) values ($1, $2, $3, $4)", [
      id,
      person,
      nonce,
      sealed,
    ]);
    return { id, saltedHash: sha256(text).toString("hex") };
  }

  return {
    seal,
    replace: async (old, { person, value }) => {
      const ref = await seal(person, value);
      await pool.query("delete from personal_data where id = $1 and key_id = $2", [old.id, person]);
      return ref;
    },
    open: async ({ id, saltedHash }) => {
      const found = await pool.query<{ person: string; key: Buffer; nonce: Buffer; sealed: Buffer }>(
        `select k.id as person, k.key, d.nonce, d.sealed
           from personal_data d join personal_keys k on k.id = d.key_id where d.id = $1`,
        [id],
      );
      const row = found.rows[0];
      if (row === undefined) return null;
      const text = decrypt(id, { bytes: row.key, person: row.person }, row);
      if (sha256(text).toString("hex") !== saltedHash) throw new Error(`${id} is not what was sealed`);
      return content.parse(JSON.parse(text)).value;
    },
    erase: async (person) => {
      const data = await pool.query<{ n: number }>(
        `with counted as (select count(*) as n from personal_data where key_id = $1),
              gone as (delete from personal_keys where id = $1 returning id)
         select n from counted left join gone on true`,
        [person],
      );
      return data.rows[0]?.n ?? 0;
    },
  };
}
