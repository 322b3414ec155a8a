import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "../../tests/bacKan.ts";

let khu: Running;
beforeAll(async () => {
  khu = await startBacKan();
}, 180_000);
afterAll(() => khu?.stop());

const page = z.object({
  items: z.array(z.looseObject({ id: z.string(), number: z.string().nullable(), standing: z.string() })),
  next: z.string().nullable(),
});
async function papers(query: Readonly<Record<string, string>>) {
  const { status, body } = await khu.get(`/api/documents?${new URLSearchParams(query)}`);
  expect(status).toBe(200);
  return page.parse(body);
}

describe("papers over HTTP", () => {
  test("come page by page, newest first, each once", async () => {
    const all = await papers({});
    expect(all.next).toBeNull();
    const paged: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const one = await papers({ limit: "4", ...(after === "" ? {} : { after }) });
      expect(one.items.length).toBeLessThanOrEqual(4);
      paged.push(...one.items.map((d) => d.id));
      after = one.next;
    }
    expect(paged).toEqual(all.items.map((d) => d.id));
    expect(paged.length).toBeGreaterThan(15);
  });
  test.each([
    ["1868"],
    ["1868/QĐ-UBND"],
    ["thành lập ccn cẩm giàng"],
    ["thanh lap CCN cam giang"],
    ["Thành lập CCN Cẩm Giàng".normalize("NFD")],
  ])("are found by “%s”", async (find) => {
    const { items } = await papers({ find });
    expect(items.map((d) => d.number)).toEqual(["1868/QĐ-UBND"]);
  });
  test("are of one standing where that is asked, and none where no word fits", async () => {
    const { items } = await papers({ standing: "says" });
    expect(new Set(items.map((d) => d.standing))).toEqual(new Set(["says"]));
    expect((await papers({ find: "% khong co" })).items).toEqual([]);
    expect((await papers({ after: "khong co" })).items).toEqual([]);
  });
});
