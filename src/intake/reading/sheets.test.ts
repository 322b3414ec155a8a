import { createWriteStream } from "node:fs";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeWorkbook } from "../../platform/workbooks/writing.ts";
import { type Cell, isDateValue } from "./cell.ts";
import { bookParts, folder, sheetData, zipOf } from "./fixtures/archives.ts";
import { DEFAULT_LIMITS, type ReadingLimits } from "./limits.ts";
import { readSheets, type SheetEvent } from "./sheets.ts";
import type { SentFile } from "./sniff.ts";

let files: Awaited<ReturnType<typeof folder>>;
beforeAll(async () => {
  files = await folder();
});
afterAll(() => files.remove());

async function all(file: SentFile, limits: ReadingLimits = DEFAULT_LIMITS): Promise<SheetEvent[]> {
  const events: SheetEvent[] = [];
  for await (const event of readSheets(file, limits)) events.push(event);
  return events;
}

async function cellsOf(file: SentFile): Promise<Map<string, Cell>> {
  const events = await all(file);
  expect(events.filter((e) => e.kind === "refused")).toEqual([]);
  return new Map(
    events.flatMap((e) => (e.kind === "row" ? e.row.cells.map((c) => [`${e.sheet}!${c.address}`, c]) : [])),
  );
}

async function valueAt(
  xml: string,
  address: string,
  more: { styles?: string; sharedStrings?: string; workbookPr?: string } = {},
) {
  const file = await files.write("one.xlsx", zipOf(bookParts({ sheets: { S: xml }, ...more })));
  return (await cellsOf(file)).get(`S!${address}`);
}

describe("a workbook written by Excel's rules", () => {
  it("gives texts, numbers, yes-no, dates, formulas by their result, and errors, each at its address", async () => {
    const book = new ExcelJS.Workbook();
    const page = book.addWorksheet("Biểu 1");
    page.getCell("A1").value = "Diện tích";
    page.getCell("B2").value = 74.4;
    page.getCell("C3").value = true;
    page.getCell("D4").value = new Date("2020-10-16T00:00:00Z");
    page.getCell("D4").numFmt = "dd/mm/yyyy";
    page.getCell("E5").value = { formula: "B2*2", result: 148.8 };
    page.getCell("F6").value = { error: "#REF!" };
    page.getCell("G7").value = { richText: [{ text: "Quảng " }, { text: "Chu", font: { bold: true } }] };
    page.getCell("H8").value = 0.385;
    page.getCell("H8").numFmt = "0.0%";
    page.getCell("I9").value = 50;
    page.getCell("I9").numFmt = '#,##0.0" ha"';
    await book.xlsx.writeFile(files.path("excel.xlsx"));
    const cells = await cellsOf({ path: files.path("excel.xlsx") });
    const at = (address: string) => cells.get(`Biểu 1!${address}`);
    expect(at("A1")?.value).toBe("Diện tích");
    expect(at("B2")).toMatchObject({ value: 74.4, row: 2, column: 2, formula: false, error: null });
    expect(at("C3")?.value).toBe(true);
    expect(at("D4")?.value).toEqual({ date: "2020-10-16" });
    expect(at("E5")).toMatchObject({ value: 148.8, formula: true });
    expect(at("F6")).toMatchObject({ value: null, error: "#REF!" });
    expect(at("G7")?.value).toBe("Quảng Chu");
    expect(at("H8")).toMatchObject({ value: 0.385, shownUnit: "%" });
    expect(at("I9")).toMatchObject({ value: 50, shownUnit: "ha" });
  });

  it("reads hidden rows and hidden sheets, and says that they are hidden", async () => {
    const book = new ExcelJS.Workbook();
    const page = book.addWorksheet("Ẩn", { state: "hidden" });
    page.addRow(["a", 1]);
    page.addRow(["b", 2]).hidden = true;
    await book.xlsx.writeFile(files.path("hidden.xlsx"));
    expect(await all({ path: files.path("hidden.xlsx") })).toMatchObject([
      { kind: "sheet", name: "Ẩn", hidden: true },
      { kind: "row", row: { row: 1, hidden: false } },
      { kind: "row", row: { row: 2, hidden: true } },
    ]);
  });

  it("marks a formula that was saved without a result", async () => {
    expect(
      await valueAt('<sheetData><row r="1"><c r="A1"><f>1+1</f></c></row></sheetData>', "A1"),
    ).toMatchObject({
      value: null,
      formula: true,
      error: "no-result",
    });
  });

  it("keeps of a date only what its format shows", async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="mm/yyyy"/><numFmt numFmtId="165" formatCode="yyyy"/>
      <numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="[$-42A]dd&quot; tháng &quot;mm&quot; năm &quot;yyyy;@"/></numFmts>
      <cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="17"/></cellXfs></styleSheet>`;
    const row = [1, 2, 3, 4, 5].map((s) => `<c s="${s}"><v>45231.5</v></c>`).join("");
    const file = await files.write(
      "dates.xlsx",
      zipOf(bookParts({ sheets: { S: `<sheetData><row>${row}</row></sheetData>` }, styles })),
    );
    const cells = [...(await cellsOf(file)).values()].map((c) =>
      isDateValue(c.value) ? c.value.date : c.value,
    );
    expect(cells).toEqual(["2023-11", "2023", 45231.5, "2023-11-01", "2023-11"]);
  });

  it("counts days from 1904 where the workbook says so", async () => {
    const styles = '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const xml = '<sheetData><row><c s="1"><v>42658</v></c></row></sheetData>';
    expect((await valueAt(xml, "A1", { styles, workbookPr: '<workbookPr date1904="1"/>' }))?.value).toEqual({
      date: "2020-10-16",
    });
  });

  it("places cells and rows that carry no address, and elements with a namespace prefix", async () => {
    const xml = Buffer.from(
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c t="str"><x:v>b</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    );
    const cells = await cellsOf(await files.write("prefix.xlsx", zipOf(bookParts({ sheets: { S: xml } }))));
    expect([...cells].map(([place, c]) => [place, c.value])).toEqual([
      ["S!A1", 1],
      ["S!C1", "b"],
    ]);
  });

  it("leaves out the phonetic guide, and reads escaped characters and CDATA", async () => {
    const sharedStrings =
      "<sst><si><t>Chu_x000D_</t><rPh><t>X</t></rPh></si><si><t><![CDATA[A & B]]></t></si></sst>";
    const xml = '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData>';
    expect((await valueAt(xml, "A1", { sharedStrings }))?.value).toBe("Chu\r");
    expect((await valueAt(xml, "B1", { sharedStrings }))?.value).toBe("A & B");
  });

  it("repeats a value that is merged over rows, marked, and drops what the merge hides", async () => {
    const xml = `${sheetData([
      ["Chợ Mới", 322, "x"],
      ["ẩn", null, "y"],
      [null, null, "z"],
      ["Na Rì", 5, "t"],
    ])}<mergeCells count="2"><mergeCell ref="A1:A3"/><mergeCell ref="B1:B2"/></mergeCells>`;
    const cells = await cellsOf(await files.write("merged.xlsx", zipOf(bookParts({ sheets: { S: xml } }))));
    expect([1, 2, 3, 4].map((r) => cells.get(`S!A${r}`)?.value)).toEqual([
      "Chợ Mới",
      "Chợ Mới",
      "Chợ Mới",
      "Na Rì",
    ]);
    expect(cells.get("S!A3")?.merge).toEqual({ range: "A1:A3", top: 1, left: 1, rows: 3, columns: 1 });
    expect(cells.get("S!A4")?.merge).toBeNull();
    expect(cells.get("S!B2")?.merge?.range).toBe("B1:B2");
    expect(cells.has("S!B3")).toBe(false);
  });
});

const oneSheet = (xml: string | Buffer, more = {}) =>
  zipOf(bookParts({ sheets: { "Biểu 1": xml }, ...more }));
const small = (given: Partial<ReadingLimits>): ReadingLimits => ({ ...DEFAULT_LIMITS, ...given });

describe("a long workbook", () => {
  const columns = ["STT", "Tên", "Xã", "Diện tích", "Quyết định", "Vốn", "Chủ đầu tư", "Ghi chú"].map(
    (label, i) => ({ label, kind: i === 0 || i === 3 || i === 5 ? ("number" as const) : ("text" as const) }),
  );
  function* rows(count: number) {
    for (let i = 1; i <= count; i++) {
      yield [
        i,
        `Cụm công nghiệp số ${i}`,
        `Xã ${i % 300}`,
        (i % 750) / 10,
        `${i}/QĐ-UBND`,
        (i * 37) % 10_000,
        `Công ty ${i % 500}`,
        `ghi chú ${i}`,
      ];
    }
  }
  const write = async (name: string, count: number) => {
    await writeWorkbook(createWriteStream(files.path(name)), [
      { name: "Biểu 1", columns, rows: rows(count) },
    ]);
    return { path: files.path(name), name };
  };

  it("of 50,000 rows is read whole", async () => {
    const file = await write("rows50.xlsx", 50_000);
    const started = performance.now();
    let count = 0;
    let last: SheetEvent | null = null;
    for await (const event of readSheets(file)) {
      if (event.kind === "row") count++;
      last = event;
    }
    console.info(`50,000 rows of 8 columns read in ${Math.round(performance.now() - started)} ms`);
    expect(count).toBe(50_001);
    expect(last).toMatchObject({
      kind: "row",
      row: {
        row: 50_001,
        cells: [{ value: 50_000 }, { value: "Cụm công nghiệp số 50000" }, {}, {}, {}, {}, {}, {}],
      },
    });
  }, 60_000);

  it("of 200,000 rows is refused before a single row is told, long before it is read", async () => {
    const data = sheetData(
      Array.from({ length: 200_000 }, (_, i) => [i, `CCN số ${i}`, (i * 37) % 1000, `Xã ${i % 300}`]),
    );
    const file = await files.write("rows200.xlsx", oneSheet(data));
    const started = performance.now();
    const events = await all(file);
    console.info(`200,000 rows refused after ${Math.round(performance.now() - started)} ms`);
    expect(events).toMatchObject([
      { kind: "refused", problems: [{ code: "workbook.too-many-rows", status: 413, field: "Biểu 1" }] },
    ]);
  }, 120_000);

  it("is not refused for rows that are only formatted", async () => {
    const blank = '<row><c s="0"/><c s="0"/></row>'.repeat(5_000);
    const file = await files.write(
      "blank.xlsx",
      oneSheet(`<sheetData><row><c><v>1</v></c></row>${blank}</sheetData>`),
    );
    expect((await all(file, small({ maxRows: 10 }))).filter((e) => e.kind === "row")).toHaveLength(1);
  });
});
