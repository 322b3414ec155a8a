/** Checking what was appended, beside `sha256sum` of as many bytes; rebuilding what is derived, timed apart. */
import { execFile } from "node:child_process";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { SUBJECTS } from "../src/app/subjects.ts";
import { openFileStore } from "../src/platform/files.ts";
import { backupRegister } from "../src/register/backup/backup.ts";
import { checkArchive } from "../src/register/backup/check.ts";
import { merkleRoot } from "../src/register/hashing.ts";
import { PART_TABLES } from "../src/register/parts.ts";
import { checkAppended } from "../src/register/verify/appended.ts";
import { noFindings } from "../src/register/verify/differences.ts";
import { verifyRegister } from "../src/register/verify/verify.ts";
import type { Country } from "./country.ts";
import { median, timed } from "./measuring.ts";
import { type Result, rateResult } from "./results.ts";

const PART = "Checking";
const run = promisify(execFile);

/** Writes the canonical bytes of all parts to one file, so that `sha256sum` reads what a check reads. Gives its size. */
async function dumpCanonical(country: Country, target: string): Promise<number> {
  const file = await open(target, "w");
  try {
    for (const table of PART_TABLES) {
      for (let last = 0; ; ) {
        const { rows } = await country.database.owner.query<{ no: number; bytes: Buffer }>(
          `select commit_no as no, string_agg(canonical, ''::bytea order by ordinal) as bytes from ${table}
            where commit_no > $1 group by 1 order by 1 limit 50`,
          [last],
        );
        for (const { bytes } of rows) await file.write(bytes);
        const end = rows.at(-1);
        if (end === undefined) break;
        last = end.no;
      }
    }
  } finally {
    await file.close();
  }
  return (await stat(target)).size;
}

const HASH_BYTES = 32;
/** Commits whose hashes are fetched together. */
const COMMITS = 100;

/** Lets the database hash the stored bytes, and compares the root of each commit with what its parts come to. */
async function hashInSql(country: Country): Promise<void> {
  const { pool } = country.database;
  const commits = await pool.query<{ no: number; root: Buffer }>("select no, root from commits order by no");
  for (let i = 0; i < commits.rows.length; i += COMMITS) {
    const some = commits.rows.slice(i, i + COMMITS);
    const leaves = new Map<number, Buffer[]>(some.map(({ no }) => [no, []]));
    for (const table of PART_TABLES) {
      const { rows } = await pool.query<{ no: number; hashes: Buffer }>(
        `select commit_no as no, string_agg(sha256(canonical), ''::bytea order by ordinal) as hashes from ${table}
          where commit_no between $1 and $2 group by 1`,
        [some[0]?.no, some.at(-1)?.no],
      );
      for (const { no, hashes } of rows) {
        for (let at = 0; at < hashes.length; at += HASH_BYTES) {
          leaves.get(no)?.push(hashes.subarray(at, at + HASH_BYTES));
        }
      }
    }
    for (const { no, root } of some) {
      if (!merkleRoot(leaves.get(no) ?? []).equals(root)) throw new Error(`commit ${no} has another root`);
    }
  }
}

async function hashByVerify(country: Country): Promise<void> {
  const client = await country.database.pool.connect();
  const findings = noFindings();
  try {
    await client.query("begin isolation level repeatable read read only");
    await checkAppended(client, { findings, looked: () => undefined });
    await client.query("commit");
  } finally {
    client.release();
  }
  if (findings.differences.length > 0) throw new Error("the register differs");
}

async function hashArchive(archive: string): Promise<void> {
  const checked = await checkArchive(archive);
  if (!checked.ok) throw new Error(checked.problems[0].message.en);
}

const ROUNDS = 2;

/** Measures on a country that is there, and leaves it as it was. */
export async function measureVerifying(country: Country, folder: string): Promise<readonly Result[]> {
  const dump = join(folder, "canonical.bin");
  const archive = join(folder, "backup.tar.gz");
  const bytes = await dumpCanonical(country, dump);
  const { pool } = country.database;
  const files = await openFileStore(join(folder, "files"));
  const backing = await timed(() => backupRegister({ pool, files, target: archive, now: Date.now }));
  const cases = {
    sha: () => run("sha256sum", [dump]),
    sql: () => hashInSql(country),
    verify: () => hashByVerify(country),
    archive: () => hashArchive(archive),
    whole: () => verifyRegister({ pool, definitions: SUBJECTS, files: null }),
  };
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, work] of Object.entries(cases)) {
      times.set(name, [...(times.get(name) ?? []), await timed(work)]);
    }
  }
  const of = (name: keyof typeof cases) => median(times.get(name) ?? []);
  const speed = (ms: number) => bytes / 1_000_000 / (ms / 1000);
  const line = (what: string, ms: number, atLeast: number | null, note?: string): Result =>
    rateResult({
      ...{ part: PART, what, beside: "sha256sum of the same bytes in one file", unit: "MB/s" },
      ...{ ours: speed(ms), theirs: speed(of("sha")), atLeast },
      ...(note === undefined ? {} : { note }),
    });
  const megabytes = `${Math.round(bytes / 1_000_000)} MB of canonical bytes`;
  return [
    line("every part hashed in SQL over the stored bytes", of("sql"), 1 / 3, megabytes),
    line("every part of a backup file hashed", of("archive"), 1),
    line(
      "khu verify: bytes, columns, places, chain",
      of("verify"),
      null,
      "reads every column too, and compares it with what the bytes say",
    ),
    line(
      "khu verify: periods and totals rebuilt and compared",
      of("whole") - of("verify"),
      null,
      `${((of("whole") - of("verify")) / 1000).toFixed(1)} s`,
    ),
    line("khu backup", backing, null, `${(backing / 1000).toFixed(1)} s, once`),
  ];
}
