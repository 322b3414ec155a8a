/** Writes the whole register into one file, while others go on reading and writing. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { access, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { done, type Outcome, RefusalError, refused } from "../../kernel/problems.ts";
import type { FileStore } from "../../platform/files.ts";
import { NO_COMMIT } from "../hashing.ts";
import {
  FORMAT,
  FORMAT_VERSION,
  MANIFEST_NAME,
  type Manifest,
  paperFile,
  SUMS_NAME,
  TABLE_NAMES,
  TABLES,
  type TableName,
  tableFile,
} from "./manifest.ts";
import { fileNotSound, targetExists } from "./problems.ts";
import { type TarInput, tarOf } from "./tar.ts";

export type BackupOptions = {
  readonly pool: pg.Pool;
  readonly files: FileStore;
  /** Where the archive is to be, e.g. `khu-2026-11-24.tar.gz`; nothing may be there. */
  readonly target: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** What was backed up; `size` of the archive in bytes. */
export type BackedUp = {
  readonly target: string;
  readonly size: number;
  readonly head: Manifest["head"];
  readonly rows: Readonly<Record<string, number>>;
  readonly files: number;
};

/** Rows of a table are cut into files of this many bytes, so that the size of each is known before it is written. */
const PIECE = 4_000_000;

/**
 * Writes a portable archive (gzip of tar) of one moment: the appended tables, the personal data with their keys (keep
 * it as safe as the register), and all files of papers. It is there whole or not at all. Refused where a file that a
 * paper names is missing or altered, or where the target is taken.
 */
export async function backupRegister(options: BackupOptions): Promise<Outcome<BackedUp>> {
  const { target } = options;
  if (await exists(target)) return refused(targetExists(target));
  const draft = `${target}.part`;
  let told: Manifest | null = null;
  const madeAt = options.now();
  try {
    const entries = withSums(
      entriesOf(options, madeAt, (manifest) => {
        told = manifest;
      }),
    );
    await pipeline(
      Readable.from(tarOf(entries, Math.floor(madeAt / 1000))),
      createGzip({ level: 6 }),
      createWriteStream(draft, { mode: 0o600, flush: true }),
    );
    await rename(draft, target);
    await syncFolder(dirname(target));
    return done(backedUp(target, (await stat(target)).size, told));
  } catch (error) {
    await rm(draft, { force: true });
    if (error instanceof RefusalError) return refused(...error.problems);
    throw error;
  }
}

function backedUp(target: string, size: number, manifest: Manifest | null): BackedUp {
  if (manifest === null) throw new Error("an archive without a manifest");
  const rows = Object.fromEntries(manifest.tables.map((t) => [t.name, t.rows]));
  return { target, size, head: manifest.head, rows, files: manifest.files };
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}

/** Adds as the last file the sums of all before it, as `sha256sum -c` reads them. */
async function* withSums(entries: AsyncIterable<TarInput>): AsyncGenerator<TarInput, void, void> {
  const sums: string[] = [];
  for await (const entry of entries) {
    const hash = createHash("sha256");
    async function* hashed(): AsyncGenerator<Buffer, void, void> {
      for await (const chunk of entry.content) {
        hash.update(chunk);
        yield chunk;
      }
    }
    yield { ...entry, content: hashed() };
    sums.push(`${hash.digest("hex")}  ${entry.name}\n`);
  }
  yield inMemory(SUMS_NAME, Buffer.from(sums.join("")));
}

function inMemory(name: string, bytes: Buffer): TarInput {
  return { name, size: bytes.length, content: [bytes] };
}

async function* entriesOf(
  { pool, files }: BackupOptions,
  madeAt: number,
  tell: (manifest: Manifest) => void,
): AsyncGenerator<TarInput, void, void> {
  const client = await pool.connect();
  let papers: readonly string[];
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local datestyle = 'ISO'; set local bytea_output = 'hex'");
    papers = await listPapers(client);
    const manifest = await manifestOf(client, { madeAt, files: papers.length });
    tell(manifest);
    yield inMemory(MANIFEST_NAME, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
    for (const table of TABLE_NAMES) yield* piecesOf(client, table, columnsIn(manifest, table));
    await client.query("commit");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
  // Files never change and are never taken away: the moment need not be held for them.
  for (const sha256 of papers) yield await paperEntry(files, sha256);
}

function columnsIn(manifest: Manifest, table: TableName): readonly string[] {
  return manifest.tables.find((t) => t.name === table)?.columns ?? [];
}

async function manifestOf(
  client: pg.ClientBase,
  of: { readonly madeAt: number; readonly files: number },
): Promise<Manifest> {
  const head = await client.query<{ no: number; hash: string }>(
    "select no, encode(hash, 'hex') as hash from commits order by no desc limit 1",
  );
  const migrations = await client.query<{ name: string }>(
    'select name from migration order by name collate "C"',
  );
  const tables: Manifest["tables"] = [];
  for (const name of TABLE_NAMES) {
    const columns = await client.query<{ name: string }>(
      `select attname as name from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [name],
    );
    const count = await client.query<{ n: number }>(`select count(*) as n from ${name}`);
    tables.push({ name, columns: columns.rows.map((r) => r.name), rows: count.rows[0]?.n ?? 0 });
  }
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    madeAt: new Date(of.madeAt).toISOString(),
    head: head.rows[0] ?? { no: 0, hash: NO_COMMIT.toString("hex") },
    migrations: migrations.rows.map((r) => r.name),
    tables,
    files: of.files,
  };
}

async function listPapers(client: pg.ClientBase): Promise<readonly string[]> {
  const found = await client.query<{ sha256: string }>(
    "select distinct encode(file_sha256, 'hex') as sha256 from documents where file_sha256 is not null order by 1",
  );
  return found.rows.map((r) => r.sha256);
}

/** A table's rows in the text format of COPY, cut wherever a piece is full. */
async function* piecesOf(
  client: pg.ClientBase,
  table: TableName,
  columns: readonly string[],
): AsyncGenerator<TarInput, void, void> {
  const select = `select ${columns.join(", ")} from ${table} order by ${TABLES[table]}`;
  let number = 0;
  let held: Buffer[] = [];
  let size = 0;
  const piece = () => {
    number += 1;
    const content = held;
    const entry = { name: tableFile(table, number), size, content };
    held = [];
    size = 0;
    return entry;
  };
  for await (const chunk of client.query(copyTo(`copy (${select}) to stdout`))) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError("a copy stream gives bytes");
    held.push(chunk);
    size += chunk.length;
    if (size >= PIECE) yield piece();
  }
  if (size > 0) yield piece();
}

async function paperEntry(files: FileStore, sha256: string): Promise<TarInput> {
  const found = await stat(files.pathOf(sha256)).catch(() => null);
  if (found === null) throw new RefusalError([fileNotSound(sha256)]);
  return { name: paperFile(sha256), size: found.size, content: soundContent(files, sha256) };
}

/** The bytes of a file; throws a refusal where they turn out to be others. */
async function* soundContent(files: FileStore, sha256: string): AsyncGenerator<Buffer, void, void> {
  const stream = files.read(sha256);
  if (stream === null) throw new RefusalError([fileNotSound(sha256)]);
  const hash = createHash("sha256");
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError("a file gives bytes");
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("hex") !== sha256) throw new RefusalError([fileNotSound(sha256)]);
}
