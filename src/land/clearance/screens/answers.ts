/** Where rounds have their pages, and how their numbers are worded. */
import { formatNumber, precisionText, quantityText } from "../../../web/format.ts";
import type { Lang } from "../../../web/language.tsx";
import type { RoundSummary } from "../boardWords.ts";

/** Where a round has its page. */
export function clearancePath({ id, key }: { readonly id: string; readonly key?: string | null }): string {
  return `/clearance/${encodeURIComponent(key ?? id)}`;
}

/** `12,5 / 40 ha (31,25 %)`; null where neither is known. */
export function partText(
  part: number | null,
  whole: number | null,
  of: { readonly unit: string | null; readonly rate: number | null; readonly lang: Lang },
): string | null {
  if (part === null && whole === null) return null;
  const text = (value: number | null) => (value === null ? "–" : quantityText(value, of.unit, of.lang));
  const rate = of.rate === null ? "" : ` (${formatNumber(of.rate, of.lang)}%)`;
  return `${text(part)} / ${text(whole)}${rate}`;
}

/** What is paid over what is approved, each with its paper's own word; null where neither is known. */
export function moneyText(
  { paid, approved }: Pick<RoundSummary, "paid" | "approved">,
  lang: Lang,
): string | null {
  if (paid === null && approved === null) return null;
  const text = (sum: RoundSummary["paid"]) =>
    sum === null
      ? "–"
      : `${precisionText(sum.precision, sum.precisionWord, lang)} ${quantityText(sum.value, "dong", lang)}`.trim();
  return `${text(paid)} / ${text(approved)}`;
}
