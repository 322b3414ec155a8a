/** The calendar on a register: who may change a year, what follows at once, what does not, and the subscription. */
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "../../../tests/bacKan.ts";
import type { SignedIn } from "../../../tests/people.ts";
import { SUBJECTS } from "../../app/subjects.ts";
import { daySerial, plainDate } from "../../kernel/dates.ts";
import { computedYear } from "../../law/calendar/computing.ts";
import { differencesOf } from "../../law/calendar/differing.ts";
import type { CalendarYear } from "../../law/calendar/vocabulary.ts";
import { findKnown, verifyRegister } from "../../register/public.ts";
import { deadlineOf, startedOn } from "../clock/clock.ts";
import { limitOf } from "../clock/vocabulary.ts";
import { calendarAt } from "./calendars.ts";
import { icsOf } from "./ics.ts";
import { calendarAnswer } from "./vocabulary.ts";

let khu: Running;
let admin: SignedIn;
beforeAll(async () => {
  khu = await startBacKan();
  admin = await khu.signIn();
}, 240_000);
afterAll(() => khu?.stop());

const INVENTED = { paper: "Thông báo mẫu", mark: "P" } as const;
let asked = 0;
type Change = Partial<Pick<CalendarYear, "daysOff" | "worked">> & { readonly was: number };

async function change(year: number, of: Change, as: object = admin) {
  asked += 1;
  const { daysOff, worked } = await present(year);
  const answer = await khu.app.inject({
    ...{ method: "PUT", url: `/api/calendar/${year}` },
    headers: { host: "127.0.0.1", ...as },
    payload: {
      ...{ daysOff, worked, ...of, why: "Có thông báo mẫu" },
      requestKey: `01900000-0000-7000-8000-00000001${String(asked).padStart(4, "0")}`,
    },
  });
  const { code, commit } = z
    .object({ code: z.string().optional(), commit: z.number().optional() })
    .parse(answer.json());
  return { status: answer.statusCode, code, commit };
}

const answerOf = async (query: string, as?: SignedIn) =>
  calendarAnswer.parse((await khu.get(`/api/calendar?${query}`, as)).body);
const present = async (year: number, query = "") => (await answerOf(`year=${year}${query}`)).year;
const offDays = (year: CalendarYear) => year.daysOff.map(({ on }) => on);

async function dueOn(): Promise<string | null> {
  const known = await findKnown(khu.register.db, null);
  if (!known.ok) throw new Error("no commit");
  const calendar = await calendarAt(khu.register.db, known.value);
  const limit = limitOf({ unit: "working", count: 5 });
  return deadlineOf(limit, startedOn(plainDate("2026-11-16")), calendar).dueOn;
}

/** A Monday off for a worked Saturday, which nobody has announced. */
const SWAP_OFF = { ...INVENTED, on: plainDate("2026-11-23"), reason: "swapped", note: null } as const;
const SWAP_WORKED = {
  ...INVENTED,
  on: plainDate("2026-11-28"),
  insteadOf: plainDate("2026-11-23"),
} as const;

describe("a year of the calendar", { timeout: 60_000 }, () => {
  test("that nobody has announced says so, and each day has its paper and mark", async () => {
    const year = await present(2027);
    expect(year.status).toBe("provisional");
    expect(year.daysOff.every(({ paper, mark }) => paper !== null && mark === "computed")).toBe(true);
    expect((await present(2026)).status).toBe("announced");
    expect((await answerOf("")).year.year).toBe(Number(khu.register.today().slice(0, 4)));
  });

  test("is changed by administrators alone, and only to what can be", async () => {
    const { daysOff } = await present(2026);
    expect((await change(2026, { was: 0, daysOff: [...daysOff, SWAP_OFF] }, {})).status).toBe(401);
    const refusals = [
      await change(2026, { was: 0 }),
      await change(2026, { was: 3, daysOff: [...daysOff, SWAP_OFF] }),
      await change(2026, { was: 0, daysOff: [...daysOff, SWAP_OFF, SWAP_OFF] }),
      await change(2026, { was: 0, daysOff: [{ ...SWAP_OFF, on: plainDate("2025-11-24") }] }),
      await change(2026, { was: 0, worked: [{ ...SWAP_WORKED, on: plainDate("2026-11-27") }] }),
      await change(2026, { was: 0, worked: [SWAP_WORKED] }),
    ];
    expect(refusals.map(({ code }) => code)).toEqual([
      ...["calendar.same", "calendar.moved", "calendar.twice", "calendar.year", "calendar.weekday"],
      "calendar.insteadOf",
    ]);
    expect(offDays(await present(2026))).toEqual(daysOff.map(({ on }) => on));
  });

  test("moves the deadlines from then on, and asked as known before nothing has moved", async () => {
    const before = await khu.register.look();
    const { daysOff, worked } = await present(2026);
    expect(await dueOn()).toBe("2026-11-23");
    const changed = await change(2026, {
      ...{ was: 0, daysOff: [...daysOff, SWAP_OFF], worked: [...worked, SWAP_WORKED] },
    });
    expect(changed).toMatchObject({ status: 200, commit: before + 1 });
    expect(await dueOn()).toBe("2026-11-25");
    expect(offDays(await present(2026))).toContain("2026-11-23");
    expect(offDays(await present(2026, `&knownAt=${before}`))).not.toContain("2026-11-23");
  });

  test("tells who may read the history who changed it and why, in the history too; the register verifies", async () => {
    const { changes, version } = await answerOf("year=2026", admin);
    expect(changes?.[0]).toMatchObject({ why: "Có thông báo mẫu", author: "Quản trị" });
    expect(version).toBe(1);
    expect((await answerOf("year=2026")).changes).toBeNull();
    const told = JSON.stringify((await khu.get(`/api/commits/${changes?.[0]?.commit}`, admin)).body);
    expect(told).toContain("Lịch làm việc năm 2026: 16 ngày nghỉ, 3 ngày làm bù (Có thông báo mẫu)");
    const { database, files } = khu.register;
    const found = await verifyRegister({ pool: database.pool, definitions: SUBJECTS, files });
    expect(found.differences).toEqual([]);
  });

  test("is told in differences before it is changed", async () => {
    const before = computedYear(2027);
    const after = {
      daysOff: before.daysOff.slice(1),
      worked: [{ ...SWAP_WORKED, on: plainDate("2027-01-09") }],
    };
    expect(differencesOf(before, after).map(({ text }) => text.vi)).toEqual([
      ...["01/01/2027 không còn nghỉ", "09/01/2027 thành ngày làm bù"],
    ]);
    expect(differencesOf(before, before)).toEqual([]);
  });
});

describe("the subscription", () => {
  const daysIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      return {
        on: event.startDate.toString(),
        summary: event.summary,
        allDay: event.startDate.isDate,
        uid: event.uid,
        lasts: event.duration.toSeconds(),
      };
    });

  test("is read by a parser of such calendars: every day off and worked day, whole days, each once", async () => {
    const answered = await khu.app.inject({ url: "/api/calendar.ics", headers: { host: "127.0.0.1" } });
    expect(answered.headers["content-type"]).toContain("text/calendar");
    const events = daysIn(answered.body);
    const year = await present(2026);
    const expected = [...offDays(year), ...year.worked.map(({ on }) => on)].sort();
    const own = events.filter(({ on }) => on.startsWith("2026"));
    expect(own.map(({ on }) => on).sort()).toEqual(expected);
    expect(events.every(({ allDay, lasts }) => allDay && lasts === 86_400)).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(own.find(({ on }) => on === "2026-11-24")?.summary).toBe("Nghỉ: Ngày Văn hóa Việt Nam");
    expect(events.find(({ on }) => on === "2027-11-24")?.summary).toContain("tạm tính, chưa có thông báo");
  });

  test("folds lines at 75 octets without cutting letters, and escapes what would end a value", () => {
    const paper = `Thông báo mẫu; số 1, ${"ặ".repeat(80)}`;
    const on = plainDate("2026-03-02");
    const year: CalendarYear = {
      ...{ year: 2026, status: "announced", worked: [] },
      daysOff: [{ on, reason: "other", paper, mark: "P", note: null }],
    };
    const text = icsOf([year], { language: "vi", stamp: on });
    expect(Math.max(...text.split("\r\n").map((line) => new TextEncoder().encode(line).length))).toBeLessThan(
      76,
    );
    const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
    expect(String(event?.getFirstPropertyValue("description")).split("\n")[0]).toBe(paper);
  });

  test("names days of the register's own changes", async () => {
    const answered = await khu.app.inject({
      url: "/api/calendar.ics?lang=en",
      headers: { host: "127.0.0.1" },
    });
    const moved = daysIn(answered.body).find(({ on }) => on === "2026-11-28");
    expect(moved?.summary).toBe("Worked");
    expect(daySerial(plainDate("2026-11-28")) % 7).toBe(daySerial(plainDate("2026-11-21")) % 7);
  });
});
