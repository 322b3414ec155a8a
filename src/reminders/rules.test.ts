import { describe, expect, test } from "vitest";
import type { InboxItem } from "../inbox/vocabulary.ts";
import { daySerial, type PlainDate, plainDate } from "../kernel/dates.ts";
import { usualCalendar } from "../law/calendar/counting.ts";
import { digestOf, handedLetter } from "./letters.ts";
import { remindersOf, workingDaysBefore } from "./rules.ts";

const isWorking = (of: PlainDate) => usualCalendar().isWorking(daySerial(of));

const ME = "account:01900000-0000-7000-8000-0000000000aa";
const day = (text: string) => plainDate(text);
const on = (text: string) => ({ today: day(text), ahead: 3, isWorking });

function item(of: Partial<InboxItem> = {}): InboxItem {
  return {
    ...{ kind: "case", id: "1", path: "/cases/1", number: "HS-1", title: "Điều kín Mẫu", step: "Thẩm định" },
    procedure: { id: "p", label: "Thành lập cụm công nghiệp" },
    ...{ state: "open", unit: null, officer: ME, waitingOn: null, openedOn: null, handedOn: null },
    ...{
      dueOn: day("2026-12-02"),
      dueText: null,
      doneOn: null,
      zones: [],
      project: null,
      places: [],
      paper: null,
    },
    ...of,
  };
}
const events = (of: InboxItem, today: string) => remindersOf(of, on(today)).map((r) => r.told.event);

describe("of what an officer is reminded", () => {
  test("three working days ahead, a weekend between counts none", () => {
    // Wednesday 2/12 less three working days is Friday 27/11.
    expect(workingDaysBefore(day("2026-12-02"), 3, isWorking)).toBe("2026-11-27");
    expect(events(item(), "2026-11-26")).toEqual([]);
    expect(events(item(), "2026-11-27")).toEqual(["soon"]);
    expect(events(item(), "2026-12-01")).toEqual(["soon"]);
    expect(events(item(), "2026-12-02")).toEqual(["today"]);
    expect(events(item(), "2026-12-03")).toEqual(["late"]);
  });
  test("a long holiday puts the reminder before it", () => {
    const tet = (d: string) => isWorking(day(d)) && !(d >= "2026-11-25" && d <= "2026-12-01");
    expect(workingDaysBefore(day("2026-12-02"), 3, tet)).toBe("2026-11-19");
  });
  test("nothing of what is done, dropped, nobody's or without a limit", () => {
    for (const of of [{ state: "done" }, { state: "dropped" }, { officer: null }, { dueOn: null }] as const) {
      expect(events(item(of), "2026-12-05")).toEqual([]);
    }
  });
  test("the same event has the same key on every day; another limit, step or hand-over another", () => {
    const key = (of: Partial<InboxItem>, today: string) => remindersOf(item(of), on(today))[0]?.key;
    expect(key({}, "2026-12-04")).toBe(key({}, "2026-12-09"));
    expect(key({}, "2026-12-04")).not.toBe(key({ dueOn: day("2026-12-03") }, "2026-12-04"));
    expect(key({}, "2026-12-04")).not.toBe(key({ step: "Trình ký" }, "2026-12-04"));
    const handed = (d: string) => key({ handedOn: day(d), dueOn: null }, "2026-11-27");
    expect(handed("2026-11-27")).not.toBe(handed("2026-11-26"));
    expect(handed("2026-11-20")).toBeUndefined();
    expect(handed("2026-11-28")).toBeUndefined();
  });
});

describe("a mail", () => {
  const all = remindersOf(item({ handedOn: day("2026-12-03") }), on("2026-12-03")).map((r) => r.told);
  const told = all.find((t) => t.event === "handed");
  const base = "https://khu.mau.example";
  test("says number, procedure, step, day and where, first in Vietnamese, and nothing of what is in the case", () => {
    const { subject, text } = digestOf(all, { day: day("2026-12-03"), base });
    expect(subject).toBe("Khu 03/12/2026: 1 việc quá hạn");
    expect(text).toContain("- Hồ sơ HS-1, Thành lập cụm công nghiệp, bước: Thẩm định, hạn 02/12/2026");
    expect(text).toContain("https://khu.mau.example/cases/1");
    expect(text.indexOf("Quá hạn")).toBeLessThan(text.indexOf("Late"));
    expect(text).not.toContain("Điều kín Mẫu");
  });
  test("of a hand-over names it in the subject", () => {
    if (told === undefined) throw new Error("not told");
    expect(handedLetter(told, base).subject).toBe("Khu: Hồ sơ HS-1 mới giao cho anh/chị");
  });
});
