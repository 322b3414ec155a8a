/** Rounds as the board and their pages show them. Pure: everything it needs is passed in. */
import { isStale, type Language } from "../../figures/public.ts";
import { lastDay, type PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Calendar } from "../../law/calendar/vocabulary.ts";
import { isLaw, MARKS } from "../../law/marks.ts";
import type { PlaceDirectory } from "../../places/public.ts";
import { type DocumentDraft, factsOf, refOf, type Seen } from "../../register/public.ts";
import type { Settings } from "../../settings/public.ts";
import type { RoundPage, RoundSummary, ShownBound, StepAnswer } from "./boardWords.ts";
import { isAgreed, measureOf, type ToldMeasure } from "./counting.ts";
import { labelOf } from "./finding.ts";
import { wordOf } from "./money.ts";
import { areaBehind, dueByMonth, monthsBehind, percentOf } from "./progress.ts";
import { type Bound, LAWS, lawOf, type StepView, stepReached, stepsOf } from "./rules.ts";
import type { CompensationRecord, RoundState } from "./store.ts";
import { COMPENSATION_ENTRIES, type CompensationEntry, STEPS, step as steps } from "./vocabulary.ts";
import { clearanceWords } from "./words.ts";

type NamedZone = { readonly id: string; readonly key: string | null; readonly label: string };

/** What presenting reads from. `zones`: those that who asks may see, by id. */
export type Presenting = {
  readonly places: Pick<PlaceDirectory, "find">;
  readonly documents: ReadonlyMap<string, DocumentDraft>;
  readonly zones: ReadonlyMap<string, NamedZone>;
  readonly money: readonly CompensationRecord[];
  readonly asOf: PlainDate;
  readonly language: Language;
  readonly settings: Settings;
  /** By which days are counted, as known then. */
  readonly calendar: Calendar;
};

function viewsOf(
  { attributes }: Seen<RoundState>,
  { asOf, settings, calendar }: Presenting,
): readonly StepView[] {
  const own = { inventoryDays: settings.clearanceInventoryDays, originDays: settings.clearanceOriginDays };
  return stepsOf({ round: attributes, asOf, own, calendar });
}

/** The amounts of one kind that name the round alone; null: none. A sum for several rounds stands on their pages, undivided. */
function sumOf(kind: CompensationEntry, round: RoundState, { money }: Presenting): RoundSummary["paid"] {
  const own = money.filter((e) => e.kind === kind && e.subjects.length === 1 && e.subjects[0] === round.id);
  return own.length === 0 ? null : { value: own.reduce((n, e) => n + e.amount, 0), ...wordOf(own) };
}

/** A round as the board shows it. */
export function summaryOf(round: Seen<RoundState>, of: Presenting): RoundSummary {
  const { language, asOf } = of;
  const { attributes: a } = round;
  const { handedOver = null, toRecover = null, objections = null, objectionsSettled = null } = a;
  const reached = stepReached(a, asOf);
  const done = reached === null ? undefined : a[reached];
  return {
    id: round.id,
    key: round.key,
    name: labelOf(round),
    zone: of.zones.get(a.zone ?? "") ?? null,
    round: a.round ?? null,
    toRecover,
    handedOver,
    rate: handedOver === null || toRecover === null ? null : percentOf(handedOver, toRecover),
    households: a.households ?? null,
    householdsPaid: a.householdsPaid ?? null,
    reached:
      reached === null || done === undefined
        ? null
        : { step: reached, label: STEPS[reached][language], done },
    late: viewsOf(round, of).flatMap(({ state, dueBy, step }) =>
      state === "overdue" && dueBy !== null ? [{ label: STEPS[step][language], day: dueBy.day }] : [],
    ),
    monthsBehind: monthsBehind(a, asOf),
    areaBehind: areaBehind(a, asOf),
    objectionsOpen: objections === null ? null : Math.max(objections - (objectionsSettled ?? 0), 0),
    approved: sumOf("compensationApproved", round, of),
    paid: sumOf("compensationPaid", round, of),
    deposited: sumOf("compensationDeposited", round, of),
    disputed: a.disputed ?? null,
    evidenceAsOf: round.evidence,
    stale: isStale(round.evidence, of),
    hidden: [...round.hidden],
  };
}

function shownBound(bound: Bound | null, language: Language): ShownBound | null {
  if (bound === null) return null;
  const { day, exact, text, article, mark } = bound;
  return { day, exact, article, text: text[language], isLaw: isLaw(mark), checked: MARKS[mark][language] };
}

function stepAnswerOf(view: StepView, round: Seen<RoundState>, of: Presenting): StepAnswer {
  const { step, done, state } = view;
  const source = round.sources[step];
  return {
    ...{ step, done, state, label: STEPS[step][of.language] },
    document: source === undefined ? null : refOf(source.document, of),
    notBefore: shownBound(view.notBefore, of.language),
    dueBy: shownBound(view.dueBy, of.language),
    lapses: shownBound(view.lapses, of.language),
  };
}

const SIGNERS: Readonly<Record<number, Sentence>> = {
  1: { vi: "UBND tỉnh", en: "The province" },
  2: { vi: "UBND cấp xã, theo phân cấp, ủy quyền", en: "The commune, by delegation" },
};

/** Attributes that stand elsewhere on the page. */
const ELSEWHERE: ReadonlySet<string> = new Set([...steps.options, "targets", "zone", "name", "disputed"]);

function agreementOf({ attributes: a }: Seen<RoundState>): RoundPage["agreement"] {
  const area = measureOf(a.agreedLand, a.countedLand);
  const holders = measureOf(a.agreedHolders, a.countedHolders);
  const shown = (m: ToldMeasure) => (m === null ? null : { ...m, rate: percentOf(m.agreed, m.all) });
  return { area: shown(area), holders: shown(holders), enough: isAgreed(area, holders) };
}

/** A round as its page shows it. */
export function pageOf(round: Seen<RoundState>, hiddenMoney: number, of: Presenting): RoundPage {
  const { language, asOf, money } = of;
  const { handedOver, targets = [] } = round.attributes;
  const naming = { ...of, names: new Map([...of.zones].map(([id, { label }]) => [id, label])) };
  return {
    ...summaryOf(round, of),
    law: LAWS[lawOf(round.attributes, asOf)][language],
    signer: SIGNERS[of.settings.clearanceSigner]?.[language] ?? "",
    agreement: agreementOf(round),
    steps: viewsOf(round, of).map((view) => stepAnswerOf(view, round, of)),
    facts: factsOf(clearanceWords, round, naming).filter(({ attribute }) => !ELSEWHERE.has(attribute)),
    targets: dueByMonth(targets).map(({ month, area }) => ({
      ...{ month, due: area },
      reached: lastDay(month) > asOf || handedOver === undefined ? null : handedOver >= area,
    })),
    money: money.map((e) => ({
      ...{ id: e.id, kind: e.kind, amount: e.amount, dated: e.dated, together: e.subjects.length },
      ...{ precision: e.precision, precisionWord: e.precisionWord },
      label: COMPENSATION_ENTRIES[e.kind][language],
      document: refOf(e.document, of),
    })),
    hiddenMoney,
  };
}
