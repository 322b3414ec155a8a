/** Work that must be done once and survives a restart, as rows. SQL only. */
import { sql } from "kysely";
import type { Db } from "../database/tables.ts";

/** Work to be done. `key`: the event that it is for; `about`: what it goes with, and is erased with. */
export type NewJob = {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly about: string | null;
  readonly payload: object;
};
export type Job = Omit<NewJob, "payload"> & { readonly payload: unknown; readonly tries: number };

const instant = (at: number) => sql`to_timestamp(${at}::float8 / 1000)`;

/** Adds work, unless its event has some already, done or not; answers whether it was added. */
export async function insertJob(db: Db, job: NewJob): Promise<boolean> {
  const { rows } = await sql`
    insert into jobs (id, kind, key, about, payload)
    values (${job.id}, ${job.kind}, ${job.key}, ${job.about}, ${JSON.stringify(job.payload)}::jsonb)
    on conflict on constraint jobs_once do nothing returning id`.execute(db);
  return rows.length === 1;
}

/** Takes the next piece of work that is due; nobody else gets it meanwhile. Null: there is none. */
export async function takeJob(
  db: Db,
  of: { readonly by: string; readonly now: number },
): Promise<Job | null> {
  const { rows } = await sql<Job>`
    update jobs set state = 'taken', taken_by = ${of.by}, taken_at = ${instant(of.now)}, tries = tries + 1
     where id = (select id from jobs where state = 'waiting' and run_at <= ${instant(of.now)}
                  order by run_at, id limit 1 for update skip locked)
    returning id, kind, key, about, payload, tries`.execute(db);
  return rows[0] ?? null;
}

/** What somebody took who is gone waits again: one's own of before at once, another's after so many seconds. */
export async function releaseJobs(
  db: Db,
  of: { readonly by: string; readonly now: number; readonly after: number },
): Promise<void> {
  await sql`
    update jobs set state = 'waiting'
     where state = 'taken' and (taken_by = ${of.by}
        or taken_at < ${instant(of.now)} - make_interval(secs => ${of.after}))`.execute(db);
}

/** Marks work as done; `doubtful`: perhaps it was done twice. */
export async function finishJob(
  db: Db,
  of: { readonly id: string; readonly now: number; readonly doubtful: boolean },
): Promise<void> {
  await sql`update jobs set state = 'done', done_at = ${instant(of.now)}, problem = null,
                   doubtful = doubtful or ${of.doubtful}
             where id = ${of.id} and state = 'taken'`.execute(db);
}

/** Puts work off, or (`at` null) gives it up, with the reason. */
export async function putOffJob(
  db: Db,
  of: { readonly id: string; readonly now: number; readonly at: number | null; readonly problem: string },
): Promise<void> {
  const problem = of.problem.slice(0, 500);
  if (of.at === null) {
    await sql`update jobs set state = 'failed', done_at = ${instant(of.now)}, problem = ${problem}
               where id = ${of.id} and state = 'taken'`.execute(db);
    return;
  }
  await sql`update jobs set state = 'waiting', run_at = ${instant(of.at)}, problem = ${problem}
             where id = ${of.id} and state = 'taken'`.execute(db);
}

/** Forgets all work that goes with something that is erased. */
export async function deleteJobsAbout(db: Db, about: string): Promise<void> {
  await sql`delete from jobs where about = ${about}`.execute(db);
}

export type JobCounts = {
  readonly waiting: number;
  readonly done: number;
  readonly failed: number;
  readonly doubtful: number;
  readonly problem: string | null;
};

/** How much work of a kind waits, is done, was given up; and the last thing that went wrong. */
export async function countJobs(db: Db, kind: string): Promise<JobCounts> {
  const { rows } = await sql<JobCounts>`
    select count(*) filter (where state in ('waiting', 'taken'))::int as waiting,
           count(*) filter (where state = 'done')::int as done,
           count(*) filter (where state = 'failed')::int as failed,
           count(*) filter (where doubtful)::int as doubtful,
           (select problem from jobs where kind = ${kind} and problem is not null
             order by run_at desc, id desc limit 1) as problem
      from jobs where kind = ${kind}`.execute(db);
  return rows[0] ?? { waiting: 0, done: 0, failed: 0, doubtful: 0, problem: null };
}
