import { afterAll, beforeAll, expect, test } from "vitest";
import { type Running, startBacKan } from "../../tests/bacKan.ts";
import { registerOn } from "./register.ts";

let khu: Running;
beforeAll(async () => {
  khu = await startBacKan();
}, 180_000);
afterAll(() => khu?.stop());

const ASKED = "place=06&asOf=2023-11-30";

async function reopened(): Promise<readonly string[]> {
  const { database, dataFolder } = khu.register;
  const said: string[] = [];
  const options = {
    kind: "real",
    whenBusy: "join",
    dataFolder,
    say: (line: string) => said.push(line),
  } as const;
  expect(await registerOn(database, options)).toMatchObject({ ok: true });
  return said;
}

test("a register whose derived tables an older version wrote answers right as soon as it is open", async () => {
  const { pool } = khu.register.database;
  const [area, money] = await Promise.all([
    khu.figure("clusters.area", ASKED),
    khu.figure("capital.allocated", ASKED),
  ]);
  for (const table of ["zone_now", "zone_past", "total_days", "total_months", "entry_evidence"]) {
    await pool.query(`delete from ${table}`);
  }
  expect((await khu.figure("clusters.area", ASKED)).value).not.toBe(area.value);
  // Written by this very version, the tables are trusted: nothing is made anew.
  expect(await reopened()).toEqual([]);
  expect((await khu.figure("clusters.area", ASKED)).value).not.toBe(area.value);

  await pool.query("update derived_shape set fingerprint = 'of an earlier version'");
  expect((await reopened())[0]).toContain("rebuilding the derived tables");
  expect(await khu.figure("clusters.area", ASKED)).toEqual(area);
  expect(await khu.figure("capital.allocated", ASKED)).toEqual(money);
  expect(await reopened()).toEqual([]);
});
