/** Statutes of clusters and parks, of who does what in two tiers, and of assets that the State built. */
import { circular, decree, governmentResolution, primeDecision } from "./building.ts";

export const ZONE_STATUTES = {
  decision105: primeDecision({
    number: "105/2009/QĐ-TTg",
    about: { vi: "Quy chế quản lý cụm công nghiệp", en: "Regulation of industrial clusters" },
    ...{ from: null, mark: "U" },
    note: {
      vi: "chưa đọc toàn văn; chỉ dẫn khi nói về cụm hình thành trước quyết định này",
      en: "not read; named only for clusters that are older than it",
    },
  }),
  decree32: decree({
    number: "32/2024/NĐ-CP",
    about: {
      vi: "Quản lý, phát triển cụm công nghiệp",
      en: "Management and development of industrial clusters",
    },
    ...{ from: "2024-05-01", mark: "L" },
  }),
  decree303: decree({
    number: "303/2026/NĐ-CP",
    about: {
      vi: "Sửa đổi Nghị định 32/2024/NĐ-CP về cụm công nghiệp",
      en: "Amends decree 32/2024 on industrial clusters",
    },
    ...{ passed: "2026-08-01", from: "2026-09-15", amends: ["decree32"], mark: "P" },
    note: {
      vi: "chưa đối chiếu bản gốc, nên không dẫn số điều khoản; khác với Nghị định 303/2025",
      en: "not compared with the original, so no clause is cited; not to be confused with decree 303/2025",
    },
  }),
  decree139: decree({
    number: "139/2025/NĐ-CP",
    about: {
      vi: "Phân định thẩm quyền của chính quyền địa phương hai cấp trong công nghiệp và thương mại",
      en: "Competences in industry and trade under local government in two tiers",
    },
    ...{ from: "2025-07-01", to: "2027-03-01", sunset: true, amends: ["decree32"], mark: "L" },
  }),
  decree140: decree({
    number: "140/2025/NĐ-CP",
    about: {
      vi: "Phân định thẩm quyền của chính quyền địa phương hai cấp",
      en: "Competences under local government in two tiers",
    },
    ...{ from: "2025-07-01", to: "2027-03-01", sunset: true, mark: "P" },
  }),
  decree144: decree({
    number: "144/2025/NĐ-CP",
    about: {
      vi: "Phân định thẩm quyền của chính quyền địa phương hai cấp",
      en: "Competences under local government in two tiers",
    },
    ...{ from: "2025-07-01", to: "2027-03-01", sunset: true, mark: "P" },
  }),
  circular14: circular("industry", {
    number: "14/2024/TT-BCT",
    about: { vi: "Biểu mẫu về cụm công nghiệp", en: "Forms about industrial clusters" },
    ...{ from: "2024-10-01", mark: "L" },
  }),
  circular38: circular("industry", {
    number: "38/2025/TT-BCT",
    about: {
      vi: "Sửa đổi các thông tư của ngành, trong đó Thông tư 14/2024/TT-BCT",
      en: "Amends circulars of the trade, among them circular 14/2024",
    },
    ...{ from: "2025-07-01", amends: ["circular14"], mark: "L" },
    note: {
      vi: "với Thông tư 14/2024/TT-BCT chỉ thay tên cơ quan, đơn vị",
      en: "in circular 14/2024 it only changes names of agencies and units",
    },
  }),
  decree35: decree({
    number: "35/2022/NĐ-CP",
    about: { vi: "Quản lý khu công nghiệp và khu kinh tế", en: "Industrial parks and economic zones" },
    ...{ from: "2022-07-15", mark: "G", dates: "U" },
    note: {
      vi: "đã được các Nghị định 70/2023, 129/2025, 178/2025 sửa đổi; nghị định thay thế đang soạn thảo",
      en: "amended by decrees 70/2023, 129/2025 and 178/2025; a decree that takes its place is being drafted",
    },
  }),
  decree20: decree({
    number: "20/2026/NĐ-CP",
    about: {
      vi: "Đất dành cho doanh nghiệp ưu tiên, hoàn tiền giảm giá thuê lại trong khu, cụm",
      en: "Land kept for favoured firms, and refunds of reduced sub-lease rent in zones",
    },
    ...{ from: null, mark: "Locr", dates: "U" },
    note: {
      vi: "chưa biết ngày có hiệu lực, nên chưa tính thời hạn hoàn tiền (Đ.5)",
      en: "its first day is not known, so the times of its refund (article 5) are not counted",
    },
  }),
  resolution6625: governmentResolution({
    number: "66.25/2026/NQ-CP",
    about: {
      vi: "Chuyển quản lý nhà nước về khu công nghiệp từ Bộ Tài chính sang Bộ Công Thương",
      en: "Moves the state management of parks from the Ministry of Finance to that of Industry and Trade",
    },
    ...{ passed: "2026-09-04", from: "2026-09-15", to: "2027-03-01", sunset: true, mark: "P" },
  }),
  decree178of2026: decree({
    number: "178/2026/NĐ-CP",
    about: {
      vi: "Tài sản kết cấu hạ tầng do Nhà nước đầu tư",
      en: "Infrastructure assets built by the State",
    },
    ...{ from: "2026-07-06", mark: "P" },
  }),
} as const;
