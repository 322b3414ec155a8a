/** The steps by which a project is approved in principle: who sends, who is asked, who reports, who decides. */
import type { Sentence } from "../../kernel/problems.ts";
import type { Limit } from "../clock/vocabulary.ts";
import type { Actor, DossierItem, Ground, Step } from "../vocabulary.ts";
import { item, step } from "./building.ts";

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
};

export const POLICY_RESULT = {
  vi: "Văn bản chấp thuận chủ trương đầu tư",
  en: "Approval in principle",
};

/** In the order in which they come. */
export function policySteps(way: PolicyWay): readonly Step[] {
  const { where, receiver, decider } = way;
  const both = way.decision === null;
  const first = [
    step("dossierValid", {
      ...{ ...where, kind: "receive", actor: receiver },
      title: { vi: "Nhận hồ sơ hợp lệ", en: "Valid dossier received" },
    }),
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
      ...(both ? { yields: POLICY_RESULT } : {}),
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
        yields: POLICY_RESULT,
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
