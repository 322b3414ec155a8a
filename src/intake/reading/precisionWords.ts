/** The word before a number that says how exact it is, also without accents and as a sign. */
import { findPrecision, type Precision } from "../../kernel/precision.ts";
import { folded } from "./units.ts";

const BY_SIGN: Readonly<Record<string, Precision>> = {
  "~": "about",
  "≈": "about",
  ">": "over",
  "≥": "atLeast",
  "≤": "atMost",
};

/** Spellings without accents of what `findPrecision` knows. */
const WITH_ACCENTS: Readonly<Record<string, string>> = {
  khoang: "khoảng",
  "xap xi": "xấp xỉ",
  gan: "gần",
  tren: "trên",
  hon: "hơn",
  "it nhat": "ít nhất",
  "toi thieu": "tối thiểu",
  "toi da": "tối đa",
  "khong qua": "không quá",
  "du kien": "dự kiến",
};

/** A precision and the word as it was printed; no word means exact. */
export type PrecisionWord = { readonly precision: Precision; readonly precisionWord: string | null };

/** The precision that a word or sign means, null where it means none. */
export function findPrecisionWord(printed: string): PrecisionWord | null {
  const word = printed.replace(/[:,]$/, "").trim();
  if (word === "") return { precision: "exact", precisionWord: null };
  const precision = BY_SIGN[word] ?? findPrecision(word) ?? findPrecision(WITH_ACCENTS[folded(word)] ?? "?");
  return precision === null ? null : { precision, precisionWord: word };
}
