/** Reads zones as they were on a day, as known then. SQL only. */
import { sql } from "kysely";
import { type PlainDate, plainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import type { Known, Source } from "../register/public.ts";
import { type ZoneAttributes, zoneAttributes } from "./vocabulary.ts";

/** A zone on a day: what held, from which papers, and between which days just that held. */
export type ZoneState = {
  readonly id: string;
  readonly key: string | null;
  readonly attributes: ZoneAttributes;
  readonly sources: Readonly<Record<string, Source>>;
  readonly from: PlainDate;
  /** Exclusive; null: until further notice. */
  readonly to: PlainDate | null;
  /** Notes of the changes behind some attributes, e.g. why a place is not confirmed. */
  readonly notes: Readonly<Record<string, string>>;
};

type ZoneRow = {
  readonly id: string;
  readonly key: string | null;
  readonly attributes: unknown;
  readonly sources: Readonly<Record<string, Source>>;
  readonly valid_from: string;
  readonly valid_to: string;
  /** The note of the change that places it, where there is one: the place is then not confirmed. */
  readonly places_note: string | null;
};

function stateOf(row: ZoneRow): ZoneState {
  return {
    id: row.id,
    key: row.key,
    attributes: zoneAttributes.parse(row.attributes),
    sources: row.sources,
    from: plainDate(row.valid_from),
    to: row.valid_to === "infinity" ? null : plainDate(row.valid_to),
    notes: row.places_note?.includes(UNCONFIRMED) === true ? { places: row.places_note } : {},
  };
}

/** The word by which a note says that a place was found by its name alone. */
const UNCONFIRMED = "chưa xác nhận";

const FIELDS = sql`z.id, s.key, z.attributes, z.sources, z.valid_from, z.valid_to,
  (select c.note from changes c where c.id = (z.sources -> 'places' ->> 'change')::uuid) as places_note`;

/** The periods known at a commit: those that still hold, and those that were taken back later. */
function periodsKnown(known: Known) {
  const columns = sql`id, valid_from, valid_to, valid, kind, phase_of, places, attributes, sources`;
  if (known.latest) return sql`(select ${columns} from zone_now)`;
  return sql`(select ${columns} from zone_now where known_from <= ${known.commit}
              union all select ${columns} from zone_past where known @> ${known.commit}::bigint)`;
}

/** Ids of places, as an array of SQL. */
function idArray(ids: readonly string[]) {
  return sql`${ids}::uuid[]`;
}

/** All zones and phases that touch any of the places on the day, in the order of their names. */
export async function listZonesIn(
  db: Db,
  asked: { readonly places: readonly string[]; readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly ZoneState[]> {
  const { rows } = await sql<ZoneRow>`
    select ${FIELDS}
      from ${periodsKnown(asked.known)} z join subjects s on s.id = z.id
     where z.valid @> ${asked.asOf}::date and z.places && ${idArray(asked.places)}
     order by s.key nulls last, z.id`.execute(db);
  return rows.map(stateOf);
}

/** Zones in these places that are told of only from a later day on: the first period of each that begins after the day. */
export async function listZonesBeginningLater(
  db: Db,
  asked: { readonly places: readonly string[]; readonly asOf: PlainDate; readonly known: Known },
): Promise<readonly ZoneState[]> {
  const { rows } = await sql<ZoneRow>`
    select distinct on (z.id) ${FIELDS}
      from ${periodsKnown(asked.known)} z join subjects s on s.id = z.id
     where z.valid_from > ${asked.asOf}::date and z.places && ${idArray(asked.places)}
       and z.attributes ->> 'legal' in ('established', 'adjusted')
     order by z.id, z.valid_from`.execute(db);
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
      from ${periodsKnown(asked.known)} z join subjects s on s.id = z.id
     where z.valid @> ${asked.asOf}::date and z.id = any(${idArray(asked.ids)})
     order by s.key nulls last, z.id`.execute(db);
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
      from ${periodsKnown(asked.known)} z join subjects s on s.id = z.id
     where z.id = any(${idArray(asked.ids)})
     order by z.id, z.valid_from`.execute(db);
  return rows.map(stateOf);
}

/** The days on which anything about zones in these places moves, as known then. */
export async function listZoneDays(
  db: Db,
  asked: { readonly places: readonly string[]; readonly known: Known },
): Promise<readonly PlainDate[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct z.valid_from as day from ${periodsKnown(asked.known)} z
     where z.places && ${idArray(asked.places)} order by day`.execute(db);
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
      from ${periodsKnown(asked.known)} z join subjects s on s.id = z.id
     where z.valid @> ${asked.asOf}::date and z.phase_of = any(${idArray(asked.zones)})
     order by s.key nulls last, z.id`.execute(db);
  return rows.map(stateOf);
}

/** Some zones as they are last told of, as known then. */
export async function listZonesLast(
  db: Db,
  asked: { readonly ids: readonly string[]; readonly known: Known },
): Promise<readonly ZoneState[]> {
  if (asked.ids.length === 0) return [];
  const { rows } = await sql<ZoneRow>`
    select distinct on (z.id) ${FIELDS}
      from ${periodsKnown(asked.known)} z join subjects s on s.id = z.id
     where z.id = any(${idArray(asked.ids)})
     order by z.id, z.valid_from desc`.execute(db);
  return rows.map(stateOf);
}

/** Ids of the phases of a zone at any time, as known then. */
export async function listPhaseIds(
  db: Db,
  asked: { readonly zone: string; readonly known: Known },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct z.id from ${periodsKnown(asked.known)} z where z.phase_of = ${asked.zone}::uuid order by z.id`.execute(
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
      select id, valid_from, attributes from project_past where known @> ${known.commit}::bigint) p
     where id = any(${wanted}::uuid[]) and attributes ? 'name'
     order by id, valid_from desc`.execute(db);
  return new Map(rows.map((r) => [r.id, r.name]));
}
