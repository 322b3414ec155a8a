/** Reads leases, and the plots that they are of, as they were on a day, as known then. SQL only. */
import { sql } from "kysely";
import { firstDay, lastDay, type PlainDate, partialDate, plainDate } from "../../kernel/dates.ts";
import type { Db } from "../../platform/database/tables.ts";
import {
  covers,
  type Held,
  type HeldRow,
  heldOf,
  idArray,
  inEachTable,
  type Known,
  type PlacedTimeline,
  periodsKnown,
  type Source,
  type Sql,
} from "../../register/public.ts";
import { PLOTS } from "../store.ts";
import { type LandUse, landUse, type Site, site } from "../vocabulary.ts";
import type { RentEntry } from "./rent.ts";
import { type LeaseAttributes, leaseAttributes } from "./vocabulary.ts";

type Sources = Readonly<Record<string, Source>>;

/** A lease on a day: what held, from which papers, and between which days just that held. */
export type LeaseState = Held<LeaseAttributes>;

const stateOf = (row: HeldRow): LeaseState => heldOf(row, leaseAttributes);

/** The tables of leases. */
export const LEASES: PlacedTimeline = {
  now: sql`lease_now`,
  past: sql`lease_past`,
  columns: sql`p.id, p.valid_from, p.valid_to, p.plot_id, p.tenant_id, p.project_id, p.kind, p.ended, p.area, p.until, p.held,
    p.attributes, p.sources, p.evidence`,
};

const FIELDS: Sql = sql`l.id, s.key, l.attributes, l.sources, l.valid_from, l.valid_to, l.evidence`;

/** As far as sums need it: what a plot is, how large, and on which papers that rests. Areas in m². */
export type PlotOnDay = {
  readonly id: string;
  readonly key: string | null;
  readonly number: string | null;
  /** The zone or phase that it is part of. */
  readonly zone: string;
  readonly landUse: LandUse | null;
  readonly site: Site | null;
  /** As printed, else measured. */
  readonly area: number | null;
  readonly disputed: string | null;
  readonly sources: Sources;
};

type PlotRow = {
  readonly id: string;
  readonly key: string | null;
  readonly number: string | null;
  readonly zone_id: string;
  readonly land_use: string | null;
  readonly site: string | null;
  readonly size: number | null;
  readonly disputed: string | null;
  readonly sources: Sources;
};

export type InZones = { readonly zones: readonly string[]; readonly asOf: PlainDate; readonly known: Known };

/** The standing plots of some zones and phases on the day. */
function plotsIn({ zones, asOf, known }: InZones): Sql {
  return inEachTable(
    PLOTS,
    known,
    (
      t,
      isKnown,
    ) => sql`select p.id, p.zone_id, p.number, p.land_use, p.site, coalesce(p.area, p.measured) as size,
        p.attributes ->> 'disputed' as disputed, p.sources
      from ${t} p where p.zone_id = any(${idArray(zones)}) and not p.ended and ${covers(asOf)} and ${isKnown}`,
  );
}

/** Some plots by id on the day, whether they stand or have ended. */
export async function listPlotsById(
  db: Db,
  asked: { readonly ids: readonly string[]; readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly PlotOnDay[]> {
  const { rows } = await sql<PlotRow>`
    select p.id, p.zone_id, p.number, p.land_use, p.site, coalesce(p.area, p.measured) as size,
           p.attributes ->> 'disputed' as disputed, p.sources, s.key
      from ${periodsKnown(PLOTS, asked.known)} p join subjects s on s.id = p.id
     where p.id = any(${idArray(asked.ids)}) and p.zone_id is not null and ${covers(asked.asOf)} order by p.id`.execute(
    db,
  );
  return rows.map(plotOf);
}

/** The standing plots of some zones and phases on the day, by zone and number. */
export async function listPlotsOnDay(db: Db, asked: InZones): Promise<readonly PlotOnDay[]> {
  if (asked.zones.length === 0) return [];
  const { rows } = await sql<PlotRow>`
    select p.*, s.key from (${plotsIn(asked)}) p join subjects s on s.id = p.id
     order by p.zone_id, p.number nulls last, p.id`.execute(db);
  return rows.map(plotOf);
}

function plotOf(row: PlotRow): PlotOnDay {
  return {
    id: row.id,
    key: row.key,
    number: row.number,
    zone: row.zone_id,
    landUse: row.land_use === null ? null : landUse.parse(row.land_use),
    site: row.site === null ? null : site.parse(row.site),
    area: row.size,
    disputed: row.disputed,
    sources: row.sources,
  };
}

/** Rent that was charged and paid of a lease, as far as known then: what was reversed is left out. */
export async function listRentEntries(db: Db, lease: string, known: Known): Promise<readonly RentEntry[]> {
  return (await listRentEntriesOf(db, [lease], known)).get(lease) ?? [];
}

/** The same of some leases, by the id of each; without those of which nothing was charged or paid. */
export async function listRentEntriesOf(
  db: Db,
  leases: readonly string[],
  known: Known,
): Promise<ReadonlyMap<string, readonly RentEntry[]>> {
  const { rows } = await sql<{
    lease: string;
    kind: RentEntry["kind"];
    amount: number;
    from: string;
    to: string;
  }>`
    select e.owner as lease, e.kind, e.amount, coalesce(e.period_from, e.dated_text) as "from", coalesce(e.period_to, e.dated_text) as "to"
      from entries e
     where e.owner = any(${idArray(leases)}) and e.kind in ('rentCharged', 'rentPaid') and e.commit_no <= ${known.commit}
       and e.reverses is null
       and not exists (select from entries r where r.reverses = e.id and r.commit_no <= ${known.commit})
     order by e.dated, e.commit_no, e.ordinal`.execute(db);
  return groupedBy(
    rows,
    (row) => row.lease,
    ({ kind, amount, from, to }) => ({
      ...{ kind, amount, from: firstDay(partialDate(from)), to: lastDay(partialDate(to)) },
    }),
  );
}

function groupedBy<Row, Held>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  held: (row: Row) => Held,
): ReadonlyMap<string, readonly Held[]> {
  const groups = new Map<string, Held[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? [];
    group.push(held(row));
    groups.set(keyOf(row), group);
  }
  return groups;
}

/** The leases, of whatever kind and ended ones among them, of the standing plots of some zones and phases on the day. */
export async function listLeasesOnDay(db: Db, asked: InZones): Promise<readonly LeaseState[]> {
  if (asked.zones.length === 0) return [];
  const leases = inEachTable(
    LEASES,
    asked.known,
    (t, isKnown) => sql`select ${LEASES.columns} from (${plotsIn(asked)}) o join ${t} p on p.plot_id = o.id
      where ${covers(asked.asOf)} and ${isKnown}`,
  );
  const { rows } = await sql<HeldRow>`
    select ${FIELDS} from (${leases}) l join subjects s on s.id = l.id order by l.id`.execute(db);
  return rows.map(stateOf);
}

/** The leases of some plots on the day, ended ones among them. */
export async function listLeasesOfPlots(
  db: Db,
  asked: { readonly plots: readonly string[]; readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly LeaseState[]> {
  if (asked.plots.length === 0) return [];
  const leases = inEachTable(
    LEASES,
    asked.known,
    (t, isKnown) => sql`select ${LEASES.columns} from ${t} p
      where p.plot_id = any(${idArray(asked.plots)}) and ${covers(asked.asOf)} and ${isKnown}`,
  );
  const { rows } = await sql<HeldRow>`
    select ${FIELDS} from (${leases}) l join subjects s on s.id = l.id order by l.id`.execute(db);
  return rows.map(stateOf);
}

/** Some leases by id on the day. */
export async function listLeasesById(
  db: Db,
  asked: { readonly ids: readonly string[]; readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly LeaseState[]> {
  if (asked.ids.length === 0) return [];
  const { rows } = await sql<HeldRow>`
    select ${FIELDS} from ${periodsKnown(LEASES, asked.known)} l join subjects s on s.id = l.id
     where l.id = any(${idArray(asked.ids)}) and l.valid_from <= ${asked.asOf}::date and l.valid_to > ${asked.asOf}::date
     order by l.id`.execute(db);
  return rows.map(stateOf);
}

/** All periods of a lease in the order of time. */
export async function listLeasePeriods(db: Db, id: string, known: Known): Promise<readonly LeaseState[]> {
  return listPeriodsOfLeases(db, [id], known);
}

/** All periods of some leases, each in the order of time. */
export async function listPeriodsOfLeases(
  db: Db,
  ids: readonly string[],
  known: Known,
): Promise<readonly LeaseState[]> {
  const { rows } = await sql<HeldRow>`
    select ${FIELDS} from ${periodsKnown(LEASES, known)} l join subjects s on s.id = l.id
     where l.id = any(${idArray(ids)}) order by l.id, l.valid_from`.execute(db);
  return rows.map(stateOf);
}

/** The id of a lease by id or stable key, as known then, or null. */
export async function findLeaseId(db: Db, idOrKey: string, known: Known): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select s.id from subjects s
     where s.kind = 'lease' and (s.id::text = ${idOrKey} or s.key = ${idOrKey})
       and exists (select from changes c where c.subject_id = s.id and c.commit_no <= ${known.commit})
     order by s.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** The days on which plots of the zones, or leases of them, move; the newest 400. */
export async function listLeaseDays(
  db: Db,
  asked: { readonly zones: readonly string[]; readonly known: Known },
): Promise<readonly PlainDate[]> {
  if (asked.zones.length === 0) return [];
  const { rows } = await sql<{ day: string }>`
    with o as (select p.id, p.valid_from, p.valid_to from ${periodsKnown(PLOTS, asked.known)} p where p.zone_id = any(${idArray(asked.zones)}))
    select distinct day from (
      select valid_from as day from o
      union all select l.valid_from from ${periodsKnown(LEASES, asked.known)} l where l.plot_id in (select id from o)
      union all select l.until + 1 from ${periodsKnown(LEASES, asked.known)} l where l.plot_id in (select id from o) and l.until is not null) d
     order by day desc limit 400`.execute(db);
  return rows.map((r) => plainDate(r.day));
}

/** Of some zones and phases the first day on which a plot of theirs was leased, by the day; those without a lease are absent. */
export async function listFirstLeases(
  db: Db,
  { zones, asOf, known }: InZones,
): Promise<ReadonlyMap<string, PlainDate>> {
  if (zones.length === 0) return new Map();
  const { rows } = await sql<{ zone: string; day: string }>`
    with o as (select distinct p.id, p.zone_id from ${periodsKnown(PLOTS, known)} p
                where p.zone_id = any(${idArray(zones)}) and p.valid_from <= ${asOf}::date)
    select o.zone_id as zone, min(l.valid_from) as day from o join ${periodsKnown(LEASES, known)} l on l.plot_id = o.id
     where l.kind in ('lease', 'sublease') and l.valid_from <= ${asOf}::date
     group by o.zone_id order by o.zone_id`.execute(db);
  return new Map(rows.map((r) => [r.zone, plainDate(r.day)]));
}
