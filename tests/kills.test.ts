/**
 * The process dies at the worst moment: while a workbook of 20,000 rows is being recorded. KHU_KILLS says how often
 * (3 in an everyday run; 20 is the full trial), KHU_KILL_ROWS how long the workbook is.
 */
import { randomUUID } from "node:crypto";
import { createWriteStream, openAsBlob } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { SUBJECTS } from "../src/app/subjects.ts";
import { openDatabase } from "../src/platform/database/connect.ts";
import { openFileStore } from "../src/platform/files.ts";
import { writeWorkbook } from "../src/platform/workbooks/writing.ts";
import { verifyRegister } from "../src/register/public.ts";
import { type Serving, serveKhu, signInAt, stopServing } from "./serving.ts";

const ROUNDS = Number(process.env.KHU_KILLS ?? 3);
const ROWS = Number(process.env.KHU_KILL_ROWS ?? 20_000);

type Server = Serving & {
  /** What a signed-in browser sends. */
  readonly headers: Readonly<Record<string, string>>;
};

async function start(folder: string): Promise<Server> {
  const serving = await serveKhu(["--data", folder]);
  return { ...serving, headers: await signInAt(serving) };
}

const receipt = z.looseObject({ id: z.string(), commit: z.number() });

async function apply(server: Server, preview: string, requestKey: string): Promise<z.infer<typeof receipt>> {
  const answer = await fetch(`${server.base}/api/imports`, {
    method: "POST",
    headers: { ...server.headers, "content-type": "application/json" },
    body: JSON.stringify({ preview, requestKey }),
  });
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${answer.status}: ${JSON.stringify(body)}`);
  return receipt.parse(body);
}

/** Whether rows of the batch are on their way in the database at this very moment. */
async function isWriting(pool: pg.Pool): Promise<boolean> {
  const found = await pool.query(
    "select from pg_stat_activity where usename = 'khu_server' and backend_xid is not null",
  );
  return (found.rowCount ?? 0) > 0;
}

/** Waits until rows are on their way, or the answer is there. */
async function untilWriting(pool: pg.Pool, asked: Promise<unknown>): Promise<void> {
  let answered = false;
  void asked
    .catch(() => undefined)
    .then(() => {
      answered = true;
    });
  while (!answered && !(await isWriting(pool))) await sleep(5);
}

/** A look into the running server's database from beside it. */
async function watch(data: string) {
  const opened = await openDatabase({ dataFolder: data, whenBusy: "join" });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  opened.value.pool.on("error", () => undefined);
  return opened.value;
}

let folder: string;
let base: string;
let preview: string;
/** Milliseconds that recording takes here in all, and from the first row sent to the answer. */
let whole = 0;
let writes = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "khu-kills-"));
  base = join(folder, "base");
  const workbook = join(folder, "rows.xlsx");
  const labels = ["Mã", "Loại", "Tên khu, cụm", "Mã địa bàn", "Diện tích (ha)", "Hiệu lực từ", "Pháp lý"];
  await writeWorkbook(createWriteStream(workbook), [
    {
      name: "Khu và cụm",
      columns: labels.map((label) => ({ label, kind: label.startsWith("Diện") ? "ha" : "text" })),
      rows: Array.from({ length: ROWS }, (_, i) => [
        `mau-${i}`,
        "CCN",
        `CCN Mẫu ${i}`,
        "064",
        100_000 + i * 100,
        "16/10/2020",
        "đã thành lập",
      ]),
    },
  ]);
  const server = await start(base);
  const form = new FormData();
  form.append("file", await openAsBlob(workbook), "rows.xlsx");
  const { headers } = server;
  const answer = await fetch(`${server.base}/api/imports/previews`, { method: "POST", headers, body: form });
  const body = z
    .looseObject({ id: z.string(), counts: z.looseObject({ create: z.number() }) })
    .parse(await answer.json());
  expect(body.counts.create).toBe(ROWS);
  preview = body.id;
  // How long recording takes here, to spread the kills over it.
  await stopServing(server);
  const trial = join(folder, "trial");
  await cp(base, trial, { recursive: true });
  const timed = await start(trial);
  const began = performance.now();
  const watching = await watch(trial);
  const asked = apply(timed, preview, randomUUID());
  await untilWriting(watching.pool, asked);
  const first = performance.now();
  await asked;
  whole = performance.now() - began;
  writes = performance.now() - first;
  await watching.close();
  await stopServing(timed);
  await rm(trial, { recursive: true });
}, 600_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

type Round = { readonly writing: boolean; readonly acknowledged: boolean; readonly present: boolean };

/** When to die: `after` milliseconds, from the request or from the first row that is on its way. */
type Moment = { readonly after: number; readonly sinceFirstRow: boolean };

/** One death at a moment of recording; then the register is opened, checked and asked again. */
async function die(round: number, moment: Moment): Promise<Round> {
  const data = join(folder, `round-${round}`);
  await cp(base, data, { recursive: true });
  const server = await start(data);
  const watching = await watch(data);
  const requestKey = randomUUID();
  let acknowledged = false;
  const asked = apply(server, preview, requestKey).then(
    () => {
      acknowledged = true;
    },
    () => undefined,
  );
  if (moment.sinceFirstRow) await untilWriting(watching.pool, asked);
  await sleep(moment.after);
  const writing = !acknowledged && (await isWriting(watching.pool));
  server.child.kill("SIGKILL");
  await Promise.all([asked, server.ended]);
  await watching.close().catch(() => undefined);

  const opened = await openDatabase({ dataFolder: data });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { pool, close } = opened.value;
  const files = await openFileStore(join(data, "files"));
  const found = await verifyRegister({ pool, definitions: SUBJECTS, files });
  expect(found.differences).toEqual([]);
  const rows = await pool.query<{ n: number }>("select count(*) as n from changes where request_key = $1", [
    requestKey,
  ]);
  const n = rows.rows[0]?.n ?? -1;
  await close();
  expect(n === 0 || n >= ROWS, `${n} of ${ROWS} changes`).toBe(true);
  if (acknowledged) expect(n).toBeGreaterThanOrEqual(ROWS);

  const again = await start(data);
  const repeated = await apply(again, preview, requestKey);
  expect(repeated.commit).toBeGreaterThan(0);
  const answer = await fetch(
    `${again.base}/api/figures/clusters.established?place=064&asOf=2023-11-30&limit=0`,
  );
  expect(await answer.json()).toMatchObject({ value: ROWS + 1 });
  await stopServing(again);
  await rm(data, { recursive: true });
  return { writing, acknowledged, present: n > 0 };
}

describe("killed while a workbook is being recorded", () => {
  test(
    `${ROUNDS} deaths: each batch is wholly there or wholly absent, none that was acknowledged is lost, a repeat finishes it`,
    async () => {
      const rounds: Round[] = [];
      for (let i = 0; i < ROUNDS; i += 1) {
        // Most die while rows are on their way, spread over that time and shaken; every fourth dies at any moment.
        const sinceFirstRow = i % 4 !== 3;
        const after = sinceFirstRow ? ((i + Math.random()) / ROUNDS) * writes * 0.9 : Math.random() * whole;
        rounds.push(await die(i, { after, sinceFirstRow }));
      }
      const inside = rounds.filter((r) => r.writing).length;
      console.info(
        `kills: ${ROUNDS}, while rows were on their way: ${inside}, acknowledged before: ${rounds.filter((r) => r.acknowledged).length}, present after: ${rounds.filter((r) => r.present).length}; recording ${ROWS} rows takes ${Math.round(whole)} ms, ${Math.round(writes)} ms of it from the first row sent to the answer`,
      );
      expect(inside).toBeGreaterThanOrEqual(Math.floor(ROUNDS / 2));
    },
    120_000 * ROUNDS,
  );
});
