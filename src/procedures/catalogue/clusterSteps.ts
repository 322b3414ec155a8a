/** The steps by which a cluster is established or expanded, from the first letter to the copy for the ministry. */
import type { Sentence } from "../../kernel/problems.ts";
import type { Limit } from "../clock/vocabulary.ts";
import type { Actor, Ground, Step } from "../vocabulary.ts";
import { step } from "./building.ts";

export type ClusterWay = {
  /** The committee that gives notice and submits. */
  readonly committee: Actor;
  /** The article of the steps, of the council, and what is only practice. */
  readonly steps: Ground;
  readonly council: Ground;
  readonly practice: Ground;
  readonly notice: Limit;
  readonly window: Limit;
  readonly submission: Limit;
  readonly appraisal: Limit;
  readonly decision: Limit;
  readonly copies: Sentence;
  readonly yields: Sentence;
  /** What the decision says. */
  readonly content: Sentence;
  /** An expansion by the developer of today needs no council. */
  readonly councilOptional: boolean;
};

/** In the order in which they come. */
export function clusterSteps(way: ClusterWay): readonly Step[] {
  const { committee, steps, council, practice, councilOptional: optional } = way;
  return [
    step("firstLetter", {
      ...{ ...steps, kind: "receive", actor: committee },
      title: { vi: "Nhận văn bản đề nghị đầu tiên", en: "First letter of an applicant received" },
    }),
    step("notice", {
      ...{ ...steps, kind: "notice", actor: committee, starts: "firstLetter", limit: way.notice },
      title: {
        vi: "Thông báo công khai việc tiếp nhận hồ sơ",
        en: "Public notice that dossiers are received",
      },
      note: {
        vi: "chưa có mẫu chính thức cho thông báo này",
        en: "there is no official form of this notice",
      },
    }),
    step("window", {
      ...{ ...steps, kind: "window", actor: "applicant", starts: "notice", limit: way.window },
      title: { vi: "Hết thời gian nhận hồ sơ", en: "The window for dossiers has closed" },
    }),
    step("submission", {
      ...{ ...steps, kind: "submit", actor: committee, starts: "window", limit: way.submission },
      title: {
        vi: "Lập hồ sơ, tờ trình gửi Sở Công Thương",
        en: "Dossier and submission sent to the department",
      },
      note: way.copies,
    }),
    step("dossierComplete", {
      ...{ ...steps, kind: "receive", actor: "industry", starts: "submission" },
      title: { vi: "Hồ sơ đầy đủ, hợp lệ", en: "The dossier is complete and valid" },
      note: {
        vi: "thời gian bổ sung hồ sơ không tính vào thời hạn thẩm định",
        en: "the time for supplements is not counted in the appraisal",
      },
    }),
    step("opinions", {
      ...{ ...practice, kind: "opinions", actor: "departments", starts: "dossierComplete", optional: true },
      title: { vi: "Lấy ý kiến các sở, ngành", en: "Departments consulted" },
    }),
    step("council", {
      ...{ ...council, kind: "council", actor: "province", starts: "dossierComplete", optional },
      title: { vi: "Thành lập Hội đồng đánh giá lựa chọn chủ đầu tư", en: "Selection council set up" },
      note: {
        vi: "chủ tịch Hội đồng là lãnh đạo UBND tỉnh; thư ký không phải thành viên, không chấm điểm",
        en: "chaired by a leader of the province; the secretary is no member and does not score",
      },
    }),
    step("criteria", {
      ...{ ...council, kind: "council", actor: "council", starts: "council", optional },
      title: { vi: "Ban hành tiêu chí, thang điểm chi tiết", en: "Sub-criteria and their points issued" },
    }),
    step("scoring", {
      ...{ ...council, kind: "score", actor: "council", starts: "criteria", optional },
      title: { vi: "Chấm điểm lựa chọn chủ đầu tư", en: "Applicants scored" },
      note: {
        vi: "15 + 15 + 30 + 40 điểm; đạt từ 50; nhiều nhà đầu tư thì chọn điểm cao nhất",
        en: "15 + 15 + 30 + 40 points; 50 to pass; of several the highest",
      },
    }),
    step("appraisal", {
      ...{ ...steps, kind: "appraisal", actor: "industry", starts: "dossierComplete", limit: way.appraisal },
      title: {
        vi: "Thẩm định, báo cáo và trình UBND tỉnh",
        en: "Appraisal, report and submission to the province",
      },
    }),
    step("decision", {
      ...{ ...steps, kind: "decide", actor: "province", starts: "appraisal", limit: way.decision },
      ...{ title: { vi: "Quyết định", en: "Decision" }, yields: way.yields },
      note: way.content,
    }),
    step("copy", {
      ...{ ...steps, kind: "result", actor: "province", starts: "decision" },
      title: {
        vi: "Gửi 1 bản quyết định đến Bộ Công Thương",
        en: "One copy of the decision sent to the ministry",
      },
    }),
  ];
}
