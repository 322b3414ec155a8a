/** Forecasts and questions on the screens, in a real Chromium: read, answered, in both languages, and not by the public. */

import type { Browser, Page } from "playwright-core";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "./bacKan.ts";
import { openAs, startBrowser } from "./browser.ts";
import { type CasePeople, peopleOfCases, postAs } from "./caseActs.ts";
import { PROCEDURE, recordPast } from "./pastCases.ts";
import { PASSWORD_OF_ALL } from "./people.ts";
import { expectUsable } from "./recordingScreens.ts";

let khu: Running;
let browser: Browser;
let base: string;
let people: CasePeople;
let number: string;
const VIEW = "place=06&asOf=2026-11-27";

beforeAll(async () => {
  khu = await startBacKan();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
  people = await peopleOfCases(khu);
  const found = (await khu.get("/api/places/063?asOf=2024-01-01")).body;
  const place = z.object({ id: z.string() }).parse(found).id;
  const { unit, handler } = people;
  for (let n = 0; n < 12; n += 1) {
    const past = { number: `HS-2025-9${String(n).padStart(3, "0")}`, receivedOn: "2025-03-03", days: 5 + n };
    await recordPast(khu, { ...past, unit, place });
  }
  const told = { procedure: PROCEDURE, places: [place], topic: "Dự án Mẫu đang chờ", unit, on: "2026-10-05" };
  const opened = await postAs(khu, handler.signedIn, "/api/cases", { ...told, requestKey: uuidv7() });
  number = z.object({ number: z.string() }).parse(opened).number;
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

async function opened(login: string, path: string): Promise<Page> {
  return (await openAs({ browser, base }, { login, password: PASSWORD_OF_ALL }, path)).page;
}

describe("foresight on the screen", { timeout: 180_000 }, () => {
  test("stands beside plan and course; its question is answered there, and then no longer asked", async () => {
    const page = await opened("thuly", `/zones/cam-giang/timeline?${VIEW}`);
    await page.getByRole("heading", { name: "Dự báo" }).waitFor();
    const text = await page.locator("main").textContent();
    for (const words of ["Thời hạn theo quyết định", "Mốc dự kiến hoạt động", "chưa đủ dữ liệu để dự báo"]) {
      expect(text).toContain(words);
    }
    const question = page
      .locator("#questions li")
      .filter({ hasText: "Hết thời hạn theo quyết định (16/10/2023)" });
    await question.getByText("Trả lời", { exact: true }).click();
    await question.getByLabel("Nội dung trả lời").fill("Đã hỏi chủ đầu tư Mẫu");
    await question.getByRole("button", { name: "Ghi câu trả lời" }).click();
    await question.getByText("Đã trả lời").waitFor();
    expect(await question.textContent()).toContain("Người Mẫu thuly");
    await expectUsable(page, "foresight-zone");
    await page.goto(`${base}/inbox?whose=mine&${VIEW}`);
    await page.getByText("CCN Cẩm Giàng: Đã qua mốc dự kiến").waitFor();
    expect(await page.locator("main").textContent()).not.toContain("CCN Cẩm Giàng: Hết thời hạn");
    await page.goto(`${base}/zones/cam-giang/timeline?${VIEW}&lang=en`);
    await page.getByRole("heading", { name: "Forecast" }).waitFor();
    expect(await page.locator("main").textContent()).toContain("not enough is known for a forecast");
  });

  test("tells its unit of a case, with what it rests on, and others of the step alone", async () => {
    const page = await opened("thuly", `/cases/${number}`);
    await page.getByText("khả năng 90 %").waitFor();
    await page.getByText("Dự báo dựa trên").click();
    await page.locator(".foresight-step summary").first().click();
    expect(await page.locator(".foresight-records a").first().getAttribute("href")).toContain(
      "/cases/HS-2025-9",
    );
    await expectUsable(page, "foresight-case");
    const other = await opened("duyetkhac", `/cases/${number}`);
    await other.getByRole("heading", { name: "Các bước" }).waitFor();
    expect(await other.getByRole("heading", { name: "Dự báo" }).count()).toBe(0);
  });

  test("shows a leader every zone and case of any day, and the public nothing", async () => {
    const page = await opened("canbokhac", `/foresight?${VIEW}`);
    await page.getByRole("link", { name: "CCN Cẩm Giàng" }).waitFor();
    const text = await page.locator("main").textContent();
    expect(text).toContain("chỉ đơn vị thụ lý và Hội đồng xem");
    expect(text).toContain("theo tài liệu đến 11/2023");
    await expectUsable(page, "foresight");
    const open = await browser.newPage({ locale: "vi-VN" });
    await open.goto(`${base}/zones/cam-giang/timeline?${VIEW}`);
    await open.getByRole("heading", { name: "Nội dung biểu đồ" }).waitFor();
    expect(await open.locator("main").textContent()).not.toMatch(/Dự báo|Câu hỏi|cần kiểm tra/);
    await open.goto(`${base}/foresight?${VIEW}`);
    await open.getByText("Cần đăng nhập").first().waitFor();
    expect(await open.locator("main").textContent()).not.toContain("Cẩm Giàng");
  });
});
