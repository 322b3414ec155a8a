/** The clock against a clerk with a wall calendar, on many thousands of invented cases: they must come to the same day. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayByDay, later, works } from "../../../tests/dayByDay.ts";
import { dayOfSerial, daySerial, plainDate } from "../../kernel/dates.ts";
import { usualCalendar } from "../../law/calendar/counting.ts";
import { deadlineOf } from "./clock.ts";
import { stagesOf } from "./stages.ts";
import { type ClockEvent, type Limit, limitOf, readingOf } from "./vocabulary.ts";

const calendar = usualCalendar();
const CASES = 20_000;
const FIRST = daySerial(plainDate("2024-01-01"));

const start = fc.integer({ min: 0, max: 1000 }).map((n) => dayOfSerial(FIRST + n));
const limit = fc
  .record({
    measure: fc.oneof(
      fc.record({
        unit: fc.constantFrom("working", "calendar" as const),
        count: fc.integer({ min: 1, max: 60 }),
      }),
      fc.record({ unit: fc.constant("month" as const), count: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ unit: fc.constant("year" as const), count: fc.constant(1) }),
    ),
    kind: fc.constantFrom("dueBy", "notBefore" as const),
    direction: fc.constantFrom("forward", "forward", "forward", "forward", "back" as const),
    countsFirstDay: fc.boolean(),
    rollsForward: fc.boolean(),
    before: fc.option(
      fc.record({
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
        year: fc.constantFrom(undefined, 2025, 2026),
      }),
      { freq: 8 },
    ),
    supplement: fc.constantFrom("pauses", "pauses", "restarts", "ignored" as const),
    oneRequest: fc.boolean(),
    oneStop: fc.boolean(),
    extension: fc.option(
      fc.record({
        times: fc.integer({ min: 1, max: 2 }),
        atMost: fc.oneof(fc.constant("sameAgain" as const), fc.integer({ min: 1, max: 20 })),
      }),
    ),
    blackout: fc.constantFrom(null, null, null, "tet15" as const),
  })
  .map(({ measure, ...switches }): Limit => limitOf({ ...measure, ...switches }));

/** What happens in a file: a thing after how many days from the start, and how long it lasts where it lasts. */
const happening = fc.record({
  what: fc.constantFrom("pause", "pause", "pause", "stop", "restarted", "extended" as const),
  after: fc.integer({ min: 0, max: 70 }),
  lasts: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 30 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  count: fc.option(fc.integer({ min: 1, max: 25 }), { nil: undefined }),
});

function eventsOf(
  on: string,
  happened: ReadonlyArray<typeof happening extends fc.Arbitrary<infer T> ? T : never>,
) {
  return [
    { kind: "start" as const, on: plainDate(on) },
    ...happened.flatMap(({ what, after, lasts, count }): ClockEvent[] => {
      const began = plainDate(later(on, after));
      if (what === "restarted") return [{ kind: "restarted", on: began }];
      if (what === "extended")
        return [{ kind: "extended", on: began, ...(count === undefined ? {} : { count }) }];
      const ended = lasts === null ? [] : [plainDate(later(began, lasts))];
      return [
        { kind: `${what}Began` as const, on: began },
        ...ended.map((day) => ({ kind: `${what}Ended` as const, on: day })),
      ];
    }),
  ];
}

describe("the clock and the wall calendar", () => {
  test("know the same days off from 2024 to 2027", () => {
    const differing: string[] = [];
    for (let day = "2024-01-01"; day <= "2027-12-31"; day = later(day, 1)) {
      if (calendar.isWorking(daySerial(plainDate(day))) !== works(day)) differing.push(day);
    }
    expect(differing).toEqual([]);
  });

  test(`come to the same day in ${CASES} cases of every unit, with pauses, restarts, extensions and blackouts`, () => {
    let compared = 0;
    let dated = 0;
    fc.assert(
      fc.property(
        limit,
        start,
        fc.array(happening, { maxLength: 5 }),
        fc.boolean(),
        (row, on, happened, dayBefore) => {
          const events = eventsOf(on, happened);
          const byHand = dayByDay({ limit: row, events }, dayBefore);
          // What lies beyond the wall calendar is not looked at.
          fc.pre(byHand !== undefined);
          const found = deadlineOf(row, events, calendar, readingOf({ readBefore: dayBefore ? 2 : 1 }));
          expect(row.kind === "dueBy" ? found.dueOn : found.notBefore).toBe(byHand);
          compared += 1;
          if (byHand !== null) dated += 1;
        },
      ),
      { numRuns: CASES },
    );
    expect(compared).toBeGreaterThanOrEqual(CASES);
    expect(dated).toBeGreaterThan(CASES * 0.8);
  }, 120_000);

  test("come to the same days of stages under a total", () => {
    const stage = fc.record({
      unit: fc.constantFrom("working", "calendar" as const),
      count: fc.integer({ min: 1, max: 15 }),
      kind: fc.constantFrom("dueBy", "dueBy", "notBefore" as const),
    });
    fc.assert(
      fc.property(
        start,
        fc.array(stage, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 60 }),
        (on, rows, days) => {
          const begun = eventsOf(on, []);
          const total = limitOf({ unit: "working", count: days });
          const limits = rows.map(({ kind, ...row }) => limitOf({ ...row, kind }));
          const found = stagesOf({
            ...{ total: { limit: total, events: begun }, calendar },
            stages: limits.map((row, i) => ({ key: String(i), limit: row, events: i === 0 ? begun : [] })),
          });
          const whole = dayByDay({ limit: total, events: begun }, false) ?? "";
          let from = String(on);
          const byHand = limits.map((row) => {
            from = dayByDay({ limit: row, events: eventsOf(from, []) }, false) ?? "";
            return row.kind === "notBefore" ? null : from <= whole ? [from, "own"] : [whole, "total"];
          });
          expect(found.stages.map(({ dueOn, binds }) => (dueOn === null ? null : [dueOn, binds]))).toEqual(
            byHand,
          );
        },
      ),
      { numRuns: 2_000 },
    );
  }, 60_000);
});
