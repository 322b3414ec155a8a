/** Figures, lists and single records as of a day, beside the same on a plain table of the present. */
import { sql } from "kysely";
import type { EntriesAsked } from "../src/capital/candidates.ts";
import { capitalFigures } from "../src/capital/figures.ts";
import { sumsOf } from "../src/capital/sums.ts";
import { contextOf, NOTHING_FOUND, type Question } from "../src/figures/public.ts";
import { plainDate } from "../src/kernel/dates.ts";
import { projectFigures } from "../src/projects/figures.ts";
import { askedOf } from "../src/projects/finding.ts";
import type { Selection } from "../src/projects/periods.ts";
import { IN_FORCE } from "../src/projects/rules.ts";
import { findProject, listProjects, sumProjects } from "../src/projects/store.ts";
import { findKnown, type Known } from "../src/register/public.ts";
import { SAMPLE_HOME } from "../src/sample/public.ts";
import type { Country } from "./country.ts";
import { race } from "./measuring.ts";
import { type Result, timeResult } from "./results.ts";

const PAST = plainDate("2023-11-30");
const PART = "Figures, lists and records";

/** What is asked of a country: one province on a past day, as known now and as known at a past commit. */
type Asking = {
  readonly country: Country;
  readonly now: Question;
  readonly then: Question;
  /** As known when six tenths of the amounts were recorded, which come after all projects. */
  readonly amountsThen: Known;
  readonly zones: readonly string[];
  readonly records: readonly string[];
};

async function knownAt(country: Country, commit: number | null): Promise<Known> {
  const known = await findKnown(country.database.db, commit === null ? null : String(commit));
  if (!known.ok) throw new Error("no such commit");
  return known.value;
}

/** The commit at which six tenths of what is told of projects, or of all amounts, was recorded. */
async function pastCommit(country: Country, of: "projects" | "amounts"): Promise<number> {
  const from = of === "projects" ? "changes where subject_kind = 'project'" : "entries";
  const { rows } = await country.database.pool.query<{ commit: number }>(
    `select percentile_disc(0.6) within group (order by commit_no) as commit from ${from}`,
  );
  return rows[0]?.commit ?? 0;
}

async function askingOf(country: Country): Promise<Asking> {
  const place = country.places.findByCode(SAMPLE_HOME, PAST);
  if (place === null) throw new Error(`no place ${SAMPLE_HOME}`);
  const now: Question = {
    scope: country.places.scopeOf(place.id),
    ...{ asOf: PAST, period: null, known: await knownAt(country, null), zone: null, kind: null },
    ...{ limit: 0, after: null, language: "vi" },
  };
  const then = { ...now, known: await knownAt(country, await pastCommit(country, "projects")) };
  const amountsThen = await knownAt(country, await pastCommit(country, "amounts"));
  const { pool } = country.database;
  const zones = await pool.query<{ id: string }>(
    "select distinct id from zone_now where place_id = any($1::uuid[]) order by id",
    [now.scope.within],
  );
  const records = await pool.query<{ id: string }>(
    "select id from project_now where valid @> $1::date order by md5(id::text) limit 200",
    [PAST],
  );
  return {
    ...{ country, now, then, amountsThen },
    zones: zones.rows.map((r) => r.id),
    records: records.rows.map((r) => r.id),
  };
}

const IN_FORCE_NOW: Selection = { kind: "inForce" };
const STATUS: Selection = { kind: "status", status: "operating", closed: [] };

/** The questions in our words and in those of a plain table. */
function questionsOf(asking: Asking) {
  const { country, now, then, amountsThen, zones, records } = asking;
  const { db } = country.database;
  const within = now.scope.within;
  const asker = { kind: "system", user: "bench" } as const;
  const context = contextOf({ ...country.database, places: () => country.places }, asker);
  const find = (id: string, question: Question) => async () =>
    (await [...projectFigures, ...capitalFigures].find((f) => f.id === id)?.find?.(question, context)) ??
    NOTHING_FOUND;
  const entries: EntriesAsked = { kind: "allocation", zones, until: PAST, period: null, known: now.known };
  const list = (question: Question) => () =>
    listProjects(db, askedOf(question), { selection: STATUS, page: { limit: 50, after: null }, closed: [] });
  let record = 0;
  const nextRecord = () => records[record++ % records.length] ?? "";
  return {
    sumNow: () => sumProjects(db, askedOf(now), IN_FORCE_NOW),
    sumThen: () => sumProjects(db, askedOf(then), IN_FORCE_NOW),
    sumPlain: () =>
      sql`select count(*) as counted, sum(registered_capital) as capital, max(evidence_rank) as evidence from plain_project
           where place_id = any(${within}::uuid[]) and status = any(${IN_FORCE}::text[]) and not disputed`.execute(
        db,
      ),
    figureNow: find("projects.capitalInForce", now),
    figureThen: find("projects.capitalInForce", then),
    totals: () => sumsOf(entries, db),
    reading: () => sumsOf({ ...entries, known: { ...now.known, latest: false } }, db),
    entriesThen: () => sumsOf({ ...entries, known: amountsThen }, db),
    entriesPlain: () =>
      sql`select precision, count(*) as records, sum(amount) as amount from plain_entry
           where kind = 'allocation' and zone_id = any(${zones}::uuid[]) and dated <= ${PAST}::date group by precision`.execute(
        db,
      ),
    allocated: find("capital.allocated", now),
    listNow: list(now),
    listThen: list(then),
    listPlain: () =>
      sql`select p.id, p.key, p.attributes, p.sources, p.evidence from plain_project p
           where place_id = any(${within}::uuid[]) and status = 'operating'
           order by registered_capital desc nulls last, id limit 50`.execute(db),
    recordNow: () => findProject(db, { id: nextRecord(), asOf: PAST, known: now.known }),
    recordThen: () => findProject(db, { id: nextRecord(), asOf: PAST, known: then.known }),
    recordPlain: () =>
      sql`select p.id, p.key, p.attributes, p.sources, p.evidence from plain_project p where id = ${nextRecord()}::uuid`.execute(
        db,
      ),
  };
}

const PLAIN = "the same on a plain table of the present";

/** Ratios to plain tables, in one country. */
export async function measureFigures(country: Country, rounds: number): Promise<readonly Result[]> {
  const asking = await askingOf(country);
  const ms = await race(questionsOf(asking), rounds);
  const line = (
    what: string,
    ours: keyof typeof ms,
    theirs: keyof typeof ms,
    atMost: number | null,
  ): Result => timeResult({ part: PART, what, beside: PLAIN, ours: ms[ours], theirs: ms[theirs], atMost });
  return [
    line("allocations up to a past day, running totals", "totals", "entriesPlain", 0.5),
    line("the same, by reading the entries", "reading", "entriesPlain", 4),
    line("the same, as known at a past moment", "entriesThen", "entriesPlain", 5),
    line("figure capital.allocated with its zones", "allocated", "entriesPlain", null),
    line("capital of projects in force on a past day", "sumNow", "sumPlain", 4),
    line("the same, as known at a past moment", "sumThen", "sumPlain", 5),
    line("figure projects.capitalInForce, whole", "figureNow", "sumPlain", 4),
    line("the same figure, as known at a past moment", "figureThen", "sumPlain", 5),
    line("list of 50 projects on a past day", "listNow", "listPlain", 1.5),
    line("the same, as known at a past moment", "listThen", "listPlain", null),
    line("one project on a past day", "recordNow", "recordPlain", 1.2),
    line("the same, as known at a past moment", "recordThen", "recordPlain", null),
  ];
}

/** How the cost grows when the same things have ten times the history. */
export async function measureGrowth(
  countries: { readonly once: Country; readonly tenfold: Country },
  rounds: number,
): Promise<readonly Result[]> {
  const once = questionsOf(await askingOf(countries.once));
  const tenfold = questionsOf(await askingOf(countries.tenfold));
  const ms = await race(
    {
      ...{ sumNow: once.sumNow, sumNow10: tenfold.sumNow, sumThen: once.sumThen, sumThen10: tenfold.sumThen },
      ...{ listNow: once.listNow, listNow10: tenfold.listNow },
      ...{ recordNow: once.recordNow, recordNow10: tenfold.recordNow },
      ...{ totals: once.totals, totals10: tenfold.totals },
    },
    rounds,
  );
  const beside = "the same with a tenth of the history";
  const line = (what: string, ours: keyof typeof ms, theirs: keyof typeof ms, atMost: number): Result =>
    timeResult({ part: "Ten times the history", what, beside, ours: ms[ours], theirs: ms[theirs], atMost });
  return [
    line("capital of projects in force, known now", "sumNow10", "sumNow", 1.3),
    line("the same, as known at a past moment", "sumThen10", "sumThen", 2),
    line("list of 50 projects, known now", "listNow10", "listNow", 1.3),
    line("one project, known now", "recordNow10", "recordNow", 1.3),
  ];
}
