/** Which new day an apology may give. */
import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/dates.ts";
import { usualCalendar } from "../../law/calendar/counting.ts";
import { limitOf, USUAL_READING } from "../clock/vocabulary.ts";
import { apologyObjection } from "./apologies.ts";
import { type Due, deadlinesOf } from "./deadlines.ts";
import type { CaseEvent } from "./vocabulary.ts";

const calendar = usualCalendar();
const words = { vi: "Thẩm định", en: "Appraisal" };
const due = (more: Partial<Due> = {}): Due => ({
  ...{ name: "appraise", title: words, step: "appraise", actor: "departments", body: null, when: null },
  limit: limitOf({ unit: "working", count: 5 }),
  events: [{ kind: "start", on: plainDate("2026-10-01"), label: words }],
  ...{ article: null, mark: null },
  ...more,
});

/** Told on a Friday, 27 November 2026, of a limit that was due on 8 October. */
function objection(until: string | null, dues: readonly Due[] = [due()], told: Partial<CaseEvent> = {}) {
  const event: CaseEvent = {
    kind: "apologised",
    ...(until === null ? {} : { until: plainDate(until) }),
    ...told,
  };
  const deadlines = deadlinesOf(dues, { calendar, reading: USUAL_READING });
  const today = plainDate("2026-11-27");
  return apologyObjection({ event, on: today }, { read: { deadlines }, calendar, today });
}

describe("the new day of an apology", () => {
  it("is a working day, today or later", () => {
    expect(objection("2026-11-27")).toBeNull();
    expect(objection("2026-12-10")).toBeNull();
    expect(objection("2026-11-26")).toMatchObject({ code: "case.newDayPassed", status: 422, field: "until" });
    expect(objection(null)).toMatchObject({ code: "case.newDayMissing" });
  });

  it("is refused on a day off, with what day it is and which one could be given", () => {
    expect(objection("2026-11-28")).toMatchObject({
      code: "case.newDayOff",
      message: {
        vi: "Ngày hẹn lại 28/11/2026 không phải ngày làm việc: ngày nghỉ hằng tuần.",
        en: "The new day, 28/11/2026, is no working day: a weekly day off.",
      },
      remedy: { vi: "Ngày làm việc gần nhất sau đó là 30/11/2026." },
    });
    const newYear = objection("2027-01-01");
    expect(newYear?.message.vi).toContain("ngày nghỉ (Tết Dương lịch)");
    expect(newYear?.remedy.vi).toContain("04/01/2027");
    expect(objection("2150-01-05")).toMatchObject({ code: "case.newDayUnknown" });
  });

  it("is given only where a limit of ours has passed", () => {
    expect(objection("2026-12-10", [])).toMatchObject({ code: "case.notLate", field: "event" });
    expect(objection("2026-12-10", [due({ body: "Sở Mẫu" })])).toMatchObject({ code: "case.notLate" });
    const later = due({ limit: limitOf({ unit: "working", count: 60 }) });
    expect(objection("2026-12-10", [later])).toMatchObject({ code: "case.notLate" });
  });

  it("comes with an apology and with nothing else", () => {
    expect(objection("2026-12-10", [due()], { kind: "paused" })).toMatchObject({
      code: "case.newDayUnasked",
    });
    expect(objection(null, [], { kind: "paused" })).toBeNull();
  });
});
