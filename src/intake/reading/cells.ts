/** The meaning of one cell, by what its column holds. Every parser answers an `Outcome`; null where the cell says nothing. */
export { type DatedCell, findDate, type Period, parseDate, parsePeriod } from "./dateCells.ts";
export { type DocumentNumber, documentNumbersIn, parseDocumentNumber } from "./documentNumbers.ts";
export {
  type Measured,
  type NumberColumn,
  parseArea,
  parseCount,
  parseMoney,
  parsePercent,
} from "./measures.ts";
export { type NumberStyle, numberStyleOf } from "./numerals.ts";
export { parseText, parseYesNo } from "./words.ts";
