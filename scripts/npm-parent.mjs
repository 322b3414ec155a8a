/**
 * npm puts itself and a shell between the terminal and a script, and passes no signal on when it is ended: the script
 * would live on, holding its port. This notices.
 */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const EVERY_MILLISECONDS = 500;

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    if (process.platform === "linux") return 0;
    return Number(spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }).stdout);
  }
}

/** Calls `gone` once when the npm that runs this script has ended. Does nothing where npm does not run it. */
export function whenNpmEnds(script, gone) {
  if (process.env.npm_lifecycle_event !== script || process.platform === "win32") return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    gone();
  }, EVERY_MILLISECONDS);
  timer.unref();
}
