/** The words of parks and clusters: kinds, the five courses, the derived stage, attributes. */
import { z } from "zod";
import { boundary } from "../kernel/geometry.ts";
import type { Sentence } from "../kernel/problems.ts";
import { partialDateText } from "../register/vocabulary.ts";

export const ZONE_KINDS = {
  park: { vi: "Khu công nghiệp", en: "Industrial park" },
  cluster: { vi: "Cụm công nghiệp", en: "Industrial cluster" },
} as const satisfies Record<string, Sentence>;
export const zoneKind = z.enum(["park", "cluster"]);
export type ZoneKind = z.infer<typeof zoneKind>;

export const DEVELOPER_KINDS = {
  enterprise: { vi: "Doanh nghiệp", en: "Enterprise" },
  cooperative: { vi: "Hợp tác xã", en: "Cooperative" },
  publicUnit: { vi: "Đơn vị sự nghiệp công lập", en: "Public service unit" },
  managementBoard: { vi: "Ban Quản lý các KCN", en: "Park management board" },
  unknown: { vi: "Chưa rõ", en: "Not known" },
} as const satisfies Record<string, Sentence>;
export const developerKind = z.enum(["enterprise", "cooperative", "publicUnit", "managementBoard"]);
export type DeveloperKind = z.infer<typeof developerKind>;

/** The five courses that run side by side, each with its states in their usual order. */
export const COURSES = {
  legal: {
    label: { vi: "Pháp lý", en: "Legal" },
    states: {
      planned: { vi: "Có trong quy hoạch", en: "Planned" },
      proposed: { vi: "Đã trình chủ trương", en: "Proposed" },
      policyApproved: { vi: "Đã có chủ trương đầu tư hạ tầng", en: "Infrastructure policy approved" },
      established: { vi: "Đã thành lập", en: "Established" },
      adjusted: { vi: "Đã điều chỉnh", en: "Adjusted" },
      repealed: { vi: "Đã bãi bỏ", en: "Repealed" },
    },
  },
  planning: {
    label: { vi: "Quy hoạch", en: "Planning" },
    states: {
      none: { vi: "Chưa có quy hoạch chi tiết", en: "No detailed plan" },
      approved: { vi: "Đã duyệt quy hoạch chi tiết", en: "Detailed plan approved" },
    },
  },
  clearance: {
    label: { vi: "Giải phóng mặt bằng", en: "Site clearance" },
    states: {
      notBegun: { vi: "Chưa thực hiện", en: "Not begun" },
      underWay: { vi: "Đang giải phóng mặt bằng", en: "Under way" },
      done: { vi: "Đã xong", en: "Done" },
    },
  },
  works: {
    label: { vi: "Xây dựng hạ tầng", en: "Works" },
    states: {
      notBegun: { vi: "Chưa khởi công", en: "Not begun" },
      choosingContractor: { vi: "Đang lựa chọn nhà thầu", en: "Choosing contractor" },
      underWay: { vi: "Đang thi công", en: "Under way" },
      basicallyComplete: { vi: "Cơ bản hoàn thành", en: "Basically complete" },
      accepted: { vi: "Đã nghiệm thu", en: "Accepted" },
    },
  },
  operation: {
    label: { vi: "Hoạt động", en: "Operation" },
    states: {
      none: { vi: "Chưa hoạt động", en: "None" },
      tenantsInProcedures: { vi: "Nhà đầu tư thứ cấp đang làm thủ tục", en: "Tenants in procedures" },
      operating: { vi: "Đang hoạt động", en: "Operating" },
    },
  },
} as const satisfies Record<string, { label: Sentence; states: Record<string, Sentence> }>;
export type Course = keyof typeof COURSES;
export const COURSE_NAMES = ["legal", "planning", "clearance", "works", "operation"] as const;

export const legalState = z.enum([
  "planned",
  "proposed",
  "policyApproved",
  "established",
  "adjusted",
  "repealed",
]);
export const planningState = z.enum(["none", "approved"]);
export const clearanceState = z.enum(["notBegun", "underWay", "done"]);
export const worksState = z.enum([
  "notBegun",
  "choosingContractor",
  "underWay",
  "basicallyComplete",
  "accepted",
]);
export const operationState = z.enum(["none", "tenantsInProcedures", "operating"]);

/** The stage shown to people, derived from the courses by one rule (`stageOf`), from early to late. */
export const STAGES = {
  unknown: { vi: "Chưa rõ", en: "Not known" },
  planned: { vi: "Trong quy hoạch", en: "Planned" },
  proposed: { vi: "Đã trình chủ trương", en: "Proposed" },
  policyApproved: { vi: "Đã có chủ trương", en: "Policy approved" },
  established: { vi: "Đã thành lập", en: "Established" },
  clearing: { vi: "Đang giải phóng mặt bằng, chuẩn bị thi công", en: "Clearing the site" },
  cleared: { vi: "Đã giải phóng mặt bằng", en: "Site cleared" },
  building: { vi: "Đang xây dựng hạ tầng", en: "Building infrastructure" },
  basicallyComplete: { vi: "Cơ bản hoàn thành", en: "Basically complete" },
  operating: { vi: "Đang hoạt động", en: "Operating" },
  repealed: { vi: "Đã bãi bỏ", en: "Repealed" },
} as const satisfies Record<string, Sentence>;
export const stage = z.enum([
  "unknown",
  "planned",
  "proposed",
  "policyApproved",
  "established",
  "clearing",
  "cleared",
  "building",
  "basicallyComplete",
  "operating",
  "repealed",
]);
export type Stage = z.infer<typeof stage>;

const wholeNumber = z.number().int().nonnegative();
/** Every attribute that a zone may have; all are optional, nothing is invented. */
export const zoneAttributes = z
  .object({
    kind: zoneKind,
    name: z.string().min(1),
    /** Of a phase: the id of the zone it is part of, and its number as printed. */
    phaseOf: z.uuid(),
    phase: z.string().min(1),
    /** Ids of the places it lies in, and how the paper words it. */
    places: z.array(z.uuid()).min(1),
    placePrinted: z.string().min(1),
    /** m². */
    area: wholeNumber,
    /** Of the zone or phase on the ground. */
    boundary,
    /** Industrial land of the detailed plan, m². */
    industrialLand: wholeNumber,
    /** Service land of the detailed plan, m²: of a park it counts with the industrial land. */
    serviceLand: wholeNumber,
    landWithInfrastructure: wholeNumber,
    leasedLand: wholeNumber,
    legal: legalState,
    /** The paper or plan that lists it, as printed: the cluster is in the plan. */
    inPlan: z.string().min(1),
    planning: planningState,
    clearance: clearanceState,
    works: worksState,
    operation: operationState,
    /** Organisation id. */
    developer: z.uuid(),
    developerKind,
    /** đồng; the total investment of the decision, which is never money allocated. */
    totalInvestment: wholeNumber,
    sectors: z.array(z.string().min(1)),
    termYears: wholeNumber,
    /** The schedule of the decision: so many months from its signing; or days, as exact as it prints them. */
    scheduleMonths: wholeNumber,
    scheduleFrom: partialDateText,
    scheduleTo: partialDateText,
    scheduleOperation: partialDateText,
    schedulePrinted: z.string().min(1),
    /** When the land was handed over in the field, from which a schedule runs where that was late. */
    landHandedOver: partialDateText,
    expectedCompletion: partialDateText,
    expectedOperation: partialDateText,
    detailedPlanDecision: z.string().min(1),
    infrastructureProjectInvestment: wholeNumber,
    investedToDate: wholeNumber,
    projects: wholeNumber,
    fdiProjects: wholeNumber,
    operatingProjects: wholeNumber,
    workers: wholeNumber,
    wasteWaterPlant: z.enum(["none", "underWay", "done"]),
    wasteWaterMeetsStandard: z.boolean(),
    craftVillage: z.boolean(),
    specialised: z.boolean(),
    occupancyNote: z.string().min(1),
    /** The latest event told by a paper that moves no course. */
    news: z.string().min(1),
    /** Why the existence is disputed; a disputed zone is named and never counted. */
    disputed: z.string().min(1),
  })
  .partial();
export type ZoneAttributes = z.infer<typeof zoneAttributes>;
export type ZoneAttribute = keyof ZoneAttributes;

export const ATTRIBUTE_LABELS = {
  kind: { vi: "Loại", en: "Kind" },
  name: { vi: "Tên", en: "Name" },
  phaseOf: { vi: "Thuộc", en: "Phase of" },
  phase: { vi: "Giai đoạn", en: "Phase" },
  places: { vi: "Địa điểm", en: "Place" },
  placePrinted: { vi: "Địa điểm như đã in", en: "Place as printed" },
  area: { vi: "Diện tích", en: "Area" },
  boundary: { vi: "Ranh giới", en: "Boundary" },
  industrialLand: {
    vi: "Đất công nghiệp theo quy hoạch chi tiết",
    en: "Industrial land of the detailed plan",
  },
  serviceLand: { vi: "Đất dịch vụ theo quy hoạch chi tiết", en: "Service land of the detailed plan" },
  landWithInfrastructure: { vi: "Đất công nghiệp đã có hạ tầng", en: "Industrial land with infrastructure" },
  leasedLand: { vi: "Đất công nghiệp đã cho thuê", en: "Industrial land leased" },
  legal: { vi: "Pháp lý", en: "Legal" },
  inPlan: { vi: "Có trong quy hoạch", en: "In the plan" },
  planning: { vi: "Quy hoạch", en: "Planning" },
  clearance: { vi: "Giải phóng mặt bằng", en: "Site clearance" },
  works: { vi: "Xây dựng hạ tầng", en: "Works" },
  operation: { vi: "Hoạt động", en: "Operation" },
  developer: { vi: "Chủ đầu tư hạ tầng", en: "Infrastructure developer" },
  developerKind: { vi: "Loại chủ đầu tư", en: "Kind of developer" },
  totalInvestment: { vi: "Tổng mức đầu tư", en: "Total investment" },
  sectors: { vi: "Ngành nghề", en: "Sectors" },
  termYears: { vi: "Thời hạn hoạt động (năm)", en: "Term (years)" },
  scheduleMonths: { vi: "Tiến độ theo quyết định (tháng)", en: "Schedule of the decision (months)" },
  scheduleFrom: { vi: "Bắt đầu xây dựng theo quyết định", en: "Start of works by the decision" },
  scheduleTo: { vi: "Xong xây dựng theo quyết định", en: "End of works by the decision" },
  scheduleOperation: { vi: "Hoạt động theo quyết định", en: "Operation by the decision" },
  schedulePrinted: { vi: "Tiến độ như đã in", en: "Schedule as printed" },
  landHandedOver: { vi: "Bàn giao đất thực địa", en: "Land handed over in the field" },
  expectedCompletion: { vi: "Mốc dự kiến hoàn thành", en: "Expected completion" },
  expectedOperation: { vi: "Mốc dự kiến hoạt động", en: "Expected operation" },
  detailedPlanDecision: { vi: "Quyết định quy hoạch chi tiết", en: "Decision on the detailed plan" },
  infrastructureProjectInvestment: {
    vi: "Vốn dự án hạ tầng được duyệt",
    en: "Approved infrastructure project",
  },
  investedToDate: { vi: "Đã đầu tư (lũy kế)", en: "Invested to date" },
  projects: { vi: "Số dự án", en: "Projects" },
  fdiProjects: { vi: "Số dự án FDI", en: "FDI projects" },
  operatingProjects: { vi: "Số dự án đang hoạt động", en: "Operating projects" },
  workers: { vi: "Lao động", en: "Workers" },
  wasteWaterPlant: { vi: "Nhà máy xử lý nước thải tập trung", en: "Central waste-water plant" },
  wasteWaterMeetsStandard: { vi: "Nước thải đạt chuẩn", en: "Waste water meets the standard" },
  craftVillage: { vi: "Cụm công nghiệp làng nghề", en: "Craft-village cluster" },
  specialised: { vi: "Cụm công nghiệp chuyên ngành", en: "Specialised cluster" },
  occupancyNote: { vi: "Thuê đất", en: "Occupancy" },
  news: { vi: "Tin mới", en: "Latest news" },
  disputed: { vi: "Chưa thống nhất", en: "Disputed" },
} as const satisfies Record<ZoneAttribute, Sentence>;
