/** Choosing the infrastructure developer of a cluster: decree 32/2024, article 13.2. */
import type { Ground, Procedure, Step } from "../vocabulary.ts";
import { ground, LAW_OF_THEN, staysFrom, step, uncoded, version } from "./building.ts";
import { clusterDossier } from "./clusterDossier.ts";
import { CLUSTER_SETTING } from "./clusterVersions.ts";

const RESULT = {
  vi: "Nhà đầu tư được chọn làm chủ đầu tư hạ tầng",
  en: "The chosen infrastructure developer",
};

function steps(council: Ground, practice: Ground): readonly Step[] {
  return [
    step("council", {
      ...{ ...council, kind: "council", actor: "province" },
      title: { vi: "Thành lập Hội đồng và tổ giúp việc", en: "Council and its assistants set up" },
      note: {
        vi: "chủ tịch: lãnh đạo UBND tỉnh; phó chủ tịch: lãnh đạo Sở Công Thương và Sở Kế hoạch và Đầu tư (nay là Sở Tài chính, chưa đối chiếu); thư ký thuộc Sở Công Thương, không là thành viên",
        en: "chaired by a leader of the province, vice-chaired by those of the departments of Industry and of Planning (now of Finance, not compared); the secretary, of the former, is no member",
      },
    }),
    step("criteria", {
      ...{ ...council, kind: "council", actor: "council", starts: "council" },
      title: { vi: "Ban hành tiêu chí chi tiết", en: "Sub-criteria issued" },
      note: {
        vi: "15 + 15 + 30 + 40 điểm, mỗi Hội đồng tự chia nhỏ",
        en: "15 + 15 + 30 + 40, divided by each council",
      },
    }),
    step("sheets", {
      ...{ ...practice, kind: "score", actor: "council", starts: "criteria" },
      title: { vi: "Thành viên chấm phiếu độc lập", en: "Members fill their sheets, each alone" },
      note: {
        vi: "điểm là trung bình các phiếu; thư ký không chấm; vốn chủ sở hữu từ 15 % tổng mức đầu tư với dự án từ 20 ha được xem xét cùng",
        en: "the score is the mean of the sheets; the secretary does not score; own capital of 15 % of the total is looked at for 20 ha or more",
      },
    }),
    step("meeting", {
      ...{ ...council, kind: "score", actor: "council", starts: "sheets" },
      title: { vi: "Họp Hội đồng, xếp hạng", en: "The council meets and ranks" },
      note: {
        vi: "đạt từ 50 điểm, kể cả khi chỉ có một nhà đầu tư; bằng điểm thì theo đề nghị của chủ tịch Hội đồng",
        en: "50 to pass, also where there is only one; a tie goes by the proposal of the chair",
      },
    }),
    step("choice", {
      ...{ ...council, kind: "decide", actor: "province", starts: "meeting", yields: RESULT },
      title: {
        vi: "Ghi chủ đầu tư trong quyết định thành lập cụm",
        en: "The developer named in the establishing decision",
      },
    }),
  ];
}

const OLD = {
  statutes: ["decree32"],
  mark: "L",
  filedBy: "applicant",
  receivedBy: "industry",
  result: RESULT,
} as const;
const COUNCIL_32 = ground("decree32", "13.2", "L");
const OLD_STEPS = steps(COUNCIL_32, ground("decree32", "13.2", "P"));
const OLD_DOSSIER = clusterDossier(ground("decree32", "9", "L"), { asksLegalStatus: true });
const BY_303 = ground("decree303", null, "P");
const TO_303 = staysFrom("underAppraisal", BY_303, {
  vi: "Hồ sơ đang thẩm định, xem xét quyết định vào ngày 15/9/2026 tiếp tục theo Nghị định 32/2024/NĐ-CP.",
  en: "A dossier under appraisal or decision on 15/9/2026 goes on under decree 32/2024.",
});

export const developerSelection: Procedure = {
  ...{ key: "developerSelection", about: "zone", pin: "underAppraisal" },
  title: { vi: "Lựa chọn chủ đầu tư hạ tầng cụm công nghiệp", en: "Choosing the infrastructure developer" },
  note: {
    vi: "Diễn ra trong thời gian thẩm định của thủ tục thành lập, mở rộng cụm. Trước khi ký quyết định chỉ đơn vị thụ lý và Hội đồng được xem hồ sơ, điểm.",
    en: "Runs within the appraisal of the establishment. Until the decision only the handling unit and the council see dossiers and scores.",
  },
  versions: [
    uncoded({ ...LAW_OF_THEN, key: "before2024", from: null, to: "2024-05-01" }),
    version({
      ...{
        ...OLD,
        key: "decree32",
        from: "2024-05-01",
        to: "2026-09-15",
        steps: OLD_STEPS,
        dossier: OLD_DOSSIER,
      },
      title: { vi: "Nghị định 32/2024/NĐ-CP", en: "Decree 32/2024" },
      transition: staysFrom("underAppraisal", ground("decree32", "35", "U"), {
        vi: "Hồ sơ đang thẩm định trước 01/5/2024: theo luật khi đó, chưa đối chiếu điều khoản chuyển tiếp.",
        en: "A dossier under appraisal before 01/5/2024: by the law of then; the transitional article was not compared.",
      }),
    }),
    version({
      ...{ ...OLD, key: "decree303", from: "2026-09-15", mark: "P", statutes: ["decree32", "decree303"] },
      ...{ steps: steps(BY_303, BY_303), dossier: clusterDossier(BY_303, { asksLegalStatus: false }) },
      ...{ transition: TO_303, onlyWhere: { setting: CLUSTER_SETTING, value: 1 } },
      title: {
        vi: "Nghị định 32/2024 sửa đổi bởi Nghị định 303/2026",
        en: "Decree 32/2024 as amended by 303/2026",
      },
    }),
    version({
      ...{ ...OLD, key: "decree32again", from: "2026-09-15", steps: OLD_STEPS, dossier: OLD_DOSSIER },
      ...{ transition: TO_303, onlyWhere: { setting: CLUSTER_SETTING, value: 2 } },
      title: { vi: "Nghị định 32/2024, theo Thiết lập", en: "Decree 32/2024, by a setting" },
    }),
  ],
};
