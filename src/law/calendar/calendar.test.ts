/** The calendar against days that are known: the Vietnamese moon, announced years, days in lieu, worked Saturdays. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOfSerial, daySerial, plainDate } from "../../kernel/dates.ts";
import { computedYear, solarDayOf } from "./computing.ts";
import { calendarOf, usualCalendar } from "./counting.ts";
import { calendarYear } from "./vocabulary.ts";
import { ANNOUNCED } from "./years.ts";

const calendar = usualCalendar();
const works = (day: string) => calendar.isWorking(daySerial(plainDate(day)));

describe("the moon of Vietnam", () => {
  // 1985, 2007 and 2030 are years in which China's new year falls on another day.
  test.each([
    [1985, "1985-01-21", "1985-04-29"],
    [2007, "2007-02-17", "2007-04-26"],
    [2025, "2025-01-29", "2025-04-07"],
    [2026, "2026-02-17", "2026-04-26"],
    [2027, "2027-02-06", "2027-04-16"],
    [2030, "2030-02-02", "2030-04-12"],
  ])("in %d begins the year on %s, with Giỗ Tổ on %s", (year, newYear, hungKings) => {
    expect([solarDayOf(year, 1, 1), solarDayOf(year, 3, 10)]).toEqual([newYear, hungKings]);
  });
});

describe("a computed year", () => {
  test("2027 has the holidays of the law and the days in lieu, and is provisional", () => {
    const { status, daysOff } = computedYear(2027);
    expect(status).toBe("provisional");
    expect(daysOff.map(({ on, reason }) => `${on.slice(5)} ${reason}`)).toEqual([
      ...["01-01 newYear", "02-05 tet", "02-06 tet", "02-07 tet", "02-08 tet", "02-09 tet"],
      ...["02-10 inLieu", "02-11 inLieu", "04-16 hungKings", "04-30 reunification", "05-01 labour"],
      ...["05-03 inLieu", "09-02 nationalDay", "09-03 nationalDay", "11-24 cultureDay"],
    ]);
  });
  test("has 24/11 from 2026 on, with no day in lieu, which is said", () => {
    expect(computedYear(2025).daysOff.some(({ reason }) => reason === "cultureDay")).toBe(false);
    const saturday = computedYear(2029).daysOff.find(({ reason }) => reason === "cultureDay");
    expect(saturday?.note?.vi).toContain("cách hiểu khác nhau");
    expect(computedYear(2029).daysOff.some(({ on }) => on === "2029-11-26")).toBe(false);
  });
  test("is sound in every year: its days lie in it, each once, and in lieu of as many as fell on a weekend", () => {
    for (let year = 1990; year <= 2100; year++) {
      const computed = calendarYear.parse(computedYear(year));
      const days = computed.daysOff.map(({ on }) => on);
      expect(new Set(days).size).toBe(days.length);
      expect(days).toEqual([...days].sort());
      expect(days.every((on) => on.startsWith(String(year)))).toBe(true);
    }
  });
});

describe("the calendar", () => {
  test("works on the Saturdays of a swap and not on their Mondays and Fridays", () => {
    expect(["2025-04-26", "2026-01-10", "2026-08-22", "2024-05-04"].map(works)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(["2025-05-02", "2026-01-02", "2026-08-31", "2024-04-29"].map(works)).toEqual([
      ...[false, false, false, false],
    ]);
  });
  test("tells why a day is off, by which paper, or that it is a weekend", () => {
    const why = calendar.whyOff(daySerial(plainDate("2026-11-24")));
    expect(why).toMatchObject({ kind: "off", off: { reason: "cultureDay", mark: "G" }, provisional: false });
    expect(calendar.whyOff(daySerial(plainDate("2026-11-21")))).toEqual({ kind: "weekly" });
    expect(calendar.whyOff(daySerial(plainDate("2026-11-23")))).toBeNull();
    expect(calendar.whyWorked(daySerial(plainDate("2026-08-22")))?.insteadOf).toBe("2026-08-31");
  });
  test("has announced years that are well formed, with a paper for every day", () => {
    for (const year of ANNOUNCED) {
      calendarYear.parse(year);
      expect([...year.daysOff, ...year.worked].every(({ paper }) => paper !== null)).toBe(true);
    }
  });
  test("finds the n-th working day as the inverse of counting", () => {
    fc.assert(
      fc.property(fc.integer({ min: 7400, max: 47_000 }), (serial) => {
        const n = calendar.workingUpTo(serial);
        const day = calendar.nthWorking(n);
        expect(calendar.workingUpTo(day)).toBe(n);
        expect(calendar.isWorking(day)).toBe(true);
        expect(day <= serial).toBe(true);
      }),
    );
  });
  test("has no answer outside its years, and asked all the same it throws", () => {
    const outside = daySerial(plainDate("1989-12-31"));
    expect(calendar.covers(outside)).toBe(false);
    expect(() => calendar.isWorking(outside)).toThrow(RangeError);
    expect(calendar.nthWorking(1_000_000)).toBeNaN();
  });
  test("follows a year that is given instead of its own", () => {
    const empty = { year: 2027, status: "announced", daysOff: [], worked: [] } as const;
    const other = calendarOf([...ANNOUNCED, { ...empty, daysOff: [], worked: [] }]);
    const day = daySerial(plainDate("2027-11-24"));
    expect([calendar.isWorking(day), other.isWorking(day)]).toEqual([false, true]);
    expect(other.isProvisional(day, day)).toBe(false);
    expect(dayOfSerial(day)).toBe("2027-11-24");
  });
});
