/** Every page that the search finds by name: those of the list on the left, and those that stand in none. Loaded with the search. */
import type { Sentence } from "../../kernel/problems.ts";
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
const ALSO: Readonly<Record<string, readonly Sentence[]>> = {
  "/inbox": [
    { vi: "Hộp việc", en: "Inbox" },
    { vi: "Việc đến hạn", en: "What is due" },
  ],
  "/board": [
    { vi: "Bảng việc", en: "Work by unit" },
    { vi: "Khối lượng theo cán bộ", en: "Load by officer" },
  ],
  "/foresight": [{ vi: "Dự báo", en: "Forecasts" }],
  "/cases": [{ vi: "Hồ sơ thủ tục", en: "Dossiers" }],
  "/tasks": [{ vi: "Giao việc", en: "Assignments" }],
  "/calendar": [{ vi: "Ngày nghỉ", en: "Holidays" }],
  "/clearance": [{ vi: "GPMB", en: "Compensation and resettlement" }],
  "/figures": [{ vi: "Chỉ tiêu", en: "Figures" }],
  "/organisations": [
    { vi: "Doanh nghiệp", en: "Enterprises" },
    { vi: "Chủ đầu tư", en: "Developers and investors" },
  ],
  "/imports": [{ vi: "Tải lên bảng tính", en: "Workbooks" }],
  "/look-up": [{ vi: "Số biên nhận", en: "Receipt" }],
};

const OTHERS: readonly FoundPage[] = [
  {
    ...{ path: "/procedures/figures", label: MEASURING_WORDS.title, action: "readInternal" },
    also: [
      { vi: "Chỉ tiêu hồ sơ", en: "Figures of cases" },
      { vi: "Số liệu hồ sơ", en: "Statistics of cases" },
    ],
  },
  { path: "/law", label: PROCEDURE_WORDS.law, also: [{ vi: "Luật", en: "Law" }] },
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
  also: [label],
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
