import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { batch, entry, paper } from "../../tests/register-fixture/builders.ts";
import { dateOfRank } from "../kernel/dateRank.ts";
import {
  addDays,
  exclusiveEnd,
  firstDay,
  lastDay,
  laterOf,
  type PartialDate,
  type PlainDate,
  partialDate,
  plainDate,
} from "../kernel/dates.ts";
import { precisionOfSum } from "../kernel/precision.ts";
import { createWriter, type EntryDraft, findKnown, receiptOrThrow, type Writer } from "../register/public.ts";
import type { EntriesAsked } from "./candidates.ts";
import { listEntries } from "./store.ts";
import { sumsOf } from "./sums.ts";

let database: FreshDatabase;
let writer: Writer;
beforeAll(async () => {
  database = await freshDatabase();
  writer = createWriter({ pool: database.pool, definitions: [], now: Date.now });
});
afterAll(() => database.drop());

const DAYS = ["2020-12-31", "2021-01-01", "2021-01-31", "2021-02-01", "2021-02-15", "2022-06-30"] as const;
const DATES = [...DAYS, "2021-02", "2021"] as const;
const date = fc.constantFrom<string>(...DATES).map(partialDate);
const words = fc.constantFrom<readonly [EntryDraft["precision"], string | null]>(
  ["exact", null],
  ["exact", null],
  ["about", "khoảng"],
  ["over", "trên"],
  ["over", "hơn"],
);

const drawn = fc.record({
  kind: fc.constantFrom("allocation", "allocation", "payment"),
  zones: fc.constantFrom([0], [0], [1], [2], [0, 1], [0, 2]),
  amount: fc.integer({ min: 1, max: 9 }),
  word: words,
  dated: date,
  period: fc.constantFrom(null, null, ["2021", "2021"], ["2021-01", "2021-02"], ["2020-12-31", "2022"]),
  signedOn: fc.option(
    fc.integer({ min: 0, max: 2_000 }).map((days) => partialDate(addDays(plainDate("2020-01-01"), days))),
    { nil: null, freq: 5 },
  ),
  /** Undoes one of the entries before it, counted round. */
  undoes: fc.option(fc.nat({ max: 9 }), { nil: null, freq: 3 }),
});
const history = fc.array(fc.array(drawn, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

type Recorded = {
  readonly entry: EntryDraft;
  readonly signedOn: PartialDate | null;
  readonly commit: number;
};

function entryOf(d: Drawn, of: { readonly zones: readonly string[]; readonly document: string }): EntryDraft {
  const [precision, precisionWord] = d.word;
  return entry({
    id: uuidv7(),
    kind: d.kind,
    subjects: d.zones.flatMap((i) => of.zones[i] ?? []),
    document: of.document,
    amount: d.amount,
    precision,
    precisionWord,
    dated: { kind: d.dated.length === 10 ? "on" : "in", date: d.dated },
    period:
      d.period === null ? null : { from: partialDate(d.period[0] ?? ""), to: partialDate(d.period[1] ?? "") },
  });
}

/** Records a history; each entry on a paper of its own, an undoing one in a later commit than what it undoes. */
async function record(commits: readonly Drawn[][], zones: readonly string[]): Promise<readonly Recorded[]> {
  const all: Recorded[] = [];
  const undone = new Set<string>();
  for (const commit of commits) {
    const before = all.filter((r) => r.entry.reverses === null && !undone.has(r.entry.id));
    const documents: ReturnType<typeof paper>[] = [];
    const entries = commit.map((d) => {
      const document = paper(uuidv7(), { signedOn: d.signedOn });
      documents.push(document);
      const target = d.undoes === null ? undefined : before[d.undoes % Math.max(before.length, 1)];
      if (target === undefined || undone.has(target.entry.id))
        return entryOf(d, { zones, document: document.id });
      undone.add(target.entry.id);
      const { entry: old } = target;
      return { ...old, id: uuidv7(), document: document.id, amount: -old.amount, reverses: old.id };
    });
    const receipt = receiptOrThrow(await writer.submit(batch(uuidv7(), { documents, entries })));
    entries.forEach((e, i) => {
      all.push({ entry: e, signedOn: documents[i]?.signedOn ?? null, commit: receipt.commit });
    });
  }
  return all;
}

/** The words of the rules, applied to each entry by itself. */
function naive(all: readonly Recorded[], asked: EntriesAsked) {
  const known = all.filter((r) => r.commit <= asked.known.commit);
  const gone = new Set(known.flatMap((r) => r.entry.reverses ?? []));
  const told = known.filter(({ entry: e }) => {
    if (e.kind !== asked.kind || e.reverses !== null || gone.has(e.id)) return false;
    if (!e.subjects.some((s) => asked.zones.includes(s))) return false;
    if (asked.until !== null && firstDay(e.dated.date) > asked.until) return false;
    if (asked.period === null || e.period === null) return true;
    return firstDay(e.period.from) <= asked.period.to && lastDay(e.period.to) >= asked.period.from;
  });
  const counts = ({ entry: e }: Recorded) => {
    if (!e.subjects.every((s) => asked.zones.includes(s))) return false;
    if (asked.period === null) return true;
    return (
      e.period !== null &&
      firstDay(e.period.from) >= asked.period.from &&
      exclusiveEnd(e.period.to) <= exclusiveEnd(partialDate(asked.period.to))
    );
  };
  const counting = told.filter(counts);
  return {
    amount: counting.reduce((sum, r) => sum + r.entry.amount, 0),
    records: counting.length,
    left: told.length - counting.length,
    precision: precisionOfSum(counting.map((r) => r.entry.precision)),
    words: [...new Set(counting.map((r) => r.entry.precisionWord))].sort(),
    evidence: counting.reduce<PartialDate | null>((d, r) => laterOf(d, r.signedOn), null),
    ids: counting.map((r) => r.entry.id).sort(),
  };
}

async function found(asked: EntriesAsked) {
  const sums = await sumsOf(asked, database.db);
  const counting = sums.filter((s) => s.standing === "counts");
  const listed: string[] = [];
  for (let after: string | null = null; ; after = listed.at(-1) ?? null) {
    const page = await listEntries(database.db, asked, { counting: true, limit: 2, after });
    listed.push(...page.map((e) => e.id));
    if (page.length < 2) break;
  }
  return {
    amount: counting.reduce((sum, s) => sum + s.amount, 0),
    records: counting.reduce((n, s) => n + s.records, 0),
    left: sums.reduce((n, s) => n + s.records, 0) - counting.reduce((n, s) => n + s.records, 0),
    precision: precisionOfSum(counting.map((s) => s.precision)),
    words: [...new Set(counting.map((s) => s.word))].sort(),
    evidence: dateOfRank(
      counting.reduce<number | null>(
        (m, s) => (s.evidence === null || (m !== null && m >= s.evidence) ? m : s.evidence),
        null,
      ),
    ),
    ids: listed.sort(),
  };
}

type Asks = {
  readonly until: PlainDate | null;
  readonly period: EntriesAsked["period"];
  readonly zones: readonly number[];
};
const asks: fc.Arbitrary<Asks> = fc.record({
  zones: fc.constantFrom([0], [0, 1], [0, 1, 2]),
  ...{ until: fc.constantFrom<string>(...DAYS).map(plainDate), period: fc.constant(null) },
});
const flows: fc.Arbitrary<Asks> = fc.record({
  zones: fc.constantFrom([0], [0, 1], [0, 1, 2]),
  until: fc.constant(null),
  period: fc.constantFrom(
    { from: plainDate("2021-01-01"), to: plainDate("2021-12-31") },
    { from: plainDate("2021-01-01"), to: plainDate("2021-02-28") },
    { from: plainDate("2020-01-01"), to: plainDate("2022-12-31") },
  ),
});

describe("what was allocated", () => {
  it("is the same from the running totals, by reading the entries, and by the rules applied one by one", async () => {
    const questions = fc.array(fc.oneof(asks, flows), { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(history, questions, async (commits, asked) => {
        const zones = [uuidv7(), uuidv7(), uuidv7()];
        const all = await record(commits, zones);
        for (const commit of [...new Set(all.map((r) => r.commit)), null]) {
          const known = await findKnown(database.db, commit === null ? null : String(commit));
          if (!known.ok) throw new Error("no such commit");
          for (const { zones: of, ...rest } of asked) {
            const question = {
              ...rest,
              kind: "allocation",
              zones: of.flatMap((i) => zones[i] ?? []),
              known: known.value,
            } as const;
            expect(await found(question)).toEqual(naive(all, question));
            // The same question by reading, where the running totals answered.
            const read = { ...question, known: { ...known.value, latest: false } };
            expect(await found(read)).toEqual(naive(all, read));
          }
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
