/** What the form of the decision says. */
import type { Messages } from "../../../web/language.tsx";

export const DECISION_WORDS = {
  title: { vi: "Ghi quyết định đã ký", en: "Record the signed decision" },
  lead: {
    vi: "Quyết định kết thúc hồ sơ và ghi vào sổ trong cùng một lần. Người nộp không được chọn vẫn nằm trong phần kín.",
    en: "The decision ends the case and changes the register in one act. Who was not chosen stays sealed.",
  },
  outcome: { vi: "Kết quả", en: "Outcome" },
  name: { vi: "Tên cụm công nghiệp", en: "Name of the cluster" },
  area: { vi: "Diện tích (ha)", en: "Area (ha)" },
  developer: { vi: "Chủ đầu tư hạ tầng theo quyết định", en: "Developer by the decision" },
  investment: { vi: "Tổng mức đầu tư (tỷ đồng)", en: "Total investment (billion đồng)" },
  record: { vi: "Ghi quyết định vào sổ", en: "Record the decision" },
  needsPaper: {
    vi: "Cần số, ngày, cơ quan ký và trích yếu của quyết định.",
    en: "The paper of the decision is needed.",
  },
  needsPlace: { vi: "Cần chọn địa bàn của cụm.", en: "The places of the cluster are needed." },
} as const satisfies Messages;
