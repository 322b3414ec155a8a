/** Five hundred people who are signed in, at their screens at once, beside the same people asking a constant route as often. */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { plainDate } from "../src/kernel/dates.ts";
import { SESSION_TIMES } from "../src/people/public.ts";
import { insertSession } from "../src/people/sessionStore.ts";
import { insertAccount, insertRole } from "../src/people/store.ts";
import { openDatabase } from "../src/platform/database/connect.ts";
import { newToken, tokenHash } from "../src/platform/identity/tokens.ts";
import { SAMPLE_HOME } from "../src/sample/public.ts";
import { type Serving, serveKhu, serveProgram, signInAt, stopServing } from "../tests/serving.ts";
import { median } from "./measuring.ts";
import { milliseconds, perSecond, type Result } from "./results.ts";
import { questionsOfScreens } from "./screens.ts";
import type { Told } from "./users.ts";

const PART = "Five hundred at once";
const USERS = 500;
const PROVINCES = 34;
const DAY = "2023-11-30";
/** Most look at the day that the page begins with, some press one of its other days, few choose the end of some month. */
const PRESSED = ["2020-10-31", "2025-07-01", "2026-11-26"];
const CHOSEN = Array.from({ length: 24 }, (_, n) =>
  new Date(Date.UTC(2022, n + 1, 0)).toISOString().slice(0, 10),
);
const DAYS = [
  { of: 90, days: [DAY] },
  { of: 8, days: PRESSED },
  { of: 2, days: CHOSEN },
];
/** Seconds in which people have come and begun to work before anything is measured. */
const MORNING = 60;
const READING = { from: 5, to: 15 };

/** How often of a hundred each screen is opened. */
const MIX: Readonly<Record<string, number>> = {
  "overview, signed in": 30,
  zones: 20,
  "zone, signed in": 15,
  figures: 8,
  figure: 8,
  documents: 5,
  document: 3,
  claims: 3,
  place: 3,
  programme: 2,
  history: 2,
  "own account": 1,
};

const told = z.object({
  ...{ answers: z.number(), failed: z.number(), p50: z.number() },
  ...{ p99: z.number(), most: z.number(), perSecond: z.number() },
});

/** Accounts that may read everything, each with a session that has just begun; gives the tokens of their cookies. */
async function signedInPeople(folder: string): Promise<readonly string[]> {
  const opened = await openDatabase({ dataFolder: `${folder}-sample` });
  if (!opened.ok) throw new Error(opened.problems.map((p) => p.message.en).join());
  const { db } = opened.value;
  const tokens: string[] = [];
  for (let n = 0; n < USERS; n += 1) {
    const [id, token, login] = [uuidv7(), newToken(), `mau-${uuidv7()}`];
    await insertAccount(db, {
      ...{ id, login, loginKey: login, name: `Người Mẫu ${n + 1}`, email: null, password: null },
      ...{ mustChange: false, oidc: null, createdBy: "đo mẫu" },
    });
    await insertRole(db, {
      ...{ id: uuidv7(), account: id, role: "auditor", over: { kind: "everything" } },
      ...{ from: plainDate("2020-01-01"), to: null, by: "đo mẫu" },
    });
    const session = { id: uuidv7(), hash: tokenHash(token), account: id, now: Date.now() };
    await insertSession(db, { ...session, address: null, agent: null }, SESSION_TIMES);
    tokens.push(token);
  }
  await opened.value.close();
  return tokens;
}

type Page = { readonly weight: number; readonly questions: readonly string[] };

/** The questions of each screen, for whichever place and day. */
async function pagesOf(khu: Serving): Promise<readonly Page[]> {
  const questions = await questionsOfScreens(khu, await signInAt(khu), (name) => name in MIX);
  return Object.entries(MIX).map(([name, weight]) => {
    const asked = questions.get(name);
    if (asked === undefined) throw new Error(`no screen ${name}`);
    const anywhere = (path: string) =>
      path.replace(`place=${SAMPLE_HOME}`, "place={place}").replace(`asOf=${DAY}`, "asOf={day}");
    // A browser holds what the server says of itself, and who only reads is not asked what they would record.
    const unasked = (path: string) => path.startsWith("/api/health") || path.startsWith("/api/recording/");
    return { weight, questions: asked.filter((path) => !unasked(path)).map(anywhere) };
  });
}

async function loadOf(plan: object): Promise<Told> {
  const child = spawn(process.execPath, ["--import", "tsx", "bench/users.ts"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify(plan));
  return told.parse(JSON.parse(await text(child.stdout)));
}

/** `folder` of the country as `khu serve --sample --data` takes it; nobody else may hold it. */
export async function measureManyUsers(
  folder: string,
  of: { readonly rounds: number; readonly seconds: number },
): Promise<readonly Result[]> {
  const tokens = await signedInPeople(folder);
  const constant = await serveProgram(["bench/constant.ts"], { path: "/constant" });
  const khu = await serveKhu(["--data", folder, "--sample"]);
  const ours: Told[] = [];
  const theirs: Told[] = [];
  try {
    const pages = await pagesOf(khu);
    const plan = (base: string, asked: readonly Page[]) => ({
      ...{ base, pages: asked, days: DAYS, reading: READING },
      users: tokens.map((token, n) => ({
        cookie: `khu-${new URL(base).port}=${token}`,
        place: `M${String((n % PROVINCES) + 1).padStart(2, "0")}`,
      })),
      seconds: { before: MORNING, measured: of.seconds },
    });
    const asOften = pages.map((page) => ({ ...page, questions: page.questions.map(() => "/constant") }));
    for (let round = 0; round < of.rounds; round += 1) {
      theirs.push(await loadOf(plan(constant.base, asOften)));
      ours.push(await loadOf(plan(khu.base, pages)));
    }
  } finally {
    await stopServing(khu);
    await stopServing(constant);
  }
  return linesOf(ours, theirs);
}

function linesOf(ours: readonly Told[], theirs: readonly Told[]): readonly Result[] {
  const middle = (loads: readonly Told[], name: keyof Told) => median(loads.map((l) => l[name]));
  const line = (name: "p50" | "p99", atMost: number | null): Result => {
    const [own, other] = [middle(ours, name), middle(theirs, name)];
    // An answer within half a second is quick enough, whatever a constant takes.
    const aim = atMost === null ? null : Math.max(atMost, 500 / other);
    return {
      ...{ part: PART, what: `${name} of all answers`, ratio: own / other },
      beside: "a route that returns a constant, as often",
      aim: aim === null ? null : { kind: "atMost", value: aim },
      numbers: `${milliseconds(own)} / ${milliseconds(other)}`,
      note: `${perSecond(middle(ours, "perSecond"))}, the longest ${milliseconds(middle(ours, "most"))}`,
    };
  };
  const failed = ours.reduce((sum, l) => sum + l.failed, 0);
  const answers = ours.reduce((sum, l) => sum + l.answers, 0);
  return [
    line("p50", null),
    line("p99", 3),
    {
      ...{ part: PART, what: "answers that failed", beside: "none", ratio: failed },
      ...{ aim: { kind: "atMost", value: 0 }, numbers: `${failed} of ${answers.toLocaleString("en")}` },
    },
  ];
}
