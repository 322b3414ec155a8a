/** Every statute that is cited, articles that changed before their statute did, days that must not be missed, gaps. */
import { plainDate } from "../../kernel/dates.ts";
import { GENERAL_STATUTES } from "./generalStatutes.ts";
import { INVESTMENT_STATUTES } from "./investmentStatutes.ts";
import { LAND_STATUTES } from "./landStatutes.ts";
import type { ArticleLife, Deadline, Gap, Statute } from "./vocabulary.ts";
import { ZONE_STATUTES } from "./zoneStatutes.ts";

export const STATUTES = {
  ...ZONE_STATUTES,
  ...INVESTMENT_STATUTES,
  ...LAND_STATUTES,
  ...GENERAL_STATUTES,
} as const satisfies Readonly<Record<string, Statute>>;
export type StatuteKey = keyof typeof STATUTES;

/** Whether a text names a statute. */
export function isStatuteKey(text: string): text is StatuteKey {
  return Object.hasOwn(STATUTES, text);
}

const replacedBy254 = {
  vi: "thay bằng Nghị quyết 254/2025/QH15, Đ.3.9, từ 01/01/2026",
  en: "replaced by resolution 254/2025, article 3.9, from 01/01/2026",
};
const rewrittenBy303 = {
  vi: "hết hiệu lực khi Nghị định 303/2026/NĐ-CP viết lại nội dung này",
  en: "ended when decree 303/2026 rewrote what it said",
};

export const ARTICLE_LIVES: readonly ArticleLife<StatuteKey>[] = [
  {
    ...{ statute: "land2024", article: "85.1", effectiveFrom: null, mark: "L" },
    ...{ effectiveTo: plainDate("2026-01-01"), why: replacedBy254 },
  },
  ...(["6", "11", "12"] as const).map((article) => ({
    ...{ statute: "decree139" as const, article, effectiveFrom: null, mark: "P" as const },
    ...{ effectiveTo: plainDate("2026-09-15"), why: rewrittenBy303 },
  })),
  {
    ...{ statute: "decree49", article: "14", effectiveFrom: null, mark: "Locr" },
    effectiveTo: plainDate("2027-03-01"),
    why: { vi: "áp dụng đến 01/3/2027", en: "applies until 01/3/2027" },
  },
  {
    ...{ statute: "environment2020", article: "34.6", effectiveFrom: null, mark: "L" },
    effectiveTo: plainDate("2026-05-18"),
    why: {
      vi: "thời hạn thẩm định thay bằng Nghị quyết 66.19/2026/NQ-CP",
      en: "its time of appraisal was replaced by resolution 66.19/2026",
    },
  },
  {
    ...{ statute: "environment2020", article: "43.4", effectiveFrom: null, mark: "G" },
    effectiveTo: plainDate("2026-01-01"),
    why: {
      vi: "Luật 146/2025/QH15 giao Bộ trưởng quy định thời hạn từ 01/01/2026",
      en: "law 146/2025 hands the time to the minister from 01/01/2026",
    },
  },
  {
    ...{ statute: "resolution6619", article: "Phụ lục IX B.I.5", effectiveTo: null, mark: "L" },
    effectiveFrom: plainDate("2026-07-01"),
    why: { vi: "áp dụng từ 01/7/2026", en: "applies from 01/7/2026" },
  },
  ...(["7", "Phụ lục IV"] as const).map((article) => ({
    ...{ statute: "investment2025" as const, article, effectiveTo: null, mark: "L" as const },
    effectiveFrom: plainDate("2026-07-01"),
    why: { vi: "có hiệu lực từ 01/7/2026", en: "in force from 01/7/2026" },
  })),
];

export const DEADLINES: readonly Deadline<StatuteKey>[] = [
  {
    ...{ key: "oldClusters", statute: "decree32", article: "35.4b", mark: "L" },
    // "Before 31/12/2026": the last day is the one before it.
    lastDay: plainDate("2026-12-30"),
    title: {
      vi: "Xử lý xong các cụm công nghiệp hình thành trước Quyết định 105/2009/QĐ-TTg (trước 31/12/2026)",
      en: "Clusters that are older than decision 105/2009 must be settled (before 31/12/2026)",
    },
  },
  {
    ...{ key: "landSteps", statute: "decree49", article: "15", mark: "Locr" },
    lastDay: plainDate("2026-07-01"),
    title: {
      vi: "UBND tỉnh ban hành trình tự, số ngày tối đa về thu hồi đất, bồi thường (chậm nhất 01/7/2026)",
      en: "The province issues its own steps and days of land recovery (by 01/7/2026)",
    },
  },
];

export const GAPS: readonly Gap<StatuteKey>[] = [
  {
    ...{ statute: "investment2025", awaits: "decree96" },
    ...{ from: plainDate("2026-03-01"), to: plainDate("2026-03-31") },
    says: {
      vi: "Từ 01/3 đến 30/3/2026 Luật Đầu tư 2025 đã có hiệu lực mà nghị định hướng dẫn chưa có: không tính thời hạn tự động, xử lý thủ công.",
      en: "From 01/3 to 30/3/2026 the Law on Investment 2025 was in force and its decree was not: no limit is counted, to be handled by hand.",
    },
  },
  {
    ...{ statute: "law146", awaits: "circular9" },
    ...{ from: plainDate("2026-01-01"), to: plainDate("2026-01-29") },
    says: {
      vi: "Từ 01/01 đến 28/01/2026 Luật 146/2025/QH15 đã giao Bộ trưởng quy định thời hạn cấp giấy phép môi trường mà thông tư chưa có: không tính thời hạn tự động, xử lý thủ công.",
      en: "From 01/01 to 28/01/2026 law 146/2025 had left the time of environmental permits to the minister and there was no circular: no limit is counted, to be handled by hand.",
    },
  },
];
