/** Journeys of an administrator and of the people looked after, in a real Chromium. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, startBacKan } from "./bacKan.ts";
import { faultsOf, openAs, startBrowser } from "./browser.ts";
import { PASSWORD } from "./people.ts";

let khu: Running;
let browser: Browser;
let base: string;
beforeAll(async () => {
  khu = await startBacKan();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
  await khu.signIn();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

const ADMIN = { login: "admin", password: PASSWORD };
const openAdmin = (path: string) => openAs({ browser, base }, ADMIN, path);

/** Makes an account on the screen; answers its one-time password, which is shown this once. */
async function makeAccount(page: Page, of: { readonly name: string; readonly login: string }) {
  await page.getByLabel("Họ và tên").fill(of.name);
  await page.getByLabel("Tên đăng nhập").fill(of.login);
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  const shown = page.locator(".shown-once code");
  await shown.waitFor();
  return (await shown.textContent()) ?? "";
}

/** What can't be undone is pressed twice: the second time after what follows was said. */
async function pressTwice(page: Page, name: string) {
  await page.getByRole("button", { name, exact: true }).click();
  await page.locator(".confirm").getByRole("button", { name, exact: true }).click();
}

describe("an administrator", { timeout: 90_000 }, () => {
  test("makes an account, gives it a role over a place, and closes it: its open page then stops working", async () => {
    const { page, errors } = await openAdmin("/administration");
    const password = await makeAccount(page, { name: "Cán Bộ Mẫu", login: "can-bo-mau" });
    await page.getByRole("link", { name: /Mở tài khoản này/ }).click();
    await page.getByRole("heading", { name: "Cán Bộ Mẫu" }).waitFor();
    await page.getByLabel("Phạm vi").selectOption("place");
    await page.getByRole("combobox", { name: "Địa bàn" }).fill("huyện chợ đồn");
    await page.getByRole("option", { name: /Huyện Chợ Đồn/ }).click();
    await page.getByRole("button", { name: "Giao vai trò" }).click();
    await page.locator(".role-list").getByText("Cán bộ ghi sổ").waitFor();
    await page.locator(".role-list").getByRole("link", { name: "Huyện Chợ Đồn" }).waitFor();
    // A button under the pointer is lighter, and of what moves no colour can be told.
    await page.mouse.move(0, 0);
    expect(await faultsOf(page)).toEqual([]);

    const other = await openAs({ browser, base }, { login: "can-bo-mau", password }, "/history");
    await other.page.getByLabel("Mật khẩu vừa dùng").fill(password);
    await other.page.locator("input[name=password]").fill("mười hai con cá chép");
    await other.page.getByLabel("Nhập lại mật khẩu mới").fill("mười hai con cá chép");
    await other.page.getByRole("button", { name: "Đổi mật khẩu" }).click();
    await other.page
      .getByRole("link", { name: /^Lần ghi/ })
      .first()
      .waitFor();

    await pressTwice(page, "Đóng tài khoản");
    await page.getByRole("button", { name: "Mở lại tài khoản" }).waitFor();
    await other.page.getByRole("link", { name: "Xem cả lần ghi" }).first().click();
    await other.page.getByRole("heading", { name: "Cần đăng nhập" }).waitFor();
    expect(errors).toEqual([]);
    await Promise.all([page.close(), other.page.close()]);
  });

  test("erases a person: the name is gone from every list", async () => {
    const { page } = await openAdmin("/administration");
    await makeAccount(page, { name: "Người Sẽ Xóa", login: "nguoi-se-xoa" });
    await page.getByRole("link", { name: /Mở tài khoản này/ }).click();
    await page.getByRole("heading", { name: "Người Sẽ Xóa" }).waitFor();
    await pressTwice(page, "Xóa thông tin người này");
    await page.getByText("Tài khoản này đã xóa.").first().waitFor();
    await page.getByRole("link", { name: "Mọi tài khoản" }).click();
    await page.getByRole("heading", { name: "Quản trị tài khoản" }).waitFor();
    expect(await page.getByText("Người Sẽ Xóa").count()).toBe(0);
    await page.close();
  });

  test("who is the only one is told why the buttons that would leave nobody are off", async () => {
    const { page } = await openAdmin("/administration");
    await page.getByRole("table").getByRole("link", { name: "Quản trị", exact: true }).click();
    const close = page.getByRole("button", { name: "Đóng tài khoản" });
    await close.waitFor();
    expect(await close.getAttribute("aria-disabled")).toBe("true");
    expect(await page.getByText("người quản trị toàn sổ duy nhất").count()).toBeGreaterThan(0);
    await close.dispatchEvent("click");
    expect(await page.locator(".confirm").count()).toBe(0);
    await page.close();
  });
});

describe("an administrator of roles", { timeout: 90_000 }, () => {
  test("gives one over a zone and one over an organisation, until a day, reading what each lets one do; and ends one", async () => {
    const { page, errors } = await openAdmin("/administration");
    await makeAccount(page, { name: "Người Một Khu", login: "mot-khu" });
    await page.getByRole("link", { name: /Mở tài khoản này/ }).click();
    await page.getByRole("heading", { name: "Người Một Khu" }).waitFor();
    const lets = page.locator(".role-lets");
    await lets.getByText("Ở toàn sổ được: ").waitFor();
    await page.getByLabel("Phạm vi").selectOption("zone");
    await lets.getByText("Ở khu, cụm này và các giai đoạn của nó, cán bộ ghi sổ được:").waitFor();
    await page.getByRole("button", { name: "Giao vai trò" }).click();
    await page.getByText("Chọn phạm vi trong danh sách trước.").waitFor();
    // Coming into sight closes a list: letter by letter, as people type, it opens again.
    await page.getByRole("combobox", { name: "Khu, cụm" }).pressSequentially("cam giang");
    await page
      .getByRole("option", { name: /Cẩm Giàng/ })
      .first()
      .click();
    await page.getByLabel("Đến hết ngày").fill("31/12/2030");
    await page.mouse.move(0, 0);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Giao vai trò" }).click();
    const given = page.locator(".role-list li");
    await given.getByRole("link", { name: /Cẩm Giàng/ }).waitFor();
    await given.getByText("đến hết 31/12/2030").waitFor();

    await page.locator("select[name=role]").selectOption("approver");
    await page.getByLabel("Phạm vi").selectOption("organisation");
    await lets.getByText("mà tổ chức này là chủ đầu tư hạ tầng, người duyệt được:").waitFor();
    await page.getByRole("combobox", { name: "Tổ chức, cơ quan" }).pressSequentially("cong ty");
    const option = page.getByRole("option").first();
    const name = (await option.locator(".place-name").textContent()) ?? "?";
    await option.click();
    await page.getByRole("button", { name: "Giao vai trò" }).click();
    await given.filter({ hasText: "Người duyệt" }).getByText(name).waitFor();

    await given.filter({ hasText: "Cán bộ ghi sổ" }).getByRole("button", { name: "Thu hồi" }).click();
    await page.locator(".confirm").getByRole("button", { name: "Thu hồi" }).click();
    await given.filter({ hasText: "Cán bộ ghi sổ" }).waitFor({ state: "detached" });
    expect(await given.count()).toBe(1);
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe("an administrator of the register", { timeout: 90_000 }, () => {
  test("changes a setting with a reason, by keyboard; the numbers follow and the change is listed", async () => {
    const { page, errors } = await openAdmin("/administration/settings?lang=vi");
    const row = page.locator(".settings > li", { hasText: "Tin được coi là cũ sau" });
    await row.getByText("12 tháng", { exact: true }).waitFor();
    await row.getByRole("button", { name: /^Đổi/ }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("24");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Báo cáo mẫu hai năm một lần");
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await row.getByText("24 tháng", { exact: true }).waitFor();
    const listed = page.getByRole("table").getByRole("row", { name: /Báo cáo mẫu hai năm một lần/ });
    await listed.getByText("12 tháng").waitFor();
    await listed.getByText("Quản trị").waitFor();
    await listed.getByRole("link").click();
    await page.getByText("Tin được coi là cũ sau: 24 tháng (Báo cáo mẫu hai năm một lần)").waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  test("verifies it from the screen: what was found, when and by whom stands there, and is kept", async () => {
    const { page, errors } = await openAdmin("/administration/verification");
    await page.getByText("Chưa ai kiểm tra sổ này ở đây.").waitFor();
    await page.getByRole("button", { name: "Kiểm tra ngay" }).click();
    await page.getByText("Đang có một lần kiểm tra; chờ xong.").waitFor();
    await page.getByRole("progressbar", { name: /Đang kiểm tra/ }).waitFor();
    await page.locator(".verification-result").getByText("Không có sai khác.").waitFor({ timeout: 60_000 });
    await page.locator(".verification-result").getByText("đều đúng như lúc ghi").waitFor();
    expect(await page.getByRole("table").getByRole("row").count()).toBe(2);
    await page.mouse.move(0, 0);
    expect(await faultsOf(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  test("is offered neither settings to change nor accounts as an auditor, but the check", async () => {
    const { page } = await openAdmin("/administration");
    const password = await makeAccount(page, { name: "Kiểm Toán Mẫu", login: "kiem-toan" });
    await page.getByRole("link", { name: /Mở tài khoản này/ }).click();
    await page.locator("select[name=role]").selectOption("auditor");
    await page.getByRole("button", { name: "Giao vai trò" }).click();
    await page.locator(".role-list").getByText("Người kiểm tra").waitFor();
    const other = await openAs(
      { browser, base },
      { login: "kiem-toan", password },
      "/administration/settings",
    );
    await other.page.getByLabel("Mật khẩu vừa dùng").fill(password);
    await other.page.locator("input[name=password]").fill("mười hai con cá chép");
    await other.page.getByLabel("Nhập lại mật khẩu mới").fill("mười hai con cá chép");
    await other.page.getByRole("button", { name: "Đổi mật khẩu" }).click();
    const change = other.page.locator(".settings").getByRole("button", { name: /^Đổi/ }).first();
    await change.waitFor();
    expect(await change.getAttribute("aria-disabled")).toBe("true");
    await other.page.getByText("Tài khoản này không có quyền đổi thiết lập.").first().waitFor();
    await other.page.getByRole("link", { name: "Quản trị", exact: true }).click();
    await other.page.getByRole("button", { name: "Kiểm tra ngay" }).waitFor();
    await other.page.goto(`${base}/administration`);
    await other.page.getByRole("heading", { name: "Không có quyền" }).waitFor();
    await Promise.all([page.close(), other.page.close()]);
  });
});

describe("a person", { timeout: 90_000 }, () => {
  test("makes an access token that is shown once, and takes it away again", async () => {
    const { page, errors } = await openAdmin("/account");
    await page.getByLabel("Tên mã").fill("máy mẫu");
    await page.getByRole("button", { name: "Tạo mã truy cập" }).click();
    await page.locator(".shown-once code", { hasText: "khu_" }).waitFor();
    await page.locator(".role-list li", { hasText: "máy mẫu" }).getByRole("button").click();
    await page.getByText("Chưa có mã truy cập nào.").waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  test("signs out everywhere, here as well", async () => {
    const { page } = await openAdmin("/account");
    const other = await openAdmin("/account");
    await pressTwice(page, "Đăng xuất mọi nơi");
    await page.getByRole("heading", { name: "Tài khoản của tôi" }).waitFor();
    await other.page.getByRole("button", { name: "Tạo mã truy cập" }).waitFor();
    await other.page.reload();
    await other.page.locator("main").getByRole("link", { name: "Đăng nhập" }).waitFor();
    await Promise.all([page.close(), other.page.close()]);
  });

  test("sees the key of the second step only after giving the password", async () => {
    const { page } = await openAdmin("/account");
    const section = page.getByRole("region", { name: "Bước xác thực thứ hai" });
    await section.getByLabel("Mật khẩu hiện nay").fill("không phải");
    await section.getByRole("button", { name: "Đặt bước thứ hai" }).click();
    await section.getByRole("alert").waitFor();
    await section.getByLabel("Mật khẩu hiện nay").fill(PASSWORD);
    await section.getByRole("button", { name: "Đặt bước thứ hai" }).click();
    await section.locator(".shown-once code").waitFor();
    await section.getByLabel("Mã bước thứ hai").waitFor();
    await page.close();
  });
});
