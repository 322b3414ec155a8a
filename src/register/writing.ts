/** Writes a judged gathering: its parts, the timelines and totals that follow from them, its commit. SQL only. */
import type { PlainDate } from "../kernel/dates.ts";
import { growthBetween, learn, NOTHING_KNOWN } from "./fold.ts";
import { type Hash, merkleRoot, sealCommit } from "./hashing.ts";
import type { Ledger, SubjectState } from "./judging.ts";
import {
  PART_COLUMNS,
  PART_TABLES,
  type PartTable,
  type SealedPart,
  sealAdoption,
  sealChange,
  sealClaim,
  sealDocument,
  sealEntry,
} from "./parts.ts";
import { type RowsStatement, rowsQuery, type SqlColumns, type SqlRow } from "./rows.ts";
import type { Sending } from "./sending.ts";
import { type PeriodRow, rowOf, type Timeline } from "./timelines.ts";
import { moveEntry, movePeriod, type TotalMoves, writeTotals } from "./totals.ts";
import type { Batch } from "./vocabulary.ts";

/**
 * Rows sent with one statement: large enough to be quick; small enough that a workbook of any size needs little memory,
 * and that the database has work while the next rows are made.
 */
const CHUNK = 500;

/** Parts of a table as their rows, drawn one by one so that a large batch never stands in memory twice. */
function* sealedParts(table: PartTable, batches: readonly Batch[]): Generator<SealedPart> {
  for (const b of batches) {
    switch (table) {
      case "documents":
        for (const d of b.documents) yield sealDocument(d, b);
        break;
      case "changes":
        for (const c of b.changes) yield sealChange(c, b);
        break;
      case "entries":
        for (const e of b.entries) yield sealEntry(e, b);
        break;
      case "claims":
        for (const c of b.claims) yield sealClaim(c, b);
        break;
      case "adoptions":
        for (const a of b.adoptions) yield sealAdoption(a, b);
        break;
    }
  }
}

function insertStatement(table: PartTable): RowsStatement {
  const columns = PART_COLUMNS[table];
  const names = Object.keys(columns).join(", ");
  const text = (rows: string) => `insert into ${table} (${names}) select ${names} from ${rows} r`;
  return { name: `insert-${table}`, columns, fixed: [], text };
}

async function insertParts(
  sending: Sending,
  commit: number,
  batches: readonly Batch[],
): Promise<readonly Hash[]> {
  const hashes: Hash[] = [];
  for (const table of PART_TABLES) {
    const statement = insertStatement(table);
    let rows: SqlRow[] = [];
    let ordinal = 0;
    const send = async () => {
      if (rows.length === 0) return;
      sending.send(rowsQuery(statement, rows));
      rows = [];
      await sending.room();
    };
    for (const part of sealedParts(table, batches)) {
      hashes.push(part.hash);
      rows.push({ ...part.columns, commit_no: commit, ordinal });
      ordinal += 1;
      if (rows.length === CHUNK) await send();
    }
    await send();
  }
  return hashes;
}

type TimelineWork = { readonly gone: { id: string; valid_from: PlainDate }[]; readonly come: PeriodRow[] };

const PERIOD_KEY = { id: "uuid", valid_from: "date" } as const;
const PERIOD = { ...PERIOD_KEY, valid_to: "date" } as const;
const CONTENT = { attributes: "jsonb", sources: "jsonb", evidence: "text" } as const;

function writeTimeline(
  sending: Sending,
  timeline: Timeline,
  at: TimelineWork & { readonly commit: number },
): void {
  const taken: SqlColumns = Object.fromEntries(timeline.columns.map(({ name, type }) => [name, type]));
  const columns: SqlColumns = { ...PERIOD, ...taken, ...CONTENT };
  const names = Object.keys(columns).join(", ");
  if (at.gone.length > 0) {
    const text = (rows: string) => `
      with gone as (delete from ${timeline.now} n using ${rows} k
                     where n.id = k.id and n.valid_from = k.valid_from returning n.*)
      insert into ${timeline.past} (${names}, known_from, known_to) select ${names}, known_from, $1 from gone`;
    const statement = { name: `close-${timeline.now}`, columns: PERIOD_KEY, fixed: [at.commit], text };
    sending.send(rowsQuery(statement, at.gone));
  }
  if (at.come.length > 0) {
    const text = (rows: string) =>
      `insert into ${timeline.now} (${names}, known_from) select ${names}, $1 from ${rows} r`;
    const statement = { name: `open-${timeline.now}`, columns, fixed: [at.commit], text };
    sending.send(rowsQuery(statement, at.come));
  }
}

function writeHeads(sending: Sending, commit: number, subjects: readonly SubjectState[]): void {
  const text = (rows: string) => `
    insert into subjects as s (id, kind, key, last_commit) select id, kind, key, $1 from ${rows} r
    on conflict (id) do update set last_commit = excluded.last_commit`;
  const columns = { id: "uuid", kind: "text", key: "text" } as const;
  sending.send(rowsQuery({ name: "heads", columns, fixed: [commit], text }, subjects));
}

type Growth = { readonly ledger: Ledger; readonly commit: number; readonly moves: TotalMoves };

/** Brings the timelines of all touched subjects from what was known to what is known with this commit. */
async function writeTimelines(sending: Sending, at: Growth): Promise<void> {
  const touched = [...at.ledger.subjects.values()].filter((s) => s.added.length > 0);
  for (let i = 0; i < touched.length; i += CHUNK) {
    const chunk = touched.slice(i, i + CHUNK);
    const work = new Map<Timeline, TimelineWork>();
    for (const subject of chunk) growTimeline(subject, at, work);
    writeHeads(sending, at.commit, chunk);
    for (const [timeline, of] of work) writeTimeline(sending, timeline, { ...of, commit: at.commit });
    await sending.room();
  }
}

function growTimeline(subject: SubjectState, at: Growth, work: Map<Timeline, TimelineWork>): void {
  const definition = at.ledger.definitions.get(subject.kind);
  if (definition === undefined) throw new Error(`no folder defines ${subject.kind}`);
  const { timeline } = definition;
  const before = learn(NOTHING_KNOWN, subject.stored);
  const { gone, come } = growthBetween(before, learn(before, subject.added));
  const of = work.get(timeline) ?? { gone: [], come: [] };
  work.set(timeline, of);
  for (const p of gone) {
    of.gone.push({ id: subject.id, valid_from: p.from });
    movePeriod(at.moves, definition, { ...p, sign: -1 });
  }
  for (const p of come) {
    of.come.push(rowOf(timeline, subject.id, p));
    movePeriod(at.moves, definition, { ...p, sign: 1 });
  }
}

export type Head = { readonly no: number; readonly at: string; readonly hash: Hash };

/**
 * Sends everything the accepted batches bring as the commit after `head`, and gives the new head. It is written once
 * `sending` has settled.
 */
export async function writeCommit(
  sending: Sending,
  gathering: {
    readonly head: Head;
    readonly at: string;
    readonly batches: readonly Batch[];
    readonly ledger: Ledger;
  },
): Promise<Head> {
  const no = gathering.head.no + 1;
  const hashes = await insertParts(sending, no, gathering.batches);
  const moves: TotalMoves = new Map();
  for (const batch of gathering.batches) for (const entry of batch.entries) moveEntry(moves, entry);
  await writeTimelines(sending, { ledger: gathering.ledger, commit: no, moves });
  await writeTotals(sending, moves);
  const root = merkleRoot(hashes);
  const sealed = sealCommit({
    no,
    at: gathering.at,
    parts: hashes.length,
    root: root.toString("hex"),
    previous: gathering.head.hash.toString("hex"),
  });
  sending.send({
    name: "insert-commit",
    text: `insert into commits (no, at, parts, root, previous, hash, canonical) values ($1, $2, $3, $4, $5, $6, convert_to($7, 'UTF8'))`,
    values: [no, gathering.at, hashes.length, root, gathering.head.hash, sealed.hash, sealed.canonical],
  });
  return { no, at: gathering.at, hash: sealed.hash };
}
