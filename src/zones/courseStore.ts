/** The courses of all zones through time, as known then: from which durations are learnt. SQL only. */
import { sql } from "kysely";
import { type PartialDate, type PlainDate, plainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import { type Known, type PlacedTimeline, periodsKnown, type Source } from "../register/public.ts";
import type { Course } from "./vocabulary.ts";

/** What a course was from a day on. */
export type CourseState = {
  readonly state: string;
  readonly from: PlainDate;
  readonly since: PartialDate;
  readonly sinceKind: Source["sinceKind"];
  /** Date of the paper that tells it. */
  readonly evidence: PartialDate | null;
};

/** A zone or a phase with its courses, each in the order of time. */
export type ZoneCourses = {
  readonly id: string;
  readonly key: string | null;
  readonly courses: Readonly<Record<Course, readonly CourseState[]>>;
  readonly disputed: boolean;
  /** The zone that it is a phase of. */
  readonly phaseOf: string | null;
};

type Row = {
  readonly id: string;
  readonly key: string | null;
  readonly valid_from: string;
  readonly disputed: boolean;
  readonly phase_of: string | null;
  readonly course: Course;
  readonly state: string | null;
  readonly source: Source | null;
};

const COLUMNS: PlacedTimeline = {
  now: sql`zone_now`,
  past: sql`zone_past`,
  columns: sql`p.id, p.valid_from, p.attributes, p.sources`,
};

/** The courses of every zone and phase up to a day; those of which nothing is told by then are absent. */
export async function listZoneCourses(
  db: Db,
  { asOf, known }: { readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly ZoneCourses[]> {
  const { rows } = await sql<Row>`
    select p.id, s.key, p.valid_from, p.attributes ? 'disputed' as disputed,
           p.attributes ->> 'phaseOf' as phase_of, c.course,
           p.attributes ->> c.course as state, p.sources -> c.course as source
      from ${periodsKnown(COLUMNS, known)} p join subjects s on s.id = p.id
     cross join unnest(array['legal', 'planning', 'clearance', 'works', 'operation']) c(course)
     where p.valid_from <= ${asOf}::date
     order by p.id, p.valid_from, c.course`.execute(db);
  const zones = new Map<string, { -readonly [K in keyof ZoneCourses]: ZoneCourses[K] } & Growing>();
  for (const { id, key, valid_from, disputed, phase_of: phaseOf, course, state, source } of rows) {
    const zone = zones.get(id) ?? { id, key, disputed, phaseOf, courses: nothing() };
    zones.set(id, zone);
    zone.disputed = disputed;
    zone.phaseOf = phaseOf;
    if (state === null || source === null) continue;
    const { since, sinceKind, evidence } = source;
    zone.courses[course].push({ state, from: plainDate(valid_from), since, sinceKind, evidence });
  }
  return [...zones.values()];
}

type Growing = { readonly courses: Record<Course, CourseState[]> };

function nothing(): Growing["courses"] {
  return { legal: [], planning: [], clearance: [], works: [], operation: [] };
}
