/** From the page of a project over the check of a procedure to its case, as an officer does it in a real Chromium. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, startBacKan } from "./bacKan.ts";
import { openAs, openPage, startBrowser } from "./browser.ts";
import { peopleOfCases } from "./caseActs.ts";
import { tellProject } from "./invented.ts";
import { PASSWORD_OF_ALL } from "./people.ts";
import { expectUsable } from "./recordingScreens.ts";

let khu: Running;
let browser: Browser;
let base: string;
let project: string;
beforeAll(async () => {
  khu = await startBacKan();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
  await peopleOfCases(khu);
  project = await tellProject(khu, await khu.signIn(), { name: "Dự án Mẫu Măng", number: "9301/QĐ-UBND" });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

const VIEW = "place=06&asOf=2026-11-27";

async function opened(login: string, path: string): Promise<Page> {
  return (await openAs({ browser, base }, { login, password: PASSWORD_OF_ALL }, path)).page;
}

describe("a check on the screen", { timeout: 180_000 }, () => {
  test("leads from a project over its conditions to its case, warns and forbids nothing", async () => {
    const page = await opened("thuly", `/projects/${project}?${VIEW}`);
    await page.getByRole("heading", { name: "Dự án Mẫu Măng" }).waitFor();
    await page.getByText("Đến nay chưa có hồ sơ nào.").waitFor();
    await page.getByLabel("Chọn thủ tục").selectOption({ label: "Đánh giá tác động môi trường" });
    await expectUsable(page, "project");
    await page.getByRole("link", { name: "Có cần làm không?" }).click();
    const answers = page.locator("#check");
    await answers.locator("[data-answer=unknown]").getByText("Dự án trong khu, cụm đã có").waitFor();
    await answers.getByText("Điều sổ chưa ghi, nếu biết").click();
    await answers.getByLabel("Khu, cụm đã có phê duyệt ĐTM").selectOption({ label: "Có" });
    await answers.getByRole("button", { name: "Kiểm tra lại" }).click();
    await answers.locator("[data-answer=no]").getByText("Dự án trong khu, cụm đã có").waitFor();
    expect(page.url()).toContain("zoneAssessed=true");
    await answers.getByRole("link", { name: "12 ha" }).waitFor();
    await expectUsable(page, "check");

    // A condition that does not hold warns in words.
    await page.goto(`${base}/projects/${project}?${VIEW}`);
    const policy = "Chấp thuận chủ trương đầu tư dự án (thẩm quyền Ban Quản lý)";
    await page.getByLabel("Chọn thủ tục").selectOption({ label: policy });
    await page.getByRole("link", { name: "Mở hồ sơ" }).click();
    await page.getByText("Có điều kiện không đạt theo sổ").waitFor();
    await page.getByText("Dự án thuộc thẩm quyền của cơ quan này?").waitFor();
    await expectUsable(page, "case-new-project");
    await page.getByRole("button", { name: "Tiếp nhận và cấp số" }).click();
    await page.getByRole("link", { name: "Đến trang hồ sơ" }).click();
    await page.getByRole("link", { name: "Dự án Mẫu Măng" }).click();
    await page.waitForURL(/\/projects\//);
    await page.getByRole("link", { name: /^HS-2026-/ }).waitFor();
    // Its decision is told of the project.
    await page.getByRole("link", { name: /^HS-2026-/ }).click();
    await page.getByText("Ghi quyết định đã ký").click();
    await page.locator(".case-decision").getByText("Ghi vào:").waitFor();
    expect(await page.getByLabel("Tên cụm công nghiệp").count()).toBe(0);
  });

  test("is open to everybody; the cases of a project and the way to open one are not", async () => {
    const page = (await openPage({ browser, base }, `/projects/${project}?${VIEW}`, 1280)).page;
    await page.getByRole("link", { name: "Có cần làm không?" }).waitFor();
    expect(await page.getByRole("link", { name: "Mở hồ sơ" }).count()).toBe(0);
    expect(await page.getByText("HS-2026-").count()).toBe(0);
    await page.goto(`${base}/procedures/zoningPlan?${VIEW}`);
    await page.getByRole("heading", { name: "Điều không kiểm tra được, và vì sao" }).waitFor();
    await page.getByText("Luật Quy hoạch đô thị và nông thôn chưa đọc").first().waitFor();
    await page.goto(`${base}/procedures/certificateAdjustment?place=06&asOf=2024-06-30`);
    await page.locator(".check-unread").getByText("Luật khi đó: chưa đọc toàn văn").waitFor();
    await page.getByText("Không có quy tắc nào để kiểm tra thủ tục này").waitFor();
    await page.goto(`${base}/procedures/basicDesignAppraisal?place=06&asOf=2026-11-27`);
    await page.getByText("Dự án nào phải đưa cơ quan chuyên môn về xây dựng thẩm định").waitFor();
  });
});
