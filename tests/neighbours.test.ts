/** Which zones lie in the same place, on the register as it begins. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { neighbourList } from "../src/zones/pageVocabulary.ts";
import { type Running, startBacKan } from "./bacKan.ts";

let khu: Running;
beforeAll(async () => {
  khu = await startBacKan();
}, 120_000);
afterAll(() => khu?.stop());

const ask = async (zone: string, day: string) => {
  const { status, body } = await khu.get(`/api/zones/${zone}/neighbours?place=06&asOf=${day}`);
  return { status, levels: status === 200 ? neighbourList.parse(body).levels : [] };
};
const named = (levels: Awaited<ReturnType<typeof ask>>["levels"]) =>
  levels.map((level) => [level.place.name, level.zones.map((z) => z.name)]);

describe("the neighbours of a zone", () => {
  test("are those of its own unit first, then of the units above, each once", async () => {
    const { levels } = await ask("quang-chu", "2023-11-30");
    const [district, province] = named(levels);
    expect(district).toEqual([
      "Huyện Chợ Mới",
      expect.arrayContaining(["CCN Thanh Thịnh", "KCN Thanh Bình"]),
    ]);
    expect(province?.[0]).toBe("Tỉnh Bắc Kạn");
    expect(province?.[1]).not.toContain("CCN Thanh Thịnh");
    expect(levels.flatMap((l) => l.zones.map((z) => z.name))).not.toContain("CCN Quảng Chu");
  });

  test("are of the asked day: none is there before its first paper", async () => {
    const { levels } = await ask("cam-giang", "2020-10-31");
    expect(levels.flatMap((l) => l.zones.map((z) => z.name))).not.toContain("CCN Quảng Chu");
  });

  test("are not told of a zone that there is not", async () => {
    expect((await ask("khong-co", "2023-11-30")).status).toBe(404);
  });
});
