import { createWriteStream } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeWorkbook } from "../../platform/workbooks/writing.ts";
import { bookParts, folder, sheetData, zipOf } from "./fixtures/archives.ts";
import type { FormDefinition } from "./forms.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { type FormEvent, readForm } from "./readForm.ts";
import { isTotal } from "./rows.ts";

const CLUSTERS: FormDefinition = {
  key: "clusters",
  columns: [
    { key: "name", labels: ["Tên cụm công nghiệp"], required: true },
    { key: "place", labels: ["Địa điểm", "Huyện"] },
    { key: "area", labels: ["Diện tích"], measure: "area" },
    { key: "decision", labels: ["Quyết định thành lập"] },
  ],
};
const PROJECTS: FormDefinition = {
  key: "projects",
  columns: [
    { key: "name", labels: ["Tên dự án"], required: true },
    { key: "capital", labels: ["Vốn đầu tư"], required: true, measure: "money" },
  ],
};

let files: Awaited<ReturnType<typeof folder>>;
beforeAll(async () => {
  files = await folder();
});
afterAll(() => files.remove());

type Values = ReadonlyArray<ReadonlyArray<string | number | null>>;

async function read(
  sheets: Readonly<Record<string, { rows: Values; merges?: readonly string[] }>>,
  limits = DEFAULT_LIMITS,
) {
  const xml = Object.fromEntries(
    Object.entries(sheets).map(([name, { rows, merges }]) => {
      const tail = (merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join("");
      return [name, `${sheetData(rows)}<mergeCells>${tail}</mergeCells>`];
    }),
  );
  return all(await files.write("form.xlsx", zipOf(bookParts({ sheets: xml }))), limits);
}

async function all(file: { path: string; name: string }, limits = DEFAULT_LIMITS): Promise<FormEvent[]> {
  const events: FormEvent[] = [];
  for await (const event of readForm(file, [CLUSTERS, PROJECTS], limits)) events.push(event);
  return events;
}

/** Names of the data rows, and why the others were passed over, by row number. */
function told(events: readonly FormEvent[]) {
  return events.flatMap((e) => {
    if (e.kind !== "row") return [];
    return [
      e.row.kind === "data"
        ? [e.row.row.rowNumber, e.row.row.cells.get("name")?.value]
        : [e.row.rowNumber, e.row.reason],
    ];
  });
}

const HEAD = ["TT", "Tên CCN", "Huyện", "Diện tích (ha)", "Quyết định thành lập"];

describe("a sheet with titles, sections, totals and signatures", () => {
  it("yields its data rows and tells every other row with its reason", async () => {
    const events = await read({
      "Biểu 1": {
        rows: [
          ["BIỂU 01: CỤM CÔNG NGHIỆP"],
          HEAD,
          ["(1)", "(2)", "(3)", "(4)", "(5)"],
          ["I", "Đã thành lập", null, 300],
          [1, "CCN Quảng Chu", "Chợ Mới", 74.4, "1/QĐ-UBND"],
          [null, null, null, null, null],
          [2, "CCN Huyền Tụng"],
          ["II. Chưa thành lập"],
          HEAD,
          [3, "Tổng công ty Viglacera", "Bạch Thông", 5, "x"],
          ["A. Quy hoạch"],
          [null, "Tổng cộng", null, 79.4],
          [null, "Ghi chú: số liệu tạm tính"],
          [null, null, null, "Bắc Kạn, ngày     tháng     năm 2023"],
          [null, null, null, "Người lập biểu"],
          [null, null, null, "Nguyễn Văn A"],
        ],
        merges: ["A1:E1", "A8:E8"],
      },
    });
    expect(told(events)).toEqual([
      [4, "section"],
      [5, "CCN Quảng Chu"],
      [7, "CCN Huyền Tụng"],
      [8, "section"],
      [9, "heading"],
      [10, "Tổng công ty Viglacera"],
      [11, "section"],
      [12, "total"],
      [13, "signature"],
      [14, "signature"],
      [15, "signature"],
      [16, "signature"],
    ]);
    expect(events.at(-1)).toEqual({ kind: "end", rows: 3, passedOver: 9 });
    expect(events[0]).toMatchObject({
      kind: "sheet",
      sheet: "Biểu 1",
      headings: { form: "clusters", lastRow: 3 },
    });
  });

  it("maps cells by column key; blank ones are absent", async () => {
    const events = await read({ S: { rows: [HEAD, [1, "CCN Quảng Chu", null, 74.4]] } });
    const row = events.flatMap((e) => (e.kind === "row" && e.row.kind === "data" ? [e.row.row] : []))[0];
    expect([...(row?.cells ?? [])].map(([key, cell]) => [key, cell.address, cell.value])).toEqual([
      ["name", "B2", "CCN Quảng Chu"],
      ["area", "D2", 74.4],
    ]);
  });

  it("repeats a merged place in each row, and marks a merged number", async () => {
    const rows = [HEAD, [1, "A", "Chợ Mới", 40], [2, "B", null, null], [3, "C", "Na Rì", 50]];
    const events = await read({ S: { rows, merges: ["C2:C3", "D2:D3"] } });
    const data = events.flatMap((e) => (e.kind === "row" && e.row.kind === "data" ? [e.row.row.cells] : []));
    expect(data.map((cells) => cells.get("place")?.value)).toEqual(["Chợ Mới", "Chợ Mới", "Na Rì"]);
    expect(data.map((cells) => cells.get("area")?.merge?.rows ?? 1)).toEqual([2, 2, 1]);
  });

  it("keeps a row that has only a name: a cluster of which nothing more is known", async () => {
    const events = await read({
      S: { rows: [["Tên CCN", "Diện tích (ha)"], ["Huyền Tụng"], ["I. Quy hoạch"], ["Cẩm Giàng", 40]] },
    });
    expect(told(events)).toEqual([
      [2, "Huyền Tụng"],
      [3, "section"],
      [4, "Cẩm Giàng"],
    ]);
  });

  it("takes Roman numbers as numbers where the row is complete", async () => {
    const rows = [
      ["TT", "Tên dự án", "Vốn đầu tư (tỷ đồng)"],
      ["I", "Dự án A", 5],
      ["II", "Nhóm dự án B", null],
    ];
    expect(told(await read({ S: { rows } }))).toEqual([
      [2, "Dự án A"],
      [3, "section"],
    ]);
  });
});

describe("a total", () => {
  it.each([
    "Cộng",
    "TỔNG CỘNG",
    "Tổng số",
    "Tổng",
    "Cộng (I+II)",
    "Cộng mục I",
    "Tổng cộng:",
    "tong cong",
    "Tổng số: 06 CCN",
    "Total",
  ])("%s", (text) => {
    expect(isTotal(text)).toBe(true);
    expect(isTotal(text.normalize("NFD"))).toBe(true);
  });

  it.each([
    "Công ty A",
    "CÔNG TY",
    "Cong ty A",
    "Tổng công ty Viglacera",
    "Tong cong ty A",
    "Cộng Hòa",
    "Tổng kho xăng dầu",
    "Công trình B",
    "Cộng tác viên",
  ])("%s is a name", (text) => {
    expect(isTotal(text)).toBe(false);
  });
});

describe("a workbook of several sheets", () => {
  it("reads each sheet by the form that fits and skips the others, saying why", async () => {
    const events = await read({
      "Hướng dẫn": { rows: [["Cách ghi biểu"]] },
      CCN: { rows: [HEAD, [1, "Quảng Chu", "Chợ Mới", 74.4, "1/QĐ-UBND"]] },
      "Dự án": {
        rows: [
          ["Tên dự án", "Vốn đầu tư (tỷ đồng)"],
          ["Dự án A", 5],
        ],
      },
      "Thiếu cột": {
        rows: [
          ["Tên dự án", "Chủ đầu tư"],
          ["Dự án B", "Công ty"],
        ],
      },
      Trống: { rows: [] },
    });
    expect(events.flatMap((e) => (e.kind === "sheet" ? [[e.sheet, e.headings.form]] : []))).toEqual([
      ["CCN", "clusters"],
      ["Dự án", "projects"],
    ]);
    expect(events.flatMap((e) => (e.kind === "skipped" ? [[e.sheet, e.problems[0].code]] : []))).toEqual([
      ["Hướng dẫn", "heading.not-found"],
      ["Thiếu cột", "heading.not-found"],
    ]);
    expect(events.at(-1)).toEqual({ kind: "end", rows: 2, passedOver: 0 });
  });

  it("is refused where no sheet bears a form, or says what is missing where one nearly does", async () => {
    expect((await read({ S: { rows: [["Họ tên"], ["A"]] } })).at(-1)).toMatchObject({
      kind: "refused",
      problems: [{ code: "heading.no-form" }],
    });
    const nearly = [
      ["Huyện", "Diện tích (ha)"],
      ["Chợ Mới", 5],
    ];
    expect((await read({ S: { rows: nearly } })).at(-1)).toMatchObject({
      kind: "refused",
      problems: [{ code: "heading.missing" }],
    });
    const tcvn3 = [
      ["Tªn côm c«ng nghiÖp", "DiÖn tÝch (ha)"],
      ["Qu¶ng Chu", 5],
    ];
    expect((await read({ S: { rows: tcvn3 } })).at(-1)).toMatchObject({
      kind: "refused",
      problems: [{ code: "heading.legacy-code" }],
    });
  });

  it("passes on that the file is no workbook", async () => {
    expect(await all(await files.write("a.xlsx", "%PDF-1.4"))).toMatchObject([
      { kind: "refused", problems: [{ code: "workbook.not-workbook" }] },
    ]);
  });

  it("counts data rows exactly against the limit", async () => {
    const rows = (n: number) => [HEAD, ...Array.from({ length: n }, (_, i) => [i, `CCN ${i}`, "x", 5, "y"])];
    const limits = { ...DEFAULT_LIMITS, maxRows: 60 };
    expect((await read({ S: { rows: rows(60) } }, limits)).at(-1)).toMatchObject({ kind: "end", rows: 60 });
    expect((await read({ S: { rows: rows(61) } }, limits)).at(-1)).toMatchObject({
      kind: "refused",
      problems: [{ code: "workbook.too-many-rows" }],
    });
  });

  it("reads CSV by the same forms", async () => {
    const file = await files.write(
      "ccn.csv",
      "\ufeffTT;Tên CCN;Diện tích (ha)\n1;Quảng Chu;74,4\n;Tổng cộng;74,4\n",
    );
    expect(told(await all(file))).toEqual([
      [2, "Quảng Chu"],
      [3, "total"],
    ]);
  });

  it("reads 50,000 rows by a form", async () => {
    function* rows() {
      for (let i = 1; i <= 50_000; i++)
        yield [i, `CCN số ${i}`, `Xã ${i % 300}`, (i % 750) * 1_000, `${i}/QĐ-UBND`];
    }
    const columns = HEAD.map((label, i) => ({
      label,
      kind: i === 3 ? ("ha" as const) : i === 0 ? ("integer" as const) : ("text" as const),
    }));
    await writeWorkbook(createWriteStream(files.path("big.xlsx")), [{ name: "CCN", columns, rows: rows() }]);
    const started = performance.now();
    let last: FormEvent | null = null;
    for await (const event of readForm({ path: files.path("big.xlsx") }, [CLUSTERS, PROJECTS])) last = event;
    console.info(`50,000 rows of 5 columns read by a form in ${Math.round(performance.now() - started)} ms`);
    expect(last).toEqual({ kind: "end", rows: 50_000, passedOver: 0 });
  }, 60_000);
});
