/** What the derived tables must say, worked out anew from the changes, some subjects at a time. */
import { setImmediate } from "node:timers/promises";
import type pg from "pg";
import type { PartialDate } from "../../kernel/dates.ts";
import { growthBetween, learn, NOTHING_KNOWN, type Period, type RecordedChange } from "../fold.ts";
import { recordedOf } from "../judging.ts";
import { CHANGE_COLUMNS, type ChangeRow, recordedChange } from "../ledger.ts";
import { type PeriodRow, rowOf, type SubjectDefinition, type Timeline } from "../timelines.ts";
import { movePeriod, type TotalMoves } from "../totals.ts";
import { changeDraft, type SubjectKind, subjectKind } from "../vocabulary.ts";
import { parsedObject } from "./commits.ts";
import { type CopiedRow, copiedRows } from "./copied.ts";

export type HeadRow = {
  readonly id: string;
  readonly kind: string;
  readonly key: string | null;
  readonly last_commit: number;
};
type NowRow = PeriodRow & { readonly known_from: number };
type PastRow = NowRow & { readonly known_to: number };
export type TimelineRows = {
  readonly timeline: Timeline;
  readonly now: readonly NowRow[];
  readonly past: readonly PastRow[];
};

/** Subjects whose ids lie after `after` and not after `upTo`. Ranges that follow each other leave no gap. */
export type Range = { readonly after: string; readonly upTo: string };

/** The derived rows of the subjects of a range; timelines by the name of their table of what is known now. */
export type Rebuilt = Range & {
  /** How many changes they come from. */
  readonly changes: number;
  readonly heads: readonly HeadRow[];
  readonly timelines: ReadonlyMap<string, TimelineRows>;
};

/** Changes of the subjects that are rebuilt together. */
const CHANGES = 5_000;
/** Changes that are folded without looking up. */
const PAUSE = 200;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";
const AFTER_ALL = "ffffffff-ffff-ffff-ffff-ffffffffffff";

export type Source = {
  readonly definitions: ReadonlyMap<SubjectKind, SubjectDefinition>;
  /** Date of a paper. */
  readonly evidenceOf: (documentId: string) => PartialDate | null;
  /** Changes whose bytes can't be trusted: their columns are taken. */
  readonly untrusted: ReadonlySet<string>;
  /** Grows by what the periods known now add to the running totals. */
  readonly moves: TotalMoves;
};

/** A change with whose it is. */
type Told = {
  readonly change: RecordedChange;
  readonly kind: SubjectKind;
  readonly key: string | null;
};

/** Rebuilds all subjects in the order of their ids, within the caller's transaction. */
export async function* rebuiltSubjects(client: pg.ClientBase, source: Source): AsyncGenerator<Rebuilt> {
  const fallback = await readByColumns(client, source.untrusted);
  for (const range of await readRanges(client)) {
    const subjects = new Map<string, Told[]>();
    const select = `select subject_id::text, id::text, commit_no::text, ordinal::text, document_id::text, canonical
                      from changes where subject_id > '${range.after}' and subject_id <= '${range.upTo}'
                     order by changes.subject_id, changes.commit_no, changes.ordinal`;
    const unreadable = new Map<string, string>();
    let changes = 0;
    for await (const rows of copiedRows(client, select)) {
      changes += rows.length;
      for (const row of rows) {
        const [subject, id] = [fieldOf(row, 0), fieldOf(row, 1)];
        const told = fallback.get(id) ?? toldBy(row, source);
        if (told === null) unreadable.set(id, subject);
        else addTo(subjects, subject, told);
      }
    }
    await addByColumns(client, subjects, unreadable);
    yield { ...range, changes, ...(await rebuild(subjects, source)) };
  }
}

function addTo(subjects: Map<string, Told[]>, subject: string, told: Told): void {
  const own = subjects.get(subject);
  if (own === undefined) subjects.set(subject, [told]);
  else own.push(told);
}

/** Adds changes whose bytes can't be read (id → subject), each in its place in the order of recording. */
async function addByColumns(
  client: pg.ClientBase,
  subjects: Map<string, Told[]>,
  unreadable: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [id, told] of await readByColumns(client, new Set(unreadable.keys()))) {
    const subject = unreadable.get(id);
    if (subject === undefined) continue;
    addTo(subjects, subject, told);
    subjects
      .get(subject)
      ?.sort((a, b) => a.change.commit - b.change.commit || a.change.ordinal - b.change.ordinal);
  }
}

/** Ranges of subjects with a bearable number of changes each, from before all ids to after all. */
async function readRanges(client: pg.ClientBase): Promise<readonly Range[]> {
  const borders = await client.query<{ id: string }>(
    `select distinct subject_id as id
       from (select subject_id, row_number() over (order by subject_id) as n from changes) counted
      where n % ${CHANGES} = 0 order by subject_id`,
  );
  const ends = [...borders.rows.map((r) => r.id), AFTER_ALL];
  return ends.map((upTo, i) => ({ after: ends[i - 1] ?? BEFORE_ALL, upTo }));
}

function fieldOf(row: CopiedRow, i: number): string {
  return row[i]?.toString("latin1") ?? "";
}

function toldBy(row: CopiedRow, source: Source): Told | null {
  const draft = changeDraft.safeParse(parsedObject(row[5] ?? Buffer.alloc(0)));
  if (!draft.success) return null;
  const evidence = source.evidenceOf(fieldOf(row, 4));
  const at = { commit: Number(fieldOf(row, 2)), ordinal: Number(fieldOf(row, 3)), evidence };
  const { kind, key } = draft.data.subject;
  return { change: recordedOf(draft.data, at), kind, key };
}

/** Changes as their columns tell them; one whose columns can't be read either is left out. */
async function readByColumns(
  client: pg.ClientBase,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Told>> {
  const told = new Map<string, Told>();
  if (ids.size === 0) return told;
  const found = await client.query<ChangeRow & { subject_kind: string; subject_key: string | null }>(
    `select ${CHANGE_COLUMNS}, c.subject_kind, c.subject_key
       from changes c join documents d on d.id = c.document_id where c.id = any($1::uuid[]) order by c.id`,
    [[...ids]],
  );
  for (const row of found.rows) {
    try {
      const kind = subjectKind.parse(row.subject_kind);
      told.set(row.id, { change: recordedChange(row), kind, key: row.subject_key });
    } catch {
      // It is named already as a part that can't be read.
    }
  }
  return told;
}

type Growing = {
  readonly heads: HeadRow[];
  readonly timelines: Map<string, { readonly timeline: Timeline; now: NowRow[]; past: PastRow[] }>;
};

async function rebuild(subjects: ReadonlyMap<string, readonly Told[]>, source: Source): Promise<Growing> {
  const growing: Growing = { heads: [], timelines: new Map() };
  let folded = 0;
  for (const [id, told] of subjects) {
    const [first] = told;
    if (first === undefined) continue;
    const { kind, key } = first;
    growing.heads.push({ id, kind, key, last_commit: told.at(-1)?.change.commit ?? 0 });
    const definition = source.definitions.get(kind);
    folded += told.length;
    if (folded > PAUSE) {
      // What the database has answered meanwhile is taken, and its next question put.
      await setImmediate();
      folded = 0;
    }
    if (definition !== undefined) replay(id, told, { definition, growing, moves: source.moves });
  }
  return growing;
}

type Into = {
  readonly definition: SubjectDefinition;
  readonly growing: Growing;
  readonly moves: TotalMoves;
};

/** Lets a subject's timeline grow commit by commit, as it grew when it was written. */
function replay(id: string, told: readonly Told[], { definition, growing, moves }: Into): void {
  const { timeline } = definition;
  const rows = growing.timelines.get(timeline.now) ?? { timeline, now: [], past: [] };
  growing.timelines.set(timeline.now, rows);
  const changes = told.map((t) => t.change);
  let known = NOTHING_KNOWN;
  let commitStart = 0;
  const since = new Map<string, { readonly period: Period; readonly commit: number }>();
  changes.forEach((change, i) => {
    const { commit } = change;
    if (changes[i + 1]?.commit === commit) return;
    const after = learn(known, changes.slice(commitStart, i + 1));
    const { gone, come } = growthBetween(known, after);
    for (const period of gone) {
      const known_from = since.get(period.from)?.commit ?? commit;
      rows.past.push({ ...rowOf(timeline, id, period), known_from, known_to: commit });
      since.delete(period.from);
    }
    for (const period of come) since.set(period.from, { period, commit });
    known = after;
    commitStart = i + 1;
  });
  for (const { period, commit } of since.values()) {
    rows.now.push({ ...rowOf(timeline, id, period), known_from: commit });
    movePeriod(moves, definition, { ...period, sign: 1 });
  }
}
