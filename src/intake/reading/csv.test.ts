import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { separatorOf } from "./csv.ts";
import { folder } from "./fixtures/archives.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { readSheets } from "./sheets.ts";

let files: Awaited<ReturnType<typeof folder>>;
beforeAll(async () => {
  files = await folder();
});
afterAll(() => files.remove());

async function rowsOf(content: Buffer | string, limits = DEFAULT_LIMITS) {
  const file = await files.write("biểu.csv", content);
  const rows: unknown[] = [];
  for await (const event of readSheets(file, limits)) {
    if (event.kind === "refused") return event.problems[0].code;
    if (event.kind === "row") rows.push([event.row.row, ...event.row.cells.map((c) => c.value)]);
  }
  return rows;
}

describe("a CSV file", () => {
  it.each([
    ["commas", "Tên,Diện tích\nQuảng Chu,74.4\n"],
    ["semicolons beside decimal commas", "Tên;Diện tích\nQuảng Chu;74.4\n"],
    ["tabs", "Tên\tDiện tích\nQuảng Chu\t74.4\n"],
    ["Excel's own line about the separator", "sep=;\nTên;Diện tích\nQuảng Chu;74.4\n"],
    ["a mark of UTF-8 and Windows line ends", "\ufeffTên,Diện tích\r\nQuảng Chu,74.4\r\n"],
  ])("is read with %s", async (_, text) => {
    expect(await rowsOf(text)).toEqual([
      [1, "Tên", "Diện tích"],
      [2, "Quảng Chu", "74.4"],
    ]);
  });

  it("is read in UTF-16 with a mark, little or big end first", async () => {
    const text = "\ufeffTên\tHuyện\nBình Văn\tChợ Mới\n";
    const little = Buffer.from(text, "utf16le");
    const expected = [
      [1, "Tên", "Huyện"],
      [2, "Bình Văn", "Chợ Mới"],
    ];
    expect(await rowsOf(little)).toEqual(expected);
    expect(await rowsOf(Buffer.from(little).swap16())).toEqual(expected);
  });

  it("keeps separators, quotes and line ends inside quotes, and every value as text", async () => {
    expect(await rowsOf('a,b\n"x, ""y""\nz",007\n')).toEqual([
      [1, "a", "b"],
      [2, 'x, "y"\nz', "007"],
    ]);
  });

  it("counts blank lines, so that a row has the number that Excel shows", async () => {
    expect(await rowsOf("a,b\n\n,\nc,d\n")).toEqual([
      [1, "a", "b"],
      [4, "c", "d"],
    ]);
  });

  it("in Windows-1258 or TCVN3 is refused with advice", async () => {
    const windows1258 = Buffer.concat([Buffer.from("T"), Buffer.from([0xea]), Buffer.from("n,a\n1,2\n")]);
    const tcvn3 = Buffer.concat([Buffer.from("C"), Buffer.from([0xab]), Buffer.from("ng ty,a\n1,2\n")]);
    expect(await rowsOf(windows1258)).toBe("workbook.not-unicode");
    expect(await rowsOf(tcvn3)).toBe("workbook.not-unicode");
  });

  it("with a quotation mark that is not closed is refused, however long it goes on", async () => {
    expect(await rowsOf('a,b\n"c,d\n')).toBe("workbook.csv-quotes");
    expect(await rowsOf(`a,b\n1,2\n"${"c,d\n".repeat(1_000_000)}`)).toBe("workbook.csv-quotes");
  });

  it("with too many rows or columns, or too long a text, is refused", async () => {
    expect(await rowsOf("a,b\n".repeat(700), { ...DEFAULT_LIMITS, maxRows: 100 })).toBe(
      "workbook.too-many-rows",
    );
    expect(await rowsOf(`${"a,".repeat(600)}b\n`)).toBe("workbook.too-many-columns");
    expect(await rowsOf(`a,${"b".repeat(40_000)}\n`)).toBe("workbook.text-too-long");
  });
});

describe("the separator", () => {
  it("is the one that most lines agree on, not a comma that marks decimals", () => {
    expect(separatorOf("BIỂU 01, năm 2023\nTên;Ha;Vốn\nA;74,4;1,5\nB;50;2,5\n").separator).toBe(";");
    expect(separatorOf("Tên,Ghi chú\nA,x;y\nB,z\n").separator).toBe(",");
    expect(separatorOf("chỉ có chữ").separator).toBeNull();
  });
});
