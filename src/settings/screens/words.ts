/** What the page of settings says. */
import type { Messages } from "../../web/language.tsx";

export const SETTINGS_WORDS = {
  settings: { vi: "Thiết lập", en: "Settings" },
  lead: {
    vi: "Các mức sổ dùng để đối chiếu số liệu, tính thời hạn, nhắc việc, dự báo. Đổi ở đây thì mọi trang theo ngay; hỏi theo hồ sơ có đến một ngày trước thì vẫn theo thiết lập của ngày ấy.",
    en: "By what the register compares numbers, counts limits, reminds and foretells. A change shows on every page at once; what was known on an earlier day is still judged by the settings of that day.",
  },
  present: { vi: "Đang dùng", en: "In use" },
  usual: { vi: "mặc định", en: "usually" },
  range: { vi: "đổi được từ", en: "can be set from" },
  to: { vi: "đến", en: "to" },
  unchanged: { vi: "chưa ai đổi", en: "never changed" },
  since: { vi: "từ", en: "since" },
  change: { vi: "Đổi", en: "Change" },
  value: { vi: "Giá trị mới", en: "New value" },
  why: { vi: "Lý do", en: "Reason" },
  whyHint: {
    vi: "Ghi vào lịch sử, không xóa được. Không ghi tên hay thông tin riêng của ai.",
    en: "Stands in the history for good. Name nobody in it.",
  },
  save: { vi: "Đổi thiết lập", en: "Change the setting" },
  changes: { vi: "Các lần đổi", en: "Changes" },
  noChanges: { vi: "Chưa ai đổi thiết lập nào.", en: "Nobody has changed a setting yet." },
  setting: { vi: "Thiết lập", en: "Setting" },
  was: { vi: "Trước", en: "Before" },
  became: { vi: "Sau", en: "After" },
  by: { vi: "Người đổi", en: "By" },
  at: { vi: "Lúc", en: "At" },
  changing: { vi: "Đang ghi vào sổ", en: "Recording" },
} as const satisfies Messages;
