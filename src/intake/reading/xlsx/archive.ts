/**
 * The ZIP archive that an XLSX workbook is. Only parts that are asked for are inflated, in pieces, and never beyond
 * what the archive declares or the limits allow; an archive inside the archive is never opened.
 */
import { pipeline, type Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import * as yauzl from "yauzl";
import { RefusalError } from "../../../kernel/problems.ts";
import type { ReadingLimits } from "../limits.ts";
import { bomb, damaged, LOCKED, refuse } from "../refusals.ts";

const CHUNK_BYTES = 65_536;
/** Under a megabyte no ratio hurts, and tiny parts of blank XML are well packed. */
const RATIO_COUNTS_FROM = 1_000_000;

export type Archive = {
  /** Whether the archive has the part; OPC names do not distinguish case. */
  has(name: string): boolean;
  /** Inflated size that the archive declares for a part, 0 where there is none. */
  declaredSize(name: string): number;
  /** The inflated bytes of a part. Throws RefusalError for bombs, damage and locked parts. */
  chunks(name: string): AsyncGenerator<Buffer, void, undefined>;
  close(): void;
};

const mega = (bytes: number) => Math.round(bytes / 1e6);

/** Opens the archive and judges its directory before anything is inflated. Throws RefusalError. */
export async function openArchive(filePath: string, limits: ReadingLimits): Promise<Archive> {
  const zip = await damageAsRefusal(() => yauzl.openPromise(filePath, { autoClose: false }), DIRECTORY);
  try {
    const entries = await damageAsRefusal(() => listEntries(zip, limits), DIRECTORY);
    judgeDirectory([...entries.values()], zip.fileSize, limits);
    return {
      has: (name) => entries.has(name.toLowerCase()),
      declaredSize: (name) => entries.get(name.toLowerCase())?.uncompressedSize ?? 0,
      chunks: (name) => inflate(zip, entries.get(name.toLowerCase()), { name, limits }),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const DIRECTORY = { vi: "không đọc được mục lục của tệp nén", en: "the archive's directory can't be read" };

/** Turns what yauzl and zlib say of a broken archive into a refusal; errors of the operating system go on. */
async function damageAsRefusal<T>(work: () => Promise<T>, where: { vi: string; en: string }): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusalError || isSystemError(error)) throw error;
    if (error instanceof Error && /encrypt/i.test(error.message)) return refuse(LOCKED);
    return refuse(damaged(where));
  }
}

function isSystemError(error: unknown): boolean {
  return typeof error === "object" && error !== null && "syscall" in error;
}

async function listEntries(zip: yauzl.ZipFile, limits: ReadingLimits): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    // Two parts of one name: what a virus scanner sees and what is read could differ.
    if (entries.has(name)) {
      refuse(
        damaged({
          vi: `có hai phần cùng tên “${entry.fileName}”`,
          en: `two parts are named “${entry.fileName}”`,
        }),
      );
    }
    entries.set(name, entry);
    if (entries.size > limits.maxEntries) {
      refuse(bomb({ vi: `trên ${limits.maxEntries} phần`, en: `more than ${limits.maxEntries} parts` }));
    }
  }
  return entries;
}

function judgeDirectory(entries: readonly yauzl.Entry[], fileBytes: number, limits: ReadingLimits): void {
  const declared = entries.reduce((sum, e) => sum + e.uncompressedSize, 0);
  if (declared > limits.maxInflatedBytes) {
    const size = mega(limits.maxInflatedBytes);
    refuse(bomb({ vi: `trên ${size} MB sau khi bung`, en: `above ${size} MB inflated` }));
  }
  const packed = entries.reduce((sum, e) => sum + e.compressedSize, 0);
  // Parts that share their packed bytes (overlapping entries) add up to more than the file holds.
  if (packed > fileBytes) {
    refuse(bomb({ vi: "các phần chồng lên nhau", en: "its parts overlap" }));
  }
  for (const e of entries) {
    if (e.uncompressedSize > RATIO_COUNTS_FROM && e.uncompressedSize > e.compressedSize * limits.maxRatio) {
      refuse(
        bomb({
          vi: `phần “${e.fileName}” bung ra gấp trên ${limits.maxRatio} lần`,
          en: `part “${e.fileName}” inflates more than ${limits.maxRatio} times`,
        }),
      );
    }
  }
}

type Asked = { readonly name: string; readonly limits: ReadingLimits };

async function* inflate(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry | undefined,
  { name, limits }: Asked,
): AsyncGenerator<Buffer, void, undefined> {
  const broken = damaged({ vi: `phần “${name}” không đọc được`, en: `part “${name}” can't be read` });
  if (entry === undefined) return refuse(broken);
  if (entry.isEncrypted()) return refuse(LOCKED);
  if (!entry.canDecodeFileData()) return refuse(broken);
  const raw = await damageAsRefusal(
    () => zip.openReadStreamPromise(entry, { decodeFileData: false }),
    broken.message,
  );
  const stream = entry.compressionMethod === 8 ? inflated(raw) : raw;
  let bytes = 0;
  let checksum = 0;
  try {
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError("an archive yields bytes");
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize || bytes > limits.maxInflatedBytes) {
        refuse(bomb({ vi: `phần “${name}” lớn hơn tệp khai`, en: `part “${name}” is larger than declared` }));
      }
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    if (bytes !== entry.uncompressedSize || checksum !== entry.crc32) refuse(broken);
  } catch (error) {
    if (error instanceof RefusalError || isSystemError(error)) throw error;
    // Only the streams of this function can throw here: a consumer's error reaches a generator as a return.
    refuse(broken);
  } finally {
    raw.destroy();
    stream.destroy();
  }
}

function inflated(raw: Readable): Readable {
  const filter = createInflateRaw({ chunkSize: CHUNK_BYTES });
  // The error reaches the reader of the filter; pipeline also closes both ends.
  return pipeline(raw, filter, () => {});
}
