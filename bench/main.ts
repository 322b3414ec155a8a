/**
 * `npm run bench`: measures Khu beside what people would do without it and writes docs/bench.md.
 *
 *     npm run bench -- [--quick] [--only growth|figures|verifying|recording|screens|users|http|workbook|land|deadlines] [--folder F]
 *
 * With a folder the countries stay there and are found again, so that a part can be measured without loading anew.
 */
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { NATION, type SampleSize, shareOf, withHistory } from "../src/sample/public.ts";
import { type Country, makeCountry } from "./country.ts";
import { measureDeadlines } from "./deadlines.ts";
import { measureFigures, measureGrowth } from "./figures.ts";
import { measureHttp } from "./http.ts";
import { measureLand } from "./land.ts";
import { describeCountry, describeMachine } from "./machine.ts";
import { measureManyUsers } from "./manyUsers.ts";
import { measureRecording } from "./recording.ts";
import { documentOf, lineOf, type Result } from "./results.ts";
import { measureScreens } from "./screens.ts";
import { measureVerifying } from "./verifying.ts";
import { measureWorkbook } from "./workbook.ts";

const PARTS = [
  "growth",
  "figures",
  "verifying",
  "screens",
  "users",
  "http",
  "workbook",
  "recording",
  "land",
  "deadlines",
] as const;
type Part = (typeof PARTS)[number];

const { values: args } = parseArgs({
  options: { quick: { type: "boolean" }, only: { type: "string" }, folder: { type: "string" } },
});
const quick = args.quick === true;
const rounds = quick ? 5 : 15;
const isPart = (text: string): text is Part => PARTS.some((part) => part === text);
if (args.only !== undefined && !isPart(args.only))
  throw new Error(`no part ${args.only}: ${PARTS.join(", ")}`);
const wanted = (part: Part) => args.only === undefined || args.only === part;

const REASONS = "## What was found";
const HTTP = { rounds: 2, seconds: 4 };

const say = (line: string) => console.log(line);
const nation: SampleSize = quick ? shareOf(NATION, 2) : NATION;
/** Ten times the history of the whole nation would take too long to load: four provinces are compared with themselves. */
const some: SampleSize = { ...shareOf(NATION, quick ? 1 : 4), entries: 10_000 };
/** As many zones as the nation has, in one province: the longest table. */
const WIDE: SampleSize = { ...shareOf(NATION, 1), zones: NATION.zones, projects: 300, entries: 1_000 };

const start = performance.now();
const folder = args.folder ?? (await mkdtemp(join(tmpdir(), "khu-bench-")));
const scratch = await mkdtemp(join(tmpdir(), "khu-bench-scratch-"));
const countries: Country[] = [];
const open: Country[] = [];
const results: Result[] = [];

async function country(name: string, size: SampleSize): Promise<Country> {
  const made = await makeCountry({ name, folder, size }, say);
  countries.push(made);
  open.push(made);
  return made;
}

/** Writes the page in the form of all pages. What people wrote under the tables about the reasons stays. */
async function writePage(path: string, document: string): Promise<void> {
  const before = await readFile(path, "utf8").catch(() => "");
  const at = before.indexOf(REASONS);
  await writeFile(path, at < 0 ? document : `${document}\n${before.slice(at)}`);
  execFileSync("npx", ["biome", "format", "--write", path], { stdio: "ignore" });
}

/** Closes what is open; closing twice is no harm. */
async function closeAll(): Promise<void> {
  for (const { database } of open.splice(0)) await database.close();
}

function tell(found: readonly Result[]): void {
  results.push(...found);
  for (const result of found) say(lineOf(result));
}

/** The parts that are measured on the whole nation. */
async function measureNation(): Promise<void> {
  const whole = await country("nation", nation);
  if (wanted("figures")) tell(await measureFigures(whole, rounds));
  if (wanted("verifying")) tell(await measureVerifying(whole, scratch));
  if (wanted("recording")) tell(await measureRecording(whole, { rounds: quick ? 2 : 5, seconds: 1 }));
  // From here on a server holds the folder.
  await closeAll();
  if (wanted("screens")) {
    const { folder: wide } = await country("wide", WIDE);
    await closeAll();
    await measureScreens({ nation: whole.folder, wide }, rounds, tell);
  }
  if (wanted("users"))
    tell(
      await measureManyUsers(whole.folder, quick ? { rounds: 1, seconds: 10 } : { rounds: 1, seconds: 60 }),
    );
  if (wanted("http")) tell(await measureHttp(whole.folder, quick ? { rounds: 1, seconds: 2 } : HTTP));
  if (wanted("workbook")) {
    const size = { rows: quick ? 10_000 : 50_000, country: nation, rounds: quick ? 1 : 2 };
    tell(await measureWorkbook({ folder: whole.folder, scratch }, size));
  }
}

try {
  if (wanted("growth")) {
    const once = await country("once", some);
    const tenfold = await country("tenfold", withHistory(some, 10));
    tell(await measureGrowth({ once, tenfold }, rounds));
    await closeAll();
  }
  if (wanted("land"))
    tell(
      await measureLand(
        scratch,
        quick
          ? { plots: 20_000, tiles: 20, imported: 4_000 }
          : { plots: 200_000, tiles: 100, imported: 50_000 },
        say,
      ),
    );
  if (wanted("deadlines"))
    tell(await measureDeadlines(scratch, { deadlines: quick ? 10_000 : 100_000, rounds: quick ? 2 : 5 }));
  if (args.only !== "land" && args.only !== "deadlines") await measureNation();
  const run = {
    machine: describeMachine(countries[0]?.database.serverVersion ?? "?"),
    date: new Date().toISOString().slice(0, 10),
    sizes: countries.map(describeCountry),
    seconds: (performance.now() - start) / 1000,
    quick,
  };
  const document = documentOf(run, results);
  if (args.only === undefined && !quick) await writePage("docs/bench.md", document);
  else say(document);
} finally {
  await closeAll();
  await rm(scratch, { recursive: true, force: true });
  if (args.folder === undefined) await rm(folder, { recursive: true, force: true });
}
