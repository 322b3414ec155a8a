import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partialDate } from "../../kernel/dates.ts";
import type { Outcome } from "../../kernel/problems.ts";
import { type CellValue, cellOf } from "./cell.ts";
import { type Measured, parseArea, parseCount, parseMoney, parsePercent } from "./measures.ts";
import { findUnit, UNITS } from "./units.ts";

/** The value, with its precision where it is not exact; or the code of the first problem. */
function short(outcome: Outcome<Measured | null>): unknown {
  if (!outcome.ok) return outcome.problems[0].code;
  if (outcome.value === null) return null;
  const { value, precision, precisionWord } = outcome.value;
  return precision === "exact" ? value : [value, precision, precisionWord];
}

describe("an area", () => {
  it.each([
    ["74,4ha", 744_000],
    ["74.4 ha", 744_000],
    ["50 ha", 500_000],
    ["1.234,5 ha", 12_345_000],
    ["808000 m2", 808_000],
    ["808.000 m²", 808_000],
    ["808 000 M2", 808_000],
    ["0,75 km2", 750_000],
    ["khoảng 40 héc ta", [400_000, "about", "khoảng"]],
    ["153.27 HA", 1_532_700],
    ["75ha.", 750_000],
    ["~ 40 ha", [400_000, "about", "~"]],
    ["≥ 40 ha", [400_000, "atLeast", "≥"]],
  ])("%s is %j m²", (text, expected) => {
    expect(short(parseArea(cellOf(text)))).toEqual(expected);
  });

  it("takes the unit of its column, unless the cell names another", () => {
    expect(short(parseArea(cellOf("74.4"), { unit: "ha" }))).toBe(744_000);
    expect(short(parseArea(cellOf(74.4), { unit: "ha" }))).toBe(744_000);
    expect(short(parseArea(cellOf(74.400000000000006), { unit: "ha" }))).toBe(744_000);
    expect(short(parseArea(cellOf("808000 m2"), { unit: "ha" }))).toBe(808_000);
    expect(short(parseArea(cellOf(50, { shownUnit: "ha" }), { unit: "m2" }))).toBe(500_000);
    expect(short(parseArea(cellOf("74,4")))).toBe("cell.unit-missing");
  });

  it.each([
    ["-5 ha", "cell.negative"],
    ["(5) ha", "cell.extra-words"],
    ["(5 ha)", "cell.negative"],
    ["−5 ha", "cell.negative"],
    ["0 ha", "cell.zero"],
    ["200.000 ha", "cell.too-large"],
    ["153.275 ha", "cell.too-large"],
    ["40/43 ha", "cell.two-values"],
    ["40-43 ha", "cell.two-values"],
    ["74,4 ha (giai đoạn 1)", "cell.two-values"],
    ["74,4 ha (chưa tính đường)", "cell.extra-words"],
    ["dưới 40 ha", "cell.extra-words"],
    ["74,4 tỷ", "cell.wrong-unit"],
    ["12,345,6 ha", "cell.not-a-number"],
    ["rộng", "cell.not-a-number"],
    ["#REF!", "cell.formula-error"],
  ])("%s is a problem: %s", (text, code) => {
    const outcome = parseArea(cellOf(text, { sheet: "Biểu 1", address: "C7" }));
    expect(short(outcome)).toBe(code);
    expect(outcome.ok ? null : outcome.problems[0].field).toBe("Biểu 1!C7");
    expect(outcome.ok ? "" : outcome.problems[0].message.vi).toContain("C7");
  });

  it.each([-5, 0, 400_000])("the number %d in a column of ha is a problem", (value) => {
    expect(parseArea(cellOf(value), { unit: "ha" }).ok).toBe(false);
  });

  it("names the other reading where a grouped number is impossible", () => {
    const outcome = parseArea(cellOf("153.275 ha"));
    expect(outcome.ok ? "" : outcome.problems[0].message.vi).toContain("153 phẩy 275");
  });

  it("with a comma before three digits is asked, unless size decides", () => {
    expect(short(parseArea(cellOf("1,234"), { unit: "ha" }))).toBe("cell.ambiguous-number");
    expect(short(parseArea(cellOf("1,234"), { unit: "ha", style: "vietnamese" }))).toBe(12_340);
    expect(short(parseArea(cellOf("1,234"), { unit: "ha", atMost: 10_000_000 }))).toBe(12_340);
  });

  it("finer than a square metre is rounded and says so", () => {
    expect(parseArea(cellOf(100 / 3), { unit: "ha" })).toEqual({
      ok: true,
      value: { value: 333_333, precision: "exact", precisionWord: null, unit: "ha", rounded: true },
    });
  });

  it.each(["", " ", "-", "–", "…", "...", "chưa có", "Chưa xác định", "đang cập nhật", "N/A", null])(
    "%j says nothing, and that is not zero",
    (value) => {
      expect(parseArea(cellOf(value), { unit: "ha" })).toEqual({ ok: true, value: null });
    },
  );

  it("that Excel turned into a date, or that is a tick, is a problem", () => {
    expect(short(parseArea(cellOf({ date: partialDate("2020-10-05") }), { unit: "ha" }))).toBe(
      "cell.date-for-number",
    );
    expect(short(parseArea(cellOf(true), { unit: "ha" }))).toBe("cell.not-a-number");
  });

  it("merged over several rows is one number for all of them and is given to none", () => {
    const merge = { range: "C5:C7", top: 5, left: 3, rows: 3, columns: 1 };
    const outcome = parseArea(cellOf(40, { merge }), { unit: "ha" });
    expect(short(outcome)).toBe("cell.merged-number");
    expect(short(parseArea(cellOf(40, { merge: { ...merge, rows: 1 } }), { unit: "ha" }))).toBe(400_000);
  });

  it("from a formula with an error, or saved without a result, is a problem", () => {
    expect(short(parseArea(cellOf(null, { error: "#DIV/0!", formula: true })))).toBe("cell.formula-error");
    expect(short(parseArea(cellOf(null, { error: "no-result", formula: true })))).toBe(
      "cell.formula-without-result",
    );
  });
});

describe("money", () => {
  it.each([
    ["2.921 tỷ", 2_921_000_000_000],
    ["541,75 tỷ đồng", 541_750_000_000],
    ["gần 58 tỷ", [58_000_000_000, "nearly", "gần"]],
    ["khoảng 322 tỷ đồng", [322_000_000_000, "about", "khoảng"]],
    ["trên 2.921 tỷ đồng", [2_921_000_000_000, "over", "trên"]],
    ["hơn 90 tỉ", [90_000_000_000, "over", "hơn"]],
    ["Khoảng 322 tỷ VNĐ", [322_000_000_000, "about", "Khoảng"]],
    ["khoang 322 ty dong", [322_000_000_000, "about", "khoang"]],
    ["58 tỷ (dự kiến)", [58_000_000_000, "expected", "dự kiến"]],
    ["1,5 nghìn tỷ đồng", 1_500_000_000_000],
    ["500 triệu", 500_000_000],
    ["500 tr.đ", 500_000_000],
    ["2 tỷ 500 triệu đồng", 2_500_000_000],
    ["2 tỷ 500 triệu 300 nghìn đồng", 2_500_300_000],
    ["1.500.000 đồng", 1_500_000],
    ["1.500.000đ", 1_500_000],
    ["VND 500 million", 500_000_000],
    ["2.5 billion VND", 2_500_000_000],
    ["0 đồng", 0],
  ])("%s is %j đồng", (text, expected) => {
    expect(short(parseMoney(cellOf(text)))).toEqual(expected);
  });

  it.each([
    ["2.921", 2_921_000_000_000],
    ["2.921,5", 2_921_500_000_000],
    ["0.250", 250_000_000],
    ["2,921", "cell.ambiguous-number"],
    ["541,75", 541_750_000_000],
    ["gần 58", [58_000_000_000, "nearly", "gần"]],
  ])("%s in a column of tỷ đồng is %j", (text, expected) => {
    expect(short(parseMoney(cellOf(text), { unit: "billionDong" }))).toEqual(expected);
  });

  it("2,921 is asked with both readings named, and other cells of the column decide it", () => {
    const outcome = parseMoney(cellOf("2,921"), { unit: "billionDong" });
    expect(outcome.ok ? "" : outcome.problems[0].message.vi).toMatch(/2921.*2 phẩy 921/);
    expect(outcome.ok ? "" : outcome.problems[0].message.en).toMatch(/2921.*2\.921/);
    expect(short(parseMoney(cellOf("2,921"), { unit: "billionDong", style: "vietnamese" }))).toBe(
      2_921_000_000,
    );
    expect(short(parseMoney(cellOf("2,921"), { unit: "billionDong", style: "english" }))).toBe(
      2_921_000_000_000,
    );
  });

  it("with a comma before three digits is grouped where the other reading would break a đồng", () => {
    expect(short(parseMoney(cellOf("2,921 đồng")))).toBe(2921);
  });

  it("in a true number cell is never asked", () => {
    expect(short(parseMoney(cellOf(2.921), { unit: "billionDong" }))).toBe(2_921_000_000);
    expect(short(parseMoney(cellOf(2921), { unit: "billionDong" }))).toBe(2_921_000_000_000);
    expect(short(parseMoney(cellOf(541.75), { unit: "billionDong" }))).toBe(541_750_000_000);
  });

  it.each([
    ["5 triệu USD", "cell.foreign-money"],
    ["$5 million", "cell.foreign-money"],
    ["500 triệu 2 tỷ", "cell.two-values"],
    ["58 tỷ, 322 tỷ", "cell.two-values"],
    ["-58 tỷ", "cell.negative"],
    ["9.000.000 tỷ", "cell.too-large"],
    ["58", "cell.unit-missing"],
    ["58 ha", "cell.wrong-unit"],
  ])("%s is a problem: %s", (text, code) => {
    expect(short(parseMoney(cellOf(text)))).toBe(code);
  });

  it("may be negative where the column allows it", () => {
    expect(short(parseMoney(cellOf("-58 tỷ"), { negative: true }))).toBe(-58_000_000_000);
    expect(short(parseMoney(cellOf("(58) tỷ"), { negative: true }))).toBe("cell.extra-words");
    expect(short(parseMoney(cellOf("(1,5)"), { negative: true, unit: "billionDong" }))).toBe(-1_500_000_000);
  });
});

describe("a count", () => {
  it.each([
    ["21", 21],
    ["06", 6],
    ["1.200 người", 1_200],
    ["1,200", 1_200],
    ["21 dự án", 21],
    ["trên 1.200 lao động", [1_200, "over", "trên"]],
    [21, 21],
    [0, 0],
    ["21,5", "cell.not-an-integer"],
    [21.5, "cell.not-an-integer"],
    ["21 ha", "cell.wrong-unit"],
    ["21 (01 FDI)", "cell.two-values"],
    [-1, "cell.negative"],
    [20_000_000, "cell.too-large"],
  ])("%j is %j", (value: CellValue, expected) => {
    expect(short(parseCount(cellOf(value)))).toEqual(expected);
  });
});

describe("a percentage", () => {
  it.each([
    ["38%", 3_800],
    ["38,5 %", 3_850],
    ["0,38 %", 38],
    ["100", 10_000],
    ["gần 40%", [4_000, "nearly", "gần"]],
    ["0,38", "cell.ambiguous-percent"],
    [0.38, "cell.ambiguous-percent"],
    [38.5, 3_850],
    ["120%", "cell.too-large"],
    [0, 0],
  ])("%j is %j hundredths of a percent", (value: CellValue, expected) => {
    expect(short(parsePercent(cellOf(value)))).toEqual(expected);
  });

  it("in a cell with a percent format is a hundred times what is stored", () => {
    expect(short(parsePercent(cellOf(0.385, { shownUnit: "%" })))).toBe(3_850);
    expect(short(parsePercent(cellOf(1.2, { shownUnit: "%" }), { atMost: 20_000 }))).toBe(12_000);
  });
});

describe("any integer amount", () => {
  const style = fc.constantFrom(
    { name: "vietnamese" as const, group: ".", mark: "," },
    { name: "english" as const, group: ",", mark: "." },
  );

  it("printed in ha, in either style, is read back to the square metre", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), style, (m2, { name, group, mark }) => {
        const digits = String(m2).padStart(5, "0");
        const whole = digits.slice(0, -4).replace(/\B(?=(\d{3})+$)/g, group);
        const text = `${whole}${mark}${digits.slice(-4)} ha`;
        expect(short(parseArea(cellOf(text), { style: name }))).toBe(m2);
        expect(short(parseArea(cellOf(m2 / 10_000), { unit: "ha" }))).toBe(m2);
      }),
    );
  });

  it("printed in đồng with grouped thousands is read back to the đồng", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e15 }), style, (dong, { name, group }) => {
        const text = `${String(dong).replace(/\B(?=(\d{3})+$)/g, group)} đồng`;
        expect(short(parseMoney(cellOf(text), { style: name }))).toBe(dong);
      }),
    );
  });

  it("never throws, whatever stands in the cell", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.double(), fc.boolean(), fc.constant(null)),
        (value) => {
          for (const parse of [parseArea, parseMoney, parseCount, parsePercent]) {
            if (typeof value === "number" && !Number.isFinite(value)) continue;
            expect(typeof parse(cellOf(value), { unit: null }).ok).toBe("boolean");
          }
        },
      ),
    );
  });
});

describe("a unit", () => {
  it.each([
    ["ha", "ha"],
    ["Ha", "ha"],
    ["m²", "m2"],
    ["M2", "m2"],
    ["tỷ đồng", "billionDong"],
    ["tỉ đồng", "billionDong"],
    ["Tỷ VNĐ", "billionDong"],
    ["triệu đồng", "millionDong"],
    ["Tr.đ", "millionDong"],
    ["trđ", "millionDong"],
    ["nghìn đồng", "thousandDong"],
    ["1.000 đồng", "thousandDong"],
    ["1000đ", "thousandDong"],
    ["đồng", "dong"],
    ["VND", "dong"],
    ["triệu USD", "foreignMoney"],
    ["1000 USD", "foreignMoney"],
    ["%", "percent"],
    ["người", "person"],
    ["lao động", "person"],
    ["VND billion", "billionDong"],
    ["nếu có", null],
    ["", null],
  ])("%s is %s, in either Unicode form", (text, unit) => {
    expect(findUnit(text)).toBe(unit);
    expect(findUnit(text.normalize("NFD"))).toBe(unit);
  });

  it("is found again by its own label", () => {
    for (const [unit, { label }] of Object.entries(UNITS))
      if (unit !== "foreignMoney") expect(findUnit(label)).toBe(unit);
  });
});
