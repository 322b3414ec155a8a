/** Reads what zones are and were called, and where they lie, at any time. SQL only. */
import { sql } from "kysely";
import type { Db } from "../platform/database/tables.ts";
import type { Source } from "../register/public.ts";

/** A stretch of a zone's time with what it was called then. */
export type ZoneNaming = {
  readonly id: string;
  readonly key: string | null;
  readonly kind: string | null;
  readonly name: string | null;
  readonly phase: string | null;
  readonly printed: string | null;
  readonly developer: string | null;
  readonly places: readonly string[];
  readonly sectors: readonly string[];
  /** Per attribute the paper that tells it. */
  readonly sources: Readonly<Record<string, Source>>;
};

/** All zones and phases as known at a commit, each with its stretches in the order of time. */
export async function listZoneNamings(db: Db, commit: number): Promise<readonly ZoneNaming[]> {
  const { rows } = await sql<ZoneNaming>`
    select z.id, s.key, z.attributes ->> 'kind' as kind, z.attributes ->> 'name' as name,
           z.attributes ->> 'phase' as phase, z.attributes ->> 'placePrinted' as printed,
           z.attributes ->> 'developer' as developer, coalesce(z.attributes -> 'places', '[]') as places,
           coalesce(z.attributes -> 'sectors', '[]') as sectors, z.sources
      from (select id, valid_from, attributes, sources from zone_now where known_from <= ${commit}
            union all
            select id, valid_from, attributes, sources from zone_past where known @> ${commit}::bigint) z
      join subjects s on s.id = z.id
     order by s.key nulls last, z.id, z.valid_from`.execute(db);
  return rows;
}
