/** Journeys of a reader through the screens, by keyboard alone, in a real Chromium. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, startBacKan } from "./bacKan.ts";
import { faultsOf, openPage, startBrowser } from "./browser.ts";

let khu: Running;
let browser: Browser;
let base: string;
beforeAll(async () => {
  khu = await startBacKan();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

const DAY = "place=06&asOf=2023-11-30";
const WIDTHS = [1280, 360] as const;
const open = (path: string, width: number) => openPage({ browser, base }, path, width);

describe("searching everything", { timeout: 90_000 }, () => {
  test.each(WIDTHS)(
    "at %i pixels goes from Ctrl K over a few letters to the page of the thing",
    async (width) => {
      const { page, errors } = await open(`/figures?${DAY}`, width);
      await page.getByText("Cụm công nghiệp đã thành lập").first().waitFor();
      await page.keyboard.press("Control+k");
      const field = page.getByRole("combobox", { name: "Tìm trong sổ" });
      await field.waitFor();
      await page.keyboard.type("cam giang");
      await page.getByRole("option", { name: "CCN Cẩm Giàng" }).first().waitFor();
      expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
      expect(await faultsOf(page)).toEqual([]);
      const chosen = () => page.getByRole("option", { selected: true }).textContent();
      expect(await chosen()).toContain("CCN Cẩm Giàng");
      await page.keyboard.press("ArrowDown");
      expect(await chosen()).toContain("Xã Cẩm Giàng");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/zones\/cam-giang\?.*asOf=2023-11-30/);
      await page.getByText("1868/QĐ-UBND").first().waitFor();
      expect(await field.count()).toBe(0);
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  test.each(WIDTHS)(
    "at %i pixels gives the focus back to its button when Escape closes it",
    async (width) => {
      const { page, errors } = await open(`/documents?${DAY}`, width);
      const button = page.getByRole("button", { name: "Tìm", exact: true });
      await button.focus();
      await page.keyboard.press("Enter");
      await page.getByRole("combobox", { name: "Tìm trong sổ" }).fill("1868");
      await page.getByRole("option", { name: "1868/QĐ-UBND" }).first().waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("combobox", { name: "Tìm trong sổ" }).waitFor({ state: "detached" });
      await page.locator(".search-button:focus").waitFor();
      expect(errors).toEqual([]);
      await page.close();
    },
  );
});

describe("on paper", { timeout: 90_000 }, () => {
  /** What a sheet of A4 leaves between its margins, in pixels. */
  const SHEET = 688;
  test.each([
    ["overview", "/", "Vốn đã bố trí"],
    ["zones", "/zones", "CCN Cẩm Giàng"],
    ["zone", "/zones/cam-giang", "1868/QĐ-UBND"],
    ["compare", "/compare", "Chênh lệch"],
  ])("the screen %s says its place and day, fits, and has nothing to press", async (_, path, text) => {
    const { page } = await open(`${path}?${DAY}`, SHEET);
    await page.getByText(text).first().waitFor();
    await page.waitForLoadState("networkidle");
    await page.emulateMedia({ media: "print" });
    const head = page.locator(".print-head");
    await head.waitFor();
    expect(await head.getAttribute("data-words")).toMatch(
      /Tỉnh Bắc Kạn · Đến ngày 30\/11\/2023 · in ngày \d/,
    );
    for (const part of ["nav", ".bar", "input", "select", "button:not(.sort)", ".button"]) {
      expect(await page.locator(part).filter({ visible: true }).count(), part).toBe(0);
    }
    expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(SHEET);
    await page.close();
  });
});
