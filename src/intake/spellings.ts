/** The words that a cell may hold where only some are understood: labels in both languages, code words, other spellings. */
import { CAPITAL_ENTRIES, CAPITAL_SOURCES } from "../capital/vocabulary.ts";
import type { CoveredKind } from "../figures/public.ts";
import type { Sentence } from "../kernel/problems.ts";
import { searchKey } from "../kernel/text.ts";
import { DOCUMENT_KINDS } from "../register/public.ts";
import { ATTRIBUTE_LABELS, COURSES, DEVELOPER_KINDS, ZONE_KINDS } from "../zones/vocabulary.ts";

/** Words of one column. `find` takes any spelling, with or without accents, in either language, or the code word. */
export type Spellings<K extends string> = {
  readonly labels: ReadonlyArray<readonly [K, Sentence]>;
  readonly find: (text: string) => K | null;
};

type Labels<K extends string> = Readonly<Record<K, Sentence>>;

/** Words with their labels; `also` adds spellings that people type besides. */
export function spellings<K extends string>(
  labels: Labels<K>,
  also?: Readonly<Partial<Record<K, readonly string[]>>>,
): Spellings<K> {
  const known = new Map<string, K>();
  const list: Array<readonly [K, Sentence]> = [];
  for (const code in labels) {
    list.push([code, labels[code]]);
    const spelled: readonly string[] = [code, labels[code].vi, labels[code].en, ...(also?.[code] ?? [])];
    for (const text of spelled) if (!known.has(searchKey(text))) known.set(searchKey(text), code);
  }
  const seen = new Map<string, K | null>();
  return {
    labels: list,
    find: (text) => {
      const before = seen.get(text);
      if (before !== undefined) return before;
      const found = known.get(searchKey(text)) ?? null;
      if (seen.size < SEEN) seen.set(text, found);
      return found;
    },
  };
}

/** Spellings that are kept as they were typed, so that a column of 50,000 equal words is folded once. */
const SEEN = 500;

export const documentKinds = spellings(DOCUMENT_KINDS, {
  press: ["báo", "báo chí"],
  page: ["trang tin điện tử", "cổng thông tin"],
  list: ["danh sách"],
});
export const standings = spellings(
  {
    decides: { vi: "quyết định", en: "decides" },
    says: { vi: "đưa tin", en: "says" },
  },
  { says: ["báo cáo", "tin"] },
);
export const evidences = spellings({
  read: { vi: "đã đọc", en: "read" },
  "news-about": { vi: "qua tin", en: "through news about it" },
  derived: { vi: "suy ra", en: "derived" },
});
export const accesses = spellings({
  public: { vi: "công khai", en: "public" },
  internal: { vi: "nội bộ", en: "internal" },
  personal: { vi: "cá nhân", en: "personal" },
});
export const effectiveKinds = spellings(
  {
    on: { vi: "từ ngày", en: "on the day" },
    in: { vi: "trong", en: "within" },
    by: { vi: "chậm nhất", en: "no later than" },
  },
  { on: ["ngày"], in: ["trong tháng", "trong năm"], by: ["muộn nhất", "chậm nhất đến"] },
);
export const zoneKinds = spellings(ZONE_KINDS, { park: ["KCN"], cluster: ["CCN", "cụm"] });

const { unknown: _unknown, ...developers } = DEVELOPER_KINDS;
export const developerKinds = spellings(developers, {
  enterprise: ["DN", "công ty"],
  cooperative: ["HTX"],
  publicUnit: ["đơn vị sự nghiệp"],
  managementBoard: ["ban quản lý", "BQL các KCN"],
});
export const courseStates = {
  legal: spellings(COURSES.legal.states),
  planning: spellings(COURSES.planning.states, { approved: ["đã duyệt"], none: ["chưa duyệt", "chưa có"] }),
  clearance: spellings(COURSES.clearance.states, { underWay: ["đang thực hiện", "đang GPMB"] }),
  works: spellings(COURSES.works.states, {
    underWay: ["đang xây dựng"],
    basicallyComplete: ["đã cơ bản hoàn thành"],
  }),
  operation: spellings(COURSES.operation.states),
} as const;
export const wasteWaterPlants = spellings(
  {
    none: { vi: "chưa có", en: "none" },
    underWay: { vi: "đang xây dựng", en: "under way" },
    done: { vi: "đã có", en: "done" },
  },
  { none: ["không", "không có"], done: ["có", "đã hoàn thành"] },
);
export const capitalSources = spellings(CAPITAL_SOURCES, {
  localBudget: ["NSĐP"],
  centralBudget: ["NSTW"],
  notStated: ["không nêu"],
});
export const capitalEntries = spellings(CAPITAL_ENTRIES, { allocation: ["bố trí"], payment: ["giải ngân"] });
export const claimSubjects = spellings(
  {
    figure: { vi: "chỉ tiêu", en: "figure" },
    attribute: { vi: "thuộc tính", en: "attribute" },
    existence: { vi: "sự tồn tại", en: "existence" },
    other: { vi: "khác", en: "other" },
  },
  { existence: ["tồn tại"] },
);
const covered: Readonly<Record<CoveredKind, Sentence>> = {
  cluster: { vi: "cụm", en: "clusters" },
  park: { vi: "khu", en: "parks" },
  project: { vi: "dự án", en: "projects" },
  product: { vi: "sản phẩm", en: "products" },
  allocation: { vi: "vốn bố trí", en: "allocations" },
  plan: { vi: "quy hoạch", en: "plan of clusters" },
  lease: { vi: "thuê đất", en: "leases" },
  clearance: { vi: "giải phóng mặt bằng", en: "site clearance" },
  case: { vi: "hồ sơ thủ tục", en: "cases" },
};
export const coveredKinds = spellings(covered, {
  cluster: ["CCN", "cụm công nghiệp"],
  park: ["KCN", "khu công nghiệp"],
  project: ["dự án đầu tư"],
  allocation: ["vốn", "vốn đã bố trí"],
  plan: ["quy hoạch cụm công nghiệp"],
  lease: ["lô đất", "hợp đồng thuê đất"],
});
export const zoneAttributeNames = spellings(ATTRIBUTE_LABELS);
/** Units of published numbers besides those of area and money. */
export const claimUnits = spellings(
  {
    zone: { vi: "khu, cụm", en: "zones" },
    project: { vi: "dự án", en: "projects" },
    product: { vi: "sản phẩm", en: "products" },
    recognition: { vi: "lượt công nhận", en: "recognitions" },
    person: { vi: "người", en: "people" },
    percent: { vi: "%", en: "percent" },
    plant: { vi: "nhà máy", en: "plants" },
    year: { vi: "năm", en: "year" },
  },
  {
    zone: ["cụm", "khu", "KCN", "CCN", "zone"],
    recognition: ["lượt"],
    person: ["lao động"],
    percent: ["phần trăm"],
  },
);
export type ClaimUnit = (typeof claimUnits.labels)[number][0];
