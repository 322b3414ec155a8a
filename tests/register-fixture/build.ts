/**
 * Makes `register-v<n>.tar.gz` and what it must answer, `register-v<n>.json`, with the program as it is now.
 *
 *     node --import tsx tests/register-fixture/build.ts 2
 *
 * See README.md beside it: an archive that was committed is never made again.
 */
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { openDatabase } from "../../src/platform/database/connect.ts";
import { MIGRATIONS_FOLDER } from "../../src/platform/database/migrate.ts";
import { openFileStore } from "../../src/platform/files.ts";
import { backupRegister } from "../../src/register/backup/backup.ts";
import { personalStore } from "../../src/register/personal.ts";
import { createWriter } from "../../src/register/writer.ts";
import { zoneSubject } from "../../src/zones/subject.ts";
import { answersOf, PERSON, SECRET } from "./answers.ts";
import { organisationSubject } from "./builders.ts";
import { FILE, fixtureClock, recordSmallRegister } from "./small-register.ts";

/** The tables of the register and of zones are enough; more would bind the archive to folders that it says nothing of. */
const MIGRATIONS = ["0000_roles.sql", "0001_register.sql", "0002_zones.sql"];

const version = process.argv[2] ?? "";
const target = join(import.meta.dirname, `register-v${version}.tar.gz`);
if (!/^\d+$/.test(version) || existsSync(target)) {
  throw new Error("name a version that is not there yet, e.g. 2");
}
const folder = await mkdtemp(join(tmpdir(), "khu-fixture-"));
const migrations = join(folder, "migrations");
await mkdir(migrations);
for (const name of MIGRATIONS) await copyFile(join(MIGRATIONS_FOLDER, name), join(migrations, name));
const opened = await openDatabase({ dataFolder: folder, migrations });
if (!opened.ok) throw new Error(opened.problems.map((p) => p.message.en).join());
const { pool, close } = opened.value;
try {
  const files = await openFileStore(join(folder, "files"));
  await files.put(Readable.from([FILE]));
  const definitions = [zoneSubject, organisationSubject];
  await recordSmallRegister(createWriter({ pool, definitions, now: fixtureClock }));
  const personal = await personalStore(pool).seal(PERSON, SECRET);
  const made = await backupRegister({ pool, files, target, now: fixtureClock });
  if (!made.ok) throw new Error(made.problems.map((p) => p.message.en).join());
  const answers = { head: made.value.head, rows: made.value.rows, personal, ...(await answersOf(pool)) };
  await writeFile(target.replace(".tar.gz", ".json"), `${JSON.stringify(answers, null, 2)}\n`);
} finally {
  await close();
  await rm(folder, { recursive: true, force: true });
}
