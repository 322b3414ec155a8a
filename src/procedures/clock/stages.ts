/** Stages with limits of their own under a total: each is due by the earlier of both, and it is said which one binds. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Calendar } from "../../law/calendar/vocabulary.ts";
import { deadlineOf } from "./clock.ts";
import type { ClockEvent, Deadline, Limit, Reading } from "./vocabulary.ts";

/** A stage and what happened in it; without a start it is taken to begin when the one before is done, due, or has waited long enough. */
export type Stage = {
  readonly key: string;
  readonly limit: Limit;
  readonly events: readonly ClockEvent[];
};

export type StageDeadline = {
  readonly key: string;
  readonly own: Deadline;
  /** The earlier of its own date and that of the total; null: not known yet. */
  readonly dueOn: PlainDate | null;
  readonly binds: "own" | "total" | null;
  /** Its beginning is not recorded, but taken from the stage before. */
  readonly assumed: boolean;
};

type Given = {
  readonly total: { readonly limit: Limit; readonly events: readonly ClockEvent[] } | null;
  readonly stages: readonly Stage[];
  readonly calendar: Calendar;
  readonly reading?: Reading;
};

function bound(own: PlainDate | null, total: PlainDate | null): Pick<StageDeadline, "dueOn" | "binds"> {
  if (own === null) return { dueOn: null, binds: null };
  if (total !== null && total < own) return { dueOn: total, binds: "total" };
  return { dueOn: own, binds: "own" };
}

/** The deadline of each stage, in order, and of the total. */
export function stagesOf({ total, stages, calendar, reading }: Given): {
  readonly total: Deadline | null;
  readonly stages: readonly StageDeadline[];
} {
  const whole = total === null ? null : deadlineOf(total.limit, total.events, calendar, reading);
  let before: PlainDate | null = null;
  const answers: StageDeadline[] = [];
  for (const { key, limit, events } of stages) {
    const started = events.some(({ kind }) => kind === "start");
    const assumed = !started && before !== null;
    const given: readonly ClockEvent[] =
      assumed && before !== null ? [{ kind: "start", on: before }, ...events] : events;
    const own = deadlineOf(limit, given, calendar, reading);
    answers.push({ key, own, ...bound(own.dueOn, whole?.dueOn ?? null), assumed });
    before = own.doneOn ?? own.dueOn ?? own.notBefore;
  }
  return { total: whole, stages: answers };
}
