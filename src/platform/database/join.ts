/** Working beside a Khu that already runs on the same data folder: its server is used, and left running. */

import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import { postmaster, socketFolderOf } from "./cluster.ts";
import { isAlive } from "./processes.ts";

/** The part of a running server that a guest may use; `stop` leaves it running. */
type Guest = {
  readonly socketFolder: string;
  readonly lost: Promise<Problem>;
  readonly stop: () => Promise<void>;
};

/** The other Khu may be starting at this moment. */
const PATIENCE = 15_000;

/**
 * The server of the Khu that holds the folder. `why` are the reasons for which our own could not start: they are the
 * answer where no one else's is there to be used either.
 */
export async function joinRunning(
  dataFolder: string,
  why: readonly [Problem, ...Problem[]],
): Promise<Outcome<Guest>> {
  const inUse = why[0].code === "database.folder-in-use";
  const end = Date.now() + PATIENCE;
  while (inUse && Date.now() < end) {
    const data = join(await realpath(dataFolder), "postgres");
    const server = await postmaster(data);
    if (server?.state === "ready" && isAlive(server.pid)) {
      const socketFolder = await socketFolderOf(dataFolder);
      return done({ socketFolder, lost: new Promise(() => undefined), stop: async () => undefined });
    }
    await sleep(50);
  }
  return refused(...why);
}
