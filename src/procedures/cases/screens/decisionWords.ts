/** What the form of the decision says. */
import type { Messages } from "../../../web/language.tsx";

export const DECISION_WORDS = {
  title: { vi: "Ghi quyết định đã ký", en: "Record the signed decision" },
  lead: {
    vi: "Quyết định kết thúc hồ sơ và ghi vào sổ trong cùng một lần. Người nộp không được chọn vẫn nằm trong phần kín.",
    en: "The decision ends the case and changes the register in one act. Who was not chosen stays sealed.",
  },
  outcome: { vi: "Kết quả", en: "Outcome" },
  changes: {
    vi: "Ghi luôn nội dung quyết định vào sổ",
    en: "Record what the decision changes, too",
  },
  into: { vi: "Ghi vào:", en: "Recorded of:" },
  name: { vi: "Tên cụm công nghiệp", en: "Name of the cluster" },
  parkName: { vi: "Tên khu công nghiệp", en: "Name of the park" },
  projectName: { vi: "Tên dự án theo quyết định", en: "Name of the project" },
  area: { vi: "Diện tích (ha)", en: "Area (ha)" },
  industrialLand: { vi: "Đất công nghiệp theo quy hoạch (ha)", en: "Industrial land of the plan (ha)" },
  developer: { vi: "Chủ đầu tư hạ tầng theo quyết định", en: "Developer by the decision" },
  totalInvestment: { vi: "Tổng mức đầu tư (tỷ đồng)", en: "Total investment (billion đồng)" },
  investor: { vi: "Nhà đầu tư theo văn bản", en: "Investor by the paper" },
  registeredCapital: { vi: "Vốn đăng ký (tỷ đồng)", en: "Registered capital (billion đồng)" },
  land: { vi: "Diện tích đất của dự án (ha)", en: "Land of the project (ha)" },
  tenant: {
    vi: "Tổ chức thuê đất (bỏ trống nếu là hộ, cá nhân)",
    en: "Organisation that leases (empty for households and persons)",
  },
  leased: { vi: "Diện tích thuê (ha)", en: "Area leased (ha)" },
  until: { vi: "Thuê đến hết ngày", en: "Leased until" },
  record: { vi: "Ghi quyết định vào sổ", en: "Record the decision" },
  needsPaper: {
    vi: "Cần số, ngày, cơ quan ký và trích yếu của quyết định.",
    en: "The paper of the decision is needed.",
  },
  needsPlace: { vi: "Cần chọn địa bàn.", en: "The places are needed." },
} as const satisfies Messages;
