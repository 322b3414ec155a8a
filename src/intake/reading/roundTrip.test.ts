import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Writable } from "node:stream";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tidy } from "../../kernel/text.ts";
import {
  type ColumnKind,
  sheetName,
  type WrittenSheet,
  type WrittenValue,
  writeCsv,
  writeWorkbook,
} from "../../platform/workbooks/writing.ts";
import { type Cell, cellOf } from "./cell.ts";
import { parseArea, parseDate, parseMoney, parseText } from "./cells.ts";
import { folder } from "./fixtures/archives.ts";
import { readSheets } from "./sheets.ts";

let files: Awaited<ReturnType<typeof folder>>;
beforeAll(async () => {
  files = await folder();
});
afterAll(() => files.remove());

const kinds: readonly ColumnKind[] = [
  "text",
  "integer",
  "m2",
  "ha",
  "dong",
  "billionDong",
  "percent",
  "date",
  "yesNo",
];
const columns = kinds.map((kind) => ({ label: kind === "text" ? "Tên" : kind, kind }));
const row: readonly WrittenValue[] = [
  "=HYPERLINK(1)",
  21,
  744_000,
  744_000,
  541_750_000_000,
  541_750_000_000,
  0.385,
  "2020-10-16",
  true,
];

async function written(sheets: readonly WrittenSheet[]): Promise<ExcelJS.Workbook> {
  await writeWorkbook(createWriteStream(files.path("out.xlsx")), sheets);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(files.path("out.xlsx"));
  return book;
}

async function csv(sheet: Pick<WrittenSheet, "columns" | "rows">, separator?: "," | ";"): Promise<string> {
  await writeCsv(createWriteStream(files.path("out.csv")), sheet, separator);
  return readFile(files.path("out.csv"), "utf8");
}

describe("a written workbook", () => {
  it("holds numbers as numbers in the unit of their column, dates as dates, and text that can't run", async () => {
    const page = (await written([{ name: "CCN", columns, rows: [row] }])).getWorksheet("CCN");
    const cells = kinds.map((_, i) => page?.getRow(2).getCell(i + 1));
    expect(cells.map((c) => c?.value)).toEqual([
      "'=HYPERLINK(1)",
      21,
      744_000,
      74.4,
      541_750_000_000,
      541.75,
      0.385,
      new Date("2020-10-16T00:00:00Z"),
      "có",
    ]);
    expect(cells.map((c) => c?.numFmt)).toEqual([
      "@",
      "#,##0",
      "#,##0",
      "#,##0.00",
      "#,##0",
      "#,##0.00",
      "0.0%",
      "dd/mm/yyyy",
      "@",
    ]);
  });

  it("has a bold heading row that stays in sight and filters", async () => {
    const page = (await written([{ name: "CCN", columns, rows: [row] }])).getWorksheet("CCN");
    expect(page?.getRow(1).getCell(1).font.bold).toBe(true);
    expect(page?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(page?.autoFilter).toBe("A1:I1");
  });

  it("keeps a month or a year as its paper prints it, and blank cells blank", async () => {
    const rows = [["2023-11"], ["2023"], ["dự kiến"], [null], []];
    const page = (
      await written([{ name: "S", columns: [{ label: "Ngày", kind: "date" }], rows }])
    ).getWorksheet("S");
    expect([2, 3, 4, 5, 6].map((r) => page?.getRow(r).getCell(1).value)).toEqual([
      "11/2023",
      "2023",
      "dự kiến",
      null,
      null,
    ]);
  });

  it("is read back to the same values by this folder's own reader", async () => {
    await written([{ name: "CCN", columns, rows: [row] }]);
    const back: (readonly Cell[])[] = [];
    for await (const event of readSheets({ path: files.path("out.xlsx") }))
      if (event.kind === "row") back.push(event.row.cells);
    const cell = (i: number) => back[1]?.[i] ?? cellOf(null);
    expect(parseText(cell(0))).toEqual({ ok: true, value: "=HYPERLINK(1)" });
    expect(parseArea(cell(3), { unit: "ha" })).toMatchObject({ value: { value: 744_000, rounded: false } });
    expect(parseMoney(cell(5), { unit: "billionDong" })).toMatchObject({ value: { value: 541_750_000_000 } });
    expect(parseDate(cell(7))).toMatchObject({ value: { date: "2020-10-16" } });
  });

  it("takes rows as they come, one after the other, for several sheets", async () => {
    async function* rows() {
      for (let i = 0; i < 1_200; i++) yield [`dòng ${i}`];
    }
    const book = await written([
      { name: "A/B: [1]", columns: [{ label: "Tên", kind: "text" }], rows: rows() },
      { name: "A/B: [1]", columns: [{ label: "Tên", kind: "text" }], rows: [] },
    ]);
    expect(book.worksheets.map((w) => [w.name, w.rowCount])).toEqual([
      ["A B   1", 1_201],
      ["A B   1 (2)", 1],
    ]);
  });

  it("drops what XML forbids, and cuts what Excel forbids", async () => {
    const page = (
      await written([
        {
          name: "S",
          columns: [{ label: "Tên", kind: "text" }],
          rows: [["a\u0000\ud800b"], ["x".repeat(40_000)]],
        },
      ])
    ).getWorksheet("S");
    expect(page?.getRow(2).getCell(1).value).toBe("ab");
    expect(String(page?.getRow(3).getCell(1).value)).toHaveLength(32_767);
  });

  it("fails where its rows fail, and where nobody takes it any more", async () => {
    async function* failing(): AsyncGenerator<readonly string[]> {
      yield ["a"];
      throw new Error("the query failed");
    }
    const name = { label: "Tên", kind: "text" as const };
    await expect(written([{ name: "S", columns: [name], rows: failing() }])).rejects.toThrow(
      "the query failed",
    );
    await expect(
      written([{ name: "S", columns: [{ label: "ha", kind: "ha" }], rows: [[Number.NaN]] }]),
    ).rejects.toThrow("can't hold NaN");
    let asked = 0;
    function* endless() {
      for (;;) yield [`dòng ${asked++} ${Math.random()}`];
    }
    const gone = new Writable({ write: (_chunk, _encoding, done) => done(new Error("gone")) });
    await expect(writeWorkbook(gone, [{ name: "S", columns: [name], rows: endless() }])).rejects.toThrow(
      "gone",
    );
    const then = asked;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked - then).toBeLessThan(2_000);
  });
});

describe("a sheet's name", () => {
  it.each([
    ["Biểu 1", "Biểu 1"],
    ["", "Sheet"],
    ["'a'", "a"],
    ["=1", "=1"],
    ["x".repeat(50), "x".repeat(31)],
  ])("%s becomes %s", (wanted, name) => {
    expect(sheetName(wanted, new Set())).toBe(name);
  });
});

describe("a written CSV file", () => {
  it("is UTF-8 with a mark, quoted where needed, with exact numbers", async () => {
    expect(await csv({ columns, rows: [row] })).toBe(
      "\ufeffTên,integer,m2,ha,dong,billionDong,percent,date,yesNo\r\n'=HYPERLINK(1),21,744000,74.4,541750000000,541.75,0.385,2020-10-16,có\r\n",
    );
    const name = [{ label: "Tên", kind: "text" as const }];
    expect(await csv({ columns: name, rows: [['a "b", c\nd'], ["-5"], [null]] })).toBe(
      '\ufeffTên\r\n"a ""b"", c\nd"\r\n\'-5\r\n\r\n',
    );
    expect(await csv({ columns: name, rows: [["a;b"], ["a,b"]] }, ";")).toBe('\ufeffTên\r\n"a;b"\r\na,b\r\n');
  });

  it("is read back to the same texts", async () => {
    const name = [
      { label: "Tên", kind: "text" as const },
      { label: "Số", kind: "integer" as const },
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "=", "Đ", "'"), minLength: 1 }), {
          minLength: 1,
          maxLength: 5,
        }),
        async (texts) => {
          await csv({ columns: name, rows: texts.map((t) => [t, 1]) });
          const back: unknown[] = [];
          for await (const event of readSheets({ path: files.path("out.csv") })) {
            if (event.kind === "row" && event.row.row > 1)
              back.push(parseText(event.row.cells.find((c) => c.column === 1) ?? cellOf(null)));
          }
          expect(back).toEqual(texts.map((t) => ({ ok: true, value: tidy(t) === "" ? null : tidy(t) })));
        },
      ),
      { numRuns: 30 },
    );
  });
});
