/** The list of cases, its workbook, the inbox and the board on any day: as it was, as it is, as it will be if nothing is done. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inboxAnswer } from "../src/inbox/vocabulary.ts";
import { caseList } from "../src/procedures/cases/pageWords.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { type CasePeople, keepAs, openMau, pageAs, peopleOfCases, tellAs, textOf } from "./caseActs.ts";
import type { SignedIn } from "./people.ts";

const APPLICANT = "Công ty Mẫu Cánh Diều";

let khu: Running;
let people: CasePeople;
let as: SignedIn;
/** Its notice is late; the other was noticed in time. */
let late: string;
let other: string;
beforeAll(async () => {
  khu = await startBacKan();
  people = await peopleOfCases(khu);
  as = people.handler.signedIn;
  late = (await openMau(khu, { ...people, on: "2026-10-01" })).id;
  other = (await openMau(khu, { ...people, on: "2026-10-01" })).id;
  await keepAs(khu, as, { id: late, on: "2026-10-01", item: { kind: "applicant", name: APPLICANT } });
  await tellAs(khu, as, { id: other, on: "2026-10-02", event: { kind: "stepDone", step: "notice" } });
  await tellAs(khu, as, {
    ...{ id: other, on: "2026-10-05" },
    event: { kind: "opinionAsked", body: "Sở Mẫu Hỏi", days: 5, unit: "working" },
  });
}, 240_000);
afterAll(() => khu?.stop());

const list = async (query: string) => caseList.parse((await khu.get(`/api/cases?${query}`, as)).body);
const inbox = async (query: string) =>
  inboxAnswer.parse((await khu.get(`/api/inbox?whose=all&${query}`, as)).body);
const band = async (id: string, query: string) => (await inbox(query)).items.find((i) => i.id === id)?.band;
const workbook = (path: string, headers: SignedIn | { readonly host: string } = as) =>
  khu.app.inject({ url: path, headers });

describe("the list of cases", () => {
  test("is narrowed by step, unit and what is late, with how many each choice leaves", async () => {
    const all = await list("");
    expect(all.counts).toMatchObject({ total: 2, states: { running: 2, late: 1, ended: 0, open: 2 } });
    expect(all.counts.steps.map((s) => [s.id, s.count])).toEqual(
      expect.arrayContaining([
        ["notice", 1],
        ["window", 1],
      ]),
    );
    const onlyLate = await list("state=late");
    expect(onlyLate.items.map((c) => c.id)).toEqual([late]);
    expect((await list("step=window")).items.map((c) => c.id)).toEqual([other]);
    expect((await list(`step=window&state=late`)).counts).toMatchObject({ total: 0, states: { running: 1 } });
    expect((await list(`unit=${uuidv7()}`)).counts.total).toBe(0);
  });

  test("begins with what is late, though it is older, on every page of it", async () => {
    expect((await list("")).items.map((c) => c.id)).toEqual([late, other]);
    const first = await list("limit=1");
    expect(first.items.map((c) => c.id)).toEqual([late]);
    const second = await list(`limit=1&after=${first.next}`);
    expect(second.items.map((c) => c.id)).toEqual([other]);
    expect(second.next).toBeNull();
    // Before its limit has passed the newer one stands first.
    expect((await list("asOf=2026-10-05")).items.map((c) => c.id)).toEqual([other, late]);
  });

  test("tells what was late on a day that has passed, and what will be on one to come", async () => {
    expect((await list("asOf=2026-09-30")).counts.total).toBe(0);
    const on = async (day: string) => (await list(`asOf=${day}&state=late`)).items.map((c) => c.id);
    // Two working days from 1/10/2026 end on 5/10/2026: it is late from the day after.
    expect(await on("2026-10-05")).toEqual([]);
    expect(await on("2026-10-06")).toEqual([late]);
    expect(await on("2027-06-30")).toContain(late);
  });

  test("leaves as a workbook of its day with what is shown, without who applies", async () => {
    const file = await workbook("/api/cases.xlsx?asOf=2026-10-06&state=late");
    expect(file.statusCode).toBe(200);
    expect(file.headers["content-disposition"]).toContain("ho-so-2026-10-06.xlsx");
    const text = await textOf(file.rawPayload);
    const { number } = (await list("state=late")).items[0] ?? {};
    expect(text).toContain(number);
    expect(text).toContain("06-10-2026");
    expect(text).not.toContain((await list("step=window")).items[0]?.number);
    for (const path of ["/api/cases.xlsx", "/api/inbox.xlsx?whose=all"])
      expect(await textOf((await workbook(path)).rawPayload)).not.toContain("Cánh Diều");
    expect(await textOf((await workbook("/api/cases.xlsx?lang=en")).rawPayload)).toContain("Due first");
  });

  test("has its workbook closed to who is not signed in", async () => {
    expect((await workbook("/api/cases.xlsx", { host: "127.0.0.1" })).statusCode).toBe(401);
  });

  test("is written page after page, none lost where one ends", async () => {
    for (let n = 0; n < 205; n++) await openMau(khu, { ...people, on: "2026-11-20" });
    const text = await textOf((await workbook("/api/cases.xlsx?asOf=2026-11-20")).rawPayload);
    const numbers = new Set(text.match(/HS-2026-\d{4}/g));
    expect(numbers.size).toBe(207);
  }, 120_000);
});

describe("the inbox and the board", () => {
  test("of a day that has passed hold what was open, due and late then", async () => {
    expect(await band(late, "asOf=2026-09-30")).toBeUndefined();
    expect(await band(late, "asOf=2026-10-02")).toBe("later");
    expect(await band(late, "asOf=2026-10-05")).toBe("today");
    expect(await band(late, "asOf=2026-10-06")).toBe("late");
    const then = await inbox("asOf=2026-10-06");
    expect(then.asOf).toBe("2026-10-06");
    expect(then.counts.late).toBe(1);
  });

  test("of a day to come hold what will be late if nothing more is done", async () => {
    const ahead = await inbox("asOf=2027-03-31&limit=1000");
    expect(ahead.items.find((i) => i.id === late)?.band).toBe("late");
    expect(ahead.counts.late).toBeGreaterThan((await inbox("asOf=2026-11-20")).counts.late);
  });

  test("hold what was known then where that is asked: what is told late was not done in time for who looked", async () => {
    const { id } = await openMau(khu, { ...people, on: "2026-10-01" });
    const { expected } = await pageAs(khu, as, id);
    await tellAs(khu, as, { id, on: "2026-10-02", event: { kind: "stepDone", step: "notice" } });
    expect(await band(id, "asOf=2026-10-06")).not.toBe("late");
    expect(await band(id, `asOf=2026-10-06&knownAt=${expected}`)).toBe("late");
  });

  test("say for whom work waits, and how much of it is late", async () => {
    const { facets } = await inbox("asOf=2026-10-06");
    expect(facets.waiting).toContainEqual({
      ...{ id: "outside:Sở Mẫu Hỏi", label: "Sở Mẫu Hỏi" },
      ...{ count: 1, late: 0 },
    });
    const only = await inbox(`asOf=2026-10-06&waiting=${encodeURIComponent("outside:Sở Mẫu Hỏi")}`);
    expect(only.items.map((i) => i.id)).toEqual([other]);
    expect((await inbox("asOf=2026-10-02")).facets.waiting.map((f) => f.id)).not.toContain(
      "outside:Sở Mẫu Hỏi",
    );
  });

  test("leave as a workbook that bears its day", async () => {
    const file = await workbook("/api/inbox.xlsx?whose=all&asOf=2026-10-06");
    expect(file.headers["content-disposition"]).toContain("viec-2026-10-06.xlsx");
    expect(await textOf(file.rawPayload)).toContain("06-10-2026");
  });

  test("hold who worked in the unit on that day as my unit's", async () => {
    const mine = inboxAnswer.parse((await khu.get("/api/inbox?whose=unit&asOf=2026-10-06", as)).body);
    expect(mine.items.map((i) => i.id)).toContain(late);
    const [stranger] = people.others;
    if (stranger === undefined) throw new Error("nobody stands outside");
    const theirs = await khu.get("/api/inbox?whose=unit&asOf=2026-10-06", stranger.signedIn);
    const cases = inboxAnswer.parse(theirs.body).items.filter((i) => i.kind === "case");
    expect(cases).toEqual([]);
  });

  test("are closed to who is not signed in, on every day", async () => {
    expect((await khu.get("/api/inbox?whose=all&asOf=2026-10-06")).status).toBe(401);
  });
});
