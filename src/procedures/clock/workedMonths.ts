/** Worked deadlines in months and years, also counted back from an end. */
import { plainDate } from "../../kernel/dates.ts";
import { limitOf } from "./vocabulary.ts";
import { happened, type WorkedDeadline } from "./worked.ts";

export const WORKED_MONTHS: readonly WorkedDeadline[] = [
  {
    title: { vi: "Thông báo thu hồi đất còn hiệu lực 12 tháng", en: "A recovery notice holds for 12 months" },
    limit: limitOf({
      unit: "month",
      count: 12,
      rollsForward: false,
      article: "Luật Đất đai 31/2024/QH15, Đ.85.5",
      mark: "L",
    }),
    events: happened(["start", "2025-03-10"]),
    dueOn: plainDate("2026-03-10"),
  },
  {
    title: {
      vi: "Một tháng từ 31/01: tháng Hai không có ngày 31",
      en: "One month from 31/01: February has no 31st",
    },
    limit: limitOf({ unit: "month", count: 1, article: "Bộ luật Dân sự 91/2015/QH13, Đ.148", mark: "L" }),
    events: happened(["start", "2026-01-31"]),
    dueOn: plainDate("2026-03-02"),
  },
  {
    title: {
      vi: "Sáu tháng từ 31/8, tính từ ngày đầu, không cộng dồn từng tháng",
      en: "Six months from 31/8, from the beginning, not month by month",
    },
    limit: limitOf({ unit: "month", count: 6, article: "Nghị định 96/2026/NĐ-CP, Đ.70.3b", mark: "Locr" }),
    events: happened(["start", "2026-08-31"]),
    dueOn: plainDate("2027-03-01"),
  },
  {
    title: { vi: "Một năm từ 29/02/2024", en: "One year from 29/02/2024" },
    limit: limitOf({ unit: "year", count: 1, article: "Bộ luật Dân sự 91/2015/QH13, Đ.148", mark: "L" }),
    events: happened(["start", "2024-02-29"]),
    dueOn: plainDate("2025-02-28"),
  },
  {
    title: { vi: "Ba tháng từ 30/11/2025", en: "Three months from 30/11/2025" },
    limit: limitOf({ unit: "month", count: 3, article: "Bộ luật Dân sự 91/2015/QH13, Đ.148", mark: "L" }),
    events: happened(["start", "2025-11-30"]),
    dueOn: plainDate("2026-03-02"),
  },
  {
    title: { vi: "Giãn tiến độ dự án tối đa 24 tháng", en: "A schedule is extended by 24 months at most" },
    limit: limitOf({ unit: "month", count: 24, article: "Luật Đầu tư 143/2025/QH15, Đ.33.4", mark: "L" }),
    events: happened(["start", "2026-03-15"]),
    dueOn: plainDate("2028-03-15"),
  },
  {
    title: {
      vi: "Tiến độ 36 tháng từ ngày ký quyết định",
      en: "A schedule of 36 months from the day of the decision",
    },
    limit: limitOf({
      unit: "month",
      count: 36,
      article: "Quyết định 1868/QĐ-UBND ngày 16/10/2020",
      mark: "G",
    }),
    events: happened(["start", "2020-10-16"]),
    dueOn: plainDate("2023-10-16"),
  },
  {
    title: {
      vi: "Hai tháng từ 31/12/2026, ngày cuối là Chủ nhật",
      en: "Two months from 31/12/2026, the last day is a Sunday",
    },
    limit: limitOf({ unit: "month", count: 2, article: "Bộ luật Dân sự 91/2015/QH13, Đ.148", mark: "L" }),
    events: happened(["start", "2026-12-31"]),
    dueOn: plainDate("2027-03-01"),
  },
  {
    title: { vi: "Một tháng từ 30/10/2026", en: "One month from 30/10/2026" },
    limit: limitOf({ unit: "month", count: 1, article: "Bộ luật Dân sự 91/2015/QH13, Đ.148", mark: "L" }),
    events: happened(["start", "2026-10-30"]),
    dueOn: plainDate("2026-11-30"),
  },
  {
    title: {
      vi: "Chủ dự án sửa báo cáo ĐTM trong 12 tháng",
      en: "The owner edits the environmental report within 12 months",
    },
    limit: limitOf({ unit: "month", count: 12, article: "Nghị định 08/2022/NĐ-CP, Đ.27.1", mark: "G" }),
    events: happened(["start", "2026-06-30"]),
    dueOn: plainDate("2027-06-30"),
  },
  {
    title: {
      vi: "Xin cấp lại giấy phép môi trường trước khi hết hạn 6 tháng",
      en: "A permit is renewed 6 months before it ends",
    },
    limit: limitOf({
      unit: "month",
      count: 6,
      direction: "back",
      article: "Nghị quyết 66.19/2026/NQ-CP, Phụ lục IX A.III",
      mark: "L",
    }),
    events: happened(["start", "2027-08-31"]),
    dueOn: plainDate("2027-02-28"),
  },
  {
    title: {
      vi: "Xin gia hạn thời hạn hoạt động trước ít nhất 12 tháng",
      en: "A term is extended at least 12 months before it ends",
    },
    limit: limitOf({
      unit: "month",
      count: 12,
      direction: "back",
      article: "Nghị định 96/2026/NĐ-CP, Đ.64.3",
      mark: "Locr",
    }),
    events: happened(["start", "2028-06-15"]),
    dueOn: plainDate("2027-06-15"),
  },
  {
    title: {
      vi: "Chi trả bồi thường trong 30 ngày, ngày cuối là Chủ nhật",
      en: "Compensation paid within 30 days, the last of them a Sunday",
    },
    limit: limitOf({
      ...{ unit: "calendar", count: 30, supplement: "ignored" },
      ...{ article: "Luật Đất đai 31/2024/QH15, Đ.94.3", mark: "L" },
    }),
    events: happened(["start", "2026-05-01"]),
    dueOn: plainDate("2026-06-01"),
  },
];
