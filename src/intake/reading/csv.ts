/** A CSV or tab-separated file as the rows of one sheet. Every cell is text: what a number means is judged later. */
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { type Cell, columnLetters, type SheetRow } from "./cell.ts";
import { type ReadingLimits, ROWS_BESIDE_DATA } from "./limits.ts";
import {
  brokenQuotes,
  NO_SEPARATOR,
  notUnicode,
  refuse,
  textTooLong,
  tooManyColumns,
  tooManyRows,
} from "./refusals.ts";

export type Separator = "," | ";" | "\t";
export type CsvSource = {
  readonly path: string;
  readonly sheet: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
};

const SAMPLE_LINES = 40;
const SAMPLE_CHARACTERS = 65_536;

/** Reads the file. Throws RefusalError. */
export async function* readCsv(
  source: CsvSource,
  limits: ReadingLimits,
): AsyncGenerator<SheetRow, void, undefined> {
  const pieces = decoded(source)[Symbol.asyncIterator]();
  const first = await sample(pieces);
  const { separator, skip } = separatorOf(first);
  if (separator === null) return refuse(NO_SEPARATOR);
  const rows = Readable.from(withSample(first.slice(skip), pieces)).pipe(
    parse({
      delimiter: separator,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: limits.maxCellCharacters * 32,
    }),
  );
  let row = 0;
  let held = 0;
  try {
    for await (const record of rows) {
      row++;
      const cells = cellsOf(record, { sheet: source.sheet, row, limits });
      if (cells.length === 0) continue;
      if (++held > limits.maxRows + ROWS_BESIDE_DATA) refuse(tooManyRows(source.sheet, limits));
      yield { row, hidden: false, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) refuse(brokenQuotes(row + 1));
    throw error;
  } finally {
    rows.destroy();
    await pieces.return?.();
  }
}

function cellsOf(record: unknown, at: { sheet: string; row: number; limits: ReadingLimits }): Cell[] {
  if (!Array.isArray(record)) throw new TypeError("csv-parse yields arrays");
  const cells: Cell[] = [];
  record.forEach((value: unknown, index) => {
    if (typeof value !== "string" || value.trim() === "") return;
    const address = `${columnLetters(index + 1)}${at.row}`;
    const place = `${at.sheet}!${address}`;
    if (index >= at.limits.maxColumns) refuse(tooManyColumns(place, at.limits));
    if (value.length > at.limits.maxCellCharacters) refuse(textTooLong(place, at.limits));
    const rest = { formula: false, error: null, shownUnit: null, merge: null };
    cells.push({ sheet: at.sheet, address, row: at.row, column: index + 1, value, ...rest });
  });
  return cells;
}

/** The file as text. Bytes that are no text of the encoding end in a refusal with advice. */
async function* decoded(source: CsvSource): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(source.encoding, { fatal: true });
  const stream = createReadStream(source.path, { highWaterMark: 65_536 });
  try {
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError("a file yields bytes");
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
      refuse(notUnicode(null));
    }
    throw error;
  } finally {
    stream.destroy();
  }
}

async function sample(pieces: AsyncIterator<string>): Promise<string> {
  let text = "";
  while (text.length < SAMPLE_CHARACTERS) {
    const next = await pieces.next();
    if (next.done === true) break;
    text += next.value;
  }
  return text;
}

async function* withSample(first: string, pieces: AsyncIterator<string>): AsyncGenerator<string> {
  if (first !== "") yield first;
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
    if (next.value !== "") yield next.value;
  }
}

/**
 * The separator that divides the most lines into the same number of cells; at a tie tab before semicolon before comma,
 * because a comma is also the Vietnamese decimal mark. Excel's own line `sep=;` decides and is skipped (`skip`
 * characters).
 */
export function separatorOf(text: string): { readonly separator: Separator | null; readonly skip: number } {
  const told = /^sep=([,;\t])\r?\n/i.exec(text);
  if (told !== null) return { separator: isSeparator(told[1]) ? told[1] : null, skip: told[0].length };
  const lines = outsideQuotes(text)
    .split(/\r\n|\r|\n/)
    .slice(0, SAMPLE_LINES);
  let best: { separator: Separator; score: number } | null = null;
  for (const separator of ["\t", ";", ","] as const) {
    const score = agreement(lines.map((line) => line.split(separator).length - 1));
    if (score > 0 && (best === null || score > best.score)) best = { separator, score };
  }
  return { separator: best?.separator ?? null, skip: 0 };
}

function isSeparator(text: string | undefined): text is Separator {
  return text === "," || text === ";" || text === "\t";
}

/** How many lines have the commonest count of separators, none not counted. */
function agreement(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  return Math.max(0, ...lines.values());
}

function outsideQuotes(text: string): string {
  return text.slice(0, SAMPLE_CHARACTERS).replace(/"(?:[^"]|"")*"/g, "");
}
