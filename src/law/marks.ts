/** How far a fact of the law was checked. The mark stands beside every limit and every day off, and on the screen. */
import type { Sentence } from "../kernel/problems.ts";

/**
 * `L`: read in a full copy of the text; `Locr`: the same, in a copy made from a scan; `G`: a government page or an
 * excerpt; `P`: practice; `U`: no source at hand; `computed`: by the calendar, no notice yet. Only the first two may be
 * told as the law.
 */
export const MARKS = {
  L: { vi: "đã đọc toàn văn", en: "read in the full text" },
  Locr: { vi: "đã đọc bản chụp toàn văn", en: "read in a scan of the full text" },
  G: { vi: "theo trích dẫn, chưa đối chiếu bản gốc", en: "by an excerpt, not compared with the original" },
  P: { vi: "mặc định theo thực tế, chưa đối chiếu bản gốc", en: "a default from practice, not the law" },
  U: { vi: "mặc định, chưa có nguồn đối chiếu", en: "a default without a source to compare with" },
  computed: { vi: "tự tính, chưa có thông báo", en: "computed, no notice at hand" },
} as const satisfies Record<string, Sentence>;
export type Mark = keyof typeof MARKS;

/** Whether it may be told as the law. Anything else is a default. */
export function isLaw(mark: Mark): boolean {
  return mark === "L" || mark === "Locr";
}
