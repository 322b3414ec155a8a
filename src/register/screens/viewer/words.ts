/** What the viewer of copies says. */
import type { Messages } from "../../../web/language.tsx";

export const VIEWER_WORDS = {
  copy: { vi: "Bản chụp", en: "Copy" },
  toCopy: { vi: "Xem bản chụp", en: "See the copy" },
  download: { vi: "Tải tệp về", en: "Download the file" },
  notShown: {
    vi: "Loại tệp này không xem được tại đây; tải về để mở.",
    en: "This kind of file can't be shown here; download it to open it.",
  },
  unreadable: {
    vi: "Tệp này hỏng hoặc có mật khẩu, không mở được tại đây; tải về để xem.",
    en: "This file is damaged or has a password and can't be opened here; download it to see it.",
  },
  tools: { vi: "Lật trang và phóng to", en: "Turn and enlarge" },
  page: { vi: "Trang", en: "Page" },
  of: { vi: "trên", en: "of" },
  previous: { vi: "Trang trước", en: "Previous page" },
  next: { vi: "Trang sau", en: "Next page" },
  smaller: { vi: "Thu nhỏ", en: "Smaller" },
  larger: { vi: "Phóng to", en: "Larger" },
  fit: { vi: "Vừa khung", en: "Fit" },
  keys: {
    vi: "Phím: ← → lật trang, + − phóng to thu nhỏ, 0 vừa khung",
    en: "Keys: ← → turn, + − enlarge and reduce, 0 fits",
  },
} as const satisfies Messages;
