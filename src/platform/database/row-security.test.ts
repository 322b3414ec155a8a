/** The second wall: what each class of readers is shown by the database itself, whatever is asked. */
import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import {
  batch,
  claim,
  entry,
  organisation,
  organisationSubject,
  paper,
  setting,
} from "../../../tests/register-fixture/builders.ts";
import { createWriter, receiptOrThrow } from "../../register/public.ts";
import { READER_ROLES } from "./logins.ts";
import type { Db } from "./tables.ts";

const CLASSES = ["public", "internal", "personal"] as const;
const TABLES = ["documents", "changes", "entries", "claims"] as const;
const CLOSED = [
  ...["accounts", "account_roles", "sessions", "access_tokens", "saved_views", "proposals"],
  ...["personal_keys", "personal_data", "organisation_contacts", "organisation_calls", "personal_looks"],
  ...[
    "clearance_households",
    "household_looks",
    "units",
    "unit_members",
    "deadline_moves",
    "signal_answers",
    "jobs",
    "notices",
    "reminder_choices",
  ],
];

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  const writer = createWriter({ pool: database.writing, definitions: [organisationSubject], now: Date.now });
  for (const access of CLASSES) {
    const subject = organisation(uuidv7());
    const document = paper(uuidv7(), { access, number: null, title: `Văn bản mẫu ${access}` });
    const told = { subject, document: document.id };
    receiptOrThrow(
      await writer.submit(
        batch(uuidv7(), {
          documents: [document],
          changes: [setting({ ...told, id: uuidv7(), from: "2024-01-01", attributes: { name: "Mẫu" } })],
          entries: [entry({ id: uuidv7(), subjects: [subject.id], document: document.id, amount: 5 })],
          claims: [
            claim({
              ...{ id: uuidv7(), document: document.id },
              about: { kind: "existence", subject: subject.id },
            }),
          ],
        }),
      ),
    );
  }
});
afterAll(() => database.drop());

async function rows(db: Db, table: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db);
  return found.rows[0]?.n ?? -1;
}

describe.each(CLASSES.map((of, index) => [of, index + 1] as const))("readers of %s papers", (of, seen) => {
  test.each(TABLES)("are shown what rests on papers open to them in %s, and nothing else", async (table) => {
    expect(await rows(database.readers[of], table)).toBe(seen);
    expect(await rows(database.db, table)).toBe(3);
  });

  test.each(CLOSED)("are shown nothing of %s", async (table) => {
    await expect(rows(database.readers[of], table)).rejects.toThrow(/permission denied/);
  });

  test.each(TABLES)("append nothing to %s and alter nothing", async (table) => {
    const copied = sql`insert into ${sql.table(table)} default values`;
    await expect(copied.execute(database.readers[of])).rejects.toThrow(/permission denied/);
    const altered = sql`update ${sql.table(table)} set author = 'khác'`;
    await expect(altered.execute(database.readers[of])).rejects.toThrow(/permission denied/);
  });
});

test("the server's own role takes each of the reading ones, and is in none by itself", async () => {
  for (const of of CLASSES) {
    const found = await sql<{ name: string }>`select current_user::text as name`.execute(
      database.readers[of],
    );
    expect(found.rows[0]?.name).toBe(READER_ROLES[of]);
  }
  const own = await sql<{ name: string }>`select current_user::text as name`.execute(database.db);
  expect(own.rows[0]?.name).toBe("khu_server");
});

test("what the server reads for itself costs no more for it: the plan looks at no policy", async () => {
  const plan = await sql<Record<string, string>>`explain select * from changes`.execute(database.db);
  expect(JSON.stringify(plan.rows)).not.toMatch(/Filter|SubPlan/);
  const walled = await sql<Record<string, string>>`explain select * from changes`.execute(
    database.readers.public,
  );
  expect(JSON.stringify(walled.rows)).toMatch(/SubPlan/);
});
