/**
 * What of a figure is told to who may not read every paper behind it. The value is the same for everybody; records that
 * rest on a closed paper are counted and not named, and where one hidden amount could be read off, the value is withheld.
 */
import type { Sentence } from "../kernel/problems.ts";
import { areAnyClosed, closedAmong, type IsClosed, NOTHING_CLOSED } from "../register/public.ts";
import {
  type FigureContext,
  type Finding,
  type FoundDispute,
  type FoundMissing,
  type FoundRecord,
  type Question,
  shared,
  whateverDay,
} from "./registry.ts";
import type { Unit } from "./vocabulary.ts";

/** `hidden`: how many of the counted records who asks may not see. */
export type Veil = {
  readonly isClosed: IsClosed;
  readonly hidden: number;
  /** Whether the value would give one hidden amount away. */
  readonly withheld: boolean;
};

/** Units of which each record is one: how many are hidden is told anyway, so the count gives nothing away. */
const COUNTED: ReadonlySet<Unit> = new Set([
  "zone",
  "project",
  "product",
  "recognition",
  "plant",
  "lease",
  "case",
]);

const HIDDEN: Sentence = { vi: "một bản ghi không được xem", en: "a record that you may not see" };
const WHY_HIDDEN: Sentence = {
  vi: "dựa vào văn bản không công khai; đăng nhập với vai trò được xem để biết",
  en: "it rests on a paper that is not public; sign in with a role that may read it",
};

const anyClosed = shared((_, { db, closed }) => areAnyClosed(db, closed), whateverDay);

type Resting = { readonly documents?: readonly string[]; readonly rests?: readonly string[] };

function papersOf({ documents = [], rests = [] }: Resting): readonly string[] {
  return [...documents, ...rests];
}

/** Whether several answers side by side, such as a course, would give hidden amounts away by their differences. */
export function tellsApart(unit: Unit, hidden: number): boolean {
  return hidden > 0 && !COUNTED.has(unit);
}

/** Whether a record rests on any closed paper. */
export function isHidden(record: Resting, isClosed: IsClosed): boolean {
  return papersOf(record).some(isClosed);
}

/** What must not be seen of a finding, and of the claims beside it (ids of their papers). */
export async function veilOf(
  finding: Finding,
  asked: {
    readonly unit: Unit;
    readonly basis: "records" | "reported";
    readonly question: Question;
    readonly claims: readonly string[];
  },
  context: FigureContext,
): Promise<Veil> {
  const { question, claims, unit, basis } = asked;
  if (!(await anyClosed(question, context))) return { isClosed: NOTHING_CLOSED, hidden: 0, withheld: false };
  const resting: readonly Resting[] = [...finding.records, ...finding.missing, ...finding.disputed];
  const isClosed = await closedAmong(context.reader, [...resting.flatMap(papersOf), ...claims]);
  const hidden =
    finding.countClosed === undefined
      ? finding.records.filter((r) => isHidden(r, isClosed)).length
      : await finding.countClosed(context.closed);
  const alone = question.zone !== null && hidden > 0;
  const amount = !COUNTED.has(unit) && hidden === 1;
  const told = basis === "reported" && claims.some(isClosed);
  return { isClosed, hidden, withheld: alone || amount || told };
}

/** The records that may be seen. */
export function seenRecords(records: readonly FoundRecord[], { isClosed }: Veil): readonly FoundRecord[] {
  return records.filter((r) => !isHidden(r, isClosed));
}

/** What is missing; of what rests on a closed paper only that there is something. */
export function seenMissing(
  missing: readonly FoundMissing[],
  { isClosed }: Veil,
  language: Question["language"],
): readonly FoundMissing[] {
  return missing.map((m) =>
    isHidden(m, isClosed) ? { ...unnamed(m.kind, language), why: WHY_HIDDEN[language], amount: null } : m,
  );
}

/** What is disputed, in the same way. */
export function seenDisputes(
  disputes: readonly FoundDispute[],
  { isClosed }: Veil,
  language: Question["language"],
): readonly FoundDispute[] {
  return disputes.map((d) =>
    isHidden(d, isClosed)
      ? { ...unnamed(d.kind, language), why: WHY_HIDDEN[language], effect: null, documents: [] }
      : d,
  );
}

function unnamed(kind: string, language: Question["language"]) {
  return { kind, id: "", key: null, label: HIDDEN[language] };
}
