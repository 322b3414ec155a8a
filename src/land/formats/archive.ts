/** The parts of a ZIP that a reader asks for, inflated within limits. Nothing is written to a disk. */
import { once } from "node:events";
import { pipeline, type Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import * as yauzl from "yauzl";
import { RefusalError } from "../../kernel/problems.ts";
import type { DrawingLimits } from "./drawing.ts";
import { bomb, broken, LOCKED, refuse } from "./refusals.ts";

/** Under a megabyte no ratio hurts. */
const RATIO_COUNTS_FROM = 1_000_000;

export type ZipPart = { readonly name: string; readonly bytes: Buffer };

/** Inflates the parts whose name is wanted. Throws RefusalError for bombs, damage and locked parts. */
export async function unzip(
  bytes: Uint8Array,
  limits: DrawingLimits,
  isWanted: (name: string) => boolean,
): Promise<ZipPart[]> {
  const zip = await damageAsRefusal(() => yauzl.fromBufferPromise(Buffer.from(bytes)));
  try {
    const entries = await damageAsRefusal(() => listEntries(zip, limits));
    const wanted = entries.filter(({ fileName }) => isWanted(fileName));
    judgeSizes(wanted, bytes.length, limits);
    const parts: ZipPart[] = [];
    for (const entry of wanted) parts.push({ name: entry.fileName, bytes: await inflate(zip, entry) });
    return parts;
  } finally {
    zip.close();
  }
}

const DIRECTORY = broken({
  vi: "không đọc được mục lục tệp nén",
  en: "the archive's directory can't be read",
});

async function damageAsRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    return refuse(error instanceof Error && /encrypt/i.test(error.message) ? LOCKED : DIRECTORY);
  }
}

async function listEntries(zip: yauzl.ZipFile, limits: DrawingLimits): Promise<yauzl.Entry[]> {
  const entries = new Map<string, yauzl.Entry>();
  for await (const entry of zip.eachEntry()) {
    // Two parts of one name: what a virus scanner sees and what is read could differ.
    if (entries.has(entry.fileName.toLowerCase())) refuse(DIRECTORY);
    entries.set(entry.fileName.toLowerCase(), entry);
    if (entries.size > limits.maxEntries) {
      refuse(bomb({ vi: `trên ${limits.maxEntries} phần`, en: `more than ${limits.maxEntries} parts` }));
    }
  }
  return [...entries.values()];
}

function judgeSizes(entries: readonly yauzl.Entry[], fileBytes: number, limits: DrawingLimits): void {
  const sum = (pick: (entry: yauzl.Entry) => number) => entries.reduce((all, e) => all + pick(e), 0);
  if (sum((e) => e.uncompressedSize) > limits.maxInflatedBytes) {
    const mega = Math.round(limits.maxInflatedBytes / 1e6);
    refuse(bomb({ vi: `trên ${mega} MB sau khi bung`, en: `above ${mega} MB inflated` }));
  }
  // Parts that share their packed bytes add up to more than the file holds.
  if (sum((e) => e.compressedSize) > fileBytes)
    refuse(bomb({ vi: "các phần chồng lên nhau", en: "its parts overlap" }));
  for (const e of entries) {
    if (e.uncompressedSize > RATIO_COUNTS_FROM && e.uncompressedSize > e.compressedSize * limits.maxRatio) {
      const more = `${limits.maxRatio}`;
      refuse(
        bomb({
          vi: `phần “${e.fileName}” bung ra gấp trên ${more} lần`,
          en: `part “${e.fileName}” inflates more than ${more} times`,
        }),
      );
    }
  }
}

async function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  const name = entry.fileName;
  const damaged = broken({ vi: `phần “${name}” không đọc được`, en: `part “${name}” can't be read` }, name);
  if (entry.isEncrypted()) return refuse(LOCKED);
  if (!entry.canDecodeFileData()) return refuse(damaged);
  try {
    const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    const bytes = await gather(entry.compressionMethod === 8 ? inflated(raw) : raw, entry);
    if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) refuse(damaged);
    return bytes;
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    return refuse(damaged);
  }
}

async function gather(stream: Readable, entry: yauzl.Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError("an archive yields bytes");
      bytes += chunk.length;
      // What comes out is bounded by what was declared, and that by the limits.
      if (bytes > entry.uncompressedSize) {
        const part = `“${entry.fileName}”`;
        refuse(bomb({ vi: `phần ${part} lớn hơn tệp khai`, en: `part ${part} is larger than declared` }));
      }
      chunks.push(chunk);
    }
  } finally {
    if (!stream.destroyed) {
      stream.destroy();
      await once(stream, "close");
    }
  }
  return Buffer.concat(chunks);
}

function inflated(raw: Readable): Readable {
  // The error reaches the reader of the filter; pipeline also closes both ends.
  return pipeline(raw, createInflateRaw(), () => {});
}
