/** The plots of an invented cluster (CCN Mẫu) from a surveyor's table to a split plot, in a real Chromium. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  expectUsable,
  fillSignIn,
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

const [E, N] = [432_000, 2_450_000];
/** Two plots side by side, 100 by 80 and 60 by 80 metres, as a surveyor prints them. */
function surveyTable({ swapped }: { readonly swapped: boolean }): string {
  const corners = (plot: string, west: number, east: number) =>
    [
      [west, 0],
      [east, 0],
      [east, 80],
      [west, 80],
    ].map(([x = 0, y = 0]) => {
      const pair = [`${N + y},00`, `${E + x},00`];
      return [plot, ...(swapped ? pair.reverse() : pair)].join(";");
    });
  return ["Lô;X (m);Y (m)", ...corners("CN-01", 0, 100), ...corners("CX-02", 100, 160)].join("\n");
}

const bring = (page: Page, name: string, text: string) =>
  page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const operation = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const corners = (page: Page) => page.getByRole("textbox", { name: /X \(Bắc\), Y \(Đông\)/ });

const plots = z.object({
  items: z.array(z.object({ id: z.string(), number: z.string(), measured: z.number() })),
});
async function standing(asOf: string) {
  const { body } = await screens.khu.get(`/api/plots?zone=mau&asOf=${asOf}`);
  return plots.parse(body).items.map((p) => [p.number, p.measured]);
}

describe("the plots of a cluster", { timeout: 180_000 }, () => {
  test("come from a surveyor's table, mended by one press, and nothing is lost when the session ends", async () => {
    const page = await screens.openAs("duyet", `/zones/mau?${VIEW}`);
    await page.getByRole("link", { name: "Lô đất", exact: true }).click();
    await page.getByText("Vào ngày này chưa có lô nào.").waitFor();
    await expectUsable(page, "plots-empty");
    await bring(page, "doi-cho.csv", surveyTable({ swapped: true }));
    await page.getByText(/X và Y bị đổi chỗ/).waitFor();
    await expectUsable(page, "plots-swapped");
    await page.getByRole("button", { name: "Đổi lại X và Y" }).click();
    await page.getByText(/2 lô đã lấy từ doi-cho.csv/).waitFor();
    const number = page.getByLabel("Số lô, lô mới CN-01", { exact: true });
    expect(await number.inputValue()).toBe("CN-01");
    expect(await page.getByLabel("Loại đất, lô mới CX-02").inputValue()).toBe("greenery");
    await registerPaper(page, "9301/QĐ-UBND", "01/03/2024");
    await page.getByText(/Lô CN-01 mới: đất công nghiệp, 8.000,0 m²/).waitFor();
    // The session ends: what stands there stays, and stays through signing in again.
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await page.getByText("Phiên đã hết, đăng nhập lại.").waitFor();
    await page.locator("main").getByRole("link", { name: "Đăng nhập" }).click();
    await fillSignIn(page, "duyet");
    await page.getByText("Đã lấy lại bản nháp").waitFor();
    await page.getByText(/Lô CX-02 mới: đất cây xanh, 4.800,0 m²/).waitFor();
    await expectUsable(page, "plots-drawn");
    await recordIt(page);
    expect(await standing("2024-03-01")).toEqual([
      ["CN-01", 8_000],
      ["CX-02", 4_800],
    ]);
    await page.context().close();
  });

  test("are split by a typed line, undone and done again, and tell what became of what", async () => {
    const page = await screens.openAs("duyet", `/record/plots?zone=mau&${VIEW}`, 360);
    await operation(page, "Tách lô");
    await page.getByLabel("Chọn lô CN-01").check();
    await corners(page).fill(`${N - 5},00; ${E + 40},00\n${N + 85},00; ${E + 40},00`);
    await page.getByLabel("Số lô 1").waitFor();
    expect(await page.getByLabel("Số lô 1").inputValue()).toBe("CN-01a");
    await page.keyboard.press("Control+z");
    await page.getByLabel("Số lô 1").waitFor({ state: "detached" });
    await page.keyboard.press("Control+Shift+z");
    await page.getByLabel("Số lô 1").waitFor();
    await page.getByLabel("Số lô 2").fill("CN-01c");
    await registerPaper(page, "9302/QĐ-UBND", "01/04/2024");
    await page.getByText(/Lô CN-01 tách thành lô CN-01a \(4.800,0 m²\), CN-01c \(3.200,0 m²\)/).waitFor();
    await expectUsable(page, "plots-split");
    await recordIt(page);
    expect(await standing("2024-03-31")).toHaveLength(2);
    expect(await standing("2024-04-01")).toEqual([
      ["CN-01a", 4_800],
      ["CN-01c", 3_200],
      ["CX-02", 4_800],
    ]);
    const { body } = await screens.khu.get("/api/plots?zone=mau&asOf=2024-04-01");
    const [made] = plots.parse(body).items;
    await page.goto(`${screens.base}/plots/${made?.id}?${VIEW}`);
    await page.getByRole("heading", { name: "Lô CN-01a" }).waitFor();
    await page.getByText("Từ lô CN-01").waitFor();
    await expectUsable(page, "plot");
    await page.getByRole("link", { name: "CN-01", exact: true }).click();
    await page.getByRole("heading", { name: "Lô CN-01", exact: true }).waitFor();
    await page.getByText("Thành lô CN-01a, CN-01c").waitFor();
    await page.context().close();
  });

  test("are leased from their page, and found on the map and in the list by how they stand", async () => {
    const { body } = await screens.khu.get("/api/plots?zone=mau&asOf=2024-04-01");
    const [made] = plots.parse(body).items;
    const page = await screens.openAs("duyet", `/plots/${made?.id}?${VIEW}`);
    await page.getByRole("link", { name: "Ghi nhận cho thuê lô này" }).click();
    await page.getByText("Thuê đất chưa có trong sổ").waitFor();
    await registerPaper(page, "9303/QĐ-UBND", "01/05/2024");
    await page.getByLabel("Loại: giá trị mới", { exact: true }).selectOption({ label: "Thuê lại đất" });
    await page.getByLabel("Số hợp đồng: giá trị mới", { exact: true }).fill("HĐ 01 Mẫu");
    await page.getByLabel("Diện tích thuê: giá trị mới", { exact: true }).fill("0,48");
    const tenant = page.getByRole("combobox", { name: /^Bên thuê/ });
    await tenant.fill("Công ty Mẫu Gỗ");
    await page.getByRole("option", { name: /Công ty Mẫu Gỗ/ }).click();
    await page
      .getByText(/bên thuê.*Công ty Mẫu Gỗ/iu)
      .last()
      .waitFor();
    await expectUsable(page, "lease-form");
    await recordIt(page);
    // The map is asked for what is leased: the list beside it holds just this plot.
    await page.goto(`${screens.base}/map?${VIEW}&show=plots&status=leased`);
    const list = page.getByRole("link", { name: "CN-01a" }).or(page.getByRole("button", { name: "CN-01a" }));
    await list.first().waitFor();
    expect(await page.getByText("CN-01c", { exact: true }).count()).toBe(0);
    // A second lease of it is refused, saying who holds it and since when.
    await page.goto(`${screens.base}/record?about=lease&plot=${made?.id}&${VIEW}`);
    await registerPaper(page, "9304/QĐ-UBND", "01/06/2024");
    await page.getByLabel("Loại: giá trị mới", { exact: true }).selectOption({ label: "Thuê đất" });
    await page.getByText(/Lô đất này đang do Công ty Mẫu Gỗ.* giữ từ 01\/05\/2024/).waitFor();
    await page.context().close();
  });

  test("are drawn by presses that settle on corners, chosen by presses, and given up with Escape", async () => {
    const page = await screens.openAs("duyet", `/record/plots?zone=mau&${VIEW}`);
    const board = page.locator("svg.board-drawing");
    await operation(page, "Tách lô");
    await board.locator('path[data-use="greenery"]').click();
    expect(await page.getByLabel("Chọn lô CX-02").isChecked()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.getByLabel("Chọn lô CX-02").isChecked()).toBe(true);
    await operation(page, "Vẽ lô mới");
    await page.getByRole("button", { name: "Thu nhỏ" }).click();
    // Near the north-western corner of CN-01a: within ten pixels it settles there, to the millimetre.
    const west = await board.locator("path.board-plot").first().boundingBox();
    if (west === null) throw new Error("a plot is drawn");
    await page.mouse.click(west.x + 6, west.y + 5);
    expect(await corners(page).inputValue()).toBe(`${N + 80},00; ${E + 40},00`);
    await page.mouse.click(west.x + 6, west.y - 60);
    await page.mouse.click(west.x + 90, west.y - 60);
    expect((await corners(page).inputValue()).split("\n")).toHaveLength(3);
    await page.getByText("Diện tích trong đường vẽ").waitFor();
    await page.getByRole("button", { name: "Thêm lô này" }).click();
    expect(await page.getByLabel("Số lô, lô mới CX-03").inputValue()).toBe("CX-03");
    await expectUsable(page, "plots-pressed");
    await page.context().close();
  });
});
