/** Reads what is told of many cases at once, for figures. SQL only. */
import { sql } from "kysely";
import { type PlainDate, plainDate } from "../../kernel/dates.ts";
import type { Db } from "../../platform/database/tables.ts";
import { idArray, type Known, type PlacedTimeline, periodsKnown } from "../../register/public.ts";
import type { Stretch } from "./standing.ts";

const CASES: PlacedTimeline = {
  now: sql`case_now`,
  past: sql`case_past`,
  columns: sql`p.id, p.valid_from, p.valid_to, p.procedure, p.zone_id, p.places, p.unit_id, p.state, p.attributes, p.sources`,
};

/** The zones that cases are about, as known then. */
export async function listZonesOfCases(db: Db, known: Known): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct p.zone_id as id from ${periodsKnown(CASES, known)} p where p.zone_id is not null
     order by 1`.execute(db);
  return rows.map((r) => r.id);
}

/** Which cases: those that at any time lay in one of the places or zones, and were open or ended within the days. */
export type CasesMeant = {
  readonly places: readonly string[];
  readonly zones: readonly string[];
  /** Null: at any time. */
  readonly days: { readonly from: PlainDate; readonly to: PlainDate } | null;
  readonly known: Known;
};

type StretchRow = Omit<Stretch, "from" | "to"> & {
  readonly id: string;
  readonly key: string | null;
  readonly from: string;
  readonly to: string;
};

/** Every stretch of these cases, by case and in the order of days. */
export async function listStretches(
  db: Db,
  { places, zones, days, known }: CasesMeant,
): Promise<ReadonlyArray<{ readonly id: string; readonly key: string | null; readonly stretch: Stretch }>> {
  const periods = periodsKnown(CASES, known);
  const { from = null, to = null } = days ?? {};
  const { rows } = await sql<StretchRow>`
    select p.id, s.key, p.valid_from::text as "from", p.valid_to::text as "to", p.procedure, p.zone_id as zone,
           coalesce(p.places, '{}') as places, p.unit_id as unit, p.attributes->>'number' as number,
           p.attributes->>'answerBy' as "answerBy", p.attributes->>'disputed' as disputed,
           p.sources->'number'->>'document' as document, p.sources->'disputed'->>'document' as "disputedBy"
      from ${periods} p join subjects s on s.id = p.id
     where p.id in (select p.id from ${periods} p
            where p.places && ${idArray(places)} or p.zone_id = any(${idArray(zones)}))
       and (${from}::date is null or p.id in (select p.id from ${periods} p
            where p.valid_from <= ${to}::date and p.valid_to > ${from}::date
              and (p.state is null or p.state in ('open', 'waiting') or p.valid_from >= ${from}::date)))
     order by s.key, p.id, p.valid_from`.execute(db);
  return rows.map(({ id, key, ...row }) => ({
    ...{ id, key },
    stretch: { ...row, from: plainDate(row.from), to: row.to === "infinity" ? null : plainDate(row.to) },
  }));
}
