/**
 * Worked deadlines of limits as they stand in the catalogue, so that the switches of its rows are tried, too. The dates
 * were found on the wall calendar, apart from the clock.
 */
import { plainDate } from "../../kernel/dates.ts";
import { happened, type WorkedDeadline } from "./worked.ts";
import { row } from "./workedRows.ts";

/** Group A, B, C with works of class I or without, in this order. */
const appraisal = (place: number) => row("basicDesignAppraisal", "decree217", "appraisal", place);
const provinceReport = () => row("projectPolicyProvince", "law2025", "report");
const day = plainDate;

export const WORKED_PROCEDURES: readonly WorkedDeadline[] = [
  {
    title: {
      vi: "Nhóm A nộp lại ngày 28/12/2026: tính lại từ đầu, qua Tết Dương lịch 2027",
      en: "Group A filed again on 28/12/2026: from zero, across New Year 2027",
    },
    limit: appraisal(0),
    events: happened(["start", "2026-12-01"], ["restarted", "2026-12-28"]),
    dueOn: day("2027-02-02"),
  },
  {
    title: {
      vi: "Nhóm B, hồ sơ bổ sung đến ngay trước kỳ nghỉ Quốc khánh: tính lại từ đầu",
      en: "Group B, supplements right before National Day: from zero",
    },
    limit: appraisal(3),
    events: happened(["start", "2026-08-10"], ["pauseBegan", "2026-08-14"], ["pauseEnded", "2026-08-27"]),
    dueOn: day("2026-09-23"),
  },
  {
    title: {
      vi: "Nhóm C bị trả ngày 13/11, nộp lại ngày 20/11, qua 24/11",
      en: "Group C returned on 13/11, filed again on 20/11, across 24/11",
    },
    limit: appraisal(5),
    events: happened(["start", "2026-11-09"], ["restarted", "2026-11-20"]),
    dueOn: day("2026-12-09"),
  },
  {
    title: {
      vi: "Nhóm B tạm dừng một tuần: tính tiếp, không tính lại từ đầu",
      en: "Group B stopped for a week: it goes on and does not begin anew",
    },
    limit: appraisal(3),
    events: happened(["start", "2026-07-06"], ["stopBegan", "2026-07-13"], ["stopEnded", "2026-07-17"]),
    dueOn: day("2026-08-03"),
  },
  {
    title: {
      vi: "Tạm dừng lần thứ hai không được tính",
      en: "A second stop does not count",
    },
    limit: appraisal(3),
    events: happened(
      ...([
        ["start", "2026-07-06"],
        ["stopBegan", "2026-07-13"],
        ["stopEnded", "2026-07-17"],
      ] as const),
      ...([
        ["stopBegan", "2026-07-22"],
        ["stopEnded", "2026-07-24"],
      ] as const),
    ),
    dueOn: day("2026-08-03"),
  },
  {
    title: {
      vi: "Nhận bổ sung khi còn đang tạm dừng: tính lại từ đầu sau khi hết tạm dừng",
      en: "Supplements come while it is stopped: from zero, after the stop",
    },
    limit: appraisal(3),
    events: happened(
      ...([
        ["start", "2026-07-06"],
        ["pauseBegan", "2026-07-10"],
        ["stopBegan", "2026-07-15"],
      ] as const),
      ...([
        ["pauseEnded", "2026-07-20"],
        ["stopEnded", "2026-07-24"],
      ] as const),
    ),
    dueOn: day("2026-08-17"),
  },
  {
    title: {
      vi: "Nhóm C có công trình cấp I, gia hạn một lần thêm 10 ngày",
      en: "Group C with works of class I, extended once by 10 days",
    },
    limit: appraisal(4),
    events: happened(["start", "2026-12-14"], ["extended", "2026-12-28", 10]),
    dueOn: day("2027-01-19"),
  },
  {
    title: {
      vi: "Báo cáo thẩm định chủ trương, chờ bổ sung qua kỳ nghỉ Quốc khánh",
      en: "Report on an approval in principle, waiting across National Day",
    },
    limit: provinceReport(),
    events: happened(["start", "2026-08-17"], ["pauseBegan", "2026-08-20"], ["pauseEnded", "2026-09-07"]),
    dueOn: day("2026-09-22"),
  },
  {
    title: {
      vi: "Đã yêu cầu bổ sung một lần, sau đó tạm dừng chờ xử phạt: vẫn được trừ",
      en: "Supplements asked for once, then stopped for a sanction: left out, too",
    },
    limit: provinceReport(),
    events: happened(
      ...([
        ["start", "2026-04-13"],
        ["pauseBegan", "2026-04-14"],
        ["pauseEnded", "2026-04-15"],
      ] as const),
      ...([
        ["stopBegan", "2026-04-16"],
        ["stopEnded", "2026-04-29"],
      ] as const),
    ),
    dueOn: day("2026-05-19"),
  },
  {
    title: {
      vi: "Cơ quan được Bộ hỏi im lặng qua Tết 2027 thì coi như đồng ý",
      en: "A body that the ministry asks is silent across Tết 2027",
    },
    limit: row("projectPolicyPrime", "law2025", "opinions"),
    events: happened(["start", "2027-01-29"]),
    dueOn: day("2027-02-19"),
  },
  {
    title: {
      vi: "Trả lời ý kiến sau hạn: đã coi như đồng ý",
      en: "An opinion that comes late: it was agreement by then",
    },
    limit: row("projectPolicyProvince", "law2025", "opinions"),
    events: happened(["start", "2026-11-16"], ["done", "2026-11-30"]),
    dueOn: day("2026-11-26"),
  },
  {
    title: {
      vi: "Thẩm định cụm 25 ngày, ngày cuối là Chủ nhật ngay sau Tết 2025",
      en: "Appraisal of a cluster in 25 days, the last one the Sunday after Tết 2025",
    },
    limit: row("clusterEstablishment", "decree32", "appraisal"),
    events: happened(["start", "2025-01-08"]),
    dueOn: day("2025-02-03"),
  },
  {
    title: {
      vi: "Thẩm định cụm 25 ngày, chờ bổ sung trùm cả Tết 2026",
      en: "Appraisal of a cluster in 25 days, waiting all over Tết 2026",
    },
    limit: row("clusterEstablishment", "decree32with139", "appraisal"),
    events: happened(["start", "2026-02-02"], ["pauseBegan", "2026-02-06"], ["pauseEnded", "2026-02-24"]),
    dueOn: day("2026-03-17"),
  },
  {
    title: {
      vi: "Quyết định thành lập cụm, chờ bổ sung trùm cả Tết 2027",
      en: "The decision on a cluster, waiting all over Tết 2027",
    },
    limit: row("clusterEstablishment", "decree303", "decision"),
    events: happened(["start", "2027-02-02"], ["pauseBegan", "2027-02-03"], ["pauseEnded", "2027-02-12"]),
    dueOn: day("2027-02-18"),
  },
  {
    title: {
      vi: "Ba lần chờ gối nhau qua Quốc khánh 2026",
      en: "Three pauses that overlap, across National Day 2026",
    },
    limit: row("projectPolicyBoard", "law2025", "report"),
    events: happened(
      ...([
        ["start", "2026-08-10"],
        ["pauseBegan", "2026-08-20"],
        ["pauseEnded", "2026-08-27"],
      ] as const),
      ...([
        ["stopBegan", "2026-08-25"],
        ["stopEnded", "2026-09-03"],
      ] as const),
      ...([
        ["stopBegan", "2026-09-02"],
        ["stopEnded", "2026-09-07"],
      ] as const),
    ),
    dueOn: day("2026-09-18"),
  },
  {
    title: {
      vi: "Hết thời gian nhận hồ sơ vào kỳ nghỉ Quốc khánh: chuyển sang ngày làm việc",
      en: "The window for dossiers ends within National Day: it moves to a working day",
    },
    limit: row("clusterEstablishment", "decree32with139", "window"),
    events: happened(["start", "2026-08-17"]),
    notBefore: day("2026-09-03"),
  },
  {
    title: {
      vi: "Thông báo thu hồi đất khác, luật cũ: ít nhất 180 ngày, ngày cuối là thứ Bảy thì giữ nguyên",
      en: "Notice for other land, old track: at least 180 days, a last Saturday stays",
    },
    limit: row("landRecovery", "law2024", "recoveryDecision", 1),
    events: happened(["start", "2025-06-30"]),
    notBefore: day("2025-12-27"),
  },
  {
    title: {
      vi: "Cưỡng chế: 10 ngày kết thúc trước khoảng cấm của Tết 2027",
      en: "Enforcement: the ten days end before the days around Tết 2027",
    },
    limit: row("landRecovery", "decree49", "enforcement", 0),
    events: happened(["start", "2027-01-08"]),
    notBefore: day("2027-01-18"),
  },
  {
    title: {
      vi: "Cưỡng chế: rơi vào 30/4/2025, chuyển qua cả kỳ nghỉ",
      en: "Enforcement: on 30/4/2025, moved past all days off",
    },
    limit: row("landRecovery", "law2024", "enforcement", 0),
    events: happened(["start", "2025-04-20"]),
    notBefore: day("2025-05-05"),
  },
  {
    title: {
      vi: "Chi trả bồi thường, ngày cuối trong Tết 2027, tạm tính",
      en: "Payment of compensation, the last day within Tết 2027, provisional",
    },
    limit: row("landRecovery", "decree49", "payment"),
    events: happened(["start", "2027-01-08"]),
    dueOn: day("2027-02-12"),
  },
  {
    title: {
      vi: "Quyết định giao tài sản hạ tầng, qua ngày làm bù 22/8 và Quốc khánh 2026",
      en: "Hand-over of assets decided, across the worked 22/8 and National Day 2026",
    },
    limit: row("assetHandOver", "decree178", "decision"),
    events: happened(["start", "2026-08-17"]),
    dueOn: day("2026-09-04"),
  },
  {
    title: {
      vi: "Thẩm định ĐTM cấp tỉnh, ngày cuối là ngày nghỉ hoán đổi 31/8",
      en: "Environmental appraisal of the province, the last day is the swapped 31/8",
    },
    limit: row("environmentalAssessment", "cut2026", "appraisal"),
    events: happened(["start", "2026-08-11"]),
    dueOn: day("2026-09-03"),
  },
  {
    title: {
      vi: "Chỉnh sửa báo cáo ĐTM trong 12 tháng từ 29/02/2024",
      en: "The report is edited within 12 months from 29/02/2024",
    },
    limit: row("environmentalAssessment", "law2020", "edited"),
    events: happened(["start", "2024-02-29"]),
    dueOn: day("2025-02-28"),
  },
  {
    title: {
      vi: "Điều chỉnh giấy chứng nhận, qua Tết Dương lịch 2027",
      en: "A certificate adjusted, across New Year 2027",
    },
    limit: row("certificateAdjustment", "law2025", "certificate"),
    events: happened(["start", "2026-12-28"]),
    dueOn: day("2027-01-07"),
  },
  {
    title: {
      vi: "Cụm cũ: rà soát xong sau 31/12/2026 thì đã quá hạn",
      en: "An old cluster reviewed after 31/12/2026 is late already",
    },
    limit: row("oldClusters", "decree32", "decision"),
    events: happened(["start", "2027-01-15"]),
    dueOn: day("2026-12-30"),
  },
];
