/** Texts and yes-or-no cells. */

import { printedDate } from "../../kernel/dates.ts";
import { decimalOfNumber, printed } from "../../kernel/decimals.ts";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import { tidy } from "../../kernel/text.ts";
import { unescapeText } from "../../platform/workbooks/escape.ts";
import { isBlankMark } from "./blank.ts";
import { type Cell, isDateValue, shownText } from "./cell.ts";
import { cellProblem, findFormulaProblem } from "./cellProblems.ts";
import { findLegacyCode } from "./legacyCode.ts";
import { folded } from "./units.ts";

const LONGEST = 4_000;

const YES = new Set(["co", "x", "v", "1", "yes", "y", "true", "dung", "roi", "da co", "✓", "✔", "☑", "☒"]);
const NO = new Set(["khong", "0", "no", "n", "false", "sai", "chua", "chua co", "khong co", "☐"]);

/** A text in NFC with single blanks, at most `longest` characters. Null where the cell is blank or a dash. */
export function parseText(cell: Cell, longest: number = LONGEST): Outcome<string | null> {
  const { value } = cell;
  const broken = findFormulaProblem(cell);
  if (broken !== null) return refused(broken);
  if (value === null) return done(null);
  if (typeof value === "number") return done(printed(decimalOfNumber(value), "."));
  if (typeof value === "boolean") return done(value ? "có" : "không");
  if (isDateValue(value)) return done(printedDate(value.date));
  if (value.length > longest * 2) return refused(tooLong(cell, longest));
  // Control characters can't be stored, and none has a meaning in a table.
  const text = tidy(unescapeText(value).replace(/\p{Cc}+/gu, " "));
  if (isBlankMark(text)) return done(null);
  if (text.length > longest) return refused(tooLong(cell, longest));
  return findLegacyCode(text) === null ? done(text) : refused(legacyText(cell));
}

/** Yes or no: `có`, `x`, `1`, `✓`; `không`, `chưa`, `0`. Null where the cell is blank: that is not a no. */
export function parseYesNo(cell: Cell): Outcome<boolean | null> {
  const { value } = cell;
  const broken = findFormulaProblem(cell);
  if (broken !== null) return refused(broken);
  if (typeof value === "boolean") return done(value);
  const word = folded(shownText(cell)).replace(/^\((.*)\)$/, "$1");
  if (value === null || isBlankMark(word)) return done(null);
  if (YES.has(word)) return done(true);
  return NO.has(word) ? done(false) : refused(notYesNo(cell));
}

const tooLong = (cell: Cell, longest: number): Problem =>
  cellProblem(
    cell,
    "text-too-long",
    [`dài quá ${longest} ký tự`, `longer than ${longest} characters`],
    ["Rút ngắn, phần dài gửi thành văn bản đính kèm.", "Shorten it and send the long part as a document."],
  );

const notYesNo = (cell: Cell): Problem =>
  cellProblem(
    cell,
    "not-yes-no",
    ["không phải có hay không", "this is neither yes nor no"],
    [
      "Ghi “có” hoặc “không” (hoặc “x”, để trống nếu chưa biết).",
      "Write “có” or “không”; leave it blank where it is not known.",
    ],
  );

const legacyText = (cell: Cell): Problem =>
  cellProblem(
    cell,
    "legacy-code",
    [
      "chữ gõ bằng bảng mã cũ (TCVN3 hoặc VNI), không phải Unicode",
      "the text is in an old code (TCVN3 or VNI), not Unicode",
    ],
    [
      "Chuyển chữ sang Unicode (ví dụ bằng UniKey, Ctrl+Shift+F6) rồi gửi lại.",
      "Convert the text to Unicode (for instance with UniKey, Ctrl+Shift+F6) and send it again.",
    ],
  );
