/**
 * The waits and limits of site clearance as data: what is counted from what, how many days, since when, by which
 * article, and how far the article was checked. Restated in our words; only the Official Gazette is the law.
 */
import { type PlainDate, plainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Mark } from "../../law/marks.ts";
import type { Step } from "./vocabulary.ts";

export const LAND_LAW_FROM = plainDate("2024-08-01");
export const RESOLUTION_254_FROM = plainDate("2026-01-01");
export const DECREE_49_FROM = plainDate("2026-01-31");

/** What must be so for the row to be asked; null: always. */
export type When = "agreed" | "notAgreed" | "resettlement" | "noResettlement" | null;

/** Days that the province sets by itself, by the name of the setting. */
export type OwnDays = "inventoryDays" | "originDays";

export type Wait = {
  readonly step: Step;
  /** `notBefore`: the step may not come earlier; `dueBy`: not later. */
  readonly kind: "notBefore" | "dueBy";
  /** Counted from this step's day, which is not counted itself. */
  readonly start: Step;
  /** Days; of the notice two numbers, for farm land and for other land; or what the province has set. */
  readonly days: number | { readonly farm: number; readonly other: number } | OwnDays;
  readonly when: When;
  readonly effectiveFrom: PlainDate;
  /** The first day on which it no longer holds. */
  readonly effectiveTo: PlainDate | null;
  readonly article: string;
  readonly mark: Mark;
  readonly note: Sentence | null;
};

const OLD = { effectiveFrom: LAND_LAW_FROM, effectiveTo: RESOLUTION_254_FROM } as const;
const NEW = { effectiveFrom: RESOLUTION_254_FROM, effectiveTo: null } as const;
const SINCE_LAW = { effectiveFrom: LAND_LAW_FROM, effectiveTo: null } as const;
const PLAIN = { when: null, note: null, mark: "L" } as const;

const law = (article: string) => `Luật Đất đai 31/2024/QH15, Đ.${article}`;
const resolution = (article: string) => `Nghị quyết 254/2025/QH15, Đ.${article}`;

/** In the order of the steps. */
export const WAITS: readonly Wait[] = [
  {
    ...{ ...PLAIN, ...SINCE_LAW, step: "notice", kind: "notBefore", start: "meeting" },
    ...{ days: 0, article: law("87.1") },
  },
  {
    ...{ ...PLAIN, ...SINCE_LAW, step: "inventory", kind: "dueBy", start: "notice" },
    ...{ days: "inventoryDays", article: "Nghị định 49/2026/NĐ-CP, Đ.15 (UBND tỉnh quy định)", mark: "P" },
    note: { vi: "số ngày do tỉnh đặt ở Thiết lập", en: "the number of days is a setting of the province" },
  },
  {
    ...{
      ...PLAIN,
      ...SINCE_LAW,
      step: "compulsoryInventory",
      kind: "notBefore",
      start: "inventoryPersuasion",
    },
    ...{ days: 25, article: law("87.2đ") },
    note: { vi: "vận động 15 ngày, rồi thêm 10 ngày", en: "persuasion for 15 days, then 10 more" },
  },
  {
    ...{ ...PLAIN, ...SINCE_LAW, step: "originConfirmed", kind: "dueBy", start: "inventory" },
    ...{ days: "originDays", article: "Nghị định 49/2026/NĐ-CP, Đ.15 (UBND tỉnh quy định)", mark: "P" },
    note: { vi: "số ngày do tỉnh đặt ở Thiết lập", en: "the number of days is a setting of the province" },
  },
  {
    ...{ ...PLAIN, ...OLD, step: "postingEnded", kind: "notBefore", start: "postingBegun" },
    ...{ days: 30, article: law("87.3a") },
  },
  {
    ...{ ...PLAIN, ...NEW, step: "postingEnded", kind: "notBefore", start: "postingBegun" },
    ...{ days: 10, article: resolution("3.9b") },
  },
  {
    ...{ ...PLAIN, ...SINCE_LAW, step: "opinions", kind: "notBefore", start: "postingEnded" },
    ...{ days: 0, article: law("87.3a") },
  },
  {
    ...{
      ...PLAIN,
      ...OLD,
      step: "dialogue",
      kind: "dueBy",
      start: "opinions",
      days: 60,
      article: law("87.3a"),
    },
    note: { vi: "chỉ khi còn ý kiến không đồng ý", en: "only where somebody disagrees" },
  },
  {
    ...{ ...PLAIN, ...NEW, step: "dialogue", kind: "dueBy", start: "opinions" },
    ...{ days: 30, article: resolution("3.9b") },
    note: { vi: "chỉ khi còn ý kiến không đồng ý", en: "only where somebody disagrees" },
  },
  {
    ...{ ...PLAIN, ...SINCE_LAW, step: "appraisal", kind: "dueBy", start: "dossierComplete" },
    ...{ days: 30, article: "Nghị định 88/2024/NĐ-CP, Đ.3.3" },
  },
  {
    ...{ ...PLAIN, ...SINCE_LAW, step: "approval", kind: "notBefore", start: "appraisal" },
    ...{ days: 0, article: law("87.3b") },
  },
  {
    ...{ ...PLAIN, ...OLD, step: "recoveryDecision", kind: "notBefore", start: "notice", when: "notAgreed" },
    ...{ days: { farm: 90, other: 180 }, article: law("85.1") },
  },
  {
    ...{ ...PLAIN, ...NEW, step: "recoveryDecision", kind: "notBefore", start: "notice", when: "notAgreed" },
    ...{ days: { farm: 60, other: 120 }, article: resolution("3.9a") },
  },
  {
    ...{
      ...PLAIN,
      ...SINCE_LAW,
      step: "recoveryDecision",
      kind: "notBefore",
      start: "notice",
      when: "agreed",
    },
    ...{ days: 0, article: law("85.2") },
    note: { vi: "mọi người có đất đồng ý thu hồi sớm", en: "all land users agree to early recovery" },
  },
  {
    ...{ ...PLAIN, ...SINCE_LAW, step: "recoveryDecision", kind: "notBefore", start: "planPersuasion" },
    ...{ days: 10, article: law("87.6") },
  },
  {
    ...{ ...PLAIN, ...SINCE_LAW, step: "recoveryDecision", kind: "dueBy", start: "planPersuasion" },
    ...{ days: 20, article: law("87.6") },
    note: {
      vi: "vận động 10 ngày, rồi quyết định trong 10 ngày",
      en: "persuasion for 10 days, then within 10",
    },
  },
  {
    ...{ ...PLAIN, ...SINCE_LAW, step: "recoveryDecision", kind: "dueBy", start: "approval" },
    ...{ days: 10, when: "noResettlement", article: law("87.5") },
  },
  {
    ...{ ...PLAIN, ...SINCE_LAW, step: "recoveryDecision", kind: "dueBy", start: "resettled" },
    ...{ days: 10, when: "resettlement", article: law("87.5") },
  },
  {
    ...{ ...PLAIN, ...SINCE_LAW, step: "payment", kind: "dueBy", start: "approval" },
    ...{ days: 30, article: law("94.3") },
    note: {
      vi: "kể từ ngày quyết định phê duyệt có hiệu lực; chậm thì trả thêm tiền",
      en: "from the day on which the approval takes effect; who pays late pays more",
    },
  },
  {
    ...{
      ...PLAIN,
      ...SINCE_LAW,
      step: "enforcementDecision",
      kind: "notBefore",
      start: "handOverPersuasion",
    },
    ...{ days: 10, article: law("87.7") },
  },
  {
    ...{ ...PLAIN, ...SINCE_LAW, step: "enforcementDecision", kind: "dueBy", start: "handOverPersuasion" },
    ...{ days: 20, article: law("87.7") },
    note: {
      vi: "vận động 10 ngày, rồi quyết định trong 10 ngày",
      en: "persuasion for 10 days, then within 10",
    },
  },
  {
    ...{ ...PLAIN, ...SINCE_LAW, step: "enforcement", kind: "notBefore", start: "enforcementReceived" },
    ...{ days: 10, article: law("89") },
    note: {
      vi: "không từ 22 giờ đến 6 giờ, ngày nghỉ, ngày lễ, 15 ngày trước và sau Tết",
      en: "not between 22:00 and 6:00, on days off and holidays, nor 15 days before and after the lunar new year",
    },
  },
  {
    ...{ ...PLAIN, ...SINCE_LAW, step: "handOver", kind: "dueBy", start: "enforcementMinutes" },
    ...{ days: 30, article: law("89") },
  },
];

/** How long a notice lives, and when those of before the law lapsed. */
export const NOTICE_MONTHS = 12;
export const NOTICE_LIVES = { article: law("85.5"), mark: "L" } as const;
export const NOTICE_AGAIN = { article: "Nghị định 49/2026/NĐ-CP, Đ.13.2c", mark: "Locr" } as const;
export const OLD_NOTICES_LAPSED = { article: resolution("3.13"), mark: "L" } as const;
