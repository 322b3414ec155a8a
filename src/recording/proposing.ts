/** Proposals: made by who may not record alone, approved by a second person or sent back with a reason. */
import { uuidv7 } from "uuidv7";
import { done, type Outcome, refused } from "../kernel/problems.ts";
import {
  type Answer,
  type Asker,
  authorOf,
  may,
  namesOfAuthors,
  permit,
  type Where,
} from "../people/public.ts";
import {
  documentLabel,
  findDocument,
  findKnown,
  type Naming,
  writtenAttributes,
} from "../register/public.ts";
import { attributeLabel, labelOf, listZonesLast, type ZoneState, zoneWords } from "../zones/public.ts";
import { findAlike, offered } from "./papers.ts";
import { findZone, plan } from "./planning.ts";
import { dryRunOf, namingOf } from "./previewing.ts";
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
import { type Asking, mayRead, type RecordingDeps, whereOf } from "./recording.ts";
import { standingOf } from "./rules.ts";
import { record } from "./submitting.ts";
import {
  PROPOSAL_STATES,
  type ProposalPage,
  type ProposalSummary,
  type Recorded,
  type Telling,
} from "./vocabulary.ts";

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

/** The areas that proposals are about, each by its zone as it is known now. */
export async function wheresOf(
  deps: RecordingDeps,
  proposals: readonly Proposal[],
): Promise<ReadonlyMap<string, { readonly where: Where; readonly zone: ZoneState | null }>> {
  const known = await findKnown(deps.db, null);
  const ids = proposals.flatMap((p) => p.told.zone ?? []);
  const zones = known.ok ? await listZonesLast(deps.db, { ids, known: known.value }) : [];
  return new Map(
    proposals.map((p) => {
      const zone = zones.find((z) => z.id === p.told.zone) ?? null;
      return [p.id, { where: whereOf(zone, p.told, deps.places()), zone }] as const;
    }),
  );
}

function toldText({ set, clear, developer, corrects }: Telling, naming: Naming): string {
  const { language } = naming;
  const named = developer === null ? [] : [`${attributeLabel("developer", language)}: ${developer.name}`];
  const cleared = clear.map(
    (name) => `${attributeLabel(name, language)}: ${language === "vi" ? "không còn rõ" : "not known"}`,
  );
  const known = Object.fromEntries(Object.entries(set).filter(([name]) => name in zoneWords.labels));
  const said = [writtenAttributes(zoneWords, known, naming), ...named, ...cleared].filter((t) => t !== "");
  const nothing =
    corrects === null ? "" : language === "vi" ? "rút lại điều đã ghi" : "take back what was recorded";
  return said.join("; ") || nothing;
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
  const wheres = await wheresOf(deps, proposals);
  const seen = proposals.filter((p) => {
    const where = wheres.get(p.id)?.where;
    return may(asker, "readProposals", { state: "proposed", ...(where === undefined ? {} : { where }) }).ok;
  });
  const naming = await namingOf(
    deps,
    seen.map((p) => p.told.set),
    language,
  );
  const nameOf = await namesOfAuthors(
    deps.db,
    seen.flatMap((p) => [p.author, p.decidedBy ?? []].flat()),
  );
  const own = asker.kind === "anonymous" ? null : authorOf(asker);
  return Promise.all(
    seen.map(async (p) => {
      const zone = wheres.get(p.id)?.zone ?? null;
      const { name } = p.told.set;
      return {
        ...{ id: p.id, state: p.state, reason: p.reason, commit: p.commit },
        stateLabel: PROPOSAL_STATES[p.state][language],
        zone: {
          id: p.told.zone,
          key: zone?.key ?? null,
          label: zone === null ? (typeof name === "string" ? name : "") : labelOf(zone),
        },
        paper: (await paperOfProposal(deps, p.told, asking))?.line.label ?? "",
        text: toldText(p.told, naming),
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

function answered(right: Answer, language: "vi" | "en") {
  return right.ok ? { ok: true, why: null } : { ok: false, why: right.why[language] };
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
  const right = await rightToApprove(deps, proposal, asker);
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

async function rightToApprove(deps: RecordingDeps, proposal: Proposal, asker: Asker): Promise<Answer> {
  const where = (await wheresOf(deps, [proposal])).get(proposal.id)?.where ?? {};
  return may(asker, "approve", { state: "proposed", author: proposal.author, where });
}

/** Whether the asker may approve it or send it back. */
export async function permitApproval(deps: RecordingDeps, proposal: Proposal, asker: Asker) {
  const where = (await wheresOf(deps, [proposal])).get(proposal.id)?.where ?? {};
  return permit(asker, "approve", { state: "proposed", author: proposal.author, where });
}

/** A paper that was new when it was proposed may have been registered meanwhile: it is then the one that is meant. */
async function withPaperKnown(deps: RecordingDeps, told: Telling): Promise<Telling> {
  if (told.paper.kind === "known") return told;
  const [same] = (await findAlike(deps, told.paper.draft)).same;
  return same === undefined ? told : { ...told, paper: { kind: "known", id: same.id } };
}

/**
 * Records a proposal in the approver's name, with the proposer beside. `expected`: the last commit touching the zone that
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

/** The zone of a proposal with its changes, for the conflict. */
export async function zoneOfProposal(deps: RecordingDeps, { told }: Proposal) {
  return told.zone === null ? null : findZone(deps, told.zone);
}
