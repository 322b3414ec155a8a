import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Outcome } from "../../kernel/problems.ts";
import { findBinaries } from "./binaries.ts";
import { type Database, openDatabase } from "./connect.ts";
import { type EmbeddedServer, startEmbedded } from "./embedded.ts";
import { processesIn, until } from "./processes.ts";

const KEEPER = fileURLToPath(new URL("../../../tests/processes/keeper.ts", import.meta.url));
/** How often the keeper is killed; KHU_KILLS asks for more than the everyday run does. */
const KILLS = Number(process.env.KHU_KILLS ?? 3);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "khu-embedded-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? "ok" : outcome.problems[0].code;
}

async function start(dataFolder = folder): Promise<EmbeddedServer> {
  const started = await startEmbedded({ dataFolder, durable: false });
  if (!started.ok) throw new Error(started.problems[0].message.en);
  return started.value;
}

async function open(): Promise<Database> {
  const opened = await openDatabase({ dataFolder: folder });
  if (!opened.ok) throw new Error(opened.problems[0].message.en);
  return opened.value;
}

describe("the embedded server", () => {
  test("listens on a socket that only we may reach, and on no network port", async () => {
    const server = await start();
    try {
      expect((await stat(server.socketFolder)).mode & 0o777).toBe(0o700);
      const pidFile = (await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n");
      expect(pidFile[5]).toBe("");
    } finally {
      await server.stop();
    }
    expect(processesIn(join(folder, "postgres"))).toEqual([]);
  });

  test("a second start on the folder is refused while the first lives, and works afterwards", async () => {
    const server = await start();
    expect(codeOf(await startEmbedded({ dataFolder: folder }))).toBe("database.folder-in-use");
    await server.stop();
    await (await start()).stop();
  });

  test("a data folder with a very long path works: the socket lies elsewhere", async () => {
    const long = join(folder, "a".repeat(120), "b".repeat(60));
    const server = await start(long);
    expect(server.socketFolder.length).toBeLessThan(90);
    await server.stop();
    await rm(server.socketFolder, { recursive: true });
  });

  test("a folder half made by a start that was killed is made again", async () => {
    await mkdir(join(folder, "postgres.new", "base"), { recursive: true });
    await (await start()).stop();
    expect(existsSync(join(folder, "postgres.new"))).toBe(false);
  });

  test("data of another version of PostgreSQL are refused and left alone", async () => {
    await mkdir(join(folder, "postgres"));
    await writeFile(join(folder, "postgres", "PG_VERSION"), "16\n");
    expect(codeOf(await startEmbedded({ dataFolder: folder }))).toBe("database.other-data-version");
    expect(await readFile(join(folder, "postgres", "PG_VERSION"), "utf8")).toBe("16\n");
  });

  test("a data folder that can't be one is refused with a sentence", async () => {
    await writeFile(join(folder, "file"), "");
    const outcome = await startEmbedded({ dataFolder: join(folder, "file", "inside") });
    expect(codeOf(outcome)).toBe("database.folder-not-ours");
  });

  test("damaged data are refused with the server's own words, and the folder is free again", async () => {
    await (await start()).stop();
    await rm(join(folder, "postgres", "global", "pg_control"));
    const outcome = await startEmbedded({ dataFolder: folder });
    expect(codeOf(outcome)).toBe("database.start-failed");
    expect(outcome.ok ? "" : outcome.problems[0].message.en).toContain("pg_control");
    expect(existsSync(join(folder, "khu.lock"))).toBe(false);
  });

  test("when the server is killed, who waits for it learns so", async () => {
    const server = await start();
    process.kill(server.pid, "SIGKILL");
    expect((await server.lost).code).toBe("database.lost");
    await server.stop();
    await (await start()).stop();
  });

  test("a number in the server's lock file that now belongs to another process does not hinder", async () => {
    const server = await start();
    const lock = await readFile(join(folder, "postgres", "postmaster.pid"), "utf8");
    await server.stop();
    const other = lock.replace(String(server.pid), String(process.ppid));
    await writeFile(join(folder, "postgres", "postmaster.pid"), other);
    await (await start()).stop();
  });

  test("a machine without the program is told what to do", async () => {
    const outcome = await findBinaries({ platform: "plan9", arch: "x64" });
    expect(codeOf(outcome)).toBe("database.no-binaries");
    expect(outcome.ok ? "" : outcome.problems[0].remedy.en).toContain("DATABASE_URL");
  });
});

describe("a command beside a running Khu", () => {
  test("uses its server, sees its rows and leaves it running", async () => {
    const server = await open();
    try {
      await server.owner.query("create table khu.kept (no int); insert into khu.kept values (7)");
      const command = await openDatabase({ dataFolder: folder, whenBusy: "join" });
      if (!command.ok) throw new Error(command.problems[0].message.en);
      expect((await command.value.pool.query("select no from kept")).rows).toEqual([{ no: 7 }]);
      await command.value.close();
      expect((await server.pool.query("select no from kept")).rows).toEqual([{ no: 7 }]);
    } finally {
      await server.close();
    }
  });
});

/** Starts a keeper and answers when it has committed `enough` numbers: what kills it, answering all that it said. */
async function keep(enough: number): Promise<{ kill: () => Promise<readonly number[]> }> {
  const child = spawn(process.execPath, ["--import", "tsx", KEEPER, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const kept: number[] = [];
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve, reject) => {
    lines.on("line", (line) => {
      if (line.startsWith("refused")) reject(new Error(line));
      if (line.startsWith("kept ")) kept.push(Number(line.slice(5)));
      if (kept.length >= enough) resolve();
    });
    child.on("exit", () => reject(new Error("the keeper ended early")));
  });
  const kill = async () => {
    const closed = new Promise((resolve) => lines.on("close", resolve));
    child.removeAllListeners("exit");
    child.kill("SIGKILL");
    await closed;
    return kept;
  };
  return { kill };
}

describe("when Khu is killed without warning", () => {
  test(`its server ends within 5 seconds, and every committed row is there again (${KILLS} times)`, async () => {
    const said: number[] = [];
    for (let round = 0; round < KILLS; round++) {
      const keeper = await keep(5 + round);
      said.push(...(await keeper.kill()));
      const data = join(folder, "postgres");
      // Half of the rounds start again at once, while the old server may still be on its way out.
      if (round % 2 === 0) expect(await until(() => processesIn(data).length === 0, 5_000)).toBe(true);
    }
    const database = await open();
    const { rows } = await database.owner.query<{ no: number }>("select no from khu.kept order by no");
    await database.close();
    const there = new Set(rows.map(({ no }) => no));
    expect(said.length).toBeGreaterThanOrEqual(KILLS * 5);
    expect(said.filter((no) => !there.has(no))).toEqual([]);
  }, 300_000);
});
