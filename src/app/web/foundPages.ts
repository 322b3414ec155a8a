/** Every page that the search finds by name: those of the list on the left, and those that stand in none. Loaded with the search. */
import { DIFFERENCE_WORDS } from "../../land/leases/screens/differenceWords.ts";
import { ACCOUNT_WORDS } from "../../people/screens/accountWords.ts";
import { NEW_WORDS } from "../../procedures/cases/screens/words.ts";
import { MEASURING_WORDS } from "../../procedures/measuring/screens/words.ts";
import { PROCEDURE_WORDS } from "../../procedures/screens/words.ts";
import { TABLE_WORDS } from "../../recording/screens/tableWords.ts";
import { TASK_FORM_WORDS } from "../../recording/screens/taskWords.ts";
import type { FoundPage } from "../../search/screens/pages.ts";
import { ADMINISTRATION_PARTS } from "./administration.tsx";
import { COMPARE_WORDS } from "./compare/words.ts";
import { FIRST_PAGES, PAGE_GROUPS } from "./pages.ts";
import { APP_WORDS } from "./start.ts";

/** What else people call the pages of the list. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  "/inbox": ["Hộp việc", "Việc đến hạn", "Inbox", "What is due"],
  "/board": ["Bảng việc", "Khối lượng theo cán bộ", "Load by officer"],
  "/foresight": ["Dự báo", "Tiến độ", "Forecasts"],
  "/cases": ["Hồ sơ thủ tục", "Dossiers"],
  "/tasks": ["Giao việc"],
  "/calendar": ["Ngày nghỉ", "Holidays"],
  "/clearance": ["GPMB"],
  "/figures": ["Chỉ tiêu", "Figures"],
  "/organisations": ["Doanh nghiệp", "Chủ đầu tư", "Enterprises"],
  "/imports": ["Tải lên bảng tính", "Workbooks"],
  "/look-up": ["Số biên nhận", "Receipt"],
};

const OTHERS: readonly FoundPage[] = [
  {
    ...{ path: "/procedures/figures", label: MEASURING_WORDS.title, action: "readInternal" },
    also: ["Chỉ tiêu hồ sơ", "Số liệu hồ sơ", "Figures of cases"],
  },
  { path: "/law", label: PROCEDURE_WORDS.law, also: ["Luật", "Law"] },
  { path: "/cases/new", label: NEW_WORDS.title, action: "handleCases" },
  { path: "/record/tasks", label: TASK_FORM_WORDS.title, action: "record" },
  { path: "/record/table", label: TABLE_WORDS.title, action: "record" },
  { path: "/leases/differences", label: DIFFERENCE_WORDS.title, action: "readInternal" },
  { path: "/compare", label: COMPARE_WORDS.compare },
  { path: "/account", label: ACCOUNT_WORDS.own, action: "readInternal" },
];

/** The parts of administration, each told as one. */
const PARTS: readonly FoundPage[] = ADMINISTRATION_PARTS.map(({ label, ...part }) => ({
  ...part,
  label: {
    vi: `${APP_WORDS.administration.vi}: ${label.vi}`,
    en: `${APP_WORDS.administration.en}: ${label.en}`,
  },
  also: [label.vi, label.en],
}));

/** All of them. */
export const FOUND_PAGES: readonly FoundPage[] = [
  ...[...FIRST_PAGES, ...PAGE_GROUPS.flatMap((group) => group.pages)].map((page) => ({
    ...page,
    also: ALSO[page.path] ?? [],
  })),
  ...OTHERS,
  ...PARTS,
];
