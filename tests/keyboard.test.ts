/** Every journey can be made by keyboard alone: the focus is always seen, goes in the order of reading, and comes back. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "./bacKan.ts";
import { openPage, startBrowser } from "./browser.ts";
import { tellCluster } from "./invented.ts";
import { focusOf, stopProblems, stopsOf, tabTo } from "./keys.ts";
import { newPerson, PASSWORD, PASSWORD_OF_ALL } from "./people.ts";
import { addressOf, SCREENS, type Screen } from "./screenList.ts";

type Person = { readonly login: string; readonly password: string };
const OFFICER: Person = { login: "canbo", password: PASSWORD_OF_ALL };
const APPROVER: Person = { login: "duyet", password: PASSWORD_OF_ALL };
const DAY = "place=06&asOf=2023-11-30";
const VIEW = "place=06&asOf=2024-06-30";

let khu: Running;
let browser: Browser;
let base: string;
let organisation: string;
beforeAll(async () => {
  khu = await startBacKan();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
  const organisations = z.object({ items: z.array(z.object({ id: z.string() })) });
  organisation = organisations.parse((await khu.get("/api/organisations")).body).items[0]?.id ?? "";
  await newPerson(khu, { login: OFFICER.login, grant: { role: "officer" } });
  const approver = { login: APPROVER.login, grant: { role: "approver" } };
  const headers = (await newPerson(khu, approver)).signedIn;
  await tellCluster(khu, { headers, url: "/api/recording", name: "CCN Mẫu" });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

const open = async (path: string) => (await openPage({ browser, base }, path, 1280)).page;
const press = (page: Page, key: string) => page.keyboard.press(key);

/** From the address of a page over signing in to the page itself: the skip link, two fields, Enter. */
async function signInByKeys(person: Person, path: string): Promise<Page> {
  const page = await open(`/dang-nhap?return=${encodeURIComponent(path)}`);
  await page.getByLabel("Tên đăng nhập").waitFor();
  await tabTo(page, /^Đến nội dung$/);
  await press(page, "Enter");
  await tabTo(page, /^Tên đăng nhập/);
  await page.keyboard.type(person.login);
  await tabTo(page, /^Mật khẩu/);
  await page.keyboard.type(person.password);
  await press(page, "Enter");
  await page.waitForURL((url) => url.pathname !== "/dang-nhap");
  await page.waitForLoadState("networkidle");
  return page;
}

describe("the focus", { timeout: 60_000 }, () => {
  const seen = new Set<string>();
  const first = ({ route }: Screen) => !seen.has(route) && seen.add(route) !== undefined;
  const screens = SCREENS.filter((screen) => screen.as === "anybody").filter(first);
  const subjects = {
    ...{ view: DAY, otherDay: "2020-10-31", otherPlace: "19", place: "06", zone: "cam-giang" },
    ...{
      document: "press-2023-11",
      words: "cho don",
      account: "",
      proposal: "",
      organisation: "",
      round: "",
      lease: "",
      ...{ plot: "", case: "", project: "", task: "" },
    },
  };

  test.each(screens.map((screen) => [screen.name, screen] as const))(
    "on the screen %s is seen everywhere, goes in the order of the page, and leaves it",
    async (_, screen) => {
      const page = await open(addressOf(screen, { ...subjects, organisation }));
      await page.getByText(screen.shows).first().waitFor();
      await page.waitForLoadState("networkidle");
      const most = 120;
      const stops = await stopsOf(page, most);
      expect(stopProblems(stops)).toEqual([]);
      // The skip link, the pages, place, day, search, language and theme at least.
      expect(stops.length).toBeGreaterThan(15);
      expect(stops[0]?.name).toBe("Đến nội dung");
      await page.close();
    },
  );

  test("is not hidden under the bar when one goes backwards", async () => {
    const page = await open(`/documents?${DAY}`);
    await page.getByText("1868/QĐ-UBND").first().waitFor();
    await page.evaluate("[...document.querySelectorAll('main a')].at(-1)?.focus()");
    for (let n = 0; n < 40; n += 1) {
      await press(page, "Shift+Tab");
      const at = await focusOf(page);
      expect(at?.covered ?? false, `something lies over ${at?.name}`).toBe(false);
    }
    await page.close();
  });
});

describe("a reader by keyboard", { timeout: 60_000 }, () => {
  test("signs in, goes to a page of the list, and stands at its beginning", async () => {
    await khu.signIn();
    const page = await signInByKeys({ login: "admin", password: PASSWORD }, `/?${DAY}`);
    await page.reload();
    await page.getByText("CCN đã thành lập").first().waitFor();
    await tabTo(page, /^Khu và cụm$/);
    await press(page, "Enter");
    await page.getByText("CCN Cẩm Giàng").first().waitFor();
    await page.locator("main:focus").waitFor();
    await page.close();
  });

  test("chooses another place and another day", async () => {
    const page = await open(`/zones?${DAY}`);
    await page.getByText("CCN Cẩm Giàng").first().waitFor();
    await tabTo(page, /^Nơi$/);
    await page.keyboard.type("thai nguyen");
    await page
      .getByRole("option", { name: /^Tỉnh Thái Nguyên/ })
      .first()
      .waitFor();
    await press(page, "ArrowDown");
    await press(page, "Enter");
    await page.waitForURL((url) => url.searchParams.get("place") !== "06");
    await tabTo(page, /^Đến ngày/);
    await page.keyboard.type("31/10/2020");
    await press(page, "Enter");
    await page.waitForURL(/asOf=2020-10-31/);
    await page.close();
  });

  test("finds a zone from any page, and gets the focus back where nothing is chosen", async () => {
    const page = await open(`/programme?${DAY}`);
    await page.getByText("1288/QĐ-TTg").first().waitFor();
    const link = await tabTo(page, /^Khu và cụm$/);
    await press(page, "Control+k");
    await page.getByRole("combobox", { name: "Tìm trong sổ" }).waitFor();
    await press(page, "Escape");
    await page.getByRole("combobox", { name: "Tìm trong sổ" }).waitFor({ state: "detached" });
    await expect.poll(async () => (await focusOf(page))?.name).toBe(link.name);
    await press(page, "Control+k");
    await page.keyboard.type("cam giang");
    await page.getByRole("option", { name: "CCN Cẩm Giàng" }).first().waitFor();
    await press(page, "Enter");
    await page.waitForURL(/\/zones\/cam-giang/);
    await page.locator("main:focus").waitFor();
    await page.close();
  });

  test("opens a number into its proof, and comes back to the number", async () => {
    const page = await open(`/?${DAY}`);
    await page.getByText("CCN đã thành lập").first().waitFor();
    await page.waitForLoadState("networkidle");
    await tabTo(page, /^Đến nội dung$/);
    await press(page, "Enter");
    const number = await tabTo(page, /06/);
    const itself = await page.evaluateHandle(() => document.activeElement);
    await press(page, "Enter");
    await page.locator("aside.sheet:focus").waitFor();
    await page.getByText("CCN Quảng Chu").last().waitFor();
    await tabTo(page, /^Đóng/);
    await press(page, "Escape");
    await page.locator("aside.sheet").waitFor({ state: "detached" });
    // Its place among the elements may change while the page goes on loading; it is the same link, and it is seen.
    expect(await itself.evaluate((link) => link === document.activeElement)).toBe(true);
    const { at: _, ...shown } = number;
    await expect.poll(() => focusOf(page)).toMatchObject(shown);
    await page.close();
  });

  test("filters the table of zones, chooses a kind, and sorts", async () => {
    const page = await open(`/zones?${DAY}`);
    await page.getByText("CCN Cẩm Giàng").first().waitFor();
    await tabTo(page, /^Đến nội dung$/);
    await press(page, "Enter");
    await page.locator("main:focus").waitFor();
    await press(page, "Tab");
    await page.keyboard.type("cam");
    await page.waitForURL(/find=cam/);
    await page.getByText("CCN Quảng Chu").waitFor({ state: "detached" });
    await press(page, "Tab");
    await press(page, "ArrowDown");
    await press(page, "ArrowDown");
    await page.waitForURL(/kind=cluster/);
    await tabTo(page, /^Diện tích/);
    await press(page, "Enter");
    await page.locator("th[aria-sort]").waitFor();
    await page.locator("th[aria-sort] button:focus").waitFor();
    await page.close();
  });
});

describe("a decision by keyboard", { timeout: 120_000 }, () => {
  test("is proposed from its paper on, and approved by a second person", async () => {
    const officer = await signInByKeys(OFFICER, `/zones/mau?${VIEW}`);
    await officer.getByText("Ghi nhận thay đổi").waitFor();
    await tabTo(officer, /^Ghi nhận thay đổi$/);
    await press(officer, "Enter");
    await officer.getByRole("button", { name: "Đăng ký văn bản mới" }).waitFor();
    await tabTo(officer, /^Đăng ký văn bản mới$/);
    await press(officer, "Enter");
    for (const [field, text] of [
      [/^Số, ký hiệu/, "9002/QĐ-UBND"],
      [/^Ngày ký/, "01/02/2024"],
      [/^Cơ quan ban hành/, "UBND tỉnh Mẫu"],
      [/^Trích yếu/, "Điều chỉnh CCN Mẫu"],
      [/^\+ Diện tích$/, "Enter"],
    ] as const) {
      await tabTo(officer, field);
      if (text === "Enter") await press(officer, text);
      else await officer.keyboard.type(text);
    }
    // The focus has gone to the field of what was added.
    await officer.getByLabel("Diện tích: giá trị mới").waitFor();
    await officer.keyboard.type("54");
    await officer.getByText("Diện tích: 50 ha → 54 ha từ ngày 01/02/2024").waitFor();
    await tabTo(officer, /^Gửi đề nghị$/);
    await press(officer, "Enter");
    await officer.getByRole("heading", { name: /Đã gửi đề nghị/ }).waitFor();
    await officer.close();

    const before = (await khu.figure("clusters.area", VIEW)).value;
    const approver = await signInByKeys(APPROVER, `/proposals?${VIEW}`);
    await approver.getByText("Người thử canbo").waitFor();
    await tabTo(approver, /^CCN Mẫu/);
    await press(approver, "Enter");
    await approver.getByText("Diện tích: 50 ha → 54 ha từ ngày 01/02/2024").waitFor();
    await tabTo(approver, /^Duyệt và ghi vào sổ$/);
    await press(approver, "Enter");
    await approver
      .getByText(/Đã duyệt/)
      .first()
      .waitFor();
    expect((await khu.figure("clusters.area", VIEW)).value).toBe((before ?? 0) + 40_000);
    await approver.close();
  });
});
