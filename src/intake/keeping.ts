/** Previews are kept for a day beside the register: the head as JSON, the rows as lines that can be paged from any byte. */
import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { FORM_KEYS } from "./forms.ts";
import { outcomeOfLine, problemList, rowOfLine } from "./lines.ts";
import type { PlannedRow, RowOutcome } from "./plan.ts";
import type { RowSink } from "./planning.ts";

/** A preview may be applied for so many milliseconds. */
export const PREVIEW_LIFE = 24 * 3_600_000;

const count = z.number().int();
export const previewHead = z.object({
  id: z.string(),
  /** Milliseconds since the epoch. */
  made: z.number(),
  file: z.object({ name: z.string(), sha256: z.string(), size: count }),
  basedOnCommit: count,
  /** Hash of the file and of everything that is decided about its rows. */
  digest: z.string(),
  counts: z.object({ create: count, change: count, nothing: count, refused: count, question: count }),
  rows: count,
  sheets: z.array(
    z.object({ name: z.string(), form: z.enum(FORM_KEYS), columns: z.record(z.string(), z.string()) }),
  ),
  passedOver: z.object({
    count,
    first: z.array(z.object({ sheet: z.string(), row: count, text: z.string() })),
  }),
  documents: z.array(z.object({ label: z.string(), isNew: z.boolean() })),
  problems: problemList,
  notices: problemList,
  /** The import in force of this very file. */
  already: z.object({ id: z.string(), commit: count, at: z.string() }).nullable(),
});
export type PreviewHead = z.infer<typeof previewHead>;

const ID = /^[0-9a-f-]{36}$/;
const FLUSH = 65_536;

const folderOf = (dataFolder: string) => join(dataFolder, "previews");

function pathsOf(dataFolder: string, id: string): { readonly head: string; readonly rows: string } {
  // The id becomes a path: nothing else may.
  if (!ID.test(id)) throw new RangeError(`not an id of a preview: ${id}`);
  const base = join(folderOf(dataFolder), id);
  return { head: `${base}.json`, rows: `${base}.rows` };
}

/** Writes the rows of a preview as they are planned. `close` must be called. */
export async function openRows(
  dataFolder: string,
  id: string,
): Promise<{ readonly sink: RowSink; readonly close: () => void }> {
  await mkdir(folderOf(dataFolder), { recursive: true, mode: 0o700 });
  const file = openSync(pathsOf(dataFolder, id).rows, "w", 0o600);
  let waiting = "";
  const flush = () => {
    writeSync(file, waiting);
    waiting = "";
  };
  return {
    sink: {
      begin: () => {
        waiting = "";
        ftruncateSync(file);
      },
      line: (line) => {
        waiting += line;
        if (waiting.length > FLUSH) flush();
      },
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
}

/** Keeps the head: from now on the preview is there. */
export async function keepHead(dataFolder: string, head: PreviewHead): Promise<void> {
  await writeFile(pathsOf(dataFolder, head.id).head, JSON.stringify(head), { mode: 0o600 });
}

/** The head of a preview that is not older than a day, or null. */
export async function findHead(dataFolder: string, id: string, now: number): Promise<PreviewHead | null> {
  if (!ID.test(id)) return null;
  const text = await readFile(pathsOf(dataFolder, id).head, "utf8").catch(() => null);
  if (text === null) return null;
  const head = previewHead.parse(JSON.parse(text));
  return now - head.made < PREVIEW_LIFE ? head : null;
}

/** Removes what is older than a day, and rows whose preview was given up. */
export async function sweep(dataFolder: string, now: number): Promise<void> {
  const folder = folderOf(dataFolder);
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (now - mtimeMs > PREVIEW_LIFE) await rm(path, { force: true });
  }
}

export type RowPage = { readonly rows: readonly PlannedRow[]; readonly next: string | null };
type PageAsked = {
  readonly id: string;
  /** The `next` of the page before; null: from the first row. */
  readonly after: string | null;
  readonly limit: number;
  readonly outcome: RowOutcome | null;
};

const NEWLINE = 10;

/** A page of rows, of all outcomes or of one. */
export async function readRows(dataFolder: string, asked: PageAsked): Promise<RowPage> {
  const file = await open(pathsOf(dataFolder, asked.id).rows, "r");
  try {
    const rows: PlannedRow[] = [];
    let at = Number(asked.after ?? 0);
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(FLUSH), 0, FLUSH, at + rest.length);
      let piece = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE)) {
        if (rows.length === asked.limit) return { rows, next: String(at) };
        const line = piece.subarray(0, end).toString("utf8");
        if (asked.outcome === null || outcomeOfLine(line) === asked.outcome) rows.push(rowOfLine(line));
        at += end + 1;
        piece = piece.subarray(end + 1);
      }
      rest = piece;
      if (bytesRead === 0) return { rows, next: null };
    }
  } finally {
    await file.close();
  }
}
