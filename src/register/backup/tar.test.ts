import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filesIn, TarError, type TarInput, tarOf } from "./tar.ts";

type Plain = { readonly name: string; readonly bytes: Buffer };

async function* inputs(files: readonly Plain[]): AsyncGenerator<TarInput, void, void> {
  for (const { name, bytes } of files) yield { name, size: bytes.length, content: [bytes] };
}

async function written(files: readonly Plain[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of tarOf(inputs(files), 1_800_000_000)) parts.push(part);
  return Buffer.concat(parts);
}

/** The same bytes, cut into pieces of a size that fits nothing. */
async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer, void, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, size = 700): Promise<readonly Plain[]> {
  const files: Plain[] = [];
  for await (const file of filesIn(cut(bytes, size))) {
    const parts: Buffer[] = [];
    for await (const part of file.content) parts.push(part);
    files.push({ name: file.name, bytes: Buffer.concat(parts) });
  }
  return files;
}

const plain = fc.record({
  name: fc.stringMatching(/^[a-z0-9/]{1,40}$/),
  bytes: fc.uint8Array({ maxLength: 3_000 }).map((b) => Buffer.from(b)),
});

describe("tar", () => {
  test("what is written is read back, however the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(plain, { maxLength: 5 }),
        fc.integer({ min: 1, max: 2_000 }),
        async (files, size) => {
          expect(await read(await written(files), size)).toEqual(files);
        },
      ),
    );
  });

  test("the system's tar reads what we write, and we read what it writes", async () => {
    const folder = mkdtempSync(join(tmpdir(), "khu-tar-"));
    try {
      const files = [
        { name: "manifest.json", bytes: Buffer.from("{}\n") },
        { name: "files/quyết-định", bytes: Buffer.alloc(1_025, "x") },
      ];
      writeFileSync(join(folder, "ours.tar"), await written(files));
      execFileSync("tar", ["-xf", "ours.tar"], { cwd: folder });
      for (const { name, bytes } of files) expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true);
      execFileSync("tar", ["--format=ustar", "-cf", "theirs.tar", ...files.map((f) => f.name)], {
        cwd: folder,
      });
      expect(await read(readFileSync(join(folder, "theirs.tar")))).toEqual(files);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("a file whose content is not read is passed over", async () => {
    const bytes = await written([
      { name: "a", bytes: Buffer.alloc(1_500, "a") },
      { name: "b", bytes: Buffer.from("b") },
    ]);
    const names: string[] = [];
    for await (const file of filesIn(cut(bytes, 600))) names.push(file.name);
    expect(names).toEqual(["a", "b"]);
  });

  test("an archive that breaks off anywhere is told from a whole one", async () => {
    const bytes = await written([{ name: "a", bytes: Buffer.alloc(700, "a") }]);
    for (const length of [0, 100, 512, 800, 1_300, 1_535, 1_600]) {
      await expect(read(bytes.subarray(0, length))).rejects.toThrow(TarError);
    }
  });

  test("a header that was altered is told", async () => {
    const bytes = await written([{ name: "a", bytes: Buffer.from("x") }]);
    bytes.write("b", 0);
    await expect(read(bytes)).rejects.toThrow("damaged");
    await expect(read(Buffer.alloc(1_024, "no tar"))).rejects.toThrow(TarError);
  });

  test("a file that gives more or fewer bytes than told ends the writing", async () => {
    async function* wrong(): AsyncGenerator<TarInput, void, void> {
      yield { name: "a", size: 3, content: [Buffer.from("xx")] };
    }
    await expect(async () => {
      for await (const _ of tarOf(wrong(), 0));
    }).rejects.toThrow("a has 2 bytes, not 3");
  });

  test("a name that does not fit is refused, not cut", async () => {
    await expect(written([{ name: "x".repeat(101), bytes: Buffer.alloc(0) }])).rejects.toThrow(RangeError);
  });
});
