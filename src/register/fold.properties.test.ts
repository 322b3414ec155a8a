import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixedId, organisation } from "../../tests/register-fixture/builders.ts";
import {
  draftsOf,
  type History,
  histories,
  recordedHistory,
} from "../../tests/register-fixture/histories.ts";
import { addDays, firstDay, lastDay, type PlainDate, plainDate } from "../kernel/dates.ts";
import {
  courseOf,
  growthBetween,
  holding,
  learn,
  NOTHING_KNOWN,
  type Period,
  periodOn,
  periodsOf,
  type RecordedChange,
  statementsOf,
} from "./fold.ts";
import type { AttributeValue, Standing } from "./vocabulary.ts";

function changesOf(history: History): readonly RecordedChange[] {
  let n = 1;
  const subjects = [organisation(fixedId(0))];
  return recordedHistory(draftsOf(history, { subjects, document: fixedId(999), nextId: () => fixedId(n++) }));
}

const oneSubject = histories({ subjects: 1, commits: 6 }).map(changesOf);

type Telling = Exclude<RecordedChange, { kind: "withdraw" }>;

/** The words of the design taken one by one, for one attribute on one day, by looking at every change anew. */
function valueByTheWords(
  changes: readonly RecordedChange[],
  attribute: string,
  day: PlainDate,
): AttributeValue | null {
  const place = (c: RecordedChange) => c.commit * 1000 + c.ordinal;
  const ignored = (c: RecordedChange): boolean =>
    changes.some((w) => w.kind === "withdraw" && w.withdraws === c.id && !ignored(w));
  const tellsOf = (c: RecordedChange): c is Telling =>
    c.kind === "set" ? attribute in c.attributes : c.kind === "clear" && c.attributes.includes(attribute);
  const told = changes.filter(tellsOf).filter((c) => !ignored(c));
  const start = (c: Telling) => firstDay(c.from.date);

  const heldBy = (standing: Standing): Telling | null => {
    const own = told.filter((c) => c.standing === standing);
    const isCut = (closed: Telling, closing: PlainDate) =>
      own.some(
        (open) =>
          open.to === null &&
          place(open) > place(closed) &&
          start(open) >= start(closed) &&
          start(open) <= closing &&
          start(open) <= day,
      );
    const covering = own.filter((c) => {
      if (c.to === null) return false;
      const closing = lastDay(c.to);
      return start(c) <= day && day <= closing && !isCut(c, closing);
    });
    const byRecording = [...covering].sort((a, b) => place(b) - place(a));
    const open = own
      .filter((c) => c.to === null && start(c) <= day)
      .sort((a, b) => (start(a) === start(b) ? place(b) - place(a) : start(a) < start(b) ? 1 : -1));
    return byRecording[0] ?? open[0] ?? null;
  };

  const held = heldBy("decides") ?? heldBy("says");
  return held === null || held.kind === "clear" ? null : (held.attributes[attribute] ?? null);
}

/** Why periods are not canonical; none is good. */
function flaws(periods: readonly Period[]): readonly string[] {
  return periods.flatMap((p, i) => {
    const next = periods[i + 1];
    const told = JSON.stringify(p.sources);
    return [
      ...(p.to !== null && p.from >= p.to ? [`${p.from} is empty`] : []),
      ...(Object.keys(p.attributes).length === 0 ? [`${p.from} says nothing`] : []),
      ...(next !== undefined && (p.to === null || p.to > next.from) ? [`${p.from} overlaps the next`] : []),
      ...(next !== undefined && p.to === next.from && told === JSON.stringify(next.sources)
        ? [`${p.from} equals the next`]
        : []),
    ];
  });
}

const FIRST = plainDate("2019-12-30");
const DAYS = Array.from({ length: 3 + 366 + 367 + 3 }, (_, i) => addDays(FIRST, i));

describe("the fold of any history", () => {
  test("gives on every day what the words of the rules give", () => {
    fc.assert(
      fc.property(oneSubject, (changes) => {
        const periods = periodsOf(changes);
        for (const day of DAYS) {
          const held = periodOn(periods, day)?.attributes ?? {};
          for (const attribute of ["name", "area"]) {
            const expected = valueByTheWords(changes, attribute, day);
            if ((held[attribute] ?? null) !== expected) {
              throw new Error(`${attribute} on ${day} is ${held[attribute]}, by the words ${expected}`);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test("is canonical: in order, without overlap, without empty or equal neighbours", () => {
    fc.assert(
      fc.property(oneSubject, (changes) => {
        expect(flaws(periodsOf(changes))).toEqual([]);
      }),
    );
  });

  test("does not depend on the order in which the changes are passed, only on that of recording", () => {
    const shuffled = oneSubject.chain((changes) =>
      fc.tuple(
        fc.constant(changes),
        fc.shuffledSubarray([...changes], { minLength: changes.length, maxLength: changes.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([changes, anyOrder]) => {
        expect(periodsOf(anyOrder)).toEqual(periodsOf(changes));
      }),
    );
  });

  test("tells for one attribute the course that its statements hold, day by day", () => {
    fc.assert(
      fc.property(oneSubject, fc.constantFrom(...DAYS), (changes, day) => {
        for (const statements of statementsOf(changes).values()) {
          const stretch = courseOf(statements).find((s) => s.from <= day && (s.to === null || day < s.to));
          expect(stretch?.held ?? null).toBe(holding(statements, day));
        }
      }),
    );
  });

  test("a withdrawal undoes exactly the last recorded change", () => {
    fc.assert(
      fc.property(oneSubject, (changes) => {
        const last = changes.at(-1);
        if (last === undefined) return;
        const undone: RecordedChange = {
          id: "undoing",
          commit: last.commit + 1,
          ordinal: 0,
          document: "paper",
          evidence: null,
          kind: "withdraw",
          withdraws: last.id,
        };
        expect(periodsOf([...changes, undone])).toEqual(periodsOf(changes.slice(0, -1)));
      }),
    );
  });

  test("learning step by step comes to the same as knowing all at once", () => {
    fc.assert(
      fc.property(oneSubject, (changes) => {
        let known = NOTHING_KNOWN;
        const rows = new Set<string>();
        for (const change of changes) {
          const after = learn(known, [change]);
          const { gone, come } = growthBetween(known, after);
          for (const p of gone) expect(rows.delete(JSON.stringify(p))).toBe(true);
          for (const p of come) rows.add(JSON.stringify(p));
          known = after;
        }
        expect([...rows].sort()).toEqual(
          periodsOf(changes)
            .map((p) => JSON.stringify(p))
            .sort(),
        );
      }),
    );
  });
});
