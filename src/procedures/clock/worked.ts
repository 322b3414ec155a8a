/** The shape of a worked deadline: a case as an officer would put it, and the date found by hand. */
import { type PlainDate, plainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { ClockEvent, Limit, ReadBefore } from "./vocabulary.ts";

export type WorkedDeadline = {
  readonly title: Sentence;
  /** With its article and how far that was checked. */
  readonly limit: Limit;
  readonly events: readonly ClockEvent[];
  /** One of the three: due by, not before, or while it stands the earliest possible date. */
  readonly dueOn?: PlainDate;
  readonly notBefore?: PlainDate;
  readonly earliest?: PlainDate;
  readonly readBefore?: ReadBefore;
};

type Short = readonly [kind: ClockEvent["kind"], on: string, count?: number];

/** Events in short. */
export function happened(...events: readonly Short[]): readonly ClockEvent[] {
  return events.map(([kind, on, count]) =>
    count === undefined ? { kind, on: plainDate(on) } : { kind, on: plainDate(on), count },
  );
}
