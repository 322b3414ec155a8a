/** XML of a workbook part, read in pieces: strict UTF-8, no document type, bounded depth and bounded tokens. */
import { SaxesParser } from "saxes";
import { RefusalError } from "../../../kernel/problems.ts";
import { damaged, hostileXml, notUnicode, refuse } from "../refusals.ts";

/** Workbooks nest some ten levels; a bomb nests millions. */
const MAX_DEPTH = 100;
/** Characters that may pass without one event (an endless attribute, comment or text). */
const MAX_SILENCE = 2_000_000;

export type Attributes = Readonly<Record<string, string>>;

/** What a part makes of its elements; names come without their namespace prefix. `take` hands over what is ready. */
export type XmlHandler<T> = {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
  take(): readonly T[];
  /** The rest of the part is of no interest. */
  finished?(): boolean;
};

/** The name without its namespace prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/**
 * Yields what the handler makes of a part, one batch for each piece of the file: an asynchronous step for each row
 * would cost more than parsing it. Throws RefusalError naming the part.
 */
export async function* readXml<T>(
  chunks: AsyncIterable<Buffer>,
  part: string,
  handler: XmlHandler<T>,
): AsyncGenerator<readonly T[], void, undefined> {
  const watch = { silence: 0, depth: 0 };
  const parser = watchedParser(part, handler, watch);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of chunks) {
    const text = decode(decoder, chunk, part);
    watch.silence += text.length;
    if (watch.silence > MAX_SILENCE) refuse(damaged(badXml(part), part));
    feed(part, () => parser.write(text));
    yield handler.take();
    if (handler.finished?.() === true) return;
  }
  decode(decoder, null, part);
  feed(part, () => parser.close());
  yield handler.take();
}

/**
 * At most six handlers: saxes keeps them as properties, and with two more V8 keeps the parser as a dictionary, which
 * makes reading four times slower (1.0 s became 4.9 s for 50,000 rows). Comments therefore count as silence.
 */
function watchedParser<T>(
  part: string,
  handler: XmlHandler<T>,
  watch: { silence: number; depth: number },
): SaxesParser<{ xmlns: false; position: false }> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on("opentag", (tag) => {
    watch.silence = 0;
    watch.depth++;
    if (watch.depth > MAX_DEPTH) refuse(damaged(badXml(part), part));
    handler.open(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    watch.silence = 0;
    watch.depth--;
    handler.close(localName(tag.name));
  });
  parser.on("text", (text) => {
    watch.silence = 0;
    handler.text(text);
  });
  parser.on("cdata", (text) => {
    watch.silence = 0;
    handler.text(text);
  });
  parser.on("doctype", () => refuse(hostileXml(part)));
  parser.on("xmldecl", (declaration) => {
    const encoding = declaration.encoding?.toLowerCase() ?? "utf-8";
    if (encoding !== "utf-8" && encoding !== "us-ascii") refuse(notUnicode(part));
  });
  return parser;
}

function badXml(part: string) {
  return { vi: `phần “${part}” không đúng định dạng`, en: `part “${part}” is malformed` };
}

function decode(decoder: TextDecoder, chunk: Buffer | null, part: string): string {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return refuse(notUnicode(part));
  }
}

/** saxes throws a plain Error where the XML is not well formed; anything else is ours. */
function feed(part: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof RefusalError || error instanceof TypeError || error instanceof RangeError)
      throw error;
    refuse(damaged(badXml(part), part));
  }
}
