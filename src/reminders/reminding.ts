/**
 * Finds what people are to be reminded of and writes it down, in the page and as mail, all of an account's in one
 * transaction and each event once: run again, or by two servers at once, it adds nothing.
 */
import { uuidv7 } from "uuidv7";
import type { InboxItem, InboxSource } from "../inbox/public.ts";
import type { PlainDate } from "../kernel/dates.ts";
import { type Account, type Asker, grantsOn, listAccounts, may } from "../people/public.ts";
import type { Db } from "../platform/database/tables.ts";
import { insertJob } from "../platform/jobs/store.ts";
import { findKnown, type Known } from "../register/public.ts";
import { digestOf, handedLetter, type Text } from "./letters.ts";
import { type Days, type Reminder, remindersOf } from "./rules.ts";
import { insertNotice, listChoices } from "./store.ts";
import type { Choice } from "./vocabulary.ts";

export type RemindingDeps = {
  readonly db: Db;
  readonly sources: readonly InboxSource[];
  /** The address under which people reach the server, without a slash at its end. */
  readonly base: string;
  /** Whether mail is sent at all. */
  readonly mailing: boolean;
};

export const MAIL = "mail";

/** The account as one who asks: they are told of nothing that they may not see. */
function askerOf(account: Account, today: PlainDate): Asker {
  const grants = grantsOn(account.roles, today);
  return { kind: "account", id: account.id, via: "session", mustChange: false, grants };
}

type Asked = {
  readonly asOf: PlainDate;
  readonly known: Known;
  readonly language: "vi";
  readonly state: "open";
};

async function itemsFor(sources: readonly InboxSource[], asker: Asker, asked: Asked) {
  const listed = await Promise.all(sources.map((source) => source.list({ ...asked, asker })));
  return listed.flat();
}

type Telling = {
  readonly account: Account;
  readonly how: Choice;
  readonly reminders: readonly Reminder[];
  /** Whether the mail of the morning goes out. */
  readonly morning: PlainDate | null;
};

function addMail(trx: Db, account: Account, { key, text }: { readonly key: string; readonly text: Text }) {
  return insertJob(trx, {
    id: uuidv7(),
    kind: MAIL,
    key: `${account.id}:${key}`,
    about: account.id,
    payload: text,
  });
}

async function tell(deps: RemindingDeps, { account, how, reminders, morning }: Telling): Promise<void> {
  const mails = deps.mailing && how === "mail" && account.email !== null;
  await deps.db.transaction().execute(async (trx) => {
    for (const { key, told } of reminders) {
      await insertNotice(trx, { id: uuidv7(), account: account.id, key, told });
      if (mails && told.event === "handed") {
        await addMail(trx, account, { key, text: handedLetter(told, deps.base) });
      }
    }
    const due = reminders.map((r) => r.told).filter((told) => told.event !== "handed");
    if (mails && morning !== null && due.length > 0) {
      const text = digestOf(due, { day: morning, base: deps.base });
      await addMail(trx, account, { key: `digest:${morning}`, text });
    }
  });
}

/** Reminds everybody who is to be reminded. `isMorning`: whether the day's mail is due by now. */
export async function remindAll(
  deps: RemindingDeps,
  { days, isMorning }: { readonly days: Days; readonly isMorning: boolean },
): Promise<void> {
  const { db, sources } = deps;
  const { today } = days;
  const known = await findKnown(db, null);
  if (!known.ok) return;
  const asked = { asOf: today, known: known.value, language: "vi", state: "open" } as const;
  const everything = await itemsFor(sources, { kind: "system", user: "khu" }, asked);
  const officers = new Set(everything.flatMap(({ officer }) => officer ?? []));
  if (officers.size === 0) return;
  const choices = await listChoices(db);
  const morning = isMorning && days.isWorking(today) ? today : null;
  for (const account of await listAccounts(db)) {
    const author = `account:${account.id}`;
    const how = choices.get(account.id) ?? "mail";
    if (account.closedAt !== null || how === "none" || !officers.has(author)) continue;
    const asker = askerOf(account, today);
    if (!may(asker, "readInternal").ok) continue;
    const own = (item: InboxItem) => item.officer === author;
    const items = (await itemsFor(sources, asker, asked)).filter(own);
    const reminders = items.flatMap((item) => remindersOf(item, days));
    if (reminders.length > 0) await tell(deps, { account, how, reminders, morning });
  }
}
