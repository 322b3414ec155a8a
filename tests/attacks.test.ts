/** What somebody with bad intentions tries first, over the real server with the register as it begins. */
import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { SUBJECTS } from "../src/app/subjects.ts";
import { LARGEST_FILE } from "../src/platform/http/server.ts";
import { verifyRegister } from "../src/register/public.ts";
import { operationsOf, samplesOf } from "./asking.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { type SignedIn, signIn } from "./people.ts";

let khu: Running;
let admin: SignedIn;
beforeAll(async () => {
  khu = await startBacKan();
  admin = await khu.signIn();
}, 180_000);
afterAll(() => khu?.stop());

const NASTY = [
  "'; drop table changes; --",
  "1) or 1=1 --",
  "%_\\",
  "$1::regclass",
  "{{7*7}}#{7*7}",
  "<script>alert(1)</script>",
  "../../../../etc/passwd",
  "\u202e\ud83d\ude00 tên",
  "x".repeat(3_000),
] as const;

const parameters = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        operationId: z.string(),
        parameters: z
          .array(
            z.looseObject({
              name: z.string(),
              in: z.string(),
              schema: z.looseObject({ type: z.string().optional() }),
            }),
          )
          .default([]),
      }),
    ),
  ),
});
const problem = z.looseObject({ code: z.string(), status: z.number(), title: z.string() });

describe("nasty words", () => {
  test("in every word of every address are answered, and alter nothing", { timeout: 240_000 }, async () => {
    const head = await khu.register.look();
    const { paths } = parameters.parse((await khu.get("/api/openapi.json")).body);
    let asked = 0;
    for (const [path, of] of Object.entries(paths)) {
      const get = of.get;
      if (get === undefined) continue;
      for (const text of NASTY) {
        const word = encodeURIComponent(text);
        const inPath = path.replace(/\{[a-z]+\}/g, word);
        const words = get.parameters
          .filter((p) => p.in === "query")
          .map((p) => `${inPath}?${p.name}=${word}`);
        for (const url of path.includes("{") ? [inPath, ...words] : words) {
          const answer = await khu.app.inject({ url, headers: admin });
          asked += 1;
          expect([url.slice(0, 120), answer.statusCode < 500]).toEqual([url.slice(0, 120), true]);
          if (answer.statusCode >= 400)
            expect(problem.safeParse(answer.json()).success, answer.body).toBe(true);
          expect(answer.headers["content-type"]).not.toContain("text/html");
        }
      }
    }
    expect(asked).toBeGreaterThan(500);
    expect(await khu.register.look()).toBe(head);
    const { pool } = khu.register.database;
    expect((await verifyRegister({ pool, definitions: SUBJECTS, files: null })).differences).toEqual([]);
  });

  test("in every text of every body are answered, and alter nothing of the register", {
    timeout: 120_000,
  }, async () => {
    // What is asked about may have to be recorded first.
    const samples = await samplesOf(khu);
    const head = await khu.register.look();
    let asked = 0;
    for (const { id, method, path } of await operationsOf(khu)) {
      const sample = samples.get(id);
      if (sample === undefined || sample === "own" || typeof sample.payload !== "object") continue;
      for (const name of Object.keys(sample.payload)) {
        for (const value of [...NASTY, 7, null, [], {}, [["x"]], true]) {
          const payload = { ...sample.payload, [name]: value };
          const answer = await khu.app.inject({ method, url: sample.url ?? path, headers: admin, payload });
          asked += 1;
          expect([id, name, value, answer.statusCode < 500]).toEqual([id, name, value, true]);
        }
      }
    }
    expect(asked).toBeGreaterThan(100);
    expect(await khu.register.look()).toBe(head);
  });
});

describe("bodies", () => {
  const post = (url: string, payload: string, type = "application/json") =>
    khu.app.inject({ method: "POST", url, headers: { ...admin, "content-type": type }, payload });
  test.each([
    ["no JSON", "{", 400],
    ["another shape", "[]", 400],
    ["nothing", "", 400],
    ["a megabyte too much", `{"login":"${"x".repeat(1_100_000)}"}`, 413],
    ["a name of Object's own", '{"__proto__":{"admin":true},"login":"a","name":"b"}', 400],
  ])("of %s are refused with a sentence", async (_, payload, status) => {
    const answer = await post("/api/accounts", payload);
    expect([answer.statusCode, problem.safeParse(answer.json()).success]).toEqual([status, true]);
  });
  test("of another type are refused", async () => {
    expect(
      (await post("/api/accounts", "login=a&name=b", "application/x-www-form-urlencoded")).statusCode,
    ).toBe(415);
  });
  test.each([
    ["/api/imports/previews", ""],
    ["/api/recording/files", "%PDF-1.7\n%dài"],
  ])(
    "larger than a file may be are refused at %s, and leave nothing behind",
    {
      timeout: 60_000,
    },
    async (url, begin) => {
      const folder = khu.register.dataFolder;
      const before = await readdir(folder, { recursive: true });
      const start = '--khu\r\ncontent-disposition: form-data; name="file"; filename="mau.xlsx"\r\n\r\n';
      const answer = await khu.app.inject({
        method: "POST",
        url,
        headers: { ...admin, "content-type": "multipart/form-data; boundary=khu" },
        payload: Buffer.concat([
          Buffer.from(start + begin),
          Buffer.alloc(LARGEST_FILE + 10),
          Buffer.from("\r\n--khu--\r\n"),
        ]),
      });
      expect(answer.statusCode).toBe(413);
      expect(problem.safeParse(answer.json()).success).toBe(true);
      expect(await readdir(folder, { recursive: true })).toEqual(before);
    },
  );
});

describe("files by another name", () => {
  test.each([
    "/assets/../../package.json",
    "/assets/..%2f..%2fpackage.json",
    "/assets/%2e%2e/%2e%2e/package.json",
    "/assets/....//....//package.json",
    "/..%5c..%5cpackage.json",
    "/api/../package.json",
  ])("%s are not there", async (url) => {
    const { body } = await khu.app.inject({ url, headers: { host: "127.0.0.1" } });
    expect(body).not.toContain('"dependencies"');
  });
  test.each([
    "../../../mau.csv",
    "..\\..\\mau.csv",
    "/etc/mau.csv",
    'mau";x="y.csv',
    "<svg onload=alert(1)>.csv",
  ])("“%s” are kept under their hash alone", async (name) => {
    const payload = `--khu\r\ncontent-disposition: form-data; name="file"; filename="${name.replaceAll('"', "%22")}"\r\ncontent-type: text/csv\r\n\r\nMã,Loại,Tên khu cụm\r\na,CCN,Mẫu\r\n--khu--\r\n`;
    const answer = await khu.app.inject({
      method: "POST",
      url: "/api/imports/previews",
      headers: { ...admin, "content-type": "multipart/form-data; boundary=khu" },
      payload,
    });
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.headers["content-type"]).toContain("json");
    const kept = await readdir(khu.register.dataFolder, { recursive: true });
    expect(kept.filter((path) => path.includes("mau"))).toEqual([]);
  });
});

describe("pages and sessions", () => {
  test("a write from a page of another origin, or without the session's token, is refused", async () => {
    const write = (headers: Record<string, string>) =>
      khu.app.inject({ method: "POST", url: "/api/tokens", headers, payload: { name: "mẫu", days: 1 } });
    expect((await write({ ...admin, origin: "https://evil.example" })).statusCode).toBe(403);
    expect((await write({ ...admin, "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
    expect((await write({ host: admin.host, cookie: admin.cookie })).statusCode).toBe(403);
    expect((await write({ ...admin, host: "khu.evil.example" })).statusCode).toBe(403);
    expect((await write(admin)).statusCode).toBe(201);
  });
  test("a session that somebody else began is not the one that is signed in to", async () => {
    const planted = "khu_session=0123456789abcdef0123456789abcdef0123456789ab";
    const answer = await khu.app.inject({
      method: "POST",
      url: "/api/session",
      headers: { host: "127.0.0.1", cookie: planted },
      payload: { login: "admin", password: "bảy con trâu lội sông" },
    });
    expect(answer.statusCode).toBe(200);
    const [cookie] = answer.cookies;
    expect(planted).not.toContain(cookie?.value);
    const asPlanted = await khu.app.inject({
      url: "/api/sessions",
      headers: { host: "127.0.0.1", cookie: planted },
    });
    expect(asPlanted.statusCode).toBe(401);
    const again = await signIn(khu.app, { login: "admin", password: "bảy con trâu lội sông" });
    expect(again.cookie).not.toBe(admin.cookie);
  });
  test("every answer forbids what a page of ours never does", async () => {
    for (const url of ["/", "/api/figures?place=06", "/api/khong-co"]) {
      const { headers } = await khu.app.inject({ url, headers: { host: "127.0.0.1" } });
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain("unsafe");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["x-frame-options"]).toBe("DENY");
    }
  });
});
