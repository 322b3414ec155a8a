/** Tasks over HTTP: several of one paper, their list by whose, how, paper, zone and day, the page of one, and who may not. */
import ExcelJS from "exceljs";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "../../tests/bacKan.ts";
import { newPerson, type SignedIn } from "../../tests/people.ts";
import { draft } from "../../tests/recording.ts";
import { batch, paper, setting } from "../../tests/register-fixture/builders.ts";
import { receiptOrThrow } from "../register/public.ts";
import { taskList, taskPage } from "./pageVocabulary.ts";

const EVERYWHERE = { over: { kind: "everything" } };

let khu: Running;
let [approver, reader, nobody]: readonly SignedIn[] = [];
let [me, other, unit, zone] = ["", "", "", ""];
let given: string;

beforeAll(async () => {
  khu = await startBacKan();
  const person = (login: string, grant: object | null) => newPerson(khu, { login, grant });
  ({ id: me, signedIn: approver } = await person("duyet.mau", { role: "approver", ...EVERYWHERE }));
  ({ id: other, signedIn: reader } = await person("doc.mau", { role: "reader", ...EVERYWHERE }));
  ({ signedIn: nobody } = await person("khong.mau", null));
  const headers = await khu.signIn();
  const post = async (url: string, payload: object) =>
    (await khu.app.inject({ method: "POST", url, headers, payload })).json();
  unit = z.object({ id: z.string() }).parse(await post("/api/units", { name: "Phòng Mẫu" })).id;
  await post(`/api/units/${unit}/members`, { account: me, since: "2020-01-01" });
  const found = await khu.get("/api/zones/cam-giang?asOf=2023-11-30");
  zone = z.object({ id: z.string() }).parse(found.body).id;
}, 180_000);
afterAll(() => khu?.stop());

type Told = Readonly<Record<string, unknown>>;
const conclusion = { kind: "new", draft: draft("31/TB-MẪU", { kind: "letter", title: "Kết luận mẫu" }) };

async function record(told: Told, as = approver) {
  const payload = {
    ...{ about: "task", subject: null, from: { kind: "on", date: "2026-11-02" }, expected: 0, set: {} },
    ...{ requestKey: uuidv7(), ...told },
  };
  const answer = await khu.app.inject({
    ...{ method: "POST", url: "/api/recording", payload },
    ...(as === undefined ? {} : { headers: as }),
  });
  return { status: answer.statusCode, body: answer.json() };
}
const refusal = z.object({ code: z.string() });
const codeOf = (body: unknown) => refusal.parse(body).code;

const list = async (words = "", as = reader) =>
  taskList.parse((await khu.get(`/api/tasks?${words}`, as)).body);
const titles = async (words = "", as = reader) => (await list(words, as)).items.map((item) => item.title);
const page = async (task: string, words = "", as = reader) =>
  taskPage.parse((await khu.get(`/api/tasks/${task}?${words}`, as)).body);

/** Records something more of a task that is there. */
async function act(task: string, told: Told) {
  const { item } = await page(task);
  const head = z.object({ commit: z.number() }).parse((await khu.get("/api/health")).body).commit;
  return record({ subject: item.id, expected: head, from: { kind: "on", date: "2026-11-10" }, ...told });
}

describe("tasks of one paper", () => {
  test("are recorded together, and each has its page", async () => {
    const [officer, second] = [`account:${me}`, `account:${other}`];
    const one = (set: object) => ({ subject: null, set });
    const told = {
      paper: conclusion,
      set: { name: "Báo cáo tiến độ mẫu", code: "KL-1", unit, officer, due: "2026-11-06", zone },
      also: [
        one({ name: "Rà soát quy hoạch mẫu", code: "KL-2", officer: second, due: "2099-12" }),
        one({ name: "Trả lời cử tri mẫu", code: "KL-3", unit }),
      ],
    };
    expect((await record(told)).status).toBe(201);
    expect(await titles()).toEqual(["Báo cáo tiến độ mẫu", "Rà soát quy hoạch mẫu", "Trả lời cử tri mẫu"]);
    const { item, given: by, history, mayAct } = await page("bao-cao-tien-do-mau");
    given = by.id;
    expect(item).toMatchObject({ number: "KL-1", unit, officer, band: "late", paper: { id: given } });
    expect(history.map((h) => [h.kind, h.document.id])).toEqual([["set", given]]);
    expect(history[0]?.text).toContain("Đơn vị chủ trì: Phòng Mẫu");
    expect([mayAct, (await page("bao-cao-tien-do-mau", "", approver)).mayAct]).toEqual([false, true]);
    expect((await page("bao-cao-tien-do-mau", "lang=en")).history[0]?.text).toContain("Unit: Phòng Mẫu");
  });

  test("are one or none: one that nobody may record keeps the others out", async () => {
    const told = { paper: { kind: "known", id: given }, set: { name: "Việc mẫu bốn" } };
    const refused = await record({
      ...told,
      also: [{ subject: null, set: { officer: `account:${uuidv7()}` } }],
    });
    expect(refused.status).toBe(422);
    expect(await titles()).not.toContain("Việc mẫu bốn");
  });

  test("are asked for by whose they are, how they stand, by paper, zone and day", async () => {
    expect(await titles("whose=mine", approver)).toEqual(["Báo cáo tiến độ mẫu"]);
    expect(await titles("whose=unit", approver)).toEqual(["Báo cáo tiến độ mẫu", "Trả lời cử tri mẫu"]);
    expect(await titles("whose=mine")).toEqual(["Rà soát quy hoạch mẫu"]);
    expect(await titles("whose=unit")).toEqual(["Rà soát quy hoạch mẫu"]);
    expect(await titles("state=late")).toEqual(["Báo cáo tiến độ mẫu"]);
    expect(await titles("state=late&asOf=2026-11-06")).toEqual([]);
    expect(await titles("state=done")).toEqual([]);
    expect(await titles(`zone=${zone}`)).toEqual(["Báo cáo tiến độ mẫu"]);
    expect(await titles(`paper=${given}`)).toHaveLength(3);
    expect(await titles(`paper=${uuidv7()}`)).toEqual([]);
    expect(await titles("asOf=2026-11-01")).toEqual([]);
    const { counts, papers, zones } = await list();
    expect(counts).toEqual({ open: 3, late: 1, done: 0, dropped: 0 });
    expect([papers.map((p) => [p.id, p.count]), zones.map((z) => z.id)]).toEqual([[[given, 3]], [zone]]);
  });

  test("are ended by the paper that gave them only with a note, else by another", async () => {
    const known = { kind: "known", id: given };
    const done = { paper: known, set: { state: "done", doneOn: "2026-11-10" } };
    const bare = await act("tra-loi-cu-tri-mau", done);
    expect([bare.status, codeOf(bare.body)]).toEqual([422, "task.noteNeeded"]);
    expect((await act("tra-loi-cu-tri-mau", { ...done, note: "Đã trả lời tại buổi họp mẫu" })).status).toBe(
      201,
    );
    const { item, history, doneBy } = await page("tra-loi-cu-tri-mau");
    expect([item.state, item.doneOn, history[0]?.note, doneBy]).toEqual([
      ...["done", "2026-11-10", "Đã trả lời tại buổi họp mẫu"],
      null,
    ]);
    expect((await page("tra-loi-cu-tri-mau", "asOf=2026-11-09")).item.state).toBe("open");
    const report = { kind: "new", draft: draft("32/BC-MẪU", { kind: "report", title: "Báo cáo mẫu" }) };
    const dropped = { paper: report, set: { state: "dropped" } };
    expect((await act("ra-soat-quy-hoach-mau", dropped)).status).toBe(201);
    expect((await page("ra-soat-quy-hoach-mau")).doneBy?.label).toContain("32/BC-MẪU");
    expect([await titles("state=done"), await titles("state=dropped")]).toEqual([
      ["Trả lời cử tri mẫu"],
      ["Rà soát quy hoạch mẫu"],
    ]);
  });

  test("get more time by another paper, never by the one that gave them, unless it was read wrongly", async () => {
    const task = "bao-cao-tien-do-mau";
    const set = { due: "2099-11-30" };
    const refused = await act(task, { paper: { kind: "known", id: given }, set, note: "Gia hạn mẫu" });
    expect([refused.status, codeOf(refused.body)]).toEqual([422, "task.paperNeeded"]);
    const more = { kind: "new", draft: draft("33/TB-MẪU", { kind: "letter", title: "Gia hạn mẫu" }) };
    expect((await act(task, { paper: more, set })).status).toBe(201);
    const { item, dueBy } = await page(task);
    expect([item.band, item.dueOn, dueBy?.label]).toEqual([
      ...["later", "2099-11-30"],
      expect.stringContaining("33/TB-MẪU"),
    ]);
    const [first] = (await page(task, "", approver)).history.slice(-1);
    const { name, ...rest } = { name: "Báo cáo tiến độ mẫu", code: "KL-1", unit, zone };
    const right = { ...rest, name, officer: `account:${other}`, due: "2026-11-05" };
    const corrected = await act(task, {
      ...{ paper: { kind: "known", id: given }, corrects: first?.id, set: right },
      from: { kind: "on", date: "2026-11-02" },
    });
    expect(corrected.status).toBe(201);
    expect((await page(task, "asOf=2026-11-06")).item).toMatchObject({ dueOn: "2026-11-05", band: "late" });
    expect(await titles("whose=mine", reader)).toEqual(["Báo cáo tiến độ mẫu"]);
    expect((await page(task)).history.map((h) => [h.kind, h.withdrawn])).toContainEqual(["set", true]);
  });

  test("leave the register as a workbook, for who may take them out", async () => {
    const answer = await khu.app.inject({ url: "/api/tasks.xlsx", headers: reader ?? {} });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Uint8Array.from(answer.rawPayload).buffer);
    const rows: unknown[] = [];
    workbook.worksheets[0]?.eachRow((row) => rows.push([row.getCell(1).value, row.getCell(2).value]));
    expect(rows).toEqual([
      ["Số theo dõi", "Nội dung"],
      ["KL-1", "Báo cáo tiến độ mẫu"],
    ]);
    expect((await khu.get("/api/tasks.xlsx")).status).toBe(401);
  });
});

describe("who may not", () => {
  test("see tasks: nobody without a role, in no way", async () => {
    for (const path of ["/api/tasks", "/api/tasks/bao-cao-tien-do-mau", "/api/tasks.xlsx"]) {
      expect([path, (await khu.get(path)).status]).toEqual([path, 401]);
      expect([path, (await khu.get(path, nobody)).status]).toEqual([path, 403]);
    }
  });

  test("see a task of a paper that is closed to them: it is counted, and found nowhere", async () => {
    const closed = paper(uuidv7(), { access: "personal", number: "34/TB-MẪU", standing: "says" });
    const task = { id: uuidv7(), kind: "task", key: "viec-kin-mau" } as const;
    const change = setting({
      ...{ id: uuidv7(), subject: task, document: closed.id, from: "2026-11-02", standing: "says" },
      attributes: { name: "Việc kín mẫu", state: "open" },
    });
    const { writer } = khu.register;
    receiptOrThrow(await writer.submit(batch("mau-kin", { documents: [closed], changes: [change] })));
    const answer = await list();
    expect([answer.items.map((i) => i.title), answer.hidden]).toEqual([["Báo cáo tiến độ mẫu"], 1]);
    expect((await khu.get(`/api/tasks/${task.id}`, reader)).status).toBe(404);
    expect(await titles("", approver)).toContain("Việc kín mẫu");
    const found = async (query: string, as?: SignedIn) =>
      JSON.stringify((await khu.get(`/api/search?query=${encodeURIComponent(query)}`, as)).body);
    expect(await found("việc kín mẫu", reader)).not.toContain(task.id);
    expect(await found("việc kín mẫu", approver)).toContain(task.id);
  });

  test("find a task with Ctrl K: nobody without a role", async () => {
    const kinds = z.object({ items: z.array(z.object({ kind: z.string(), label: z.string() })) });
    const found = async (query: string, as?: SignedIn) =>
      kinds
        .parse((await khu.get(`/api/search?query=${encodeURIComponent(query)}`, as)).body)
        .items.filter((i) => i.kind === "task")
        .map((i) => i.label);
    expect(await found("bao cao tien do", reader)).toEqual(["Báo cáo tiến độ mẫu"]);
    expect(await found("KL-1", reader)).toEqual(["Báo cáo tiến độ mẫu"]);
    expect([await found("bao cao tien do"), await found("bao cao tien do", nobody)]).toEqual([[], []]);
  });
});
