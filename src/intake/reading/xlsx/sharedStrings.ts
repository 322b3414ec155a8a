/** The table of texts that the cells of a workbook refer to by number. It alone is held whole, within limits. */
import type { ReadingLimits } from "../limits.ts";
import { refuse, TOO_MUCH_TEXT, textTooLong } from "../refusals.ts";
import type { Archive } from "./archive.ts";
import { readXml, type XmlHandler } from "./xml.ts";

/** Reads the table; empty where the workbook has none. Throws RefusalError. */
export async function readSharedStrings(
  archive: Archive,
  part: string | null,
  limits: ReadingLimits,
): Promise<readonly string[]> {
  if (part === null || !archive.has(part)) return [];
  if (archive.declaredSize(part) > limits.maxSharedStringBytes) refuse(TOO_MUCH_TEXT);
  const texts: string[] = [];
  for await (const batch of readXml(archive.chunks(part), part, stringItems(part, limits))) {
    for (const text of batch) texts.push(text);
    if (texts.length > limits.maxSharedStrings) refuse(TOO_MUCH_TEXT);
  }
  return texts;
}

function stringItems(part: string, limits: ReadingLimits): XmlHandler<string> {
  const texts = richText(part, limits);
  let ready: string[] = [];
  return {
    open(name) {
      if (name === "si") texts.begin();
      else texts.open(name);
    },
    text: texts.text,
    close(name) {
      if (name === "si") ready.push(detached(texts.end()));
      else texts.close(name);
    },
    take() {
      const taken = ready;
      ready = [];
      return taken;
    },
  };
}

/**
 * A string of its own: V8 keeps the whole piece of XML alive for a substring of it, which would hold the table twice.
 */
function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, "utf16le").toString("utf16le");
}

export type RichText = {
  begin(): void;
  open(name: string): void;
  text(text: string): void;
  close(name: string): void;
  end(): string;
};

/** Joins the runs of a rich text (`t` elements) and leaves out the phonetic guide (`rPh`). */
export function richText(place: string, limits: ReadingLimits): RichText {
  let text = "";
  let inText = false;
  let inGuide = false;
  return {
    begin() {
      text = "";
      inText = false;
      inGuide = false;
    },
    open(name) {
      if (name === "t") inText = !inGuide;
      else if (name === "rPh") inGuide = true;
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      // Escaped control characters (`_x000D_`) count sevenfold.
      if (text.length > limits.maxCellCharacters * 7) refuse(textTooLong(place, limits));
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") inGuide = false;
    },
    end: () => unescaped(text),
  };
}

/** Excel writes characters that XML can't hold as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
