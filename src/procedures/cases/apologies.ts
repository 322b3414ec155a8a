/** Whether an apology may be told as sent, with the new day of the result that it gives, or what speaks against it. Pure. */
import { addDays, daySerial, type PlainDate, printedDate } from "../../kernel/dates.ts";
import type { Problem, Sentence } from "../../kernel/problems.ts";
import type { Calendar } from "../../law/calendar/vocabulary.ts";
import { dayOffSaid } from "../clock/passing.ts";
import { inBoth } from "../clock/saying.ts";
import { lateOn } from "./deadlines.ts";
import type { CaseRead } from "./reading.ts";
import type { CaseEvent } from "./vocabulary.ts";

const wrong = (code: string, message: Sentence, remedy: Sentence, field = "until"): Problem => ({
  ...{ code, status: 422, field, message, remedy },
});

const GIVE: Sentence = {
  vi: "Chọn một ngày làm việc, từ hôm nay trở đi.",
  en: "Choose a working day, today or later.",
};

/** The first working day from a day on, as far as the calendar goes; null: it goes no further. */
function workingFrom(day: PlainDate, calendar: Calendar): PlainDate | null {
  for (let at = day; calendar.covers(daySerial(at)); at = addDays(at, 1))
    if (calendar.isWorking(daySerial(at))) return at;
  return null;
}

/**
 * What speaks against telling that an apology was sent; null: nothing does. No other event gives a new day.
 * Codes: `case.newDayUnasked`, `case.notLate`, `case.newDayMissing`, `case.newDayPassed`, `case.newDayUnknown`, `case.newDayOff`.
 */
export function apologyObjection(
  { event, on }: { readonly event: CaseEvent; readonly on: PlainDate },
  of: {
    readonly read: Pick<CaseRead, "deadlines">;
    readonly calendar: Calendar;
    readonly today: PlainDate;
  },
): Problem | null {
  const { until } = event;
  const { calendar, today } = of;
  if (event.kind !== "apologised") {
    return until === undefined
      ? null
      : wrong(
          "case.newDayUnasked",
          { vi: "Việc này không hẹn lại ngày nào.", en: "This gives no new day." },
          { vi: "Bỏ ngày hẹn lại.", en: "Leave the new day out." },
        );
  }
  if (lateOn(of.read.deadlines, on).length === 0) {
    return wrong(
      "case.notLate",
      {
        vi: `Ngày ${printedDate(on)} hồ sơ không có thời hạn nào đã qua.`,
        en: `On ${printedDate(on)} no limit of the case had passed.`,
      },
      { vi: "Xem các thời hạn trên trang hồ sơ.", en: "Look at the limits on the page of the case." },
      "event",
    );
  }
  if (until === undefined) {
    return wrong("case.newDayMissing", { vi: "Chưa có ngày hẹn lại.", en: "The new day is missing." }, GIVE);
  }
  const day = printedDate(until);
  if (until < today) {
    return wrong(
      "case.newDayPassed",
      { vi: `Ngày hẹn lại ${day} đã qua.`, en: `The new day, ${day}, has passed.` },
      GIVE,
    );
  }
  const serial = daySerial(until);
  if (!calendar.covers(serial)) {
    return wrong(
      "case.newDayUnknown",
      { vi: `Lịch làm việc chưa có ngày ${day}.`, en: `The working calendar does not tell of ${day}.` },
      GIVE,
    );
  }
  const why = calendar.whyOff(serial);
  if (why === null) return null;
  const next = workingFrom(until, calendar);
  const reason = inBoth((language) => dayOffSaid(why, language));
  return wrong(
    "case.newDayOff",
    {
      vi: `Ngày hẹn lại ${day} không phải ngày làm việc: ${reason.vi}.`,
      en: `The new day, ${day}, is no working day: ${reason.en}.`,
    },
    next === null
      ? GIVE
      : {
          vi: `Ngày làm việc gần nhất sau đó là ${printedDate(next)}.`,
          en: `The next working day is ${printedDate(next)}.`,
        },
  );
}
