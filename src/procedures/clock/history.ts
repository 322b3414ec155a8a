/** What the events of a case mean under the switches of its limit: since when, with which pauses, how much longer. Pure. */
import { daySerial } from "../../kernel/dates.ts";
import type { Problem } from "../../kernel/problems.ts";
import { type RefusalCode, refusalOf } from "./refusals.ts";
import type { ClockEvent, Limit } from "./vocabulary.ts";

/** Days that are not counted: after `after`, up to and with `until`; Infinity: not ended. `why`: what they were left out for. */
export type Span = {
  readonly after: number;
  readonly until: number;
  readonly why: "supplement" | "stop" | "both";
};

/** The events in order, read by the switches of the row. */
export type Course = {
  readonly start: ClockEvent | null;
  /** From when it is counted: the start, or the last restart. */
  readonly from: number;
  readonly restarts: readonly ClockEvent[];
  /** In order, without overlap, none from before `from`. */
  readonly spans: readonly Span[];
  /** A supplement is waited for now, which may begin the time anew. */
  readonly waits: boolean;
  readonly extensions: readonly ClockEvent[];
  readonly done: ClockEvent | null;
  readonly refused: readonly Problem[];
};

/** What comes first of one day: a pause that begins as another ends continues it; an answer on the day of the request ends it. */
const WITHIN_DAY = {
  start: 0,
  restarted: 1,
  pauseBegan: 2,
  stopBegan: 2,
  pauseEnded: 3,
  stopEnded: 3,
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
  private stops = 0;
  /** Requests and stops that are open now, since when one of them is, and what was open since. */
  private open = 0;
  private stopped = 0;
  private since = 0;
  private why: Span["why"] = "supplement";
  /** Those that were left out and may still end. */
  private leftOut = 0;
  private stopsLeftOut = 0;

  constructor(private readonly limit: Limit) {}

  read(event: ClockEvent): void {
    if (this.done !== null) return;
    const on = daySerial(event.on);
    if (event.kind === "start") {
      if (this.start !== null) {
        this.refuse("secondStart", event);
        return;
      }
      this.start = event;
      this.from = on;
      return;
    }
    if (this.start === null) {
      this.refuse("beforeStart", event);
      return;
    }
    this.readAfterStart(event, on);
  }

  private readAfterStart(event: ClockEvent, on: number): void {
    switch (event.kind) {
      case "pauseBegan":
        this.begin(event, on);
        break;
      case "pauseEnded":
        this.end(event, on);
        break;
      case "stopBegan":
        this.stop(event, on);
        break;
      case "stopEnded":
        this.goOn(event, on);
        break;
      case "restarted":
        this.refile(event, on);
        break;
      case "extended":
        this.extend(event);
        break;
      case "done":
        this.done = event;
        break;
      case "start":
        break;
    }
  }

  /** The dossier is filed anew: what was still waited for is waited for no more. */
  private refile(event: ClockEvent, on: number): void {
    if (this.limit.supplement !== "restarts") {
      this.refuse("noRestart", event);
      return;
    }
    this.leftOut += this.open;
    this.open = 0;
    this.restart(event, on);
  }

  course(): Course {
    const { start, from, restarts, extensions, done, refused } = this;
    const standing = { after: this.since, until: Number.POSITIVE_INFINITY, why: this.why };
    const spans = this.stands() ? [...this.spans, standing] : this.spans;
    return { start, from, restarts, spans, waits: this.open > 0, extensions, done, refused };
  }

  private refuse(code: RefusalCode, event: ClockEvent): void {
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
      this.refuse("secondRequest", event);
      return;
    }
    this.standSince(on, "supplement");
    this.open += 1;
  }

  private stands(): boolean {
    return this.open + this.stopped > 0;
  }

  private standSince(on: number, why: "supplement" | "stop"): void {
    if (!this.stands()) {
      this.since = on;
      this.why = why;
    } else if (this.why !== why) this.why = "both";
  }

  /** The office stops the time for another reason than supplements, which never begins it anew. */
  private stop(event: ClockEvent, on: number): void {
    if (this.limit.supplement === "ignored") {
      this.stopsLeftOut += 1;
      return;
    }
    this.stops += 1;
    if (this.limit.oneStop && this.stops > 1) {
      this.stopsLeftOut += 1;
      this.refuse("secondStop", event);
      return;
    }
    this.standSince(on, "stop");
    this.stopped += 1;
  }

  private goOn(event: ClockEvent, on: number): void {
    if (this.stopped === 0) {
      if (this.stopsLeftOut === 0) this.refuse("noStop", event);
      else this.stopsLeftOut -= 1;
      return;
    }
    this.stopped -= 1;
    this.close(on);
  }

  private close(on: number): void {
    if (!this.stands() && on > this.since) this.join({ after: this.since, until: on, why: this.why });
  }

  private end(event: ClockEvent, on: number): void {
    if (this.open === 0) {
      if (this.leftOut === 0) {
        this.refuse("noPause", event);
        return;
      }
      this.leftOut -= 1;
      return;
    }
    this.open -= 1;
    if (this.open > 0) return;
    if (this.limit.supplement === "restarts") {
      this.restart(event, on);
      return;
    }
    this.close(on);
  }

  /** A pause that begins on the last day of the one before continues it. */
  private join(span: Span): void {
    const last = this.spans.at(-1);
    if (last === undefined || last.until < span.after) this.spans.push(span);
    else {
      const why = last.why === span.why ? span.why : "both";
      this.spans[this.spans.length - 1] = { after: last.after, until: Math.max(last.until, span.until), why };
    }
  }

  private restart(event: ClockEvent, on: number): void {
    this.from = on;
    this.spans = [];
    this.since = on;
    this.why = "stop";
    this.restarts.push(event);
  }

  private extend(event: ClockEvent): void {
    const { extension, count } = this.limit;
    if (extension === null || this.extensions.length >= extension.times) {
      this.refuse("noExtension", event);
      return;
    }
    const most = extension.atMost === "sameAgain" ? count : extension.atMost;
    if ((event.count ?? most) > most) {
      this.refuse("extensionTooLong", event);
      return;
    }
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
