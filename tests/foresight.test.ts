/**
 * Forecasts and questions on a real database: learnt from this register's own durations, as of a day and as known at a
 * commit; for nobody but those whom they are for; a question that was answered is asked again when the facts change.
 */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { inboxAnswer } from "../src/inbox/vocabulary.ts";
import { addDays, plainDate } from "../src/kernel/dates.ts";
import {
  caseForesight,
  progress,
  type ZoneForesight,
  zoneForesight,
} from "../src/procedures/foresight/pageWords.ts";
import { receiptOrThrow } from "../src/register/public.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { type CasePeople, peopleOfCases, postAs, whereFound } from "./caseActs.ts";
import { PROCEDURE, recordPast, stepsOfProcedure } from "./pastCases.ts";
import type { SignedIn } from "./people.ts";
import { batch, paper, setting } from "./register-fixture/builders.ts";

let khu: Running;
let people: CasePeople;
let place: string;
let running: { readonly id: string; readonly number: string };
const RECEIVED = "2026-10-05";

beforeAll(async () => {
  khu = await startBacKan();
  people = await peopleOfCases(khu);
  place = z.object({ id: z.string() }).parse((await khu.get("/api/places/063?asOf=2024-01-01")).body).id;
  // Nine finished ones, the last of them in August 2026.
  for (let n = 1; n <= 9; n += 1) await past(n, { receivedOn: `2025-0${n}-03`, days: 6 + n });
  const opening = { procedure: PROCEDURE, places: [place], topic: "Dự án Mẫu đang chờ", unit: people.unit };
  const told = { ...opening, on: RECEIVED, requestKey: uuidv7() };
  const opened = await postAs(khu, people.handler.signedIn, "/api/cases", told);
  running = z.object({ id: z.string(), number: z.string() }).parse(opened);
}, 240_000);
afterAll(() => khu?.stop());

function past(n: number, of: { receivedOn: string; days: number; mark?: string }) {
  const number = `HS-${of.mark ?? "2025"}-9${String(n).padStart(3, "0")}`;
  return recordPast(khu, { number, ...of, unit: people.unit, place });
}
const url = (query: string) => `/api/foresight/cases/${running.id}?${query}`;
async function foretold(query: string, as: SignedIn = people.handler.signedIn) {
  const { status, body } = await khu.get(url(query), as);
  expect(status, JSON.stringify(body)).toBe(200);
  return caseForesight.parse(body);
}

describe("the forecast of a case", { timeout: 60_000 }, () => {
  test("is not given with nine finished times of the steps ahead, and names what the papers say", async () => {
    const { foretold: told, sitting, enough, behind } = await foretold("asOf=2026-10-06");
    const steps = stepsOfProcedure(plainDate(RECEIVED)).slice(1);
    expect(enough).toBe(10);
    expect(sitting).toMatchObject({ key: steps[0]?.key, since: RECEIVED, days: 1 });
    expect(told).toMatchObject({ enough: false, says: "chưa đủ dữ liệu để dự báo" });
    expect(told?.enough === false && told.lacking.map((l) => [l.key, l.real])).toEqual(
      steps.map((s) => [s.key, 9]),
    );
    expect(behind.map((b) => [b.finished, b.records.length])).toEqual(steps.map(() => [9, 9]));
  });

  test("nor with a tenth of an invented register, or one that ends only later", async () => {
    await past(10, { receivedOn: "2025-02-03", days: 9, mark: "MAU-2025" });
    await past(11, { receivedOn: "2026-10-01", days: 8 });
    expect((await foretold("asOf=2026-10-06")).foretold).toMatchObject({ enough: false });
  });

  test("is given from the tenth on, by the day that it was finished and not before", async () => {
    await past(12, { receivedOn: "2026-01-05", days: 10 });
    const told = (await foretold("asOf=2026-10-06")).foretold;
    expect(told).toMatchObject({ enough: true, fewest: 10 });
    const [half, ninety] = told?.enough === true ? [told.half.by ?? "", told.ninety.by ?? ""] : ["", ""];
    expect(half > "2026-10-06" && half < ninety).toBe(true);
    expect((await khu.get(url("asOf=2026-10-04"), people.handler.signedIn)).status).toBe(404);
  });

  test("of a past day is what was answered then, whatever is recorded later", async () => {
    const asked = "asOf=2026-10-20";
    const then = await foretold(asked);
    const commit = await khu.register.look();
    await past(13, { receivedOn: "2026-10-21", days: 1 });
    expect(await foretold(asked)).toEqual(then);
    // What is recorded late of an earlier time is known from then on alone.
    await past(14, { receivedOn: "2025-03-03", days: 60 });
    expect((await foretold(asked)).foretold).not.toEqual(then.foretold);
    expect(await foretold(`${asked}&knownAt=${commit}`)).toEqual(then);
  });

  test("hangs on the setting, as known then", async () => {
    const admin = await khu.signIn();
    const commit = await khu.register.look();
    const payload = { value: 50, was: 10, why: "Mẫu: ít lần thì không tin", requestKey: uuidv7() };
    const changed = await khu.app.inject({
      ...{ method: "PUT", url: "/api/settings/enoughTimes", headers: admin, payload },
    });
    expect(changed.statusCode, changed.body).toBe(200);
    expect((await foretold("asOf=2026-10-20")).foretold).toMatchObject({ enough: false });
    expect((await foretold(`asOf=2026-10-20&knownAt=${commit}`)).foretold).toMatchObject({ enough: true });
    const back = { ...payload, value: 10, was: 50, requestKey: uuidv7() };
    await khu.app.inject({ method: "PUT", url: "/api/settings/enoughTimes", headers: admin, payload: back });
  });

  test("is for its unit and its council alone: others, and the public, find it nowhere", async () => {
    const told = (await foretold("asOf=2026-10-20")).foretold;
    const words = told?.enough === true ? [told.half.by, told.ninety.by].flatMap((d) => d ?? []) : [];
    expect(words).toHaveLength(2);
    const more = [
      ...[url("asOf=2026-10-20"), "/api/foresight?place=06&asOf=2026-10-20", `/api/cases/${running.id}`],
      ...[`/api/foresight?asOf=2026-10-20&place=${place}`, "/api/inbox?whose=all&asOf=2026-10-20"],
    ];
    const [other, ...others] = people.others.map((o) => o.signedIn);
    if (other === undefined) throw new Error("who stands outside?");
    // The calendar names days off of every year, of which a day foretold may be one; it reads no case.
    const found = async (as: SignedIn | { readonly host: string }) =>
      (await whereFound(khu, { as, words, more })).filter((where) => !where.startsWith("/api/calendar"));
    expect(await found(other)).toEqual([]);
    for (const signedIn of [other, ...others]) {
      for (const path of more) {
        const text = JSON.stringify((await khu.get(path, signedIn)).body);
        for (const word of words) expect(text).not.toContain(word);
      }
      const refused = await khu.get(url("asOf=2026-10-20"), signedIn);
      expect(refused.status).toBe(403);
    }
    expect(await found({ host: "127.0.0.1" })).toEqual([]);
    expect((await khu.get(url("asOf=2026-10-20"))).status).toBe(401);
    expect((await khu.get("/api/foresight?place=06")).status).toBe(401);
    const seen = progress.parse((await khu.get(more[1] ?? "", people.others[0]?.signedIn)).body);
    expect(seen.cases.find((c) => c.id === running.id)).toMatchObject({ isInside: false, foretold: null });
    const own = progress.parse((await khu.get(more[1] ?? "", people.handler.signedIn)).body);
    expect(own.cases.find((c) => c.id === running.id)?.foretold).toEqual(told);
  }, 180_000);
});

const ZONE = "/api/foresight/zones/cam-giang";
async function partOf(path: string, as: SignedIn): Promise<ZoneForesight["parts"][number]> {
  const { status, body } = await khu.get(path, as);
  expect(status, JSON.stringify(body)).toBe(200);
  const [part] = zoneForesight.parse(body).parts;
  if (part === undefined) throw new Error("no part");
  return part;
}
const send = async (as: SignedIn | { host: string }, payload: object) => {
  const answer = await khu.app.inject({
    method: "POST",
    url: "/api/foresight/answers",
    headers: as,
    payload,
  });
  return { status: answer.statusCode, body: answer.body };
};

describe("the progress of the zones of the article", { timeout: 60_000 }, () => {
  test("foretells nothing from so few, and names each date as what it is", async () => {
    const { zones } = progress.parse(
      (await khu.get("/api/foresight?place=06&asOf=2026-11-27", people.handler.signedIn)).body,
    );
    const of = (label: string) => zones.find((z) => z.label === label);
    const expecting = zones.filter((z) => z.papers.some((p) => p.kind === "expectedOperation"));
    expect(expecting.map((z) => z.papers.find((p) => p.kind === "expectedOperation")?.date)).toEqual([
      ...["2025", "2025", "2025", "2025", "2025"],
    ]);
    expect(of("KCN Thanh Bình – giai đoạn I")).toMatchObject({
      papers: [{ kind: "expectedCompletion", date: "2024" }],
      sitting: { key: "works", exact: false },
      questions: 1,
    });
    expect(of("CCN Cẩm Giàng")).toMatchObject({
      sitting: { key: "clearance", since: "2023-11", exact: false },
      ...{ toldUntil: "2023-11", stale: true, operation: { enough: false } },
    });
    expect(of("CCN Chu Hương")).toMatchObject({ disputed: true, operation: null, questions: 0 });
  });

  test("asks after Cẩm Giàng's 36 months, with the decision's term and the land, and answers nobody public", async () => {
    const part = await partOf(`${ZONE}?asOf=2026-11-27`, people.handler.signedIn);
    expect(part.papers[0]).toMatchObject({
      kind: "term",
      date: "2023-10-16",
      paper: { label: "1868/QĐ-UBND" },
    });
    const [signal] = part.signals;
    expect(signal?.question).toBe(
      "Hết thời hạn theo quyết định (16/10/2023), cần kiểm tra: đã được gia hạn hoặc điều chỉnh tiến độ chưa?",
    );
    expect(signal?.land).toContain("bàn giao đất thực địa");
    expect((await partOf(`${ZONE}?asOf=2023-10-16`, people.handler.signedIn)).signals).toEqual([]);
    expect((await khu.get(`${ZONE}?asOf=2026-11-27`)).status).toBe(401);
    const words = ["cần kiểm tra: đã được gia hạn", "Đã qua mốc dự kiến hoạt động"];
    const more = [`${ZONE}?asOf=2026-11-27`, "/api/zones/cam-giang?asOf=2026-11-27"];
    expect(await whereFound(khu, { as: { host: "127.0.0.1" }, words, more })).toEqual([]);
  }, 120_000);
});

describe("a question about a zone", { timeout: 60_000 }, () => {
  const asked = async () => partOf(ZONE, people.handler.signedIn);
  const inbox = async (as: SignedIn, whose: string) =>
    inboxAnswer
      .parse((await khu.get(`/api/inbox?whose=${whose}&kind=signal`, as)).body)
      .items.map((i) => i.title)
      .filter((title) => title.includes("Cẩm Giàng: Hết thời hạn"));

  test("stands in the inbox of whom it concerns, and in no workbook", async () => {
    const [officer, , auditor] = people.others;
    if (officer === undefined || auditor === undefined) throw new Error("who stands outside?");
    expect(await inbox(officer.signedIn, "mine")).toHaveLength(1);
    expect(await inbox(auditor.signedIn, "mine")).toEqual([]);
    expect(await inbox(auditor.signedIn, "all")).toHaveLength(1);
    const found = await whereFound(khu, {
      ...{ as: officer.signedIn, words: ["cần kiểm tra: đã được gia hạn"] },
      more: ["/api/inbox.xlsx?whose=mine"],
    });
    expect(found.filter((at) => !at.startsWith("/api/foresight") && !at.startsWith("/api/inbox?"))).toEqual(
      [],
    );
  }, 120_000);

  test("is answered by who may handle what lies there, once, to the facts shown, and not asked again", async () => {
    const part = await asked();
    const [signal, other] = part.signals;
    const told = {
      ...{ zone: part.id, facts: signal?.facts ?? "", answer: "Đã hỏi chủ đầu tư Mẫu, chưa có văn bản" },
      requestKey: uuidv7(),
    };
    expect((await send({ host: "127.0.0.1" }, told)).status).toBe(401);
    expect((await send(people.others[2]?.signedIn ?? { host: "" }, told)).status).toBe(403);
    expect((await send(people.handler.signedIn, { ...told, facts: "decisionTerm 2020-01-01" })).status).toBe(
      409,
    );
    expect(await send(people.handler.signedIn, told)).toMatchObject({ status: 201 });
    expect(await send(people.handler.signedIn, told)).toMatchObject({ status: 201 });
    expect((await send(people.handler.signedIn, { ...told, answer: "Khác" })).status).toBe(409);
    const after = await asked();
    expect(after.signals[0]?.answer).toMatchObject({ text: told.answer, by: "Người Mẫu thuly", paper: null });
    expect(after.signals[1]).toEqual(other);
    expect(await inbox(people.handler.signedIn, "mine")).toEqual([]);
    expect((await partOf(`${ZONE}?asOf=2026-01-15`, people.handler.signedIn)).signals[0]?.answer).toBeNull();
    const { count } = z
      .object({ count: z.string() })
      .parse((await khu.register.database.pool.query("select count(*)::text from signal_answers")).rows[0]);
    expect(count).toBe("1");
  });

  test("is asked anew when the facts change; as known before, it is the question of then", async () => {
    const part = await asked();
    const commit = await khu.register.look();
    const document = paper(uuidv7(), { title: "Biên bản bàn giao đất mẫu", number: null });
    const change = setting({
      ...{ id: uuidv7(), subject: { id: part.id, kind: "zone", key: "cam-giang" }, document: document.id },
      ...{ from: "2023-05-01", attributes: { landHandedOver: "2023-05-01" } },
    });
    receiptOrThrow(
      await khu.register.writer.submit(batch(uuidv7(), { documents: [document], changes: [change] })),
    );
    const again = (await asked()).signals[0];
    expect(again).toMatchObject({ kind: "decisionTerm", answer: null });
    expect(again?.land).toContain("Bàn giao đất thực địa: 01/05/2023. Tính từ đó thì đến 01/05/2026");
    expect(await inbox(people.handler.signedIn, "mine")).toHaveLength(1);
    const before = await partOf(`${ZONE}?knownAt=${commit}`, people.handler.signedIn);
    expect(before.signals[0]?.land).toContain("Chưa có văn bản");
  });

  test("keeps its answers for ever", async () => {
    const { pool } = khu.register.database;
    await expect(pool.query("delete from signal_answers")).rejects.toThrow();
    await expect(pool.query("update signal_answers set answer = 'khác'")).rejects.toThrow();
  });
});

describe("the forecast of a zone", { timeout: 120_000 }, () => {
  const COURSE = [
    { legal: "planned" },
    { legal: "established" },
    { planning: "approved" },
    { clearance: "underWay" },
    { clearance: "done" },
    { works: "basicallyComplete" },
    { operation: "operating" },
  ] as const;

  /** An invented cluster that takes so many days from one state to the next, up to a state. */
  async function cluster(n: number, of: { begins: string; days: number; states: number }): Promise<string> {
    const document = paper(uuidv7(), { title: `Văn bản mẫu ${n}`, number: `${n}/MẪU` });
    const subject = { id: uuidv7(), kind: "zone" as const, key: `cum-thu-${n}` };
    let day = plainDate(of.begins);
    const changes = COURSE.slice(0, of.states).map((state, at) => {
      if (at > 0) day = addDays(day, of.days);
      const first = at === 0 ? { name: `CCN Mẫu thử ${n}`, kind: "cluster", places: [place] } : {};
      const told = { id: uuidv7(), subject, document: document.id, from: day };
      return setting({ ...told, attributes: { ...first, ...state } });
    });
    receiptOrThrow(await khu.register.writer.submit(batch(uuidv7(), { documents: [document], changes })));
    return subject.key;
  }

  test("is learnt from ten that came through, and asks where it lies behind the term", async () => {
    for (let n = 1; n <= 10; n += 1) await cluster(n, { begins: "2018-01-01", days: 60 + 8 * n, states: 7 });
    const key = await cluster(11, { begins: "2025-01-01", days: 150, states: 3 });
    const at = (query: string) => partOf(`/api/foresight/zones/${key}?${query}`, people.handler.signedIn);
    const part = await at("asOf=2026-01-15");
    expect(part).toMatchObject({
      sitting: { key: "clearance", since: "2025-10-28", exact: true, days: 79 },
      completion: { enough: true, fewest: 10 },
      operation: { enough: true, fewest: 10 },
    });
    expect(part.behind.map((b) => [b.key, b.finished, b.records.length])).toEqual([
      ...[["clearance", 10, 10] as const, ["works", 10, 10] as const, ["lease", 10, 10] as const],
    ]);
    const [first] = part.completion?.enough === true ? [part.completion.half.by] : [];
    const [last] = part.operation?.enough === true ? [part.operation.half.by] : [];
    expect((first ?? "") < (last ?? "")).toBe(true);
    // Ten had not come through by then.
    expect(await at("asOf=2020-01-01").catch(() => null)).toBeNull();
    const commit = await khu.register.look();
    await cluster(12, { begins: "2026-01-20", days: 30, states: 7 });
    expect(await at("asOf=2026-01-15")).toEqual(part);
    await cluster(13, { begins: "2019-01-01", days: 300, states: 7 });
    expect((await at("asOf=2026-01-15")).completion).not.toEqual(part.completion);
    expect(await at(`asOf=2026-01-15&knownAt=${commit}`)).toEqual(part);
  });
});
