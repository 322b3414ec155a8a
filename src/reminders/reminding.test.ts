import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import type { InboxItem, InboxSource } from "../inbox/public.ts";
import { daySerial, type PlainDate, plainDate } from "../kernel/dates.ts";
import { usualCalendar } from "../law/calendar/counting.ts";
import { authorOf } from "../people/public.ts";
import { eraseAccount } from "../people/store.ts";
import { type Done, takeOver, workOff } from "../platform/jobs/queue.ts";
import { countJobs, insertJob, takeJob } from "../platform/jobs/store.ts";
import { MAIL, remindAll } from "./reminding.ts";
import { listNotices, readNotices, setChoice } from "./store.ts";

const isWorking = (of: PlainDate) => usualCalendar().isWorking(daySerial(of));

let database: FreshDatabase;
const people = { a: "01900000-0000-7000-8000-00000000aa01", b: "01900000-0000-7000-8000-00000000aa02" };
const noRole = "01900000-0000-7000-8000-00000000aa03";
let items: readonly InboxItem[] = [];

beforeEach(async () => {
  database = await freshDatabase();
  for (const [i, id] of [people.a, people.b, noRole].entries()) {
    await database.owner.query(
      "insert into accounts (id, login, login_key, name, email, created_by) values ($1, $2, $2, 'Mẫu', $3, 'test')",
      [id, `mau${i}`, `mau${i}@mau.example`],
    );
    if (id === noRole) continue;
    await database.owner.query(
      "insert into account_roles (id, account_id, role, over_kind, valid_from, given_by) values ($1, $2, 'officer', 'everything', '2020-01-01', 'test')",
      [uuidv7(), id],
    );
  }
  items = [];
});
afterEach(() => database.drop());

function due(id: string, officer: string, dueOn: string): InboxItem {
  return {
    ...{
      kind: "task",
      id,
      path: `/t/${id}`,
      number: `MAU-${id}`,
      title: "Việc Mẫu",
      procedure: null,
      step: null,
    },
    ...{
      state: "open",
      unit: null,
      officer: `account:${officer}`,
      waitingOn: null,
      openedOn: null,
      handedOn: null,
    },
    ...{
      dueOn: plainDate(dueOn),
      dueText: null,
      doneOn: null,
      zones: [],
      project: null,
      places: [],
      paper: null,
    },
  };
}

/** Shows everything to the machine, and to an account all but what begins with "kin". */
const source: InboxSource = {
  kind: "task",
  list: async ({ asker }) =>
    items.filter(
      (i) => asker.kind === "system" || (authorOf(asker) === i.officer && !i.id.startsWith("kin")),
    ),
};

async function remind(today: string, isMorning = true, mailing = true) {
  const deps = { db: database.db, sources: [source], base: "http://khu.mau.example", mailing };
  await remindAll(deps, { days: { today: plainDate(today), ahead: 3, isWorking }, isMorning });
}
const mails = async () =>
  (
    await database.pool.query<{ key: string }>("select key from jobs where kind = 'mail' order by key")
  ).rows.map((r) => r.key);
const told = async (account: string) => listNotices(database.db, { account, limit: 10 });

describe("reminding", () => {
  test("tells an event once in the page, however often it is run and by however many at once", async () => {
    items = [due("1", people.a, "2026-11-20")];
    await Promise.all([remind("2026-11-26"), remind("2026-11-26"), remind("2026-11-26")]);
    await remind("2026-11-27");
    expect((await told(people.a)).unread).toBe(1);
    expect(await mails()).toEqual([`${people.a}:digest:2026-11-26`, `${people.a}:digest:2026-11-27`]);
  });

  test("mails no digest before the morning, nor on a day off, nor where nothing is due", async () => {
    items = [due("1", people.a, "2026-11-20"), due("2", people.b, "2027-06-01")];
    await remind("2026-11-26", false);
    await remind("2026-11-28");
    expect(await mails()).toEqual([]);
    expect((await told(people.b)).items).toEqual([]);
  });

  test("keeps to what each has chosen, and mails nothing where no mail is set up", async () => {
    items = [due("1", people.a, "2026-11-20"), due("2", people.b, "2026-11-20")];
    await setChoice(database.db, people.a, "page");
    await setChoice(database.db, people.b, "none");
    await remind("2026-11-26");
    expect(await mails()).toEqual([]);
    expect((await told(people.a)).unread).toBe(1);
    expect((await told(people.b)).unread).toBe(0);
    await setChoice(database.db, people.b, "mail");
    await remind("2026-11-26", true, false);
    expect(await mails()).toEqual([]);
  });

  test("tells nobody of what they may not see, and nobody without a role", async () => {
    items = [due("kin", people.a, "2026-11-20"), due("3", noRole, "2026-11-20")];
    await remind("2026-11-26");
    expect((await told(people.a)).items).toEqual([]);
    expect((await told(noRole)).items).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  test("forgets an erased account", async () => {
    items = [due("1", people.a, "2026-11-20")];
    await remind("2026-11-26");
    await readNotices(database.db, { account: people.a, ids: null, now: Date.now() });
    expect((await told(people.a)).unread).toBe(0);
    await eraseAccount(database.db, people.a, Date.now());
    expect((await told(people.a)).items).toEqual([]);
    expect(await mails()).toEqual([]);
  });
});

describe("the queue", () => {
  const queue = (worker: string, now = () => Date.now()) => ({ db: database.db, worker, now });
  const add = (key: string) =>
    insertJob(database.db, { id: uuidv7(), kind: MAIL, key, about: null, payload: {} });

  test("an event has one piece of work, also once that is done", async () => {
    expect(await add("e")).toBe(true);
    expect(await add("e")).toBe(false);
    await workOff(queue(uuidv7()), async () => ({ kind: "done", doubtful: false }));
    expect(await add("e")).toBe(false);
  });

  test("two at once never take the same", async () => {
    for (let i = 0; i < 20; i += 1) await add(`e${i}`);
    const seen: string[] = [];
    const work = async ({ key }: { readonly key: string }): Promise<Done> => {
      seen.push(key);
      return { kind: "done", doubtful: false };
    };
    await Promise.all([workOff(queue(uuidv7()), work), workOff(queue(uuidv7()), work)]);
    expect(seen).toHaveLength(20);
    expect(new Set(seen).size).toBe(20);
  });

  test("what a dead worker took is taken over: its own at once, another's only after a while", async () => {
    await add("e");
    const mine = uuidv7();
    await takeJob(database.db, { by: mine, now: Date.now() });
    await takeOver(queue(uuidv7()));
    expect(await takeJob(database.db, { by: uuidv7(), now: Date.now() })).toBeNull();
    await takeOver(queue(mine));
    expect(await takeJob(database.db, { by: mine, now: Date.now() })).toMatchObject({ key: "e", tries: 2 });
    await takeOver(queue(uuidv7(), () => Date.now() + 16 * 60_000));
    expect(await takeJob(database.db, { by: uuidv7(), now: Date.now() })).toMatchObject({
      key: "e",
      tries: 3,
    });
  });

  test("what fails is tried again later and at last given up; what is refused is given up at once", async () => {
    await add("again");
    let now = Date.now();
    const failing = () =>
      workOff(
        queue(uuidv7(), () => now),
        async () => Promise.reject(new Error("hỏng")),
      );
    expect(await failing()).toBe(1);
    expect(await failing()).toBe(0);
    for (let i = 0; i < 20; i += 1) {
      now += 24 * 60 * 60_000;
      await failing();
    }
    expect(await countJobs(database.db, MAIL)).toMatchObject({ waiting: 0, failed: 1, problem: "hỏng" });
    await add("never");
    now += 60_000;
    await workOff(
      queue(uuidv7(), () => now),
      async () => ({ kind: "never", problem: "không có địa chỉ" }),
    );
    expect(await countJobs(database.db, MAIL)).toMatchObject({ waiting: 0, failed: 2 });
  });
});
