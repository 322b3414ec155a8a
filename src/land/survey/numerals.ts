/**
 * How a printed coordinate is read. Which mark groups thousands and which is the decimal mark shows in the digits or in
 * the size: `432.284` as an easting can only be 432,284 m. Pure.
 */
import type { SurveyCell } from "./columns.ts";

/** Every number that a cell may mean, the decimal reading of a lone mark first; none where it is no number. */
export function readingsOf(value: SurveyCell["value"]): readonly number[] {
  if (typeof value === "number") return Number.isFinite(value) ? [value] : [];
  if (typeof value !== "string") return [];
  const text = value
    .replace(/[\s\u00a0\u202f']/gu, "")
    .replace(/m$/i, "")
    .replace("−", "-");
  if (!/^[-+]?\d+(?:[.,]\d+)*$/.test(text)) return [];
  const readings = [decimalReading(text), grouped(text), groupedBeforeLast(text)];
  return [...new Set(readings.filter((n) => n !== null))].filter(Number.isFinite);
}

/** The last mark is the decimal mark, if it is the only one of its kind; what stands before it may be grouped. */
function decimalReading(text: string): number | null {
  const mark = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  if (mark < 0) return Number(text);
  const sign = text[mark];
  const whole = text.slice(0, mark);
  if (sign === undefined || whole.includes(sign)) return null;
  return isGrouped(whole) ? Number(`${whole.replace(/[.,]/g, "")}.${text.slice(mark + 1)}`) : null;
}

/** All marks group thousands. */
function grouped(text: string): number | null {
  return /[.,]/.test(text) && isGrouped(text) ? Number(text.replace(/[.,]/g, "")) : null;
}

/** `2.450.087.833`: the same mark groups and is the decimal mark. */
function groupedBeforeLast(text: string): number | null {
  const [mark, ...others] = new Set(text.match(/[.,]/g) ?? []);
  if (mark === undefined || others.length > 0 || text.split(mark).length < 3) return null;
  const at = text.lastIndexOf(mark);
  const whole = text.slice(0, at);
  return isGrouped(whole) ? Number(`${whole.replaceAll(mark, "")}.${text.slice(at + 1)}`) : null;
}

/** No mark, or one kind of mark before each three digits. */
function isGrouped(text: string): boolean {
  return /^[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)$/.test(text);
}

/** Northings and eastings in Vietnam lie between these, in metres. */
const METRES = { least: 50_000, most: 5_000_000 };

/** The coordinate in metres that a cell holds, or null: of two readings the one that can be a coordinate in Vietnam. */
export function findMetres(value: SurveyCell["value"]): number | null {
  const readings = readingsOf(value);
  return readings.find((n) => n >= METRES.least && n <= METRES.most) ?? readings[0] ?? null;
}

const DEGREES =
  /^([NSEWBĐDT])?\s*(\d{1,3})\s*[°ºo˚*:d\- ]\s*(\d{1,2})\s*(?:['′’‘`:m\- ]|phút)\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”“s]|'{2}|′{2}|giây)?\s*([NSEWBĐDT])?$/iu;

/** The coordinate in degrees that a cell holds, as a decimal or in degrees, minutes and seconds; null where it is none. */
export function findDegrees(value: SurveyCell["value"]): number | null {
  if (typeof value === "string") {
    const parts = DEGREES.exec(value.normalize("NFC").trim());
    if (parts !== null) return fromParts(parts);
  }
  const text = typeof value === "string" ? value.replace(/[°ºNEBĐ\s]/gu, "") : value;
  return readingsOf(text)[0] ?? null;
}

function fromParts([, before, degrees, minutes, seconds, behind]: readonly (string | undefined)[]):
  | number
  | null {
  const [d, m, s] = [Number(degrees), Number(minutes), Number(seconds?.replace(",", "."))];
  if (m >= 60 || s >= 60) return null;
  const isBack = /[SWT]/i.test(before ?? behind ?? "");
  return (isBack ? -1 : 1) * (d + m / 60 + s / 3600);
}
