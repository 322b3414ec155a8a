/** A Chromium for tests of the screens: what it opens, what goes wrong in it, and what axe finds. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";
import { z } from "zod";

/** Chromium as this machine may start it: as root without its sandbox, and asking nobody outside. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts it; whoever starts it closes it. */
export function startBrowser(): Promise<Browser> {
  return chromiumOf([]);
}

/** The same with more flags. */
export function chromiumOf(flags: readonly string[]): Promise<Browser> {
  const executablePath = process.env.KHU_CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: [...FLAGS, ...flags] });
}

export type Opening = { readonly browser: Browser; readonly base: string };

/** A page in Vietnamese; `errors` are what it throws or logs as an error, from then on. */
export async function openPage(
  of: Opening,
  path: string,
  width: number,
): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const page = await of.browser.newPage({ viewport: { width, height: 800 }, locale: "vi-VN" });
  const errors: string[] = [];
  page.on("pageerror", (e) => errors.push(e.message));
  page.on("console", (m) => {
    if (m.type() === "error") errors.push(m.text());
  });
  await page.goto(`${of.base}${path}`);
  return { page, errors };
}

/** A page as somebody who signs in on the way, in a browser of their own. */
export async function openAs(
  of: Opening,
  who: { readonly login: string; readonly password: string },
  path: string,
  width = 1280,
) {
  const opened = await openPage(of, `/dang-nhap?return=${encodeURIComponent(path)}`, width);
  const { page } = opened;
  await page.getByLabel("Tên đăng nhập").fill(who.login);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(who.password);
  await page.locator("form.sign-in button[type=submit]").click();
  // Elsewhere, or still here because the password must be changed first.
  await Promise.any([
    page.waitForURL((url) => url.pathname !== "/dang-nhap"),
    page.locator("input[name=current]").waitFor(),
  ]);
  return opened;
}

const violations = z.array(
  z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.object({ html: z.string() })) }),
);

const STILL =
  "document.querySelector('.loaded[aria-busy=true]') === null && document.getAnimations().every((a) => !(a instanceof CSSTransition))";

/** What axe finds against WCAG 2.2 A and AA, told by rule and place. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  // What is paler while the next answer is awaited is not judged by its colours.
  await expect.poll(() => page.evaluate(STILL), { timeout: 10_000 }).toBe(true);
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const found = await page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) => ({ violations: r.violations, passes: r.passes.length }))",
  );
  const result = z.object({ violations, passes: z.number() }).parse(found);
  // A checker that looked at nothing finds nothing.
  expect(result.passes).toBeGreaterThan(10);
  return result.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)}`));
}

/** Types the day of an act in its form; the field itself only carries what was read. */
export async function onDay(form: Locator, day: string): Promise<void> {
  await form.locator("label:has(input[name=on]) input[type=text]").fill(day);
}
