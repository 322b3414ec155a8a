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
