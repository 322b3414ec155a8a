/** What the chart of plan and course says. */
import type { Messages } from "../../web/language.tsx";

export const SCHEDULE_WORDS = {
  title: { vi: "Kế hoạch và thực tế", en: "Planned and actual" },
  print: { vi: "In hoặc lưu PDF", en: "Print or save as PDF" },
  chart: { vi: "Biểu đồ kế hoạch và thực tế", en: "Chart of planned and actual" },
  table: { vi: "Nội dung biểu đồ", en: "What the chart shows" },
  none: {
    vi: "Đến ngày này chưa văn bản nào nói về tiến trình hay kế hoạch.",
    en: "By this day no paper tells of a course or a plan.",
  },
  reading: {
    vi: "Thanh đặc: theo văn bản. Nét đứt: từ đó chưa có tin mới hơn. Đầu mờ: có thể bắt đầu sớm hơn. Viền: kế hoạch, mốc dự kiến. Gạch chéo: chưa rõ.",
    en: "Filled: told by papers. Dashed: nothing newer is known since. Faded start: it may have begun earlier. Outlined: planned, expected. Hatched: not known.",
  },
  unknown: { vi: "chưa rõ", en: "not known" },
  notTold: { vi: "Chưa rõ:", en: "Not known:" },
  toldUntil: { vi: "theo tài liệu đến", en: "told until" },
  state: { vi: "Thực tế", en: "Actual" },
  schedule: { vi: "Tiến độ theo quyết định", en: "Schedule of the decision" },
  term: { vi: "Thời hạn theo quyết định", en: "Term of the decision" },
  expected: { vi: "Mốc dự kiến", en: "Expected" },
  handedOver: { vi: "Bàn giao đất thực địa", en: "Land handed over" },
  forecast: { vi: "Dự báo", en: "Forecast" },
  forecastReading: {
    vi: "Chấm nhỏ: dự báo, từ ngày có khả năng 50 % đến ngày có khả năng 90 %; nội bộ.",
    en: "Dotted: forecast, from the day of 50% to that of 90%; internal.",
  },
  months: { vi: "tháng", en: "months" },
  until: { vi: "đến", en: "until" },
  course: { vi: "Tiến trình", en: "Course" },
  what: { vi: "Loại", en: "Kind" },
  content: { vi: "Nội dung", en: "Content" },
  from: { vi: "Bắt đầu", en: "Begun" },
  to: { vi: "Đến", en: "To" },
  paper: { vi: "Văn bản", en: "Paper" },
  back: { vi: "Về trang của khu, cụm", en: "Back to the zone" },
} as const satisfies Messages;
