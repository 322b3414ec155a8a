/** An XLSX workbook as events: each sheet, then its rows. */
import type { SheetRow } from "../cell.ts";
import { type ReadingLimits, ROWS_BESIDE_DATA } from "../limits.ts";
import { refuse, tooManyRows } from "../refusals.ts";
import { openArchive } from "./archive.ts";
import { type BookSheet, readBook } from "./book.ts";
import { rowMerger } from "./merges.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { readRows, type Source } from "./rows.ts";
import { readSharedStrings } from "./sharedStrings.ts";

export type WorkbookEvent =
  | { readonly kind: "sheet"; readonly name: string; readonly hidden: boolean }
  | { readonly kind: "row"; readonly sheet: string; readonly row: SheetRow };

/** Reads a workbook. Rows are counted over all sheets before the first is told. Throws RefusalError. */
export async function* readXlsx(
  filePath: string,
  limits: ReadingLimits,
): AsyncGenerator<WorkbookEvent, void, undefined> {
  const archive = await openArchive(filePath, limits);
  try {
    const book = await readBook(archive, limits);
    const outlines = await outlinesOf(book.sheets, { archive, limits });
    const sharedStrings = await readSharedStrings(archive, book.sharedStringsPart, limits);
    for (const [index, sheet] of book.sheets.entries()) {
      yield { kind: "sheet", name: sheet.name, hidden: sheet.hidden };
      const merged = rowMerger(outlines[index]?.merges ?? [], limits);
      for await (const batch of readRows({ archive, book, sharedStrings, limits }, sheet)) {
        for (const row of batch) yield { kind: "row", sheet: sheet.name, row: merged(row) };
      }
    }
  } finally {
    archive.close();
  }
}

async function outlinesOf(
  sheets: readonly BookSheet[],
  { archive, limits }: Pick<Source, "archive" | "limits">,
): Promise<readonly Outline[]> {
  const outlines: Outline[] = [];
  const most = limits.maxRows + ROWS_BESIDE_DATA;
  let rows = 0;
  for (const sheet of sheets) {
    const outline = await outlineOf(archive.chunks(sheet.part), most - rows, limits);
    rows += outline.rows;
    if (rows > most) refuse(tooManyRows(sheet.name, limits));
    outlines.push(outline);
  }
  return outlines;
}
