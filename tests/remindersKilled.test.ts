/**
 * The server dies at any moment while it reminds people by mail: nobody's mail is lost, and the mail server has accepted
 * none twice. KHU_KILLS says how often (4 in an everyday run).
 */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "../src/platform/database/connect.ts";
import { type MailServer, mailServer } from "./mailServer.ts";
import { PASSWORD } from "./people.ts";
import { type Serving, serveProgram, signInAt, stopServing } from "./serving.ts";

const KILLS = Number(process.env.KHU_KILLS ?? 4);
/** So many that a kill always finds some on their way. */
const OFFICERS = 30 * KILLS;

let folder: string;
let mail: MailServer;

function start(env: NodeJS.ProcessEnv = {}): Promise<Serving> {
  return serveProgram(["src/app/main.ts", "serve", "--data", join(folder, "data")], {
    path: "/api/health",
    env: { KHU_ADMIN_PASSWORD: PASSWORD, ...env },
  });
}

/** Works beside the running server on its database. */
async function beside<T>(
  work: (query: (text: string, values?: unknown[]) => Promise<unknown[]>) => Promise<T>,
) {
  const opened = await openDatabase({ dataFolder: join(folder, "data"), whenBusy: "join" });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { pool, close } = opened.value;
  pool.on("error", () => undefined);
  try {
    return await work(async (text, values) => (await pool.query(text, values)).rows);
  } finally {
    await close();
  }
}

const ids = Array.from({ length: OFFICERS }, () => randomUUID());

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "khu-reminders-"));
  mail = await mailServer({ slow: () => Math.random() * 150 });
  const server = await start();
  const headers = { ...(await signInAt(server)), "content-type": "application/json" };
  await beside(async (query) => {
    for (const [i, id] of ids.entries()) {
      await query(
        "insert into accounts (id, login, login_key, name, email, created_by) values ($1, $2, $2, $3, $4, 'thử')",
        [id, `mau-${i}`, `Người Mẫu ${i}`, `mau-${i}@mau.example`],
      );
      await query(
        "insert into account_roles (id, account_id, role, over_kind, valid_from, given_by) values ($1, $2, 'officer', 'everything', '2020-01-01', 'thử')",
        [randomUUID(), id],
      );
    }
  });
  const tasks = ids.map((id, i) => ({
    subject: null,
    set: { name: `Việc mật Mẫu ${i}`, code: `MAU-${i}`, officer: `account:${id}`, state: "open" },
  }));
  const [first, ...also] = tasks;
  const draft = {
    kind: "letter",
    number: "1/TB-MAU",
    signedOn: "2026-01-05",
    issuer: "UBND tỉnh Mẫu",
    title: "Kết luận mẫu",
  };
  const answer = await fetch(`${server.base}/api/recording`, {
    ...{ method: "POST", headers },
    body: JSON.stringify({
      ...{
        about: "task",
        requestKey: randomUUID(),
        paper: { kind: "new", draft },
        expected: 0,
        also,
        ...first,
      },
      from: { kind: "on", date: "2026-01-05" },
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  await stopServing(server);
}, 240_000);
afterAll(async () => {
  await mail.stop();
  await rm(folder, { recursive: true, force: true });
});

test("none is lost and none is accepted twice, however often the server is killed", {
  timeout: 600_000,
}, async () => {
  const env = { KHU_SMTP_URL: mail.url, KHU_MAIL_FROM: "Khu <khu@mau.example>", KHU_REMIND_AT: "23:59" };
  const share = OFFICERS / (KILLS + 1);
  let inFlight = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const server = await start(env);
    const goal = Math.floor(share * kill);
    while (mail.received.length < goal) await sleep(5);
    await sleep(Math.random() * 80);
    const then = mail.received.length;
    server.child.kill("SIGKILL");
    await server.ended;
    await sleep(500);
    if (mail.received.length > then) inFlight += 1;
  }
  const server = await start(env);
  while (new Set(mail.received.map((r) => r.id)).size < OFFICERS) await sleep(20);
  await sleep(1500);
  const [counts] = await beside((query) =>
    query(
      "select count(*)::int as all, count(*) filter (where state = 'done')::int as done, count(*) filter (where doubtful)::int as doubtful from jobs",
    ),
  );
  await stopServing(server);
  expect(counts).toEqual({ all: OFFICERS, done: OFFICERS, doubtful: 0 });
  // Raw, as the mail server has accepted them, before anything is told apart by its Message-ID.
  expect(mail.received).toHaveLength(OFFICERS);
  expect(new Set(mail.received.map((r) => r.id)).size).toBe(OFFICERS);
  expect(mail.received.map((r) => r.to).sort()).toEqual(ids.map((_, i) => `mau-${i}@mau.example`).sort());
  for (const { text } of mail.received) expect(text).not.toContain("Việc mật Mẫu");
  process.stdout.write(
    `${KILLS} kills, ${inFlight} with a letter in hand, ${mail.received.length} mails of ${OFFICERS}\n`,
  );
});
