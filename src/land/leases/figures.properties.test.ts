import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { landOn } from "../../../tests/leases-fixture/asking.ts";
import {
  beginning,
  type Cast,
  draftOf,
  history,
  naive,
  PROBES,
} from "../../../tests/leases-fixture/histories.ts";
import { findKnownAt, newGround, questionOn } from "../../../tests/projects-fixture/asking.ts";
import { recordedHistory } from "../../../tests/register-fixture/histories.ts";
import type { RecordedChange } from "../../register/fold.ts";
import type { ChangeDraft } from "../../register/public.ts";
import { landFigures } from "./figures.ts";

let database: FreshDatabase;
let land: ReturnType<typeof landOn>;
beforeAll(async () => {
  database = await freshDatabase();
  land = landOn(database);
});
afterAll(() => database.drop());

function newCast(): Cast {
  const some = (n: number) => Array.from({ length: n }, () => uuidv7());
  return {
    ground: newGround(),
    zones: some(3),
    phase: uuidv7(),
    plots: some(4),
    leases: some(5),
    projects: some(2),
  };
}

function bySubject(
  commits: readonly (readonly ChangeDraft[])[],
): ReadonlyMap<string, readonly RecordedChange[]> {
  const subject = new Map(commits.flat().map((draft) => [draft.id, draft.subject.id]));
  const changes = new Map<string, RecordedChange[]>();
  for (const change of recordedHistory(commits)) {
    const id = subject.get(change.id) ?? "";
    changes.set(id, [...(changes.get(id) ?? []), change]);
  }
  return changes;
}

const LIES = [[0], [1], [2], [0, 3], [3], [0, 1]] as const;

describe("the figures of land", () => {
  it("say the same as the rules applied one by one, on any day, as known now and at any commit before", async () => {
    const asks = fc.record({
      day: fc.constantFrom(...PROBES),
      figure: fc.constantFrom(...landFigures.map((f) => f.id)),
      at: fc.nat({ max: 30 }),
    });
    const lies = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant([0]) }, fc.constantFrom(...LIES)), {
      minLength: 3,
      maxLength: 3,
    });
    const answered = new Set<string>();
    let [recorded, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        history,
        lies,
        fc.array(asks, { minLength: 16, maxLength: 16 }),
        async (steps, where, questions) => {
          const cast = newCast();
          const begun = beginning(cast, where).map((z) => ({
            ...z,
            from: "2020-01-01",
          }));
          const first = await land.tell(begun);
          expect(first.problems).toEqual([]);
          const commits: { readonly no: number; readonly changes: readonly ChangeDraft[] }[] = [
            { no: first.commit ?? 0, changes: first.changes },
          ];
          for (const step of steps) {
            const before = commits.flatMap((c) => c.changes);
            const { commit, changes } = await land.record((document) => [
              draftOf(step, { cast, document, id: uuidv7(), before }),
            ]);
            if (commit === null) refused += 1;
            else commits.push({ no: commit, changes });
            recorded += commit === null ? 0 : 1;
          }
          for (const { day, figure, at } of questions) {
            const upTo = commits.slice(0, (at % commits.length) + 1);
            const latest = upTo.length === commits.length;
            const known = await findKnownAt(database.db, latest ? null : (upTo.at(-1)?.no ?? 0));
            const found = await land.find(figure, questionOn(cast.ground, { asOf: day, known }));
            if ((found.value ?? 0) > 0) answered.add(figure);
            const expected = naive(bySubject(upTo.map((c) => c.changes)), { figure, cast, day });
            expect({
              ...{ value: found.value, numerator: found.numerator, denominator: found.denominator },
              records: found.records.map((r) => r.id).sort(),
              missing: found.missing.map((m) => m.id).sort(),
              disputed: found.disputed.map((d) => d.id).sort(),
            }).toEqual(expected);
          }
        },
      ),
      { numRuns: 40 },
    );
    // Histories in which nothing is let, or nothing refused, would prove little.
    expect([...answered].sort()).toEqual(landFigures.map((f) => f.id).sort());
    expect(recorded).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(10);
  }, 240_000);
});
