/** What the operating system says about processes. Node can signal one, but not ask whether it is still the same. */

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether a process of that number lives (a zombie does not). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return statFields(pid)?.[0] !== "Z";
}

/** Fields of /proc/<pid>/stat from the state on (the name before it may hold blanks); null off Linux. */
function statFields(pid: number): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

/**
 * A mark of when the process began. Numbers are given out again, in a container after every start; number and
 * beginning together name one process. Null where the system does not tell.
 */
export function beginningOf(pid: number): string | null {
  if (process.platform === "linux") return statFields(pid)?.[19] ?? null;
  const answer = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return answer.status === 0 ? answer.stdout.trim() || null : null;
}

/**
 * Living processes that work in the folder: the server changes into its data folder, and so do all its children.
 * Empty off Linux, where only PostgreSQL's own lock file protects.
 */
export function processesIn(folder: string): readonly number[] {
  if (process.platform !== "linux") return [];
  let real: string;
  try {
    real = realpathSync(folder);
  } catch {
    return [];
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && workingFolder(pid) === real && isAlive(pid));
}

function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** Signals a process that may be gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** Asks `condition` every few milliseconds until it holds; false when `milliseconds` have passed before. */
export async function until(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) return false;
    await sleep(15);
  }
  return true;
}
