/**
 * Which law a round follows, and of each step: done on, may begin on, due by, by which article. Pure; today is an argument.
 * Nothing here forbids recording what a paper says: a step that came too early is told, not refused.
 */
import { firstDay, lastDay, type PartialDate, type PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Calendar } from "../../law/calendar/vocabulary.ts";
import type { Settings } from "../../settings/vocabulary.ts";
import { type Bound, boundOfNotice, boundOfWait, dueOnceAllowed } from "./limits.ts";
import { type ClearanceAttributes, STEPS, type Step, step as steps } from "./vocabulary.ts";
import {
  DECREE_49_FROM,
  LAND_LAW_FROM,
  NOTICE_AGAIN,
  NOTICE_LIVES,
  OLD_NOTICES_LAPSED,
  type OwnDays,
  RESOLUTION_254_FROM,
  WAITS,
  type Wait,
} from "./waits.ts";

/** Steps that are only taken where somebody does not agree, or that the round may do without. */
const SOMETIMES: ReadonlySet<Step> = new Set<Step>([
  "noticeAgain",
  "inventoryPersuasion",
  "compulsoryInventory",
  "dialogue",
  "planPersuasion",
  "resettled",
  "deposit",
  "handOverPersuasion",
  "enforcementDecision",
  "enforcementReceived",
  "enforcementMinutes",
  "enforcement",
]);

/** Which law holds for a round. */
export const LAWS = {
  before: {
    vi: "Luật Đất đai 2013 (sổ không giữ thời hạn của luật này)",
    en: "Land Law 2013 (its limits are not kept here)",
  },
  law: { vi: "Luật Đất đai 31/2024/QH15", en: "Land Law 31/2024/QH15" },
  resolution: {
    vi: "Luật Đất đai 31/2024/QH15 và Nghị quyết 254/2025/QH15",
    en: "Land Law 31/2024/QH15 and resolution 254/2025/QH15",
  },
  decree: {
    vi: "Luật Đất đai 31/2024/QH15, Nghị quyết 254/2025/QH15, Nghị định 49/2026/NĐ-CP",
    en: "Land Law 31/2024/QH15, resolution 254/2025/QH15, decree 49/2026",
  },
} as const satisfies Record<string, Sentence>;
export type Law = keyof typeof LAWS;

function lawOn(day: PlainDate): Law {
  if (day < LAND_LAW_FROM) return "before";
  if (day < RESOLUTION_254_FROM) return "law";
  return day < DECREE_49_FROM ? "resolution" : "decree";
}

/** A plan approved before 01/01/2026 goes on as it was (resolution 254/2025, Đ.3.13); else the law of the day holds. */
export function lawDay({ approval }: Pick<ClearanceAttributes, "approval">, day: PlainDate): PlainDate {
  const approved = approval === undefined ? null : lastDay(approval);
  return approved !== null && approved < RESOLUTION_254_FROM && approved < day ? approved : day;
}

/** The law that a round follows on a day. */
export function lawOf(round: Pick<ClearanceAttributes, "approval">, asOf: PlainDate): Law {
  return lawOn(lawDay(round, asOf));
}

/**
 * `done`, `early` and `late` of what is done; `afterLapse`: decided when the notice no longer held. Of what is not done:
 * `overdue`, `open` (may begin), `waiting` (not yet), `lapsed` (the notice no longer holds).
 */
export type StepState = "done" | "early" | "late" | "afterLapse" | "overdue" | "open" | "waiting" | "lapsed";

export type StepView = {
  readonly step: Step;
  readonly done: PartialDate | null;
  readonly notBefore: Bound | null;
  readonly dueBy: Bound | null;
  /** Of a notice: the first day on which it no longer holds. */
  readonly lapses: Bound | null;
  readonly state: StepState;
};

export type DaysSet = Readonly<Record<OwnDays, number>>;

/** Those that stand in the settings. */
export function daysSetBy({
  clearanceInventoryDays: inventoryDays,
  clearanceOriginDays: originDays,
}: Pick<Settings, "clearanceInventoryDays" | "clearanceOriginDays">): DaysSet {
  return { inventoryDays, originDays };
}

function daysOf({ days }: Wait, round: ClearanceAttributes, own: DaysSet): number {
  if (typeof days === "number") return days;
  if (typeof days === "string") return own[days];
  // Where nobody says that all of it is farm land, the longer wait is the safe one.
  return round.farmLand === true ? days.farm : days.other;
}

function applies({ when }: Wait, round: ClearanceAttributes): boolean {
  switch (when) {
    case null:
      return true;
    case "agreed":
      return round.agreed === true;
    case "notAgreed":
      return round.agreed !== true;
    case "resettlement":
      return round.resettlement === true;
    case "noResettlement":
      return round.resettlement !== true;
  }
}

function textOf(wait: Wait, days: number, round: ClearanceAttributes): Sentence {
  const start = STEPS[wait.start];
  const land =
    typeof wait.days === "object"
      ? round.farmLand === true
        ? { vi: " (đất nông nghiệp)", en: " (farm land)" }
        : round.farmLand === false
          ? { vi: " (có đất khác)", en: " (other land)" }
          : { vi: " (chưa rõ loại đất, lấy mức dài)", en: " (kind of land not told: the longer wait)" }
      : { vi: "", en: "" };
  const note = {
    vi: wait.note === null ? "" : `; ${wait.note.vi}`,
    en: wait.note === null ? "" : `; ${wait.note.en}`,
  };
  if (wait.kind === "dueBy") {
    return {
      vi: `trong ${days} ngày từ “${start.vi}”${note.vi}`,
      en: `within ${days} days of “${start.en}”${note.en}`,
    };
  }
  if (days === 0)
    return { vi: `không trước “${start.vi}”${note.vi}`, en: `not before “${start.en}”${note.en}` };
  return {
    vi: `ít nhất ${days} ngày sau “${start.vi}”${land.vi}${note.vi}`,
    en: `at least ${days} days after “${start.en}”${land.en}${note.en}`,
  };
}

type Of = {
  readonly round: ClearanceAttributes;
  readonly asOf: PlainDate;
  readonly own: DaysSet;
  readonly calendar: Calendar;
};

/** The day of a step that has come by the asked day. */
function doneOn(round: ClearanceAttributes, step: Step, asOf: PlainDate): PartialDate | null {
  const day = round[step];
  return day !== undefined && firstDay(day) <= asOf ? day : null;
}

/** From when a wait counts; a notice that was issued again before decree 49/2026 counts anew, since then not. */
function startOf(wait: Wait, { round, asOf }: Of): PartialDate | null {
  const again = wait.start === "notice" ? doneOn(round, "noticeAgain", asOf) : null;
  if (again !== null && lastDay(again) < DECREE_49_FROM) return again;
  return doneOn(round, wait.start, asOf);
}

function boundOf(wait: Wait, of: Of): Bound | null {
  const start = startOf(wait, of);
  if (start === null) return null;
  const days = daysOf(wait, of.round, of.own);
  const text = textOf(wait, days, of.round);
  return boundOfWait(wait, days, { start, label: STEPS[wait.start], text, calendar: of.calendar });
}

/** Of several bounds the one that binds: the latest of those that hold back, the earliest of those that press. */
function binding(kind: Wait["kind"], bounds: readonly Bound[]): Bound | null {
  return bounds.reduce<Bound | null>((best, b) => {
    if (best === null) return b;
    return (kind === "notBefore") === b.day > best.day ? b : best;
  }, null);
}

/** The first day on which the notice of a round no longer holds; null where there is none, or where the land is recovered. */
export function noticeLapses({ round, asOf, calendar }: Omit<Of, "own">): Bound | null {
  const first = doneOn(round, "notice", asOf);
  if (first === null) return null;
  const again = doneOn(round, "noticeAgain", asOf);
  const notice = again ?? first;
  if (lastDay(notice) < LAND_LAW_FROM) {
    const text = {
      vi: "thông báo từ trước 01/8/2024, chưa có quyết định thu hồi: hết hiệu lực từ 01/01/2026",
      en: "a notice from before 01/8/2024 without a decision lapsed on 01/01/2026",
    };
    return { ...OLD_NOTICES_LAPSED, day: RESOLUTION_254_FROM, exact: true, text, explain: () => [] };
  }
  const text = {
    vi: "có hiệu lực 12 tháng từ ngày ban hành",
    en: "lives twelve months from the day of issue",
  };
  const label = STEPS[again === null ? "notice" : "noticeAgain"];
  return boundOfNotice(again === null ? NOTICE_LIVES : NOTICE_AGAIN, {
    start: notice,
    label,
    text,
    calendar,
  });
}

function stateOf(view: Omit<StepView, "state">, of: Of): StepState {
  const { done, notBefore, dueBy, step } = view;
  if (done !== null) {
    if (step === "recoveryDecision" && lapsedBefore(done, of)) return "afterLapse";
    // Only what is certain is told: a day that is known to the month alone may lie on either side.
    if (notBefore?.exact && lastDay(done) < notBefore.day) return "early";
    if (dueBy?.exact && firstDay(done) > dueBy.day) return "late";
    return "done";
  }
  if (step === "recoveryDecision") {
    const lapses = noticeLapses(of);
    if (lapses !== null && lapses.day <= of.asOf) return "lapsed";
  }
  if (notBefore !== null && of.asOf < notBefore.day) return "waiting";
  return dueBy !== null && of.asOf > dueBy.day ? "overdue" : "open";
}

function lapsedBefore(decided: PartialDate, of: Of): boolean {
  const { noticeAgain, ...before } = of.round;
  const isAgain = noticeAgain !== undefined && firstDay(noticeAgain) <= lastDay(decided);
  const lapses = noticeLapses(isAgain ? of : { ...of, round: before });
  return lapses?.exact === true && firstDay(decided) >= lapses.day;
}

/** One step of a round on a day. */
export function stepOf(step: Step, of: Of): StepView {
  const { round, asOf } = of;
  const done = doneOn(round, step, asOf);
  const day = lawDay(round, done === null ? asOf : lastDay(done));
  const rows = WAITS.filter(
    (w) =>
      w.step === step &&
      applies(w, round) &&
      w.effectiveFrom <= day &&
      (w.effectiveTo === null || day < w.effectiveTo),
  );
  const bounds = (kind: Wait["kind"]) =>
    binding(
      kind,
      rows.filter((w) => w.kind === kind).flatMap((w) => boundOf(w, of) ?? []),
    );
  const [notBefore, due] = [bounds("notBefore"), bounds("dueBy")];
  const dueBy = due === null || notBefore === null ? due : dueOnceAllowed(due, notBefore, of.calendar);
  const lapses =
    step === "notice" && doneOn(round, "recoveryDecision", asOf) === null ? noticeLapses(of) : null;
  const view = { step, done, notBefore, dueBy, lapses };
  return { ...view, state: stateOf(view, of) };
}

/** The steps of a round on a day in the order of the law; those that not every round takes only where they are told of. */
export function stepsOf(of: Of): readonly StepView[] {
  return steps.options
    .filter((step) => !SOMETIMES.has(step) || of.round[step] !== undefined || isCalledFor(step, of))
    .map((step) => stepOf(step, of));
}

/** Steps that follow once another has been taken: who persuades decides, who decides enforces. */
function isCalledFor(step: Step, of: Of): boolean {
  const { round, asOf } = of;
  const begun = (name: Step) => doneOn(round, name, asOf) !== null;
  switch (step) {
    case "compulsoryInventory":
      return begun("inventoryPersuasion") && !begun("inventory");
    case "enforcementDecision":
      return begun("handOverPersuasion") && !begun("handOver");
    case "enforcement":
      return begun("enforcementDecision") && !begun("enforcementMinutes") && !begun("handOver");
    case "resettled":
      return round.resettlement === true;
    case "noticeAgain": {
      const lapses = noticeLapses(of);
      return lapses !== null && lapses.day <= asOf && !begun("recoveryDecision");
    }
    default:
      return false;
  }
}

/** The last of the steps that every round takes which is done; null: none is told of. */
export function stepReached(round: ClearanceAttributes, asOf: PlainDate): Step | null {
  return steps.options.findLast((step) => !SOMETIMES.has(step) && doneOn(round, step, asOf) !== null) ?? null;
}
