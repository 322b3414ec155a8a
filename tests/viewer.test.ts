/** The copy of a paper on its page, in a real Chromium: a PDF of three pages and pictures, all invented. */
import { Readable } from "node:stream";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { authorOf } from "../src/people/public.ts";
import { receiptOrThrow } from "../src/register/public.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { faultsOf, openPage, startBrowser } from "./browser.ts";
import { holding } from "./people.ts";
import { batch, claim, fixedId, paper } from "./register-fixture/builders.ts";

let khu: Running;
let browser: Browser;
let base: string;

const PAGES = ["Điều 1. Diện tích Mẫu là 50 ha", "Điều 2. Nguồn vốn Mẫu", "Điều 3. Nơi nhận Mẫu"];

/** What Chromium itself prints and draws. */
async function invented(): Promise<Readonly<Record<"pdf" | "png" | "broken", Buffer>>> {
  const page = await browser.newPage({ viewport: { width: 900, height: 1300 } });
  const sheet = (text: string) => `<section style="break-after:page"><h1>${text}</h1><p>Ễ Ộ Ặ</p></section>`;
  await page.setContent(`<html lang="vi"><body>${PAGES.map(sheet).join("")}</body></html>`);
  const pdf = await page.pdf({ format: "A4" });
  const png = await page.screenshot();
  await page.close();
  return { pdf, png, broken: Buffer.from("%PDF-1.7 nửa chừng") };
}

beforeAll(async () => {
  khu = await startBacKan();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
  const documents = [];
  for (const [i, [name, bytes]] of Object.entries(await invented()).entries()) {
    const { sha256, size } = await khu.register.files.put(Readable.from([bytes]));
    const type = name === "png" ? "image/png" : "application/pdf";
    documents.push(
      paper(fixedId(980 + i), {
        ...{ key: `mau-${name}`, number: `${i + 1}/QĐ-MẪU`, title: `Quyết định mẫu ${name}` },
        file: { sha256, size, name: `quyết định ${i}.${name}`, type },
      }),
    );
  }
  const place = khu.register.places().findByCode("06", khu.register.today())?.id ?? null;
  const claims = ["tr. 1", "tr. 3, đoạn cuối", "Phụ lục"].map((locator, i) =>
    claim({
      id: fixedId(985 + i),
      document: fixedId(980),
      about: { kind: "other", title: `Số mẫu thứ ${i + 1}`, place },
      printed: `${i + 5}0 ha`,
      locator,
    }),
  );
  const author = authorOf(holding("officer"));
  receiptOrThrow(await khu.register.writer.submit(batch("viewer", { author, documents, claims })));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

const open = (name: string, width: number, more = "") =>
  openPage({ browser, base }, `/documents/mau-${name}?place=06&asOf=2023-11-30${more}`, width);
const frame = (page: Page) => page.locator(".viewer-frame");
const shown = (page: Page, number: number) => frame(page).locator(`.viewer-page[data-page="${number}"]`);

/** Waits until the page's text is there. */
async function textOf(page: Page, number: number): Promise<string> {
  const text = PAGES[number - 1] ?? "";
  await shown(page, number)
    .locator(".viewer-text", { hasText: text.slice(0, 6) })
    .waitFor({ timeout: 30_000 });
  return ((await shown(page, number).locator(".viewer-text").textContent()) ?? "").replace(/\s+/g, " ");
}

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.KHU_SCREENSHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

describe("a PDF", { timeout: 120_000 }, () => {
  test.each([1280, 360])("at %i pixels is drawn with its text, fits, and nothing jumps", async (width) => {
    const { page, errors } = await open("pdf", width);
    await page.evaluate(`
      window.jumps = [];
      new PerformanceObserver((list) => {
        for (const e of list.getEntries()) if (!e.hadRecentInput) window.jumps.push(e.value);
      }).observe({ type: "layout-shift", buffered: false });`);
    await frame(page).scrollIntoViewIfNeeded();
    expect(await textOf(page, 1)).toContain(PAGES[0]);
    const inked = await page.evaluate(`(() => {
      const canvas = document.querySelector(".viewer-frame canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let dark = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i] < 100) dark += 1;
      return dark;
    })()`);
    expect(inked).toBeGreaterThan(300);
    await page.locator(".document-sheet canvas").waitFor();
    await page.waitForLoadState("networkidle");
    // Letters that are drawn anew count a little; a twentieth of what browsers' makers call good.
    expect(await page.evaluate("window.jumps.reduce((a, b) => a + b, 0)")).toBeLessThan(0.005);
    expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await faultsOf(page)).toEqual([]);
    expect(errors).toEqual([]);
    await shot(page, `viewer-pdf-${width}`);
    await page.close();
  });
  test("is turned and enlarged by keyboard alone", async () => {
    const { page, errors } = await open("pdf", 1280);
    await frame(page).scrollIntoViewIfNeeded();
    await textOf(page, 1);
    await frame(page).focus();
    await page.keyboard.press("ArrowRight");
    expect(await textOf(page, 2)).toContain(PAGES[1]);
    await page.keyboard.press("End");
    expect(await textOf(page, 3)).toContain(PAGES[2]);
    await page.keyboard.press("PageDown");
    await page.getByText("Trang 3 trên 3").waitFor();
    const before = await shown(page, 3).evaluate((e) => e.clientWidth);
    await page.keyboard.press("+");
    await page.getByText("125 %").waitFor();
    await expect
      .poll(() => page.evaluate("document.querySelector('.viewer-frame canvas').clientWidth"))
      .toBeGreaterThan(Number(before));
    await page.keyboard.press("0");
    await page.keyboard.press("Home");
    await page.getByText("Trang 1 trên 3").waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });
  test("shows the page that a claim stands on", async () => {
    const { page } = await open("pdf", 1280);
    await page.getByRole("button", { name: "tr. 3, đoạn cuối" }).click();
    expect(await textOf(page, 3)).toContain(PAGES[2]);
    expect(await page.getByRole("button", { name: "Phụ lục" }).count()).toBe(0);
    await page.close();
  });
  test("in English has no word of the other language, and is saved under its own name", async () => {
    const { page } = await open("pdf", 1280, "&lang=en");
    await frame(page).scrollIntoViewIfNeeded();
    await page.getByText("Page 1 of 3").waitFor();
    await shot(page, "viewer-pdf-en-1280");
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /Download the file/ }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe("quyết định 0.pdf");
    await page.close();
  });
  test("that is damaged is said to be, and can still be saved", async () => {
    const { page } = await open("broken", 1280);
    // The frame gives way to the words while it is scrolled to, so nothing is held on to.
    await frame(page).or(page.getByRole("alert")).first().waitFor();
    await page.mouse.wheel(0, 400);
    await page.getByText("Tệp này hỏng").waitFor();
    await page.getByRole("link", { name: /Tải tệp về/ }).waitFor();
    await page.close();
  });
  test("opened by its address runs nothing in our name", async () => {
    const page = await browser.newPage();
    const answer = await page.goto(`${base}/api/documents/mau-png/file`);
    expect(answer?.headers()["content-security-policy"]).toContain("sandbox");
    expect(await page.evaluate("window.origin")).toBe("null");
    await page.close();
  });
});

describe("a picture", { timeout: 120_000 }, () => {
  test.each([1280, 360])("at %i pixels is shown, enlarged, and fits", async (width) => {
    const { page, errors } = await open("png", width);
    await frame(page).scrollIntoViewIfNeeded();
    const image = frame(page).locator("img");
    await image.waitFor();
    const before = await image.evaluate((e) => e.clientWidth);
    await page.getByRole("button", { name: "Phóng to" }).click();
    await expect.poll(() => image.evaluate((e) => e.clientWidth)).toBeGreaterThan(Number(before));
    expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await faultsOf(page)).toEqual([]);
    expect(errors).toEqual([]);
    await shot(page, `viewer-png-${width}`);
    await page.close();
  });
});
