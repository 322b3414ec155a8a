/**
 * A cluster's establishment in a real Chromium, by everybody who has a part in it: the commune's notice, two applicants, a
 * council that scores, the decision. Before it, somebody else looks for the applicants on every screen.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "./bacKan.ts";
import { onDay, openAs, openPage, startBrowser } from "./browser.ts";
import { type CasePeople, peopleOfCases, postAs } from "./caseActs.ts";
import { PASSWORD, PASSWORD_OF_ALL } from "./people.ts";
import { expectUsable } from "./recordingScreens.ts";
import { addressOf, SCREENS, type Subjects } from "./screenList.ts";
import { walk } from "./walking.ts";

const CLUSTER = "CCN Mẫu Thung Lũng";
const WINNER = "Công ty Mẫu Hoa Gạo Đỏ";
const LOSER = "Công ty Mẫu Hoa Mận Trắng";
const DECIDED = "2026-11-10";

let khu: Running;
let people: CasePeople;
let browser: Browser;
let base: string;
beforeAll(async () => {
  khu = await startBacKan();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
  people = await peopleOfCases(khu);
  // Who sits in the council is chosen from the people of units.
  const admin = await khu.signIn();
  const unit = z.object({ id: z.string() }).parse(await postAs(khu, admin, "/api/units", { name: "Sở Mẫu" }));
  for (const { id } of [people.chair, people.member]) {
    await postAs(khu, admin, `/api/units/${unit.id}/members`, { account: id, since: "2026-01-01" });
  }
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

async function pageOf(login: string, path: string): Promise<Page> {
  const password = login === "admin" ? PASSWORD : PASSWORD_OF_ALL;
  return (await openAs({ browser, base }, { login, password }, path)).page;
}

/** Tells that a step is done. */
async function tellStep(page: Page, of: { readonly step: string; readonly on: string }): Promise<void> {
  const acts = page.locator("form", {
    has: page.getByRole("button", { name: "Ghi vào hồ sơ", exact: true }),
  });
  await acts.getByLabel("Bước đã xong").selectOption({ label: of.step });
  await onDay(acts, of.on);
  await acts.getByRole("button", { name: "Ghi vào hồ sơ", exact: true }).click();
  await page.getByText(`Xong bước: ${of.step}`).first().waitFor();
}

/** Fills the fields of a paper that is not in the register yet. */
async function fillPaper(
  within: ReturnType<Page["locator"]>,
  of: { readonly number: string; readonly on: string; readonly issuer: string; readonly title: string },
): Promise<void> {
  await within.getByRole("button", { name: "Đăng ký văn bản mới" }).click();
  await within.getByLabel("Số, ký hiệu").fill(of.number);
  await within.getByLabel("Ngày ký").fill(of.on.split("-").reverse().join("/"));
  await within.getByLabel("Cơ quan ban hành").fill(of.issuer);
  await within.getByLabel("Trích yếu").fill(of.title);
}

/** Keeps an applicant in the sealed part that is open. */
async function keepApplicant(page: Page, of: { readonly name: string; readonly on: string }): Promise<void> {
  const form = page.locator("form", { has: page.getByRole("button", { name: "Lưu kín vào hồ sơ" }) });
  await form.getByLabel("Loại").selectOption({ label: "Người nộp hồ sơ" });
  await form.getByLabel("Tên", { exact: true }).fill(of.name);
  await onDay(form, of.on);
  await form.getByRole("button", { name: "Lưu kín vào hồ sơ" }).click();
  await page.locator(".case-ranking").getByText(of.name).waitFor();
}

/** Gives one sheet to each applicant, as a member of the council. */
async function score(page: Page, sheets: Readonly<Record<string, readonly number[]>>): Promise<void> {
  await page.getByRole("button", { name: "Mở phần kín" }).click();
  for (const [applicant, points] of Object.entries(sheets)) {
    const form = page.locator("form", { has: page.getByRole("button", { name: "Lưu kín vào hồ sơ" }) });
    await form.getByLabel("Loại").selectOption({ label: "Phiếu chấm điểm" });
    await form.getByLabel("Chấm cho").selectOption({ label: applicant });
    for (const [i, given] of points.entries())
      await form.locator("input[type=number]").nth(i).fill(String(given));
    await onDay(form, "2026-10-27");
    await form.getByRole("button", { name: "Lưu kín vào hồ sơ" }).click();
    const total = points.reduce((sum, given) => sum + given, 0);
    await page.locator(".case-items").getByText(`${applicant}: `).getByText(`= ${total}`).waitFor();
  }
}

/** What somebody is shown under one of the words: on every screen that the register has something for, and in its search. */
async function screensNaming(
  somebody: Page,
  of: { readonly case: string; readonly words: readonly string[]; readonly screens?: typeof SCREENS },
): Promise<readonly string[]> {
  const { words, screens = SCREENS } = of;
  const known: Partial<Subjects> = {
    ...{ view: "place=06&asOf=2026-11-09", otherDay: "2026-10-05", otherPlace: "19", place: "06" },
    ...{ zone: "cam-giang", document: "press-2023-11", words: "hoa gao" },
    ...{ case: of.case, account: people.handler.id },
  };
  const context = await browser.newContext({ locale: "vi-VN" });
  await context.addCookies(await somebody.context().cookies());
  const { page, open, settle } = await walk(context, base);
  const found: string[] = [];
  const take = async (where: string, selector: string) => {
    const text = (await page.locator(selector).textContent()) ?? "";
    for (const word of words) if (text.includes(word)) found.push(`${where}: ${word}`);
  };
  for (const screen of screens) {
    const named = [...screen.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? "");
    if (named.some((name) => !Object.keys(known).includes(name))) continue;
    await open(addressOf(screen, { ...nothing, ...known }));
    await take(screen.path, "body");
  }
  await open("/?place=06");
  for (const word of words) {
    await page.keyboard.press("Control+k");
    await page.locator(".search-dialog").getByRole("combobox").fill(word);
    await page.waitForTimeout(400);
    await settle();
    await take("search", ".search-dialog");
    await page.keyboard.press("Escape");
  }
  await context.close();
  return found;
}
const nothing: Subjects = {
  ...{ view: "", otherDay: "", otherPlace: "", place: "", zone: "", document: "", organisation: "" },
  ...{
    lease: "",
    round: "",
    words: "",
    account: "",
    proposal: "",
    plot: "",
    case: "",
    project: "",
    task: "",
  },
};

describe("the establishment of a cluster on the screen", { timeout: 420_000 }, () => {
  test("goes from the commune's notice over two applicants and their scores to the decision", async () => {
    const page = await pageOf("thuly", "/cases/new");
    await page.getByLabel("Thủ tục").selectOption({ label: "Thành lập cụm công nghiệp" });
    await page.getByLabel("Về việc").fill(CLUSTER);
    await page.locator("main").getByLabel("Tìm xã, phường, huyện").fill("Bach Thong");
    await page.locator("main .case-found button").first().click();
    await onDay(page.locator("main form"), "2026-10-01");
    await page.getByRole("button", { name: "Tiếp nhận và cấp số" }).click();
    await page.getByText("Mã tra cứu chỉ hiện một lần").waitFor();
    await expectUsable(page, "receipt");
    const receipt = (await page.locator(".case-receipt").textContent()) ?? "";
    await page.getByRole("link", { name: "Đến trang hồ sơ" }).click();

    // What can't come yet is refused, with the reason.
    await page.getByLabel("Bước đã xong").selectOption({ label: "Chấm điểm lựa chọn chủ đầu tư" });
    await page.getByRole("button", { name: "Ghi vào hồ sơ", exact: true }).click();
    await page.getByText(/Chưa tới bước/).waitFor();
    // The notice is a paper of the commune, registered where it is told.
    const notice = page.locator(".case-paper");
    await fillPaper(notice, {
      ...{ number: "41/TB-UBND", on: "2026-10-02", issuer: "UBND xã Mẫu" },
      title: "Tiếp nhận hồ sơ đề nghị làm chủ đầu tư",
    });
    await tellStep(page, { step: "Thông báo công khai việc tiếp nhận hồ sơ", on: "2026-10-02" });
    await page.locator(".case-events").getByRole("link", { name: "41/TB-UBND" }).waitFor();
    const path = new URL(page.url()).pathname;
    const { id } = z
      .looseObject({ id: z.string() })
      .parse((await khu.get(`/api${path}`, people.handler.signedIn)).body);

    await page.getByRole("button", { name: "Mở phần kín" }).click();
    // Whoever goes on typing while the page is asked anew loses nothing of it.
    const itself = /\/api\/cases\/[^/?]+\?/;
    await page.route(itself, async (route) => {
      await sleep(1500);
      await route.continue();
    });
    await keepApplicant(page, { name: WINNER, on: "2026-10-05" });
    const next = page.locator("form", { has: page.getByRole("button", { name: "Lưu kín vào hồ sơ" }) });
    await next.getByLabel("Tên", { exact: true }).fill("Công ty Mẫu Hoa");
    await page.waitForLoadState("networkidle");
    await next.getByRole("button", { name: "Lưu kín vào hồ sơ", disabled: false }).waitFor();
    expect(await next.getByLabel("Tên", { exact: true }).inputValue()).toBe("Công ty Mẫu Hoa");
    await page.unroute(itself);
    await keepApplicant(page, { name: LOSER, on: "2026-10-08" });
    await tellStep(page, { step: "Hết thời gian nhận hồ sơ", on: "2026-10-17" });
    await tellStep(page, { step: "Lập hồ sơ, tờ trình gửi Sở Công Thương", on: "2026-10-19" });
    const acts = page.locator("form", {
      has: page.getByRole("button", { name: "Ghi vào hồ sơ", exact: true }),
    });
    await acts.locator("select").first().selectOption({ label: "Hồ sơ đầy đủ, hợp lệ" });
    await onDay(acts, "2026-10-20");
    await acts.getByRole("button", { name: "Ghi vào hồ sơ", exact: true }).click();
    await page.locator(".case-events").getByText("Hồ sơ đầy đủ, hợp lệ").waitFor();

    await page.getByText("Thành viên Hội đồng").click();
    const council = page.locator("details", {
      has: page.getByRole("button", { name: "Ghi danh sách Hội đồng" }),
    });
    for (const name of ["Người Mẫu chutich", "Người Mẫu thanhvien"]) {
      await council.getByLabel("Thêm thành viên").selectOption({ label: name });
    }
    await council.locator(".case-seat select").first().selectOption({ label: "Chủ tịch Hội đồng" });
    await onDay(council, "2026-10-21");
    await council.getByRole("button", { name: "Ghi danh sách Hội đồng" }).click();
    await page.locator(".case-head").getByText("Người Mẫu chutich (chủ tịch hội đồng)").waitFor();
    await tellStep(page, { step: "Thành lập Hội đồng đánh giá lựa chọn chủ đầu tư", on: "2026-10-21" });
    await tellStep(page, { step: "Ban hành tiêu chí, thang điểm chi tiết", on: "2026-10-22" });

    for (const [login, sheets] of [
      ["chutich", { [WINNER]: [12, 13, 25, 31], [LOSER]: [9, 10, 14, 11] }],
      ["thanhvien", { [WINNER]: [11, 12, 24, 33], [LOSER]: [10, 11, 15, 12] }],
    ] as const) {
      const seat = await pageOf(login, path);
      await score(seat, sheets);
      await seat.context().close();
    }
    await tellStep(page, { step: "Chấm điểm lựa chọn chủ đầu tư", on: "2026-10-28" });
    await page.reload();
    await page.getByRole("button", { name: "Mở phần kín" }).click();
    const ranking = page.locator(".case-ranking tbody tr");
    await expect
      .poll(() => ranking.first().textContent())
      .toMatch(new RegExp(`${WINNER}[^]*80,5[^]*được chọn`, "u"));
    expect(await ranking.nth(1).textContent()).toMatch(new RegExp(`${LOSER}[^]*46[^]*không đạt`, "u"));
    await expectUsable(page, "case-scored");
    await tellStep(page, { step: "Thẩm định, báo cáo và trình UBND tỉnh", on: "2026-11-05" });

    // Nobody else finds who applies.
    for (const login of [null, "duyetkhac", "admin"]) {
      const other =
        login === null ? (await openPage({ browser, base }, "/", 1280)).page : await pageOf(login, "/");
      expect(await screensNaming(other, { case: id, words: [WINNER, LOSER] }), login ?? "nobody").toEqual([]);
      await other.context().close();
    }
    const unopened = await pageOf("kiemtoan", path);
    await unopened.getByText("Chỉ đơn vị thụ lý và Hội đồng xem được").waitFor();
    expect(await unopened.getByRole("button", { name: "Mở phần kín" }).count()).toBe(0);
    // Whoever holds the receipt reads the step.
    const { page: outside } = await openPage({ browser, base }, "/look-up", 360);
    await outside.getByLabel("Số biên nhận").fill(/HS-2026-\d+/u.exec(receipt)?.[0] ?? "");
    await outside
      .getByLabel("Mã tra cứu")
      .fill(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/u.exec(receipt)?.[0] ?? "");
    await outside.getByRole("button", { name: "Tra cứu" }).click();
    await outside.getByText("Đang giải quyết").waitFor();
    expect(await outside.locator("body").textContent()).not.toMatch(/Hoa (Gạo|Mận)/u);
    await expectUsable(outside, "look-up");

    await page.getByText("Ghi quyết định đã ký").click();
    const decision = page.locator(".case-decision");
    await fillPaper(decision, {
      ...{ number: "9601/QĐ-UBND", on: DECIDED, issuer: "UBND tỉnh Mẫu", title: `Thành lập ${CLUSTER}` },
    });
    await onDay(decision, DECIDED);
    await decision.getByLabel("Diện tích (ha)").fill("45,5");
    await decision.getByLabel("Tìm xã, phường, huyện").fill("Bach Thong");
    await decision.locator(".case-found button").first().click();
    await decision.getByLabel("Chủ đầu tư hạ tầng theo quyết định").fill(WINNER);
    await page.getByRole("button", { name: "Ghi quyết định vào sổ" }).click();
    await page.getByText("Đã quyết định").first().waitFor();

    // From its day on the cluster is in the register, with the decision as its paper; the day before it is not.
    const { page: read } = await openPage({ browser, base }, `/zones?place=06&asOf=${DECIDED}`, 1280);
    await read.getByRole("link", { name: CLUSTER }).first().click();
    await read.getByText("9601/QĐ-UBND").first().waitFor();
    await read.getByText(WINNER).first().waitFor();
    await read.goto(`${base}/zones?place=06&asOf=2026-11-09`);
    await read.waitForLoadState("networkidle");
    await read.getByText("CCN Cẩm Giàng").first().waitFor();
    expect(await read.getByText(CLUSTER).count()).toBe(0);
    // Who lost is found by nobody, then as before.
    const other = await pageOf("duyetkhac", "/");
    const ofCases = SCREENS.filter(({ path }) =>
      /^\/(cases|zones|history|documents|organisations)/u.test(path),
    );
    expect(ofCases.length).toBeGreaterThan(8);
    expect(await screensNaming(other, { case: id, words: [LOSER], screens: ofCases })).toEqual([]);
  });
});
