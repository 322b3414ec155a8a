/** What the screens of reminders say. */
import type { Messages } from "../../web/language.tsx";

export const REMINDER_WORDS = {
  notices: { vi: "Thông báo", en: "Notices" },
  lead: {
    vi: "Việc mới giao, sắp đến hạn, đến hạn hôm nay và quá hạn của anh/chị; mỗi điều báo một lần.",
    en: "What was handed to you, is due soon, due today or late; each is told once.",
  },
  none: { vi: "Chưa có thông báo nào.", en: "There are no notices yet." },
  unread: { vi: "chưa đọc", en: "unread" },
  readAll: { vi: "Đánh dấu đã đọc hết", en: "Mark all as read" },
  due: { vi: "hạn", en: "due" },
  step: { vi: "bước", en: "step" },
  how: { vi: "Nhắc việc", en: "Reminders" },
  howMore: {
    vi: "Nhắc khi việc được giao, sắp đến hạn, đến hạn hôm nay và quá hạn; thư gửi một lần mỗi sáng làm việc.",
    en: "When something is handed to you, due soon, due today or late; mail comes once each working morning.",
  },
  noMail: {
    vi: "Máy chủ này chưa đặt máy chủ thư, nên chỉ nhắc trong trang.",
    en: "This server has no mail server set up, so reminders stand in the page alone.",
  },
  noAddress: {
    vi: "Tài khoản chưa có địa chỉ thư điện tử; người quản trị ghi được.",
    en: "The account has no e-mail address; an administrator can add it.",
  },
  saved: { vi: "Đã lưu.", en: "Saved." },
  mail: { vi: "Thư điện tử", en: "E-mail" },
  off: {
    vi: "Chưa gửi thư: chưa đặt KHU_SMTP_URL và KHU_MAIL_FROM. Nhắc việc chỉ hiện trong trang.",
    en: "No mail is sent: KHU_SMTP_URL and KHU_MAIL_FROM are not set. Reminders stand in the page alone.",
  },
  on: { vi: "Gửi thư qua", en: "Mail goes through" },
  from: { vi: "từ địa chỉ", en: "from" },
  waiting: { vi: "Đang chờ gửi", en: "Waiting" },
  sent: { vi: "Đã gửi", en: "Sent" },
  failed: { vi: "Không gửi được", en: "Given up" },
  doubtful: { vi: "Có thể đến hai lần", en: "May have come twice" },
  problem: { vi: "Lỗi gần nhất", en: "Last problem" },
} as const satisfies Messages;
