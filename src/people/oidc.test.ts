/** Signing in through a real provider on this machine; its two forms are filled in by requests. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startProvider, type TestProvider } from "../../tests/oidcProvider.ts";
import { signIn } from "../../tests/people.ts";
import { made, type PeopleServer, peopleServer } from "../../tests/peopleServer.ts";
import { oidcClient } from "../platform/identity/oidc.ts";
import { insertAccount, listAccounts, setClosed } from "./store.ts";

const PEOPLE: Readonly<Record<string, object>> = {
  lan: { name: "Nguyễn Lan", preferred_username: "lan", email: "Lan@example.vn", email_verified: true },
  hoa: { name: "Hoa", preferred_username: "hoa", email: "lan@example.vn", email_verified: false },
  admin: { name: "Tự Xưng", preferred_username: "Admin" },
};

/** A browser that keeps cookies and goes where it is sent, step by step. */
function browser() {
  const jar = new Map<string, string>();
  const go = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  const follow = async (url: string): Promise<{ readonly url: string; readonly answer: Response }> => {
    let at = url;
    for (let steps = 0; steps < 12; steps += 1) {
      const answer = await go(at);
      const next = answer.headers.get("location");
      if (next === null) return { url: at, answer };
      at = new URL(next, at).href;
    }
    throw new Error("sent round in a circle");
  };
  /** Fills in a form of the provider and goes on. */
  const post = async (url: string, fields: Readonly<Record<string, string>>) => {
    const answer = await go(url, { method: "POST", body: new URLSearchParams(fields) });
    return follow(new URL(answer.headers.get("location") ?? "", url).href);
  };
  return { go, follow, post, jar };
}

let provider: TestProvider;
let issuer: string;
let khu: PeopleServer;
let base: string;
beforeAll(async () => {
  provider = await startProvider(PEOPLE);
  issuer = provider.issuer;
  khu = await peopleServer({ oidc: provider.client });
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  provider.serve(base);
}, 60_000);
afterAll(async () => {
  await khu?.stop();
  provider?.stop();
});

/** Goes through the provider as this person; what the last page was. */
async function through(person: string, returnTo = "/api/session") {
  const by = browser();
  const atLogin = await by.follow(`${base}/api/session/oidc/start?return=${encodeURIComponent(returnTo)}`);
  expect(atLogin.url).toContain("/interaction/");
  const atConsent = await by.post(atLogin.url, { prompt: "login", login: person, password: "x" });
  const end = await by.post(atConsent.url, { prompt: "consent" });
  return { by, end };
}
const userOf = async (answer: Response) => {
  const body: unknown = await answer.json();
  return body;
};

describe("signing in through the identity provider", () => {
  test("makes an account without any role at the first time, and finds it again at the second", async () => {
    const first = await through("admin");
    expect(await userOf(first.end.answer)).toMatchObject({
      user: { name: "Tự Xưng", login: expect.stringMatching(/^Admin-....$/), roles: [], mustChange: false },
      oidc: true,
    });
    await through("admin");
    const accounts = await listAccounts(khu.deps.db);
    expect(accounts.filter((a) => a.name === "Tự Xưng")).toHaveLength(1);
  });
  test("joins the account that was prepared with the e-mail, only where the provider has verified it", async () => {
    const given = await khu.app.inject({
      method: "POST",
      url: "/api/accounts",
      headers: khu.admin,
      payload: { login: "chuan-bi", name: "Chuẩn Bị", email: "lan@example.vn" },
    });
    const { account } = made.parse(given.json());
    const unverified = await through("hoa");
    expect(await userOf(unverified.end.answer)).toMatchObject({ user: { login: "hoa" } });
    const joined = await through("lan");
    expect(await userOf(joined.end.answer)).toMatchObject({ user: { id: account.id, login: "chuan-bi" } });
  });
  test("of a closed account leads back to the page for signing in, with the reason", async () => {
    const accounts = await listAccounts(khu.deps.db);
    const id = accounts.find((a) => a.login === "chuan-bi")?.id ?? "";
    await setClosed(khu.deps.db, id, Date.now());
    const { end, by } = await through("lan");
    expect(end.url).toContain("/dang-nhap?problem=account.closed");
    expect(await (await by.go(`${base}/api/session`)).json()).toMatchObject({ user: null });
  });
  test("returns to the page that was asked for, and never to another server", async () => {
    const { end } = await through("hoa", "/api/open?day=2023-11-30");
    expect(end.url).toBe(`${base}/api/open?day=2023-11-30`);
    for (const elsewhere of ["//evil.example", "https://evil.example", "/\\evil.example"]) {
      const answer = await fetch(`${base}/api/session/oidc/start?return=${encodeURIComponent(elsewhere)}`);
      expect(answer.status).toBe(400);
    }
  });
  test("can't be finished twice, nor in another browser, nor with another state", async () => {
    const by = browser();
    const atLogin = await by.follow(`${base}/api/session/oidc/start`);
    const atConsent = await by.post(atLogin.url, { prompt: "login", login: "hoa", password: "x" });
    const consented = await by.go(atConsent.url, {
      method: "POST",
      body: new URLSearchParams({ prompt: "consent" }),
    });
    const back = await by.go(new URL(consented.headers.get("location") ?? "", issuer).href);
    const address = back.headers.get("location") ?? "";
    expect(address).toContain(`${base}/api/session/oidc/return?`);
    const other = await browser().go(address);
    expect(other.headers.get("location")).toContain("problem=oidc.expired");
    const forged = new URL(address);
    forged.searchParams.set("state", "another");
    const refused = await by.go(forged.href);
    expect(refused.headers.get("location")).toContain("problem=oidc.refused");
    expect((await by.go(address)).headers.get("location")).toContain("problem=oidc.expired");
  });
  test("where the provider is away says so, and passwords go on", async () => {
    const away = oidcClient({ issuer: new URL("http://127.0.0.1:9"), clientId: "x", clientSecret: "y" });
    expect(await away.start(`${base}/api/session/oidc/return`)).toMatchObject({
      ok: false,
      problems: [{ status: 503, code: "oidc.unreachable" }],
    });
    await signIn(khu.app, { login: "admin", password: "bảy con trâu lội sông" });
  });
});

test("an account that only the provider opens has no password that could be right", async () => {
  const id = "01900000-0000-7000-8000-0000000000cc";
  await insertAccount(khu.deps.db, {
    id,
    login: "khong-mat-khau",
    loginKey: "khong-mat-khau",
    name: "Không mật khẩu",
    email: null,
    password: null,
    mustChange: false,
    oidc: { issuer, subject: "khac" },
    createdBy: "thử",
  });
  await expect(signIn(khu.app, { login: "khong-mat-khau", password: "" })).rejects.toThrow("session.wrong");
});
