/**
 * How a number written as text is read. In Vietnam a dot groups thousands and a comma is the decimal mark; many also
 * type the English way round. What the digits themselves decide is decided so; the rest follows one rule:
 *
 * | text | read as | why |
 * | --- | --- | --- |
 * | `1.234,5`, `1,234.5` | 1234.5 | both marks: the last one is the decimal mark |
 * | `1.234.567`, `1,234,567` | 1234567 | a mark that comes twice groups |
 * | `74.4`, `74,4`, `0.250`, `1234.567` | a decimal | groups have three digits, and none begins with 0 or has four |
 * | `2.921` | 2921 | a dot before exactly three digits groups, unless the other cells are written the English way |
 * | `2,921` | two readings | 2921 the English way, 2.921 the Vietnamese way: the other cells, the column or a person decide |
 */
import { type Decimal, decimal } from "../../kernel/decimals.ts";

/** Which mark is the decimal mark: comma (`vietnamese`) or dot (`english`). */
export type NumberStyle = "vietnamese" | "english";

export type Numeral =
  | { readonly kind: "one"; readonly value: Decimal }
  /** `grouped` is the reading in which the mark groups thousands. */
  | { readonly kind: "two"; readonly grouped: Decimal; readonly fraction: Decimal }
  | { readonly kind: "none" };

/** A numeral inside a text: digits with marks, or digits in groups of three with blanks between. */
export const NUMERAL = /\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?![\d])|\d+(?:[.,]\d+)*/u;

const NONE: Numeral = { kind: "none" };
const one = (text: string): Numeral => ({ kind: "one", value: decimal(text) });

/** Reads a numeral without sign or unit, such as `1.234,5`. */
export function readNumeral(text: string, style: NumberStyle | null = null): Numeral {
  const compact = text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, "");
  if (!/^\d+(?:[.,]\d+)*$/.test(compact) || compact.length > 40) return NONE;
  const [dots, commas] = [countOf(compact, "."), countOf(compact, ",")];
  if (dots === 0 && commas === 0) return one(compact);
  if (dots > 0 && commas > 0) return bothMarks(compact);
  const mark = dots > 0 ? "." : ",";
  if (dots + commas > 1) return groups(compact, mark) ? one(compact.replaceAll(mark, "")) : NONE;
  const fraction = compact.replace(mark, ".");
  const markGroups = groups(compact, mark);
  // Blanks already group the thousands of `1 234,567`.
  if (!markGroups || compact !== text) return one(fraction);
  return singleMark({ grouped: compact.replace(mark, ""), fraction }, mark, style);
}

function singleMark(
  { grouped, fraction }: { grouped: string; fraction: string },
  mark: "." | ",",
  style: NumberStyle | null,
): Numeral {
  if (style !== null) return one(mark === (style === "vietnamese" ? "." : ",") ? grouped : fraction);
  if (mark === ".") return one(grouped);
  return { kind: "two", grouped: decimal(grouped), fraction: decimal(fraction) };
}

function bothMarks(text: string): Numeral {
  const [mark, grouping] =
    text.lastIndexOf(".") > text.lastIndexOf(",") ? ([".", ","] as const) : ([",", "."] as const);
  const [whole = "", fraction = "", ...more] = text.split(mark);
  return more.length === 0 && groups(whole, grouping)
    ? one(`${whole.replaceAll(grouping, "")}.${fraction}`)
    : NONE;
}

/** Whether the mark can group: one to three digits, not beginning with 0, then threes. */
function groups(text: string, mark: "." | ","): boolean {
  return (mark === "." ? /^[1-9]\d{0,2}(?:\.\d{3})+$/ : /^[1-9]\d{0,2}(?:,\d{3})+$/).test(text);
}

function countOf(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/**
 * The style that the texts of a column show, from those that can be read one way only (`12,5`, `1.234.567`); null where
 * none shows any or they contradict each other.
 */
export function numberStyleOf(texts: Iterable<string>): NumberStyle | null {
  const seen = new Set<NumberStyle>();
  for (const text of texts) {
    const numeral = NUMERAL.exec(text)?.[0].replaceAll(" ", "") ?? "";
    const style = shownStyle(numeral);
    if (style !== null) seen.add(style);
  }
  const [style] = seen;
  return seen.size === 1 ? (style ?? null) : null;
}

function shownStyle(numeral: string): NumberStyle | null {
  const [dots, commas] = [countOf(numeral, "."), countOf(numeral, ",")];
  if (dots + commas === 0 || readNumeral(numeral).kind === "none") return null;
  if (dots > 0 && commas > 0)
    return numeral.lastIndexOf(",") > numeral.lastIndexOf(".") ? "vietnamese" : "english";
  if (dots > 1) return "vietnamese";
  if (commas > 1) return "english";
  if (groups(numeral, dots === 1 ? "." : ",")) return null;
  return commas === 1 ? "vietnamese" : "english";
}
