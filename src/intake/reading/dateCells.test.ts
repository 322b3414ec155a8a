import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, partialDate, plainDate, printedDate } from "../../kernel/dates.ts";
import { type CellValue, cellOf } from "./cell.ts";
import { parseDate, parsePeriod } from "./dateCells.ts";

function read(value: CellValue): unknown {
  const outcome = parseDate(cellOf(value));
  if (!outcome.ok) return outcome.problems[0].code;
  if (outcome.value === null) return null;
  const { date, precision, precisionWord } = outcome.value;
  return precision === "exact" ? date : [date, precision, precisionWord];
}

describe("a date", () => {
  it.each([
    ["16/10/2020", "2020-10-16"],
    ["ngày 16/10/2020", "2020-10-16"],
    ["Ngày 16 tháng 10 năm 2020", "2020-10-16"],
    ["16-10-2020", "2020-10-16"],
    ["16.10.2020", "2020-10-16"],
    ["6/1/2020", "2020-01-06"],
    ["16 / 10 / 2020", "2020-10-16"],
    ["2020-10-16", "2020-10-16"],
    ["2020-10-16T00:00:00", "2020-10-16"],
    ["16–10–2020", "2020-10-16"],
    ["ngày 16 tháng 10/2020", "2020-10-16"],
    ["11/2023", "2023-11"],
    ["11-2023", "2023-11"],
    ["2023-11", "2023-11"],
    ["tháng 11/2023", "2023-11"],
    ["tháng 11 năm 2023", "2023-11"],
    ["Tháng 11-2023", "2023-11"],
    ["T11/2023", "2023-11"],
    ["thang 11 nam 2023", "2023-11"],
    ["2023", "2023"],
    ["năm 2023", "2023"],
    [2023, "2023"],
    ["16 October 2020", "2020-10-16"],
    ["Oct 16, 2020", "2020-10-16"],
    ["November 2023", "2023-11"],
    ["dự kiến tháng 12/2024", ["2024-12", "expected", "dự kiến"]],
    ["Dự kiến 12/2024", ["2024-12", "expected", "Dự kiến"]],
    ["khoảng năm 2023", ["2023", "about", "khoảng"]],
    ["chưa có", null],
    ["-", null],
    [null, null],
  ])("%j is %j", (value, expected) => {
    expect(read(value)).toEqual(expected);
  });

  it("in a date cell is taken as the cell shows it", () => {
    expect(read({ date: partialDate("2023-11") })).toBe("2023-11");
  });

  it.each([
    ["31/02/2020", "cell.not-a-date"],
    ["10/16/2020", "cell.not-a-date"],
    ["16/10/20", "cell.two-digit-year"],
    ["11/23", "cell.two-digit-year"],
    ["quý 4/2023", "cell.quarter-for-date"],
    ["Quý IV/2023", "cell.quarter-for-date"],
    ["dự kiến quý IV năm 2023", "cell.quarter-for-date"],
    ["16/10/2020 và 20/11/2021", "cell.two-values"],
    ["2021-2025", "cell.two-values"],
    ["trước 30/11/2023", "cell.extra-words"],
    ["cuối năm 2023", "cell.extra-words"],
    ["hôm qua", "cell.not-a-date"],
    [44_120, "cell.date-format-lost"],
    [11.2023, "cell.not-a-date"],
    ["01/01/1850", "cell.year-out-of-range"],
    ["#N/A", "cell.formula-error"],
    [true, "cell.not-a-date"],
  ])("%j is a problem: %s", (value, code) => {
    expect(read(value)).toBe(code);
  });

  it("that lost its format is asked by its day", () => {
    const outcome = parseDate(cellOf(44_120));
    expect(outcome.ok ? "" : outcome.problems[0].message.vi).toContain("16/10/2020");
  });

  it("printed as Vietnamese papers do is read back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom(10, 7, 4), (day, length) => {
        const date = partialDate(addDays(plainDate("1950-01-01"), day).slice(0, length));
        expect(read(printedDate(date))).toBe(date);
        expect(read(date)).toBe(date);
      }),
    );
  });
});

describe("a period", () => {
  it.each([
    ["quý 4/2023", "2023-10-01", "2023-12-31"],
    ["Quý I năm 2024", "2024-01-01", "2024-03-31"],
    ["Q2/2024", "2024-04-01", "2024-06-30"],
    ["6 tháng đầu năm 2023", "2023-01-01", "2023-06-30"],
    ["6 tháng cuối năm 2023", "2023-07-01", "2023-12-31"],
    ["2021-2025", "2021-01-01", "2025-12-31"],
    ["giai đoạn 2021 – 2023", "2021-01-01", "2023-12-31"],
    ["từ năm 2021 đến năm 2023", "2021-01-01", "2023-12-31"],
    ["02/2024", "2024-02-01", "2024-02-29"],
    ["2023", "2023-01-01", "2023-12-31"],
    ["16/10/2020", "2020-10-16", "2020-10-16"],
  ])("%s runs from %s to %s", (text, from, to) => {
    expect(parsePeriod(cellOf(text))).toEqual({ ok: true, value: { from, to } });
  });

  it("that runs backwards, or is expected only, is a problem; a blank one says nothing", () => {
    expect(parsePeriod(cellOf("2025-2021")).ok).toBe(false);
    expect(parsePeriod(cellOf("dự kiến 2024")).ok).toBe(false);
    expect(parsePeriod(cellOf(null))).toEqual({ ok: true, value: null });
  });
});
