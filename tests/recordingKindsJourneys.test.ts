/** Recording by hand of what is no zone: phases, projects, amounts, published values; in a real Chromium. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  expectUsable,
  type RecordingScreens,
  recordIt,
  recordingScreens,
  registerPaper,
  VIEW,
} from "./recordingScreens.ts";

let screens: RecordingScreens;
beforeAll(async () => {
  screens = await recordingScreens();
}, 240_000);
afterAll(() => screens?.stop());

/** Finds by typing, letter by letter: a text that is set at once opens no list. */
const pick = async (page: Page, field: RegExp, typed: string, option: RegExp) => {
  const box = page.getByRole("combobox", { name: field });
  await box.pressSequentially(typed);
  await page.getByRole("option", { name: option }).first().click();
};

const money = async () => {
  const { body } = await screens.khu.get(`/api/zones/mau?${VIEW}`);
  return z
    .object({ money: z.array(z.object({ amount: z.number() })) })
    .parse(body)
    .money.map((m) => m.amount);
};

describe("what is recorded beside zones", { timeout: 120_000 }, () => {
  test("a phase begins with what its zone is told", async () => {
    const page = await screens.openAs("duyet", `/record?zone=mau&${VIEW}`);
    await page.getByRole("link", { name: "Thêm giai đoạn" }).click();
    await registerPaper(page, "9101/QĐ-UBND", "01/03/2024");
    expect(await page.getByLabel("Tên: giá trị mới").inputValue()).toBe("CCN Mẫu");
    await page.getByLabel("Giai đoạn: giá trị mới").fill("1");
    await page.getByLabel("Diện tích: giá trị mới").fill("30");
    await page.getByText("Diện tích: chưa rõ → 30 ha từ ngày 01/03/2024").waitFor();
    await expectUsable(page, "phase");
    await recordIt(page);
    await page.goto(`${screens.base}/record?${VIEW}`);
    await page.getByRole("combobox", { name: "Tìm khu, cụm theo tên" }).fill("ccn mau");
    await page.getByRole("option", { name: /CCN Mẫu – giai đoạn 1/ }).click();
    await page.getByRole("link", { name: "CCN Mẫu – giai đoạn 1" }).waitFor();
    await page.context().close();
  });

  test("a project is told with its zone and an investor by name, and found again", async () => {
    const page = await screens.openAs("duyet", `/record?${VIEW}`, 360);
    await page.getByRole("link", { name: "Dự án đầu tư" }).click();
    await page.getByRole("button", { name: "Dự án chưa có trong sổ" }).click();
    await registerPaper(page, "9102/QĐ-UBND", "01/03/2024");
    await page.getByLabel("Tên dự án: giá trị mới").fill("Dự án Mẫu");
    await pick(page, /^Địa điểm/, "bach thong", /^Huyện Bạch Thông/);
    await pick(page, /^Thuộc khu, cụm/, "ccn mau", /^CCN Mẫu ?Huyện/);
    await pick(page, /^Nhà đầu tư/, "Công ty Mẫu", /hưa có trong sổ/);
    await page.getByLabel("Vốn đăng ký: giá trị mới").fill("12,5");
    await page.getByText("Vốn đăng ký: chưa rõ → 12,5 tỷ đồng từ ngày 01/03/2024").waitFor();
    await page.getByText("Nhà đầu tư: chưa rõ → Công ty Mẫu").waitFor();
    await expectUsable(page, "project");
    await recordIt(page);
    await page.goto(`${screens.base}/record?about=project&${VIEW}`);
    await page.getByRole("combobox", { name: "Tìm dự án theo tên" }).fill("du an mau");
    await page.getByRole("option", { name: /Dự án Mẫu/ }).click();
    await page.getByRole("button", { name: "+ Lao động" }).waitFor();
    await page.context().close();
  });

  test("an amount is typed as printed, and a mistaken one is reversed from its line in the history", async () => {
    const page = await screens.openAs("duyet", `/record?zone=mau&${VIEW}`);
    await page.getByRole("link", { name: "Khoản tiền" }).click();
    await registerPaper(page, "9103/QĐ-UBND", "01/03/2024");
    await page.getByLabel("Số tiền như văn bản in").fill("gần 58 tỷ");
    await page.getByLabel("Nguồn").selectOption({ label: "Ngân sách địa phương" });
    await page.getByLabel("Cho kỳ từ (nếu văn bản nói)").fill("2021");
    await page.getByLabel("đến hết", { exact: true }).fill("2023");
    await page.getByText(/Đã bố trí: gần 58\stỷ đồng cho CCN Mẫu, kỳ 2021–2023/).waitFor();
    await expectUsable(page, "entry");
    await recordIt(page);
    expect(await money()).toEqual([58e9]);
    await page.getByRole("link", { name: /^lần ghi/ }).click();
    await page.getByRole("link", { name: /^Đính chính: CCN Mẫu Đã bố trí/ }).click();
    expect(await page.getByLabel("Số tiền như văn bản in").inputValue()).toBe("gần 58 tỷ đồng");
    await page.getByLabel("Số tiền như văn bản in").fill("gần 56 tỷ đồng");
    await page.getByText(/Đảo lại khoản đã ghi: Đã bố trí: gần 58/).waitFor();
    await expectUsable(page, "entry-correction");
    await recordIt(page, "Ghi đính chính");
    expect(await money()).toEqual([56e9]);
    await page.context().close();
  });

  test("an amount of a press page is proposed, and what can't be read is said beside", async () => {
    const page = await screens.openAs("canbo", `/record?about=entry&zone=mau&${VIEW}`, 360);
    await page.getByRole("combobox", { name: "Số, trích yếu hoặc cơ quan" }).fill("9001");
    await page.getByRole("option", { name: /9001\/QĐ-UBND/ }).click();
    await page.getByLabel("Số tiền như văn bản in").fill("12");
    await page.getByText("(“12”)").waitFor();
    await expectUsable(page, "entry-problem");
    await page.getByLabel("Số tiền như văn bản in").fill("12 tỷ đồng");
    await page.getByText(/Đã bố trí: 12\stỷ đồng cho CCN Mẫu/).waitFor();
    await page.reload();
    await page.getByText("Đã lấy lại bản nháp").waitFor();
    await page.getByText(/Đã bố trí: 12\stỷ đồng cho CCN Mẫu/).waitFor();
    await page.getByRole("button", { name: "Gửi đề nghị" }).click();
    await page.getByRole("heading", { name: /Đã gửi đề nghị/ }).waitFor();
    await page.getByRole("link", { name: "Xem đề nghị" }).click();
    await page.getByRole("link", { name: "Khoản tiền" }).click();
    await page.getByText(/Đã bố trí: 12\stỷ đồng cho CCN Mẫu/).waitFor();
    await expectUsable(page, "entry-proposal");
    await page.context().close();
  });

  test("a published value stands beside the register's own, whatever it is about", async () => {
    const page = await screens.openAs("duyet", `/record?about=claim&zone=mau&${VIEW}`, 360);
    await page.getByRole("button", { name: "Đăng ký văn bản mới" }).click();
    await page.getByLabel("Loại văn bản").selectOption({ label: "Bài báo" });
    await page.getByLabel("Ngày ký").fill("05/03/2024");
    await page.getByLabel("Cơ quan ban hành").fill("Báo Mẫu");
    await page.getByLabel("Trích yếu").fill("Bài báo mẫu về CCN Mẫu");
    await page.getByLabel("Thông tin").selectOption({ label: "Diện tích" });
    await page.getByLabel("Giá trị như văn bản in").fill("khoảng 51 ha");
    await page.getByText(/CCN Mẫu, Diện tích: khoảng 51 ha/).waitFor();
    await expectUsable(page, "claim");
    await page.getByLabel("Văn bản nói về").selectOption({ label: "một chỉ tiêu của địa bàn" });
    expect(await page.getByLabel("Thông tin").count()).toBe(0);
    await page.getByLabel("Chỉ tiêu").waitFor();
    await page.getByLabel("Văn bản nói về").selectOption({ label: "một thông tin của khu, cụm" });
    await page.getByText(/CCN Mẫu, Diện tích: khoảng 51 ha/).waitFor();
    await recordIt(page);
    await page.goto(`${screens.base}/zones/mau?${VIEW}`);
    await page.getByText("khoảng 51 ha").first().waitFor();
    await page.getByText("50 ha").first().waitFor();
    await page.context().close();
  });
});
