/** Statutes of land, planning, construction and environment. */
import { assemblyResolution, circular, decree, governmentResolution, law } from "./building.ts";

export const LAND_STATUTES = {
  land2024: law({
    number: "31/2024/QH15",
    about: { vi: "Đất đai", en: "Land" },
    ...{ from: "2024-08-01", mark: "L" },
  }),
  decree88: decree({
    number: "88/2024/NĐ-CP",
    about: { vi: "Bồi thường, hỗ trợ, tái định cư", en: "Compensation, support, resettlement" },
    ...{ from: "2024-08-01", mark: "L", dates: "U" },
  }),
  decree102: decree({
    number: "102/2024/NĐ-CP",
    about: { vi: "Hướng dẫn Luật Đất đai", en: "Details of the Land Law" },
    ...{ from: "2024-08-01", mark: "U" },
  }),
  decree151: decree({
    number: "151/2025/NĐ-CP",
    about: { vi: "Thẩm quyền hai cấp trong đất đai", en: "Competences over land in two tiers" },
    ...{ from: "2025-07-01", mark: "L" },
    note: {
      vi: "phần lớn thủ tục ở Phụ lục I hết hiệu lực từ 31/01/2026 (Nghị định 49/2026, Đ.16.3e)",
      en: "most procedures of its annex I ended on 31/01/2026 (decree 49/2026, article 16.3e)",
    },
  }),
  resolution254: assemblyResolution({
    number: "254/2025/QH15",
    about: { vi: "Tháo gỡ vướng mắc Luật Đất đai", en: "Removes obstacles of the Land Law" },
    ...{ passed: "2025-12-11", from: "2026-01-01", amends: ["land2024"], mark: "L" },
  }),
  decree49: decree({
    number: "49/2026/NĐ-CP",
    about: { vi: "Hướng dẫn Nghị quyết 254/2025/QH15", en: "Details of resolution 254/2025" },
    ...{ passed: "2026-01-31", from: "2026-01-31", amends: ["decree102", "decree151"], mark: "Locr" },
  }),
  planning2024: law({
    number: "47/2024/QH15",
    about: { vi: "Quy hoạch đô thị và nông thôn", en: "Urban and rural planning" },
    ...{ from: "2025-07-01", mark: "U" },
  }),
  decree178of2025: decree({
    number: "178/2025/NĐ-CP",
    about: { vi: "Quy hoạch đô thị và nông thôn", en: "Urban and rural planning" },
    ...{ from: "2025-07-01", mark: "L", dates: "U" },
  }),
  construction2025: law({
    number: "135/2025/QH15",
    about: { vi: "Xây dựng", en: "Construction" },
    ...{ from: "2026-07-01", mark: "L" },
  }),
  decree217: decree({
    number: "217/2026/NĐ-CP",
    about: {
      vi: "Thẩm định dự án, giấy phép xây dựng",
      en: "Appraisal of projects and construction permits",
    },
    ...{ from: "2026-07-01", mark: "Locr" },
  }),
  environment2020: law({
    number: "72/2020/QH14",
    about: { vi: "Bảo vệ môi trường", en: "Environmental protection" },
    ...{ from: "2022-01-01", mark: "L", dates: "U" },
  }),
  decree8: decree({
    number: "08/2022/NĐ-CP",
    about: { vi: "Hướng dẫn Luật Bảo vệ môi trường", en: "Details of the Law on Environmental Protection" },
    ...{ from: "2022-01-10", mark: "G", dates: "U" },
  }),
  law146: law({
    number: "146/2025/QH15",
    about: {
      vi: "Sửa đổi các luật, trong đó Luật Bảo vệ môi trường",
      en: "Amends laws, among them that on environmental protection",
    },
    ...{ from: "2026-01-01", amends: ["environment2020"], mark: "G" },
  }),
  circular9: circular("environment", {
    number: "09/2026/TT-BNNMT",
    about: { vi: "Thời hạn, biểu mẫu về môi trường", en: "Times and forms about the environment" },
    ...{ passed: "2026-01-29", from: "2026-01-29", mark: "G" },
    note: { vi: "chưa đọc số ngày", en: "its numbers of days were not read" },
  }),
  decree48: decree({
    number: "48/2026/NĐ-CP",
    about: { vi: "Sửa đổi các nghị định về môi trường", en: "Amends decrees about the environment" },
    ...{ from: "2026-01-29", amends: ["decree8"], mark: "P" },
  }),
  resolution6619: governmentResolution({
    number: "66.19/2026/NQ-CP",
    about: {
      vi: "Cắt giảm thủ tục, trong đó thủ tục môi trường",
      en: "Cuts procedures, among them those of the environment",
    },
    ...{ passed: "2026-05-18", from: "2026-05-18", to: "2027-03-01", sunset: true, mark: "L" },
    note: { vi: "một số nội dung áp dụng từ 01/7/2026", en: "some of it applies from 01/7/2026" },
  }),
} as const;
