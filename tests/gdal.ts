/** GDAL's ogr2ogr, a program that nobody here wrote, for the tests that have it read what we write. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const named = process.env.KHU_OGR2OGR ?? "";
const found = named !== "" ? named : "/usr/bin/ogr2ogr";

export const hasGdal = existsSync(found);
/** For the title of what is skipped, so that the report says why. */
export const GDAL_MISSING = hasGdal ? "" : " (skipped: no ogr2ogr; apt-get install gdal-bin)";

/** Runs ogr2ogr and fails with whatever it complains of, but for the complaints that are expected. */
export async function ogr2ogr(args: readonly string[], expected = /^$/): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(found, [...args], { maxBuffer: 200_000_000 });
  const complaints = stderr.split("\n").filter((line) => line !== "" && !expected.test(line));
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
  return stdout;
}

/** How GDAL words a coordinate system, such as in `wkt_esri`, the words of a .prj. */
export async function wordsOf(epsg: number, words: "wkt_esri" | "wkt1" | "wkt2"): Promise<string> {
  const program = join(dirname(found), "gdalsrsinfo");
  return (await promisify(execFile)(program, ["-o", words, `EPSG:${epsg}`])).stdout;
}
