/** Finds GDAL's programs for the tests that read our files with them, and installs Debian's where none are and we may. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const INSTALL_MS = 240_000;

function onPath() {
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)].filter(
    (folder) => folder !== "",
  );
  return folders.map((folder) => join(folder, "ogr2ogr")).find((path) => existsSync(path));
}

function installOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log("Installing GDAL for the tests of geodata (Debian package gdal-bin, about 100 MB, once).");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args) => spawnSync("apt-get", args, { env, encoding: "utf8", timeout: INSTALL_MS });
  // Another program may be installing something just now.
  const waiting = ["-o", "DPkg::Lock::Timeout=120"];
  const install = () => run("install", ...waiting, "-y", "-qq", "--no-install-recommends", "gdal-bin");
  // The lists may be there already: with them it takes seconds less, and needs one server less.
  if (install().status === 0) return true;
  const updated = run("update", "-qq");
  const installed = install();
  if (installed.status === 0) return true;
  console.error(`${updated.stderr}${installed.stdout}${installed.stderr}`);
  return false;
}

/** The path of ogr2ogr, null where there is none and none can be installed. KHU_OGR2OGR goes before all. */
export function findOgr2ogr() {
  const named = process.env.KHU_OGR2OGR ?? "";
  if (named !== "") return existsSync(named) ? named : null;
  return onPath() ?? (installOnDebian() ? (onPath() ?? null) : null);
}
