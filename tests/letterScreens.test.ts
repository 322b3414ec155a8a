/** Letters and days on the screen, in a real Chromium: opened by the handling unit, filled in, printed as PDF; marks of another day. */
import { readFile } from "node:fs/promises";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, daySerial, printedDate, vietnamDay } from "../src/kernel/dates.ts";
import { usualCalendar } from "../src/law/calendar/counting.ts";
import { weekdayOf } from "../src/law/calendar/weekdays.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { faultsOf, openAs, startBrowser } from "./browser.ts";
import { type CasePeople, keepAs, openMau, peopleOfCases, tellAs } from "./caseActs.ts";
import { PASSWORD_OF_ALL } from "./people.ts";
import { paragraphs, unpacked } from "./wordFiles.ts";

const APPLICANT = "Công ty Mẫu Đường Thốt Nốt";

let khu: Running;
let browser: Browser;
let base: string;
let people: CasePeople;
let id: string;
let page: Page;
beforeAll(async () => {
  khu = await startBacKan();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
  people = await peopleOfCases(khu);
  const as = people.handler.signedIn;
  ({ id } = await openMau(khu, { ...people, on: "2026-10-01" }));
  await keepAs(khu, as, { id, on: "2026-10-01", item: { kind: "applicant", name: APPLICANT } });
  await tellAs(khu, as, {
    id,
    on: "2026-10-02",
    event: { kind: "supplementAsked" },
    note: "Bản đồ ranh giới",
  });
  page = await opened("thuly", "/account");
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

async function opened(login: string, path: string): Promise<Page> {
  return (await openAs({ browser, base }, { login, password: PASSWORD_OF_ALL }, path)).page;
}

/** The words on the pages of a PDF, one space between them. */
async function pagesOf(bytes: Buffer): Promise<readonly string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join(" ");
    pages.push(text.replace(/\s+/g, " ").normalize("NFC"));
  }
  return pages;
}

describe("a letter on the screen", { timeout: 180_000 }, () => {
  test("is found on the page of the case, filled in and printed as PDF with every Vietnamese letter", async () => {
    await page.goto(`${base}/cases/${id}`);
    await page.getByRole("link", { name: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" }).click();
    const sheet = page.locator(".letter-sheet");
    await sheet.waitFor();
    await sheet.getByRole("textbox", { name: "Chỗ trống cần điền" }).first().fill("SỞ CÔNG THƯƠNG MẪU");
    const printed = await pagesOf(await page.pdf({ preferCSSPageSize: true }));
    const text = printed.join(" ");
    for (const said of [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
      "SỞ CÔNG THƯƠNG MẪU",
      APPLICANT,
      "Bản đồ ranh giới",
      "ngày 02 tháng 10 năm 2026",
    ]) {
      expect(text).toContain(said);
    }
    // What helps on the screen alone is not on paper: the frame, the tools, what is to be compared.
    for (const screenOnly of ["Tổng quan", "In, lưu PDF", "Cần đối chiếu", "in ngày"])
      expect(text).not.toContain(screenOnly);
  });

  test("is saved as a Word file with the words that stand on the page, and no other", async () => {
    await page.goto(`${base}/cases/${id}/letters/receipt`);
    const sheet = page.locator(".letter-sheet");
    await sheet.waitFor();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tải bản Word (.docx)" }).click();
    const file = await saved.then((download) => download.path());
    const xml = (await unpacked(await readFile(file))).get("word/document.xml") ?? "";
    const words = (text: string) =>
      text
        .normalize("NFC")
        .split(/\s+/)
        .filter((word) => word !== "");
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen counts, with capitals and apart by lines
    expect(words(paragraphs(xml).join(" "))).toEqual(words(await sheet.innerText()));
  });

  test("of apology is told as sent with a working day, and then stands with that day among the letters", async () => {
    const made = await openMau(khu, { ...people, on: "2026-10-01" });
    const today = vietnamDay(Date.now());
    const days = Array.from({ length: 20 }, (_, n) => addDays(today, n + 1));
    const calendar = usualCalendar();
    const sunday = days.find((one) => weekdayOf(daySerial(one)) === 0) ?? today;
    const working = days.find((one) => calendar.isWorking(daySerial(one))) ?? today;
    await page.goto(`${base}/cases/${made.id}/letters/delay`);
    const form = page.locator(".letter-apology");
    const day = form.getByLabel("Hẹn lại ngày trả kết quả");
    await day.fill(sunday);
    await form.getByLabel("Lý do chậm").fill("Thiếu bản đồ mẫu");
    await form.getByRole("button", { name: "Ghi đã gửi phiếu xin lỗi" }).click();
    await form.getByText("không phải ngày làm việc: ngày nghỉ").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await day.fill(working);
    await form.getByRole("button", { name: "Ghi đã gửi phiếu xin lỗi" }).click();
    await page.waitForURL(/letters\/delay\./);
    const sheet = page.locator(".letter-sheet");
    await sheet.getByText(`hẹn lại ngày trả kết quả: ngày ${printedDate(working)}`).waitFor();
    await sheet.getByText("Thiếu bản đồ mẫu").waitFor();
    expect(await form.count()).toBe(0);
    await page.goto(`${base}/cases/${made.id}`);
    await page.getByText(`Xin lỗi, hẹn lại ngày trả kết quả: ${printedDate(working)}`).waitFor();
  });

  test.each([1280, 360])("can be used by everybody at %i pixels, in both languages", async (width) => {
    await page.setViewportSize({ width, height: 900 });
    for (const lang of ["", "?lang=en"]) {
      await page.goto(`${base}/cases/${id}/letters/receipt${lang}`);
      await page.locator(".letter-sheet").getByText(APPLICANT).waitFor();
      expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.getByText("An English reading").waitFor();
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test("is not there for who stands outside, who is told why", async () => {
    const outside = await opened("kiemtoan", "/account");
    await outside.goto(`${base}/cases/${id}`);
    await outside.getByText("Chỉ đơn vị thụ lý và Hội đồng xem được").waitFor();
    expect(await outside.getByRole("heading", { name: "Văn bản gửi đi" }).count()).toBe(0);
    await outside.goto(`${base}/cases/${id}/letters/receipt`);
    await outside.getByText("Chỉ đơn vị thụ lý và Hội đồng mở được").waitFor();
    expect(await outside.locator(".letter-sheet").count()).toBe(0);
    await outside.context().close();
  });
});

describe("the pages of work", { timeout: 120_000 }, () => {
  test("begin today, wherever the register was looked at, and keep the day that was asked among themselves", async () => {
    await page.goto(`${base}/zones?place=06&asOf=2020-10-31`);
    await page.getByRole("navigation").getByRole("link", { name: "Việc của tôi" }).click();
    await page.getByRole("heading", { name: "Việc của tôi", exact: true }).waitFor();
    expect(await page.getByText("Không phải hôm nay").count()).toBe(0);
    await page.goto(`${base}/inbox?asOf=2026-10-06&whose=all`);
    await page.getByText("Không phải hôm nay: đang xem ngày 06/10/2026").waitFor();
    await page.getByRole("link", { name: "Xem bảng theo dõi" }).click();
    await page.getByText("Không phải hôm nay: đang xem ngày 06/10/2026").waitFor();
    await page.getByRole("heading", { name: "Bảng theo dõi ngày 06/10/2026" }).waitFor();
    await page.getByRole("button", { name: "Về hôm nay" }).click();
    await page.getByRole("heading", { name: "Bảng theo dõi", exact: true }).waitFor();
  });

  test.each(["/inbox", "/board", "/cases"])(
    "%s says in both languages that a day is not today",
    async (path) => {
      await page.setViewportSize({ width: 360, height: 900 });
      for (const [day, lang, said] of [
        ["2026-10-06", "vi", "Không phải hôm nay"],
        ["2099-01-05", "vi", "Chưa tới: đang xem trước ngày 05/01/2099"],
        ["2026-10-06", "en", "Not today: this is of 6 October 2026"],
      ]) {
        await page.goto(`${base}${path}?asOf=${day}&lang=${lang}&whose=all`);
        await page.getByText(said ?? "").waitFor();
        await page.waitForLoadState("networkidle");
        expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(360);
        expect(await faultsOf(page)).toEqual([]);
      }
    },
  );
});
