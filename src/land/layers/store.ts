/** Reads the layers that were imported: outlines of communes, lines of roads. SQL only. */
import { sql } from "kysely";
import type { PlainDate } from "../../kernel/dates.ts";
import type { Extent } from "../../kernel/geometry.ts";
import { placeAttributes } from "../../places/public.ts";
import type { Db } from "../../platform/database/tables.ts";
import {
  covers,
  idArray,
  type Known,
  type PlacedTimeline,
  periodsKnown,
  type Source,
} from "../../register/public.ts";
import { type PlotsAsked, plotsIn } from "../store.ts";
import type { Outline } from "./communes.ts";
import { roadAttributes } from "./road.ts";

const SHARED: PlacedTimeline = {
  now: sql`subject_now`,
  past: sql`subject_past`,
  columns: sql`p.id, p.kind, p.valid_from, p.valid_to, p.extent, p.attributes, p.sources`,
};
type When = { readonly asOf: PlainDate; readonly known: Known };

/** The outlines of communes that touch an extent (degrees of WGS84) on a day; null where no outline is known at all. */
export async function findOutlines(
  db: Db,
  [west, south, east, north]: Extent,
  { asOf, known }: When,
): Promise<readonly Outline[] | null> {
  const outlines = sql`select p.id, p.extent, p.attributes from ${periodsKnown(SHARED, known)} p
    where p.kind = 'place' and p.extent is not null and ${covers(asOf)}`;
  const { rows } = await sql<{ attributes: unknown }>`
    select p.attributes from (${outlines}) p
     where p.extent && box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8))
     order by p.id`.execute(db);
  const found = rows.flatMap((row) => {
    const { code, name, level, boundary } = placeAttributes.parse(row.attributes);
    const whole = code !== undefined && name !== undefined && boundary !== undefined && level === "commune";
    return whole ? [{ code, name, boundary }] : [];
  });
  if (found.length > 0) return found;
  const any = await sql<{ any: boolean }>`select exists (${outlines}) as any`.execute(db);
  return any.rows[0]?.any === true ? [] : null;
}

/** A road on a day. */
export type RoadState = {
  readonly id: string;
  readonly attributes: ReturnType<typeof roadAttributes.parse>;
  readonly sources: Readonly<Record<string, Source>>;
};
type RoadRow = { readonly id: string; readonly attributes: unknown; readonly sources: RoadState["sources"] };

/** Some roads by id on a day, or all of them without their lines. */
export async function listRoads(
  db: Db,
  { ids, asOf, known }: When & { readonly ids: readonly string[] | null },
): Promise<readonly RoadState[]> {
  const attributes = ids === null ? sql`p.attributes - 'lines'` : sql`p.attributes`;
  const { rows } = await sql<RoadRow>`
    select p.id, ${attributes} as attributes, p.sources from ${periodsKnown(SHARED, known)} p
     where p.kind = 'road' and p.extent is not null and ${covers(asOf)}
       and ${ids === null ? sql`true` : sql`p.id = any(${idArray(ids)})`} order by p.id`.execute(db);
  return rows.map(({ id, sources, attributes: told }) => ({
    id,
    sources,
    attributes: roadAttributes.parse(told),
  }));
}

/** A degree anywhere in Vietnam is longer than this many metres, east as north. */
const METRES_A_DEGREE = 100_000;

/** Plots and roads whose extents come as near as `metres`, found by the boxes of both; whether they are is for geometry. */
export async function listPairsNear(
  db: Db,
  asked: PlotsAsked,
  metres: number,
): Promise<ReadonlyArray<{ readonly plot: string; readonly road: string }>> {
  if (asked.zones.length === 0) return [];
  const by = metres / METRES_A_DEGREE;
  const { rows } = await sql<{ plot: string; road: string }>`
    select q.id as plot, r.id as road from (${plotsIn(asked)}) q
      join lateral (select p.id from ${periodsKnown(SHARED, asked.known)} p
        where p.kind = 'road' and ${covers(asked.asOf)}
          and p.extent && box(point((q.extent[0])[0] + ${by}::float8, (q.extent[0])[1] + ${by}::float8),
                              point((q.extent[1])[0] - ${by}::float8, (q.extent[1])[1] - ${by}::float8))) r on true
     where q.extent is not null order by q.id, r.id`.execute(db);
  return rows;
}
