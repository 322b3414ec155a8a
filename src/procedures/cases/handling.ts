/** Who may work on a case, and who may open what is sealed in it: its handling unit, and its council. Pure. */
import { type Outcome, type Problem, refused, done as yes } from "../../kernel/problems.ts";
import { type Asker, may, permit, type Where } from "../../people/permissions.ts";
import type { ItemKind } from "./dossierWords.ts";
import type { CaseAttributes, CouncilMember } from "./vocabulary.ts";

/** Who asks, with the units that the account belongs to today. */
export type Worker = { readonly asker: Asker; readonly units: readonly string[] };

/** As whom somebody opens the sealed part. */
export type Insider = "unit" | "council" | "system";

type Held = Pick<CaseAttributes, "unit" | "officer" | "council">;

function seatOf({ asker }: Worker, { council = [] }: Held): CouncilMember | null {
  if (asker.kind !== "account") return null;
  return council.find((m) => m.account === asker.id) ?? null;
}

/**
 * As whom the asker opens the sealed part of a case; null: not at all. It stays so after the decision: losing applicants
 * and single score sheets are never opened to others. The right alone is not enough, nor the unit alone.
 */
export function insiderOf(worker: Worker, held: Held, where: Where): Insider | null {
  const { asker, units } = worker;
  if (asker.kind === "system") return "system";
  if (asker.kind !== "account" || asker.mustChange) return null;
  const isOfUnit = held.unit !== undefined && units.includes(held.unit);
  if (isOfUnit && may(asker, "handleCases", { where }).ok) return "unit";
  return seatOf(worker, held) === null ? null : "council";
}

/** As whom the asker opens the sealed part, or why not. */
export function mayOpen(worker: Worker, held: Held, where: Where): Outcome<Insider> {
  const insider = insiderOf(worker, held, where);
  if (insider !== null) return yes(insider);
  const allowed = permit(worker.asker, "handleCases", { where });
  return allowed.ok ? refused(NOT_YOURS) : allowed;
}

const NOT_YOURS: Problem = {
  code: "case.notYours",
  status: 403,
  field: null,
  message: {
    vi: "Hồ sơ do đơn vị khác thụ lý; chỉ đơn vị thụ lý ghi vào hồ sơ.",
    en: "The case is handled by another unit; only the handling unit adds to it.",
  },
  remedy: {
    vi: "Liên hệ đơn vị thụ lý, hoặc đề nghị chuyển hồ sơ.",
    en: "Ask the handling unit, or have the case handed over.",
  },
};

/** Whether the asker may add to the course of the case: the right on its ground, and the handling unit. */
export function mayHandle(worker: Worker, held: Held, where: Where): Outcome<null> {
  const allowed = permit(worker.asker, "handleCases", { where });
  if (!allowed.ok) return allowed;
  const insider = insiderOf(worker, held, where);
  return insider === "unit" || insider === "system" ? yes(null) : refused(NOT_YOURS);
}

/** Whether the asker may keep an item of the kind: the unit anything; the council opinions, notes and its own score sheets. */
export function mayKeep(
  worker: Worker,
  kind: ItemKind,
  of: { readonly held: Held; readonly where: Where },
): Outcome<null> {
  const { held, where } = of;
  const seat = seatOf(worker, held);
  if (kind === "scoreSheet") {
    // Who scores is of the council; its secretary does not (decree 32/2024, Đ.13.2).
    return seat !== null && seat.role !== "secretary" ? yes(null) : refused(NO_SCORING);
  }
  if (kind === "proposal") return seat?.role === "chair" ? yes(null) : refused(ONLY_CHAIR);
  if (kind === "scale" && (seat?.role === "chair" || seat?.role === "secretary")) return yes(null);
  if (seat !== null && (kind === "opinion" || kind === "note")) return yes(null);
  return mayHandle(worker, held, where);
}

/** Where the highest are equal, the chair proposes: decree 32/2024, Đ.13.2. */
const ONLY_CHAIR: Problem = {
  code: "case.onlyChair",
  status: 403,
  field: "item",
  message: {
    vi: "Chỉ Chủ tịch Hội đồng đề nghị chọn ai khi bằng điểm.",
    en: "Only the chair proposes who is chosen where points are equal.",
  },
  remedy: {
    vi: "Chủ tịch Hội đồng đăng nhập và ghi đề nghị.",
    en: "The chair signs in and keeps the proposal.",
  },
};

const NO_SCORING: Problem = {
  code: "case.noScoring",
  status: 403,
  field: "item",
  message: {
    vi: "Chỉ thành viên Hội đồng chấm điểm; thư ký và đơn vị thụ lý không chấm.",
    en: "Only members of the council score; its secretary and the handling unit do not.",
  },
  remedy: {
    vi: "Ghi thành viên Hội đồng vào hồ sơ trước.",
    en: "Record the members of the council in the case first.",
  },
};

/** Whether a score sheet may be shown: one's own, and all of them to the unit and who leads or writes for the council. */
export function maySeeSheet(
  worker: Worker,
  insider: Insider,
  of: { readonly mine: boolean; readonly held: Held },
): boolean {
  if (of.mine || insider !== "council") return true;
  const seat = seatOf(worker, of.held);
  return seat !== null && (seat.role === "chair" || seat.role === "secretary");
}
