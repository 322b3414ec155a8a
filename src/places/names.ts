/**
 * Spellings under which names of places are compared: lists differ in where an accent sits, in `i` and `y`, in zeros
 * before a number, in the word of the type. Pure; used when lists are joined and when places are searched.
 */
import { searchKey, tidy } from "../kernel/text.ts";
import { UNIT_TYPES, type UnitType } from "./vocabulary.ts";

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * The name with its accents but without the places of its tone marks, in lower case: `hoà` and `hòa` agree, `hoa` does
 * not, and both Unicode forms agree.
 */
export function accentKey(name: string): string {
  return tidy(name)
    .toLowerCase()
    .normalize("NFD")
    .replace(/[’‘ʼ`]/gu, "'")
    .split(/[\s\-–,.]+/u)
    .filter((word) => word !== "")
    .map((word) => word.replace(TONES, "") + (word.match(TONES) ?? []).join(""))
    .join(" ");
}

/** The name without accents, with `y` as `i`, numbers without leading zeros and `NT` written out. For joining lists only. */
export function looseKey(name: string): string {
  return searchKey(name)
    .replace(/\b0+(?=\d)/gu, "")
    .replace(/\bnt\b/gu, "nong truong")
    .replaceAll("y", "i");
}

const TYPE_WORDS = /^(thành phố|thị trấn|thị xã|đặc khu|tỉnh|quận|huyện|phường|xã)\s+/iu;
const TYPE_WORDS_WITHOUT_ACCENTS = /^(thanh pho|thi tran|thi xa|dac khu|tinh|quan|huyen|phuong|xa) (?=.)/u;

/** The name without the word of its type in front: "Cẩm Giàng" of "Xã Cẩm Giàng". In NFC, tidied. */
export function bareNameOf(name: string): string {
  const clean = tidy(name);
  return clean.replace(TYPE_WORDS, "") || clean;
}

/** A search key without the word of a type in front. */
export function bareSearchKey(key: string): string {
  return key.replace(TYPE_WORDS_WITHOUT_ACCENTS, "");
}

/** The full name: the word of the type before the bare name. */
export function fullNameOf(unit: { readonly unitType: UnitType; readonly bareName: string }): string {
  return `${UNIT_TYPES[unit.unitType].vi} ${unit.bareName}`;
}
