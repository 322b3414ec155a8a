/** Statutes of investment and of tenders. */
import { decree, law } from "./building.ts";

export const INVESTMENT_STATUTES = {
  investment2020: law({
    number: "61/2020/QH14",
    about: { vi: "Đầu tư", en: "Investment" },
    ...{ from: "2021-01-01", to: "2026-03-01", mark: "L", dates: "U" },
  }),
  decree31: decree({
    number: "31/2021/NĐ-CP",
    about: { vi: "Hướng dẫn Luật Đầu tư 2020", en: "Details of the Law on Investment 2020" },
    ...{ from: "2021-03-26", to: "2026-03-01", mark: "L", dates: "U" },
  }),
  law57: law({
    number: "57/2024/QH15",
    about: { vi: "Sửa đổi các luật, trong đó Luật Đấu thầu", en: "Amends laws, among them that on bidding" },
    ...{ from: null, amends: ["bidding2023"], mark: "U" },
    note: {
      vi: "chưa đọc, chưa biết ngày có hiệu lực trong tài liệu",
      en: "not read; its first day is not in the papers",
    },
  }),
  law90: law({
    number: "90/2025/QH15",
    about: {
      vi: "Sửa đổi các luật về đấu thầu, đầu tư và một số luật khác",
      en: "Amends the laws on bidding, investment and some others",
    },
    ...{ from: "2025-07-01", amends: ["bidding2023", "investment2020"], mark: "G" },
  }),
  investment2025: law({
    number: "143/2025/QH15",
    about: { vi: "Đầu tư", en: "Investment" },
    ...{ passed: "2025-12-11", from: "2026-03-01", replaces: ["investment2020"], mark: "L" },
  }),
  decree96: decree({
    number: "96/2026/NĐ-CP",
    about: { vi: "Hướng dẫn Luật Đầu tư 2025", en: "Details of the Law on Investment 2025" },
    ...{ passed: "2026-03-31", from: "2026-03-31", replaces: ["decree31"], mark: "Locr" },
  }),
  bidding2023: law({
    number: "22/2023/QH15",
    about: { vi: "Đấu thầu", en: "Bidding" },
    ...{ from: "2024-01-01", mark: "L", dates: "U" },
  }),
  decree214: decree({
    number: "214/2025/NĐ-CP",
    about: { vi: "Hướng dẫn lựa chọn nhà thầu", en: "Details of contractor selection" },
    ...{ from: "2025-08-04", mark: "P" },
  }),
  decree349: decree({
    number: "349/2026/NĐ-CP",
    about: { vi: "Hạn mức chỉ định thầu", en: "Limits of direct appointment" },
    ...{ passed: "2026-09-09", from: null, mark: "P" },
    note: { vi: "chưa biết ngày có hiệu lực", en: "its first day is not known" },
  }),
  decree274: decree({
    number: "274/2026/NĐ-CP",
    about: { vi: "Lựa chọn nhà đầu tư", en: "Choosing investors by tender" },
    ...{ passed: "2026-07-07", from: "2026-08-21", mark: "Locr" },
  }),
} as const;
