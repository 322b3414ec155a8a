/** The kept deadlines follow the register; what a change of the calendar moves is recorded once, even if it breaks off meanwhile. */
import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { batch, paper, setting } from "../../../tests/register-fixture/builders.ts";
import { plainDate } from "../../kernel/dates.ts";
import type { DayOff } from "../../law/calendar/vocabulary.ts";
import { placeDirectory } from "../../places/directory.ts";
import {
  attributeValue,
  createWriter,
  findKnown,
  receiptOrThrow,
  type Writer,
} from "../../register/public.ts";
import { calendarAt, changeYear } from "../calendar/calendars.ts";

import { caseSubject } from "../cases/subject.ts";
import type { CaseEvent } from "../cases/vocabulary.ts";
import { caseSource } from "./inbox.ts";
import { movesOf } from "./moves.ts";
import { listLate, settleDeadlines } from "./settling.ts";
import { listDeadlines } from "./store.ts";

const TODAY = plainDate("2026-11-20");
const UNIT = "01900000-0000-7000-8000-0000000000a1";

let database: FreshDatabase;
let writer: Writer;
let moment = Date.parse("2026-11-20T01:00:00Z");
let running = 0;

beforeEach(async () => {
  database = await freshDatabase();
  running = 0;
  writer = createWriter({ pool: database.pool, definitions: [caseSubject], now: () => (moment += 1000) });
});
afterEach(() => database.drop());

const stated = (told: object) => z.record(z.string(), attributeValue).parse(JSON.parse(JSON.stringify(told)));

/** A case that is received, and perhaps more. */
async function open(
  on: string,
  then: ReadonlyArray<{
    readonly on: string;
    readonly event: CaseEvent;
    readonly state?: string;
    readonly officer?: string;
  }> = [],
  procedure = "clusterEstablishment",
): Promise<string> {
  running += 1;
  const id = uuidv7();
  const number = `HS-2026-${String(running).padStart(4, "0")}`;
  const subject = { id, kind: "case" as const, key: number.toLowerCase() };
  const document = paper(uuidv7(), { standing: "says", number: `Biên nhận mẫu ${number}` });
  const told = [
    { on, event: { kind: "received" as const }, state: "open", step: "notice", number, unit: UNIT },
    ...then,
  ];
  const changes = told.map(({ on: from, ...attributes }) =>
    setting({
      ...{ id: uuidv7(), subject, document: document.id, from, standing: "says" },
      attributes: stated({ procedure, ...attributes }),
    }),
  );
  receiptOrThrow(await writer.submit(batch(uuidv7(), { documents: [document], changes })));
  return id;
}

const off = (on: string): DayOff => ({
  ...{ on: plainDate(on), reason: "other", paper: "Thông báo mẫu", mark: "P", note: null },
});

/** One more day off in 2026. */
async function announce(on: string, was: number): Promise<number> {
  const { db } = database;
  const known = await findKnown(db, null);
  if (!known.ok) throw new Error("no commit");
  const year = (await calendarAt(db, known.value)).year(2026);
  if (year === null) throw new Error("no year");
  const given = {
    ...{ daysOff: [...year.daysOff, off(on)], worked: year.worked, was, why: "Thông báo mẫu" },
    requestKey: uuidv7(),
  };
  return receiptOrThrow(await changeYear({ db, writer }, 2026, { given, author: "quản trị mẫu" })).commit;
}

const settle = (day = TODAY) => settleDeadlines(database.db, day);
const dueOf = async (id: string) =>
  Object.fromEntries((await listDeadlines(database.db, [id])).map((d) => [d.name, d.dueOn ?? d.notBefore]));
const moved = async () =>
  (
    await database.pool.query<{ case_id: string; name: string; from: string; to: string; commit: number }>(
      `select case_id, name, moved_from::text as "from", moved_to::text as "to", commit_no::int as commit
         from deadline_moves order by commit_no, case_id, name`,
    )
  ).rows;

describe("kept deadlines", () => {
  test("are those of the case, follow each thing that happens to it, and end with it", async () => {
    const id = await open("2026-11-16");
    await settle();
    expect(await dueOf(id)).toEqual({ notice: "2026-11-18" });
    const other = await open("2026-11-16", [
      { on: "2026-11-17", event: { kind: "stepDone", step: "notice" } },
    ]);
    await settle();
    expect(await dueOf(id)).toEqual({ notice: "2026-11-18" });
    expect(Object.keys(await dueOf(other))).toEqual(["window"]);
    const gone = await open("2026-11-16", [
      { on: "2026-11-18", event: { kind: "withdrawn" }, state: "withdrawn" },
    ]);
    await settle();
    expect(await dueOf(gone)).toEqual({});
    expect(await moved()).toEqual([]);
  });

  test("are moved by a change of the calendar: from, to and why, and nothing where no date moves", async () => {
    const moves = await open("2026-11-19");
    const stays = await open("2026-11-16");
    await settle();
    expect(await dueOf(moves)).toEqual({ notice: "2026-11-23" });
    const commit = await announce("2026-11-23", 0);
    await settle();
    // 24 November is a holiday besides.
    expect(await dueOf(moves)).toEqual({ notice: "2026-11-25" });
    expect(await dueOf(stays)).toEqual({ notice: "2026-11-18" });
    expect(await moved()).toEqual([
      { case_id: moves, name: "notice", from: "2026-11-23", to: "2026-11-25", commit },
    ]);
    const known = { commit };
    expect(await movesOf(database.db, moves, known)).toMatchObject([
      {
        name: "notice",
        from: "2026-11-23",
        to: "2026-11-25",
        commit,
        why: { vi: expect.stringContaining("Thông báo mẫu") },
      },
    ]);
    expect(await movesOf(database.db, moves, { commit: commit - 1 })).toEqual([]);
  });

  test("tell the same moves however late they are settled, and none of a case that came after", async () => {
    const first = await open("2026-11-19");
    const one = await announce("2026-11-23", 0);
    const between = await open("2026-11-20");
    const two = await announce("2026-11-25", 1);
    const after = await open("2026-11-19");
    await settle();
    expect(await moved()).toEqual([
      { case_id: first, name: "notice", from: "2026-11-23", to: "2026-11-25", commit: one },
      { case_id: first, name: "notice", from: "2026-11-25", to: "2026-11-26", commit: two },
      { case_id: between, name: "notice", from: "2026-11-26", to: "2026-11-27", commit: two },
    ]);
    expect(await dueOf(after)).toEqual({ notice: "2026-11-26" });
    // Without what is derived it comes out again, and no move is told twice.
    const told = await moved();
    await database.pool.query("delete from case_deadlines; delete from deadline_cursor");
    await settle();
    expect(await moved()).toEqual(told);
    expect(await dueOf(first)).toEqual({ notice: "2026-11-26" });
  });

  test("are wholly settled or not at all where it breaks off at the very end; done again, each move is there once", async () => {
    const ids = [await open("2026-11-19"), await open("2026-11-19")];
    await settle();
    await announce("2026-11-23", 0);
    // The cursor is written last, when the moves and the new dates are written already.
    await database.owner.query(`
      create function break_off() returns trigger language plpgsql as $$ begin raise exception 'mẫu'; end $$;
      create trigger break_off before insert or update on deadline_cursor for each row execute function break_off()`);
    await expect(settle()).rejects.toThrow();
    expect(await moved()).toEqual([]);
    expect(await dueOf(ids[0] ?? "")).toEqual({ notice: "2026-11-23" });
    await database.owner.query("drop trigger break_off on deadline_cursor");
    await Promise.all([settle(), settle(), settle()]);
    await settle();
    expect((await moved()).map((m) => m.case_id)).toEqual(ids);
  });

  test("come with the day on which a text begins that brings a case its first limit", async () => {
    // Between the Law on Investment 2025 and its decree nothing is counted.
    const id = await open("2026-03-20", [], "registrationCertificate");
    await settle(plainDate("2026-03-27"));
    expect(await dueOf(id)).toEqual({});
    await settle(plainDate("2026-03-31"));
    expect(await dueOf(id)).toMatchObject({ certificate: "2026-04-03" });
  });

  test("can't be altered where they were moved", async () => {
    await open("2026-11-19");
    await announce("2026-11-23", 0);
    await settle();
    await expect(database.pool.query("delete from deadline_moves")).rejects.toThrow();
    await expect(database.owner.query("update deadline_moves set why = 'khác'")).rejects.toThrow();
  });

  test("stand in the inbox as they are kept, and on another day as they stood then", async () => {
    const id = await open("2026-11-19");
    await open("2026-11-16", [{ on: "2026-11-17", event: { kind: "supplementAsked" }, state: "waiting" }]);
    const places = placeDirectory({ ids: new Map(), units: [], links: [] });
    const source = caseSource({ ...database, places: () => places, today: () => TODAY });
    const known = await findKnown(database.db, null);
    if (!known.ok) throw new Error("no commit");
    const asked = { asker: { kind: "system", user: "mau" }, language: "vi", state: "open" } as const;
    const now = await source.list({ ...asked, asOf: TODAY, known: known.value });
    expect(now).toMatchObject([
      { number: "HS-2026-0002", dueOn: null, waitingOn: { kind: "outside", name: "Người nộp hồ sơ" } },
      { id, number: "HS-2026-0001", dueOn: "2026-11-23", waitingOn: null, unit: UNIT, state: "open" },
    ]);
    const then = await source.list({ ...asked, asOf: plainDate("2026-11-16"), known: known.value });
    expect(then).toMatchObject([{ number: "HS-2026-0002", dueOn: "2026-11-18", waitingOn: null }]);
    const read = await source.list({ ...asked, asOf: TODAY, known: { ...known.value, latest: false } });
    expect(read).toEqual(now);
    expect(
      await source.list({ ...asked, asker: { kind: "anonymous" }, asOf: TODAY, known: known.value }),
    ).toEqual([]);
  });

  test("carry since when their officer has them: handed on, and recorded", async () => {
    const [first, second] = [
      "account:01900000-0000-7000-8000-0000000000c1",
      "account:01900000-0000-7000-8000-0000000000c2",
    ];
    const event = { kind: "handedOver" } as const;
    await open("2026-11-02", [{ on: "2026-11-03", event, officer: first }]);
    const handed = { on: "2026-11-10", event, officer: second };
    await open("2026-11-02", [{ on: "2026-11-03", event, officer: first }, handed]);
    const ahead = { on: "2026-11-23", event, officer: second };
    await open("2026-11-02", [{ on: "2026-11-03", event, officer: first }, ahead]);
    await open("2026-11-02");
    const source = caseSource({
      ...database,
      places: () => placeDirectory({ ids: new Map(), units: [], links: [] }),
      today: () => TODAY,
    });
    const known = await findKnown(database.db, null);
    if (!known.ok) throw new Error("no commit");
    const asked = { asker: { kind: "system", user: "mau" }, language: "vi", state: "open" } as const;
    const handedOn = async (day: string) =>
      (await source.list({ ...asked, asOf: plainDate(day), known: { ...known.value, latest: false } }))
        .map((item) => [item.number, item.officer, item.handedOn])
        .sort();
    // Recorded on 20/11/2026: whoever has it since earlier could not know before; who gets it later has it later.
    expect(await handedOn("2026-11-20")).toEqual([
      ["HS-2026-0001", first, "2026-11-20"],
      ["HS-2026-0002", second, "2026-11-20"],
      ["HS-2026-0003", first, "2026-11-20"],
      ["HS-2026-0004", null, null],
    ]);
    expect((await handedOn("2026-11-23"))[2]).toEqual(["HS-2026-0003", second, "2026-11-23"]);
  });
});

describe("limits of some cases only", () => {
  /** Checked on 3/11/2026: from then on the owner has 20 working days where supplements were asked for. */
  const openChecked = () =>
    open(
      "2026-11-02",
      ["received", "checked"].map((step) => ({
        ...{ on: "2026-11-03", event: { kind: "stepDone" as const, step }, step: "supplement" },
      })),
      "basicDesignAppraisal",
    );
  const WHERE = { vi: "khi có yêu cầu bổ sung", en: "where supplements were asked for" };

  test("are kept with the case in which they hold, and what moves them is recorded", async () => {
    const id = await openChecked();
    await settle();
    expect(await listDeadlines(database.db, [id])).toMatchObject([
      { name: "supplement+2", dueOn: "2026-12-02", holdsWhere: WHERE },
    ]);
    const commit = await announce("2026-11-23", 0);
    await settle();
    expect(await movesOf(database.db, id, { commit })).toMatchObject([
      {
        ...{ name: "supplement+2", from: "2026-12-02", to: "2026-12-03", commit, holdsWhere: WHERE },
        why: { vi: expect.stringContaining("Thông báo mẫu") },
      },
    ]);
  });

  test("make nobody late and are due for nobody, neither as kept nor as they stood", async () => {
    const id = await openChecked();
    const late = await open("2026-11-16");
    const long = plainDate("2027-03-01");
    const known = await findKnown(database.db, null);
    if (!known.ok) throw new Error("no commit");
    const latest = known.value;
    for (const at of [latest, { ...latest, latest: false }]) {
      expect(await listLate(database.db, { known: at, day: long, today: long })).toEqual([late]);
      const source = caseSource({
        ...database,
        places: () => placeDirectory({ ids: new Map(), units: [], links: [] }),
        today: () => long,
      });
      const asker = { kind: "system", user: "mau" } as const;
      const items = await source.list({ asker, language: "vi", state: "open", asOf: long, known: at });
      expect(new Map(items.map((i) => [i.id, i.dueOn]))).toEqual(
        new Map([
          [id, null],
          [late, "2026-11-18"],
        ]),
      );
    }
  });

  test("come into a register that kept none of them without a word of moves, but with what moves them since", async () => {
    const id = await openChecked();
    await settle();
    await database.pool.query("delete from case_deadlines; update deadline_cursor set rules = 'trước'");
    await settle();
    expect(await dueOf(id)).toEqual({ "supplement+2": "2026-12-02" });
    expect(await moved()).toEqual([]);
    await database.pool.query("delete from case_deadlines; update deadline_cursor set rules = 'trước'");
    const commit = await announce("2026-11-23", 0);
    await settle();
    expect(await moved()).toEqual([
      { case_id: id, name: "supplement+2", from: "2026-12-02", to: "2026-12-03", commit },
    ]);
  });
});
