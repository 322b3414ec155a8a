/** Cases over HTTP on a real database: received, moved on, looked up; who stands outside learns nothing of what is sealed. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "../../../tests/bacKan.ts";
import { newPerson, type SignedIn } from "../../../tests/people.ts";
import { plainDate } from "../../kernel/dates.ts";
import { casePage, dossier, openedCase } from "./pageWords.ts";

let khu: Running;
let unit: string;
let place: string;
let inside: SignedIn;
let outside: SignedIn;
const APPLICANT = "Công ty Mẫu Xương Rồng";

const post = async (as: SignedIn | null, url: string, payload: object) => {
  const answer = await khu.app.inject({ method: "POST", url, headers: as ?? { host: "127.0.0.1" }, payload });
  return { status: answer.statusCode, body: answer.body };
};
const get = async (as: SignedIn | null, url: string) => {
  const answer = await khu.app.inject({ url, headers: as ?? { host: "127.0.0.1" } });
  return { status: answer.statusCode, body: answer.body };
};
const codeOf = (body: string) => z.looseObject({ code: z.string() }).parse(JSON.parse(body)).code;

beforeAll(async () => {
  khu = await startBacKan();
  const admin = await khu.signIn();
  const grant = { role: "approver", area: { kind: "everything" } };
  const first = await newPerson(khu, { login: "thu-ly", grant });
  const second = await newPerson(khu, { login: "don-vi-khac", grant });
  for (const [name, account] of [
    ["Phòng Mẫu A", first.id],
    ["Phòng Mẫu B", second.id],
  ]) {
    const made = await post(admin, "/api/units", { name });
    const { id } = z.looseObject({ id: z.string() }).parse(JSON.parse(made.body));
    unit ??= id;
    expect((await post(admin, `/api/units/${id}/members`, { account })).status).toBeLessThan(300);
  }
  inside = first.signedIn;
  outside = second.signedIn;
  place = khu.register.places().findByCode("06", plainDate("2023-11-30"))?.id ?? "";
}, 240_000);
afterAll(() => khu?.stop());

const opening = (more: object = {}) => ({
  ...{ procedure: "clusterEstablishment", topic: "CCN Mẫu dự kiến", places: [place], unit, on: "2026-10-01" },
  ...{ requestKey: uuidv7(), ...more },
});
async function opened(more: object = {}) {
  const answer = await post(inside, "/api/cases", opening(more));
  expect(answer.status, answer.body).toBe(200);
  return openedCase.parse(JSON.parse(answer.body));
}
const pageFor = async (as: SignedIn, id: string) => {
  const answer = await get(as, `/api/cases/${id}`);
  expect(answer.status, answer.body).toBe(200);
  return casePage.parse(JSON.parse(answer.body));
};
const happen = (id: string, event: object, on: string, expected: number) =>
  post(inside, `/api/cases/${id}/events`, { event, on, expected, requestKey: uuidv7() });

describe("a case", () => {
  test("is received under a number of its year, and says what is due and under which text", async () => {
    const { id, number } = await opened();
    expect(number).toMatch(/^HS-2026-\d{4}$/);
    const page = await pageFor(inside, id);
    expect(page).toMatchObject({
      number,
      state: "open",
      step: { key: "notice" },
      mayHandle: true,
      insider: "unit",
    });
    expect(page.law.mark).not.toBe("");
    // Two working days from Thursday 1/10/2026.
    expect(page.deadlines.find((d) => d.name === "notice")).toMatchObject({ dueOn: "2026-10-05" });
    expect(page.due?.on).toBe("2026-10-05");
    const explained = page.deadlines[0]?.explanation.map((l) => l.text).join(" ");
    expect(explained).toContain("02/10/2026");
  });

  test("moves on step by step, and refuses a paper of a step already passed", async () => {
    const { id, commit } = await opened();
    const noticed = await happen(id, { kind: "stepDone", step: "notice" }, "2026-10-05", commit);
    expect(noticed.status, noticed.body).toBe(200);
    const page = await pageFor(inside, id);
    expect(page.step?.key).toBe("window");
    expect(page.deadlines.find((d) => d.name === "window")).toMatchObject({
      kind: "notBefore",
      notBefore: "2026-10-12",
    });
    const again = await happen(id, { kind: "stepDone", step: "notice" }, "2026-10-06", page.expected);
    expect([again.status, codeOf(again.body)]).toEqual([409, "case.stepPassed"]);
    expect(again.body).toContain("05/10/2026");
  });

  test("is answered as the first time where a request comes again", async () => {
    const body = opening();
    const [first, second] = [await post(inside, "/api/cases", body), await post(inside, "/api/cases", body)];
    const [a, b] = [first, second].map((x) => openedCase.parse(JSON.parse(x.body)));
    expect([b?.id, b?.number]).toEqual([a?.id, a?.number]);
    const event = { event: { kind: "stepDone", step: "notice" }, on: "2026-10-05", expected: a?.commit };
    const told = { ...event, requestKey: uuidv7() };
    const url = `/api/cases/${a?.id}/events`;
    expect((await post(inside, url, told)).body).toBe((await post(inside, url, told)).body);
  });

  test("registers the paper of what happened with it, once however often it is sent", async () => {
    const { id, commit } = await opened();
    const draft = {
      ...{ kind: "letter", number: "12/TB-UBND", signedOn: "2026-10-05", issuer: "UBND xã Mẫu" },
      ...{ title: "Thông báo tiếp nhận hồ sơ Mẫu", access: "internal" },
    };
    const told = {
      ...{ event: { kind: "stepDone", step: "notice" }, on: "2026-10-05", expected: commit },
      ...{ paper: { kind: "new", draft }, requestKey: uuidv7() },
    };
    const url = `/api/cases/${id}/events`;
    const first = await post(inside, url, told);
    expect(first.status, first.body).toBe(200);
    expect(await post(inside, url, told)).toEqual(first);
    const other = await post(inside, url, { ...told, on: "2026-10-06" });
    expect([other.status, codeOf(other.body)]).toEqual([409, "request.reused"]);
    const { events } = await pageFor(inside, id);
    expect(events.map((e) => e.document?.label)).toContain("12/TB-UBND");
    const alike = await get(inside, "/api/recording/papers/alike?number=12/TB-UBND&title=x");
    expect(alike.body).toContain("Thông báo tiếp nhận hồ sơ Mẫu");
    expect((await get(null, "/api/recording/papers/alike?number=12/TB-UBND&title=x")).status).toBe(401);
  });

  test("refuses a paper whose title names who applies, until it is decided", async () => {
    const { id } = await opened();
    const item = { kind: "applicant", name: APPLICANT };
    const kept = await post(inside, `/api/cases/${id}/dossier`, {
      ...{ item, on: "2026-10-05", requestKey: uuidv7() },
    });
    expect(kept.status, kept.body).toBe(200);
    const draft = {
      ...{ kind: "letter", number: "13/TB-UBND", signedOn: "2026-10-05", issuer: "UBND xã Mẫu" },
      title: `Về hồ sơ của ${APPLICANT.toUpperCase()}`,
    };
    const page = await pageFor(inside, id);
    const tellWith = (title: string) =>
      post(inside, `/api/cases/${id}/events`, {
        ...{ event: { kind: "stepDone", step: "notice" }, on: "2026-10-05", expected: page.expected },
        ...{ paper: { kind: "new", draft: { ...draft, title } }, requestKey: uuidv7() },
      });
    const named = await tellWith(draft.title);
    expect([named.status, codeOf(named.body)]).toEqual([422, "case.namesApplicant"]);
    expect((await get(inside, "/api/documents?find=13/TB-UBND")).body).not.toContain("13/TB-UBND");
    expect((await tellWith("Thông báo Mẫu mười ba")).status).toBe(200);
  });

  test("is told on over what others kept meanwhile, and not over what happened meanwhile", async () => {
    const { id, commit } = await opened();
    const item = { kind: "note", text: "Ghi chú mẫu" };
    const kept = await post(inside, `/api/cases/${id}/dossier`, {
      ...{ item, on: "2026-10-05", requestKey: uuidv7() },
    });
    expect(kept.status, kept.body).toBe(200);
    const told = await happen(id, { kind: "stepDone", step: "notice" }, "2026-10-05", commit);
    expect(told.status, told.body).toBe(200);
    const late = await happen(id, { kind: "stepDone", step: "window" }, "2026-10-20", commit);
    expect([late.status, codeOf(late.body)]).toEqual([409, "subject.moved"]);
  });

  test("keeps a paper of what happened inside unless told otherwise, and what happened always", async () => {
    const { id, commit } = await opened();
    const tellWith = (number: string, more: object, expected: number) =>
      post(inside, `/api/cases/${id}/events`, {
        ...{ event: { kind: "opinionAsked", body: `Sở Mẫu ${number}` }, on: "2026-10-05", expected },
        requestKey: uuidv7(),
        paper: {
          kind: "new",
          draft: {
            ...{ kind: "letter", number: `${number}/CV-SM`, signedOn: "2026-10-05", issuer: "Sở Mẫu" },
            ...{ title: `Công văn Mẫu ${number}`, ...more },
          },
        },
      });
    const idOf = async (number: string) => {
      const { events } = await pageFor(inside, id);
      return events.find((e) => e.document?.label === `${number}/CV-SM`)?.document?.id ?? "";
    };
    const unsaid = await tellWith("71", {}, commit);
    expect(unsaid.status, unsaid.body).toBe(200);
    expect((await get(null, `/api/documents/${await idOf("71")}`)).status).toBe(401);
    const open = await tellWith("72", { access: "public" }, (await pageFor(inside, id)).expected);
    expect(open.status, open.body).toBe(200);
    const paper = `/api/documents/${await idOf("72")}`;
    expect((await get(outside, paper)).body).toContain("Sở Mẫu 72");
    const shown = await get(null, paper);
    expect(shown.status).toBe(200);
    expect(shown.body).toContain("Công văn Mẫu 72");
    expect(JSON.parse(shown.body).decides).toEqual([]);
    const item = { kind: "applicant", name: APPLICANT };
    await post(inside, `/api/cases/${id}/dossier`, { item, on: "2026-10-05", requestKey: uuidv7() });
    const { expected } = await pageFor(inside, id);
    for (const named of [{ issuer: APPLICANT }, { url: `https://mau.vn/${encodeURIComponent(APPLICANT)}` }]) {
      const refusal = await tellWith("73", named, expected);
      expect([refusal.status, codeOf(refusal.body)]).toEqual([422, "case.namesApplicant"]);
    }
  });

  test("gives twenty that are opened at once twenty numbers", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => opened()));
    expect(new Set(all.map((c) => c.number)).size).toBe(20);
  });
});

describe("what is sealed", () => {
  test("is opened by the handling unit alone; another unit finds it nowhere", async () => {
    const { id } = await opened();
    const item = { kind: "applicant", name: APPLICANT, code: null, capital: 5_000_000_000 };
    const kept = await post(inside, `/api/cases/${id}/dossier`, {
      item,
      on: "2026-10-06",
      requestKey: uuidv7(),
    });
    expect(kept.status, kept.body).toBe(200);
    const mine = dossier.parse(JSON.parse((await get(inside, `/api/cases/${id}/dossier`)).body));
    expect(mine.items.map((i) => i.item)).toEqual([{ ...item, note: null }]);
    const theirs = await get(outside, `/api/cases/${id}/dossier`);
    expect([theirs.status, codeOf(theirs.body)]).toEqual([403, "case.notYours"]);
    expect((await pageFor(outside, id)).mayHandle).toBe(false);
    for (const url of [
      `/api/cases/${id}`,
      "/api/cases",
      `/api/search?q=${encodeURIComponent("Xương Rồng")}`,
      "/api/history",
    ]) {
      expect((await get(outside, url)).body, url).not.toContain("Xương Rồng");
    }
    const looks = await khu.register.database.pool.query(
      "select as_whom, items from case_looks where case_id = $1",
      [id],
    );
    expect(looks.rows).toEqual([{ as_whom: "unit", items: 1 }]);
  });

  test("holds what an officer notes beside an act; the history does not", async () => {
    const note = "Liên danh Mẫu Cây Đa nộp hồ sơ đầu tiên";
    const { id, commit } = await opened({ note });
    const told = { event: { kind: "stepDone", step: "notice" }, on: "2026-10-05", expected: commit };
    const again = { ...told, note: `${note}, rồi bổ sung`, requestKey: uuidv7() };
    expect((await post(inside, `/api/cases/${id}/events`, again)).status).toBe(200);
    const mine = dossier.parse(JSON.parse((await get(inside, `/api/cases/${id}/dossier`)).body));
    expect(mine.items.map((i) => i.item)).toEqual([
      { kind: "note", text: note },
      { kind: "note", text: again.note },
    ]);
    for (const url of ["/api/history", `/api/cases/${id}`, "/api/documents"]) {
      expect((await get(outside, url)).body, url).not.toContain("Cây Đa");
    }
    const { rows } = await khu.register.database.pool.query(
      "select count(*)::int as n from changes where note like '%Cây Đa%' or attributes::text like '%Cây Đa%'",
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("takes score sheets from the council alone", async () => {
    const { id } = await opened();
    const item = { kind: "scoreSheet", applicant: uuidv7(), scores: { finance: 30 } };
    const kept = await post(inside, `/api/cases/${id}/dossier`, {
      item,
      on: "2026-10-06",
      requestKey: uuidv7(),
    });
    expect([kept.status, codeOf(kept.body)]).toEqual([403, "case.noScoring"]);
  });

  test("leaves nothing sealed behind where the request was one that is known", async () => {
    const { id } = await opened();
    const body = { item: { kind: "note", text: "Ghi chú mẫu" }, on: "2026-10-06", requestKey: uuidv7() };
    const ids = [];
    for (const _ of [1, 2]) {
      ids.push(
        z
          .looseObject({ id: z.string() })
          .parse(JSON.parse((await post(inside, `/api/cases/${id}/dossier`, body)).body)).id,
      );
    }
    expect(ids[0]).toBe(ids[1]);
    const page = dossier.parse(JSON.parse((await get(inside, `/api/cases/${id}/dossier`)).body));
    expect(page.items).toHaveLength(1);
  });
});

describe("who stands outside", () => {
  test("looks up the step by number and secret, and nothing by a wrong one", async () => {
    const { number, secret } = await opened();
    const good = await post(null, "/api/cases/look-up", {
      number,
      secret: secret.toLowerCase().replaceAll("-", " "),
    });
    expect(good.status, good.body).toBe(200);
    expect(Object.keys(JSON.parse(good.body)).sort()).toEqual([
      "number",
      "procedure",
      "receivedOn",
      "state",
      "step",
    ]);
    const bad = await post(null, "/api/cases/look-up", { number, secret: "AAAA-BBBB-CCCC" });
    const none = await post(null, "/api/cases/look-up", { number: "HS-2026-9999", secret });
    expect([bad.status, none.status, bad.body]).toEqual([404, 404, none.body]);
  });

  test("reads no case without an account", async () => {
    const { id } = await opened();
    expect((await get(null, "/api/cases")).status).toBe(401);
    expect((await get(null, `/api/cases/${id}`)).status).toBe(401);
    expect((await post(null, "/api/cases", opening())).status).toBe(401);
    expect((await post(outside, "/api/cases", opening())).status).toBe(403);
  });
});

describe("a decision", () => {
  test("ends the case and makes the cluster in one commit, from its day on, with itself as the paper", async () => {
    const { id, number, commit } = await opened();
    const draft = {
      ...{ kind: "decision", number: "77/QĐ-UBND", signedOn: "2026-10-20", issuer: "UBND tỉnh Thái Nguyên" },
      title: "Thành lập CCN Mẫu Quyết Định",
    };
    const telling = {
      ...{ about: "zone", paper: { kind: "new", draft }, subject: null, expected: 0 },
      set: { name: "CCN Mẫu Quyết Định", kind: "cluster", places: [place], legal: "established" },
      from: { kind: "on", date: "2026-10-20" },
    };
    const decision = {
      outcome: "decided",
      telling,
      changes: true,
      on: "2026-10-20",
      expected: commit,
      requestKey: uuidv7(),
    };
    const decided = await post(inside, `/api/cases/${id}/decision`, decision);
    expect(decided.status, decided.body).toBe(200);
    expect(await post(inside, `/api/cases/${id}/decision`, decision)).toEqual(decided);
    const page = await pageFor(inside, id);
    expect(page).toMatchObject({
      number,
      state: "decided",
      endedOn: "2026-10-20",
      zone: { label: "CCN Mẫu Quyết Định" },
    });
    expect(page.deadlines).toEqual([]);
    const zones = (asOf: string) => get(outside, `/api/zones?place=06&asOf=${asOf}`);
    expect((await zones("2026-10-20")).body).toContain("CCN Mẫu Quyết Định");
    expect((await zones("2026-10-19")).body).not.toContain("CCN Mẫu Quyết Định");
    expect((await zones("2026-10-20")).body).toContain("77/QĐ-UBND");
    const later = await happen(id, { kind: "completed" }, "2026-10-21", page.expected);
    expect([later.status, codeOf(later.body)]).toEqual([409, "case.ended"]);
  });
});

describe("figures of cases", () => {
  test("name a procedure or step that is not there instead of answering 0", async () => {
    const asked = "/api/figures/cases.open?place=06&asOf=2026-11-20";
    const known = await get(inside, `${asked}&procedure=clusterEstablishment&step=notice`);
    expect(known.status, known.body).toBe(200);
    for (const [cut, code] of [
      ["procedure=khong-co", "procedure.unknown"],
      ["procedure=clusterEstablishment&step=khong-co", "step.unknown"],
      ["step=khong-co", "step.unknown"],
    ]) {
      const answer = await get(inside, `${asked}&${cut}`);
      expect([answer.status, codeOf(answer.body)], cut).toEqual([422, code]);
    }
    const table = await get(inside, "/api/procedures/figures?place=06&procedure=khong-co");
    expect([table.status, codeOf(table.body)]).toEqual([422, "procedure.unknown"]);
    const other = await get(inside, "/api/figures/clusters.area?place=06&procedure=clusterEstablishment");
    expect([other.status, codeOf(other.body)]).toEqual([400, "figure.notNarrowed"]);
  });
});
