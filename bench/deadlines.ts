/** Recomputing all kept deadlines after a change of the calendar, beside as many bare calls of the clock. */
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { SUBJECTS } from "../src/app/subjects.ts";
import { addDays, type PlainDate, plainDate, vietnamDay } from "../src/kernel/dates.ts";
import { usualCalendar } from "../src/law/calendar/counting.ts";
import { openDatabase } from "../src/platform/database/connect.ts";
import { calendarAt, changeYear } from "../src/procedures/calendar/calendars.ts";
import { CATALOGUE } from "../src/procedures/catalogue/catalogue.ts";
import { deadlineOf } from "../src/procedures/clock/clock.ts";
import { type ClockEvent, type Limit, USUAL_READING } from "../src/procedures/clock/vocabulary.ts";
import { clockText } from "../src/procedures/deadlines/compact.ts";
import { settleDeadlines } from "../src/procedures/deadlines/settling.ts";
import { createWriter, findKnown, receiptOrThrow } from "../src/register/public.ts";
import { median, timed } from "./measuring.ts";
import { type Result, timeResult } from "./results.ts";

const PART = "Deadlines";
const FIRST = plainDate("2026-09-01");
/** Days over which the open deadlines have begun. */
const SPREAD = 60;

const LIMITS: readonly Limit[] = CATALOGUE.flatMap((p) => p.versions)
  .flatMap((v) => v.steps.flatMap((s) => s.limit ?? []))
  .filter((l) => l.direction === "forward" && l.before === null);

type Open = { readonly limit: Limit; readonly events: readonly ClockEvent[] };

/** Open deadlines over all limits of the catalogue; three in four were paused once. */
function openOnes(count: number): readonly Open[] {
  return Array.from({ length: count }, (_, i): Open => {
    const on: PlainDate = addDays(FIRST, (i * 7919) % SPREAD);
    const limit = LIMITS[(i * 104_729) % LIMITS.length];
    if (limit === undefined) throw new Error("no limit");
    const pause =
      i % 4 !== 0
        ? []
        : [
            { kind: "pauseBegan" as const, on: addDays(on, 1 + (i % 5)) },
            { kind: "pauseEnded" as const, on: addDays(on, 7 + (i % 23)) },
          ];
    return { limit, events: [{ kind: "start", on }, ...pause] };
  });
}

/** Writes them as they would be kept, ten to a case. */
async function keep(folder: string, all: readonly Open[]) {
  const opened = await openDatabase({ dataFolder: folder });
  if (!opened.ok) throw new Error(opened.problems.map((p) => p.message.en).join());
  const database = opened.value;
  const calendar = usualCalendar();
  const ids = Array.from({ length: Math.ceil(all.length / 10) }, () => uuidv7());
  for (let at = 0; at < all.length; at += 10_000) {
    const some = all.slice(at, at + 10_000).map(({ limit, events }, i) => {
      const { dueOn, notBefore } = deadlineOf(limit, events, calendar, USUAL_READING);
      const clock = clockText(limit, events);
      return { id: ids[Math.floor((at + i) / 10)], name: `mau-${i % 10}`, due: dueOn, not: notBefore, clock };
    });
    await database.owner.query(
      `insert into case_deadlines (case_id, name, due_on, not_before, standing, clock)
       select id, name, due, "not", false, clock
         from jsonb_to_recordset($1::jsonb) as k(id uuid, name text, due date, "not" date, clock text)`,
      [JSON.stringify(some)],
    );
  }
  await database.owner.query("vacuum analyze case_deadlines");
  return database;
}

/** One more day off, or that day worked again. */
async function measure(folder: string, all: readonly Open[], rounds: number) {
  const database = await keep(folder, all);
  const { db, pool } = database;
  try {
    const writer = createWriter({ pool: database.writing, definitions: SUBJECTS, now: Date.now });
    const today = vietnamDay(Date.now());
    const head = async () => {
      const known = await findKnown(db, null);
      if (!known.ok) throw new Error("no commit");
      return known.value;
    };
    await settleDeadlines(db, today);
    const ours: number[] = [];
    const bare: number[] = [];
    let moved = 0;
    for (let round = 0; round <= rounds; round += 1) {
      const year = (await calendarAt(db, await head())).year(2026);
      if (year === null) throw new Error("no year");
      // Announced late: a day off in October, then taken back.
      const on = plainDate("2026-10-19");
      const without = year.daysOff.filter((d) => d.on !== on);
      const off = { on, reason: "other" as const, paper: "Thông báo mẫu", mark: "P" as const, note: null };
      const daysOff = without.length === year.daysOff.length ? [...without, off] : without;
      const given = { daysOff, worked: year.worked, was: round, why: "đo mẫu", requestKey: uuidv7() };
      receiptOrThrow(await changeYear({ db, writer }, 2026, { given, author: "đo mẫu" }));
      const calendar = await calendarAt(db, await head());
      const call = async () => {
        for (const { limit, events } of all) deadlineOf(limit, events, calendar, USUAL_READING);
      };
      const took = await timed(() => settleDeadlines(db, today));
      const calls = await timed(call);
      const { rows } = await pool.query<{ n: number }>(
        "select count(*)::int as n from deadline_moves where commit_no = (select max(commit_no) from deadline_moves)",
      );
      moved = rows[0]?.n ?? 0;
      if (round === 0) continue;
      ours.push(took);
      bare.push(calls);
    }
    const { rows } = await pool.query<{ n: number }>(
      "select count(distinct clock)::int as n from case_deadlines",
    );
    return { ours: median(ours), bare: median(bare), moved, distinct: rows[0]?.n ?? 0 };
  } finally {
    await database.close();
  }
}

/** What a change of the calendar costs while so many deadlines are open. */
export async function measureDeadlines(
  scratch: string,
  of: { readonly deadlines: number; readonly rounds: number },
): Promise<readonly Result[]> {
  const all = openOnes(of.deadlines);
  const { ours, bare, moved, distinct } = await measure(join(scratch, "deadlines"), all, of.rounds);
  const count = of.deadlines.toLocaleString("en");
  return [
    timeResult({
      ...{ part: PART, what: `${count} open deadlines after a change of the calendar, written and recorded` },
      ...{ beside: "as many bare calls of the clock", ours, theirs: bare, atMost: 2 },
      note: `${moved.toLocaleString("en")} moved; ${distinct.toLocaleString("en")} different counts`,
    }),
  ];
}
