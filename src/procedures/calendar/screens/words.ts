/** What the page of the working calendar says. */
import type { Messages } from "../../../web/language.tsx";

export const CALENDAR_WORDS = {
  title: { vi: "Lịch làm việc", en: "Working calendar" },
  lead: {
    vi: "Ngày nghỉ, ngày làm bù của cơ quan nhà nước, mỗi ngày kèm văn bản. Mọi thời hạn tính theo lịch này.",
    en: "Days off and worked weekend days of state offices, each with its paper. Every time limit is counted by them.",
  },
  year: { vi: "Năm", en: "Year" },
  before: { vi: "Năm trước", en: "Year before" },
  after: { vi: "Năm sau", en: "Year after" },
  workingDays: { vi: "ngày làm việc", en: "working days" },
  months: { vi: "Mười hai tháng", en: "Twelve months" },
  off: { vi: "nghỉ", en: "off" },
  worked: { vi: "làm bù", en: "worked" },
  today: { vi: "hôm nay", en: "today" },
  weekly: { vi: "nghỉ hằng tuần", en: "weekly day off" },
  list: { vi: "Ngày nghỉ, ngày làm bù", en: "Days off and worked days" },
  day: { vi: "Ngày", en: "Day" },
  why: { vi: "Vì sao", en: "Why" },
  paper: { vi: "Văn bản", en: "Paper" },
  checked: { vi: "Đã đối chiếu", en: "Checked" },
  insteadOf: { vi: "thay cho", en: "instead of" },
  subscribe: { vi: "Đăng ký vào lịch của bạn (ICS)", en: "Subscribe in your calendar (ICS)" },
  change: { vi: "Sửa lịch năm này", en: "Change this year" },
  changes: { vi: "Các lần sửa", en: "Changes" },
  at: { vi: "Lúc", en: "At" },
  by: { vi: "Người sửa", en: "By" },
  reason: { vi: "Lý do sửa", en: "Reason" },
  reasonHint: {
    vi: "Ghi vào lịch sử, không xóa được. Không ghi tên hay thông tin riêng của ai.",
    en: "Stands in the history for good. Name nobody in it.",
  },
  newDay: { vi: "Thêm một ngày", en: "Add a day" },
  kind: { vi: "Loại ngày", en: "Kind of day" },
  workedDay: { vi: "làm bù (thứ Bảy, Chủ nhật)", en: "worked (Saturday, Sunday)" },
  workedFor: { vi: "Làm bù cho ngày", en: "Worked instead of" },
  workedForHint: { vi: "Để trống nếu văn bản không nêu.", en: "Leave empty where the paper does not say." },
  add: { vi: "Thêm vào bản sửa", en: "Add to the draft" },
  remove: { vi: "Bỏ", en: "Remove" },
  draft: { vi: "Bản sửa", en: "Draft" },
  preview: { vi: "Sẽ đổi", en: "Will change" },
  nothing: { vi: "Chưa đổi ngày nào.", en: "No day is changed yet." },
  save: { vi: "Ghi lịch", en: "Record the calendar" },
  saving: { vi: "Đang ghi vào sổ", en: "Recording" },
} as const satisfies Messages;

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** Heads of the days of a week, Monday first. */
export const WEEK = {
  vi: ["T2", "T3", "T4", "T5", "T6", "T7", "CN"],
  en: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
} as const;
