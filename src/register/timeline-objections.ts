/** What speaks against the timelines that a batch would make, by the rules of the folders that own the subjects. Pure. */
import type { Problem } from "../kernel/problems.ts";
import { type Period, periodsOf } from "./fold.ts";
import { keyOf, type Ledger, ownersNamed, recordedOf, touches } from "./judging.ts";
import type { Beside, Growth, Member } from "./timelines.ts";
import type { Batch, ChangeDraft, SubjectKind } from "./vocabulary.ts";

type BySubject = ReadonlyMap<string, readonly ChangeDraft[]>;

/** What is wrong with the timelines that come out of a batch whose changes are right one by one. */
export function timelineProblems(batch: Batch, ledger: Ledger): readonly Problem[] {
  const bySubject = new Map<string, ChangeDraft[]>();
  for (const change of batch.changes) {
    const own = bySubject.get(change.subject.id);
    if (own === undefined) bySubject.set(change.subject.id, [change]);
    else own.push(change);
  }
  return [
    ...[...bySubject.values()].flatMap((added) => problemsAlone(added, ledger)),
    ...[...ledger.definitions.values()].flatMap(({ kind, beside }) =>
      beside === undefined ? [] : problemsBeside({ kind, beside }, bySubject, ledger),
    ),
  ];
}

function problemsAlone(added: readonly ChangeDraft[], ledger: Ledger): readonly Problem[] {
  const [first] = added;
  const problems = first && ledger.definitions.get(first.subject.kind)?.timelineProblems;
  if (first === undefined || problems === undefined) return [];
  return problems(growthOf(first.subject, added, ledger));
}

/** How a subject would grow; its timelines are made when they are first asked for, and once. */
function growthOf(subject: ChangeDraft["subject"], added: readonly ChangeDraft[], ledger: Ledger): Growth {
  const known = ledger.subjects.get(subject.id);
  const stored = [...(known?.stored ?? []), ...(known?.added ?? [])];
  // Only the order of recording matters here: the batch comes after all that is known.
  const commit = Number.MAX_SAFE_INTEGER;
  const before = once(() => periodsOf(stored));
  const after = once(() =>
    periodsOf([
      ...stored,
      ...added.map((draft, ordinal) => recordedOf(draft, { commit, ordinal, evidence: null })),
    ]),
  );
  return { subject, added, before, after: added.length > 0 ? after : before };
}

function once(make: () => readonly Period[]): () => readonly Period[] {
  let made: readonly Period[] | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

type Together = { readonly kind: SubjectKind; readonly beside: Beside };

function problemsBeside(of: Together, bySubject: BySubject, ledger: Ledger): readonly Problem[] {
  const memberOf = (id: string): Member | null => {
    const added = bySubject.get(id) ?? [];
    const subject = added[0]?.subject ?? ledger.subjects.get(id);
    if (subject === undefined) return null;
    const judged = subject.kind === of.kind ? of.beside.ofMember : of.beside.ofOwner;
    return { ...growthOf(subject, added, ledger), grows: added.some((c) => touches(c, judged)) };
  };
  return [...groupsTouched(of, bySubject, ledger)].flatMap(([owner, added]) => {
    const ids = new Set([...(ledger.members.get(keyOf(of.kind, owner)) ?? []), ...added]);
    const members = [...ids].flatMap((id) => memberOf(id) ?? []);
    return of.beside.problems({ owner: memberOf(owner), members, adopted: ledger.adopted });
  });
}

/** The owners whose groups the batch alters, each with the ids that the batch itself puts there. */
function groupsTouched(
  { kind, beside }: Together,
  bySubject: BySubject,
  ledger: Ledger,
): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  const group = (owner: string) => {
    const ids = groups.get(owner) ?? new Set<string>();
    groups.set(owner, ids);
    return ids;
  };
  for (const [id, added] of bySubject) {
    const [first] = added;
    if (first?.subject.kind === beside.owner && added.some((c) => touches(c, beside.ofOwner))) group(id);
    if (first?.subject.kind !== kind || !added.some((c) => touches(c, beside.ofMember))) continue;
    const known = ledger.subjects.get(id);
    for (const change of [...added, ...(known?.stored ?? []), ...(known?.added ?? [])]) {
      for (const owner of ownersNamed(beside, change)) group(owner).add(id);
    }
  }
  return groups;
}
