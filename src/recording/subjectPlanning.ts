/** From what a paper tells of one zone, project or round of clearance to the changes that record it. */
import { uuidv7 } from "uuidv7";
import { done, type Outcome, type Problem, refused } from "../kernel/problems.ts";
import { searchKey, tidy } from "../kernel/text.ts";
import { tenantProblems } from "../land/public.ts";
import { listOfficeNames } from "../people/public.ts";
import { type ChangeDraft, type DocumentDraft, findKnown, withdrawnIds } from "../register/public.ts";
import { taskProblems } from "../tasks/public.ts";
import { listNames } from "../zones/public.ts";
import { KINDS, type Kind, labelOf, NEEDED_OF_PHASE } from "./kinds.ts";
import {
  changeUnknown,
  NOTHING_TOLD,
  newOneLacks,
  organisationAmbiguous,
  placeUnknown,
  subjectUnknown,
  toldTwice,
} from "./problems.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import { freeKey, keyBase, partsOf } from "./rules.ts";
import { listKeys, listOrganisationsNamed, listSubjectsLast } from "./store.ts";
import { findSubjectKnown, idsIn, type SubjectKnown, type ToldOnce, textsIn } from "./subjects.ts";
import type { SubjectOf, Telling } from "./vocabulary.ts";

/** What is told of one subject, with when it holds. */
export type ToldOfSubject = ToldOnce & Pick<Telling, "from" | "to" | "note" | "standing">;

/** What is told of one subject, and the changes in which it would be recorded. */
export type SubjectPart = {
  readonly about: SubjectOf;
  readonly subject: ChangeDraft["subject"];
  readonly before: SubjectKnown | null;
  /** The organisation that was told by name, as it was told. */
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly changes: readonly ChangeDraft[];
};

/** What has been made on the way for the rows of one telling: organisations by name, keys that are taken. */
export type Bench = {
  readonly document: DocumentDraft;
  readonly organisations: Map<string, string>;
  readonly keys: Set<string>;
};

type Organisation = { readonly id: string; readonly changes: readonly ChangeDraft[] };

/** The organisation that is told by name: the one that bears it, or a new one. */
async function organisationOf(
  deps: RecordingDeps,
  told: ToldOfSubject,
  { bench, kind }: { readonly bench: Bench; readonly kind: Kind },
): Promise<Outcome<Organisation | null>> {
  if (told.organisation === null) return done(null);
  const { enterpriseCode: code } = told.organisation;
  const name = tidy(told.organisation.name);
  const made = bench.organisations.get(`${name} ${code}`);
  if (made !== undefined) return done({ id: made, changes: [] });
  const named = await listOrganisationsNamed(deps.db, name);
  const possible = named.filter((o) => code === null || o.code === null || o.code === code);
  const [first, second] = possible;
  if (second !== undefined) return refused(organisationAmbiguous(name, kind.organisation ?? ""));
  const id = first?.id ?? uuidv7();
  bench.organisations.set(`${name} ${code}`, id);
  const isTold = first !== undefined && (code === null || first.code === code);
  if (isTold) return done({ id, changes: [] });
  const attributes = {
    ...(first === undefined ? { name } : {}),
    ...(code === null ? {} : { enterpriseCode: code }),
  };
  const change: ChangeDraft = {
    id: uuidv7(),
    subject: { id, kind: "organisation", key: null },
    document: bench.document.id,
    note: null,
    kind: "set",
    attributes,
    from: told.from,
    to: null,
    standing: "says",
  };
  return done({ id, changes: [change] });
}

/** What is wrong with a telling in itself, before the register judges it. */
function tellingProblems(told: ToldOfSubject, kind: Kind, { language }: Asking): readonly Problem[] {
  const names = [...Object.keys(told.set), ...(told.organisation === null ? [] : [kind.organisation ?? ""])];
  const label = (name: string) => labelOf(kind.words, name, language);
  if (told.organisation !== null && kind.organisation === null) {
    return [subjectUnknown("organisation", told.organisation.name)];
  }
  const twice = told.clear.filter((name) => names.includes(name));
  const needed = told.set.phaseOf === undefined ? kind.needed : NEEDED_OF_PHASE;
  const lacks = told.subject !== null ? [] : needed.filter((name) => told.set[name] === undefined);
  return [
    ...(names.length + told.clear.length === 0 && told.corrects === null ? [NOTHING_TOLD] : []),
    ...twice.map((name) => toldTwice(label(name))),
    ...lacks.map((name) => newOneLacks(name, label(name))),
  ];
}

/** Of what kind a subject must be that an attribute names. */
const NAMED = {
  phaseOf: "zone",
  zone: "zone",
  plot: "plot",
  project: "project",
  transferredFrom: "lease",
  renews: "lease",
} as const satisfies Record<string, SubjectOf | "plot">;

/** Ids that name nothing: the register keeps ids as they are given, so that they are looked at here. */
async function idProblems(
  deps: RecordingDeps,
  { set, organisation: byName }: ToldOfSubject,
  kind: Kind,
): Promise<readonly Problem[]> {
  const known = await findKnown(deps.db, null);
  if (!known.ok) return known.problems;
  const places = deps.places();
  const lost = textsIn(set.places).filter((id) => places.find(id) === null);
  const { organisation = null } = kind;
  const organisations = organisation === null ? [] : idsIn(set[organisation]);
  const names = await listNames(deps.db, organisations, { known: known.value, closed: [] });
  const named = Object.entries(NAMED).flatMap(([name, of]) =>
    idsIn(set[name]).map((id) => ({ name, id, of })),
  );
  const found = await listSubjectsLast(
    deps.db,
    named.map((n) => n.id),
  );
  const office = kind.of === "task" ? [set.unit, set.officer].flatMap(textsIn) : [];
  const offices = await listOfficeNames(deps.db, office);
  const kinds = new Map(found.map((s) => [s.id, s.kind]));
  return [
    ...lost.map(placeUnknown),
    ...organisations.filter((id) => !names.has(id)).map((id) => subjectUnknown(organisation ?? "", id)),
    ...named.filter(({ id, of }) => kinds.get(id) !== of).map(({ name, id }) => subjectUnknown(name, id)),
    ...office.filter((id) => !offices.has(id)).map((id) => subjectUnknown("officer", id)),
    ...(kind.of === "lease" ? tenantProblems({ organisation: byName, named: names }) : []),
  ];
}

/** Takes back the change that is corrected. Refused where it is no change of the subject that is in force. */
function withdrawalOf(
  told: ToldOfSubject,
  before: SubjectKnown | null,
  at: Pick<ChangeDraft, "subject" | "document">,
): Outcome<readonly ChangeDraft[]> {
  if (told.corrects === null) return done([]);
  const changes = (before?.changes ?? []).map((c) => c.change);
  const wrong = changes.find((c) => c.id === told.corrects);
  if (wrong === undefined || wrong.kind === "withdraw" || withdrawnIds(changes).has(wrong.id)) {
    return refused(changeUnknown(told.corrects));
  }
  return done([{ ...at, id: uuidv7(), kind: "withdraw", withdraws: wrong.id, note: told.note }]);
}

/** What is told of a task, beside the paper that gave it: that which told what is to be done. */
function ofTask({ set, note, corrects }: ToldOfSubject, before: SubjectKnown | null, document: string) {
  const changes = (before?.changes ?? []).map((c) => c.change);
  const gone = withdrawnIds(changes);
  const giving = changes.findLast((c) => c.kind === "set" && "name" in c.attributes && !gone.has(c.id));
  return { set, note, document, given: giving?.document ?? null, isCorrection: corrects !== null };
}

async function subjectOf(
  deps: RecordingDeps,
  {
    told,
    kind,
    before,
  }: { readonly told: ToldOfSubject; readonly kind: Kind; readonly before: SubjectKnown | null },
  bench: Bench,
): Promise<ChangeDraft["subject"]> {
  if (before !== null) return { id: before.id, kind: before.kind, key: before.key };
  const { name, phase, phaseOf, contract } = told.set;
  const [whole] = await listSubjectsLast(deps.db, idsIn(phaseOf));
  const own = keyBase([name, contract].flatMap(textsIn)[0] ?? "", kind.keyed);
  const number = searchKey(String(phase ?? "")).replace(/ /g, "-") || "1";
  const base = whole?.key == null ? own : `${whole.key}/${number}`;
  const taken = await listKeys(deps.db, kind.of, base);
  const key = freeKey(base, new Set([...taken, ...bench.keys]));
  bench.keys.add(key);
  return { id: uuidv7(), kind: kind.of, key };
}

/** Looks up everything that is told of one subject and makes its changes. Nothing is recorded. */
export async function planSubject(
  deps: RecordingDeps,
  told: ToldOfSubject & { readonly about: SubjectOf },
  { bench, asking }: { readonly bench: Bench; readonly asking: Asking },
): Promise<Outcome<SubjectPart>> {
  const kind: Kind = KINDS[told.about];
  const before =
    told.subject === null
      ? null
      : await findSubjectKnown(deps, { kind: told.about, id: told.subject }, asking);
  if (told.subject !== null && before === null) return refused(subjectUnknown("subject", told.subject));
  const [first, ...rest] = [...tellingProblems(told, kind, asking), ...(await idProblems(deps, told, kind))];
  if (first !== undefined) return refused(first, ...rest);
  const subject = await subjectOf(deps, { told, kind, before }, bench);
  const at = { subject, document: bench.document.id };
  const [wrong, ...more] = kind.of === "task" ? taskProblems(ofTask(told, before, bench.document.id)) : [];
  if (wrong !== undefined) return refused(wrong, ...more);
  const withdrawal = withdrawalOf(told, before, at);
  if (!withdrawal.ok) return withdrawal;
  const organisation = await organisationOf(deps, told, { bench, kind });
  if (!organisation.ok) return organisation;
  const { value: named } = organisation;
  const set = named === null ? told.set : { ...told.set, [kind.organisation ?? ""]: named.id };
  const decides = (name: string) => kind.definition.decidingProblems([name], bench.document).length === 0;
  const changes: ChangeDraft[] = [...withdrawal.value, ...(named?.changes ?? [])];
  for (const { standing, set: attributes, clear } of partsOf({ ...told, set }, decides)) {
    const span = { ...at, from: told.from, to: told.to, note: told.note, standing };
    if (Object.keys(attributes).length > 0) changes.push({ ...span, id: uuidv7(), kind: "set", attributes });
    if (clear.length > 0) changes.push({ ...span, id: uuidv7(), kind: "clear", attributes: [...clear] });
  }
  const called =
    named === null || told.organisation === null
      ? null
      : { id: named.id, name: tidy(told.organisation.name) };
  return done({ about: told.about, subject, before, organisation: called, changes });
}
