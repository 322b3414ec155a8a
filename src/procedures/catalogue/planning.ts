/** The zoning plan of a park and the detailed plan 1/500. */
import type { Ground, Procedure, Step } from "../vocabulary.ts";
import { calendarDays, ground, item, LAW_OF_THEN, staysFrom, step, uncoded, version } from "./building.ts";

const PLANNING_FROM = "2025-07-01";
const PRACTICE = ground("decree178of2025", null, "P");

const NOT_COMPARED = staysFrom("received", ground("planning2024", null, "U"), {
  vi: "Hồ sơ nhận trước 01/7/2025: theo luật khi đó, chưa đối chiếu điều khoản chuyển tiếp.",
  en: "Dossiers received before 01/7/2025: by the law of then; the transitional article was not compared.",
});

/** `drafting`: the article of who has it drafted; how it goes on from there is known from practice alone. */
function planSteps(
  drafting: Ground,
  where: Ground,
  decider: "board" | "plannerOfDetail",
  result: Step["yields"],
): readonly Step[] {
  return [
    step("draft", {
      ...{ ...drafting, kind: "prepare", actor: "owner" },
      title: { vi: "Lập quy hoạch", en: "Plan drafted" },
    }),
    step("opinions", {
      ...{ ...where, kind: "opinions", actor: "departments", starts: "draft" },
      title: { vi: "Lấy ý kiến", en: "Opinions heard" },
    }),
    step("appraisal", {
      ...{ ...where, kind: "appraisal", actor: decider, starts: "opinions" },
      title: { vi: "Thẩm định", en: "Appraisal" },
    }),
    step("approval", {
      ...{ ...where, kind: "decide", actor: decider, starts: "appraisal" },
      title: { vi: "Phê duyệt", en: "Approval" },
      ...(result === null ? {} : { yields: result }),
    }),
  ];
}

function planDossier(where: Ground) {
  return [
    item("drawings", { vi: "Thuyết minh, bản vẽ quy hoạch", en: "Report and drawings of the plan" }, where),
    item("rules", { vi: "Dự thảo quy định quản lý theo quy hoạch", en: "Draft rules of the plan" }, where),
  ];
}

const ZONING = {
  vi: "Quyết định phê duyệt quy hoạch phân khu",
  en: "Decision that approves the zoning plan",
};
const NO_DAYS = {
  vi: "chưa có số liệu về số ngày của từng bước",
  en: "no number of days is known for its steps",
};

export const zoningPlan: Procedure = {
  ...{ key: "zoningPlan", about: "zone", pin: "received", note: NO_DAYS },
  title: { vi: "Quy hoạch phân khu khu công nghiệp", en: "Zoning plan of a park" },
  versions: [
    uncoded({ ...LAW_OF_THEN, key: "lawOfThen", from: null, to: PLANNING_FROM }),
    version({
      ...{ key: "decree178", from: PLANNING_FROM, statutes: ["planning2024", "decree178of2025"], mark: "U" },
      title: { vi: "Luật Quy hoạch đô thị và nông thôn", en: "Law on Urban and Rural Planning" },
      ...{ filedBy: "developer", receivedBy: "board", result: ZONING, transition: NOT_COMPARED },
      ...{ steps: planSteps(PRACTICE, PRACTICE, "board", ZONING), dossier: planDossier(PRACTICE) },
    }),
  ],
};

const DETAILED = {
  vi: "Quyết định phê duyệt quy hoạch chi tiết 1/500",
  en: "Decision that approves the detailed plan",
};
const CLUSTER = ground("decree32", "15", "L");
const LAYOUT = step("layout", {
  ...{
    ...ground("decree178of2025", "10.6", "L"),
    kind: "decide",
    actor: "plannerOfDetail",
  },
  ...{
    title: { vi: "Phê duyệt quy hoạch tổng mặt bằng", en: "General layout approved" },
    optional: true,
  },
  further: [
    {
      ...{ ...ground("decree178of2025", "10.6", "L"), starts: "draft", limit: calendarDays(15) },
      when: { vi: "khi chỉ cần lập quy hoạch tổng mặt bằng", en: "where only a general layout is needed" },
    },
  ],
});

export const detailedPlan: Procedure = {
  ...{ key: "detailedPlan", about: "zone", pin: "received" },
  title: { vi: "Quy hoạch chi tiết 1/500", en: "Detailed plan 1/500" },
  note: {
    vi: "UBND cấp xã (trước 01/7/2025: cấp huyện) chỉ đạo lập; cụm công nghiệp không phải lập nhiệm vụ quy hoạch (từ 01/5/2024: Nghị định 32/2024/NĐ-CP, Đ.15). Trong khu công nghiệp Ban Quản lý phê duyệt (theo thực tế, chưa đối chiếu).",
    en: "The commune (before 01/7/2025: district) has it drafted; a cluster needs no planning brief (since 01/5/2024: decree 32/2024, article 15). In a park the Management Board approves (practice, not compared).",
  },
  versions: [
    uncoded({ ...LAW_OF_THEN, key: "before2024", from: null, to: "2024-05-01" }),
    version({
      ...{ key: "decree32", from: "2024-05-01", to: PLANNING_FROM, statutes: ["decree32"], mark: "L" },
      title: { vi: "Nghị định 32/2024/NĐ-CP", en: "Decree 32/2024" },
      transition: staysFrom("received", ground("decree32", null, "U"), {
        vi: "Hồ sơ nhận trước 01/5/2024: theo luật khi đó, chưa đối chiếu.",
        en: "Dossiers received before 01/5/2024: by the law of then, not compared.",
      }),
      ...{ filedBy: "developer", receivedBy: "district", result: DETAILED },
      steps: planSteps(CLUSTER, ground("decree32", "15", "P"), "plannerOfDetail", DETAILED),
      dossier: planDossier(ground("decree32", null, "P")),
    }),
    version({
      ...{ key: "decree178", from: PLANNING_FROM, mark: "U", transition: NOT_COMPARED },
      statutes: ["decree32", "planning2024", "decree178of2025"],
      title: { vi: "Nghị định 32/2024, Nghị định 178/2025", en: "Decrees 32/2024 and 178/2025" },
      ...{ filedBy: "developer", receivedBy: "commune", result: DETAILED },
      steps: [...planSteps(CLUSTER, PRACTICE, "plannerOfDetail", DETAILED), LAYOUT],
      dossier: planDossier(PRACTICE),
    }),
  ],
};
