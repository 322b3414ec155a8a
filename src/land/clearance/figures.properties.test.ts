import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFigure, zoneOn } from "../../../tests/clearance-fixture/asking.ts";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { findKnownAt, newGround, questionOn } from "../../../tests/projects-fixture/asking.ts";
import { batch, clearing, paper, setting, withdrawing } from "../../../tests/register-fixture/builders.ts";
import { recordedHistory } from "../../../tests/register-fixture/histories.ts";
import { contextOf, type FigureContext } from "../../figures/public.ts";
import { addDays, type PlainDate, plainDate } from "../../kernel/dates.ts";
import { placeDirectory } from "../../places/directory.ts";
import { periodOn, periodsOf, type RecordedChange } from "../../register/fold.ts";
import {
  type AttributeValue,
  type ChangeDraft,
  createWriter,
  receiptOrThrow,
  type Writer,
} from "../../register/public.ts";
import { zoneSubject } from "../../zones/public.ts";
import { clearanceFigures } from "./figures.ts";
import { monthsBehind, percentOf } from "./progress.ts";
import { clearanceSubject } from "./subject.ts";
import { type ClearanceAttributes, clearanceAttributes } from "./vocabulary.ts";

let database: FreshDatabase;
let writer: Writer;
let context: FigureContext;

beforeAll(async () => {
  database = await freshDatabase();
  writer = createWriter({ pool: database.pool, definitions: [zoneSubject, clearanceSubject], now: Date.now });
  const places = placeDirectory({ ids: new Map(), units: [], links: [] });
  context = contextOf({ ...database, places: () => places }, { kind: "system", user: "mau" });
});
afterAll(() => database.drop());

const DAYS = ["2025-01-01", "2025-01-31", "2025-02-10", "2025-03-01", "2025-04-15"] as const;

/** Zones: two inside, one across the border of the place, one outside. */
const told = fc.record(
  {
    zone: fc.constantFrom(0, 0, 1, 2, 3),
    toRecover: fc.integer({ min: 0, max: 9 }),
    handedOver: fc.integer({ min: 0, max: 9 }),
    households: fc.integer({ min: 1, max: 9 }),
    householdsPaid: fc.integer({ min: 0, max: 9 }),
    targets: fc.array(
      fc.record({
        month: fc.constantFrom("2025-01", "2025-02", "2025-03"),
        area: fc.integer({ min: 0, max: 6 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    disputed: fc.constantFrom("hai văn bản mẫu nói khác"),
  },
  { requiredKeys: ["zone"] },
);
const step = fc.record({
  what: fc.constantFrom("set", "set", "set", "clear", "withdraw"),
  subject: fc.nat({ max: 3 }),
  told,
  from: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<string>(...DAYS) },
    { weight: 1, arbitrary: fc.constantFrom<string>(...DAYS).map((d) => `by ${d}`) },
  ),
  to: fc.option(fc.constantFrom("2025-04-30", "2025-06-30"), { nil: null, freq: 2 }),
  target: fc.nat({ max: 5 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const history = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

type Drafted = { readonly draft: ChangeDraft; readonly subject: string };

function draftsOf(
  steps: readonly Step[][],
  of: { readonly rounds: readonly string[]; readonly zones: readonly string[] },
): readonly Drafted[][] {
  const earlier = new Map<string, string[]>();
  return steps.map((commit) =>
    commit.map((s): Drafted => {
      const id = of.rounds[s.subject] ?? "";
      const before = earlier.get(id) ?? [];
      earlier.set(id, before);
      const target = before[s.target % Math.max(before.length, 1)];
      const base = {
        id: uuidv7(),
        subject: { id, kind: "clearance" as const, key: null },
        document: uuidv7(),
      };
      before.push(base.id);
      const { zone, ...rest } = s.told;
      const attributes: Record<string, AttributeValue> = { ...rest, zone: of.zones[zone] ?? "" };
      const span = { from: s.from, to: s.to };
      if (s.what === "withdraw" && target !== undefined) {
        return { subject: id, draft: withdrawing({ ...base, withdraws: target }) };
      }
      return {
        subject: id,
        draft:
          s.what === "clear"
            ? clearing({
                ...base,
                ...span,
                attributes: Object.keys(rest).length > 0 ? Object.keys(rest) : ["name"],
              })
            : setting({ ...base, ...span, attributes }),
      };
    }),
  );
}

async function record(commits: readonly Drafted[][]): Promise<readonly number[]> {
  const numbers: number[] = [];
  for (const drafted of commits) {
    const documents = drafted.map(({ draft }) => paper(draft.document));
    const changes = drafted.map(({ draft }) => draft);
    numbers.push(receiptOrThrow(await writer.submit(batch(uuidv7(), { documents, changes }))).commit);
  }
  return numbers;
}

/** The value that each figure takes of a round, by itself; null: it can't be said. */
const OF_ONE: Readonly<Record<string, (a: ClearanceAttributes, asOf: PlainDate) => number | null>> = {
  "land.toRecover": (a) => a.toRecover ?? null,
  "land.handedOver": (a) => a.handedOver ?? null,
  "land.householdsPaid": (a) => a.householdsPaid ?? null,
  "land.monthsBehind": (a, asOf) => monthsBehind(a, asOf),
};
const RATES = {
  "land.handedOverRate": ["handedOver", "toRecover"],
  "land.householdsPaidRate": ["householdsPaid", "households"],
} as const;

type Naive = {
  readonly value: number | null;
  readonly records: readonly string[];
  readonly missing: readonly string[];
  readonly disputed: readonly string[];
  readonly later: boolean;
};

/** The rules, applied to each round by itself from its changes alone. */
function naive(
  figure: string,
  rounds: ReadonlyMap<string, readonly RecordedChange[]>,
  { zones, asOf }: { readonly zones: readonly string[]; readonly asOf: PlainDate },
): Naive {
  const rate = Object.entries(RATES).find(([id]) => id === figure)?.[1];
  const missing: string[] = [];
  const disputed: string[] = [];
  const counted: { readonly id: string; readonly a: ClearanceAttributes }[] = [];
  let later = false;
  for (const [id, changes] of rounds) {
    const periods = periodsOf(changes);
    const period = periodOn(periods, asOf);
    const [first] = periods;
    const isInside = (zone: AttributeValue | undefined) => zone === zones[0] || zone === zones[1];
    if (period === null) {
      const begins = first !== undefined && first.from > asOf && first.sources.zone?.sinceKind === "by";
      if (begins && isInside(first.attributes.zone) && first.attributes.disputed === undefined) {
        missing.push(id);
        later = true;
      }
      continue;
    }
    const a = clearanceAttributes.parse(period.attributes);
    if (a.zone === zones[2] && a.disputed === undefined) missing.push(id);
    if (!isInside(a.zone)) continue;
    const [part, whole] = rate ?? [];
    const known =
      part !== undefined && whole !== undefined
        ? a[part] !== undefined && a[whole] !== undefined && a[whole] !== 0
        : OF_ONE[figure]?.(a, asOf) !== null;
    if (a.disputed !== undefined) disputed.push(id);
    else if (known) counted.push({ id, a });
    else missing.push(id);
  }
  const sum = (of: (a: ClearanceAttributes) => number) => counted.reduce((n, { a }) => n + of(a), 0);
  const value =
    counted.length === 0
      ? null
      : rate === undefined
        ? sum((a) => OF_ONE[figure]?.(a, asOf) ?? 0)
        : percentOf(
            sum((a) => a[rate[0]] ?? 0),
            sum((a) => a[rate[1]] ?? 0),
          );
  const records = counted.map(({ id }) => id).sort();
  return { value, records, missing: missing.sort(), disputed: disputed.sort(), later };
}

describe("the figures of site clearance", () => {
  it("say the same as the rules applied one by one, on any day, as known now and at any commit before", async () => {
    const probes = DAYS.flatMap((d) => [plainDate(d), addDays(plainDate(d), -1)]).concat(
      plainDate("2025-07-01"),
    );
    const figures = [...Object.keys(OF_ONE), ...Object.keys(RATES)];
    expect(clearanceFigures.map((f) => f.id)).toEqual(expect.arrayContaining(figures));
    const asks = fc.record({ asOf: fc.constantFrom(...probes), figure: fc.constantFrom(...figures) });
    await fc.assert(
      fc.asyncProperty(history, fc.array(asks, { minLength: 8, maxLength: 8 }), async (steps, questions) => {
        const ground = newGround();
        const [a, b, crossing, outside] = ground.places;
        const zones = [
          await zoneOn(writer, ground),
          await zoneOn(writer, ground, { places: [b] }),
          await zoneOn(writer, ground, { places: [a, crossing] }),
          await zoneOn(writer, ground, { places: [outside] }),
        ];
        const rounds = Array.from({ length: 4 }, () => uuidv7());
        const commits = draftsOf(steps, { rounds, zones });
        const numbers = await record(commits);
        for (const [n, commit] of [...numbers.entries(), [numbers.length - 1, null] as const]) {
          const known = await findKnownAt(database.db, commit);
          const subjects = new Map(commits.flat().map((d) => [d.draft.id, d.subject]));
          const byRound = new Map<string, RecordedChange[]>();
          for (const change of recordedHistory(commits.slice(0, n + 1).map((c) => c.map((d) => d.draft)))) {
            const id = subjects.get(change.id) ?? "";
            byRound.set(id, [...(byRound.get(id) ?? []), change]);
          }
          for (const { asOf, figure } of questions) {
            const question = questionOn(ground, { asOf, known });
            const found = await findFigure(figure, question, { ...context });
            expect({
              value: found.value,
              records: found.records.map((r) => r.id).sort(),
              missing: found.missing.map((m) => m.id).sort(),
              disputed: found.disputed.map((d) => d.id).sort(),
              later: found.beginsUnknown,
            }).toEqual(naive(figure, byRound, { zones, asOf }));
          }
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
