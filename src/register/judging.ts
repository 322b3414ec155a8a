/** What a batch is judged on: what the register holds, and the batches accepted before it. `objections.ts` judges. Pure. */
import type { PartialDate } from "../kernel/dates.ts";
import type { RecordedChange } from "./fold.ts";
import type { Beside, SubjectDefinition } from "./timelines.ts";
import type { Batch, ChangeDraft, DocumentDraft, EntryDraft, SubjectKind } from "./vocabulary.ts";

/** A subject as far as judging needs it. `lastCommit` 0: not in the register yet. */
export type SubjectState = {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly key: string | null;
  readonly lastCommit: number;
  readonly stored: readonly RecordedChange[];
  /** Grows as batches are accepted. */
  readonly added: RecordedChange[];
};

/** What is known while the batches of one commit are judged. Judging reads it; `accept` makes the next one in place. */
export type Ledger = {
  readonly definitions: ReadonlyMap<SubjectKind, SubjectDefinition>;
  readonly subjects: Map<string, SubjectState>;
  /** `kind owner` → ids of the subjects that have belonged to that owner, of the kinds that are judged beside others. */
  readonly members: Map<string, Set<string>>;
  /** `kind key` → subject id. */
  readonly keys: Map<string, string>;
  readonly documents: Map<string, DocumentDraft>;
  readonly documentKeys: Map<string, string>;
  /** The last version of what was adopted, of those adoptions by which groups are judged. */
  readonly adopted: Map<string, number>;
  /** Entries that a reversal may name. */
  readonly entries: Map<string, KnownEntry>;
};

/** An entry as far as its reversal must repeat it, and whether it has one already. */
export type KnownEntry = {
  readonly entry: Pick<
    EntryDraft,
    "kind" | "subjects" | "amount" | "unit" | "precision" | "dated" | "period" | "reverses"
  >;
  readonly reversed: boolean;
};

export function keyOf(kind: SubjectKind, key: string): string {
  return `${kind} ${key}`;
}

/** Owners that a change of a kind that is judged beside others names. */
export function ownersNamed(
  beside: Beside | undefined,
  change: ChangeDraft | RecordedChange,
): readonly string[] {
  if (beside === undefined || change.kind !== "set") return [];
  const owner = change.attributes[beside.attribute];
  return typeof owner === "string" ? [owner] : [];
}

/** Whether a change tells of any of the attributes; a withdrawal may tell of all. */
export function touches(change: ChangeDraft, attributes: readonly string[]): boolean {
  switch (change.kind) {
    case "withdraw":
      return true;
    case "clear":
      return change.attributes.some((name) => attributes.includes(name));
    case "set":
      return attributes.some((name) => name in change.attributes);
  }
}

/** Notes in the ledger to whom a subject belongs by one of its changes. */
export function belongTo(
  ledger: Pick<Ledger, "definitions" | "members">,
  subject: Pick<SubjectState, "id" | "kind">,
  change: RecordedChange,
): void {
  for (const owner of ownersNamed(ledger.definitions.get(subject.kind)?.beside, change)) {
    const key = keyOf(subject.kind, owner);
    const members = ledger.members.get(key) ?? new Set();
    ledger.members.set(key, members.add(subject.id));
  }
}

/** Date of a paper as far as known: what a value's age is counted from. */
export function evidenceOf(document: DocumentDraft): PartialDate | null {
  return document.signedOn ?? document.effectiveOn;
}

/** Takes an accepted batch into the ledger, so that the next one is judged on it. Ordinals go on from `firstOrdinal`. */
export function accept(
  batch: Batch,
  ledger: Ledger,
  at: { readonly commit: number; readonly firstOrdinal: number },
): void {
  for (const d of batch.documents) {
    ledger.documents.set(d.id, d);
    if (d.key !== null) ledger.documentKeys.set(d.key, d.id);
  }
  batch.changes.forEach((draft, i) => {
    const { id, kind, key } = draft.subject;
    const before: SubjectState = ledger.subjects.get(id) ?? {
      id,
      kind,
      key,
      lastCommit: 0,
      stored: [],
      added: [],
    };
    const document = ledger.documents.get(draft.document);
    const recorded = recordedOf(draft, {
      commit: at.commit,
      ordinal: at.firstOrdinal + i,
      evidence: document === undefined ? null : evidenceOf(document),
    });
    // Growing in place: a workbook may add many changes to one subject.
    before.added.push(recorded);
    belongTo(ledger, before, recorded);
    ledger.subjects.set(id, before);
    if (key !== null) ledger.keys.set(keyOf(kind, key), id);
  });
  for (const { what, version } of batch.adoptions) ledger.adopted.set(what, version);
  for (const e of batch.entries) {
    ledger.entries.set(e.id, { entry: e, reversed: false });
    const undone = e.reverses === null ? undefined : ledger.entries.get(e.reverses);
    if (undone !== undefined && e.reverses !== null) {
      ledger.entries.set(e.reverses, { ...undone, reversed: true });
    }
  }
}

/** A draft as the fold sees it once it stands in a commit. */
export function recordedOf(
  draft: ChangeDraft,
  at: { readonly commit: number; readonly ordinal: number; readonly evidence: PartialDate | null },
): RecordedChange {
  const { id, document } = draft;
  const { commit, ordinal, evidence } = at;
  switch (draft.kind) {
    case "withdraw":
      return { id, commit, ordinal, document, evidence, kind: "withdraw", withdraws: draft.withdraws };
    case "set": {
      const { attributes, from, to, standing } = draft;
      return { id, commit, ordinal, document, evidence, kind: "set", attributes, from, to, standing };
    }
    case "clear": {
      const { attributes, from, to, standing } = draft;
      return { id, commit, ordinal, document, evidence, kind: "clear", attributes, from, to, standing };
    }
  }
}
