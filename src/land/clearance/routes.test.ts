import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "../../../tests/bacKan.ts";
import { tellRound } from "../../../tests/invented.ts";
import { newPerson, type SignedIn } from "../../../tests/people.ts";
import { batch, entry, fixedId, paper, setting } from "../../../tests/register-fixture/builders.ts";
import { partialDate } from "../../kernel/dates.ts";
import { calendarYear } from "../../law/calendar/vocabulary.ts";
import { receiptOrThrow } from "../../register/public.ts";
import { clearanceBoard, roundPage } from "./boardWords.ts";

const NOVEMBER = "place=06&asOf=2023-11-30";
const AT = "place=19&asOf=2026-11-01";
const CLOSED = fixedId(7001);
const INTERNAL = fixedId(7002);

let khu: Running;
let reader: SignedIn;
let zone: string;
beforeAll(async () => {
  khu = await startBacKan();
  zone = z.object({ id: z.string() }).parse((await khu.get(`/api/zones/cam-giang?${NOVEMBER}`)).body).id;
  const grant = { role: "reader", over: { kind: "everything" } };
  reader = (await newPerson(khu, { login: "doc.mau", grant })).signedIn;
}, 180_000);
afterAll(() => khu?.stop());

const board = async (words: string, as?: SignedIn) =>
  clearanceBoard.parse((await khu.get(`/api/clearance?${words}`, as)).body);

describe("the board of site clearance", () => {
  test("shows the five clusters of 11/2023 with their stage, its date and no number", async () => {
    const { items, untold, hidden } = await board(NOVEMBER);
    expect([items, hidden]).toEqual([[], 0]);
    expect(untold.map((u) => u.zone.label).sort()).toEqual([
      "CCN Cẩm Giàng",
      "CCN Nam Bằng Lũng",
      "CCN Quảng Chu",
      "CCN Thanh Thịnh",
      "CCN Vằng Mười",
    ]);
    for (const { text, documents } of untold) {
      expect(text).toBe("đang giải phóng mặt bằng (theo tài liệu đến 11/2023); chưa có số liệu thửa đất");
      expect(documents).toHaveLength(1);
    }
    for (const id of [
      "land.handedOver",
      "land.handedOverRate",
      "land.compensationPaid",
      "land.monthsBehind",
    ]) {
      const figure = await khu.figure(id, NOVEMBER);
      expect([id, figure.value, figure.missing.length]).toEqual([id, null, 5]);
    }
  });

  test("shows a round once it is recorded, with its steps; as known before it is not there", async () => {
    const before = z.object({ commit: z.number() }).parse((await khu.get("/api/health")).body).commit;
    const id = await tellRound(khu, await khu.signIn());
    const { items, untold } = await board(NOVEMBER);
    expect(items).toMatchObject([
      {
        ...{ id, name: "Đợt mẫu", toRecover: 120_000, handedOver: 30_000, rate: 25, monthsBehind: 1 },
        ...{ areaBehind: 20_000, reached: { step: "notice" }, approved: null, disputed: null },
      },
    ]);
    expect(untold).toHaveLength(4);
    expect((await board(`${NOVEMBER}&knownAt=${before}`)).untold).toHaveLength(5);
    const page = roundPage.parse((await khu.get(`/api/clearance/dot-mau?${AT}`)).body);
    expect(page).toMatchObject({ id, signer: "UBND tỉnh" });
    expect(page.agreement).toEqual({ area: null, holders: null, enough: null });
    // Its notice is from before the law of 2024 and nothing was decided by 2026.
    expect(page.steps.find((s) => s.step === "recoveryDecision")?.state).toBe("lapsed");
    expect(page.steps.find((s) => s.step === "notice")?.lapses).toMatchObject({
      day: "2026-01-01",
      isLaw: true,
    });
    expect(page.steps.map((s) => s.step)).toContain("noticeAgain");
    expect((await khu.get(`/api/clearance/dot-mau?${NOVEMBER}&knownAt=${before}`)).status).toBe(404);
    expect((await khu.get("/api/clearance/dot-mau?place=06&asOf=2020-01-01")).status).toBe(404);
  });

  test("tells how far the holders agree, and what is closed of it to insiders alone", async () => {
    const id = roundPage.parse((await khu.get(`/api/clearance/dot-mau?${AT}`)).body).id;
    const subject = { id, kind: "clearance", key: "dot-mau" } as const;
    const open = paper(fixedId(7010), { number: "80/BC-MẪU" });
    const closed = paper(fixedId(7011), { number: "81/BC-MẪU", access: "internal" });
    const from = "2026-10-01";
    const changes = [
      setting({
        ...{ id: fixedId(7012), subject, document: open.id, from },
        attributes: { countedLand: 100_000, agreedLand: 80_000 },
      }),
      setting({
        ...{ id: fixedId(7013), subject, document: closed.id, from },
        attributes: { countedHolders: 40, agreedHolders: 30 },
      }),
    ];
    receiptOrThrow(await khu.register.writer.submit(batch("mau-75", { documents: [open, closed], changes })));
    const agreement = async (as?: SignedIn) =>
      roundPage.parse((await khu.get(`/api/clearance/dot-mau?${AT}`, as)).body).agreement;
    const area = { agreed: 80_000, all: 100_000, rate: 80, lacking: 0 };
    expect(await agreement()).toEqual({ area, holders: null, enough: null });
    const holders = { agreed: 30, all: 40, rate: 75, lacking: 1 };
    expect(await agreement(reader)).toEqual({ area, holders, enough: false });
  });

  test("moves a day of the law with the working calendar, and keeps what was known before", async () => {
    const id = roundPage.parse((await khu.get(`/api/clearance/dot-mau?${AT}`)).body).id;
    const document = paper(fixedId(7021), { number: "82/QĐ-MẪU" });
    const change = setting({
      ...{ id: fixedId(7022), subject: { id, kind: "clearance", key: "dot-mau" } },
      ...{ document: document.id, from: "2026-07-06" },
      attributes: { enforcementDecision: "2026-07-06", enforcementReceived: "2026-07-07" },
    });
    const { writer } = khu.register;
    const receipt = await writer.submit(batch("mau-cuong-che", { documents: [document], changes: [change] }));
    const { commit } = receiptOrThrow(receipt);
    const begins = async (words = "") => {
      const page = roundPage.parse((await khu.get(`/api/clearance/dot-mau?${AT}${words}`)).body);
      return page.steps.find((s) => s.step === "enforcement")?.notBefore?.day;
    };
    expect(await begins()).toBe("2026-07-17");
    const of = z.object({ year: calendarYear, version: z.number() });
    const { year, version } = of.parse((await khu.get("/api/calendar?year=2026")).body);
    const invented = { paper: "Thông báo mẫu", mark: "P" };
    const payload = {
      daysOff: [...year.daysOff, { on: "2026-07-17", reason: "swapped", note: null, ...invented }],
      worked: [...year.worked, { on: "2026-07-18", insteadOf: "2026-07-17", ...invented }],
      ...{ was: version, why: "Có thông báo mẫu", requestKey: fixedId(7023) },
    };
    const headers = await khu.signIn();
    const changed = await khu.app.inject({ method: "PUT", url: "/api/calendar/2026", headers, payload });
    expect(changed.statusCode).toBe(200);
    expect([await begins(), await begins(`&knownAt=${commit}`)]).toEqual(["2026-07-18", "2026-07-17"]);
    const moves = async (words = "") =>
      roundPage.parse((await khu.get(`/api/clearance/dot-mau?${AT}${words}`)).body).moves;
    // Counted on the day of the change, with what was known before it.
    expect(await moves()).toMatchObject([
      {
        ...{ label: "Thực hiện cưỡng chế", bound: "notBefore", from: "2026-07-17", to: "2026-07-18" },
        why: expect.stringMatching(/^Lịch làm việc năm 2026 đổi: 17\/07\/2026 thành ngày nghỉ/),
      },
    ]);
    expect(await moves(`&knownAt=${commit}`)).toEqual([]);
    // The reason that an administrator gave is for those who may read the history.
    expect(JSON.stringify(await moves())).not.toContain("Có thông báo mẫu");
  });

  test("tells what the province's own days moved, and not to whom the paper behind it is closed", async () => {
    const id = roundPage.parse((await khu.get(`/api/clearance/dot-mau?${AT}`)).body).id;
    const document = paper(fixedId(7031), { number: "83/BB-MẪU", access: "internal" });
    const change = setting({
      ...{ id: fixedId(7032), subject: { id, kind: "clearance", key: "dot-mau" } },
      ...{ document: document.id, from: "2026-10-05", attributes: { inventory: "2026-10-05" } },
    });
    const { writer } = khu.register;
    receiptOrThrow(await writer.submit(batch("mau-kiem-dem", { documents: [document], changes: [change] })));
    const payload = { value: 15, was: 10, why: "Mẫu", requestKey: fixedId(7033) };
    const headers = await khu.signIn();
    const url = "/api/settings/clearanceOriginDays";
    expect((await khu.app.inject({ method: "PUT", url, headers, payload })).statusCode).toBe(200);
    const told = async (as?: SignedIn) =>
      roundPage
        .parse((await khu.get(`/api/clearance/dot-mau?${AT}`, as)).body)
        .moves.map((m) => [m.label, m.bound, m.from, m.to, m.why]);
    const own = [
      ...["Xác nhận nguồn gốc đất", "dueBy", "2026-10-15", "2026-10-20"],
      "Thiết lập: Xác nhận nguồn gốc đất trong: 15 ngày",
    ];
    expect(await told(reader)).toContainEqual(own);
    expect(await told()).toEqual((await told(reader)).filter((m) => m[0] !== own[0]));
  });

  test("keeps a round that rests on a closed paper, and its money, from who may not read it", async () => {
    const document = paper(INTERNAL, {
      access: "internal",
      number: "79/BC-MẪU",
      title: "Báo cáo mẫu nội bộ",
    });
    const change = setting({
      ...{
        id: fixedId(7003),
        subject: { id: CLOSED, kind: "clearance", key: "mau-kin" },
        document: INTERNAL,
      },
      ...{ from: "2026-10-01", attributes: { name: "Đợt mẫu kín", zone, toRecover: 77_000 } },
    });
    const paid = entry({
      ...{
        id: fixedId(7004),
        kind: "compensationPaid",
        subjects: [CLOSED],
        document: INTERNAL,
        unit: "dong",
      },
      ...{ amount: 987_654_321, dated: { kind: "on", date: partialDate("2026-10-02") } },
    });
    receiptOrThrow(
      await khu.register.writer.submit(
        batch("mau-kin", { documents: [document], changes: [change], entries: [paid] }),
      ),
    );
    const paths = [
      `/api/clearance?${AT}`,
      `/api/clearance/${CLOSED}?${AT}`,
      `/api/clearance/mau-kin?${AT}`,
      ...["land.toRecover", "land.compensationPaid", "land.handedOverRate"].map(
        (f) => `/api/figures/${f}?${AT}`,
      ),
      `/api/figures/land.toRecover/course?${AT}`,
      `/api/figures?${AT}`,
      `/api/search?query=dot%20mau%20kin&${AT}`,
    ];
    const textFor = async (as?: SignedIn) =>
      JSON.stringify(await Promise.all(paths.map(async (path) => (await khu.get(path, as)).body)));
    const open = await textFor();
    for (const trace of ["Đợt mẫu kín", "77000", "197000", "987654321", "79/BC-MẪU"]) {
      expect([trace, open.includes(trace)]).toEqual([trace, false]);
    }
    const { items, hidden } = await board(AT);
    expect([items.map((r) => r.name), hidden]).toEqual([["Đợt mẫu"], 1]);
    const seen = await board(AT, reader);
    expect([seen.items.map((r) => r.name), seen.hidden]).toEqual([["Đợt mẫu", "Đợt mẫu kín"], 0]);
    expect(seen.items[1]).toMatchObject({ paid: { value: 987_654_321 } });
    expect(await khu.figure("land.toRecover", AT)).toMatchObject({ value: null, withheld: true, hidden: 1 });
  });
});
