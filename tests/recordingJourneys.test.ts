/** Recording by hand as people do it, in a real Chromium, over the register as it begins; what is invented says Mẫu. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "./bacKan.ts";
import { type SignedIn, signIn } from "./people.ts";
import { made } from "./peopleServer.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
];
const PASSWORDS = {
  duyet: "mưa rào tháng tám",
  duyethai: "nắng hạ tháng tư",
  canbo: "gió bấc tháng chạp",
} as const;
type Login = keyof typeof PASSWORDS;
const VIEW = "place=06&asOf=2024-06-30";

let khu: Running;
let browser: Browser;
let base: string;
let axe: string;
const people: Partial<Record<Login, SignedIn>> = {};

beforeAll(async () => {
  khu = await startBacKan();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await chromium.launch({
    executablePath: process.env.KHU_CHROMIUM ?? "/usr/bin/chromium",
    args: FLAGS,
  });
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  for (const [login, role] of [
    ["duyet", "approver"],
    ["duyethai", "approver"],
    ["canbo", "officer"],
  ] as const) {
    people[login] = await newPerson(login, role);
  }
  await foundCluster();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

/** An account with a role over everything, and its password changed to its own. */
async function newPerson(login: Login, role: string): Promise<SignedIn> {
  const admin = await khu.signIn();
  const post = (url: string, payload: object, headers: SignedIn) =>
    khu.app.inject({ method: "POST", url, payload, headers });
  const given = await post("/api/accounts", { login, name: `Người Mẫu ${login}` }, admin);
  const { account, oneTimePassword } = made.parse(given.json());
  await post(`/api/accounts/${account.id}/roles`, { role }, admin);
  const first = await signIn(khu.app, { login, password: oneTimePassword });
  const password = PASSWORDS[login];
  await post("/api/session/password", { current: oneTimePassword, password }, first);
  return signIn(khu.app, { login, password });
}

/** The invented cluster, recorded over HTTP: 50 ha from 1 January 2024. */
async function foundCluster(): Promise<void> {
  const headers = people.duyet;
  if (headers === undefined) throw new Error("nobody is signed in");
  const place = z
    .object({ id: z.string() })
    .parse((await khu.get("/api/places/063?asOf=2024-01-01")).body).id;
  const answer = await khu.app.inject({
    method: "POST",
    url: "/api/recording",
    headers,
    payload: {
      requestKey: uuidv7(),
      paper: {
        kind: "new",
        draft: {
          kind: "decision",
          number: "9001/QĐ-UBND",
          signedOn: "2024-01-01",
          issuer: "UBND tỉnh Mẫu",
          title: "Thành lập CCN Mẫu",
        },
      },
      zone: null,
      from: { kind: "on", date: "2024-01-01" },
      set: { name: "CCN Mẫu", kind: "cluster", places: [place], area: 500_000, legal: "established" },
      expected: 0,
    },
  });
  if (answer.statusCode !== 201) throw new Error(answer.body);
}

async function openAs(login: Login | null, path: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "vi-VN" });
  const page = await context.newPage();
  if (login === null) {
    await page.goto(base + path);
  } else {
    await page.goto(`${base}/dang-nhap?return=${encodeURIComponent(path)}`);
    await fillSignIn(page, login);
  }
  return page;
}

async function fillSignIn(page: Page, login: Login): Promise<void> {
  await page.getByLabel("Tên đăng nhập", { exact: true }).fill(login);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORDS[login]);
  await page.locator("form.sign-in button[type=submit]").click();
}

async function registerPaper(page: Page, number: string, signedOn: string): Promise<void> {
  await page.getByRole("button", { name: "Đăng ký văn bản mới" }).click();
  await page.getByLabel("Số, ký hiệu").fill(number);
  await page.getByLabel("Ngày ký").fill(signedOn);
  await page.getByLabel("Cơ quan ban hành").fill("UBND tỉnh Mẫu");
  await page.getByLabel("Trích yếu").fill(`Điều chỉnh CCN Mẫu (${number})`);
}

const tellArea = async (page: Page, area: string) => {
  await page.getByRole("button", { name: "+ Diện tích" }).click();
  await page.getByLabel("Diện tích: giá trị mới").fill(area);
};

const area = async (query = VIEW) => (await khu.figure("clusters.area", query)).value;

const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** Nothing that axe finds, and nothing wider than the window. */
async function expectUsable(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  const width = page.viewportSize()?.width ?? 0;
  const folder = process.env.KHU_SCREENSHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
  // What the bar covers counts as too small to press.
  await page.evaluate("window.scrollTo(0, 0)");
  await page.evaluate(axe);
  const found = await page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) => r.violations)",
  );
  const faults = violations
    .parse(found)
    .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)}`));
  expect(faults).toEqual([]);
}

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

  test("loses the session in the middle of the form, and nothing that was typed", async () => {
    const page = await openAs("duyet", `/record?zone=mau&${VIEW}`);
    await registerPaper(page, "9003/QĐ-UBND", "01/03/2024");
    await tellArea(page, "55");
    await page.getByText("Diện tích: 53,5 ha → 55 ha").waitFor();
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
    await page.goto(`${base}/record?zone=mau&${VIEW}`);
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
    const commit = (await khu.figure("clusters.area", VIEW)).knownAt.commit;
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await page.getByRole("heading", { name: "Đã ghi vào sổ." }).waitFor();
    expect((await khu.figure("clusters.area", VIEW)).knownAt.commit).toBe(commit);
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
    await second.goto(`${base}/zones/mau?${VIEW}`);
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
    await page.goto(`${base}/proposals?${VIEW}`);
    await page.getByRole("heading", { name: "Cần đăng nhập" }).waitFor();
    await expectUsable(page, "proposals-anonymous");
    await page.context().close();
  });
});
