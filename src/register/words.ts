/** Attributes and their values as a reader reads them: each folder gives its table, here it is put into words. Pure. */

import { isPartialDate, printedDate } from "../kernel/dates.ts";
import { boundary, lines } from "../kernel/geometry.ts";
import type { Sentence } from "../kernel/problems.ts";
import type { AttributeValue } from "./vocabulary.ts";

type Language = "vi" | "en";

/**
 * How a value is written. `area` is kept in m² and written in ha, `money` in đồng and written in tỷ đồng; `place` and
 * `subject` are ids that become names, `unit` and `account` too where the reader may know them; `link` is `label|path`; of a `boundary` its corners are counted; `parts` are the fields of an object, the first before
 * the others. A list is written value by value.
 */
export type ValueShape =
  | "text"
  | "number"
  | "area"
  | "money"
  /** Basis points; written as per cent with a sign: what is raised or lowered. */
  | "raise"
  | "yesNo"
  | "date"
  | "place"
  | "subject"
  | "link"
  | "boundary"
  | "unit"
  | "account"
  | "sealed"
  | { readonly words: Readonly<Record<string, Sentence>> }
  | { readonly parts: Readonly<Record<string, ValueShape>> };

/** What a kind of subject is called, what its attributes are called, and how the values of each are written. */
export type AttributeWords<Name extends string = string> = {
  readonly kind: Sentence;
  readonly labels: Readonly<Record<Name, Sentence>>;
  readonly shapes: Readonly<Record<Name, ValueShape>>;
};

/** What ids are called, and in which language. `names` are of organisations, zones and projects by id. */
export type Naming = {
  readonly language: Language;
  readonly places: { readonly find: (id: string) => { readonly name: string } | null };
  readonly names: ReadonlyMap<string, string>;
};

/** What is sealed is told to be there, and no more. */
const SEALED = { vi: "có, lưu kín", en: "there, sealed" } as const;
const YES = { vi: ["Không", "Có"], en: ["No", "Yes"] } as const;
/** Who works where is said to those alone who sign in. */
const SOMEBODY = {
  unit: { vi: "một đơn vị", en: "a unit" },
  account: { vi: "một cán bộ", en: "an officer" },
} as const;
const MILLIARD = { vi: "tỷ đồng", en: "billion đồng" } as const;

/** A number in the language's own marks, with up to three decimals. */
export function formatted(value: number, language: Language): string {
  const marks = new Intl.NumberFormat(language === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 3 });
  return marks.format(value);
}

function numberText(shape: ValueShape, value: number, language: Language): string {
  if (shape === "area") return `${formatted(value / 10_000, language)} ha`;
  if (shape === "money") return `${formatted(value / 1e9, language)} ${MILLIARD[language]}`;
  if (shape === "raise") return `${value > 0 ? "+" : ""}${formatted(value / 100, language)} %`;
  return formatted(value, language);
}

function textOf(shape: ValueShape, value: string, of: Naming): string {
  if (typeof shape === "object")
    return "words" in shape ? (shape.words[value]?.[of.language] ?? value) : value;
  switch (shape) {
    case "place":
      return of.places.find(value)?.name ?? value;
    case "subject":
      return of.names.get(value) ?? value;
    case "date":
      return isPartialDate(value) ? printedDate(value) : value;
    case "link":
      return value.split("|")[0] ?? value;
    case "unit":
    case "account":
      return of.names.get(value) ?? SOMEBODY[shape][of.language];
    case "boundary":
    case "sealed":
    case "text":
    case "number":
    case "area":
    case "money":
    case "raise":
    case "yesNo":
      return value;
  }
}

const isList = (value: AttributeValue): value is readonly AttributeValue[] => Array.isArray(value);

/** A boundary in words: its parts are not for reading. */
function boundaryText(value: AttributeValue, language: Language): string {
  const read = boundary.or(lines).safeParse(value);
  if (!read.success) return "";
  const corners = "plane" in read.data ? read.data.wgs84.flat(2).length : read.data.wgs84.flat().length;
  return language === "vi"
    ? `${formatted(corners, language)} đỉnh, hệ EPSG:${read.data.crs}`
    : `${formatted(corners, language)} corners, EPSG:${read.data.crs}`;
}

/** A value in words: ids as names, money in tỷ đồng, areas in ha, dates as printed, words by their labels. */
export function writtenValue(shape: ValueShape, value: AttributeValue, of: Naming): string {
  if (typeof value === "number") return numberText(shape, value, of.language);
  if (typeof value === "boolean") return YES[of.language][value ? 1 : 0];
  if (typeof value === "string") return textOf(shape, value, of);
  if (shape === "sealed") return SEALED[of.language];
  if (shape === "boundary") return boundaryText(value, of.language);
  if (isList(value)) return value.map((v) => writtenValue(shape, v, of)).join(", ");
  const shapes = typeof shape === "object" && "parts" in shape ? Object.entries(shape.parts) : [];
  const [first, ...rest] = shapes.flatMap(([name, part]) => {
    const held = value[name];
    return held === undefined ? [] : [writtenValue(part, held, of)];
  });
  return rest.length === 0 ? (first ?? "") : `${first} (${rest.join(", ")})`;
}

/**
 * Attributes and their values in words, in the order of the vocabulary: `Tên: CCN Mẫu; Diện tích: 40 ha`. Throws where
 * the table does not know an attribute.
 */
export function writtenAttributes(
  { labels, shapes }: AttributeWords,
  attributes: Readonly<Record<string, AttributeValue>>,
  of: Naming,
): string {
  const order = Object.keys(labels);
  return Object.entries(attributes)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([name, value]) => {
      const [label, shape] = [labels[name], shapes[name]];
      if (label === undefined || shape === undefined) throw new RangeError(`no words for ${name}`);
      return `${label[of.language]}: ${writtenValue(shape, value, of)}`;
    })
    .join("; ");
}

/** The ids of zones, projects and organisations that an attribute's value names. */
export function subjectsNamed(
  { shapes }: AttributeWords,
  attributes: Readonly<Record<string, AttributeValue>>,
): readonly string[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    shapes[name] === "subject" && typeof value === "string" ? [value] : [],
  );
}

/**
 * The units and accounts that an attribute's value names, itself and not within a part: who sits in a council is told on
 * the page of its case alone.
 */
export function officeNamed(
  { shapes }: AttributeWords,
  attributes: Readonly<Record<string, AttributeValue>>,
): readonly string[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    (shapes[name] === "unit" || shapes[name] === "account") && typeof value === "string" ? [value] : [],
  );
}
