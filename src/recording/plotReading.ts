/** Reads a sent file of plots for the form; it is looked at and thrown away. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_LIMITS, readSheets } from "../intake/public.ts";
import { done, type Outcome } from "../kernel/problems.ts";
import { turns } from "../kernel/turns.ts";
import type { PlotsRead } from "../land/drawing/vocabulary.ts";
import { readSentDrawing, readSentSurvey, SENT_LIMITS } from "../land/public.ts";

export type SentPlots = { readonly name: string; readonly bytes: Uint8Array };
type SentFor = Parameters<typeof readSentSurvey>[1];
type Sheets = Parameters<typeof readSentSurvey>[0];

const TABLE = /\.(csv|txt|tsv|xlsx)$/i;
/** Reading is work for the processor: one file at a time, so that two never add up. */
const reading = turns(1);

/** What the file holds: a table by its name's ending, else a drawing. */
export async function readPlotsFile(file: SentPlots, sent: SentFor): Promise<Outcome<PlotsRead>> {
  const finished = await reading.take();
  try {
    if (!TABLE.test(file.name)) return await readSentDrawing(file, sent);
    const sheets = await sheetsOf(file);
    return sheets.ok ? done(readSentSurvey(sheets.value, sent)) : sheets;
  } finally {
    finished();
  }
}

/** The sheets of a table. The reader works on a file: it lies in a folder of its own until it is read. */
async function sheetsOf({ name, bytes }: SentPlots): Promise<Outcome<Sheets>> {
  const folder = await mkdtemp(join(tmpdir(), "khu-plots-"));
  try {
    const path = join(folder, "sent");
    await writeFile(path, bytes);
    const limits = { ...DEFAULT_LIMITS, maxFileBytes: SENT_LIMITS.bytes, maxRows: SENT_LIMITS.rows };
    const sheets: { name: string; rows: Sheets[number]["rows"][number][] }[] = [];
    for await (const event of readSheets({ path, name }, limits)) {
      if (event.kind === "refused") return { ok: false, problems: event.problems };
      if (event.kind === "sheet") sheets.push({ name: event.name, rows: [] });
      else if (!event.row.hidden) sheets.at(-1)?.rows.push(event.row);
    }
    return done(sheets);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
