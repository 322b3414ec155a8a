/** What is not public is kept from who is not signed in, over the real server with the register as it begins. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { authorOf } from "../src/people/public.ts";
import { receiptOrThrow } from "../src/register/public.ts";
import { operationsOf, samplesOf } from "./asking.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { holding } from "./people.ts";
import { batch, claim, fixedId, paper } from "./register-fixture/builders.ts";

const PACKAGE = join(import.meta.dirname, "..");
const WORKBOOK = "data/bac-kan/bac-kan-2023-11.xlsx";

let khu: Running;
const PAPERS = { public: fixedId(901), internal: fixedId(902), personal: fixedId(903) } as const;
beforeAll(async () => {
  khu = await startBacKan();
  const documents = (["public", "internal", "personal"] as const).map((access) =>
    paper(PAPERS[access], { access, number: null, title: `Văn bản mẫu ${access}` }),
  );
  const claims = documents.map((d, i) =>
    claim({
      id: fixedId(911 + i),
      key: `mau-${d.access}`,
      document: d.id,
      about: { kind: "other", title: `Điều mẫu ${d.access}`, place: null },
    }),
  );
  const author = authorOf(holding("officer"));
  receiptOrThrow(await khu.register.writer.submit(batch("access", { author, documents, claims })));
}, 180_000);
afterAll(() => khu?.stop());

const titles = z.object({ items: z.array(z.looseObject({ title: z.string() })) });
const keys = z.object({ items: z.array(z.looseObject({ key: z.string().nullable() })) });

describe("papers and what they claim", () => {
  test("without signing in are the public ones alone", async () => {
    const listed = titles.parse((await khu.get("/api/documents")).body).items.map((d) => d.title);
    expect(listed.filter((t) => t.startsWith("Văn bản mẫu"))).toEqual(["Văn bản mẫu public"]);
    const claimed = keys.parse((await khu.get("/api/claims")).body).items.map((c) => c.key);
    expect(claimed.filter((k) => k?.startsWith("mau-"))).toEqual(["mau-public"]);
    expect((await khu.get(`/api/documents/${PAPERS.public}`)).status).toBe(200);
    expect(await khu.get(`/api/documents/${PAPERS.internal}`)).toMatchObject({
      status: 401,
      body: { code: "session.needed" },
    });
    expect((await khu.get("/api/claims/mau-internal")).status).toBe(404);
  });
  test("for an administrator are the internal ones as well, and none with personal data", async () => {
    const signedIn = await khu.signIn();
    const listed = titles.parse((await khu.get("/api/documents", signedIn)).body).items.map((d) => d.title);
    expect(listed.filter((t) => t.startsWith("Văn bản mẫu")).sort()).toEqual([
      "Văn bản mẫu internal",
      "Văn bản mẫu public",
    ]);
    expect(await khu.get(`/api/documents/${PAPERS.personal}`, signedIn)).toMatchObject({
      status: 403,
      body: { code: "right.none" },
    });
    expect((await khu.get("/api/claims/mau-internal", signedIn)).status).toBe(200);
  });
});

describe("who recorded what", () => {
  const page = z.object({ history: z.array(z.looseObject({ author: z.string() })) });
  test("is for who is signed in", async () => {
    expect(page.parse((await khu.get("/api/zones/cam-giang")).body).history).toEqual([]);
    const { history } = page.parse((await khu.get("/api/zones/cam-giang", await khu.signIn())).body);
    expect(history.length).toBeGreaterThan(0);
  });
});

describe("the command line at a server", { timeout: 60_000 }, () => {
  type Ended = { readonly stdout: string; readonly stderr: string };
  const importing = (base: string, token: string) =>
    new Promise<Ended>((resolve) => {
      const words = ["src/app/main.ts", "import", WORKBOOK, "--server", base, "--apply", "--json"];
      const env = { ...process.env, KHU_TOKEN: token };
      execFile(process.execPath, ["--import", "tsx", ...words], { env, cwd: PACKAGE }, (_, stdout, stderr) =>
        resolve({ stdout, stderr }),
      );
    });
  const told = z.object({
    preview: z.looseObject({ counts: z.looseObject({ nothing: z.number() }) }),
    applied: z.unknown(),
  });
  test("imports in the name of the account of its token, and not with another", async () => {
    const base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
    const made = await khu.app.inject({
      method: "POST",
      url: "/api/tokens",
      headers: await khu.signIn(),
      payload: { name: "dòng lệnh", days: 1 },
    });
    const { token } = z.object({ token: z.string() }).parse(made.json());
    const { preview, applied } = told.parse(JSON.parse((await importing(base, token)).stdout));
    expect(preview.counts.nothing).toBeGreaterThan(50);
    expect(applied).toMatchObject({ already: true, changes: 0 });
    const refused = await importing(base, "khu_khac");
    expect(refused).toMatchObject({ stdout: "", stderr: expect.stringContaining("token.unknown") });
  });
});

test("every address that writes refuses who is not signed in, but for signing in itself and the look-up by receipt", async () => {
  const open = new Set(["signIn", "signOut", "lookUpCase"]);
  const samples = await samplesOf(khu);
  const writes = (await operationsOf(khu)).filter(({ method, id }) => method !== "GET" && !open.has(id));
  expect(writes.length).toBeGreaterThan(30);
  for (const { method, path, id } of writes) {
    const sample = samples.get(id);
    const asked = sample === undefined || sample === "own" ? {} : sample;
    const answer = await khu.app.inject({
      method,
      url: (asked.url ?? path).replace(/\{[a-z]+\}/g, fixedId(1)),
      headers: { host: "127.0.0.1", ...asked.headers },
      payload: asked.payload ?? { current: "x", password: "x" },
    });
    expect([method, path, answer.statusCode]).toEqual([method, path, 401]);
  }
});
