/** Files by the hash of what is in them: `<folder>/<first two hex digits>/<sha256>`. A file is there whole or not at all. */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What was stored: SHA-256 in lower-case hex, and bytes. */
export type StoredFile = { readonly sha256: string; readonly size: number };

export type FileStore = {
  /** Stores the bytes, in place of a file of the same hash that was altered. Durable when it answers. */
  readonly put: (source: Readable) => Promise<StoredFile>;
  /** The bytes, or null where there are none of that hash. */
  readonly read: (sha256: string) => Readable | null;
  readonly has: (sha256: string) => boolean;
  /** Where the file stands, for readers that need a path. */
  readonly pathOf: (sha256: string) => string;
  /** Hashes of all files, in order. */
  readonly list: () => Promise<readonly string[]>;
};

const HASH = /^[0-9a-f]{64}$/;

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}

/** Opens (and makes) the store in a folder. */
export async function openFileStore(folder: string): Promise<FileStore> {
  const arriving = join(folder, "arriving");
  await mkdir(arriving, { recursive: true, mode: 0o700 });
  const pathOf = (sha256: string): string => {
    // The hash becomes a path: nothing else may.
    if (!HASH.test(sha256)) throw new RangeError(`not a SHA-256 in hex: ${sha256}`);
    return join(folder, sha256.slice(0, 2), sha256);
  };

  async function put(source: Readable): Promise<StoredFile> {
    const hash = createHash("sha256");
    let size = 0;
    const counting = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        hash.update(chunk);
        size += chunk.length;
        next(null, chunk);
      },
    });
    const temporary = join(arriving, randomUUID());
    try {
      await pipeline(source, counting, createWriteStream(temporary, { mode: 0o600, flush: true }));
      const sha256 = hash.digest("hex");
      const target = pathOf(sha256);
      const made = await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(temporary, target);
      await syncFolder(dirname(target));
      if (made !== undefined) await syncFolder(folder);
      return { sha256, size };
    } finally {
      await rm(temporary, { force: true });
    }
  }

  return {
    put,
    read: (sha256) =>
      HASH.test(sha256) && existsSync(pathOf(sha256)) ? createReadStream(pathOf(sha256)) : null,
    has: (sha256) => HASH.test(sha256) && existsSync(pathOf(sha256)),
    pathOf,
    list: async () => {
      const found = await readdir(folder, { recursive: true });
      return found
        .map((path) => path.split("/").at(-1) ?? "")
        .filter((name) => HASH.test(name))
        .sort();
    },
  };
}
