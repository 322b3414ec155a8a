/** One heading: what it is called apart from numbering, remarks and units, and the unit it names. */
import { searchKey } from "../../kernel/text.ts";
import { findUnit, type Unit } from "./units.ts";

/** Abbreviations that mean one thing only, in headings; both sides of a comparison are written out. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ccn: "cum cong nghiep",
  kcn: "khu cong nghiep",
  dn: "doanh nghiep",
  htx: "hop tac xa",
  gpmb: "giai phong mat bang",
  tmdt: "tong muc dau tu",
  qd: "quyet dinh",
  stt: "so thu tu",
  tt: "so thu tu",
};

const BRACKETS = /[([{]([^()[\]{}]*)[)\]}]/g;

/** The spelling under which a heading is compared: no accents, no case, abbreviations written out. */
export function headingKey(text: string): string {
  return searchKey(text)
    .split(" ")
    .map((word) => WRITTEN_OUT[word] ?? word)
    .join(" ");
}

/**
 * The keys under which a heading may be known, best first: with the remarks in its brackets, and without. Numbering
 * (`1.`, `(1)`, `I.`, `a)`) and units (`(ha)`, `, ha`, `ĐVT: ha`) belong to neither.
 */
export function headingKeys(text: string): readonly string[] {
  const bare = text.replace(/^\s*(?:\d{1,2}|[IVX]{1,4}|[a-zA-Z])\s*[.)]\s*(?=\S)/u, "");
  const withRemarks = withoutUnits(bare).replace(BRACKETS, (whole, inner: string) =>
    isNumbering(inner) ? " " : whole,
  );
  const keys = [withRemarks, withRemarks.replace(BRACKETS, " ")].map(headingKey);
  return [...new Set(keys)].filter((key) => key !== "");
}

function isNumbering(text: string): boolean {
  return /^[\s\d=+\-*/()]*$|^\s*[IVX]{1,4}\s*$|^\s*[a-z]\s*$/i.test(text);
}

/** The heading without the brackets and endings that name a unit. */
function withoutUnits(text: string): string {
  return text
    .replace(BRACKETS, (whole, inner: string) => (findUnit(inner) === null ? whole : " "))
    .replace(TAIL, (whole, tail: string) => (findUnit(tail) === null ? whole : " "));
}

/** What follows the last comma, dash or colon of a heading (`Diện tích, ha`, `Vốn - ĐVT: tỷ đồng`). */
const TAIL = /(?:[,;:–—-]|đvt:?|đơn vị(?: tính)?:?)\s*([^,;:()[\]–—-]+)$/iu;

/** The unit that a heading names, in brackets or behind its last mark, or null. */
export function unitInHeading(text: string): Unit | null {
  for (const [, inner = ""] of text.matchAll(BRACKETS)) {
    const unit = findUnit(inner);
    if (unit !== null) return unit;
  }
  const tail = TAIL.exec(text)?.[1];
  return tail === undefined ? (text.trim() === "%" ? "percent" : null) : findUnit(tail);
}

/** The units that a line above a table gives for all of it (`Đơn vị tính: triệu đồng`), none where it is no such line. */
export function unitsOfTable(text: string): readonly Unit[] {
  const told = /(?:đơn vị(?: tính)?|đvt|unit)\s*:\s*(.+)$/iu.exec(text.normalize("NFC"))?.[1];
  if (told === undefined) return [];
  const parts = told.replace(/[()[\]]/g, " ").split(/[,;/]| và /u);
  return parts.map((part) => findUnit(part)).filter((unit) => unit !== null);
}
