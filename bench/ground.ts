/** Taking in many plots and finding where any share ground, beside a plain table of PostGIS with the same plots. */
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { SUBJECTS } from "../src/app/subjects.ts";
import { partialDate } from "../src/kernel/dates.ts";
import type { Shape } from "../src/kernel/geometry.ts";
import { boundaryOf } from "../src/land/coordinates/boundaries.ts";
import { eachCorner, fromWgs84 } from "../src/land/coordinates/transforming.ts";
import { listOverlaps } from "../src/land/operations/finding.ts";
import { openDatabase } from "../src/platform/database/connect.ts";
import {
  type Batch,
  type ChangeDraft,
  createWriter,
  type DocumentDraft,
  receiptOrThrow,
} from "../src/register/public.ts";
import { renewDerived } from "../src/register/verify/renewing.ts";
import { timed } from "./measuring.ts";
import { type InventedPlot, inventedPlots } from "./plots.ts";
import type { PostGis } from "./postgis.ts";
import { type Result, timeResult } from "./results.ts";

const PART = "Many plots at once";
/** Plots of one batch: twenty-five zones. */
const BATCH = 2_000;

const paper: DocumentDraft = {
  ...{ id: uuidv7(), key: null, kind: "decision", number: "QĐ mẫu 1", issuer: "UBND tỉnh Mẫu 01" },
  ...{ signedOn: partialDate("2024-01-01"), effectiveOn: null, title: "Quy hoạch chi tiết mẫu" },
  ...{ standing: "decides", evidence: "read", access: "public", url: null, note: null, file: null },
};

function told(
  subject: ChangeDraft["subject"],
  attributes: Extract<ChangeDraft, { kind: "set" }>["attributes"],
): ChangeDraft {
  const from = { kind: "on" as const, date: partialDate("2024-01-01") };
  const base = { id: uuidv7(), subject, document: paper.id, note: null, from, to: null };
  return { ...base, kind: "set", attributes, standing: "decides" };
}

function changesOf(plots: readonly InventedPlot[], known: Set<string>): readonly ChangeDraft[] {
  return plots.flatMap(({ id, zone, number, ring }) => {
    const boundary = boundaryOf({ shape: [[ring]], crs: 4326, plane: 9213, accuracyMm: 50 });
    const plot = told({ id, kind: "plot", key: null }, { zone, number, landUse: "industrial", boundary });
    if (known.has(zone)) return [plot];
    known.add(zone);
    const attributes = { name: "CCN Mẫu", kind: "cluster", legal: "established" };
    return [told({ id: zone, kind: "zone", key: null }, attributes), plot];
  });
}

function batchOf(part: number, changes: readonly ChangeDraft[]): Batch {
  return {
    ...{ requestKey: `bench:${part}`, content: { part }, kind: "load", detail: { part }, author: "bench" },
    ...{ documents: part === 0 ? [paper] : [], changes, entries: [], claims: [], adoptions: [] },
    expected: new Map(),
  };
}

/** Records so many plots, each judged beside those of its zone; milliseconds, and the process's memory then in MB. */
async function importing(
  scratch: string,
  count: number,
): Promise<{ readonly ms: number; readonly memory: number }> {
  const opened = await openDatabase({ dataFolder: join(scratch, "import") });
  if (!opened.ok) throw new Error(opened.problems.map((p) => p.message.en).join());
  const database = opened.value;
  try {
    await renewDerived({ pool: database.pool, definitions: SUBJECTS, say: () => undefined });
    const writer = createWriter({ pool: database.pool, definitions: SUBJECTS, now: Date.now });
    const known = new Set<string>();
    const plots = [...inventedPlots(count)];
    let memory = 0;
    const ms = await timed(async () => {
      for (let i = 0; i < plots.length; i += BATCH) {
        receiptOrThrow(await writer.submit(batchOf(i / BATCH, changesOf(plots.slice(i, i + BATCH), known))));
        memory = Math.max(memory, process.memoryUsage().rss / 1e6);
      }
    });
    return { ms, memory };
  } finally {
    await database.close();
  }
}

function shapesOf(count: number): readonly Shape[] {
  return [...inventedPlots(count)].map(({ ring }) => eachCorner([[ring]], (at) => fromWgs84(at, 9213)));
}

/** Measures both beside the PostGIS that has the plots already. */
export async function measureGround(
  scratch: string,
  size: { readonly plots: number; readonly imported: number },
  postgis: PostGis,
): Promise<readonly Result[]> {
  const shapes = shapesOf(size.plots);
  let found = 0;
  const ours = await timed(async () => {
    found = listOverlaps(shapes).length;
  });
  let theirsFound = 0;
  const theirs = await timed(async () => {
    theirsFound = await postgis.countOverlaps();
  });
  const { ms, memory } = await importing(scratch, size.imported);
  const plain = await timed(() => postgis.takeIn(size.imported));
  const of = (n: number) => n.toLocaleString("en");
  return [
    timeResult({
      ...{ part: PART, what: `all overlaps among ${of(size.plots)} plots`, ours, theirs, atMost: null },
      beside: "ST_Intersection over its index",
      note: `found ${of(found)}; there ${of(theirsFound)}`,
    }),
    timeResult({
      ...{ part: PART, what: `taking in ${of(size.imported)} plots`, ours: ms, theirs: plain, atMost: null },
      beside: "inserting them into PostGIS, unjudged and without history",
      note: `${Math.round((size.imported * 1000) / ms)} plots/s, memory at most ${Math.round(memory)} MB`,
    }),
  ];
}
