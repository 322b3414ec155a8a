/** What the screens of letters say; what stands on paper comes with the letter. */
import type { Messages } from "../../../web/language.tsx";

export const LETTER_WORDS = {
  letters: { vi: "Văn bản gửi đi", en: "Letters" },
  none: { vi: "Chưa có văn bản nào để in.", en: "There is nothing to print yet." },
  open: { vi: "Mở để in", en: "Open to print" },
  notSent: { vi: "chưa gửi", en: "not sent yet" },
  noted: {
    vi: "Mỗi lần mở một văn bản là một lần xem phần kín và được ghi lại.",
    en: "To open one is to look at the sealed part; each look is noted.",
  },
  outside: {
    vi: "Chỉ đơn vị thụ lý và Hội đồng mở được văn bản của hồ sơ.",
    en: "Only the handling unit and the council open the letters of a case.",
  },
  print: { vi: "In, lưu PDF", en: "Print, save as PDF" },
  back: { vi: "Về trang hồ sơ", en: "Back to the case" },
  to: { vi: "Gửi người nộp", en: "To the applicant" },
  leaveBlank: { vi: "để trống", en: "left blank" },
  noApplicant: {
    vi: "Phần kín chưa có người nộp nào; tên để trống.",
    en: "No applicant is kept in the sealed part; the name is a blank.",
  },
  blanks: {
    vi: "Ô nền vàng là điều sổ không biết: bấm vào để điền trước khi in. Điều điền ở đây không lưu lại, và không sang bản Word; ở đó ô trống vẫn nền vàng.",
    en: "A yellow blank is what the register does not know: fill it in before printing. It is not kept, nor in the Word file, where blanks are yellow, too.",
  },
  layout: {
    vi: "Bố cục theo Nghị định 30/2020/NĐ-CP, Phụ lục I (đã đọc toàn văn).",
    en: "Layout of decree 30/2020, annex I (read in the full text).",
  },
  until: { vi: "Hẹn lại ngày trả kết quả", en: "The new day of the result" },
  untilHint: {
    vi: "Ngày làm việc, từ hôm nay trở đi. Thời hạn theo luật không đổi.",
    en: "A working day, today or later. The limit of the law stays as it is.",
  },
  reason: { vi: "Lý do chậm (lưu kín trong hồ sơ)", en: "Why it is late (sealed in the dossier)" },
  sent: { vi: "Ghi đã gửi phiếu xin lỗi", en: "Record that the apology was sent" },
  unchecked: {
    vi: "Cần đối chiếu bản gốc trước khi ký:",
    en: "To be compared with the original before signing:",
  },
  reading: {
    vi: "Bản gửi đi là bản tiếng Việt.",
    en: "An English reading. The letter that is sent is the Vietnamese one.",
  },
  blank: { vi: "Chỗ trống cần điền", en: "Blank to be filled in" },
  word: { vi: "Tải bản Word (.docx)", en: "Download for Word (.docx)" },
} as const satisfies Messages;
