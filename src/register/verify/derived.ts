/** Compares the derived tables with what the changes and entries give, and names each row that differs. */
import type pg from "pg";
import type { Sentence } from "../../kernel/problems.ts";
import { type RowsStatement, rowsQuery, type SqlColumns, type SqlRow } from "../rows.ts";
import type { SubjectDefinition, Timeline } from "../timelines.ts";
import type { SubjectKind } from "../vocabulary.ts";
import { type DifferenceKind, type Findings, find } from "./differences.ts";
import type { Looked } from "./progress.ts";
import { type Range, type Rebuilt, rebuiltSubjects, type Source } from "./rebuilding.ts";

/** A derived table as rows travel to it: its columns with the types in which JSON brings them. */
export type DerivedTable = { readonly name: string; readonly columns: SqlColumns };

export const HEADS: DerivedTable = {
  name: "subjects",
  columns: { id: "uuid", kind: "text", key: "text", last_commit: "bigint" },
};

/** The two tables of a timeline: what is known now, and what was known before. */
export function tablesOf(timeline: Timeline): { readonly now: DerivedTable; readonly past: DerivedTable } {
  const own: SqlColumns = Object.fromEntries(timeline.columns.map((c) => [c.name, c.type]));
  const columns: SqlColumns = {
    id: "uuid",
    valid_from: "date",
    valid_to: "date",
    ...own,
    attributes: "jsonb",
    sources: "jsonb",
    evidence: "text",
    known_from: "bigint",
  };
  return {
    now: { name: timeline.now, columns },
    past: { name: timeline.past, columns: { ...columns, known_to: "bigint" } },
  };
}

/** One timeline for each table: kinds that share a table share its columns. */
export function timelinesOf(definitions: Iterable<SubjectDefinition>): readonly Timeline[] {
  return [...new Map([...definitions].map((d) => [d.timeline.now, d.timeline])).values()];
}

/** `from json_to_recordset($1)` with the table's columns. */
export function recordset({ columns }: DerivedTable): string {
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return `json_to_recordset($1::json) as r(${typed.join(", ")})`;
}

/** A column as it is compared: boxes of the same size are equal to the database wherever they lie, so their text is. */
function compared({ columns }: DerivedTable, name: string, alias = ""): string {
  return columns[name] === "box" ? `${alias}${name}::text` : `${alias}${name}`;
}

type Asked = { readonly range: Range; readonly rows: readonly SqlRow[] };

/** The columns that name a row; expected rows never share them. */
const KEYS = ["id", "valid_from", "known_from", "known_to"];

/**
 * Whether a range holds exactly the rows that are expected: each finds its like, and there is no other. Much cheaper
 * than to name what differs, which is done only where this fails.
 */
async function isAsExpected(client: pg.ClientBase, table: DerivedTable, asked: Asked): Promise<boolean> {
  const { after, upTo } = asked.range;
  const there = `(select count(*) from ${table.name} where id > $1 and id <= $2)`;
  if (asked.rows.length === 0) {
    const text = `select ${there} as there`;
    const found = await client.query<{ there: number }>({
      name: `verify-none-${table.name}`,
      text,
      values: [after, upTo],
    });
    return found.rows[0]?.there === 0;
  }
  const names = Object.keys(table.columns);
  const like = names.map((name) =>
    KEYS.includes(name)
      ? `a.${name} = e.${name}`
      : `${compared(table, name, "a.")} is not distinct from ${compared(table, name, "e.")}`,
  );
  const statement: RowsStatement = {
    name: `verify-like-${table.name}`,
    columns: table.columns,
    fixed: [after, upTo],
    text: (rows) =>
      `with expected as materialized (select row_number() over () as n, r.* from ${rows} r)
       select count(distinct e.n) as found, count(*) as pairs, ${there} as there
         from expected e join ${table.name} a on ${like.join(" and ")}`,
  };
  const answer = await client.query<{ found: number; pairs: number; there: number }>(
    rowsQuery(statement, asked.rows),
  );
  const { found, pairs, there: count } = answer.rows[0] ?? { found: 0, pairs: 0, there: 0 };
  return [found, pairs, count].every((n) => n === asked.rows.length);
}

type Differing = {
  readonly side: "missing" | "extra";
  readonly id: string;
  readonly valid_from: string | null;
  readonly known_from: number | null;
};

/** Rows of a range that are expected and not there, or there and not expected. */
async function differing(
  client: pg.ClientBase,
  table: DerivedTable,
  asked: Asked,
): Promise<readonly Differing[]> {
  if (await isAsExpected(client, table, asked)) return [];
  const names = Object.keys(table.columns)
    .map((name) => compared(table, name))
    .join(", ");
  const has = (name: string, type: string) => (name in table.columns ? name : `null::${type} as ${name}`);
  const key = `id, ${has("valid_from", "date")}, ${has("known_from", "bigint")}`;
  const found = await client.query<Differing>({
    name: `verify-${table.name}`,
    text: `with expected as (select ${names} from ${recordset(table)}),
                actual as (select ${names} from ${table.name} where id > $2 and id <= $3)
           select 'missing' as side, ${key} from (table expected except all table actual) e
           union all
           select 'extra', ${key} from (table actual except all table expected) a
           order by id, valid_from, known_from, side`,
    values: [JSON.stringify(asked.rows), asked.range.after, asked.range.upTo],
  });
  return found.rows;
}

/** How a derived row may differ, and how that is said. */
export const SAYINGS: Readonly<Record<"missing" | "extra" | "altered", Sentence & { kind: DifferenceKind }>> =
  {
    missing: {
      kind: "derivedMissing",
      vi: "thiếu so với các biến động đã ghi",
      en: "is missing, though the recorded changes give it",
    },
    extra: {
      kind: "derivedExtra",
      vi: "không có trong các biến động đã ghi",
      en: "is there, though no recorded change gives it",
    },
    altered: {
      kind: "derivedAltered",
      vi: "khác với các biến động đã ghi",
      en: "is not what the recorded changes give",
    },
  };

/** Tells each differing row once: one that is missing and extra under the same key was altered. */
function tellDiffering(findings: Findings, table: string, rows: readonly Differing[]): void {
  const sides = new Map<string, { row: Differing; sides: Set<string> }>();
  for (const row of rows) {
    const key = [row.id, row.valid_from, row.known_from].join();
    const told = sides.get(key) ?? { row, sides: new Set() };
    told.sides.add(row.side);
    sides.set(key, told);
  }
  for (const { row, sides: both } of sides.values()) {
    const { kind, vi, en } = SAYINGS[both.size > 1 ? "altered" : row.side];
    const from = row.valid_from === null ? { vi: "", en: "" } : sinceWords(row);
    find(findings, {
      kind,
      table,
      id: row.id,
      what: { vi: `Dòng của hồ sơ ${row.id}${from.vi} ${vi}.`, en: `The row of ${row.id}${from.en} ${en}.` },
    });
  }
}

function sinceWords(row: Differing): Sentence {
  return {
    vi: ` từ ngày ${row.valid_from} (biết từ lần ghi ${row.known_from})`,
    en: ` from ${row.valid_from} on (known since commit ${row.known_from})`,
  };
}

/** Compares heads and timelines within the caller's snapshot. `reader` and `comparer` may be one connection. */
export async function checkTimelines(
  clients: { readonly reader: pg.ClientBase; readonly comparer: pg.ClientBase },
  source: Source,
  { findings, looked }: { readonly findings: Findings; readonly looked: Looked },
): Promise<void> {
  const timelines = timelinesOf(source.definitions.values());
  // While the database compares one range, the next is read and folded.
  let comparing: Promise<void> = Promise.resolve();
  for await (const rebuilt of rebuiltSubjects(clients.reader, source)) {
    await comparing;
    await looked(rebuilt.heads.length);
    comparing = compareRange(clients.comparer, { rebuilt, timelines, findings });
    // Where reading fails first, that is what is thrown.
    comparing.catch(() => undefined);
  }
  await comparing;
}

async function compareRange(
  client: pg.ClientBase,
  at: { readonly rebuilt: Rebuilt; readonly timelines: readonly Timeline[]; readonly findings: Findings },
): Promise<void> {
  const { rebuilt: range, findings } = at;
  tellDiffering(findings, HEADS.name, await differing(client, HEADS, { range, rows: range.heads }));
  for (const timeline of at.timelines) {
    const rows = range.timelines.get(timeline.now);
    const { now, past } = tablesOf(timeline);
    tellDiffering(findings, now.name, await differing(client, now, { range, rows: rows?.now ?? [] }));
    tellDiffering(findings, past.name, await differing(client, past, { range, rows: rows?.past ?? [] }));
  }
}

/** Derived rows that speak of a commit after the last one. */
export async function checkLaterCommits(
  client: pg.ClientBase,
  at: { readonly definitions: ReadonlyMap<SubjectKind, SubjectDefinition>; readonly head: number },
  findings: Findings,
): Promise<void> {
  const known = timelinesOf(at.definitions.values()).flatMap((t) => [
    { table: t.now, commit: "known_from" },
    { table: t.past, commit: "known_to" },
  ]);
  for (const { table, commit } of [{ table: "subjects", commit: "last_commit" }, ...known]) {
    const found = await client.query<{ id: string; no: number }>(
      `select id, max(${commit}) as no from ${table} where ${commit} > $1 group by id order by id`,
      [at.head],
    );
    for (const { id, no } of found.rows) {
      find(findings, {
        kind: "noCommit",
        table,
        id,
        what: {
          vi: `Dòng của hồ sơ ${id} biết đến lần ghi ${no}, nhưng lần ghi cuối là ${at.head}.`,
          en: `A row of ${id} knows of commit ${no}, but the last commit is ${at.head}.`,
        },
      });
    }
  }
}
