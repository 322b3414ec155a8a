/** Checks that somebody starts: one at a time, beside everybody's work, and told honestly when one breaks off. */
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { askedBy, holding } from "../../../tests/people.ts";
import { fixedId, organisationSubject } from "../../../tests/register-fixture/builders.ts";
import { FILE, fixtureClock, recordSmallRegister } from "../../../tests/register-fixture/small-register.ts";
import { ANONYMOUS, type Asker } from "../../people/permissions.ts";
import { createHttp, type Http } from "../../platform/http/server.ts";
import { zoneSubject } from "../../zones/subject.ts";
import { createWriter } from "../writer.ts";
import type { Files } from "./files.ts";
import { verificationRoutes } from "./routes.ts";
import { insertRun, lockRuns, unlockRuns } from "./runStore.ts";
import { verificationRuns } from "./runs.ts";
import { verificationList, verificationPage } from "./vocabulary.ts";

const definitions = [zoneSubject, organisationSubject];
let database: FreshDatabase;
let asker: Asker = holding("auditor");
const failures: unknown[] = [];

async function serverOf(of: FreshDatabase, files: Files | null = null): Promise<Http> {
  const app = await createHttp({ version: "0", logLevel: "silent" });
  askedBy(app, () => asker);
  const { pool, db } = of;
  const runs = verificationRuns({ db, pool, definitions, files, onFailure: (e) => failures.push(e) });
  const namesOf = async () => (author: string) => (author.startsWith("account:") ? "Người Mẫu" : author);
  await app.register(verificationRoutes({ db, runs, namesOf }));
  return app;
}

let app: Http;
beforeAll(async () => {
  database = await freshDatabase();
  await recordSmallRegister(createWriter({ pool: database.pool, definitions, now: fixtureClock }));
  app = await serverOf(database);
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

const headers = { host: "127.0.0.1" };
const start = (requestKey: string, at = app) =>
  at.inject({ method: "POST", url: "/api/verifications", headers, payload: { requestKey } });
async function listed(at = app) {
  const answer = await at.inject({ method: "GET", url: "/api/verifications", headers });
  return verificationList.parse(answer.json()).items;
}
async function ended(id: string) {
  for (let tries = 0; tries < 200; tries += 1) {
    const run = (await listed()).find((r) => r.id === id);
    if (run !== undefined && run.state !== "running") return run;
    await sleep(20);
  }
  throw new Error("the check does not end");
}
/** What another process would be that holds the lock of checks. */
async function withLock<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  try {
    expect(await lockRuns(client)).toBe(true);
    return await work(client);
  } finally {
    await unlockRuns(client);
    client.release();
  }
}

describe("a check of the register", () => {
  test("ends with what it looked at and what it found, and with who started it", async () => {
    expect((await start(fixedId(1))).statusCode).toBe(202);
    const run = await ended(fixedId(1));
    expect(run).toMatchObject({
      ...{ state: "done", by: "Người Mẫu", commits: 4, parts: 23, found: 0 },
      ...{ step: "derived", head: { no: 4 } },
    });
    expect(run.done).toBe(run.total);
    expect(run.endedAt).not.toBeNull();
  });

  test("asked again under the same key starts nothing", async () => {
    expect((await start(fixedId(1))).statusCode).toBe(202);
    expect(await listed()).toHaveLength(1);
  });

  test("while another runs is refused with a sentence, whichever process runs that", async () => {
    await withLock(async () => {
      const refused = await start(fixedId(2));
      expect(refused.statusCode).toBe(409);
      expect(refused.body).toContain("Đang có một lần kiểm tra sổ");
    });
    expect((await start(fixedId(2))).statusCode).toBe(202);
    expect((await ended(fixedId(2))).state).toBe("done");
  });

  test("whose process died is told as interrupted at once, and kept so by the next", async () => {
    await withLock(async (client) => {
      await insertRun(client, { id: fixedId(3), by: "cán bộ mẫu" });
      expect((await listed())[0]).toMatchObject({ id: fixedId(3), state: "running", total: 23 });
    });
    expect((await listed())[0]).toMatchObject({ id: fixedId(3), state: "interrupted", found: null });
    await start(fixedId(4));
    await ended(fixedId(4));
    const { rows } = await database.pool.query("select state from verifications where id = $1", [fixedId(3)]);
    expect(rows).toEqual([{ state: "interrupted" }]);
  });

  test("is interrupted by the server that stops, which does not wait for its end", async () => {
    const late = async function* () {
      yield await sleep(200, FILE);
    };
    const other = await serverOf(database, { read: () => Readable.from(late()) });
    expect((await start(fixedId(5), other)).statusCode).toBe(202);
    await other.close();
    const run = (await listed()).find((r) => r.id === fixedId(5));
    expect(run).toMatchObject({ state: "interrupted", found: null });
    expect(failures).toEqual([]);
  });

  test("names what somebody altered behind the program", async () => {
    const owner = await database.owner.connect();
    try {
      await owner.query("update subject_now set evidence = '1999' where kind = 'organisation'");
    } finally {
      owner.release();
    }
    await start(fixedId(6));
    const run = await ended(fixedId(6));
    expect(run.found).toBeGreaterThan(0);
    const answer = await app.inject({
      method: "GET",
      url: `/api/verifications/${fixedId(6)}?lang=en`,
      headers,
    });
    const page = verificationPage.parse(answer.json());
    expect(page.differences.map((d) => [d.kind, d.table])).toContainEqual(["derivedAltered", "subject_now"]);
    expect(page.differences[0]?.text).toContain("is not what the recorded changes give");
  });

  test("is for auditors and administrators alone, to start and to see", async () => {
    const answers: string[] = [];
    for (const role of ["reader", "officer", "approver", "auditor", "administrator"] as const) {
      asker = holding(role);
      const seen = await app.inject({ method: "GET", url: "/api/verifications", headers });
      answers.push(`${role} ${(await start(fixedId(1))).statusCode} ${seen.statusCode}`);
    }
    asker = ANONYMOUS;
    answers.push(`nobody ${(await start(fixedId(1))).statusCode}`);
    expect(answers).toEqual([
      ...["reader 403 403", "officer 403 403", "approver 403 403"],
      ...["auditor 202 200", "administrator 202 200", "nobody 401"],
    ]);
  });
});
