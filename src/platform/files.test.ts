import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FileStore, openFileStore } from "./files.ts";

const BYTES = Buffer.from("Quyết định mẫu", "utf8");
const HASH = createHash("sha256").update(BYTES).digest("hex");

let folder: string;
let files: FileStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "khu-files-"));
  files = await openFileStore(join(folder, "files"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function readBack(sha256: string): Promise<Buffer | null> {
  const stream = files.read(sha256);
  return stream === null ? null : await buffer(stream);
}

describe("the store of files", () => {
  test("gives back by its hash what was put", async () => {
    expect(await files.put(Readable.from([BYTES.subarray(0, 5), BYTES.subarray(5)]))).toEqual({
      sha256: HASH,
      size: BYTES.length,
    });
    expect(await readBack(HASH)).toEqual(BYTES);
    expect(files.has(HASH)).toBe(true);
    expect(await files.list()).toEqual([HASH]);
  });

  test("keeps each file under the first two digits of its hash, for its owner alone", async () => {
    await files.put(Readable.from([BYTES]));
    const path = join(folder, "files", HASH.slice(0, 2), HASH);
    expect(files.pathOf(HASH)).toBe(path);
    expect(await readFile(path)).toEqual(BYTES);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test("has a file once, however often and from however many sides it is put", async () => {
    await Promise.all([1, 2, 3].map(() => files.put(Readable.from([BYTES]))));
    expect(await files.list()).toEqual([HASH]);
  });

  test("keeps an empty file too", async () => {
    const { sha256, size } = await files.put(Readable.from([]));
    expect(size).toBe(0);
    expect(await readBack(sha256)).toEqual(Buffer.alloc(0));
  });

  test("keeps nothing of what breaks off on its way", async () => {
    const breaking = Readable.from(
      (async function* () {
        yield BYTES;
        throw new Error("the line is cut");
      })(),
    );
    await expect(files.put(breaking)).rejects.toThrow("the line is cut");
    expect(await files.list()).toEqual([]);
    expect(await readdir(join(folder, "files", "arriving"))).toEqual([]);
  });

  test("puts an altered file right when the true bytes are put again", async () => {
    await files.put(Readable.from([BYTES]));
    await writeFile(files.pathOf(HASH), "altered");
    await files.put(Readable.from([BYTES]));
    expect(await readBack(HASH)).toEqual(BYTES);
  });

  test("finds nothing under a hash that it does not have, and makes no path of anything else", async () => {
    expect(files.read("0".repeat(64))).toBeNull();
    expect(files.has("0".repeat(64))).toBe(false);
    for (const wrong of ["../../etc/passwd", HASH.toUpperCase(), HASH.slice(1), ""]) {
      expect(files.read(wrong)).toBeNull();
      expect(files.has(wrong)).toBe(false);
      expect(() => files.pathOf(wrong)).toThrow(RangeError);
    }
  });

  test("has what it had when it is opened again", async () => {
    await files.put(Readable.from([BYTES]));
    expect(await (await openFileStore(join(folder, "files"))).list()).toEqual([HASH]);
  });
});
