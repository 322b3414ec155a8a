/** Numbers in the words of an administrative paper: each with all that must be said with it. Pure. */
import { shownFigure, unitWordOf } from "../figures/screens/public.ts";
import type { FigureAnswer, FigureRecord } from "../figures/vocabulary.ts";
import type { Precision } from "../kernel/precision.ts";
import { formatCount, formatDate, formatPeriod, formatQuantity, precisionText } from "../web/format.ts";
import { markWords } from "../web/numberWords.ts";

/** What a screen prints as a sign, a paper says in words. */
function precisionWords(precision: Precision, printed: string | null): string {
  if (precision === "atLeast") return "ít nhất";
  if (precision === "atMost") return "không quá";
  return precisionText(precision, printed, "vi");
}

/** The value alone: `gần 58 tỷ đồng`; null where nothing is known. `bare`: the words after it say what is counted. */
export function valueWords(figure: FigureAnswer, bare = false): string | null {
  if (figure.withheld) return "không hiển thị";
  if (figure.value === null) return null;
  const { digits, unit } = formatQuantity(figure.value, figure.unit, "vi");
  const word = bare ? "" : (unitWordOf(figure.id, figure.unit)?.vi ?? unit);
  const shown = bare ? formatCount(figure.value, "vi") : digits;
  const parts = [precisionWords(figure.precision, figure.precisionWord), shown, word === "%" ? "" : word];
  return `${parts.filter((part) => part !== "").join("\u00a0")}${word === "%" ? "%" : ""}`;
}

/** What must be said with it: a lower bound, a published total, what is missing, disputed, how old the newest paper is. */
export function noteWords(figure: FigureAnswer): readonly string[] {
  return figure.value === null && !figure.withheld ? [] : markWords(shownFigure(figure), "vi");
}

/** The day or the period that a figure is for. */
export function timeWords(figure: FigureAnswer): string {
  return figure.period === null ? formatDate(figure.asOf, "vi") : formatPeriod(figure.period, "vi");
}

/** A sum of money as its paper says it: `khoảng 322 tỷ đồng`. */
export function sumWords(
  amount: number,
  { precision = "exact", precisionWord = null }: Pick<FigureRecord, "precision" | "precisionWord">,
): string {
  const { digits, unit } = formatQuantity(amount, "dong", "vi");
  const word = precisionWords(precision, precisionWord);
  return [word, digits, unit].filter((part) => part !== "").join("\u00a0");
}
