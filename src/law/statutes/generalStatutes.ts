/** Statutes of counting time, days off, and papers. */
import { assemblyResolution, decree, law } from "./building.ts";

export const GENERAL_STATUTES = {
  civil2015: law(
    {
      number: "91/2015/QH13",
      about: { vi: "Dân sự", en: "Civil code" },
      ...{ from: "2017-01-01", mark: "L", dates: "U" },
    },
    "code",
  ),
  labour2019: law(
    {
      number: "45/2019/QH14",
      about: { vi: "Lao động", en: "Labour code" },
      ...{ from: "2021-01-01", mark: "L", dates: "U" },
    },
    "code",
  ),
  resolution28: assemblyResolution({
    number: "28/2026/QH16",
    about: { vi: "Ngày Văn hóa Việt Nam 24/11", en: "Vietnamese Culture Day, 24 November" },
    ...{ from: "2026-07-01", mark: "G" },
  }),
  decree118: decree({
    number: "118/2025/NĐ-CP",
    about: { vi: "Một cửa, một cửa liên thông", en: "One-stop shops" },
    ...{ from: "2025-07-01", mark: "Locr" },
    note: { vi: "chưa tìm được điều về tính thời hạn", en: "its articles about time limits were not found" },
  }),
} as const;
