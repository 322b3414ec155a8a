import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

/** The code and place of the refusal that ends the reading; the number of rows told before. */
async function refusalOf(name: string, content: Buffer | string, limits?: ReadingLimits) {
  const events = await all(await files.write(name, content), limits);
  const last = events.at(-1);
  if (last?.kind !== "refused") throw new Error("the file was not refused");
  const [problem] = last.problems;
  expect(
    problem.message.vi.length *
      problem.message.en.length *
      problem.remedy.vi.length *
      problem.remedy.en.length,
  ).toBeGreaterThan(0);
  return { code: problem.code, field: problem.field, rows: events.filter((e) => e.kind === "row").length };
}

const oneSheet = (xml: string | Buffer, more = {}) =>
  zipOf(bookParts({ sheets: { "Biểu 1": xml }, ...more }));
const small = (given: Partial<ReadingLimits>): ReadingLimits => ({ ...DEFAULT_LIMITS, ...given });

describe("a file that is no workbook", () => {
  const ole = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2_000)]);
  const locked = Buffer.alloc(2_048);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(locked);
  locked.writeUInt16LE(9, 30);
  locked.writeUInt32LE(1, 48);
  Buffer.from("EncryptedPackage", "utf16le").copy(locked, 1_024);
  it.each([
    ["a PDF", "a.xlsx", "%PDF-1.7 …", "workbook.not-workbook"],
    ["plain text named as Excel", "a.xlsx", "xin chào", "workbook.not-workbook"],
    ["an HTML page named as Excel", "a.xls", "<html><table></table></html>", "workbook.not-workbook"],
    ["a text without columns", "a.csv", "một dòng chữ\nhai dòng chữ", "workbook.csv-no-columns"],
    ["an old .xls", "a.xls", ole, "workbook.old-excel"],
    ["a workbook with a password", "a.xlsx", locked, "workbook.locked"],
    ["a picture", "a.xlsx", Buffer.from("89504e470d0a1a0a", "hex"), "workbook.not-workbook"],
    ["an empty file", "a.xlsx", "", "workbook.empty"],
    ["one byte", "a.csv", "x", "workbook.csv-no-columns"],
    ["unknown bytes", "a.bin", Buffer.from([1, 0, 2, 0]), "workbook.not-workbook"],
    ["an ordinary archive", "a.zip", zipOf([{ name: "a.txt", data: "a" }]), "workbook.not-workbook"],
    [
      "a Word document",
      "a.docx",
      zipOf([
        {
          name: "_rels/.rels",
          data: '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        },
        { name: "word/document.xml", data: "<w/>" },
      ]),
      "workbook.not-workbook",
    ],
    ["an archive with nothing", "a.xlsx", zipOf([]), "workbook.not-workbook"],
  ])("is refused with advice: %s", async (_, name, content, code) => {
    expect((await refusalOf(name, content)).code).toBe(code);
  });

  it("is an error of the caller where it does not exist", async () => {
    await expect(all({ path: files.path("none.xlsx") })).rejects.toThrow("ENOENT");
  });
});

describe("a damaged workbook", () => {
  it("is refused wherever it is cut off", async () => {
    const whole = oneSheet(sheetData(Array.from({ length: 300 }, (_, i) => [i, `dòng ${i}`])));
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      const { code } = await refusalOf("cut.xlsx", whole.subarray(0, Math.floor(whole.length * part)));
      expect(code).toBe("workbook.damaged");
    }
  });

  it("is refused where its packed bytes were changed", async () => {
    const broken = oneSheet(sheetData([["a", 1]]));
    const at = broken.indexOf("xl/worksheets/sheet1.xml") + "xl/worksheets/sheet1.xml".length;
    broken.fill(0xff, at, at + 10);
    expect((await refusalOf("bytes.xlsx", broken)).code).toBe("workbook.damaged");
  });

  it.each([
    ["a checksum that does not fit", { declaredCrc: 1 }, "workbook.damaged"],
    ["a part packed by an unknown method", { method: 12 }, "workbook.damaged"],
    ["a part with a password", { encrypted: true }, "workbook.locked"],
    ["a declared size below the real one", { declaredSize: 100 }, "workbook.too-large-inflated"],
    ["a declared size above the real one", { declaredSize: 5_000 }, "workbook.damaged"],
  ])("is refused for %s", async (_, lie, code) => {
    const parts = bookParts({ sheets: { S: sheetData([["a".repeat(500), 1]]) } });
    const last = parts.length - 1;
    const lying = parts.map((part, i) => (i === last ? { ...part, ...lie } : part));
    expect((await refusalOf("lie.xlsx", zipOf(lying))).code).toBe(code);
  });

  it.each([
    [
      "two parts of one name",
      (parts: ReturnType<typeof bookParts>) => [...parts, { name: "XL/worksheets/SHEET1.xml", data: "<a/>" }],
    ],
    ["a sheet that is missing", (parts: ReturnType<typeof bookParts>) => parts.slice(0, -1)],
    [
      "a path out of the archive",
      (parts: ReturnType<typeof bookParts>) => [...parts, { name: "../../etc/passwd", data: "x" }],
    ],
  ])("is refused for %s", async (_, change) => {
    expect(
      (await refusalOf("parts.xlsx", zipOf(change(bookParts({ sheets: { S: sheetData([["a", 1]]) } })))))
        .code,
    ).toBe("workbook.damaged");
  });

  it.each([
    ["XML that ends too early", "<sheetData><row><c><v>1</v>"],
    ["tags that do not match", "<sheetData><row></c></row></sheetData>"],
    ["an unknown entity", "<sheetData><row><c><v>&xxe;</v></c></row></sheetData>"],
    [
      "rows that go backwards",
      '<sheetData><row r="5"><c><v>1</v></c></row><row r="4"><c><v>1</v></c></row></sheetData>',
    ],
    ["a row beyond the sheet", '<sheetData><row r="99999999"><c><v>1</v></c></row></sheetData>'],
    ["an address that is none", '<sheetData><row r="1"><c r="7C"><v>1</v></c></row></sheetData>'],
    ["a text that is not in the table", '<sheetData><row r="1"><c t="s"><v>7</v></c></row></sheetData>'],
    ["an endless nest", `<sheetData>${"<a>".repeat(200_000)}`],
    [
      "an endless attribute",
      `<sheetData><row spans="${randomBytes(1_500_000).toString("hex")}"/></sheetData>`,
    ],
  ])("is refused for %s", async (_, xml) => {
    expect((await refusalOf("xml.xlsx", oneSheet(xml))).code).toBe("workbook.damaged");
  });
});

describe("a workbook with changed bytes", () => {
  it("is read or refused, and never breaks the reader", async () => {
    const data = `${sheetData(Array.from({ length: 40 }, (_, i) => [`CCN ${i}`, i]))}<mergeCells><mergeCell ref="A1:A2"/></mergeCells>`;
    const packed = zipOf(bookParts({ sheets: { S: data } }));
    const stored = zipOf(bookParts({ sheets: { S: data } }).map((part) => ({ ...part, method: 0 })));
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(packed, stored),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (whole, changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const events = await all(await files.write("changed.xlsx", bytes));
          expect(events.slice(0, -1).every((e) => e.kind !== "refused")).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  }, 30_000);
});

describe("a hostile workbook", () => {
  it.each([
    [
      "an external entity",
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>',
    ],
    ["a billion laughs", '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'],
  ])("is refused for a document type: %s", async (_, xml) => {
    const refusal = await refusalOf("dtd.xlsx", oneSheet(Buffer.from(xml)));
    expect(refusal).toMatchObject({ code: "workbook.forbidden-xml", field: "xl/worksheets/sheet1.xml" });
  });

  it("is refused for invalid UTF-8, and for another encoding", async () => {
    const bad = Buffer.concat([Buffer.from("<worksheet><sheetData><row><c><v>"), Buffer.from([0xc3, 0x28])]);
    expect((await refusalOf("utf8.xlsx", oneSheet(bad))).code).toBe("workbook.not-unicode");
    const told = Buffer.from('<?xml version="1.0" encoding="windows-1258"?><worksheet/>');
    expect((await refusalOf("encoding.xlsx", oneSheet(told))).code).toBe("workbook.not-unicode");
  });

  it("is refused before it is inflated where it declares too much", async () => {
    const bomb = [
      ...bookParts({ sheets: { S: "" } }),
      { name: "xl/media/a.png", data: "x", declaredSize: 400_000_000 },
    ];
    expect((await refusalOf("declared.xlsx", zipOf(bomb))).code).toBe("workbook.too-large-inflated");
  });

  it("is refused for a part that inflates a thousandfold", async () => {
    const xml = Buffer.concat([Buffer.from("<worksheet><sheetData>"), Buffer.alloc(20_000_000, " ")]);
    expect((await refusalOf("ratio.xlsx", oneSheet(xml))).code).toBe("workbook.too-large-inflated");
  });

  it("is refused where more comes out than it declares, after reading no more than declared", async () => {
    const parts = bookParts({ sheets: { S: Buffer.alloc(50_000_000, " ") } });
    const lying = parts.map((part, i) =>
      i === parts.length - 1 ? { ...part, declaredSize: 900_000 } : part,
    );
    const before = process.memoryUsage().rss;
    expect((await refusalOf("liar.xlsx", zipOf(lying))).code).toBe("workbook.too-large-inflated");
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it("is refused where its parts share their packed bytes", async () => {
    const whole = zipOf([
      { name: "a", data: Buffer.alloc(400, "ab"), method: 0 },
      { name: "b", data: Buffer.alloc(400, "ab"), method: 0 },
    ]);
    // The second part is told to begin where the first does; the body of the second is cut out.
    const second = whole.indexOf(Buffer.from("PK\x03\x04", "latin1"), 4);
    const directory = whole.indexOf(Buffer.from("PK\x01\x02", "latin1"));
    const cut = Buffer.concat([whole.subarray(0, second), whole.subarray(directory)]);
    cut.writeUInt32LE(0, cut.lastIndexOf(Buffer.from("PK\x01\x02", "latin1")) + 42);
    cut.writeUInt32LE(second, cut.length - 6);
    expect((await refusalOf("overlap.xlsx", cut)).code).toBe("workbook.too-large-inflated");
  });

  it("is never opened twice: an archive inside the archive stays closed", async () => {
    const inner = zipOf([{ name: "bomb", data: Buffer.alloc(1_000_000) }]);
    const parts = [
      ...bookParts({ sheets: { S: sheetData([["a", 1]]) } }),
      { name: "xl/embeddings/inner.xlsx", data: inner },
    ];
    const events = await all(await files.write("nested.xlsx", zipOf(parts)));
    expect(events.at(-1)).toMatchObject({ kind: "row", row: { cells: [{ value: "a" }, { value: 1 }] } });
  });

  it("is refused for a huge table of shared texts, by its declared size and by its count", async () => {
    const item = () => `<si><t>${randomBytes(8).toString("hex")}</t></si>`;
    const limits = small({ maxSharedStrings: 1_000, maxSharedStringBytes: 1_000_000 });
    const sharedStrings = (count: number) => `<sst>${Array.from({ length: count }, item).join("")}</sst>`;
    const book = (count: number) => oneSheet(sheetData([["a", 1]]), { sharedStrings: sharedStrings(count) });
    expect((await refusalOf("texts.xlsx", book(2_000), limits)).code).toBe("workbook.too-much-text");
    expect((await refusalOf("texts.xlsx", book(100_000), limits)).code).toBe("workbook.too-much-text");
  });

  it("is refused for a text longer than Excel allows, also in pieces", async () => {
    const piece = `<r><t>${"chữ ".repeat(5_000)}</t></r>`;
    const inline = `<sheetData><row><c t="inlineStr"><is>${piece.repeat(30)}</is></c></row></sheetData>`;
    expect((await refusalOf("long.xlsx", oneSheet(inline))).code).toBe("workbook.text-too-long");
    const value = `<sheetData><row><c t="str"><v>${"x".repeat(40_000)}</v></c></row></sheetData>`;
    expect(await refusalOf("long.xlsx", oneSheet(value))).toMatchObject({
      code: "workbook.text-too-long",
      field: "Biểu 1!A1",
    });
  });

  it("is refused for too many sheets, columns, merges, or parts", async () => {
    const one = sheetData([["a", 1]]);
    const sheets = Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`S${i}`, one]));
    expect((await refusalOf("s.xlsx", zipOf(bookParts({ sheets })), small({ maxSheets: 3 }))).code).toBe(
      "workbook.too-many-sheets",
    );
    const wide = '<sheetData><row r="3"><c r="XFD3"><v>1</v></c></row></sheetData>';
    expect(await refusalOf("c.xlsx", oneSheet(wide))).toMatchObject({
      code: "workbook.too-many-columns",
      field: "Biểu 1!XFD3",
    });
    const merges = Array.from(
      { length: 20 },
      (_, i) => `<mergeCell ref="A${i * 2 + 1}:A${i * 2 + 2}"/>`,
    ).join("");
    const merged = `${one}<mergeCells>${merges}</mergeCells>`;
    expect((await refusalOf("m.xlsx", oneSheet(merged), small({ maxMerges: 10 }))).code).toBe(
      "workbook.too-many-merges",
    );
    expect((await refusalOf("e.xlsx", oneSheet(one), small({ maxEntries: 3 }))).code).toBe(
      "workbook.too-large-inflated",
    );
    expect((await refusalOf("f.xlsx", oneSheet(one), small({ maxFileBytes: 10 }))).code).toBe(
      "workbook.file-too-large",
    );
  });

  it("is refused for a row with more cells than a sheet has columns", async () => {
    const row = `<sheetData><row r="1">${'<c r="A1"/>'.repeat(20_000)}</row></sheetData>`;
    expect((await refusalOf("r.xlsx", oneSheet(row))).code).toBe("workbook.damaged");
  });
});
