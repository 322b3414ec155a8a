import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { openFileStore } from "../../src/platform/files.ts";
import { restoreRegister } from "../../src/register/backup/restore.ts";
import { personalStore } from "../../src/register/personal.ts";
import { verifyRegister } from "../../src/register/verify/verify.ts";
import { sealedRef } from "../../src/register/vocabulary.ts";
import { createWriter, receiptOrThrow } from "../../src/register/writer.ts";
import { zoneSubject } from "../../src/zones/subject.ts";
import { freshDatabase } from "../database.ts";
import { answersOf, SECRET } from "./answers.ts";
import { batch, fixedId, organisationSubject, setting } from "./builders.ts";
import { PAPERS, recordSmallRegister, ZONES } from "./small-register.ts";

const definitions = [zoneSubject, organisationSubject];
const pinned = z.object({
  head: z.object({ no: z.number(), hash: z.string() }),
  rows: z.record(z.string(), z.number()),
  personal: sealedRef,
  periods: z.array(z.unknown()),
  totals: z.array(z.unknown()),
});

const names = (await readdir(import.meta.dirname))
  .filter((name) => /^register-v\d+\.tar\.gz$/.test(name))
  .sort();

test("there is a register of the first version", () => {
  expect(names).toContain("register-v1.tar.gz");
});

describe.each(names)("the register written as %s", (name) => {
  async function restored() {
    const archive = join(import.meta.dirname, name);
    const told = pinned.parse(JSON.parse(await readFile(archive.replace(".tar.gz", ".json"), "utf8")));
    const folder = await mkdtemp(join(tmpdir(), "khu-fixture-"));
    const database = await freshDatabase();
    onTestFinished(async () => {
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    });
    const files = await openFileStore(join(folder, "files"));
    const outcome = await restoreRegister({
      pool: database.pool,
      definitions,
      files,
      archive,
      expectedHead: told.head.hash,
    });
    return { told, database, files, outcome };
  }

  test("opens, verifies, and has the head that it had", async () => {
    const { told, database, files, outcome } = await restored();
    expect(outcome).toMatchObject({ ok: true, value: { head: told.head } });
    const asked = { pool: database.pool, definitions, files, expectedHead: told.head.hash };
    expect(await verifyRegister(asked)).toMatchObject({ differences: [], head: told.head });
  });

  test("answers what it answered, for every day and as known at every commit", async () => {
    const { told, database } = await restored();
    const { periods, totals } = await answersOf(database.pool);
    expect(periods).toEqual(told.periods);
    expect(totals).toEqual(told.totals);
  });

  test("opens the personal data that it holds", async () => {
    const { told, database } = await restored();
    expect(await personalStore(database.pool).open(told.personal)).toEqual(SECRET);
  });

  test("is gone on with by the program of today", async () => {
    const { told, database, files } = await restored();
    const writer = createWriter({ pool: database.pool, definitions, now: Date.now });
    // Every request is known and gets its first answer.
    await recordSmallRegister(writer);
    const c = setting({
      id: fixedId(900),
      subject: ZONES.first,
      document: PAPERS.press.id,
      from: "2025",
      attributes: { workers: 12 },
    });
    const next = receiptOrThrow(await writer.submit(batch("after", { changes: [c] })));
    expect(next.commit).toBe(told.head.no + 1);
    expect((await verifyRegister({ pool: database.pool, definitions, files })).differences).toEqual([]);
  });
});
