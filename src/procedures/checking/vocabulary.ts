/** What a check is asked with, and what it answers: yes, no, or not known, with the numbers and records behind it. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Settings } from "../../settings/vocabulary.ts";
import type { Ground } from "../vocabulary.ts";

export type MeasureUnit = "m2" | "percent" | "count" | "m3PerDay" | "m3PerHour" | "dong" | "months";

/** A number, or what a record says in words, and where it comes from; null: not known, or not known to be whole. */
export type Measured = {
  readonly label: Sentence;
  readonly value: number | null;
  readonly unit: MeasureUnit;
  /** What the register says in words, where it is no number. */
  readonly text: Sentence | null;
  /** The page of the figure or the record; null: it was given with the question. */
  readonly href: string | null;
};

export type CheckAnswer = Ground & {
  readonly key: string;
  readonly question: Sentence;
  readonly answer: "yes" | "no" | "unknown";
  /** Whether “no” means that a condition does not hold; else that the procedure, or a part of it, is not needed. */
  readonly isCondition: boolean;
  /** What the law says, in a sentence. */
  readonly rule: Sentence;
  /** The answer with its rule. */
  readonly says: Sentence;
  readonly numbers: readonly Measured[];
};

/** What the register can't know and the question may give. `choice`: one of some words. */
export const GIVEN = {
  area: { kind: "number", unit: "m2", label: { vi: "Diện tích dự kiến", en: "Intended area" } },
  wasteWater: {
    kind: "number",
    unit: "m3PerDay",
    label: { vi: "Nước thải phải xử lý", en: "Treated waste water" },
  },
  gas: { kind: "number", unit: "m3PerHour", label: { vi: "Khí thải", en: "Gas" } },
  forest: {
    kind: "number",
    unit: "m2",
    label: { vi: "Rừng đặc dụng, phòng hộ, tự nhiên sử dụng", en: "Protected or natural forest used" },
  },
  rice: {
    kind: "number",
    unit: "m2",
    label: { vi: "Đất trồng lúa hai vụ sử dụng", en: "Land of two rice crops used" },
  },
  price: { kind: "number", unit: "dong", label: { vi: "Giá gói thầu", en: "Price of the package" } },
  equity: {
    kind: "number",
    unit: "percent",
    label: { vi: "Vốn chủ sở hữu trên tổng mức đầu tư", en: "Equity over total investment" },
  },
  delay: {
    kind: "number",
    unit: "months",
    label: { vi: "Số tháng lùi tiến độ, cộng các lần", en: "Months of delay, all times together" },
  },
  landLate: {
    kind: "yesNo",
    label: {
      vi: "Chỉ lùi tiến độ, thời hạn vì đất được bàn giao chậm",
      en: "Schedule or term move only because the land was handed over late",
    },
  },
  addressOnly: {
    kind: "yesNo",
    label: {
      vi: "Chỉ cập nhật địa chỉ sau khi sắp xếp đơn vị hành chính",
      en: "Only an address changes, by the merger of units",
    },
  },
  particularsOnly: {
    kind: "yesNo",
    label: {
      vi: "Chỉ đổi thông tin về nhà đầu tư, dự án",
      en: "Only particulars of the investor or the project change",
    },
  },
  goods: {
    kind: "yesNo",
    label: {
      vi: "Gói hàng hóa hoặc phi tư vấn (không phải xây lắp, hỗn hợp)",
      en: "A package of goods or non-consulting services (not works, not mixed)",
    },
  },
  sharesPlant: {
    kind: "yesNo",
    label: {
      vi: "Dùng chung trạm xử lý nước thải của khu, cụm khác",
      en: "Shares the waste-water plant of another zone",
    },
  },
  zoneAssessed: {
    kind: "yesNo",
    label: {
      vi: "Khu, cụm đã có phê duyệt ĐTM hoặc giấy phép môi trường",
      en: "The zone has its assessment approved, or its permit",
    },
  },
  studyAppraised: {
    kind: "yesNo",
    label: {
      vi: "Cơ quan chuyên môn về xây dựng đã thẩm định báo cáo nghiên cứu khả thi",
      en: "The specialised body appraised the feasibility study",
    },
  },
  special: {
    kind: "yesNo",
    label: {
      vi: "Dự án theo thủ tục đầu tư đặc biệt (trong khu)",
      en: "A project under the special investment procedure (in a park)",
    },
  },
  permitted: { kind: "yesNo", label: { vi: "Đã có giấy phép xây dựng", en: "Has its construction permit" } },
  drawings: {
    kind: "yesNo",
    label: { vi: "Bản vẽ thi công đã phê duyệt", en: "Construction drawings approved" },
  },
  contracted: { kind: "yesNo", label: { vi: "Đã ký hợp đồng thi công", en: "Contract of works signed" } },
  notified: { kind: "yesNo", label: { vi: "Đã gửi thông báo khởi công", en: "Notice of the start sent" } },
} as const satisfies Record<
  string,
  | { readonly kind: "number"; readonly unit: MeasureUnit; readonly label: Sentence }
  | { readonly kind: "yesNo"; readonly label: Sentence }
>;
export type GivenKey = keyof typeof GIVEN;
type OfKind<K> = { [G in GivenKey]: (typeof GIVEN)[G]["kind"] extends K ? G : never }[GivenKey];
export type GivenNumber = OfKind<"number">;
export type GivenTruth = OfKind<"yesNo">;

/** What the question gives besides its subject; null: not given. */
export type Given = Readonly<Record<GivenNumber, number | null> & Record<GivenTruth, boolean | null>>;

/** A round of clearance with how far those who hold the land agree. */
export type RoundAgreed = {
  readonly key: string;
  readonly label: string;
  readonly land: Measured;
  readonly holders: Measured;
  /** Whether both are over three quarters; null: not known. */
  readonly enough: boolean | null;
};

/** What a check knows of its subject and what the question gives besides. */
export type Facts = {
  readonly about: "zone" | "project" | "plot" | null;
  /** Of the zone, or of the zone in which the project or plot lies. */
  readonly kind: "park" | "cluster" | null;
  readonly legal: string | null;
  /** The year in which it was established, where a paper says since when; null: not known, or only “no later than”. */
  readonly founded: number | null;
  /** Whether a paper or plan lists it; null: none is known. */
  readonly listed: boolean | null;
  readonly craftVillage: boolean | null;
  /** Whether its detailed plan is approved. */
  readonly planned: boolean | null;
  readonly developer: boolean | null;
  /** Whether the shared works are finished; null: no paper says it. */
  readonly worksFinished: boolean | null;
  /** Whether the project lies in a zone of the register; null: it is not said. */
  readonly inZone: boolean | null;
  readonly approved: boolean | null;
  /** Whether its certificate was issued; null: the register does not say so. */
  readonly certified: boolean | null;
  /** Whether the ground of the plot, or all that was to be recovered, is cleared. */
  readonly cleared: boolean | null;
  readonly rounds: readonly RoundAgreed[];
  /** Numbers of the register. */
  readonly area: Measured;
  /** Land of the project. */
  readonly land: Measured;
  /** Founded clusters in the unit that the text names, their occupancy, and land of theirs that is not let. */
  readonly clustersThere: Measured;
  readonly occupancyThere: Measured;
  readonly unleasedThere: Measured;
  readonly occupancy: Measured;
  /** Of the parks of the province. */
  readonly parksOccupancy: Measured;
  /** Industrial land of the zone that is let. */
  readonly letLand: Measured;
  readonly toRecover: Measured;
  readonly handedOver: Measured;
  /** Whether state money was allocated to the zone: 1 or more. */
  readonly stateMoney: Measured;
  /** What the register says in words. */
  readonly said: Readonly<
    Record<"legal" | "inPlan" | "planning" | "works" | "developer" | "zone" | "status" | "site", Measured>
  >;
  readonly given: Given;
};

export type Checking = { readonly day: PlainDate; readonly settings: Settings; readonly facts: Facts };
