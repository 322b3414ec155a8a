import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, startBacKan } from "../../../tests/bacKan.ts";
import { figureLine } from "./figureLines.ts";

let khu: Running;
beforeAll(async () => {
  khu = await startBacKan();
}, 180_000);
afterAll(() => khu?.stop());

/** The line after the figure's id. */
async function line(id: string, query: string, lang: "vi" | "en"): Promise<string> {
  const text = figureLine(await khu.figure(id, `${query}&lang=${lang}`), lang);
  expect(text.startsWith(id)).toBe(true);
  return text.slice(id.length).trim();
}

const NOVEMBER = "place=06&asOf=2023-11-30";

describe("a line of khu figures speaks one language", () => {
  test.each([
    [
      "clusters.established",
      NOVEMBER,
      "6 cụm (11/2023; 1 mục chưa thống nhất, không tính)",
      "6 clusters (November 2023; 1 disputed, not counted)",
    ],
    [
      "clusters.established",
      "place=19&asOf=2026-01-01",
      /^≥ 6 cụm \(ít nhất, vì chưa nhập đủ; .*theo tài liệu đến 11\/2023; chưa có tin mới hơn\)$/,
      /^≥ 6 clusters \(at least, since not all is entered; .*as papers of November 2023 say; nothing newer is known\)$/,
    ],
    [
      "clusters.area",
      NOVEMBER,
      /^199,4 ha \(11\/2023; 1 mục chưa có số, chưa tính vào/,
      /^199.4 ha \(November 2023; 1 without a number, not counted/,
    ],
    [
      "capital.allocated",
      "place=06&from=2021-01-01&to=2023-12-31",
      /^gần 58 tỷ đồng \(11\/2023; 1 mục/,
      /^nearly 58 billion đồng \(November 2023; 1 without/,
    ],
    [
      "projects.policyApproved",
      "place=06&from=2021-01-01&to=2023-12-31",
      /^21 dự án \(11\/2023; số đã công bố, 2021–2023\)$/,
      /^21 projects \(November 2023; published total, 2021–2023\)$/,
    ],
    [
      "clusters.form04.r18",
      NOVEMBER,
      /^chưa có số liệu \(\d+ mục chưa có số, chưa tính vào\)$/,
      /^no figure \(\d+ without a number, not counted\)$/,
    ],
  ])("%s, %s", async (id, query, vi, en) => {
    expect(await line(id, query, "vi")).toMatch(vi);
    expect(await line(id, query, "en")).toMatch(en);
  });

  test("no figure prints a code of the API", async () => {
    for (const asOf of ["2021-01-01", "2023-11-30", "2026-11-24"]) {
      for (const place of ["06", "19"]) {
        const text = await line("clusters.planned", `place=${place}&asOf=${asOf}`, "vi");
        expect(text).not.toMatch(/atLeast|atMost|stale|zone|m2|dong\b/);
      }
    }
  });
});
