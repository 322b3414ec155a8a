/** Compares the newest papers that stand beside the running totals with those of the entries in force. */
import type pg from "pg";
import { dateOfRank } from "../../kernel/dateRank.ts";
import { firstDay, laterOf, type PartialDate } from "../../kernel/dates.ts";
import type { EntryDraft } from "../vocabulary.ts";
import { SAYINGS } from "./derived.ts";
import { type Findings, find } from "./differences.ts";
import { readInOrder } from "./inOrder.ts";

const TABLE = "entry_evidence";

/**
 * Fills the empty table from the entries in force of one owner: what the trigger of the table keeps as they come. A
 * reversed entry and a reversal are no paper behind a sum.
 */
export const FILL_EVIDENCE = `
  insert into ${TABLE} (kind, owner, month, evidence)
  select e.kind, e.subjects[1], date_trunc('month', e.dated)::date,
         max(evidence_rank(coalesce(d.signed_on, d.effective_on)))
    from entries e join documents d on d.id = e.document_id
   where cardinality(e.subjects) = 1 and e.reverses is null and coalesce(d.signed_on, d.effective_on) is not null
     and not exists (select from entries r where r.reverses = e.id)
   group by 1, 2, 3`;

/** The newest paper by kind, owner and first day of the month; gathered while entries are read. */
export type NewestPapers = {
  /** Ids of entries that were reversed. */
  readonly reversed: ReadonlySet<string>;
  readonly dates: Map<string, PartialDate>;
  /** Papers whose date was not known yet when their entry was read. */
  readonly undated: { readonly key: string; readonly document: string }[];
};

/** Nothing gathered yet. */
export async function noPapers(client: pg.ClientBase): Promise<NewestPapers> {
  const { rows } = await client.query<{ id: string }>(
    "select reverses as id from entries where reverses is not null order by 1",
  );
  return { reversed: new Set(rows.map((r) => r.id)), dates: new Map(), undated: [] };
}

type Entry = Pick<EntryDraft, "id" | "kind" | "subjects" | "dated" | "document" | "reverses">;

/** Takes the paper of an entry; `evidence` undefined: its date can't be told yet. */
export function takePaper(
  papers: NewestPapers,
  entry: Entry,
  evidence: PartialDate | null | undefined,
): void {
  const [owner, ...others] = entry.subjects;
  if (owner === undefined || others.length > 0 || entry.reverses !== null || papers.reversed.has(entry.id)) {
    return;
  }
  const key = `${entry.kind} ${owner} ${firstDay(entry.dated.date).slice(0, 7)}-01`;
  if (evidence === undefined) papers.undated.push({ key, document: entry.document });
  else keepNewer(papers.dates, key, evidence);
}

/** Takes the papers of entries whose bytes can't be trusted, as their columns tell them. */
export async function takeByColumns(
  client: pg.ClientBase,
  papers: NewestPapers,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await client.query<{ id: string; key: string; document: string }>(
    `select e.id, concat_ws(' ', e.kind, e.subjects[1], date_trunc('month', e.dated)::date) as key,
            e.document_id as document
       from entries e
      where e.id = any($1::uuid[]) and cardinality(e.subjects) = 1 and e.reverses is null order by e.id`,
    [ids],
  );
  papers.undated.push(...rows.filter((r) => !papers.reversed.has(r.id)));
}

function keepNewer(dates: Map<string, PartialDate>, key: string, evidence: PartialDate | null): void {
  const newest = laterOf(dates.get(key) ?? null, evidence);
  if (newest !== null) dates.set(key, newest);
}

/** Reads the table through and tells each row that is missing, extra or altered. */
export async function checkEvidence(
  client: pg.ClientBase,
  of: {
    readonly newest: NewestPapers;
    readonly evidenceOf: (documentId: string) => PartialDate | null;
  },
  findings: Findings,
): Promise<void> {
  const { dates, undated } = of.newest;
  for (const { key, document } of undated) keepNewer(dates, key, of.evidenceOf(document));
  const tell = (side: keyof typeof SAYINGS, key: string) => {
    const { kind, vi, en } = SAYINGS[side];
    const what = { vi: `Văn bản mới nhất của ${key} ${vi}.`, en: `The newest paper of ${key} ${en}.` };
    find(findings, { kind, table: TABLE, id: key, what });
  };
  const select = `select concat_ws(' ', kind, owner, month) as key, evidence from ${TABLE} order by kind, owner, month`;
  for await (const row of readInOrder<{ key: string; evidence: number }>(client, select)) {
    const expected = dates.get(row.key);
    dates.delete(row.key);
    if (expected === undefined) tell("extra", row.key);
    else if (dateOfRank(row.evidence) !== expected) tell("altered", row.key);
  }
  for (const key of dates.keys()) tell("missing", key);
}
