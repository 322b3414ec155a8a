/**
 * A limit that holds in some cases of the law only is moved by a change of the calendar and says so on the page of its case;
 * nothing that tells who is late, or what is due, says a word of it.
 */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { sourcesOf } from "../src/app/inbox.ts";
import { inboxAnswer } from "../src/inbox/vocabulary.ts";
import { daySerial, plainDate } from "../src/kernel/dates.ts";
import { usualCalendar } from "../src/law/calendar/counting.ts";
import { calendarAnswer } from "../src/procedures/calendar/vocabulary.ts";
import { caseList, casePage } from "../src/procedures/cases/pageWords.ts";
import { remindAll } from "../src/reminders/reminding.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { type CasePeople, peopleOfCases, postAs, tellAs } from "./caseActs.ts";

let khu: Running;
let people: CasePeople;
beforeAll(async () => {
  khu = await startBacKan();
  people = await peopleOfCases(khu);
}, 240_000);
afterAll(() => khu?.stop());

const opened = z.object({ id: z.string(), number: z.string() });

/** A dossier that was checked on 3/11/2026: where supplements were asked for the owner has 20 working days. */
async function checked() {
  const as = people.handler.signedIn;
  const place = z
    .looseObject({ id: z.string() })
    .parse((await khu.get("/api/places/063?asOf=2024-01-01")).body).id;
  const payload = {
    ...{ procedure: "basicDesignAppraisal", places: [place], topic: "Dự án Mẫu nhà xưởng" },
    ...{ unit: people.unit, officer: people.handler.id, on: "2026-11-02", requestKey: uuidv7() },
  };
  const made = opened.parse(await postAs(khu, as, "/api/cases", payload));
  const event = { kind: "stepDone", step: "checked" };
  await tellAs(khu, as, { id: made.id, on: "2026-11-03", event });
  return made;
}

/** One more day off, as an administrator tells it. */
async function announce(on: string): Promise<void> {
  const headers = await khu.signIn();
  const { year } = calendarAnswer.parse((await khu.get("/api/calendar?year=2026")).body);
  const off = { on, reason: "other", paper: "Thông báo mẫu", mark: "P", note: null };
  const payload = {
    ...{ daysOff: [...year.daysOff, off], worked: year.worked, was: 0 },
    ...{ why: "Có thông báo mẫu", requestKey: uuidv7() },
  };
  const answer = await khu.app.inject({ method: "PUT", url: "/api/calendar/2026", headers, payload });
  if (answer.statusCode !== 200) throw new Error(answer.body);
}

/** Everything that tells of work, with what each officer was reminded of, on a day long after the limit. */
async function told() {
  const as = people.handler.signedIn;
  const { db, database } = khu.register;
  const long = plainDate("2027-03-01");
  const days = {
    today: long,
    ahead: 200,
    isWorking: (day: typeof long) => usualCalendar().isWorking(daySerial(day)),
  };
  const sources = sourcesOf({ ...khu.register, today: () => long });
  await remindAll({ db, sources, base: "http://khu.mau.example", mailing: true }, { days, isMorning: true });
  const body = async (url: string) => (await khu.get(url, as)).body;
  const { rows } = await database.pool.query(
    "select (select count(*)::int from notices) as notices, (select count(*)::int from jobs) as jobs",
  );
  return {
    reminded: rows,
    inbox: inboxAnswer.parse(await body("/api/inbox?whose=all&asOf=2027-03-01&limit=1000")),
    now: inboxAnswer.parse(await body("/api/inbox?whose=all&limit=1000")),
    list: caseList.parse(await body("/api/cases?asOf=2027-03-01")),
    late: caseList.parse(await body("/api/cases?asOf=2027-03-01&state=late")),
    figures: await body("/api/procedures/figures?asOf=2027-03-01"),
  };
}

/** At which commit an answer was made is no part of what it tells. */
const withoutCommit = (answer: object): unknown =>
  JSON.parse(
    JSON.stringify(answer, (key, value) => (["knownAt", "commit", "seen"].includes(key) ? null : value)),
  );

test("is moved from, to and why, with its case of the law; nobody is late by it, reminded or counted", async () => {
  const { id } = await checked();
  const page = async (lang: "vi" | "en") =>
    casePage.parse((await khu.get(`/api/cases/${id}?lang=${lang}`, people.handler.signedIn)).body);
  expect((await page("vi")).deadlines).toMatchObject([{ name: "supplement+2", dueOn: "2026-12-02" }]);
  const before = await told();
  expect(before.late.items).toEqual([]);
  expect(before.list.items).toMatchObject([{ id, due: null }]);
  expect(before.reminded).toEqual([{ notices: 0, jobs: 0 }]);
  for (const { items } of [before.inbox, before.now])
    expect(items.filter((i) => i.id === id)).toMatchObject([{ dueOn: null, band: "undated" }]);

  await announce("2026-11-23");
  expect((await page("vi")).moves).toMatchObject([
    {
      ...{ name: "supplement+2", label: "Chủ dự án bổ sung", when: "khi có yêu cầu bổ sung" },
      ...{ from: "2026-12-02", to: "2026-12-03", why: expect.stringContaining("Có thông báo mẫu") },
    },
  ]);
  expect((await page("en")).moves[0]?.when).toBe("where supplements were asked for");
  expect(withoutCommit(await told())).toEqual(withoutCommit(before));
}, 60_000);
