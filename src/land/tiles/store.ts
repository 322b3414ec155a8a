/** Reads what a tile draws of plots, and the ground on which they lie. SQL only. */
import { sql } from "kysely";
import type { PlainDate } from "../../kernel/dates.ts";
import type { Extent } from "../../kernel/geometry.ts";
import type { Db } from "../../platform/database/tables.ts";
import {
  type Access,
  covers,
  inEachTable,
  type Known,
  restsOnNone,
  type Source,
} from "../../register/public.ts";
import { PLOTS } from "../store.ts";

/** A plot as a tile needs it. `sources`: the papers of each attribute, where any paper may be closed to who asks. */
export type PlotOutline = {
  readonly id: string;
  readonly zone_id: string | null;
  readonly number: string | null;
  readonly land_use: string | null;
  readonly site: string | null;
  readonly area: number | null;
  readonly measured: number | null;
  readonly outline: Uint8Array;
  readonly sources: Readonly<Record<string, Source>> | null;
};

type Asked = { readonly asOf: PlainDate; readonly known: Known; readonly closed: readonly Access[] };

/** The standing plots whose own box touches an extent (degrees) on the day, in the order of their ids. */
export async function listOutlines(
  db: Db,
  { extent, asOf, known, closed }: Asked & { readonly extent: Extent },
): Promise<readonly PlotOutline[]> {
  const [west, south, east, north] = extent;
  const view = sql`box(point(${east}::float8, ${north}::float8), point(${west}::float8, ${south}::float8))`;
  // Looked at once for the whole tile, in the same question: another one would cost a small tile as much as all else.
  const sources =
    closed.length === 0
      ? sql`null`
      : sql`case when (select exists (select from documents d where d.access <> 'public'
          and d.access = any(${closed}::text[]))) then p.sources end`;
  const standing = inEachTable(
    PLOTS,
    known,
    (t, isKnown) => sql`
      select p.id, p.zone_id, p.number, p.land_use, p.site, p.area, p.measured, p.outline, ${sources} as sources
        from ${t} p where p.extent && ${view} and ${covers(asOf)} and not p.ended and ${isKnown}`,
  );
  const { rows } = await sql<PlotOutline>`${standing} order by id`.execute(db);
  return rows;
}

/** The ground (degrees) on which the standing plots lie whose `attributes` rest on no paper of the closed classes; null: none does. */
export async function findGround(
  db: Db,
  asked: Asked & { readonly attributes: readonly string[] },
): Promise<Extent | null> {
  const { asOf, known, closed, attributes } = asked;
  const open = inEachTable(
    PLOTS,
    known,
    (t, isKnown) => sql`select p.extent from ${t} p
      where p.extent is not null and ${covers(asOf)} and not p.ended and ${isKnown}
        and ${restsOnNone(sql`p.sources`, attributes, closed)}`,
  );
  const { rows } = await sql<{ west: number | null; south: number; east: number; north: number }>`
    select min((p.extent[1])[0]) as west, min((p.extent[1])[1]) as south,
           max((p.extent[0])[0]) as east, max((p.extent[0])[1]) as north from (${open}) p`.execute(db);
  const [row] = rows;
  return row === undefined || row.west === null ? null : [row.west, row.south, row.east, row.north];
}
