import { describe, expect, it, test } from "vitest";
import { addDays, type PlainDate, plainDate } from "../../kernel/dates.ts";
import { calendarAfter } from "../../law/calendar/adopted.ts";
import { usualCalendar } from "../../law/calendar/counting.ts";
import { stepOf } from "./rules.ts";
import { clearanceAttributes, type Step } from "./vocabulary.ts";

const OWN = { inventoryDays: 30, originDays: 10 };
const calendar = usualCalendar();

function viewOf(step: Step, round: object, asOf: string) {
  return stepOf(step, {
    ...{ round: clearanceAttributes.parse(round), asOf: plainDate(asOf), own: OWN, calendar },
  });
}

/** The first day on which recovery may be enforced where ten days are over on a day. */
function enforcedFrom(day: PlainDate, of = calendar) {
  const round = clearanceAttributes.parse({ enforcementReceived: addDays(day, -10) });
  return stepOf("enforcement", { round, asOf: day, own: OWN, calendar: of }).notBefore;
}

describe("the days on which recovery is not enforced", () => {
  test.each([
    ["2026-09-19", "2026-09-21"],
    ["2026-08-22", "2026-08-22"],
    ["2026-09-02", "2026-09-03"],
    ["2026-11-24", "2026-11-25"],
    ["2026-02-01", "2026-03-09"],
    ["2026-01-30", "2026-01-30"],
    ["2026-03-07", "2026-03-09"],
    ["2025-01-13", "2025-02-17"],
  ])("where the ten days are over on %s it may begin on %s", (day, from) => {
    expect(enforcedFrom(plainDate(day))?.day).toBe(from);
  });

  it("a register that takes a swap into use closes the day off and opens the Saturday that is worked", () => {
    const year = usualCalendar().year(2026);
    if (year === null) throw new Error("no calendar of 2026");
    const invented = { paper: "Thông báo mẫu", mark: "P" } as const;
    const swapped = {
      ...year,
      daysOff: [...year.daysOff, { on: "2026-07-17", reason: "swapped", note: null, ...invented }],
      worked: [...year.worked, { on: "2026-07-18", insteadOf: "2026-07-17", ...invented }],
    };
    const note = JSON.stringify({ year: swapped, why: "Mẫu" });
    const changed = calendarAfter([{ what: "calendar.2026", note }]);
    const begins = (of: typeof calendar) =>
      ["2026-07-17", "2026-07-18"].map((day) => enforcedFrom(plainDate(day), of)?.day);
    expect([begins(calendar), begins(changed)]).toEqual([
      ["2026-07-17", "2026-07-20"],
      ["2026-07-18", "2026-07-18"],
    ]);
  });

  it("beyond the years that are announced nothing is sure, no limit either", () => {
    const view = enforcedFrom(plainDate("2028-03-11"));
    expect(view).toMatchObject({ day: "2028-03-13", exact: false });
    expect(view?.text.vi).toContain("chưa công bố");
    const { dueBy } = viewOf("appraisal", { dossierComplete: "2028-03-01" }, "2028-03-02");
    expect(dueBy).toMatchObject({ day: "2028-03-31", exact: false });
  });
});

describe("how a date came about", () => {
  const told = (step: Step, round: object, asOf: string, kind: "dueBy" | "notBefore" | "lapses") =>
    (viewOf(step, round, asOf)[kind]?.explain() ?? []).map((line) => line.text.vi);

  it("is told line by line: the beginning, the article, the day on which nobody works", () => {
    const lines = viewOf("payment", { approval: "2026-05-01" }, "2026-05-02").dueBy?.explain() ?? [];
    expect(lines.map((l) => [l.kind, l.text.vi])).toEqual([
      ["start", expect.stringContaining("Phê duyệt phương án: ")],
      ["rule", "Thời hạn 30 ngày"],
      ["counted", expect.stringContaining("31/05/2026")],
      ["roll", expect.stringMatching(/31\/05\/2026.*01\/06\/2026/)],
      ["result", expect.stringContaining("01/06/2026")],
    ]);
    expect(lines.find((l) => l.kind === "rule")?.paper).toBe("Luật Đất đai 31/2024/QH15, Đ.94.3");
    expect(lines.find((l) => l.kind === "roll")?.paper).toContain("Bộ luật Dân sự");
  });

  it("of what may not come yet says so", () => {
    const round = { notice: "2026-02-06", farmLand: false, approval: "2026-05-01" };
    expect(told("recoveryDecision", round, "2026-05-02", "dueBy").at(-1)).toBe(
      "Chưa được làm trước ngày 06/06/2026, nên hạn là hết ngày 08/06/2026",
    );
  });

  it("of a notice tells the last day on which it holds", () => {
    const lines = told("notice", { notice: "2025-03-10" }, "2025-06-01", "lapses");
    expect(lines.at(-1)).toContain("10/03/2026");
  });
});
