/** What the table says. */
import type { Messages } from "../../web/language.tsx";

export const TABLE_WORDS = {
  title: { vi: "Ghi nhiều khu, cụm trong một bảng", en: "Record several zones in a table" },
  lead: {
    vi: "Một văn bản, một ngày hiệu lực cho mọi ô. Ô để trống thì giữ nguyên. Ghi được tất cả, hoặc không ghi gì.",
    en: "One paper and one effective date for every cell. A blank cell changes nothing. All of it is recorded, or nothing.",
  },
  zones: { vi: "2. Khu, cụm", en: "2. Zones" },
  attributes: { vi: "3. Nội dung", en: "3. Attributes" },
  cells: { vi: "4. Giá trị mới", en: "4. New values" },
  preview: { vi: "5. Xem trước rồi ghi", en: "5. Preview, then record" },
  grid: { vi: "Bảng giá trị mới", en: "Table of new values" },
  zone: { vi: "Khu, cụm", en: "Zone" },
  all: { vi: "Chọn tất cả", en: "Choose all" },
  none: { vi: "Bỏ chọn tất cả", en: "Choose none" },
  chosen: { vi: "đã chọn", en: "chosen" },
  noZones: {
    vi: "Ở nơi đang xem không có khu, cụm nào. Chọn nơi khác ở trên.",
    en: "There is no zone in this place. Choose another above.",
  },
  chooseBoth: {
    vi: "Chọn khu, cụm và nội dung ở trên; bảng hiện ở đây.",
    en: "Choose zones and attributes above; the table shows here.",
  },
  how: {
    vi: "Dán từ bảng tính: chép khối ô, bấm vào ô đầu rồi Ctrl V. Mũi tên lên, xuống và Enter đi theo cột; Tab sang ô bên.",
    en: "From a spreadsheet: copy a block, click the first cell, then Ctrl V. Arrows and Enter go along a column; Tab to the next cell.",
  },
  now: { vi: "đang là", en: "is now" },
  unknown: { vi: "chưa rõ", en: "not known" },
  pasted: { vi: "ô đã dán", en: "cells pasted" },
  outside: {
    vi: "Nằm ngoài bảng nên chưa vào ô nào:",
    en: "Outside the table, in no cell:",
  },
  undo: { vi: "Hoàn tác lần dán", en: "Undo the paste" },
  wrong: { vi: "Ô chưa đọc được", en: "Cells that can't be read" },
  elsewhere: { vi: "Ngoài phạm vi của tài khoản này:", en: "Outside the area of this account:" },
} as const satisfies Messages;
