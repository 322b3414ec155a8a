import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate } from "../../../kernel/dates.ts";
import { formatOf, formatOfCode } from "./formats.ts";
import { findDateOfSerial } from "./serials.ts";

describe("a number format", () => {
  it.each([
    ["dd/mm/yyyy", "day", null],
    ["d-m-yy", "day", null],
    ["[$-42A]dd mmmm yyyy;@", "day", null],
    ['"ngày "dd" tháng "mm" năm "yyyy', "day", null],
    ["mm/yyyy", "month", null],
    ["mmm-yy", "month", null],
    ["yyyy", "year", null],
    ["dd/mm/yyyy hh:mm:ss AM/PM", "day", null],
    ["hh:mm", null, null],
    ["[h]:mm:ss", null, null],
    ["mm:ss", null, null],
    ["General", null, null],
    ["#,##0.00", null, null],
    ["0.0%", null, "%"],
    ['#,##0.0" ha"', null, "ha"],
    ["#,##0 [$₫-42A]", null, "₫"],
    ['0" tỷ đồng";[Red]-0', null, "tỷ đồng"],
    ["#,##0_);(#,##0)", null, null],
    ["0.00E+00", null, null],
    ["@", null, null],
    ["", null, null],
  ])("%s shows date %s and unit %s", (code, date, unit) => {
    expect(formatOfCode(code)).toEqual({ date, unit });
  });

  it("that is built in is known by its number", () => {
    expect([14, 17, 9, 20, 4].map((id) => formatOf(id, undefined))).toEqual([
      { date: "day", unit: null },
      { date: "month", unit: null },
      { date: null, unit: "%" },
      { date: null, unit: null },
      { date: null, unit: null },
    ]);
  });
});

describe("a serial day", () => {
  it.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [60, null],
    [61, "1900-03-01"],
    [44_120, "2020-10-16"],
    [44_120.75, "2020-10-16"],
    [2_958_465, "9999-12-31"],
    [2_958_466, null],
    [0.5, null],
    [-1, null],
  ])("%d is %s", (serial, date) => {
    expect(findDateOfSerial(serial, "day", false)).toBe(date);
  });

  it("counts on without a gap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_464 }), (serial) => {
        const day = findDateOfSerial(serial, "day", false) ?? "";
        expect(findDateOfSerial(serial + 1, "day", false)).toBe(addDays(plainDate(day), 1));
        expect(findDateOfSerial(serial, "month", false)).toBe(day.slice(0, 7));
      }),
    );
  });
});
