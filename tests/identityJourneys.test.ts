/** Journeys of signing in and out, in a real Chromium: first start, second step, provider of the office, closed account. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Secret, TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, startBacKan } from "./bacKan.ts";
import { faultsOf, openAs, openPage, startBrowser } from "./browser.ts";
import { startProvider, type TestProvider } from "./oidcProvider.ts";
import { PASSWORD, type SignedIn, signIn } from "./people.ts";
import { made } from "./peopleServer.ts";
import { serveKhu, stopServing } from "./serving.ts";

let khu: Running;
let provider: TestProvider;
let browser: Browser;
let base: string;
beforeAll(async () => {
  provider = await startProvider({ mai: { name: "Cán Bộ Mẫu Mai", preferred_username: "mai" } });
  khu = await startBacKan({ oidc: provider.client });
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  provider.serve(base);
  browser = await startBrowser();
  await khu.signIn();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
  provider?.stop();
});

const OWN = "mười hai con cá chép";

/** An account with a role over everything that has its own password. */
async function person(
  login: string,
  role: string,
): Promise<{ readonly login: string; readonly password: string }> {
  const admin = await khu.signIn();
  const post = (url: string, payload: object, headers: SignedIn) =>
    khu.app.inject({ method: "POST", url, payload, headers });
  const given = await post("/api/accounts", { login, name: `Người Mẫu ${login}` }, admin);
  const { account, oneTimePassword } = made.parse(given.json());
  await post(`/api/accounts/${account.id}/roles`, { role }, admin);
  const first = await signIn(khu.app, { login, password: oneTimePassword });
  await post("/api/session/password", { current: oneTimePassword, password: OWN }, first);
  return { login, password: OWN };
}

/** Goes on by Tab until the field or button of this name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page
    .getByLabel(name, typeof name === "string" ? { exact: true } : {})
    .or(page.getByRole("button", { name }))
    .or(page.getByRole("link", { name }));
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await wanted.evaluateAll((found) =>
      found.some((one) => one === one.ownerDocument.activeElement),
    );
    if (focused) return;
  }
  throw new Error(`${name} is not reached by keyboard`);
}

/** Types into the field of this name, reached by keyboard alone. */
async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

describe("the first start of an empty data folder", { timeout: 300_000 }, () => {
  test("prints a one-time password, asks for another, and leads to the overview, by keyboard alone", async () => {
    const folder = await mkdtemp(join(tmpdir(), "khu-first-"));
    const first = await serveKhu(["--data", folder], "");
    try {
      const [, printed = ""] = /first sign-in\): admin \/ (\S+)/.exec(first.said()) ?? [];
      expect(printed.length).toBeGreaterThan(15);
      const { page, errors } = await openPage({ browser, base: first.base }, "/dang-nhap?return=%2F", 1280);
      await page.getByLabel("Tên đăng nhập").waitFor();
      await typeInto(page, "Tên đăng nhập", "admin");
      await typeInto(page, "Mật khẩu", printed);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Đổi mật khẩu" }).waitFor();
      await typeInto(page, "Mật khẩu vừa dùng", printed);
      await tabTo(page, /^Mật khẩu mới/);
      await page.keyboard.type(OWN);
      await typeInto(page, "Nhập lại mật khẩu mới", OWN);
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.pathname === "/");
      await page.locator("main h1").waitFor();
      await page.getByRole("link", { name: /^Tài khoản: / }).waitFor();
      expect(errors).toEqual([]);
      await page.close();
      // The printed one opens nothing any more, and the new one does.
      const ask = (password: string) =>
        fetch(`${first.base}/api/session`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ login: "admin", password }),
        });
      expect([(await ask(printed)).status, (await ask(OWN)).status]).toEqual([401, 200]);
    } finally {
      await stopServing(first);
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe("who is signed in elsewhere", { timeout: 120_000 }, () => {
  test("is stopped at the next request once the account is closed, told why, and keeps what was typed", async () => {
    const officer = await person("se-dong", "approver");
    const other = await openAs({ browser, base }, officer, "/record?zone=cam-giang&place=06&asOf=2024-06-30");
    await other.page.getByRole("button", { name: "Đăng ký văn bản mới" }).click();
    await other.page.getByLabel("Số, ký hiệu").fill("9101/QĐ-UBND");
    await other.page.getByLabel("Ngày ký").fill("01/02/2024");
    await other.page.getByLabel("Cơ quan ban hành").fill("UBND tỉnh Mẫu");
    await other.page.getByLabel("Trích yếu").fill("Văn bản mẫu đang ghi dở");

    const { page } = await openAs(
      { browser, base },
      { login: "admin", password: PASSWORD },
      "/administration",
    );
    await page.getByRole("link", { name: "Người Mẫu se-dong" }).click();
    await page.getByRole("button", { name: "Đóng tài khoản" }).click();
    await page.locator(".confirm").getByRole("button", { name: "Đóng tài khoản" }).click();
    await page.getByRole("button", { name: "Mở lại tài khoản" }).waitFor();

    await other.page.getByRole("button", { name: "+ Diện tích" }).click();
    await other.page.getByLabel("Diện tích: giá trị mới").fill("41");
    const notice = other.page.locator("main").getByRole("alert").filter({ hasText: "Phiên đã hết" });
    await notice.waitFor();
    expect(await notice.textContent()).toContain("tài khoản đã đóng");
    expect(await other.page.getByLabel("Số, ký hiệu").inputValue()).toBe("9101/QĐ-UBND");
    expect(await other.page.getByLabel("Trích yếu").inputValue()).toBe("Văn bản mẫu đang ghi dở");
    expect(await other.page.getByLabel("Diện tích: giá trị mới").inputValue()).toBe("41");
    expect(await faultsOf(other.page)).toEqual([]);
    await Promise.all([page.close(), other.page.close()]);
  });

  test("is signed out everywhere at once, by keyboard alone", async () => {
    const own = await person("moi-noi", "reader");
    const here = await openAs({ browser, base }, own, "/account");
    const there = await openAs({ browser, base }, own, "/history?place=06");
    await there.page.getByRole("link", { name: "Xem cả lần ghi" }).first().waitFor();
    await here.page.getByRole("button", { name: "Đăng xuất mọi nơi" }).waitFor();
    await tabTo(here.page, "Đăng xuất mọi nơi");
    await here.page.keyboard.press("Enter");
    await here.page.locator(".confirm").waitFor();
    await here.page.keyboard.press("Enter");
    await here.page.locator("main").getByRole("link", { name: "Đăng nhập" }).waitFor();
    await there.page.getByRole("link", { name: "Xem cả lần ghi" }).first().click();
    await there.page.getByRole("heading", { name: "Cần đăng nhập" }).waitFor();
    await Promise.all([here.page.close(), there.page.close()]);
  });
});

describe("the second step", { timeout: 120_000 }, () => {
  test("is set up by QR code or key, asked for at the next sign-in, and takes a recovery code once", async () => {
    const own = await person("hai-buoc", "reader");
    const { page, errors } = await openAs({ browser, base }, own, "/account");
    const section = page.getByRole("region", { name: "Bước xác thực thứ hai" });
    await section.getByLabel("Mật khẩu hiện nay").fill(own.password);
    await section.getByLabel("Mật khẩu hiện nay").press("Enter");
    const key = (await section.locator(".shown-once code").textContent()) ?? "";
    // The picture holds the very address of the key: as many dots as that text needs, drawn as one path.
    const picture = section.getByRole("img", { name: /Mã QR/ });
    await picture.waitFor();
    expect(await picture.locator("path.qr-dots").getAttribute("d")).toMatch(/^M4 4h1v1h-1z/);
    expect(await page.locator("[style]").filter({ has: picture }).count()).toBe(0);
    await page.mouse.move(0, 0);
    expect(await faultsOf(page)).toEqual([]);
    const codes = new TOTP({ secret: Secret.fromBase32(key), period: 30, digits: 6 });
    await section.getByLabel("Mã bước thứ hai").fill(codes.generate());
    await section.getByLabel("Mã bước thứ hai").press("Enter");
    await section.getByText("Mã dự phòng").waitFor();
    const recovery = ((await section.locator(".shown-once code").textContent()) ?? "").split(" ");
    expect(recovery.length).toBeGreaterThan(4);
    await page.getByRole("button", { name: "Đăng xuất", exact: true }).click();
    expect(errors).toEqual([]);
    await page.close();

    const signInWith = async (code: string) => {
      const again = await openPage({ browser, base }, "/dang-nhap?return=%2Faccount", 1280);
      await again.page.getByLabel("Tên đăng nhập").waitFor();
      await typeInto(again.page, "Tên đăng nhập", own.login);
      await typeInto(again.page, "Mật khẩu", own.password);
      await again.page.keyboard.press("Enter");
      const field = again.page.getByLabel("Mã bước thứ hai");
      await field.waitFor();
      await field.fill(code);
      await field.press("Enter");
      return again.page;
    };
    // The step of the clock that confirmed the key is used up: the next one is taken.
    const next = await signInWith(codes.generate({ timestamp: Date.now() + 30_000 }));
    await next.getByRole("heading", { name: "Người Mẫu hai-buoc" }).waitFor();
    await next.close();
    const byRecovery = await signInWith(recovery[0] ?? "");
    await byRecovery.getByRole("heading", { name: "Người Mẫu hai-buoc" }).waitFor();
    await byRecovery.close();
    const twice = await signInWith(recovery[0] ?? "");
    await twice.getByText("Mã của bước thứ hai không đúng").waitFor();
    await twice.close();
  });
});

describe("signing in with the office account", { timeout: 120_000 }, () => {
  /** At the provider's own page, from the page for signing in. */
  async function atProvider(): Promise<Page> {
    const { page } = await openPage({ browser, base }, "/dang-nhap?return=%2Faccount", 1280);
    await page.getByRole("link", { name: "Đăng nhập bằng tài khoản cơ quan" }).click();
    await page.waitForURL((url) => url.href.startsWith(`${provider.issuer}/interaction/`));
    return page;
  }

  test("goes to the provider's page and comes back signed in, to the page that was asked for", async () => {
    const page = await atProvider();
    await page.locator("input[name=login]").fill("mai");
    await page.locator("input[name=password]").fill("x");
    await page.locator("button[type=submit]").click();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL((url) => url.pathname === "/account");
    await page.getByRole("heading", { name: "Cán Bộ Mẫu Mai" }).waitFor();
    await page.getByText("Chưa có vai trò nào").waitFor();
    await page.close();
  });

  test("that is broken off there says so, signs nobody in, and can be tried again", async () => {
    const page = await atProvider();
    await page.getByRole("link", { name: /Cancel/ }).click();
    await page.getByRole("alert").getByText("đã bị từ chối hoặc hủy ở trang của cơ quan").waitFor();
    expect(await page.getByRole("link", { name: /^Tài khoản: / }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: "Đăng nhập bằng tài khoản cơ quan" }).click();
    await page.waitForURL((url) => url.href.startsWith(`${provider.issuer}/interaction/`));
    await page.close();
  });

  test("that comes back with another state is refused, and the page says what to do", async () => {
    const page = await atProvider();
    await page.goto(`${base}/api/session/oidc/return?code=forged&state=forged`);
    await page.getByRole("alert").getByText("không khớp với lần đăng nhập đã bắt đầu ở đây").waitFor();
    await page.getByRole("alert").getByText("Bấm đăng nhập lại từ đầu").waitFor();
    // Used up: neither is it taken a second time.
    await page.goto(`${base}/api/session/oidc/return?code=forged&state=forged&lang=en`);
    await page.getByRole("alert").getByText("was used before").waitFor();
    await page.close();
  });
});
