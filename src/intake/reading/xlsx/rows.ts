/** The rows of one worksheet part, in order, each with the cells that hold something. */
import { isPartialDate } from "../../../kernel/dates.ts";
import { type Cell, type CellValue, columnLetters, findAddress, type SheetRow } from "../cell.ts";
import type { ReadingLimits } from "../limits.ts";
import { damaged, refuse, textTooLong, tooManyColumns } from "../refusals.ts";
import type { Archive } from "./archive.ts";
import { type Book, type BookSheet, isTrue } from "./book.ts";
import { GENERAL } from "./formats.ts";
import { findDateOfSerial } from "./serials.ts";
import { richText, unescaped } from "./sharedStrings.ts";
import { type Attributes, readXml, type XmlHandler } from "./xml.ts";

const LAST_ROW = 1_048_576;
const MOST_CELLS = 16_384;

export type Source = {
  readonly archive: Archive;
  readonly book: Book;
  readonly sharedStrings: readonly string[];
  readonly limits: ReadingLimits;
};

/** Reads a sheet in batches of rows. Throws RefusalError naming sheet and cell. */
export function readRows(
  source: Source,
  sheet: BookSheet,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  return readXml(source.archive.chunks(sheet.part), sheet.part, rowHandler(source, sheet.name));
}

/** The cell under construction, and the row it stands in. */
type Draft = { column: number; type: string; style: number; formula: boolean; raw: string | null };

function rowHandler(source: Source, sheet: string): XmlHandler<SheetRow> {
  const inline = richText(sheet, source.limits);
  const draft: Draft = { column: 0, type: "n", style: 0, formula: false, raw: null };
  let ready: SheetRow[] = [];
  let row = 0;
  let hidden = false;
  let seen = 0;
  let cells: Cell[] = [];
  let inData = false;
  let inValue = false;
  let inInline = false;
  let finished = false;

  const openRow = (attributes: Attributes) => {
    const number = attributes.r === undefined ? row + 1 : Number(attributes.r);
    if (!Number.isInteger(number) || number <= row || number > LAST_ROW) {
      refuse(
        damaged(
          {
            vi: `số dòng ${attributes.r} ở trang “${sheet}”`,
            en: `row number ${attributes.r} in sheet “${sheet}”`,
          },
          sheet,
        ),
      );
    }
    row = number;
    hidden = isTrue(attributes.hidden);
    seen = 0;
    cells = [];
    draft.column = 0;
  };
  const openCell = (attributes: Attributes) => {
    draft.column = attributes.r === undefined ? draft.column + 1 : (findAddress(attributes.r)?.column ?? 0);
    if (draft.column === 0 || ++seen > MOST_CELLS) {
      refuse(damaged({ vi: `ô sai địa chỉ ở dòng ${row}`, en: `a misplaced cell in row ${row}` }, sheet));
    }
    draft.type = attributes.t ?? "n";
    draft.style = attributes.s === undefined ? 0 : Number(attributes.s);
    draft.formula = false;
    draft.raw = null;
  };
  const closeCell = () => {
    const cell = cellOfDraft(draft, row, { source, sheet });
    if (cell === null) return;
    if (cell.column > source.limits.maxColumns)
      refuse(tooManyColumns(`${sheet}!${cell.address}`, source.limits));
    cells.push(cell);
  };

  return {
    open(name, attributes) {
      if (!inData) inData = name === "sheetData";
      else if (name === "c") openCell(attributes);
      else if (name === "v") {
        inValue = true;
        draft.raw = "";
      } else if (name === "row") openRow(attributes);
      else if (name === "f") draft.formula = true;
      else if (name === "is") {
        inInline = true;
        inline.begin();
      } else if (inInline) inline.open(name);
    },
    text(text) {
      if (inValue) {
        draft.raw += text;
        if ((draft.raw?.length ?? 0) > source.limits.maxCellCharacters * 7) {
          refuse(textTooLong(`${sheet}!${columnLetters(draft.column)}${row}`, source.limits));
        }
      } else if (inInline) inline.text(text);
    },
    close(name) {
      if (name === "v") inValue = false;
      else if (name === "c" && inData) closeCell();
      else if (name === "row" && inData) {
        if (cells.length > 0) ready.push({ row, hidden, cells });
      } else if (name === "is") {
        inInline = false;
        draft.raw = inline.end();
      } else if (inInline) inline.close(name);
      else if (name === "sheetData") finished = true;
    },
    take() {
      const taken = ready;
      ready = [];
      return taken;
    },
    finished: () => finished,
  };
}

/** The cell that a draft makes, or null where it is blank. */
function cellOfDraft(draft: Draft, row: number, where: { source: Source; sheet: string }): Cell | null {
  const address = `${columnLetters(draft.column)}${row}`;
  const format = where.source.book.formats[draft.style] ?? GENERAL;
  const error = errorOf(draft);
  const value = error === null ? valueOfDraft(draft, where, address) : null;
  if (value === null && error === null) return null;
  return {
    sheet: where.sheet,
    address,
    row,
    column: draft.column,
    value,
    formula: draft.formula,
    error,
    shownUnit: typeof value === "number" ? format.unit : null,
    merge: null,
  };
}

function errorOf(draft: Draft): string | null {
  if (draft.type === "e") return draft.raw === null || draft.raw === "" ? "#ERROR" : draft.raw;
  // A formula without a stored result: the file was written by a program that doesn't calculate.
  return draft.formula && draft.raw === null && draft.type !== "str" ? "no-result" : null;
}

function valueOfDraft(
  draft: Draft,
  { source, sheet }: { source: Source; sheet: string },
  address: string,
): CellValue {
  const { raw } = draft;
  if (raw === null || raw === "") return null;
  switch (draft.type) {
    case "s": {
      const text = source.sharedStrings[Number(raw)];
      if (text !== undefined) return textOrBlank(text, `${sheet}!${address}`, source.limits);
      return refuse(
        damaged(
          { vi: `ô ${address} ở trang “${sheet}”`, en: `cell ${address} in sheet “${sheet}”` },
          `${sheet}!${address}`,
        ),
      );
    }
    case "b":
      return isTrue(raw);
    case "str":
      return textOrBlank(unescaped(raw), `${sheet}!${address}`, source.limits);
    case "inlineStr":
      return textOrBlank(raw, `${sheet}!${address}`, source.limits);
    case "d": {
      const day = raw.slice(0, 10);
      return isPartialDate(day) ? { date: day } : raw;
    }
    default:
      return numberOrDate(raw, draft.style, source.book);
  }
}

function textOrBlank(text: string, place: string, limits: ReadingLimits): string | null {
  if (text.length > limits.maxCellCharacters) refuse(textTooLong(place, limits));
  return text.trim() === "" ? null : text;
}

function numberOrDate(raw: string, style: number, book: Book): CellValue {
  const number = Number(raw);
  if (!Number.isFinite(number)) return raw;
  const shown = (book.formats[style] ?? GENERAL).date;
  const date = shown === null ? null : findDateOfSerial(number, shown, book.from1904);
  return date === null ? number : { date };
}
