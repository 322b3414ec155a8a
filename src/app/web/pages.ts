/** The pages in the list on the left, by the business, in the order of the house, and who may open each. Pure. */
import type { Sentence } from "../../kernel/problems.ts";
import type { Opening } from "../../people/permissions.ts";

export type NavPage = Opening & { readonly path: string; readonly label: Sentence };

/** What an officer opens most; above the groups. */
export const FIRST_PAGES: readonly NavPage[] = [
  { path: "/inbox", label: { vi: "Việc của tôi", en: "My work" }, action: "readInternal" },
  { path: "/notices", label: { vi: "Thông báo", en: "Notices" }, action: "readInternal" },
  { path: "/record", label: { vi: "Ghi nhận", en: "Record" }, action: "record" },
  { path: "/", label: { vi: "Tổng quan", en: "Overview" } },
];

export type NavGroup = {
  readonly key: string;
  readonly label: Sentence;
  readonly pages: readonly NavPage[];
};

export const PAGE_GROUPS: readonly NavGroup[] = [
  {
    key: "land",
    label: { vi: "Khu, cụm và đất đai", en: "Zones and land" },
    pages: [
      { path: "/zones", label: { vi: "Khu và cụm", en: "Parks and clusters" } },
      { path: "/map", label: { vi: "Bản đồ", en: "Map" } },
      { path: "/clearance", label: { vi: "Giải phóng mặt bằng", en: "Site clearance" } },
      { path: "/leases", label: { vi: "Thuê đất", en: "Leases" } },
    ],
  },
  {
    key: "procedures",
    label: { vi: "Thủ tục và công việc", en: "Procedures and work" },
    pages: [
      { path: "/cases", label: { vi: "Hồ sơ", en: "Cases" }, action: "readInternal" },
      { path: "/tasks", label: { vi: "Nhiệm vụ", en: "Tasks" }, action: "readInternal" },
      { path: "/board", label: { vi: "Bảng theo dõi", en: "Board" }, action: "readInternal" },
      {
        path: "/foresight",
        label: { vi: "Tiến độ và dự báo", en: "Progress and forecasts" },
        action: "readInternal",
      },
      { path: "/look-up", label: { vi: "Tra cứu hồ sơ", en: "Look up a dossier" }, unless: "readInternal" },
      { path: "/procedures", label: { vi: "Thủ tục", en: "Procedures" } },
      { path: "/calendar", label: { vi: "Lịch làm việc", en: "Working calendar" } },
    ],
  },
  {
    key: "investment",
    label: { vi: "Đầu tư và doanh nghiệp", en: "Capital and enterprises" },
    pages: [
      { path: "/figures", label: { vi: "Vốn và chỉ tiêu", en: "Capital and figures" } },
      { path: "/organisations", label: { vi: "Tổ chức", en: "Organisations" } },
      { path: "/programme", label: { vi: "Chương trình", en: "Programme" } },
    ],
  },
  {
    key: "register",
    label: { vi: "Sổ và văn bản", en: "Register and papers" },
    pages: [
      { path: "/documents", label: { vi: "Văn bản", en: "Papers" } },
      { path: "/claims", label: { vi: "Số đã công bố", en: "Published claims" } },
      { path: "/places", label: { vi: "Địa bàn", en: "Places" } },
      { path: "/history", label: { vi: "Lịch sử ghi", en: "History" }, action: "readHistory" },
      { path: "/proposals", label: { vi: "Đề nghị chờ duyệt", en: "Proposals" }, action: "readProposals" },
      { path: "/imports", label: { vi: "Nhập dữ liệu", en: "Import" }, action: "import", wholly: true },
    ],
  },
];

/** Whether a page is the shown one, or the shown one lies beneath it. */
export function isAt(path: string, pathname: string): boolean {
  return pathname === path || (path !== "/" && pathname.startsWith(`${path}/`));
}

/** So many pages of groups are seen at once on a low screen, beside the names of all groups. */
const AT_ONCE = 13;

/** The groups that are open where nobody has chosen: that of the shown page, then from the first on those that fit. */
export function fittingGroups(groups: readonly NavGroup[], pathname: string): readonly string[] {
  const holds = (group: NavGroup) => group.pages.some(({ path }) => isAt(path, pathname));
  let left = AT_ONCE;
  const open: string[] = [];
  for (const { key, pages } of [...groups.filter(holds), ...groups.filter((g) => !holds(g))]) {
    if (pages.length > left && open.length > 0) continue;
    left -= pages.length;
    open.push(key);
  }
  return open;
}
