import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partialDate } from "../../kernel/dates.ts";
import { escapeText, unescapeText } from "../../platform/workbooks/escape.ts";
import { type CellValue, cellOf } from "./cell.ts";
import { documentNumbersIn, parseDocumentNumber } from "./documentNumbers.ts";
import { findLegacyCode } from "./legacyCode.ts";
import { parseText, parseYesNo } from "./words.ts";

describe("a paper's number", () => {
  it.each([
    ["1868/QĐ-UBND", "1868/QĐ-UBND"],
    ["1868/qd-ubnd", "1868/QĐ-UBND"],
    ["1868 / QĐ – UBND", "1868/QĐ-UBND"],
    ["1868/QĐ‑UBND", "1868/QĐ-UBND"],
    ["Số: 1868/QĐ-UBND", "1868/QĐ-UBND"],
    ["Quyết định số 1868/QĐ-UBND của UBND tỉnh", "1868/QĐ-UBND"],
    ["1868/QÐ-UBND".replace("Ð", "Đ").normalize("NFD"), "1868/QĐ-UBND"],
    ["12/nq-hdnd", "12/NQ-HĐND"],
    ["32/2024/nd-cp", "32/2024/NĐ-CP"],
    ["06/2021/QH15", "06/2021/QH15"],
    ["452/qđ-ttg", "452/QĐ-TTg"],
    ["15/TTR-UBND", "15/TTr-UBND"],
    ["123/SCT-QLCN", "123/SCT-QLCN"],
    ["123a/QĐ-UBND", "123a/QĐ-UBND"],
  ])("%s is %s", (text, number) => {
    expect(parseDocumentNumber(cellOf(text))).toEqual({ ok: true, value: { number, date: null } });
  });

  it("may carry its date", () => {
    for (const text of [
      "1868/QĐ-UBND ngày 16/10/2020",
      "QĐ số 1868/QĐ-UBND ngày 16 tháng 10 năm 2020",
      "1868/QĐ-UBND, 16-10-2020",
    ]) {
      expect(parseDocumentNumber(cellOf(text))).toEqual({
        ok: true,
        value: { number: "1868/QĐ-UBND", date: "2020-10-16" },
      });
    }
  });

  it.each([
    ["1868", "cell.not-a-document-number"],
    [1868, "cell.not-a-document-number"],
    ["QĐ-UBND", "cell.not-a-document-number"],
    [{ date: partialDate("2020-10-16") }, "cell.not-a-document-number"],
    ["1868/QĐ-UBND và 12/NQ-HĐND", "cell.two-values"],
  ])("%j is a problem: %s", (value: CellValue, code) => {
    const outcome = parseDocumentNumber(cellOf(value));
    expect(outcome.ok ? null : outcome.problems[0].code).toBe(code);
  });

  it("says nothing where the cell is blank or a dash", () => {
    expect(parseDocumentNumber(cellOf(null))).toEqual({ ok: true, value: null });
    expect(parseDocumentNumber(cellOf("–"))).toEqual({ ok: true, value: null });
  });

  it("is found in running text, and is one however it was typed", () => {
    expect(documentNumbersIn("Căn cứ 68/2017/NĐ-CP; 66/2020/nđ-cp")).toEqual([
      "68/2017/NĐ-CP",
      "66/2020/NĐ-CP",
    ]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom("QĐ-UBND", "NQ-HĐND", "QĐ-TTg", "TTr-SCT", "QĐ-BQL"),
        fc.constantFrom("-", "–", " - ", "‑"),
        fc.boolean(),
        (n, symbol, dash, lower) => {
          const typed = `${n} /${symbol.replace("-", dash)}`;
          const [found] = documentNumbersIn(lower ? typed.toLowerCase().normalize("NFD") : typed);
          expect(found).toBe(`${n}/${symbol}`);
        },
      ),
    );
  });
});

describe("yes or no", () => {
  it.each([
    ["có", true],
    ["Co", true],
    ["x", true],
    ["X", true],
    ["(x)", true],
    ["✓", true],
    [1, true],
    [true, true],
    ["không", false],
    ["Chưa", false],
    [0, false],
    ["no", false],
    [null, null],
    ["-", null],
  ])("%j is %j", (value, expected) => {
    expect(parseYesNo(cellOf(value))).toEqual({ ok: true, value: expected });
  });

  it("is asked where the word is neither", () => {
    const outcome = parseYesNo(cellOf("có thể"));
    expect(outcome.ok ? null : outcome.problems[0].code).toBe("cell.not-yes-no");
  });
});

describe("a text", () => {
  it("comes in one Unicode form, with single blanks and without control characters", () => {
    expect(parseText(cellOf("  Cụm công nghiệp\u00a0 Quảng Chu\r\n".normalize("NFD")))).toEqual({
      ok: true,
      value: "Cụm công nghiệp Quảng Chu",
    });
    expect(parseText(cellOf("a\u0007b"))).toEqual({ ok: true, value: "a b" });
  });

  it("of a number, a date or a tick is what the cell shows", () => {
    expect(parseText(cellOf(4_700_123_456))).toEqual({ ok: true, value: "4700123456" });
    expect(parseText(cellOf({ date: partialDate("2023-11") }))).toEqual({ ok: true, value: "11/2023" });
    expect(parseText(cellOf(false))).toEqual({ ok: true, value: "không" });
  });

  it("says nothing where it is blank or a dash", () => {
    for (const value of [null, "", " ", "-", "…"])
      expect(parseText(cellOf(value))).toEqual({ ok: true, value: null });
  });

  it.each([
    ["a".repeat(5_000), "cell.text-too-long"],
    ["a".repeat(30_000), "cell.text-too-long"],
    ["C«ng ty cæ phÇn", "cell.legacy-code"],
    ["#NAME?", "cell.formula-error"],
  ])("is a problem: %#", (value, code) => {
    const outcome = parseText(cellOf(value));
    expect(outcome.ok ? null : outcome.problems[0].code).toBe(code);
  });
});

describe("an old Vietnamese code", () => {
  it.each(["DiÖn tÝch", "Côm c«ng nghiÖp", "QuyÕt ®Þnh", "Tªn chñ ®Çu t­", "HuyÖn B¹ch Th«ng"])(
    "TCVN3 is known: %s",
    (text) => {
      expect(findLegacyCode(text)).toBe("tcvn3");
    },
  );

  it.each(["Coâng ty coå phaàn", "Dieän tích ñaát coâng nghieäp"])("VNI is known: %s", (text) => {
    expect(findLegacyCode(text)).toBe("vni");
  });

  it.each([
    "Cụm công nghiệp Quảng Chu",
    "CỤM CÔNG NGHIỆP",
    "Công ty TNHH Citroën Việt Nam",
    "Müller GmbH & Co",
    "“Zenith®”, «Á Châu», 25 m², 10 µm",
    "Đà Nẵng",
    "nghĩa là: xuống giá; quý IV – khoảng ½",
    "xã Thượng Giáo, huyện Ba Bể",
    "Huỳnh Thúc Kháng, thùy, khuýu",
    "Cong ty co phan",
  ])("Unicode is not taken for one: %s", (text) => {
    expect(findLegacyCode(text)).toBeNull();
  });
});

describe("text that a spreadsheet might run", () => {
  it.each(["=1+1", "+84 209", "-5", "@SUM(A1)", "\t=1", "\rA", "  =1", "＝1", "'=1"])(
    "is written with an apostrophe: %j",
    (text) => {
      expect(escapeText(text)).toBe(`'${text}`);
    },
  );

  it.each(["Quảng Chu", "1868/QĐ-UBND", "5-3", "'nháy'", ""])("other text is left alone: %j", (text) => {
    expect(escapeText(text)).toBe(text);
  });

  it("comes back unchanged", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", "=", "-", "a", " ", "\t") })),
        (text) => {
          expect(unescapeText(escapeText(text))).toBe(text);
        },
      ),
    );
  });
});
