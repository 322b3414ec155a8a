/** Takes a text such as `gần 58 tỷ đồng` apart: precision word, sign, number and unit; nothing is left over unseen. */
import type { Precision } from "../../kernel/precision.ts";
import { tidy } from "../../kernel/text.ts";
import { NUMERAL } from "./numerals.ts";
import { findPrecisionWord, type PrecisionWord } from "./precisionWords.ts";
import { folded, leadingUnit, UNITS, type Unit } from "./units.ts";

/** One numeral with its unit; `2 tỷ 500 triệu` has two. */
export type Term = { readonly numeral: string; readonly unit: Unit | null };

export type PrintedNumber = {
  readonly terms: readonly [Term, ...Term[]];
  readonly negative: boolean;
  readonly precision: Precision;
  readonly precisionWord: string | null;
};

export type Taken =
  | { readonly kind: "number"; readonly number: PrintedNumber }
  | { readonly kind: "no-number" }
  | { readonly kind: "two-values" }
  | { readonly kind: "extra-words"; readonly words: string };

const CURRENCY = /(?:^| )(vnd|us\$|usd|eur|\$|€|₫)$/;
/** What a counted number may be followed by. */
const COUNTED =
  /^(?:du an|doanh nghiep|dn|hop tac xa|htx|ho(?: kinh doanh| gia dinh)?|cum(?: cong nghiep)?|khu(?: cong nghiep)?|ccn|kcn|co so|san pham|lo|thua|xa|huyen|projects?|enterprises?|households?|clusters?|parks?|plots?)(?![\p{L}\p{N}])/u;

/** Takes the text apart. */
export function takeApart(text: string): Taken {
  const whole = tidy(text);
  const inBrackets = /^\(([^()]*\d[^()]*)\)$/.exec(whole)?.[1];
  const printed = inBrackets ?? whole;
  const found = NUMERAL.exec(printed);
  if (found === null) return { kind: "no-number" };
  const front = frontOf(printed.slice(0, found.index));
  if (front.words === null) return { kind: "extra-words", words: front.printed };
  const terms = termsOf(printed.slice(found.index), front.currency);
  if (terms.rest !== "" && /\d/.test(terms.rest)) return { kind: "two-values" };
  const words = wordsBehind(terms.rest, front.words);
  if (words === null) return { kind: "extra-words", words: terms.rest };
  const [first, ...more] = terms.list;
  if (first === undefined) return { kind: "no-number" };
  return {
    kind: "number",
    number: { terms: [first, ...more], negative: front.negative || inBrackets !== undefined, ...words },
  };
}

type Front = {
  readonly printed: string;
  readonly words: PrecisionWord | null;
  readonly negative: boolean;
  readonly currency: Unit | null;
};

/** What stands before the number: a precision word, a currency, a sign. */
function frontOf(before: string): Front {
  const sign = /[-–−+]\s*$/.exec(before);
  let words = (sign === null ? before : before.slice(0, sign.index)).trim();
  const currency = CURRENCY.exec(words.toLowerCase())?.[1] ?? null;
  if (currency !== null) words = words.slice(0, words.length - currency.length).trim();
  return {
    printed: words,
    words: findPrecisionWord(words),
    negative: sign !== null && !sign[0].startsWith("+"),
    currency: currency === null ? null : currency === "vnd" || currency === "₫" ? "dong" : "foreignMoney",
  };
}

/** The numerals with their units, as long as each unit is smaller than the one before. */
function termsOf(
  text: string,
  currency: Unit | null,
): { readonly list: readonly Term[]; readonly rest: string } {
  const list: Term[] = [];
  let rest = text;
  for (;;) {
    const numeral = NUMERAL.exec(rest);
    if (numeral === null || numeral.index !== 0) break;
    const behind = rest.slice(numeral[0].length).trim();
    const unit = leadingUnit(behind);
    const before = list.at(-1)?.unit ?? null;
    if (list.length > 0 && !(before !== null && unit !== null && isSmaller(unit.unit, before))) break;
    list.push({ numeral: numeral[0], unit: unitWithCurrency(unit?.unit ?? null, currency) });
    rest = unit === null ? behind : unit.rest;
    if (unit === null) break;
  }
  return { list, rest: rest.replace(/^[.,;]+|[.,;]+$/g, "").trim() };
}

function isSmaller(unit: Unit, before: Unit): boolean {
  return (
    UNITS[unit].measure === "money" &&
    UNITS[before].measure === "money" &&
    UNITS[unit].power < UNITS[before].power
  );
}

/** `VND 500 million` names its unit on both sides. */
function unitWithCurrency(unit: Unit | null, currency: Unit | null): Unit | null {
  if (currency === "foreignMoney") return currency;
  return unit ?? currency;
}

/** A remark in brackets may be the precision word (`58 tỷ (dự kiến)`); counted things are no remark. */
function wordsBehind(rest: string, front: PrecisionWord): PrecisionWord | null {
  const behind = folded(rest).replace(COUNTED, "").trim();
  if (behind === "") return front;
  const remark = /^\(([^()]*)\)$/.exec(rest)?.[1];
  if (remark === undefined || front.precisionWord !== null) return null;
  return findPrecisionWord(remark);
}
