/** Worked deadlines in working and calendar days: holidays, Tết of four years, swapped days, last days that roll. */
import { plainDate } from "../../kernel/dates.ts";
import { limitOf } from "./vocabulary.ts";
import { happened, type WorkedDeadline } from "./worked.ts";

export const WORKED_DAYS: readonly WorkedDeadline[] = [
  {
    title: {
      vi: "UBND cấp xã thông báo tiếp nhận hồ sơ, tuần thường",
      en: "The commune gives notice that dossiers are received, an ordinary week",
    },
    limit: limitOf({ unit: "working", count: 5, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2026-09-10"]),
    dueOn: plainDate("2026-09-17"),
  },
  {
    title: {
      vi: "UBND tỉnh quyết định, không vướng ngày lễ nào",
      en: "The province decides, no holiday in between",
    },
    limit: limitOf({ unit: "working", count: 5, article: "Nghị định 303/2026/NĐ-CP", mark: "P" }),
    events: happened(["start", "2026-11-16"]),
    dueOn: plainDate("2026-11-23"),
  },
  {
    title: {
      vi: "Sở Công Thương thẩm định thành lập cụm, qua ngày 24/11",
      en: "The department appraises a cluster, across 24/11",
    },
    limit: limitOf({ unit: "working", count: 20, article: "Nghị định 303/2026/NĐ-CP", mark: "P" }),
    events: happened(["start", "2026-11-16"]),
    dueOn: plainDate("2026-12-15"),
  },
  {
    title: { vi: "Một ngày làm việc, ngay trước ngày 24/11", en: "One working day, right before 24/11" },
    limit: limitOf({ unit: "working", count: 1, article: "Nghị định 303/2026/NĐ-CP", mark: "P" }),
    events: happened(["start", "2026-11-23"]),
    dueOn: plainDate("2026-11-25"),
  },
  {
    title: { vi: "Hồ sơ đến đúng ngày nghỉ 24/11", en: "A dossier that comes on the holiday of 24/11" },
    limit: limitOf({ unit: "working", count: 2, article: "Nghị định 303/2026/NĐ-CP", mark: "P" }),
    events: happened(["start", "2026-11-24"]),
    dueOn: plainDate("2026-11-26"),
  },
  {
    title: { vi: "UBND tỉnh quyết định theo Nghị định 32", en: "The province decides by decree 32" },
    limit: limitOf({ unit: "working", count: 7, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2026-06-01"]),
    dueOn: plainDate("2026-06-10"),
  },
  {
    title: { vi: "Quyết định ngay trước Tết 2025", en: "A decision right before Tết 2025" },
    limit: limitOf({ unit: "working", count: 7, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2025-01-20"]),
    dueOn: plainDate("2025-02-05"),
  },
  {
    title: {
      vi: "Nhận hồ sơ ngày làm việc cuối trước Tết 2025",
      en: "Received on the last working day before Tết 2025",
    },
    limit: limitOf({ unit: "working", count: 5, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2025-01-24"]),
    dueOn: plainDate("2025-02-07"),
  },
  {
    title: { vi: "Quyết định vắt qua Tết 2026", en: "A decision across Tết 2026" },
    limit: limitOf({ unit: "working", count: 7, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2026-02-09"]),
    dueOn: plainDate("2026-02-25"),
  },
  {
    title: {
      vi: "Nhận hồ sơ ngày làm việc cuối trước Tết 2026",
      en: "Received on the last working day before Tết 2026",
    },
    limit: limitOf({ unit: "working", count: 3, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2026-02-13"]),
    dueOn: plainDate("2026-02-25"),
  },
  {
    title: {
      vi: "Quyết định vắt qua Tết 2027, lịch chưa công bố",
      en: "A decision across Tết 2027, not announced yet",
    },
    limit: limitOf({ unit: "working", count: 5, article: "Nghị định 303/2026/NĐ-CP", mark: "P" }),
    events: happened(["start", "2027-02-01"]),
    dueOn: plainDate("2027-02-15"),
  },
  {
    title: { vi: "Hai ngày làm việc ngay trước Tết 2027", en: "Two working days right before Tết 2027" },
    limit: limitOf({ unit: "working", count: 2, article: "Nghị định 303/2026/NĐ-CP", mark: "P" }),
    events: happened(["start", "2027-02-04"]),
    dueOn: plainDate("2027-02-15"),
  },
  {
    title: { vi: "Hai ngày làm việc ngay trước Tết 2024", en: "Two working days right before Tết 2024" },
    limit: limitOf({ unit: "working", count: 2, article: "Luật Đầu tư 61/2020/QH14, Đ.36", mark: "L" }),
    events: happened(["start", "2024-02-07"]),
    dueOn: plainDate("2024-02-16"),
  },
  {
    title: { vi: "Tính cả thứ Bảy làm bù 26/4/2025", en: "The worked Saturday 26/4/2025 counts" },
    limit: limitOf({ unit: "working", count: 5, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2025-04-24"]),
    dueOn: plainDate("2025-05-05"),
  },
  {
    title: { vi: "Hạn rơi đúng thứ Bảy làm bù 26/4/2025", en: "Due on the worked Saturday 26/4/2025" },
    limit: limitOf({ unit: "working", count: 1, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2025-04-25"]),
    dueOn: plainDate("2025-04-26"),
  },
  {
    title: {
      vi: "Nghỉ hoán đổi 02/01/2026, làm bù 10/01/2026",
      en: "Off on 02/01/2026, worked on 10/01/2026",
    },
    limit: limitOf({ unit: "working", count: 7, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2025-12-31"]),
    dueOn: plainDate("2026-01-12"),
  },
  {
    title: { vi: "Hạn rơi đúng thứ Bảy làm bù 10/01/2026", en: "Due on the worked Saturday 10/01/2026" },
    limit: limitOf({ unit: "working", count: 2, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2026-01-08"]),
    dueOn: plainDate("2026-01-10"),
  },
  {
    title: {
      vi: "Quốc khánh 2026, tính cả thứ Bảy làm bù 22/8",
      en: "National Day 2026, the worked Saturday 22/8 counts",
    },
    limit: limitOf({ unit: "working", count: 8, article: "Nghị định 96/2026/NĐ-CP, Đ.35.7", mark: "Locr" }),
    events: happened(["start", "2026-08-20"]),
    dueOn: plainDate("2026-09-03"),
  },
  {
    title: {
      vi: "Nhận hồ sơ ngay trước kỳ nghỉ Quốc khánh 2026",
      en: "Received right before National Day 2026",
    },
    limit: limitOf({ unit: "working", count: 3, article: "Nghị định 96/2026/NĐ-CP, Đ.35.8", mark: "Locr" }),
    events: happened(["start", "2026-08-28"]),
    dueOn: plainDate("2026-09-07"),
  },
  {
    title: {
      vi: "Giỗ Tổ 2026 trùng Chủ nhật, nghỉ bù thứ Hai 27/4, rồi 30/4",
      en: "Hùng Kings' Day 2026 on a Sunday, off on Monday 27/4, then 30/4",
    },
    limit: limitOf({ unit: "working", count: 3, article: "Nghị định 96/2026/NĐ-CP, Đ.35.8", mark: "Locr" }),
    events: happened(["start", "2026-04-24"]),
    dueOn: plainDate("2026-05-04"),
  },
  {
    title: { vi: "Giỗ Tổ 2025 vào thứ Hai", en: "Hùng Kings' Day 2025 on a Monday" },
    limit: limitOf({ unit: "working", count: 2, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2025-04-04"]),
    dueOn: plainDate("2025-04-09"),
  },
  {
    title: { vi: "Nghỉ hoán đổi 29/4/2024, làm bù 04/5/2024", en: "Off on 29/4/2024, worked on 04/5/2024" },
    limit: limitOf({ unit: "working", count: 3, article: "Luật Đầu tư 61/2020/QH14, Đ.36", mark: "L" }),
    events: happened(["start", "2024-04-26"]),
    dueOn: plainDate("2024-05-04"),
  },
  {
    title: {
      vi: "Ngày 01/5/2027 trùng thứ Bảy, nghỉ bù thứ Hai",
      en: "1/5/2027 on a Saturday, off on Monday",
    },
    limit: limitOf({ unit: "working", count: 2, article: "Nghị định 96/2026/NĐ-CP, Đ.35.8", mark: "Locr" }),
    events: happened(["start", "2027-04-29"]),
    dueOn: plainDate("2027-05-05"),
  },
  {
    title: { vi: "Quốc khánh 2027, tạm tính", en: "National Day 2027, provisional" },
    limit: limitOf({ unit: "working", count: 3, article: "Nghị định 96/2026/NĐ-CP, Đ.35.8", mark: "Locr" }),
    events: happened(["start", "2027-08-31"]),
    dueOn: plainDate("2027-09-07"),
  },
  {
    title: {
      vi: "Thẩm định thiết kế cơ sở dự án nhóm A, qua Tết Dương lịch 2027",
      en: "Appraisal of basic design, group A, across New Year 2027",
    },
    limit: limitOf({ unit: "working", count: 25, article: "Nghị định 217/2026/NĐ-CP, Đ.37", mark: "Locr" }),
    events: happened(["start", "2026-12-10"]),
    dueOn: plainDate("2027-01-15"),
  },
  {
    title: { vi: "Hồ sơ nộp Chủ nhật", en: "A dossier that comes on a Sunday" },
    limit: limitOf({ unit: "working", count: 5, article: "Nghị định 96/2026/NĐ-CP, Đ.38", mark: "Locr" }),
    events: happened(["start", "2026-10-04"]),
    dueOn: plainDate("2026-10-09"),
  },
  {
    title: { vi: "Thẩm định 25 ngày theo Nghị định 32", en: "Appraisal of 25 days by decree 32" },
    limit: limitOf({ unit: "calendar", count: 25, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2026-03-02"]),
    dueOn: plainDate("2026-03-27"),
  },
  {
    title: {
      vi: "Ngày cuối là thứ Bảy, kế tiếp là Giỗ Tổ và nghỉ bù",
      en: "The last day is a Saturday, then Hùng Kings' Day and its day in lieu",
    },
    limit: limitOf({ unit: "calendar", count: 15, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2026-04-10"]),
    dueOn: plainDate("2026-04-28"),
  },
  {
    title: { vi: "Thẩm định phương án bồi thường", en: "Appraisal of a compensation plan" },
    limit: limitOf({ unit: "calendar", count: 30, article: "Nghị định 88/2024/NĐ-CP, Đ.3.3", mark: "L" }),
    events: happened(["start", "2025-09-01"]),
    dueOn: plainDate("2025-10-01"),
  },
  {
    title: {
      vi: "Chi trả bồi thường, ngày cuối trong Tết 2026",
      en: "Payment of compensation, the last day within Tết 2026",
    },
    limit: limitOf({ unit: "calendar", count: 30, article: "Luật Đất đai 31/2024/QH15, Đ.94.3", mark: "L" }),
    events: happened(["start", "2026-01-20"]),
    dueOn: plainDate("2026-02-23"),
  },
  {
    title: {
      vi: "Quyết định thu hồi đất, ngày cuối là 24/11",
      en: "Recovery decision, the last day is 24/11",
    },
    limit: limitOf({ unit: "calendar", count: 10, article: "Luật Đất đai 31/2024/QH15, Đ.87.5", mark: "L" }),
    events: happened(["start", "2026-11-14"]),
    dueOn: plainDate("2026-11-25"),
  },
  {
    title: {
      vi: "Thẩm định ĐTM cấp tỉnh, ngày cuối là Chủ nhật",
      en: "Environmental appraisal of the province, the last day is a Sunday",
    },
    limit: limitOf({
      unit: "calendar",
      count: 20,
      article: "Nghị quyết 66.19/2026/NQ-CP, Phụ lục IX B.I.5",
      mark: "L",
    }),
    events: happened(["start", "2026-10-19"]),
    dueOn: plainDate("2026-11-09"),
  },
  {
    title: {
      vi: "Giấy phép môi trường, ngày cuối là thứ Bảy",
      en: "Environmental permit, the last day is a Saturday",
    },
    limit: limitOf({
      unit: "calendar",
      count: 45,
      article: "Luật Bảo vệ môi trường 72/2020/QH14, Đ.43.4",
      mark: "L",
    }),
    events: happened(["start", "2025-01-01"]),
    dueOn: plainDate("2025-02-17"),
  },
  {
    title: {
      vi: "Ngày cuối là thứ Bảy làm bù 22/8/2026 thì không chuyển",
      en: "The last day is the worked Saturday 22/8/2026, so it stays",
    },
    limit: limitOf({ unit: "calendar", count: 10, article: "Luật Đất đai 31/2024/QH15, Đ.87.5", mark: "L" }),
    events: happened(["start", "2026-08-12"]),
    dueOn: plainDate("2026-08-22"),
  },
  {
    title: {
      vi: "Đối thoại trong 60 ngày, ngày cuối là 01/5/2025",
      en: "Dialogue within 60 days, the last day is 01/5/2025",
    },
    limit: limitOf({ unit: "calendar", count: 60, article: "Luật Đất đai 31/2024/QH15, Đ.87.3a", mark: "L" }),
    events: happened(["start", "2025-03-02"]),
    dueOn: plainDate("2025-05-05"),
  },
];
