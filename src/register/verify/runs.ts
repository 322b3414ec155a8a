/**
 * Checks of the whole register that somebody starts beside everybody's work: one at a time in all processes of a register,
 * each with its progress and its result as a row. What it reads stands still (one snapshot); others go on.
 */
import { setImmediate as turn } from "node:timers/promises";
import type pg from "pg";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import type { Db } from "../../platform/database/tables.ts";
import type { Progress } from "./progress.ts";
import { findRun, insertRun, lockRuns, setEnded, setFound, setProgress, unlockRuns } from "./runStore.ts";
import { type VerifyOptions, verifyRegister } from "./verify.ts";

export type RunOptions = Pick<VerifyOptions, "pool" | "definitions" | "files"> & {
  readonly db: Db;
  /** Told where a check could not be finished. */
  readonly onFailure: (error: unknown) => void;
};

export type VerificationRuns = {
  /** Starts a check under this id, which is answered at once; the same id again starts nothing. */
  readonly start: (asked: { readonly id: string; readonly by: string }) => Promise<Outcome<null>>;
  /** Ends the check of this process, if there is one, and waits for that. */
  readonly stop: () => Promise<void>;
};

const RUNNING: Problem = {
  code: "verification.running",
  status: 409,
  field: null,
  message: { vi: "Đang có một lần kiểm tra sổ.", en: "The register is being verified already." },
  remedy: {
    vi: "Chờ lần ấy xong; tiến độ ở trang Kiểm tra sổ.",
    en: "Wait for that to finish; its progress stands on the page Verification.",
  },
};

/** Milliseconds between two notes of how far it is. */
const NOTED_EVERY = 300;

class Stopped extends Error {
  override readonly name = "Stopped";
}

/** Checks of one process. */
export function verificationRuns(options: RunOptions): VerificationRuns {
  const { pool, db } = options;
  let stopping = false;
  let running: Promise<void> = Promise.resolve();

  async function run(client: pg.PoolClient, id: string): Promise<void> {
    let notedAt = 0;
    const onProgress = async (progress: Progress) => {
      if (stopping) throw new Stopped();
      // Whoever else asks this process something comes in between.
      await turn();
      if (Date.now() - notedAt < NOTED_EVERY) return;
      notedAt = Date.now();
      await setProgress(client, id, progress);
    };
    try {
      await setFound(client, id, await verifyRegister({ ...options, onProgress }));
    } catch (error) {
      if (!(error instanceof Stopped)) options.onFailure(error);
      await setEnded(client, id, error instanceof Stopped ? "interrupted" : "failed");
    }
  }

  return {
    start: async ({ id, by }) => {
      if ((await findRun(db, id)) !== null) return done(null);
      const client = await pool.connect();
      try {
        if (!(await lockRuns(client))) {
          client.release();
          return refused(RUNNING);
        }
        await insertRun(client, { id, by });
      } catch (error) {
        client.release(true);
        throw error;
      }
      running = run(client, id)
        .then(() => unlockRuns(client))
        .then(() => client.release())
        // With the connection the lock goes; what it leaves is told as interrupted.
        .catch((error: unknown) => {
          options.onFailure(error);
          client.release(true);
        });
      return done(null);
    },
    stop: async () => {
      stopping = true;
      await running;
    },
  };
}
