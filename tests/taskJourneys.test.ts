/** The tasks of one paper in a real Chromium: given together, done, handed on, late in the inbox; what is invented says Mẫu. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { expectUsable, type RecordingScreens, recordIt, recordingScreens, VIEW } from "./recordingScreens.ts";

let screens: RecordingScreens;
beforeAll(async () => {
  screens = await recordingScreens();
  const { khu } = screens;
  const headers = await khu.signIn();
  const post = async (url: string, payload: object) =>
    (await khu.app.inject({ method: "POST", url, headers, payload })).json();
  const withId = z.object({ id: z.string() });
  const unit = withId.parse(await post("/api/units", { name: "Phòng Mẫu" })).id;
  const accounts = z.object({ items: z.array(withId.extend({ login: z.string() })) });
  const { items } = accounts.parse((await khu.get("/api/accounts", headers)).body);
  for (const { id, login } of items) {
    if (login !== "admin") await post(`/api/units/${unit}/members`, { account: id, since: "2020-01-01" });
  }
}, 240_000);
afterAll(() => screens?.stop());

const PAPER = `/documents/qd-9001-2024?${VIEW}`;
const task = (page: Page, n: number) => page.getByRole("group", { name: `Việc ${n}`, exact: true });

async function fill(page: Page, n: number, of: { name: string; due?: string; officer?: string }) {
  const group = task(page, n);
  await group.getByLabel("Nội dung").fill(of.name);
  if (of.due !== undefined) await group.getByLabel("Thời hạn").fill(of.due);
  await group.getByLabel("Đơn vị chủ trì").selectOption({ label: "Phòng Mẫu" });
  if (of.officer !== undefined) await group.getByLabel("Cán bộ").selectOption({ label: of.officer });
}

describe("the tasks of a paper", { timeout: 120_000 }, () => {
  test("are given from its page, three at once; what was typed is there again after the page was lost", async () => {
    const page = await screens.openAs("duyet", PAPER);
    await page.getByRole("link", { name: "Giao việc theo văn bản này" }).click();
    await page.getByText("Thành lập CCN Mẫu").first().waitFor();
    expect(await page.getByLabel("Giao từ ngày").inputValue()).toBe("01/01/2024");
    const [mine, other] = ["Người Mẫu duyet", "Người Mẫu canbo"];
    await fill(page, 1, { name: "Báo cáo tiến độ mẫu", due: "15/07/2024", officer: mine });
    await page.getByRole("button", { name: "Thêm một việc" }).click();
    await fill(page, 2, { name: "Rà soát mẫu", due: "31/02/2099", officer: other });
    await page.getByText("Không có ngày này").first().waitFor();
    expect(await page.getByRole("button", { name: "Ghi vào sổ" }).isDisabled()).toBe(true);
    await task(page, 2).getByLabel("Thời hạn").fill("31/12/2099");
    await page.getByRole("button", { name: "Thêm một việc" }).click();
    await fill(page, 3, { name: "Trả lời cử tri mẫu" });
    await page.reload();
    await page.getByText("Đã lấy lại bản nháp").waitFor();
    expect(await task(page, 3).getByLabel("Nội dung").inputValue()).toBe("Trả lời cử tri mẫu");
    await page.getByText(/Nội dung: .*→ Trả lời cử tri mẫu/).waitFor();
    await expectUsable(page, "tasks-given");
    await recordIt(page);
    await page.getByRole("link", { name: "Xem nhiệm vụ của văn bản này" }).click();
    for (const name of ["Báo cáo tiến độ mẫu", "Rà soát mẫu", "Trả lời cử tri mẫu"]) {
      await page.getByRole("link", { name, exact: true }).waitFor();
    }
    await expectUsable(page, "tasks");
    await page.getByRole("button", { name: "Của tôi", exact: true }).click();
    await page.getByRole("link", { name: "Rà soát mẫu" }).waitFor({ state: "detached" });
    await page.context().close();
  });

  test("are done, with a note where no paper says so", async () => {
    const page = await screens.openAs("duyet", `/tasks/tra-loi-cu-tri-mau?${VIEW}`, 360);
    await page.getByRole("link", { name: "Ghi đã xong" }).click();
    await page.getByRole("radio", { name: /Không có văn bản riêng/ }).check();
    await page.getByText("Văn bản giao việc không nói việc đã xong").waitFor();
    expect(await page.getByRole("button", { name: "Ghi vào sổ" }).isDisabled()).toBe(true);
    await page.getByRole("textbox", { name: "Ghi chú" }).fill("Đã trả lời tại buổi tiếp xúc mẫu");
    await page.getByText("Văn bản giao việc không nói việc đã xong").waitFor({ state: "detached" });
    await expectUsable(page, "task-done");
    await recordIt(page);
    await page.getByRole("link", { name: "Về nhiệm vụ" }).click();
    await page.getByText("Đã trả lời tại buổi tiếp xúc mẫu").waitFor();
    await page.getByText(/^Đã xong \d/).waitFor();
    expect(await page.getByRole("link", { name: "Ghi đã xong" }).count()).toBe(0);
    await expectUsable(page, "task");
    await page.context().close();
  });

  test("are late in the inbox of who has them, until they are handed on", async () => {
    const page = await screens.openAs("duyet", "/inbox");
    await page.getByRole("heading", { name: /Quá hạn \(1\)/ }).waitFor();
    await page.getByRole("link", { name: "Báo cáo tiến độ mẫu" }).click();
    await page.getByText(/Quá hạn [\d.]+ ngày/).waitFor();
    await page.getByRole("link", { name: "Chuyển người, đơn vị" }).click();
    await page.getByRole("combobox", { name: "Cán bộ" }).selectOption({ label: "Người Mẫu canbo" });
    await page.getByText(/Cán bộ: Người Mẫu duyet → Người Mẫu canbo/).waitFor();
    await recordIt(page);
    await page.goto(`${screens.base}/inbox`);
    await page.getByRole("heading", { name: "Việc của tôi" }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.getByText("Báo cáo tiến độ mẫu").count()).toBe(0);
    await page.context().close();
    const theirs = await screens.openAs("canbo", "/inbox");
    await theirs.getByRole("heading", { name: /Quá hạn \(1\)/ }).waitFor();
    await theirs.keyboard.press("Control+k");
    await theirs.getByRole("combobox", { name: "Tìm trong sổ" }).fill("bao cao tien do mau");
    await theirs.getByRole("option", { name: /Báo cáo tiến độ mẫu/ }).click();
    await theirs.getByRole("heading", { name: "Báo cáo tiến độ mẫu", level: 1 }).waitFor();
    await theirs.context().close();
  });

  test("are nothing for who is not signed in: neither the list nor the part of the paper's page", async () => {
    const page = await screens.openAs(null, PAPER);
    await page.getByText("Thành lập CCN Mẫu").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.getByText("Nhiệm vụ theo văn bản này").count()).toBe(0);
    await page.goto(`${screens.base}/tasks?${VIEW}`);
    await page.getByRole("heading", { name: "Cần đăng nhập" }).waitFor();
    expect(await page.getByText("Rà soát mẫu").count()).toBe(0);
    await page.context().close();
  });
});
