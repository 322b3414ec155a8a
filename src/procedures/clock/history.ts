/** What the events of a case mean under the switches of its limit: since when, with which pauses, how much longer. Pure. */
import { daySerial, printedDate } from "../../kernel/dates.ts";
import type { Problem, Sentence } from "../../kernel/problems.ts";
import type { ClockEvent, Limit } from "./vocabulary.ts";

/** Days that are not counted: after `after`, up to and with `until`; Infinity: not ended. */
export type Span = { readonly after: number; readonly until: number };

/** The events in order, read by the switches of the row. */
export type Course = {
  readonly start: ClockEvent | null;
  /** From when it is counted: the start, or the last restart. */
  readonly from: number;
  readonly restarts: readonly ClockEvent[];
  /** In order, without overlap, none from before `from`. */
  readonly spans: readonly Span[];
  readonly extensions: readonly ClockEvent[];
  readonly done: ClockEvent | null;
  readonly refused: readonly Problem[];
};

const REFUSALS = {
  secondStart: {
    message: { vi: "Thời hạn đã bắt đầu rồi", en: "The time has begun already" },
    remedy: {
      vi: "Nếu hồ sơ nộp lại, ghi là nộp lại.",
      en: "Where the dossier was filed anew, record that.",
    },
  },
  secondRequest: {
    message: { vi: "Chỉ được yêu cầu bổ sung một lần", en: "Supplements may be asked for once only" },
    remedy: {
      vi: "Ghi mọi yêu cầu trong một văn bản; lần sau không làm dừng thời hạn.",
      en: "Put everything into one letter; a later one does not stop the clock.",
    },
  },
  noPause: {
    message: { vi: "Không có yêu cầu bổ sung nào đang chờ", en: "No request for supplements is open" },
    remedy: { vi: "Ghi ngày yêu cầu trước.", en: "Record the day of the request first." },
  },
  noRestart: {
    message: {
      vi: "Thủ tục này không tính lại thời hạn từ đầu",
      en: "The time of this procedure does not begin anew",
    },
    remedy: { vi: "Ghi là yêu cầu bổ sung, nếu đúng vậy.", en: "Record a supplement, if it was one." },
  },
  noExtension: {
    message: { vi: "Thời hạn này không được gia hạn thêm", en: "This time may not be extended further" },
    remedy: { vi: "Xem lại điều luật của thủ tục.", en: "Look at the article of the procedure." },
  },
  extensionTooLong: {
    message: { vi: "Gia hạn dài hơn mức cho phép", en: "The extension is longer than allowed" },
    remedy: { vi: "Nhập số ngày không quá mức của điều luật.", en: "Enter no more than the article allows." },
  },
  extensionLate: {
    message: { vi: "Gia hạn sau khi đã hết hạn", en: "The extension came after the time had ended" },
    remedy: {
      vi: "Gia hạn phải có trước khi hết hạn.",
      en: "An extension must be there before the time ends.",
    },
  },
  beforeStart: {
    message: { vi: "Việc này có trước ngày bắt đầu", en: "This came before the beginning" },
    remedy: { vi: "Kiểm tra lại ngày.", en: "Check the day." },
  },
} as const satisfies Record<string, { message: Sentence; remedy: Sentence }>;

/** The refusal of an event, which is left out of the counting. */
export function refusalOf(code: keyof typeof REFUSALS, { on }: ClockEvent): Problem {
  const { message, remedy } = REFUSALS[code];
  const day = printedDate(on);
  return {
    ...{ code: `clock.${code}`, status: 422, field: "events", remedy },
    message: { vi: `${message.vi} (ngày ${day}).`, en: `${message.en} (on ${day}).` },
  };
}

/** What comes first of one day: a pause that begins as another ends continues it; an answer on the day of the request ends it. */
const WITHIN_DAY = {
  start: 0,
  restarted: 1,
  pauseBegan: 2,
  pauseEnded: 3,
  extended: 4,
  done: 5,
} as const satisfies Record<ClockEvent["kind"], number>;

function compare(a: ClockEvent, b: ClockEvent): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return WITHIN_DAY[a.kind] - WITHIN_DAY[b.kind];
}

function inOrder(events: readonly ClockEvent[]): readonly ClockEvent[] {
  const sorted = events.every((event, i) => {
    const before = events[i - 1];
    return before === undefined || compare(before, event) <= 0;
  });
  return sorted ? events : [...events].sort(compare);
}

/** Reads events one after another. */
class Reader {
  start: ClockEvent | null = null;
  from = 0;
  restarts: ClockEvent[] = [];
  spans: Span[] = [];
  extensions: ClockEvent[] = [];
  done: ClockEvent | null = null;
  refused: Problem[] = [];
  private requests = 0;
  /** Pauses that are open now, and since when; requests that were left out and may still be answered. */
  private open = 0;
  private since = 0;
  private leftOut = 0;

  constructor(private readonly limit: Limit) {}

  read(event: ClockEvent): void {
    if (this.done !== null) return;
    const on = daySerial(event.on);
    if (event.kind === "start") {
      if (this.start !== null) return this.refuse("secondStart", event);
      this.start = event;
      this.from = on;
      return;
    }
    if (this.start === null) return this.refuse("beforeStart", event);
    switch (event.kind) {
      case "pauseBegan":
        return this.begin(event, on);
      case "pauseEnded":
        return this.end(event, on);
      case "restarted":
        if (this.limit.supplement !== "restarts") return this.refuse("noRestart", event);
        this.leftOut += this.open;
        this.open = 0;
        return this.restart(event, on);
      case "extended":
        return this.extend(event);
      case "done":
        this.done = event;
    }
  }

  course(): Course {
    const { start, from, restarts, extensions, done, refused } = this;
    const spans =
      this.open > 0 ? [...this.spans, { after: this.since, until: Number.POSITIVE_INFINITY }] : this.spans;
    return { start, from, restarts, spans, extensions, done, refused };
  }

  private refuse(code: keyof typeof REFUSALS, event: ClockEvent): void {
    this.refused.push(refusalOf(code, event));
  }

  private begin(event: ClockEvent, on: number): void {
    if (this.limit.supplement === "ignored") {
      this.leftOut += 1;
      return;
    }
    this.requests += 1;
    if (this.limit.oneRequest && this.requests > 1) {
      this.leftOut += 1;
      return this.refuse("secondRequest", event);
    }
    this.open += 1;
    if (this.open === 1) this.since = on;
  }

  private end(event: ClockEvent, on: number): void {
    if (this.open === 0) {
      if (this.leftOut === 0) return this.refuse("noPause", event);
      this.leftOut -= 1;
      return;
    }
    this.open -= 1;
    if (this.open > 0) return;
    if (this.limit.supplement === "restarts") return this.restart(event, on);
    if (on > this.since) this.join({ after: this.since, until: on });
  }

  /** A pause that begins on the last day of the one before continues it. */
  private join(span: Span): void {
    const last = this.spans.at(-1);
    if (last === undefined || last.until < span.after) this.spans.push(span);
    else this.spans[this.spans.length - 1] = { after: last.after, until: Math.max(last.until, span.until) };
  }

  private restart(event: ClockEvent, on: number): void {
    this.from = on;
    this.spans = [];
    this.restarts.push(event);
  }

  private extend(event: ClockEvent): void {
    const { extension, count } = this.limit;
    if (extension === null || this.extensions.length >= extension.times)
      return this.refuse("noExtension", event);
    const most = extension.atMost === "sameAgain" ? count : extension.atMost;
    if ((event.count ?? most) > most) return this.refuse("extensionTooLong", event);
    this.extensions.push(event);
  }
}

/** By how many units an extension moves the end. */
export function extensionOf({ extension, count }: Limit, event: ClockEvent): number {
  if (extension === null) return 0;
  return event.count ?? (extension.atMost === "sameAgain" ? count : extension.atMost);
}

/** The course that the events give. */
export function courseOf(limit: Limit, events: readonly ClockEvent[]): Course {
  const reader = new Reader(limit);
  for (const event of inOrder(events)) reader.read(event);
  return reader.course();
}
