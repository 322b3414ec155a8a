/** What one cell of a sent sheet holds, whichever kind of file it came in. */
import type { PartialDate } from "../../kernel/dates.ts";

/** A date cell: no more of the date than its number format shows (`mm/yyyy` is a month). */
export type DateValue = { readonly date: PartialDate };
export type CellValue = string | number | boolean | DateValue | null;

/** The merged range that a cell belongs to; `top` and `left` are its first cell, which alone holds the value. */
export type CellMerge = {
  readonly range: string;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
};

export type Cell = {
  readonly sheet: string;
  /** `C7`. */
  readonly address: string;
  /** From 1, as Excel shows it. */
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** The value is the stored result of a formula. */
  readonly formula: boolean;
  /** Excel's error word (`#REF!`), or `no-result` for a formula that was saved without one. */
  readonly error: string | null;
  /** What the number format prints beside the number: `%`, or a quoted word such as `ha`. */
  readonly shownUnit: string | null;
  /** In the rows below the first, a merged cell repeats the value of the first and says so here. */
  readonly merge: CellMerge | null;
};

/** A row that holds at least one value; rows without any are not told. */
export type SheetRow = { readonly row: number; readonly hidden: boolean; readonly cells: readonly Cell[] };

const LETTERS: string[] = [];

/** `1` is `A`, `27` is `AA`. */
export function columnLetters(column: number): string {
  const known = LETTERS[column];
  if (known !== undefined) return known;
  const rest = Math.floor((column - 1) / 26);
  const text = (rest > 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
  LETTERS[column] = text;
  return text;
}

/** The column and row of an address such as `C7` (also `$C$7`), or null where the text is none. */
export function findAddress(text: string): { readonly column: number; readonly row: number } | null {
  let column = 0;
  let row = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 36) continue;
    if (code >= 48 && code <= 57 && column > 0) row = row * 10 + code - 48;
    else if (row === 0 && code >= 65 && code <= 90) column = column * 26 + code - 64;
    else if (row === 0 && code >= 97 && code <= 122) column = column * 26 + code - 96;
    else return null;
  }
  return row >= 1 && row <= 1_048_576 && column >= 1 && column <= 16_384 ? { column, row } : null;
}

/** Where a cell stands, as a problem names it: `Biểu 1!C7`. */
export function placeOf(cell: Cell): string {
  return `${cell.sheet}!${cell.address}`;
}

/** Whether the value is a date. */
export function isDateValue(value: CellValue): value is DateValue {
  return typeof value === "object" && value !== null;
}

/** Whether the cell repeats the value of a merged cell that begins in a row above. */
export function repeatsAbove(cell: Cell): boolean {
  return cell.merge !== null && cell.row > cell.merge.top;
}

/** A cell standing alone: for values that come from no sheet, and for tests. */
export function cellOf(value: CellValue, given: Partial<Cell> = {}): Cell {
  const column = given.column ?? 1;
  const row = given.row ?? 1;
  return {
    sheet: "Sheet1",
    address: `${columnLetters(column)}${row}`,
    row,
    column,
    value,
    formula: false,
    error: null,
    shownUnit: null,
    merge: null,
    ...given,
  };
}

/** The text of a cell as a reader sees it, for headings and labels; "" where it is blank. */
export function shownText(cell: Cell): string {
  const { value } = cell;
  if (value === null) return cell.error ?? "";
  if (isDateValue(value)) return value.date;
  return typeof value === "string" ? value : String(value);
}
