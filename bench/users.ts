/**
 * People at their screens, in a process of their own: each opens a page, which asks all it needs at once over kept
 * connections, then reads it for a while. Takes a plan as JSON by standard input and prints how long answers took.
 */
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { percentile } from "./measuring.ts";

/** A page that is opened as often as its weight says; `{place}` and `{day}` stand in its questions. */
const plan = z.object({
  base: z.string(),
  users: z.array(z.object({ cookie: z.string(), place: z.string() })),
  pages: z.array(z.object({ weight: z.number(), questions: z.array(z.string()) })),
  /** Days that pages are looked at on, as often as `of` says; one of `days` by chance. */
  days: z.array(z.object({ of: z.number(), days: z.array(z.string()) })),
  /** Seconds that a page is read, at least and at most. */
  reading: z.object({ from: z.number(), to: z.number() }),
  seconds: z.object({ before: z.number(), measured: z.number() }),
});
type Plan = z.infer<typeof plan>;

export type Told = {
  readonly answers: number;
  readonly failed: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  readonly perSecond: number;
};

/** As many connections as a browser keeps to one host. */
const CONNECTIONS = 6;

type Asking = { readonly base: string; readonly agent: Agent; readonly cookie: string };

function ask(path: string, { base, agent, cookie }: Asking): Promise<{ ms: number; ok: boolean }> {
  const start = performance.now();
  return new Promise((resolve) => {
    const end = (ok: boolean) => resolve({ ms: performance.now() - start, ok });
    const headers = { cookie, "accept-encoding": "gzip" };
    const sent = request(base + path, { agent, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => end(answer.statusCode === 200));
      answer.once("error", () => end(false));
    });
    sent.once("error", () => end(false));
    sent.end();
  });
}

/** One of several by chance, as often as its weight says. */
function byWeight<T>(all: readonly T[], weightOf: (one: T) => number): T | undefined {
  let left = Math.random() * all.reduce((sum, one) => sum + weightOf(one), 0);
  return all.find((one) => {
    left -= weightOf(one);
    return left < 0;
  });
}

async function use(
  of: Plan,
  user: Plan["users"][number],
  note: (ms: number, ok: boolean) => void,
  until: number,
) {
  const asking = {
    base: of.base,
    agent: new Agent({ keepAlive: true, maxSockets: CONNECTIONS }),
    cookie: user.cookie,
  };
  const rest = () => of.reading.from + Math.random() * (of.reading.to - of.reading.from);
  // Nobody comes at the same moment as everybody else.
  await sleep(Math.random() * of.reading.to * 1000);
  while (performance.now() < until) {
    const questions = byWeight(of.pages, (page) => page.weight)?.questions ?? [];
    const days = byWeight(of.days, (some) => some.of)?.days ?? [];
    const day = days[Math.floor(Math.random() * days.length)] ?? "";
    const asked = questions.map((q) => q.replace("{place}", user.place).replace("{day}", day));
    await Promise.all(asked.map((path) => ask(path, asking).then(({ ms, ok }) => note(ms, ok))));
    await sleep(rest() * 1000);
  }
  asking.agent.destroy();
}

const given = plan.parse(JSON.parse(await text(process.stdin)));
const begin = performance.now() + given.seconds.before * 1000;
const until = begin + given.seconds.measured * 1000;
const took: number[] = [];
let failed = 0;
const note = (ms: number, ok: boolean) => {
  if (performance.now() < begin) return;
  took.push(ms);
  if (!ok) failed += 1;
};
await Promise.all(given.users.map((user) => use(given, user, note, until)));
const told: Told = {
  ...{ answers: took.length, failed, p50: percentile(took, 0.5), p99: percentile(took, 0.99) },
  ...{ most: Math.max(...took), perSecond: took.length / given.seconds.measured },
};
console.log(JSON.stringify(told));
