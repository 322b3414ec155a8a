/** Recording by hand as people do it, in a real Chromium, over the register as it begins; what is invented says Mẫu. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  expectUsable,
  fillSignIn,
  type RecordingScreens,
  recordingScreens,
  registerPaper,
  VIEW,
} from "./recordingScreens.ts";

let screens: RecordingScreens;
const openAs: RecordingScreens["openAs"] = (...given) => screens.openAs(...given);
const area = () => screens.area();
beforeAll(async () => {
  screens = await recordingScreens();
}, 240_000);
afterAll(() => screens?.stop());

const tellArea = async (page: Page, ha: string) => {
  await page.getByRole("button", { name: "+ Diện tích" }).click();
  await page.getByLabel("Diện tích: giá trị mới").fill(ha);
};

describe("recording by hand", { timeout: 120_000 }, () => {
  test("from a decision's paper to the changed figure, and the history tells it", async () => {
    const before = await area();
    const page = await openAs("duyet", `/zones/mau?${VIEW}`);
    await page.getByRole("link", { name: "Ghi nhận thay đổi" }).click();
    await registerPaper(page, "9002/QĐ-UBND", "01/02/2024");
    await tellArea(page, "54");
    await page.getByText("Diện tích: 50 ha → 54 ha từ ngày 01/02/2024").waitFor();
    await expectUsable(page, "record");
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await page.getByRole("heading", { name: "Đã ghi vào sổ." }).waitFor();
    await expectUsable(page, "recorded");
    expect(await area()).toBe((before ?? 0) + 40_000);
    await page.getByRole("link", { name: "Xem khu, cụm" }).click();
    await page.getByText("54 ha").first().waitFor();
    await page.context().close();
  });

  test("corrects a mistake, and both stand in the history", async () => {
    const page = await openAs("duyet", `/record?zone=mau&${VIEW}`);
    await page.getByLabel("Đính chính").check();
    await page.getByLabel(/^Diện tích: 54 ha/).check();
    await page.getByLabel("Diện tích: giá trị mới").fill("53,5");
    await page.getByText("Diện tích: 54 ha → 53,5 ha từ ngày 01/02/2024").waitFor();
    await expectUsable(page, "correction");
    await page.getByRole("button", { name: "Ghi đính chính" }).click();
    await page.getByRole("heading", { name: "Đã ghi vào sổ." }).waitFor();
    await page.getByRole("link", { name: "Xem khu, cụm" }).click();
    await page.locator("summary", { hasText: "Lịch sử" }).click();
    const history = page.locator("details", { hasText: "Lịch sử" });
    await history.getByText("Diện tích: 53,5 ha").first().waitFor();
    expect(await history.getByText("Diện tích: 54 ha").count()).toBe(2);
    await page.context().close();
  });

  test("corrects straight from a line of history, and sees both in the history", async () => {
    const page = await openAs("duyet", `/history?subject=mau&${VIEW}`);
    await page.getByRole("link", { name: /^Đính chính: CCN Mẫu Diện tích: 53,5 ha/ }).click();
    // The wrong change and its paper are chosen already.
    await page.getByRole("link", { name: "9002/QĐ-UBND" }).first().waitFor();
    expect(await page.getByLabel(/^Diện tích: 53,5 ha/).isChecked()).toBe(true);
    await expectUsable(page, "correct-from-history");
    await page.getByLabel("Diện tích: giá trị mới").fill("53");
    await page.getByText("Diện tích: 53,5 ha → 53 ha từ ngày 01/02/2024").waitFor();
    await page.getByRole("button", { name: "Ghi đính chính" }).click();
    await page.getByRole("heading", { name: "Đã ghi vào sổ." }).waitFor();
    await page.goto(`${screens.base}/history?subject=mau&${VIEW}`);
    const newest = page.locator(".commits > li").first();
    await newest.getByText("Diện tích: 53,5 ha").waitFor();
    await newest.getByText("Diện tích: 53 ha").waitFor();
    await newest.getByText("Rút lại").waitFor();
    // What was taken back is not corrected again; the page of the zone offers the same.
    expect(await page.getByRole("link", { name: /^Đính chính: .*53,5 ha/ }).count()).toBe(0);
    await expectUsable(page, "history-corrected");
    await page.goto(`${screens.base}/zones/mau?${VIEW}`);
    await page.locator("summary", { hasText: "Lịch sử" }).click();
    await page.getByRole("link", { name: "Đính chính: Diện tích: 53 ha" }).click();
    await page.getByLabel("Diện tích: giá trị mới").waitFor();
    await page.getByText("Ngày hiệu lực", { exact: true }).waitFor();
    await page.context().close();
  });

  test("loses the session in the middle of the form, and nothing that was typed", async () => {
    const page = await openAs("duyet", `/record?zone=mau&${VIEW}`);
    await registerPaper(page, "9003/QĐ-UBND", "01/03/2024");
    await tellArea(page, "55");
    await page.getByText("Diện tích: 53 ha → 55 ha").waitFor();
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await page.getByText("Phiên đã hết, đăng nhập lại.").waitFor();
    expect(await page.getByLabel("Diện tích: giá trị mới").inputValue()).toBe("55");
    await expectUsable(page, "session-ended");
    await page.locator("main").getByRole("link", { name: "Đăng nhập" }).click();
    await fillSignIn(page, "duyet");
    await page.getByText("Đã lấy lại bản nháp").waitFor();
    expect(await page.getByLabel("Số, ký hiệu").inputValue()).toBe("9003/QĐ-UBND");
    expect(await page.getByLabel("Diện tích: giá trị mới").inputValue()).toBe("55");
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await page.getByRole("heading", { name: "Đã ghi vào sổ." }).waitFor();
    await page.goto(`${screens.base}/record?zone=mau&${VIEW}`);
    await page.getByRole("button", { name: "Đăng ký văn bản mới" }).waitFor();
    expect(await page.getByText("Đã lấy lại bản nháp").count()).toBe(0);
    await page.context().close();
  });

  test("loses the network while sending, and records once", async () => {
    const page = await openAs("duyet", `/record?zone=mau&${VIEW}`);
    await registerPaper(page, "9004/QĐ-UBND", "01/04/2024");
    await tellArea(page, "56");
    await page.getByText("Diện tích: 55 ha → 56 ha").waitFor();
    // The server records it, and the answer never arrives.
    await page.route("**/api/recording?lang=vi", async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    });
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await page.getByText("Không kết nối được với máy chủ.").waitFor();
    await page.unroute("**/api/recording?lang=vi");
    const commit = (await screens.khu.figure("clusters.area", VIEW)).knownAt.commit;
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await page.getByRole("heading", { name: "Đã ghi vào sổ." }).waitFor();
    expect((await screens.khu.figure("clusters.area", VIEW)).knownAt.commit).toBe(commit);
    await page.context().close();
  });

  test("is approved by a second person, and until then no figure changes", async () => {
    const before = await area();
    const officer = await openAs("canbo", `/record?zone=mau&${VIEW}`);
    await registerPaper(officer, "9005/QĐ-UBND", "01/05/2024");
    await tellArea(officer, "57");
    await officer.getByText("Diện tích: 56 ha → 57 ha").waitFor();
    await officer.getByRole("button", { name: "Gửi đề nghị" }).click();
    await officer.getByRole("heading", { name: /Đã gửi đề nghị/ }).waitFor();
    expect(await area()).toBe(before);
    await officer.getByRole("link", { name: "Xem đề nghị" }).click();
    await officer.getByRole("link", { name: "CCN Mẫu" }).click();
    await officer.getByRole("button", { name: "Duyệt và ghi vào sổ" }).waitFor();
    expect(await officer.getByRole("button", { name: "Duyệt và ghi vào sổ" }).isDisabled()).toBe(true);
    await officer.context().close();
    const second = await openAs("duyethai", `/proposals?${VIEW}`);
    await second.getByText("Người Mẫu canbo").waitFor();
    await expectUsable(second, "proposals");
    await second.getByRole("link", { name: "CCN Mẫu" }).click();
    await second.getByText("Diện tích: 56 ha → 57 ha từ ngày 01/05/2024").waitFor();
    await expectUsable(second, "proposal");
    await second.getByRole("button", { name: "Duyệt và ghi vào sổ" }).click();
    await second
      .getByText(/Đã duyệt/)
      .first()
      .waitFor();
    expect(await area()).toBe((before ?? 0) + 10_000);
    await second.goto(`${screens.base}/zones/mau?${VIEW}`);
    await second.locator("summary", { hasText: "Lịch sử" }).click();
    await second.getByText("đề nghị: Người Mẫu canbo, duyệt: Người Mẫu duyethai").first().waitFor();
    await second.context().close();
  });

  test("shows somebody's newer change field by field, and goes on once it was seen", async () => {
    const page = await openAs("duyet", `/record?zone=mau&${VIEW}`, 360);
    await page.getByRole("combobox", { name: "Số, trích yếu hoặc cơ quan" }).fill("9001");
    await page.getByRole("option", { name: /9001\/QĐ-UBND/ }).click();
    await tellArea(page, "60");
    const quicker = await openAs("duyethai", `/record?zone=mau&${VIEW}`);
    await registerPaper(quicker, "9006/QĐ-UBND", "01/06/2024");
    await tellArea(quicker, "58");
    await quicker.getByRole("button", { name: "Ghi vào sổ" }).click();
    await quicker.getByRole("heading", { name: "Đã ghi vào sổ." }).waitFor();
    await quicker.context().close();
    await page.getByLabel("Ngày hiệu lực", { exact: true }).fill("15/06/2024");
    await page.getByText("Trong lúc này người khác đã ghi").waitFor();
    await page.getByText("Người Mẫu duyethai").waitFor();
    await expectUsable(page, "conflict");
    expect(await page.getByRole("button", { name: "Ghi vào sổ" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Đã xem, vẫn ghi giá trị của tôi" }).click();
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await page.getByRole("heading", { name: "Đã ghi vào sổ." }).waitFor();
    await page.context().close();
  });
});

describe("a paper that is there already", { timeout: 60_000 }, () => {
  test("is offered while it is being registered, in English too", async () => {
    const page = await openAs("duyet", `/record?zone=mau&${VIEW}&lang=en`);
    await page.getByRole("button", { name: "Register a new paper" }).click();
    await page.getByLabel("Number").fill("9001/qđ-ubnd");
    await page.getByLabel("Signed on").fill("01/01/2024");
    await page.getByLabel("Issuer").fill("Ủy ban nhân dân tỉnh Mẫu");
    await page.getByLabel("Title").fill("Thành lập");
    await page.getByText("This paper may be in the register already:").waitFor();
    await expectUsable(page, "alike");
    await page.getByRole("button", { name: "Use this one" }).click();
    await page.getByRole("link", { name: "9001/QĐ-UBND" }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Signing in is needed" }).waitFor();
    expect(await page.getByRole("link", { name: "9001/QĐ-UBND" }).count()).toBe(0);
    await page.context().close();
  });
});

describe("a cluster that is not in the register", { timeout: 90_000 }, () => {
  test("is recorded with its place and a developer by name, on a dark screen", async () => {
    const page = await openAs("duyet", `/record?${VIEW}`, 360);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.getByRole("combobox", { name: "Tìm khu, cụm theo tên" }).fill("ccn mau");
    await page.getByRole("option", { name: /CCN Mẫu/ }).waitFor();
    await page.keyboard.press("Escape");
    await expectUsable(page, "choose-zone");
    await page.getByRole("button", { name: "Khu, cụm chưa có trong sổ" }).click();
    await registerPaper(page, "9007/QĐ-UBND", "01/05/2024");
    await page.getByLabel("Tên: giá trị mới").fill("CCN Mẫu Hai");
    await page.getByLabel("Loại: giá trị mới").selectOption({ label: "Cụm công nghiệp" });
    await page.getByLabel("Pháp lý: giá trị mới").selectOption({ label: "Đã thành lập" });
    await page.getByLabel("Diện tích: giá trị mới").fill("20");
    await page.getByRole("combobox", { name: /^Địa điểm/ }).fill("bach thong");
    await page.getByRole("option", { name: /^Huyện Bạch Thông/ }).click();
    await page.getByRole("button", { name: "+ Chủ đầu tư hạ tầng" }).click();
    await page.getByRole("combobox", { name: /^Chủ đầu tư hạ tầng/ }).fill("Công ty Mẫu");
    await page.getByRole("option", { name: /Chưa có trong sổ|chưa có trong sổ/ }).click();
    await page.getByText("Chủ đầu tư hạ tầng: chưa rõ → Công ty Mẫu từ ngày 01/05/2024").waitFor();
    await expectUsable(page, "new-zone");
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await page.getByRole("heading", { name: "Đã ghi vào sổ." }).waitFor();
    await page.getByRole("link", { name: "Xem khu, cụm" }).click();
    await page.getByRole("heading", { name: "CCN Mẫu Hai" }).waitFor();
    await page.getByText("Công ty Mẫu").first().waitFor();
    await page.context().close();
  });
});

describe("by keyboard alone, on a phone's width", { timeout: 120_000 }, () => {
  test("a paper is chosen, a value told and recorded", async () => {
    const page = await openAs("duyet", `/record?zone=mau&${VIEW}`, 360);
    await page.getByRole("combobox", { name: "Số, trích yếu hoặc cơ quan" }).focus();
    await page.keyboard.type("9001");
    await page.getByRole("option", { name: /9001\/QĐ-UBND/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("UBND tỉnh Mẫu: Thành lập CCN Mẫu").waitFor();
    await page.getByRole("combobox", { name: "Thêm nội dung khác" }).focus();
    await page.keyboard.type("lao dong");
    await page.getByRole("option", { name: /Lao động/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    // The focus has gone to the field of what was added.
    await page.getByLabel("Lao động: giá trị mới").waitFor();
    await page.keyboard.type("1.200");
    await page.getByText("Lao động: chưa rõ → 1.200").waitFor();
    await expectUsable(page, "record");
    await page.getByRole("button", { name: "Ghi vào sổ" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Đã ghi vào sổ." }).waitFor();
    await page.context().close();
  });
});

describe("who may not", { timeout: 60_000 }, () => {
  test("sees the button off, and why", async () => {
    const page = await openAs(null, `/zones/mau?${VIEW}`, 360);
    await page.getByText("Cần đăng nhập để lập đề nghị ghi sổ.").waitFor();
    expect(await page.getByRole("button", { name: "Ghi nhận thay đổi" }).isDisabled()).toBe(true);
    await expectUsable(page, "zone-anonymous");
    await page.goto(`${screens.base}/proposals?${VIEW}`);
    await page.getByRole("heading", { name: "Cần đăng nhập" }).waitFor();
    await expectUsable(page, "proposals-anonymous");
    await page.context().close();
  });
});
