/** The dossier for establishing or expanding a cluster: decree 32/2024, article 9. */
import type { Ground } from "../vocabulary.ts";
import { ground, item } from "./building.ts";

const REPORT_32 = {
  vi: "Báo cáo đầu tư: căn cứ và nhu cầu; hiện trạng đất; mục tiêu, diện tích, hạng mục, giải phóng mặt bằng, tiến độ; năng lực và tổng mức đầu tư; quản lý, vận hành; môi trường sơ bộ; ưu đãi, hiệu quả",
  en: "Investment report: basis and need; the land; goals, area, works, clearance, schedule; capacity and total investment; operation; preliminary environment; incentives and effect",
};
const REPORT_303 = {
  vi: `${REPORT_32.vi}; thêm loại hình cụm, nhà đầu tư hướng tới, đất dành cho doanh nghiệp ưu tiên`,
  en: `${REPORT_32.en}; also the kind of cluster, the tenants aimed at, land kept for favoured firms`,
};

/** The papers; the legal status is asked only until decree 303. */
export function clusterDossier(where: Ground, { asksLegalStatus }: { readonly asksLegalStatus: boolean }) {
  return [
    item(
      "submission",
      {
        vi: "Tờ trình của UBND cấp xã (trước 01/7/2025: cấp huyện)",
        en: "Submission of the commune (before 01/7/2025: district)",
      },
      where,
    ),
    item(
      "letter",
      {
        vi: "Văn bản đề nghị làm chủ đầu tư, có cam kết (từ 01/10/2024: Mẫu 01 Phụ lục II Thông tư 14/2024/TT-BCT)",
        en: "The applicant's letter with its commitments (since 01/10/2024: form 01, annex II of circular 14/2024)",
      },
      where,
    ),
    item("investmentReport", asksLegalStatus ? REPORT_32 : REPORT_303, where),
    item("boundaryMap", { vi: "Bản đồ ranh giới cụm", en: "Map of the boundary" }, where),
    ...(asksLegalStatus
      ? [item("legalStatus", { vi: "Bản sao tư cách pháp lý", en: "Copy of the legal status" }, where)]
      : []),
    item(
      "finances",
      {
        vi: "Chứng minh năng lực tài chính, ít nhất một trong các tài liệu: báo cáo tài chính 2 năm gần nhất, cam kết hỗ trợ của công ty mẹ, cam kết của tổ chức tài chính, bảo lãnh, tài liệu khác",
        en: "Financial capacity, at least one of: statements of two years, support of the parent, commitment of a bank, guarantee, other",
      },
      where,
    ),
    item("experience", { vi: "Tài liệu về kinh nghiệm", en: "Evidence of experience" }, where),
    item(
      "other",
      { vi: "Giấy tờ khác liên quan", en: "Other papers" },
      ground(where.citation.statute, where.citation.article, where.mark),
      true,
    ),
  ];
}
