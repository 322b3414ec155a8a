/** The words of investment projects: states, attributes, how a project is shown in a list and on its page. */
import { z } from "zod";
import type { Sentence } from "../kernel/problems.ts";
import { attributeFact, heldParts, partialDateText, plainDateText } from "../register/vocabulary.ts";

/** The states of a project in their usual order. The first one known may be any. */
export const PROJECT_STATUSES = {
  proposed: { vi: "Đã nộp hồ sơ đề xuất", en: "Proposed" },
  policyApproved: { vi: "Đã chấp thuận chủ trương đầu tư", en: "Investment policy approved" },
  certified: { vi: "Đã cấp giấy chứng nhận đăng ký đầu tư", en: "Registration certificate issued" },
  underWay: { vi: "Đang triển khai", en: "Under way" },
  operating: { vi: "Đang hoạt động", en: "Operating" },
  suspended: { vi: "Tạm ngừng", en: "Suspended" },
  withdrawn: { vi: "Đã chấm dứt, thu hồi", en: "Ended or withdrawn" },
} as const satisfies Record<string, Sentence>;
export const projectStatus = z.enum([
  "proposed",
  "policyApproved",
  "certified",
  "underWay",
  "operating",
  "suspended",
  "withdrawn",
]);
export type ProjectStatus = z.infer<typeof projectStatus>;

const wholeNumber = z.number().int().nonnegative();
/** Every attribute that a project may have; all are optional, nothing is invented. */
export const projectAttributes = z
  .object({
    name: z.string().min(1),
    /** Ids of the places it lies in, and how the paper words it. */
    places: z.array(z.uuid()).min(1),
    placePrinted: z.string().min(1),
    /** Id of the park, cluster or phase it lies in. */
    zone: z.uuid(),
    /** Organisation id. */
    investor: z.uuid(),
    /** Whether it is foreign direct investment. */
    fdi: z.boolean(),
    sector: z.string().min(1),
    status: projectStatus,
    /** When its investment policy was approved, as far as the paper says. */
    approvedOn: partialDateText,
    /** đồng. */
    registeredCapital: wholeNumber,
    realisedCapital: wholeNumber,
    /** m². */
    land: wholeNumber,
    workers: wholeNumber,
    termYears: wholeNumber,
    /** Why the existence is disputed; a disputed project is named and never counted. */
    disputed: z.string().min(1),
  })
  .partial();
export type ProjectAttributes = z.infer<typeof projectAttributes>;
export type ProjectAttribute = keyof ProjectAttributes;

export const PROJECT_ATTRIBUTE_LABELS = {
  name: { vi: "Tên dự án", en: "Name" },
  places: { vi: "Địa điểm", en: "Place" },
  placePrinted: { vi: "Địa điểm như đã in", en: "Place as printed" },
  zone: { vi: "Thuộc khu, cụm", en: "Zone" },
  investor: { vi: "Nhà đầu tư", en: "Investor" },
  fdi: { vi: "Đầu tư trực tiếp nước ngoài", en: "Foreign direct investment" },
  sector: { vi: "Ngành, lĩnh vực", en: "Sector" },
  status: { vi: "Tình trạng", en: "Status" },
  approvedOn: { vi: "Ngày chấp thuận chủ trương", en: "Policy approved on" },
  registeredCapital: { vi: "Vốn đăng ký", en: "Registered capital" },
  realisedCapital: { vi: "Vốn thực hiện", en: "Realised capital" },
  land: { vi: "Diện tích đất", en: "Land" },
  workers: { vi: "Lao động", en: "Workers" },
  termYears: { vi: "Thời hạn hoạt động (năm)", en: "Term (years)" },
  disputed: { vi: "Chưa thống nhất", en: "Disputed" },
} as const satisfies Record<ProjectAttribute, Sentence>;

const nameRef = z.object({ id: z.string(), label: z.string() });

/** A project in a list. */
export const projectSummary = z.object({
  id: z.string(),
  key: z.string().nullable(),
  name: z.string(),
  status: projectStatus.nullable(),
  statusLabel: z.string(),
  /** đồng. */
  registeredCapital: z.number().int().nullable(),
  fdi: z.boolean().nullable(),
  sector: z.string().nullable(),
  approvedOn: partialDateText.nullable(),
  places: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
  zone: nameRef.nullable(),
  investor: nameRef.nullable(),
  disputed: z.string().nullable(),
  ...heldParts,
});
export type ProjectSummary = z.infer<typeof projectSummary>;

/** A page of a list; `total` counts all that the question is about, `hidden` those of the page that
 * who asks may not see; `next` is the id to ask on from. */
export const projectList = z.object({
  items: z.array(projectSummary),
  total: z.number().int(),
  hidden: z.number().int(),
  next: z.string().nullable(),
});
export type ProjectList = z.infer<typeof projectList>;

/** A project on the asked day, and the stretches of its life as known then. */
export const projectPage = projectSummary.extend({
  attributes: z.array(attributeFact),
  periods: z.array(
    z.object({
      from: plainDateText,
      to: plainDateText.nullable(),
      status: projectStatus.nullable(),
      statusLabel: z.string(),
      registeredCapital: z.number().int().nullable(),
      evidenceAsOf: partialDateText.nullable(),
    }),
  ),
});
export type ProjectPage = z.infer<typeof projectPage>;
