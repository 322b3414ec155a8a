/** Several zones from one paper, in a table, typed and pasted, in a real Chromium; what is invented says Mẫu. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  expectUsable,
  foundCluster,
  type RecordingScreens,
  recordIt,
  recordingScreens,
  registerPaper,
  VIEW,
} from "./recordingScreens.ts";

let screens: RecordingScreens;
beforeAll(async () => {
  screens = await recordingScreens();
  await foundCluster(screens.khu, screens.record, { name: "CCN Mẫu Hai", number: "9002/QĐ-UBND" });
}, 240_000);
afterAll(() => screens?.stop());

const cell = (page: Page, zone: string, attribute: string) =>
  page.getByLabel(`${zone}, ${attribute}`, { exact: true });

/** Pastes a block into the cell that has the focus, as a spreadsheet copies it. */
const paste = (page: Page, block: string) =>
  page.evaluate(
    `{ const data = new DataTransfer();
       data.setData("text/plain", ${JSON.stringify(block)});
       document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }`,
  );

const choose = async (page: Page, ...attributes: readonly string[]) => {
  await page.getByRole("checkbox", { name: "CCN Mẫu", exact: true }).check();
  await page.getByRole("checkbox", { name: "CCN Mẫu Hai", exact: true }).check();
  for (const name of attributes) await page.getByRole("checkbox", { name, exact: true }).check();
};

describe("a table of zones", { timeout: 120_000 }, () => {
  test("is edited cell by cell, previewed in sentences, and recorded whole or not at all", async () => {
    const before = (await screens.area()) ?? 0;
    const page = await screens.openAs("duyet", `/record?${VIEW}`);
    await page.getByRole("link", { name: "Nhiều khu, cụm trong một bảng" }).click();
    await registerPaper(page, "9201/QĐ-UBND", "01/03/2024");
    await choose(page, "Pháp lý");
    await cell(page, "CCN Mẫu", "Diện tích").fill("52");
    await cell(page, "CCN Mẫu Hai", "Diện tích").fill("53,5");
    await page.getByText("Diện tích: 50 ha → 53,5 ha từ ngày 01/03/2024").waitFor();
    // One row speaks against it: none is recorded.
    await cell(page, "CCN Mẫu Hai", "Pháp lý").fill("đã trình chủ trương");
    await page.getByText(/bước ngoài trình tự/).waitFor();
    expect(await page.getByRole("button", { name: "Ghi vào sổ" }).isDisabled()).toBe(true);
    await expectUsable(page, "table");
    await cell(page, "CCN Mẫu Hai", "Pháp lý").fill("");
    await page.getByText("Diện tích: 50 ha → 52 ha từ ngày 01/03/2024").waitFor();
    await recordIt(page);
    expect(await screens.area()).toBe(before + 55_000);
    await page.context().close();
  });

  test("takes a block of a spreadsheet from the active cell on, and names what can't be read cell by cell", async () => {
    const page = await screens.openAs("duyet", `/record/table?zones=mau,mau-hai&${VIEW}`, 360);
    await registerPaper(page, "9202/QĐ-UBND", "01/04/2024");
    await choose(page, "Tổng mức đầu tư", "Mốc dự kiến hoàn thành");
    await cell(page, "CCN Mẫu", "Diện tích").focus();
    await paste(
      page,
      "54,5 ha\t1.200 triệu đồng\t5/6/2027\tthừa một\r\n55a\t2,5\t31/02/2027\r\nthừa hai\r\n",
    );
    expect(await cell(page, "CCN Mẫu", "Tổng mức đầu tư").inputValue()).toBe("1.200 triệu đồng");
    await page.getByText("“thừa một”, “thừa hai”").waitFor();
    await page.getByText(/CCN Mẫu Hai, Diện tích/).waitFor();
    await page.getByText(/“31\/02\/2027” không có ngày này/).waitFor();
    expect(await page.getByRole("button", { name: "Ghi vào sổ" }).isDisabled()).toBe(true);
    await expectUsable(page, "table-pasted");
    await page.getByRole("button", { name: "Hoàn tác lần dán" }).click();
    expect(await cell(page, "CCN Mẫu", "Diện tích").inputValue()).toBe("");
    await cell(page, "CCN Mẫu", "Diện tích").focus();
    await paste(page, "54,5\t1,2\t5/6/2027\n55\t2,5\t12/2027");
    await page.reload();
    await page.getByText("Đã lấy lại bản nháp").waitFor();
    expect(await cell(page, "CCN Mẫu Hai", "Mốc dự kiến hoàn thành").inputValue()).toBe("12/2027");
    await page.getByText("Mốc dự kiến hoàn thành: chưa rõ → 05/06/2027").waitFor();
    await page.getByText("Tổng mức đầu tư: chưa rõ → 2,5 tỷ đồng").waitFor();
    await recordIt(page);
    await page.context().close();
  });

  test("is filled by keyboard alone, and waits for approval where its author may not record", async () => {
    const before = await screens.area();
    const page = await screens.openAs("canbo", `/record/table?zones=mau,mau-hai&${VIEW}`);
    await page.getByRole("combobox", { name: "Số, trích yếu hoặc cơ quan" }).focus();
    await page.keyboard.type("9202");
    await page.getByRole("option", { name: /9202\/QĐ-UBND/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("Văn bản mẫu 9202").waitFor();
    await cell(page, "CCN Mẫu", "Diện tích").focus();
    await page.keyboard.type("60");
    await page.keyboard.press("Enter");
    await page.keyboard.type("61");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.type("62");
    expect(await cell(page, "CCN Mẫu", "Diện tích").inputValue()).toBe("62");
    expect(await cell(page, "CCN Mẫu Hai", "Diện tích").inputValue()).toBe("61");
    await page.getByText("Diện tích: 54,5 ha → 62 ha").waitFor();
    await page.getByRole("button", { name: "Gửi đề nghị" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /Đã gửi đề nghị/ }).waitFor();
    expect(await screens.area()).toBe(before);
    await page.context().close();
    const second = await screens.openAs("duyethai", `/proposals?${VIEW}`);
    await second.getByRole("link", { name: "CCN Mẫu + 1 khu, cụm khác" }).click();
    await second.getByText("Diện tích: 55 ha → 61 ha").waitFor();
    await expectUsable(second, "table-proposal");
    await second.getByRole("button", { name: "Duyệt và ghi vào sổ" }).click();
    await second
      .getByText(/Đã duyệt/)
      .first()
      .waitFor();
    expect(await screens.area()).toBe((before ?? 0) + 135_000);
    await second.context().close();
  });
});
