/**
 * A decision that departs from its council, over HTTP and in Chromium: who records it is told and goes on with a reason, and
 * nobody else learns what the council came to.
 */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "./bacKan.ts";
import { onDay, openAs, startBrowser } from "./browser.ts";
import {
  type CasePeople,
  keepAs,
  openMau,
  pageAs,
  peopleOfCases,
  postAs,
  tellAs,
  whereFound,
} from "./caseActs.ts";
import { PASSWORD_OF_ALL, type SignedIn } from "./people.ts";
import { expectUsable } from "./recordingScreens.ts";

const CHOSEN = "Công ty Mẫu Lau Trắng";
const OTHER = "Công ty Mẫu Trúc Xanh";
const REASON = "Nhà đầu tư Mẫu đứng đầu đã rút văn bản đề nghị";
const DECIDED = "2026-11-10";
const KEYS = ["infrastructure", "environment", "capacity", "finance"];

let khu: Running;
let people: CasePeople;
beforeAll(async () => {
  khu = await startBacKan();
  people = await peopleOfCases(khu);
}, 240_000);
afterAll(() => khu?.stop());

/** A case that waits for its decision; `points` of the two applicants, none where nobody scores. */
async function scored(points: readonly (readonly number[])[]) {
  const { handler, chair, member } = people;
  const as = handler.signedIn;
  const { id, place, number } = await openMau(khu, { ...people, on: "2026-10-01" });
  const step = (on: string, name: string) =>
    tellAs(khu, as, { id, on, event: { kind: "stepDone", step: name } });
  await step("2026-10-02", "notice");
  const applicants: string[] = [];
  for (const name of [CHOSEN, OTHER])
    applicants.push(await keepAs(khu, as, { id, on: "2026-10-05", item: { kind: "applicant", name } }));
  await step("2026-10-12", "window");
  await step("2026-10-15", "submission");
  await tellAs(khu, as, { id, on: "2026-10-16", event: { kind: "completed" } });
  await postAs(khu, as, `/api/cases/${id}/handling`, {
    ...{ on: "2026-10-20", expected: (await pageAs(khu, as, id)).expected, requestKey: uuidv7() },
    council: [
      { account: chair.id, role: "chair" },
      { account: member.id, role: "member" },
    ],
  });
  await step("2026-10-20", "council");
  await step("2026-10-22", "criteria");
  for (const by of points.length === 0 ? [] : [chair, member]) {
    for (const [i, of] of points.entries()) {
      const scores = Object.fromEntries(KEYS.map((key, at) => [key, of[at] ?? 0]));
      const item = { kind: "scoreSheet", applicant: applicants[i], scores };
      await keepAs(khu, by.signedIn, { id, on: "2026-10-27", item });
    }
  }
  await step("2026-10-28", "scoring");
  await step("2026-11-05", "appraisal");
  return { id, place, number, applicants };
}

async function decide(
  as: SignedIn,
  of: { readonly id: string; readonly place: string },
  told: { readonly number: string; readonly developer: string | null; readonly reason?: string },
) {
  const { expected } = await pageAs(khu, people.handler.signedIn, of.id);
  const draft = {
    ...{ kind: "decision", number: told.number, signedOn: DECIDED, issuer: "UBND tỉnh Mẫu" },
    title: `Thành lập Cụm Mẫu ${told.number.slice(0, 4)}`,
  };
  const payload = {
    ...{ outcome: "decided", changes: true, on: DECIDED, expected, requestKey: uuidv7() },
    ...(told.reason === undefined ? {} : { reason: told.reason }),
    telling: {
      ...{ about: "zone", paper: { kind: "new", draft }, subject: null, expected: 0 },
      from: { kind: "on", date: DECIDED },
      set: { name: draft.title, kind: "cluster", places: [of.place], legal: "established", area: 450_000 },
      organisation: told.developer === null ? null : { name: told.developer },
    },
  };
  const url = `/api/cases/${of.id}/decision`;
  const answer = await khu.app.inject({ method: "POST", url, headers: as, payload });
  return { status: answer.statusCode, body: answer.body };
}

const FIRST_CHOSEN = [
  [12, 13, 25, 31],
  [10, 10, 15, 20],
] as const;
const itemsOf = async (as: SignedIn, id: string) =>
  z
    .object({ items: z.array(z.looseObject({ item: z.looseObject({ kind: z.string() }).nullable() })) })
    .parse((await khu.get(`/api/cases/${id}/dossier`, as)).body)
    .items.flatMap(({ item }) => item ?? []);

describe("a decision that names another than the council chose", { timeout: 300_000 }, () => {
  test("is told to who records it, and recorded with a reason that stays sealed", async () => {
    const made = await scored(FIRST_CHOSEN);
    const { handler, chair, member, others } = people;
    const refused = await decide(handler.signedIn, made, { number: "9511/QĐ-UBND", developer: OTHER });
    expect([refused.status, JSON.parse(refused.body).code]).toEqual([409, "case.departs"]);
    expect(refused.body).toContain(`Hội đồng chọn “${CHOSEN}” (81,00 điểm)`);
    expect(refused.body).toContain(`Quyết định nêu “${OTHER}”`);
    // Nothing was recorded, and that it was told is a look.
    expect((await pageAs(khu, handler.signedIn, made.id)).state).toBe("open");
    expect((await khu.get("/api/documents?find=9511", handler.signedIn)).body).not.toMatchObject({
      items: [expect.anything()],
    });
    const looks = await khu.register.database.pool.query(
      "select as_whom, items from case_looks where case_id = $1",
      [made.id],
    );
    expect(looks.rows).toEqual([{ as_whom: "unit", items: 2 }]);
    // Whoever may not open the sealed part may not decide, and is told nothing of it.
    for (const as of [...others.map((o) => o.signedIn), chair.signedIn, member.signedIn]) {
      const answer = await decide(as, made, { number: "9511/QĐ-UBND", developer: OTHER });
      expect(answer.status).toBe(403);
      expect(answer.body).not.toMatch(/Lau Trắng|điểm|departs/u);
    }

    const told = { number: "9511/QĐ-UBND", developer: OTHER, reason: REASON };
    const decided = await decide(handler.signedIn, made, told);
    expect(decided.status, decided.body).toBe(200);
    expect((await pageAs(khu, handler.signedIn, made.id)).state).toBe("decided");
    const departure = { kind: "departure", found: "other", chosen: made.applicants[0], named: OTHER };
    for (const as of [handler.signedIn, chair.signedIn])
      expect(await itemsOf(as, made.id)).toContainEqual({ ...departure, reason: REASON, note: null });
    // A member sees their own sheets alone, and so not what all of them came to.
    expect((await itemsOf(member.signedIn, made.id)).map(({ kind }) => kind)).not.toContain("departure");
    const more = [`/api/cases/${made.id}`, `/api/cases/${made.id}/dossier`, "/api/history"];
    for (const { signedIn } of others)
      expect(await whereFound(khu, { as: signedIn, words: [CHOSEN, REASON], more })).toEqual([]);
    const { rows } = await khu.register.database.pool.query(
      "select count(*)::int as n from changes where attributes::text like '%Lau Trắng%' or note like '%Lau Trắng%'",
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("is told where nobody scored, and where nobody came to 50; where they agree nothing is asked", async () => {
    const as = people.handler.signedIn;
    const unscored = await decide(as, await scored([]), { number: "9521/QĐ-UBND", developer: CHOSEN });
    expect([unscored.status, unscored.body]).toEqual([
      409,
      expect.stringContaining("không có phiếu chấm nào"),
    ]);
    const low = await scored([
      [10, 10, 10, 19],
      [1, 1, 1, 1],
    ]);
    const nobody = await decide(as, low, { number: "9522/QĐ-UBND", developer: CHOSEN });
    expect([nobody.status, nobody.body]).toEqual([
      409,
      expect.stringContaining("không nhà đầu tư nào đạt 50"),
    ]);
    const tied = await scored([
      [10, 10, 20, 20],
      [10, 10, 20, 20],
    ]);
    const tie = await decide(as, tied, { number: "9523/QĐ-UBND", developer: OTHER });
    expect([tie.status, tie.body]).toEqual([409, expect.stringContaining("chưa đề nghị chọn ai")]);
    await keepAs(khu, people.chair.signedIn, {
      ...{ id: tied.id, on: "2026-11-06" },
      item: { kind: "proposal", applicant: tied.applicants[1], reason: "Mẫu" },
    });
    const settled = await decide(as, tied, { number: "9523/QĐ-UBND", developer: OTHER });
    expect(settled.status, settled.body).toBe(200);
  });

  test("by hand nobody keeps such an item", async () => {
    const { id } = await scored([]);
    const item = { kind: "departure", found: "other", chosen: null, named: null, reason: "Mẫu", note: null };
    const url = `/api/cases/${id}/dossier`;
    const payload = { item, on: "2026-11-06", requestKey: uuidv7() };
    const headers = people.handler.signedIn;
    expect((await khu.app.inject({ method: "POST", url, headers, payload })).statusCode).toBe(400);
  });

  test("is told on the screen with room for the reason", async () => {
    const { number } = await scored(FIRST_CHOSEN);
    const base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
    const browser = await startBrowser();
    try {
      const signIn = { login: "thuly", password: PASSWORD_OF_ALL };
      const { page } = await openAs({ browser, base }, signIn, `/cases/${number}`);
      await page.getByText("Ghi quyết định đã ký").click();
      const form = page.locator(".case-decision");
      await form.getByRole("button", { name: "Đăng ký văn bản mới" }).click();
      await form.getByLabel("Số, ký hiệu").fill("9531/QĐ-UBND");
      await form.getByLabel("Ngày ký").fill("10/11/2026");
      await form.getByLabel("Cơ quan ban hành").fill("UBND tỉnh Mẫu");
      await form.getByLabel("Trích yếu").fill("Thành lập Cụm Mẫu Khác");
      await onDay(form, DECIDED);
      await form.getByLabel("Diện tích (ha)").fill("45");
      await form.getByLabel("Tìm xã, phường, huyện").fill("Bach Thong");
      await form.locator(".case-found button").first().click();
      await form.getByLabel("Chủ đầu tư hạ tầng theo quyết định").fill(OTHER);
      await form.getByRole("button", { name: "Ghi quyết định vào sổ" }).click();
      await form.getByText(`Hội đồng chọn “${CHOSEN}”`).waitFor();
      await expectUsable(page, "decision-departs");
      await form.getByLabel("Lý do vẫn ghi theo quyết định").fill(REASON);
      await form.getByRole("button", { name: "Ghi quyết định kèm lý do" }).click();
      await page.getByText("Đã quyết định").first().waitFor();
      await page.getByRole("button", { name: "Mở phần kín" }).click();
      await page.getByText("Lý do quyết định khác kết quả của Hội đồng").waitFor();
      await page.getByText(REASON).waitFor();
    } finally {
      await browser.close();
    }
  });
});
