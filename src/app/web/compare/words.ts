/** What the comparison says. */
import type { Messages } from "../../../web/language.tsx";

export const COMPARE_WORDS = {
  compare: { vi: "So sánh", en: "Compare" },
  lead: {
    vi: "Hai ngày của một địa bàn, hoặc hai địa bàn: chỉ tiêu nào khác, khu nào mới có, khu nào đổi giai đoạn.",
    en: "Two days of a place, or two places: which figures differ, which zones came or changed stage.",
  },
  with: { vi: "Đặt cạnh", en: "Beside" },
  otherPlace: { vi: "Nơi", en: "Place" },
  otherDay: { vi: "Ngày", en: "Day" },
  swap: { vi: "Đổi bên", en: "Swap sides" },
  figures: { vi: "Chỉ tiêu", en: "Figures" },
  onlyDiffering: { vi: "Chỉ xem chỉ tiêu khác nhau", en: "Only figures that differ" },
  difference: { vi: "Chênh lệch", en: "Difference" },
  same: { vi: "như nhau", en: "the same" },
  unknown: { vi: "một bên chưa có số liệu", en: "one side has no figure" },
  unlike: {
    vi: "một bên tính từ bản ghi, một bên chỉ có tổng đã công bố",
    en: "one side is reckoned from records, the other a published total",
  },
  bounds: { vi: "cả hai bên chỉ biết là ít nhất", en: "both sides are only bounds" },
  noneDiffer: { vi: "Không chỉ tiêu nào khác nhau.", en: "No figure differs." },
  zones: { vi: "Khu và cụm", en: "Parks and clusters" },
  zone: { vi: "Tên", en: "Name" },
  noZones: { vi: "Không bên nào có khu, cụm.", en: "Neither side has a zone." },
  came: { vi: "Mới có trong sổ", en: "New on record" },
  went: { vi: "Không còn trong sổ", en: "No longer on record" },
  changed: { vi: "Đã đổi", en: "Changed" },
  unchanged: { vi: "Không đổi", en: "Unchanged" },
  notThere: { vi: "không có trong sổ", en: "not on record" },
  onlyFirst: { vi: "Chỉ ở bên trái", en: "Only on the left" },
  onlySecond: { vi: "Chỉ ở bên phải", en: "Only on the right" },
  both: { vi: "Ở cả hai bên", en: "On both sides" },
} as const satisfies Messages;
