/** The office of the invented province: its officers hold the work of the board, and nobody signs in as one of them. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { registerOn } from "../src/app/register.ts";
import { createApp } from "../src/app/server.ts";
import { inboxAnswer } from "../src/inbox/vocabulary.ts";
import { plainDate } from "../src/kernel/dates.ts";
import { RefusalError } from "../src/kernel/problems.ts";
import { casePage } from "../src/procedures/cases/pageWords.ts";
import { readKept, settleDeadlines } from "../src/procedures/deadlines/settling.ts";
import { listCaseIds, listDeadlines } from "../src/procedures/deadlines/store.ts";
import { findKnown } from "../src/register/public.ts";
import { SAMPLE_OFFICERS, SAMPLE_UNITS } from "../src/sample/public.ts";
import { freshDatabase } from "./database.ts";
import { administrator, type SignedIn } from "./people.ts";

type Served = Awaited<ReturnType<typeof serve>>;

async function serve() {
  const folder = await mkdtemp(join(tmpdir(), "khu-office-"));
  const database = await freshDatabase();
  const opened = await registerOn(database, {
    ...{ kind: "sample", whenBusy: "refuse", say: () => undefined, dataFolder: folder },
  });
  if (!opened.ok) throw new RefusalError(opened.problems);
  const app = await createApp(opened.value, { logLevel: "silent" });
  // There are accounts, and none that could have signed in: the first administrator is still made.
  const admin = await administrator(app, opened.value);
  const stop = async () => {
    await app.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { app, admin, database, stop };
}

let served: Served;
beforeAll(async () => {
  served = await serve();
}, 180_000);
afterAll(() => served?.stop());

async function ask(url: string, as: SignedIn): Promise<unknown> {
  const answer = await served.app.inject({ method: "GET", url, headers: as });
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
  return answer.json();
}

test("nobody signs in as one of the office, with whatever password", async () => {
  const headers = { host: "127.0.0.1" };
  for (const { login } of SAMPLE_OFFICERS.slice(0, 2)) {
    for (const password of ["", " ", "null", login]) {
      const payload = { login, password };
      const answer = await served.app.inject({ method: "POST", url: "/api/session", headers, payload });
      expect([login, password, answer.statusCode >= 400]).toEqual([login, password, true]);
    }
  }
  const { rows } = await served.database.pool.query(
    `select count(*)::int as n from accounts a left join account_roles r on r.account_id = a.id
      where a.login like 'can-bo-mau-%' and (a.password is not null or a.oidc_subject is not null or r.id is not null)`,
  );
  expect(rows).toEqual([{ n: 0 }]);
});

test("each officer works in a unit", async () => {
  const units = z.object({
    items: z.array(z.object({ name: z.string(), members: z.array(z.object({ name: z.string() })) })),
  });
  const { items } = units.parse(await ask("/api/units", served.admin));
  expect(items.map((u) => u.name)).toEqual(SAMPLE_UNITS.map((u) => u.name));
  expect(items.flatMap((u) => u.members.map((m) => m.name)).sort()).toEqual(
    SAMPLE_OFFICERS.map((o) => o.name).sort(),
  );
});

test("the board of a day shows what each has, some of it late, some waited for, some of it tasks", async () => {
  const inbox = inboxAnswer.parse(await ask("/api/inbox?whose=all&asOf=2026-11-26&limit=500", served.admin));
  const named = inbox.load.filter((l) => l.officer !== null);
  expect(named.map((l) => inbox.names[l.officer ?? ""]).sort()).toEqual(
    SAMPLE_OFFICERS.map((o) => o.name).sort(),
  );
  const { late, today, week, later, undated } = inbox.counts;
  const open = late + today + week + later + undated;
  expect(late / open).toBeGreaterThan(0.1);
  expect(late / open).toBeLessThan(0.6);
  expect(inbox.items.some((i) => i.waitingOn !== null)).toBe(true);
  expect(inbox.items.some((i) => i.kind === "task")).toBe(true);
  expect(inbox.facets.procedures.length).toBeGreaterThan(8);
}, 60_000);

async function everyCase() {
  const known = await findKnown(served.database.db, null);
  if (!known.ok) throw new RefusalError(known.problems);
  return { known: known.value, ids: await listCaseIds(served.database.db, known.value) };
}

test("the deadlines that are kept are those that the page of each case shows", async () => {
  const { db } = served.database;
  const { ids } = await everyCase();
  let ofSomeCases = 0;
  for (const id of ids) {
    const { deadlines } = casePage.parse(await ask(`/api/cases/${id}`, served.admin));
    const shown = deadlines.map(({ name, when, dueOn, notBefore }) => ({ name, when, dueOn, notBefore }));
    const kept = (await listDeadlines(db, [id])).map(({ name, holdsWhere, dueOn, notBefore }) => ({
      ...{ name, when: holdsWhere?.vi ?? null, dueOn, notBefore },
    }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect({ id, deadlines: kept.sort(byName) }).toEqual({ id, deadlines: shown.sort(byName) });
    ofSomeCases += kept.filter((d) => d.when !== null).length;
  }
  expect(ids).toHaveLength(400);
  expect(ofSomeCases).toBeGreaterThan(10);
}, 120_000);

test("the deadlines that are kept from day to day are those that are counted anew on each", async () => {
  const { db } = served.database;
  const { known, ids } = await everyCase();
  const days = [
    "2023-03-01",
    "2024-06-03",
    "2025-07-01",
    "2025-12-31",
    "2026-03-02",
    "2026-07-01",
    "2026-09-15",
  ];
  for (const day of [...days, "2026-11-26", "2026-02-27"].map((on) => plainDate(on))) {
    await settleDeadlines(db, day);
    const byId = (a: { caseId: string; name: string }, b: { caseId: string; name: string }) =>
      `${a.caseId} ${a.name}` < `${b.caseId} ${b.name}` ? -1 : 1;
    const kept = [...(await listDeadlines(db, ids))].sort(byId);
    const anew = [...(await readKept(db, ids, { known, day }))].sort(byId);
    expect(kept, day).toEqual(anew);
  }
}, 120_000);
