/** What the screens of checks say. */
import type { Messages } from "../../../web/language.tsx";

export const CHECK_WORDS = {
  title: { vi: "Có cần làm không?", en: "Is it needed?" },
  lead: {
    vi: "Chọn khu, cụm, dự án hoặc lô đất: câu trả lời lấy từ sổ theo ngày đang xem, mỗi số mở ra bản ghi làm nên nó.",
    en: "Choose a zone, a project or a plot: the answers come from the register on the day shown, and each number opens into its records.",
  },
  subject: { vi: "Đối tượng", en: "Subject" },
  choose: { vi: "Chọn…", en: "Choose…" },
  none: { vi: "Chưa chọn", en: "None chosen" },
  zone: { vi: "Khu, cụm", en: "Zone" },
  project: { vi: "Dự án", en: "Project" },
  plot: { vi: "Lô đất", en: "Plot" },
  findProject: { vi: "Tìm dự án theo tên", en: "Find a project by name" },
  findPlot: { vi: "Tìm lô theo số lô, tên khu, cụm", en: "Find a plot by its number or zone" },
  noneFound: { vi: "Không tìm thấy.", en: "Nothing found." },
  more: { vi: "Điều sổ chưa ghi, nếu biết", en: "What the register does not hold, if you know it" },
  check: { vi: "Kiểm tra lại", en: "Check again" },
  yes: { vi: "Có", en: "Yes" },
  no: { vi: "Không", en: "No" },
  unknown: { vi: "Chưa biết", en: "Not known" },
  noRules: {
    vi: "Chưa có điều kiện nào được mã hoá cho thủ tục này vào ngày này.",
    en: "No condition of this procedure is coded for this day.",
  },
  noNumber: { vi: "chưa có số liệu", en: "not known" },
  failing: {
    vi: "Có điều kiện không đạt theo sổ. Vẫn tiếp nhận được hồ sơ; hãy xem lại trước khi ghi.",
    en: "By the register a condition does not hold. The dossier can still be received; look again first.",
  },
  notNeeded: {
    vi: "Theo sổ, có thể không phải làm thủ tục này.",
    en: "By the register this procedure may not be needed.",
  },
  conditions: { vi: "Các điều kiện", en: "The conditions" },
  rest: { vi: "Các điều kiện khác", en: "The other conditions" },
  whole: { vi: "Xem đủ các điều kiện, nhập thêm", en: "See all conditions and give more" },
  which: { vi: "Chọn thủ tục", en: "Choose a procedure" },
  procedures: { vi: "Thủ tục, hồ sơ", en: "Procedures and cases" },
  openCase: { vi: "Mở hồ sơ", en: "Open a case" },
  noCases: { vi: "Đến nay chưa có hồ sơ nào.", en: "There is no case until today." },
  other: { vi: "chưa biết hoặc không phải làm", en: "not known or not needed" },
  m3PerDay: { vi: "m³/ngày", en: "m³/day" },
  m3PerHour: { vi: "m³/giờ", en: "m³/hour" },
  ha: { vi: "ha", en: "ha" },
  billion: { vi: "tỷ đồng", en: "billion đồng" },
} as const satisfies Messages;
