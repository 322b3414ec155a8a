/** What a change of the law did to a matter that papers told of before it, if it was still under way; its outcome is not known here. Pure. */
import type { Language } from "../figures/public.ts";
import { firstDay, type PartialDate, type PlainDate, plainDate } from "../kernel/dates.ts";
import { citationText } from "../law/public.ts";
import { formatDate } from "../web/format.ts";
import type { LaterWord, ZonePage, ZoneSummary } from "./pageVocabulary.ts";

type LawNote = ZonePage["lawNotes"][number];

/** Since this day the province approves parks; what was pending with a ministry or the Prime Minister moved to it. */
const MOVED = { on: plainDate("2026-03-01"), by: { statute: "investment2025", article: "52.14" } } as const;

const WORDS = {
  vi: (told: string) =>
    `Theo tài liệu đến ${told}, chủ trương đầu tư hạ tầng đã trình. Nếu ngày 01/3/2026 hồ sơ còn ở bộ hoặc Thủ tướng Chính phủ mà chưa quyết định thì từ ngày đó hồ sơ chuyển về Chủ tịch UBND tỉnh; kết quả chưa biết.`,
  en: (told: string) =>
    `By papers until ${told} the infrastructure policy had been submitted. If on 1 March 2026 the file was still with a ministry or the Prime Minister, not decided, it moved on that day to the Chairman of the provincial People's Committee; the outcome is not known.`,
} as const;

type Told = {
  readonly zone: Pick<ZoneSummary, "kind" | "courses" | "coursesAsOf">;
  readonly laterWords: readonly LaterWord[];
  /** Since when the legal state that holds is told. */
  readonly legalSince: PartialDate | null;
};

/** The notes of a park or its phase on a day: only where the last word, from before the law, is that its policy was put forward. */
export function lawNotes(
  { zone, laterWords, legalSince }: Told,
  of: { readonly asOf: PlainDate; readonly language: Language },
): LawNote[] {
  const later = laterWords.find((word) => word.course === "legal");
  const state = later?.state ?? zone.courses.legal;
  const since = later?.since ?? legalSince;
  const told = later?.evidenceAsOf ?? zone.coursesAsOf.legal?.evidenceAsOf ?? null;
  if (zone.kind !== "park" || state !== "proposed" || since === null || told === null) return [];
  if (of.asOf < MOVED.on || firstDay(since) >= MOVED.on) return [];
  return [
    {
      key: "parkPolicy",
      text: WORDS[of.language](formatDate(told, of.language)),
      article: citationText(MOVED.by)[of.language],
      procedure: "parkPolicy",
    },
  ];
}
