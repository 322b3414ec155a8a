import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, partialDate, plainDate, printedDate } from "../kernel/dates.ts";
import {
  dateInWords,
  findTypedDay,
  findWholeDay,
  formatCount,
  formatDate,
  formatInstant,
  formatPeriod,
  formatQuantity,
  formatSize,
  formulaText,
  precisionText,
  quantityText,
  sinceInWords,
} from "./format.ts";

describe("money and land", () => {
  it("shows đồng as tỷ đồng with a decimal comma in Vietnamese", () => {
    expect(formatQuantity(541_750_000_000, "dong", "vi")).toEqual({ digits: "541,75", unit: "tỷ đồng" });
    expect(formatQuantity(2_921_000_000_000, "dong", "vi").digits).toBe("2.921");
    expect(quantityText(541_750_000_000, "dong", "en")).toBe("541.75\u00a0billion đồng");
  });

  it("shows small sums in the unit in which they can be read", () => {
    expect(quantityText(12_500_000, "dong", "vi")).toBe("12,5\u00a0triệu đồng");
    expect(quantityText(900, "dong", "vi")).toBe("900\u00a0đồng");
    expect(quantityText(0, "dong", "vi")).toBe("0\u00a0tỷ đồng");
  });

  it("shows square metres as hectares", () => {
    expect(quantityText(1_994_000, "m2", "vi")).toBe("199,4\u00a0ha");
    expect(quantityText(744_000, "m2", "en")).toBe("74.4\u00a0ha");
    expect(quantityText(450, "m2", "vi")).toBe("450\u00a0m²");
  });

  it("keeps a unit that it has no word for", () => {
    expect(quantityText(3, "cụm", "vi")).toBe("3\u00a0cụm");
    expect(quantityText(3, null, "vi")).toBe("3");
  });

  it("writes a year as it is", () => {
    expect(quantityText(2025, "year", "vi")).toBe("2025");
  });

  it("shows a formula in the unit of its value", () => {
    expect(formulaText("58000000000 + 322000000000", "dong", "vi")).toBe("58 + 322\u00a0tỷ đồng");
    expect(formulaText("744000 + 400000", "m2", "en")).toBe("74.4 + 40\u00a0ha");
    expect(formulaText("6 × 1", "zone", "vi")).toBe("6 × 1");
    expect(formulaText("Σ 14", "dong", "vi")).toBe("Σ 14");
  });

  it("never shows a positive sum as nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 14 }), (dong) => {
        expect(/[1-9]/.test(formatQuantity(dong, "dong", "vi").digits)).toBe(true);
      }),
    );
  });
});

describe("counts and words before a number", () => {
  it("prints one-digit counts with a leading nought, as Vietnamese papers do, but never a bare nought", () => {
    expect(formatCount(6, "vi")).toBe("06");
    expect(formatCount(0, "vi")).toBe("0");
    expect(formatCount(21, "vi")).toBe("21");
    expect(formatCount(6, "en")).toBe("6");
  });

  it("keeps the printed word in Vietnamese and translates it in English", () => {
    expect(precisionText("over", "hơn", "vi")).toBe("hơn");
    expect(precisionText("over", "hơn", "en")).toBe("over");
    expect(precisionText("nearly", null, "vi")).toBe("gần");
    expect(precisionText("exact", null, "vi")).toBe("");
  });

  it("shows a lower bound by its sign, whatever the paper's word", () => {
    expect(precisionText("atLeast", "ít nhất", "vi")).toBe("≥");
  });
});

describe("dates", () => {
  it("prints no more than the paper says", () => {
    expect(formatDate(plainDate("2023-11-30"), "vi")).toBe("30/11/2023");
    expect(formatDate(partialDate("2023-11"), "vi")).toBe("11/2023");
    expect(formatDate(partialDate("2023-11"), "en")).toBe("November 2023");
    expect(formatDate(plainDate("2023-11-30"), "en")).toBe("30 November 2023");
    expect(dateInWords(partialDate("2023-11"), "vi")).toBe("tháng 11/2023");
    expect(dateInWords(partialDate("2023"), "vi")).toBe("năm 2023");
  });

  it("says whether a beginning is a day, within a month, or only known by a later paper", () => {
    expect(sinceInWords("on", partialDate("2020-10-16"), "vi")).toBe("từ ngày 16/10/2020");
    expect(sinceInWords("in", partialDate("2023-11"), "vi")).toBe("trong tháng 11/2023");
    expect(sinceInWords("by", partialDate("2023-11"), "vi")).toBe("chậm nhất là tháng 11/2023");
    expect(sinceInWords("by", partialDate("2023"), "en")).toBe("by 2023 at the latest");
  });

  it("prints a period once where both ends are the same", () => {
    expect(formatPeriod({ from: partialDate("2021"), to: partialDate("2023") }, "vi")).toBe("2021–2023");
    expect(formatPeriod({ from: partialDate("2023-11"), to: partialDate("2023-11") }, "vi")).toBe("11/2023");
  });

  it("prints an instant by the clock of Vietnam", () => {
    expect(formatInstant("2026-11-24T17:30:00Z", "vi")).toBe("25/11/2026 00:30");
    expect(formatInstant("soon", "vi")).toBe("soon");
  });

  it("understands the ways in which a day is typed", () => {
    for (const typed of [
      "30/11/2023",
      "30-11-2023",
      "30.11.2023",
      "30112023",
      "2023-11-30",
      " 30/11/2023 ",
    ]) {
      expect(findTypedDay(typed)).toBe("2023-11-30");
    }
    expect(findTypedDay("1/7/2025")).toBe("2025-07-01");
  });

  it("takes a month or a year as its last day", () => {
    expect(findTypedDay("11/2023")).toBe("2023-11-30");
    expect(findTypedDay("2/2024")).toBe("2024-02-29");
    expect(findTypedDay("2020")).toBe("2020-12-31");
  });

  it("makes a whole day of no month and no year, and of none that does not exist", () => {
    for (const typed of ["1/7/2025", "01-07-2025", "01072025", "2025-07-01"]) {
      expect(findWholeDay(typed)).toBe("2025-07-01");
    }
    for (const typed of ["7/2025", "2025", "2025-07", "31/11/2023", "7/13/2025", ""]) {
      expect(findWholeDay(typed)).toBeNull();
    }
  });

  it("refuses days that do not exist", () => {
    for (const typed of ["31/11/2023", "30/2/2024", "abc", "", "13/2023", "11/30/2023"]) {
      expect(findTypedDay(typed)).toBeNull();
    }
  });

  it("reads back every day that it prints", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const day = addDays(plainDate("1970-01-01"), n);
        expect(findTypedDay(printedDate(day))).toBe(day);
      }),
    );
  });
});

describe("file sizes", () => {
  it("stay short", () => {
    expect(formatSize(812, "vi")).toBe("812 B");
    expect(formatSize(48_213, "vi")).toBe("48 kB");
    expect(formatSize(2_450_000, "vi")).toBe("2,5 MB");
  });
});
