/** Detailed plan, zoning plan, appraisal of the basic design, construction permit, start of works. */
import type { FurtherLimit, Ground, Procedure, Version } from "../vocabulary.ts";
import {
  calendarDays,
  daysBefore,
  ground,
  LAW_OF_THEN,
  staysFrom,
  step,
  uncoded,
  version,
  workingDays,
} from "./building.ts";

const SINCE_2026 = "2026-07-01";

function before(day: string): Version {
  return uncoded({ ...LAW_OF_THEN, key: "lawOfThen", from: null, to: day });
}

function notCompared(where: Ground, day: string) {
  return staysFrom(
    "received",
    { ...where, mark: "U" },
    {
      vi: `Hồ sơ nhận trước ${day}: theo luật khi đó, chưa đối chiếu điều khoản chuyển tiếp.`,
      en: `Dossiers received before ${day}: by the law of then; the transitional article was not compared.`,
    },
  );
}

const APPRAISED = {
  vi: "Thông báo kết quả thẩm định, bản vẽ đóng dấu",
  en: "Notice of the result and stamped drawings",
};
const APPRAISAL = ground("decree217", "37", "Locr");

/** Group B, C, A; with works of class I or without. */
function classLimits(): readonly FurtherLimit[] {
  const days = [
    ["A", 25, 20],
    ["B", 20, 16],
    ["C", 15, 12],
  ] as const;
  const rules = {
    ...({ supplement: "restarts", oneRequest: true, oneStop: true } as const),
    extension: { times: 1, atMost: "sameAgain" },
  } as const;
  const limit = (count: number) => workingDays(count, rules);
  return [
    ...days.flatMap(([group, first, other]) => [
      {
        ...{ ...APPRAISAL, limit: limit(first), starts: "dossierComplete" },
        when: { vi: `nhóm ${group}, có công trình cấp I`, en: `group ${group} with works of class I` },
      },
      {
        ...{ ...APPRAISAL, limit: limit(other), starts: "dossierComplete" },
        when: { vi: `nhóm ${group}, công trình khác`, en: `group ${group}, other works` },
      },
    ]),
    {
      ...{ ...APPRAISAL, starts: "dossierComplete" },
      limit: calendarDays(60, rules),
      when: { vi: "dự án quan trọng quốc gia", en: "a project of national importance" },
    },
  ];
}

export const basicDesignAppraisal: Procedure = {
  ...{ key: "basicDesignAppraisal", about: "project", pin: "received" },
  title: {
    vi: "Thẩm định báo cáo nghiên cứu khả thi (thiết kế cơ sở)",
    en: "Appraisal of the feasibility study (basic design)",
  },
  note: {
    vi: "Nộp lại thì tính lại từ đầu; tạm dừng nhiều nhất một lần; được gia hạn một lần, không quá thời hạn ban đầu.",
    en: "Filed again, the time starts anew; at most one pause; one extension, no longer than the first limit.",
  },
  versions: [
    before(SINCE_2026),
    version({
      ...{ key: "decree217", from: SINCE_2026, statutes: ["construction2025", "decree217"], mark: "Locr" },
      title: { vi: "Luật Xây dựng 2025, Nghị định 217/2026", en: "Construction Law 2025, decree 217/2026" },
      ...{
        filedBy: "owner",
        receivedBy: "builder",
        result: APPRAISED,
        transition: notCompared(APPRAISAL, "01/7/2026"),
      },
      steps: [
        step("received", {
          ...{ ...ground("decree217", "36", "Locr"), kind: "receive", actor: "builder" },
          title: { vi: "Nhận hồ sơ", en: "Dossier received" },
        }),
        step("checked", {
          ...{ ...ground("decree217", "36", "Locr"), kind: "receive", actor: "builder", starts: "received" },
          title: { vi: "Kiểm tra, yêu cầu bổ sung một lần", en: "Checked; supplements asked once" },
          limit: workingDays(5, { oneRequest: true }),
        }),
        step("supplement", {
          ...{ ...ground("decree217", "36", "Locr"), kind: "prepare", actor: "owner", optional: true },
          further: [
            {
              ...{ ...ground("decree217", "36", "Locr"), starts: "checked" },
              limit: workingDays(20, { supplement: "ignored" }),
              when: { vi: "khi có yêu cầu bổ sung", en: "where supplements were asked for" },
            },
          ],
          title: { vi: "Chủ dự án bổ sung", en: "The owner supplements" },
          note: { vi: "quá hạn thì hồ sơ bị dừng thẩm định", en: "else the file is dropped" },
        }),
        step("dossierComplete", {
          ...{ ...APPRAISAL, kind: "receive", actor: "builder", starts: "checked" },
          title: { vi: "Hồ sơ hợp lệ", en: "The dossier is valid" },
        }),
        step("appraisal", {
          ...{ ...APPRAISAL, kind: "decide", actor: "builder", starts: "dossierComplete", yields: APPRAISED },
          ...{
            title: { vi: "Thông báo kết quả thẩm định", en: "Result of the appraisal" },
            further: classLimits(),
          },
          note: {
            vi: "thời hạn theo nhóm dự án, cấp công trình",
            en: "the limit depends on the group and the class",
          },
        }),
      ],
    }),
  ],
};

const PERMIT_WHERE = ground("decree217", "54.1b", "Locr");
const PERMIT_RESULT = { vi: "Giấy phép xây dựng", en: "Construction permit" };

function permitLimit(count: number, vi: string, en: string): FurtherLimit {
  return { ...PERMIT_WHERE, limit: workingDays(count), starts: "received", when: { vi, en } };
}

export const constructionPermit: Procedure = {
  ...{ key: "constructionPermit", about: "project", pin: "received" },
  title: { vi: "Giấy phép xây dựng", en: "Construction permit" },
  note: {
    vi: "Miễn khi báo cáo nghiên cứu khả thi đã được cơ quan chuyên môn về xây dựng thẩm định (Luật Xây dựng 135/2025/QH15, Đ.43.2e, từ 01/7/2026). Nộp trên Cổng dịch vụ công quốc gia.",
    en: "Not needed where the specialised body appraised the feasibility study (Construction Law 135/2025, article 43.2e, since 01/7/2026). Filed at the national portal.",
  },
  versions: [
    before(SINCE_2026),
    version({
      ...{ key: "decree217", from: SINCE_2026, statutes: ["construction2025", "decree217"], mark: "Locr" },
      title: { vi: "Luật Xây dựng 2025, Nghị định 217/2026", en: "Construction Law 2025, decree 217/2026" },
      ...{
        filedBy: "owner",
        receivedBy: "permitter",
        result: PERMIT_RESULT,
        transition: notCompared(PERMIT_WHERE, "01/7/2026"),
      },
      steps: [
        step("received", {
          ...{ ...ground("decree217", "54", "Locr"), kind: "receive", actor: "permitter" },
          title: { vi: "Nhận hồ sơ trên Cổng dịch vụ công quốc gia", en: "Received at the national portal" },
        }),
        step("checked", {
          ...{
            ...ground("decree217", "54.2", "Locr"),
            kind: "appraisal",
            actor: "permitter",
            starts: "received",
          },
          ...{
            limit: workingDays(5),
            title: { vi: "Kiểm tra hồ sơ, thực địa", en: "Dossier and site checked" },
          },
          further: [
            {
              ...{ ...ground("decree217", "54.2", "Locr"), limit: workingDays(3), starts: "received" },
              when: { vi: "nhà ở riêng lẻ", en: "a house" },
            },
          ],
        }),
        step("permit", {
          ...{
            ...PERMIT_WHERE,
            kind: "decide",
            actor: "permitter",
            starts: "received",
            yields: PERMIT_RESULT,
          },
          ...{ limit: workingDays(10), title: { vi: "Cấp giấy phép", en: "Permit issued" } },
          further: [
            permitLimit(9, "điều chỉnh, sửa chữa", "adjusted, repair"),
            permitLimit(5, "gia hạn, cấp lại", "extended, issued again"),
            permitLimit(7, "nhà ở riêng lẻ", "a house"),
          ],
        }),
      ],
    }),
  ],
};

const START = ground("construction2025", "48", "L");
const conditions = [
  ["site", "Có mặt bằng, toàn bộ hoặc từng phần", "The site, all or a part"],
  ["permit", "Có giấy phép xây dựng, hoặc được miễn", "The permit, or no need of one"],
  ["drawings", "Bản vẽ thi công đã phê duyệt", "Approved construction drawings"],
  ["contract", "Có hợp đồng thi công", "A contract of works"],
  ["notice", "Đã gửi thông báo khởi công", "Notice of the start was sent"],
] as const;

/** Under the special investment procedure of parks the notice comes before a day that is set. */
const SPECIAL_NOTICE: readonly FurtherLimit[] = [
  {
    ...{ ...ground("decree96", "49.4a", "Locr"), starts: "start", limit: daysBefore(30) },
    when: { vi: "thủ tục đầu tư đặc biệt trong khu", en: "the special investment procedure in a park" },
  },
];

export const constructionStart: Procedure = {
  ...{ key: "constructionStart", about: "project", pin: "received" },
  title: { vi: "Khởi công", en: "Start of works" },
  note: {
    vi: "Năm điều kiện; luật không đặt số ngày báo trước. Theo thủ tục đầu tư đặc biệt trong khu thì báo trước ít nhất 30 ngày (Nghị định 96/2026/NĐ-CP, Đ.49.4a).",
    en: "Five conditions; the law sets no days of notice. Under the special investment procedure of parks it comes at least 30 days before (decree 96/2026, article 49.4a).",
  },
  versions: [
    before(SINCE_2026),
    version({
      ...{ key: "law2025", from: SINCE_2026, statutes: ["construction2025"], mark: "L", filedBy: "owner" },
      title: { vi: "Luật Xây dựng 2025", en: "Construction Law 2025" },
      ...{
        receivedBy: "builder",
        result: { vi: "Khởi công", en: "Works begun" },
        transition: notCompared(START, "01/7/2026"),
      },
      steps: [
        ...conditions.map(([key, vi, en]) =>
          step(key, {
            ...START,
            kind: key === "notice" ? "notice" : "act",
            actor: "owner",
            title: { vi, en },
            ...(key === "notice" ? { further: SPECIAL_NOTICE } : {}),
          }),
        ),
        step("start", {
          ...START,
          kind: "act",
          actor: "owner",
          starts: "notice",
          title: { vi: "Khởi công", en: "Works begin" },
        }),
      ],
    }),
  ],
};
