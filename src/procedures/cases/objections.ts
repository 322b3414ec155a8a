/** Whether one more thing may happen to a case, or what speaks against it. Pure. */
import { type PlainDate, printedDate } from "../../kernel/dates.ts";
import type { Problem, Sentence } from "../../kernel/problems.ts";
import type { Course, CourseStep } from "./course.ts";
import { type CaseEvent, EVENTS, isEnded } from "./vocabulary.ts";

/** What the law lets happen once only, from the procedure's rows. */
export type CourseRules = {
  /** One written request for supplements a dossier (decree 96/2026, Đ.6.1d; decree 217/2026, Đ.36). */
  readonly oneRequest: boolean;
  /** The office may stop the time once only for another reason (decree 217/2026, Đ.37). */
  readonly oneStop: boolean;
  /** How often a limit may be extended; null: never. */
  readonly extensions: number | null;
};

const wrong = (code: string, message: Sentence, remedy: Sentence, status: 409 | 422 = 409): Problem => ({
  code,
  status,
  field: "event",
  message,
  remedy,
});

const SEE_PAGE: Sentence = {
  vi: "Xem lại diễn biến trên trang hồ sơ; nếu đã ghi nhầm, đính chính việc đã ghi.",
  en: "Look at the course on the page of the case; correct what was recorded wrongly.",
};

/**
 * What speaks against one more thing happening on a day; null: nothing does. `today` is the last day that may be told.
 * Codes: `case.notDated`, `case.daySet`, `case.ended`, `case.stepPassed`, `case.stepAhead`, `case.stepUnknown`, `case.decides`, `case.beforeLast`, `case.future`,
 * `case.oneRequest`, `case.oneStop`, `case.standing`, `case.notStanding`, `case.extended`, `case.opinionUnknown`, `case.received`.
 */
export function objectionTo(
  told: { readonly event: CaseEvent; readonly on: PlainDate },
  course: Course,
  of: { readonly steps: readonly CourseStep[]; readonly rules: CourseRules; readonly today: PlainDate },
): Problem | null {
  const { event, on } = told;
  const day = printedDate(on);
  const label = EVENTS[event.kind];
  if (on > of.today) {
    return wrong(
      "case.future",
      { vi: `Ngày ${day} chưa tới.`, en: `${day} has not come yet.` },
      {
        vi: "Ghi việc đã xảy ra, vào ngày đã xảy ra.",
        en: "Record what has happened, on the day on which it did.",
      },
      422,
    );
  }
  if (isEnded(course.state) && event.kind !== "kept") {
    const end = course.endedOn === null ? "" : printedDate(course.endedOn);
    return wrong(
      "case.ended",
      {
        vi: `Hồ sơ đã kết thúc ngày ${end}; không ghi thêm “${label.vi}”.`,
        en: `The case ended on ${end}; “${label.en}” can't be added.`,
      },
      SEE_PAGE,
    );
  }
  if (event.kind === "received") {
    return course.receivedOn === null
      ? null
      : wrong(
          "case.received",
          {
            vi: `Hồ sơ đã được tiếp nhận ngày ${printedDate(course.receivedOn)}.`,
            en: `The dossier was received on ${printedDate(course.receivedOn)} already.`,
          },
          SEE_PAGE,
        );
  }
  if (event.kind !== "kept" && course.lastOn !== null && on < course.lastOn) {
    return wrong(
      "case.beforeLast",
      {
        vi: `Ngày ${day} sớm hơn việc đã ghi gần nhất (${printedDate(course.lastOn)}).`,
        en: `${day} is earlier than the last thing recorded (${printedDate(course.lastOn)}).`,
      },
      SEE_PAGE,
      422,
    );
  }
  return (
    dayObjection(told, course) ?? stepObjection(event, course, of) ?? clockObjection(event, course, of.rules)
  );
}

/** Of a day that is set: of a step from which limits count back, that has not come yet, and not in the past. */
function dayObjection(
  { event, on }: { readonly event: CaseEvent; readonly on: PlainDate },
  course: Course,
): Problem | null {
  if (event.kind !== "daySet") return null;
  const step = course.steps.find((s) => s.key === event.step);
  if (step === undefined || !step.dated || step.doneOn !== null || step.state === "passedOver") {
    return wrong(
      "case.notDated",
      {
        vi: `Không ấn định ngày cho bước “${step?.title.vi ?? event.step ?? ""}”: không có thời hạn nào đếm ngược từ bước này, hoặc bước đã qua.`,
        en: `No day is set for “${step?.title.en ?? event.step ?? ""}”: no limit counts back from it, or it is passed.`,
      },
      { vi: "Chọn một bước được hỏi trong mẫu.", en: "Choose one of the steps that the form offers." },
      422,
    );
  }
  if (event.day !== undefined && event.day >= on) return null;
  return wrong(
    "case.daySet",
    {
      vi: "Cần ngày được ấn định, không sớm hơn ngày ghi việc này.",
      en: "The day that is set is needed, and not one before the day of this event.",
    },
    { vi: "Ghi ngày theo văn bản, thông báo.", en: "Give the day that the paper or the notice names." },
    422,
  );
}

/** Of a step that is told as done: it must be the current one, or one ahead over optional ones. */
function stepObjection(
  event: CaseEvent,
  course: Course,
  { steps }: { readonly steps: readonly CourseStep[] },
): Problem | null {
  if (event.kind !== "stepDone") return null;
  const at = steps.findIndex((s) => s.key === event.step);
  const step = course.steps[at];
  if (step === undefined) {
    return wrong(
      "case.stepUnknown",
      {
        vi: `Thủ tục này không có bước “${event.step ?? ""}”.`,
        en: `There is no step “${event.step ?? ""}”.`,
      },
      { vi: "Chọn một bước của thủ tục.", en: "Choose a step of the procedure." },
      422,
    );
  }
  const { title, state, doneOn } = step;
  if (state === "done" || state === "passedOver") {
    const since = doneOn === null ? null : printedDate(doneOn);
    return wrong(
      "case.stepPassed",
      {
        vi: `Bước “${title.vi}” đã qua${since === null ? "" : ` (xong ngày ${since})`}; văn bản của bước đã qua không nhận vào hồ sơ nữa.`,
        en: `The step “${title.en}” is passed${since === null ? "" : ` (done on ${since})`}; a paper of a passed step is not taken.`,
      },
      SEE_PAGE,
    );
  }
  if (step.decides) {
    return wrong(
      "case.decides",
      {
        vi: `Bước “${title.vi}” kết thúc hồ sơ: ghi quyết định với văn bản của nó.`,
        en: `The step “${title.en}” ends the case: tell its decision, with the paper.`,
      },
      { vi: "Dùng mục “Quyết định” trên trang hồ sơ.", en: "Use “Decision” on the page of the case." },
      422,
    );
  }
  const current = steps.findIndex((s) => s.key === course.current);
  const skipped = steps.slice(Math.max(current, 0), at).find((s) => !s.optional);
  if (skipped === undefined) return null;
  return wrong(
    "case.stepAhead",
    {
      vi: `Chưa tới bước “${title.vi}”: bước “${skipped.title.vi}” chưa xong.`,
      en: `It is too early for “${title.en}”: “${skipped.title.en}” is not done.`,
    },
    { vi: "Ghi bước còn thiếu trước.", en: "Record the step that is missing first." },
  );
}

/** Of what stops, moves and restarts the clock. */
function clockObjection(event: CaseEvent, course: Course, rules: CourseRules): Problem | null {
  const standing = course.standstills.find((s) => s.to === null);
  switch (event.kind) {
    case "supplementAsked":
      if (rules.oneRequest && course.supplements > 0) {
        return wrong(
          "case.oneRequest",
          {
            vi: "Luật chỉ cho yêu cầu bổ sung bằng văn bản một lần; hồ sơ này đã được yêu cầu.",
            en: "The law allows one written request for supplements; this dossier has had it.",
          },
          {
            vi: "Giải quyết trên hồ sơ hiện có, hoặc trả hồ sơ có lý do.",
            en: "Decide on what is there, or return it with reasons.",
          },
        );
      }
      return standing?.why === "supplement" ? isStanding() : null;
    case "paused":
      if (rules.oneStop && course.standstills.some((s) => s.why === "pause" && s.to !== null)) {
        return wrong(
          "case.oneStop",
          {
            vi: "Luật chỉ cho tạm dừng một lần; hồ sơ này đã tạm dừng.",
            en: "The law allows one stop; this case has had it.",
          },
          {
            vi: "Giải quyết tiếp, hoặc gia hạn nếu luật cho phép.",
            en: "Go on, or extend it where the law allows.",
          },
        );
      }
      return standing?.why === "pause" ? isStanding() : null;
    case "supplementReceived":
    case "resumed": {
      const why = event.kind === "resumed" ? "pause" : "supplement";
      const open = course.standstills.some((s) => s.to === null && s.why === why);
      return open
        ? null
        : wrong(
            "case.notStanding",
            { vi: "Không có yêu cầu nào đang chờ.", en: "Nothing is waited for." },
            SEE_PAGE,
          );
    }
    case "extended": {
      const most = rules.extensions ?? 0;
      return course.extensions.length < most
        ? null
        : wrong(
            "case.extended",
            most === 0
              ? { vi: "Thủ tục này không có gia hạn.", en: "This procedure knows no extension." }
              : {
                  vi: `Chỉ được gia hạn ${most} lần; đã gia hạn.`,
                  en: `It may be extended ${most} time(s) and has been.`,
                },
            SEE_PAGE,
          );
    }
    case "opinionGiven": {
      const asked = course.opinions.some((o) => o.body === event.body && o.givenOn === null);
      return asked
        ? null
        : wrong(
            "case.opinionUnknown",
            {
              vi: `Chưa gửi lấy ý kiến “${event.body ?? ""}”, hoặc đã có ý kiến.`,
              en: `“${event.body ?? ""}” was not asked, or has answered.`,
            },
            { vi: "Ghi việc gửi lấy ý kiến trước.", en: "Record that it was asked first." },
          );
    }
    default:
      return null;
  }
}

function isStanding(): Problem {
  return wrong(
    "case.standing",
    { vi: "Đồng hồ của hồ sơ đang dừng vì việc này rồi.", en: "The clock stands for this already." },
    SEE_PAGE,
  );
}
