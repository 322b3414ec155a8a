/** The words of the catalogue: a procedure, its versions by date, the steps of a version, and what pins its law. */
import type { PlainDate } from "../kernel/dates.ts";
import type { Sentence } from "../kernel/problems.ts";
import type { Mark } from "../law/marks.ts";
import type { Citation } from "../law/statutes/rules.ts";
import type { StatuteKey } from "../law/statutes/statutes.ts";
import type { SettingKey } from "../settings/vocabulary.ts";
import type { Limit } from "./clock/vocabulary.ts";

export const ACTORS = {
  applicant: {
    vi: "Nhà đầu tư đề nghị làm chủ đầu tư hạ tầng",
    en: "Applicant for infrastructure developer",
  },
  developer: { vi: "Chủ đầu tư hạ tầng", en: "Infrastructure developer" },
  investor: { vi: "Nhà đầu tư", en: "Investor" },
  owner: { vi: "Chủ dự án", en: "Project owner" },
  district: { vi: "UBND cấp huyện", en: "District People's Committee" },
  commune: { vi: "UBND cấp xã", en: "Commune People's Committee" },
  industry: { vi: "Sở Công Thương", en: "Department of Industry and Trade" },
  planning: {
    vi: "Sở Kế hoạch và Đầu tư (nay là Sở Tài chính)",
    en: "Department of Planning (now of Finance)",
  },
  finance: { vi: "Sở Tài chính", en: "Department of Finance" },
  board: { vi: "Ban Quản lý các khu công nghiệp", en: "Management Board of parks" },
  reception: {
    vi: "Sở Tài chính hoặc Ban Quản lý các khu công nghiệp",
    en: "Department of Finance or Management Board",
  },
  departments: { vi: "Các sở, ngành được hỏi", en: "Departments that are consulted" },
  decider: {
    vi: "Chủ tịch UBND tỉnh hoặc Ban Quản lý các khu công nghiệp",
    en: "Chairman of the province or Management Board",
  },
  council: { vi: "Hội đồng đánh giá lựa chọn chủ đầu tư", en: "Developer selection council" },
  environment: { vi: "Cơ quan thẩm định môi trường", en: "Body that appraises the environment" },
  land: { vi: "Cơ quan quản lý đất đai cấp tỉnh", en: "Provincial land authority" },
  builder: { vi: "Cơ quan chuyên môn về xây dựng", en: "Specialised construction body" },
  permitter: {
    vi: "Sở Xây dựng, Ban Quản lý hoặc UBND cấp xã",
    en: "Department of Construction, Board or commune",
  },
  plannerOfDetail: { vi: "Cấp phê duyệt quy hoạch chi tiết", en: "Level that approves the detailed plan" },
  clearance: { vi: "Đơn vị bồi thường, giải phóng mặt bằng", en: "Compensation unit" },
  landUsers: { vi: "Người có đất thu hồi", en: "Users of the land" },
  chairman: { vi: "Chủ tịch UBND tỉnh", en: "Chairman of the provincial People's Committee" },
  province: { vi: "UBND tỉnh", en: "Provincial People's Committee" },
  ministry: { vi: "Bộ Công Thương", en: "Ministry of Industry and Trade" },
  investmentMinistry: {
    vi: "Bộ Kế hoạch và Đầu tư (nay là Bộ Tài chính)",
    en: "Ministry of Planning and Investment (now of Finance)",
  },
  primeMinister: { vi: "Thủ tướng Chính phủ", en: "Prime Minister" },
  bidders: { vi: "Nhà thầu", en: "Bidders" },
  oneStop: { vi: "Trung tâm phục vụ hành chính công", en: "Public-service centre" },
  inviter: { vi: "Bên mời thầu", en: "Who invites the bids" },
  competent: { vi: "Người có thẩm quyền", en: "The competent person" },
  holder: { vi: "Đơn vị đang quản lý tài sản", en: "Unit that holds the asset" },
  landSigner: {
    vi: "UBND tỉnh hoặc UBND cấp huyện, tùy đối tượng (từ 01/7/2025 không còn cấp huyện)",
    en: "The province or the district, by whose land it is (districts ended on 01/7/2025)",
  },
  signer: {
    vi: "UBND tỉnh, hoặc UBND cấp xã khi được phân cấp, ủy quyền",
    en: "The province, or the commune where it is delegated",
  },
} as const satisfies Record<string, Sentence>;
export type Actor = keyof typeof ACTORS;

/** The events that may decide which text a dossier follows, in the order in which they come. */
export const PIN_EVENTS = {
  received: { vi: "nhận hồ sơ", en: "the dossier was received" },
  noticeIssued: { vi: "ban hành thông báo", en: "the notice was issued" },
  underAppraisal: { vi: "đang thẩm định, xem xét quyết định", en: "it was under appraisal or decision" },
  decided: { vi: "quyết định, phê duyệt", en: "it was decided" },
} as const satisfies Record<string, Sentence>;
export type PinEvent = keyof typeof PIN_EVENTS;
export const PIN_ORDER = [
  "received",
  "noticeIssued",
  "underAppraisal",
  "decided",
] as const satisfies readonly PinEvent[];

export const STEP_KINDS = {
  receive: { vi: "Tiếp nhận", en: "Received" },
  notice: { vi: "Thông báo", en: "Notice" },
  window: { vi: "Chờ nộp hồ sơ", en: "Window" },
  prepare: { vi: "Lập hồ sơ", en: "Preparation" },
  opinions: { vi: "Lấy ý kiến", en: "Opinions" },
  council: { vi: "Hội đồng", en: "Council" },
  score: { vi: "Chấm điểm", en: "Scoring" },
  appraisal: { vi: "Thẩm định", en: "Appraisal" },
  submit: { vi: "Trình", en: "Submission" },
  decide: { vi: "Quyết định", en: "Decision" },
  result: { vi: "Kết quả", en: "Result" },
  act: { vi: "Thực hiện", en: "Act" },
} as const satisfies Record<string, Sentence>;
export type StepKind = keyof typeof STEP_KINDS;

/** An article and how far it was checked. */
export type Ground = { readonly citation: Citation; readonly mark: Mark };

/** A limit beside the step's own: another start, another case. */
export type FurtherLimit = Ground & {
  readonly limit: Limit;
  readonly starts: string;
  /** In which case; null: always. */
  readonly when: Sentence | null;
};

export type Step = Ground & {
  readonly key: string;
  readonly title: Sentence;
  readonly kind: StepKind;
  readonly actor: Actor;
  /** The step on whose day its limit is counted; null: it begins the procedure, or nothing is counted. */
  readonly starts: string | null;
  /** Null: no number of days is known, or the law sets none. */
  readonly limit: Limit | null;
  /** The count is what this setting says; `limit` holds the usual one. */
  readonly setting: SettingKey | null;
  readonly further: readonly FurtherLimit[];
  /** It may be left out without a reason. */
  readonly optional: boolean;
  /** What the step brings forth: a decision, a certificate. */
  readonly yields: Sentence | null;
  readonly note: Sentence | null;
};

export type DossierItem = Ground & {
  readonly key: string;
  readonly title: Sentence;
  readonly optional: boolean;
};

/** How a dossier that is under way comes to this version, or stays with the one before. */
export type Transition = Ground & {
  /** Whoever had come so far before the first day stays with the version before. */
  readonly stays: PinEvent;
  readonly says: Sentence;
};

/** What is so between two days. */
export type Version = {
  readonly key: string;
  readonly title: Sentence;
  /** Null: as far back as the register looks. */
  readonly effectiveFrom: PlainDate | null;
  /** The first day on which it no longer holds. */
  readonly effectiveTo: PlainDate | null;
  /** It holds only where the setting has this value; null: whatever is set. */
  readonly onlyWhere: { readonly setting: SettingKey; readonly value: number } | null;
  readonly statutes: readonly StatuteKey[];
  readonly mark: Mark;
  /** False: no rule is counted; `why` says so. */
  readonly coded: boolean;
  readonly why: Sentence | null;
  /** Null only in the first version, and where nothing could be under way. */
  readonly transition: Transition | null;
  readonly filedBy: Actor | null;
  readonly receivedBy: Actor | null;
  readonly dossier: readonly DossierItem[];
  readonly steps: readonly Step[];
  readonly total: (Ground & { readonly limit: Limit }) | null;
  readonly result: Sentence | null;
  /** Null: no number is known. */
  readonly fees: Sentence | null;
};

export const ABOUT = {
  zone: { vi: "Khu, cụm", en: "Park or cluster" },
  project: { vi: "Dự án", en: "Project" },
  plot: { vi: "Lô đất", en: "Plot" },
} as const satisfies Record<string, Sentence>;

export type Procedure = {
  readonly key: string;
  readonly title: Sentence;
  readonly about: keyof typeof ABOUT;
  /** The event that decides which version a dossier follows. */
  readonly pin: PinEvent;
  /** In the order of their first days. */
  readonly versions: readonly [Version, ...Version[]];
  readonly note: Sentence | null;
};
