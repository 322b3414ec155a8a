import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "../../tests/bacKan.ts";
import { type SignedIn, signIn } from "../../tests/people.ts";
import { made } from "../../tests/peopleServer.ts";
import { fixedId } from "../../tests/register-fixture/builders.ts";
import { SUBJECTS } from "../app/subjects.ts";
import { plainDate } from "../kernel/dates.ts";
import { backupRegister, verifyRegister } from "../register/public.ts";
import { contactList, lookList, organisationPage, organisationSummary } from "./vocabulary.ts";

const NAME = "Nguyễn Văn Mẫu Liên Hệ";
const PHONE = "0900 123 456";
const EMAIL = "lien.he.mau@vi-du.example";
const ASKED = "Hỏi tiến độ mẫu giải phóng mặt bằng";
const SECRETS = [NAME, PHONE, EMAIL, ASKED];

let khu: Running;
let folder: string;
let developer: string;
const people = new Map<string, SignedIn>();

/** An account with one role over an area. */
async function person(login: string, role: string, over: object): Promise<void> {
  const admin = await khu.signIn();
  const post = (url: string, payload: object, headers: SignedIn) =>
    khu.app.inject({ method: "POST", url, payload, headers });
  const given = await post("/api/accounts", { login, name: `Người thử ${login}` }, admin);
  const { account, oneTimePassword } = made.parse(given.json());
  const first = await signIn(khu.app, { login, password: oneTimePassword });
  const password = "con cò bay lả bay la";
  await post("/api/session/password", { current: oneTimePassword, password }, first);
  await post(`/api/accounts/${account.id}/roles`, { role, over }, admin);
  people.set(login, await signIn(khu.app, { login, password }));
}

beforeAll(async () => {
  khu = await startBacKan();
  folder = await mkdtemp(join(tmpdir(), "khu-contacts-"));
  const zone = z.object({ developer: z.object({ id: z.string() }) });
  developer = zone.parse((await khu.get("/api/zones/cam-giang?asOf=2023-11-30")).body).developer.id;
  const place = (code: string) => khu.register.places().findByCode(code, plainDate("2023-11-30"))?.id ?? "";
  await person("canbo", "officer", { kind: "everything" });
  await person("tai-cho", "officer", { kind: "place", id: place("06") });
  await person("noi-khac", "officer", { kind: "place", id: place("01") });
  await person("kiemtra", "auditor", { kind: "everything" });
  await person("doc", "reader", { kind: "everything" });
}, 240_000);
afterAll(async () => {
  await khu?.stop();
  await rm(folder, { recursive: true, force: true });
});

const as = (login: string): SignedIn => {
  const headers = people.get(login);
  if (headers === undefined) throw new Error(`nobody is ${login}`);
  return headers;
};
async function ask(
  headers: SignedIn | { readonly host: string },
  method: "GET" | "POST" | "PUT" | "DELETE",
  of: { readonly path: string; readonly payload?: object },
) {
  const url = `/api/organisations/${developer}${of.path}`;
  const { payload } = of;
  const answer = await khu.app.inject({
    method,
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.json() };
}
const contacts = async (login: string) =>
  contactList.parse((await ask(as(login), "GET", { path: "/contacts" })).body);
const keep = async (name: string, login = "canbo") => {
  const payload = { name, position: "Giám đốc mẫu", phone: PHONE, email: EMAIL };
  const { status, body } = await ask(as(login), "POST", { path: "/contacts", payload });
  expect([status, body]).toEqual([201, { id: expect.any(String) }]);
  return z.object({ id: z.string() }).parse(body).id;
};

/** Every row of every table as text, and the sealed bytes and keys of a person in hex. */
async function everything(): Promise<string> {
  const { pool } = khu.register.database;
  const tables = await pool.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'khu'::regnamespace and relkind = 'r' order by 1",
  );
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    // The units of Vietnam are many and hold nobody.
    const { rows } = await pool.query<{ row: string }>(
      `select t::text as row from ${name} t ${name === "changes" ? "where subject_kind <> 'place'" : ""}`,
    );
    texts.push(...rows.map((r) => r.row));
  }
  return texts.join("\n");
}
async function bytesOf(id: string): Promise<readonly string[]> {
  const { rows } = await khu.register.database.pool.query<{ key: string; sealed: string }>(
    `select encode(k.key, 'hex') as key, encode(d.sealed, 'hex') as sealed
       from personal_keys k join personal_data d on d.key_id = k.id where k.id = $1 order by d.id`,
    [id],
  );
  return rows.flatMap((r) => [r.key, r.sealed]);
}
async function backup(name: string): Promise<Buffer> {
  const target = join(folder, name);
  const { pool } = khu.register.database;
  const made = await backupRegister({ pool, files: khu.register.files, target, now: Date.now });
  expect(made.ok).toBe(true);
  return gunzipSync(await readFile(target));
}

describe("organisations", () => {
  const list = z.object({ items: z.array(organisationSummary), next: z.string().nullable() });
  test("are listed for everybody, found without accents, each once over all pages", async () => {
    const all = list.parse((await khu.get("/api/organisations?asOf=2023-11-30")).body);
    expect(all.items.length).toBeGreaterThan(2);
    const paged: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const more: string = after === "" ? "" : `&after=${after}`;
      const page = list.parse((await khu.get(`/api/organisations?limit=2&asOf=2023-11-30${more}`)).body);
      paged.push(...page.items.map((o) => o.id));
      after = page.next;
    }
    expect(paged).toEqual(all.items.map((o) => o.id));
    const own = all.items.find((o) => o.id === developer);
    const found = list.parse(
      (await khu.get(`/api/organisations?find=${encodeURIComponent((own?.name ?? "").toLowerCase())}`)).body,
    );
    expect(found.items.map((o) => o.id)).toContain(developer);
    expect(own?.zones).toBeGreaterThan(0);
    expect(own?.lastPaper).not.toBeNull();
  });
  test("have a page with the zones that they develop and the papers that name them", async () => {
    const { body } = await khu.get(`/api/organisations/${developer}?asOf=2023-11-30`);
    const page = organisationPage.parse(body);
    expect(page.developerOf.find((z) => z.key === "cam-giang")).toMatchObject({ now: true });
    expect(page.namedIn.length).toBeGreaterThan(0);
    expect((await khu.get(`/api/organisations/${fixedId(1)}`)).status).toBe(404);
    expect((await khu.get("/api/organisations/khong-co")).status).toBe(404);
  });
  test("before they were known are not there", async () => {
    expect((await khu.get(`/api/organisations/${developer}?knownAt=1`)).status).toBe(404);
  });
});

describe("people at an organisation", () => {
  test("are kept sealed, seen by who may, and stand in no table, page or search in the open", async () => {
    const id = await keep(NAME);
    const call = { contact: id, on: "2026-11-20", asked: ASKED };
    expect((await ask(as("canbo"), "POST", { path: "/calls", payload: call })).status).toBe(200);
    const seen = await contacts("canbo");
    expect(seen.contacts).toMatchObject([{ id, details: { name: NAME, phone: PHONE, email: EMAIL } }]);
    expect(seen.calls).toMatchObject([
      { contact: id, on: "2026-11-20", asked: ASKED, by: "Người thử canbo" },
    ]);
    const all = await everything();
    for (const secret of SECRETS) {
      expect(all).not.toContain(secret);
      expect(all).not.toContain(Buffer.from(secret).toString("hex"));
      for (const url of [
        `/api/organisations/${developer}`,
        "/api/organisations",
        `/api/search?query=${encodeURIComponent(secret)}`,
      ]) {
        const { body } = await khu.get(url, as("canbo"));
        expect(JSON.stringify(body)).not.toContain(secret);
      }
    }
    expect(JSON.stringify((await khu.get(`/api/commits`, as("canbo"))).body)).not.toContain(NAME);
  });
  test("are for a role over where the organisation is at work, and for nobody else", async () => {
    expect((await contacts("tai-cho")).contacts).toMatchObject([{ details: { name: NAME } }]);
    const refusals = { "noi-khac": "right.elsewhere", doc: "right.none" } as const;
    for (const [login, code] of Object.entries(refusals)) {
      for (const [method, path, payload] of [
        ["GET", "/contacts", undefined],
        ["POST", "/contacts", { name: "Mẫu" }],
        ["POST", "/calls", { contact: fixedId(1), on: "2026-01-01", asked: "mẫu" }],
      ] as const) {
        const answer = await ask(as(login), method, { path, ...(payload === undefined ? {} : { payload }) });
        expect(answer).toMatchObject({ status: 403, body: { code } });
      }
    }
    const nobody = { host: "127.0.0.1" };
    expect((await ask(nobody, "GET", { path: "/contacts" })).status).toBe(401);
    expect((await khu.get(`/api/organisations/${fixedId(1)}/contacts`)).status).toBe(401);
    expect((await khu.get(`/api/organisations/${fixedId(1)}/contacts`, as("doc"))).status).toBe(403);
  });
  test("are neither read nor kept by an administrator, who sees marks alone", async () => {
    const admin = await khu.signIn();
    const { body } = await ask(admin, "GET", { path: "/contacts" });
    expect(contactList.parse(body)).toMatchObject({
      contacts: [{ details: null, mark: expect.stringMatching(/^[0-9A-F]{6}$/) }],
      calls: [{ asked: null }],
      may: { read: false, keep: false, erase: true, looks: true },
    });
    expect((await ask(admin, "POST", { path: "/contacts", payload: { name: "x" } })).status).toBe(403);
  });
  test("are refused where what is typed is too long, of another shape, or more than is asked for", async () => {
    for (const payload of [
      { name: "" },
      { name: "x".repeat(201) },
      { name: "Mẫu", email: "không phải" },
      { name: "Mẫu", secret: "x" },
      {},
    ]) {
      expect((await ask(as("canbo"), "POST", { path: "/contacts", payload })).status).toBe(400);
    }
  });
  test("of another organisation can't be called, altered or erased by its address", async () => {
    const [own] = (await contacts("canbo")).contacts;
    const list = z.object({ items: z.array(z.object({ id: z.string() })) });
    const other = list
      .parse((await khu.get("/api/organisations")).body)
      .items.find((o) => o.id !== developer);
    const url = `/api/organisations/${other?.id}/contacts/${own?.id}`;
    const altered = await khu.app.inject({
      method: "PUT",
      url,
      headers: as("canbo"),
      payload: { name: "x" },
    });
    const erased = await khu.app.inject({ method: "DELETE", url, headers: await khu.signIn() });
    expect([altered.statusCode, erased.statusCode]).toEqual([404, 404]);
    expect((await contacts("canbo")).contacts).toHaveLength(1);
  });
  test("that are altered leave nothing of what was before", async () => {
    const id = await keep("Trần Thị Mẫu Cũ");
    const [, before] = await bytesOf(id);
    const payload = { name: "Trần Thị Mẫu Mới" };
    expect((await ask(as("canbo"), "PUT", { path: `/contacts/${id}`, payload })).status).toBe(200);
    const seen = (await contacts("canbo")).contacts.find((c) => c.id === id);
    expect(seen?.details).toMatchObject({ name: "Trần Thị Mẫu Mới", phone: "" });
    expect((await bytesOf(id))[1]).not.toBe(before);
    expect(await everything()).not.toContain(before);
    expect((await ask(await khu.signIn(), "DELETE", { path: `/contacts/${id}` })).status).toBe(200);
  });
});

describe("looks at personal data", () => {
  test("are each noted with who and when, and never with the data", async () => {
    const looks = async () =>
      lookList.parse((await ask(as("kiemtra"), "GET", { path: "/looks" })).body).items;
    const before = await looks();
    await contacts("canbo");
    const [newest, ...rest] = await looks();
    expect(rest.length).toBe(before.length);
    expect(newest).toMatchObject({ what: "seen", by: "Người thử canbo", people: 1 });
    expect(JSON.stringify(await looks())).not.toContain(NAME);
    expect(new Set(before.map((l) => l.what))).toEqual(
      new Set(["seen", "kept", "called", "altered", "erased"]),
    );
    expect((await ask(as("canbo"), "GET", { path: "/looks" })).status).toBe(403);
  });
  test("can't be taken back by the server", async () => {
    const { pool } = khu.register.database;
    for (const statement of [
      "update personal_looks set people = 0",
      "delete from personal_looks",
      "truncate personal_looks",
    ])
      await expect(pool.query(statement)).rejects.toThrow();
  });
});

describe("erasing a person", { timeout: 60_000 }, () => {
  test("takes them from page, interface, search and table, and from every backup made afterwards", async () => {
    const [held] = (await contacts("canbo")).contacts;
    const id = held?.id ?? "";
    const bytes = await bytesOf(id);
    expect(bytes.length).toBe(4);
    const before = await backup("truoc.tar.gz");
    for (const text of bytes) expect(before.includes(text)).toBe(true);
    const asked = { pool: khu.register.database.pool, definitions: SUBJECTS, files: khu.register.files };
    const head = (await verifyRegister(asked)).head;

    expect((await ask(as("canbo"), "DELETE", { path: `/contacts/${id}` })).status).toBe(403);
    expect((await ask(await khu.signIn(), "DELETE", { path: `/contacts/${id}` })).status).toBe(200);

    const seen = await contacts("canbo");
    expect(seen.contacts).toEqual([]);
    // That there was a call, and who made it, stays.
    expect(seen.calls).toMatchObject([{ contact: null, asked: null, on: "2026-11-20" }]);
    const all = await everything();
    const after = await backup("sau.tar.gz");
    for (const text of [...bytes, ...SECRETS]) {
      expect(all).not.toContain(text);
      expect(after.includes(text)).toBe(false);
      expect(after.includes(Buffer.from(text).toString("hex"))).toBe(false);
    }
    expect(after.includes(id)).toBe(false);
    const verified = await verifyRegister(asked);
    expect(verified.differences).toEqual([]);
    expect(verified.head).toEqual(head);
    expect((await ask(await khu.signIn(), "DELETE", { path: `/contacts/${id}` })).status).toBe(404);
    const call = { contact: id, on: "2026-11-21", asked: ASKED };
    expect((await ask(as("canbo"), "POST", { path: "/calls", payload: call })).status).toBe(404);
    expect(await bytesOf(id)).toEqual([]);
  });
  test("while somebody notes a call with them leaves no key behind", async () => {
    const id = await keep("Lê Văn Mẫu");
    const admin = await khu.signIn();
    const call = { contact: id, on: "2026-11-22", asked: ASKED };
    await Promise.all([
      ...[1, 2, 3].map(() => ask(as("canbo"), "POST", { path: "/calls", payload: call })),
      ask(admin, "DELETE", { path: `/contacts/${id}` }),
      ...[1, 2, 3].map(() => ask(as("canbo"), "POST", { path: "/calls", payload: call })),
    ]);
    expect(await bytesOf(id)).toEqual([]);
    expect((await contacts("canbo")).contacts).toEqual([]);
  });
});
