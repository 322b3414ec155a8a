/** Adjusting an approval in principle or a registration certificate: decree 96/2026, articles 44 and 52 to 56. */
import type { Sentence } from "../../kernel/problems.ts";
import type { Ground, Procedure, Step, Version } from "../vocabulary.ts";
import { ground, item, LAW_OF_THEN, step, uncoded, version, workingDays } from "./building.ts";
import { policySteps } from "./policySteps.ts";
import { FILED_BEFORE, FILED_IN_GAP, GAP_2026, INVESTMENT_2025, INVESTMENT_GAP } from "./policyVersions.ts";
import { way2025 } from "./policyWays.ts";

const ADJUSTED = {
  vi: "Văn bản chấp thuận điều chỉnh chủ trương đầu tư",
  en: "Approval in principle, adjusted",
};
const CERTIFICATE = {
  vi: "Giấy chứng nhận đăng ký đầu tư điều chỉnh",
  en: "Registration certificate, adjusted",
};
const REQUEST = { vi: "Văn bản đề nghị điều chỉnh", en: "Request of the adjustment" };
const ASK_ONCE = { oneRequest: true } as const;

type Told = Pick<Version, "steps" | "receivedBy" | "result"> & { readonly where: Ground };

/** The text of today; those of before were not read for adjustments. */
function versions({ where, ...told }: Told): readonly [Version, ...Version[]] {
  return [
    uncoded({ ...LAW_OF_THEN, key: "before2026", from: null, to: INVESTMENT_GAP.from }),
    uncoded({ ...GAP_2026, transition: FILED_BEFORE }),
    version({
      ...{ ...INVESTMENT_2025, ...told, key: "law2025", statutes: ["investment2025", "decree96"] },
      title: { vi: "Luật Đầu tư 2025, Nghị định 96/2026", en: "Law on Investment 2025, decree 96/2026" },
      ...{ mark: "Locr", filedBy: "investor", transition: FILED_IN_GAP },
      dossier: [item("request", REQUEST, { ...where, mark: "P" })],
    }),
  ];
}

export const policyAdjustmentProvince: Procedure = {
  ...{ key: "policyAdjustmentProvince", about: "project", pin: "received", note: null },
  title: {
    vi: "Điều chỉnh chủ trương đầu tư (thẩm quyền Chủ tịch UBND tỉnh)",
    en: "Adjusting an approval in principle (the province decides)",
  },
  versions: versions({
    ...{ where: ground("decree96", "53.2", "Locr"), receivedBy: "reception", result: ADJUSTED },
    steps: policySteps({
      ...way2025("province", "reception"),
      ...{ where: ground("decree96", "53.2", "Locr"), decisionWhere: ground("decree96", "53.2", "Locr") },
      yields: ADJUSTED,
    }),
  }),
};

export const policyAdjustmentBoard: Procedure = {
  ...{ key: "policyAdjustmentBoard", about: "project", pin: "received", note: null },
  title: {
    vi: "Điều chỉnh chủ trương đầu tư (thẩm quyền Ban Quản lý)",
    en: "Adjusting an approval in principle (the Management Board decides)",
  },
  versions: versions({
    ...{ where: ground("decree96", "54", "Locr"), receivedBy: "board", result: ADJUSTED },
    steps: policySteps({
      ...{ ...way2025("board", "board"), where: ground("decree96", "54", "Locr"), yields: ADJUSTED },
    }),
  }),
};

export const policyAdjustmentPrime: Procedure = {
  ...{ key: "policyAdjustmentPrime", about: "project", pin: "received", note: null },
  title: {
    vi: "Điều chỉnh chủ trương đầu tư (thẩm quyền Thủ tướng Chính phủ)",
    en: "Adjusting an approval in principle (the Prime Minister decides)",
  },
  versions: versions({
    ...{ where: ground("decree96", "52", "Locr"), receivedBy: "investmentMinistry", result: ADJUSTED },
    steps: policySteps({
      ...way2025("primeMinister", "reception"),
      ...{ where: ground("decree96", "52", "Locr"), yields: ADJUSTED },
    }),
  }),
};

const BY_BOARD: Sentence = { vi: "thẩm quyền Ban Quản lý", en: "where the Board decides" };
const BY_PROVINCE: Sentence = { vi: "thẩm quyền Chủ tịch UBND tỉnh", en: "where the Chairman decides" };

const SHORT_STEPS: readonly Step[] = [
  step("dossierValid", {
    ...{ ...ground("decree96", "53.3", "Locr"), kind: "receive", actor: "reception" },
    title: { vi: "Nhận hồ sơ hợp lệ", en: "Valid dossier received" },
  }),
  step("report", {
    ...{ ...ground("decree96", "53.3", "Locr"), kind: "submit", actor: "reception", optional: true },
    title: { vi: "Báo cáo Chủ tịch UBND tỉnh", en: "Report to the Chairman" },
    further: [
      {
        ...{ ...ground("decree96", "53.3", "Locr"), starts: "dossierValid" },
        ...{ limit: workingDays(2, ASK_ONCE), when: BY_PROVINCE },
      },
    ],
  }),
  step("decision", {
    ...{ ...ground("decree96", "53.3", "Locr"), kind: "decide", actor: "decider", yields: ADJUSTED },
    title: { vi: "Quyết định điều chỉnh", en: "Adjustment decided" },
    further: [
      {
        ...{ ...ground("decree96", "53.3", "Locr"), starts: "report" },
        ...{ limit: workingDays(3, ASK_ONCE), when: BY_PROVINCE },
      },
      {
        ...{ ...ground("decree96", "54.5", "Locr"), starts: "dossierValid" },
        ...{ limit: workingDays(5, ASK_ONCE), when: BY_BOARD },
      },
    ],
  }),
];

export const policyAdjustmentShort: Procedure = {
  ...{ key: "policyAdjustmentShort", about: "project", pin: "received" },
  title: {
    vi: "Điều chỉnh chủ trương đầu tư theo trình tự rút gọn",
    en: "Adjusting an approval in principle, the short track",
  },
  note: {
    vi: "Dùng khi bàn giao đất chậm, hoặc cập nhật địa chỉ sau khi sắp xếp đơn vị hành chính. Tiến độ, thời hạn tính từ bàn giao đất chậm thì không phải điều chỉnh (từ 31/3/2026: Nghị định 96/2026/NĐ-CP, Đ.28).",
    en: "For land that was handed over late, or an address that a merger changed. A schedule and term that run from a late hand-over need no adjustment (since 31/3/2026: decree 96/2026, article 28).",
  },
  versions: versions({
    ...{ where: ground("decree96", "53.3", "Locr"), receivedBy: "reception", result: ADJUSTED },
    steps: SHORT_STEPS,
  }),
};

export const certificateAdjustment: Procedure = {
  ...{ key: "certificateAdjustment", about: "project", pin: "received", note: null },
  title: {
    vi: "Điều chỉnh, cấp lại giấy chứng nhận đăng ký đầu tư",
    en: "Registration certificate adjusted or issued again",
  },
  versions: versions({
    ...{ where: ground("decree96", "56", "Locr"), receivedBy: "reception", result: CERTIFICATE },
    steps: [
      step("dossierValid", {
        ...{ ...ground("decree96", "56", "Locr"), kind: "receive", actor: "reception" },
        title: { vi: "Nhận hồ sơ hợp lệ", en: "Valid dossier received" },
      }),
      step("certificate", {
        ...{ ...ground("decree96", "56", "Locr"), kind: "decide", actor: "reception" },
        ...{ starts: "dossierValid", limit: workingDays(7, ASK_ONCE), yields: CERTIFICATE },
        title: { vi: "Cấp giấy chứng nhận điều chỉnh", en: "Adjusted certificate issued" },
        further: [
          {
            ...{ ...ground("decree96", "56", "Locr"), starts: "dossierValid" },
            limit: workingDays(3, ASK_ONCE),
            when: { vi: "chỉ đổi thông tin về nhà đầu tư, dự án", en: "only particulars change" },
          },
          {
            ...{ ...ground("decree96", "44", "Locr"), starts: "dossierValid" },
            limit: workingDays(3, ASK_ONCE),
            when: { vi: "cấp lại, hiệu đính", en: "issued again or corrected" },
          },
        ],
      }),
    ],
  }),
};
