/** What the register holds as far as a workbook asks for it, and what the rows above add: rows are judged on both. */

import { firstDay, lastDay, type PartialDate, type PlainDate } from "../kernel/dates.ts";
import type { PlaceDirectory, PlaceUnit } from "../places/public.ts";
import type { Db } from "../platform/database/tables.ts";
import {
  type AttributeValue,
  type ChangeDraft,
  type ChangeRecord,
  type DocumentDraft,
  type Effective,
  type Known,
  listChanges,
  recordedOf,
  type Statement,
  type SubjectKind,
  statementsOf,
} from "../register/public.ts";
import { newId } from "./ids.ts";
import type { Related, ZoneIndex } from "./matching.ts";
import { emptyIndex } from "./matching.ts";
import type { Parts } from "./plan.ts";
import {
  findOrganisations,
  findSubjectIds,
  type OrganisationFound,
  readZoneIndex,
  type StoredEntry,
} from "./store.ts";

type RecordedChange = ChangeRecord["change"];
type PlannedChange = Extract<ChangeDraft, { kind: "set" }>;

/** A figure that claims may be about. */
export type ClaimableFigure = { readonly id: string; readonly unit: string };

/** What planning reads: the register at one commit, its places and figures, and the workbook's own paper. */
export type Sources = {
  readonly db: Db;
  readonly known: Known;
  readonly places: PlaceDirectory;
  readonly figures: ReadonlyMap<string, ClaimableFigure>;
  /** The workbook as a paper: what a row rests on that names no other. */
  readonly self: DocumentDraft;
};

/** A paper that a row rests on. `named`: the row names it. */
export type Paper = { readonly document: DocumentDraft; readonly named: boolean };

export type Workbench = Sources & {
  readonly related: Related;
  readonly parts: Parts;
  /** Papers by key and by number, stored and new; an empty list was looked for in vain. */
  readonly papers: Map<string, DocumentDraft[]>;
  readonly newPapers: Set<string>;
  readonly zones: ZoneIndex;
  /** Organisations by exact name. */
  readonly organisations: Map<string, OrganisationFound[]>;
  readonly organisationCodes: Map<string, OrganisationFound>;
  readonly organisationNames: Map<string, string>;
  /** Of programme and coverage: ids by `kind key`; null was looked for in vain. */
  readonly subjects: Map<string, string | null>;
  /** Stored changes of the subjects that the present rows may mean. */
  readonly stored: Map<string, readonly RecordedChange[]>;
  /** Changes that the rows above add. */
  readonly planned: Map<string, PlannedChange[]>;
  /** Dates of the papers that planned changes rest on. */
  readonly evidence: Map<string, PartialDate | null>;
  /** The cell for the note of each planned change that moves a course, as `Sheet!C7`. */
  readonly noteCells: Map<string, string>;
  /** Last commit of each stored subject that gets a change. */
  readonly expected: Map<string, number>;
  /** Entries in force by what they speak of, and the subjects whose entries were read. */
  readonly entries: Map<string, StoredEntry[]>;
  readonly entriesRead: Set<string>;
  /** What is claimed already, by paper: fingerprints. */
  readonly claims: Map<string, Set<string>>;
  readonly claimKeys: Map<string, string>;
};

/** An empty bench. `zones`: whether rows may name zones, so that all names are read. */
export async function openWorkbench(sources: Sources): Promise<Workbench> {
  return {
    ...sources,
    related: (a, b) => a === b || sources.places.containment(a, b) !== "outside",
    parts: { documents: [], changes: [], entries: [], claims: [] },
    papers: new Map(),
    newPapers: new Set(),
    zones: sources.known.commit === 0 ? emptyIndex() : await readZoneIndex(sources.db),
    organisations: new Map(),
    organisationCodes: new Map(),
    organisationNames: new Map(),
    subjects: new Map(),
    stored: new Map(),
    planned: new Map(),
    evidence: new Map(),
    noteCells: new Map(),
    expected: new Map(),
    entries: new Map(),
    entriesRead: new Set(),
    claims: new Map(),
    claimKeys: new Map(),
  };
}

/** Reads the stored changes of the subjects that the coming rows may mean; those of earlier rows are let go. */
export async function fetchStored(bench: Workbench, ids: Iterable<string>): Promise<void> {
  bench.stored.clear();
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  for (const { change, subject } of await listChanges(bench.db, wanted, bench.known)) {
    const list = bench.stored.get(subject.id);
    if (list === undefined) bench.stored.set(subject.id, [change]);
    else bench.stored.set(subject.id, [...list, change]);
  }
}

/** Reads the organisations of these names, codes and ids, unless they were read before. */
export async function fetchOrganisations(
  bench: Workbench,
  by: {
    readonly names: readonly string[];
    readonly codes: readonly string[];
    readonly ids: readonly string[];
  },
): Promise<void> {
  const names = by.names.filter((n) => !bench.organisations.has(n));
  const ids = by.ids.filter((id) => !bench.organisationNames.has(id));
  if (names.length + by.codes.length + ids.length === 0) return;
  for (const name of names) bench.organisations.set(name, []);
  for (const found of await findOrganisations(bench.db, { names, codes: by.codes, ids })) {
    rememberOrganisation(bench, found);
  }
}

export function rememberOrganisation(bench: Workbench, found: OrganisationFound): void {
  const list = bench.organisations.get(found.name) ?? [];
  if (!list.some((o) => o.id === found.id)) list.push(found);
  bench.organisations.set(found.name, list);
  if (found.code !== null) bench.organisationCodes.set(found.code, found);
  bench.organisationNames.set(found.id, found.name);
}

/** Reads which of the keys are subjects of the kind. */
export async function fetchSubjects(
  bench: Workbench,
  kind: SubjectKind,
  keys: readonly string[],
): Promise<void> {
  const wanted = [...new Set(keys)].filter((key) => !bench.subjects.has(`${kind} ${key}`));
  if (wanted.length === 0) return;
  const found = await findSubjectIds(bench.db, kind, wanted);
  for (const key of wanted) bench.subjects.set(`${kind} ${key}`, found.get(key) ?? null);
}

/** Everything told so far about each attribute of a subject. */
export function toldOf(bench: Workbench, id: string): ReadonlyMap<string, readonly Statement[]> {
  const stored = bench.stored.get(id) ?? [];
  const planned = plannedAsRecorded(bench, id);
  if (stored.length + planned.length === 0) return NOTHING_TOLD;
  return statementsOf([...stored, ...planned]);
}

/** Planned changes as the fold needs them. They are kept once, as they will be recorded; few rows ask for them so. */
export function plannedAsRecorded(bench: Workbench, id: string): readonly RecordedChange[] {
  const commit = bench.known.commit + 1;
  return (bench.planned.get(id) ?? []).map((draft, ordinal) =>
    recordedOf(draft, { commit, ordinal, evidence: bench.evidence.get(draft.document) ?? null }),
  );
}

const NOTHING_TOLD: ReadonlyMap<string, readonly Statement[]> = new Map();

/** Whether a statement comes from a row above. */
export function isPlanned(bench: Workbench, id: string, statement: Statement): boolean {
  return bench.planned.get(id)?.some((c) => c.id === statement.source.change) === true;
}

type NewChange = {
  readonly subject: ChangeDraft["subject"];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly from: Effective;
  readonly to: Extract<ChangeDraft, { kind: "set" }>["to"];
  readonly standing: "decides" | "says";
  readonly document: DocumentDraft;
  readonly note: string | null;
};

/** Plans a change, so that the rows below are judged on it, and answers its id. */
export function addChange(bench: Workbench, change: NewChange): string {
  const { subject, attributes, from, to, standing, document, note } = change;
  const draft: PlannedChange = {
    id: newId(),
    subject,
    kind: "set",
    attributes,
    from,
    to,
    standing,
    document: document.id,
    note,
  };
  bench.parts.changes.push(draft);
  bench.evidence.set(document.id, document.signedOn ?? document.effectiveOn);
  const before = bench.planned.get(subject.id);
  if (before !== undefined) before.push(draft);
  else {
    bench.planned.set(subject.id, [draft]);
    const last = bench.stored.get(subject.id)?.at(-1);
    if (last !== undefined) bench.expected.set(subject.id, last.commit);
  }
  return draft.id;
}

export type PlaceFound =
  | { readonly kind: "there"; readonly unit: PlaceUnit }
  | { readonly kind: "notThen"; readonly unit: PlaceUnit }
  | { readonly kind: "unknown" };

/** The unit that bore the code at the time; a time of a month or a year means any of its days. */
export function findPlaceThen(
  places: PlaceDirectory,
  code: string,
  time: { readonly from: Effective["date"]; readonly to: Effective["date"] },
): PlaceFound {
  const [first, last] = [firstDay(time.from), lastDay(time.to)];
  const units = [places.findByCode(code, last), places.findByCode(code, first)];
  const there = units.find((unit) => unit !== null && wasThere(unit, first, last));
  if (there !== undefined && there !== null) return { kind: "there", unit: there };
  const [unit] = units;
  return unit === null || unit === undefined ? { kind: "unknown" } : { kind: "notThen", unit };
}

function wasThere(unit: PlaceUnit, first: PlainDate, last: PlainDate): boolean {
  return (unit.from === null || unit.from <= last) && (unit.to === null || unit.to > first);
}
