/** The list of pages in a real browser: whose it is, that it is seen at once, that it folds, and the drawer of a phone. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainDate } from "../src/kernel/dates.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { faultsOf, openAs, openPage, startBrowser } from "./browser.ts";
import { openMau, peopleOfCases, tellAs } from "./caseActs.ts";
import { newPerson, PASSWORD, PASSWORD_OF_ALL } from "./people.ts";

const ADMINISTRATOR = { login: "admin", password: PASSWORD };
const OFFICER = { login: "canbo", password: PASSWORD_OF_ALL };
const LEADER = { login: "lanhdao", password: PASSWORD_OF_ALL };
const OF_ONE_PLACE = { login: "mot-noi", password: PASSWORD_OF_ALL };

let khu: Running;
let browser: Browser;
let base: string;
beforeAll(async () => {
  khu = await startBacKan();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
  const place = khu.register.places().findByCode("06", plainDate("2023-11-30"))?.id ?? "";
  await newPerson(khu, { login: OFFICER.login, grant: { role: "officer" } });
  await newPerson(khu, { login: LEADER.login, grant: { role: "reader" } });
  const over = { kind: "place", id: place };
  await newPerson(khu, { login: OF_ONE_PLACE.login, grant: { role: "officer", over } });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

const list = (page: Page) => page.getByRole("navigation", { name: "Các trang" });
const group = (page: Page, name: string) => list(page).getByRole("button", { name });
const linksOf = async (page: Page) => {
  const all = await list(page).locator("ul .nav-link").allTextContents();
  return all.map((text) => text.trim());
};
const drawer = (page: Page) => page.locator(".nav > ul");
const heights = (page: Page) =>
  drawer(page).evaluate((e: Element) => [e.scrollHeight, e.clientHeight] as const);

describe("the list of pages", { timeout: 90_000 }, () => {
  test("holds for a reader without an account what is public, all of it open", async () => {
    const { page, errors } = await openPage({ browser, base }, "/zones", 1280);
    await group(page, "Khu, cụm và đất đai").waitFor();
    const links = await linksOf(page);
    expect(links).toEqual(expect.arrayContaining(["Tổng quan", "Khu và cụm", "Tra cứu hồ sơ", "Văn bản"]));
    for (const closed of ["Việc của tôi", "Hồ sơ", "Ghi nhận", "Nhập dữ liệu", "Quản trị"]) {
      expect(links).not.toContain(closed);
    }
    expect(await list(page).locator("button[aria-expanded=false]:visible").count()).toBe(0);
    expect(await list(page).locator("[aria-current]").allTextContents()).toEqual(["Khu và cụm"]);
    expect(errors).toEqual([]);
    await page.close();
  });

  test.each([
    ["an officer", OFFICER],
    ["a leader", LEADER],
    ["an administrator", ADMINISTRATOR],
  ])(
    "begins for %s with their work, and is seen without scrolling at 1280 × 800 on any page",
    async (_, who) => {
      const { page } = await openAs({ browser, base }, who, "/");
      await group(page, "Sổ và văn bản").waitFor();
      expect((await linksOf(page)).slice(0, 2)).toEqual(["Việc của tôi", "Thông báo"]);
      for (const path of ["/", "/cases", "/organisations", "/documents"]) {
        await page.goto(`${base}${path}`);
        await list(page).locator("[aria-current=page]").waitFor();
        const [needed, room] = await heights(page);
        expect(needed, path).toBeLessThanOrEqual(room);
      }
      await page.close();
    },
  );

  test("shows who works in one place the ways to record, but not what only a role over everything opens", async () => {
    const { page } = await openAs({ browser, base }, OF_ONE_PLACE, "/documents");
    await list(page).getByRole("link", { name: "Ghi nhận" }).waitFor();
    const links = await linksOf(page);
    expect(links).toContain("Đề nghị chờ duyệt");
    expect(links).not.toContain("Nhập dữ liệu");
    await page.close();
  });

  test("folds by group, remembers it, and opens the group of another page by itself", async () => {
    const { page } = await openAs({ browser, base }, OFFICER, "/zones");
    const [land, register] = [group(page, "Khu, cụm và đất đai"), group(page, "Sổ và văn bản")];
    await land.waitFor();
    await register.click();
    await land.click();
    const expanded = () =>
      Promise.all([land, register].map((button) => button.getAttribute("aria-expanded")));
    expect(await expanded()).toEqual(["false", "true"]);
    await list(page).getByRole("link", { name: "Địa bàn" }).click();
    await page.waitForURL(/\/places/);
    await page.reload();
    await land.waitFor();
    expect(await expanded()).toEqual(["false", "true"]);
    expect(await list(page).getByRole("link", { name: "Bản đồ" }).count()).toBe(0);
    await page.goto(`${base}/map`);
    await list(page).getByRole("link", { name: "Bản đồ" }).waitFor();
    expect(await expanded()).toEqual(["true", "true"]);
    await page.close();
  });

  test("is a drawer on a phone: one button opens it; Escape, a press beside it and a chosen page close it", async () => {
    const { page } = await openPage({ browser, base }, "/zones", 360);
    const button = page.getByRole("button", { name: "Mục" });
    await page.getByText("CCN Cẩm Giàng").first().waitFor();
    expect(await drawer(page).isVisible()).toBe(false);
    await button.focus();
    await page.keyboard.press("Enter");
    await drawer(page).waitFor();
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Tổng quan");
    await page.keyboard.press("Escape");
    await drawer(page).waitFor({ state: "hidden" });
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Mục");
    // The shown page, too: nothing else would say that it was chosen.
    for (const name of ["Khu và cụm", "Thuê đất"]) {
      await button.click();
      await drawer(page).getByRole("link", { name }).click();
      await drawer(page).waitFor({ state: "hidden" });
    }
    await page.waitForURL(/\/leases/);
    await page.locator("main:focus").waitFor();
    await button.click();
    // Over its last entry and out of it by the keyboard.
    await drawer(page).getByRole("link", { name: "Đăng nhập" }).focus();
    await page.keyboard.press("Tab");
    await drawer(page).waitFor({ state: "hidden" });
    await page.close();
  });
});

describe("a page sought by its name", { timeout: 60_000 }, () => {
  const options = async (page: Page, words: string) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Tìm trong sổ" }).fill(words);
    await page.locator(".search-found[aria-busy=false], .search-found .search-lead").first().waitFor();
    const pages = await page.getByRole("group", { name: "Trang" }).locator(".search-label").allTextContents();
    await page.keyboard.press("Escape");
    return pages;
  };

  test("is found first by an officer, by the words of the office and without accents", async () => {
    const { page } = await openAs({ browser, base }, OFFICER, "/programme");
    await page.getByText("1288/QĐ-TTg").first().waitFor();
    for (const [words, name] of [
      ["hop viec", "Việc của tôi"],
      ["dự báo", "Tiến độ và dự báo"],
      ["bang viec", "Bảng theo dõi"],
      ["thu tuc", "Thủ tục"],
    ] as const) {
      expect((await options(page, words))[0]).toBe(name);
    }
    expect(await options(page, "quan tri")).toEqual(["Quản trị: Thiết lập"]);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("du bao");
    await page.getByRole("option", { name: /^Tiến độ và dự báo/, selected: true }).waitFor();
    await page.locator(".search-found[aria-busy=false]").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/foresight/);
    await page.close();
  });

  test("is not found by who may not open it", async () => {
    const { page } = await openPage({ browser, base }, "/programme", 1280);
    await page.getByText("1288/QĐ-TTg").first().waitFor();
    expect(await options(page, "hộp việc")).toEqual([]);
    expect(await options(page, "quản trị")).toEqual([]);
    expect(await options(page, "thủ tục")).toEqual(["Thủ tục"]);
    await page.close();
  });
});

describe("from the work at hand", { timeout: 120_000 }, () => {
  test("a due day leads to how it came about, a case to its list and its procedure, that to its cases", async () => {
    const people = await peopleOfCases(khu);
    const { id, number } = await openMau(khu, { ...people, on: "2026-10-01" });
    // A single limit is always open; of several the one that is asked for.
    await tellAs(khu, people.handler.signedIn, {
      ...{ id, on: "2026-10-05" },
      event: { kind: "opinionAsked", body: "Sở Mẫu Hỏi", days: 30, unit: "working" },
    });
    const { page, errors } = await openAs(
      { browser, base },
      { ...OFFICER, login: "thuly" },
      "/inbox?whose=all",
    );
    await page.getByRole("link", { name: /hạn này tính thế nào/ }).click();
    await page.waitForURL(/\/cases\/.*#due$/);
    const explained = page.locator("details.how-dated[open]");
    await explained.waitFor();
    await explained.locator("ol li").first().waitFor();
    expect(await explained.count()).toBe(1);
    // Who comes to the case by another way finds nothing opened.
    await page.getByRole("main").getByRole("link", { name: "Hồ sơ thủ tục" }).click();
    await page.getByRole("table").getByRole("link", { name: number }).click();
    await page.getByRole("heading", { name: `Hồ sơ ${number}` }).waitFor();
    expect(await explained.count()).toBe(0);
    await page.getByRole("main").getByRole("link", { name: "Thành lập cụm công nghiệp" }).click();
    await page.getByRole("link", { name: "Hồ sơ của thủ tục này" }).click();
    await page.waitForURL(/\/cases\?.*procedure=clusterEstablishment/);
    await page.getByRole("table").getByRole("link", { name: number }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  test("a leader is not offered what they may not do, and the tab of a schedule is not called as that of the zone", async () => {
    const { page } = await openAs({ browser, base }, LEADER, "/inbox");
    await page.getByText("không có việc nào đang chờ").waitFor();
    expect(await page.getByRole("link", { name: "Ghi nhiệm vụ mới" }).count()).toBe(0);
    await page.goto(`${base}/zones/cam-giang/timeline`);
    await expect
      .poll(() => page.title(), { timeout: 20_000 })
      .toBe("Kế hoạch và thực tế: CCN Cẩm Giàng · Khu");
    await page.getByRole("link", { name: "Hồ sơ của khu, cụm" }).click();
    await page.waitForURL(/\/cases\?.*zone=/);
    await page.close();
  });
});
