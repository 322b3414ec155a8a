/** The register as it begins in a real Chromium, with people who record and a cluster that is invented: CCN Mẫu. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { uuidv7 } from "uuidv7";
import { expect } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "./bacKan.ts";
import { startBrowser } from "./browser.ts";
import { type SignedIn, signIn } from "./people.ts";
import { made } from "./peopleServer.ts";

const PASSWORDS = {
  duyet: "mưa rào tháng tám",
  duyethai: "nắng hạ tháng tư",
  canbo: "gió bấc tháng chạp",
} as const;
export type Login = keyof typeof PASSWORDS;
export const VIEW = "place=06&asOf=2024-06-30";

export type RecordingScreens = {
  readonly khu: Running;
  readonly base: string;
  /** Opens a page as somebody, or as nobody. */
  readonly openAs: (login: Login | null, path: string, width?: number) => Promise<Page>;
  /** What the figure of the clusters' area says. */
  readonly area: () => Promise<number | null>;
  /** Records over HTTP as the first approver. */
  readonly record: (telling: object) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts the server and Chromium: two approvers, an officer, and the cluster of 50 ha from 1 January 2024. */
export async function recordingScreens(): Promise<RecordingScreens> {
  const khu = await startBacKan();
  const base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  const browser: Browser = await startBrowser();
  const first = await newPerson(khu, "duyet", "approver");
  await newPerson(khu, "duyethai", "approver");
  await newPerson(khu, "canbo", "officer");
  const record = async (telling: object) => {
    const payload = { requestKey: uuidv7(), ...telling };
    const answer = await khu.app.inject({ method: "POST", url: "/api/recording", headers: first, payload });
    if (answer.statusCode !== 201) throw new Error(answer.body);
  };
  await foundCluster(khu, record, { name: "CCN Mẫu", number: "9001/QĐ-UBND" });
  return {
    khu,
    base,
    openAs: async (login, path, width = 1280) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "vi-VN" });
      const page = await context.newPage();
      await page.goto(base + (login === null ? path : `/dang-nhap?return=${encodeURIComponent(path)}`));
      if (login !== null) await fillSignIn(page, login);
      return page;
    },
    area: async () => (await khu.figure("clusters.area", VIEW)).value,
    record,
    stop: async () => {
      await browser.close();
      await khu.stop();
    },
  };
}

/** An account with a role over everything, and its password changed to its own. */
async function newPerson(khu: Running, login: Login, role: string): Promise<SignedIn> {
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

/** An invented cluster, recorded over HTTP: 50 ha from 1 January 2024. */
export async function foundCluster(
  khu: Running,
  record: RecordingScreens["record"],
  { name, number }: { readonly name: string; readonly number: string },
): Promise<void> {
  const { body } = await khu.get("/api/places/063?asOf=2024-01-01");
  const place = z.object({ id: z.string() }).parse(body).id;
  const draft = {
    kind: "decision",
    number,
    signedOn: "2024-01-01",
    issuer: "UBND tỉnh Mẫu",
    title: `Thành lập ${name}`,
  };
  await record({
    paper: { kind: "new", draft },
    subject: null,
    from: { kind: "on", date: "2024-01-01" },
    set: { name, kind: "cluster", places: [place], area: 500_000, legal: "established" },
    expected: 0,
  });
}

/** Fills the form for signing in, and sends it. */
export async function fillSignIn(page: Page, login: Login): Promise<void> {
  await page.getByLabel("Tên đăng nhập", { exact: true }).fill(login);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORDS[login]);
  await page.locator("form.sign-in button[type=submit]").click();
}

/** Registers a new decision of the invented province in the form. */
export async function registerPaper(page: Page, number: string, signedOn: string): Promise<void> {
  await page.getByRole("button", { name: "Đăng ký văn bản mới" }).click();
  await page.getByLabel("Số, ký hiệu").fill(number);
  await page.getByLabel("Ngày ký").fill(signedOn);
  await page.getByLabel("Cơ quan ban hành").fill("UBND tỉnh Mẫu");
  await page.getByLabel("Trích yếu").fill(`Văn bản mẫu ${number}`);
}

const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** Nothing that axe finds, and nothing wider than the window. */
export async function expectUsable(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  const width = page.viewportSize()?.width ?? 0;
  const folder = process.env.KHU_SCREENSHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBeLessThanOrEqual(width);
  // What the bar covers counts as too small to press.
  await page.evaluate("window.scrollTo(0, 0)");
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const found = await page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) => r.violations)",
  );
  const faults = violations
    .parse(found)
    .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)}`));
  expect(faults).toEqual([]);
}

/** Records what stands in the form, and waits until it is done. */
export async function recordIt(page: Page, button = "Ghi vào sổ"): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("heading", { name: "Đã ghi vào sổ." }).waitFor();
}
