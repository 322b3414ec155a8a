/** Environmental assessment, permit and registration, with the cuts of 2026 and what is not known of them. */
import type { Procedure, Step, Version } from "../vocabulary.ts";
import {
  AFTER_SUNSET,
  calendarDays,
  ground,
  item,
  LAW_OF_THEN,
  months,
  staysFrom,
  step,
  uncoded,
  version,
} from "./building.ts";

const THRESHOLDS_FROM = "2026-05-18";
const CUT_TIMES_FROM = "2026-07-01";
const SUNSET = "2027-03-01";

/** The decree came some days after the law. */
const LAW_2020_FROM = "2022-01-10";
const BEFORE = uncoded({ ...LAW_OF_THEN, key: "before2022", from: null, to: LAW_2020_FROM });

/** No transitional article of these texts was read. */
function notCompared(statute: "environment2020" | "law146" | "resolution6619", day: string) {
  return staysFrom("received", ground(statute, null, "U"), {
    vi: `Hồ sơ nhận trước ${day}: theo quy định khi đó, chưa đối chiếu điều khoản chuyển tiếp.`,
    en: `Dossiers received before ${day}: by the rules of then; the transitional article was not compared.`,
  });
}
const AFTER = (): Version =>
  uncoded({
    ...AFTER_SUNSET,
    key: "after2027",
    from: SUNSET,
    transition: notCompared("environment2020", "01/3/2027"),
  });

const DAYS_UNKNOWN = {
  vi: "chưa đọc số ngày áp dụng trong khoảng này",
  en: "the number of days for this time was not read",
};

const ASSESSED = {
  vi: "Quyết định phê duyệt kết quả thẩm định báo cáo đánh giá tác động môi trường",
  en: "Decision that approves the assessment",
};
const EDITING = {
  vi: "thời gian chủ dự án chỉnh sửa và hoàn thiện không tính vào thời hạn thẩm định",
  en: "the time in which the owner edits is not counted",
};

type Time = "law2020" | "unknown" | "cut";

function assessmentSteps(time: Time): readonly Step[] {
  const appraisalWhere =
    time === "law2020"
      ? ground("environment2020", "34.6", "L")
      : ground("resolution6619", time === "cut" ? "Phụ lục IX B.I.5" : null, time === "cut" ? "L" : "U");
  const group1 = { vi: "dự án nhóm I", en: "a project of group I" };
  const group2 = { vi: "dự án nhóm II", en: "a project of group II" };
  const ministry = { vi: "thẩm quyền bộ", en: "where the ministry decides" };
  const special = { vi: "dự án đầu tư công đặc biệt", en: "a special public project" };
  return [
    step("dossierComplete", {
      ...{ ...ground("environment2020", "34", "L"), kind: "receive", actor: "environment" },
      title: { vi: "Nhận hồ sơ đầy đủ, hợp lệ", en: "Complete dossier received" },
    }),
    step("council", {
      ...{
        ...ground("environment2020", "34", "L"),
        kind: "council",
        actor: "environment",
        starts: "dossierComplete",
      },
      title: { vi: "Hội đồng thẩm định", en: "Appraisal council" },
      note: { vi: "ít nhất 7 thành viên", en: "at least 7 members" },
    }),
    step("appraisal", {
      ...{ ...appraisalWhere, kind: "appraisal", actor: "environment", starts: "dossierComplete" },
      title: { vi: "Thông báo kết quả thẩm định", en: "Result of the appraisal" },
      note: time === "unknown" ? DAYS_UNKNOWN : EDITING,
      ...(time === "cut" ? { limit: calendarDays(20) } : {}),
      further:
        time === "law2020"
          ? [
              { ...appraisalWhere, limit: calendarDays(45), starts: "dossierComplete", when: group1 },
              { ...appraisalWhere, limit: calendarDays(30), starts: "dossierComplete", when: group2 },
            ]
          : time === "cut"
            ? [
                { ...appraisalWhere, limit: calendarDays(30), starts: "dossierComplete", when: ministry },
                { ...appraisalWhere, limit: calendarDays(10), starts: "dossierComplete", when: special },
              ]
            : [],
    }),
    step("edited", {
      ...{
        ...ground("decree8", "27.1", "G"),
        kind: "prepare",
        actor: "owner",
        starts: "appraisal",
        limit: months(12),
        setting: "assessmentEditMonths",
      },
      title: { vi: "Chủ dự án chỉnh sửa, gửi lại báo cáo", en: "The owner edits and sends the report again" },
    }),
    step("approval", {
      ...{
        ...ground("environment2020", "34.9", "L"),
        kind: "decide",
        actor: "environment",
        starts: "edited",
      },
      ...{ title: { vi: "Phê duyệt", en: "Approval" }, limit: calendarDays(20), yields: ASSESSED },
    }),
  ];
}

const ASSESSMENT = {
  ...({ filedBy: "owner", receivedBy: "environment", result: ASSESSED } as const),
  dossier: [
    item("request", { vi: "Văn bản đề nghị thẩm định", en: "Request" }, ground("environment2020", "34", "G")),
    item(
      "report",
      { vi: "Báo cáo đánh giá tác động môi trường", en: "Assessment report" },
      ground("environment2020", "34", "G"),
    ),
    item(
      "study",
      { vi: "Báo cáo nghiên cứu khả thi", en: "Feasibility study" },
      ground("environment2020", "34", "G"),
    ),
  ],
} as const;

export const environmentalAssessment: Procedure = {
  ...{ key: "environmentalAssessment", about: "project", pin: "received" },
  title: { vi: "Đánh giá tác động môi trường", en: "Environmental impact assessment" },
  note: {
    vi: "Từ 18/5/2026 chỉ các trường hợp liệt kê ở Nghị quyết 66.19/2026/NQ-CP, Phụ lục IX A.VI. Hạ tầng khu, cụm không phải làm, trừ khi dùng chung trạm xử lý nước thải tập trung của khu, cụm khác, sử dụng từ 0,2 ha rừng đặc dụng, phòng hộ, rừng tự nhiên và các trường hợp khác ở phụ lục; dự án trong khu, cụm đã được duyệt đánh giá tác động hoặc có giấy phép môi trường được miễn; dự án từ 50 ha ngoài khu, cụm phải làm. Thời hạn tính theo thẩm quyền của tỉnh.",
    en: "Since 18/5/2026 only in the cases listed in resolution 66.19/2026, annex IX A.VI. Infrastructure of zones needs none, unless it shares the central waste-water plant of another zone, uses 0.2 ha or more of protected or natural forest, and in other cases of the annex; a project in a zone whose assessment or permit was approved is exempt; one of 50 ha or more outside zones needs it. Limits are those of the province.",
  },
  versions: [
    BEFORE,
    version({
      ...{ ...ASSESSMENT, key: "law2020", from: LAW_2020_FROM, to: THRESHOLDS_FROM, mark: "G" },
      ...{ statutes: ["environment2020", "decree8"], steps: assessmentSteps("law2020") },
      title: { vi: "Luật Bảo vệ môi trường 2020", en: "Law on Environmental Protection 2020" },
      transition: notCompared("environment2020", "10/01/2022"),
    }),
    version({
      ...{ ...ASSESSMENT, key: "thresholds2026", from: THRESHOLDS_FROM, to: CUT_TIMES_FROM, mark: "G" },
      ...{ statutes: ["environment2020", "decree8", "resolution6619"], steps: assessmentSteps("unknown") },
      title: { vi: "Nghị quyết 66.19/2026, trước 01/7/2026", en: "Resolution 66.19/2026, before 01/7/2026" },
      transition: notCompared("resolution6619", "18/5/2026"),
    }),
    version({
      ...{ ...ASSESSMENT, key: "cut2026", from: CUT_TIMES_FROM, to: SUNSET, mark: "G" },
      ...{ statutes: ["environment2020", "decree8", "resolution6619"], steps: assessmentSteps("cut") },
      title: { vi: "Nghị quyết 66.19/2026, từ 01/7/2026", en: "Resolution 66.19/2026, from 01/7/2026" },
      transition: notCompared("resolution6619", "01/7/2026"),
    }),
    AFTER(),
  ],
};

const PERMIT = { vi: "Giấy phép môi trường", en: "Environmental permit" };

function permitSteps(days: "law2020" | "unknown"): readonly Step[] {
  const consult = (clause: "43.2c" | "43.2d") => ground("environment2020", clause, "L");
  const issued =
    days === "law2020" ? ground("environment2020", "43.4", "L") : ground("environment2020", "43", "U");
  const ministry = { vi: "thẩm quyền bộ", en: "where the ministry decides" };
  return [
    step("dossierComplete", {
      ...{ ...ground("environment2020", "43", "L"), kind: "receive", actor: "environment" },
      title: { vi: "Nhận hồ sơ đầy đủ, hợp lệ", en: "Complete dossier received" },
    }),
    step("zoneDeveloper", {
      ...{
        ...consult("43.2d"),
        kind: "opinions",
        actor: "developer",
        starts: "dossierComplete",
        optional: true,
      },
      title: { vi: "Hỏi ý kiến chủ đầu tư hạ tầng", en: "The infrastructure developer is asked" },
      note: { vi: "khi dự án nằm trong khu, cụm", en: "where the project lies in a zone" },
    }),
    step("irrigation", {
      ...{
        ...consult("43.2c"),
        kind: "opinions",
        actor: "departments",
        starts: "dossierComplete",
        optional: true,
      },
      title: {
        vi: "Hỏi ý kiến cơ quan quản lý công trình thủy lợi",
        en: "The irrigation authority is asked",
      },
    }),
    step("permit", {
      ...{ ...issued, kind: "decide", actor: "environment", starts: "dossierComplete", yields: PERMIT },
      title: { vi: "Cấp giấy phép môi trường", en: "Permit issued" },
      ...(days === "law2020"
        ? {
            limit: calendarDays(30),
            further: [{ ...issued, limit: calendarDays(45), starts: "dossierComplete", when: ministry }],
          }
        : {
            note: {
              vi: "từ 01/01/2026 Bộ trưởng quy định thời hạn; chưa đọc số ngày",
              en: "since 01/01/2026 the minister sets the time, which was not read",
            },
          }),
    }),
  ];
}

const PERMITTED = { filedBy: "owner", receivedBy: "environment", result: PERMIT } as const;

export const environmentalPermit: Procedure = {
  ...{ key: "environmentalPermit", about: "project", pin: "received" },
  title: { vi: "Giấy phép môi trường", en: "Environmental permit" },
  note: {
    vi: "Từ 18/5/2026 (Nghị quyết 66.19/2026/NQ-CP, Phụ lục IX A.VII): khu, cụm chỉ phải có khi phát sinh từ 100 m³/ngày nước thải công nghiệp phải xử lý hoặc 100.000 m³/giờ khí thải; loại hình khác từ 150 m³/ngày; còn lại thì đăng ký môi trường. Cấp lại: nộp hồ sơ trước khi giấy phép hết hạn 6 tháng (Phụ lục IX A.III). Thời hạn tính theo thẩm quyền của tỉnh.",
    en: "Since 18/5/2026 (resolution 66.19/2026, annex IX A.VII): zones need it only from 100 m³/day of treated industrial waste water or 100,000 m³/hour of gas; other trades from 150 m³/day; others register. To renew: file 6 months before it ends (annex IX A.III). Limits are those of the province.",
  },
  versions: [
    BEFORE,
    version({
      ...{ ...PERMITTED, key: "law2020", from: LAW_2020_FROM, to: "2026-01-01", mark: "G" },
      ...{ statutes: ["environment2020", "decree8"], steps: permitSteps("law2020") },
      title: { vi: "Luật Bảo vệ môi trường 2020", en: "Law on Environmental Protection 2020" },
      transition: notCompared("environment2020", "10/01/2022"),
    }),
    version({
      ...{ ...PERMITTED, key: "minister2026", from: "2026-01-01", to: THRESHOLDS_FROM, mark: "G" },
      ...{ statutes: ["environment2020", "law146"], steps: permitSteps("unknown") },
      title: {
        vi: "Luật 146/2025: Bộ trưởng quy định thời hạn",
        en: "Law 146/2025: the minister sets the time",
      },
      transition: notCompared("law146", "01/01/2026"),
    }),
    version({
      ...{ ...PERMITTED, key: "thresholds2026", from: THRESHOLDS_FROM, to: SUNSET, mark: "G" },
      ...{
        statutes: ["environment2020", "law146", "circular9", "resolution6619"],
        steps: permitSteps("unknown"),
      },
      title: {
        vi: "Ngưỡng mới của Nghị quyết 66.19/2026",
        en: "The new thresholds of resolution 66.19/2026",
      },
      transition: notCompared("resolution6619", "18/5/2026"),
    }),
    AFTER(),
  ],
};

const REGISTERED = { vi: "Đăng ký môi trường được tiếp nhận", en: "Environmental registration received" };
const THRESHOLDS = ground("resolution6619", "Phụ lục IX A.VII", "L");

export const environmentalRegistration: Procedure = {
  ...{ key: "environmentalRegistration", about: "project", pin: "received", note: null },
  title: { vi: "Đăng ký môi trường", en: "Environmental registration" },
  versions: [
    uncoded({ ...LAW_OF_THEN, key: "before2026", from: null, to: THRESHOLDS_FROM }),
    version({
      ...{
        key: "thresholds2026",
        from: THRESHOLDS_FROM,
        to: SUNSET,
        statutes: ["resolution6619"],
        mark: "L",
      },
      title: { vi: "Nghị quyết 66.19/2026/NQ-CP", en: "Resolution 66.19/2026" },
      ...{
        filedBy: "owner",
        receivedBy: "province",
        result: REGISTERED,
        transition: notCompared("resolution6619", "18/5/2026"),
      },
      steps: [
        step("registration", {
          ...{ ...THRESHOLDS, kind: "receive", actor: "province", yields: REGISTERED },
          title: { vi: "Tiếp nhận đăng ký môi trường", en: "Registration received" },
          note: {
            vi: "từ 50 m³/ngày nước thải hoặc 20.000 m³/giờ khí thải tại UBND tỉnh; nhỏ hơn tại UBND cấp xã",
            en: "from 50 m³/day of waste water or 20,000 m³/hour of gas at the province; smaller ones at the commune",
          },
        }),
      ],
    }),
    AFTER(),
  ],
};
