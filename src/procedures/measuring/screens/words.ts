/** The words of the page of figures of cases. */
import type { Messages } from "../../../web/language.tsx";

export const MEASURING_WORDS = {
  title: { vi: "Tình hình giải quyết thủ tục", en: "How procedures are handled" },
  lead: {
    vi: "Bao nhiêu hồ sơ đang giải quyết, quá hạn; đã giải quyết đúng hạn hay không, mất bao lâu. Mỗi số mở ra các hồ sơ làm nên nó.",
    en: "How many cases are under way and late; how many were decided in time, and how long it took. Every number opens into its cases.",
  },
  time: { vi: "Thời gian", en: "Time" },
  yearBack: { vi: "12 tháng qua", en: "Last 12 months" },
  thisYear: { vi: "Từ đầu năm", en: "This year so far" },
  yearBefore: { vi: "Năm trước", en: "The year before" },
  chosen: { vi: "Như chọn bên cạnh", en: "As chosen beside" },
  from: { vi: "Từ ngày", en: "From" },
  to: { vi: "Đến ngày", en: "To" },
  by: { vi: "Chia theo", en: "Divided by" },
  unit: { vi: "Đơn vị thụ lý", en: "Handling unit" },
  allUnits: { vi: "Tất cả", en: "All" },
  allProcedures: { vi: "Tất cả thủ tục", en: "All procedures" },
  none: {
    vi: "Chưa có hồ sơ nào cho nơi và ngày này. Chọn nơi khác hoặc ngày khác ở đầu trang.",
    en: "No case for this place and day. Choose another place or day above.",
  },
  open: { vi: "Đang giải quyết", en: "Under way" },
  late: { vi: "Quá hạn", en: "Late" },
  decided: { vi: "Đã giải quyết", en: "Decided" },
  onTime: { vi: "Đúng hạn", en: "In time" },
  median: { vi: "Một nửa xong trong (ngày)", en: "Half within (days)" },
  ninetieth: { vi: "90 % xong trong (ngày)", en: "90% within (days)" },
  paused: { vi: "Dừng tính (ngày)", en: "Paused (days)" },
  nothing: {
    vi: "–: không có hồ sơ nào để tính.",
    en: "–: there is no case to count.",
  },
  nothingKnown: {
    vi: "–: sổ không có hồ sơ nào để tính; chưa chắc là không có.",
    en: "–: the register has no case to count; there may be some.",
  },
  counted: {
    vi: "Số ngày tính theo lịch từ khi tiếp nhận đến khi ký, kể cả thời gian dừng; hồ sơ chưa xong, trả lại, rút không tính vào.",
    en: "Calendar days from receipt to the signed paper, pauses among them; cases not finished, given back or withdrawn are left out.",
  },
} as const satisfies Messages;
