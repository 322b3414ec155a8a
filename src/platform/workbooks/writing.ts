/**
 * Writes workbooks (templates and exports) row by row, and CSV for open data. Numbers stay numbers in the unit that the
 * column shows; text that a spreadsheet might run is escaped.
 */
import { once } from "node:events";
import { PassThrough, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import ExcelJS from "exceljs";
import { isPartialDate, isPlainDate, printedDate } from "../../kernel/dates.ts";
import { decimalOfNumber, printed, shifted } from "../../kernel/decimals.ts";
import { escapeText } from "./escape.ts";

/**
 * What a column holds, and in which unit its values are given: `ha` and `m2` take m², `billionDong` and `dong` take
 * đồng, `percent` takes a ratio (0.385 is 38.5 %), `date` takes `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
 */
export const COLUMN_KINDS = {
  text: { format: "@", power: 0 },
  integer: { format: "#,##0", power: 0 },
  number: { format: "General", power: 0 },
  m2: { format: "#,##0", power: 0 },
  ha: { format: "#,##0.00", power: 4 },
  dong: { format: "#,##0", power: 0 },
  billionDong: { format: "#,##0.00", power: 9 },
  percent: { format: "0.0%", power: 0 },
  date: { format: "dd/mm/yyyy", power: 0 },
  yesNo: { format: "@", power: 0 },
} as const satisfies Readonly<Record<string, { readonly format: string; readonly power: number }>>;

export type ColumnKind = keyof typeof COLUMN_KINDS;
export type WrittenColumn = { readonly label: string; readonly width?: number; readonly kind: ColumnKind };
export type WrittenValue = string | number | boolean | null;
export type WrittenSheet = {
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: AsyncIterable<readonly WrittenValue[]> | Iterable<readonly WrittenValue[]>;
};

/** Rows between two pauses in which the packed bytes can flow off. */
const ROWS_A_TURN = 500;
const LONGEST_TEXT = 32_767;

/** Writes the sheets to a stream and ends it. Rejects where the stream fails or closes early, and asks for no more rows. */
export async function writeWorkbook(stream: Writable, sheets: readonly WrittenSheet[]): Promise<void> {
  const packed = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: packed, useStyles: true });
  workbook.creator = "Khu";
  await Promise.all([pipeline(packed, stream), fill(workbook, sheets, packed)]);
}

async function fill(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  sheets: readonly WrittenSheet[],
  packed: PassThrough,
): Promise<void> {
  const names = new Set<string>();
  try {
    for (const sheet of sheets) {
      await fillSheet(workbook, { ...sheet, name: sheetName(sheet.name, names) }, packed);
      if (packed.destroyed) return;
    }
    await workbook.commit();
  } catch (error) {
    packed.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

async function fillSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  sheet: WrittenSheet,
  packed: PassThrough,
): Promise<void> {
  const page = workbook.addWorksheet(sheet.name, {
    views: [{ state: "frozen", ySplit: 1 }],
  });
  page.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: 1, column: Math.max(1, sheet.columns.length) },
  };
  page.columns = sheet.columns.map(({ width, kind, label }) => ({
    width: width ?? Math.min(60, Math.max(10, label.length + 2)),
    style: { numFmt: COLUMN_KINDS[kind].format },
  }));
  writeHeading(page, sheet.columns);
  let count = 0;
  for await (const row of sheet.rows) {
    page.addRow(sheet.columns.map(({ kind }, i) => excelValue(row[i] ?? null, kind))).commit();
    if (++count % ROWS_A_TURN !== 0) continue;
    await nextTurn();
    if (packed.writableNeedDrain) await Promise.race([once(packed, "drain"), once(packed, "close")]);
    if (packed.destroyed) return;
  }
  page.commit();
}

function writeHeading(page: ExcelJS.Worksheet, columns: readonly WrittenColumn[]): void {
  const heading = page.addRow(columns.map((c) => printable(c.label)));
  heading.eachCell((cell) => {
    cell.font = { bold: true };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8EEF4" } };
    cell.alignment = { vertical: "middle", wrapText: true };
    cell.border = { bottom: { style: "thin" } };
  });
  heading.commit();
}

function excelValue(value: WrittenValue, kind: ColumnKind): string | number | Date | null {
  const shown = shownValue(value, kind);
  if (typeof shown === "number") return Number(printed(inUnit(shown, kind), "."));
  if (shown === null || kind !== "date") return shown === null ? null : printable(shown);
  if (isPlainDate(shown)) return new Date(`${shown}T00:00:00Z`);
  return isPartialDate(shown) ? printedDate(shown) : printable(shown);
}

function shownValue(value: WrittenValue, kind: ColumnKind): string | number | null {
  if (typeof value === "boolean") return value ? "có" : "không";
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`a column of kind ${kind} can't hold ${value}`);
  }
  return value;
}

function inUnit(value: number, kind: ColumnKind) {
  return shifted(decimalOfNumber(value), -COLUMN_KINDS[kind].power);
}

/** Text as a cell can hold it: escaped, without characters that XML forbids, no longer than Excel allows. */
function printable(text: string): string {
  const allowed = text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
  return escapeText(allowed).slice(0, LONGEST_TEXT);
}

/** A name that Excel takes for a sheet: at most 31 characters, none of `[]:*?/\`, unlike the others. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const base =
    printable(wanted.replace(/[[\]:*?/\\]/g, " "))
      .replace(/^'+|'+$/g, "")
      .trim()
      .slice(0, 31) || "Sheet";
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base.slice(0, 31 - ` (${n})`.length)} (${n})`;
  taken.add(name.toLowerCase());
  return name;
}

/**
 * Writes one sheet as CSV (RFC 4180, UTF-8 with a mark so that Excel shows Vietnamese right) and ends the stream. For
 * machines: numbers with a decimal point, dates as they are stored.
 */
export async function writeCsv(
  stream: Writable,
  sheet: Pick<WrittenSheet, "columns" | "rows">,
  separator: "," | ";" = ",",
): Promise<void> {
  await pipeline(csvLines(sheet, separator), stream);
}

/** The text of that CSV, in pieces. */
export async function* csvLines(
  { columns, rows }: Pick<WrittenSheet, "columns" | "rows">,
  separator: string,
): AsyncGenerator<string, void, undefined> {
  const line = (fields: readonly string[]) =>
    `${fields.map((f) => quoted(f, separator)).join(separator)}\r\n`;
  let text = `\ufeff${line(columns.map((c) => escapeText(c.label)))}`;
  for await (const row of rows) {
    text += line(columns.map(({ kind }, i) => csvField(row[i] ?? null, kind)));
    if (text.length < 65_536) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

function csvField(value: WrittenValue, kind: ColumnKind): string {
  const shown = shownValue(value, kind);
  if (shown === null) return "";
  return typeof shown === "number" ? printed(inUnit(shown, kind), ".") : escapeText(shown);
}

function quoted(field: string, separator: string): string {
  return field.includes(separator) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
