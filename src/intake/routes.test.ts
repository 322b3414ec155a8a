import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  ARTICLE,
  type Book,
  bookOf,
  DECISION,
  FOUNDED,
  type TestRegister,
  testRegister,
} from "../../tests/intake.ts";
import { askedBy, holding } from "../../tests/people.ts";
import { ANONYMOUS, type Asker } from "../people/public.ts";
import { createHttp, type Http, LARGEST_FILE } from "../platform/http/server.ts";
import { FORMS } from "./forms.ts";
import { previewAnswer } from "./presenting.ts";
import { intakeRoutes } from "./routes.ts";

let register: TestRegister;
let app: Http;
let asker: Asker = holding("approver");
beforeAll(async () => {
  register = await testRegister();
  app = await createHttp({ version: "0", logLevel: "silent" });
  askedBy(app, () => asker);
  await app.register(intakeRoutes(register.deps));
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await register.drop();
});

const documents = [DECISION, ARTICLE];
const host = { host: "127.0.0.1" };

/** A multipart body with one file, as a browser sends it. */
async function upload(bytes: Buffer, name = "bang.xlsx", lang = "vi") {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(bytes)]), name);
  const request = new Request("http://127.0.0.1/", { method: "POST", body: form });
  const payload = Buffer.from(await request.arrayBuffer());
  const headers = { ...host, "content-type": request.headers.get("content-type") ?? "" };
  return app.inject({ method: "POST", url: `/api/imports/previews?lang=${lang}`, headers, payload });
}
async function preview(book: Book, lang = "vi") {
  const answer = await upload(await bookOf(book), "bang.xlsx", lang);
  expect(answer.statusCode).toBe(200);
  return previewAnswer.parse(answer.json());
}
const post = (url: string, payload: object) => app.inject({ method: "POST", url, headers: host, payload });
const get = (url: string) => app.inject({ method: "GET", url, headers: host });

describe("the template", () => {
  test("of all forms is read back as every form, with nothing in it", async () => {
    const answer = await get("/api/imports/template");
    expect(answer.headers["content-disposition"]).toContain("khu-bieu-mau.xlsx");
    const read = previewAnswer.parse((await upload(answer.rawPayload)).json());
    expect(read.sheets).toEqual(FORMS.map((f) => f.title.vi));
    expect(read).toMatchObject({ rows: [], problems: [], notices: [] });
  });
  test("of one form names its columns and explains each, with the words that may be used", async () => {
    const answer = await get("/api/imports/template?form=zones");
    const book = new ExcelJS.Workbook();
    const stream = new PassThrough();
    stream.end(answer.rawPayload);
    await book.xlsx.read(stream);
    const [zones, guide] = book.worksheets;
    const [form] = FORMS.filter((f) => f.key === "zones");
    const headings = zones?.getRow(1).values;
    expect(Array.isArray(headings) ? headings.slice(1) : []).toEqual(form?.columns.map((c) => c.labels[0]));
    expect(guide?.rowCount).toBe((form?.columns.length ?? 0) + 1);
    expect(JSON.stringify(guide?.getColumn(5).values)).toContain("Đang giải phóng mặt bằng");
  });
});

describe("previewing", () => {
  test("tells of each cell what it would do, in the asked language", async () => {
    const book = { documents, zones: [{ ...FOUNDED, totalInvestment: 541.75, to: "2070" }] };
    const vi = (await preview(book)).rows.at(-1);
    expect(vi?.cells.map((c) => [c.cell, c.column, c.to])).toEqual(
      expect.arrayContaining([
        ["D2", "Mã địa bàn", "Huyện Chợ Mới (065)"],
        ["E2", "Diện tích", "40 ha"],
        ["H2", "Tổng mức đầu tư", "541,75 tỷ đồng"],
        ["I2", "Pháp lý", "Đã thành lập"],
      ]),
    );
    const en = (await preview(book, "en")).rows.at(-1);
    expect(en?.cells.map((c) => [c.column, c.to])).toEqual(
      expect.arrayContaining([
        ["Total investment", "541.75 tỷ đồng"],
        ["Legal", "Established"],
      ]),
    );
  });
  test("of a refused row tells cell and remedy in the asked language", async () => {
    const { rows, counts } = await preview({ documents, zones: [{ ...FOUNDED, area: -5 }] }, "en");
    expect(counts.refused).toBe(1);
    expect(rows.at(-1)?.problems).toEqual([
      {
        code: "cell.negative",
        field: "Khu và cụm!E2",
        message: expect.stringContaining("Cell E2"),
        remedy: expect.stringContaining("minus"),
      },
    ]);
  });
  test("pages its rows, of all outcomes or of one", async () => {
    const zones = Array.from({ length: 7 }, (_, i) => ({
      ...FOUNDED,
      key: `trang-${i}`,
      name: `CCN Trang ${i}`,
      area: i === 4 ? -1 : 10,
    }));
    const { id } = await preview({ documents, zones });
    const labels: string[] = [];
    let next: string | null = "0";
    while (next !== null) {
      const page: z.infer<typeof previewAnswer> = previewAnswer.parse(
        (await get(`/api/imports/previews/${id}?limit=4&after=${next}`)).json(),
      );
      expect(page.rows.length).toBeLessThanOrEqual(4);
      labels.push(...page.rows.map((r) => r.label));
      next = page.next;
    }
    expect(labels).toEqual(["1/QĐ-UBND", "Phát triển công nghiệp", ...zones.map((z) => z.name)]);
    const refused = previewAnswer.parse((await get(`/api/imports/previews/${id}?outcome=refused`)).json());
    expect(refused.rows.map((r) => r.label)).toEqual(["CCN Trang 4"]);
  });
  test("of what is no workbook, of nothing, and of no known preview is refused with problem details", async () => {
    expect((await upload(Buffer.from("%PDF-1.7"), "bang.xlsx")).json()).toMatchObject({
      status: 415,
      code: "workbook.not-workbook",
    });
    expect((await post("/api/imports/previews", {})).json()).toMatchObject({
      status: 400,
      code: "import.noFile",
    });
    expect((await get(`/api/imports/previews/${uuidv7()}`)).json()).toMatchObject({ status: 404 });
    expect((await get("/api/imports/previews/..%2F..%2Fetc%2Fpasswd")).statusCode).toBe(404);
  });
  test("of a file that is too large is refused and leaves nothing in the store", async () => {
    const before = await register.deps.files.list();
    const answer = await upload(Buffer.alloc(LARGEST_FILE + 1), "lon.xlsx");
    expect(answer.json()).toMatchObject({ status: 413, code: "import.fileTooLarge" });
    expect(await register.deps.files.list()).toEqual(before);
  });
  test("keeps a name that tries to be a path as a mere name", async () => {
    const answer = await upload(await bookOf({ documents }), "..\\..\\../etc/bang.xlsx");
    expect(previewAnswer.parse(answer.json()).file.name).toBe("bang.xlsx");
  });
});

describe("recording", () => {
  const zones = [{ ...FOUNDED, key: "ghi", name: "CCN Ghi" }];
  test("goes from preview to list to withdrawal", async () => {
    const shown = await preview({ documents, zones });
    const requestKey = uuidv7();
    const recorded = await post("/api/imports", { preview: shown.id, requestKey });
    expect(recorded.statusCode).toBe(201);
    expect(recorded.json()).toMatchObject({ id: requestKey, already: false });
    expect((await post("/api/imports", { preview: shown.id, requestKey })).json()).toEqual(recorded.json());
    const list = (await get("/api/imports")).json();
    expect(list).toMatchObject({
      items: [{ id: requestKey, file: shown.file, rows: 3, changes: 3, withdrawn: null }],
    });
    expect((await get(`/api/imports/${requestKey}`)).json()).toEqual(list.items[0]);
    const withdrawn = await post(`/api/imports/${requestKey}/withdraw`, { requestKey: uuidv7() });
    expect(withdrawn.statusCode).toBe(201);
    expect((await get(`/api/imports/${requestKey}`)).json()).toMatchObject({
      withdrawn: { commit: withdrawn.json().commit },
    });
    const twice = await post(`/api/imports/${requestKey}/withdraw?lang=en`, { requestKey: uuidv7() });
    expect(twice.json()).toMatchObject({ status: 409, detail: expect.stringContaining("withdrawn already") });
  });
  test("of a preview with a refused row answers 422, of one that the register has left behind 409 with the new one", async () => {
    const bad = await preview({ zones: [{ ...FOUNDED, key: "xau", name: "CCN Xấu", area: 0 }] });
    expect((await post("/api/imports", { preview: bad.id, requestKey: uuidv7() })).json()).toMatchObject({
      status: 422,
      code: "import.notClean",
    });
    const mine = await preview({ zones: [{ ...FOUNDED, key: "chung", name: "CCN Chung" }] });
    await register.record({ zones: [{ ...FOUNDED, key: "chung", name: "CCN Chung", area: 12 }] });
    const moved = await post("/api/imports", { preview: mine.id, requestKey: uuidv7() });
    expect(moved.json()).toMatchObject({
      status: 409,
      code: "import.moved",
      preview: { counts: { change: 1 } },
    });
  });
  test("needs a preview and a request key", async () => {
    const answer = await post("/api/imports", { preview: "x", requestKey: "no" });
    expect(answer.json()).toMatchObject({
      status: 400,
      code: "request.invalid",
      problems: [{ field: "requestKey" }],
    });
    expect((await get("/api/imports/no-such")).json()).toMatchObject({ status: 404 });
  });
});

describe("who may not", () => {
  const key = uuidv7();
  const calls = [
    ["preview", () => upload(Buffer.from("PK"))],
    ["see a preview", () => get("/api/imports/previews/x")],
    ["record", () => post("/api/imports", { preview: "x", requestKey: key })],
    ["list imports", () => get("/api/imports")],
    ["see an import", () => get(`/api/imports/${key}`)],
    ["withdraw", () => post(`/api/imports/${key}/withdraw`, { requestKey: key })],
  ] as const;
  const askedAs = async (who: Asker, call: () => ReturnType<typeof get>) => {
    asker = who;
    const answer = await call();
    asker = holding("approver");
    return answer;
  };
  test.each(calls)("nobody may %s without being signed in", async (_, call) => {
    expect((await askedAs(ANONYMOUS, call)).json()).toMatchObject({ status: 401, code: "session.needed" });
  });
  test.each(calls.filter(([name]) => !/imports|an import/.test(name)))(
    "a reader may not %s",
    async (_, call) => {
      expect((await askedAs(holding("reader"), call)).json()).toMatchObject({
        status: 403,
        code: "right.none",
      });
    },
  );
  test("a reader sees the imports, and an officer withdraws nothing that is recorded", async () => {
    expect((await askedAs(holding("reader"), () => get("/api/imports"))).statusCode).toBe(200);
    const refused = await askedAs(holding("officer"), () =>
      post(`/api/imports/${key}/withdraw`, { requestKey: key }),
    );
    expect(refused.json()).toMatchObject({ status: 403, code: "right.state" });
  });
});

test("the template is a workbook also when it is streamed whole", async () => {
  const stream = new PassThrough();
  stream.end((await get("/api/imports/template?form=coverage")).rawPayload);
  expect((await buffer(stream)).subarray(0, 2).toString()).toBe("PK");
  expect(z.string().parse((await get("/api/imports/template?form=none")).json().code)).toBe(
    "request.invalid",
  );
});

describe("what a closed paper says", () => {
  test("stands beside what a workbook tells for who may read that paper alone", async () => {
    const closed = { ...DECISION, key: "kin-2020", number: "9/QĐ-UBND", access: "cá nhân" };
    const zone = { ...FOUNDED, key: "kin", name: "CCN Mẫu Kín" };
    await register.record({ documents: [closed], zones: [{ ...zone, area: 77, document: closed.key }] });
    const later = { ...zone, area: 54, from: "01/02/2023", document: "" };
    const stood = async (of: Asker) => {
      asker = of;
      const { rows } = await preview({ documents: [{ ...closed, title: "Khác" }], zones: [later] });
      asker = holding("approver");
      return rows.flatMap((r) => r.cells.map((c) => c.from));
    };
    const hidden = "có, theo văn bản mà bạn không được xem";
    expect(await stood(holding("approver"))).toEqual(
      expect.arrayContaining(["77 ha", "Thành lập cụm công nghiệp"]),
    );
    const seen = await stood(holding("administrator"));
    expect(seen).toContain(hidden);
    expect(seen.filter((from) => from !== null && from !== hidden)).toEqual([]);
  });
});
