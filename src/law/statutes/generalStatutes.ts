/** Statutes of counting time, days off, and papers. */
import { assemblyResolution, decree, law } from "./building.ts";

export const GENERAL_STATUTES = {
  civil2015: law(
    {
      number: "91/2015/QH13",
      about: { vi: "Dân sự", en: "Civil Code" },
      ...{ from: "2017-01-01", mark: "L", dates: "U" },
    },
    "code",
  ),
  labour2019: law(
    {
      number: "45/2019/QH14",
      about: { vi: "Lao động", en: "Labour Code" },
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
    note: {
      vi: "thay Nghị định 61/2018 và 107/2021; chưa tìm được điều về tính thời hạn",
      en: "took the place of decrees 61/2018 and 107/2021; its articles about time limits were not found",
    },
  }),
  decree367: decree({
    number: "367/2025/NĐ-CP",
    about: { vi: "Sửa đổi Nghị định 118/2025/NĐ-CP", en: "Amends decree 118/2025" },
    ...{ passed: "2025-12-31", from: null, amends: ["decree118"], mark: "Locr", dates: "U" },
    note: {
      vi: "chưa biết ngày có hiệu lực; Đ.1.9 bị bãi bỏ từ 01/7/2026 (Nghị định 224/2026, Đ.89.3)",
      en: "its first day is not known; article 1.9 was dropped from 01/7/2026 (decree 224/2026, article 89.3)",
    },
  }),
  decree224: decree({
    number: "224/2026/NĐ-CP",
    about: {
      vi: "Sửa đổi một số nghị định về một cửa, đầu tư công",
      en: "Amends decrees on one-stop shops and public investment",
    },
    ...{ from: "2026-07-01", amends: ["decree118", "decree367"], mark: "Locr" },
    note: { vi: "chỉ đọc Đ.89", en: "only article 89 was read" },
  }),
} as const;
