/**
 * Does the work of the queue, one piece after the other. What a process took that has died is done by the next one, so
 * whoever does it must know what became of the first attempt.
 */
import type { Db } from "../database/tables.ts";
import { finishJob, type Job, putOffJob, releaseJobs, takeJob } from "./store.ts";

/** What became of a piece of work: done (perhaps twice), to be tried again, or never to be done. */
export type Done =
  | { readonly kind: "done"; readonly doubtful: boolean }
  | { readonly kind: "again"; readonly problem: string }
  | { readonly kind: "never"; readonly problem: string };

export type QueueDeps = {
  readonly db: Db;
  /** Who works here, the same after a restart: only one process at a time may bear it. */
  readonly worker: string;
  readonly now: () => number;
};

/** Another worker's piece is taken over after so many seconds. */
const LEASE = 15 * 60;
/** Tried again after so many minutes, at last given up: three days in all. */
const PAUSES = [1, 2, 5, 15, 30, 60, 120, 240, 480, 480, 960, 960, 960] as const;

/** What this worker took before it died waits again; to be called before the first work of a process. */
export async function takeOver({ db, worker, now }: QueueDeps): Promise<void> {
  await releaseJobs(db, { by: worker, now: now(), after: LEASE });
}

async function settle({ db, now }: QueueDeps, job: Job, done: Done): Promise<void> {
  switch (done.kind) {
    case "done":
      return finishJob(db, { id: job.id, now: now(), doubtful: done.doubtful });
    case "never":
      return putOffJob(db, { id: job.id, now: now(), at: null, problem: done.problem });
    case "again": {
      const pause = PAUSES[job.tries - 1];
      const at = pause === undefined ? null : now() + pause * 60_000;
      return putOffJob(db, { id: job.id, now: now(), at, problem: done.problem });
    }
  }
}

/** Does what is due until nothing is left or it is to stop; answers how many pieces were worked on. */
export async function workOff(
  deps: QueueDeps,
  work: (job: Job) => Promise<Done>,
  isStopping: () => boolean = () => false,
): Promise<number> {
  let worked = 0;
  while (!isStopping()) {
    const job = await takeJob(deps.db, { by: deps.worker, now: deps.now() });
    if (job === null) return worked;
    const done = await work(job).catch((error: unknown): Done => {
      return { kind: "again", problem: error instanceof Error ? error.message : String(error) };
    });
    await settle(deps, job, done);
    worked += 1;
  }
  return worked;
}
