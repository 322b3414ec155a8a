/** Reads zones as they were on a day, as known then. SQL only. */
import { sql } from "kysely";
import { type PlainDate, plainDate } from "../kernel/dates.ts";
import type { Extent } from "../kernel/geometry.ts";
import type { Db } from "../platform/database/tables.ts";
import {
  covers,
  type HeldBetween,
  type HeldBetweenRow,
  heldBetweenOf,
  idArray,
  inEachTable,
  inOnePlace,
  inSeveralPlaces,
  type Known,
  type PlacedTimeline,
  periodsKnown,
  type Sql,
} from "../register/public.ts";
import { type ZoneAttributes, zoneAttributes } from "./vocabulary.ts";

/** A zone on a day: what held, from which papers, and between which days just that held. */
export type ZoneState = HeldBetween<ZoneAttributes> & {
  /** Notes of the changes behind some attributes, e.g. why a place is not confirmed. */
  readonly notes: Readonly<Record<string, string>>;
};

type ZoneRow = HeldBetweenRow & {
  /** The note of the change that places it, where there is one: the place is then not confirmed. */
  readonly places_note: string | null;
};

function stateOf(row: ZoneRow): ZoneState {
  const notes = row.places_note?.includes(UNCONFIRMED) === true ? { places: row.places_note } : {};
  return { ...heldBetweenOf(row, zoneAttributes), notes };
}

/** The word by which a note says that a place was found by its name alone. */
const UNCONFIRMED = "chưa xác nhận";

const FIELDS = sql`p.id, s.key, p.attributes, p.sources, p.valid_from, p.valid_to,
  (select c.note from changes c where c.id = (p.sources -> 'places' ->> 'change')::uuid) as places_note`;

/** Where zones and their phases stand. */
const ZONES: PlacedTimeline = {
  now: sql`zone_now`,
  past: sql`zone_past`,
  columns: sql`p.id, p.valid_from, p.valid_to, p.kind, p.phase_of, p.place_id, p.places, p.legal, p.attributes, p.sources`,
};

const IN_ORDER = sql`s.key nulls last, p.id`;

/** All zones and phases that touch any of the places on the day, in the order of their names. */
export async function listZonesIn(
  db: Db,
  asked: { readonly places: readonly string[]; readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly ZoneState[]> {
  const { rows } = await sql<ZoneRow>`
    select ${FIELDS} from (${inOnePlace(ZONES, asked)} union all ${inSeveralPlaces(ZONES, asked)}) p
      join subjects s on s.id = p.id order by ${IN_ORDER}`.execute(db);
  return rows.map(stateOf);
}

/**
 * Founded zones in these places that are told of only from a later day on, and only "by" it: the first period of each
 * that begins after the day.
 */
export async function listZonesBeginningLater(
  db: Db,
  asked: { readonly places: readonly string[]; readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly ZoneState[]> {
  const { asOf, known, places } = asked;
  const later = (where: Sql) =>
    inEachTable(
      ZONES,
      known,
      (t, isKnown) => sql`select ${ZONES.columns} from ${t} p
        where ${where} and p.valid_from > ${asOf}::date and p.legal in ('established', 'adjusted') and ${isKnown}`,
    );
  const alone = later(sql`p.place_id = any(${idArray(places)})`);
  const shared = later(sql`p.place_id is null and p.places && ${idArray(places)}`);
  const { rows } = await sql<ZoneRow>`
    select ${FIELDS} from (
      select distinct on (p.id) p.* from (${alone} union all ${shared}) p order by p.id, p.valid_from) p
      join subjects s on s.id = p.id
     where p.sources -> 'legal' ->> 'sinceKind' = 'by' order by p.id`.execute(db);
  return rows.map(stateOf);
}

/** All periods in which zones and phases touch any of the places, in the order of their names, then of time. */
export async function listZonePeriodsIn(
  db: Db,
  asked: { readonly places: readonly string[]; readonly known: Known },
): Promise<readonly ZoneState[]> {
  const places = idArray(asked.places);
  const lying = (where: Sql) =>
    inEachTable(
      ZONES,
      asked.known,
      (t, isKnown) => sql`select ${ZONES.columns} from ${t} p where ${where} and ${isKnown}`,
    );
  const alone = lying(sql`p.place_id = any(${places})`);
  const shared = lying(sql`p.place_id is null and p.places && ${places}`);
  const { rows } = await sql<ZoneRow>`
    select ${FIELDS} from (${alone} union all ${shared}) p join subjects s on s.id = p.id
     order by ${IN_ORDER}, p.valid_from`.execute(db);
  return rows.map(stateOf);
}

/** Some zones and phases by id on the day. */
export async function listZonesById(
  db: Db,
  asked: { readonly ids: readonly string[]; readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly ZoneState[]> {
  if (asked.ids.length === 0) return [];
  const { rows } = await sql<ZoneRow>`
    select ${FIELDS}
      from ${periodsKnown(ZONES, asked.known)} p join subjects s on s.id = p.id
     where ${covers(asked.asOf)} and p.id = any(${idArray(asked.ids)})
     order by ${IN_ORDER}`.execute(db);
  return rows.map(stateOf);
}

/** Zones and phases whose boundary's own box touches an extent (degrees of WGS84) on the day. */
export async function listZonesTouching(
  db: Db,
  asked: { readonly extent: Extent; readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly ZoneState[]> {
  const [west, south, east, north] = asked.extent;
  const view = sql`box(point(${east}::float8, ${north}::float8), point(${west}::float8, ${south}::float8))`;
  const touching = inEachTable(
    ZONES,
    asked.known,
    (t, isKnown) => sql`select ${ZONES.columns} from ${t} p
      where p.extent && ${view} and ${covers(asked.asOf)} and ${isKnown}`,
  );
  const { rows } = await sql<ZoneRow>`
    select ${FIELDS} from (${touching}) p join subjects s on s.id = p.id order by ${IN_ORDER}`.execute(db);
  return rows.map(stateOf);
}

/** All periods of some zones, in the order of time. */
export async function listZonePeriods(
  db: Db,
  asked: { readonly ids: readonly string[]; readonly known: Known },
): Promise<readonly ZoneState[]> {
  if (asked.ids.length === 0) return [];
  const { rows } = await sql<ZoneRow>`
    select ${FIELDS}
      from ${periodsKnown(ZONES, asked.known)} p join subjects s on s.id = p.id
     where p.id = any(${idArray(asked.ids)})
     order by p.id, p.valid_from`.execute(db);
  return rows.map(stateOf);
}

/** The days on which anything about zones in these places moves, as known then. */
export async function listZoneDays(
  db: Db,
  asked: { readonly places: readonly string[]; readonly known: Known },
): Promise<readonly PlainDate[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct p.valid_from as day from ${periodsKnown(ZONES, asked.known)} p
     where p.places && ${idArray(asked.places)} order by day`.execute(db);
  return rows.map((r) => plainDate(r.day));
}

/** The phases of some zones on the day. */
export async function listPhasesOf(
  db: Db,
  asked: { readonly zones: readonly string[]; readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly ZoneState[]> {
  if (asked.zones.length === 0) return [];
  const { rows } = await sql<ZoneRow>`
    select ${FIELDS}
      from ${periodsKnown(ZONES, asked.known)} p join subjects s on s.id = p.id
     where ${covers(asked.asOf)} and p.phase_of = any(${idArray(asked.zones)})
     order by ${IN_ORDER}`.execute(db);
  return rows.map(stateOf);
}

/** Some zones as they are last told of, as known then. */
export async function listZonesLast(
  db: Db,
  asked: { readonly ids: readonly string[]; readonly known: Known },
): Promise<readonly ZoneState[]> {
  if (asked.ids.length === 0) return [];
  const { rows } = await sql<ZoneRow>`
    select distinct on (p.id) ${FIELDS}
      from ${periodsKnown(ZONES, asked.known)} p join subjects s on s.id = p.id
     where p.id = any(${idArray(asked.ids)})
     order by p.id, p.valid_from desc`.execute(db);
  return rows.map(stateOf);
}

/** Ids of the phases of a zone at any time, as known then. */
export async function listPhaseIds(
  db: Db,
  asked: { readonly zone: string; readonly known: Known },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from ${periodsKnown(ZONES, asked.known)} p where p.phase_of = ${asked.zone}::uuid order by p.id`.execute(
    db,
  );
  return rows.map((r) => r.id);
}

/** The id of a zone by id or stable key, as known then, or null. */
export async function findZoneId(db: Db, idOrKey: string, known: Known): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select s.id from subjects s
     where s.kind = 'zone' and (s.id::text = ${idOrKey} or s.key = ${idOrKey})
       and exists (select from changes c where c.subject_id = s.id and c.commit_no <= ${known.commit})
     order by s.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** Names of organisations, projects and what else has one, by id, as known then: the name that is told last. */
export async function listNames(
  db: Db,
  ids: Iterable<string>,
  known: Known,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct on (id) id, attributes ->> 'name' as name from (
      select id, valid_from, attributes from subject_now where known_from <= ${known.commit}
      union all
      select id, valid_from, attributes from subject_past where known @> ${known.commit}::bigint
      union all
      select id, valid_from, attributes from project_now where known_from <= ${known.commit}
      union all
      select id, valid_from, attributes from project_past where known @> ${known.commit}::bigint
      union all
      select id, valid_from, attributes from clearance_now where known_from <= ${known.commit}
      union all
      select id, valid_from, attributes from clearance_past where known @> ${known.commit}::bigint) p
     where id = any(${wanted}::uuid[]) and attributes ? 'name'
     order by id, valid_from desc`.execute(db);
  return new Map(rows.map((r) => [r.id, r.name]));
}
