/** What speaks against the timelines that a batch would make, by the rules of the folders that own the subjects. Pure. */
import type { Problem } from "../kernel/problems.ts";
import { periodsOf } from "./fold.ts";
import { type Ledger, recordedOf } from "./judging.ts";
import type { Batch, ChangeDraft } from "./vocabulary.ts";

/** What is wrong with the timelines that come out of a batch whose changes are right one by one. */
export function timelineProblems(batch: Batch, ledger: Ledger): readonly Problem[] {
  const bySubject = new Map<string, ChangeDraft[]>();
  for (const change of batch.changes) {
    if (ledger.definitions.get(change.subject.kind)?.timelineProblems === undefined) continue;
    const own = bySubject.get(change.subject.id);
    if (own === undefined) bySubject.set(change.subject.id, [change]);
    else own.push(change);
  }
  return [...bySubject.values()].flatMap((added) => problemsOf(added, ledger));
}

function problemsOf(added: readonly ChangeDraft[], ledger: Ledger): readonly Problem[] {
  const [first] = added;
  if (first === undefined) return [];
  const { subject } = first;
  const known = ledger.subjects.get(subject.id);
  const stored = [...(known?.stored ?? []), ...(known?.added ?? [])];
  // Only the order of recording matters here: the batch comes after all that is known.
  const commit = Number.MAX_SAFE_INTEGER;
  const coming = added.map((draft, ordinal) => recordedOf(draft, { commit, ordinal, evidence: null }));
  const growth = {
    subject,
    added,
    before: () => periodsOf(stored),
    after: () => periodsOf([...stored, ...coming]),
  };
  return ledger.definitions.get(subject.kind)?.timelineProblems?.(growth) ?? [];
}
