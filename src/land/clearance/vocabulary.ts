/** The words of site clearance: what is told of a round (đợt), its steps in the order of the law, its money. */
import { z } from "zod";
import type { Sentence } from "../../kernel/problems.ts";
import { partialDateText } from "../../register/vocabulary.ts";

const wholeNumber = z.number().int().nonnegative();

/**
 * Which rules compensation and support of a project follow where decrees changed in its course: decree 49/2026, Đ.19.
 * `before`: both decisions came before 31/01/2026; `after`: neither did; `chosen`: one did, and the province chose.
 */
export const REGIMES = {
  before: { vi: "Theo phương án đã phê duyệt trước 31/01/2026", en: "The plan approved before 31/01/2026" },
  after: { vi: "Theo quy định từ 31/01/2026", en: "The rules since 31/01/2026" },
  chosen: { vi: "Theo quy định UBND tỉnh chọn cho dự án dở dang", en: "The rules that the province chose" },
} as const satisfies Record<string, Sentence>;
export const regime = z.enum(["before", "after", "chosen"]);

/** The days that are told of a round, in the order of the law. */
export const STEPS = {
  boundaryMarked: { vi: "Bàn giao mốc giới", en: "Boundary marks handed over" },
  recoveryPlan: { vi: "Kế hoạch thu hồi đất", en: "Recovery plan" },
  meeting: { vi: "Họp với người có đất", en: "Meeting with the land users" },
  notice: { vi: "Thông báo thu hồi đất", en: "Notice of recovery" },
  noticeAgain: { vi: "Ban hành lại thông báo", en: "Notice issued again" },
  inventory: { vi: "Kiểm đếm xong", en: "Inventory finished" },
  inventoryPersuasion: { vi: "Bắt đầu vận động kiểm đếm", en: "Persuasion to the inventory begun" },
  compulsoryInventory: { vi: "Quyết định kiểm đếm bắt buộc", en: "Compulsory inventory decided" },
  originConfirmed: { vi: "Xác nhận nguồn gốc đất", en: "Origin of the land confirmed" },
  draftPlan: { vi: "Lập phương án bồi thường", en: "Compensation plan drafted" },
  postingBegun: { vi: "Bắt đầu niêm yết phương án", en: "Posting of the plan begun" },
  postingEnded: { vi: "Kết thúc niêm yết", en: "Posting ended" },
  opinions: { vi: "Họp lấy ý kiến", en: "Opinions heard" },
  dialogue: { vi: "Đối thoại", en: "Dialogue" },
  dossierComplete: { vi: "Đủ hồ sơ thẩm định", en: "Dossier for appraisal complete" },
  appraisal: { vi: "Thẩm định phương án", en: "Plan appraised" },
  approval: { vi: "Phê duyệt phương án", en: "Plan approved" },
  planPersuasion: { vi: "Bắt đầu vận động người chưa đồng ý phương án", en: "Persuasion to the plan begun" },
  resettled: { vi: "Bố trí tái định cư xong", en: "Resettlement finished" },
  recoveryDecision: { vi: "Quyết định thu hồi đất", en: "Recovery decided" },
  payment: { vi: "Chi trả bồi thường", en: "Compensation paid out" },
  deposit: { vi: "Gửi tiền chưa nhận vào tài khoản ngân hàng", en: "Unclaimed money deposited at a bank" },
  handOver: { vi: "Bàn giao xong mặt bằng", en: "Site wholly handed over" },
  handOverPersuasion: { vi: "Bắt đầu vận động bàn giao", en: "Persuasion to hand over begun" },
  enforcementDecision: { vi: "Quyết định cưỡng chế thu hồi", en: "Enforcement decided" },
  enforcementReceived: { vi: "Người có đất nhận quyết định cưỡng chế", en: "Enforcement decision received" },
  enforcementMinutes: { vi: "Biên bản chấp hành cưỡng chế", en: "Minutes of compliance" },
  enforcement: { vi: "Thực hiện cưỡng chế", en: "Enforcement carried out" },
} as const satisfies Record<string, Sentence>;
export const step = z.enum([
  "boundaryMarked",
  "recoveryPlan",
  "meeting",
  "notice",
  "noticeAgain",
  "inventory",
  "inventoryPersuasion",
  "compulsoryInventory",
  "originConfirmed",
  "draftPlan",
  "postingBegun",
  "postingEnded",
  "opinions",
  "dialogue",
  "dossierComplete",
  "appraisal",
  "approval",
  "planPersuasion",
  "resettled",
  "recoveryDecision",
  "payment",
  "deposit",
  "handOver",
  "handOverPersuasion",
  "enforcementDecision",
  "enforcementReceived",
  "enforcementMinutes",
  "enforcement",
]);
export type Step = z.infer<typeof step>;

const stepDays = z.object({
  boundaryMarked: partialDateText,
  recoveryPlan: partialDateText,
  meeting: partialDateText,
  notice: partialDateText,
  noticeAgain: partialDateText,
  inventory: partialDateText,
  inventoryPersuasion: partialDateText,
  compulsoryInventory: partialDateText,
  originConfirmed: partialDateText,
  draftPlan: partialDateText,
  postingBegun: partialDateText,
  postingEnded: partialDateText,
  opinions: partialDateText,
  dialogue: partialDateText,
  dossierComplete: partialDateText,
  appraisal: partialDateText,
  approval: partialDateText,
  planPersuasion: partialDateText,
  resettled: partialDateText,
  recoveryDecision: partialDateText,
  payment: partialDateText,
  deposit: partialDateText,
  handOver: partialDateText,
  handOverPersuasion: partialDateText,
  enforcementDecision: partialDateText,
  enforcementReceived: partialDateText,
  enforcementMinutes: partialDateText,
  enforcement: partialDateText,
} satisfies Record<Step, typeof partialDateText>);

/** A month by whose end so many m² more are to be handed over. */
export const monthTarget = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  area: wholeNumber,
});
export type MonthTarget = z.infer<typeof monthTarget>;

/** Every attribute that a round may have; all are optional, nothing is invented. Areas in m². */
export const clearanceAttributes = z
  .object({
    name: z.string().min(1),
    /** Id of the park, cluster or phase. */
    zone: z.uuid(),
    /** The first, the second... round of the zone. */
    round: wholeNumber,
    toRecover: wholeNumber,
    parcels: wholeNumber,
    households: wholeNumber,
    graves: wholeNumber,
    /** Handed over so far. */
    handedOver: wholeNumber,
    householdsPaid: wholeNumber,
    gravesMoved: wholeNumber,
    objections: wholeNumber,
    objectionsSettled: wholeNumber,
    targets: z.array(monthTarget).min(1),
    /** Whether all of the land is farm land: it decides how long the notice must stand. */
    farmLand: z.boolean(),
    /** Whether all land users agree to recovery before the notice time ends. */
    agreed: z.boolean(),
    /** m² that counts where more than 75 % must agree, and of it what belongs to those who do; the same of the holders. */
    countedLand: wholeNumber,
    agreedLand: wholeNumber,
    countedHolders: wholeNumber,
    agreedHolders: wholeNumber,
    resettlement: z.boolean(),
    regime,
    ...stepDays.shape,
    /** Why the existence is disputed; a disputed round is named and never counted. */
    disputed: z.string().min(1),
  })
  .partial();
export type ClearanceAttributes = z.infer<typeof clearanceAttributes>;
export type ClearanceAttribute = keyof ClearanceAttributes;

export const CLEARANCE_LABELS = {
  name: { vi: "Tên đợt", en: "Name of the round" },
  zone: { vi: "Thuộc khu, cụm, giai đoạn", en: "Zone or phase" },
  round: { vi: "Đợt thứ", en: "Round" },
  toRecover: { vi: "Diện tích phải thu hồi", en: "Land to recover" },
  handedOver: { vi: "Diện tích đã bàn giao (cộng dồn)", en: "Land handed over so far" },
  parcels: { vi: "Số thửa đất", en: "Parcels" },
  households: { vi: "Số hộ, tổ chức có đất", en: "Households and organisations" },
  householdsPaid: { vi: "Số hộ đã nhận tiền (cộng dồn)", en: "Households paid so far" },
  graves: { vi: "Số mộ phải di chuyển", en: "Graves to move" },
  gravesMoved: { vi: "Số mộ đã di chuyển (cộng dồn)", en: "Graves moved so far" },
  objections: { vi: "Số kiến nghị, khiếu nại (cộng dồn)", en: "Objections so far" },
  objectionsSettled: { vi: "Số kiến nghị đã giải quyết (cộng dồn)", en: "Objections settled so far" },
  targets: { vi: "Chỉ tiêu bàn giao từng tháng", en: "Hand-over target by month" },
  farmLand: { vi: "Toàn bộ là đất nông nghiệp", en: "All of it farm land" },
  agreed: { vi: "Tất cả người có đất đồng ý thu hồi sớm", en: "All land users agree to early recovery" },
  countedLand: { vi: "Diện tích tính khi thỏa thuận", en: "Land that counts for the agreement" },
  agreedLand: { vi: "Diện tích của người đã đồng ý thỏa thuận", en: "Land of those who agree" },
  countedHolders: { vi: "Số người có đất tính khi thỏa thuận", en: "Holders that count for the agreement" },
  agreedHolders: { vi: "Số người có đất đã đồng ý thỏa thuận", en: "Holders who agree" },
  resettlement: { vi: "Có tái định cư", en: "With resettlement" },
  regime: { vi: "Chế độ bồi thường áp dụng", en: "Rules of compensation" },
  ...STEPS,
  disputed: { vi: "Chưa thống nhất", en: "Disputed" },
} as const satisfies Record<ClearanceAttribute, Sentence>;

/** Amounts of a round, kept as entries that name it. */
export const COMPENSATION_ENTRIES = {
  compensationApproved: { vi: "Bồi thường đã phê duyệt", en: "Compensation approved" },
  compensationPaid: { vi: "Bồi thường đã chi trả", en: "Compensation paid" },
  compensationDeposited: { vi: "Bồi thường gửi tài khoản ngân hàng", en: "Compensation deposited" },
} as const satisfies Record<string, Sentence>;
export const compensationEntry = z.enum([
  "compensationApproved",
  "compensationPaid",
  "compensationDeposited",
]);
export type CompensationEntry = z.infer<typeof compensationEntry>;
