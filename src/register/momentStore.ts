/** Since when a value is both so and recorded. SQL only. */
import { sql } from "kysely";
import { firstDay, type PlainDate, plainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import type { Source } from "./statements.ts";

/**
 * For each of some sources (by its change) the first day on which its value holds and is recorded, a day of Vietnam: what
 * is recorded later than it holds, or ahead, is news on the later day.
 */
export async function listHeldSince(
  db: Db,
  sources: readonly Source[],
): Promise<ReadonlyMap<string, PlainDate>> {
  if (sources.length === 0) return new Map();
  const { rows } = await sql<{ id: string; day: string }>`
    select c.id, (k.at at time zone 'Asia/Ho_Chi_Minh')::date::text as day
      from changes c join commits k on k.no = c.commit_no
     where c.id = any(${sources.map((s) => s.change)}::uuid[]) order by c.id`.execute(db);
  const recorded = new Map(rows.map(({ id, day }) => [id, plainDate(day)]));
  return new Map(
    sources.map(({ change, since }) => {
      const [holds, known] = [firstDay(since), recorded.get(change)];
      return [change, known === undefined || known < holds ? holds : known];
    }),
  );
}
