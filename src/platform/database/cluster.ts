/** The data directory of the embedded server: made once, whole or not at all, and free of earlier servers. */

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import {
  chmod,
  chown,
  lchown,
  lstat,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { done, type Outcome, refused } from "../../kernel/problems.ts";
import type { Binaries } from "./binaries.ts";
import type { Launcher } from "./launcher.ts";
import { folderNotOurs, otherDataVersion, serverFailed, serverStillRunning } from "./problems.ts";
import { isAlive, processesIn, signal, until } from "./processes.ts";

/** Major version of the data that the embedded server reads. */
const DATA_VERSION = "18";
/** The superuser of the embedded server; it only sets up roles and the database. */
export const SUPERUSER = "khu_admin";
/** Bytes that a socket path may have: 107 on Linux, 103 on macOS, less what follows the folder. */
const LONGEST_SOCKET_FOLDER = 100 - "/.s.PGSQL.5432".length;

/** A clean environment: PG* variables of the caller must not reach the server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}

async function giveTo(path: string, owner: { uid: number; gid: number }): Promise<void> {
  await lchown(path, owner.uid, owner.gid);
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) await giveTo(inner, owner);
    else await lchown(inner, owner.uid, owner.gid);
  }
}

/** Makes the folder belong to whom the server runs as. Root may; anyone else is refused. */
async function settleOwner(path: string, launcher: Launcher): Promise<Outcome<null>> {
  const me = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const wanted = launcher.owner ?? me;
  if ((await lstat(path)).uid === wanted.uid) return done(null);
  if (me.uid !== 0) return refused(folderNotOurs(path, "it belongs to another user"));
  await giveTo(path, wanted);
  return done(null);
}

/** Runs a command to its end and answers its exit code and everything it wrote. */
async function runToEnd(command: readonly string[]): Promise<{ code: number | null; output: string }> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { env: serverEnvironment(), stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (part: Buffer) => {
    output += part.toString("utf8");
  });
  child.stderr.on("data", (part: Buffer) => {
    output += part.toString("utf8");
  });
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

/**
 * Collation: PostgreSQL's own C.UTF-8, so that neither a system update nor another machine changes the order in an
 * index; Vietnamese order is asked for in the query (`COLLATE "vi-x-icu"`).
 */
const INITDB_OPTIONS = [
  ...["--username", SUPERUSER, "--auth", "trust", "--encoding", "UTF8", "--no-instructions"],
  ...["--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
];

/** What a cluster is made of; `durable: false` (tests alone) does not wait for the disk. */
export type ClusterPlan = {
  readonly data: string;
  readonly binaries: Binaries;
  readonly launcher: Launcher;
  readonly durable: boolean;
};

async function create({ data, binaries, launcher, durable }: ClusterPlan): Promise<Outcome<null>> {
  const draft = `${data}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  if (launcher.owner !== null) await chown(draft, launcher.owner.uid, launcher.owner.gid);
  const { code, output } = await runToEnd([
    ...launcher.prefix,
    binaries.initdb,
    "--pgdata",
    draft,
    ...INITDB_OPTIONS,
    ...(durable ? [] : ["--no-sync"]),
  ]);
  if (code !== 0) return refused(serverFailed("initdb", output.trim().slice(-600)));
  await rename(draft, data);
  return done(null);
}

/**
 * Makes sure that the data directory exists, has the right version and the right owner. It is made beside its place
 * and moved there when complete, so a kill in the middle leaves nothing that looks finished.
 */
export async function readyCluster(plan: ClusterPlan): Promise<Outcome<null>> {
  const { data, launcher } = plan;
  if (!existsSync(data)) {
    const made = await create(plan);
    if (!made.ok) return made;
  }
  const version = await readFile(join(data, "PG_VERSION"), "utf8").then(
    (text) => text.trim(),
    (error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? "?" : null),
  );
  if (version === null) return refused(folderNotOurs(data, "it can't be read"));
  if (version !== DATA_VERSION) return refused(otherDataVersion(data, version, DATA_VERSION));
  return settleOwner(data, launcher);
}

/** The server's process number and state (`starting`, `ready`, …) from its own lock file; null where it has none. */
export async function postmaster(data: string): Promise<{ pid: number; state: string } | null> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => null);
  if (text === null) return null;
  const lines = text.split("\n");
  return { pid: Number(lines[0]), state: (lines[7] ?? "").trim() };
}

/**
 * Ends what an earlier Khu left behind. Its server gets a fast shutdown when the kernel sees Khu die; this waits for
 * that, asks once more in case the kernel did not, and in the end asks for an immediate one (safe: the log is replayed).
 * Afterwards a lock file of the server can only be a leftover: in a container its number may belong to someone else.
 */
export async function endEarlierServer(data: string, patience = 20_000): Promise<Outcome<null>> {
  const gone = () => processesIn(data).length === 0;
  const ask = async (name: NodeJS.Signals) => {
    const left = await postmaster(data);
    if (left !== null && processesIn(data).includes(left.pid)) signal(left.pid, name);
  };
  if (!(await until(gone, 1_000))) {
    await ask("SIGINT");
    if (!(await until(gone, patience))) {
      await ask("SIGQUIT");
      if (!(await until(gone, 5_000))) return refused(serverStillRunning(data, processesIn(data)));
    }
  }
  const left = await postmaster(data);
  if (left !== null && (process.platform === "linux" || !isAlive(left.pid))) {
    await rm(join(data, "postmaster.pid"), { force: true });
  }
  return done(null);
}

/**
 * Where the Unix socket of a data folder is: inside it where the path is short enough, else under the system's
 * temporary folder, named after the data folder.
 */
export async function socketFolderOf(dataFolder: string): Promise<string> {
  const real = await realpath(dataFolder);
  const inside = join(real, "socket");
  const name = createHash("sha256").update(real).digest("hex").slice(0, 16);
  return Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER ? inside : join(tmpdir(), `khu-${name}`);
}

/** Makes the socket's folder, which only we may enter: whoever may enter it may log in. */
export async function readySocketFolder(dataFolder: string, launcher: Launcher): Promise<Outcome<string>> {
  const folder = await socketFolderOf(dataFolder);
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  const found = await lstat(folder);
  if (!found.isDirectory()) return refused(folderNotOurs(folder, "it is not a folder"));
  const settled = await settleOwner(folder, launcher);
  if (!settled.ok) return settled;
  await chmod(folder, 0o700);
  return done(folder);
}
