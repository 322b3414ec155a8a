/** Empties the derived tables and fills them again from what was appended. */
import type pg from "pg";
import type { PartialDate } from "../../kernel/dates.ts";
import { readDocumentDates } from "../ledger.ts";
import { sendingOn } from "../sending.ts";
import { fingerprintOf } from "../shape.ts";
import type { SubjectDefinition } from "../timelines.ts";
import { startOf, TOTAL_UNITS, type TotalMoves, totalTable, writeTotals } from "../totals.ts";
import type { SubjectKind } from "../vocabulary.ts";
import { type DerivedTable, HEADS, recordset, tablesOf, timelinesOf } from "./derived.ts";
import { FILL_EVIDENCE } from "./evidence.ts";
import { rebuiltSubjects } from "./rebuilding.ts";

/** Totals that are held before they are written. */
const HELD = 50_000;

/** Told how many of all changes are rebuilt. */
export type Progress = (done: number, all: number) => void;

/**
 * Rebuilds subjects, timelines and totals within the caller's transaction, which must hold the writer's lock, with the
 * rights of the server, and notes the shape in which they stand now. A change whose bytes can't be read is taken as its
 * columns tell it; whether the two agree is for `verifyRegister` to say.
 */
export async function rebuildDerived(
  client: pg.ClientBase,
  definitions: readonly SubjectDefinition[],
  progress?: Progress,
): Promise<void> {
  const all = await countChanges(client);
  progress?.(0, all);
  const timelines = timelinesOf(definitions);
  const tables = timelines.map(tablesOf).flatMap(({ now, past }) => [now.name, past.name]);
  for (const table of [HEADS.name, ...tables, ...TOTAL_UNITS.map(totalTable), "entry_evidence"]) {
    await client.query(`delete from ${table}`);
  }
  const dates = await readDocumentDates(client, null);
  const evidenceOf = (id: string): PartialDate | null => dates.get(id) ?? null;
  const moves: TotalMoves = new Map();
  const sending = sendingOn(client);
  const kinds = new Map<SubjectKind, SubjectDefinition>(definitions.map((d) => [d.kind, d]));
  const source = { definitions: kinds, evidenceOf, untrusted: new Set<string>(), moves };
  let done = 0;
  for await (const rebuilt of rebuiltSubjects(client, source)) {
    await insert(client, HEADS, rebuilt.heads);
    for (const { timeline, now, past } of rebuilt.timelines.values()) {
      await insert(client, tablesOf(timeline).now, now);
      await insert(client, tablesOf(timeline).past, past);
    }
    if (moves.size > HELD) {
      await writeTotals(sending, moves);
      await sending.settled();
      moves.clear();
    }
    done += rebuilt.changes;
    progress?.(done, all);
  }
  await writeTotals(sending, moves);
  await sending.settled();
  await totalEntries(client);
  await client.query(FILL_EVIDENCE);
  await writeFingerprint(client, fingerprintOf(definitions));
}

async function countChanges(client: pg.ClientBase): Promise<number> {
  const found = await client.query<{ n: number }>("select count(*) as n from changes");
  return found.rows[0]?.n ?? 0;
}

/** Notes in which shape the derived tables stand. */
export async function writeFingerprint(client: pg.ClientBase, fingerprint: string): Promise<void> {
  await client.query(
    `insert into derived_shape (fingerprint) values ($1)
         on conflict (only_one) do update set fingerprint = excluded.fingerprint`,
    [fingerprint],
  );
}

async function insert(client: pg.ClientBase, table: DerivedTable, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(table.columns).join(", ");
  await client.query({
    name: `rebuild-${table.name}`,
    text: `insert into ${table.name} (${names}) select ${names} from ${recordset(table)}`,
    values: [JSON.stringify(rows)],
  });
}

/** What entries add to the totals: an undivided sum of one owner, whatever years it is for. */
async function totalEntries(client: pg.ClientBase): Promise<void> {
  for (const unit of TOTAL_UNITS) {
    await client.query(
      `insert into ${totalTable(unit)} (figure, owner, ${unit}, precision, amount, records)
       select 'entries.' || kind, subjects[1], ${startOf(unit, "dated")}, precision, sum(amount),
              sum(case when reverses is null then 1 else -1 end)
         from entries where cardinality(subjects) = 1
        group by 1, 2, 3, 4
       having sum(amount) <> 0 or sum(case when reverses is null then 1 else -1 end) <> 0`,
    );
  }
}
