import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daySerial, type PlainDate, plainDate } from "../../kernel/dates.ts";
import { driftOf } from "./drift.ts";
import { foresee, foreseeChain, lookAhead } from "./foreseeing.ts";
import { knownBy } from "./stepLaw.ts";
import { type Lasted, survivalOf } from "./survival.ts";
import { CHAIN, FORESIGHT_WORDS, type Spell, type StepPast } from "./vocabulary.ts";

const asOf = plainDate("2025-01-01");

/** Spells that ended, so many days each, one begun every month before the day. */
function past(days: readonly number[], key: keyof typeof CHAIN = "plan"): StepPast<"real"> {
  const spells = days.map((length, at): Spell<"real"> => {
    const from = addDays(asOf, -length - 30 * (at + 1));
    return { register: "real", from, to: addDays(from, length) };
  });
  return { key, label: CHAIN[key], spells };
}
const ten = [20, 25, 30, 32, 35, 40, 45, 50, 60, 90];
const chain = (...steps: readonly StepPast<"real">[]) => ({ register: "real" as const, steps, since: asOf });

describe("a forecast", () => {
  it("is not given for fewer finished times than are set", () => {
    const few = foreseeChain(chain(past(ten), past(ten.slice(1), "works")), { asOf });
    expect(few).toEqual({
      ok: true,
      value: {
        enough: false,
        says: { vi: "chưa đủ dữ liệu để dự báo", en: "not enough is known for a forecast" },
        lacking: [{ key: "works", label: CHAIN.works, real: 9 }],
      },
    });
    expect(foreseeChain(chain(past(ten), past(ten.slice(1), "works")), { asOf, enough: 9 })).toMatchObject({
      value: { enough: true, fewest: 9 },
    });
  });

  it("counts open ones as open, never as finished", () => {
    const open = past(ten).spells.map((s): Spell<"real"> => ({ ...s, to: null }));
    const step = { ...past(ten.slice(0, 9)), spells: [...past(ten.slice(0, 9)).spells, ...open] };
    expect(foreseeChain(chain(step), { asOf })).toMatchObject({ value: { enough: false } });
  });

  it("does not feed a real record with sample durations", () => {
    const sample: StepPast<"sample"> = {
      ...past(ten),
      spells: [{ register: "sample", from: asOf, to: null }],
    };
    // @ts-expect-error a chain of real records takes no invented past
    const mixed = lookAhead<"real">("real", [past(ten), sample], { asOf });
    expect(mixed).toMatchObject({ ok: false, problems: [{ code: "foresight.mixed" }] });
    expect(lookAhead("sample", [sample], { asOf }).ok).toBe(true);
  });

  it("says so where the step lasts longer than ever seen", () => {
    const ahead = lookAhead("real", [past(ten)], { asOf });
    const said = ahead.ok ? foresee(ahead.value, plainDate("1990-01-01")) : null;
    expect(said).toEqual({ enough: false, says: FORESIGHT_WORDS.longerThanAll, lacking: [] });
  });

  it("is the same at every run", () => {
    const once = () => foreseeChain(chain(past(ten), past(ten, "works")), { asOf });
    expect(once()).toEqual(once());
  });

  it("knows at a past day only what was known by then", () => {
    const later: Spell<"real"> = {
      register: "real",
      from: plainDate("2024-12-01"),
      to: plainDate("2025-03-01"),
    };
    const unborn: Spell<"real"> = { register: "real", from: plainDate("2025-01-02"), to: null };
    expect(knownBy([later, unborn], asOf)).toEqual([
      { start: daySerial(later.from), days: 31, ended: false },
    ]);
    const step = past(ten);
    const withLater = { ...step, spells: [...step.spells, unborn] };
    expect(foreseeChain(chain(withLater), { asOf })).toEqual(foreseeChain(chain(step), { asOf }));
    // What the later end is makes no difference: it was open that day.
    const ends = (to: PlainDate | null) =>
      foreseeChain(chain({ ...step, spells: [...step.spells, { ...later, register: "real", to }] }), {
        asOf,
      });
    expect(ends(plainDate("2025-01-02"))).toEqual(ends(null));
  });
});

const days = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 10, maxLength: 40 });

describe("of every forecast", () => {
  it("90 percent is not before 50, and neither is before the day of asking", () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 400 }), (first, second, spent) => {
        const steps = [past(first), past(second, "works")];
        const ahead = lookAhead("real", steps, { asOf });
        const said = ahead.ok ? foresee(ahead.value, addDays(asOf, -spent)) : null;
        if (said === null || !said.enough) return;
        const dates = [asOf, ...said.course.map((l) => l.by ?? plainDate("9999-12-31"))];
        expect([...dates].sort()).toEqual(dates);
        expect(said.course[9]).toEqual(said.half);
        expect(said.course[17]).toEqual(said.ninety);
      }),
      { numRuns: 25 },
    );
  });

  it("a step that began on a day and goes on is never foretold to end earlier than was said before", () => {
    // Of one law: what is learnt meanwhile of others may well bring the end nearer. The later day is played by an
    // earlier beginning with a drift of none, so days in all are compared: from the beginning to the end.
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        (lengths, spent, more) => {
          // All begun on one day: no drift can be told.
          const from = addDays(asOf, -1000);
          const spells = lengths.map(
            (d): Spell<"real"> => ({ register: "real", from, to: addDays(from, d) }),
          );
          const ahead = lookAhead("real", [{ ...past([]), spells }], { asOf });
          if (!ahead.ok) throw new Error("one register");
          const inAll = (open: number) => {
            const said = foresee(ahead.value, addDays(asOf, -open));
            if (!said.enough) return null;
            return said.course.map((l) =>
              l.by === null ? Infinity : daySerial(l.by) - daySerial(asOf) + open,
            );
          };
          const [before, after] = [inAll(spent), inAll(spent + more)];
          if (before === null || after === null) return;
          before.forEach((total, at) => {
            expect(after[at]).toBeGreaterThanOrEqual(total);
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it("another step ahead never brings the end nearer", () => {
    fc.assert(
      fc.property(days, days, (first, second) => {
        const by = (...steps: readonly StepPast<"real">[]) => {
          const said = foreseeChain(chain(...steps), { asOf });
          return said.ok && said.value.enough ? (said.value.half.by ?? "9999") : "0000";
        };
        expect(by(past(first), past(second, "works")) >= by(past(first))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});

/** The share that lasts longer than so many days. */
const lastingOf = (lasted: readonly Lasted[], day: number) =>
  1 - survivalOf(lasted).atoms.reduce((sum, a) => (a.days <= day ? sum + a.share : sum), 0);
const equal = (lengths: readonly number[], ended = true) =>
  lengths.map((length): Lasted => ({ days: length, ended, weight: 1 }));

describe("durations with open ones", () => {
  it("n finished ones leave a share of 1/(n+1) that lasts longer than all, and share evenly", () => {
    const { atoms, later } = survivalOf(equal([1, 2, 3, 4]));
    expect(later).toBeCloseTo(0.2);
    for (const { share } of atoms) expect(share).toBeCloseTo(0.2);
  });
  it("an open one adds to the longer ones what lies behind it", () => {
    const survival = survivalOf([...equal([1, 3]), ...equal([2], false)]);
    // One of four ends first; of the two left at risk beside the open one, half end at 3.
    expect(survival.atoms.map((a) => a.share)).toEqual([0.25, 0.375]);
  });
  it("adding open ones never makes anything shorter", () => {
    fc.assert(
      fc.property(
        days,
        fc.array(fc.integer({ min: 0, max: 1000 })),
        fc.integer({ min: 0, max: 1000 }),
        (ended, open, at) => {
          const before = lastingOf(equal(ended), at);
          expect(lastingOf([...equal(ended), ...equal(open, false)], at)).toBeGreaterThanOrEqual(
            before - 1e-9,
          );
        },
      ),
    );
  });
});

describe("drift", () => {
  it("is found where there is one, and is none where everything takes as long", () => {
    const begun = (growth: number) =>
      Array.from({ length: 60 }, (_, at) => {
        const year = -at / 12;
        return { year, log: 4 + growth * year + 0.1 * Math.sin(at * 7), ended: true };
      });
    expect(driftOf(begun(0.2)).slope).toBeCloseTo(0.2, 1);
    expect(Math.abs(driftOf(begun(0)).slope)).toBeLessThan(0.02);
  });
});
