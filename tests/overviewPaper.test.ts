/** The overview as a Word file: unpacked and read, beside what the interface answers. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { figureAnswer } from "../src/figures/vocabulary.ts";
import { plainDate } from "../src/kernel/dates.ts";
import { writeOverview } from "../src/reports/administrative.ts";
import { noteWords, valueWords } from "../src/reports/numbers.ts";
import { overviewPaper } from "../src/reports/overviewPaper.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { expectDecree, paragraphs, unpacked } from "./wordFiles.ts";

let khu: Running;
beforeAll(async () => {
  khu = await startBacKan();
}, 120_000);
afterAll(() => khu?.stop());

async function overview(query: string) {
  const response = await khu.app.inject({
    ...{ method: "GET", url: `/api/overview.docx?${query}`, headers: { host: "127.0.0.1" } },
  });
  const files = await unpacked(response.rawPayload);
  const xml = files.get("word/document.xml") ?? "";
  return { response, files, xml, lines: paragraphs(xml), whole: paragraphs(xml).join("\n") };
}

describe("the overview as a Word file", () => {
  test("is there for everybody, under a name of its own", async () => {
    const { response } = await overview("place=06&asOf=2023-11-30");
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toContain("wordprocessingml");
    expect(response.headers["content-disposition"]).toContain("du-thao-tong-quan-06-2023-11-30.docx");
    const nowhere = await khu.get("/api/overview.docx?place=khong-co");
    expect(nowhere.status).toBe(404);
  });

  test("says what the sentence of the screen says, in Vietnamese letters, and that it is a draft", async () => {
    const { lines, whole } = await overview("place=06&asOf=2023-11-30");
    expect(lines).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(lines).toContain("Độc lập - Tự do - Hạnh phúc");
    expect(lines).toContain("DỰ THẢO");
    expect(lines).toContain("BÁO CÁO");
    expect(lines).toContain("Tình hình khu công nghiệp, cụm công nghiệp Tỉnh Bắc Kạn đến ngày 30/11/2023");
    const said = lines.find((line) => line.startsWith("Đến ngày 30/11/2023:"))?.replace(/\u00a0/g, " ") ?? "";
    expect(said).toContain("06 CCN đã thành lập");
    expect(said).toContain("05 đang giải phóng mặt bằng, chuẩn bị thi công");
    expect(said).toContain("1 mục chưa thống nhất, không tính");
    expect(said).toContain("trên 2.921 tỷ đồng vốn đăng ký");
    expect(whole.replace(/\u00a0/g, " ")).toMatch(/khoảng 322 tỷ đồng \(.*chung, chưa tách/);
    expect(whole.normalize("NFC")).toBe(whole);
    expect(whole).not.toContain("Mẫu");
  });

  test("gives each number as its figure does, with its ground in the annex", async () => {
    const { lines } = await overview("place=06&asOf=2023-11-30");
    const { body } = await khu.get("/api/figures?place=06&asOf=2023-11-30");
    const { items } = z.object({ items: z.array(figureAnswer) }).parse(body);
    expect(items.length).toBeGreaterThan(20);
    for (const figure of items) {
      const at = lines.indexOf(`${figure.title} (${figure.id})`);
      expect(at, figure.id).toBeGreaterThan(0);
      const [value = "", , records = "", papers = ""] = lines.slice(at + 1, at + 5);
      const notes = noteWords(figure);
      const shown = valueWords(figure);
      expect(value).toBe(
        shown === null ? "chưa có số liệu" : `${shown}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`,
      );
      for (const record of figure.records) {
        expect(records).toContain(record.label);
        for (const paper of record.documents) expect(papers).toContain(paper.label);
      }
    }
  });

  test("says how old its papers are, of dates that they have passed, and calls nobody late", async () => {
    const { whole } = await overview("place=06&asOf=2026-11-26");
    expect(whole).toContain("chưa có tin mới hơn");
    expect(whole).toContain(
      "CCN Cẩm Giàng: mốc hoạt động 2025 (theo Báo Bắc Kạn, 11/2023); mốc dự kiến đã qua",
    );
    expect(whole).not.toMatch(/chậm tiến độ|trễ hạn|quá hạn|vi phạm/i);
  });

  test("of a place of which nothing is known says so, and nowhere 0", async () => {
    const { lines, whole } = await overview("place=01&asOf=2020-01-01");
    expect(lines).toContain("Sổ chưa có số liệu nào cho địa bàn này đến ngày 01/01/2020.");
    expect(lines).toContain("Sổ chưa có khu, cụm nào cho địa bàn và ngày này.");
    expect(lines.filter((line) => line === "chưa có số liệu").length).toBeGreaterThan(20);
    expect(whole).not.toMatch(/(^|[\s(:])0[\s\u00a0](cụm|khu|ha|dự án|tỷ|CCN|KCN)/m);
  });

  test("leaves what only an officer can give as marked blanks", async () => {
    const { xml, whole } = await overview("place=06&asOf=2023-11-30");
    for (const gap of ["[TÊN CƠ QUAN BAN HÀNH]", "[số]", "[Họ và tên]", "[nơi nhận]", "[chữ ký, dấu]"])
      expect(whole).toContain(gap);
    const marked = [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:t[^>]*>\[[^<]*\]<\/w:t><\/w:r>/gs)];
    expect(marked.length).toBeGreaterThan(8);
    for (const [run] of marked) expect(run).toContain('<w:highlight w:val="yellow"/>');
  });

  test("stands on A4 with the margins, letters and page numbers of the decree", async () => {
    const { xml, files } = await overview("place=06&asOf=2023-11-30");
    expectDecree(files, 2);
    const sizes = [...xml.matchAll(/<w:sz w:val="(\d+)"\/>/g)].map(([, size]) => Number(size) / 2);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  });

  test("of invented data says Mẫu", async () => {
    const paper = overviewPaper({
      ...{ place: "Tỉnh Mẫu", asOf: plainDate("2026-01-01"), commit: 1, sample: true },
      ...{ figures: [], zones: [], phases: [], clarify: [] },
    });
    const files = await unpacked(await writeOverview(paper));
    const lines = paragraphs(files.get("word/document.xml") ?? "");
    expect(lines).toContain("DỰ THẢO – MẪU");
    expect(lines.join("\n")).toContain("Mẫu: toàn bộ dữ liệu trong văn bản này là dữ liệu bịa để thử.");
  });
});
