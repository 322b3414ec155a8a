/** What must hold of every deadline, whatever the dates: against a counter that goes day by day, and by laws of counting. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayOfSerial, daySerial, type PlainDate, plainDate } from "../../kernel/dates.ts";
import { usualCalendar } from "../../law/calendar/counting.ts";
import { deadlineOf, startedOn } from "./clock.ts";
import { stagesOf } from "./stages.ts";
import { type ClockEvent, type Limit, limitOf, readingOf } from "./vocabulary.ts";

const calendar = usualCalendar();
const FIRST = daySerial(plainDate("2024-01-01"));

const day = fc.integer({ min: 0, max: 1800 }).map((n) => dayOfSerial(FIRST + n));
const workingDay = day.filter((d) => calendar.isWorking(daySerial(d)));
const unit = fc.constantFrom("working", "calendar", "month", "year" as const);
const count = fc.integer({ min: 1, max: 40 });
/** A pause: after how many days from the start, for how long. */
const pause = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 }));
const pauses = fc.array(pause, { maxLength: 4 });

type Short = readonly [after: number, lasts: number];

function eventsOf(start: PlainDate, given: readonly Short[]): ClockEvent[] {
  return [
    { kind: "start", on: start },
    ...given.flatMap(([after, lasts]): ClockEvent[] => [
      { kind: "pauseBegan", on: addDays(start, after) },
      { kind: "pauseEnded", on: addDays(start, after + lasts) },
    ]),
  ];
}

/** From day to day, as one counts with a finger on the wall calendar. */
function byFinger({ unit, count }: Limit, start: PlainDate, given: readonly Short[]): PlainDate {
  const isPaused = (d: PlainDate) =>
    given.some(([after, lasts]) => addDays(start, after) < d && d <= addDays(start, after + lasts));
  const works = (d: PlainDate) => calendar.whyOff(daySerial(d)) === null;
  let at = start;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (!isPaused(at) && (unit === "calendar" || works(at))) left -= 1;
  }
  while (!works(at) || isPaused(at)) at = addDays(at, 1);
  return at;
}

const dueOn = (limit: Limit, events: readonly ClockEvent[]) => deadlineOf(limit, events, calendar).dueOn;

describe("every deadline", () => {
  test("in days is the one that is found day by day", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("working", "calendar" as const),
        count,
        day,
        pauses,
        (u, n, start, given) => {
          const limit = limitOf({ unit: u, count: n });
          expect(dueOn(limit, eventsOf(start, given))).toBe(byFinger(limit, start, given));
        },
      ),
    );
  });

  test("in working days is never a holiday or an ordinary weekend", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), day, pauses, (n, start, given) => {
        const due = dueOn(
          limitOf({ unit: "working", count: n, rollsForward: false }),
          eventsOf(start, given),
        );
        expect(due === null ? null : calendar.whyOff(daySerial(due))).toBeNull();
      }),
    );
  });

  test("that rolls forward ends on a working day, whatever its unit", () => {
    fc.assert(
      fc.property(unit, count, day, pauses, (u, n, start, given) => {
        const due = dueOn(
          limitOf({ unit: u, count: u === "year" ? (n % 5) + 1 : n }),
          eventsOf(start, given),
        );
        expect(due !== null && calendar.isWorking(daySerial(due))).toBe(true);
      }),
    );
  });

  test("never comes earlier by more pause, longer or another one, whatever supplements do", () => {
    const supplement = fc.constantFrom("pauses", "restarts", "ignored" as const);
    fc.assert(
      fc.property(unit, supplement, day, pauses, pause, (u, supplement, start, given, more) => {
        const limit = limitOf({ unit: u, count: 10, supplement });
        const before = dueOn(limit, eventsOf(start, given)) ?? "";
        expect((dueOn(limit, eventsOf(start, [...given, more])) ?? "") >= before).toBe(true);
        const longer = given.map(([after, lasts]) => [after, lasts + more[1]] as const);
        expect((dueOn(limit, eventsOf(start, longer)) ?? "") >= before).toBe(true);
      }),
    );
  });

  test("counted forth and back in working days agrees where it starts on a working day", () => {
    fc.assert(
      fc.property(workingDay, count, (start, n) => {
        const forth = dueOn(limitOf({ unit: "working", count: n }), startedOn(start));
        const back = limitOf({ unit: "working", count: n, direction: "back" });
        expect(forth === null ? null : dueOn(back, startedOn(forth))).toBe(start);
      }),
    );
  });

  test("does not hang on the order in which events are given", () => {
    fc.assert(
      fc.property(day, pause, fc.integer({ min: 41, max: 60 }), (start, [after, lasts], then) => {
        const events = eventsOf(start, [
          [after, lasts],
          [after + then, 3],
        ]);
        const limit = limitOf({ unit: "working", count: 50 });
        expect(dueOn(limit, [...events].reverse())).toBe(dueOn(limit, events));
      }),
    );
  });

  test("has used and left that come to the whole while it runs", () => {
    fc.assert(
      fc.property(day, count, pauses, fc.integer({ min: 0, max: 80 }), (start, n, given, later) => {
        const found = deadlineOf(limitOf({ unit: "working", count: n }), eventsOf(start, given), calendar);
        const asOf = addDays(start, later);
        const left = found.left(asOf);
        if (left !== null && left >= 0) expect(found.used(asOf) + left).toBe(n);
      }),
    );
  });

  test("counts as many days as its limit says, none of them off or paused", () => {
    fc.assert(
      fc.property(day, count, pauses, (start, n, given) => {
        const found = deadlineOf(limitOf({ unit: "working", count: n }), eventsOf(start, given), calendar);
        const days = found.counted();
        expect(days.length).toBe(n);
        expect(days.at(-1)).toBe(found.dueOn);
        for (const { after, until } of found.paused) {
          expect(days.some((d) => after < d && d <= (until ?? d))).toBe(false);
        }
      }),
    );
  });
});

describe("a clock", () => {
  const request = (on: string): ClockEvent => ({ kind: "pauseBegan", on: plainDate(on) });
  const start = startedOn(plainDate("2026-11-16"));
  const twenty = limitOf({ unit: "working", count: 20 });

  test("that stands has no date, but an earliest one, and tells what is left", () => {
    const found = deadlineOf(twenty, [...start, request("2026-11-20")], calendar);
    expect(found).toMatchObject({ state: "standing", dueOn: null, earliest: "2026-12-15" });
    expect([found.used(plainDate("2026-12-01")), found.left(plainDate("2026-12-01"))]).toEqual([4, 16]);
  });

  test("without a beginning, or outside the calendar, says so", () => {
    expect(deadlineOf(twenty, [], calendar).state).toBe("notStarted");
    expect(deadlineOf(twenty, [request("2026-11-20")], calendar).refused[0]?.code).toBe("clock.beforeStart");
    const far = deadlineOf(twenty, startedOn(plainDate("2199-01-01")), calendar);
    expect(far.refused[0]?.code).toBe("clock.range");
    const beyond = deadlineOf(limitOf({ unit: "year", count: 90 }), start, calendar);
    expect([beyond.dueOn, beyond.refused[0]?.code]).toEqual([null, "clock.range"]);
  });

  test.each([
    ["clock.secondStart", {}, [{ kind: "start", on: "2026-11-17" }]],
    ["clock.noPause", {}, [{ kind: "pauseEnded", on: "2026-11-17" }]],
    ["clock.noStop", {}, [{ kind: "stopEnded", on: "2026-11-17" }]],
    ["clock.noRestart", {}, [{ kind: "restarted", on: "2026-11-17" }]],
    ["clock.noExtension", {}, [{ kind: "extended", on: "2026-11-17" }]],
    [
      "clock.extensionTooLong",
      { extension: { times: 1, atMost: 5 } },
      [{ kind: "extended", on: "2026-11-17", count: 6 }],
    ],
    [
      "clock.extensionLate",
      { extension: { times: 1, atMost: "sameAgain" } },
      [{ kind: "extended", on: "2027-11-17" }],
    ],
  ] as const)("leaves out what its row does not allow: %s", (code, row, events) => {
    const more = events.map((event) => ({ ...event, on: plainDate(event.on) }));
    const found = deadlineOf(limitOf({ unit: "working", count: 20, ...row }), [...start, ...more], calendar);
    expect(found.refused.map((p) => p.code)).toEqual([code]);
    expect(found.dueOn).toBe("2026-12-15");
  });

  test("that is done tells when, and silence means nothing where the answer came in time", () => {
    const limit = limitOf({ unit: "working", count: 5, silence: "agrees" });
    const done = (on: string): ClockEvent => ({ kind: "done", on: plainDate(on) });
    expect(deadlineOf(limit, [...start, done("2026-11-20")], calendar)).toMatchObject({
      ...{ state: "done", doneOn: "2026-11-20", silence: null },
    });
    const late = deadlineOf(limit, [...start, done("2026-12-01")], calendar);
    expect(late.silence).toEqual({ means: "agrees", from: "2026-11-24" });
    expect(deadlineOf(limit, start, calendar).left(plainDate("2026-11-26"))).toBe(-2);
  });

  test("of stages under a total is due by the earlier of both, and says which binds", () => {
    const stage = (key: string, n: number, events: readonly ClockEvent[] = []) => ({
      ...{ key, limit: limitOf({ unit: "working", count: n }), events },
    });
    const { stages, total } = stagesOf({
      total: { limit: limitOf({ unit: "working", count: 17 }), events: start },
      stages: [stage("send", 2, start), stage("opinions", 7), stage("report", 14)],
      calendar,
    });
    expect(total?.dueOn).toBe("2026-12-10");
    expect(stages.map(({ key, dueOn, binds, assumed }) => [key, dueOn, binds, assumed])).toEqual([
      ["send", "2026-11-18", "own", false],
      ["opinions", "2026-11-30", "own", true],
      ["report", "2026-12-10", "total", true],
    ]);
  });

  const worked = (stages: ReturnType<typeof stagesOf>["stages"]) =>
    stages.map(({ key, own, dueOn, binds }) => [key, dueOn ?? own.notBefore, binds]);
  const begun = (on: string) => startedOn(plainDate(on));

  test("of the chain of the law of 2020 is held by the 35 days of the whole", () => {
    const [from, calendarDays] = [
      begun("2026-02-02"),
      (count: number) => limitOf({ unit: "calendar", count }),
    ];
    const { stages } = stagesOf({
      total: { limit: calendarDays(35), events: from },
      stages: [
        { key: "sent", limit: limitOf({ unit: "working", count: 3 }), events: from },
        { key: "opinions", limit: calendarDays(15), events: [] },
        { key: "report", limit: calendarDays(25), events: from },
        { key: "decision", limit: limitOf({ unit: "working", count: 7 }), events: [] },
      ],
      calendar,
    });
    expect(worked(stages)).toEqual([
      ["sent", "2026-02-05", "own"],
      ["opinions", "2026-02-23", "own"],
      ["report", "2026-02-27", "own"],
      ["decision", "2026-03-09", "total"],
    ]);
  });

  test("of the chain of a cluster goes on behind its window, across Tết 2027", () => {
    const stage = (key: string, count: number, kind: Limit["kind"] = "dueBy") => ({
      ...{ key, limit: limitOf({ unit: "working", count, kind }), events: [] },
    });
    const { stages } = stagesOf({
      total: null,
      stages: [
        { ...stage("notice", 2), events: begun("2026-12-21") },
        ...[stage("window", 5, "notBefore"), stage("submission", 5)],
        ...[stage("appraisal", 20), stage("decision", 5)],
      ],
      calendar,
    });
    expect(worked(stages)).toEqual([
      ["notice", "2026-12-23", "own"],
      ["window", "2026-12-30", null],
      ["submission", "2027-01-07", "own"],
      ["appraisal", "2027-02-04", "own"],
      ["decision", "2027-02-18", "own"],
    ]);
  });

  test("reads “before” as the office has set it", () => {
    const before = limitOf({ unit: "calendar", count: 0, before: { month: 12, day: 20 } });
    const read = (readBefore: number) => deadlineOf(before, start, calendar, readingOf({ readBefore })).dueOn;
    expect([read(1), read(2)]).toEqual(["2026-12-18", "2026-12-19"]);
  });
});
