/** `npm test`: installs if needed (a browser too), builds the web, runs every test. Arguments go to vitest. */

import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { findOgr2ogr } from "./gdal.mjs";
import {
  ensureInstalled,
  ensureWeb,
  exitCodeOf,
  forwardSignals,
  ROOT,
  requireNode,
  stop,
} from "./install.mjs";
import { whenNpmEnds } from "./npm-parent.mjs";
import { countsOfAll, printCounts } from "./results.mjs";

requireNode();
whenNpmEnds("test", () => process.kill(process.pid, "SIGTERM"));
await ensureInstalled({ dev: true });
const chromium = findChromium();
if (chromium === null) {
  stop("The browser tests need a Chromium or Chrome: install one, or name its program in KHU_CHROMIUM.");
}
const ogr2ogr = findOgr2ogr();
if (ogr2ogr === null) {
  console.error(
    "Without GDAL (ogr2ogr) the tests that read our geodata with it are skipped: install it, or name it in KHU_OGR2OGR.",
  );
}
await ensureWeb();

const report = process.env.KHU_TEST_REPORT ?? join(ROOT, "node_modules", ".cache", "khu-test.json");
rmSync(report, { force: true });
const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const child = spawn(process.execPath, [vitest, "run", ...reporters, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, KHU_CHROMIUM: chromium, KHU_OGR2OGR: ogr2ogr ?? "" },
});
forwardSignals(child, ["SIGTERM", "SIGHUP"]);
process.on("SIGINT", () => undefined); // The terminal tells vitest itself; we wait for its end.
const code = await exitCodeOf(child);
printCounts(countsOfAll([report]));
process.exitCode = code;
