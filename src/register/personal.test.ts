import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import {
  batch,
  fixedId,
  organisation,
  organisationSubject,
  paper,
  setting,
} from "../../tests/register-fixture/builders.ts";
import { type PersonalStore, personalStore } from "./personal.ts";
import { verifyRegister } from "./verify/verify.ts";
import { createWriter, receiptOrThrow } from "./writer.ts";

let database: FreshDatabase;
let store: PersonalStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = personalStore(database.pool);
});
afterAll(() => database.drop());

const SECRET = "Nguyễn Văn Mẫu, 0912 000 000";

/** Every value of every table of the register as one text: what whoever holds the database can see. */
async function everything(): Promise<string> {
  const tables = await database.pool.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'khu'::regnamespace and relkind = 'r' order by 1",
  );
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await database.pool.query<{ row: string }>(`select t::text as row from ${name} t`);
    texts.push(...rows.map((r) => r.row));
  }
  return texts.join("\n");
}

describe("personal data", () => {
  test("opens again for whoever holds its id and hash", async () => {
    const value = { name: SECRET, tags: ["a", 1, null, true] };
    const ref = await store.seal(randomUUID(), value);
    expect(await store.open(ref)).toEqual(value);
  });

  test("does not stand readable in the database", async () => {
    await store.seal(randomUUID(), { name: SECRET });
    const all = await everything();
    expect(all).not.toContain(SECRET);
    expect(all).not.toContain(Buffer.from(SECRET).toString("hex"));
  });

  test("of the same content never has the same hash: it can't be guessed by trying", async () => {
    const person = randomUUID();
    const [a, b] = [await store.seal(person, SECRET), await store.seal(person, SECRET)];
    expect(a.saltedHash).not.toBe(b.saltedHash);
  });

  test("that was altered, moved, or asked for under another hash does not open", async () => {
    const [person, other] = [randomUUID(), randomUUID()];
    const [ref, second] = [await store.seal(person, "one"), await store.seal(person, "two")];
    await store.seal(other, "three");
    await expect(store.open({ ...ref, saltedHash: second.saltedHash })).rejects.toThrow(
      "not what was sealed",
    );
    await database.pool.query(
      "update personal_data d set sealed = s.sealed, nonce = s.nonce from personal_data s where d.id = $1 and s.id = $2",
      [ref.id, second.id],
    );
    await expect(store.open(ref)).rejects.toThrow();
    await database.pool.query("update personal_data set key_id = $2 where id = $1", [second.id, other]);
    await expect(store.open(second)).rejects.toThrow();
  });

  test("that never was opens as nothing", async () => {
    expect(await store.open({ id: randomUUID(), saltedHash: "0".repeat(64) })).toBeNull();
  });
});

describe("erasing a person", () => {
  test("takes away everything under the key, and of that person alone", async () => {
    const [person, other] = [randomUUID(), randomUUID()];
    const refs = [await store.seal(person, 1), await store.seal(person, 2)];
    const kept = await store.seal(other, 3);
    expect(await store.erase(person)).toBe(2);
    expect(await Promise.all(refs.map(store.open))).toEqual([null, null]);
    expect(await store.open(kept)).toBe(3);
    const left = await database.pool.query("select id from personal_data where key_id = $1", [person]);
    expect(left.rows).toEqual([]);
    expect(await store.erase(person)).toBe(0);
  });

  test("leaves every commit verifiable, and the change keeps an id and a hash that say nothing", async () => {
    const writer = createWriter({
      pool: database.pool,
      definitions: [organisationSubject],
      now: Date.now,
    });
    const person = randomUUID();
    const ref = await store.seal(person, { name: SECRET });
    const document = paper(fixedId(1));
    const subject = organisation(fixedId(2));
    const change = setting({
      id: fixedId(3),
      subject,
      document: document.id,
      from: "2024",
      attributes: { contact: ref },
    });
    receiptOrThrow(await writer.submit(batch("b", { documents: [document], changes: [change] })));
    const asked = { pool: database.pool, definitions: [organisationSubject], files: null };
    const before = await verifyRegister(asked);
    expect(before.differences).toEqual([]);

    expect(await store.erase(person)).toBe(1);
    const after = await verifyRegister(asked);
    expect(after.differences).toEqual([]);
    expect(after.head).toEqual(before.head);
    const { rows } = await database.pool.query("select attributes from subject_now where id = $1", [
      subject.id,
    ]);
    expect(rows).toEqual([{ attributes: { contact: ref } }]);
    expect(await store.open(ref)).toBeNull();
  });

  test("two values sealed at once for a new person lie under one key", async () => {
    const person = randomUUID();
    const refs = await Promise.all([1, 2, 3, 4].map((n) => store.seal(person, n)));
    expect(await Promise.all(refs.map(store.open))).toEqual([1, 2, 3, 4]);
  });
});
