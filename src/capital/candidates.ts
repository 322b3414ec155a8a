/** Which entries a question is about, and why some of them can't count: fragments of SQL that store.ts shares. */
import { type RawBuilder, sql } from "kysely";
import type { PlainDate } from "../kernel/dates.ts";
import type { Known } from "../register/public.ts";
import type { CapitalEntry } from "./vocabulary.ts";

/** The entries of a kind that name any of the zones. `until`: dated up to that day; `period`: what the amount is for. */
export type EntriesAsked = {
  readonly kind: CapitalEntry;
  readonly zones: readonly string[];
  readonly until: PlainDate | null;
  readonly period: { readonly from: PlainDate; readonly to: PlainDate } | null;
  readonly known: Known;
};

/** Why an entry does not count; `counts`: it does. */
export type Standing = "counts" | "undivided" | "withoutYears" | "otherYears";

type Sql = RawBuilder<unknown>;

export function zoneIds(list: readonly string[]): Sql {
  return sql`${list}::uuid[]`;
}

/** An entry in force: not itself a reversal, and not reversed by one that is known. */
export function inForce(known: Known): Sql {
  const then = known.latest ? sql`true` : sql`r.commit_no <= ${known.commit}`;
  const by = known.latest ? sql`true` : sql`e.commit_no <= ${known.commit}`;
  return sql`${by} and e.reverses is null and not exists (select from entries r where r.reverses = e.id and ${then})`;
}

/** The first and the last day of the period that an entry is for, from what the paper prints. */
const FIRST = sql`(e.period_from || substr('-01-01', length(e.period_from) - 3))::date`;
const LAST = sql`(date '1970-01-01' + (evidence_rank(e.period_to) >> 2))`;

/** Entries for other years altogether are no part of the question. */
function concerns({ period }: EntriesAsked): Sql {
  if (period === null) return sql`true`;
  return sql`(e.period_from is null or (${FIRST} <= ${period.to}::date and ${LAST} >= ${period.from}::date))`;
}

function years({ period }: EntriesAsked): Sql {
  if (period === null) return sql``;
  return sql`when e.period_from is null then 'withoutYears'
             when ${FIRST} < ${period.from}::date or ${LAST} > ${period.to}::date then 'otherYears'`;
}

/** Of an entry that names one zone alone, an asked one. Where no period is asked for, an index tells all of it. */
function standingAlone(asked: EntriesAsked): Sql {
  if (asked.period === null) return sql`'counts'::text as standing`;
  return sql`case ${years(asked)} else 'counts' end as standing`;
}

function standingTogether(asked: EntriesAsked): Sql {
  return sql`case when not e.subjects <@ ${zoneIds(asked.zones)} then 'undivided' ${years(asked)} else 'counts' end as standing`;
}

function dated({ until }: EntriesAsked): Sql {
  return until === null ? sql`true` : sql`e.dated <= ${until}::date`;
}

/** Entries in force that name one zone alone. Each zone is looked up by itself in an index of its entries. */
function ofOneZone(asked: EntriesAsked): Sql {
  return sql`select e.*, ${standingAlone(asked)} from unnest(${zoneIds(asked.zones)}) z(owner) join entries e on e.owner = z.owner
     where e.kind = ${asked.kind} and ${dated(asked)} and ${concerns(asked)} and ${inForce(asked.known)}`;
}

/** Entries in force that name several zones together, one of the asked ones among them. */
export function ofSeveralZones(asked: EntriesAsked): Sql {
  return sql`(select e.*, ${standingTogether(asked)} from entries e
     where cardinality(e.subjects) > 1 and e.subjects && ${zoneIds(asked.zones)} and e.kind = ${asked.kind}
       and ${dated(asked)} and ${concerns(asked)} and ${inForce(asked.known)})`;
}

/** All entries that a question is about, with `standing`. */
export function candidates(asked: EntriesAsked): Sql {
  return sql`(${ofOneZone(asked)} union all ${ofSeveralZones(asked)})`;
}
