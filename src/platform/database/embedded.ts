/**
 * The PostgreSQL that comes with Khu: started over a data folder, reached by a Unix socket alone, ended with us even
 * when we are killed. A second Khu on the same folder is refused.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import { findBinaries } from "./binaries.ts";
import {
  endEarlierServer,
  postmaster,
  readyCluster,
  readySocketFolder,
  serverEnvironment,
} from "./cluster.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { chooseLauncher, type Launcher, type LauncherKind } from "./launcher.ts";
import { folderNotOurs, serverFailed, serverLost } from "./problems.ts";
import { signal } from "./processes.ts";

/** How to start. `durable: false` (tests alone) trades safety after a power cut for speed. */
export type EmbeddedOptions = {
  readonly dataFolder: string;
  readonly durable?: boolean;
  readonly launchers?: readonly LauncherKind[];
};

/** A running server. `socketFolder` and port 5432 are its address; `lost` answers if it ends without being asked. */
export type EmbeddedServer = {
  readonly socketFolder: string;
  readonly pid: number;
  readonly launcher: LauncherKind;
  readonly lost: Promise<Problem>;
  /** Fast shutdown: open transactions are rolled back, everything committed is safe. May be called twice. */
  readonly stop: () => Promise<void>;
};

/** Recovery after a crash may take long; a server that still says it is starting is given this time. */
const START_PATIENCE = 120_000;
const LARGEST_LOG = 10_000_000;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "100",
  shared_buffers: "192MB",
  effective_cache_size: "1GB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "1GB",
  random_page_cost: "1.1",
  autovacuum_vacuum_scale_factor: "0.02",
  autovacuum_analyze_scale_factor: "0.02",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] %u@%d ",
  log_checkpoints: "off",
  jit: "off",
};

const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };
const QUICK = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "64MB" };

function settings(durable: boolean): readonly string[] {
  const all = { ...SETTINGS, ...(durable ? DURABLE : QUICK) };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Opens the log for appending; a log grown large becomes `postgres.log.1`. */
function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > LARGEST_LOG) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}

function lastWords(log: string, from: number): string {
  const lines = readFileSync(log).subarray(from).toString("utf8").trim().split("\n");
  const fatal = lines.filter((line) => /FATAL|PANIC|could not|HINT|error while loading/.test(line));
  return (fatal.length > 0 ? fatal : lines).slice(-3).join(" / ").slice(-600);
}

function launch(command: readonly string[], log: string): { child: ChildProcess; logStart: number } {
  const [program = "", ...args] = command;
  const out = openLog(log);
  const logStart = statSync(log).size;
  // A session of its own: Ctrl-C in the terminal must reach Khu alone, which then ends the server in good order.
  const child = spawn(program, args, {
    stdio: ["ignore", out, out],
    detached: true,
    env: serverEnvironment(),
  });
  closeSync(out);
  child.unref();
  return { child, logStart };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

async function becomesReady(child: ChildProcess, data: string): Promise<boolean> {
  const end = Date.now() + START_PATIENCE;
  while (!hasEnded(child) && Date.now() < end) {
    const state = await postmaster(data);
    if (state?.pid === child.pid && state?.state === "ready") return true;
    await sleep(15);
  }
  return false;
}

async function ended(child: ChildProcess, milliseconds: number): Promise<boolean> {
  if (hasEnded(child)) return true;
  // The child is not waited for by the event loop; this timer keeps the loop alive while we do.
  const timer = new AbortController();
  const late = sleep(milliseconds, false, { signal: timer.signal }).catch(() => false);
  const answer = await Promise.race([once(child, "exit").then(() => true), late]);
  timer.abort();
  return answer;
}

async function shutDown(child: ChildProcess): Promise<void> {
  for (const [name, patience] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (child.pid !== undefined && !hasEnded(child)) signal(child.pid, name);
    if (await ended(child, patience)) return;
  }
}

type Running = { child: ChildProcess; socket: string; lock: FolderLock; launcher: Launcher; log: string };

function asServer({ child, socket, lock, launcher, log }: Running): EmbeddedServer {
  let stopping: Promise<void> | null = null;
  const lost = new Promise<Problem>((resolve) => {
    child.once("exit", () => {
      if (stopping === null) resolve(serverLost(log));
    });
  });
  const stop = () => {
    stopping ??= shutDown(child).finally(lock.release);
    return stopping;
  };
  return { socketFolder: socket, pid: child.pid ?? 0, launcher: launcher.kind, lost, stop };
}

async function startLocked(
  folder: string,
  options: EmbeddedOptions,
  lock: FolderLock,
): Promise<Outcome<EmbeddedServer>> {
  const data = join(folder, "postgres");
  const log = join(folder, "postgres.log");
  const free = await endEarlierServer(data);
  if (!free.ok) return free;
  const binaries = await findBinaries();
  if (!binaries.ok) return binaries;
  const chosen = chooseLauncher(folder, binaries.value.postgres, options.launchers);
  if (!chosen.ok) return chosen;
  const launcher = chosen.value;
  const durable = options.durable ?? true;
  const ready = await readyCluster({ data, binaries: binaries.value, launcher, durable });
  if (!ready.ok) return ready;
  const socket = await readySocketFolder(folder, launcher);
  if (!socket.ok) return socket;
  const command = [...launcher.prefix, binaries.value.postgres, "-D", data, "-k", socket.value];
  const { child, logStart } = launch([...command, ...settings(durable)], log);
  child.on("error", () => undefined); // A program that is missing shows as one that has ended.
  if (await becomesReady(child, data))
    return done(asServer({ child, socket: socket.value, lock, launcher, log }));
  await shutDown(child);
  return refused(serverFailed("start", lastWords(log, logStart)));
}

/**
 * Starts the server over `dataFolder`, which is made where it is missing; the cluster is made once. Waits for an
 * earlier server on its way out. Refused (status 503) where the folder is in use, can't be written, holds another
 * version's data, or this machine can't run the server.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Outcome<EmbeddedServer>> {
  let lock: FolderLock | null = null;
  let started: Outcome<EmbeddedServer> | null = null;
  try {
    await mkdir(options.dataFolder, { recursive: true, mode: 0o700 });
    const folder = await realpath(options.dataFolder);
    const locked = lockFolder(folder);
    if (!locked.ok) return locked;
    lock = locked.value;
    started = await startLocked(folder, options, lock);
    return started;
  } catch (error) {
    // What the file system refuses (rights, no space, a file where a folder should be) is the operator's to mend.
    if (!(error instanceof Error && "syscall" in error)) throw error;
    return refused(folderNotOurs(options.dataFolder, error.message));
  } finally {
    if (started?.ok !== true) lock?.release();
  }
}
