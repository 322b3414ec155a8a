import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { administrator, urlFor } from "../../../tests/test-server.ts";
import type { Outcome } from "../../kernel/problems.ts";
import { openDatabase } from "./connect.ts";

describe("the register's database", () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  test("the server works as the lesser role, migrations as another", async () => {
    const server = await database.pool.query("select current_user");
    const owner = await database.owner.query("select current_user");
    expect(server.rows).toEqual([{ current_user: "khu_server" }]);
    expect(owner.rows).not.toEqual(server.rows);
  });

  test("Vietnamese order is there: đ follows d, and accents come after letters", async () => {
    const { rows } = await sql<{ word: string }>`
      select word from unnest(array['đất', 'dân', 'e', 'an', 'ăn']) as t(word) order by word collate "vi-x-icu"
    `.execute(database.db);
    expect(rows.map(({ word }) => word)).toEqual(["an", "ăn", "dân", "đất", "e"]);
  });

  test("a transaction that is refused in the middle goes back to its savepoint alone", async () => {
    await database.owner.query("create table box (id int primary key)");
    await database.db.transaction().execute(async (trx) => {
      await sql`insert into box values (1)`.execute(trx);
      await sql`savepoint second`.execute(trx);
      await expect(sql`insert into box values (1)`.execute(trx)).rejects.toThrow("box_pkey");
      await sql`rollback to savepoint second`.execute(trx);
      await sql`insert into box values (2)`.execute(trx);
    });
    expect((await database.pool.query("select id from box order by id")).rows).toEqual([
      { id: 1 },
      { id: 2 },
    ]);
  });
});

describe("an outside PostgreSQL", () => {
  const server = inject("testServer");
  const name = `khu_outside_${randomBytes(4).toString("hex")}`;
  const [owner, lesser] = [`${name}_owner`, `${name}_lesser`];
  const url = urlFor(server, { user: owner, password: "not a secret", database: name });
  const serverUrl = urlFor(server, { user: lesser, password: "not a secret", database: name });

  beforeAll(async () => {
    const admin = administrator(server);
    await admin.query(`create role ${owner} login password 'not a secret'`);
    await admin.query(`create role ${lesser} login password 'not a secret'`);
    await admin.query(`create database ${name} owner ${owner} template template0`);
    await admin.end();
  });
  afterAll(async () => {
    const admin = administrator(server);
    await admin.query(`drop database ${name} with (force)`);
    await admin.query(`drop role ${owner}`);
    await admin.query(`drop role ${lesser}`);
    await admin.end();
  });

  function codesOf(outcome: Outcome<unknown>): readonly string[] {
    return outcome.ok ? ["ok"] : outcome.problems.map(({ code }) => code);
  }

  async function asAdministrator(statement: string): Promise<void> {
    const admin = administrator(server);
    await admin.query(statement).finally(() => admin.end());
  }

  test("whose owner can't have the lesser role is refused, with what an administrator has to do", async () => {
    const opened = await openDatabase({ dataFolder: "", url });
    expect(codesOf(opened)).toEqual(["database.no-server-role"]);
    expect(opened.ok ? "" : opened.problems[0].remedy.en).toContain("GRANT khu_server TO");
  });

  test("is migrated by its owner and served as the lesser role", async () => {
    await asAdministrator(`grant khu_server to ${owner}`);
    const opened = await openDatabase({ dataFolder: "", url });
    if (!opened.ok) throw new Error(opened.problems[0].message.en);
    const { pool, kind, close } = opened.value;
    const who = await pool.query("select current_user, current_setting('TimeZone') as zone");
    await close();
    expect(kind).toBe("outside");
    expect(who.rows).toEqual([{ current_user: "khu_server", zone: "UTC" }]);
  });

  test("whose server login is the owner itself is refused, for it could rewrite history", async () => {
    const codes = codesOf(await openDatabase({ dataFolder: "", url, serverUrl: url }));
    expect(new Set(codes)).toEqual(new Set(["database.may-rewrite"]));
  });

  test("whose server login was not granted the lesser role is refused", async () => {
    const opened = await openDatabase({ dataFolder: "", url, serverUrl });
    expect(codesOf(opened)).toEqual(["database.no-server-role"]);
  });

  test("with a login of its own for the server is served by it", async () => {
    await asAdministrator(`grant khu_server to ${lesser}`);
    const opened = await openDatabase({ dataFolder: "", url, serverUrl });
    if (!opened.ok) throw new Error(opened.problems[0].message.en);
    const who = await opened.value.pool.query("select current_user as name, count(*) from changes");
    await opened.value.close();
    expect(who.rows).toEqual([{ name: lesser, count: 0 }]);
  });

  test("that does not answer is refused without printing the password", async () => {
    const opened = await openDatabase({ dataFolder: "", url: "postgresql://khu:hush@127.0.0.1:1/khu" });
    expect(codesOf(opened)).toEqual(["database.not-reachable"]);
    expect(JSON.stringify(opened)).not.toContain("hush");
  });

  test("whose address is none is refused without printing it", async () => {
    const opened = await openDatabase({ dataFolder: "", url: "hush" });
    expect(codesOf(opened)).toEqual(["database.not-reachable"]);
    expect(JSON.stringify(opened)).not.toContain("hush");
  });
});
