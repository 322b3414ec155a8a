/** A page that is walked over all screens: waits until a screen is whole, and sets its size, theme and language in place. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { BrowserContext, Page, Response } from "playwright-core";
import { z } from "zod";
import { textsIn } from "./spoken.ts";

/** How wide a page is, in pixels of its own: 200 % zoom leaves half of those of a window of 1280. */
export const SIZES = { wide: 1280, zoomed: 640, phone: 360 } as const;
export type Size = keyof typeof SIZES;

const QUIET_MS = 80;
const WAIT_MS = 30_000;
/** What still says that it waits after so long without any traffic shows what waiting looks like, as a sample. */
const SAMPLE_MS = 1_000;
/** Everything that is loaded when it comes into sight is brought into sight. */
const SEE_ALL = `(async () => {
  const step = innerHeight;
  for (let y = 0; y < document.scrollingElement.scrollHeight; y += step) {
    scrollTo(0, y);
    await new Promise((r) => requestAnimationFrame(() => r()));
  }
  scrollTo(0, 0);
})()`;
const IS_STILL = `document.fonts.status === "loaded" && document.querySelector(".waiting, .starting, [aria-busy=true]") === null`;

const faults = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
  passes: z.number(),
});

/** What only colours can break; the rest is the same in both themes. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export type Walk = {
  readonly page: Page;
  /** What the page threw or logged as an error since it was last asked. */
  readonly takeErrors: () => readonly string[];
  /** Texts of all answers so far, by the language in which they were asked. */
  readonly said: Readonly<Record<"vi" | "en", ReadonlySet<string>>>;
  readonly open: (address: string) => Promise<void>;
  /** Until nothing is loaded any more and nothing waits. */
  readonly settle: () => Promise<void>;
  readonly resize: (size: Size) => Promise<void>;
  /** What axe finds, all of it or what colours can break; `rules` are those that had something to look at. */
  readonly faults: (of: "everything" | "colours") => Promise<{ found: readonly string[]; rules: number }>;
};

/** Begins a walk in a browser context of its own. */
export async function walk(context: BrowserContext, base: string): Promise<Walk> {
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const errors = errorsOf(page);
  const said = { vi: new Set<string>(), en: new Set<string>() };
  const traffic = watchTraffic(page, said);
  const settle = async () => {
    const until = Date.now() + WAIT_MS;
    for (;;) {
      const still = (await page.evaluate(IS_STILL)) === true;
      const quiet = traffic.open() === 0 ? Date.now() - traffic.last() : 0;
      if (quiet > (still ? QUIET_MS : SAMPLE_MS)) return;
      if (Date.now() > until) throw new Error(`${page.url()} does not come to rest`);
      await page.waitForTimeout(20);
    }
  };
  return {
    page,
    takeErrors: () => errors.splice(0),
    said,
    open: async (address) => {
      await page.goto(base + address);
      await settle();
      await page.evaluate(SEE_ALL);
      await settle();
    },
    settle,
    resize: async (size) => {
      await page.setViewportSize({ width: SIZES[size], height: 800 });
      await page.evaluate(SEE_ALL);
      await settle();
    },
    faults: async (of) => {
      if ((await page.evaluate("typeof window.axe")) !== "object") await page.evaluate(axe);
      const values = of === "colours" ? OF_COLOUR : TAGS;
      const runOnly = JSON.stringify({ type: of === "colours" ? "rule" : "tag", values });
      const told = await page.evaluate(
        `axe.run({ runOnly: ${runOnly} }).then((r) => ({ violations: r.violations, passes: r.passes.length }))`,
      );
      const { violations, passes } = faults.parse(told);
      const found = violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)}`));
      return { found, rules: passes };
    },
  };
}

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (e) => errors.push(e.message));
  page.on("console", (m) => {
    if (m.type() === "error") errors.push(`${m.text()} ${m.location().url}`);
  });
  return errors;
}

/** Counts what is on its way, and keeps the texts of answers. */
function watchTraffic(page: Page, said: Record<"vi" | "en", Set<string>>) {
  let open = 0;
  let last = Date.now();
  const step = (by: number) => {
    open = Math.max(0, open + by);
    last = Date.now();
  };
  const read = async (response: Response) => {
    if (!/json/.test(response.headers()["content-type"] ?? "")) return;
    const lang = new URL(response.url()).searchParams.get("lang");
    const texts = textsIn(await response.json().catch(() => null));
    // What was asked without a language is the same in both.
    const into = lang === "vi" || lang === "en" ? [said[lang]] : [said.vi, said.en];
    for (const set of into) for (const text of texts) set.add(text);
  };
  page.on("request", () => step(1));
  page.on("requestfailed", () => step(-1));
  page.on("requestfinished", async (request) => {
    const response = await request.response();
    if (response !== null) await read(response);
    step(-1);
  });
  return { open: () => open, last: () => last };
}
