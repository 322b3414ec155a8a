/** Erasing a person: afterwards nothing that Khu shows, hands out or backs up names them, and the register verifies clean. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { z } from "zod";
import { SUBJECTS } from "../src/app/subjects.ts";
import { backupRegister, receiptOrThrow, verifyRegister } from "../src/register/public.ts";
import { zonePage } from "../src/zones/pageVocabulary.ts";
import { documentsOfRights, operationsOf, samplesOf } from "./asking.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { newPerson, type SignedIn } from "./people.ts";
import { batch, fixedId, setting, zone } from "./register-fixture/builders.ts";

const NAME = "Nông Thị Mẫu Biến Mất";
const LOGIN = "mau.bien.mat";
const EMAIL = "mau.bien.mat@vi-du.vn";
const TRACES = [NAME, LOGIN, EMAIL, encodeURIComponent(NAME)];

let khu: Running;
let folder: string;
let person: Awaited<ReturnType<typeof newPerson>>;
let auditor: SignedIn;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "khu-erasing-"));
  khu = await startBacKan();
  await documentsOfRights(khu);
  const everywhere = { kind: "everything" };
  const grant = { role: "approver", over: everywhere };
  person = await newPerson(khu, { login: LOGIN, name: NAME, email: EMAIL, grant });
  const watching = { role: "auditor", over: everywhere };
  auditor = (await newPerson(khu, { login: "kiem.toan.mau", grant: watching })).signedIn;
  await leaveTraces();
}, 180_000);
afterAll(async () => {
  await khu?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The person records something, proposes something, and makes an access token. */
async function leaveTraces(): Promise<void> {
  const { id } = zonePage.parse((await khu.get("/api/zones/cam-giang")).body);
  receiptOrThrow(
    await khu.register.writer.submit(
      batch("mau-bien-mat", {
        author: `account:${person.id}`,
        changes: [
          setting({
            ...{ id: fixedId(8801), subject: zone(id, "cam-giang"), document: fixedId(991) },
            ...{ from: "2026-11-02", attributes: { workers: 12 } },
          }),
        ],
      }),
    ),
  );
  const post = (url: string, payload: object) =>
    khu.app.inject({ method: "POST", url, headers: person.signedIn, payload });
  const told = { paper: { kind: "known", id: fixedId(991) }, subject: id, set: { workers: 13 } };
  const from = { kind: "on", date: "2026-11-03" };
  const commit = z.object({ commit: z.number() }).parse((await khu.get("/api/health")).body).commit;
  const proposed = await post("/api/proposals", {
    ...told,
    from,
    expected: commit,
    requestKey: fixedId(8802),
  });
  expect([proposed.statusCode, proposed.body]).toEqual([201, expect.any(String)]);
  expect((await post("/api/tokens", { name: "máy mẫu", days: 5 })).statusCode).toBe(201);
}

/** All text of an answer: of a workbook or a document what is in its parts. */
async function textOf(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 2).toString("latin1") !== "PK") return bytes.toString("utf8");
  const texts: string[] = [];
  const zip = await fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(Buffer.from(part));
    texts.push(Buffer.concat(parts).toString("utf8"));
  }
  return texts.join("\n");
}

/** What every operation that reads answers to somebody; also about the person and what they recorded. */
async function everythingTold(as: SignedIn): Promise<string> {
  const samples = await samplesOf(khu);
  const urls = (await operationsOf(khu)).flatMap(({ method, path, id }) => {
    const sample = samples.get(id);
    return method !== "GET" || sample === undefined || sample === "own" ? [] : [sample.url ?? path];
  });
  const more = [
    `/api/accounts/${person.id}`,
    `/api/commits?author=${encodeURIComponent(`account:${person.id}`)}`,
    `/api/commits.xlsx?author=${encodeURIComponent(`account:${person.id}`)}`,
    "/api/zones/cam-giang",
    "/api/proposals?state=all",
    `/api/search?query=${encodeURIComponent("Mẫu Biến Mất")}`,
  ];
  const told: string[] = [];
  for (const url of [...urls, ...more]) {
    const answer = await khu.app.inject({ method: "GET", url, headers: as });
    told.push(await textOf(answer.rawPayload));
  }
  return told.join("\n");
}

/** Everything in a new backup, unpacked. */
async function everythingBackedUp(): Promise<string> {
  const archive = join(folder, `${Date.now()}.tar.gz`);
  const { database, files } = khu.register;
  const made = await backupRegister({ pool: database.pool, files, target: archive, now: Date.now });
  if (!made.ok) throw new Error(made.problems[0].message.en);
  return gunzipSync(await readFile(archive)).toString("utf8");
}

describe("a person who is erased", { timeout: 180_000 }, () => {
  test("was named before, in pages, exports and backups", async () => {
    const admin = await khu.signIn();
    const told = await everythingTold(admin);
    for (const trace of [NAME, LOGIN, EMAIL]) expect(told).toContain(trace);
    const workbook = await khu.app.inject({
      ...{ method: "GET", url: "/api/commits.xlsx?subject=cam-giang", headers: admin },
    });
    expect(await textOf(workbook.rawPayload)).toContain(NAME);
    const kept = await everythingBackedUp();
    for (const trace of [NAME, LOGIN, EMAIL]) expect(kept).toContain(trace);
  });

  test("is named nowhere any more, what they recorded stays, and every commit verifies", async () => {
    const admin = await khu.signIn();
    const erased = await khu.app.inject({
      ...{ method: "DELETE", url: `/api/accounts/${person.id}`, headers: admin },
    });
    expect(erased.statusCode).toBe(200);
    for (const as of [admin, auditor]) {
      const told = await everythingTold(as);
      for (const trace of TRACES) expect(told.includes(trace), trace).toBe(false);
      expect(told).toContain("(đã xoá)");
    }
    const kept = await everythingBackedUp();
    for (const trace of TRACES) expect(kept.includes(trace), trace).toBe(false);
    expect(kept).toContain(`account:${person.id}`);
    const { pool } = khu.register.database;
    const found = await verifyRegister({ pool, definitions: SUBJECTS, files: khu.register.files });
    expect(found.differences).toEqual([]);
    expect(found.parts).toBeGreaterThan(20_000);
  });

  test("is signed in nowhere, neither by the session nor anew", async () => {
    expect(await khu.get("/api/commits", person.signedIn)).toMatchObject({ status: 401 });
    const anew = await khu.app.inject({
      ...{ method: "POST", url: "/api/session", headers: { host: "127.0.0.1" } },
      payload: { login: LOGIN, password: "con cò bay lả bay la" },
    });
    expect(anew.statusCode).toBe(401);
  });
});
