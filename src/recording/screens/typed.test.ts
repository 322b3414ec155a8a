import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partialDate, plainDate } from "../../kernel/dates.ts";
import type { InputShape } from "../vocabulary.ts";
import {
  EMPTY,
  findAccuracy,
  findTypedDate,
  findTypedNumber,
  findTypedValue,
  typedNumber,
  typedOf,
} from "./typed.ts";

describe("a typed number", () => {
  test.each([
    ["54", "area", 540_000],
    ["54,5", "area", 545_000],
    ["54.5", "area", 545_000],
    ["1.234", "number", 1234],
    ["2.921,5", "money", 2_921_500_000_000],
    ["541,75", "money", 541_750_000_000],
    ["1.234.567", "number", 1_234_567],
    ["12 000", "number", 12_000],
    ["0,00001", "area", null],
    ["1,5", "number", null],
    ["-5", "area", null],
    ["1.23.456", "number", null],
    ["1,2,3", "area", null],
    ["mười", "number", null],
    ["", "number", null],
    ["999999999999", "money", null],
  ] as const)("%s in a field of %s is %s", (text, shape, value) => {
    expect(findTypedNumber(text, shape, "vi")).toBe(value);
  });
  test("in English has its marks the other way round", () => {
    expect(findTypedNumber("2,921.5", "money", "en")).toBe(2_921_500_000_000);
    expect(findTypedNumber("1,234", "number", "en")).toBe(1234);
    expect(findTypedNumber("54,5", "area", "en")).toBe(545_000);
  });
  test("comes back as it was kept, in both languages", () => {
    const shapes = fc.constantFrom("number" as const, "area" as const, "money" as const);
    const langs = fc.constantFrom("vi" as const, "en" as const);
    fc.assert(
      fc.property(fc.maxSafeNat(), shapes, langs, (value, shape, lang) => {
        const text = typedNumber(value, shape, lang);
        // Three decimals look as thousands do where no other mark stands beside them.
        fc.pre(
          !/^\d{1,3}[.,]\d{3}$/.test(text) || shape === "number" || text.includes(lang === "vi" ? "," : "."),
        );
        return findTypedNumber(text, shape, lang) === value;
      }),
    );
  });
});

describe("a typed date", () => {
  test.each([
    ["01/02/2026", "2026-02-01"],
    ["1-2-2026", "2026-02-01"],
    ["2/2026", "2026-02"],
    ["2026", "2026"],
    ["2026-02-01", "2026-02-01"],
    ["30/02/2026", null],
    ["13/2026", null],
    ["26", null],
    ["", null],
  ])("%s is %s", (text, date) => {
    expect(findTypedDate(text)).toBe(date);
  });
});

describe("a value", () => {
  const shapes: ReadonlyArray<readonly [InputShape, string | number | boolean | string[]]> = [
    [{ kind: "text" }, "CCN Mẫu"],
    [{ kind: "texts" }, ["Cơ khí mẫu", "Gỗ mẫu"]],
    [{ kind: "area" }, 545_000],
    [{ kind: "yesNo" }, false],
    [{ kind: "date" }, partialDate("2026-02")],
    [{ kind: "places" }, ["a", "b"]],
    [{ kind: "organisation" }, "c"],
    [{ kind: "words", words: [{ value: "established", label: "Đã thành lập" }] }, "established"],
  ];
  test.each(shapes)("of %o comes back from its field", (shape, value) => {
    const typed = typedOf(value, shape, { names: { a: "Huyện Mẫu" }, lang: "vi" });
    expect(findTypedValue(typed, shape, "vi")).toEqual(value);
  });
  test.each(shapes)("of an empty field of %o is none", (shape) => {
    expect(findTypedValue(EMPTY, shape, "vi")).toBeNull();
  });
});

describe("what rent is raised by", () => {
  const RAISES: InputShape = { kind: "raises" };
  const typed = (text: string) => findTypedValue({ text, chosen: [] }, RAISES, "vi");
  test.each([
    ["01/01/2029 15; 01/01/2034 -7,5", 2],
    ["1/1/2029: +15 %\n2034-01-01 -7,5%", 2],
    ["01/01/2029 15", 1],
  ])("is read from “%s”", (text, raises) => {
    const value = typed(text);
    expect(value).toHaveLength(raises);
    expect(value).toContainEqual({ from: "2029-01-01", basisPoints: 1500 });
    if (raises === 2) expect(value).toContainEqual({ from: "2034-01-01", basisPoints: -750 });
  });
  test.each([
    "",
    "01/01/2029",
    "15",
    "2029 15",
    "01/2029 15",
    "01/01/2029 15,005",
    "01/01/2029 15; 2034",
    "31/02/2029 1",
  ])("is not read from “%s”: a raise begins on a day, and nothing is left out unseen", (text) => {
    expect(typed(text)).toBeNull();
  });
  test("comes back from its field", () => {
    const value = [
      { from: plainDate("2029-01-01"), basisPoints: 1500 },
      { from: plainDate("2034-01-01"), basisPoints: -750 },
    ];
    for (const lang of ["vi", "en"] as const) {
      expect(findTypedValue(typedOf(value, RAISES, { names: {}, lang }), RAISES, lang)).toEqual(value);
    }
  });
});

describe("areas month by month", () => {
  const MONTHLY: InputShape = { kind: "monthly" };
  const typed = (text: string) => findTypedValue({ text, chosen: [] }, MONTHLY, "vi");
  test.each([
    ["03/2026 1,2; 04/2026 0,8", 2],
    ["3/2026: 1,2 ha\n4/2026: 0,8 ha", 2],
    ["03/2026 1.2", 1],
  ])("are read from “%s”", (text, months) => {
    const value = typed(text);
    expect(value).toHaveLength(months);
    expect(value).toContainEqual({ month: "2026-03", area: 12_000 });
  });
  test.each(["", "03/2026", "1,2", "2026 1,2", "01/03/2026 1,2", "03/2026 1,2; 04/2026", "13/2026 1"])(
    "are not read from “%s”: nothing of it is left out unseen",
    (text) => {
      expect(typed(text)).toBeNull();
    },
  );
  test("come back from their field", () => {
    const value = [
      { month: "2026-03", area: 12_000 },
      { month: "2026-04", area: 8_000 },
    ];
    for (const lang of ["vi", "en"] as const) {
      expect(findTypedValue(typedOf(value, MONTHLY, { names: {}, lang }), MONTHLY, lang)).toEqual(value);
    }
  });
});

describe("how accurately was surveyed", () => {
  test.each([
    ["", 0],
    [" ", 0],
    ["50", 50],
    ["1.000", 1000],
    ["2,5", null],
    ["-5", null],
    ["5 cm", null],
  ])("“%s” is %s mm", (text, mm) => {
    expect(findAccuracy(text, "vi")).toBe(mm);
  });
});
