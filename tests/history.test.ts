/** The history over HTTP: who recorded what, when, on which paper; for who may read it, on the register as it begins. */
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { tellingOf } from "../src/app/telling.ts";
import { commitList, commitPage } from "../src/history/vocabulary.ts";
import { writeHistoryWorkbook } from "../src/history/workbook.ts";
import { findKnown, receiptOrThrow } from "../src/register/public.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { holding, PASSWORD, type SignedIn, signIn } from "./people.ts";
import {
  batch,
  clearing,
  fixedId,
  paper,
  pressPage,
  setting,
  withdrawing,
  zone,
} from "./register-fixture/builders.ts";

let khu: Running;
let admin: SignedIn;
const ZONE = zone(fixedId(700), "mau-lich-su");
const PRESS = fixedId(701);
const PERSONAL = fixedId(702);
const OFFICER = "account:01900000-0000-7000-8000-0000000000ab";
let first = 0;
beforeAll(async () => {
  khu = await startBacKan();
  admin = await khu.signIn();
  const about = { subject: ZONE, document: PRESS, from: "2024-05" } as const;
  const submit = async (key: string, of: Parameters<typeof batch>[1]) =>
    receiptOrThrow(await khu.register.writer.submit(batch(key, { author: OFFICER, ...of }))).commit;
  first = await submit("history-1", {
    documents: [
      pressPage(PRESS, { title: "Bài báo Mẫu về CCN Mẫu" }),
      paper(PERSONAL, { access: "personal", number: "9/GM-MẪU", title: "Giấy Mẫu của một người" }),
    ],
    changes: [
      setting({ ...about, id: fixedId(711), attributes: { name: "CCN Mẫu Lịch Sử", area: 123_000 } }),
      setting({ ...about, id: fixedId(712), document: PERSONAL, attributes: { workers: 7 } }),
    ],
  });
  await submit("history-2", {
    author: "nguoi-may",
    changes: [clearing({ ...about, id: fixedId(713), from: "2025-01", attributes: ["area"] })],
  });
  await submit("history-3", {
    changes: [withdrawing({ id: fixedId(714), subject: ZONE, document: PRESS, withdraws: fixedId(711) })],
  });
}, 240_000);
afterAll(() => khu?.stop());

const list = async (query = "", as: SignedIn = admin) => {
  const { status, body } = await khu.get(`/api/commits?${query}`, as);
  expect(status).toBe(200);
  return commitList.parse(body);
};
const page = async (no: number, query = "") =>
  commitPage.parse((await khu.get(`/api/commits/${no}?${query}`, admin)).body);

describe("who may read the history", () => {
  test.each(["/api/commits", "/api/commits/1", "/api/commits.xlsx"])(
    "%s is kept from who is not signed in and from an account without a role",
    async (url) => {
      expect(await khu.get(url)).toMatchObject({ status: 401, body: { code: "session.needed" } });
      const login = `khong-vai-tro-${url.length}`;
      const made = await khu.app.inject({
        method: "POST",
        url: "/api/accounts",
        headers: admin,
        payload: { login, name: "Người Mẫu" },
      });
      const { oneTimePassword } = z.object({ oneTimePassword: z.string() }).parse(made.json());
      const before = await signIn(khu.app, { login, password: oneTimePassword });
      expect(await khu.get(url, before)).toMatchObject({
        status: 403,
        body: { code: "password.mustChange" },
      });
      await khu.app.inject({
        method: "POST",
        url: "/api/session/password",
        headers: before,
        payload: { current: oneTimePassword, password: PASSWORD },
      });
      const after = await signIn(khu.app, { login, password: PASSWORD });
      expect(await khu.get(url, after)).toMatchObject({ status: 403, body: { code: "right.none" } });
    },
  );
});

describe("the commits", () => {
  test("come newest first, with who, when, on which paper, and what was said in words", async () => {
    const { items } = await list();
    expect(items.map((c) => c.no)).toEqual(items.map((c) => c.no).sort((a, b) => b - a));
    const mine = items.find((c) => c.no === first);
    expect(mine).toMatchObject({ parts: 4, counts: { change: 2, document: 2, claim: 0 }, papersTotal: 2 });
    expect(mine?.items[0]).toMatchObject({
      kind: "set",
      subject: { label: "CCN Mẫu Lịch Sử", kind: "zone", key: "mau-lich-su" },
      text: "Tên: CCN Mẫu Lịch Sử; Diện tích: 12,3 ha",
      since: { kind: "in", date: "2024-05" },
      standing: "says",
    });
    const shipped = items.find((c) => c.items.some((p) => p.document?.label === "Báo Bắc Kạn, 11/2023"));
    expect(shipped?.counts.change).toBeGreaterThan(20);
  });

  test("say in words what is no longer known and what was taken back", async () => {
    const { items } = await list("subject=mau-lich-su");
    const parts = items.flatMap((c) => c.items);
    expect(parts.map((p) => [p.kind, p.text])).toEqual([
      ["withdraw", "Tên: CCN Mẫu Lịch Sử; Diện tích: 12,3 ha"],
      ["clear", "Diện tích"],
      ["set", "Tên: CCN Mẫu Lịch Sử; Diện tích: 12,3 ha"],
      [null, "theo văn bản không được xem"],
    ]);
  });

  test("are narrowed by record, paper, author and day, alone and together", async () => {
    const numbers = async (query: string) => (await list(query)).items.map((c) => c.no - first);
    expect(await numbers("subject=mau-lich-su")).toEqual([2, 1, 0]);
    expect(await numbers(`subject=${ZONE.id}&author=nguoi-may`)).toEqual([1]);
    expect(await numbers(`document=${PERSONAL}`)).toEqual([0]);
    expect(await numbers(`author=${encodeURIComponent(OFFICER)}`)).toEqual([2, 0]);
    expect(await numbers("author=khong-ai")).toEqual([]);
    expect(await numbers("subject=khong-co")).toEqual([]);
    expect(await numbers("document=khong-co")).toEqual([]);
    const today = khu.register.today();
    expect((await numbers(`from=${today}&to=${today}&subject=mau-lich-su`)).length).toBe(3);
    expect(await numbers("to=2020-01-01")).toEqual([]);
    expect(await numbers("from=2100-01-01")).toEqual([]);
    const { asked } = await list(`subject=mau-lich-su&document=${PRESS}&author=nguoi-may`);
    expect(asked).toEqual({ subject: "mau-lich-su", document: "Báo Mẫu, 01/01/2020", author: "nguoi-may" });
  });

  test("are paged by a cursor that loses and repeats none", async () => {
    const all = (await list()).items.map((c) => c.no);
    const found: number[] = [];
    for (let next: number | null = null, more = true; more; more = next !== null) {
      const answer = await list(`limit=2${next === null ? "" : `&before=${next}`}`);
      found.push(...answer.items.map((c) => c.no));
      next = answer.next;
    }
    expect(found).toEqual(all);
  });

  test("name an author who has no account any more without a name", async () => {
    const mine = (await list(`author=${encodeURIComponent(OFFICER)}`)).items[0];
    expect(mine?.authors).toEqual([{ id: OFFICER, name: "(đã xoá)" }]);
  });

  test("of a paper that one may not read say only that there is one", async () => {
    const { items } = await page(first);
    const hidden = items.filter((p) => p.document?.id === PERSONAL);
    expect(hidden.map((p) => p.document)).toEqual(
      hidden.map(() => ({ id: PERSONAL, label: "văn bản không được xem", readable: false })),
    );
    expect(hidden.length).toBe(2);
    expect(JSON.stringify(items)).not.toMatch(/9\/GM-MẪU|Giấy Mẫu/);
  });
});

describe("one commit", () => {
  test("holds the hash of the one before it", async () => {
    const [earlier, later] = [await page(first), await page(first + 1)];
    expect(later.previous).toBe(earlier.hash);
    expect([earlier.hash, earlier.root].every((h) => /^[0-9a-f]{64}$/.test(h))).toBe(true);
  });
  test("is read part by part, in one order, without loss", async () => {
    const whole = (await page(3, "limit=500")).items.map((p) => p.id);
    const found: string[] = [];
    for (let after = "", more = true; more; ) {
      const answer = await page(3, `limit=7&after=${after}`.replace(/&after=$/, ""));
      found.push(...answer.items.map((p) => p.id));
      more = answer.next !== null;
      after = answer.next ?? "";
    }
    expect(found).toEqual(whole);
    expect(whole.length).toBe((await page(3, "limit=1")).parts);
  });
  test("that is not there, or is none, is refused", async () => {
    expect(await khu.get("/api/commits/999999", admin)).toMatchObject({ status: 404 });
    expect(await khu.get("/api/commits/eins", admin)).toMatchObject({ status: 400 });
    expect(await khu.get("/api/commits/1?after=x", admin)).toMatchObject({ status: 400 });
  });
});

describe("the workbook", () => {
  async function rowsOf(file: Uint8Array): Promise<readonly (readonly string[])[]> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(file).buffer);
    const found: string[][] = [];
    book.worksheets[0]?.eachRow((row) => {
      found.push(z.array(z.unknown()).parse(row.values).slice(1).map(String));
    });
    return found;
  }
  async function rows(url: string) {
    const response = await khu.app.inject({ method: "GET", url, headers: admin });
    expect(response.statusCode).toBe(200);
    return rowsOf(response.rawPayload);
  }
  test("has a row for each part that fits, and none more", async () => {
    const [heading, ...told] = await rows("/api/commits.xlsx?subject=mau-lich-su");
    expect(heading?.[0]).toBe("Lần ghi");
    expect(told.map((row) => row[5])).toEqual([
      "Tên: CCN Mẫu Lịch Sử; Diện tích: 12,3 ha",
      "Diện tích",
      "Tên: CCN Mẫu Lịch Sử; Diện tích: 12,3 ha",
      "theo văn bản không được xem",
    ]);
    expect(JSON.stringify(told)).not.toContain("GM-MẪU");
  });

  test("of a register of invented data says so in every row", async () => {
    const { db } = khu.register;
    const known = await findKnown(db, null);
    if (!known.ok) throw new Error("nothing is known");
    const stream = new PassThrough();
    const written = buffer(stream);
    const tell = tellingOf({ db, readers: khu.register.database.readers, places: khu.register.places });
    await writeHistoryWorkbook(stream, {
      filter: { subjects: [ZONE.id], document: null, author: null, from: null, to: null },
      reading: {
        ...{ db, reader: db, tell, known: known.value, language: "vi" },
        ...{ correctable: async () => new Set(), asker: holding("auditor") },
      },
      sample: true,
    });
    const [heading, ...told] = await rowsOf(await written);
    expect(heading?.[0]).toBe("Dữ liệu");
    expect(told.map((row) => row[0])).toEqual(["Mẫu", "Mẫu", "Mẫu", "Mẫu"]);
  });
});
