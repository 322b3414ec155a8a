/** Numbers of papers: `1868/QĐ-UBND`, in one spelling however they were typed. */
import type { PartialDate } from "../../kernel/dates.ts";
import { done, type Outcome, refused } from "../../kernel/problems.ts";
import { tidy } from "../../kernel/text.ts";
import { isBlankMark } from "./blank.ts";
import { type Cell, isDateValue, shownText } from "./cell.ts";
import { cellProblem, findFormulaProblem, twoValues } from "./cellProblems.ts";
import { findDate } from "./dateCells.ts";

/** A paper's number, and its date where the cell gives one. */
export type DocumentNumber = { readonly number: string; readonly date: PartialDate | null };

/** Symbols that are not all capitals, or that are often typed without their Đ (Decree 30/2020/NĐ-CP, annex III). */
const SYMBOLS: Readonly<Record<string, string>> = {
  QD: "QĐ",
  QDUB: "QĐUB",
  HDND: "HĐND",
  HDQT: "HĐQT",
  HDTV: "HĐTV",
  LDTBXH: "LĐTBXH",
  DKKD: "ĐKKD",
  TTG: "TTg",
  TTR: "TTr",
};

const NUMBER =
  /(?<![\p{L}\d/])(\d{1,6}[a-zđ]?)((?:\/(?:19|20)\d{2})?)\/([a-zđ][a-zđ0-9.&]*(?:-[a-zđ0-9.&]+)*)(?![\p{L}\d])/giu;

/** The numbers of papers that a text names, in their one spelling and in order. */
export function documentNumbersIn(text: string): readonly string[] {
  return [...joined(text).matchAll(NUMBER)].map(
    ([, number = "", year = "", symbol = ""]) =>
      `${number.toLowerCase().replace(/(?<=\d)đ$/, "đ")}${year}/${symbolOf(symbol)}`,
  );
}

/** One dash, one slash, and no blanks beside them. */
function joined(text: string): string {
  return tidy(text)
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[⁄∕／]/g, "/")
    .replace(/ ?([/-]) ?/g, "$1");
}

function symbolOf(symbol: string): string {
  const parts = symbol.toUpperCase().replace(/\.$/, "").split("-");
  return parts
    .map((part, i) => {
      // ND alone may be nhân dân; before CP it is always nghị định.
      if (part === "ND" && parts[i + 1] === "CP") return "NĐ";
      return SYMBOLS[part.replaceAll("Đ", "D")] ?? part;
    })
    .join("-");
}

/** The number of a paper and, where it stands behind, its date. Null where the cell says nothing. */
export function parseDocumentNumber(cell: Cell): Outcome<DocumentNumber | null> {
  const broken = findFormulaProblem(cell);
  if (broken !== null) return refused(broken);
  const text = isDateValue(cell.value) ? "" : shownText(cell);
  if (cell.value === null || (text !== "" && isBlankMark(text))) return done(null);
  const [number, ...others] = documentNumbersIn(text);
  if (others.length > 0) return refused(twoValues(cell));
  if (number !== undefined) return done({ number, date: dateIn(text) });
  return refused(
    cellProblem(
      cell,
      "not-a-document-number",
      ["không đọc được số, ký hiệu văn bản", "no number and symbol of a paper can be read"],
      [
        "Ghi đủ số và ký hiệu, ví dụ “1868/QĐ-UBND”; để định dạng ô là Text.",
        "Write number and symbol in full, for instance “1868/QĐ-UBND”, in a cell formatted as Text.",
      ],
    ),
  );
}

function dateIn(text: string): PartialDate | null {
  const tidied = joined(text);
  const printed =
    /(?:ngày|ngay) \d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}|(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?![\d/])/iu.exec(
      tidied,
    )?.[0];
  return printed === undefined ? null : findDate(printed);
}
