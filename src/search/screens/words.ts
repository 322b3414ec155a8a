/** What the screens of searching say. */
import type { Messages } from "../../web/language.tsx";

export const SEARCH_WORDS = {
  search: { vi: "Tìm", en: "Search" },
  dialog: { vi: "Tìm trong sổ", en: "Search the register" },
  hint: {
    vi: "Tên khu, cụm; số văn bản; số lô, hợp đồng; địa bàn; tên trang",
    en: "Zone, number of a paper, plot or lease, place, page",
  },
  lead: {
    vi: "Gõ có dấu hay không dấu đều được. Tên cũ và mã cũng tìm được: cụm công nghiệp, xã đã sáp nhập, số quyết định.",
    en: "With or without accents. Old names and codes are found, too: zones, merged communes, numbers of decisions.",
  },
  keys: { vi: "↑ ↓ chọn, Enter mở, Esc đóng", en: "↑ ↓ choose, Enter opens, Esc closes" },
  page: { vi: "Trang", en: "Pages" },
  none: {
    vi: "Không tìm thấy gì. Thử ít chữ hơn, hoặc số của văn bản.",
    en: "Nothing is found. Try fewer words, or the number of a paper.",
  },
  alsoCalled: { vi: "cũng gọi là", en: "also called" },
  results: { vi: "Kết quả", en: "Results" },
  close: { vi: "Đóng", en: "Close" },
} as const satisfies Messages;
