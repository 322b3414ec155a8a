/** The map as it is built for people, in a real Chromium: it draws, and its list holds what it draws, on every day. */
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { mapAnswer } from "../src/land/map/vocabulary.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { faultsOf, openPage, startBrowser } from "./browser.ts";
import { type MappedZone, MOVES, tellMappedZone } from "./mapLand.ts";

let khu: Running;
let browser: Browser;
let base: string;
let mapped: MappedZone;
beforeAll(async () => {
  khu = await startBacKan();
  mapped = await tellMappedZone(khu.register);
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

/** A page of the map with something drawn; `asked` is every request that it makes. */
async function openMap(words: string, width = 1280) {
  const asked: string[] = [];
  const { page, errors } = await openPage({ browser, base }, "/components", width);
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${base}/map?place=06&${words}`);
  await drawn(page);
  return { page, errors, asked };
}

/** Waits until the map rests, and gives what it draws in its window. */
async function drawn(page: Page): Promise<readonly string[]> {
  const map = page.locator(".map-canvas[data-drawn]");
  await map.waitFor({ timeout: 30_000 });
  return ((await map.getAttribute("data-drawn")) ?? "").split(" ").filter((thing) => thing !== "");
}

/** What the list says is on the map. */
async function listed(page: Page): Promise<readonly string[]> {
  const things = await page.evaluate(
    "[...document.querySelectorAll('.map-side [data-thing]')].map((row) => row.dataset.thing)",
  );
  return [...new Set(z.array(z.string()).parse(things))].sort();
}

/** Zones that are named at their commune stand in the list under it; on the map they are its label alone. */
const same = async (page: Page) => {
  await expect
    .poll(async () => [await drawn(page), await listed(page)], { timeout: 20_000 })
    .toSatisfy(([map, list]: (readonly string[])[]) => JSON.stringify(map) === JSON.stringify(list));
  return listed(page);
};

describe("the map", { timeout: 120_000 }, () => {
  test("draws in the built pages, and asks no other server", async () => {
    const { page, errors, asked } = await openMap("asOf=2025-08-01");
    expect(await drawn(page)).toContain(`zone:${mapped.zone}`);
    const picture = await page.locator(".map-canvas").screenshot();
    const blank = await page.evaluate(
      `(async () => {
        const bytes = Uint8Array.from(atob("${picture.toString("base64")}"), (c) => c.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        const colours = new Set();
        for (let at = 0; at < data.length; at += 4) colours.add(data[at] * 65536 + data[at + 1] * 256 + data[at + 2]);
        return colours.size;
      })()`,
    );
    // Ground, lines, letters with their soft edges, the mark.
    expect(blank).toBeGreaterThan(50);
    expect(asked.filter((url) => !url.startsWith(base) && !/^(blob|data):/.test(url))).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  test.each([
    ["zones", "asOf=2023-11-30", 6],
    ["zones", "asOf=2025-08-01", 7],
    ["plots", `asOf=${MOVES.told}&show=plots`, 20],
    ["plots", `asOf=${MOVES.split}&show=plots`, 21],
  ])("has %s in its list on a day (%s) that it draws", async (_, words, count) => {
    // Near enough that no label pushes another aside.
    const { page } = await openMap(
      `${words}&at=${words.includes("plots") ? "105.845,22.149,14" : "105.85,22.15,10.6"}&inView=1`,
      1600,
    );
    const things = await same(page);
    if (words.includes("plots")) expect(things).toHaveLength(count);
    else expect(things.length).toBeGreaterThan(1);
    await page.close();
  });

  test("names what has no coordinates at its commune, in the answer and the list, and draws no mark for it", async () => {
    const { body } = await khu.get("/api/map?place=06&asOf=2023-11-30");
    const { zones, communes, unplaced, firstDay } = mapAnswer.parse(body);
    expect(communes.map(({ text }) => text)).toContain(
      "xã Thanh Thịnh: KCN Thanh Bình, CCN Thanh Thịnh, chưa có tọa độ",
    );
    expect(zones.every(({ shape }) => shape === null)).toBe(true);
    expect(zones.find(({ name }) => name === "KCN Thanh Bình")?.positionAccuracy).toBe("commune");
    const [nowhere] = zones.filter(({ id }) => unplaced.includes(id));
    expect(nowhere).toMatchObject({ name: "CCN Chu Hương", positionAccuracy: "unknown" });
    expect(firstDay).toBe("2016-06-14");
    const { page } = await openMap("asOf=2023-11-30");
    await page.getByText("CCN Chu Hương").waitFor();
    expect((await drawn(page)).filter((thing) => thing.startsWith("zone:"))).toEqual([]);
    await page.close();
  });

  test("follows its filters, its slider and a chosen row, all in the address", async () => {
    const { page } = await openMap("asOf=2025-08-01&show=plots");
    await page.getByLabel("Đến (ha)").fill("0,5");
    await expect.poll(() => listed(page).then((things) => things.length)).toBe(2);
    await expect.poll(() => drawn(page).then((things) => things.length)).toBe(2);
    await page.getByRole("button", { name: /^CN-1a/ }).click();
    await page.getByText("Tách, hợp từ").waitFor();
    await page.waitForURL(/card=plot%3A/);
    await page.getByRole("button", { name: "Đóng thẻ" }).click();
    await page.getByLabel("Đến (ha)").fill("");
    await page.getByLabel("Ngày trên bản đồ").press("Home");
    await page.waitForURL(/asOf=2016-06-30/);
    await page.getByText("Chưa có lô đất nào").waitFor();
    await page.close();
  });

  test("can be used by keyboard alone: the map moves, a row opens its card, Escape closes it", async () => {
    const { page } = await openMap("asOf=2025-08-01");
    await page.locator(".map-canvas canvas").focus();
    await page.keyboard.press("+");
    await page.waitForURL(/at=/);
    const row = page.getByRole("button", { name: /^CCN Mẫu bản đồ/ });
    await row.focus();
    await page.keyboard.press("Enter");
    const card = page.getByRole("region", { name: "CCN Mẫu bản đồ" });
    await card.getByText("Diện tích đo theo ranh giới").waitFor();
    expect(await card.getByText("39,94").count()).toBe(1);
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    expect(await faultsOf(page)).toEqual([]);
    await page.close();
  });

  test("plays by months until it is stopped", async () => {
    const { page } = await openMap("asOf=2024-10-31");
    await page.getByRole("button", { name: "Chạy theo tháng" }).click();
    await page.waitForURL(/asOf=2024-12-31/, { timeout: 15_000 });
    await page.getByRole("button", { name: "Dừng" }).click();
    await page.close();
  });

  test("carries the names of islands and sea over the whole country", async () => {
    const { page } = await openMap("asOf=2025-08-01");
    await page.getByRole("button", { name: "Cả nước" }).click();
    await page.waitForURL(/at=/);
    await expect
      .poll(() => page.locator(".map-canvas").getAttribute("data-names"))
      .toBe("Biển Đông|Quần đảo Hoàng Sa (Việt Nam)|Quần đảo Trường Sa (Việt Nam)");
    await page.getByText("không có giá trị pháp lý").first().waitFor();
    await page.close();
  });

  test("goes along as a picture and as paper with its words as text", async () => {
    const { page } = await openMap("asOf=2025-08-01");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Tải ảnh PNG" }).click(),
    ]);
    const picture = await readFile(await file.path());
    expect(file.suggestedFilename()).toBe("ban-do-2025-08-01.png");
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    // Width and height stand at the beginning of a PNG.
    expect(picture.readUInt32BE(20)).toBeGreaterThan(500);
    const folder = process.env.KHU_SCREENSHOTS;
    if (folder !== undefined) await file.saveAs(`${folder}/map.png`);
    const pdf = await page.pdf({
      format: "A4",
      ...(folder === undefined ? {} : { path: `${folder}/map.pdf` }),
    });
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
    const { items } = await (await document.getPage(1)).getTextContent();
    // Letters with and without accents come from two files of the font, and so in pieces.
    const close = (words: string) => words.replace(/\s+/g, "").normalize("NFC");
    const text = close(items.map((item) => ("str" in item ? item.str : "")).join(""));
    for (const words of [
      ...["Bản đồ khu, cụm công nghiệp, đến ngày 01/08/2025", "Chú giải", "Đã thành lập", "10 km"],
      ...["Nguồn: sổ Khu", "không có giá trị pháp lý", "Quần đảo Hoàng Sa (Việt Nam)", "Biển Đông"],
    ]) {
      expect(text).toContain(close(words));
    }
    await page.close();
  });
});
