/** A dossier from its receipt to the decision that makes a cluster, as its officer does it in a real Chromium. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, startBacKan } from "./bacKan.ts";
import { startBrowser } from "./browser.ts";
import { peopleOfCases } from "./caseActs.ts";
import { PASSWORD_OF_ALL } from "./people.ts";
import { expectUsable } from "./recordingScreens.ts";

let khu: Running;
let browser: Browser;
let base: string;
beforeAll(async () => {
  khu = await startBacKan();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
  await peopleOfCases(khu);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

async function openAs(login: string, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "vi-VN" });
  const page = await context.newPage();
  await page.goto(`${base}/dang-nhap?return=${encodeURIComponent(path)}`);
  await page.getByLabel("Tên đăng nhập", { exact: true }).fill(login);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD_OF_ALL);
  await page.locator("form.sign-in button[type=submit]").click();
  return page;
}

async function choosePlace(page: Page, within: string): Promise<void> {
  await page.locator(within).getByLabel("Tìm xã, phường, huyện").fill("Bach Thong");
  await page.locator(`${within} .case-found button`).first().click();
}

describe("a dossier on the screen", { timeout: 180_000 }, () => {
  test("gets its receipt, is told on, refused where too early, and makes the cluster by its decision", async () => {
    const page = await openAs("thuly", "/cases/new");
    await page.getByLabel("Thủ tục").selectOption({ label: "Thành lập cụm công nghiệp" });
    await page.getByLabel("Về việc").fill("CCN Mẫu Hai");
    await choosePlace(page, "main");
    await expectUsable(page, "case-new");
    await page.getByRole("button", { name: "Tiếp nhận và cấp số" }).click();
    await page.getByText("Mã tra cứu chỉ hiện một lần").waitFor();
    await page.getByRole("link", { name: "Đến trang hồ sơ" }).click();
    const tell = async (step: string) => {
      await page.getByLabel("Bước đã xong").selectOption({ label: step });
      await page.getByRole("button", { name: "Ghi vào hồ sơ", exact: true }).click();
    };
    await tell("Chấm điểm lựa chọn chủ đầu tư");
    await page.getByText(/Chưa tới bước/).waitFor();
    await tell("Thông báo công khai việc tiếp nhận hồ sơ");
    await page.getByText(/Xong bước: Thông báo/).waitFor();
    await page.getByRole("button", { name: "Mở phần kín" }).click();
    await page.getByLabel("Tên", { exact: true }).fill("Công ty Mẫu Lan");
    await page.getByRole("button", { name: "Lưu kín vào hồ sơ" }).click();
    await page.getByText("Công ty Mẫu Lan").first().waitFor();
    await page.getByText("Ghi quyết định đã ký").click();
    await page.getByRole("button", { name: "Đăng ký văn bản mới" }).click();
    const decision = page.locator(".case-decision");
    await decision.getByLabel("Số, ký hiệu").fill("9501/QĐ-UBND");
    const day = await decision.locator("input[name=on]").inputValue();
    await decision.getByLabel("Ngày ký").fill(day.split("-").reverse().join("/"));
    await decision.getByLabel("Cơ quan ban hành").fill("UBND tỉnh Mẫu");
    await decision.getByLabel("Trích yếu").fill("Thành lập CCN Mẫu Hai");
    await decision.getByLabel("Diện tích (ha)").fill("45,5");
    await choosePlace(page, ".case-decision");
    await decision.getByLabel("Chủ đầu tư hạ tầng theo quyết định").fill("Công ty Mẫu Lan");
    await expectUsable(page, "case");
    await page.getByRole("button", { name: "Ghi quyết định vào sổ" }).click();
    await page.getByText("Đã quyết định").first().waitFor();
    const { body } = await khu.get(`/api/zones?place=06&asOf=${day}`);
    expect(JSON.stringify(body)).toContain("CCN Mẫu Hai");
    // Who stands outside reads one sentence, and no name.
    const outside = await openAs("kiemtoan", new URL(page.url()).pathname);
    await outside.getByText("Chỉ đơn vị thụ lý và Hội đồng xem được").waitFor();
    expect(await outside.getByRole("button", { name: "Mở phần kín" }).count()).toBe(0);
  });
});
