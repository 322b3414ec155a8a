/** Approval in principle of parks and of projects, and the registration certificate. */
import type { FurtherLimit, Procedure, Step } from "../vocabulary.ts";
import {
  calendarDays,
  ground,
  LAW_OF_THEN,
  staysFrom,
  step,
  uncoded,
  version,
  workingDays,
} from "./building.ts";
import {
  FILED_BEFORE,
  FILED_IN_GAP,
  GAP_2026,
  INVESTMENT_2020,
  INVESTMENT_2025,
  policyVersions,
} from "./policyVersions.ts";

/** A park file that was pending with a ministry or the Prime Minister on 01/3/2026. */
const MOVED_TO_PROVINCE = staysFrom("decided", ground("investment2025", "52.14", "L"), {
  vi: "Hồ sơ hạ tầng khu công nghiệp đang ở bộ hoặc Thủ tướng Chính phủ ngày 01/3/2026 mà chưa quyết định thì chuyển về Chủ tịch UBND tỉnh.",
  en: "A file of park infrastructure that was with a ministry or the Prime Minister on 01/3/2026, not decided, moved to the Chairman of the province.",
});

export const parkPolicy: Procedure = {
  ...{ key: "parkPolicy", about: "zone", pin: "received" },
  title: {
    vi: "Chấp thuận chủ trương đầu tư hạ tầng khu công nghiệp",
    en: "Approval in principle of park infrastructure",
  },
  note: {
    vi: "Trước 01/3/2026 Thủ tướng Chính phủ chấp thuận (Luật Đầu tư 2020, Đ.31.1h); từ 01/3/2026 Chủ tịch UBND tỉnh (Luật 143/2025/QH15, Đ.24.14, 25.3a). KCN Thanh Bình II: theo tài liệu đến 11/2023, chủ trương đã trình Thủ tướng Chính phủ (chủ trương trước đó ngày 14/6/2016); nếu ngày 01/3/2026 hồ sơ còn đang xem xét thì đã chuyển về Chủ tịch UBND tỉnh (Đ.52.14); kết quả chưa biết. Nộp tại Ban Quản lý, nơi không có thì tại Sở Tài chính (từ 31/3/2026: Nghị định 96/2026/NĐ-CP, Đ.32.6).",
    en: "Before 01/3/2026 the Prime Minister approved (law of 2020, article 31.1h); since then the Chairman of the province (law 143/2025, articles 24.14, 25.3a). KCN Thanh Bình II: by papers until 11/2023 its policy had been put to the Prime Minister (an earlier one is of 14/6/2016); a file still pending on 01/3/2026 moved to the Chairman (article 52.14); the outcome is not known. Filed with the Management Board, where there is none with the Department of Finance (since 31/3/2026: decree 96/2026, article 32.6).",
  },
  versions: policyVersions({
    ...{ before: "primeMinister", since: "province", receiver: "board", toGap: MOVED_TO_PROVINCE },
  }),
};

const ROUTES = { receiver: "reception", toGap: FILED_BEFORE } as const;

export const projectPolicyProvince: Procedure = {
  ...{ key: "projectPolicyProvince", about: "project", pin: "received", note: null },
  title: {
    vi: "Chấp thuận chủ trương đầu tư dự án (thẩm quyền UBND tỉnh)",
    en: "Approval in principle of a project (the province decides)",
  },
  versions: policyVersions({ ...ROUTES, before: "province", since: "province" }),
};

export const projectPolicyBoard: Procedure = {
  ...{ key: "projectPolicyBoard", about: "project", pin: "received" },
  title: {
    vi: "Chấp thuận chủ trương đầu tư dự án (thẩm quyền Ban Quản lý)",
    en: "Approval in principle of a project (the Management Board decides)",
  },
  note: {
    vi: "Từ 01/3/2026: dự án thuộc thẩm quyền Chủ tịch UBND tỉnh, nằm trong khu công nghiệp và phù hợp quy hoạch (Luật 143/2025/QH15, Đ.25.4).",
    en: "Since 01/3/2026: what the Chairman would decide, inside a park and matching its plan (law 143/2025, article 25.4).",
  },
  versions: policyVersions({ ...ROUTES, before: "board", since: "board" }),
};

export const projectPolicyPrime: Procedure = {
  ...{ key: "projectPolicyPrime", about: "project", pin: "received", note: null },
  title: {
    vi: "Chấp thuận chủ trương đầu tư dự án (thẩm quyền Thủ tướng)",
    en: "Approval in principle of a project (the Prime Minister decides)",
  },
  versions: policyVersions({ ...ROUTES, before: "primeMinister", since: "primeMinister" }),
};

const CERTIFICATE = { vi: "Giấy chứng nhận đăng ký đầu tư", en: "Investment registration certificate" };
const AFTER_APPROVAL = {
  vi: "dự án đã được chấp thuận chủ trương",
  en: "the project was approved in principle",
};

/** In a park under the special investment procedure the Board evaluates and issues at once. */
const SPECIAL: readonly FurtherLimit[] = [
  {
    ...{ ...ground("decree96", "47.5", "Locr"), starts: "dossierValid" },
    limit: workingDays(15, { oneRequest: true }),
    when: { vi: "thủ tục đầu tư đặc biệt trong khu", en: "the special investment procedure in a park" },
  },
];

function certificateSteps(old: boolean): readonly Step[] {
  const article = old ? ground("decree31", "36.3", "L") : ground("decree96", "39.3", "Locr");
  const approved = old ? ground("investment2020", "38.1", "L") : ground("decree96", "38.1", "Locr");
  const online = old ? ground("decree31", "40", "L") : ground("decree96", "43", "Locr");
  const once = { oneRequest: !old };
  return [
    step("dossierValid", {
      ...{ ...article, kind: "receive", actor: "reception" },
      title: { vi: "Nhận hồ sơ hợp lệ", en: "Valid dossier received" },
    }),
    step("faultsTold", {
      ...{ ...online, kind: "notice", actor: "reception", optional: true },
      title: { vi: "Báo điểm chưa hợp lệ của hồ sơ qua mạng", en: "Faults of an online dossier told" },
      further: [
        {
          ...{ ...online, starts: "dossierValid", limit: workingDays(5, { supplement: "ignored" }) },
          when: { vi: "hồ sơ nộp qua mạng", en: "a dossier filed online" },
        },
      ],
      note: {
        vi: "hồ sơ qua mạng còn phải nộp, đối chiếu bản giấy trong 30 ngày; tính từ ngày nào thì chưa đọc",
        en: "of a dossier filed online the paper is filed and compared within 30 days, too; counted from which day was not read",
      },
    }),
    step("certificate", {
      ...{ ...article, kind: "decide", actor: "reception", starts: "dossierValid", yields: CERTIFICATE },
      title: { vi: "Cấp giấy chứng nhận", en: "Certificate issued" },
      limit: old ? calendarDays(15) : workingDays(10, once),
      further: [
        { ...approved, limit: workingDays(5, once), starts: "dossierValid", when: AFTER_APPROVAL },
        ...(old ? [] : SPECIAL),
      ],
      note: {
        vi: "thời hạn thứ nhất dùng khi dự án không thuộc diện chấp thuận chủ trương",
        en: "the first limit is for projects that need no approval in principle",
      },
    }),
  ];
}

export const registrationCertificate: Procedure = {
  ...{ key: "registrationCertificate", about: "project", pin: "received" },
  title: { vi: "Cấp giấy chứng nhận đăng ký đầu tư", en: "Investment registration certificate" },
  note: {
    vi: "Ban Quản lý cấp trong khu, Sở Tài chính cấp ngoài khu (từ 01/3/2026: Luật Đầu tư 143/2025/QH15, Đ.27).",
    en: "By the Management Board inside zones, by the Department of Finance outside (since 01/3/2026: law 143/2025, article 27).",
  },
  versions: [
    uncoded({ ...LAW_OF_THEN, key: "before2021", from: null, to: INVESTMENT_2020.from }),
    version({
      ...{ ...INVESTMENT_2020, key: "law2020", statutes: ["investment2020", "decree31"], mark: "L" },
      title: { vi: "Luật Đầu tư 2020", en: "Law on Investment 2020" },
      ...{ filedBy: "investor", receivedBy: "reception", steps: certificateSteps(true), result: CERTIFICATE },
      transition: staysFrom("received", ground("investment2020", null, "U"), {
        vi: "Hồ sơ nhận trước 26/3/2021: theo luật khi đó, chưa đối chiếu.",
        en: "Dossiers received before 26/3/2021: by the law of then, not compared.",
      }),
    }),
    uncoded({ ...GAP_2026, transition: FILED_BEFORE }),
    version({
      ...{ ...INVESTMENT_2025, key: "law2025", statutes: ["investment2025", "decree96"], mark: "Locr" },
      title: { vi: "Luật Đầu tư 2025, Nghị định 96/2026", en: "Law on Investment 2025, decree 96/2026" },
      ...{
        filedBy: "investor",
        receivedBy: "reception",
        steps: certificateSteps(false),
        result: CERTIFICATE,
      },
      transition: FILED_IN_GAP,
    }),
  ],
};
