/** A workbook of 50,000 rows: previewed and recorded by a serving Khu, beside a bare reading of the same file. */
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createWriteStream, openAsBlob } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { writeWorkbook } from "../src/platform/workbooks/writing.ts";
import { communeCode, provinceOf } from "../src/sample/country.ts";
import { SAMPLE_HOME, type SampleSize } from "../src/sample/public.ts";
import { type Serving, serveKhu, stopServing } from "../tests/serving.ts";
import { median, percentile, timed } from "./measuring.ts";
import { milliseconds, type Result, timeResult } from "./results.ts";
import { forgetPeak, peakOf, type Visitor, visit } from "./servers.ts";

const PART = "A large workbook";
const run = promisify(execFile);
const LABELS = [
  ...["Mã", "Loại", "Tên khu, cụm", "Mã địa bàn", "Diện tích (ha)", "Hiệu lực từ", "Pháp lý"],
  ...["Ngành nghề", "Ghi chú"],
];

export type WorkbookSize = { readonly rows: number; readonly country: SampleSize; readonly rounds: number };

/** Clusters that are not there yet, each in a commune, each row a new subject. */
async function writeRows(path: string, of: WorkbookSize): Promise<void> {
  const mark = Date.now().toString(36);
  // In other provinces than the one that others ask about: its list must not grow by what is measured.
  const all = Array.from({ length: of.country.communes }, (_, n) => n);
  const far = all.filter((n) => provinceOf(of.country, n) > 0);
  await writeWorkbook(createWriteStream(path), [
    {
      name: "Khu và cụm",
      columns: LABELS.map((label) => ({ label, kind: label.startsWith("Diện") ? "ha" : "text" })),
      rows: Array.from({ length: of.rows }, (_, i) => [
        ...[`mau-${mark}-${i}`, "CCN", `CCN Mẫu ${mark} ${i}`, communeCode(far[i % far.length] ?? 0)],
        ...[100_000 + (i % 5_000) * 100, "16/10/2020", "đã thành lập", `Ngành Mẫu ${i % 40}`, null],
      ]),
    },
  ]);
}

const reading = z.object({ cells: z.number(), ms: z.number(), peak: z.number() });

async function readBare(reader: "library" | "ours", path: string): Promise<z.infer<typeof reading>> {
  const { stdout } = await run(process.execPath, ["--import", "tsx", "bench/reading.ts", reader, path]);
  return reading.parse(JSON.parse(stdout));
}

/** Asks a list and a figure again and again until stopped; gives how long each answer took, in ms. */
function askMeanwhile(base: string): { readonly stop: () => Promise<readonly number[]> } {
  const asOf = `place=${SAMPLE_HOME}&asOf=2023-11-30`;
  const urls = [`/api/zones?${asOf}`, `/api/figures/clusters.established?${asOf}&limit=20`];
  const took: number[] = [];
  let going = true;
  const callers = urls.map(async (url) => {
    while (going) {
      took.push(
        await timed(async () => {
          const answer = await fetch(base + url);
          await answer.arrayBuffer();
          if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  });
  return {
    stop: async () => {
      going = false;
      await Promise.all(callers);
      return took;
    },
  };
}

const previewed = z.looseObject({
  id: z.string(),
  counts: z.looseObject({ create: z.number(), refused: z.number() }),
});

type Step = { readonly ms: number; readonly peak: number; readonly others: readonly number[] };

/** One step of an import with others asking beside it. */
async function stepOf<T>(khu: Serving, work: () => Promise<T>): Promise<Step & { readonly value: T }> {
  await forgetPeak(khu);
  const others = askMeanwhile(khu.base);
  const start = performance.now();
  const value = await work();
  const ms = performance.now() - start;
  return { value, ms, others: await others.stop(), peak: await peakOf(khu) };
}

async function preview(visitor: Visitor, path: string, rows: number): Promise<string> {
  const form = new FormData();
  form.append("file", await openAsBlob(path), "rows.xlsx");
  const body = previewed.parse(await visitor.send("/api/imports/previews", { body: form }));
  if (body.counts.create !== rows) throw new Error(`not all rows are new: ${JSON.stringify(body.counts)}`);
  return body.id;
}

async function record(visitor: Visitor, id: string): Promise<void> {
  const body = JSON.stringify({ preview: id, requestKey: randomUUID() });
  await visitor.send("/api/imports", { body, headers: { "content-type": "application/json" } });
}

/** `folder` of the country as `khu serve --sample --data` takes it; nobody else may hold it. What is imported stays. */
export async function measureWorkbook(
  of: { readonly folder: string; readonly scratch: string },
  size: WorkbookSize,
): Promise<readonly Result[]> {
  const path = join(of.scratch, "rows.xlsx");
  const khu = await serveKhu(["--data", of.folder, "--sample"]);
  const rounds: { library: number; ours: number; dry: Step; apply: Step }[] = [];
  try {
    const visitor = await visit(khu);
    for (let round = 0; round < size.rounds; round += 1) {
      await writeRows(path, size);
      const library = await readBare("library", path);
      const ours = await readBare("ours", path);
      const dry = await stepOf(khu, () => preview(visitor, path, size.rows));
      const apply = await stepOf(khu, () => record(visitor, dry.value));
      rounds.push({ library: library.ms, ours: ours.ms, dry, apply });
    }
  } finally {
    await stopServing(khu);
  }
  const of3 = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick));
  const [library, ours] = [of3((r) => r.library), of3((r) => r.ours)];
  const rowsText = `${size.rows.toLocaleString("en")} rows of ${LABELS.length} cells`;
  const time = (what: string, pick: (r: (typeof rounds)[number]) => number, atMost: number): Result =>
    timeResult({
      ...{ part: PART, what, beside: "reading it with ExcelJS, streamed, keeping nothing" },
      ...{ ours: of3(pick), theirs: library, atMost },
      note: `${(of3(pick) / ours).toFixed(1)} times a bare reading with our own reader (${milliseconds(ours)})`,
    });
  const memory = (what: string, pick: (r: (typeof rounds)[number]) => Step): Result => {
    const peak = Math.max(...rounds.map((r) => pick(r).peak)) / 1_000_000;
    return {
      ...{ part: PART, what, beside: "300 MB", ratio: peak / 300 },
      ...{ aim: { kind: "atMost", value: 1 }, numbers: `${Math.round(peak)} MB` },
    };
  };
  const others = (what: string, pick: (r: (typeof rounds)[number]) => Step): Result => {
    const waited = percentile(
      rounds.flatMap((r) => pick(r).others),
      0.99,
    );
    return {
      ...{ part: PART, what, beside: "1 s", ratio: waited / 1000 },
      ...{ aim: { kind: "atMost", value: 1 }, numbers: milliseconds(waited) },
    };
  };
  return [
    time(`dry run of ${rowsText}`, (r) => r.dry.ms, 2),
    time("recording it", (r) => r.apply.ms, 6),
    memory("the server's memory at most, dry run", (r) => r.dry),
    memory("the server's memory at most, recording", (r) => r.apply),
    others("p99 of others' lists and figures, dry run", (r) => r.dry),
    others("p99 of others' lists and figures, recording", (r) => r.apply),
  ];
}
