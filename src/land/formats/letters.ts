/** Texts of geodata that are not Unicode: Windows-1258, or TCVN3 typed for the fonts .VnTime. Pure. */
import iconv from "iconv-lite";

export type TextCode = "UTF-8" | "Windows-1258" | "TCVN3" | "Windows-1252";

const FOREIGN =
  /[^\x20-\x7e\s0-9àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ–—“”‘’…²³°×]/giu;

/** Characters that no Vietnamese text has. */
function foreign(text: string): number {
  return text.match(FOREIGN)?.length ?? 0;
}

const SINGLE_BYTE = [
  ["Windows-1258", "windows-1258"],
  ["TCVN3", "tcvn"],
  ["Windows-1252", "windows-1252"],
] as const;

/** As much of a file is looked at to tell its code. */
const TELLING_BYTES = 4_000_000;

/** A decoder for all the texts of one file, as UTF-8 or else in the code in which they look most like Vietnamese. */
export function decoderFor(samples: readonly Uint8Array[]): {
  readonly code: TextCode;
  readonly decode: (bytes: Uint8Array) => string;
} {
  const all = Buffer.concat(samples.flatMap((bytes) => [bytes, Buffer.from(" ")]));
  if (isUtf8(all)) {
    const decode = (bytes: Uint8Array) => mended(Buffer.from(bytes).toString("utf8"));
    const isOld = samples.some((bytes) => decode(bytes).changed);
    return { code: isOld ? "TCVN3" : "UTF-8", decode: (bytes) => decode(bytes).text };
  }
  const told = all.subarray(0, TELLING_BYTES);
  const tried = SINGLE_BYTE.map(([code, encoding]) => ({
    code,
    encoding,
    strange: foreign(single(told, encoding)),
  }));
  const { code, encoding } = tried.reduce((best, next) => (next.strange < best.strange ? next : best));
  return { code, decode: (bytes) => single(bytes, encoding) };
}

function single(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes), encoding).normalize("NFC");
}

/** Whether the bytes are Unicode as UTF-8, all of them. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * TCVN3 that was stored as the Western letters of the same bytes (`l« ®Êt`) as Vietnamese; any other text unchanged.
 * Turned only where it has letters that Vietnamese lacks before, and none after.
 */
export function mended(text: string): { readonly text: string; readonly changed: boolean } {
  const composed = text.normalize("NFC");
  if (foreign(composed) === 0) return { text: composed, changed: false };
  const bytes = iconv.encode(composed, "windows-1252");
  if (iconv.decode(bytes, "windows-1252") !== composed) return { text: composed, changed: false };
  const turned = single(bytes, "tcvn");
  return foreign(turned) === 0 ? { text: turned, changed: true } : { text: composed, changed: false };
}
