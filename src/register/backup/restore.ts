/** Restores a backup into an empty register: all of it, checked, or nothing. */
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import pg from "pg";
import { done, type Outcome, type Problem, RefusalError, refused } from "../../kernel/problems.ts";
import { reasonOf } from "../../platform/database/logins.ts";
import type { FileStore } from "../../platform/files.ts";
import { sendingOn } from "../sending.ts";
import type { SubjectDefinition } from "../timelines.ts";
import { rebuildDerived } from "../verify/rewriting.ts";
import { type Verification, verifyWithin } from "../verify/verify.ts";
import { beginAtHead } from "../writer.ts";
import { type Checked, checkArchive, isDamage, unpacked } from "./check.ts";
import { loaderOf } from "./loader.ts";
import { isTableName, type Manifest, PAPER_FILE, TABLE_FILE, TABLE_NAMES } from "./manifest.ts";
import { archiveDamaged, archiveTooNew, notLoaded, registerNotEmpty, restoredDiffers } from "./problems.ts";

export type RestoreOptions = {
  readonly pool: pg.Pool;
  readonly definitions: readonly SubjectDefinition[];
  readonly files: FileStore;
  readonly archive: string;
  /** The hash of the last commit as it was published, in hex. */
  readonly expectedHead?: string | undefined;
};

/** What was restored. */
export type Restored = {
  readonly commits: number;
  readonly parts: number;
  readonly head: Verification["head"];
  readonly files: number;
};

/**
 * Loads an archive into a register without any commit, in one transaction, with the rights of the server: rows and
 * files, then all that is derived from them; the whole is verified before it is kept. Refused, with nothing written,
 * where the register is not empty or the archive is damaged, altered, too new, or not in agreement with itself.
 */
export async function restoreRegister(options: RestoreOptions): Promise<Outcome<Restored>> {
  const checked = await checkArchive(options.archive);
  if (!checked.ok) return checked;
  const added: string[] = [];
  const client = await options.pool.connect();
  try {
    const sending = sendingOn(client);
    await beginAtHead(sending);
    const restored = await load(client, { ...options, ...checked.value, added });
    await client.query("commit");
    client.release();
    return done(restored);
  } catch (error) {
    client.release(true);
    for (const sha256 of added) await rm(options.files.pathOf(sha256), { force: true });
    if (error instanceof RefusalError) return refused(...error.problems);
    if (isDamage(error)) return refused(archiveDamaged(error.message));
    if (error instanceof pg.DatabaseError) return refused(notLoaded(reasonOf(error)));
    throw error;
  }
}

type Loading = RestoreOptions & Checked & { readonly added: string[] };

function refuse(first: Problem, ...rest: Problem[]): never {
  throw new RefusalError([first, ...rest]);
}

async function load(client: pg.PoolClient, loading: Loading): Promise<Restored> {
  const { manifest, definitions, papers } = loading;
  if (await holdsAnything(client)) refuse(registerNotEmpty());
  await refuseNewer(client, manifest);
  await loadFiles(client, loading);
  await compareCounts(client, manifest);
  await refuseWithoutFiles(client, papers);
  await rebuildDerived(client, definitions);
  const found = await verifyWithin(
    { reader: client, comparer: client },
    { definitions, files: null, expectedHead: loading.expectedHead ?? manifest.head.hash },
  );
  const [first, ...rest] = found.differences.slice(0, 10).map((d) => restoredDiffers(d.what));
  if (first !== undefined) refuse(first, ...rest);
  return { commits: found.commits, parts: found.parts, head: found.head, files: papers.size };
}

async function holdsAnything(client: pg.ClientBase): Promise<boolean> {
  const any = TABLE_NAMES.map((table) => `exists (select from ${table})`).join(" or ");
  const found = await client.query<{ any: boolean }>(`select ${any} as any`);
  return found.rows[0]?.any !== false;
}

/** An archive of an older schema fits into a newer one; what a newer schema has would be lost here. */
async function refuseNewer(client: pg.ClientBase, manifest: Manifest): Promise<void> {
  const applied = await client.query<{ name: string }>("select name from migration order by name");
  const known = new Set(applied.rows.map((r) => r.name));
  const [first, ...rest] = manifest.migrations.filter((name) => !known.has(name)).map(archiveTooNew);
  if (first !== undefined) refuse(first, ...rest);
}

/** Loads tables and stores files in the order of the archive. */
async function loadFiles(client: pg.ClientBase, loading: Loading): Promise<void> {
  const tables = loaderOf(client, loading.manifest);
  for await (const file of unpacked(loading.archive)) {
    const table = TABLE_FILE.exec(file.name)?.[1];
    const sha256 = PAPER_FILE.exec(file.name)?.[1];
    if (table !== undefined && isTableName(table)) {
      for await (const chunk of file.content) await tables.write(table, chunk);
    } else {
      await tables.end();
      if (sha256 === undefined || loading.files.has(sha256)) continue;
      loading.added.push(sha256);
      await loading.files.put(Readable.from(file.content));
    }
  }
  await tables.end();
}

async function compareCounts(client: pg.ClientBase, manifest: Manifest): Promise<void> {
  for (const { name, rows } of manifest.tables) {
    if (!isTableName(name)) continue;
    const found = await client.query<{ n: number }>(`select count(*) as n from ${name}`);
    if (found.rows[0]?.n !== rows) refuse(archiveDamaged(`${name}: ${found.rows[0]?.n} ≠ ${rows}`));
  }
}

async function refuseWithoutFiles(client: pg.ClientBase, papers: ReadonlySet<string>): Promise<void> {
  const named = await client.query<{ sha256: string }>(
    "select distinct encode(file_sha256, 'hex') as sha256 from documents where file_sha256 is not null order by 1",
  );
  const lacking = named.rows
    .filter((r) => !papers.has(r.sha256))
    .map((r) => archiveDamaged(`files/${r.sha256}`));
  const [first, ...rest] = lacking;
  if (first !== undefined) refuse(first, ...rest);
}
