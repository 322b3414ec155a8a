import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { MIGRATIONS_FOLDER, migrate, pendingProblems } from "./migrate.ts";

let database: FreshDatabase;
let folder: string;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "khu-migrations-"));
  await database.owner.query("drop table if exists crate, box; delete from migration");
});
afterEach(() => rm(folder, { recursive: true }));

function file(name: string, sql: string): Promise<void> {
  return writeFile(join(folder, name), sql);
}

async function codesOf(run: typeof migrate): Promise<readonly string[]> {
  const outcome = await run(database.owner, folder);
  return outcome.ok ? ["ok", ...outcome.value] : outcome.problems.map(({ code }) => code);
}

async function tables(): Promise<readonly string[]> {
  const { rows } = await database.owner.query<{ tablename: string }>(
    "select tablename from pg_tables where tablename in ('box', 'crate') order by 1",
  );
  return rows.map(({ tablename }) => tablename);
}

describe("migrations", () => {
  test("are applied once, in the order of their names", async () => {
    await file("0002_crate.sql", "create table crate (box int references box)");
    await file("0001_box.sql", "create table box (id int primary key)");
    await file("notes.txt", "not a migration");
    expect(await codesOf(migrate)).toEqual(["ok", "0001_box.sql", "0002_crate.sql"]);
    expect(await codesOf(migrate)).toEqual(["ok"]);
    expect(await tables()).toEqual(["box", "crate"]);
  });

  test("one that fails leaves nothing of itself, keeps those before it, and says in which line", async () => {
    await file("0001_box.sql", "create table box (id int primary key)");
    await file("0002_crate.sql", "create table crate (id int);\n\nselect nonsense from crate;");
    const outcome = await migrate(database.owner, folder);
    expect(outcome.ok ? null : outcome.problems[0].message.en).toMatch(
      /0002_crate\.sql failed.*nonsense.*line 3/,
    );
    expect(await tables()).toEqual(["box"]);
    await file("0002_crate.sql", "create table crate (id int)");
    expect(await codesOf(migrate)).toEqual(["ok", "0002_crate.sql"]);
  });

  test("two processes at once apply each file once", async () => {
    await file("0001_box.sql", "select pg_sleep(0.2); create table box (id int primary key)");
    const both = await Promise.all([codesOf(migrate), codesOf(migrate)]);
    expect(both.map(({ length }) => length).sort()).toEqual([1, 2]);
    expect(both.flat().filter((word) => word === "ok")).toHaveLength(2);
  });

  test("a file changed after it was applied is refused, turned line ends are not a change", async () => {
    await file("0001_box.sql", "create table box\n(id int)");
    await codesOf(migrate);
    await file("0001_box.sql", "create table box\r\n(id int)");
    expect(await codesOf(migrate)).toEqual(["ok"]);
    await file("0001_box.sql", "create table box\n(id bigint)");
    expect(await codesOf(migrate)).toEqual(["database.migration-changed"]);
  });

  test("a database that a newer program has migrated is refused", async () => {
    await file("0001_box.sql", "create table box (id int)");
    await file("0002_crate.sql", "create table crate (id int)");
    await codesOf(migrate);
    await rm(join(folder, "0002_crate.sql"));
    expect(await codesOf(migrate)).toEqual(["database.migration-unknown"]);
  });

  test("a new file before an applied one is refused", async () => {
    await file("0002_crate.sql", "create table crate (id int)");
    await codesOf(migrate);
    await file("0001_box.sql", "create table box (id int)");
    expect(await codesOf(migrate)).toEqual(["database.migration-out-of-order"]);
    expect(await tables()).toEqual(["crate"]);
  });

  test("a command beside a running server migrates nothing, and says that the server is older", async () => {
    await file("0001_box.sql", "create table box (id int)");
    expect(await codesOf(pendingProblems)).toEqual(["database.migration-pending"]);
    expect(await tables()).toEqual([]);
    await codesOf(migrate);
    expect(await codesOf(pendingProblems)).toEqual(["ok"]);
  });

  test("none of ours ends its transaction itself", async () => {
    const names = (await readdir(MIGRATIONS_FOLDER)).filter((name) => name.endsWith(".sql"));
    const texts = await Promise.all(names.map((name) => readFile(join(MIGRATIONS_FOLDER, name), "utf8")));
    const ending = names.filter((_, i) =>
      /^\s*(begin|commit|rollback|start transaction|vacuum|create index concurrently)\b[^;\n]*;/im.test(
        texts[i] ?? "",
      ),
    );
    expect(names.length).toBeGreaterThan(0);
    expect(ending).toEqual([]);
  });
});
