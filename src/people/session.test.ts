import { TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { PASSWORD, type SignedIn, signIn } from "../../tests/people.ts";
import { type PeopleServer, peopleServer } from "../../tests/peopleServer.ts";
import { csrfTokenOf } from "../platform/identity/tokens.ts";

let khu: PeopleServer;
beforeAll(async () => {
  khu = await peopleServer();
});
afterAll(() => khu.stop());

const host = { host: "127.0.0.1" };
const OWN = "mưa rào tháng tám";
type Method = "GET" | "POST" | "DELETE" | "PATCH";
type Headers = Readonly<Record<string, string>>;

function ask(method: Method, url: string, headers: Headers = host, payload?: object) {
  return khu.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
}
const tryIn = (login: string, password: string, more: object = {}, headers: Headers = host) =>
  ask("POST", "/api/session", headers, { login, password, ...more });
const whoIs = async (headers: Headers) => (await ask("GET", "/api/session", headers)).json().user;

describe("signing in", () => {
  test("answers who it is and the token for writes; the cookie can't be read by pages and goes to no other site", async () => {
    const answer = await tryIn("ADMIN", PASSWORD);
    expect(answer.json()).toMatchObject({
      user: {
        login: "admin",
        mustChange: false,
        roles: [{ role: "administrator", over: { kind: "everything" } }],
      },
      csrf: expect.any(String),
    });
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({ name: "khu-80", httpOnly: true, sameSite: "Lax", path: "/" });
    expect(answer.body).not.toContain(cookie?.value);
  });
  test("nobody is signed in without it", async () => {
    expect((await ask("GET", "/api/session")).json()).toEqual({ user: null, csrf: null, oidc: false });
  });
  test("a wrong password and a login that is not there are answered the same", async () => {
    const wrong = await tryIn("admin", "sai mật khẩu rồi");
    const nobody = await tryIn("khong-co-ai", "sai mật khẩu rồi");
    expect(wrong.statusCode).toBe(401);
    expect(wrong.body).toBe(nobody.body);
    expect(wrong.cookies).toEqual([]);
  });
  test("the password is the same in either Unicode form, as keyboards differ", async () => {
    expect((await tryIn("admin", PASSWORD.normalize("NFD"))).statusCode).toBe(200);
  });
  test("always begins a session under a new token: one that was planted before is not used", async () => {
    const planted = "planted-by-somebody-else";
    const answer = await tryIn("admin", PASSWORD, {}, { ...host, cookie: `khu-80=${planted}` });
    expect(answer.cookies[0]?.value).not.toBe(planted);
    expect(await whoIs({ ...host, cookie: `khu-80=${planted}` })).toBeNull();
  });
  test("again with a session at hand ends that one", async () => {
    const first = await signIn(khu.app, { login: "admin", password: PASSWORD });
    const second = await tryIn("admin", PASSWORD, {}, { host: first.host, cookie: first.cookie });
    expect(second.statusCode).toBe(200);
    expect(await whoIs(first)).toBeNull();
  });
  test("of the token only the SHA-256 is stored", async () => {
    const { cookie } = await signIn(khu.app, { login: "admin", password: PASSWORD });
    const token = cookie.split("=")[1] ?? "";
    const { rows } = await khu.database.pool.query("select * from sessions");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
    const raw = rows.some((r) => Buffer.from(r.token_hash).toString("base64url") === token);
    expect(raw).toBe(false);
  });
});

describe("a write", () => {
  test("with a session needs the session's token, and from a page of the same origin", async () => {
    const { admin } = khu;
    const { "x-csrf-token": _, ...bare } = admin;
    expect((await ask("POST", "/api/open", admin)).statusCode).toBe(200);
    expect((await ask("POST", "/api/open", bare)).json()).toMatchObject({
      status: 403,
      code: "csrf.missing",
    });
    const others = { ...admin, "x-csrf-token": csrfTokenOf("another") };
    expect((await ask("POST", "/api/open", others)).statusCode).toBe(403);
    const foreign = { ...admin, origin: "https://evil.example" };
    expect((await ask("POST", "/api/open", foreign)).json()).toMatchObject({ code: "request.foreign" });
    const crossSite = { ...admin, "sec-fetch-site": "cross-site" };
    expect((await ask("POST", "/api/open", crossSite)).json()).toMatchObject({ code: "request.foreign" });
  });
  test("signing in from a foreign page is refused as well", async () => {
    const answer = await tryIn("admin", PASSWORD, {}, { ...host, origin: "https://evil.example" });
    expect(answer.statusCode).toBe(403);
  });
});

describe("a session", () => {
  test("ends 8 hours after the last request, and 7 days after it began whatever happens", async () => {
    const mine = await signIn(khu.app, { login: "admin", password: PASSWORD });
    khu.pass(7 * 3600);
    expect(await whoIs(mine)).not.toBeNull();
    khu.pass(7 * 3600);
    expect(await whoIs(mine)).not.toBeNull();
    khu.pass(8 * 3600 + 1);
    expect(await whoIs(mine)).toBeNull();
    const long = await signIn(khu.app, { login: "admin", password: PASSWORD });
    for (let hours = 0; hours < 7 * 24 - 7; hours += 7) {
      khu.pass(7 * 3600);
      expect(await whoIs(long)).not.toBeNull();
    }
    khu.pass(7 * 3600);
    expect(await whoIs(long)).toBeNull();
  });
  test("is ended here, in one other place, or everywhere", async () => {
    await khu.newPerson("noi-khac", OWN);
    const login = { login: "noi-khac", password: OWN };
    const [a, b, c] = [
      await signIn(khu.app, login),
      await signIn(khu.app, login),
      await signIn(khu.app, login),
    ];
    const list = z
      .object({ items: z.array(z.object({ id: z.string(), here: z.boolean() })) })
      .parse((await ask("GET", "/api/sessions", a)).json()).items;
    expect(list.filter((s) => s.here)).toHaveLength(1);
    const out = await ask("DELETE", "/api/session", c);
    expect(out.cookies[0]?.value).toBe("");
    expect(await whoIs(c)).toBeNull();
    const other = list.find((s) => !s.here)?.id;
    expect((await ask("DELETE", `/api/sessions/${other}`, a)).statusCode).toBe(200);
    expect((await ask("DELETE", `/api/sessions/${other}`, a)).statusCode).toBe(404);
    await ask("DELETE", "/api/sessions", a);
    expect([await whoIs(a), await whoIs(b)]).toEqual([null, null]);
  });
  test("of another can't be ended", async () => {
    const admin = await signIn(khu.app, { login: "admin", password: PASSWORD });
    const person = await signIn(khu.app, { login: "noi-khac", password: OWN });
    const { items } = z
      .object({ items: z.array(z.object({ id: z.string() })) })
      .parse((await ask("GET", "/api/sessions", admin)).json());
    expect((await ask("DELETE", `/api/sessions/${items[0]?.id}`, person)).statusCode).toBe(404);
    expect(await whoIs(admin)).not.toBeNull();
  });
});

describe("changing the password", () => {
  test("ends the sessions elsewhere and gives this one another token", async () => {
    await khu.newPerson("doi-mat-khau", OWN);
    const login = { login: "doi-mat-khau", password: OWN };
    const [here, there] = [await signIn(khu.app, login), await signIn(khu.app, login)];
    const change = { current: OWN, password: "mưa rào tháng chín" };
    const answer = await ask("POST", "/api/session/password", here, change);
    expect(answer.json()).toMatchObject({ user: { login: "doi-mat-khau" }, csrf: expect.any(String) });
    expect([await whoIs(here), await whoIs(there)]).toEqual([null, null]);
    const renewed = { ...host, cookie: `khu-80=${answer.cookies[0]?.value}` };
    expect(await whoIs(renewed)).toMatchObject({ login: "doi-mat-khau" });
    expect((await tryIn("doi-mat-khau", OWN)).statusCode).toBe(401);
  });
  test.each([
    ["a wrong present one", { current: "không phải vậy", password: "mưa rào tháng mười" }, "session.wrong"],
    ["one too short", { current: OWN, password: "ngắn quá" }, "password.short"],
    ["one that everybody tries", { current: OWN, password: "1234567890" }, "password.common"],
    ["the login in it", { current: OWN, password: "kem-mat-khau-99" }, "password.personal"],
    ["the same again", { current: OWN, password: OWN }, "password.same"],
  ])("is refused for %s", async (_, change, code) => {
    if ((await tryIn("kem-mat-khau", OWN)).statusCode !== 200) await khu.newPerson("kem-mat-khau", OWN);
    const mine = await signIn(khu.app, { login: "kem-mat-khau", password: OWN });
    expect((await ask("POST", "/api/session/password", mine, change)).json()).toMatchObject({ code });
    expect(await whoIs(mine)).not.toBeNull();
  });
});

describe("failed attempts", () => {
  const times = async (n: number, login: string, headers: Headers = host) => {
    let last = await tryIn(login, "sai mật khẩu rồi", {}, headers);
    for (let i = 1; i < n; i += 1) last = await tryIn(login, "sai mật khẩu rồi", {}, headers);
    return last;
  };
  test.each(["admin", "khong-co-that"])(
    "of %s: after five the next waits, even with the right password, and longer each time",
    async (login) => {
      khu.pass(3600);
      expect((await times(5, login)).statusCode).toBe(401);
      const sixth = await tryIn(login, PASSWORD);
      expect(sixth.json()).toMatchObject({ status: 429, code: "session.wait" });
      expect(sixth.headers["retry-after"]).toBe("30");
      khu.pass(31);
      expect((await times(1, login)).statusCode).toBe(401);
      expect((await tryIn(login, PASSWORD)).headers["retry-after"]).toBe("60");
      khu.pass(61);
      expect((await tryIn("admin", PASSWORD)).statusCode).toBe(200);
    },
  );
  test("of twenty different logins from one address make the address wait", async () => {
    khu.pass(3600);
    for (let i = 0; i < 20; i += 1) expect((await times(1, `ai-do-${i}`)).statusCode).toBe(401);
    expect((await tryIn("admin", PASSWORD)).statusCode).toBe(429);
    khu.pass(3600);
  });
  test("many at once do not slip in together", async () => {
    khu.pass(3600);
    const all = await Promise.all(Array.from({ length: 12 }, () => tryIn("admin", "sai mật khẩu rồi")));
    expect(all.filter((a) => a.statusCode === 401)).toHaveLength(5);
    expect(all.filter((a) => a.statusCode === 429)).toHaveLength(7);
    khu.pass(3600);
  });
  test("are kept without the login and the address", async () => {
    await times(1, "ten-rieng-cua-toi");
    const { rows } = await khu.database.pool.query("select * from sign_in_attempts");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/ten-rieng|127\.0\.0\.1/);
  });
});

describe("the second step", () => {
  let mine: SignedIn;
  let secret = "";
  let recovery: readonly string[] = [];
  const code = () => new TOTP({ secret }).generate({ timestamp: khu.deps.now() });
  const step = z.object({ secret: z.string().nullable(), recoveryCodes: z.array(z.string()).nullable() });
  beforeAll(async () => {
    await khu.newPerson("hai-buoc", OWN);
    mine = await signIn(khu.app, { login: "hai-buoc", password: OWN });
  });

  test("begins only when a code has shown that the telephone knows the secret", async () => {
    const begun = step.parse((await ask("POST", "/api/session/totp", mine, { password: OWN })).json());
    secret = begun.secret ?? "";
    expect((await tryIn("hai-buoc", OWN)).statusCode).toBe(200);
    const wrong = await ask("POST", "/api/session/totp", mine, { password: OWN, code: "000000" });
    expect(wrong.json()).toMatchObject({ code: "session.wrongCode" });
    const done = await ask("POST", "/api/session/totp", mine, { password: OWN, code: code() });
    recovery = step.parse(done.json()).recoveryCodes ?? [];
    expect(recovery).toHaveLength(8);
    expect(done.body).not.toContain(secret);
  });
  test("is asked for after the password, and each code is taken once", async () => {
    khu.pass(60);
    expect((await tryIn("hai-buoc", OWN)).json()).toMatchObject({ status: 401, code: "session.codeNeeded" });
    expect((await tryIn("hai-buoc", "sai mật khẩu rồi", { code: code() })).json()).toMatchObject({
      code: "session.wrong",
    });
    const used = code();
    expect((await tryIn("hai-buoc", OWN, { code: used })).statusCode).toBe(200);
    expect((await tryIn("hai-buoc", OWN, { code: used })).json()).toMatchObject({
      code: "session.wrongCode",
    });
  });
  test("a recovery code stands in for it, once; its hash alone is stored", async () => {
    const [first = ""] = recovery;
    expect((await tryIn("hai-buoc", OWN, { code: first.toUpperCase() })).statusCode).toBe(200);
    expect((await tryIn("hai-buoc", OWN, { code: first })).statusCode).toBe(401);
    const { rows } = await khu.database.pool.query("select code_hash from account_recovery_codes");
    expect(rows).toHaveLength(7);
  });
  test("makes wait who tries codes, also with the right password shown in between", async () => {
    khu.pass(24 * 3600);
    const answers: string[] = [];
    for (let i = 0; i < 8; i += 1) {
      answers.push((await tryIn("hai-buoc", OWN, { code: "000000" })).json().code);
      await tryIn("hai-buoc", OWN);
    }
    expect(answers.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => "session.wrongCode"));
    expect(answers.slice(5)).toEqual(Array.from({ length: 3 }, () => "session.wait"));
    khu.pass(3600);
    mine = await signIn(khu.app, { login: "hai-buoc", password: OWN, code: code() });
  });
  test("is taken away with the password", async () => {
    expect((await ask("DELETE", "/api/session/totp", mine, { password: "không phải vậy" })).statusCode).toBe(
      401,
    );
    expect((await ask("DELETE", "/api/session/totp", mine, { password: OWN })).statusCode).toBe(200);
    expect((await tryIn("hai-buoc", OWN)).statusCode).toBe(200);
  });
});

describe("an access token", () => {
  const token = z.object({ id: z.string(), token: z.string() });
  test("speaks for its account without the session's token, until its end or until it is taken away", async () => {
    const { admin } = khu;
    const again = await signIn(khu.app, { login: "admin", password: PASSWORD });
    const made = token.parse(
      (await ask("POST", "/api/tokens", again, { name: "máy nhập liệu", days: 30 })).json(),
    );
    const bearer = { host: admin.host, authorization: `Bearer ${made.token}` };
    expect((await ask("POST", "/api/open", bearer)).json()).toEqual({ signedIn: true });
    expect((await ask("GET", "/api/accounts", bearer)).statusCode).toBe(200);
    const list = await ask("GET", "/api/tokens", again);
    expect(list.json()).toMatchObject({ items: [{ id: made.id, name: "máy nhập liệu" }] });
    expect(list.body).not.toContain(made.token);
    khu.pass(31 * 24 * 3600);
    expect((await ask("GET", "/api/open", bearer)).json()).toMatchObject({
      status: 401,
      code: "token.unknown",
    });
    const later = await signIn(khu.app, { login: "admin", password: PASSWORD });
    const other = token.parse((await ask("POST", "/api/tokens", later, { name: "khác" })).json());
    expect((await ask("DELETE", `/api/tokens/${other.id}`, later)).statusCode).toBe(200);
    const gone = { host: admin.host, authorization: `Bearer ${other.token}` };
    expect((await ask("GET", "/api/open", gone)).statusCode).toBe(401);
  });
  test("makes no further tokens and changes no password: that is for the person", async () => {
    const mine = await signIn(khu.app, { login: "admin", password: PASSWORD });
    const made = token.parse((await ask("POST", "/api/tokens", mine, { name: "thử" })).json());
    const bearer = { host: mine.host, authorization: `Bearer ${made.token}` };
    for (const [method, url, payload] of [
      ["POST", "/api/tokens", { name: "nữa" }],
      ["POST", "/api/session/password", { current: PASSWORD, password: OWN }],
      ["GET", "/api/sessions", undefined],
    ] as const) {
      expect((await ask(method, url, bearer, payload)).json()).toMatchObject({
        code: "session.personNeeded",
      });
    }
  });
});

test("the log of all this holds no password, token, cookie, login, name or query", () => {
  const log = khu.log.join("\n");
  expect(log).toContain("/api/session");
  for (const secret of [PASSWORD, OWN, "khu_", "khu-80=", "doi-mat-khau", "Người thử", "x-csrf-token"]) {
    expect(log).not.toContain(secret);
  }
});
