/** Which periods of projects a question is about: fragments of SQL that the queries of store.ts share. */
import { sql } from "kysely";
import type { PlainDate } from "../kernel/dates.ts";
import { unaccented } from "../platform/database/unaccented.ts";
import {
  type Access,
  idArray,
  inEachTable,
  inOnePlace,
  inSeveralPlaces,
  isMeant,
  type Known,
  type PlacedTimeline,
  periodsKnown,
  type Sql,
} from "../register/public.ts";
import { IN_FORCE, type Window } from "./rules.ts";
import type { ProjectStatus } from "./vocabulary.ts";

/** Where, when and as known when projects are asked for. */
export type ProjectsAsked = {
  readonly within: readonly string[];
  readonly crossing: readonly string[];
  readonly asOf: PlainDate;
  readonly known: Known;
  readonly zone: string | null;
  readonly zoneKind: "park" | "cluster" | null;
  /** The last day of the asked place, where that has ended before the asked day. */
  readonly lastDayOfPlace: PlainDate | null;
};

/** Which of the projects there count. */
export type Selection =
  | { readonly kind: "all" }
  /** A state on a paper of the closed classes is found by nobody. */
  | { readonly kind: "status"; readonly status: ProjectStatus; readonly closed: readonly Access[] }
  | { readonly kind: "inForce" }
  /** Whose name holds every word, without accents; a name on a paper of the closed classes is found by nobody. */
  | { readonly kind: "named"; readonly words: readonly string[]; readonly closed: readonly Access[] }
  | { readonly kind: "approved"; readonly window: Window; readonly fdiOnly: boolean };

/** Where projects stand. */
export const PROJECTS: PlacedTimeline = {
  now: sql`project_now`,
  past: sql`project_past`,
  columns: sql`p.id, p.valid_from, p.valid_to, p.valid, p.place_id, p.places, p.zone_id, p.investor_id, p.status, p.fdi,
    p.registered_capital, p.approved_from, p.approved_to, p.disputed, p.attributes, p.sources, p.evidence, p.evidence_rank, p.begins_by`,
};

/** Only the zone (with its phases), or the kind of zone, that is asked for. */
function zoneCondition(asked: ProjectsAsked, p: Sql): Sql {
  const { zone, zoneKind, asOf, known } = asked;
  const one =
    zone === null
      ? sql`true`
      : sql`${p}.zone_id in (select ${zone}::uuid union all select id from zone_now where phase_of = ${zone}::uuid)`;
  if (zoneKind === null) return one;
  const past = known.latest
    ? sql``
    : sql`union all select id from zone_past where kind = ${zoneKind} and valid @> ${asOf}::date and known @> ${known.commit}::bigint`;
  return sql`${one} and ${p}.zone_id in (
    select id from zone_now where kind = ${zoneKind} and valid @> ${asOf}::date
       and (${known.latest} or known_from <= ${known.commit}) ${past})`;
}

/** Whether the period of alias `p` lies wholly in the places. */
function liesWithin(asked: ProjectsAsked, p: Sql): Sql {
  return sql`${p}.places <@ ${idArray(asked.within)}`;
}

/** Periods on the day that touch the place but do not lie wholly in it. */
function crossers(asked: ProjectsAsked): Sql {
  const { asOf, known, within, crossing } = asked;
  const touching = inSeveralPlaces(PROJECTS, { places: [...within, ...crossing], asOf, known });
  const several = sql`select p.* from (${touching}) p where not ${liesWithin(asked, sql`p`)}`;
  if (crossing.length === 0) return several;
  return sql`${inOnePlace(PROJECTS, { places: crossing, asOf, known })} union all ${several}`;
}

/** Whether a crosser lay wholly in the place on the place's last day: it then counts by the place it had. */
function layWithinThen(asked: ProjectsAsked, p: Sql): Sql {
  if (asked.lastDayOfPlace === null) return sql`false`;
  const day = asked.lastDayOfPlace;
  return sql`exists (select from ${periodsKnown(PROJECTS, asked.known)} b where b.id = ${p}.id
    and b.valid_from <= ${day}::date and b.valid_to > ${day}::date and ${liesWithin(asked, sql`b`)})`;
}

/** The periods of the day that lie in the place. */
export function periodsInside(asked: ProjectsAsked): Sql {
  const p = sql`p`;
  const { asOf, known, within: places } = asked;
  const zone = zoneCondition(asked, p);
  const one = sql`select p.* from (${inOnePlace(PROJECTS, { places, asOf, known })}) p where ${zone}`;
  const several = sql`select p.* from (${inSeveralPlaces(PROJECTS, { places, asOf, known })}) p
    where ${liesWithin(asked, p)} and ${zone}`;
  if (asked.lastDayOfPlace === null) return sql`(${one} union all ${several})`;
  return sql`(${one} union all ${several}
    union all select p.* from (${crossers(asked)}) p where ${layWithinThen(asked, p)} and ${zone})`;
}

/** The periods of the day that the place shares with another, so that they count for neither. */
export function periodsAcross(asked: ProjectsAsked): Sql {
  const p = sql`p`;
  return sql`(select p.* from (${crossers(asked)}) p where not ${layWithinThen(asked, p)} and ${zoneCondition(asked, p)})`;
}

/** The first periods of projects in the place that are told of only from a later day on, and only as "by" that day. */
export function periodsLater(asked: ProjectsAsked): Sql {
  const later = inEachTable(
    PROJECTS,
    asked.known,
    (periods, isKnown) => sql`select ${PROJECTS.columns} from ${periods} p
      where p.begins_by and p.valid_from > ${asked.asOf}::date and p.place_id = any(${idArray(asked.within)})
        and ${isKnown} and ${zoneCondition(asked, sql`p`)}`,
  );
  return sql`(select distinct on (p.id) p.* from (${later}) p
    where not exists (select from ${periodsKnown(PROJECTS, asked.known)} e where e.id = p.id and e.valid_from < p.valid_from)
    order by p.id, p.valid_from)`;
}

/** Whether what the period of alias `p` tells of the attribute rests on a paper that is not of the closed classes. */
export function isOpen(
  p: Sql,
  attribute: "name" | "status" | "registeredCapital",
  closed: readonly Access[],
): Sql {
  if (closed.length === 0) return sql`true`;
  return sql`not (${isMeant(sql`(${p}.sources -> ${sql.lit(attribute)} ->> 'document')::uuid`, { classes: closed })})`;
}

/** Whether the period of alias `p` counts, disputed or not. */
export function counts(selection: Selection, p: Sql): Sql {
  switch (selection.kind) {
    case "all":
      return sql`true`;
    case "status":
      return sql`${p}.status = ${selection.status} and ${isOpen(p, "status", selection.closed)}`;
    case "inForce":
      return sql`${p}.status = any(${IN_FORCE}::text[])`;
    case "named": {
      const open = isOpen(p, "name", selection.closed);
      const name = unaccented(sql`${p}.attributes ->> 'name'`);
      const hits = selection.words.map((word) => sql`${name} like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`);
      return sql.join([open, ...hits], sql` and `);
    }
    case "approved": {
      const { window, fdiOnly } = selection;
      const from = window.from === null ? sql`true` : sql`${p}.approved_from >= ${window.from}::date`;
      return sql`${p}.approved_to <= ${window.to}::date and ${from} and ${fdiOnly ? sql`${p}.fdi` : sql`true`}`;
    }
  }
}

/** Whether the period might count, but its paper says too little about when. */
export function mightCount(selection: Selection, p: Sql): Sql {
  if (selection.kind !== "approved") return sql`false`;
  const { window, fdiOnly } = selection;
  const touches =
    window.from === null
      ? sql`${p}.approved_from <= ${window.to}::date`
      : sql`${p}.approved_from <= ${window.to}::date and ${p}.approved_to >= ${window.from}::date`;
  return sql`${touches} and not (${counts({ ...selection, fdiOnly: false }, p)}) and ${fdiOnly ? sql`${p}.fdi` : sql`true`}`;
}
