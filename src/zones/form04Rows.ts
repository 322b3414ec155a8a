/** The 27 rows of form 04 as a table: what each counts or adds, on what that rests, and who sends it. */
import type { FigureDefinition } from "../figures/public.ts";
import type { Sentence } from "../kernel/problems.ts";
import { isFounded } from "./rules.ts";
import type { ZoneState } from "./store.ts";
import type { ZoneAttribute, ZoneAttributes } from "./vocabulary.ts";

/** Who sends the numbers of which a row is made. */
export const OWED = {
  department: { vi: "Sở Công Thương còn nợ", en: "owed by the Department of Industry and Trade" },
  developer: {
    vi: "chủ đầu tư hạ tầng còn nợ (Biểu 02)",
    en: "owed by the infrastructure developer (form 02)",
  },
  tenant: { vi: "nhà đầu tư thứ cấp còn nợ (Biểu 01)", en: "owed by the tenants (form 01)" },
  commune: { vi: "UBND cấp xã còn nợ (Biểu 03)", en: "owed by the commune (form 03)" },
} as const satisfies Record<string, Sentence>;

export const cluster = (z: ZoneState) =>
  z.attributes.kind === "cluster" && z.attributes.phaseOf === undefined;
const founded = (z: ZoneState) => cluster(z) && isFounded(z.attributes);

/** Counted only if it holds; a cluster of which that is not known is owed, so that "none" is never a guess. */
export type RowTest = {
  readonly attribute: ZoneAttribute;
  readonly holds: (a: ZoneAttributes) => boolean;
  /** Known not to hold though the attribute itself is not told. */
  readonly excluded?: (a: ZoneAttributes) => boolean;
};

export type Row = {
  readonly no: number;
  readonly title: Sentence;
  readonly unit: FigureDefinition["unit"];
  readonly of: (zone: ZoneState) => boolean;
  /** A sum of this attribute; without it the clusters are counted. `reports`: of what nobody records yet. */
  readonly sum?: ZoneAttribute | "reports";
  readonly test?: RowTest;
  readonly owed: keyof typeof OWED;
  /** Only clusters founded in the period. */
  readonly inPeriod?: true;
  /** A flow: what came in the period. */
  readonly flow?: true;
};

const hasEnterprise = {
  attribute: "developerKind",
  holds: (a: ZoneAttributes) => a.developerKind === "enterprise",
} as const;
const hasPlan = { attribute: "planning", holds: (a: ZoneAttributes) => a.planning === "approved" } as const;
const hasProject = {
  attribute: "infrastructureProjectInvestment",
  holds: (a: ZoneAttributes) => a.infrastructureProjectInvestment !== undefined,
} as const;
export const planned = { attribute: "inPlan", holds: (a: ZoneAttributes) => a.inPlan !== undefined } as const;
export const isOperating = {
  attribute: "operation",
  holds: (a: ZoneAttributes) => a.operation === "operating",
} as const;

/** All rows but 19, which is a ratio of two of them. */
export const ROWS: readonly Row[] = [
  {
    no: 1,
    title: { vi: "Số cụm theo quy hoạch", en: "Clusters in the plan" },
    unit: "zone",
    of: cluster,
    test: planned,
    owed: "department",
  },
  {
    no: 2,
    title: { vi: "Diện tích cụm theo quy hoạch", en: "Area of clusters in the plan" },
    unit: "m2",
    of: cluster,
    test: planned,
    sum: "area",
    owed: "department",
  },
  {
    no: 3,
    title: { vi: "Số cụm đã thành lập", en: "Clusters founded" },
    unit: "zone",
    of: founded,
    owed: "department",
  },
  {
    no: 4,
    title: { vi: "Diện tích cụm đã thành lập", en: "Area founded" },
    unit: "m2",
    of: founded,
    sum: "area",
    owed: "department",
  },
  {
    no: 5,
    title: { vi: "Số cụm thành lập trong kỳ", en: "Clusters founded in the period" },
    unit: "zone",
    of: founded,
    owed: "department",
    inPeriod: true,
    flow: true,
  },
  {
    no: 6,
    title: { vi: "Diện tích cụm thành lập trong kỳ", en: "Area founded in the period" },
    unit: "m2",
    of: founded,
    sum: "area",
    owed: "department",
    inPeriod: true,
    flow: true,
  },
  {
    no: 7,
    title: { vi: "Số cụm có chủ đầu tư là doanh nghiệp", en: "Clusters with an enterprise developer" },
    unit: "zone",
    of: founded,
    test: hasEnterprise,
    owed: "department",
  },
  {
    no: 8,
    title: { vi: "Diện tích cụm có chủ đầu tư là doanh nghiệp", en: "Their area" },
    unit: "m2",
    of: founded,
    test: hasEnterprise,
    sum: "area",
    owed: "department",
  },
  {
    no: 9,
    title: { vi: "Số cụm đã duyệt quy hoạch chi tiết", en: "Clusters with a detailed plan" },
    unit: "zone",
    of: founded,
    test: hasPlan,
    owed: "commune",
  },
  {
    no: 10,
    title: { vi: "Diện tích cụm đã duyệt quy hoạch chi tiết", en: "Their area" },
    unit: "m2",
    of: founded,
    test: hasPlan,
    sum: "area",
    owed: "commune",
  },
  {
    no: 11,
    title: { vi: "Số cụm đã duyệt dự án hạ tầng", en: "Clusters with an approved project" },
    unit: "zone",
    of: founded,
    test: hasProject,
    owed: "developer",
  },
  {
    no: 12,
    title: { vi: "Diện tích cụm đã duyệt dự án hạ tầng", en: "Their area" },
    unit: "m2",
    of: founded,
    test: hasProject,
    sum: "area",
    owed: "developer",
  },
  {
    no: 13,
    title: { vi: "Tổng vốn đầu tư hạ tầng được duyệt", en: "Approved investment" },
    unit: "dong",
    of: founded,
    sum: "infrastructureProjectInvestment",
    owed: "developer",
  },
  {
    no: 14,
    title: { vi: "Vốn đã đầu tư (lũy kế)", en: "Invested to date" },
    unit: "dong",
    of: founded,
    sum: "investedToDate",
    owed: "developer",
  },
  {
    no: 15,
    title: { vi: "Số cụm đang hoạt động", en: "Clusters operating" },
    unit: "zone",
    of: cluster,
    test: isOperating,
    owed: "developer",
  },
  {
    no: 16,
    title: { vi: "Diện tích cụm đang hoạt động", en: "Area operating" },
    unit: "m2",
    of: cluster,
    test: isOperating,
    sum: "area",
    owed: "developer",
  },
  {
    no: 17,
    title: { vi: "Đất công nghiệp của các cụm đang hoạt động", en: "Industrial land of operating clusters" },
    unit: "m2",
    of: cluster,
    test: isOperating,
    sum: "industrialLand",
    owed: "developer",
  },
  {
    no: 18,
    title: { vi: "Đất công nghiệp đã cho thuê", en: "Industrial land leased" },
    unit: "m2",
    of: cluster,
    test: isOperating,
    sum: "leasedLand",
    owed: "developer",
  },
  {
    no: 20,
    title: { vi: "Số dự án trong cụm", en: "Projects in clusters" },
    unit: "project",
    of: founded,
    sum: "projects",
    owed: "developer",
  },
  {
    no: 21,
    title: { vi: "Số dự án FDI", en: "FDI projects" },
    unit: "project",
    of: founded,
    sum: "fdiProjects",
    owed: "developer",
  },
  {
    no: 22,
    title: { vi: "Số dự án đang hoạt động", en: "Projects operating" },
    unit: "project",
    of: founded,
    sum: "operatingProjects",
    owed: "developer",
  },
  {
    no: 23,
    title: { vi: "Doanh thu", en: "Revenue" },
    unit: "dong",
    of: founded,
    sum: "reports",
    owed: "tenant",
    flow: true,
  },
  {
    no: 24,
    title: { vi: "Nộp ngân sách", en: "Budget paid" },
    unit: "dong",
    of: founded,
    sum: "reports",
    owed: "tenant",
    flow: true,
  },
  {
    no: 25,
    title: { vi: "Số lao động", en: "Workers" },
    unit: "person",
    of: founded,
    sum: "workers",
    owed: "tenant",
  },
  {
    no: 26,
    title: {
      vi: "Số cụm có hệ thống xử lý nước thải tập trung",
      en: "Clusters with a central waste-water plant",
    },
    unit: "zone",
    of: cluster,
    test: {
      attribute: "wasteWaterPlant",
      holds: (a) => a.wasteWaterPlant === "underWay" || a.wasteWaterPlant === "done",
    },
    owed: "developer",
  },
  {
    no: 27,
    title: { vi: "Số cụm có hệ thống đạt chuẩn", en: "Clusters whose plant meets the standard" },
    unit: "zone",
    of: cluster,
    test: {
      attribute: "wasteWaterMeetsStandard",
      holds: (a) => a.wasteWaterMeetsStandard === true,
      // Without a plant there is none that could meet the standard.
      excluded: (a) => a.wasteWaterPlant === "none",
    },
    owed: "developer",
  },
];
