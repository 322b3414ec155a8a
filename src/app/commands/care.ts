/** `khu verify`, `khu backup`, `khu restore`. */
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { openDatabase } from "../../platform/database/connect.ts";
import { sweep } from "../../platform/database/sweeping.ts";
import { openFileStore } from "../../platform/files.ts";
import { backupRegister, restoreRegister, verifyRegister } from "../../register/public.ts";
import { folderOf } from "../register.ts";
import { SUBJECTS } from "../subjects.ts";
import {
  type CommonWords,
  commonWords,
  dataFolderOf,
  kindOf,
  tellProblems,
  withRegister,
} from "./opening.ts";

const verifyWords = commonWords.extend({
  head: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/** Checks everything and names each difference; ends with code 1 where there is one. */
export async function verifyCommand(options: unknown): Promise<void> {
  const given = verifyWords.parse(options);
  await withRegister(given, async (register) => {
    const found = await verifyRegister({
      pool: register.database.pool,
      definitions: SUBJECTS,
      files: register.files,
      expectedHead: given.head,
    });
    if (given.json === true) {
      process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    } else {
      for (const d of found.differences) process.stdout.write(`${d.table} ${d.id}: ${d.what.vi}\n`);
      const { commits, parts, head, differences, omitted } = found;
      process.stdout.write(
        `${commits} lần ghi, ${parts} phần, ${differences.length + omitted} sai khác; lần ghi cuối ${head.no} ${head.hash}\n`,
      );
    }
    if (found.differences.length > 0) process.exitCode = 1;
  });
}

/** Writes the whole register into one archive, also while a server works on it. */
export async function backupCommand(archive: string, options: unknown): Promise<void> {
  const given = commonWords.parse(options);
  await withRegister(given, async ({ database, files }) => {
    const outcome = await backupRegister({
      pool: database.pool,
      files,
      target: resolve(archive),
      now: () => Date.now(),
    });
    if (!outcome.ok) return tellProblems(outcome.problems, given);
    const { target, size, head } = outcome.value;
    tell(outcome.value, `${target}: ${size} byte; lần ghi cuối ${head.no} ${head.hash}`, given);
  });
}

/** Restores an archive into a register that holds nothing; the first data are not loaded into it. */
export async function restoreCommand(archive: string, options: unknown): Promise<void> {
  const given = verifyWords.parse(options);
  const dataFolder = folderOf(dataFolderOf(given), kindOf(given));
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const { DATABASE_URL: url, DATABASE_SERVER_URL: serverUrl } = process.env;
  const opened = await openDatabase({ dataFolder, url, serverUrl });
  if (!opened.ok) return tellProblems(opened.problems, given);
  try {
    const outcome = await restoreRegister({
      pool: opened.value.pool,
      definitions: SUBJECTS,
      files: await openFileStore(join(dataFolder, "files")),
      archive: resolve(archive),
      expectedHead: given.head,
    });
    if (!outcome.ok) return tellProblems(outcome.problems, given);
    await sweep(opened.value);
    const { commits, parts, head } = outcome.value;
    tell(outcome.value, `${commits} lần ghi, ${parts} phần; lần ghi cuối ${head.no} ${head.hash}`, given);
  } finally {
    await opened.value.close();
  }
}

function tell(value: unknown, line: string, given: CommonWords): void {
  process.stdout.write(given.json === true ? `${JSON.stringify(value, null, 2)}\n` : `${line}\n`);
}
