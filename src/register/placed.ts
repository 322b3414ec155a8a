/**
 * The periods of a kind of subject that lies somewhere, found by place and day: fragments of SQL that the stores of such
 * kinds share. A query gives the periods the alias `p`.
 *
 * Each place is looked up by itself, and in it each class of length (`span_class` in the migrations): a period of at
 * most 32 days that covers a day ends within 32 days after it, so what ended earlier or began and ended later is never
 * read. What a question costs depends on what holds on its day, hardly on how long the history is.
 */
import { type RawBuilder, sql } from "kysely";
import { addDays, type PlainDate } from "../kernel/dates.ts";
import type { Known } from "./store.ts";

export type Sql = RawBuilder<unknown>;

/** The tables of a timeline that has `place_id` (its only place, else null), `places` and `span`, and what is read of it. */
export type PlacedTimeline = { readonly now: Sql; readonly past: Sql; readonly columns: Sql };

/** Where, when and as known when. */
export type GroundAsked = {
  readonly places: readonly string[];
  readonly asOf: PlainDate;
  readonly known: Known;
};

/** Days that a period of each class holds at most, as `span_class` has them; those of the last may hold for ever. */
export const SPANS = [32, 128, 512, 2048] as const;

/** Ids as an array of SQL. */
export function idArray(ids: readonly string[]): Sql {
  return sql`${ids}::uuid[]`;
}

/** Whether the period of alias `p` covers a day. */
export function covers(day: PlainDate): Sql {
  return sql`p.valid_from <= ${day}::date and p.valid_to > ${day}::date`;
}

/** Each table is asked by itself: of both together the database would read all periods before it looks at anything. */
export function inEachTable(
  of: PlacedTimeline,
  known: Known,
  asked: (periods: Sql, isKnown: Sql) => Sql,
): Sql {
  if (known.latest) return asked(of.now, sql`true`);
  const now = asked(of.now, sql`p.known_from <= ${known.commit}`);
  const past = asked(of.past, sql`p.known_from <= ${known.commit} and p.known_to > ${known.commit}`);
  return sql`${now} union all ${past}`;
}

/** The periods known at a commit: those that still hold, and those that were taken back later. */
export function periodsKnown(of: PlacedTimeline, known: Known): Sql {
  if (known.latest) return of.now;
  const all = inEachTable(of, known, (t, isKnown) => sql`select ${of.columns} from ${t} p where ${isKnown}`);
  return sql`(${all})`;
}

/** Periods on the day in one of the places alone. */
export function inOnePlace(of: PlacedTimeline, asked: GroundAsked): Sql {
  const { asOf } = asked;
  const ends = [...SPANS.map((days) => addDays(asOf, days)), "infinity"];
  const classes = ends.map((_, span) => span);
  // "offset 0" keeps the loop over places: whatever the planner believes, it must not read a whole table here.
  return inEachTable(
    of,
    asked.known,
    (t, isKnown) => sql`select ${of.columns} from unnest(${idArray(asked.places)}) u(place)
      cross join unnest(${classes}::smallint[], ${ends}::date[]) s(span, ends)
      cross join lateral (select p.* from ${t} p
        where p.place_id = u.place and p.span = s.span and p.valid_to > ${asOf}::date and p.valid_to <= s.ends
          and p.valid_from <= ${asOf}::date and ${isKnown} offset 0) p`,
  );
}

/** Periods on the day that lie in several places, one of the given among them: few, so the day is looked at last. */
export function inSeveralPlaces(of: PlacedTimeline, asked: GroundAsked): Sql {
  return inEachTable(
    of,
    asked.known,
    (t, isKnown) => sql`select ${of.columns} from ${t} p
      where p.place_id is null and p.places && ${idArray(asked.places)} and ${covers(asked.asOf)} and ${isKnown}`,
  );
}
