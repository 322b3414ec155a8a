/** Records a telling as one batch: just that, or nothing; and the same request key is answered as the first time. */
import { createHash } from "node:crypto";
import { done, type Outcome, type Problem, refused, type Sentence } from "../kernel/problems.ts";
import { explainHeld } from "../land/public.ts";
import { authorOf, classesClosed } from "../people/public.ts";
import type { Batch, Receipt } from "../register/public.ts";
import { type Planned, plan } from "./planning.ts";
import { requestReused } from "./problems.ts";
import { type Asking, mayRead, type RecordingDeps } from "./recording.ts";
import { findAnswered, type RecordDetail } from "./store.ts";
import type { Recorded, Telling } from "./vocabulary.ts";

/** Under which key and in whose name; `proposal`: that it was proposed, and by whom. */
export type Under = {
  readonly requestKey: string;
  readonly author: string;
  readonly proposal: { readonly id: string; readonly proposer: string } | null;
};

/** Text with the names of objects in order, so that the same telling is the same text. */
function orderedText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** What was asked for, told from anything else that could be. */
function digestOf(told: Telling, { proposal }: Under): string {
  const asked = proposal === null ? orderedText(told) : proposal.id;
  return createHash("sha256").update(asked).digest("hex");
}

/** The batch of a plan. */
export function batchOf(planned: Planned, told: Telling, under: Under): Batch {
  const { paper, parts, changes, entries, claims } = planned;
  const known = parts.flatMap((p) => ("before" in p && p.before !== null ? [p.before] : []));
  const detail: RecordDetail = {
    by: "hand",
    asked: digestOf(told, under),
    subject: subjectOf(planned),
    document: paper.document.id,
    corrects: told.corrects,
    proposal: under.proposal?.id ?? null,
    proposer: under.proposal?.proposer ?? null,
  };
  return {
    requestKey: under.requestKey,
    content: { record: detail.asked },
    kind: "record",
    detail,
    author: under.author,
    documents: paper.isNew ? [paper.document] : [],
    ...{ changes, entries, claims },
    adoptions: [],
    // Whoever has seen the register up to a commit has seen all before it.
    expected: new Map(known.map(({ id, last }) => [id, Math.min(last, told.expected)])),
  };
}

function recordedOf({ commit, at }: Receipt, { subject, document }: RecordDetail): Recorded {
  return { commit, at, subject, document };
}

/** The zone or project that is told of, the first of several; null: an amount, a published value. */
function subjectOf({ parts: [first] }: Planned): Recorded["subject"] {
  if (first === undefined || !("subject" in first)) return null;
  const { id, key } = first.subject;
  return { kind: first.about, id, key };
}

/** What the request key was answered before; null: it is new. Refused where it was another request. */
async function earlier(deps: RecordingDeps, told: Telling, under: Under): Promise<Outcome<Recorded> | null> {
  const answered = await findAnswered(deps.db, under.requestKey);
  if (answered === null) return null;
  const { detail, receipt } = answered;
  return detail !== null && detail.asked === digestOf(told, under)
    ? done(recordedOf(receipt, detail))
    : refused(requestReused(under.requestKey));
}

/** Records it. A subject that moved meanwhile is refused with `subject.moved`. */
export async function record(
  deps: RecordingDeps,
  told: Telling,
  { asking, under }: { readonly asking: Asking; readonly under: Omit<Under, "author"> },
): Promise<Outcome<Recorded>> {
  const own = { ...under, author: authorOf(asking.asker) };
  const before = await earlier(deps, told, own);
  if (before !== null) return before;
  const outcome = await planAndSubmit(deps, told, { asking, own });
  // A repetition that came while the first was being recorded is answered as that, whatever it found in its way.
  return (await earlier(deps, told, own)) ?? outcome;
}

async function planAndSubmit(
  deps: RecordingDeps,
  told: Telling,
  { asking, own }: { readonly asking: Asking; readonly own: Under },
): Promise<Outcome<Recorded>> {
  const planned = await plan(deps, told, asking);
  if (!planned.ok) return planned;
  const outcome = await deps.writer.submit(batchOf(planned.value, told, own));
  if (outcome.ok) return done({ ...outcome.value, ...namesOf(planned.value) });
  const [first, ...rest] = await explained(outcome.problems, planned.value, { deps, asking });
  return first === undefined ? outcome : refused(first, ...rest);
}

const FROM_HIDDEN: Sentence = {
  vi: "Bước này ngoài trình tự so với điều đã ghi theo văn bản mà bạn không được xem, chưa có lý do.",
  en: "This is outside the usual order after what is recorded by a paper that you may not read, without a reason.",
};

/** A move out of a state, or into one, that is closed to who asks is refused without naming it. */
function moveUnnamed(problem: Problem, { parts }: Planned): Problem {
  if (problem.code !== "zone.moveWithoutReason") return problem;
  const change = parts.flatMap((p) => ("changes" in p ? p.changes : [])).find((c) => c.id === problem.field);
  const before = parts.flatMap((p) =>
    "before" in p && p.before !== null && p.before.id === change?.subject.id ? [p.before] : [],
  );
  const told = change?.kind === "set" ? Object.keys(change.attributes) : [];
  const isHidden = before.some(({ changes, isClosed }) =>
    changes.some(
      ({ change: c }) =>
        c.kind === "set" && isClosed(c.document) && told.some((name) => name in c.attributes),
    ),
  );
  return isHidden ? { ...problem, message: FROM_HIDDEN } : problem;
}

/** What the register refused, with who holds a plot named, and out of which state a zone moves, to who may read that. */
export function explained(
  problems: readonly Problem[],
  planned: Planned,
  { deps: { db }, asking: { asker } }: { readonly deps: Pick<RecordingDeps, "db">; readonly asking: Asking },
): Promise<readonly Problem[]> {
  const said = problems.map((p) => moveUnnamed(p, planned));
  return explainHeld(said, {
    db,
    mayRead: (document) => mayRead(asker, document),
    closed: classesClosed(asker),
  });
}

function namesOf(planned: Planned): Pick<Recorded, "subject" | "document"> {
  return { subject: subjectOf(planned), document: planned.paper.document.id };
}

/** Whether what was refused is only that somebody else was quicker. */
export function hasMoved(problems: readonly Problem[]): boolean {
  return problems.some((p) => p.code === "subject.moved");
}
