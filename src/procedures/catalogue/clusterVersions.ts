/** The versions by which clusters are established and expanded, since the decree of each day. */
import type { Sentence } from "../../kernel/problems.ts";
import type { Version } from "../vocabulary.ts";
import {
  atLeastDays,
  atLeastWorkingDays,
  calendarDays,
  ground,
  LAW_OF_THEN,
  staysFrom,
  uncoded,
  version,
  workingDays,
} from "./building.ts";
import { clusterDossier } from "./clusterDossier.ts";
import { type ClusterWay, clusterSteps } from "./clusterSteps.ts";

/** 1: by decree 303/2026 from 15/9/2026; 2: back to decree 32/2024 until the original is compared. */
export const CLUSTER_SETTING = "clusterDecree";

const D32 = ground("decree32", "10", "L");
const D32_COUNCIL = ground("decree32", "13.2", "L");
const D303 = ground("decree303", null, "P");

/** Applicants have until the end of the window, which moves to a working day as any other of their limits. */
const WINDOW_32 = atLeastDays(15, { rollsForward: true });

const CONTENT = {
  vi: "gồm tên, diện tích, địa điểm, ngành nghề chính, chủ đầu tư, quy mô hạ tầng, tổng mức đầu tư và cơ cấu vốn, tiến độ, ưu đãi và điều kiện, trách nhiệm",
  en: "name, area, place, main trades, developer, scale of the works, total and structure of capital, schedule, incentives and conditions, duties",
};

type Outcome = { readonly yields: Sentence; readonly councilOptional: boolean };

function way32(committee: "district" | "commune", outcome: Outcome): ClusterWay {
  return {
    ...{ committee, ...outcome, steps: D32, council: D32_COUNCIL, practice: ground("decree32", "10", "P") },
    ...{ notice: workingDays(5), window: WINDOW_32, submission: workingDays(5) },
    ...{ appraisal: calendarDays(25), decision: workingDays(7) },
    copies: { vi: "2 bộ hồ sơ và bản điện tử", en: "2 sets and the electronic file" },
    content: {
      vi: `nội dung ${CONTENT.vi} (Đ.12.1; từ 01/10/2024: Mẫu 02 Phụ lục II Thông tư 14/2024/TT-BCT)`,
      en: `it says ${CONTENT.en} (article 12.1; since 01/10/2024: form 02, annex II of circular 14/2024)`,
    },
  };
}

const BEFORE_2024 = uncoded({ ...LAW_OF_THEN, key: "before2024", from: null, to: "2024-05-01" });

const NOT_READ = {
  vi: "Theo tổng hợp thực tế, chưa đối chiếu bản gốc Nghị định 303/2026/NĐ-CP nên không dẫn số điều khoản.",
  en: "By a summary from practice, not compared with the original of decree 303/2026, so no clause is cited.",
};

const TO_303 = staysFrom("underAppraisal", ground("decree303", null, "P"), {
  vi: "Hồ sơ đang thẩm định, xem xét quyết định vào ngày 15/9/2026 tiếp tục theo Nghị định 32/2024/NĐ-CP và Nghị định 139/2025/NĐ-CP.",
  en: "A dossier that was under appraisal or decision on 15/9/2026 goes on under decrees 32/2024 and 139/2025.",
});

/** The versions of one of the two: what it yields, and whether a council must choose. */
export function clusterVersions(outcome: Outcome): readonly [Version, ...Version[]] {
  const dossier32 = clusterDossier(ground("decree32", "9", "L"), { asksLegalStatus: true });
  return [
    BEFORE_2024,
    version({
      ...{ key: "decree32", from: "2024-05-01", to: "2025-07-01", statutes: ["decree32"], mark: "L" },
      title: { vi: "Nghị định 32/2024/NĐ-CP", en: "Decree 32/2024" },
      transition: staysFrom("underAppraisal", ground("decree32", "35", "U"), {
        vi: "Hồ sơ đang thẩm định trước 01/5/2024: theo luật khi đó, chưa đối chiếu điều khoản chuyển tiếp.",
        en: "A dossier under appraisal before 01/5/2024: by the law of then; the transitional article was not compared.",
      }),
      ...{ filedBy: "applicant", receivedBy: "district", dossier: dossier32, result: outcome.yields },
      steps: clusterSteps(way32("district", outcome)),
    }),
    version({
      ...{ key: "decree32with139", from: "2025-07-01", to: "2026-09-15", mark: "L" },
      ...{ statutes: ["decree32", "decree139"] },
      title: { vi: "Nghị định 32/2024 cùng Nghị định 139/2025", en: "Decree 32/2024 with decree 139/2025" },
      transition: staysFrom("decided", ground("decree139", "12", "L"), {
        vi: "Từ 01/7/2025 không còn cấp huyện: việc của UBND cấp huyện do UBND cấp xã, UBND tỉnh làm tiếp.",
        en: "Districts ended on 01/7/2025: communes and the province go on with what was theirs.",
      }),
      ...{ filedBy: "applicant", receivedBy: "commune", dossier: dossier32, result: outcome.yields },
      steps: clusterSteps(way32("commune", outcome)),
    }),
    version({
      ...{ key: "decree303", from: "2026-09-15", statutes: ["decree32", "decree303"], mark: "P" },
      onlyWhere: { setting: CLUSTER_SETTING, value: 1 },
      title: {
        vi: "Nghị định 32/2024 sửa đổi bởi Nghị định 303/2026",
        en: "Decree 32/2024 as amended by 303/2026",
      },
      ...{ why: NOT_READ, transition: TO_303, filedBy: "applicant", receivedBy: "commune" },
      dossier: clusterDossier(D303, { asksLegalStatus: false }),
      steps: clusterSteps({
        ...{ committee: "commune", ...outcome, steps: D303, council: D303, practice: D303 },
        ...{ notice: workingDays(2), window: atLeastWorkingDays(5), submission: workingDays(5) },
        ...{ appraisal: workingDays(20), decision: workingDays(5) },
        copies: { vi: "nhà đầu tư nộp 1 bộ tại UBND cấp xã", en: "the applicant files 1 set at the commune" },
        content: {
          vi: `nội dung ${CONTENT.vi}, loại hình cụm, đất tối thiểu dành cho doanh nghiệp ưu tiên`,
          en: `it says ${CONTENT.en}, the kind of cluster, and the least land for favoured firms`,
        },
      }),
      result: outcome.yields,
    }),
    version({
      ...{ key: "decree32again", from: "2026-09-15", statutes: ["decree32"], mark: "L" },
      onlyWhere: { setting: CLUSTER_SETTING, value: 2 },
      title: { vi: "Nghị định 32/2024, theo Thiết lập", en: "Decree 32/2024, by a setting" },
      why: {
        vi: "Quản trị đã chọn dùng lại các bước, thời hạn của Nghị định 32/2024/NĐ-CP cho đến khi đối chiếu bản gốc Nghị định 303/2026/NĐ-CP.",
        en: "An administrator chose the steps and limits of decree 32/2024 until the original of decree 303/2026 is compared.",
      },
      transition: TO_303,
      ...{ filedBy: "applicant", receivedBy: "commune", dossier: dossier32, result: outcome.yields },
      steps: clusterSteps(way32("commune", outcome)),
    }),
  ];
}
