/** What the page of a project says. */
import type { Messages } from "../../web/language.tsx";

export const PROJECT_WORDS = {
  project: { vi: "Dự án đầu tư", en: "Investment project" },
  status: { vi: "Tình trạng", en: "State" },
  investor: { vi: "Nhà đầu tư", en: "Investor" },
  capital: { vi: "Vốn đăng ký", en: "Registered capital" },
  zone: { vi: "Thuộc khu, cụm", en: "Zone" },
  notKnown: { vi: "chưa có số liệu", en: "not known" },
  facts: { vi: "Thông tin", en: "Facts" },
  fact: { vi: "Nội dung", en: "Fact" },
  value: { vi: "Giá trị", en: "Value" },
  paper: { vi: "Văn bản", en: "Paper" },
  onlySays: { vi: "theo báo cáo", en: "as reported" },
  hidden: {
    vi: "Có thông tin theo văn bản không được xem:",
    en: "On papers that you may not read:",
  },
  periods: { vi: "Các thời kỳ", en: "Periods" },
  time: { vi: "Thời gian", en: "Time" },
  from: { vi: "từ", en: "from" },
} as const satisfies Messages;
