/** Reads projects as they were on a day, as known then: numbers, pages of records, what could not be counted. SQL only. */
import { sql } from "kysely";
import { dateOfRank } from "../kernel/dateRank.ts";
import { type PartialDate, type PlainDate, plainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import {
  covers,
  type Held,
  type HeldRow,
  heldOf,
  idArray,
  inEachTable,
  isMeant,
  type Known,
  type PapersMeant,
  periodsKnown,
  type Sql,
} from "../register/public.ts";
import {
  counts,
  mightCount,
  PROJECTS,
  type ProjectsAsked,
  periodsAcross,
  periodsInside,
  periodsLater,
  type Selection,
} from "./periods.ts";
import { type ProjectAttributes, projectAttributes } from "./vocabulary.ts";

/** A project on a day: what held, from which papers, and between which days just that held. */
export type ProjectState = Held<ProjectAttributes>;

const stateOf = (row: HeldRow): ProjectState => heldOf(row, projectAttributes);

/** What the projects of a question come to. Capital in đồng. */
export type ProjectNumbers = {
  readonly counted: number;
  readonly fdi: number;
  /** Those counted whose capital is known, and its sum; null where there is none. */
  readonly valued: number;
  readonly capital: number | null;
  /** Newest paper behind those counted, and behind those valued. */
  readonly evidence: PartialDate | null;
  readonly valuedEvidence: PartialDate | null;
  /** Those that are named instead of counted: how many for each reason, and which; of each reason the first by id. */
  readonly uncounted: Readonly<Record<Why, { readonly total: number; readonly ids: readonly string[] }>>;
};

/** Why a project is named instead of counted, in the order in which they are named. */
const WHYS = ["across", "disputed", "later", "unsure", "unvalued"] as const;
type Why = (typeof WHYS)[number];

/** Ids that are given of each reason, at most. */
const IDS = 100;

type NumbersRow = Record<"counted" | "fdi" | "valued" | Why, number> & {
  readonly [ids in `${Why}_ids`]: string[] | null;
} & {
  readonly capital: string | null;
  readonly evidence: number | null;
  readonly valued_evidence: number | null;
};

/** Counts and adds the projects of a question. */
export async function sumProjects(
  db: Db,
  asked: ProjectsAsked,
  selection: Selection,
): Promise<ProjectNumbers> {
  const p = sql`p`;
  const chosen = sql`p.counts and not p.disputed`;
  const told = sql`${counts(selection, p)} or ${mightCount(selection, p)}`;
  const { rows } = await sql<NumbersRow>`
    select count(*) filter (where ${chosen}) as counted,
           count(*) filter (where ${chosen} and p.fdi) as fdi,
           count(p.registered_capital) filter (where ${chosen}) as valued,
           sum(p.registered_capital) filter (where ${chosen}) as capital,
           max(p.evidence_rank) filter (where ${chosen}) as evidence,
           max(p.evidence_rank) filter (where ${chosen} and p.registered_capital is not null) as valued_evidence,
           ${those("disputed", sql`p.counts and p.disputed`)},
           ${those("unsure", sql`p.might and not p.disputed`)},
           ${those("unvalued", sql`${chosen} and p.registered_capital is null`)},
           max(a.across) as across, max(a.across_ids) as across_ids, max(l.later) as later, max(l.later_ids) as later_ids
      from (select ${those("across", sql`true`)} from ${periodsAcross(asked)} p where (${told}) and not p.disputed) a
      cross join (select ${those("later", sql`true`)} from ${periodsLater(asked)} p where (${told}) and not p.disputed) l
      left join (select p.id, p.fdi, p.registered_capital, p.evidence_rank, p.disputed, (${counts(selection, p)}) as counts,
                   (${mightCount(selection, p)}) as might from ${periodsInside(asked)} p) p on true`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error("an aggregate without a row");
  const uncounted = (why: Why) => ({ total: row[why], ids: row[`${why}_ids`] ?? [] });
  return {
    counted: row.counted,
    fdi: row.fdi,
    valued: row.valued,
    capital: row.capital === null ? null : safeNumber(row.capital),
    evidence: dateOfRank(row.evidence),
    valuedEvidence: dateOfRank(row.valued_evidence),
    uncounted: {
      across: uncounted("across"),
      disputed: uncounted("disputed"),
      later: uncounted("later"),
      unsure: uncounted("unsure"),
      unvalued: uncounted("unvalued"),
    },
  };
}

/** How many rows fit, and the first of their ids. */
function those(why: Why, fit: Sql): Sql {
  const [total, ids] = [sql.ref(why), sql.ref(`${why}_ids`)];
  return sql`count(p.id) filter (where ${fit}) as ${total}, (array_agg(p.id order by p.id) filter (where ${fit}))[1:${sql.lit(IDS)}] as ${ids}`;
}

function safeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the sum ${text} is too large for a number`);
  return value;
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

export type PageAsked = { readonly limit: number; readonly after: string | null };

/** A list shows the disputed ones, too; a figure never counts them. */
function isListed({ kind }: Selection): boolean {
  return kind === "all" || kind === "status" || kind === "named";
}

/** Rows of a page are found by the index alone; only they are then read whole. */
function pageRows(
  asked: ProjectsAsked,
  selection: Selection,
  page: PageAsked & { readonly valued: boolean },
) {
  const p = sql`p`;
  const valued = page.valued ? sql`p.registered_capital is not null` : sql`true`;
  const after = sql`${page.after}::uuid`;
  const last = sql`(select coalesce(b.registered_capital, -1) from ${periodsKnown(PROJECTS, asked.known)} b
                     where b.id = ${after} and b.valid_from <= ${asked.asOf}::date and b.valid_to > ${asked.asOf}::date)`;
  const beyond =
    page.after === null
      ? sql`true`
      : sql`(coalesce(p.registered_capital, -1) < ${last} or (coalesce(p.registered_capital, -1) = ${last} and p.id > ${after}))`;
  return sql`select p.id, coalesce(p.registered_capital, -1) as rank from ${periodsInside(asked)} p
    where (${counts(selection, p)}) and ${isListed(selection) ? sql`true` : sql`not p.disputed`}
      and ${valued} and ${beyond}
    order by rank desc, p.id limit ${page.limit + 1}`;
}

const FIELDS: Sql = sql`p.id, s.key, p.attributes, p.sources, p.valid_from, p.valid_to, p.evidence`;

/** One page of projects, the greatest capital first, those without one last. `more`: there is a next page. */
export async function listProjects(
  db: Db,
  asked: ProjectsAsked,
  of: { readonly selection: Selection; readonly page: PageAsked; readonly valued?: boolean },
): Promise<{ readonly items: readonly ProjectState[]; readonly more: boolean }> {
  const { limit, after } = of.page;
  if (limit === 0 || (after !== null && !isUuid(after))) return { items: [], more: false };
  const page = pageRows(asked, of.selection, { ...of.page, valued: of.valued ?? false });
  const { rows } = await sql<HeldRow>`
    select ${FIELDS} from (${page}) f
      join ${periodsKnown(PROJECTS, asked.known)} p
        on p.id = f.id and p.valid_from <= ${asked.asOf}::date and p.valid_to > ${asked.asOf}::date
      join subjects s on s.id = f.id
     order by f.rank desc, f.id`.execute(db);
  return { items: rows.slice(0, limit).map(stateOf), more: rows.length > limit };
}

/** How many of the projects that count rest, in any of the attributes, on the papers that are meant. */
export async function countProjectsOn(
  db: Db,
  asked: ProjectsAsked,
  of: {
    readonly selection: Selection;
    readonly valued: boolean;
    readonly attributes: readonly string[];
    readonly papers: PapersMeant;
  },
): Promise<number> {
  const valued = of.valued ? sql`p.registered_capital is not null` : sql`true`;
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${periodsInside(asked)} p
     where (${counts(of.selection, sql`p`)}) and not p.disputed and ${valued}
       and exists (select from unnest(${of.attributes}::text[]) a(name) where ${isMeant(sql`(p.sources -> a.name ->> 'document')::uuid`, of.papers)})`.execute(
    db,
  );
  return rows[0]?.total ?? 0;
}

/** How many projects a list is about. */
export async function countProjects(db: Db, asked: ProjectsAsked, selection: Selection): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${periodsInside(asked)} p where ${counts(selection, sql`p`)}`.execute(db);
  return rows[0]?.total ?? 0;
}

/** A project that is named instead of counted, as it stands on the day; one that is told of only later, as it first stands. */
export type Uncounted = { readonly project: ProjectState; readonly why: Why };

/** The projects that are named instead of counted for one of the reasons, at most so many; in the order of the reasons, then of the ids. */
export async function listUncounted(
  db: Db,
  asked: ProjectsAsked,
  of: {
    readonly uncounted: ProjectNumbers["uncounted"];
    readonly whys: readonly Why[];
    readonly limit: number;
  },
): Promise<readonly Uncounted[]> {
  const named = WHYS.filter((why) => of.whys.includes(why))
    .flatMap((why) => of.uncounted[why].ids.map((id) => ({ id, why })))
    .slice(0, of.limit);
  if (named.length === 0) return [];
  const [ids, whys] = [named.map((n) => n.id), named.map((n) => n.why)];
  const day = asked.asOf;
  const { rows } = await sql<HeldRow & { why: Why }>`
    select ${FIELDS}, u.why from unnest(${ids}::uuid[], ${whys}::text[]) with ordinality u(id, why, place)
      cross join lateral (select p.* from ${periodsKnown(PROJECTS, asked.known)} p
        where p.id = u.id and (case when u.why = 'later' then p.valid_from > ${day}::date else ${covers(day)} end)
        order by p.valid_from limit 1) p
      join subjects s on s.id = p.id order by u.place`.execute(db);
  return rows.map((r) => ({ project: stateOf(r), why: r.why }));
}

/** The days on which projects in the place move, as known then; the newest 400. */
export async function listProjectDays(
  db: Db,
  asked: Pick<ProjectsAsked, "within" | "crossing" | "known">,
): Promise<readonly PlainDate[]> {
  const places = idArray([...asked.within, ...asked.crossing]);
  const { rows } = await sql<{ day: string }>`
    select distinct p.valid_from as day from unnest(${places}) u(place) join ${periodsKnown(PROJECTS, asked.known)} p on p.place_id = u.place
     order by day desc limit 400`.execute(db);
  return rows.map((r) => plainDate(r.day));
}

/** The id of a project by id or stable key, as known then, or null. */
export async function findProjectId(db: Db, idOrKey: string, known: Known): Promise<string | null> {
  const named = isUuid(idOrKey) ? sql`s.id = ${idOrKey}::uuid` : sql`s.key = ${idOrKey}`;
  const { rows } = await sql<{ id: string }>`
    select s.id from subjects s where s.kind = 'project' and ${named}
       and (${known.latest} or exists (select from changes c where c.subject_id = s.id and c.commit_no <= ${known.commit}))
     order by s.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** A project on a day, or null where nothing held then. */
export async function findProject(
  db: Db,
  asked: { readonly id: string; readonly asOf: PlainDate; readonly known: Known },
): Promise<ProjectState | null> {
  const { rows } = await sql<HeldRow>`
    select ${FIELDS} from ${periodsKnown(PROJECTS, asked.known)} p join subjects s on s.id = p.id
     where p.id = ${asked.id}::uuid and p.valid_from <= ${asked.asOf}::date and p.valid_to > ${asked.asOf}::date
     order by p.valid_from`.execute(db);
  return rows[0] === undefined ? null : stateOf(rows[0]);
}

/** Some projects as they are last told of. */
export async function listProjectsLast(
  db: Db,
  asked: { readonly ids: readonly string[]; readonly known: Known },
): Promise<readonly ProjectState[]> {
  if (asked.ids.length === 0) return [];
  const { rows } = await sql<HeldRow>`
    select distinct on (p.id) ${FIELDS} from ${periodsKnown(PROJECTS, asked.known)} p join subjects s on s.id = p.id
     where p.id = any(${idArray(asked.ids)}) order by p.id, p.valid_from desc`.execute(db);
  return rows.map(stateOf);
}

/** All periods of a project in the order of time. */
export async function listProjectPeriods(db: Db, id: string, known: Known): Promise<readonly ProjectState[]> {
  const { rows } = await sql<HeldRow>`
    select ${FIELDS} from ${periodsKnown(PROJECTS, known)} p join subjects s on s.id = p.id
     where p.id = ${id}::uuid order by p.valid_from`.execute(db);
  return rows.map(stateOf);
}

/** The projects that stand in some zones and phases on the day, and some by id. */
export async function listProjectsOfZones(
  db: Db,
  asked: {
    readonly zones: readonly string[];
    readonly ids: readonly string[];
    readonly asOf: PlainDate;
    readonly known: Known;
  },
): Promise<readonly ProjectState[]> {
  const { zones, ids, asOf, known } = asked;
  if (zones.length + ids.length === 0) return [];
  const of = (where: Sql) =>
    inEachTable(
      PROJECTS,
      known,
      (t, isKnown) =>
        sql`select ${PROJECTS.columns} from ${t} p where ${where} and ${covers(asOf)} and ${isKnown}`,
    );
  const { rows } = await sql<HeldRow>`
    select ${FIELDS} from (
      select distinct on (p.id) p.* from (
        ${of(sql`p.zone_id = any(${idArray(zones)})`)} union all ${of(sql`p.id = any(${idArray(ids)})`)}) p order by p.id) p
      join subjects s on s.id = p.id order by p.id`.execute(db);
  return rows.map(stateOf);
}
