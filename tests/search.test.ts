/** Searching everything in the register of Bắc Kạn, as a reader asks it: without an account, and with one. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receiptOrThrow } from "../src/register/public.ts";
import { searchAnswer } from "../src/search/vocabulary.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import type { SignedIn } from "./people.ts";
import { batch, fixedId, paper } from "./register-fixture/builders.ts";

let khu: Running;
beforeAll(async () => {
  khu = await startBacKan();
}, 240_000);
afterAll(() => khu?.stop());

async function found(query: string, of: { readonly more?: string; readonly as?: SignedIn } = {}) {
  const url = `/api/search?query=${encodeURIComponent(query)}&asOf=2023-11-30&place=06${of.more ?? ""}`;
  const { status, body } = await khu.get(url, of.as);
  expect(status).toBe(200);
  return searchAnswer.parse(body).items;
}

describe("searching everything", () => {
  test.each(["Cẩm Giàng", "cam giang", "CCN Cẩm Giàng".normalize("NFD"), "cum cong nghiep cam giang"])(
    "finds the cluster by “%s” before all else",
    async (query) => {
      const [first] = await found(query);
      expect(first).toMatchObject({ kind: "zone", key: "cam-giang", rank: "exact" });
    },
  );

  test("finds a zone and the commune of the same name beside each other", async () => {
    const kinds = (await found("cam giang")).map((hit) => hit.kind);
    expect(kinds).toEqual(expect.arrayContaining(["zone", "place"]));
  });

  test("finds a decision by its number, and by the beginning of it", async () => {
    for (const query of ["1868/QĐ-UBND", "1868 qd ubnd", "1868"]) {
      const [first] = await found(query);
      expect(first).toMatchObject({ kind: "document", label: "1868/QĐ-UBND" });
    }
  });

  test("finds a place that has ended, by name and by code, and says what it became", async () => {
    const [byName] = await found("xã Cư Lễ");
    expect(byName).toMatchObject({ kind: "place", label: "Xã Cư Lễ", key: "02176@2023" });
    expect(byName?.detail).toContain("Trần Phú");
    const byCode = (await found("02176")).filter((hit) => hit.kind === "place");
    expect(byCode[0]).toMatchObject({ label: "Xã Cư Lễ", rank: "exact" });
  });

  test("finds a figure by its title in either language, and by its id", async () => {
    for (const query of ["clusters.area", "dien tich cum"]) {
      expect((await found(query)).some((hit) => hit.kind === "figure" && hit.id === "clusters.area")).toBe(
        true,
      );
    }
  });

  test("finds statements of the programme by their words", async () => {
    const hits = await found("tiểu thủ công nghiệp");
    expect(hits.some((hit) => hit.kind === "statement")).toBe(true);
  });

  test("answers nothing for nothing, and for words that nothing bears", async () => {
    expect(await found("–")).toEqual([]);
    expect(await found("qqqqzzz")).toEqual([]);
  });

  test("finds papers only for who may read them, and only once they are recorded", async () => {
    const as = await khu.signIn();
    const papers = async (of: Parameters<typeof found>[1]) =>
      (await found("công văn mẫu nội bộ", of)).filter((hit) => hit.kind === "document");
    const id = fixedId(921);
    expect(await papers({ as })).toEqual([]);
    const internal = paper(id, { access: "internal", number: null, title: "Công văn Mẫu nội bộ" });
    receiptOrThrow(
      await khu.register.writer.submit(batch("search", { author: "thử", documents: [internal] })),
    );
    expect(await papers({})).toEqual([]);
    expect(await papers({ as })).toMatchObject([{ id, rank: "exact" }]);
    expect(await papers({ as, more: "&knownAt=1" })).toEqual([]);
  });

  test("a day or a place that does not exist is refused", async () => {
    expect((await khu.get("/api/search?query=a&place=99999")).status).toBe(404);
    expect((await khu.get("/api/search?query=a&asOf=2023-02-30")).status).toBe(400);
    expect((await khu.get("/api/search")).status).toBe(400);
  });
});
