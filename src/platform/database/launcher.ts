/**
 * Under whom the embedded server runs. PostgreSQL refuses root; and it must end when this process is killed,
 * which `setpriv --pdeathsig` asks the kernel for.
 */

import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { done, type Outcome, refused } from "../../kernel/problems.ts";
import { noOrdinaryUser } from "./problems.ts";

/** `prefix` stands before the program; `owner` is who must own the server's folders, null: who runs this. */
export type Launcher = {
  readonly kind: LauncherKind;
  readonly prefix: readonly string[];
  readonly owner: { readonly uid: number; readonly gid: number } | null;
};

/**
 * `plain`: as we are. `guarded`: as we are, ending with us. `namespace`: root looks like nobody to itself.
 * `id`: root becomes another user of the machine.
 */
export type LauncherKind = "plain" | "guarded" | "namespace" | "id";

const GUARD = ["--pdeathsig", "INT"];

function runs(command: readonly string[]): boolean {
  const [program, ...args] = command;
  return program !== undefined && spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/** Users of /etc/passwd; `initdb` needs one that has a name. */
function users(): readonly { name: string; uid: number; gid: number }[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid = "", gid = ""]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.name !== "" && user.uid > 0);
}

function ordinaryUser(folder: string): { uid: number; gid: number } | null {
  const all = users();
  const folderOwner = statSync(folder).uid;
  const named = (name: string) => all.find((user) => user.name === name);
  const user = all.find(({ uid }) => uid === folderOwner) ?? named("postgres") ?? named("nobody");
  return user === undefined ? null : { uid: user.uid, gid: user.gid };
}

/** Whether, started so, a program gets at the server's program and at the folder. */
function reaches(prefix: readonly string[], folder: string, program: string): boolean {
  return runs([...prefix, "sh", "-c", 'test -x "$0" && test -x "$1"', program, folder]);
}

/**
 * A checkout under /root is closed to other users. Then the server keeps the one capability to pass there, which
 * the root of a container has; it is asked for only where it is needed.
 */
function byId(folder: string, program: string): Launcher | null {
  const owner = ordinaryUser(folder);
  if (owner === null) return null;
  const change = ["setpriv", `--reuid=${owner.uid}`, `--regid=${owner.gid}`, "--clear-groups"];
  const passing = ["--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override"];
  const prefix = [
    [...change, ...GUARD],
    [...change, ...passing, ...GUARD],
  ].find((way) => reaches(way, folder, program));
  return prefix === undefined ? null : { kind: "id", prefix, owner };
}

function make(kind: LauncherKind, folder: string, program: string): Launcher | null {
  if (kind === "plain") return { kind, prefix: [], owner: null };
  if (kind === "id") return byId(folder, program);
  // Root inside a namespace has lost its right to pass through other users' closed folders: it must be tried.
  const prefix = kind === "namespace" ? ["unshare", "-U", "setpriv", ...GUARD] : ["setpriv", ...GUARD];
  return reaches(prefix, folder, program) ? { kind, prefix, owner: null } : null;
}

/**
 * The first way that works on this machine to run `program` over `folder` (which exists). `kinds` narrows the
 * choice; without it root tries a namespace, then another user; anyone else runs it as they are.
 */
export function chooseLauncher(
  folder: string,
  program: string,
  kinds: readonly LauncherKind[] = process.getuid?.() === 0 ? ["namespace", "id"] : ["guarded", "plain"],
): Outcome<Launcher> {
  for (const kind of kinds) {
    const launcher = make(kind, folder, program);
    if (launcher !== null) return done(launcher);
  }
  return refused(noOrdinaryUser());
}
