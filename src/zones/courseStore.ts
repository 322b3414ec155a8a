/** The courses of all zones through time, as known then: from which durations are learnt. SQL only. */
import { sql } from "kysely";
import { type PartialDate, type PlainDate, plainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import { type Known, type PlacedTimeline, periodsKnown, type Source } from "../register/public.ts";
import type { Course } from "./vocabulary.ts";

/** What a course was from a day on, as one paper tells it. */
export type CourseState = {
  readonly state: string;
  readonly from: PlainDate;
  readonly since: PartialDate;
  readonly sinceKind: Source["sinceKind"];
  /** Date of the paper that tells it, and the paper. */
  readonly evidence: PartialDate | null;
  readonly document: string;
};

/** A zone or a phase with its courses, each in the order of time; what several papers tell of one state stands as often. */
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
  readonly course: Course;
  readonly valid_from: string;
  readonly state: string;
  readonly source: Source;
};

type Head = Omit<ZoneCourses, "courses">;

const PERIODS: PlacedTimeline = {
  now: sql`zone_now`,
  past: sql`zone_past`,
  columns: sql`p.id, p.valid_from, p.attributes, p.sources`,
};

type Asked = { readonly asOf: PlainDate; readonly known: Known };

/** The courses of every zone and phase up to a day; those of which nothing is told by then are absent. */
export async function listZoneCourses(db: Db, asked: Asked): Promise<readonly ZoneCourses[]> {
  const rows = await listTurns(db, asked);
  const courses = new Map<string, Record<Course, CourseState[]>>();
  for (const { id, course, valid_from, state, source } of rows) {
    const own = courses.get(id) ?? { legal: [], planning: [], clearance: [], works: [], operation: [] };
    courses.set(id, own);
    const { since, sinceKind, evidence, document } = source;
    own[course].push({ state, from: plainDate(valid_from), since, sinceKind, evidence, document });
  }
  return (await listHeads(db, asked)).map((head) => ({
    ...head,
    courses: courses.get(head.id) ?? { legal: [], planning: [], clearance: [], works: [], operation: [] },
  }));
}

/** Where a course of a zone turns, or another paper tells it: the first of the periods in which it is told so. */
async function listTurns(db: Db, { asOf, known }: Asked): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select id, course, valid_from, state, source from (
      select p.id, c.course, p.valid_from, p.attributes ->> c.course as state, p.sources -> c.course as source,
             lag(p.attributes ->> c.course) over w as before,
             lag(p.sources -> c.course ->> 'document') over w as paper
        from ${periodsKnown(PERIODS, known)} p
       cross join unnest(array['legal', 'planning', 'clearance', 'works', 'operation']) c(course)
       where p.valid_from <= ${asOf}::date
      window w as (partition by p.id, c.course order by p.valid_from)) t
     where state is not null and source is not null
       and (state is distinct from before or source ->> 'document' is distinct from paper)
     order by id, course, valid_from`.execute(db);
  return rows;
}

/** Every zone and phase told of by the day, as far as whether it counts hangs on it. */
async function listHeads(db: Db, { asOf, known }: Asked): Promise<readonly Head[]> {
  const { rows } = await sql<Head>`
    select distinct on (p.id) p.id, s.key, p.attributes ? 'disputed' as disputed,
           p.attributes ->> 'phaseOf' as "phaseOf"
      from ${periodsKnown(PERIODS, known)} p join subjects s on s.id = p.id
     where p.valid_from <= ${asOf}::date
     order by p.id, p.valid_from desc`.execute(db);
  return rows;
}
