/** The second part of the overview in a real browser: what is brought only when it is seen, and to whom. */
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, startBacKan } from "./bacKan.ts";
import { faultsOf, openAs, openPage, startBrowser } from "./browser.ts";
import { PASSWORD } from "./people.ts";

const DAY = "place=06&asOf=2023-11-30";
const LIMIT = 170_000;

let khu: Running;
let browser: Browser;
let base: string;
beforeAll(async () => {
  khu = await startBacKan();
  await khu.signIn();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

const section = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true });
const topOf = (page: Page, title: string) =>
  section(page, title).evaluate((element: Element) => element.getBoundingClientRect().top + window.scrollY);

describe("the overview", { timeout: 90_000 }, () => {
  test("begins with less than 170 kB of script, and without a chart", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "vi-VN" });
    const scripts: Promise<Buffer>[] = [];
    page.on("response", (r) => {
      if (r.url().endsWith(".js")) scripts.push(r.body());
    });
    await page.goto(`${base}/?${DAY}`);
    await page.getByText("CCN đã thành lập").first().waitFor();
    await page.waitForLoadState("networkidle");
    const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body, { level: 9 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LIMIT);
    expect(await page.locator(".chart svg").count()).toBe(0);
    await page.close();
  });

  test("brings the search for a place to who reaches for it, and puts them into it", async () => {
    const { page, errors } = await openPage({ browser, base }, `/?${DAY}`, 1280);
    await page.getByRole("textbox", { name: "Nơi" }).focus();
    const box = page.getByRole("combobox", { name: "Nơi" });
    await box.waitFor();
    await expect.poll(() => box.evaluate((e: Element) => e === document.activeElement)).toBe(true);
    await box.fill("thai nguyen");
    await page
      .getByRole("option", { name: /Tỉnh Thái Nguyên/ })
      .first()
      .click();
    await page.waitForURL(/place=(?!06)/);
    await page.close();
    expect(errors).toEqual([]);
  });

  test("brings a chart when the reader comes to it, in the room that was kept for it", async () => {
    const { page, errors } = await openPage({ browser, base }, `/?${DAY}`, 1280);
    const courses: string[] = [];
    page.on("request", (r) => {
      if (r.url().includes("/course")) courses.push(r.url());
    });
    await page.getByText("CCN đã thành lập").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(courses).toEqual([]);
    const before = await topOf(page, "Các khu, cụm đang ở đâu");
    await section(page, "Diễn biến").scrollIntoViewIfNeeded();
    await page.locator(".courses .chart svg").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(courses.length).toBeGreaterThan(2);
    expect(await topOf(page, "Các khu, cụm đang ở đâu")).toBe(before);
    await page.close();
    expect(errors).toEqual([]);
  });

  test("draws every chart over the same days, each with the same as a table", async () => {
    const { page } = await openPage({ browser, base }, `/?${DAY}`, 1280);
    await section(page, "Diễn biến").scrollIntoViewIfNeeded();
    await section(page, "Các khu, cụm đang ở đâu").scrollIntoViewIfNeeded();
    await page.locator(".courses .chart svg").nth(5).waitFor();
    const charts = section(page, "Diễn biến");
    const lines = await charts
      .locator(".chart-asked")
      .evaluateAll((all) => all.map((l) => l.getAttribute("x1")));
    expect(new Set(lines).size).toBe(1);
    const first = charts.getByRole("listitem").first();
    await first.getByText("Diễn biến bằng bảng").click();
    await first.getByRole("row", { name: "16/10/2020 1 khu, cụm" }).waitFor();
    await page.close();
  });

  test("leads from a stage to its zones", async () => {
    const { page } = await openPage({ browser, base }, `/?${DAY}`, 1280);
    await section(page, "Các khu, cụm đang ở đâu").scrollIntoViewIfNeeded();
    const bar = page.getByRole("list", { name: "Khu, cụm theo giai đoạn" });
    await bar.getByRole("link", { name: "5 Đang GPMB" }).click();
    await page.waitForURL(/\/zones\?.*stage=clearing/);
    await page.getByText("CCN Cẩm Giàng").first().waitFor();
    await expect.poll(() => page.locator("table.table tbody tr").count()).toBe(5);
    await page.close();
  });

  test("says of dates that they have passed, and calls nobody late", async () => {
    const { page } = await openPage({ browser, base }, "/?place=06&asOf=2026-11-26", 1280);
    const passed = section(page, "Mốc dự kiến đã qua");
    await passed.scrollIntoViewIfNeeded();
    await passed.getByRole("row", { name: /CCN Cẩm Giàng.*mốc dự kiến đã qua, chưa có tin mới/ }).waitFor();
    const whole = await page.locator("main").textContent();
    expect(whole).not.toMatch(/chậm tiến độ|trễ hạn|quá hạn|vi phạm/i);
    expect(await passed.textContent()).not.toMatch(/Công ty|Trung tâm|Hợp tác xã/);
    await page.close();
  });

  test("names what is lacking and who could supply it", async () => {
    const { page } = await openPage({ browser, base }, `/?${DAY}`, 360);
    const lacking = section(page, "Còn thiếu số liệu");
    await lacking.scrollIntoViewIfNeeded();
    await lacking.getByText("CCN Huyền Tụng").first().waitFor();
    await lacking.getByText("Sở Công Thương hoặc chủ đầu tư hạ tầng").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.close();
  });

  test("shows what was recorded this week only to who may read the history", async () => {
    const opened = await openPage({ browser, base }, `/?${DAY}`, 1280);
    const closed = section(opened.page, "Mới ghi trong bảy ngày qua");
    await closed.scrollIntoViewIfNeeded();
    await closed.getByRole("link", { name: "Đăng nhập" }).waitFor();
    expect(await closed.getByRole("article").count()).toBe(0);
    await opened.page.close();
    const { page } = await openAs({ browser, base }, { login: "admin", password: PASSWORD }, `/?${DAY}`);
    const week = section(page, "Mới ghi trong bảy ngày qua");
    await week.scrollIntoViewIfNeeded();
    await week.getByRole("link", { name: "Lần ghi 3" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.close();
  });
});
