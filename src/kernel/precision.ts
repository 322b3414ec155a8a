/** How exact a number is, as the paper's own word says. */
import { z } from "zod";

export const PRECISIONS = ["exact", "about", "nearly", "over", "atLeast", "atMost", "expected"] as const;
export const precision = z.enum(PRECISIONS);
/** `about` khoảng, `nearly` gần, `over` trên or hơn, `expected` dự kiến. */
export type Precision = z.infer<typeof precision>;

/** The precision of a sum: an equal word is kept, different words give `about`. `exact` terms do not blur an equal word's sum only if all are equal. */
export function precisionOfSum(words: readonly Precision[]): Precision {
  const [first, ...rest] = words;
  if (first === undefined) return "exact";
  return rest.every((w) => w === first) ? first : "about";
}

const WORDS: ReadonlyArray<readonly [RegExp, Precision]> = [
  [/^(khoảng|xấp xỉ|about)$/u, "about"],
  [/^(gần|nearly)$/u, "nearly"],
  [/^(trên|hơn|over)$/u, "over"],
  [/^(ít nhất|tối thiểu|at least)$/u, "atLeast"],
  [/^(tối đa|không quá|at most)$/u, "atMost"],
  [/^(dự kiến.*|expected.*)$/u, "expected"],
  [/^(chính xác|đúng|exact)?$/u, "exact"],
];

/** The precision that a printed word means, or null where the word is not known. */
export function findPrecision(word: string): Precision | null {
  const normal = word.normalize("NFC").trim().toLowerCase();
  return WORDS.find(([pattern]) => pattern.test(normal))?.[1] ?? null;
}
