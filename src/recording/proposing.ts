/** Proposals: made by who may not record alone, approved by a second person or sent back with a reason. */
import { uuidv7 } from "uuidv7";
import { done, type Outcome, refused } from "../kernel/problems.ts";
import { operationText, plotWords } from "../land/public.ts";
import { type Asker, authorOf, may, namesOfAuthors, type Where } from "../people/public.ts";
import { type AttributeWords, documentLabel, findDocument, writtenAttributes } from "../register/public.ts";
import { claimWords } from "./claimPlanning.ts";
import { entryWords } from "./entryPlanning.ts";
import { KINDS, labelOf } from "./kinds.ts";
import { namingOf } from "./naming.ts";
import { findAlike, offered } from "./papers.ts";
import { plan } from "./planning.ts";
import { dryRunOf } from "./previewing.ts";
import { NOT_YOURS, notWaiting, requestReused } from "./problems.ts";
import {
  closeProposal,
  findProposal,
  findProposalByKey,
  insertProposal,
  noteApproval,
  type Proposal,
  recordingKeyOf,
} from "./proposalStore.ts";
import { PROPOSAL_STATES, type ProposalPage, type ProposalSummary } from "./proposalWords.ts";
import { type Asking, mayRead, type RecordingDeps } from "./recording.ts";
import { permitOnAll, wheresOfTelling } from "./rights.ts";
import { standingOf } from "./rules.ts";
import { closedTo, papersOf, type SubjectSeen, subjectSeen } from "./seeing.ts";
import type { Wording } from "./sentences.ts";
import type { SubjectLast } from "./store.ts";
import { eachTold, readGrounds } from "./subjects.ts";
import { record } from "./submitting.ts";
import { isSubjectOf, type Recorded, type Telling, TOLD_OF, type ToldOf } from "./vocabulary.ts";

/** Keeps a telling as a proposal, if it could be recorded as it stands. The same request key is answered the same. */
export async function propose(
  deps: RecordingDeps,
  { requestKey, told }: { readonly requestKey: string; readonly told: Telling },
  asking: Asking,
): Promise<Outcome<{ readonly id: string }>> {
  const author = authorOf(asking.asker);
  const before = await findProposalByKey(deps.db, requestKey);
  if (before !== null) return repeated(before, { author, told });
  const planned = await plan(deps, told, asking);
  if (!planned.ok) return planned;
  const id = uuidv7();
  if (await insertProposal(deps.db, { id, requestKey, author, told })) return done({ id });
  const quicker = await findProposalByKey(deps.db, requestKey);
  return quicker === null ? refused(requestReused(requestKey)) : repeated(quicker, { author, told });
}

function repeated(
  before: Proposal,
  { author, told }: Pick<Proposal, "author" | "told">,
): Outcome<{ readonly id: string }> {
  const same = before.author === author && JSON.stringify(before.told) === JSON.stringify(told);
  return same ? done({ id: before.id }) : refused(requestReused(before.requestKey));
}

/** Where each proposal lies, and what is told of in it that the register knows. */
type Ground = { readonly wheres: readonly Where[]; readonly subject: SubjectLast | null };

async function groundsOf(
  deps: RecordingDeps,
  proposals: readonly Proposal[],
): Promise<ReadonlyMap<string, Ground>> {
  const grounds = await readGrounds(
    deps,
    proposals.flatMap((p) => eachTold(p.told)),
  );
  return new Map(
    proposals.map(({ id, told }) => {
      const subject = told.subject === null ? null : (grounds.get(told.subject) ?? null);
      return [id, { wheres: wheresOfTelling(told, grounds, deps.places()), subject }] as const;
    }),
  );
}

function wordsOf(deps: RecordingDeps, about: ToldOf): AttributeWords {
  if (about === "entry") return entryWords;
  if (about === "plots") return plotWords;
  return about === "claim" ? claimWords(deps.figures) : KINDS[about].words;
}

function toldText({ set, clear, organisation, corrects, plots }: Telling, of: Wording): string {
  const { language, words } = of;
  if (plots !== null) return operationText(plots, language);
  const cleared = clear.map(
    (name) => `${labelOf(words, name, language)}: ${language === "vi" ? "không còn rõ" : "not known"}`,
  );
  const known = Object.fromEntries(Object.entries(set).filter(([name]) => name in words.labels));
  const named = organisation === null ? [] : [organisation.name];
  const said = [writtenAttributes(words, known, of), ...named, ...cleared].filter((t) => t !== "");
  const nothing =
    corrects === null ? "" : language === "vi" ? "rút lại điều đã ghi" : "take back what was recorded";
  return said.join("; ") || nothing;
}

const MORE = { vi: "khu, cụm khác", en: "more zones" } as const;

/** What a proposal is about, in a list: its first subject by name, and how many more. */
function subjectLabel({ told }: Proposal, subject: SubjectSeen | null, language: "vi" | "en"): string {
  const { name } = told.set;
  const label = !isSubjectOf(told.about)
    ? TOLD_OF[told.about][language]
    : subject === null
      ? String(name ?? TOLD_OF[told.about][language])
      : subject.label;
  return told.also.length === 0 ? label : `${label} + ${told.also.length} ${MORE[language]}`;
}

async function paperOfProposal(deps: RecordingDeps, { paper }: Telling, { asker, language }: Asking) {
  if (paper.kind === "known") {
    const found = await findDocument(deps.db, paper.id);
    const seen = found !== null && mayRead(asker, found) ? found : null;
    return seen === null ? null : { line: offered(seen, language), url: seen.url };
  }
  const { draft } = paper;
  const document = { ...draft, id: "", key: null, file: null, standing: standingOf(draft) };
  return {
    line: { ...offered(document, language), label: documentLabel(document, language) },
    url: draft.url,
  };
}

/** Proposals as a list shows them: only those that the asker may read. */
export async function shownProposals(
  deps: RecordingDeps,
  proposals: readonly Proposal[],
  asking: Asking,
): Promise<readonly ProposalSummary[]> {
  const { asker, language } = asking;
  const grounds = await groundsOf(deps, proposals);
  const isPaperClosed = await closedTo(
    deps,
    asker,
    proposals.flatMap(({ told: { paper } }) => (paper.kind === "known" ? [paper.id] : [])),
  );
  // What is proposed by a paper is as closed as the paper.
  const open = proposals.filter(({ told: { paper } }) => paper.kind === "new" || !isPaperClosed(paper.id));
  const seen = open.filter((p) =>
    (grounds.get(p.id)?.wheres ?? [{}]).every(
      (where) => may(asker, "readProposals", { state: "proposed", where }).ok,
    ),
  );
  const nameOf = await namesOfAuthors(
    deps.db,
    seen.flatMap((p) => [p.author, p.decidedBy ?? []].flat()),
  );
  const own = asker.kind === "anonymous" ? null : authorOf(asker);
  const known = seen.flatMap((p) => grounds.get(p.id)?.subject ?? []);
  const isClosed = await closedTo(deps, asker, papersOf(known));
  return Promise.all(
    seen.map(async (p) => {
      const last = grounds.get(p.id)?.subject ?? null;
      const subject = last === null ? null : subjectSeen(last, isClosed, asking);
      const words = wordsOf(deps, p.told.about);
      const naming = await namingOf(deps, { words, held: [p.told.set] }, asking);
      return {
        ...{ id: p.id, state: p.state, reason: p.reason, commit: p.commit },
        stateLabel: PROPOSAL_STATES[p.state][language],
        about: p.told.about,
        subject: { id: p.told.subject, key: subject?.key ?? null, label: subjectLabel(p, subject, language) },
        paper: (await paperOfProposal(deps, p.told, asking))?.line.label ?? "",
        text: toldText(p.told, { ...naming, words }),
        correction: p.told.corrects !== null,
        proposer: nameOf(p.author),
        proposedAt: p.at,
        decidedBy: p.decidedBy === null ? null : nameOf(p.decidedBy),
        decidedAt: p.decidedAt,
        own: p.author === own,
      };
    }),
  );
}

function answered(right: Outcome<null>, language: "vi" | "en") {
  return right.ok ? { ok: true, why: null } : { ok: false, why: right.problems[0].message[language] };
}

/** A proposal with what approving it would do now, and what the asker may do with it; null where they may not read it. */
export async function pageOf(
  deps: RecordingDeps,
  proposal: Proposal,
  asking: Asking,
): Promise<ProposalPage | null> {
  const [summary] = await shownProposals(deps, [proposal], asking);
  if (summary === undefined) return null;
  const { told, author, state } = proposal;
  const { asker, language } = asking;
  const paper = await paperOfProposal(deps, told, asking);
  const waits = state === "waiting";
  const right = await permitApproval(deps, proposal, asker);
  return {
    ...summary,
    telling: told,
    paperLine: paper?.line ?? null,
    paperUrl: paper?.url ?? null,
    note: told.note,
    dryRun: waits ? await dryRunOf(deps, await withPaperKnown(deps, told), asking) : null,
    mayApprove: answered(right, language),
    maySendBack: answered(right, language),
    mayTakeBack: {
      ok: waits && authorOf(asker) === author,
      why: authorOf(asker) === author ? null : NOT_YOURS.message[language],
    },
  };
}

/** Whether the asker may approve it or send it back: on all that it is about. */
export async function permitApproval(
  deps: RecordingDeps,
  { told, author }: Proposal,
  asker: Asker,
): Promise<Outcome<null>> {
  const wheres = wheresOfTelling(told, await readGrounds(deps, eachTold(told)), deps.places());
  return permitOnAll(asker, { action: "approve", state: "proposed", author }, wheres);
}

/** A paper that was new when it was proposed may have been registered meanwhile: it is then the one that is meant. */
async function withPaperKnown(deps: RecordingDeps, told: Telling): Promise<Telling> {
  if (told.paper.kind === "known") return told;
  const [same] = (await findAlike(deps, told.paper.draft)).same;
  return same === undefined ? told : { ...told, paper: { kind: "known", id: same.id } };
}

/**
 * Records a proposal in the approver's name, with the proposer beside. `expected`: the last commit touching it that
 * the approver has looked at; the one that the proposer saw no longer matters once the approver has seen the conflict.
 */
export async function approve(
  deps: RecordingDeps,
  proposal: Proposal,
  { asking, expected }: { readonly asking: Asking; readonly expected: number },
): Promise<Outcome<Recorded>> {
  const { id, told, author, state } = proposal;
  if (state !== "waiting" && state !== "approved") return refused(notWaiting(PROPOSAL_STATES[state]));
  const under = { requestKey: recordingKeyOf(id), proposal: { id, proposer: author } };
  const meant = await withPaperKnown(deps, told);
  const outcome = await record(deps, { ...meant, expected }, { asking, under });
  if (!outcome.ok) return outcome;
  await noteApproval(deps.db, id, { by: authorOf(asking.asker), commit: outcome.value.commit });
  return outcome;
}

/** Sends a proposal back with a reason, or takes one's own back. */
export async function close(
  deps: RecordingDeps,
  proposal: Proposal,
  as: {
    readonly asker: Asker;
    readonly state: "sentBack" | "takenBack";
    readonly reason: string | null;
  },
): Promise<Outcome<{ readonly id: string }>> {
  const { id } = proposal;
  const by = authorOf(as.asker);
  if (as.state === "takenBack" && by !== proposal.author) return refused(NOT_YOURS);
  if (await closeProposal(deps.db, id, { ...as, by })) return done({ id });
  const now = await findProposal(deps.db, id);
  return refused(notWaiting(PROPOSAL_STATES[now?.state ?? "approved"]));
}
