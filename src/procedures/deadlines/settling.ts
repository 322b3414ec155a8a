/**
 * Brings the kept deadlines up to the last commit, and records each one that a change of the calendar, or of a setting
 * that limits hang on, has moved: from, to and why, once. What moves is told by the register alone (which cases were
 * known before the commit, on its day), so it does not matter when, how often or by whom this is done.
 */
import { createHash } from "node:crypto";
import { type PlainDate, vietnamDay } from "../../kernel/dates.ts";
import type { Db } from "../../platform/database/tables.ts";
import { findKnown, type Known } from "../../register/public.ts";
import { settingsAt } from "../../settings/public.ts";
import { calendarAt } from "../calendar/calendars.ts";
import { proceduresUnder, readingUnder } from "../cases/pinning.ts";
import { readOf } from "../cases/reading.ts";
import { listCases, listCasesHeld, listHappened } from "../cases/store.ts";
import { CATALOGUE, findProcedure } from "../catalogue/catalogue.ts";
import { deadlineOf } from "../clock/clock.ts";
import { clockReader, clockText } from "./compact.ts";
import {
  type Cursor,
  findCursor,
  type KeptDeadline,
  lastMoved,
  listCaseIds,
  listClocks,
  listDeadlines,
  listKeptCases,
  listKeptLate,
  listShifts,
  listTouched,
  lockDeadlines,
  type Mover,
  moveDeadlines,
  recordMoves,
  replaceDeadlines,
  type SharedClock,
  setCursor,
} from "./store.ts";

/** Raised when the way of counting, or what is kept, changes, so that everything kept is counted anew. */
const CLOCK_VERSION = 3;
/** Cases read at once. */
const BATCH = 500;

let rulesNow: string | null = null;
/** What the kept deadlines rest on besides the register: the catalogue and the clock. */
function rules(): string {
  rulesNow ??= createHash("sha256")
    .update(`${CLOCK_VERSION} ${JSON.stringify(CATALOGUE)}`)
    .digest("hex");
  return rulesNow;
}

const VERSIONS = CATALOGUE.flatMap((p) => p.versions);
/** Settings that decide which text is followed, how long a limit is or how it is read, as they are adopted. */
const SETTINGS = [
  "setting.readBefore",
  ...new Set(
    VERSIONS.flatMap(({ onlyWhere, steps }) => [
      ...(onlyWhere === null ? [] : [onlyWhere.setting]),
      ...steps.flatMap((s) => s.setting ?? []),
    ]).map((key) => `setting.${key}`),
  ),
];
const LAW_DAYS = [...new Set(VERSIONS.flatMap((v) => v.effectiveFrom ?? []))];

type Place = { readonly commit: number; readonly day: PlainDate };

const between = (a: PlainDate, b: PlainDate) => (a < b ? { from: a, to: b } : { from: b, to: a });

/** Every limit that runs in some cases on a day, as known then; those that hold in some cases of the law only say so. */
export async function readKept(
  db: Db,
  ids: readonly string[],
  { known, day }: { readonly known: Known; readonly day: PlainDate },
): Promise<readonly KeptDeadline[]> {
  const held = await listCasesHeld(db, ids, { asOf: day, known });
  const happened = await listHappened(db, ids, known);
  const settings = await settingsAt(db, known);
  const of = {
    procedures: proceduresUnder(settings),
    calendar: await calendarAt(db, known),
    ...{ reads: readingUnder(settings), asOf: day },
  };
  return held.flatMap((one) => {
    // A procedure that this version does not know has no limits.
    if (findProcedure(one.attributes.procedure ?? "") === null) return [];
    const { unit = null, officer = null, zone = null } = one.attributes;
    const { deadlines } = readOf(one, happened.get(one.id) ?? [], of);
    return deadlines.map(
      ({ name, step, body, when, limit, events, deadline }): KeptDeadline => ({
        ...{ caseId: one.id, name, step, body, holdsWhere: when, unit, officer, zone },
        ...{ dueOn: deadline.dueOn, notBefore: deadline.notBefore },
        ...{ standing: deadline.state === "standing", clock: clockText(limit, events) },
      }),
    );
  });
}

/** What is due in some cases on a day, as known then: the limits that hold always. Nobody is late by another. */
export async function readBinding(
  db: Db,
  ids: readonly string[],
  then: { readonly known: Known; readonly day: PlainDate },
): Promise<readonly KeptDeadline[]> {
  return (await readKept(db, ids, then)).filter((d) => d.holdsWhere === null);
}

/** Every running case on the day, at once. */
const AT_MOST = 200_000;

/** Cases that were late on a day by a limit of ours, as known then; of what is known today from what is kept. */
export async function listLate(
  db: Db,
  of: { readonly known: Known; readonly day: PlainDate; readonly today: PlainDate },
): Promise<readonly string[]> {
  const { known, day, today } = of;
  if (known.latest && day === today) {
    await settleDeadlines(db, day);
    return listKeptLate(db, day);
  }
  const { items } = await listCases(db, { asOf: day, known, states: ["open", "waiting"], limit: AT_MOST });
  const late = new Set<string>();
  for (const some of batches(items.map((c) => c.id))) {
    for (const { caseId, body, dueOn } of await readBinding(db, some, { known, day })) {
      if (body === null && dueOn !== null && dueOn < day) late.add(caseId);
    }
  }
  return [...late];
}

function* batches(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH);
}

/** The cases that run, and those of which something is kept: another text may bring the first limit that a case has. */
async function listRunning(db: Db, { known, day }: { readonly known: Known; readonly day: PlainDate }) {
  const { items } = await listCases(db, { asOf: day, known, states: ["open", "waiting"], limit: AT_MOST });
  return [...new Set([...items.map((c) => c.id), ...(await listKeptCases(db))])];
}

/** Counts anew what was told of cases since, without a word of moves: their own course moved them. */
async function bringUp(db: Db, since: Place | null, to: { readonly known: Known; readonly day: PlainDate }) {
  const { known, day } = to;
  let ids: readonly string[];
  if (since === null) ids = await listCaseIds(db, known);
  else {
    const days = between(since.day, day);
    const isCrossed = LAW_DAYS.some((on) => on > days.from && on <= days.to);
    const touched = await listTouched(db, { after: since.commit, upTo: known.commit, ...days });
    ids = isCrossed ? [...new Set([...touched, ...(await listRunning(db, to))])] : touched;
  }
  for (const some of batches(ids)) await replaceDeadlines(db, some, await readKept(db, some, to));
}

/** Counts every kept deadline by a calendar, from what is kept beside it; gives those counts that come out otherwise. */
async function countAgain(db: Db, known: Known): Promise<readonly SharedClock[]> {
  const calendar = await calendarAt(db, known);
  const reading = readingUnder(await settingsAt(db, known));
  const read = clockReader();
  return (await listClocks(db)).flatMap((kept) => {
    const { limit, events } = read(kept.clock);
    const { dueOn, notBefore } = deadlineOf(limit, events, calendar, reading);
    return dueOn === kept.dueOn && notBefore === kept.notBefore ? [] : [{ ...kept, dueOn, notBefore }];
  });
}

/** By what a limit is the same under another text: its place in the case, and where it holds. */
function sameLimit({ caseId, name, holdsWhere }: KeptDeadline): string {
  return JSON.stringify([caseId, name, holdsWhere?.vi ?? null]);
}

/** Reads every case that runs again, for a setting may change its text and so its limits; the same limit of before is moved. */
async function readAgain(db: Db, to: { readonly known: Known; readonly day: PlainDate }, by: Mover) {
  for (const some of batches(await listRunning(db, to))) {
    const before = new Map(
      (await listDeadlines(db, some)).map((d) => [sameLimit(d), d.dueOn ?? d.notBefore]),
    );
    const after = await readKept(db, some, to);
    const moves = after.flatMap((d) => {
      const { caseId, name, holdsWhere } = d;
      const from = before.get(sameLimit(d)) ?? null;
      const day = d.dueOn ?? d.notBefore;
      return from === null || from === day ? [] : [{ caseId, name, holdsWhere, from, to: day }];
    });
    await recordMoves(db, moves, by);
    await replaceDeadlines(db, some, after);
  }
}

async function settle(db: Db, head: Known, day: PlainDate): Promise<void> {
  const cursor = await findCursor(db);
  const isUsable = cursor !== null && cursor.rules === rules();
  const begins = cursor?.commit ?? (await lastMoved(db));
  let since: Place | null = isUsable ? cursor : null;
  const shifts = await listShifts(db, { after: begins, upTo: head.commit, settings: SETTINGS });
  for (const { commit, at, whats } of shifts) {
    const dayOf = vietnamDay(Date.parse(at));
    await bringUp(db, since, { known: { commit: commit - 1, at: null, latest: false }, day: dayOf });
    const known = { commit, at, latest: false };
    const by = { commit, why: whats.join(" ") };
    // What the same commit tells of cases is not moved by it: it is told under the new calendar.
    if (whats.some((what) => !what.startsWith("calendar."))) await readAgain(db, { known, day: dayOf }, by);
    else await moveDeadlines(db, await countAgain(db, known), by);
    since = { commit: commit - 1, day: dayOf };
  }
  await bringUp(db, since, { known: head, day });
  await setCursor(db, { commit: head.commit, day, rules: rules() });
}

function isAt(cursor: Cursor | null, head: Known, day: PlainDate): boolean {
  return cursor !== null && cursor.commit === head.commit && cursor.day === day && cursor.rules === rules();
}

/** The last commit, which is always known. */
async function headOf(db: Db): Promise<Known> {
  const head = await findKnown(db, null);
  if (!head.ok) throw new Error("no last commit");
  return head.value;
}

/**
 * Brings the kept deadlines up to the last commit and to this day: two small questions where nothing has happened since.
 * It is one transaction under a lock: wholly done or, where the process dies, not at all.
 */
export async function settleDeadlines(db: Db, day: PlainDate): Promise<void> {
  if (isAt(await findCursor(db), await headOf(db), day)) return;
  await db.transaction().execute(async (trx) => {
    await lockDeadlines(trx);
    const head = await headOf(trx);
    if (!isAt(await findCursor(trx), head, day)) await settle(trx, head, day);
  });
}
