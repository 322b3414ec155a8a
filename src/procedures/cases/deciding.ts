/**
 * The decision that ends a case: its paper, what it changes in the register, and that the case is decided, in one commit.
 * Who applied and lost stays sealed; of who won the register says what the paper says.
 */
import type { Outcome } from "../../kernel/problems.ts";
import { mayTell, planTelling, type RecordingDeps } from "../../recording/public.ts";
import type { Telling } from "../../recording/vocabulary.ts";
import { type ChangeDraft, findReceipt, type Receipt } from "../../register/public.ts";
import { type Act, type ActedOn, batchOf, changeOf, noteOf, submitSealed } from "./acting.ts";

export type Deciding = {
  readonly on: ActedOn;
  readonly outcome: "decided" | "refused";
  /** The paper, and what it changes; `subject` of the case learns of a zone that the decision makes. */
  readonly telling: Telling;
  /** Whether the telling changes anything besides ending the case. */
  readonly changes: boolean;
};

/** Records it: what the paper changes, or its paper alone where it changes nothing. */
export async function decideCase(
  deps: RecordingDeps,
  act: Act,
  { on: found, outcome, telling, changes }: Deciding,
): Promise<Outcome<Receipt>> {
  const { asker } = act.worker;
  const asked = { case: outcome, told: { id: found.id, telling, on: act.on } };
  // Its paper would be known by now, and the case decided.
  const before = await findReceipt(deps.db, { requestKey: act.requestKey, content: asked });
  if (before !== null) return before;
  const allowed = await mayTell(deps, telling, { asker, as: "recordWithoutApproval" });
  if (changes && !allowed.ok) return allowed;
  const planned = await planTelling(deps, telling, { asker, language: "vi" });
  if (!planned.ok) return planned;
  const { paper, parts, entries, claims } = planned.value;
  const made = changes ? planned.value.changes : [];
  const event = { kind: outcome };
  const zone = madeZone(made);
  const known = parts.flatMap((p) => ("before" in p && p.before !== null ? [p.before] : []));
  const expected = new Map(known.map(({ id, last }) => [id, Math.min(last, telling.expected)]));
  const receipt = await submitSealed(deps, noteOf(act), (kept) => {
    const told = { event, state: outcome, ...kept, ...(zone === null ? {} : { zone }) };
    const batch = batchOf(act, {
      asked,
      detail: { by: "case", case: found.id, event: outcome, document: paper.document.id, zone },
      documents: paper.isNew ? [paper.document] : [],
      changes: [...made, changeOf(found, told, { on: act.on, document: paper.document.id })],
      expected: new Map([...(changes ? expected : []), [found.id, found.expected]]),
    });
    return changes ? { ...batch, entries, claims } : batch;
  });
  return receipt;
}

/** The zone that the changes tell of, where they tell of one. */
function madeZone(changes: readonly ChangeDraft[]): string | null {
  return changes.find((c) => c.subject.kind === "zone")?.subject.id ?? null;
}
