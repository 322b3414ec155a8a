/** The command as people run it: no register, no server, the file read by streaming. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { surveyCommand } from "./survey.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
type Ran = { readonly code: number; readonly out: string; readonly err: string };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "khu-survey-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** As a process of its own. */
function khuAlone(...args: string[]): Promise<Ran> {
  const program = ["--import", "tsx", join(ROOT, "src", "app", "main.ts"), "survey", ...args];
  const env = { ...process.env, KHU_DATA: join(folder, "register") };
  return new Promise((resolve) => {
    execFile(process.execPath, program, { cwd: ROOT, env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

type Options = {
  readonly crs?: string;
  readonly plane?: string;
  readonly acceptSwap?: boolean;
  readonly json?: boolean;
  readonly lang?: string;
};

/** The same command within this process, which is sooner. */
async function khu(path: string, options: Options): Promise<Ran> {
  const told = { out: "", err: "" };
  const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    told.out += String(text);
    return true;
  });
  const err = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    told.err += String(text);
    return true;
  });
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await surveyCommand(path, options);
    return { code: Number(process.exitCode ?? 0), ...told };
  } finally {
    process.exitCode = before;
    out.mockRestore();
    err.mockRestore();
  }
}

const csv = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

const RECTANGLE = [
  ["1", "2.450.087,83", "432.284,94", "100,00"],
  ["2", "2.450.087,83", "432.384,94", "50,00"],
  ["3", "2.450.137,83", "432.384,94", "100,00"],
  ["4", "2.450.137,83", "432.284,94", "50,00"],
  ["1", "2.450.087,83", "432.284,94", ""],
];
const HEAD = ["Số hiệu điểm", "X (m)", "Y (m)", "Cạnh (m)"];
const csvText = (rows: readonly (readonly string[])[]) => [HEAD, ...rows].map((r) => r.join(";")).join("\n");

const answer = z.object({
  plots: z.array(
    z.object({
      name: z.string().nullable(),
      area: z.number(),
      geodesicArea: z.number(),
      commune: z.object({ known: z.string() }),
      geometry: z.object({ coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))) }),
    }),
  ),
});
const refused = z.object({
  problems: z.array(z.object({ code: z.string(), field: z.string().nullable() })),
  mended: z.array(z.object({ area: z.number() })).nullable(),
});

describe("khu survey", () => {
  test("prints areas, corners in WGS84 and that no outlines of communes are there, in Vietnamese", async () => {
    const { code, out, err } = await khuAlone(await csv("o.csv", csvText(RECTANGLE)), "--crs", "9213");
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out.split("\n")).toEqual([
      "Lô (không ghi tên): 5.000,00 m² (0,5000 ha), VN-2000, múi chiếu 3°, kinh tuyến trục 106°30′, EPSG:9213",
      expect.stringMatching(/^ {2}trên ellipsoid WGS84: 5\.000,4\d m²$/),
      "  xã, phường: chưa biết: chưa nạp ranh giới xã",
      "  WGS84, kinh độ và vĩ độ:",
      "    105.845399995 22.146999972",
      ...Array(4).fill(expect.stringMatching(/^ {4}105\.84\d{7} 22\.14\d{7}$/)),
      "",
    ]);
    // Nothing was opened or made beside the tables themselves.
    expect(await readdir(folder)).not.toContain("register");
  });

  test("reads a workbook, whose plots stand in merged cells, and answers in JSON and in English", async () => {
    const book = new ExcelJS.Workbook();
    const page = book.addWorksheet("Bảng tọa độ");
    page.addRow(["BẢNG KÊ TỌA ĐỘ LÔ MẪU"]);
    page.addRow(["Lô", "Số hiệu điểm", "Tọa độ VN-2000"]);
    page.addRow(["", "", "X (m)", "Y (m)"]);
    page.mergeCells("C2:D2");
    page.mergeCells("A2:A3");
    page.mergeCells("B2:B3");
    for (const [lot, east] of [
      ["Mẫu 1", 432_284.94],
      ["Mẫu 2", 432_384.94],
    ] as const) {
      const first = page.rowCount + 1;
      for (const [i, [dx, dy]] of [
        [0, 0],
        [100, 0],
        [100, 50],
        [0, 50],
      ].entries())
        page.addRow([lot, i + 1, 2_450_087.83 + (dy ?? 0), east + (dx ?? 0)]);
      page.mergeCells(`A${first}:A${first + 3}`);
    }
    const path = join(folder, "hai-lo.xlsx");
    await book.xlsx.writeFile(path);
    const json = await khu(path, { crs: "EPSG:9213", json: true });
    const { plots } = answer.parse(JSON.parse(json.out));
    expect(plots.map(({ name, area, commune }) => [name, Math.round(area), commune.known])).toEqual([
      ["Mẫu 1", 5000, "unknown"],
      ["Mẫu 2", 5000, "unknown"],
    ]);
    const english = await khu(path, { crs: "9213", lang: "en" });
    expect(english.out).toContain(
      "Mẫu 2: 5,000.00 m² (0.5000 ha), VN-2000, 3° zone, central meridian 106°30′, EPSG:9213",
    );
    expect(english.out).toContain("  commune: not known: no commune outlines imported");
  });

  test("refuses swapped columns with code 1 and shows the mend, which may be accepted", async () => {
    const path = await csv(
      "doi-cho.csv",
      csvText(RECTANGLE.map(([p = "", x = "", y = "", s = ""]) => [p, y, x, s])),
    );
    const plain = await khuAlone(path, "--crs", "9213");
    expect(plain.code).toBe(1);
    expect(plain.out).toBe("");
    expect(plain.err).toContain("X và Y bị đổi chỗ (cả bảng)");
    expect(plain.err).toContain("Nếu đổi lại X và Y: Lô (không ghi tên): 5.000,00 m²");
    const json = await khu(path, { crs: "9213", json: true });
    const told = refused.parse(JSON.parse(json.err));
    expect(told.problems.map(({ code }) => code)).toEqual(["survey.swapped"]);
    expect(told.mended?.map(({ area }) => Math.round(area))).toEqual([5000]);
    const accepted = await khu(path, { crs: "9213", acceptSwap: true });
    expect(accepted.code).toBe(0);
    expect(accepted.out).toContain("5.000,00 m²");
    expect(accepted.out).toContain("Lưu ý: Đã đổi chỗ X và Y");
  });

  test("refuses a wrong zone, an open and a self-crossing ring, an unknown system and a missing file", async () => {
    const wrong = await khu(await csv("o.csv", csvText(RECTANGLE)), { crs: "9210", plane: "9213" });
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain("EPSG:9213 (VN-2000, múi chiếu 3°, kinh tuyến trục 106°30′)");
    const open = RECTANGLE.map((row, i) => (i === 4 ? ["1", "2450090,83", "432284,94", ""] : row));
    const unclosed = await khu(await csv("ho.csv", csvText(open)), { crs: "9213" });
    expect(unclosed.code).toBe(1);
    expect(unclosed.err).toContain("[ho!2,6] Đường bao không khép kín: điểm cuối cách điểm đầu 3,000");
    const [a = [], b = [], c = [], d = []] = RECTANGLE;
    const crossing = await khu(await csv("cat.csv", csvText([a, c, b, d])), { crs: "9213" });
    expect(crossing.code).toBe(1);
    expect(crossing.err).toContain("đường bao tự cắt");
    for (const options of [{}, { crs: "32648" }, { crs: "9213", plane: "4326" }]) {
      const unknown = await khu(join(folder, "o.csv"), options);
      expect(unknown.code).toBe(1);
      expect(unknown.err).toContain("9213");
    }
    const missing = await khu(join(folder, "none.csv"), { crs: "9213" });
    expect([missing.code, missing.err.includes("Không có tệp")]).toEqual([1, true]);
  });
}, 120_000);
