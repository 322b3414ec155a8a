/**
 * How values are printed for people: tỷ đồng and hectares, Vietnamese and English separators, days and partial dates.
 * Pure; the exact value stays in đồng and m² everywhere else.
 */
import { isPartialDate, isPlainDate, lastDay, type PartialDate, type PlainDate } from "../kernel/dates.ts";
import type { Precision } from "../kernel/precision.ts";
import type { Sentence } from "../kernel/problems.ts";
import type { Lang } from "./language.tsx";

const LOCALE = { vi: "vi-VN", en: "en-GB" } as const;

/** A number with the language's separators, at most `decimals` digits after the comma. */
export function formatNumber(value: number, lang: Lang, decimals = 3): string {
  return new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: decimals }).format(value);
}

/** A count as Vietnamese papers print it: `06`; English, and numbers of two digits, stay as they are. */
export function formatCount(value: number, lang: Lang): string {
  const plain = formatNumber(value, lang);
  return lang === "vi" && Number.isInteger(value) && value > 0 && value < 10 ? `0${plain}` : plain;
}

export const UNIT_WORDS = {
  zone: { vi: "khu, cụm", en: "zones" },
  ha: { vi: "ha", en: "ha" },
  m2: { vi: "m²", en: "m²" },
  billionDong: { vi: "tỷ đồng", en: "billion đồng" },
  millionDong: { vi: "triệu đồng", en: "million đồng" },
  dong: { vi: "đồng", en: "đồng" },
  project: { vi: "dự án", en: "projects" },
  product: { vi: "sản phẩm", en: "products" },
  recognition: { vi: "lượt công nhận", en: "recognitions" },
  person: { vi: "người", en: "people" },
  percent: { vi: "%", en: "%" },
  plant: { vi: "nhà máy", en: "plants" },
  lease: { vi: "hợp đồng", en: "leases" },
  dongPerM2: { vi: "đồng/m²", en: "đồng per m²" },
  household: { vi: "hộ", en: "households" },
  month: { vi: "tháng", en: "months" },
  case: { vi: "hồ sơ", en: "cases" },
  day: { vi: "ngày", en: "days" },
} as const satisfies Record<string, Sentence>;

function isUnitWord(unit: string): unit is keyof typeof UNIT_WORDS {
  return Object.hasOwn(UNIT_WORDS, unit);
}

/** A value as it is shown: the digits, and the unit that stands lighter beside them (empty where there is none). */
export type Quantity = { readonly digits: string; readonly unit: string };

/**
 * Digits and unit for a value in the unit's smallest step (đồng, m², things). Money is shown in tỷ đồng, below 0,1 tỷ
 * in triệu đồng; area in ha, below 0,1 ha in m². A unit without a word here is printed as it is.
 */
export function formatQuantity(value: number, unit: string | null, lang: Lang): Quantity {
  if (unit === "dong") return formatMoney(value, lang);
  if (unit === "m2") {
    const small = value !== 0 && Math.abs(value) < 1000;
    return small
      ? { digits: formatNumber(value, lang, 0), unit: UNIT_WORDS.m2[lang] }
      : { digits: formatNumber(value / 10_000, lang, 2), unit: UNIT_WORDS.ha[lang] };
  }
  // A year is a name and no amount: no separators, no unit.
  if (unit === "year") return { digits: String(value), unit: "" };
  const word = unit === null ? "" : isUnitWord(unit) ? UNIT_WORDS[unit][lang] : unit;
  return { digits: formatNumber(value, lang), unit: word };
}

function formatMoney(value: number, lang: Lang): Quantity {
  const size = Math.abs(value);
  if (value === 0 || size >= 100_000_000) {
    return { digits: formatNumber(value / 1e9, lang, 3), unit: UNIT_WORDS.billionDong[lang] };
  }
  if (size >= 100_000) {
    return { digits: formatNumber(value / 1e6, lang, 3), unit: UNIT_WORDS.millionDong[lang] };
  }
  return { digits: formatNumber(value, lang, 0), unit: UNIT_WORDS.dong[lang] };
}

/** The same as one text: `199,4 ha`. No-break spaces keep the unit with its number. */
export function quantityText(value: number, unit: string | null, lang: Lang): string {
  const { digits, unit: word } = formatQuantity(value, unit, lang);
  return word === "" || word === "%" ? `${digits}${word}` : `${digits}\u00a0${word}`;
}

/**
 * A formula as people read it: its whole numbers of đồng or m² in the unit in which such values are shown, which is named
 * once at the end. Numbers of things stay as they are.
 */
export function formulaText(formula: string, unit: string | null, lang: Lang): string {
  if (unit !== "dong" && unit !== "m2") return formula;
  const step = unit === "dong" ? 1e9 : 1e4;
  const text = formula.replace(/\d{4,}(\.\d+)?/g, (digits) => formatNumber(Number(digits) / step, lang));
  return text === formula
    ? formula
    : `${text}\u00a0${UNIT_WORDS[unit === "dong" ? "billionDong" : "ha"][lang]}`;
}

const PRECISION_WORDS = {
  exact: { vi: "", en: "" },
  about: { vi: "khoảng", en: "about" },
  nearly: { vi: "gần", en: "nearly" },
  over: { vi: "trên", en: "over" },
  atLeast: { vi: "≥", en: "≥" },
  atMost: { vi: "≤", en: "≤" },
  expected: { vi: "dự kiến", en: "expected" },
} as const satisfies Record<Precision, Sentence>;

/** The word before a number: as the paper printed it in Vietnamese, the translated word in English, empty where exact. */
export function precisionText(precision: Precision, printed: string | null, lang: Lang): string {
  if (lang === "vi" && printed !== null && precision !== "atLeast" && precision !== "atMost") return printed;
  return PRECISION_WORDS[precision][lang];
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

function parts(date: string): { year: string; month: number | null; day: number | null } {
  const [year = "", month, day] = date.split("-");
  return {
    year,
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
}

/** A date alone, as in a table: `30/11/2023`, `11/2023`, `2023`; in English `30 November 2023`. */
export function formatDate(date: PartialDate | PlainDate, lang: Lang): string {
  if (lang === "vi") return date.split("-").reverse().join("/");
  const { year, month, day } = parts(date);
  const name = month === null ? "" : (MONTHS[month - 1] ?? "");
  return [day, name, year].filter((p) => p !== null && p !== "").join(" ");
}

/** A date inside a sentence: `ngày 30/11/2023`, `tháng 11/2023`, `năm 2023`. */
export function dateInWords(date: PartialDate | PlainDate, lang: Lang): string {
  const printed = formatDate(date, lang);
  if (lang === "en") return printed;
  const { month, day } = parts(date);
  return day !== null ? `ngày ${printed}` : month !== null ? `tháng ${printed}` : `năm ${printed}`;
}

/** How a beginning is told: from a day, within a month, or no later than the paper that first shows it. */
export function sinceInWords(kind: "on" | "in" | "by", date: PartialDate, lang: Lang): string {
  const words = dateInWords(date, lang);
  if (kind === "on") return lang === "vi" ? `từ ${words}` : `from ${words}`;
  if (kind === "in") return lang === "vi" ? `trong ${words}` : `in ${words}`;
  return lang === "vi" ? `chậm nhất là ${words}` : `by ${words} at the latest`;
}

/** A period with inclusive ends: `2021–2023`; a single date where both ends are equal. */
export function formatPeriod(
  period: { readonly from: PartialDate; readonly to: PartialDate },
  lang: Lang,
): string {
  const from = formatDate(period.from, lang);
  const to = formatDate(period.to, lang);
  return from === to ? from : `${from}–${to}`;
}

/** An instant of the register as its day and minute in Vietnam: `24/11/2026 09:05`. Text that is no instant is kept. */
export function formatInstant(at: string, lang: Lang): string {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return at;
  const local = new Date(time + 7 * 3_600_000).toISOString();
  const day = local.slice(0, 10);
  return isPlainDate(day) ? `${formatDate(day, lang)} ${local.slice(11, 16)}` : at;
}

/**
 * The day a person typed, or null. Takes `30/11/2023`, `30-11-2023`, `30112023`, ISO days, and a month or a year,
 * which mean their last day: the state of a month is its state when it ends.
 */
export function findTypedDay(text: string): PlainDate | null {
  const trimmed = text.trim();
  const iso = trimmed.replace(/[./]/g, "-");
  const turned = /^\d{8}$/.test(iso)
    ? `${iso.slice(4)}-${iso.slice(2, 4)}-${iso.slice(0, 2)}`
    : /^\d{1,2}(-\d{1,2})?-\d{4}$/.test(iso)
      ? iso
          .split("-")
          .reverse()
          .map((p) => p.padStart(2, "0"))
          .join("-")
      : iso;
  return isPartialDate(turned) ? lastDay(turned) : null;
}

const WHOLE_DAY = /^\s*(\d{8}|\d+[-./]\d+[-./]\d+)\s*$/;

/** The same where a whole day is needed: of a month or a year alone no day is made. */
export function findWholeDay(text: string): PlainDate | null {
  return WHOLE_DAY.test(text) ? findTypedDay(text) : null;
}

/** A file size for people: `12 kB`. */
export function formatSize(bytes: number, lang: Lang): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, lang, 0)} kB`;
  return `${formatNumber(bytes / 1_000_000, lang, 1)} MB`;
}
