import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import {
  batch,
  fixedId,
  organisation,
  organisationSubject,
  paper,
  setting,
  zone,
} from "../../../tests/register-fixture/builders.ts";
import {
  FILE,
  FILE_SHA256,
  fixtureClock,
  PAPERS,
  recordSmallRegister,
} from "../../../tests/register-fixture/small-register.ts";
import { plainDate } from "../../kernel/dates.ts";
import type { Outcome } from "../../kernel/problems.ts";
import { firstAdministrator } from "../../people/public.ts";
import { type FileStore, openFileStore } from "../../platform/files.ts";
import { zoneSubject } from "../../zones/subject.ts";
import { personalStore } from "../personal.ts";
import { verifyRegister } from "../verify/verify.ts";
import { createWriter, receiptOrThrow } from "../writer.ts";
import { backupRegister } from "./backup.ts";
import { restoreRegister } from "./restore.ts";
import { filesIn, type TarInput, tarOf } from "./tar.ts";

const definitions = [zoneSubject, organisationSubject];
const PERSON = fixedId(800);
const SECRET = { name: "Nguyễn Văn Mẫu" };

let folder: string;
let database: FreshDatabase;
let files: FileStore;
let archive: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "khu-backup-"));
  database = await freshDatabase();
  files = await openFileStore(join(folder, "files"));
  await files.put(Readable.from([FILE]));
  const writer = createWriter({ pool: database.pool, definitions, now: fixtureClock });
  await recordSmallRegister(writer);
  const contact = await personalStore(database.pool).seal(PERSON, SECRET);
  receiptOrThrow(
    await writer.submit(
      batch("person", {
        changes: [
          setting({
            id: fixedId(801),
            subject: organisation(fixedId(802)),
            document: PAPERS.press.id,
            from: "2024",
            // What stands for a row's end and for nothing in the copied text must come through as it is.
            attributes: { contact, name: "một\thai\\N\nba", tags: ["\\", "", "đ"] },
            note: "\\N",
          }),
        ],
      }),
    ),
  );
  await firstAdministrator(
    { db: database.db, today: () => plainDate("2026-11-24") },
    { password: null, by: "thử", tell: () => undefined },
  );
  archive = join(folder, "khu.tar.gz");
  expect(await backUpTo(archive)).toMatchObject({ ok: true });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

function backUpTo(target: string) {
  return backupRegister({ pool: database.pool, files, target, now: fixtureClock });
}

type Empty = { readonly database: FreshDatabase; readonly files: FileStore; readonly folder: string };

/** A register without anything, with a store of its own. */
async function emptyRegister(): Promise<Empty> {
  const own = await mkdtemp(join(folder, "restored-"));
  const fresh = await freshDatabase();
  onTestFinished(() => fresh.drop());
  return { database: fresh, files: await openFileStore(join(own, "files")), folder: own };
}

function restoreInto(into: Empty, from: string, expectedHead?: string) {
  return restoreRegister({
    pool: into.database.pool,
    definitions,
    files: into.files,
    archive: from,
    expectedHead,
  });
}

const TABLES = [
  ...["commits", "requests", "documents", "changes", "entries", "claims", "adoptions"],
  ...[
    "subjects",
    "zone_now",
    "zone_past",
    "subject_now",
    "subject_past",
    "total_days",
    "total_months",
    "total_years",
  ],
  ...["personal_keys", "personal_data", "accounts", "account_recovery_codes", "account_roles"],
  ...["proposals", "saved_views", "units", "unit_members", "jobs", "notices", "reminder_choices"],
];

/** All rows as text, in an order of their own. */
async function rowsOf(from: FreshDatabase): Promise<Readonly<Record<string, readonly string[]>>> {
  const all: Record<string, readonly string[]> = {};
  for (const table of TABLES) {
    const { rows } = await from.pool.query<{ row: string }>(
      `select t::text as row from ${table} t order by 1`,
    );
    all[table] = rows.map((r) => r.row);
  }
  return all;
}

const NO_ROWS = Object.fromEntries(TABLES.map((table) => [table, []]));

async function expectNothingWritten(into: Empty): Promise<void> {
  expect(await rowsOf(into.database)).toEqual(NO_ROWS);
  expect(await into.files.list()).toEqual([]);
}

function expectRefused(outcome: Outcome<unknown>, code: string): void {
  if (outcome.ok) throw new Error("it was not refused");
  expect(outcome.problems[0].code).toBe(code);
  for (const { message, remedy } of outcome.problems) {
    for (const text of [message.vi, message.en, remedy.vi, remedy.en]) expect(text).toMatch(/\S.*\.$/);
  }
}

/** The same archive with some files edited (null: left out), its sums made anew unless they are edited too. */
async function repacked(edit: Readonly<Record<string, (bytes: Buffer) => Buffer | null>>): Promise<string> {
  const kept: { name: string; bytes: Buffer }[] = [];
  const source = Readable.from([gunzipSync(await readFile(archive))]);
  for await (const file of filesIn(source)) {
    const parts: Buffer[] = [];
    for await (const part of file.content) parts.push(part);
    const bytes =
      edit[file.name]?.(Buffer.concat(parts)) ?? (file.name in edit ? null : Buffer.concat(parts));
    if (bytes !== null && (file.name !== "SHA256SUMS" || "SHA256SUMS" in edit))
      kept.push({ name: file.name, bytes });
  }
  if (!("SHA256SUMS" in edit)) {
    const sums = kept.map(
      ({ name, bytes }) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`,
    );
    kept.push({ name: "SHA256SUMS", bytes: Buffer.from(sums.join("")) });
  }
  async function* inputs(): AsyncGenerator<TarInput, void, void> {
    for (const { name, bytes } of kept) yield { name, size: bytes.length, content: [bytes] };
  }
  const parts: Buffer[] = [];
  for await (const part of tarOf(inputs(), 0)) parts.push(part);
  const path = join(folder, `${randomUUID()}.tar.gz`);
  await writeFile(path, gzipSync(Buffer.concat(parts)));
  return path;
}

function replacing(from: string, to: string) {
  return (bytes: Buffer): Buffer => {
    expect(bytes.includes(from)).toBe(true);
    return Buffer.from(bytes.toString("utf8").replace(from, to), "utf8");
  };
}

describe("a backup", () => {
  test("restored into an empty register gives the same rows, files, head and personal data", async () => {
    const into = await emptyRegister();
    const restored = await restoreInto(into, archive);
    const { head } = await verifyRegister({ pool: database.pool, definitions, files });
    expect(restored).toEqual({ ok: true, value: { commits: 5, parts: 24, head, files: 1 } });
    expect(await rowsOf(into.database)).toEqual(await rowsOf(database));
    expect(await into.files.list()).toEqual([FILE_SHA256]);
    const verified = await verifyRegister({ pool: into.database.pool, definitions, files: into.files });
    expect(verified).toMatchObject({ differences: [], head });
    const told = await into.database.pool.query("select attributes from subject_now where id = $1", [
      fixedId(802),
    ]);
    expect(await personalStore(into.database.pool).open(told.rows[0].attributes.contact)).toEqual(SECRET);
  });

  test("goes on where it was left: the next commit follows the last one, and old requests are known", async () => {
    const into = await emptyRegister();
    await restoreInto(into, archive);
    const writer = createWriter({ pool: into.database.pool, definitions, now: fixtureClock });
    const known = receiptOrThrow(await writer.submit(batch("fixture/1", {})));
    expect(known.commit).toBe(1);
    const subject = zone(randomUUID());
    const change = setting({
      id: randomUUID(),
      subject,
      document: PAPERS.press.id,
      from: "2025",
      attributes: { area: 1 },
    });
    const next = receiptOrThrow(await writer.submit(batch("next", { changes: [change] })));
    expect(next.commit).toBe(6);
    const verified = await verifyRegister({ pool: into.database.pool, definitions, files: into.files });
    expect(verified.differences).toEqual([]);
  });

  test("of the same moment is the same file, byte for byte, and only its owner may read it", async () => {
    const again = join(folder, "again.tar.gz");
    await backUpTo(again);
    expect((await readFile(again)).equals(await readFile(archive))).toBe(true);
    expect((await stat(again)).mode & 0o777).toBe(0o600);
  });

  test("tells what it holds", async () => {
    const told = await backUpTo(join(folder, "told.tar.gz"));
    if (!told.ok) throw new Error("refused");
    expect(told.value).toMatchObject({
      head: { no: 5 },
      files: 1,
      rows: { commits: 5, changes: 13, personal_keys: 1 },
    });
    expect(told.value.size).toBe((await stat(archive)).size);
  });

  test("agrees with the published head, and is refused under another", async () => {
    const { head } = await verifyRegister({ pool: database.pool, definitions, files });
    const into = await emptyRegister();
    expectRefused(await restoreInto(into, archive, "00".repeat(32)), "restore.differs");
    await expectNothingWritten(into);
    expect((await restoreInto(into, archive, head.hash)).ok).toBe(true);
  });

  test("of an empty register can be restored as well", async () => {
    const [from, into] = [await emptyRegister(), await emptyRegister()];
    const target = join(folder, "empty.tar.gz");
    const options = { pool: from.database.pool, files: from.files, target, now: fixtureClock };
    expect((await backupRegister(options)).ok).toBe(true);
    expect(await restoreInto(into, target)).toMatchObject({
      ok: true,
      value: { commits: 0, head: { no: 0 } },
    });
  });

  test("made while others write is of one moment", async () => {
    const from = await emptyRegister();
    const writer = createWriter({ pool: from.database.pool, definitions, now: Date.now });
    const document = paper(randomUUID());
    receiptOrThrow(await writer.submit(batch("p", { documents: [document] })));
    let writing = true;
    const write = async () => {
      for (let n = 0; writing; n += 1) {
        const subject = zone(fixedId(10_000 + (n % 5)));
        const c = { id: randomUUID(), subject, document: document.id, from: "2020", attributes: { area: n } };
        receiptOrThrow(await writer.submit(batch(`w${n}`, { changes: [setting(c)] })));
      }
    };
    const work = write();
    try {
      for (let i = 0; i < 3; i += 1) {
        const target = join(folder, `busy-${i}.tar.gz`);
        const made = await backupRegister({
          pool: from.database.pool,
          files: from.files,
          target,
          now: Date.now,
        });
        const restored = await restoreInto(await emptyRegister(), target);
        if (!made.ok || !restored.ok) throw new Error("refused");
        expect(restored.value.head).toEqual(made.value.head);
      }
    } finally {
      writing = false;
      await work;
    }
  });
});

describe("making a backup is refused", () => {
  test("where a file has the name already, which stays as it is", async () => {
    const target = join(folder, "taken.tar.gz");
    await writeFile(target, "something else");
    expectRefused(await backUpTo(target), "backup.exists");
    expect(await readFile(target, "utf8")).toBe("something else");
  });

  test.each([
    ["missing", async (path: string) => rm(path)],
    ["altered", async (path: string) => writeFile(path, FILE.toString("utf8").replace("1", "2"))],
    ["cut", async (path: string) => writeFile(path, FILE.subarray(1))],
  ])("where a paper's file is %s, and nothing is left behind", async (_, harm) => {
    const own = await openFileStore(join(await mkdtemp(join(folder, "harmed-")), "files"));
    await own.put(Readable.from([FILE]));
    await harm(own.pathOf(FILE_SHA256));
    const target = join(await mkdtemp(join(folder, "target-")), "khu.tar.gz");
    const outcome = await backupRegister({ pool: database.pool, files: own, target, now: fixtureClock });
    expectRefused(outcome, "backup.fileNotSound");
    expect(await readdir(join(target, ".."))).toEqual([]);
  });
});

describe("restoring is refused, and nothing is written", () => {
  let into: Empty;
  beforeAll(async () => {
    const own = await mkdtemp(join(folder, "untouched-"));
    const fresh = await freshDatabase();
    into = { database: fresh, files: await openFileStore(join(own, "files")), folder: own };
    return () => fresh.drop();
  });

  test("into a register that holds anything", async () => {
    const held = await emptyRegister();
    await personalStore(held.database.pool).seal(randomUUID(), "x");
    expectRefused(await restoreInto(held, archive), "restore.notEmpty");
    expect(await held.files.list()).toEqual([]);
    const written = await held.database.pool.query("select no from commits");
    expect(written.rows).toEqual([]);
  });

  test("where the archive breaks off", async () => {
    const whole = await readFile(archive);
    const cut = join(folder, "cut.tar.gz");
    for (const part of [0, 0.01, 0.3, 0.7, 0.99]) {
      await writeFile(cut, whole.subarray(0, Math.floor(whole.length * part)));
      expectRefused(await restoreInto(into, cut), "backup.damaged");
    }
    await writeFile(cut, whole.subarray(0, whole.length - 1));
    expectRefused(await restoreInto(into, cut), "backup.damaged");
    await expectNothingWritten(into);
  });

  test("where a byte of it was altered, wherever it stands", async () => {
    const whole = await readFile(archive);
    const altered = join(folder, "altered.tar.gz");
    for (let at = 10; at < whole.length; at += Math.ceil(whole.length / 23)) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      await writeFile(altered, bytes);
      expectRefused(await restoreInto(into, altered), "backup.damaged");
    }
    await expectNothingWritten(into);
  });

  test("where it is no archive", async () => {
    const path = join(folder, "none.tar.gz");
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from("no archive"),
      gzipSync("no tar"),
      gzipSync(Buffer.alloc(4096)),
    ]) {
      await writeFile(path, bytes);
      expectRefused(await restoreInto(into, path), "backup.damaged");
    }
    await expect(restoreInto(into, join(folder, "nowhere.tar.gz"))).rejects.toThrow("ENOENT");
  });

  const SUMS = "SHA256SUMS";
  const changes = "tables/changes/000001.copy";
  test.each([
    ["the sums are missing", { [SUMS]: () => null }, "backup.damaged"],
    ["a table is missing", { [changes]: () => null }, "backup.damaged"],
    ["the manifest is missing", { "manifest.json": () => null }, "backup.damaged"],
    ["a paper's file is missing", { [`files/${FILE_SHA256}`]: () => null }, "backup.damaged"],
    ["a paper's file is another", { [`files/${FILE_SHA256}`]: () => Buffer.from("other") }, "backup.damaged"],
    [
      "a row was altered and the sums made to fit",
      { [changes]: replacing("400000", "900000") },
      "restore.differs",
    ],
    [
      "a commit was altered and the sums made to fit",
      { "tables/commits/000001.copy": replacing("02:00:00", "03:00:00") },
      "restore.differs",
    ],
    [
      "the head of the manifest is another",
      { "manifest.json": replacing('"hash": "', `"hash": "${"0".repeat(64)}", "was": "`) },
      "restore.differs",
    ],
    ["a row can't be loaded", { [changes]: replacing("\tset\t", "\tgot\t") }, "restore.notLoaded"],
    ["a row is no row", { [changes]: () => Buffer.from("x\ty\n") }, "restore.notLoaded"],
    [
      "it was made by a newer program",
      { "manifest.json": replacing('"version": 1', '"version": 2') },
      "backup.tooNew",
    ],
    [
      "it has a schema that is not known here",
      { "manifest.json": replacing('"0001_register.sql"', '"0001_register.sql", "9999_later.sql"') },
      "backup.tooNew",
    ],
  ])("where %s", async (_, edit, code) => {
    expectRefused(await restoreInto(into, await repacked(edit)), code);
    await expectNothingWritten(into);
  });
});

describe("personal data in backups", () => {
  test("erased before a backup is not in it, and the register restored from it verifies", async () => {
    const from = await emptyRegister();
    await restoreInto(from, archive);
    await personalStore(from.database.pool).erase(PERSON);
    const target = join(folder, "erased.tar.gz");
    const made = await backupRegister({
      pool: from.database.pool,
      files: from.files,
      target,
      now: fixtureClock,
    });
    expect(made).toMatchObject({ ok: true, value: { rows: { personal_keys: 0, personal_data: 0 } } });
    expect(gunzipSync(await readFile(target)).includes("personal_keys/0")).toBe(false);
    const into = await emptyRegister();
    expect((await restoreInto(into, target)).ok).toBe(true);
    const told = await into.database.pool.query("select attributes from subject_now where id = $1", [
      fixedId(802),
    ]);
    expect(await personalStore(into.database.pool).open(told.rows[0].attributes.contact)).toBeNull();
  });
});

describe("large registers", () => {
  test("memory does not grow with what is backed up and restored", async () => {
    const from = await emptyRegister();
    const size = 128_000_000;
    const piece = 1_000_000;
    const file = await from.files.put(
      Readable.from(
        (function* () {
          for (let i = 0; i < size; i += piece) yield Buffer.alloc(piece, (i / piece) % 251);
        })(),
      ),
    );
    const writer = createWriter({ pool: from.database.pool, definitions, now: Date.now });
    const document = paper(randomUUID(), { file: { ...file, name: "lớn.bin", type: "" } });
    const changes = Array.from({ length: 2_000 }, (_, i) =>
      setting({
        id: randomUUID(),
        subject: zone(randomUUID()),
        document: document.id,
        from: "2020",
        attributes: { area: i, name: "x".repeat(4_000) },
      }),
    );
    receiptOrThrow(await writer.submit(batch("large", { documents: [document], changes })));

    let peak = 0;
    const before = process.memoryUsage().external;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().external - before);
    }, 5);
    try {
      const target = join(folder, "large.tar.gz");
      await backupRegister({ pool: from.database.pool, files: from.files, target, now: Date.now });
      const into = await emptyRegister();
      expect(await restoreInto(into, target)).toMatchObject({ ok: true, value: { parts: 2_001, files: 1 } });
      expect(existsSync(into.files.pathOf(file.sha256))).toBe(true);
    } finally {
      clearInterval(watch);
    }
    // What waits for the collector counts too; all at once it would be more than twice the file.
    expect(peak).toBeLessThan(100_000_000);
  }, 60_000);
});
