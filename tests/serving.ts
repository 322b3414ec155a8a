/** A Khu that serves in a process of its own, as people start it: for tests that kill it, and for measuring it. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { PASSWORD } from "./people.ts";

const PACKAGE = join(import.meta.dirname, "..");
/** Two minutes: the first start of a register loads its places. */
const TRIES = 600;
const PAUSE = 200;

export type Serving = {
  readonly child: ChildProcess;
  readonly base: string;
  readonly ended: Promise<void>;
  /** All that it has printed so far. */
  readonly said: () => string;
};

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Starts a program of this package that listens at PORT, and waits until the path answers. Throws what it said else. */
export async function serveProgram(
  args: readonly string[],
  of: { readonly path: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Serving> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", ...args], {
    cwd: PACKAGE,
    env: { ...process.env, DATABASE_URL: "", ...of.env, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said}`);
    const answer = await fetch(base + of.path).catch(() => null);
    if (answer?.ok === true) return { child, base, ended, said: () => said };
    await sleep(PAUSE);
  }
  throw new Error(`the server does not answer: ${said}`);
}

/** `khu serve` with these arguments; its first administrator has this password, or where it is empty one that is printed. */
export function serveKhu(args: readonly string[], password: string = PASSWORD): Promise<Serving> {
  return serveProgram(["src/app/main.ts", "serve", ...args], {
    path: "/api/health",
    env: { KHU_ADMIN_PASSWORD: password },
  });
}

export async function stopServing({ child, ended }: Serving): Promise<void> {
  child.kill("SIGTERM");
  await ended;
}

const session = z.object({ csrf: z.string() });

/** Signs in as the first administrator; answers what a signed-in browser sends with every request. */
export async function signInAt({ base }: Serving): Promise<Readonly<Record<string, string>>> {
  const answer = await fetch(`${base}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login: "admin", password: PASSWORD }),
  });
  const { csrf } = session.parse(await answer.json());
  const cookie = answer.headers.getSetCookie().map((c) => c.split(";")[0] ?? "");
  return { cookie: cookie.join("; "), "x-csrf-token": csrf };
}
