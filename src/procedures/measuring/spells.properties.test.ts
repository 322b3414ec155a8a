/** The numbers of cases agree with what is counted anew, day by day, from the course of each case alone. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daySerial, type PlainDate, plainDate } from "../../kernel/dates.ts";
import { usualCalendar } from "../../law/calendar/counting.ts";
import { courseOfCase } from "../../sample/cases.ts";
import { randomOf } from "../../sample/random.ts";
import { USUAL_SETTINGS } from "../../settings/public.ts";
import { courseOf, type Happened } from "../cases/course.ts";
import { deadlinesOf, duesOf } from "../cases/deadlines.ts";
import { proceduresUnder, readingUnder } from "../cases/pinning.ts";
import { isEnded } from "../cases/vocabulary.ts";
import { measured } from "./measures.ts";
import { spellingBy } from "./spells.ts";
import type { CaseTold } from "./standing.ts";
import type { Measure } from "./vocabulary.ts";

const rules = {
  procedures: proceduresUnder(USUAL_SETTINGS),
  calendar: usualCalendar(),
  reads: readingUnder(USUAL_SETTINGS),
};
const PROCEDURES = ["clusterEstablishment", "registrationCertificate", "environmentalPermit", "landRecovery"];

function invented(seed: number, n: number): CaseTold {
  const random = randomOf(seed, "property", n);
  const from = addDays(plainDate("2023-06-01"), random.whole(0, 900));
  const procedure = PROCEDURES[random.whole(0, PROCEDURES.length - 1)] ?? "";
  const happened = [...courseOfCase(procedure, from, random)].map(({ on, event }, at) => ({
    ...{ id: `${n} ${at}`, on, event, document: `paper ${n}` },
  }));
  const held = { from, to: null, procedure, number: `HS-MAU-${n}`, places: [], document: `paper ${n}` };
  const nothing = { zone: null, unit: null, answerBy: null, disputed: null, disputedBy: null };
  return { id: `${n}`, key: null, stretches: [{ ...held, ...nothing }], happened };
}

/** How a case stands on a day, from the words of its events alone. */
function courseOn(told: CaseTold, day: PlainDate) {
  const happened: readonly Happened[] = told.happened.filter((h) => h.on <= day);
  const law = rules.procedures.find(told.stretches[0]?.procedure ?? "", { happened, asOf: day });
  if (law === null) throw new Error("no law");
  return { law, course: courseOf(law.steps, happened) };
}

function isLate(told: CaseTold, day: PlainDate): boolean {
  const { law, course } = courseOn(told, day);
  return deadlinesOf(duesOf(law.version, course, {}), { ...rules, reading: rules.reads }).some(
    ({ deadline, body, when }) =>
      body === null && when === null && deadline.dueOn !== null && deadline.dueOn < day,
  );
}

/** Days on which the clock stood: those that follow a day in the evening of which it stood. */
function stoodDays(told: CaseTold, from: PlainDate, to: PlainDate): number {
  let days = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (courseOn(told, addDays(day, -1)).course.state === "waiting") days += 1;
  }
  return days;
}

test("open, late, decided, days and pauses are those of the courses", () => {
  const asked = fc.record({
    ...{ seed: fc.integer({ min: 1, max: 1_000_000 }), size: fc.integer({ min: 1, max: 8 }) },
    ...{ offset: fc.integer({ min: 0, max: 1000 }), length: fc.integer({ min: 0, max: 90 }) },
  });
  fc.assert(
    fc.property(asked, ({ seed, size, offset, length }) => {
      const cases = Array.from({ length: size }, (_, n) => invented(seed, n));
      const day = addDays(plainDate("2023-09-01"), offset);
      const window = { from: addDays(day, -length), to: day };
      const spelling = spellingBy(rules);
      const spells = cases.flatMap((told) => spelling.whole(told, day));
      const of = (measure: Measure) => measured(measure, spells, { day, window });

      const courses = cases.map((told) => ({ told, ...courseOn(told, day) }));
      const begun = courses.filter(({ course }) => course.receivedOn !== null);
      const open = begun.filter(({ course }) => !isEnded(course.state));
      const decided = begun.filter(
        ({ course: { state, endedOn } }) =>
          (state === "decided" || state === "refused") && endedOn !== null && endedOn >= window.from,
      );
      expect(of("open").counted.length).toBe(open.length);
      expect(of("late").counted.length).toBe(open.filter(({ told }) => isLate(told, day)).length);
      expect(of("decided").counted.length).toBe(decided.length);
      const days = decided.map(
        ({ course: { receivedOn, endedOn } }) => daySerial(endedOn ?? day) - daySerial(receivedOn ?? day),
      );
      for (const [measure, least] of [
        ["median", 0.5],
        ["ninetieth", 0.9],
      ] as const) {
        const { value } = of(measure);
        expect(value === null).toBe(days.length === 0);
        if (value === null) continue;
        expect(days).toContain(value);
        expect(days.filter((d) => d <= value).length / days.length).toBeGreaterThanOrEqual(least);
        expect(days.filter((d) => d < value).length / days.length).toBeLessThan(least);
      }
      const stood = cases.reduce((sum, told) => sum + stoodDays(told, window.from, window.to), 0);
      expect(of("paused").value ?? 0).toBe(stood);

      // Each open case sits in one step at most, and is late there or not as it is as a whole.
      const steps = cases.flatMap((told) => spelling.steps(told, day));
      const placed = open.filter(({ course }) => course.current !== null);
      expect(measured("open", steps, { day, window }).counted.length).toBe(placed.length);
      const { counted, unjudged } = of("onTime");
      expect(counted.length + unjudged.length).toBe(decided.length);
      expect(measured("paused", steps, { day, window }).value ?? 0).toBeLessThanOrEqual(stood);
    }),
    { numRuns: 60 },
  );
});
