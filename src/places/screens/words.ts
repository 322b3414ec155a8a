/** What the screens of places say. */
import type { Messages } from "../../web/language.tsx";

export const PLACE_WORDS = {
  places: { vi: "Địa bàn", en: "Places" },
  lead: {
    vi: "Đơn vị hành chính của ngày đang xem. Mỗi đơn vị có một đời riêng: mã có thể đã thuộc về đơn vị khác trước hoặc sau đó.",
    en: "Administrative units on the chosen day. Each has one life: its code may have been another unit's before or after.",
  },
  find: { vi: "Tìm theo tên hoặc mã, cả tên cũ", en: "Find by name or code, old names too" },
  noneFound: { vi: "Không có đơn vị nào tên hay mã như vậy.", en: "No unit has this name or code." },
  noneOnDay: {
    vi: "Sổ chưa có đơn vị hành chính nào cho ngày này.",
    en: "The register has no administrative unit for this day.",
  },
  open: { vi: "Mở", en: "Open" },
  under: { vi: "đơn vị trực thuộc", en: "units under it" },
  code: { vi: "Mã", en: "Code" },
  level: { vi: "Cấp", en: "Level" },
  life: { vi: "Thời gian", en: "Days" },
  always: {
    vi: "không có ngày bắt đầu hay kết thúc nào trong sổ",
    en: "no beginning and no end on record",
  },
  since: { vi: "từ", en: "from" },
  until: { vi: "đến", en: "until" },
  endedBy: { vi: "hết trước ngày", en: "ended before" },
  otherNames: { vi: "Tên khác", en: "Other names" },
  partOf: { vi: "Trực thuộc", en: "Part of" },
  notThen: {
    vi: "Đơn vị này không có vào ngày đang xem; dưới đây là ngày gần nhất mà nó còn.",
    en: "This unit did not exist on the chosen day; below is the nearest day on which it did.",
  },
  became: { vi: "Đã thành", en: "What it became" },
  unproved: {
    vi: "Không danh mục nào cho biết địa bàn này nay thuộc đơn vị nào.",
    en: "No list tells which unit this ground belongs to now.",
  },
  cameFrom: { vi: "Hình thành từ", en: "What it was made of" },
  contains: { vi: "Đơn vị trực thuộc", en: "Units in it" },
  zones: { vi: "Khu và cụm trên địa bàn", en: "Parks and clusters in it" },
  ask: { vi: "Hỏi số liệu của địa bàn này", en: "Ask the numbers of this place" },
  whole: { vi: "toàn bộ", en: "the whole" },
  part: { vi: "một phần", en: "a part" },
  byName: { vi: "chỉ khớp theo tên", en: "joined by name alone" },
  sameCode: { vi: "giữ nguyên mã", en: "with the same code" },
} as const satisfies Messages;
