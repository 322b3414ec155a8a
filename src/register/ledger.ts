/** Reads from the register what judging a gathering of batches needs, with one query a table. SQL only. */
import type pg from "pg";
import { isPartialDate, type PartialDate, partialDate } from "../kernel/dates.ts";
import { precision } from "../kernel/precision.ts";
import type { RecordedChange } from "./fold.ts";
import {
  belongTo,
  type KnownEntry,
  keyOf,
  type Ledger,
  ownersNamed,
  type SubjectState,
  touches,
} from "./judging.ts";
import type { Sending } from "./sending.ts";
import type { SubjectDefinition } from "./timelines.ts";
import {
  access,
  type Batch,
  type ChangeDraft,
  type DocumentDraft,
  documentKind,
  evidence,
  type Standing,
  type SubjectKind,
  standing as standingWord,
  subjectKind,
} from "./vocabulary.ts";

export type DocumentRow = {
  readonly id: string;
  readonly key: string | null;
  readonly kind: string;
  readonly number: string | null;
  readonly signed_on: string | null;
  readonly effective_on: string | null;
  readonly issuer: string | null;
  readonly title: string;
  readonly standing: string;
  readonly evidence: string;
  readonly access: string;
  readonly url: string | null;
  readonly note: string | null;
  readonly file_sha256: Buffer | null;
  readonly file_name: string | null;
  readonly file_type: string | null;
  readonly file_size: number | null;
};

/** The columns of `DocumentRow`. */
const DOCUMENT_COLUMNS =
  "id, key, kind, number, signed_on, effective_on, issuer, title, standing, evidence, access, url, note, file_sha256, file_name, file_type, file_size";

function partialOrNull(text: string | null): PartialDate | null {
  return text === null ? null : partialDate(text);
}

/** A document as its columns tell it. */
export function documentOf(row: DocumentRow): DocumentDraft {
  return {
    id: row.id,
    key: row.key,
    kind: documentKind.parse(row.kind),
    number: row.number,
    signedOn: partialOrNull(row.signed_on),
    effectiveOn: partialOrNull(row.effective_on),
    issuer: row.issuer,
    title: row.title,
    standing: standingWord.parse(row.standing),
    evidence: evidence.parse(row.evidence),
    access: access.parse(row.access),
    url: row.url,
    note: row.note,
    file:
      row.file_sha256 === null
        ? null
        : {
            sha256: row.file_sha256.toString("hex"),
            name: row.file_name ?? "",
            type: row.file_type ?? "",
            size: row.file_size ?? 0,
          },
  };
}

/** Dates of papers, from which a value's age is counted; of all papers where no ids are given. */
export async function readDocumentDates(
  client: pg.ClientBase,
  ids: readonly string[] | null,
): Promise<ReadonlyMap<string, PartialDate | null>> {
  if (ids?.length === 0) return new Map();
  const found = await client.query<{ id: string; evidence: string | null }>(
    `select id, coalesce(signed_on, effective_on) as evidence from documents
      where $1::uuid[] is null or id = any($1) order by id`,
    [ids],
  );
  return new Map(found.rows.map((row) => [row.id, readableDate(row.evidence)]));
}

function readableDate(text: string | null): PartialDate | null {
  return text !== null && isPartialDate(text) ? text : null;
}

export type ChangeRow = {
  readonly id: string;
  readonly commit_no: number;
  readonly ordinal: number;
  readonly subject_id: string;
  readonly kind: string;
  readonly attributes: unknown;
  readonly from_kind: string | null;
  readonly from_text: string | null;
  readonly to_text: string | null;
  readonly standing: string | null;
  readonly withdraws: string | null;
  readonly document_id: string;
  readonly evidence: string | null;
};

/** The columns of a change that `recordedChange` reads; `c` is changes, `d` its document. */
export const CHANGE_COLUMNS =
  "c.id, c.commit_no, c.ordinal, c.subject_id, c.kind, c.attributes, c.from_kind, c.from_text, c.to_text, c.standing, c.withdraws, c.document_id, coalesce(d.signed_on, d.effective_on) as evidence";

function fromKind(text: string | null): "on" | "in" | "by" {
  if (text === "on" || text === "in" || text === "by") return text;
  throw new TypeError(`a change has the kind of date ${text}`);
}

/** By hand: a long history has many of them, and a schema takes its time. */
function standingOf(text: string | null): Standing {
  if (text === "decides" || text === "says") return text;
  throw new TypeError(`a change has the standing ${text}`);
}

/** A date that was parsed before it was written, so that its length tells it well enough. */
function isWrittenDate(text: string): text is PartialDate {
  return text.length === 10 || text.length === 7 || text.length === 4;
}

function dateAsWritten(text: string): PartialDate {
  if (!isWrittenDate(text)) throw new TypeError(`a change has the date ${text}`);
  return text;
}

function isAttributes(value: unknown): value is Readonly<Record<string, never>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/**
 * A change as the fold needs it. The columns were parsed when they were written; what is not so throws. Written out
 * flat: spreading two objects into one takes longer than all the rest, and a long history has many changes.
 */
export function recordedChange(row: ChangeRow): RecordedChange {
  const evidence = row.evidence === null ? null : dateAsWritten(row.evidence);
  const { id, commit_no: commit, ordinal, document_id: document, attributes } = row;
  if (row.kind === "withdraw") {
    return { id, commit, ordinal, document, evidence, kind: "withdraw", withdraws: row.withdraws ?? "" };
  }
  const from = { kind: fromKind(row.from_kind), date: dateAsWritten(row.from_text ?? "") };
  const to = row.to_text === null ? null : dateAsWritten(row.to_text);
  const standing = standingOf(row.standing);
  if (row.kind === "set" && isAttributes(attributes)) {
    return { id, commit, ordinal, document, evidence, kind: "set", attributes, from, to, standing };
  }
  if (row.kind === "clear" && Array.isArray(attributes)) {
    const names = attributes.map(String);
    return { id, commit, ordinal, document, evidence, kind: "clear", attributes: names, from, to, standing };
  }
  throw new TypeError(`the change ${id} has neither values nor names`);
}

type SubjectRow = {
  readonly id: string;
  readonly kind: string;
  readonly key: string | null;
  readonly last_commit: number;
};

type EntryRow = {
  readonly id: string;
  readonly kind: string;
  readonly subjects: readonly string[];
  readonly amount: number;
  readonly unit: string;
  readonly precision: string;
  readonly dated_kind: string;
  readonly dated_text: string;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly reverses: string | null;
  readonly reversed: boolean;
};

function knownEntry(row: EntryRow): KnownEntry {
  const [from, to] = [partialOrNull(row.period_from), partialOrNull(row.period_to)];
  const entry = {
    kind: row.kind,
    subjects: [...row.subjects],
    amount: row.amount,
    unit: row.unit,
    precision: precision.parse(row.precision),
    dated: { kind: fromKind(row.dated_kind), date: partialDate(row.dated_text) },
    period: from === null || to === null ? null : { from, to },
    reverses: row.reverses,
  };
  return { entry, reversed: row.reversed };
}

function selectKnownEntries(ids: readonly string[]): pg.QueryConfig {
  return {
    name: "ledger-entries",
    text: `select e.id, e.kind, e.subjects, e.amount, e.unit, e.precision, e.dated_kind, e.dated_text, e.period_from,
                  e.period_to, e.reverses, exists (select from entries r where r.reverses = e.id) as reversed
             from entries e where e.id = any($1::uuid[]) order by e.id`,
    values: [ids],
  };
}

/** Entries by id, as their columns tell them, and whether each is reversed. */
export async function readKnownEntries(
  client: pg.ClientBase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownEntry>> {
  if (ids.length === 0) return new Map();
  const found = await client.query<EntryRow>(selectKnownEntries(ids));
  return new Map(found.rows.map((row) => [row.id, knownEntry(row)]));
}

/** What the register holds of everything the batches name; all is asked for at once. */
export async function readLedger(
  sending: Sending,
  batches: readonly Batch[],
  definitions: ReadonlyMap<SubjectKind, SubjectDefinition>,
): Promise<Ledger> {
  const ledger: Ledger = {
    definitions,
    subjects: new Map(),
    members: new Map(),
    adopted: new Map(),
    keys: new Map(),
    documents: new Map(),
    documentKeys: new Map(),
    entries: new Map(),
  };
  await Promise.all([
    readDocuments(sending, batches, ledger),
    readEntries(sending, batches, ledger),
    readSubjects(sending, batches, ledger),
  ]);
  return ledger;
}

async function readDocuments(sending: Sending, batches: readonly Batch[], ledger: Ledger): Promise<void> {
  const ids = new Set<string>();
  const keys = new Set<string>();
  for (const batch of batches) {
    for (const d of batch.documents) {
      ids.add(d.id);
      if (d.key !== null) keys.add(d.key);
    }
    for (const part of [...batch.changes, ...batch.entries, ...batch.claims]) ids.add(part.document);
  }
  if (ids.size === 0) return;
  const found = await sending.send<DocumentRow>({
    name: "ledger-documents",
    text: `select ${DOCUMENT_COLUMNS} from documents where id = any($1::uuid[]) or key = any($2::text[]) order by id`,
    values: [[...ids], [...keys]],
  });
  for (const row of found.rows) {
    const document = documentOf(row);
    ledger.documents.set(document.id, document);
    if (document.key !== null) ledger.documentKeys.set(document.key, document.id);
  }
}

async function readEntries(sending: Sending, batches: readonly Batch[], ledger: Ledger): Promise<void> {
  const ids = batches.flatMap((b) => b.entries.flatMap((e) => (e.reverses === null ? [] : [e.reverses])));
  if (ids.length === 0) return;
  const found = await sending.send<EntryRow>(selectKnownEntries(ids));
  for (const row of found.rows) ledger.entries.set(row.id, knownEntry(row));
}

async function readSubjects(sending: Sending, batches: readonly Batch[], ledger: Ledger): Promise<void> {
  const changes = batches.flatMap((b) => b.changes);
  const ids = [
    ...new Set([...changes.map((c) => c.subject.id), ...batches.flatMap((b) => [...b.expected.keys()])]),
  ];
  if (ids.length === 0) return;
  const keyed = changes.filter((c) => c.subject.key !== null);
  await readStates(sending, { ids, keyed }, ledger);
  await readBeside(sending, changes, ledger);
}

type StatesAsked = { readonly ids: readonly string[]; readonly keyed: readonly ChangeDraft[] };

async function readStates(sending: Sending, asked: StatesAsked, ledger: Ledger): Promise<void> {
  const { ids, keyed } = asked;
  const [subjects, stored] = await Promise.all([
    sending.send<SubjectRow>({
      name: "ledger-subjects",
      text: `select id, kind, key, last_commit from subjects where id = any($1::uuid[])
             union
             select s.id, s.kind, s.key, s.last_commit
               from unnest($2::text[], $3::text[]) as k(kind, key) join subjects s on s.kind = k.kind and s.key = k.key
             order by id`,
      values: [ids, keyed.map((c) => c.subject.kind), keyed.map((c) => c.subject.key)],
    }),
    sending.send<ChangeRow>({
      name: "ledger-changes",
      text: `select ${CHANGE_COLUMNS} from changes c join documents d on d.id = c.document_id
              where c.subject_id = any($1::uuid[]) order by c.commit_no, c.ordinal`,
      values: [ids],
    }),
  ]);
  const bySubject = new Map<string, RecordedChange[]>();
  for (const row of stored.rows) {
    const list = bySubject.get(row.subject_id);
    if (list === undefined) bySubject.set(row.subject_id, [recordedChange(row)]);
    else list.push(recordedChange(row));
  }
  for (const row of subjects.rows) {
    const kind = subjectKind.parse(row.kind);
    const state: SubjectState = {
      id: row.id,
      kind,
      key: row.key,
      lastCommit: row.last_commit,
      stored: bySubject.get(row.id) ?? [],
      added: [],
    };
    ledger.subjects.set(row.id, state);
    if (row.key !== null) ledger.keys.set(keyOf(kind, row.key), row.id);
    for (const change of state.stored) belongTo(ledger, state, change);
  }
}

/** The owners, of a kind that is judged beside others, whose groups some changes may alter. */
function ownersTouched(
  { kind, beside }: SubjectDefinition,
  changes: readonly ChangeDraft[],
  ledger: Ledger,
): readonly string[] {
  if (beside === undefined) return [];
  const owners = changes.flatMap((change) => {
    const { subject } = change;
    if (subject.kind === beside.owner) return touches(change, beside.ofOwner) ? [subject.id] : [];
    if (subject.kind !== kind || !touches(change, beside.ofMember)) return [];
    const stored = ledger.subjects.get(subject.id)?.stored ?? [];
    return [change, ...stored].flatMap((c) => ownersNamed(beside, c));
  });
  return [...new Set(owners)];
}

/** Reads the groups that subjects judged beside others belong to: the owners and all their members. */
async function readBeside(sending: Sending, changes: readonly ChangeDraft[], ledger: Ledger): Promise<void> {
  for (const definition of ledger.definitions.values()) {
    const { beside, timeline } = definition;
    const owners = ownersTouched(definition, changes, ledger);
    if (beside === undefined || owners.length === 0) continue;
    const found = await sending.send<{ id: string }>({
      name: `ledger-beside-${timeline.now}`,
      text: `select distinct id from ${timeline.now} where ${beside.column} = any($1::uuid[])`,
      values: [owners],
    });
    const wanted = [...owners, ...found.rows.map(({ id }) => id)].filter((id) => !ledger.subjects.has(id));
    if (wanted.length > 0) await readStates(sending, { ids: wanted, keyed: [] }, ledger);
    if (beside.adoptions.length > 0) await readAdopted(sending, beside.adoptions, ledger);
  }
}

async function readAdopted(sending: Sending, names: readonly string[], ledger: Ledger): Promise<void> {
  const found = await sending.send<{ what: string; version: number }>({
    name: "ledger-adopted",
    text: `select distinct on (what) what, version from adoptions where what = any($1::text[])
            order by what, commit_no desc, ordinal desc`,
    values: [names],
  });
  for (const { what, version } of found.rows) ledger.adopted.set(what, version);
}
