/** Vietnamese text: one Unicode form inside, and a spelling without accents for finding. */

/** Text in NFC, the one form that is stored and hashed, with outer blanks removed and inner runs of blanks made one. */
export function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\u00a0\u200b\ufeff]+/gu, " ")
    .trim();
}

/**
 * The spelling under which a text is found: no accents, no case, `đ` as `d`, punctuation as blanks.
 * The same for both Unicode forms, and for both places where an accent may sit (`hoà`, `hòa`).
 */
export function searchKey(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/gu, "d")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The marks of the five tones: grave, acute, tilde, hook above, dot below. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * What is left of a text when only its way of being written is taken away: letter case, blanks and punctuation, the
 * Unicode form, and the letter over which a tone stands (`hoà`, `hòa`). Accents are kept: `Bắc` is not `Bac`.
 */
export function spellingKey(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .replace(/\S+/gu, (word) => word.replace(TONE, "") + (word.match(TONE) ?? []).join(""))
    .normalize("NFC");
}

/** Orders by Vietnamese rules, digits by their value. */
export const compareVietnamese: (a: string, b: string) => number = new Intl.Collator("vi", { numeric: true })
  .compare;
