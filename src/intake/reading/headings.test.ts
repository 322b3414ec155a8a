import { describe, expect, it } from "vitest";
import type { CellValue } from "./cell.ts";
import { rowsOf } from "./fixtures/rows.ts";
import type { FormDefinition } from "./forms.ts";
import { findHeadings, type Headings, isNumberingRow } from "./headings.ts";
import { headingKeys, unitInHeading, unitsOfTable } from "./headingText.ts";

const CLUSTERS: FormDefinition = {
  key: "clusters",
  columns: [
    { key: "name", labels: ["Tên cụm công nghiệp", "Cluster"], required: true },
    { key: "place", labels: ["Địa điểm", "Xã", "Place"] },
    { key: "area", labels: ["Diện tích", "Diện tích quy hoạch", "Area"], required: true, measure: "area" },
    { key: "established", labels: ["Diện tích thành lập"], measure: "area" },
    { key: "capital", labels: ["Tổng mức đầu tư", "Vốn đầu tư", "Capital"], measure: "money" },
    { key: "decision", labels: ["Quyết định thành lập", "Số quyết định"] },
  ],
};

function found(texts: ReadonlyArray<ReadonlyArray<CellValue>>, merges: readonly string[] = []): Headings {
  const outcome = findHeadings(rowsOf(texts, merges), CLUSTERS);
  if (!outcome.ok) throw new Error(outcome.problems.map((p) => p.message.en).join(" "));
  return outcome.value;
}

function columnsOf(headings: Headings) {
  return Object.fromEntries(
    [...headings.columns.values()].map((c) => [c.key, c.unit === null ? c.column : [c.column, c.unit]]),
  );
}

function problemsOf(texts: ReadonlyArray<ReadonlyArray<CellValue>>) {
  const outcome = findHeadings(rowsOf(texts), CLUSTERS);
  return outcome.ok ? [] : outcome.problems.map((p) => [p.code, p.field]);
}

describe("the headings of a sheet", () => {
  it.each([
    ["as the form prints them", ["STT", "Tên cụm công nghiệp", "Diện tích (ha)"]],
    ["without accents, in capitals", ["STT", "TEN CUM CONG NGHIEP", "DIEN TICH (HA)"]],
    [
      "in the other Unicode form",
      ["STT", "Tên cụm công nghiệp".normalize("NFD"), "Diện tích (ha)".normalize("NFD")],
    ],
    ["with blanks and line breaks", ["STT", "  Tên\ncụm  công nghiệp ", "Diện tích\r\n( ha )"]],
    ["numbered", ["(1)", "1. Tên cụm công nghiệp", "(2) Diện tích (ha)"]],
    ["with the number behind", ["TT", "Tên cụm công nghiệp (1)", "Diện tích (ha) (2)"]],
    ["abbreviated", ["TT", "Tên CCN", "Diện tích, ha"]],
    ["with a remark", ["TT", "Tên CCN (nếu có)", "Diện tích (ĐVT: ha)"]],
    ["in English", ["No.", "Cluster", "Area (ha)"]],
  ])("are known %s", (_, row) => {
    expect(columnsOf(found([row]))).toEqual({ name: 2, area: [3, "ha"] });
  });

  it("are found below a title, and the unit of the table counts for what it measures", () => {
    const headings = found(
      [
        ["UBND TỈNH"],
        ["BIỂU 01: DANH MỤC CỤM CÔNG NGHIỆP NĂM 2023"],
        [null, null, null, "Đơn vị tính: ha, triệu đồng"],
        ["TT", "Tên CCN", "Diện tích", "Vốn đầu tư"],
        ["(1)", "(2)", "(3)", "(4)"],
        [1, "Quảng Chu", 74.4, 500],
      ],
      ["A2:D2"],
    );
    expect(columnsOf(headings)).toEqual({ name: 2, area: [3, "ha"], capital: [4, "millionDong"] });
    expect(headings).toMatchObject({ form: "clusters", firstRow: 4, lastRow: 5, warnings: [] });
  });

  it("may stand in two rows, merged over columns and rows", () => {
    const headings = found(
      [
        ["TT", "Tên CCN", "Diện tích (ha)", null, "Quyết định thành lập"],
        [null, null, "Quy hoạch", "Thành lập", null],
        [1, "Quảng Chu", 74.4, 70, "1868/QĐ-UBND"],
      ],
      ["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
    );
    expect(columnsOf(headings)).toEqual({ name: 2, area: [3, "ha"], established: [4, "ha"], decision: 5 });
    expect(headings.columns.get("established")).toMatchObject({
      heading: "Diện tích (ha) / Thành lập",
      address: "D2",
    });
    expect(headings.lastRow).toBe(2);
  });

  it("may stand in two rows without merges, as in a CSV file: an upper text counts to the right", () => {
    const headings = found([
      ["TT", "Tên CCN", "Diện tích (ha)", null, "Quyết định thành lập"],
      [null, null, "Quy hoạch", "Thành lập (m2)", null],
      [1, "Quảng Chu", 74.4, 700_000, "1868/QĐ-UBND"],
    ]);
    expect(columnsOf(headings)).toEqual({ name: 2, area: [3, "ha"], established: [4, "m2"], decision: 5 });
    expect(headings.lastRow).toBe(2);
  });

  it("do not swallow the first row of data", () => {
    const headings = found([
      ["Tên CCN", "Địa điểm", "Diện tích (ha)"],
      ["Quảng Chu", null, 74.4],
      ["Cẩm Giàng", "Xã", 40],
    ]);
    expect(headings.lastRow).toBe(1);
    expect(headings.columns.size).toBe(3);
  });

  it("of merged rows reach down to the end of the merge though the lower texts mean nothing here", () => {
    const headings = found(
      [
        ["Tên CCN", "Diện tích (ha)", "Lấp đầy", null],
        [null, null, "2022", "2023"],
        ["Quảng Chu", 74.4, 1, 2],
      ],
      ["A1:A2", "B1:B2", "C1:D1"],
    );
    expect(headings.lastRow).toBe(2);
    expect(headings.warnings.map((w) => [w.code, w.field])).toEqual([
      ["heading.unknown", "Biểu 1!C2"],
      ["heading.unknown", "Biểu 1!D2"],
    ]);
  });

  it("that the form does not know are a warning; a column of running numbers is none", () => {
    const { warnings } = found([["STT", "Tên CCN", "Diện tích (ha)", "Màu sắc"]]);
    expect(warnings.map((w) => [w.code, w.field])).toEqual([["heading.unknown", "Biểu 1!D1"]]);
    expect(warnings[0]?.message.vi).toContain("Màu sắc");
  });

  it("are refused where a required one is absent, naming it; where one comes twice; where a unit can't be", () => {
    expect(problemsOf([["Tên CCN", "Xã", "Vốn đầu tư"]])).toEqual([["heading.missing", "Biểu 1"]]);
    expect(problemsOf([["Tên CCN", "Diện tích", "Area"]])).toEqual([["heading.duplicate", "Biểu 1!C1"]]);
    expect(problemsOf([["Tên CCN", "Diện tích (tỷ đồng)"]])).toEqual([["heading.wrong-unit", "Biểu 1!B1"]]);
    expect(
      problemsOf([
        ["Họ tên", "Ngày sinh"],
        ["A", 1],
      ]),
    ).toEqual([["heading.not-found", "Biểu 1"]]);
    expect(problemsOf([])).toEqual([["heading.not-found", ""]]);
    const missing = findHeadings(rowsOf([["Tên CCN", "Xã"]]), CLUSTERS);
    expect(missing.ok ? "" : missing.problems[0].message.vi).toContain("Diện tích");
  });
});

describe("one heading", () => {
  it.each([
    ["Diện tích (ha)", "ha"],
    ["Diện tích đất công nghiệp [m²]", "m2"],
    ["Vốn đăng ký, tỷ đồng", "billionDong"],
    ["Vốn (ĐVT: triệu đồng)", "millionDong"],
    ["Lao động (người)", "person"],
    ["Tỷ lệ lấp đầy (%)", "percent"],
    ["%", "percent"],
    ["Tên (nếu có)", null],
    ["Thái Nguyên - Bắc Kạn", null],
  ])("%s names the unit %s", (text, unit) => {
    expect(unitInHeading(text)).toBe(unit);
  });

  it("is known with its remark first, then without", () => {
    expect(headingKeys("2. Diện tích (quy hoạch) (ha)")).toEqual(["dien tich quy hoach", "dien tich"]);
  });

  it("above a table gives units only after the words for it", () => {
    expect(unitsOfTable("Đơn vị: tỷ đồng")).toEqual(["billionDong"]);
    expect(unitsOfTable("ĐVT: ha; triệu đồng")).toEqual(["ha", "millionDong"]);
    expect(unitsOfTable("Đơn vị báo cáo: Sở Công Thương")).toEqual([]);
    expect(unitsOfTable("tỷ đồng")).toEqual([]);
  });
});

describe("a row of column numbers", () => {
  it.each([
    [["(1)", "(2)", "(3)"], true],
    [["A", "B", 1, 2, "3=1+2"], true],
    [[1, 2, 3], true],
    [[1, "Quảng Chu", 2], false],
    [[1, 2], false],
    [[7, 12, 40], false],
    [["a", "b", "c"], false],
  ])("%j: %s", (values, expected) => {
    const [row] = rowsOf([values]);
    expect(row === undefined ? null : isNumberingRow(row)).toBe(expected);
  });
});
