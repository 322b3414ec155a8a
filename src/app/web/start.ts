/** Where a reader begins, the days that are offered as buttons, and what the frame says. */
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { type PlainDate, plainDate } from "../../kernel/dates.ts";
import { plainDateText } from "../../register/vocabulary.ts";
import { get } from "../../web/api.ts";
import type { Messages } from "../../web/language.tsx";
import type { Beginning } from "../../web/view.tsx";

/** What the server says of itself; `home` is the code of the place that is meant where none is named. */
export const health = z.object({
  status: z.string(),
  version: z.string(),
  register: z.enum(["real", "sample"]),
  home: z.string(),
  today: plainDateText,
});
export type Health = z.infer<typeof health>;

/** The server's word on itself; asked once, before anything else. */
export function useHealth(): UseQueryResult<Health, Error> {
  return useQuery({
    queryKey: ["/api/health"],
    queryFn: ({ signal }) => get(health, "/api/health", signal),
    staleTime: 600_000,
  });
}

type MarkedDay = { readonly label: string; readonly day: PlainDate };
/** The first cluster with a founding decision, the month of the first published totals, the merger. */
const REAL_DAYS: readonly MarkedDay[] = [
  { label: "10/2020", day: plainDate("2020-10-31") },
  { label: "11/2023", day: plainDate("2023-11-30") },
  { label: "7/2025", day: plainDate("2025-07-31") },
];

/** Days offered as buttons, before today: those of the real province; invented data has none of its own. */
export function markedDays(of: Pick<Health, "register">): readonly MarkedDay[] {
  return of.register === "real" ? REAL_DAYS : [];
}

/** Where a reader begins: the home province, on the day of which its first papers speak; invented data begins today. */
export function startOf(of: Health): Beginning {
  const asOf = of.register === "real" ? plainDate("2023-11-30") : of.today;
  return { place: of.home, asOf, today: of.today, workOf };
}

/** Pages of the work at hand: they begin today, wherever in time the register was looked at. */
export function workOf(pathname: string): "asked" | "today" | null {
  if (["/cases", "/inbox", "/board", "/tasks"].includes(pathname)) return "asked";
  return /^\/(cases\/|tasks\/|notices$)/u.test(pathname) ? "today" : null;
}

export const APP_WORDS = {
  product: { vi: "Khu", en: "Khu" },
  subtitle: { vi: "Sổ khu, cụm công nghiệp", en: "Parks and clusters" },
  skip: { vi: "Đến nội dung", en: "Skip to content" },
  pages: { vi: "Các trang", en: "Pages" },
  menu: { vi: "Mục", en: "Menu" },
  controls: { vi: "Nơi và ngày", en: "Place and day" },
  place: { vi: "Nơi", en: "Place" },
  noPlace: { vi: "Không có nơi nào tên hay mã như vậy", en: "No place has this name or code" },
  openPlaces: { vi: "Mở danh sách nơi", en: "Open the list of places" },
  day: { vi: "Đến ngày", en: "As of" },
  today: { vi: "Hôm nay", en: "Today" },
  noSuchDay: {
    vi: "Không có ngày này. Ghi như 30/11/2023, 11/2023 hoặc 2023.",
    en: "There is no such day. Write 30/11/2023, 11/2023 or 2023.",
  },
  markedDays: { vi: "Các mốc", en: "Marked days" },
  language: { vi: "Ngôn ngữ", en: "Language" },
  light: { vi: "Nền sáng", en: "Light" },
  dark: { vi: "Nền tối", en: "Dark" },
  sample: { vi: "Mẫu – dữ liệu bịa để thử", en: "Sample – invented data to try things out" },
  knownAt: { vi: "Đang xem theo hồ sơ có đến", en: "Shown as it was known at" },
  knownNow: { vi: "Về hồ sơ hiện nay", en: "Back to what is known now" },
  administration: { vi: "Quản trị", en: "Administration" },
  accounts: { vi: "Tài khoản", en: "Accounts" },
  units: { vi: "Đơn vị", en: "Units" },
  mail: { vi: "Thư điện tử", en: "E-mail" },
  settings: { vi: "Thiết lập", en: "Settings" },
  verification: { vi: "Kiểm tra sổ", en: "Verification" },
  wrongDay: { vi: "Địa chỉ ghi một ngày không có", en: "The address holds a day that does not exist" },
  showing: { vi: "đang xem ngày", en: "showing" },
  until: { vi: "đến", en: "until" },
  fromDay: { vi: "từ", en: "from" },
  within: { vi: "nay thuộc", en: "now in" },
  ended: {
    vi: "số liệu tính trên địa bàn cũ của đơn vị này",
    en: "numbers are for the territory that this unit had",
  },
  notYet: { vi: "đơn vị này chưa có vào ngày đã chọn", en: "this unit did not exist yet on the chosen day" },
  updated: { vi: "Đã cập nhật", en: "Updated" },
  loading: { vi: "Đang tải", en: "Loading" },
  printed: { vi: "in ngày", en: "printed on" },
  proof: { vi: "Căn cứ của con số", en: "Proof of the number" },
  notFound: { vi: "Không có trang này", en: "There is no such page" },
  notFoundLead: {
    vi: "Địa chỉ có thể đã chép thiếu. Chọn một mục trong danh sách bên.",
    en: "The address may be incomplete. Choose a page from the list.",
  },
} as const satisfies Messages;
