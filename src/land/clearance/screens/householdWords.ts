/** What stands on the screen of households, in both languages. */
import type { Messages } from "../../../web/language.tsx";

export const HOUSEHOLD_WORDS = {
  households: { vi: "Hộ có đất thu hồi", en: "Households" },
  note: {
    vi: "Dữ liệu cá nhân: chỉ người được giao đợt này xem và ghi; mỗi lần xem đều được ghi lại.",
    en: "Personal data: only who handles this round sees and keeps them; every look is noted.",
  },
  show: { vi: "Xem danh sách hộ", en: "Show the households" },
  none: { vi: "Chưa ghi hộ nào.", en: "No household is recorded." },
  one: { vi: "Hộ", en: "Household" },
  hidden: { vi: "không được xem", en: "may not be seen" },
  erasedOne: { vi: "đã xoá", en: "erased" },
  add: { vi: "Ghi hộ", en: "Record a household" },
  alter: { vi: "Sửa", en: "Alter" },
  erase: { vi: "Xoá", en: "Erase" },
  eraseFollows: {
    vi: "Xoá hẳn dữ liệu của hộ này, chỉ còn số thứ tự; không lấy lại được.",
    en: "Erases all data of this household but its number; it can't be undone.",
  },
  save: { vi: "Ghi", en: "Save" },
  name: { vi: "Họ tên chủ hộ", en: "Name" },
  address: { vi: "Địa chỉ", en: "Address" },
  phone: { vi: "Điện thoại", en: "Telephone" },
  lot: { vi: "Thửa, tờ bản đồ", en: "Parcel" },
  area: { vi: "Diện tích thu hồi (m²)", en: "Land recovered (m²)" },
  amount: { vi: "Số tiền bồi thường (đồng)", en: "Compensation (đồng)" },
  step: { vi: "Đến bước", en: "Step" },
  objection: { vi: "Nội dung ý kiến, kiến nghị", en: "Objection" },
  wrongNumber: { vi: "Chỉ ghi chữ số, như 1200.", en: "Digits alone, such as 1200." },
  looks: { vi: "Ai đã xem, ghi, xoá", en: "Who looked, wrote, erased" },
  count: { vi: "hộ", en: "households" },
} as const satisfies Messages;
