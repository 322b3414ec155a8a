/**
 * A first, fast look at a sheet: how many rows hold something, and which cells are merged. Merges stand behind the
 * cells in the file, yet are needed at the headings, which come first; and a sheet that is too long is refused before
 * a single row of it is taken. It looks for a few byte patterns only, at a fifth of the cost of parsing.
 */
import { type CellMerge, columnLetters, findAddress } from "../cell.ts";
import type { ReadingLimits } from "../limits.ts";
import { refuse, TOO_MANY_MERGES } from "../refusals.ts";

export type Outline = {
  /** Rows that hold at least one value; counting stops one above what was asked. */
  readonly rows: number;
  /** Ordered by their first row. */
  readonly merges: readonly CellMerge[];
};

const MAX_TOKEN = 65_536;

/** Looks over the bytes of a worksheet part. `mostRows` is how far rows are counted. */
export async function outlineOf(
  chunks: AsyncIterable<Buffer>,
  mostRows: number,
  limits: ReadingLimits,
): Promise<Outline> {
  const merges: CellMerge[] = [];
  let counter: RowCounter | null = null;
  let rest: Buffer = Buffer.alloc(0);
  let inMerges = false;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    counter ??= rowCounter(prefixOf(bytes));
    // A tag that is cut at the end of the piece is looked at with the next one.
    const cut = bytes.lastIndexOf("<");
    const whole = cut <= 0 ? bytes : bytes.subarray(0, cut);
    rest = cut <= 0 || bytes.length - cut > MAX_TOKEN ? Buffer.alloc(0) : bytes.subarray(cut);
    counter.count(whole);
    if (counter.rows > mostRows) break;
    inMerges ||= whole.includes("mergeCell");
    if (inMerges) collectMerges(whole, merges, limits);
  }
  return { rows: counter?.rows ?? 0, merges: merges.sort((a, b) => a.top - b.top || a.left - b.left) };
}

/** The namespace prefix that some writers put before every element (`x:`), or "". */
function prefixOf(bytes: Buffer): string {
  return /<([A-Za-z_][\w.-]*:)?worksheet[\s>]/.exec(bytes.toString("latin1", 0, 4096))?.[1] ?? "";
}

type RowCounter = { readonly rows: number; count(bytes: Buffer): void };

/** Counts `<row` elements that are followed by a value before the next `<row`. */
function rowCounter(prefix: string): RowCounter {
  const row = Buffer.from(`<${prefix}row`);
  const value = Buffer.from(`<${prefix}v`);
  const inline = Buffer.from(`<${prefix}is`);
  const state = { rows: 0, waiting: false };
  return {
    get rows() {
      return state.rows;
    },
    count(bytes) {
      const next = { row: -1, value: -1, inline: -1 };
      let from = 0;
      while (from < bytes.length) {
        if (next.row < from) next.row = place(bytes, row, from);
        if (!state.waiting) {
          if (next.row === bytes.length) return;
          state.waiting = true;
          from = next.row + 1;
          continue;
        }
        if (next.value < from) next.value = place(bytes, value, from);
        if (next.inline < from) next.inline = place(bytes, inline, from);
        const found = Math.min(next.value, next.inline);
        if (found < next.row) {
          state.rows++;
          state.waiting = false;
        } else if (next.row === bytes.length) return;
        from = Math.min(found, next.row) + 1;
      }
    },
  };
}

/** Where the pattern stands, or the length of the bytes where it does not. */
function place(bytes: Buffer, pattern: Buffer, from: number): number {
  const at = bytes.indexOf(pattern, from);
  return at < 0 ? bytes.length : at;
}

function collectMerges(bytes: Buffer, merges: CellMerge[], limits: ReadingLimits): void {
  const text = bytes.toString("latin1");
  for (const [, from = "", to = ""] of text.matchAll(
    /mergeCell\s[^>]*?\bref=["']([A-Z0-9$]+):([A-Z0-9$]+)["']/g,
  )) {
    const merge = mergeOf(from, to);
    if (merge !== null) merges.push(merge);
    if (merges.length > limits.maxMerges) refuse(TOO_MANY_MERGES);
  }
}

function mergeOf(from: string, to: string): CellMerge | null {
  const [a, b] = [findAddress(from), findAddress(to)];
  if (a === null || b === null || b.row < a.row || b.column < a.column) return null;
  const range = `${columnLetters(a.column)}${a.row}:${columnLetters(b.column)}${b.row}`;
  return { range, top: a.row, left: a.column, rows: b.row - a.row + 1, columns: b.column - a.column + 1 };
}
