/** Sends what waits as mail, and looks every minute for what is to be told. */
import { z } from "zod";
import { findAccount } from "../people/public.ts";
import type { Db } from "../platform/database/tables.ts";
import { type Done, type QueueDeps, takeOver, workOff } from "../platform/jobs/queue.ts";
import type { Job } from "../platform/jobs/store.ts";
import type { Mailer } from "../platform/mail/mailer.ts";
import { type RemindingDeps, remindAll } from "./reminding.ts";
import type { Days } from "./rules.ts";

const text = z.object({ subject: z.string(), text: z.string(), at: z.number().optional() });

/** Sends the mail of a piece of work to the account's address of today; who has none, or is gone, gets none. */
async function sendMail(
  job: Job,
  { db, mailer, from }: { readonly db: Db; readonly mailer: Mailer; readonly from: string },
): Promise<Done> {
  const account = job.about === null ? null : await findAccount(db, job.about);
  if (account === null || account.email === null || account.closedAt !== null) {
    return { kind: "never", problem: "the account has no address, or is closed" };
  }
  const { subject, text: body } = text.parse(job.payload);
  const made = Number.parseInt(job.id.replace(/-/g, "").slice(0, 12), 16);
  const handed = await mailer.send({ id: job.id, from, to: account.email, subject, text: body, at: made });
  return handed.kind === "sent" ? { kind: "done", doubtful: handed.doubtful } : handed;
}

export type ReminderDeps = RemindingDeps & {
  readonly queue: QueueDeps;
  /** Null: no mail is sent. */
  readonly mail: { readonly mailer: Mailer; readonly from: string } | null;
  /** The day, and how many days ahead is reminded. */
  readonly days: () => Promise<Days>;
  readonly now: () => number;
  /** The hour of Vietnam, such as 07:00, from which the day's mail goes out. */
  readonly morning: string;
  readonly onFailure: (error: unknown) => void;
};

/** The time of day in Vietnam, HH:MM. */
export function vietnamTime(at: number): string {
  return new Date(at + 7 * 60 * 60 * 1000).toISOString().slice(11, 16);
}

/** Once: what is to be told is written down, what waits is sent. */
export async function remindOnce(deps: ReminderDeps, isStopping: () => boolean = () => false): Promise<void> {
  const days = await deps.days();
  const isMorning = vietnamTime(deps.now()) >= deps.morning;
  await remindAll(deps, { days, isMorning });
  const { mail } = deps;
  if (mail === null) return;
  await workOff(deps.queue, (job) => sendMail(job, { db: deps.db, ...mail }), isStopping);
}

const EVERY = 60_000;

/** Reminds until it is stopped. Stopping waits for the letter in hand. */
export function startReminding(deps: ReminderDeps, every = EVERY): { readonly stop: () => Promise<void> } {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  const run = async () => {
    await remindOnce(deps, () => stopping).catch(deps.onFailure);
    if (stopping) return;
    timer = setTimeout(() => {
      running = run();
    }, every);
    timer.unref();
  };
  let running = takeOver(deps.queue).then(run, deps.onFailure);
  return {
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      await running;
      await deps.mail?.mailer.close();
    },
  };
}
