/** Messages that every page uses. */
import type { Messages } from "./language.tsx";

export const WORDS = {
  withheld: { vi: "không hiển thị", en: "not shown" },
  noFigure: { vi: "chưa có số liệu", en: "no figure" },
  loading: { vi: "Đang tải…", en: "Loading…" },
  retry: { vi: "Thử lại", en: "Try again" },
  close: { vi: "Đóng", en: "Close" },
  openAsPage: { vi: "Mở thành trang", en: "Open as a page" },
  failed: { vi: "Chưa xem được", en: "This cannot be shown" },
  paper: { vi: "Văn bản", en: "Paper" },
  papers: { vi: "Văn bản", en: "Papers" },
  reportedTotal: { vi: "số đã công bố", en: "published total" },
  staleLegend: {
    vi: "văn bản mới nhất đã cũ so với ngày đang xem; chưa có tin mới hơn",
    en: "the newest paper is long before the chosen day; nothing newer is known",
  },
  downloadWorkbook: { vi: "Tải bảng tính", en: "Download a workbook" },
  makingFile: { vi: "Đang tạo tệp…", en: "Making the file…" },
  fileMade: { vi: "Đã tạo tệp, trình duyệt đang lưu", en: "The file is made; the browser saves it" },
  cancel: { vi: "Thôi", en: "Cancel" },
  copy: { vi: "Chép", en: "Copy" },
  copied: { vi: "Đã chép", en: "Copied" },
  all: { vi: "Tất cả", en: "All" },
  asOf: { vi: "Tính đến ngày", en: "As of" },
  narrow: { vi: "Lọc", en: "Narrow" },
  narrowed: { vi: "đang dùng", en: "in use" },
  noneOfIt: { vi: "Đã chọn (0)", en: "As chosen (0)" },
  pastDay: { vi: "Không phải hôm nay: đang xem ngày", en: "Not today: this is of" },
  pastDayMeans: {
    vi: "đã qua. Việc còn mở, đến hạn, quá hạn như vào ngày ấy. Hôm nay là {today}.",
    en: "which has passed. What was open, due and late on that day. Today is {today}.",
  },
  knownNow: { vi: "Theo những gì sổ biết đến nay.", en: "By what the register knows now." },
  futureDay: { vi: "Chưa tới: đang xem trước ngày", en: "Still to come: this looks ahead to" },
  futureDayMeans: {
    vi: "nếu từ nay không có việc nào được làm thêm. Hôm nay là {today}.",
    en: "if nothing more is done from now on. Today is {today}.",
  },
  toToday: { vi: "Về hôm nay", en: "Back to today" },
} as const satisfies Messages;
