/** Reads a workbook cell by cell and keeps nothing, in a process of its own; prints milliseconds and bytes of memory at most. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import ExcelJS from "exceljs";
import { readSheets } from "../src/intake/reading/sheets.ts";

async function withLibrary(path: string): Promise<number> {
  let cells = 0;
  const options = {
    sharedStrings: "cache",
    styles: "cache",
    worksheets: "emit",
    entries: "emit",
    hyperlinks: "ignore",
  } as const;
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, options)) {
    for await (const row of sheet) row.eachCell(() => (cells += 1));
  }
  return cells;
}

async function withOurs(path: string): Promise<number> {
  let cells = 0;
  for await (const event of readSheets({ path, name: basename(path) })) {
    if (event.kind === "row") cells += event.row.cells.length;
  }
  return cells;
}

const [reader = "", path = ""] = process.argv.slice(2);
const start = performance.now();
const cells = await (reader === "library" ? withLibrary(path) : withOurs(path));
const ms = performance.now() - start;
const status = await readFile("/proc/self/status", "utf8");
const peak = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
console.log(JSON.stringify({ cells, ms, peak }));
