/** What kind of file bytes are, told by what they begin with. A name or a sender's word proves nothing. */
import { open } from "node:fs/promises";

/** Kinds that a browser may show beside our pages; an SVG or HTML is a program, no picture, and never among them. */
export const SHOWN_TYPES = ["application/pdf", "image/png", "image/jpeg", "image/webp"] as const;
export type ShownType = (typeof SHOWN_TYPES)[number];

/** Bytes that must be seen to tell. */
export const TELLING_BYTES = 12;

type Mark = { readonly at: number; readonly bytes: Buffer };
const mark = (at: number, text: string): Mark => ({ at, bytes: Buffer.from(text, "latin1") });

const MARKS: Readonly<Record<ShownType, readonly Mark[]>> = {
  "application/pdf": [mark(0, "%PDF-")],
  "image/png": [mark(0, "\x89PNG\r\n\x1a\n")],
  "image/jpeg": [mark(0, "\xff\xd8\xff")],
  "image/webp": [mark(0, "RIFF"), mark(8, "WEBP")],
};

/** The kind by the first bytes, or null where it is none that is shown. */
export function typeOfBytes(begin: Buffer): ShownType | null {
  const fits = (type: ShownType) =>
    MARKS[type].every(({ at, bytes }) => begin.subarray(at, at + bytes.length).equals(bytes));
  return SHOWN_TYPES.find(fits) ?? null;
}

/** The same of a file. */
export async function typeOfFile(path: string): Promise<ShownType | null> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(TELLING_BYTES), 0, TELLING_BYTES, 0);
    return typeOfBytes(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
