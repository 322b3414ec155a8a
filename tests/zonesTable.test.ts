/** The table of zones in a real browser: long lists, groups, saved views, the workbook of what is shown. */
import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainDate } from "../src/kernel/dates.ts";
import { receiptOrThrow } from "../src/register/public.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { faultsOf, openAs, openPage, startBrowser } from "./browser.ts";
import { PASSWORD } from "./people.ts";
import { batch, fixedId, pressPage, setting, zone } from "./register-fixture/builders.ts";

const SMALL = "place=06&asOf=2023-11-30";
/** The invented zones lie in another province of the time. */
const LONG = "place=19&asOf=2023-11-30";
const MANY = 1500;

let khu: Running;
let browser: Browser;
let base: string;
beforeAll(async () => {
  khu = await startBacKan();
  await khu.signIn();
  const day = plainDate("2023-11-30");
  const province = khu.register.places().findByCode("19", day);
  const units = khu.register.places().children(province?.id ?? "", day);
  const document = fixedId(500_000);
  const changes = Array.from({ length: MANY }, (_, n) =>
    setting({
      ...{ id: fixedId(510_000 + n), subject: zone(fixedId(520_000 + n)), document, from: "2023-01" },
      attributes: {
        ...{ kind: "cluster", name: `CCN Mẫu ${String(n + 1).padStart(4, "0")}`, area: 100_000 + n },
        ...{ legal: n % 3 === 0 ? "established" : "planned" },
        places: [units[n % units.length]?.id ?? ""],
      },
    }),
  );
  const documents = [pressPage(document, { title: "Bài báo Mẫu" })];
  receiptOrThrow(await khu.register.writer.submit(batch("long-list", { documents, changes })));
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

const rows = (page: Page) => page.locator("table.table tbody tr[role=row]");
const atEnd = async (page: Page) => {
  // Lines are measured as they come, so the end moves while one goes there.
  const last = async () => {
    await page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
    return rows(page).last().getAttribute("aria-rowindex");
  };
  await expect.poll(last).toBe(String(MANY + 1));
  await page.getByRole("link", { name: "CCN Mẫu 1500", exact: true }).waitFor();
};

describe("a long list", { timeout: 120_000 }, () => {
  test.each([1280, 360])("at %i pixels draws only what is seen, and says how long it is", async (width) => {
    const { page, errors } = await openPage({ browser, base }, `/zones?${LONG}`, width);
    await page.getByText("CCN Mẫu 0001").first().waitFor();
    expect(await rows(page).count()).toBeLessThan(120);
    expect(await page.locator("table.table").getAttribute("aria-rowcount")).toBe(String(MANY + 1));
    await atEnd(page);
    expect(await rows(page).count()).toBeLessThan(120);
    expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await faultsOf(page)).toEqual([]);
    await page.close();
    expect(errors).toEqual([]);
  });

  test("keeps the row that holds the focus, and the keyboard goes on from it", async () => {
    const { page } = await openPage({ browser, base }, `/zones?${LONG}`, 1280);
    await page.getByRole("link", { name: "CCN Mẫu 0002", exact: true }).focus();
    await atEnd(page);
    const focused = () => page.evaluate("document.activeElement.textContent");
    expect(await focused()).toContain("CCN Mẫu 0002");
    // Through the rest of its own row, and on to the next that is drawn.
    for (let pressed = 0; pressed < 4; pressed += 1) await page.keyboard.press("Tab");
    await expect.poll(focused).not.toContain("CCN Mẫu 0002");
    expect(await page.evaluate("document.activeElement.closest('tr') !== null")).toBe(true);
    await page.close();
  });

  test("is found in by its filter, and stands whole on paper", async () => {
    const { page } = await openPage({ browser, base }, `/zones?${LONG}`, 1280);
    await page.getByText("CCN Mẫu 0001").first().waitFor();
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => rows(page).count()).toBe(MANY);
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("searchbox").fill("mau 1499");
    await page.getByText("1 trong 1.500 khu, cụm").waitFor();
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.close();
  });

  test("stands in groups, the heads among the rows that are counted", async () => {
    const { page } = await openPage({ browser, base }, `/zones?${LONG}`, 1280);
    await page.getByLabel("Gộp theo").selectOption("stage");
    await page.locator("tr.table-group", { hasText: "Trong quy hoạch (1000)" }).waitFor();
    expect(await page.locator("table.table").getAttribute("aria-rowcount")).toBe(String(MANY + 3));
    await page.getByLabel("Gộp theo").selectOption("district");
    await page.locator("tr.table-group", { hasText: ", Tỉnh Thái Nguyên (" }).first().waitFor();
    await page.close();
  });
});

describe("views of the list", { timeout: 120_000 }, () => {
  const openViews = (page: Page) => page.locator("details.saved-views > summary").click();
  const saveAs = async (page: Page, name: string) => {
    await page.getByLabel("Tên cách xem").fill(name);
    await page.getByRole("button", { name: "Lưu cách xem này" }).click();
    await page.getByRole("button", { name, exact: true }).waitFor();
  };

  test("are kept in the browser without an account, opened, removed and put back", async () => {
    const { page, errors } = await openPage(
      { browser, base },
      `/zones?${SMALL}&stage=clearing&sort=-area`,
      1280,
    );
    await openViews(page);
    await page.getByText(/Lưu trong trình duyệt này/).waitFor();
    await saveAs(page, "Đang làm Mẫu");
    await page.goto(`${base}/zones?${SMALL}`);
    await openViews(page);
    await page.getByRole("button", { name: "Đang làm Mẫu", exact: true }).click();
    await page.waitForURL(/stage=clearing.*sort=-area/);
    await expect.poll(() => rows(page).count()).toBe(5);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Bỏ: Đang làm Mẫu" }).click();
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await page.getByRole("button", { name: "Đang làm Mẫu", exact: true }).waitFor();
    await page.close();
    expect(errors).toEqual([]);
  });

  test("are kept with the account, in every browser", async () => {
    const admin = { login: "admin", password: PASSWORD };
    const first = await openAs({ browser, base }, admin, `/zones?${SMALL}&group=developer`);
    await openViews(first.page);
    await first.page.getByText(/Lưu theo tài khoản của bạn/).waitFor();
    await saveAs(first.page, "Theo chủ đầu tư Mẫu");
    await first.page.close();
    const { page } = await openAs({ browser, base }, admin, `/zones?${SMALL}`, 360);
    await openViews(page);
    await page.getByRole("button", { name: "Theo chủ đầu tư Mẫu", exact: true }).click();
    await page.waitForURL(/group=developer/);
    expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(360);
    await page.close();
  });

  test("leave as a workbook of what is shown: its rows, order, groups and columns", async () => {
    const path = `/zones?${SMALL}&stage=clearing&sort=-area&group=developerKind&columns=name,area`;
    const { page } = await openPage({ browser, base }, path, 1280);
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tải bảng tính" }).click();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await readFile(await (await coming).path())).buffer);
    const cells = (book.worksheets[0]?.getSheetValues() ?? []).flatMap((row) =>
      Array.isArray(row)
        ? [row.slice(1).map((cell) => (typeof cell === "number" ? cell : String(cell ?? "")))]
        : [],
    );
    expect(cells[0]).toEqual(["Nhóm", "Tên", "Giai đoạn", "Diện tích (ha)", "Chưa thống nhất"]);
    expect(cells).toHaveLength(6);
    expect(cells.slice(1).map((row) => row[1])).toContain("CCN Quảng Chu");
    const shown = await page.locator("table.table tbody th[role=rowheader]").allTextContents();
    expect(cells.slice(1).map((row) => row[1])).toEqual(shown);
    await page.close();
  });
});

describe("a file that takes a while", { timeout: 60_000 }, () => {
  test("is said to be in the making, and the button is not pressed twice", async () => {
    const { page } = await openPage({ browser, base }, `/?${SMALL}`, 1280);
    let asked = 0;
    await page.route("**/api/overview.docx*", async (route) => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 900));
      await route.continue();
    });
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tải dự thảo báo cáo (Word)" }).click();
    const busy = page.getByRole("button", { name: "Đang tạo tệp…" });
    await busy.click({ force: true });
    expect((await coming).suggestedFilename()).toBe("du-thao-tong-quan-2023-11-30.docx");
    await page.getByRole("button", { name: "Tải dự thảo báo cáo (Word)" }).waitFor();
    expect(asked).toBe(1);
    await page.close();
  });

  test("and cannot be made is told of, with what to do", async () => {
    const { page } = await openPage({ browser, base }, `/?${SMALL}`, 1280);
    await page.route("**/api/overview.docx*", (route) => route.abort());
    await page.getByRole("button", { name: "Tải dự thảo báo cáo (Word)" }).click();
    await page.getByText("Không kết nối được với máy chủ.").waitFor();
    await page.close();
  });
});
