/**
 * The decision that ends a case: its paper, what it changes in the register, and that the case is decided, in one commit.
 * Who applied and lost stays sealed; of who won the register says what the paper says.
 */
import { type Outcome, refused } from "../../kernel/problems.ts";
import { explained, mayTell, planTelling, type RecordingDeps } from "../../recording/public.ts";
import type { Telling } from "../../recording/vocabulary.ts";
import { type ChangeDraft, findReceipt, type Receipt } from "../../register/public.ts";
import { type Act, type ActedOn, batchOf, changeOf, noteOf, submitSealed } from "./acting.ts";
import type { DossierItem } from "./dossierWords.ts";
import { OTHER_SUBJECT } from "./problems.ts";
import type { CaseAttributes } from "./vocabulary.ts";

/** What a case is about in the register. */
export type CaseSubject = Pick<CaseAttributes, "zone" | "project" | "plot">;

export type Deciding = {
  readonly on: ActedOn;
  readonly about: CaseSubject;
  readonly outcome: "decided" | "refused";
  /** The paper, and what it changes; `subject` of the case learns of a zone that the decision makes. */
  readonly telling: Telling;
  /** Whether the telling changes anything besides ending the case. */
  readonly changes: boolean;
  /** Sealed with it: why it departs from the council; null: it does not, and the note of the act is sealed. */
  readonly departure: DossierItem | null;
};

/** Records it: what the paper changes, or its paper alone where it changes nothing. */
export async function decideCase(
  deps: RecordingDeps,
  act: Act,
  { on: found, about, outcome, telling, changes, departure }: Deciding,
): Promise<Outcome<Receipt>> {
  const { asker } = act.worker;
  const asked = { case: outcome, told: { id: found.id, telling, on: act.on } };
  // Its paper would be known by now, and the case decided.
  const before = await findReceipt(deps.db, { requestKey: act.requestKey, content: asked });
  if (before !== null) return before;
  if (changes && !tellsOf(telling, about)) return refused(OTHER_SUBJECT);
  const allowed = await mayTell(deps, telling, { asker, as: "recordWithoutApproval" });
  if (changes && !allowed.ok) return allowed;
  const planned = await planTelling(deps, telling, { asker, language: "vi" });
  if (!planned.ok) return planned;
  const { paper, parts, entries, claims } = planned.value;
  const made = changes ? planned.value.changes : [];
  const event = { kind: outcome };
  const subjects = subjectsMade(made);
  const known = parts.flatMap((p) => ("before" in p && p.before !== null ? [p.before] : []));
  const expected = new Map(known.map(({ id, last }) => [id, Math.min(last, telling.expected)]));
  const receipt = await submitSealed(deps, departure ?? noteOf(act), (kept) => {
    const told = { event, state: outcome, ...kept, ...subjects };
    const batch = batchOf(act, {
      asked,
      detail: { by: "case", case: found.id, event: outcome, document: paper.document.id, ...subjects },
      documents: paper.isNew ? [paper.document] : [],
      changes: [...made, changeOf(found, told, { on: act.on, document: paper.document.id })],
      expected: new Map([...(changes ? expected : []), [found.id, found.expected]]),
    });
    return changes ? { ...batch, entries, claims } : batch;
  });
  if (receipt.ok) return receipt;
  const [first, ...rest] = await explained(receipt.problems, planned.value, {
    deps,
    asking: { asker, language: "vi" },
  });
  return first === undefined ? receipt : refused(first, ...rest);
}

/** The zone and the project that the changes tell of, where they tell of any. */
function subjectsMade(changes: readonly ChangeDraft[]): Pick<CaseAttributes, "zone" | "project"> {
  const of = (kind: "zone" | "project") => changes.find((c) => c.subject.kind === kind)?.subject.id;
  const [zone, project] = [of("zone"), of("project")];
  return { ...(zone === undefined ? {} : { zone }), ...(project === undefined ? {} : { project }) };
}

/**
 * Whether a telling tells of just what the case is about: its zone, its project, a lease of its plot. A case about what is
 * not in the register yet may make it, or name what was recorded meanwhile.
 */
export function tellsOf({ about, subject, set, also }: Telling, of: CaseSubject): boolean {
  if (also.length > 0) return false;
  const open = of.zone === undefined && of.project === undefined && of.plot === undefined;
  switch (about) {
    case "zone":
      return open || (of.zone !== undefined && subject === of.zone);
    case "project":
      return open || (of.project !== undefined && subject === of.project);
    case "plots":
      return of.zone !== undefined && subject === of.zone;
    case "lease":
      return of.plot !== undefined && subject === null && set.plot === of.plot;
    case "clearance":
      return of.zone !== undefined && subject === null && set.zone === of.zone;
    case "task":
    case "entry":
    case "claim":
      return false;
  }
}
