import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { loginsOf } from "../../tests/test-server.ts";
import { openPool } from "../platform/database/logins.ts";
import { sendingOn } from "./sending.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

describe.each([
  ["statement by statement", false],
  ["through a pipeline", true],
])("sending %s", (_, pipeline) => {
  let pool: pg.Pool;
  let client: pg.PoolClient;
  beforeEach(async () => {
    pool = openPool({ ...loginsOf(inject("testServer"), database.name).server, pipeline });
    client = await pool.connect();
    await client.query("create temp table told (n integer primary key)");
  });
  afterEach(async () => {
    client.release(true);
    await pool.end();
  });

  const tell = (n: number): pg.QueryConfig => ({ text: "insert into told values ($1)", values: [n] });
  const told = async () =>
    (await client.query<{ n: number }>("select n from told order by n")).rows.map((r) => r.n);

  test("statements run in the order in which they were sent, each with its own answer", async () => {
    const sending = sendingOn(client);
    const answers = [3, 1, 2].map((n) => sending.send({ text: "select $1::int as n", values: [n] }));
    expect((await Promise.all(answers)).map((a) => a.rows[0]?.n)).toEqual([3, 1, 2]);
    for (const n of [1, 2, 3]) {
      sending.send(tell(n));
      await sending.room();
    }
    await sending.settled();
    expect(await told()).toEqual([1, 2, 3]);
  });

  test("the first failure is what is told, and a transaction keeps nothing", async () => {
    const sending = sendingOn(client);
    sending.send({ text: "begin" });
    sending.send(tell(1));
    sending.send(tell(1));
    sending.send(tell(2));
    await expect(sending.settled()).rejects.toThrow("duplicate key");
    await sending.close();
    await client.query("rollback");
    expect(await told()).toEqual([]);
  });

  test("nothing that was sent before closing runs after what comes then", async () => {
    const sending = sendingOn(client);
    sending.send({ text: "begin" });
    for (let n = 1; n <= 20; n += 1) sending.send(tell(n));
    await sending.close();
    await client.query("rollback");
    await new Promise((later) => setTimeout(later, 30));
    expect(await told()).toEqual([]);
    await expect(sending.send(tell(1))).rejects.toThrow("nothing is sent any more");
    expect(await told()).toEqual([]);
  });
});
