import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

describe("the schema", () => {
  test("every table says what it holds", async () => {
    const { rows } = await database.owner.query(
      `select relname from pg_class where relnamespace = 'khu'::regnamespace and relkind in ('r', 'p')
       and obj_description(oid, 'pg_class') is null order by relname`,
    );
    expect(rows).toEqual([]);
  });

  test("everything of ours lies in the schema khu", async () => {
    const { rows } = await database.owner.query(
      `select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname not in ('khu', 'pg_catalog', 'information_schema', 'pg_toast') order by 1, 2`,
    );
    expect(rows).toEqual([]);
  });

  test("the server can read every table", async () => {
    const { rows } = await database.pool.query(
      `select relname from pg_class where relnamespace = 'khu'::regnamespace and relkind in ('r', 'p', 'v', 'm')
       and not has_table_privilege(oid, 'SELECT') order by relname`,
    );
    expect(rows).toEqual([]);
  });
});
