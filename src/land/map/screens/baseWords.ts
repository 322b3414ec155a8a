/** What the settings say of the base map. */
import type { Messages } from "../../../web/language.tsx";

export const BASE_WORDS = {
  title: { vi: "Bản đồ nền", en: "Base map" },
  lead: {
    vi: "Không có bản đồ nền thì không trang nào hỏi máy chủ khác. Bản đồ nền được dùng sau khi người quản trị xác nhận bằng lời rằng nó thể hiện đúng chủ quyền; ai xác nhận, khi nào được ghi vào sổ.",
    en: "Without a base map no page asks another server. One is used after an administrator has confirmed in words how it shows the country; who confirmed it and when is recorded.",
  },
  none: { vi: "Chưa dùng bản đồ nền nào.", en: "No base map is in use." },
  confirmed: { vi: "xác nhận", en: "confirmed" },
  choose: { vi: "Chọn bản đồ nền", en: "Choose a base map" },
  remove: { vi: "Thôi dùng bản đồ nền", en: "Stop using the base map" },
  url: { vi: "Địa chỉ ảnh bản đồ", en: "Address of the map pictures" },
  urlHint: { vi: "Có {z}, {x}, {y}", en: "With {z}, {x}, {y}" },
  attribution: { vi: "Ghi nguồn", en: "Attribution" },
  type: { vi: "Xem bản đồ đó, rồi gõ đúng câu:", en: "Look at that map, then type exactly:" },
  confirmation: { vi: "Câu xác nhận", en: "Confirmation" },
  save: { vi: "Xác nhận và dùng", en: "Confirm and use" },
} as const satisfies Messages;
