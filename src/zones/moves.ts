/** The moves of a zone's courses that lie outside the table, each with its paper and its reason, as its page lists them. */
import { plainDate } from "../kernel/dates.ts";
import { type ChangeRecord, refOf } from "../register/public.ts";
import type { ShownMove } from "./pageVocabulary.ts";
import { type CoursePeriod, type UnusualMove, unusualMoves } from "./rules.ts";
import { COURSES } from "./vocabulary.ts";
import { type Names, valueText } from "./words.ts";

type Showing = Names & Parameters<typeof refOf>[1];

/** The moves outside the table in the order of time. `reason` null: recorded before one was asked for, or brought to light by a withdrawal. */
export function shownMoves(
  periods: readonly CoursePeriod[],
  changes: readonly ChangeRecord[],
  of: Showing,
): readonly ShownMove[] {
  return [...unusualMoves(periods)]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .flatMap((move) => {
      const { course, from, to, on } = move;
      const teller = changes.find((c) => c.change.id === move.changes.to);
      if (teller === undefined) return [];
      return [
        {
          course,
          label: COURSES[course].label[of.language],
          from: valueText(course, from, of),
          to: valueText(course, to, of),
          on: plainDate(on),
          reason: reasonOf(move, teller, changes),
          document: refOf(teller.change.document, of),
        },
      ];
    });
}

/**
 * The note of the change that tells the new state; else of another that told the same state from the same day, for a
 * newer paper may have confirmed it since; else of the change that tells the state before, recorded later than both.
 */
function reasonOf(
  { course, to, changes: ends }: UnusualMove,
  teller: ChangeRecord,
  changes: readonly ChangeRecord[],
): string | null {
  const since = teller.change.kind === "set" ? teller.change.from.date : null;
  const same = changes.filter(
    ({ change, note }) =>
      note !== null &&
      change.kind === "set" &&
      change.attributes[course] === to &&
      change.from.date === since,
  );
  const before = changes.find(({ change }) => change.id === ends.from);
  return teller.note ?? same[0]?.note ?? before?.note ?? null;
}
