/** What reminders work on in an open register. */
import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { daySerial } from "../kernel/dates.ts";
import { createMailer } from "../platform/mail/mailer.ts";
import { calendarAt } from "../procedures/public.ts";
import { findKnown } from "../register/public.ts";
import { type ReminderDeps, startReminding } from "../reminders/public.ts";
import { settingsAt } from "../settings/public.ts";
import { sourcesOf } from "./inbox.ts";
import type { Register } from "./openedRegister.ts";

/** Who works on the queue from this data folder: the same after every restart. */
async function workerOf(folder: string): Promise<string> {
  const path = join(folder, "worker");
  const read = z.uuid().safeParse((await readFile(path, "utf8").catch(() => "")).trim());
  if (read.success) return read.data;
  const worker = randomUUID();
  await writeFile(path, `${worker}\n`, { mode: 0o600, flush: true });
  return worker;
}

type Of = Pick<ReminderDeps, "base" | "morning" | "onFailure"> & {
  readonly mail: { readonly url: string; readonly from: string } | null;
};

/** Begins to remind, and answers how it is stopped. */
export async function beginReminding(register: Register, { mail, ...of }: Of) {
  const { db, today } = register;
  const now = () => Date.now();
  const folder = join(register.dataFolder, "mail");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return startReminding({
    ...of,
    ...{ db, now, sources: sourcesOf(register), mailing: mail !== null },
    queue: { db, now, worker: await workerOf(folder) },
    mail: mail === null ? null : { mailer: createMailer({ folder, url: mail.url }), from: mail.from },
    days: async () => {
      const known = await findKnown(db, null);
      const at = { commit: known.ok ? known.value.commit : 0 };
      const { remindDays } = await settingsAt(db, at);
      const calendar = await calendarAt(db, at);
      return { today: today(), ahead: remindDays, isWorking: (day) => calendar.isWorking(daySerial(day)) };
    },
  });
}
