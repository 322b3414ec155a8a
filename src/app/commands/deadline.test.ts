/** `khu deadline` as people run it, without a register. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "..", "..", "..");
type Ran = { readonly code: number; readonly out: string; readonly err: string };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "khu-deadline-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function khu(...args: string[]): Promise<Ran> {
  const program = ["--import", "tsx", join(ROOT, "src", "app", "main.ts"), "deadline", ...args];
  const env = { ...process.env, KHU_DATA: join(folder, "register"), DATABASE_URL: "" };
  return new Promise((resolve) => {
    execFile(process.execPath, program, { cwd: ROOT, env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

const answer = z.object({
  dueOn: z.string().nullable(),
  notBefore: z.string().nullable(),
  counted: z.array(z.string()),
  explanation: z.array(z.object({ text: z.object({ vi: z.string(), en: z.string() }) })),
});

describe("khu deadline", { timeout: 60_000 }, () => {
  const question = ["--from", "2026-11-16", "--days", "20", "--unit", "working"];

  test("prints the date, how it came about and the days it counted, and makes no register", async () => {
    const { code, out, err } = await khu(...question);
    expect([code, err]).toEqual([0, ""]);
    const lines = out.trimEnd().split("\n");
    expect(lines[0]).toBe("2026-12-15");
    expect(out).toContain(
      "Không tính thứ Ba 24/11/2026: Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16, Đ.2",
    );
    const counted = lines.at(-1)?.split(" ") ?? [];
    expect([counted.length, counted[0], counted.at(-1)]).toEqual([20, "2026-11-17", "2026-12-15"]);
    expect(await readdir(folder)).toEqual([]);
  });

  test("answers in JSON, in months, and as a minimum wait with the first day counted", async () => {
    const days = answer.parse(JSON.parse((await khu(...question, "--json")).out));
    expect([days.dueOn, days.counted.length, days.counted.includes("2026-11-24")]).toEqual([
      ...["2026-12-15", 20, false],
    ]);
    const month = await khu("--from", "2027-01-31", "--days", "1", "--unit", "month", "--lang", "en");
    expect(month.out.split("\n")[0]).toBe("2027-03-01");
    expect(month.out).toContain("so its last day is taken");
    const wait = await khu(
      "--from",
      "2026-03-02",
      "--days",
      "18",
      "--unit",
      "calendar",
      "--first",
      "--not-before",
      "--json",
    );
    expect(answer.parse(JSON.parse(wait.out))).toMatchObject({ dueOn: null, notBefore: "2026-03-19" });
  });

  test("refuses what is no day and no unit", async () => {
    expect((await khu("--from", "hôm nay", "--days", "3")).err).toContain("2026-11-16");
    const { code, err } = await khu("--from", "2026-11-16", "--days", "3", "--unit", "tuần");
    expect([code, err.includes("--unit working")]).toEqual([1, true]);
    expect((await khu("--from", "2199-11-16", "--days", "3")).err).toContain("1990–2100");
  });
});
