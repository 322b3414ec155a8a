/** Letters of a case on a real database: what they tell, what they leave blank, and who may not open them. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "../../../tests/bacKan.ts";
import {
  type CasePeople,
  keepAs,
  openMau,
  pageAs,
  peopleOfCases,
  postAs,
  tellAs,
} from "../../../tests/caseActs.ts";
import type { SignedIn } from "../../../tests/people.ts";
import { addDays, daySerial, printedDate, vietnamDay } from "../../kernel/dates.ts";
import { usualCalendar } from "../../law/calendar/counting.ts";
import { casePage } from "../cases/pageWords.ts";
import { BLANK, type LETTERS, type Letter, letter, letterList } from "./vocabulary.ts";

const APPLICANT = "Công ty Mẫu Trúc Bạch";
const OTHER = "Liên danh Mẫu Tre Ngà";
const REASON = "Bổ sung bản đồ ranh giới mẫu";

let khu: Running;
let people: CasePeople;
let id: string;
let first: string;
beforeAll(async () => {
  khu = await startBacKan();
  people = await peopleOfCases(khu);
  const as = people.handler.signedIn;
  ({ id } = await openMau(khu, { ...people, on: "2026-10-01" }));
  const applicant = { kind: "applicant", name: APPLICANT, code: "4700000001" };
  first = await keepAs(khu, as, { id, on: "2026-10-01", item: applicant });
  const tell = (on: string, event: object, note?: string) =>
    tellAs(khu, as, { id, on, event, ...(note === undefined ? {} : { note }) });
  await tell("2026-10-02", { kind: "stepDone", step: "notice" });
  await tell("2026-10-12", { kind: "stepDone", step: "window" });
  await tell("2026-10-13", { kind: "supplementAsked" }, REASON);
  await tell("2026-10-20", { kind: "supplementReceived" });
  for (const [body, days] of [
    ["Sở Mẫu Một", 7],
    ["Sở Mẫu Hai", 10],
  ]) {
    await tell("2026-10-26", { kind: "opinionAsked", body, days, unit: "working" });
  }
  const { expected } = await pageAs(khu, as, id);
  const handing = { officer: people.handler.id, on: "2026-10-27", expected, requestKey: uuidv7() };
  await postAs(khu, as, `/api/cases/${id}/handling`, handing);
}, 240_000);
afterAll(() => khu?.stop());

const keysOf = async (as: SignedIn) => {
  const { items } = letterList.parse((await khu.get(`/api/cases/${id}/letters`, as)).body);
  return items.map((i) => i.key);
};
async function opened(kind: keyof typeof LETTERS, more = ""): Promise<Letter> {
  const as = people.handler.signedIn;
  const key = (await keysOf(as)).find((k) => k.split(".")[0] === kind);
  return letter.parse((await khu.get(`/api/cases/${id}/letters/${key}${more}`, as)).body);
}
const textOf = (of: Letter) => JSON.stringify(of);

describe("the letters of a case", () => {
  test("are those of what happened to it, in order, and the apology once something is late", async () => {
    const kinds = (await keysOf(people.handler.signedIn)).map((k) => k.split(".")[0]);
    expect(kinds).toEqual([
      ...["receipt", "notice", "supplement", "supplementReceipt", "opinions", "handOver", "delay"],
    ]);
  });

  test("a receipt names who filed it without anybody typing it again, and leaves blank what is not known", async () => {
    const receipt = await opened("receipt");
    expect(receipt.title).toBe("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ");
    const text = textOf(receipt);
    for (const said of [APPLICANT, "4700000001", "Cụm Mẫu Bản Thử", "01/10/2026", "05/10/2026"])
      expect(text).toContain(said);
    expect(receipt.number).toBe(`Số: ${BLANK}/${BLANK}`);
    expect(receipt.dated).toBe(`${BLANK}, ngày 01 tháng 10 năm 2026`);
    // What the law was not compared with is said to whoever signs.
    expect(receipt.unchecked.join()).toContain("chưa đối chiếu bản gốc");
    const facts = receipt.body.flatMap((b) => (b.kind === "facts" ? b.rows : []));
    expect(facts.find((f) => f.label === "Ngày hẹn trả kết quả")?.text).toBe(BLANK);
  });

  test("a request for a supplement quotes what the officer noted, and says that the clock stands", async () => {
    const asked = await opened("supplement");
    expect(asked.to).toEqual([APPLICANT]);
    expect(textOf(asked)).toContain(REASON);
    expect(textOf(asked)).toContain("đang dừng tính");
    // As it stood on that day: what came later is not in it.
    expect(textOf(asked)).not.toContain("20/10/2026");
  });

  test("one letter asks several bodies, each with its own limit and last day, and names no applicant", async () => {
    const asked = await opened("opinions");
    expect(asked.to).toEqual(["Sở Mẫu Một", "Sở Mẫu Hai"]);
    const table = asked.body.find((b) => b.kind === "table");
    expect(table).toMatchObject({
      rows: [
        ["Sở Mẫu Một", "7 ngày làm việc", "04/11/2026"],
        ["Sở Mẫu Hai", "10 ngày làm việc", "09/11/2026"],
      ],
    });
    expect(textOf(asked)).not.toContain(APPLICANT);
  });

  test("the apology names the day that has passed with its article, and leaves the new day to who signs", async () => {
    const late = textOf(await opened("delay"));
    expect(late).toContain("Nghị định");
    expect(late).toContain(`hẹn lại ngày trả kết quả: ${BLANK}`);
  });

  test("an apology that was sent keeps the day that it gave, and is owed again once that has passed", async () => {
    const as = people.handler.signedIn;
    const made = await openMau(khu, { ...people, on: "2026-10-01" });
    const lettersOf = async () =>
      letterList.parse((await khu.get(`/api/cases/${made.id}/letters`, as)).body).items;
    const today = vietnamDay(Date.now());
    const calendar = usualCalendar();
    const days = Array.from({ length: 20 }, (_, n) => addDays(today, n + 1));
    const until = days.find((day) => calendar.isWorking(daySerial(day))) ?? today;
    const off = days.find((day) => !calendar.isWorking(daySerial(day))) ?? today;
    const tell = async (event: object) => {
      const { expected } = await pageAs(khu, as, made.id);
      const payload = { on: today, event, note: REASON, expected, requestKey: uuidv7() };
      return khu.app.inject({ method: "POST", url: `/api/cases/${made.id}/events`, headers: as, payload });
    };
    expect((await lettersOf()).map(({ key }) => key)).toContain("delay");

    const refused = await tell({ kind: "apologised", until: off });
    expect([refused.statusCode, refused.json().code]).toEqual([422, "case.newDayOff"]);
    expect((await tell({ kind: "apologised" })).json().code).toBe("case.newDayMissing");
    expect((await tell({ kind: "paused", until })).json().code).toBe("case.newDayUnasked");

    expect((await tell({ kind: "apologised", until })).statusCode).toBe(200);
    const keys = (await lettersOf()).map(({ key }) => key);
    expect(keys).not.toContain("delay");
    const sent = keys.find((key) => key.startsWith("delay."));
    const told = textOf(letter.parse((await khu.get(`/api/cases/${made.id}/letters/${sent}`, as)).body));
    expect(told).toContain(`hẹn lại ngày trả kết quả: ngày ${printedDate(until)}.`);
    expect(told).toContain(REASON);
    // The limit of the law is as late as before: a promise moves nothing.
    const page = casePage.parse((await khu.get(`/api/cases/${made.id}`, as)).body);
    expect(page.events.at(-1)).toMatchObject({ kind: "apologised", until });
    expect(page.due?.on.slice(0, 7)).toBe("2026-10");
    expect(JSON.stringify(page)).not.toContain(REASON);
  });

  test("tell of an extension where the law knows one, once", async () => {
    const as = people.handler.signedIn;
    const { place } = await openMau(khu, { ...people, on: "2026-11-02" });
    const payload = {
      ...{ procedure: "basicDesignAppraisal", places: [place], topic: "Nhà xưởng Mẫu" },
      ...{ unit: people.unit, on: "2026-11-02", requestKey: uuidv7() },
    };
    const made = z.object({ id: z.string() }).parse(await postAs(khu, as, "/api/cases", payload));
    const extended = { kind: "extended", days: 10, unit: "working" };
    await tellAs(khu, as, { id: made.id, on: "2026-11-10", event: extended, note: REASON });
    const { items } = letterList.parse((await khu.get(`/api/cases/${made.id}/letters`, as)).body);
    const key = items.find((item) => item.key.startsWith("extension"))?.key;
    const told = textOf(letter.parse((await khu.get(`/api/cases/${made.id}/letters/${key}`, as)).body));
    expect(told).toContain("thêm 10 ngày làm việc");
    await expect(tellAs(khu, as, { id: made.id, on: "2026-11-11", event: extended })).rejects.toThrow(
      "case.extended",
    );
  });

  test("are read in English by switch", async () => {
    const receipt = await opened("receipt", "?lang=en");
    expect(receipt.motto).toBe("Independence - Freedom - Happiness");
    expect(receipt.title).toBe("RECEIPT WITH THE DAY OF THE RESULT");
    expect(receipt.dated).toContain("1 October 2026");
  });

  test("are to one of several applicants, chosen by whoever prints them; another id opens nothing", async () => {
    const as = people.handler.signedIn;
    const second = await keepAs(khu, as, { id, on: "2026-10-28", item: { kind: "applicant", name: OTHER } });
    const unchosen = await opened("supplement");
    expect([unchosen.to, unchosen.addressee]).toEqual([[BLANK], null]);
    expect((await opened("supplement", `?to=${second}`)).to).toEqual([OTHER]);
    const chosen = await opened("supplement", `?to=${first}`);
    expect(JSON.stringify(chosen.body)).not.toContain(OTHER);
    const none = await khu.get(`/api/cases/${id}/letters/receipt?to=${uuidv7()}`, as);
    expect(none.status).toBe(404);
    expect((await khu.get(`/api/cases/${id}/letters/khong-co`, as)).status).toBe(404);
  });

  test("once decided gives the result with its paper, and says which limit it had", async () => {
    const made = await openMau(khu, { ...people, on: "2026-10-02" });
    const as = people.handler.signedIn;
    const { expected } = await pageAs(khu, as, made.id);
    const draft = {
      ...{ kind: "decision", number: "9701/QĐ-UBND", signedOn: "2026-10-20", issuer: "UBND tỉnh Mẫu" },
      title: "Không chấp thuận Mẫu",
    };
    await postAs(khu, as, `/api/cases/${made.id}/decision`, {
      ...{
        outcome: "refused",
        changes: false,
        on: "2026-10-20",
        expected,
        requestKey: uuidv7(),
        note: REASON,
      },
      telling: {
        ...{ about: "zone", paper: { kind: "new", draft }, subject: null, expected: 0 },
        set: { name: "CCN Mẫu Bản Thử", kind: "cluster", places: [made.place] },
        from: { kind: "on", date: "2026-10-20" },
      },
    });
    const { items } = letterList.parse((await khu.get(`/api/cases/${made.id}/letters`, as)).body);
    const key = items.find((i) => i.key.startsWith("denial"))?.key;
    const told = textOf(letter.parse((await khu.get(`/api/cases/${made.id}/letters/${key}`, as)).body));
    expect(told).toContain("9701/QĐ-UBND");
    expect(told).toContain(REASON);
    expect(items.map((i) => i.key)).not.toContain("delay");
  });
});

describe("who stands outside", () => {
  test("opens no letter and no list of them, nor by asking for a day on which another unit had the case", async () => {
    const nobody = { host: "127.0.0.1" };
    for (const url of [`/api/cases/${id}/letters`, `/api/cases/${id}/letters/receipt`]) {
      for (const { signedIn } of people.others) {
        const answer = await khu.app.inject({ url: `${url}?asOf=2026-10-05`, headers: signedIn });
        expect(answer.statusCode, url).toBe(403);
        expect(answer.body).not.toContain("Trúc Bạch");
      }
      expect((await khu.app.inject({ url, headers: nobody })).statusCode).toBe(401);
    }
  });

  test("no longer opens them once the dossier was handed over to another unit", async () => {
    const made = await openMau(khu, { ...people, on: "2026-10-05" });
    const as = people.handler.signedIn;
    const admin = await khu.signIn();
    const unit = z
      .object({ id: z.string() })
      .parse(await postAs(khu, admin, "/api/units", { name: "Phòng Mẫu nhận bàn giao" })).id;
    expect((await khu.get(`/api/cases/${made.id}/letters/receipt`, as)).status).toBe(200);
    const { expected } = await pageAs(khu, as, made.id);
    const handing = { unit, on: "2026-10-06", expected, requestKey: uuidv7() };
    await postAs(khu, as, `/api/cases/${made.id}/handling`, handing);
    for (const day of ["", "?asOf=2026-10-05", "?knownAt=2026-10-05"])
      expect((await khu.get(`/api/cases/${made.id}/letters/receipt${day}`, as)).status).toBe(403);
  });

  test("finds each opening noted, as other looks are, and a list of letters none", async () => {
    const looks = async () => {
      const { rows } = await khu.register.database.pool.query(
        "select count(*)::int as n from case_looks where case_id = $1",
        [id],
      );
      return z.object({ n: z.number() }).parse(rows[0]).n;
    };
    const before = await looks();
    await keysOf(people.handler.signedIn);
    expect(await looks()).toBe(before);
    await opened("receipt");
    expect(await looks()).toBe(before + 1);
  });
});
