import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { APPEND_ONLY, appendOnlyProblems } from "./append-only.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** Runs statements as the owner, looks at what the check finds, and takes them back. */
async function foundAfter(change: string, undo: string): Promise<readonly string[]> {
  await database.owner.query(change);
  try {
    return (await appendOnlyProblems(database.db)).map(({ message }) => message.en);
  } finally {
    await database.owner.query(undo);
  }
}

describe("what is appended stays", () => {
  test("every table that must only grow exists", async () => {
    const { rows } = await database.owner.query<{ name: string }>(
      "select t as name from unnest($1::text[]) t where to_regclass('khu.' || t) is null",
      [APPEND_ONLY],
    );
    expect(rows).toEqual([]);
  });

  test("the migrated register gives the server no right to rewrite it", async () => {
    expect(await appendOnlyProblems(database.db)).toEqual([]);
  });

  describe.each(APPEND_ONLY)("the server on %s", (table) => {
    test("may not update any column", async () => {
      const { rows } = await database.owner.query<{ name: string }>(
        "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0",
        [table],
      );
      expect(rows.length).toBeGreaterThan(0);
      const attempts = rows.map(({ name }) =>
        expect(database.pool.query(`update ${table} set ${name} = default where false`)).rejects.toThrow(
          "permission denied",
        ),
      );
      await Promise.all(attempts);
    });

    test.each([
      ["may not delete", `delete from ${table} where false`],
      ["may not truncate", `truncate ${table}`],
      [
        "may not add a trigger",
        `create trigger t before insert on ${table} execute function refuse_alteration()`,
      ],
      ["may not switch the triggers off", `alter table ${table} disable trigger all`],
      ["may not drop", `drop table ${table} cascade`],
      ["may not add a rule", `create rule r as on insert to ${table} do instead nothing`],
      ["may not give the table away", `alter table ${table} owner to khu_server`],
    ])("%s", async (_, statement) => {
      await expect(database.pool.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    });
  });

  test("the server may not take the register of migrations for its own", async () => {
    await expect(
      database.pool.query("insert into migration (name, sha256) values ('x', 'y')"),
    ).rejects.toThrow("permission denied");
  });

  test("the server may not create in the schema", async () => {
    await expect(database.pool.query("create table khu.x (a int)")).rejects.toThrow("permission denied");
  });

  test.each(["UPDATE", "DELETE", "TRUNCATE", "TRIGGER"])("%s granted by mistake is found", async (right) => {
    const found = await foundAfter(
      `grant ${right} on changes to khu_server`,
      `revoke ${right} on changes from khu_server`,
    );
    expect(found).toEqual([expect.stringContaining(`khu_server has ${right} on changes`)]);
  });

  test("a grant to everybody, or on one column, is found too", async () => {
    const found = await foundAfter(
      "grant delete on entries to public; grant update (note) on claims to khu_server",
      "revoke delete on entries from public; revoke update (note) on claims from khu_server",
    );
    expect(found).toEqual([
      expect.stringContaining("UPDATE on claims"),
      expect.stringContaining("DELETE on entries"),
    ]);
  });

  test("a foreign key that deletes with its parent is a way round, and is found", async () => {
    const found = await foundAfter(
      `create table parent (id uuid primary key);
       alter table adoptions add constraint by_way foreign key (id) references parent on delete cascade not valid`,
      "alter table adoptions drop constraint by_way; drop table parent",
    );
    expect(found).toEqual([expect.stringContaining("CASCADE by_way on adoptions")]);
  });

  test("a table that inherits an append-only one is guarded like it", async () => {
    const found = await foundAfter(
      "create table later () inherits (entries); grant delete on later to khu_server",
      "drop table later",
    );
    expect(found).toEqual([expect.stringContaining("DELETE on later")]);
  });
});
