/** What the page of units says. */
import type { Messages } from "../../web/language.tsx";

export const UNIT_WORDS = {
  units: { vi: "Đơn vị", en: "Units" },
  lead: {
    vi: "Phòng, đơn vị của cơ quan và người làm việc ở đó. Ai từng ở đơn vị nào, từ ngày nào, được giữ lại.",
    en: "The rooms and units of the office and who works there. Who worked where since when is kept.",
  },
  none: { vi: "Chưa có đơn vị nào.", en: "There are no units yet." },
  make: { vi: "Lập đơn vị", en: "Make the unit" },
  newUnit: { vi: "Đơn vị mới", en: "New unit" },
  name: { vi: "Tên", en: "Name" },
  parent: { vi: "Thuộc đơn vị", en: "Part of" },
  top: { vi: "không thuộc đơn vị nào", en: "no other" },
  members: { vi: "Người", en: "People" },
  nobody: { vi: "Chưa có ai.", en: "Nobody yet." },
  since: { vi: "từ", en: "since" },
  add: { vi: "Thêm vào đơn vị", en: "Add to the unit" },
  account: { vi: "Tài khoản", en: "Account" },
  choose: { vi: "chọn", en: "choose" },
  leave: { vi: "Rời đơn vị", en: "Leaves the unit" },
  leaveFollows: {
    vi: "Từ hôm nay không còn ở đơn vị này; việc đã giao vẫn ở người đó.",
    en: "From today no longer in this unit; what was handed over stays with the person.",
  },
  end: { vi: "Ngừng đơn vị", en: "End the unit" },
  endFollows: { vi: "Đơn vị không nhận người, việc mới.", en: "The unit takes nobody and nothing new." },
  reopen: { vi: "Mở lại", en: "Open again" },
  ended: { vi: "đã ngừng", en: "ended" },
} as const satisfies Messages;
