import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { freshDatabase } from "../../tests/database.ts";
import { type SignedIn, signIn } from "../../tests/people.ts";
import { made, type PeopleServer, peopleServer } from "../../tests/peopleServer.ts";
import { plainDate } from "../kernel/dates.ts";
import { firstAdministrator } from "./first.ts";
import { namesOfAuthors } from "./names.ts";
import { listAccounts } from "./store.ts";

let khu: PeopleServer;
beforeAll(async () => {
  khu = await peopleServer();
});
afterAll(() => khu.stop());

const OWN = "mưa rào tháng tám";
type Method = "GET" | "POST" | "DELETE" | "PATCH";
const ask = (method: Method, url: string, headers: SignedIn | { host: string }, payload?: object) =>
  khu.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
const whoIs = async (headers: SignedIn) => (await ask("GET", "/api/session", headers)).json().user;
const roles = (id: string) => `/api/accounts/${id}/roles`;

describe("accounts", () => {
  test("are for administrators alone", async () => {
    const person = await khu.newPerson("khong-quyen", OWN);
    const mine = await signIn(khu.app, { login: "khong-quyen", password: OWN });
    const calls = [
      ["GET", "/api/accounts", undefined],
      ["POST", "/api/accounts", { login: "x", name: "X" }],
      ["GET", `/api/accounts/${person.id}`, undefined],
      ["PATCH", `/api/accounts/${person.id}`, { name: "X" }],
      ["DELETE", `/api/accounts/${person.id}`, undefined],
      ["POST", roles(person.id), { role: "administrator" }],
      ["DELETE", `${roles(person.id)}/x`, undefined],
      ["DELETE", `/api/accounts/${person.id}/sessions`, undefined],
    ] as const;
    for (const [method, url, payload] of calls) {
      expect((await ask(method, url, mine, payload)).statusCode).toBe(403);
      expect((await ask(method, url, { host: "127.0.0.1" }, payload)).statusCode).toBe(401);
    }
  });
  test("begin with a one-time password that opens nothing before it is changed", async () => {
    const given = await ask("POST", "/api/accounts", khu.admin, { login: "moi.vao", name: "Người Mới" });
    expect(given.statusCode).toBe(201);
    const { account, oneTimePassword } = made.parse(given.json());
    expect(account).toMatchObject({ login: "moi.vao", mustChange: true, roles: [] });
    await ask("POST", roles(account.id), khu.admin, { role: "administrator" });
    const first = await signIn(khu.app, { login: "moi.vao", password: oneTimePassword });
    expect((await ask("GET", "/api/accounts", first)).json()).toMatchObject({ code: "password.mustChange" });
    expect((await ask("POST", "/api/tokens", first, { name: "x" })).json()).toMatchObject({
      code: "password.mustChange",
    });
    const changed = await ask("POST", "/api/session/password", first, {
      current: oneTimePassword,
      password: OWN,
    });
    expect(changed.statusCode).toBe(200);
    const mine = await signIn(khu.app, { login: "moi.vao", password: OWN });
    expect((await ask("GET", "/api/accounts", mine)).statusCode).toBe(200);
  });
  test("have each login once, whatever its case and form", async () => {
    await ask("POST", "/api/accounts", khu.admin, { login: "Đỗ.Hà", name: "Đỗ Hà" });
    const again = await ask("POST", "/api/accounts", khu.admin, {
      login: "đỗ.HÀ".normalize("NFD"),
      name: "Khác",
    });
    expect(again.json()).toMatchObject({ status: 409, code: "account.taken" });
  });
  test("closed: sessions and tokens end at once, and nobody signs in; reopened: they may again", async () => {
    const person = await khu.newPerson("dong-lai", OWN);
    const mine = await signIn(khu.app, { login: "dong-lai", password: OWN });
    const { token } = z
      .object({ token: z.string() })
      .parse((await ask("POST", "/api/tokens", mine, { name: "x" })).json());
    const closed = await ask("PATCH", `/api/accounts/${person.id}`, khu.admin, { closed: true });
    expect(closed.json()).toMatchObject({ account: { closedAt: expect.any(String) } });
    expect(await whoIs(mine)).toBeNull();
    const bearer = { host: "127.0.0.1", authorization: `Bearer ${token}` };
    expect((await ask("GET", "/api/open", bearer)).statusCode).toBe(401);
    await expect(signIn(khu.app, { login: "dong-lai", password: OWN })).rejects.toThrow("session.wrong");
    await ask("PATCH", `/api/accounts/${person.id}`, khu.admin, { closed: false });
    await signIn(khu.app, { login: "dong-lai", password: OWN });
  });
  test("signed out everywhere by an administrator keep their tokens, and may sign in again", async () => {
    const person = await khu.newPerson("ra-het", OWN);
    const mine = await signIn(khu.app, { login: "ra-het", password: OWN });
    const { token } = z
      .object({ token: z.string() })
      .parse((await ask("POST", "/api/tokens", mine, { name: "x" })).json());
    const ended = await ask("DELETE", `/api/accounts/${person.id}/sessions`, khu.admin);
    expect(ended.json()).toMatchObject({ id: person.id, closedAt: null });
    expect(await whoIs(mine)).toBeNull();
    expect(await whoIs(khu.admin)).not.toBeNull();
    const bearer = { host: "127.0.0.1", authorization: `Bearer ${token}` };
    expect((await ask("GET", "/api/open", bearer)).statusCode).not.toBe(401);
    expect(await whoIs(await signIn(khu.app, { login: "ra-het", password: OWN }))).not.toBeNull();
    expect((await ask("DELETE", "/api/accounts/khong-co/sessions", khu.admin)).statusCode).toBe(404);
  });
  test("get a new one-time password, which ends the sessions and the second step", async () => {
    const person = await khu.newPerson("quen-roi", OWN);
    const mine = await signIn(khu.app, { login: "quen-roi", password: OWN });
    const given = await ask("PATCH", `/api/accounts/${person.id}`, khu.admin, { newPassword: true });
    const { account, oneTimePassword } = made.parse(given.json());
    expect(account).toMatchObject({ mustChange: true, secondStep: false });
    expect(await whoIs(mine)).toBeNull();
    await expect(signIn(khu.app, { login: "quen-roi", password: OWN })).rejects.toThrow("session.wrong");
    await signIn(khu.app, { login: "quen-roi", password: oneTimePassword });
  });
});

describe("roles", () => {
  test("over a place need the place; from a later day they do not hold yet", async () => {
    const { id } = await khu.newPerson("co-vai", OWN);
    const unknown = await ask("POST", roles(id), khu.admin, {
      role: "officer",
      over: { kind: "place", id: uuidv7() },
    });
    expect(unknown.json()).toMatchObject({ status: 422, code: "role.noSuchArea" });
    const place = uuidv7();
    await khu.database.pool.query("insert into subjects (id, kind, last_commit) values ($1, 'place', 1)", [
      place,
    ]);
    const over = { kind: "place", id: place };
    expect((await ask("POST", roles(id), khu.admin, { role: "officer", over })).json()).toMatchObject({
      roles: [{ role: "officer", over, from: "2026-11-24", to: null }],
    });
    const days = { role: "auditor", from: "2026-12-01", to: "2027-01-01" };
    expect((await ask("POST", roles(id), khu.admin, days)).statusCode).toBe(201);
    const backwards = { role: "auditor", from: "2026-12-01", to: "2026-12-01" };
    expect((await ask("POST", roles(id), khu.admin, backwards)).json()).toMatchObject({
      code: "role.noDays",
    });
    const mine = await signIn(khu.app, { login: "co-vai", password: OWN });
    expect(await whoIs(mine)).toMatchObject({ roles: [{ role: "officer" }] });
  });
  test("given or taken end the account's sessions; who held one stays known", async () => {
    const { id } = await khu.newPerson("doi-vai", OWN);
    const before = await signIn(khu.app, { login: "doi-vai", password: OWN });
    const given = await ask("POST", roles(id), khu.admin, { role: "reader" });
    expect(await whoIs(before)).toBeNull();
    const after = await signIn(khu.app, { login: "doi-vai", password: OWN });
    const [role] = z.object({ roles: z.array(z.object({ id: z.string() })) }).parse(given.json()).roles;
    const taken = await ask("DELETE", `${roles(id)}/${role?.id}`, khu.admin);
    expect(taken.json()).toMatchObject({ roles: [] });
    expect(await whoIs(after)).toBeNull();
    expect((await ask("DELETE", `${roles(id)}/${role?.id}`, khu.admin)).statusCode).toBe(404);
    const { rows } = await khu.database.pool.query(
      "select role, ended_by from account_roles where account_id = $1",
      [id],
    );
    expect(rows).toEqual([{ role: "reader", ended_by: expect.stringMatching(/^account:/) }]);
  });
  test("changed by who holds them: they stay signed in, under another token", async () => {
    const { id } = await khu.newPerson("tu-doi", OWN);
    await ask("POST", roles(id), khu.admin, { role: "administrator" });
    const mine = await signIn(khu.app, { login: "tu-doi", password: OWN });
    const answer = await ask("POST", roles(id), mine, { role: "auditor" });
    expect(await whoIs(mine)).toBeNull();
    const cookie = `khu-80=${answer.cookies[0]?.value}`;
    expect(await whoIs({ ...mine, cookie })).toMatchObject({ login: "tu-doi" });
  });
});

describe("one who administers everything", () => {
  test("always stays: the last can't be closed, erased or lose the role", async () => {
    const other = await peopleServer();
    try {
      const [last] = await listAccounts(other.deps.db);
      const id = last?.id ?? "";
      const role = last?.roles[0]?.id ?? "";
      const refused = async (method: Method, url: string, payload?: object) =>
        (
          await other.app.inject({
            method,
            url,
            headers: other.admin,
            ...(payload === undefined ? {} : { payload }),
          })
        ).json();
      const code = { status: 409, code: "account.lastAdministrator" };
      expect(await refused("PATCH", `/api/accounts/${id}`, { closed: true })).toMatchObject(code);
      expect(await refused("DELETE", `/api/accounts/${id}`)).toMatchObject(code);
      expect(await refused("DELETE", `/api/accounts/${id}/roles/${role}`)).toMatchObject(code);
      expect(
        (await other.app.inject({ method: "GET", url: "/api/accounts", headers: other.admin })).statusCode,
      ).toBe(200);
    } finally {
      await other.stop();
    }
  });
});

describe("erasing", () => {
  test("takes every word of the person away; the id that stands as author is told apart, without a name", async () => {
    const person = await khu.newPerson("xoa-toi", OWN);
    await ask("PATCH", `/api/accounts/${person.id}`, khu.admin, { email: "Xoa.Toi@example.vn" });
    const author = `account:${person.id}`;
    expect((await namesOfAuthors(khu.deps.db, [author]))(author)).toBe("Người thử xoa-toi");
    const mine = await signIn(khu.app, { login: "xoa-toi", password: OWN });
    const gone = await ask("DELETE", `/api/accounts/${person.id}`, khu.admin);
    expect(gone.json()).toMatchObject({
      login: null,
      name: "(đã xoá)",
      email: null,
      erasedAt: expect.any(String),
    });
    expect(await whoIs(mine)).toBeNull();
    const nameOf = await namesOfAuthors(khu.deps.db, [author, "lan"]);
    expect([nameOf(author), nameOf("lan"), nameOf(`account:${uuidv7()}`)]).toEqual([
      "(đã xoá)",
      "lan",
      "(đã xoá)",
    ]);
    for (const table of [
      "accounts",
      "account_roles",
      "sessions",
      "access_tokens",
      "account_recovery_codes",
    ]) {
      const { rows } = await khu.database.pool.query(`select * from ${table}`);
      expect(JSON.stringify(rows)).not.toMatch(/xoa-toi|xoa\.toi/i);
    }
    expect((await ask("PATCH", `/api/accounts/${person.id}`, khu.admin, { name: "X" })).json()).toMatchObject(
      {
        code: "account.erased",
      },
    );
    expect(
      (await ask("POST", "/api/accounts", khu.admin, { login: "xoa-toi", name: "Khác" })).statusCode,
    ).toBe(201);
  });
  test("an account or a role can't be deleted by the server: who recorded and who held what stays", async () => {
    for (const table of ["accounts", "account_roles"]) {
      await expect(khu.database.pool.query(`delete from ${table}`)).rejects.toThrow("permission denied");
    }
  });
});

describe("the first administrator", () => {
  const today = () => plainDate("2026-11-24");
  /** Takes what is told; fails where nothing may be. */
  const by = (tell: (password: string) => void) => ({
    password: null,
    by: "thử",
    tell: (_login: string, password: string) => tell(password),
  });
  test("gets a one-time password where none is given, once", async () => {
    const { db, drop } = await freshDatabase();
    try {
      const told: string[] = [];
      const begin = () =>
        firstAdministrator(
          { db, today },
          by((password) => told.push(password)),
        );
      expect(await begin()).toEqual({ ok: true, value: true });
      expect(await begin()).toEqual({ ok: true, value: false });
      expect(told).toEqual([expect.stringMatching(/^\w{4}(-\w{4}){4}$/)]);
      const accounts = await listAccounts(db);
      expect(accounts).toMatchObject([
        { mustChange: true, roles: [{ role: "administrator", over: { kind: "everything" } }] },
      ]);
      expect(JSON.stringify(accounts)).not.toContain(told[0]);
    } finally {
      await drop();
    }
  });
  test("is not made where the password could not be told: the next start tells another", async () => {
    const { db, drop } = await freshDatabase();
    try {
      const dies = () => {
        throw new Error("the process dies");
      };
      await expect(firstAdministrator({ db, today }, by(dies))).rejects.toThrow("dies");
      expect(await listAccounts(db)).toEqual([]);
      expect(
        await firstAdministrator(
          { db, today },
          by(() => undefined),
        ),
      ).toEqual({ ok: true, value: true });
    } finally {
      await drop();
    }
  });
  test("is made once by several processes that begin together", async () => {
    const { db, drop } = await freshDatabase();
    const told: number[] = [];
    try {
      const all = await Promise.all(
        [1, 2, 3, 4].map((n) =>
          firstAdministrator(
            { db, today },
            by(() => told.push(n)),
          ),
        ),
      );
      expect(all.filter((a) => a.ok && a.value)).toHaveLength(1);
      expect(told).toHaveLength(1);
      expect(await listAccounts(db)).toHaveLength(1);
    } finally {
      await drop();
    }
  });
  test("is refused a given password that is too weak", async () => {
    const { db, drop } = await freshDatabase();
    try {
      const weak = await firstAdministrator(
        { db, today },
        { ...by(() => undefined), password: "admin-kho-9ab" },
      );
      expect(weak).toMatchObject({ ok: false, problems: [{ code: "password.personal" }] });
      expect(await listAccounts(db)).toEqual([]);
    } finally {
      await drop();
    }
  });
});
