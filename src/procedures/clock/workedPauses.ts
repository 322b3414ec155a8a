/** Worked deadlines with pauses, restarts, extensions and silence. */
import { plainDate } from "../../kernel/dates.ts";
import { limitOf } from "./vocabulary.ts";
import { happened, type WorkedDeadline } from "./worked.ts";

export const WORKED_PAUSES: readonly WorkedDeadline[] = [
  {
    title: {
      vi: "Dừng chờ bổ sung 10 ngày trong thẩm định 25 ngày",
      en: "Ten days of waiting within an appraisal of 25 days",
    },
    limit: limitOf({ unit: "calendar", count: 25, article: "Nghị định 32/2024/NĐ-CP, Đ.10.3", mark: "L" }),
    events: happened(["start", "2026-03-02"], ["pauseBegan", "2026-03-10"], ["pauseEnded", "2026-03-20"]),
    dueOn: plainDate("2026-04-06"),
  },
  {
    title: {
      vi: "Dừng qua ngày nghỉ 24/11: ngày ấy chỉ trừ một lần",
      en: "A pause across the holiday of 24/11: it is left out once",
    },
    limit: limitOf({ unit: "working", count: 20, article: "Nghị định 303/2026/NĐ-CP", mark: "P" }),
    events: happened(["start", "2026-11-16"], ["pauseBegan", "2026-11-20"], ["pauseEnded", "2026-11-27"]),
    dueOn: plainDate("2026-12-21"),
  },
  {
    title: {
      vi: "Hai lần chờ bổ sung chồng nhau, chỉ trừ một lần",
      en: "Two pauses that overlap are left out once",
    },
    limit: limitOf({ unit: "working", count: 20, article: "Nghị định 303/2026/NĐ-CP", mark: "P" }),
    events: happened(
      ["start", "2026-11-16"],
      ["pauseBegan", "2026-11-18"],
      ["pauseBegan", "2026-11-20"],
      ["pauseEnded", "2026-11-25"],
      ["pauseEnded", "2026-11-27"],
    ),
    dueOn: plainDate("2026-12-23"),
  },
  {
    title: {
      vi: "Dừng trọn trong kỳ nghỉ Tết thì không thêm ngày nào",
      en: "A pause wholly within the days off of Tết adds nothing",
    },
    limit: limitOf({ unit: "working", count: 7, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2026-02-09"], ["pauseBegan", "2026-02-13"], ["pauseEnded", "2026-02-20"]),
    dueOn: plainDate("2026-02-25"),
  },
  {
    title: { vi: "Yêu cầu bổ sung ngay ngày nhận hồ sơ", en: "Supplements asked for on the very first day" },
    limit: limitOf({ unit: "working", count: 5, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2026-09-10"], ["pauseBegan", "2026-09-10"], ["pauseEnded", "2026-09-14"]),
    dueOn: plainDate("2026-09-21"),
  },
  {
    title: {
      vi: "Bổ sung nộp ngay trong ngày yêu cầu: không mất ngày nào",
      en: "Supplements that come on the same day cost nothing",
    },
    limit: limitOf({ unit: "working", count: 5, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2026-09-10"], ["pauseBegan", "2026-09-11"], ["pauseEnded", "2026-09-11"]),
    dueOn: plainDate("2026-09-17"),
  },
  {
    title: { vi: "Hai lần chờ nối tiếp nhau", en: "Two pauses, one right after the other" },
    limit: limitOf({ unit: "calendar", count: 25, article: "Nghị định 32/2024/NĐ-CP, Đ.10.3", mark: "L" }),
    events: happened(
      ["start", "2026-03-02"],
      ["pauseBegan", "2026-03-10"],
      ["pauseEnded", "2026-03-13"],
      ["pauseBegan", "2026-03-13"],
      ["pauseEnded", "2026-03-20"],
    ),
    dueOn: plainDate("2026-04-06"),
  },
  {
    title: {
      vi: "Yêu cầu bổ sung sau khi đã hết hạn: hạn không đổi",
      en: "Supplements asked for after the end: the date stays",
    },
    limit: limitOf({ unit: "working", count: 5, article: "Nghị định 32/2024/NĐ-CP, Đ.10", mark: "L" }),
    events: happened(["start", "2026-09-10"], ["pauseBegan", "2026-09-21"], ["pauseEnded", "2026-09-30"]),
    dueOn: plainDate("2026-09-17"),
  },
  {
    title: { vi: "Đang chờ bổ sung, chưa có ngày kết thúc", en: "Waiting for supplements, no end yet" },
    limit: limitOf({ unit: "working", count: 20, article: "Nghị định 303/2026/NĐ-CP", mark: "P" }),
    events: happened(["start", "2026-11-16"], ["pauseBegan", "2026-11-20"]),
    earliest: plainDate("2026-12-15"),
  },
  {
    title: {
      vi: "Chỉ được yêu cầu một lần: lần hai không làm dừng",
      en: "One request only: the second stops nothing",
    },
    limit: limitOf({
      unit: "working",
      count: 14,
      oneRequest: true,
      article: "Nghị định 96/2026/NĐ-CP, Đ.6.1d",
      mark: "Locr",
    }),
    events: happened(
      ["start", "2026-06-01"],
      ["pauseBegan", "2026-06-05"],
      ["pauseEnded", "2026-06-10"],
      ["pauseBegan", "2026-06-15"],
      ["pauseEnded", "2026-06-19"],
    ),
    dueOn: plainDate("2026-06-24"),
  },
  {
    title: { vi: "Thời hạn không trừ thời gian bổ sung", en: "A limit from which supplements take nothing" },
    limit: limitOf({
      unit: "working",
      count: 7,
      supplement: "ignored",
      article: "Nghị định 96/2026/NĐ-CP, Đ.35.7",
      mark: "Locr",
    }),
    events: happened(["start", "2026-06-01"], ["pauseBegan", "2026-06-03"], ["pauseEnded", "2026-06-10"]),
    dueOn: plainDate("2026-06-10"),
  },
  {
    title: { vi: "Một tháng có 10 ngày chờ bổ sung", en: "One month with ten days of waiting" },
    limit: limitOf({ unit: "month", count: 1, article: "Bộ luật Dân sự 91/2015/QH13, Đ.148", mark: "L" }),
    events: happened(["start", "2026-01-31"], ["pauseBegan", "2026-02-10"], ["pauseEnded", "2026-02-20"]),
    dueOn: plainDate("2026-03-10"),
  },
  {
    title: { vi: "Chờ bổ sung vắt qua Tết 2025", en: "Waiting across Tết 2025" },
    limit: limitOf({ unit: "working", count: 10, article: "Nghị định 32/2024/NĐ-CP, Đ.10.3", mark: "L" }),
    events: happened(["start", "2025-01-20"], ["pauseBegan", "2025-01-23"], ["pauseEnded", "2025-02-05"]),
    dueOn: plainDate("2025-02-14"),
  },
  {
    title: {
      vi: "Ngày cuối là thứ Bảy, lại đang chờ bổ sung",
      en: "The last day is a Saturday, within a pause",
    },
    limit: limitOf({ unit: "calendar", count: 15, article: "Nghị định 32/2024/NĐ-CP, Đ.10.3", mark: "L" }),
    events: happened(["start", "2026-03-06"], ["pauseBegan", "2026-03-21"], ["pauseEnded", "2026-03-24"]),
    dueOn: plainDate("2026-03-25"),
  },
  {
    title: {
      vi: "Nộp lại sau yêu cầu bổ sung: tính lại từ đầu, dự án nhóm B",
      en: "Filed again after a request: from zero, group B",
    },
    limit: limitOf({
      unit: "working",
      count: 20,
      supplement: "restarts",
      oneRequest: true,
      article: "Nghị định 217/2026/NĐ-CP, Đ.36",
      mark: "Locr",
    }),
    events: happened(["start", "2026-08-03"], ["pauseBegan", "2026-08-07"], ["pauseEnded", "2026-08-24"]),
    dueOn: plainDate("2026-09-24"),
  },
  {
    title: { vi: "Trả hồ sơ rồi nhận lại: tính lại từ đầu", en: "Returned and received again: from zero" },
    limit: limitOf({
      unit: "working",
      count: 12,
      supplement: "restarts",
      article: "Nghị định 217/2026/NĐ-CP, Đ.36",
      mark: "Locr",
    }),
    events: happened(["start", "2026-11-02"], ["restarted", "2026-11-12"]),
    dueOn: plainDate("2026-12-01"),
  },
  {
    title: {
      vi: "Đang chờ nộp lại, tính lại từ đầu khi có",
      en: "Waiting to be filed again; it will begin from zero",
    },
    limit: limitOf({
      unit: "working",
      count: 15,
      supplement: "restarts",
      article: "Nghị định 217/2026/NĐ-CP, Đ.36",
      mark: "Locr",
    }),
    events: happened(["start", "2026-11-02"], ["pauseBegan", "2026-11-06"]),
    earliest: plainDate("2026-11-30"),
  },
  {
    title: {
      vi: "Người nộp có 20 ngày làm việc để bổ sung",
      en: "The applicant has 20 working days for supplements",
    },
    limit: limitOf({ unit: "working", count: 20, article: "Nghị định 217/2026/NĐ-CP, Đ.36", mark: "Locr" }),
    events: happened(["start", "2026-08-07"]),
    dueOn: plainDate("2026-09-08"),
  },
  {
    title: {
      vi: "Gia hạn một lần, thêm đúng bằng thời hạn đầu, nhóm C",
      en: "Extended once by the same again, group C",
    },
    limit: limitOf({
      unit: "working",
      count: 12,
      extension: { times: 1, atMost: "sameAgain" },
      article: "Nghị định 217/2026/NĐ-CP, Đ.37",
      mark: "Locr",
    }),
    events: happened(["start", "2026-11-02"], ["extended", "2026-11-10"]),
    dueOn: plainDate("2026-12-07"),
  },
  {
    title: { vi: "Gia hạn thêm 5 ngày làm việc", en: "Extended by 5 working days" },
    limit: limitOf({
      unit: "working",
      count: 12,
      extension: { times: 1, atMost: "sameAgain" },
      article: "Nghị định 217/2026/NĐ-CP, Đ.37",
      mark: "Locr",
    }),
    events: happened(["start", "2026-11-02"], ["extended", "2026-11-10", 5]),
    dueOn: plainDate("2026-11-26"),
  },
  {
    title: { vi: "Gia hạn lần hai không được tính", en: "A second extension does not count" },
    limit: limitOf({
      unit: "working",
      count: 12,
      extension: { times: 1, atMost: "sameAgain" },
      article: "Nghị định 217/2026/NĐ-CP, Đ.37",
      mark: "Locr",
    }),
    events: happened(["start", "2026-11-02"], ["extended", "2026-11-10", 5], ["extended", "2026-11-13", 5]),
    dueOn: plainDate("2026-11-26"),
  },
  {
    title: { vi: "Gia hạn sau khi hết hạn không được tính", en: "An extension after the end does not count" },
    limit: limitOf({
      unit: "working",
      count: 12,
      extension: { times: 1, atMost: "sameAgain" },
      article: "Nghị định 217/2026/NĐ-CP, Đ.37",
      mark: "Locr",
    }),
    events: happened(["start", "2026-11-02"], ["extended", "2026-11-25", 5]),
    dueOn: plainDate("2026-11-18"),
  },
  {
    title: { vi: "Gia hạn ở thủ tục không cho gia hạn", en: "An extension where there is none" },
    limit: limitOf({ unit: "working", count: 5, article: "Nghị định 303/2026/NĐ-CP", mark: "P" }),
    events: happened(["start", "2026-11-16"], ["extended", "2026-11-18", 5]),
    dueOn: plainDate("2026-11-23"),
  },
  {
    title: { vi: "Gia hạn và chờ bổ sung cùng có", en: "An extension and a pause together" },
    limit: limitOf({
      unit: "working",
      count: 12,
      extension: { times: 1, atMost: "sameAgain" },
      article: "Nghị định 217/2026/NĐ-CP, Đ.37",
      mark: "Locr",
    }),
    events: happened(
      ["start", "2026-11-02"],
      ["pauseBegan", "2026-11-05"],
      ["pauseEnded", "2026-11-09"],
      ["extended", "2026-11-12", 5],
    ),
    dueOn: plainDate("2026-11-30"),
  },
  {
    title: {
      vi: "Cơ quan được hỏi ý kiến im lặng thì coi như đồng ý",
      en: "A consulted body that is silent agrees",
    },
    limit: limitOf({
      unit: "working",
      count: 7,
      silence: "agrees",
      article: "Nghị định 96/2026/NĐ-CP, Đ.6.6b",
      mark: "Locr",
    }),
    events: happened(["start", "2026-11-16"]),
    dueOn: plainDate("2026-11-26"),
  },
  {
    title: { vi: "Cơ quan được hỏi đã trả lời đúng hạn", en: "A consulted body that answered in time" },
    limit: limitOf({
      unit: "working",
      count: 7,
      silence: "agrees",
      article: "Nghị định 96/2026/NĐ-CP, Đ.6.6b",
      mark: "Locr",
    }),
    events: happened(["start", "2026-11-16"], ["done", "2026-11-20"]),
    dueOn: plainDate("2026-11-26"),
  },
  {
    title: {
      vi: "Cấp giấy chứng nhận đầu tư sau chấp thuận, trả sớm",
      en: "Certificate after the approval, given early",
    },
    limit: limitOf({ unit: "working", count: 5, article: "Nghị định 96/2026/NĐ-CP, Đ.38", mark: "Locr" }),
    events: happened(["start", "2026-10-05"], ["done", "2026-10-08"]),
    dueOn: plainDate("2026-10-12"),
  },
];
