/** Contractor selection: minimum times of the Bidding Law; other times are set within the approved plan. */
import type { FurtherLimit, Procedure, Step, Version } from "../vocabulary.ts";
import {
  atLeastDays,
  atLeastWorkingDays,
  daysBefore,
  ground,
  LAW_OF_THEN,
  staysFrom,
  step,
  uncoded,
  version,
  workingDays,
  workingDaysBefore,
} from "./building.ts";

const TIMES = ground("bidding2023", "45.1", "L");
const SET = ground("bidding2023", "45.3", "L");
/** Bidding counts the day of the first issue, too. */
const FIRST = { countsFirstDay: true } as const;

function timed(starts: string, limit: FurtherLimit["limit"], vi: string, en: string): FurtherLimit {
  return { ...TIMES, limit, starts, when: { vi, en } };
}

const SMALL = {
  vi: "xây lắp, hỗn hợp không quá 20 tỷ đồng; hàng hóa, phi tư vấn không quá 10 tỷ đồng",
  en: "works or mixed up to 20 billion đồng; goods or non-consulting up to 10",
};
const RESULT = { vi: "Hợp đồng với nhà thầu được chọn", en: "Contract with the chosen contractor" };

/** A minimum before a day that is set ahead: the last day on which something may be done, by which nobody is late. */
export const COUNTED_BACK = {
  vi: "đếm ngược từ ngày đóng thầu, hết hạn nộp được ấn định trong hồ sơ",
  en: "counted back from the day of closing that was set in the case",
};

const STEPS: readonly Step[] = [
  step("plan", {
    ...{ ...ground("bidding2023", "40", "L"), kind: "prepare", actor: "owner" },
    title: { vi: "Lập, phê duyệt kế hoạch lựa chọn nhà thầu", en: "Selection plan made and approved" },
    note: { vi: "không tìm thấy số ngày trong luật", en: "no number of days was found in the law" },
  }),
  step("planPublished", {
    ...{
      ...ground("bidding2023", "8.4", "L"),
      kind: "notice",
      actor: "owner",
      starts: "plan",
      limit: workingDays(5),
    },
    title: {
      vi: "Đăng kế hoạch trên hệ thống mạng đấu thầu",
      en: "Plan published on the e-procurement system",
    },
  }),
  step("interestInvitation", {
    ...{ ...SET, kind: "notice", actor: "owner", starts: "plan", optional: true },
    title: { vi: "Phát hành hồ sơ mời quan tâm, mời sơ tuyển", en: "Interest or prequalification invited" },
  }),
  step("interestAmendment", {
    ...{ ...TIMES, kind: "act", actor: "owner", optional: true, note: COUNTED_BACK },
    title: { vi: "Sửa đổi hồ sơ mời quan tâm, mời sơ tuyển", en: "Those documents amended" },
    further: [
      timed(
        "interestClosing",
        workingDaysBefore(3),
        "hồ sơ mời quan tâm, mời sơ tuyển",
        "interest, prequalification",
      ),
    ],
  }),
  step("interestClosing", {
    ...{ ...TIMES, kind: "window", actor: "bidders", optional: true },
    title: { vi: "Hết hạn nộp hồ sơ quan tâm, dự sơ tuyển", en: "Interest and prequalification closed" },
    further: [
      timed("interestInvitation", atLeastDays(9, FIRST), "đấu thầu trong nước", "domestic bidding"),
      timed("interestInvitation", atLeastDays(18, FIRST), "đấu thầu quốc tế", "international bidding"),
    ],
  }),
  step("documents", {
    ...{ ...SET, kind: "prepare", actor: "owner", starts: "plan" },
    title: { vi: "Phê duyệt hồ sơ mời thầu", en: "Tender documents approved" },
  }),
  step("invitation", {
    ...{ ...SET, kind: "notice", actor: "owner", starts: "documents" },
    title: { vi: "Phát hành hồ sơ mời thầu", en: "Tender documents issued" },
    note: {
      vi: "thông báo mời thầu đăng trên hệ thống mạng đấu thầu quốc gia trong 5 ngày làm việc (Đ.8.4)",
      en: "the notice is published on the e-procurement system within 5 working days (article 8.4)",
    },
  }),
  step("amendment", {
    ...{ ...TIMES, kind: "act", actor: "owner", optional: true, note: COUNTED_BACK },
    title: { vi: "Sửa đổi hồ sơ mời thầu", en: "Tender documents amended" },
    further: [
      timed("closing", daysBefore(10), "gói thầu thông thường", "an ordinary package"),
      timed("closing", workingDaysBefore(3), "gói thầu quy mô nhỏ", "a small package"),
    ],
  }),
  step("closing", {
    ...{ ...TIMES, kind: "window", actor: "bidders" },
    title: { vi: "Đóng thầu", en: "Bids closed" },
    further: [
      timed(
        "invitation",
        atLeastDays(18, FIRST),
        "đấu thầu rộng rãi, hạn chế trong nước",
        "open or limited, domestic",
      ),
      timed("invitation", atLeastDays(35, FIRST), "đấu thầu quốc tế", "international bidding"),
      timed("invitation", atLeastDays(9, FIRST), `${SMALL.vi}, trong nước`, `${SMALL.en}, domestic`),
      timed("invitation", atLeastDays(18, FIRST), `${SMALL.vi}, quốc tế`, `${SMALL.en}, international`),
      timed(
        "invitation",
        atLeastDays(9, FIRST),
        "gói thuộc diện chỉ định thầu mà đấu thầu rộng rãi",
        "a package for direct appointment that is put to open bidding",
      ),
      timed("invitation", atLeastWorkingDays(5, FIRST), "chào hàng cạnh tranh", "competitive quotation"),
    ],
    note: {
      vi: "tính cả ngày đầu phát hành, đến ngày đóng thầu",
      en: "counted with the first day of issue, to the day of closing",
    },
  }),
  step("evaluation", {
    ...{ ...SET, kind: "appraisal", actor: "owner", starts: "closing" },
    title: { vi: "Đánh giá hồ sơ dự thầu", en: "Bids evaluated" },
    note: { vi: "thời gian theo kế hoạch đã duyệt", en: "the time is that of the approved plan" },
  }),
  step("award", {
    ...{ ...SET, kind: "decide", actor: "owner", starts: "evaluation" },
    title: { vi: "Phê duyệt kết quả lựa chọn", en: "Result approved" },
    yields: { vi: "Quyết định phê duyệt kết quả lựa chọn nhà thầu", en: "Decision that approves the result" },
  }),
  step("published", {
    ...{
      ...ground("bidding2023", "8.4", "L"),
      kind: "notice",
      actor: "owner",
      starts: "award",
      limit: workingDays(5),
    },
    title: { vi: "Đăng kết quả", en: "Result published" },
  }),
  step("contract", {
    ...{ ...SET, kind: "result", actor: "owner", starts: "award", yields: RESULT },
    title: { vi: "Ký hợp đồng", en: "Contract signed" },
  }),
];

const SINCE = "2024-01-01";
const NEW_DECREE = "2025-08-04";
const CODED = { filedBy: "owner", receivedBy: "owner", steps: STEPS, result: RESULT } as const;

function notCompared(day: string, statute: "bidding2023" | "decree214"): Version["transition"] {
  return staysFrom("noticeIssued", ground(statute, null, "U"), {
    vi: `Gói thầu đã phát hành hồ sơ mời thầu trước ${day}: theo quy định khi đó, chưa đối chiếu điều khoản chuyển tiếp.`,
    en: `Packages issued before ${day}: by the rules of then; the transitional article was not compared.`,
  });
}

export const contractorSelection: Procedure = {
  ...{ key: "contractorSelection", about: "project", pin: "noticeIssued" },
  title: { vi: "Lựa chọn nhà thầu", en: "Contractor selection" },
  note: {
    vi: "Từ 01/01/2025 mọi gói thầu đấu thầu qua mạng (Luật Đấu thầu 22/2023/QH15, Đ.50). Hạn mức chỉ định thầu của Nghị định 349/2026/NĐ-CP chưa đối chiếu bản gốc.",
    en: "Since 01/01/2025 all packages are tendered online (Bidding Law 22/2023, article 50). The limits of decree 349/2026 were not compared.",
  },
  versions: [
    uncoded({ ...LAW_OF_THEN, key: "before2024", from: null, to: SINCE }),
    version({
      ...{ ...CODED, key: "law2023", from: SINCE, to: NEW_DECREE, statutes: ["bidding2023"], mark: "L" },
      title: { vi: "Luật Đấu thầu 2023", en: "Bidding Law 2023" },
      transition: notCompared("01/01/2024", "bidding2023"),
    }),
    version({
      ...{
        ...CODED,
        key: "decree214",
        from: NEW_DECREE,
        statutes: ["bidding2023", "law90", "decree214"],
        mark: "P",
      },
      title: { vi: "Luật Đấu thầu 2023, Nghị định 214/2025", en: "Bidding Law 2023, decree 214/2025" },
      why: {
        vi: "Số ngày theo Luật Đấu thầu bản năm 2023; bản hợp nhất sau các lần sửa đổi chưa đọc.",
        en: "Days by the Bidding Law as of 2023; its later consolidated text was not read.",
      },
      transition: notCompared("04/8/2025", "decree214"),
    }),
  ],
};
