/** Choosing an investor by tender: the Bidding Law, article 49, and since 21/8/2026 decree 274/2026. */
import type { FurtherLimit, Ground, Procedure, Step } from "../vocabulary.ts";
import { COUNTED_BACK } from "./bidding.ts";
import {
  atLeastDays,
  atLeastWorkingDays,
  ground,
  LAW_OF_THEN,
  staysFrom,
  step,
  uncoded,
  version,
  workingDays,
  workingDaysBefore,
} from "./building.ts";

const TIMES = ground("bidding2023", "49", "L");
const BY_LAW = ground("bidding2023", null, "U");
const BY_DECREE = ground("decree274", null, "Locr");
const SINCE = "2024-01-01";
const DECREE = "2026-08-21";

const RESULT = { vi: "Hợp đồng với nhà đầu tư được chọn", en: "Contract with the chosen investor" };
const DOMESTIC = { vi: "đấu thầu trong nước", en: "domestic bidding" };
const INTERNATIONAL = { vi: "đấu thầu quốc tế", en: "international bidding" };

function closingTimes(): readonly FurtherLimit[] {
  const least = (days: number) => atLeastDays(days, { countsFirstDay: true });
  return [
    { ...TIMES, starts: "invitation", limit: least(45), when: DOMESTIC },
    { ...TIMES, starts: "invitation", limit: least(60), when: INTERNATIONAL },
  ];
}

/** From the documents to the contract. `before`: what may come between invitation and closing. */
function tenderSteps(where: Ground, before: readonly Step[]): readonly Step[] {
  return [
    step("documents", {
      ...{ ...where, kind: "prepare", actor: "inviter" },
      title: { vi: "Lập, phê duyệt hồ sơ mời thầu", en: "Tender documents made and approved" },
    }),
    step("invitation", {
      ...{ ...where, kind: "notice", actor: "inviter", starts: "documents" },
      title: { vi: "Phát hành hồ sơ mời thầu", en: "Tender documents issued" },
    }),
    ...before,
    step("closing", {
      ...{ ...TIMES, kind: "window", actor: "investor", further: closingTimes() },
      title: { vi: "Đóng thầu", en: "Bids closed" },
      note: {
        vi: "tính cả ngày đầu phát hành, đến ngày đóng thầu",
        en: "counted with the first day of issue, to the day of closing",
      },
    }),
    step("evaluation", {
      ...{ ...where, kind: "appraisal", actor: "inviter", starts: "closing" },
      title: { vi: "Đánh giá hồ sơ dự thầu", en: "Bids evaluated" },
    }),
    step("award", {
      ...{ ...where, kind: "decide", actor: "competent", starts: "evaluation" },
      title: { vi: "Phê duyệt kết quả lựa chọn nhà đầu tư", en: "Result approved" },
      yields: {
        vi: "Quyết định phê duyệt kết quả lựa chọn nhà đầu tư",
        en: "Decision that approves the result",
      },
    }),
    step("contract", {
      ...{ ...where, kind: "result", actor: "inviter", starts: "award", yields: RESULT },
      title: { vi: "Ký hợp đồng", en: "Contract signed" },
    }),
  ];
}

const proposed = (starts: string, days: number): readonly FurtherLimit[] => [
  {
    ...{ ...BY_DECREE, starts, limit: workingDays(days) },
    when: { vi: "dự án do nhà đầu tư đề xuất", en: "an investor proposes the project" },
  },
];

/** How a project that an investor proposes comes to be tendered, and who is interested. */
const PROPOSED: readonly Step[] = [
  step("received", {
    ...{ ...BY_DECREE, kind: "receive", actor: "oneStop" },
    title: { vi: "Nhận hồ sơ đề xuất dự án", en: "Proposal of the project received" },
    note: { vi: "khi dự án do nhà đầu tư đề xuất", en: "where an investor proposes the project" },
  }),
  step("taken", {
    ...{ ...BY_DECREE, kind: "receive", actor: "finance" },
    further: proposed("received", 2),
    ...{ title: { vi: "Sở Tài chính tiếp nhận", en: "Taken over by the department" }, optional: true },
  }),
  step("submission", {
    ...{ ...BY_DECREE, kind: "submit", actor: "finance" },
    further: proposed("taken", 14),
    ...{ title: { vi: "Kiểm tra, trình UBND tỉnh", en: "Checked and submitted" }, optional: true },
  }),
  step("agreed", {
    ...{ ...BY_DECREE, kind: "act", actor: "competent" },
    further: proposed("submission", 3),
    ...{ title: { vi: "Quyết định về đề xuất", en: "The proposal is decided on" }, optional: true },
  }),
  step("answered", {
    ...{ ...BY_DECREE, kind: "result", actor: "finance" },
    further: proposed("agreed", 2),
    ...{ title: { vi: "Trả kết quả cho nhà đầu tư", en: "The investor is answered" }, optional: true },
  }),
  step("interestInvitation", {
    ...{ ...ground("decree274", "41.1", "Locr"), kind: "notice", actor: "inviter", optional: true },
    title: { vi: "Mời quan tâm", en: "Interest invited" },
  }),
  step("interestClosing", {
    ...{ ...ground("decree274", "41.1", "Locr"), kind: "window", actor: "investor", optional: true },
    further: [
      {
        ...{ ...ground("decree274", "41.1", "Locr"), starts: "interestInvitation" },
        ...{
          limit: atLeastWorkingDays(20),
          when: { vi: "khi mời quan tâm", en: "where interest is invited" },
        },
      },
    ],
    title: { vi: "Hết hạn đăng ký thực hiện dự án", en: "Registrations of interest closed" },
  }),
];

const CLARIFYING = { vi: "khi có đề nghị làm rõ", en: "where clarification is asked for" };

/** What may happen until so many days before closing. */
const UNTIL_CLOSING: readonly Step[] = [
  step("amendment", {
    ...{ ...BY_DECREE, kind: "act", actor: "inviter", optional: true, note: COUNTED_BACK },
    title: { vi: "Sửa đổi hồ sơ mời thầu", en: "Tender documents amended" },
    further: [
      { ...BY_DECREE, starts: "closing", limit: workingDaysBefore(10), when: DOMESTIC },
      { ...BY_DECREE, starts: "closing", limit: workingDaysBefore(15), when: INTERNATIONAL },
    ],
  }),
  step("clarificationAsked", {
    ...{ ...BY_DECREE, kind: "act", actor: "investor", optional: true, note: COUNTED_BACK },
    title: { vi: "Đề nghị làm rõ hồ sơ mời thầu", en: "Clarification asked for" },
    further: [{ ...BY_DECREE, starts: "closing", limit: workingDaysBefore(5), when: CLARIFYING }],
  }),
  step("clarified", {
    ...{ ...BY_DECREE, kind: "act", actor: "inviter", optional: true, note: COUNTED_BACK },
    title: { vi: "Trả lời làm rõ", en: "Clarification given" },
    further: [{ ...BY_DECREE, starts: "closing", limit: workingDaysBefore(2), when: CLARIFYING }],
  }),
];

const CODED = { filedBy: "investor", result: RESULT } as const;

export const investorTender: Procedure = {
  ...{ key: "investorTender", about: "zone", pin: "noticeIssued" },
  title: { vi: "Đấu thầu lựa chọn nhà đầu tư", en: "Choosing an investor by tender" },
  note: {
    vi: "Dùng khi chọn nhà đầu tư hạ tầng bằng đấu thầu. Cụm công nghiệp chọn chủ đầu tư theo thang điểm riêng của nghị định về cụm.",
    en: "Where the developer is chosen by tender. A cluster has its own scoring, by the decree on clusters.",
  },
  versions: [
    uncoded({ ...LAW_OF_THEN, key: "before2024", from: null, to: SINCE }),
    version({
      ...{ ...CODED, key: "law2023", from: SINCE, to: DECREE, statutes: ["bidding2023"], mark: "U" },
      title: { vi: "Luật Đấu thầu 2023", en: "Bidding Law 2023" },
      why: {
        vi: "Luật chỉ đặt thời gian tối thiểu chuẩn bị hồ sơ dự thầu; nghị định hướng dẫn khi đó chưa đọc.",
        en: "The law sets the least time for bids alone; its decree of then was not read.",
      },
      ...{ receivedBy: "inviter", steps: tenderSteps(BY_LAW, []) },
      transition: staysFrom("noticeIssued", ground("bidding2023", null, "U"), {
        vi: "Dự án đã phát hành hồ sơ mời thầu trước 01/01/2024: theo quy định khi đó, chưa đối chiếu điều khoản chuyển tiếp.",
        en: "Tenders issued before 01/01/2024: by the rules of then; the transitional article was not compared.",
      }),
    }),
    version({
      ...{ ...CODED, key: "decree274", from: DECREE, statutes: ["bidding2023", "decree274"], mark: "Locr" },
      title: { vi: "Luật Đấu thầu 2023, Nghị định 274/2026", en: "Bidding Law 2023, decree 274/2026" },
      ...{ receivedBy: "oneStop", steps: [...PROPOSED, ...tenderSteps(BY_DECREE, UNTIL_CLOSING)] },
      transition: staysFrom("noticeIssued", ground("decree274", null, "U"), {
        vi: "Dự án đã phát hành hồ sơ mời thầu trước 21/8/2026: theo quy định khi đó, chưa đối chiếu điều khoản chuyển tiếp.",
        en: "Tenders issued before 21/8/2026: by the rules of then; the transitional article was not compared.",
      }),
    }),
  ],
};
