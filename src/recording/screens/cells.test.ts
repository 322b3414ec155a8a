import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InputShape } from "../vocabulary.ts";
import { cellsOfBlock, layBlock, readCell } from "./cells.ts";

const words: InputShape = {
  kind: "words",
  words: [
    { value: "established", label: "Đã thành lập" },
    { value: "planned", label: "Có trong quy hoạch" },
  ],
};

describe("a cell", () => {
  test.each([
    ["74,4", "area", 744_000],
    ["74,4 ha", "area", 744_000],
    ["744.000 m2", "area", 744_000],
    ["744.000 m²", "area", 744_000],
    ["1,5 km²", "area", 1_500_000],
    ["541,75", "money", 541_750_000_000],
    ["541,75 tỷ đồng", "money", 541_750_000_000],
    ["900 triệu đồng", "money", 900_000_000],
    ["900.000.000 đồng", "money", 900_000_000],
    ["1.200", "number", 1200],
    ["1.200 người", "number", 1200],
    ["5/6/2023", "date", "2023-06-05"],
    ["11/2023", "date", "2023-11"],
    ["2023", "date", "2023"],
    ["có", "yesNo", true],
    ["Không", "yesNo", false],
    ["Cơ khí; May mặc", "texts", ["Cơ khí", "May mặc"]],
  ] as const)("%s as %s", (text, kind, value) => {
    expect(readCell(text, { kind }, "vi")).toEqual({ kind: "value", value });
  });
  test("of a word is known by its label, whatever its accents, and else names what there is", () => {
    expect(readCell("da thanh lap", words, "vi")).toEqual({ kind: "value", value: "established" });
    expect(readCell("giải thể", words, "vi")).toMatchObject({
      kind: "wrong",
      why: { vi: "không có trong danh mục: Đã thành lập; Có trong quy hoạch" },
    });
  });
  test.each([
    ["31/02/2023", "date"],
    ["5/6/23", "date"],
    ["khoảng chục", "area"],
    ["74,4 tấn", "area"],
    ["-3", "number"],
    ["1,5", "number"],
    ["900.000 ha", "area"],
    ["mươi", "yesNo"],
  ] as const)("%s as %s is a problem and no guess", (text, kind) => {
    expect(readCell(text, { kind }, "vi").kind).toBe("wrong");
  });
  test("in English has its marks the other way round", () => {
    expect(readCell("1,200.5 ha", { kind: "area" }, "en")).toEqual({ kind: "value", value: 12_005_000 });
  });
  test("that is blank tells nothing", () => {
    expect(readCell("  ", { kind: "area" }, "vi")).toEqual({ kind: "blank" });
  });
});

describe("a block of a spreadsheet", () => {
  test("is read cell by cell, with quotes, tabs and lines inside", () => {
    expect(cellsOfBlock('1\t2\r\n"a\tb"\t"c ""d""\ne"\r\n')).toEqual([
      ["1", "2"],
      ["a\tb", 'c "d"\ne'],
    ]);
    expect(cellsOfBlock("")).toEqual([[""]]);
    expect(cellsOfBlock('5" ống\tx')).toEqual([['5" ống', "x"]]);
  });
  test("fills from the cell on; what falls outside is told and not lost", () => {
    const size = { rows: 2, columns: 2 };
    expect(layBlock("1\t2\n3\t4\n5\t6", { row: 0, column: 1 }, size)).toEqual({
      inside: [
        { row: 0, column: 1, text: "1" },
        { row: 1, column: 1, text: "3" },
      ],
      outside: ["2", "4", "5", "6"],
    });
  });
  test("loses no text, whatever it holds", () => {
    const text = fc.stringMatching(/^[\p{L}\p{N} ,."\n\t]{1,12}$/u).filter((t) => t.trim() !== "");
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          const quoted = (t: string) => `"${t.replaceAll('"', '""')}"`;
          const block = rows.map((r) => r.map(quoted).join("\t")).join("\r\n");
          expect(cellsOfBlock(block)).toEqual(rows);
          const laid = layBlock(block, { row: 1, column: 1 }, { rows: 3, columns: 3 });
          expect(laid.inside.length + laid.outside.length).toBe(rows.flat().length);
        },
      ),
    );
  });
});
