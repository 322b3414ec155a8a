/** The words of a case: a dossier under way in a statutory procedure, and what happens to it, day by day. */
import { z } from "zod";
import type { Sentence } from "../../kernel/problems.ts";
import { plainDateText, sealedRef } from "../../register/vocabulary.ts";

/** What happens to a case. Which of them may come when is told by `course.ts`. */
export const EVENTS = {
  received: { vi: "Tiếp nhận hồ sơ", en: "Dossier received" },
  daySet: { vi: "Ấn định ngày của bước", en: "Day of a step set" },
  completed: { vi: "Hồ sơ đầy đủ, hợp lệ", en: "Dossier complete and valid" },
  stepDone: { vi: "Xong bước", en: "Step done" },
  supplementAsked: { vi: "Yêu cầu bổ sung hồ sơ", en: "Supplement asked for" },
  supplementReceived: { vi: "Nhận hồ sơ bổ sung", en: "Supplement received" },
  paused: { vi: "Tạm dừng tính thời hạn", en: "Clock paused" },
  resumed: { vi: "Tính tiếp thời hạn", en: "Clock resumed" },
  extended: { vi: "Gia hạn", en: "Extended" },
  apologised: { vi: "Xin lỗi, hẹn lại ngày trả kết quả", en: "Apology with a new day of the result" },
  opinionAsked: { vi: "Gửi lấy ý kiến", en: "Opinion asked for" },
  opinionGiven: { vi: "Nhận ý kiến", en: "Opinion received" },
  handedOver: { vi: "Chuyển người thụ lý", en: "Handed over" },
  councilNamed: { vi: "Lập danh sách Hội đồng", en: "Council named" },
  kept: { vi: "Lưu vào hồ sơ", en: "Kept in the dossier" },
  decided: { vi: "Ký quyết định, chấp thuận", en: "Decided, granted" },
  refused: { vi: "Ký văn bản không chấp thuận", en: "Decided, refused" },
  returned: { vi: "Trả hồ sơ", en: "Dossier returned" },
  withdrawn: { vi: "Người nộp rút hồ sơ", en: "Withdrawn by who filed it" },
} as const satisfies Record<string, Sentence>;
export const eventKind = z.enum([
  "received",
  "completed",
  "stepDone",
  "daySet",
  "supplementAsked",
  "supplementReceived",
  "paused",
  "resumed",
  "extended",
  "apologised",
  "opinionAsked",
  "opinionGiven",
  "handedOver",
  "councilNamed",
  "kept",
  "decided",
  "refused",
  "returned",
  "withdrawn",
]);
export type EventKind = z.infer<typeof eventKind>;

/** Where a case stands. `waiting`: for a supplement, or paused; the clock stands. */
export const STATES = {
  open: { vi: "Đang giải quyết", en: "Under way" },
  waiting: { vi: "Chờ bổ sung, đang dừng tính thời hạn", en: "Waiting; the clock stands" },
  decided: { vi: "Đã quyết định", en: "Decided" },
  refused: { vi: "Không chấp thuận", en: "Refused" },
  returned: { vi: "Đã trả hồ sơ", en: "Returned" },
  withdrawn: { vi: "Người nộp đã rút", en: "Withdrawn" },
} as const satisfies Record<string, Sentence>;
export const caseState = z.enum(["open", "waiting", "decided", "refused", "returned", "withdrawn"]);
export type CaseState = z.infer<typeof caseState>;

/** Whether nothing more can happen to it. */
export function isEnded(state: CaseState): boolean {
  return state !== "open" && state !== "waiting";
}

const key = z.string().min(1).max(60);

/**
 * One thing that happened. `body`: who was asked for an opinion, a state body; `days`: of an extension, of an opinion's limit;
 * `day`: for which a step is set, as the closing of bids; `until`: the new day of the result that an apology gives, which
 * moves no limit.
 */
export const caseEvent = z.object({
  kind: eventKind,
  step: key.optional(),
  days: z.number().int().positive().max(3650).optional(),
  day: plainDateText.optional(),
  unit: z.enum(["working", "calendar"]).optional(),
  body: z.string().min(1).max(300).optional(),
  until: plainDateText.optional(),
});
export type CaseEvent = z.infer<typeof caseEvent>;

/** What a member of a council does. The secretary does not score: decree 32/2024, Đ.13.2. */
export const COUNCIL_ROLES = {
  chair: { vi: "Chủ tịch Hội đồng", en: "Chair" },
  viceChair: { vi: "Phó Chủ tịch Hội đồng", en: "Vice-chair" },
  member: { vi: "Thành viên", en: "Member" },
  secretary: { vi: "Thư ký", en: "Secretary" },
} as const satisfies Record<string, Sentence>;
export const councilRole = z.enum(["chair", "viceChair", "member", "secretary"]);
export const councilMember = z.object({ account: z.uuid(), role: councilRole });
export type CouncilMember = z.infer<typeof councilMember>;

/** Every attribute of a case. Nothing of who applies, scores, drafts or opinions stands here: that is sealed (`kept`). */
export const caseAttributes = z
  .object({
    /** As on the receipt: HS-2026-0001. */
    number: z.string().min(1),
    procedure: key,
    /** What it is about in words that name no applicant, where no subject of the register is: a planned cluster. */
    topic: z.string().min(1).max(300),
    zone: z.uuid(),
    project: z.uuid(),
    plot: z.uuid(),
    places: z.array(z.uuid()).min(1),
    /** Id of the unit that handles it, and the account that does. */
    unit: z.uuid(),
    officer: z.string().min(1),
    council: z.array(councilMember).max(30),
    step: key,
    state: caseState,
    event: caseEvent,
    kept: sealedRef,
    /** Of a request for our opinion: the last day that the asker gave, and that silence counts as consent. */
    answerBy: plainDateText,
    silenceAgrees: z.boolean(),
    /** Why its existence is disputed; such a case is named and never counted. */
    disputed: z.string().min(1),
  })
  .partial();
export type CaseAttributes = z.infer<typeof caseAttributes>;
export type CaseAttribute = keyof CaseAttributes;

export const CASE_LABELS = {
  number: { vi: "Số biên nhận", en: "Receipt number" },
  procedure: { vi: "Thủ tục", en: "Procedure" },
  topic: { vi: "Về việc", en: "About" },
  zone: { vi: "Khu, cụm", en: "Zone" },
  project: { vi: "Dự án", en: "Project" },
  plot: { vi: "Lô đất", en: "Plot" },
  places: { vi: "Địa bàn", en: "Places" },
  unit: { vi: "Đơn vị thụ lý", en: "Handling unit" },
  officer: { vi: "Người thụ lý", en: "Officer" },
  council: { vi: "Hội đồng", en: "Council" },
  step: { vi: "Bước", en: "Step" },
  state: { vi: "Tình trạng", en: "State" },
  event: { vi: "Diễn biến", en: "Event" },
  kept: { vi: "Mục lưu kín", en: "Sealed item" },
  answerBy: { vi: "Trả lời trước hết ngày", en: "Answer by" },
  silenceAgrees: { vi: "Không trả lời là đồng ý", en: "Silence is consent" },
  disputed: { vi: "Cần làm rõ", en: "Disputed" },
} as const satisfies Record<CaseAttribute, Sentence>;
