/** The steps by which a project is approved in principle: who sends, who is asked, who reports, who decides. */
import type { Sentence } from "../../kernel/problems.ts";
import type { Limit } from "../clock/vocabulary.ts";
import type { Actor, DossierItem, Ground, Step } from "../vocabulary.ts";
import { atLeastWorkingDays, ground, item, step, workingDays } from "./building.ts";

export type PolicyWay = {
  readonly where: Ground;
  /** The article of the last step, where it is another. */
  readonly decisionWhere?: Ground;
  readonly receiver: Actor;
  readonly decider: Actor;
  readonly send: Limit;
  readonly opinions: Limit;
  readonly report: Limit;
  /** Null: the receiver decides with its report. */
  readonly decision: Limit | null;
  readonly silence: Sentence | null;
  /** How many sets are filed; null: not read. */
  readonly copies: Sentence | null;
  /** Working days from the first valid dossier in which others may file for the place, and until it is made known. */
  readonly others: { readonly window: number; readonly notice: number } | null;
  /** What comes of it, where it is no first approval. */
  readonly yields?: Sentence;
};

export const POLICY_RESULT = {
  vi: "Văn bản chấp thuận chủ trương đầu tư",
  en: "Approval in principle",
};

const SAME_PLACE = {
  vi: "từ hai nhà đầu tư cho cùng địa điểm",
  en: "two investors or more for the same place",
};

/** Where several want the same place: later dossiers are taken for some days, which is made known (decree 96/2026, article 33). */
function otherInvestors({ receiver, others }: PolicyWay): readonly Step[] {
  if (others === null) return [];
  const article = ground("decree96", "33", "Locr");
  return [
    step("firstPublished", {
      ...{ ...ground("decree96", "6.1c", "Locr"), kind: "notice", actor: receiver, optional: true },
      title: { vi: "Công khai đã có hồ sơ hợp lệ đầu tiên", en: "The first valid dossier made public" },
      further: [
        {
          ...{ ...ground("decree96", "6.1c", "Locr"), starts: "dossierValid" },
          limit: workingDays(2, { supplement: "ignored" }),
          when: {
            vi: "trường hợp ở Đ.30.6c, 30.6d và Đ.47",
            en: "in the cases of articles 30.6c, 30.6d and 47",
          },
        },
      ],
    }),
    step("othersClosed", {
      ...{ ...article, kind: "window", actor: "investor", optional: true },
      title: {
        vi: "Hết thời gian nhận hồ sơ của nhà đầu tư khác cho cùng địa điểm",
        en: "Dossiers of other investors for the same place closed",
      },
      further: [
        { ...article, starts: "dossierValid", limit: atLeastWorkingDays(others.window), when: SAME_PLACE },
      ],
    }),
    step("othersTold", {
      ...{ ...article, kind: "notice", actor: receiver, optional: true },
      title: { vi: "Thông báo khi có từ hai nhà đầu tư", en: "It is told that there are two or more" },
      further: [
        {
          ...{ ...article, starts: "dossierValid", when: SAME_PLACE },
          limit: workingDays(others.notice, { supplement: "ignored" }),
        },
      ],
      note: { vi: "hồ sơ nộp sau thời gian trên được trả lại", en: "later dossiers are returned" },
    }),
  ];
}

/** In the order in which they come. */
export function policySteps(way: PolicyWay): readonly Step[] {
  const { where, receiver, decider } = way;
  const both = way.decision === null;
  const yields = way.yields ?? POLICY_RESULT;
  const first = [
    step("dossierValid", {
      ...{ ...where, kind: "receive", actor: receiver },
      title: { vi: "Nhận hồ sơ hợp lệ", en: "Valid dossier received" },
      ...(way.copies === null ? {} : { note: way.copies }),
    }),
    ...(way.yields === undefined ? otherInvestors(way) : []),
    step("sent", {
      ...{ ...where, kind: "submit", actor: receiver, starts: "dossierValid", limit: way.send },
      title: { vi: "Gửi hồ sơ lấy ý kiến", en: "Dossier sent for opinions" },
    }),
    step("opinions", {
      ...{ ...where, kind: "opinions", actor: "departments", starts: "sent", limit: way.opinions },
      title: { vi: "Cơ quan được hỏi cho ý kiến", en: "Opinions of those who are asked" },
      ...(way.silence === null ? {} : { note: way.silence }),
    }),
    step("report", {
      ...{ ...where, kind: both ? "decide" : "appraisal", actor: both ? decider : receiver },
      ...{ starts: "dossierValid", limit: way.report },
      title: both
        ? { vi: "Thẩm định và quyết định", en: "Appraisal and decision" }
        : { vi: "Lập báo cáo thẩm định, trình", en: "Appraisal report submitted" },
      ...(both ? { yields } : {}),
    }),
  ];
  if (way.decision === null) return first;
  return [
    ...first,
    step("decision", {
      ...{
        ...(way.decisionWhere ?? where),
        kind: "decide",
        actor: decider,
        starts: "report",
        limit: way.decision,
      },
      ...{
        title: { vi: "Quyết định chấp thuận chủ trương", en: "Decision in principle" },
        yields,
      },
    }),
  ];
}

/** What an investor gives. */
export function policyDossier(where: Ground): readonly DossierItem[] {
  return [
    item("proposal", { vi: "Đề xuất dự án đầu tư", en: "Proposal of the project" }, where),
    item("legalStatus", { vi: "Tài liệu tư cách pháp lý", en: "Legal status" }, where),
    item("finances", { vi: "Tài liệu năng lực tài chính", en: "Financial capacity" }, where),
    item("landUse", { vi: "Đề xuất nhu cầu sử dụng đất", en: "Need of land" }, where),
    item("technology", { vi: "Giải trình công nghệ", en: "Technology" }, where, true),
    item(
      "environment",
      { vi: "Đánh giá sơ bộ tác động môi trường", en: "Preliminary environmental assessment" },
      where,
      true,
    ),
  ];
}
