/**
 * The years whose days off were announced, as far as the notices were read. Restated in our words; only the notices
 * themselves bind. A year that is missing here is computed (`computing.ts`) until an administrator enters its notice.
 */
import { addDays, plainDate } from "../../kernel/dates.ts";
import type { Mark } from "../marks.ts";
import type { CalendarYear, DayOff, Reason, WorkedDay } from "./vocabulary.ts";

type Source = { readonly paper: string; readonly mark: Mark };

function off(reason: Reason, from: string, to: string, { paper, mark }: Source): DayOff[] {
  const days: DayOff[] = [];
  for (let on = plainDate(from); on <= plainDate(to); on = addDays(on, 1)) {
    days.push({ on, reason, paper, mark, note: null });
  }
  return days;
}

const worked = (on: string, insteadOf: string, { paper, mark }: Source): WorkedDay => ({
  ...{ on: plainDate(on), insteadOf: plainDate(insteadOf), paper, mark },
});

const OF_2024 = { paper: "Thông báo 5015/TB-LĐTBXH", mark: "U" } as const;
const SWAP_2024 = { paper: "Thông báo 1570/TB-LĐTBXH", mark: "U" } as const;
const OF_2025 = { paper: "Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024", mark: "P" } as const;
const OF_2026 = { paper: "Thông báo 9441/TB-BNV ngày 16/10/2025", mark: "G" } as const;
const NATIONAL_DAY_2026 = { ...OF_2026, mark: "P" } as const;
const SWAP_2026 = { paper: "Văn bản 12729/VPCP-KGVX ngày 25/12/2025", mark: "G" } as const;
const SPRING_2026 = { paper: "Công văn 3383/BNV-CVL", mark: "P" } as const;
const CULTURE = { paper: "Nghị quyết 28/2026/QH16, Đ.2", mark: "G" } as const;

export const ANNOUNCED: readonly CalendarYear[] = [
  {
    year: 2024,
    status: "announced",
    daysOff: [
      ...off("newYear", "2024-01-01", "2024-01-01", OF_2024),
      ...off("tet", "2024-02-08", "2024-02-14", OF_2024),
      ...off("hungKings", "2024-04-18", "2024-04-18", OF_2024),
      ...off("swapped", "2024-04-29", "2024-04-29", SWAP_2024),
      ...off("reunification", "2024-04-30", "2024-04-30", OF_2024),
      ...off("labour", "2024-05-01", "2024-05-01", OF_2024),
      ...off("nationalDay", "2024-09-02", "2024-09-03", OF_2024),
    ],
    worked: [worked("2024-05-04", "2024-04-29", SWAP_2024)],
  },
  {
    year: 2025,
    status: "announced",
    daysOff: [
      ...off("newYear", "2025-01-01", "2025-01-01", OF_2025),
      ...off("tet", "2025-01-27", "2025-01-31", OF_2025),
      ...off("hungKings", "2025-04-07", "2025-04-07", OF_2025),
      ...off("reunification", "2025-04-30", "2025-04-30", OF_2025),
      ...off("labour", "2025-05-01", "2025-05-01", OF_2025),
      ...off("swapped", "2025-05-02", "2025-05-02", OF_2025),
      ...off("nationalDay", "2025-09-01", "2025-09-02", OF_2025),
    ],
    worked: [worked("2025-04-26", "2025-05-02", OF_2025)],
  },
  {
    year: 2026,
    status: "announced",
    daysOff: [
      ...off("newYear", "2026-01-01", "2026-01-01", SWAP_2026),
      ...off("swapped", "2026-01-02", "2026-01-02", SWAP_2026),
      ...off("tet", "2026-02-16", "2026-02-20", OF_2026),
      ...off("hungKings", "2026-04-26", "2026-04-26", SPRING_2026),
      ...off("inLieu", "2026-04-27", "2026-04-27", SPRING_2026),
      ...off("reunification", "2026-04-30", "2026-04-30", SPRING_2026),
      ...off("labour", "2026-05-01", "2026-05-01", SPRING_2026),
      ...off("swapped", "2026-08-31", "2026-08-31", NATIONAL_DAY_2026),
      ...off("nationalDay", "2026-09-01", "2026-09-02", NATIONAL_DAY_2026),
      ...off("cultureDay", "2026-11-24", "2026-11-24", CULTURE),
    ],
    worked: [
      worked("2026-01-10", "2026-01-02", SWAP_2026),
      worked("2026-08-22", "2026-08-31", NATIONAL_DAY_2026),
    ],
  },
];
