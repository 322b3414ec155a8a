/** What a reader's browser gets and how it keeps up: the first load, Lighthouse's mobile profile, scrolling, the answers asked for. */
import lighthouse from "lighthouse";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { chromiumOf } from "../tests/browser.ts";
import { median } from "./measuring.ts";

const MOBILE = { port: 9_333, runs: 3 };

export type FirstLoad = {
  /** Bytes of script as they came over the wire, before anything was scrolled. */
  readonly script: number;
  /** Those that came when the page was scrolled to its end. */
  readonly whenSeen: number;
};

/** Opens the page in a browser that knows nothing of it yet. */
export async function firstLoadOf(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  let bytes = 0;
  const scripts = new Set<string>();
  devtools.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await devtools.send("Network.enable");
  await page.goto(url, { waitUntil: "networkidle" });
  const script = bytes;
  await page.evaluate("scrollTo(0, document.scrollingElement.scrollHeight)");
  await page.waitForTimeout(500);
  await page.waitForLoadState("networkidle");
  await context.close();
  return { script, whenSeen: bytes - script };
}

export type Mobile = { readonly lcp: number; readonly tbt: number; readonly cls: number };

/** Lighthouse's mobile profile as it comes: a slow network and a slow processor are simulated. Medians of three. */
export async function mobileOf(url: string): Promise<Mobile> {
  const browser = await chromiumOf([`--remote-debugging-port=${MOBILE.port}`]);
  const runs: Mobile[] = [];
  try {
    for (let run = 0; run < MOBILE.runs; run += 1) {
      const told = await lighthouse(url, {
        ...{ port: MOBILE.port, logLevel: "error", onlyCategories: ["performance"] },
      });
      const of = (id: string) => told?.lhr.audits[id]?.numericValue ?? Number.NaN;
      runs.push({
        lcp: of("largest-contentful-paint"),
        tbt: of("total-blocking-time"),
        cls: of("cumulative-layout-shift"),
      });
    }
  } finally {
    await browser.close();
  }
  const middle = (name: keyof Mobile) => median(runs.map((r) => r[name]));
  return { lcp: middle("lcp"), tbt: middle("tbt"), cls: middle("cls") };
}

export type Scrolled = {
  readonly rows: number;
  readonly frames: number;
  /** Frames whose work took the page more than 50 ms, and the longest of all, of the processor's time. */
  readonly slow: number;
  readonly longest: number;
  /** Frames that came more than 50 ms after the one before: also because others had the processor. */
  readonly late: number;
};
const SLOW_MS = 50;
/** Fewer rows would be no long table. */
const ROWS = 1_000;

const trace = z.object({
  traceEvents: z.array(
    z.looseObject({
      ...{ name: z.string(), pid: z.number(), tid: z.number(), tdur: z.number().optional() },
      args: z.looseObject({ name: z.string().optional() }).optional(),
    }),
  ),
});

/** Milliseconds of the processor that each task of the page's own thread took. */
function tasksOf(told: Buffer): readonly number[] {
  const { traceEvents } = trace.parse(JSON.parse(told.toString()));
  const threads = traceEvents.filter((e) => e.name === "thread_name" && e.args?.name === "CrRendererMain");
  return traceEvents
    .filter((e) => e.name === "RunTask" && threads.some((t) => t.pid === e.pid && t.tid === e.tid))
    .flatMap((e) => (e.tdur === undefined ? [] : [e.tdur / 1000]));
}

/** Scrolls the table from its top to its end as a wheel does, and takes what each frame costs. */
export async function scrollTable(browser: Browser, url: string): Promise<Scrolled> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url);
  // Of a long table only what is seen is drawn; how many rows it has is told to screen readers.
  const table = page.locator("main table[aria-rowcount]");
  await table.waitFor({ timeout: 60_000 });
  const rows = Number(await table.getAttribute("aria-rowcount"));
  if (rows < ROWS) throw new Error(`a table of ${rows} rows is no long one`);
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(500);
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
  const told = await page.evaluate(`new Promise((resolve) => {
    const times = [];
    let last = performance.now();
    const step = (now) => {
      times.push(now - last);
      last = now;
      scrollBy(0, 120);
      const end = scrollY + innerHeight >= document.scrollingElement.scrollHeight - 1;
      if (end) resolve(times.slice(1));
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  })`);
  const tasks = tasksOf(await browser.stopTracing());
  await page.close();
  const times = z.array(z.number()).parse(told);
  if (tasks.length < times.length) throw new Error("the trace does not hold the frames");
  const over = (all: readonly number[]) => all.filter((ms) => ms > SLOW_MS).length;
  return { rows, frames: times.length, slow: over(tasks), longest: Math.max(...tasks), late: over(times) };
}

/** What the screen at the address asks the interface for, by GET, the questions of every page included. */
export async function questionsOf(page: Page, url: string): Promise<readonly string[]> {
  const asked = new Set<string>();
  const listen = (request: { url(): string; method(): string }) => {
    const { pathname, search } = new URL(request.url());
    if (request.method() === "GET" && pathname.startsWith("/api/")) asked.add(pathname + search);
  };
  page.on("request", listen);
  await page.goto(url, { waitUntil: "networkidle" });
  await page.evaluate("scrollTo(0, document.scrollingElement.scrollHeight)");
  await page.waitForTimeout(400);
  await page.waitForLoadState("networkidle");
  page.off("request", listen);
  return [...asked];
}
