/** A count that is kept as one short text gives the date of the limit and the events that it was made from. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "../../kernel/dates.ts";
import { usualCalendar } from "../../law/calendar/counting.ts";
import { CATALOGUE } from "../catalogue/catalogue.ts";
import { deadlineOf } from "../clock/clock.ts";
import { type ClockEvent, USUAL_READING } from "../clock/vocabulary.ts";
import { clockReader, clockText } from "./compact.ts";

describe("a count that is kept", () => {
  const limits = CATALOGUE.flatMap((p) => p.versions).flatMap((v) => [
    ...v.steps.flatMap((s) => [...(s.limit === null ? [] : [s.limit]), ...s.further.map((f) => f.limit)]),
    ...(v.total === null ? [] : [v.total.limit]),
  ]);
  const event = fc.record({
    kind: fc.constantFrom<ClockEvent["kind"]>(
      ...(["pauseBegan", "pauseEnded", "stopBegan", "stopEnded", "restarted", "extended", "done"] as const),
    ),
    after: fc.integer({ min: 0, max: 120 }),
    count: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  });

  test("gives the date of the limit and the events that it was made from, for every limit of the catalogue", () => {
    const read = clockReader();
    fc.assert(
      fc.property(
        fc.constantFrom(...limits),
        fc.integer({ min: 0, max: 2500 }),
        fc.array(event),
        (limit, day, more) => {
          const start = addDays(plainDate("2021-01-04"), day);
          const events: ClockEvent[] = [
            { kind: "start", on: start, label: { vi: "mẫu", en: "invented" } },
            ...more.map(({ kind, after, count }) => ({
              ...{ kind, on: addDays(start, after) },
              ...(count === undefined ? {} : { count }),
            })),
          ];
          const kept = read(clockText(limit, events));
          const told = (of: ReturnType<typeof deadlineOf>) => [of.state, of.dueOn, of.notBefore, of.earliest];
          expect(told(deadlineOf(kept.limit, kept.events, usualCalendar(), USUAL_READING))).toEqual(
            told(deadlineOf(limit, events, usualCalendar(), USUAL_READING)),
          );
        },
      ),
    );
  });
});
