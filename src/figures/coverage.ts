/**
 * For which place, kind of record and time the register holds everything, and on whose word. Inside coverage none means
 * 0; outside, no record means "not known", and some records mean "at least so many".
 */

import { sql } from "kysely";
import { z } from "zod";
import type { PlainDate } from "../kernel/dates.ts";
import type { Problem, Sentence } from "../kernel/problems.ts";
import type { PlaceDirectory, PlaceScope } from "../places/public.ts";
import type { Db } from "../platform/database/tables.ts";
import {
  type AttributeWords,
  type DocumentDraft,
  decidingProblemsBy,
  type Known,
  type SubjectDefinition,
  sharedTimeline,
} from "../register/public.ts";
import type { CoveredKind, Language } from "./registry.ts";

export const COVERED_KINDS = {
  cluster: { vi: "cụm công nghiệp", en: "clusters" },
  park: { vi: "khu công nghiệp", en: "parks" },
  project: { vi: "dự án đầu tư", en: "investment projects" },
  product: { vi: "sản phẩm", en: "products" },
  allocation: { vi: "vốn đã bố trí", en: "allocations" },
  plan: { vi: "quy hoạch cụm công nghiệp", en: "the plan of clusters" },
  lease: { vi: "lô đất và hợp đồng thuê đất", en: "plots and leases" },
  clearance: { vi: "đợt giải phóng mặt bằng", en: "rounds of site clearance" },
  case: { vi: "hồ sơ thủ tục", en: "cases" },
} as const satisfies Record<CoveredKind, Sentence>;

export const coverageAttributes = z
  .object({
    place: z.uuid(),
    kinds: z
      .array(
        z.enum(["cluster", "park", "project", "product", "allocation", "plan", "clearance", "lease", "case"]),
      )
      .min(1),
    /** What the word is, as the paper puts it. */
    word: z.string().min(1),
  })
  .partial();

/** Offices by how their name begins on a paper: who keeps records of zones, projects, capital or products. */
const OFFICE =
  /^(UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Sở|Chi cục|Cục Thống kê|Thống kê (tỉnh|thành phố)|Trung tâm Khuyến công|Ban Quản lý (các )?(KCN|khu công nghiệp|khu kinh tế)|Bộ)(?!\p{L})/iu;

const byOffice = new Map(Object.keys(coverageAttributes.shape).map((name) => [name, [OFFICE]]));

const CHOOSE_WORD: Sentence = {
  vi: "Ghi là “theo văn bản đưa tin”, hoặc chọn văn bản của cơ quan giữ hồ sơ, hoặc chính bảng tính đã nhập vào sổ.",
  en: "Record it as said, or choose a paper of the office that keeps the records, or the workbook that was entered.",
};

/**
 * That everything is entered is the register's own word: an office decides it by a paper of its own, or whoever enters a
 * workbook, by the workbook. What the press tells of an office's records is hearsay.
 */
function coverageProblems(attributes: readonly string[], document: DocumentDraft): readonly Problem[] {
  const { kind, standing } = document;
  if (kind === "workbook" && standing === "decides") return [];
  const own = kind === "press" || kind === "page" ? new Map() : byOffice;
  return decidingProblemsBy(own, attributes, document).map((problem) => ({
    ...problem,
    remedy: CHOOSE_WORD,
  }));
}

export const coverageSubject: SubjectDefinition = {
  kind: "coverage",
  attributes: coverageAttributes,
  decidingProblems: coverageProblems,
  timeline: sharedTimeline("coverage"),
  totals: [],
};

type Covered = z.infer<typeof coverageAttributes>;

export const coverageWords = {
  kind: { vi: "Phạm vi đã nhập đủ", en: "Coverage" },
  labels: {
    place: { vi: "Địa bàn", en: "Place" },
    kinds: { vi: "Đã nhập đủ", en: "Wholly entered" },
    word: { vi: "Theo lời", en: "On whose word" },
  },
  shapes: { place: "place", kinds: { words: COVERED_KINDS }, word: "text" },
} as const satisfies AttributeWords<keyof Covered>;

/** What the register is said to hold wholly, and on which days: from the first until before the other. */
type CoveredDays = { readonly covered: Covered; readonly from: string; readonly until: string };

/** Everything the register is said to hold wholly on any day; it is little, and the same for all days. */
export async function listCoverage(db: Db, known: Known): Promise<readonly CoveredDays[]> {
  const { rows } = await sql<{ attributes: unknown; from: string; until: string }>`
    select attributes, lower(valid)::text as "from", upper(valid)::text as until from (
      select id, kind, valid, attributes from subject_now where known_from <= ${known.commit}
      union all
      select id, kind, valid, attributes from subject_past where known @> ${known.commit}::bigint) p
     where kind = 'coverage' order by id, valid`.execute(db);
  return rows.map(({ attributes, from, until }) => ({
    covered: coverageAttributes.parse(attributes),
    from,
    until,
  }));
}

/** What of it holds on a day. As texts, days and the infinity after them are in order. */
export function coveredOn(days: readonly CoveredDays[], asOf: PlainDate): readonly Covered[] {
  return days.filter(({ from, until }) => from <= asOf && asOf < until).map(({ covered }) => covered);
}

export type CoverageAnswer = { readonly complete: boolean; readonly note: string | null };

const NOT_ENTERED = {
  vi: (place: string, what: string) => `${place}: chưa nhập đủ ${what}`,
  en: (place: string, what: string) => `${place}: not all ${what} are entered`,
};

/** Whether everything of the kinds is recorded in the place on the day; if not, which part is not. */
export function coverageOf(
  asked: { readonly scope: PlaceScope; readonly kinds: readonly CoveredKind[]; readonly language: Language },
  covered: readonly Covered[],
  places: PlaceDirectory,
): CoverageAnswer {
  const { place } = asked.scope;
  const lacking = asked.kinds.flatMap((kind) => {
    const holders = covered.flatMap((c) =>
      c.place !== undefined && c.kinds?.includes(kind) === true ? [c.place] : [],
    );
    if (holders.some((holder) => places.containment(place.id, holder) === "within")) return [];
    const parts = partsOf(place.id, places);
    const open = parts.filter((p) => !holders.some((h) => places.containment(p.id, h) === "within"));
    return (open.length === 0 ? [] : open).map((p) => ({ kind, name: nameWithEnd(p, asked.language) }));
  });
  if (asked.kinds.length > 0 && lacking.length === 0) return { complete: true, note: null };
  if (asked.kinds.length === 0) return { complete: false, note: null };
  const names = [...new Set(lacking.map((l) => l.name))];
  const notes = names.map((name) => {
    const kinds = lacking.filter((l) => l.name === name).map((l) => COVERED_KINDS[l.kind][asked.language]);
    return NOT_ENTERED[asked.language](name, kinds.join(", "));
  });
  return { complete: false, note: notes.join("; ") };
}

/** The units that a place was made of, where that says better what is not entered; else the place itself. */
function partsOf(id: string, places: PlaceDirectory) {
  const own = places.get(id);
  const before = places.predecessors(id).filter((p) => p.level === own.level);
  return before.length > 1 && own.level === "province" ? before : [own];
}

function nameWithEnd(
  unit: { readonly name: string; readonly to: PlainDate | null },
  language: Language,
): string {
  if (unit.to === null) return unit.name;
  const [year, month] = unit.to.split("-");
  return language === "vi"
    ? `${unit.name} (trước ${month}/${year})`
    : `${unit.name} (before ${month}/${year})`;
}
