/** What people do on the screens, in a real Chromium; that every screen can be used by everybody is `accessible.test.ts`. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, startBacKan } from "./bacKan.ts";
import { faultsOf, openPage, startBrowser } from "./browser.ts";
import { PASSWORD } from "./people.ts";
import { made } from "./peopleServer.ts";

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

const WIDTHS = [1280, 360] as const;
const DAY = "place=06&asOf=2023-11-30";
const open = (path: string, width: number) => openPage({ browser, base }, path, width);

describe("signing in", { timeout: 90_000 }, () => {
  const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
    for (const [label, text] of Object.entries(fields)) {
      await page.getByLabel(label, { exact: true }).fill(text);
    }
    await page.locator("form.sign-in button[type=submit]").click();
  };
  test.each(WIDTHS)(
    "at %i pixels leads back to the page that one came from, and out again",
    async (width) => {
      await khu.signIn();
      const { page, errors } = await open(`/imports?${DAY}`, width);
      await page.locator("main").getByRole("link", { name: "Đăng nhập" }).click();
      await page.waitForURL(/dang-nhap/);
      await fill(page, { "Tên đăng nhập": "admin", "Mật khẩu": PASSWORD });
      await page.waitForURL(/\/imports\?.*asOf=2023-11-30/);
      await page.getByText("bac-kan-2023-11.xlsx").first().waitFor();
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
      expect(await faultsOf(page)).toEqual([]);
      expect(errors).toEqual([]);
      const folder = process.env.KHU_SCREENSHOTS;
      if (folder !== undefined) await page.screenshot({ path: `${folder}/imports-signed-in-${width}.png` });
      if (width < 900) await page.getByRole("button", { name: "Mục" }).click();
      await page.getByRole("button", { name: "Đăng xuất" }).click();
      await page.getByRole("heading", { name: "Cần đăng nhập" }).waitFor();
      await page.close();
    },
  );
  test("lets a workbook be brought in and previewed", async () => {
    await khu.signIn();
    const { page, errors } = await open(`/dang-nhap?return=${encodeURIComponent(`/imports?${DAY}`)}`, 1280);
    await fill(page, { "Tên đăng nhập": "admin", "Mật khẩu": PASSWORD });
    await page.waitForURL(/\/imports/);
    await page.locator('input[type="file"]').setInputFiles("data/bac-kan/bac-kan-2023-11.xlsx");
    await page.getByText("bac-kan-2023-11.xlsx").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(errors).toEqual([]);
    await page.close();
  });
  test("with a one-time password asks for another before anything else", async () => {
    const given = await khu.app.inject({
      method: "POST",
      url: "/api/accounts",
      headers: await khu.signIn(),
      payload: { login: "moi", name: "Cán bộ Mẫu" },
    });
    const { oneTimePassword } = made.parse(given.json());
    const { page } = await open("/dang-nhap", 1280);
    await fill(page, { "Tên đăng nhập": "moi", "Mật khẩu": "không đúng rồi" });
    await page.getByText("không đúng.").waitFor();
    await fill(page, { "Tên đăng nhập": "moi", "Mật khẩu": oneTimePassword });
    await page.getByLabel("Mật khẩu vừa dùng").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const fresh = "mưa rào tháng tám";
    for (const [name, text] of [
      ["current", oneTimePassword],
      ["password", fresh],
      ["again", fresh],
    ] as const) {
      await page.locator(`input[name="${name}"]:visible`).fill(text);
    }
    await page.locator("form.sign-in button[type=submit]").click();
    await page.getByRole("heading", { name: "Đã đăng nhập" }).waitFor();
    await page.getByText("Cán bộ Mẫu").first().waitFor();
    await page.close();
  });
});

describe("using the screens", { timeout: 90_000 }, () => {
  test("the first sentence tells the article, and a number in it opens into its records", async () => {
    const { page } = await open("/", 1280);
    const sentence = page.locator("main").getByText("CCN đã thành lập").first();
    await sentence.waitFor();
    const main = (await page.locator("main").innerText()).replace(/\s+/g, " ");
    expect(main).toMatch(/Đến ngày 30\/11\/2023: 06 .*CCN đã thành lập/);
    expect(main).toMatch(/01 cơ bản hoàn thành/);
    expect(main).toMatch(/05 đang giải phóng mặt bằng/);
    expect(main).toMatch(/trên 2\.921 tỷ đồng/);
    await page.locator("main").getByRole("link", { name: /06/ }).first().click();
    await page.getByText("CCN Quảng Chu").last().waitFor();
    await page.close();
  });
  test("moved to 10/2020 the count follows and says that it is a lower bound", async () => {
    const { page } = await open("/?place=06&asOf=2023-11-30", 1280);
    await page.getByText("CCN đã thành lập").first().waitFor();
    await page
      .getByRole("link", { name: "10/2020" })
      .or(page.getByRole("button", { name: "10/2020" }))
      .first()
      .click();
    await page.waitForURL(/asOf=2020-10/);
    // The sentence names the day that its numbers are of: once it says 31/10/2020 they are those.
    await page.getByText("31/10/2020").first().waitFor();
    const main = (await page.locator("main").innerText()).replace(/\s+/g, " ");
    expect(main).toMatch(/31\/10\/2020: (≥|ít nhất) ?01/);
    await page.close();
  });
  test("in English by switch, kept from page to page", async () => {
    const { page } = await open("/?place=06&asOf=2023-11-30&lang=en", 1280);
    await page.getByText("Overview").first().waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.close();
  });
});
