/** Cells that say nothing: blank, a dash, or words for "not known". They give no value, never a zero. */
import { folded } from "./units.ts";

const NOTHING = new Set([
  "n/a",
  "na",
  "chua co",
  "chua co so lieu",
  "chua xac dinh",
  "chua ro",
  "chua biet",
  "dang cap nhat",
  "khong",
  "khong co",
  "khong co so lieu",
  "not known",
  "unknown",
  "none",
]);

/** Whether a text is blank, or only dashes and dots, as tables print where nothing stands. */
export function isBlankMark(text: string): boolean {
  return /^[-–—−.…_/\s\u00a0\u200b\ufeff]*$/u.test(text);
}

/** Whether a text is blank, a blank mark, or words for "not known". */
export function saysNothing(text: string): boolean {
  return isBlankMark(text) || NOTHING.has(folded(text));
}
