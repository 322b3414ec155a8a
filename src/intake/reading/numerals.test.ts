import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, decimalOfNumber, plus, printed, shifted, toInteger } from "../../kernel/decimals.ts";
import { type NumberStyle, numberStyleOf, readNumeral } from "./numerals.ts";

function read(text: string, style: NumberStyle | null = null): string {
  const numeral = readNumeral(text, style);
  if (numeral.kind === "none") return "none";
  if (numeral.kind === "one") return printed(numeral.value, ".");
  return `${printed(numeral.grouped, ".")} or ${printed(numeral.fraction, ".")}`;
}

describe("a number written as text", () => {
  it.each([
    ["74,4", "74.4"],
    ["74.4", "74.4"],
    ["541,75", "541.75"],
    ["1.234,5", "1234.5"],
    ["1,234.5", "1234.5"],
    ["1.234.567", "1234567"],
    ["1,234,567", "1234567"],
    ["1.234.567,89", "1234567.89"],
    ["1,234,567.89", "1234567.89"],
    ["1 234 567,8", "1234567.8"],
    ["2.921", "2921"],
    ["2,921", "2921 or 2.921"],
    ["0.250", "0.25"],
    ["0,250", "0.25"],
    ["1234.567", "1234.567"],
    ["1234,567", "1234.567"],
    ["012.345", "12.345"],
    ["1.234,567", "1234.567"],
    ["06", "6"],
    ["808000", "808000"],
    ["74,40", "74.4"],
  ])("%s is read as %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    "1.23.4",
    "1,23,4",
    "1.23,4.5",
    "1.234,567,890",
    "1..2",
    ",5",
    "5,",
    "",
    "a",
    "1.2345.678",
    `${"1".repeat(50)}`,
  ])("%s is no number", (text) => {
    expect(read(text)).toBe("none");
  });

  it("is decided by the style of its column", () => {
    expect(read("2,921", "vietnamese")).toBe("2.921");
    expect(read("2,921", "english")).toBe("2921");
    expect(read("2.921", "vietnamese")).toBe("2921");
    expect(read("2.921", "english")).toBe("2.921");
    expect(read("12,5", "english")).toBe("12.5");
  });
});

describe("the style of a column", () => {
  it.each([
    [["2,921", "12,5"], "vietnamese"],
    [["2,921", "12.5"], "english"],
    [["2.921", "1.234.567"], "vietnamese"],
    [["1,234,567"], "english"],
    [["1.234,5 ha", "khoảng 3"], "vietnamese"],
    [["2.921", "2,921", "06", "chưa có", "16.10.2020"], null],
    [["12,5", "12.5"], null],
    [[], null],
  ])("of %j is %s", (texts, style) => {
    expect(numberStyleOf(texts)).toBe(style);
  });
});

/** Digits printed in a style, with grouped thousands or without. */
function format(digits: bigint, scale: number, { group, mark }: { group: string; mark: string }): string {
  const text = String(digits).padStart(scale + 1, "0");
  const whole = text.slice(0, text.length - scale).replace(/\B(?=(\d{3})+$)/g, group);
  return scale === 0 ? whole : `${whole}${mark}${text.slice(text.length - scale)}`;
}

describe("a number that is printed and read again", () => {
  const digits = fc.bigInt({ min: 0n, max: 10n ** 18n });
  const scale = fc.integer({ min: 0, max: 6 });
  it.each([
    ["vietnamese", { group: ".", mark: "," }],
    ["english", { group: ",", mark: "." }],
  ] as const)("is the same where its style is known to be %s", (style, marks) => {
    fc.assert(
      fc.property(digits, scale, (d, s) => {
        const value = shifted({ digits: d, scale: s }, 0);
        expect(readNumeral(format(d, s, marks), style)).toEqual({ kind: "one", value });
        expect(readNumeral(format(d, s, { ...marks, group: " " }), style)).toEqual({ kind: "one", value });
      }),
    );
  });

  it("is never read as another number where its style is not known: at worst both readings are named", () => {
    fc.assert(
      fc.property(digits, scale, (d, s) => {
        const value = shifted({ digits: d, scale: s }, 0);
        const numeral = readNumeral(format(d, s, { group: ".", mark: "," }));
        if (numeral.kind === "two") expect([numeral.grouped, numeral.fraction]).toContainEqual(value);
        else expect(numeral).toEqual({ kind: "one", value });
      }),
    );
  });
});

describe("decimals", () => {
  it("hold a stored binary number as Excel shows it", () => {
    expect(printed(decimalOfNumber(74.400000000000006), ",")).toBe("74,4");
    expect(printed(decimalOfNumber(0.1 + 0.2), ".")).toBe("0.3");
    expect(printed(decimalOfNumber(1e-7), ".")).toBe("0.0000001");
    expect(printed(decimalOfNumber(1.5e21), ".")).toBe("1500000000000000000000");
    expect(printed(decimalOfNumber(Number.MAX_SAFE_INTEGER), ".")).toBe("9007199254740991");
    expect(printed(decimalOfNumber(-5.25), ".")).toBe("-5.25");
  });

  it("add, shift and round exactly", () => {
    expect(plus(decimal("0.1"), decimal("0.2"))).toEqual(decimal("0.3"));
    expect(toInteger(shifted(decimal("74.4"), 4))).toEqual({ integer: 744000n, rounded: false });
    expect(toInteger(decimal("2.5"))).toEqual({ integer: 3n, rounded: true });
    expect(toInteger(decimal("-2.5"))).toEqual({ integer: -3n, rounded: true });
    expect(toInteger(decimal("2.49"))).toEqual({ integer: 2n, rounded: true });
    expect(() => decimal("1,5")).toThrow(RangeError);
  });

  it("round-trip through a binary number for every area up to the size of a province, in m² and in ha", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000_000 }), (m2) => {
        expect(toInteger(shifted(decimalOfNumber(m2 / 10_000), 4))).toEqual({
          integer: BigInt(m2),
          rounded: false,
        });
      }),
    );
  });
});
