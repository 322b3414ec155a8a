/** The figures of compensation: sums of entries that name rounds, and the ratio of two such sums. */
import {
  type FigureContext,
  type Finding,
  type FoundMissing,
  type FoundRecord,
  NOTHING_FOUND,
  type Question,
} from "../../figures/public.ts";
import { laterOf, type PartialDate } from "../../kernel/dates.ts";
import { precisionOfSum } from "../../kernel/precision.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { formulaOf, labelOf, leftOut, named, type RoundsInScope, roundsInScope } from "./finding.ts";
import { type CompensationRecord, listCompensation, type RoundState } from "./store.ts";
import type { CompensationEntry } from "./vocabulary.ts";

const NO_AMOUNT: Readonly<Record<CompensationEntry, Sentence>> = {
  compensationApproved: { vi: "chưa có số tiền đã phê duyệt", en: "no amount approved is on record" },
  compensationPaid: { vi: "chưa có số tiền đã chi trả", en: "no amount paid is on record" },
  compensationDeposited: { vi: "chưa có số tiền đã gửi ngân hàng", en: "no amount deposited is on record" },
};
const UNDIVIDED: Sentence = {
  vi: "một khoản chung cho nhiều đợt; không tách được phần nằm ngoài câu hỏi",
  en: "one sum for several rounds together; the part outside the question cannot be split off",
};

type Reading = {
  readonly scope: RoundsInScope;
  readonly money: readonly CompensationRecord[];
};

async function read(question: Question, context: FigureContext): Promise<Reading> {
  const { asOf, known } = question;
  const scope = await roundsInScope(question, context);
  const rounds = scope.counting.map((r) => r.id);
  return { scope, money: await listCompensation(context.db, { rounds, asOf, known }) };
}

type Of = Reading & { readonly question: Question };

function recordOf(entry: CompensationRecord, { scope }: Of) {
  const rounds = scope.counting.filter((r) => entry.subjects.includes(r.id));
  const label = entry.subjects.map((id) => {
    const round = rounds.find((r) => r.id === id);
    return round === undefined ? "…" : labelOf(round);
  });
  const rests = [...new Set(rounds.flatMap((r) => named(r, scope).rests))];
  const is = { kind: "entry", id: entry.id, key: null, label: label.join(" + "), rests };
  const { precision, precisionWord } = entry;
  return { ...is, documents: [entry.document], precision, precisionWord };
}

function found(entry: CompensationRecord, of: Of): FoundRecord {
  return { ...recordOf(entry, of), value: entry.amount, since: entry.dated, standing: null };
}

function undivided(entry: CompensationRecord, of: Of): FoundMissing {
  return { ...recordOf(entry, of), why: UNDIVIDED[of.question.language], amount: entry.amount };
}

/** Entries that name asked rounds alone; those that name others besides. */
function divided(money: readonly CompensationRecord[], rounds: ReadonlySet<string>) {
  const touching = money.filter((e) => e.subjects.some((id) => rounds.has(id)));
  const whole = touching.filter((e) => e.subjects.every((id) => rounds.has(id)));
  return { whole, rest: touching.filter((e) => !whole.includes(e)) };
}

const sum = (entries: readonly CompensationRecord[]) => entries.reduce((n, e) => n + e.amount, 0);

/** How exact the sum is, in the papers' own word where all say the same. */
export function wordOf(entries: readonly CompensationRecord[]): Pick<Finding, "precision" | "precisionWord"> {
  const precision = precisionOfSum(entries.map((e) => e.precision));
  const [word, ...others] = new Set(entries.map((e) => e.precisionWord));
  const one = others.length === 0 ? (word ?? null) : precision === "about" ? "khoảng" : null;
  return { precision, precisionWord: one };
}

/** What both figures tell alike: the entries as records, and what can't be counted. */
function common(
  { whole, rest }: ReturnType<typeof divided>,
  lacking: ReadonlyArray<{ readonly round: RoundState; readonly why: Sentence }>,
  of: Of,
): Finding {
  const { scope, question } = of;
  const { language } = question;
  return {
    ...NOTHING_FOUND,
    ...wordOf(whole),
    evidenceAsOf: whole.reduce<PartialDate | null>((d, e) => laterOf(d, e.evidence), null),
    records: whole.map((e) => found(e, of)),
    recordsTotal: whole.length,
    missing: [
      ...rest.map((e) => undivided(e, of)),
      ...lacking.map(({ round, why }) => ({ ...named(round, scope), why: why[language], amount: null })),
      ...leftOut(scope, question, null),
    ],
    disputed: scope.disputed.map((r) => ({
      ...named(r, scope),
      effect: null,
      why: r.attributes.disputed ?? "",
      documents: [r.sources.disputed].flatMap((s) => s?.document ?? []),
    })),
    beginsUnknown: scope.later.length > 0,
  };
}

/** Whether an entry of the kind names the round, alone or with others. */
function names(money: readonly CompensationRecord[], kind: CompensationEntry, round: RoundState): boolean {
  return money.some((e) => e.kind === kind && e.subjects.includes(round.id));
}

/** The sum of one kind of amounts up to the asked day. A round of which none is recorded is missing, never 0. */
export async function findCompensation(
  kind: CompensationEntry,
  question: Question,
  context: FigureContext,
): Promise<Finding> {
  const { scope, money } = await read(question, context);
  const own = money.filter((e) => e.kind === kind);
  const parts = divided(own, new Set(scope.counting.map((r) => r.id)));
  const lacking = scope.counting
    .filter((r) => !names(own, kind, r))
    .map((round) => ({ round, why: NO_AMOUNT[kind] }));
  const { whole } = parts;
  return {
    ...common(parts, lacking, { scope, money, question }),
    value: whole.length === 0 ? null : sum(whole),
    formula: formulaOf(whole.map((e) => e.amount)),
  };
}

/** Paid over approved, of the rounds of which both are on record. */
export async function findCompensationRate(question: Question, context: FigureContext): Promise<Finding> {
  const { scope, money } = await read(question, context);
  const [approvedOf, paidOf] = ["compensationApproved", "compensationPaid"] as const;
  const both = scope.counting.filter((r) => names(money, approvedOf, r) && names(money, paidOf, r));
  const own = money.filter((e) => e.kind === approvedOf || e.kind === paidOf);
  const parts = divided(own, new Set(both.map((r) => r.id)));
  const lacking = scope.counting
    .filter((r) => !both.includes(r))
    .map((round) => ({
      round,
      why: NO_AMOUNT[names(money, approvedOf, round) ? paidOf : approvedOf],
    }));
  const finding = common(parts, lacking, { scope, money, question });
  const [paid, approved] = [paidOf, approvedOf].map((kind) =>
    sum(parts.whole.filter((e) => e.kind === kind)),
  );
  if (paid === undefined || approved === undefined || approved === 0) return finding;
  return {
    ...finding,
    value: Math.round((paid / approved) * 10_000) / 100,
    numerator: paid,
    denominator: approved,
    formula: `${paid} / ${approved}`,
  };
}
