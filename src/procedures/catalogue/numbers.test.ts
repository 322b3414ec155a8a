/**
 * The numbers of the law, written down a second time from the texts: each limit as it is told on its page. Whoever
 * changes one in the catalogue has to mean it.
 */
import { describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/dates.ts";
import { MARKS } from "../../law/marks.ts";
import { USUAL_SETTINGS } from "../../settings/rules.ts";
import { procedureShown } from "../presenting.ts";
import { findProcedure } from "./catalogue.ts";

const MARK_OF = new Map<string, string>(Object.entries(MARKS).map(([mark, { vi }]) => [vi, mark]));

/** The limits of a step on a day: text, case, article without the text's name, mark. */
function limitsOn(key: string, day: string, step: string): readonly string[] {
  const procedure = findProcedure(key);
  if (procedure === null) throw new Error(`no procedure ${key}`);
  const shown = procedureShown(procedure, {
    ...{ asOf: plainDate(day), settings: USUAL_SETTINGS, language: "vi", comparedWith: null },
  });
  const found = shown.steps.find((one) => one.key === step);
  if (found === undefined) throw new Error(`${key} has no step ${step} on ${day}`);
  return found.limits.map(({ text, when, article, checked }) => {
    const clause = article.includes(", ") ? article.slice(article.indexOf(", ") + 2) : "";
    return [text, ...(when === null ? [] : [`(${when})`]), clause, MARK_OF.get(checked)]
      .filter((part) => part !== "")
      .join(" ");
  });
}

const SMALL = "xây lắp, hỗn hợp không quá 20 tỷ đồng; hàng hóa, phi tư vấn không quá 10 tỷ đồng";

/** Procedure, day, step, limits. */
const ROWS: ReadonlyArray<readonly [string, string, string, readonly string[]]> = [
  ["clusterEstablishment", "2025-01-10", "notice", ["trong 5 ngày làm việc Đ.10 L"]],
  ["clusterEstablishment", "2025-01-10", "window", ["ít nhất 15 ngày Đ.10 L"]],
  ["clusterEstablishment", "2025-01-10", "submission", ["trong 5 ngày làm việc Đ.10 L"]],
  ["clusterEstablishment", "2025-01-10", "appraisal", ["trong 25 ngày Đ.10 L"]],
  ["clusterEstablishment", "2025-01-10", "decision", ["trong 7 ngày làm việc Đ.10 L"]],
  ["clusterEstablishment", "2026-11-27", "notice", ["trong 2 ngày làm việc P"]],
  ["clusterEstablishment", "2026-11-27", "window", ["ít nhất 5 ngày làm việc P"]],
  ["clusterEstablishment", "2026-11-27", "submission", ["trong 5 ngày làm việc P"]],
  ["clusterEstablishment", "2026-11-27", "appraisal", ["trong 20 ngày làm việc P"]],
  ["clusterEstablishment", "2026-11-27", "decision", ["trong 5 ngày làm việc P"]],
  ["serviceRegulation", "2026-11-27", "sent", ["trong 5 ngày làm việc Đ.17.2 L"]],
  ["assetHandOver", "2026-11-27", "decision", ["trong 12 ngày làm việc P"]],
  ["oldClusters", "2026-11-27", "decision", ["trước 31/12/2026 Đ.35.4b L"]],

  ["projectPolicyProvince", "2025-01-10", "sent", ["trong 3 ngày làm việc Đ.36 L"]],
  ["projectPolicyProvince", "2025-01-10", "opinions", ["trong 15 ngày Đ.36 L"]],
  ["projectPolicyProvince", "2025-01-10", "report", ["trong 25 ngày Đ.36 L"]],
  ["projectPolicyProvince", "2025-01-10", "decision", ["trong 7 ngày làm việc Đ.36 L"]],
  ["projectPolicyBoard", "2025-01-10", "report", ["trong 25 ngày Đ.33.7 L"]],
  ["parkPolicy", "2025-01-10", "report", ["trong 40 ngày Đ.35 L"]],
  ["projectPolicyProvince", "2026-11-27", "sent", ["trong 2 ngày làm việc Đ.35.7 Locr"]],
  ["projectPolicyProvince", "2026-11-27", "opinions", ["trong 7 ngày làm việc Đ.35.7 Locr"]],
  ["projectPolicyProvince", "2026-11-27", "report", ["trong 14 ngày làm việc Đ.35.7 Locr"]],
  ["projectPolicyProvince", "2026-11-27", "decision", ["trong 3 ngày làm việc Đ.35.8 Locr"]],
  ["parkPolicy", "2026-11-27", "decision", ["trong 3 ngày làm việc Đ.35.8 Locr"]],
  ["projectPolicyBoard", "2026-11-27", "report", ["trong 17 ngày làm việc Đ.35.10 Locr"]],
  ["projectPolicyPrime", "2026-11-27", "sent", ["trong 3 ngày làm việc Đ.34 Locr"]],
  ["projectPolicyPrime", "2026-11-27", "opinions", ["trong 10 ngày làm việc Đ.34 Locr"]],
  ["projectPolicyPrime", "2026-11-27", "report", ["trong 20 ngày làm việc Đ.34 Locr"]],
  ["projectPolicyPrime", "2026-11-27", "decision", ["trong 5 ngày làm việc Đ.34 Locr"]],
  [
    "projectPolicyProvince",
    "2026-11-27",
    "othersClosed",
    ["ít nhất 7 ngày làm việc (từ hai nhà đầu tư cho cùng địa điểm) Đ.33 Locr"],
  ],
  [
    "projectPolicyPrime",
    "2026-11-27",
    "othersTold",
    ["trong 12 ngày làm việc (từ hai nhà đầu tư cho cùng địa điểm) Đ.33 Locr"],
  ],
  [
    "registrationCertificate",
    "2025-01-10",
    "certificate",
    ["trong 15 ngày Đ.36.3 L", "trong 5 ngày làm việc (dự án đã được chấp thuận chủ trương) Đ.38.1 L"],
  ],
  [
    "registrationCertificate",
    "2026-11-27",
    "certificate",
    [
      "trong 10 ngày làm việc Đ.39.3 Locr",
      "trong 5 ngày làm việc (dự án đã được chấp thuận chủ trương) Đ.38.1 Locr",
      "trong 15 ngày làm việc (thủ tục đầu tư đặc biệt trong khu) Đ.47.5 Locr",
    ],
  ],
  ["policyAdjustmentProvince", "2026-11-27", "report", ["trong 14 ngày làm việc Đ.53.2 Locr"]],
  [
    "registrationCertificate",
    "2025-01-10",
    "faultsTold",
    ["trong 5 ngày làm việc (hồ sơ nộp qua mạng) Đ.40 L"],
  ],
  [
    "registrationCertificate",
    "2026-11-27",
    "faultsTold",
    ["trong 5 ngày làm việc (hồ sơ nộp qua mạng) Đ.43 Locr"],
  ],
  [
    "constructionStart",
    "2026-11-27",
    "notice",
    ["ít nhất 30 ngày trước “Khởi công” (thủ tục đầu tư đặc biệt trong khu) Đ.49.4a Locr"],
  ],
  ["policyAdjustmentPrime", "2026-11-27", "sent", ["trong 3 ngày làm việc Đ.52 Locr"]],
  ["policyAdjustmentPrime", "2026-11-27", "opinions", ["trong 10 ngày làm việc Đ.52 Locr"]],
  ["policyAdjustmentPrime", "2026-11-27", "report", ["trong 20 ngày làm việc Đ.52 Locr"]],
  ["policyAdjustmentPrime", "2026-11-27", "decision", ["trong 5 ngày làm việc Đ.52 Locr"]],
  ["policyAdjustmentBoard", "2026-11-27", "report", ["trong 17 ngày làm việc Đ.54 Locr"]],
  [
    "policyAdjustmentShort",
    "2026-11-27",
    "decision",
    [
      "trong 3 ngày làm việc (thẩm quyền Chủ tịch UBND tỉnh) Đ.53.3 Locr",
      "trong 5 ngày làm việc (thẩm quyền Ban Quản lý) Đ.54.5 Locr",
    ],
  ],
  [
    "certificateAdjustment",
    "2026-11-27",
    "certificate",
    [
      "trong 7 ngày làm việc Đ.56 Locr",
      "trong 3 ngày làm việc (chỉ đổi thông tin về nhà đầu tư, dự án) Đ.56 Locr",
      "trong 3 ngày làm việc (cấp lại, hiệu đính) Đ.44 Locr",
    ],
  ],

  [
    "contractorSelection",
    "2026-11-27",
    "closing",
    [
      "ít nhất 18 ngày (đấu thầu rộng rãi, hạn chế trong nước) Đ.45.1 L",
      "ít nhất 35 ngày (đấu thầu quốc tế) Đ.45.1 L",
      `ít nhất 9 ngày (${SMALL}, trong nước) Đ.45.1 L`,
      `ít nhất 18 ngày (${SMALL}, quốc tế) Đ.45.1 L`,
      "ít nhất 9 ngày (gói thuộc diện chỉ định thầu mà đấu thầu rộng rãi) Đ.45.1 L",
      "ít nhất 5 ngày làm việc (chào hàng cạnh tranh) Đ.45.1 L",
    ],
  ],
  [
    "contractorSelection",
    "2026-11-27",
    "amendment",
    [
      "ít nhất 10 ngày trước “Đóng thầu” (gói thầu thông thường) Đ.45.1 L",
      "ít nhất 3 ngày làm việc trước “Đóng thầu” (gói thầu quy mô nhỏ) Đ.45.1 L",
    ],
  ],
  [
    "contractorSelection",
    "2026-11-27",
    "interestClosing",
    ["ít nhất 9 ngày (đấu thầu trong nước) Đ.45.1 L", "ít nhất 18 ngày (đấu thầu quốc tế) Đ.45.1 L"],
  ],
  [
    "contractorSelection",
    "2026-11-27",
    "interestAmendment",
    [
      "ít nhất 3 ngày làm việc trước “Hết hạn nộp hồ sơ quan tâm, dự sơ tuyển” (hồ sơ mời quan tâm, mời sơ tuyển) Đ.45.1 L",
    ],
  ],
  ["contractorSelection", "2026-11-27", "planPublished", ["trong 5 ngày làm việc Đ.8.4 L"]],
  ["contractorSelection", "2026-11-27", "published", ["trong 5 ngày làm việc Đ.8.4 L"]],
  [
    "investorTender",
    "2026-11-27",
    "closing",
    ["ít nhất 45 ngày (đấu thầu trong nước) Đ.49 L", "ít nhất 60 ngày (đấu thầu quốc tế) Đ.49 L"],
  ],
  [
    "investorTender",
    "2026-11-27",
    "amendment",
    [
      "ít nhất 10 ngày làm việc trước “Đóng thầu” (đấu thầu trong nước) Locr",
      "ít nhất 15 ngày làm việc trước “Đóng thầu” (đấu thầu quốc tế) Locr",
    ],
  ],
  [
    "investorTender",
    "2026-11-27",
    "interestClosing",
    ["ít nhất 20 ngày làm việc (khi mời quan tâm) Đ.41.1 Locr"],
  ],
  [
    "investorTender",
    "2026-11-27",
    "clarified",
    ["ít nhất 2 ngày làm việc trước “Đóng thầu” (khi có đề nghị làm rõ) Locr"],
  ],
  [
    "investorTender",
    "2026-11-27",
    "submission",
    ["trong 14 ngày làm việc (dự án do nhà đầu tư đề xuất) Locr"],
  ],

  [
    "landRecovery",
    "2025-01-10",
    "recoveryDecision",
    [
      "ít nhất 90 ngày (đất nông nghiệp) Đ.85.1 L",
      "ít nhất 180 ngày (đất khác) Đ.85.1 L",
      "sau “Thông báo thu hồi đất” (mọi người có đất đồng ý) Đ.85.2 L",
      "ít nhất 10 ngày Đ.87.6 L",
      "trong 20 ngày (vận động 10 ngày, rồi quyết định trong 10 ngày) Đ.87.6 L",
      "trong 10 ngày (không có tái định cư) Đ.87.5 L",
      "trong 10 ngày (có tái định cư) Đ.87.5 L",
    ],
  ],
  ["landRecovery", "2025-01-10", "postingEnded", ["ít nhất 30 ngày Đ.87.3a L"]],
  ["landRecovery", "2026-01-10", "postingEnded", ["ít nhất 10 ngày Đ.3.9b L"]],
  ["landRecovery", "2025-01-10", "dialogue", ["trong 60 ngày (chỉ khi còn ý kiến không đồng ý) Đ.87.3a L"]],
  ["landRecovery", "2026-11-27", "dialogue", ["trong 30 ngày (chỉ khi còn ý kiến không đồng ý) Đ.3.9b L"]],
  ["landRecovery", "2026-11-27", "appraisal", ["trong 30 ngày Đ.3.3 L"]],
  ["landRecovery", "2026-11-27", "inventory", ["trong 30 ngày Đ.15 P"]],

  [
    "environmentalAssessment",
    "2025-01-10",
    "appraisal",
    ["trong 45 ngày (dự án nhóm I) Đ.34.6 L", "trong 30 ngày (dự án nhóm II) Đ.34.6 L"],
  ],
  ["environmentalAssessment", "2026-06-15", "appraisal", []],
  [
    "environmentalAssessment",
    "2026-11-27",
    "appraisal",
    [
      "trong 20 ngày Phụ lục IX B.I.5 L",
      "trong 30 ngày (thẩm quyền bộ) Phụ lục IX B.I.5 L",
      "trong 10 ngày (dự án đầu tư công đặc biệt) Phụ lục IX B.I.5 L",
    ],
  ],
  ["environmentalAssessment", "2026-11-27", "edited", ["trong 12 tháng Đ.27.1 G"]],
  ["environmentalAssessment", "2026-11-27", "approval", ["trong 20 ngày Đ.34.9 L"]],
  [
    "environmentalPermit",
    "2025-01-10",
    "permit",
    ["trong 30 ngày Đ.43.4 L", "trong 45 ngày (thẩm quyền bộ) Đ.43.4 L"],
  ],
  ["environmentalPermit", "2026-11-27", "permit", []],

  [
    "basicDesignAppraisal",
    "2026-11-27",
    "appraisal",
    [
      "trong 25 ngày làm việc (nhóm A, có công trình cấp I) Đ.37 Locr",
      "trong 20 ngày làm việc (nhóm A, công trình khác) Đ.37 Locr",
      "trong 20 ngày làm việc (nhóm B, có công trình cấp I) Đ.37 Locr",
      "trong 16 ngày làm việc (nhóm B, công trình khác) Đ.37 Locr",
      "trong 15 ngày làm việc (nhóm C, có công trình cấp I) Đ.37 Locr",
      "trong 12 ngày làm việc (nhóm C, công trình khác) Đ.37 Locr",
      "trong 60 ngày (dự án quan trọng quốc gia) Đ.37 Locr",
    ],
  ],
  [
    "constructionPermit",
    "2026-11-27",
    "permit",
    [
      "trong 10 ngày làm việc Đ.54.1b Locr",
      "trong 9 ngày làm việc (điều chỉnh, sửa chữa) Đ.54.1b Locr",
      "trong 5 ngày làm việc (gia hạn, cấp lại) Đ.54.1b Locr",
      "trong 7 ngày làm việc (nhà ở riêng lẻ) Đ.54.1b Locr",
    ],
  ],
  [
    "detailedPlan",
    "2026-11-27",
    "layout",
    ["trong 15 ngày (khi chỉ cần lập quy hoạch tổng mặt bằng) Đ.10.6 L"],
  ],
];

describe("the numbers of the law", () => {
  test.each(ROWS)("%s on %s: %s", (key, day, step, limits) => {
    expect(limitsOn(key, day, step)).toEqual(limits);
  });
});
