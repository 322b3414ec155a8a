/** Finds a Chromium for the tests that use a browser, and installs Debian's where none is and we may. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function onPath() {
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) =>
    existsSync(path),
  );
}

/** The one that Playwright's own installer has put into its cache. */
function ofPlaywright() {
  try {
    return createRequire(import.meta.url)("playwright-core").chromium.executablePath();
  } catch {
    return undefined;
  }
}

function find() {
  return onPath() ?? [...ELSEWHERE, ofPlaywright()].find((path) => path !== undefined && existsSync(path));
}

function installOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log(
    "Installing Chromium for the browser tests (Debian package, about 300 MB, about a minute, once).",
  );
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args) => spawnSync("apt-get", args, { env, encoding: "utf8" });
  const updated = run("update", "-qq");
  const installed = run("install", "-y", "-qq", "--no-install-recommends", "chromium");
  if (installed.status === 0) return true;
  console.error(`${updated.stderr}${installed.stdout}${installed.stderr}`);
  return false;
}

/** The path of a Chromium, null where there is none and none can be installed. KHU_CHROMIUM goes before all. */
export function findChromium() {
  const named = process.env.KHU_CHROMIUM ?? "";
  if (named !== "") return existsSync(named) ? named : null;
  return find() ?? (installOnDebian() ? (find() ?? null) : null);
}
