/**
 * Who may do what: one table of actions, roles and states of a record, and the one function that reads it. Routes ask it
 * before they act; screens ask it to say why a button is off.
 */
import type { PlainDate } from "../kernel/dates.ts";
import { done, type Outcome, refused, type Sentence } from "../kernel/problems.ts";
import { type Area, type Grant, ROLES, type Role } from "./vocabulary.ts";

/**
 * Who asks. `grants` are those in force today. `token`: a program with a token of the account, not the person at a
 * screen. `system`: the user of the operating system at the command line, who holds the data folder itself.
 */
export type Asker =
  | { readonly kind: "anonymous" }
  | {
      readonly kind: "account";
      readonly id: string;
      readonly via: "session" | "token";
      /** The password was given by another and must be changed first. */
      readonly mustChange: boolean;
      readonly grants: readonly Grant[];
      /** Ids of the units in which the account works, the one joined last first; absent: not asked for. */
      readonly units?: readonly string[];
    }
  | { readonly kind: "system"; readonly user: string };

export const ANONYMOUS: Asker = { kind: "anonymous" };

/** Where a record stands: not handed in yet; waiting for approval; in the register; taken back. */
export const RECORD_STATES = ["draft", "proposed", "recorded", "withdrawn"] as const;
export type RecordState = (typeof RECORD_STATES)[number];

/** What may be done. `within`: a role allows it only inside the area for which it is held. */
export const ACTIONS = {
  readPublic: { vi: "xem tài liệu công khai", en: "read what is public", within: false },
  readInternal: { vi: "xem tài liệu nội bộ", en: "read internal papers and files", within: false },
  readPersonal: { vi: "xem dữ liệu cá nhân", en: "read personal data", within: true },
  keepContacts: { vi: "ghi người liên hệ, cuộc gọi", en: "keep contacts and calls", within: true },
  handleHouseholds: { vi: "xem, ghi hộ có đất", en: "handle households", within: true },
  handleCases: { vi: "thụ lý hồ sơ thủ tục", en: "handle cases", within: true },
  erasePersonal: { vi: "xoá dữ liệu cá nhân", en: "erase personal data", within: true },
  readLooks: { vi: "xem ai đã xem dữ liệu cá nhân", en: "read who looked at personal data", within: true },
  readHistory: { vi: "xem ai đã ghi, khi nào", en: "read who recorded what, and when", within: false },
  readProposals: { vi: "xem đề nghị chờ duyệt", en: "read proposals", within: true },
  record: { vi: "lập đề nghị ghi sổ", en: "propose a record", within: true },
  recordWithoutApproval: { vi: "ghi sổ không qua duyệt", en: "record without approval", within: true },
  approve: { vi: "duyệt", en: "approve", within: true },
  import: { vi: "nhập dữ liệu từ bảng tính", en: "import workbooks", within: true },
  withdraw: { vi: "rút lại điều đã ghi", en: "withdraw what was recorded", within: true },
  export: { vi: "kết xuất dữ liệu nội bộ", en: "export internal data", within: false },
  verify: { vi: "kiểm tra sổ ngay", en: "verify the register now", within: false },
  administerAccounts: { vi: "quản lý tài khoản", en: "administer accounts", within: true },
  changeSettings: { vi: "đổi thiết lập", en: "change settings", within: true },
} as const satisfies Record<string, Sentence & { readonly within: boolean }>;
export type Action = keyof typeof ACTIONS;

/** Who holds no role is `anonymous`, signed in or not. */
export type Holder = Role | "anonymous";

const NEVER: readonly RecordState[] = [];
const ANY: readonly RecordState[] = RECORD_STATES;
const KEPT: readonly RecordState[] = ["recorded", "withdrawn"];
const RECORDED: readonly RecordState[] = ["recorded"];
const PROPOSED: readonly RecordState[] = ["proposed"];
const OPEN: readonly RecordState[] = ["draft", "proposed", "recorded"];

/** In which states of a record each role may do each thing. An administrator reads no personal data by that alone. */
export const RIGHTS = {
  readPublic: row(KEPT, KEPT, KEPT, KEPT, KEPT, KEPT),
  readInternal: row(NEVER, KEPT, KEPT, KEPT, KEPT, KEPT),
  readPersonal: row(NEVER, NEVER, ANY, ANY, KEPT, NEVER),
  keepContacts: row(NEVER, NEVER, RECORDED, RECORDED, NEVER, NEVER),
  handleHouseholds: row(NEVER, NEVER, RECORDED, RECORDED, NEVER, NEVER),
  handleCases: row(NEVER, NEVER, RECORDED, RECORDED, NEVER, NEVER),
  erasePersonal: row(NEVER, NEVER, NEVER, NEVER, NEVER, RECORDED),
  readLooks: row(NEVER, NEVER, NEVER, NEVER, RECORDED, RECORDED),
  readHistory: row(NEVER, KEPT, ANY, ANY, ANY, ANY),
  readProposals: row(NEVER, NEVER, ANY, ANY, ANY, ANY),
  record: row(NEVER, NEVER, OPEN, OPEN, NEVER, OPEN),
  recordWithoutApproval: row(NEVER, NEVER, NEVER, RECORDED, NEVER, RECORDED),
  approve: row(NEVER, NEVER, NEVER, PROPOSED, NEVER, NEVER),
  import: row(NEVER, NEVER, RECORDED, RECORDED, NEVER, RECORDED),
  withdraw: row(NEVER, NEVER, ["draft", "proposed"], OPEN, NEVER, OPEN),
  export: row(NEVER, KEPT, KEPT, KEPT, KEPT, KEPT),
  verify: row(NEVER, NEVER, NEVER, NEVER, RECORDED, RECORDED),
  administerAccounts: row(NEVER, NEVER, NEVER, NEVER, NEVER, RECORDED),
  changeSettings: row(NEVER, NEVER, NEVER, NEVER, NEVER, RECORDED),
} as const satisfies Record<Action, Readonly<Record<Holder, readonly RecordState[]>>>;

/** One row of the table: anonymous, reader, officer, approver, auditor, administrator. */
function row(
  ...[anonymous, reader, officer, approver, auditor, administrator]: readonly [
    readonly RecordState[],
    readonly RecordState[],
    readonly RecordState[],
    readonly RecordState[],
    readonly RecordState[],
    readonly RecordState[],
  ]
): Readonly<Record<Holder, readonly RecordState[]>> {
  return { anonymous, reader, officer, approver, auditor, administrator };
}

/** To whom a page is open. */
export type Opening = {
  /** What one must be allowed to do; absent: open to everybody. */
  readonly action?: Action;
  /** A role over an area is not enough. */
  readonly wholly?: true;
  /** Who may do this has no need of the page. */
  readonly unless?: Action;
};

/**
 * What the action is about. Without `where` it is about the whole register, which only a role over everything reaches.
 * `lies` says whether the ground of one unit lies within another's, whatever the time of either.
 */
export type Target = {
  /** Recorded, unless said otherwise. */
  readonly state?: RecordState;
  /** Who proposed it, as `authorOf` gives it: nobody approves what is their own. */
  readonly author?: string;
  readonly where?: Where;
};
export type Where = {
  readonly places?: readonly string[];
  readonly zones?: readonly string[];
  readonly organisations?: readonly string[];
  readonly lies?: (place: string, within: string) => boolean;
};

export type Answer =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: RightProblem; readonly why: Sentence };
export type RightProblem =
  | "session.needed"
  | "password.mustChange"
  | "right.none"
  | "right.elsewhere"
  | "right.own"
  | "right.state";

const YES: Answer = { ok: true };

/** Whether the asker may do it, or why not. */
export function may(asker: Asker, action: Action, target: Target = {}): Answer {
  if (asker.kind === "system") return YES;
  const state = target.state ?? "recorded";
  if (RIGHTS[action].anonymous.includes(state)) return YES;
  if (asker.kind === "anonymous") return no("session.needed", action);
  if (asker.mustChange) return no("password.mustChange", action);
  const holding = asker.grants.filter((g) => RIGHTS[action][g.role].length > 0);
  if (holding.length === 0) return no("right.none", action);
  const inState = holding.filter((g) => RIGHTS[action][g.role].includes(state));
  if (inState.length === 0) return no("right.state", action);
  if (ACTIONS[action].within && !inState.some((g) => covers(g.over, target.where))) {
    return no("right.elsewhere", action);
  }
  if (action === "approve" && target.author === authorOf(asker)) return no("right.own", action);
  return YES;
}

/** Whether what is asked about lies wholly in the area. */
function covers(area: Area, where: Where | undefined): boolean {
  if (area.kind === "everything") return true;
  if (where === undefined) return false;
  const { places = [], zones = [], organisations = [], lies = same } = where;
  switch (area.kind) {
    case "place":
      return places.length > 0 && places.every((p) => p === area.id || lies(p, area.id));
    case "zone":
      return zones.length > 0 && zones.every((z) => z === area.id);
    case "organisation":
      return organisations.includes(area.id);
  }
}

function same(): boolean {
  return false;
}

function rolesFor(action: Action, language: "vi" | "en"): string {
  const holders = Object.entries(ROLES).filter(([role]) =>
    Object.entries(RIGHTS[action]).some(([holder, states]) => holder === role && states.length > 0),
  );
  return holders.map(([, label]) => label[language]).join(", ");
}

function no(code: RightProblem, action: Action): Answer {
  return { ok: false, code, why: whyNot(code, action) };
}

function whyNot(code: RightProblem, action: Action): Sentence {
  const { vi, en } = ACTIONS[action];
  switch (code) {
    case "session.needed":
      return { vi: `Cần đăng nhập để ${vi}.`, en: `One must be signed in to ${en}.` };
    case "password.mustChange":
      return {
        vi: "Mật khẩu này do người khác đặt; cần đổi trước khi làm việc.",
        en: "This password was set by someone else; it must be changed first.",
      };
    case "right.none":
      return {
        vi: `Tài khoản này không có quyền ${vi}.`,
        en: `This account may not ${en}.`,
      };
    case "right.state":
      return {
        vi: `Ở tình trạng hiện nay, tài khoản này không ${vi} được.`,
        en: `As the record stands now, this account may not ${en}.`,
      };
    case "right.elsewhere":
      return {
        vi: `Quyền ${vi} của tài khoản này không gồm phạm vi đó.`,
        en: `The right to ${en} is not held for that area.`,
      };
    case "right.own":
      return {
        vi: "Không ai tự duyệt đề nghị của chính mình.",
        en: "Nobody approves what is their own proposal.",
      };
  }
}

function remedyFor(code: RightProblem, action: Action): Sentence {
  switch (code) {
    case "session.needed":
      return {
        vi: "Đăng nhập tại /dang-nhap, hoặc gửi mã truy cập ở tiêu đề Authorization.",
        en: "Sign in at /dang-nhap, or send an access token in the header Authorization.",
      };
    case "password.mustChange":
      return { vi: "Đổi mật khẩu tại /dang-nhap.", en: "Change the password at /dang-nhap." };
    case "right.own":
      return { vi: "Chờ một người duyệt khác.", en: "Wait for another approver." };
    default:
      return {
        vi: `Người quản trị có thể giao vai trò: ${rolesFor(action, "vi")}.`,
        en: `An administrator can give one of the roles: ${rolesFor(action, "en")}.`,
      };
  }
}

/** The same as an outcome that a route can answer: 401 for who is not signed in, 403 for who may not. */
export function permit(asker: Asker, action: Action, target: Target = {}): Outcome<null> {
  const answer = may(asker, action, target);
  if (answer.ok) return done(null);
  return refused({
    code: answer.code,
    status: answer.code === "session.needed" ? 401 : 403,
    field: null,
    message: answer.why,
    remedy: remedyFor(answer.code, action),
  });
}

/**
 * The name under which the asker's records stand for ever: of an account its id, which says nothing of the person once
 * the account is erased; of the command line the user of the operating system. Throws for who is not signed in.
 */
export function authorOf(asker: Asker): string {
  switch (asker.kind) {
    case "anonymous":
      throw new Error("nobody records without being signed in");
    case "account":
      return `account:${asker.id}`;
    case "system":
      return asker.user;
  }
}

/** The grants in force on a day. */
export function grantsOn(grants: readonly Grant[], today: PlainDate): readonly Grant[] {
  return grants.filter((g) => g.from <= today && (g.to === null || today < g.to));
}

/** The action by which a paper of an access class is read. */
export const READING = {
  public: "readPublic",
  internal: "readInternal",
  personal: "readPersonal",
} as const satisfies Record<"public" | "internal" | "personal", Action>;
export type PaperClass = keyof typeof READING;

const CLASSES = ["public", "internal", "personal"] as const satisfies readonly PaperClass[];

/** The classes of papers that the asker may read, the most open first; each takes in those before it. */
export function classesRead(asker: Asker): readonly PaperClass[] {
  const first = CLASSES.findIndex((of) => !may(asker, READING[of]).ok);
  return first === -1 ? CLASSES : CLASSES.slice(0, first);
}

/** The classes that the asker may not read. */
export function classesClosed(asker: Asker): readonly PaperClass[] {
  return CLASSES.slice(classesRead(asker).length);
}

/** Of what is kept for each class of readers, that of the asker. Whoever must first change a password reads what all may. */
export function forReader<T>(readers: Readonly<Record<PaperClass, T>>, asker: Asker): T {
  return readers[classesRead(asker).at(-1) ?? "public"];
}
