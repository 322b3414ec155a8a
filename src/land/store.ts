/** Reads plots as they were on a day, as known then. SQL only. */
import { sql } from "kysely";
import type { PlainDate } from "../kernel/dates.ts";
import type { Extent } from "../kernel/geometry.ts";
import type { Db } from "../platform/database/tables.ts";
import {
  type Access,
  covers,
  type Held,
  type HeldRow,
  heldOf,
  idArray,
  inEachTable,
  isMeant,
  type Known,
  type PlacedTimeline,
  periodsKnown,
  type Sql,
} from "../register/public.ts";
import { type LandUse, type PlotAttributes, plotAttributes, type Site } from "./vocabulary.ts";

/** A plot on a day: what held, from which papers, and between which days just that held; in a list without the boundary. */
export type PlotState = Held<PlotAttributes> & {
  /** m² of the boundary in its plane of VN-2000. */
  readonly measured: number | null;
  /** Degrees of WGS84. */
  readonly extent: Extent | null;
};

type PlotRow = HeldRow & {
  readonly measured: number | null;
  readonly west: number | null;
  readonly south: number | null;
  readonly east: number | null;
  readonly north: number | null;
};

function stateOf(row: PlotRow): PlotState {
  const { west, south, east, north } = row;
  const isPlaced = west !== null && south !== null && east !== null && north !== null;
  return {
    ...heldOf(row, plotAttributes),
    measured: row.measured,
    extent: isPlaced ? [west, south, east, north] : null,
  };
}

/** Where plots stand. */
export const PLOTS: PlacedTimeline = {
  now: sql`plot_now`,
  past: sql`plot_past`,
  columns: sql`p.id, p.valid_from, p.valid_to, p.zone_id, p.number, p.land_use, p.site, p.area, p.measured, p.ended, p.extent,
    p.attributes, p.sources, p.evidence`,
};

const PLACED = sql`p.measured, (p.extent[1])[0] as west, (p.extent[1])[1] as south, (p.extent[0])[0] as east,
  (p.extent[0])[1] as north`;
const REST = sql`p.id, s.key, p.sources, p.valid_from, p.valid_to, p.evidence, ${PLACED}`;
const LISTED = sql`${REST}, p.attributes - 'boundary' as attributes`;
const WHOLE = sql`${REST}, p.attributes`;

/** Which plots a list is about. Areas in m²; the printed one counts, else the measured one. */
export type PlotsAsked = {
  readonly zones: readonly string[];
  readonly asOf: PlainDate;
  readonly known: Known;
  readonly landUse: LandUse | null;
  readonly site: Site | null;
  readonly areaFrom: number | null;
  readonly areaTo: number | null;
  /** Only those that touch it; degrees of WGS84. */
  readonly extent: Extent | null;
  /** Whether those without a boundary touch any extent. */
  readonly unplaced?: boolean;
  /** Classes of papers closed to who asks: what rests on one is as unknown to the filters as to the list. */
  readonly closed: readonly Access[];
  /** Only these; null: any. */
  readonly ids?: readonly string[] | null;
};

/** Whether what a plot is told of an attribute may be seen; asked of those alone that a filter would otherwise let in or out. */
function isOpen(attribute: "landUse" | "site" | "area" | "boundary", closed: readonly Access[]): Sql {
  if (closed.length === 0) return sql`true`;
  const paper = sql`(p.sources -> ${sql.lit(attribute)} ->> 'document')::uuid`;
  return sql`(${paper} is null or not (${isMeant(paper, { classes: closed })}))`;
}

/** The standing plots of the zones on the day that fit. */
export function plotsIn(asked: PlotsAsked): Sql {
  const {
    asOf,
    known,
    landUse,
    site,
    areaFrom,
    areaTo,
    extent,
    unplaced = false,
    closed,
    ids = null,
  } = asked;
  const boundarySeen = isOpen("boundary", closed);
  const size = sql`coalesce(case when ${isOpen("area", closed)} then p.area end, case when ${boundarySeen} then p.measured end)`;
  const [west, south, east, north] = extent ?? [0, 0, 0, 0];
  const fits = sql.join(
    [
      ids === null ? sql`true` : sql`p.id = any(${idArray(ids)})`,
      landUse === null ? sql`true` : sql`(p.land_use = ${landUse} and ${isOpen("landUse", closed)})`,
      site === null ? sql`true` : sql`(p.site = ${site} and ${isOpen("site", closed)})`,
      areaFrom === null ? sql`true` : sql`${size} >= ${areaFrom}::bigint`,
      areaTo === null ? sql`true` : sql`${size} <= ${areaTo}::bigint`,
      extent === null
        ? sql`true`
        : sql`((p.extent && box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8))
              and ${boundarySeen})
            or ${unplaced ? sql`(p.extent is null or not ${boundarySeen})` : sql`false`})`,
    ],
    sql` and `,
  );
  return inEachTable(
    PLOTS,
    known,
    (t, isKnown) => sql`select ${PLOTS.columns} from ${t} p
      where p.zone_id = any(${idArray(asked.zones)}) and not p.ended and ${covers(asOf)} and ${fits} and ${isKnown}`,
  );
}

/** The plots of some zones on the day, by zone and number; `limit` null: all of them. */
export async function listPlots(
  db: Db,
  asked: PlotsAsked,
  page: { readonly limit: number | null; readonly after: string | null },
): Promise<{ readonly items: readonly PlotState[]; readonly more: boolean }> {
  if (asked.zones.length === 0 || page.limit === 0) return { items: [], more: false };
  const place = (p: Sql) => sql`${p}.zone_id, coalesce(${p}.number, ''), ${p}.id`;
  const beyond =
    page.after === null
      ? sql`true`
      : sql`(${place(sql`p`)}) > (select ${place(sql`b`)} from (${plotsIn(asked)}) b where b.id::text = ${page.after})`;
  const limit = page.limit === null ? sql`` : sql`limit ${page.limit + 1}`;
  const { rows } = await sql<PlotRow>`
    select ${LISTED} from (${plotsIn(asked)}) p join subjects s on s.id = p.id where ${beyond}
     order by p.zone_id, coalesce(p.number, ''), p.id ${limit}`.execute(db);
  const items = page.limit === null ? rows : rows.slice(0, page.limit);
  return { items: items.map(stateOf), more: rows.length > items.length };
}

/** How many plots a list is about. */
export async function countPlots(db: Db, asked: PlotsAsked): Promise<number> {
  if (asked.zones.length === 0) return 0;
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (${plotsIn(asked)}) p`.execute(db);
  return rows[0]?.total ?? 0;
}

/** The id of a plot by id or stable key, as known then, or null. */
export async function findPlotId(db: Db, idOrKey: string, known: Known): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select s.id from subjects s
     where s.kind = 'plot' and (s.id::text = ${idOrKey} or s.key = ${idOrKey})
       and exists (select from changes c where c.subject_id = s.id and c.commit_no <= ${known.commit})
     order by s.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** Some plots by id with their boundaries on the day, standing or not. */
export async function listPlotsById(
  db: Db,
  asked: { readonly ids: readonly string[]; readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly PlotState[]> {
  if (asked.ids.length === 0) return [];
  const { rows } = await sql<PlotRow>`
    select ${WHOLE} from ${periodsKnown(PLOTS, asked.known)} p join subjects s on s.id = p.id
     where p.id = any(${idArray(asked.ids)}) and ${covers(asked.asOf)} order by p.id`.execute(db);
  return rows.map(stateOf);
}

/** Some plots as they are last told of, without their boundaries. */
export async function listPlotsLast(
  db: Db,
  asked: { readonly ids: readonly string[]; readonly known: Known },
): Promise<readonly PlotState[]> {
  if (asked.ids.length === 0) return [];
  const { rows } = await sql<PlotRow>`
    select distinct on (p.id) ${LISTED} from ${periodsKnown(PLOTS, asked.known)} p join subjects s on s.id = p.id
     where p.id = any(${idArray(asked.ids)}) order by p.id, p.valid_from desc`.execute(db);
  return rows.map(stateOf);
}

/** All periods of a plot in the order of time, without its boundaries. */
export async function listPlotPeriods(db: Db, id: string, known: Known): Promise<readonly PlotState[]> {
  const { rows } = await sql<PlotRow>`
    select ${LISTED} from ${periodsKnown(PLOTS, known)} p join subjects s on s.id = p.id
     where p.id = ${id}::uuid order by p.valid_from`.execute(db);
  return rows.map(stateOf);
}
