/** What kind of file was sent, by its first bytes; its name is only asked where the bytes leave a choice. */
import { open } from "node:fs/promises";
import type { Problem, Sentence } from "../../kernel/problems.ts";
import type { ReadingLimits } from "./limits.ts";
import { EMPTY_FILE, fileTooLarge, LOCKED, notWorkbook, OLD_EXCEL } from "./refusals.ts";

/** A stored upload, and the name that its sender gave it. */
export type SentFile = { readonly path: string; readonly name?: string };

export type Sniffed =
  | { readonly kind: "xlsx" }
  | { readonly kind: "text"; readonly encoding: "utf-8" | "utf-16le" | "utf-16be" }
  | { readonly kind: "refused"; readonly problem: Problem };

const HEAD_BYTES = 8_192;

const SIGNATURES: ReadonlyArray<readonly [string, Sentence]> = [
  ["%PDF", { vi: "đây là tệp PDF", en: "it is a PDF" }],
  ["Rar!", { vi: "đây là tệp nén RAR", en: "it is a RAR archive" }],
  ["7z\xbc\xaf", { vi: "đây là tệp nén 7z", en: "it is a 7z archive" }],
  ["\x1f\x8b", { vi: "đây là tệp nén gzip", en: "it is a gzip archive" }],
  ["\x89PNG", { vi: "đây là hình ảnh", en: "it is a picture" }],
  ["\xff\xd8\xff", { vi: "đây là hình ảnh", en: "it is a picture" }],
  ["GIF8", { vi: "đây là hình ảnh", en: "it is a picture" }],
  ["{\\rtf", { vi: "đây là văn bản RTF", en: "it is an RTF document" }],
];

/** Looks at the beginning of the file. Throws only what the operating system throws (no such file). */
export async function sniff(file: SentFile, limits: ReadingLimits): Promise<Sniffed> {
  const handle = await open(file.path, "r");
  try {
    const { size } = await handle.stat();
    if (size === 0) return { kind: "refused", problem: EMPTY_FILE };
    if (size > limits.maxFileBytes) return { kind: "refused", problem: fileTooLarge(size, limits) };
    const read = async (position: number, length: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    const head = await read(0, HEAD_BYTES);
    if (head.readUIntBE(0, Math.min(4, head.length)) === 0xd0cf11e0) {
      return { kind: "refused", problem: (await isLocked(head, read)) ? LOCKED : OLD_EXCEL };
    }
    return kindOf(head, file.name ?? file.path);
  } finally {
    await handle.close();
  }
}

/** A workbook with a password is stored in the container of old Excel, as a stream named `EncryptedPackage`. */
async function isLocked(
  head: Buffer,
  read: (position: number, length: number) => Promise<Buffer>,
): Promise<boolean> {
  if (head.length < 76) return false;
  // MS-CFB 2.2: sector shift at 30, first sector of the directory at 48.
  const sectorBytes = 2 ** Math.min(head.readUInt16LE(30), 20);
  const directory = await read((head.readUInt32LE(48) + 1) * sectorBytes, 4_096);
  return directory.includes(Buffer.from("EncryptedPackage", "utf16le"));
}

/** The kind that the first bytes show. */
export function kindOf(head: Buffer, name: string): Sniffed {
  const latin = head.toString("latin1");
  if (latin.startsWith("PK\x03\x04") || latin.startsWith("PK\x05\x06")) return { kind: "xlsx" };
  const known = SIGNATURES.find(([signature]) => latin.startsWith(signature));
  if (known !== undefined) return { kind: "refused", problem: notWorkbook(known[1]) };
  if (head[0] === 0xff && head[1] === 0xfe) return { kind: "text", encoding: "utf-16le" };
  if (head[0] === 0xfe && head[1] === 0xff) return { kind: "text", encoding: "utf-16be" };
  return textKind(latin, name);
}

function textKind(latin: string, name: string): Sniffed {
  const refusal = (vi: string, en: string): Sniffed => ({
    kind: "refused",
    problem: notWorkbook({ vi, en }),
  });
  if (/^[^<]{0,3}\s*<(!doctype html|html|table|meta|head|body)/i.test(latin)) {
    return refusal("đây là trang HTML được đặt tên như Excel", "it is an HTML page named like Excel");
  }
  if (/^[^<]{0,3}\s*<\?xml/i.test(latin)) return refusal("đây là tệp XML", "it is an XML file");
  if (latin.includes("\0")) return refusal("đây là tệp nhị phân lạ", "it is an unknown binary file");
  if (/\.(xlsx|xlsm|xls|xlsb)$/i.test(name)) {
    return refusal("nội dung là chữ thường, không phải Excel", "its content is plain text, not Excel");
  }
  return { kind: "text", encoding: "utf-8" };
}
