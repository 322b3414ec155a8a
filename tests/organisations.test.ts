/** Organisations with their people, and figures as known before, in a real Chromium; whoever is invented says Mẫu. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "./bacKan.ts";
import { faultsOf, openAs, openPage, startBrowser } from "./browser.ts";
import { PASSWORD, type SignedIn, signIn } from "./people.ts";
import { made } from "./peopleServer.ts";

const OFFICER = { login: "canbo", password: "con cò bay lả bay la" };
const ADMIN = { login: "admin", password: PASSWORD };
const DEVELOPER = "Công ty Cổ phần Nhựa đường Dầu khí Việt Nam";
const VIEW = "place=06&asOf=2023-11-30";

let khu: Running;
let browser: Browser;
let base: string;
let path: string;

beforeAll(async () => {
  khu = await startBacKan();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
  const admin = await khu.signIn();
  const post = (url: string, payload: object, headers: SignedIn) =>
    khu.app.inject({ method: "POST", url, payload, headers });
  const given = await post("/api/accounts", { login: OFFICER.login, name: "Cán bộ Mẫu" }, admin);
  const { account, oneTimePassword } = made.parse(given.json());
  const first = await signIn(khu.app, { login: OFFICER.login, password: oneTimePassword });
  await post("/api/session/password", { current: oneTimePassword, password: OFFICER.password }, first);
  await post(`/api/accounts/${account.id}/roles`, { role: "officer", over: { kind: "everything" } }, admin);
  const zone = z.object({ developer: z.object({ id: z.string() }) });
  const { developer } = zone.parse((await khu.get(`/api/zones/cam-giang?${VIEW}`)).body);
  path = `/organisations/${developer.id}?${VIEW}`;
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

async function sound(page: Page, width: number): Promise<void> {
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
  expect(await faultsOf(page)).toEqual([]);
}

describe("organisations", { timeout: 120_000 }, () => {
  test.each([1280, 360])(
    "at %i pixels are listed, and lead to the zones that they develop",
    async (width) => {
      const { page, errors } = await openPage({ browser, base }, `/organisations?${VIEW}`, width);
      await page.getByLabel("Tìm theo tên").fill("nhua duong dau khi");
      await page.getByRole("link", { name: DEVELOPER, exact: true }).waitFor();
      await sound(page, width);
      await page.getByRole("link", { name: DEVELOPER, exact: true }).click();
      await page.getByRole("link", { name: "CCN Cẩm Giàng" }).waitFor();
      // Who is not signed in is not even told that there may be people.
      expect(await page.getByText("Người liên hệ").count()).toBe(0);
      await sound(page, width);
      expect(errors).toEqual([]);
      await page.close();
    },
  );
  test("have people whom an officer keeps and calls, and an administrator erases without reading", async () => {
    const { page, errors } = await openAs({ browser, base }, OFFICER, path);
    await page.getByRole("button", { name: "Xem người liên hệ" }).click();
    await page.getByRole("button", { name: "Thêm người liên hệ" }).click();
    await page.getByLabel("Họ tên").fill("Trần Thị Mẫu");
    await page.getByLabel("Điện thoại").fill("0900 000 000");
    await page.getByRole("button", { name: "Lưu người liên hệ" }).click();
    await page.getByText("Trần Thị Mẫu").first().waitFor();
    await page.getByRole("button", { name: "Ghi cuộc gọi" }).click();
    await page.getByLabel("Ngày gọi").fill("31/02/2026");
    await page.getByLabel("Đã hỏi gì").fill("Hỏi tiến độ mẫu");
    await page.getByRole("button", { name: "Lưu cuộc gọi" }).click();
    await page.getByText("Ghi ngày như 30/11/2026.").waitFor();
    await page.getByLabel("Ngày gọi").fill("20/11/2026");
    await page.getByRole("button", { name: "Lưu cuộc gọi" }).click();
    await page.getByText("Cán bộ Mẫu → Trần Thị Mẫu: Hỏi tiến độ mẫu").waitFor();
    await sound(page, 1280);
    expect(errors).toEqual([]);
    const mark = /Mã người (\w{6})/.exec((await page.locator("main").textContent()) ?? "")?.[1];

    const admin = await openAs({ browser, base }, ADMIN, path);
    await admin.page.getByRole("button", { name: "Xem người liên hệ" }).click();
    await admin.page.getByText(`Mã người ${mark}`).waitFor();
    expect(await admin.page.locator("main").textContent()).not.toContain("Trần Thị Mẫu");
    await admin.page.getByRole("button", { name: "Xoá người này" }).click();
    await admin.page.getByText("mất hẳn, không lấy lại được").waitFor();
    await admin.page.getByRole("button", { name: "Xoá người này" }).click();
    await admin.page.getByText("Chưa ghi người liên hệ nào.").waitFor();
    await admin.page.getByText("Ai đã xem, ghi, xoá").click();
    await admin.page.getByText("Quản trị: xoá người liên hệ (1 người)").waitFor();
    await sound(admin.page, 1280);

    await page.reload();
    await page.getByRole("button", { name: "Xem người liên hệ" }).click();
    await page.getByText("người này đã được xoá").waitFor();
    expect(await page.locator("main").textContent()).not.toMatch(/Trần Thị Mẫu|0900|Hỏi tiến độ/);
    await Promise.all([page.close(), admin.page.close()]);
  });
});

describe("as known before", { timeout: 120_000 }, () => {
  test.each([1280, 360])(
    "at %i pixels a figure says what it was held to be, and what it is now",
    async (width) => {
      const { page, errors } = await openPage({ browser, base }, `/figures/clusters.area?${VIEW}`, width);
      const field = page.getByLabel("Theo hồ sơ có đến", { exact: true }).and(page.locator("input"));
      await field.fill("hôm qua");
      await page.getByRole("button", { name: "Xem", exact: true }).click();
      await page.getByText("Ghi một ngày (24/11/2026)").waitFor();
      await field.fill("lần ghi 2");
      await page.getByRole("button", { name: "Xem", exact: true }).click();
      await page.waitForURL(/knownAt=2/);
      const said = page.getByText(/Theo hồ sơ có đến lần ghi 2: chưa có số liệu; nay: 199,4/);
      await said.waitFor();
      await page.getByText("Hiểu biết cũ").waitFor();
      await sound(page, width);
      await page.getByRole("button", { name: "Về hồ sơ hiện nay" }).click();
      await page.waitForURL((url) => !url.search.includes("knownAt"));
      await said.waitFor({ state: "detached" });
      expect(errors).toEqual([]);
      await page.close();
    },
  );
  test("a zone says what is known otherwise, in English too", async () => {
    const address = `/zones/cam-giang?${VIEW}&knownAt=3&lang=en`;
    const { page, errors } = await openPage({ browser, base }, address, 1280);
    await page.getByText("Everything recorded of this zone is the same now.").waitFor();
    await page.getByText("An earlier state of knowledge").waitFor();
    await sound(page, 1280);
    expect(errors).toEqual([]);
    await page.close();
  });
});
