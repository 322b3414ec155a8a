/** What is said where a decision departs from what the council came to. */
import type { Messages } from "../../../web/language.tsx";

export const DEPARTURE_WORDS = {
  title: {
    vi: "Quyết định khác với kết quả của Hội đồng",
    en: "The decision departs from what the council came to",
  },
  reason: {
    vi: "Lý do vẫn ghi theo quyết định (lưu kín)",
    en: "Why it is recorded as the decision says (sealed)",
  },
  record: { vi: "Ghi quyết định kèm lý do", en: "Record the decision with the reason" },
  developer: {
    vi: "Chủ đầu tư mà quyết định nêu (chỉ để so với kết quả của Hội đồng)",
    en: "Developer whom the decision names (only to compare with the council)",
  },
  other: { vi: "Hội đồng chọn nhà đầu tư khác", en: "The council chose another" },
  nobody: { vi: "Không nhà đầu tư nào đạt 50 điểm", en: "Nobody came to 50 points" },
  tie: { vi: "Bằng điểm, Chủ tịch Hội đồng chưa đề nghị", en: "A tie without a proposal of the chair" },
  unfinished: { vi: "Phiếu chấm chưa đủ", en: "Sheets were missing" },
  unscored: { vi: "Không có phiếu chấm nào", en: "There was no sheet" },
  unnamed: {
    vi: "Nội dung ghi không nêu chủ đầu tư",
    en: "What was recorded names no developer",
  },
  chosen: { vi: "Hội đồng chọn", en: "Chosen by the council" },
  named: { vi: "Quyết định nêu", en: "Named by the decision" },
} as const satisfies Messages;
