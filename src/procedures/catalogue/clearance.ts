/** Land recovery and clearance: the steps and waits of `src/land/clearance`, told as versions of a procedure. */
import type { PlainDate } from "../../kernel/dates.ts";
import { plainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { type Step as ClearanceStep, step as clearanceStep, STEPS } from "../../land/clearance/vocabulary.ts";
import { DECREE_49_FROM, limitOfWait, RESOLUTION_254_FROM, WAITS, type Wait } from "../../land/public.ts";
import { articleOn, type Citation } from "../../law/statutes/rules.ts";
import type { StatuteKey } from "../../law/statutes/statutes.ts";
import type { Actor, FurtherLimit, Ground, Procedure, Step, StepKind } from "../vocabulary.ts";
import { ground, item, LAW_OF_THEN, staysFrom, step, uncoded, version } from "./building.ts";

const WHEN = {
  agreed: { vi: "mọi người có đất đồng ý", en: "all land users agree" },
  notAgreed: { vi: "chưa được tất cả đồng ý", en: "not all agree" },
  resettlement: { vi: "có tái định cư", en: "with resettlement" },
  noResettlement: { vi: "không có tái định cư", en: "without resettlement" },
} as const;
const ONLY_WHERE = { vi: "chỉ khi có trường hợp này", en: "only where it comes to this" };
const FARM = { vi: "đất nông nghiệp", en: "farm land" };
const OTHER_LAND = { vi: "đất khác", en: "other land" };

/** The statute that an article of the waits names in words. */
function citationOf(article: string): Citation {
  const [name = "", clause = ""] = article.replace(/ \(.*\)$/, "").split(", Đ.");
  if (name.includes("31/2024")) return { statute: "land2024", article: clause };
  if (name.includes("254/2025")) return { statute: "resolution254", article: clause };
  if (name.includes("88/2024")) return { statute: "decree88", article: clause };
  if (name.includes("49/2026")) return { statute: "decree49", article: clause };
  throw new Error(`a wait of clearance cites no statute that is known: ${article}`);
}

/** What is counted of one wait: for the two kinds of land two limits. */
function limitsOf(wait: Wait): readonly FurtherLimit[] {
  const { days, start, when, article, mark, note } = wait;
  const where: Ground = { citation: citationOf(article), mark };
  const limit = (count: number) => limitOfWait(wait, count);
  const said: Sentence | null = when === null ? note : WHEN[when];
  if (typeof days === "object") {
    return [
      { ...where, starts: start, limit: limit(days.farm), when: FARM },
      { ...where, starts: start, limit: limit(days.other), when: OTHER_LAND },
    ];
  }
  const count = days === "inventoryDays" ? 30 : days === "originDays" ? 10 : days;
  return [{ ...where, starts: start, limit: limit(count), when: said }];
}

const SETTING_OF = { inventoryDays: "clearanceInventoryDays", originDays: "clearanceOriginDays" } as const;

const KINDS: Partial<Readonly<Record<ClearanceStep, StepKind>>> = {
  notice: "notice",
  noticeAgain: "notice",
  postingBegun: "notice",
  postingEnded: "window",
  opinions: "opinions",
  dialogue: "opinions",
  dossierComplete: "receive",
  appraisal: "appraisal",
  approval: "decide",
  recoveryDecision: "decide",
  enforcementDecision: "decide",
  compulsoryInventory: "decide",
};
const ACTING: Partial<Readonly<Record<ClearanceStep, Actor>>> = {
  notice: "signer",
  noticeAgain: "signer",
  appraisal: "land",
  approval: "signer",
  recoveryDecision: "signer",
  enforcementDecision: "signer",
  compulsoryInventory: "signer",
  handOver: "landUsers",
};
/** Who signs: by decree 49/2026, article 14, the province, which may delegate; before by whose land it is (Land Law, article 83). */
function actorOf(key: ClearanceStep, day: PlainDate): Actor {
  const actor = ACTING[key] ?? "clearance";
  return actor === "signer" && day < DECREE_49_FROM ? "landSigner" : actor;
}

const YIELDS: Partial<Readonly<Record<ClearanceStep, Sentence>>> = {
  approval: {
    vi: "Quyết định phê duyệt phương án bồi thường",
    en: "Decision that approves the compensation plan",
  },
  recoveryDecision: { vi: "Quyết định thu hồi đất", en: "Decision of recovery" },
};
/** Steps that come only where somebody disagrees, or money is not taken. */
const ONLY_IF: ReadonlySet<ClearanceStep> = new Set([
  ...(["noticeAgain", "inventoryPersuasion", "compulsoryInventory", "dialogue", "planPersuasion"] as const),
  ...(["resettled", "deposit", "handOverPersuasion", "enforcementDecision"] as const),
  ...(["enforcementReceived", "enforcementMinutes", "enforcement"] as const),
]);

/** What a step without a wait rests on; how it is named is practice where no article stands here. */
const GROUNDS: Partial<Readonly<Record<ClearanceStep, readonly [StatuteKey, string]>>> = {
  meeting: ["land2024", "87.1"],
  noticeAgain: ["land2024", "85.5"],
  inventoryPersuasion: ["land2024", "87.2đ"],
  draftPlan: ["decree88", "3"],
  postingBegun: ["land2024", "87.3a"],
  dossierComplete: ["decree88", "3.3"],
  planPersuasion: ["land2024", "87.6"],
  resettled: ["land2024", "91.6"],
  deposit: ["land2024", "94.4"],
  handOverPersuasion: ["land2024", "87.7"],
  enforcementReceived: ["land2024", "89"],
  enforcementMinutes: ["land2024", "89"],
};
/** The same since the resolution that replaced it. */
const GROUNDS_254: typeof GROUNDS = { postingBegun: ["resolution254", "3.9b"] };
const PRACTICE = ground("land2024", null, "P");

const NOTES: Partial<Readonly<Record<ClearanceStep, Sentence>>> = {
  notice: {
    vi: "gửi đến từng người có đất, niêm yết ở trụ sở UBND cấp xã và nơi sinh hoạt chung suốt thời gian bồi thường (Đ.87.2b); không liên lạc được thì đăng 3 số báo liên tiếp, phát 3 lần trong 3 ngày",
    en: "sent to each land user and posted at the commune for the whole time (article 87.2b); who can't be reached is told in 3 issues of a daily and 3 broadcasts within 3 days",
  },
  noticeAgain: {
    vi: "thông báo có hiệu lực 12 tháng; từ 31/01/2026 ban hành lại thì không phải chờ lại (Nghị định 49/2026/NĐ-CP, Đ.13.2c)",
    en: "a notice holds for 12 months; since 31/01/2026 one that is issued again begins no new wait (decree 49/2026, article 13.2c)",
  },
  postingBegun: {
    vi: "niêm yết tại trụ sở UBND cấp xã, nơi sinh hoạt chung; từ 01/01/2026 cả trên cổng thông tin của xã (Nghị quyết 254/2025/QH15, Đ.3.9b)",
    en: "posted at the commune and its community places; since 01/01/2026 on the commune's portal, too (resolution 254/2025, article 3.9b)",
  },
  recoveryDecision: {
    vi: "từ 01/01/2026 được quyết định trước khi duyệt phương án với dự án khẩn cấp, hoặc khi trên 75 % người có đất đồng ý, sau khi hết niêm yết; thu hồi được theo đợt (Nghị quyết 254/2025/QH15, Đ.3.3a, 3.5)",
    en: "since 01/01/2026 it may come before the plan is approved, for urgent projects or where over 75 % of the users agree, once posting has ended; land may be recovered by rounds (resolution 254/2025, articles 3.3a and 3.5)",
  },
  deposit: {
    vi: "gửi vào tài khoản của đơn vị bồi thường tại ngân hàng thương mại do Nhà nước chi phối, không phải kho bạc",
    en: "to the unit's account at a state-dominated commercial bank, not the treasury",
  },
};

/** The site is handed over at the end, also where it had to be enforced. */
const ORDER: readonly ClearanceStep[] = [
  ...clearanceStep.options.filter((key) => key !== "handOver"),
  "handOver",
];

/** The steps with the waits that hold on the day. */
function stepsOn(day: PlainDate): readonly Step[] {
  return ORDER.map((key): Step => {
    const waits = WAITS.filter(
      (wait) =>
        wait.step === key &&
        wait.effectiveFrom <= day &&
        (wait.effectiveTo === null || day < wait.effectiveTo) &&
        articleOn(citationOf(wait.article), day).citable,
    );
    const limits = waits.flatMap(limitsOf);
    const [first] = limits;
    // A limit that holds in a certain case alone never stands as the limit of the step.
    // Nor does that of a step that comes only where somebody disagrees.
    const onlyIf = ONLY_IF.has(key);
    const own =
      first !== undefined && limits.length === 1 && waits[0]?.when === null && !onlyIf ? first : null;
    const grounds = (day < RESOLUTION_254_FROM ? undefined : GROUNDS_254[key]) ?? GROUNDS[key];
    const note = NOTES[key] ?? own?.when ?? null;
    const days = waits[0]?.days;
    const yields = YIELDS[key];
    return step(key, {
      ...(first !== undefined
        ? { citation: first.citation, mark: first.mark }
        : grounds === undefined
          ? PRACTICE
          : ground(...grounds, "L")),
      ...{ title: STEPS[key], kind: KINDS[key] ?? "act", actor: actorOf(key, day) },
      ...(own === null
        ? { further: onlyIf ? limits.map((one) => ({ ...one, when: one.when ?? ONLY_WHERE })) : limits }
        : {
            ...{ starts: own.starts, limit: own.limit, further: [] },
          }),
      ...(note === null ? {} : { note }),
      ...(typeof days === "string" ? { setting: SETTING_OF[days] } : {}),
      ...(yields === undefined ? {} : { yields }),
      optional: onlyIf,
    });
  });
}

const RESULT = { vi: "Mặt bằng đã bàn giao", en: "The cleared site handed over" };
const PLAN = ground("decree88", "3", "L");
const DOSSIER = [
  item(
    "plan",
    {
      vi: "Phương án bồi thường, hỗ trợ, tái định cư (10 nội dung; từ 31/01/2026 thêm chỗ ở tạm theo Nghị định 49/2026/NĐ-CP, Đ.11.1)",
      en: "Plan of compensation, support, resettlement (10 matters; since 31/01/2026 temporary housing, too: decree 49/2026, article 11.1)",
    },
    PLAN,
  ),
  item(
    "details",
    {
      vi: "Phương án chi tiết từng người có đất (13 nội dung, có dữ liệu cá nhân)",
      en: "Detailed plan of each land user (13 matters, with personal data)",
    },
    PLAN,
  ),
  item(
    "minutes",
    { vi: "Biên bản họp, niêm yết, lấy ý kiến", en: "Minutes of meeting, posting, opinions" },
    ground("land2024", "87", "L"),
  ),
];
const CODED = {
  ...({ filedBy: "clearance", receivedBy: "land", result: RESULT, mark: "L" } as const),
  dossier: DOSSIER,
};

export const landRecovery: Procedure = {
  ...{ key: "landRecovery", about: "zone", pin: "decided" },
  title: { vi: "Thu hồi đất, giải phóng mặt bằng", en: "Land recovery and clearance" },
  note: {
    vi: "Từ 31/01/2026 UBND tỉnh tự ban hành trình tự và số ngày tối đa, chậm nhất 01/7/2026 (Nghị định 49/2026/NĐ-CP, Đ.15); bản của Thái Nguyên chưa tìm được. Mỗi đợt có bảng tiến độ ở trang Giải phóng mặt bằng.",
    en: "Since 31/01/2026 the province issues its own steps and days, by 01/7/2026 (decree 49/2026, article 15); that of Thái Nguyên was not found. Each round has its board on the page of clearance.",
  },
  versions: [
    uncoded({ ...LAW_OF_THEN, key: "before2024", from: null, to: "2024-08-01" }),
    version({
      ...{
        ...CODED,
        key: "law2024",
        from: "2024-08-01",
        to: "2026-01-01",
        statutes: ["land2024", "decree88"],
      },
      ...{ title: { vi: "Luật Đất đai 2024", en: "Land Law 2024" }, steps: stepsOn(plainDate("2024-08-01")) },
      transition: staysFrom("decided", ground("land2024", null, "U"), {
        vi: "Phương án đã phê duyệt trước 01/8/2024: theo luật khi đó, chưa đối chiếu.",
        en: "Plans approved before 01/8/2024: by the law of then, not compared.",
      }),
    }),
    version({
      ...{ ...CODED, key: "resolution254", from: "2026-01-01", to: "2026-01-31" },
      ...{ statutes: ["land2024", "resolution254", "decree88"], steps: stepsOn(plainDate("2026-01-01")) },
      title: { vi: "Luật Đất đai 2024, Nghị quyết 254/2025", en: "Land Law 2024, resolution 254/2025" },
      transition: staysFrom("decided", ground("resolution254", "3.13", "L"), {
        vi: "Phương án phê duyệt trước 01/01/2026 theo quy định cũ; chưa phê duyệt thì theo Luật và Nghị quyết; thông báo trước 01/8/2024 mà đến 01/01/2026 chưa có quyết định thì hết hiệu lực.",
        en: "Plans approved before 01/01/2026 go by the old rules; others by the law and the resolution; notices from before 01/8/2024 without a decision by 01/01/2026 lapsed.",
      }),
    }),
    version({
      ...{
        ...CODED,
        mark: "Locr",
        key: "decree49",
        from: "2026-01-31",
        steps: stepsOn(plainDate("2026-01-31")),
      },
      statutes: ["land2024", "resolution254", "decree88", "decree49"],
      title: { vi: "Nghị quyết 254/2025, Nghị định 49/2026", en: "Resolution 254/2025, decree 49/2026" },
      transition: staysFrom("decided", ground("decree49", "19", "Locr"), {
        vi: "Cả hai quyết định trước 31/01/2026 thì theo phương án đã phê duyệt; dự án dở dang thì UBND tỉnh chọn quy định; thông báo còn hiệu lực được dùng tiếp.",
        en: "Both decisions before 31/01/2026: the approved plan; a project in between: the province chooses; living notices stay usable.",
      }),
    }),
  ],
};
