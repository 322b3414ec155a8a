import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { fixedId, organisationSubject } from "../../../tests/register-fixture/builders.ts";
import { fixtureClock, recordSmallRegister } from "../../../tests/register-fixture/small-register.ts";
import { MIGRATIONS_FOLDER, migrate } from "../../platform/database/migrate.ts";
import { zoneSubject } from "../../zones/subject.ts";
import { FOLD_VERSION } from "../fold.ts";
import { fingerprintOf } from "../shape.ts";
import { createWriter } from "../writer.ts";
import { renewDerived } from "./renewing.ts";
import { verifyRegister } from "./verify.ts";

const definitions = [zoneSubject, organisationSubject];
const DERIVED = [
  "subjects",
  "zone_now",
  "zone_past",
  "subject_now",
  "subject_past",
  "total_days",
  "total_months",
  "total_years",
  "entry_evidence",
];

let database: FreshDatabase;
let said: string[];
beforeEach(async () => {
  database = await freshDatabase();
  said = [];
  await renew();
  await recordSmallRegister(createWriter({ pool: database.pool, definitions, now: fixtureClock }));
});
afterEach(() => database.drop());

const renew = () => renewDerived({ pool: database.pool, definitions, say: (line) => said.push(line) });

async function ruin(): Promise<void> {
  for (const table of DERIVED) await database.pool.query(`delete from ${table}`);
}

async function setBack(): Promise<void> {
  await database.pool.query("update derived_shape set fingerprint = 'of an earlier version'");
}

async function differences(): Promise<number> {
  const found = await verifyRegister({ pool: database.pool, definitions, files: null });
  return found.differences.length + found.omitted;
}

describe("a register that is opened", () => {
  test("by the code that wrote it is left as it is", async () => {
    await ruin();
    const before = await differences();
    expect(before).toBeGreaterThan(5);
    expect(await renew()).toBe(false);
    expect(await differences()).toBe(before);
    expect(said).toEqual([]);
  });

  test("by code of another shape is made anew, and says so once; then it is left as it is", async () => {
    await ruin();
    await setBack();
    expect(await renew()).toBe(true);
    expect(await differences()).toBe(0);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("0 % của 12 biến động");
    expect(await renew()).toBe(false);
    expect(said).toHaveLength(1);
  });

  test("without any fingerprint, from before there was one, is made anew", async () => {
    await ruin();
    await database.pool.query("delete from derived_shape");
    expect(await renew()).toBe(true);
    expect(await differences()).toBe(0);
  });

  test("by two processes at once is made anew by one of them", async () => {
    await setBack();
    expect((await Promise.all([renew(), renew()])).sort()).toEqual([false, true]);
    expect(await differences()).toBe(0);
  });

  test("takes a change whose bytes can't be read as its columns tell it", async () => {
    await database.owner.query("alter table changes disable trigger user");
    await database.owner.query(`update changes set canonical = '\\xff00' where id = '${fixedId(102)}'`);
    await setBack();
    await renew();
    const found = await verifyRegister({ pool: database.pool, definitions, files: null });
    expect(found.differences.filter((d) => d.kind.startsWith("derived"))).toEqual([]);
    expect(found.differences.map((d) => d.kind)).toContain("bytes");
  });
});

/** As whom the process logged in: an outside server gives it the lesser role only afterwards. */
async function endProcess(pid: number): Promise<void> {
  const client = await database.pool.connect();
  await client.query("set role none");
  await client.query("select pg_terminate_backend($1)", [pid]);
  await client.query("reset role");
  client.release();
}

test("killed in the middle, it is as it was, and the next start makes it anew", async () => {
  await ruin();
  await setBack();
  const holder = await database.owner.connect();
  await holder.query("begin; lock table entry_evidence in share mode");
  const dying = renew().then(
    () => "ended",
    () => "died",
  );
  for (let pid: number | undefined; pid === undefined; await sleep(20)) {
    const waiting = await holder.query<{ pid: number }>(
      "select pid from pg_locks where relation = 'entry_evidence'::regclass and not granted",
    );
    pid = waiting.rows[0]?.pid;
    if (pid !== undefined) await endProcess(pid);
  }
  expect(await dying).toBe("died");
  await holder.query("rollback");
  holder.release();
  expect(await differences()).toBeGreaterThan(5);
  expect(await renew()).toBe(true);
  expect(await differences()).toBe(0);
});

describe("the fingerprint", () => {
  const of = fingerprintOf(definitions);
  const [first, ...columns] = zoneSubject.timeline.columns;

  test("is the same whatever the order of the folders", () => {
    expect(fingerprintOf([...definitions].reverse())).toBe(of);
  });

  test("moves with the fold, with a column, its type, and with a running total", () => {
    const timeline = { ...zoneSubject.timeline, columns };
    const typed = {
      ...timeline,
      columns: [{ name: first?.name ?? "", type: "uuid" as const, of: () => null }, ...columns],
    };
    const total = { figure: "zones.area", amountOf: () => null };
    const others = [
      fingerprintOf(definitions, FOLD_VERSION + 1),
      fingerprintOf([{ ...zoneSubject, timeline }, organisationSubject]),
      fingerprintOf([{ ...zoneSubject, timeline: typed }, organisationSubject]),
      fingerprintOf([{ ...zoneSubject, totals: [total] }, organisationSubject]),
      fingerprintOf([zoneSubject]),
    ];
    expect(new Set([of, ...others]).size).toBe(others.length + 1);
  });
});

test("a register from before the newest papers were kept gets them with the migration", async () => {
  const folder = await mkdtemp(join(tmpdir(), "khu-migrations-"));
  try {
    for (const name of await readdir(MIGRATIONS_FOLDER)) {
      if (name <= "0011_derived_shape.sql") await cp(join(MIGRATIONS_FOLDER, name), join(folder, name));
    }
    await database.pool.query("delete from entry_evidence");
    await database.owner.query("drop table derived_shape; delete from migration where name >= '0011'");
    expect(await migrate(database.owner, folder)).toMatchObject({
      ok: true,
      value: ["0011_derived_shape.sql"],
    });
    expect(await differences()).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});
