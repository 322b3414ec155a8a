/** From what somebody wants recorded to the one batch that records it: the paper, and part by part what it tells. */
import { done, type Outcome, type Problem, refused } from "../kernel/problems.ts";
import type { ChangeDraft, ClaimDraft, EntryDraft } from "../register/public.ts";
import { type ClaimPart, planClaim } from "./claimPlanning.ts";
import { type EntryPart, entriesOf, planEntry } from "./entryPlanning.ts";
import { type PaperMeant, paperOf } from "./papers.ts";
import { type PlotsPart, planPlotsPart } from "./plotPlanning.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import { closedTo, papersOf, subjectSeen } from "./seeing.ts";
import { listSubjectsLast } from "./store.ts";
import { type Bench, planSubject, type SubjectPart, type ToldOfSubject } from "./subjectPlanning.ts";
import { eachTold } from "./subjects.ts";
import type { Telling } from "./vocabulary.ts";

/** What one part of a telling comes to. */
export type Part = SubjectPart | EntryPart | ClaimPart | PlotsPart;

/** A telling with everything that was looked up for it, part by part in its order. */
export type Planned = {
  readonly paper: PaperMeant;
  readonly parts: readonly Part[];
  readonly changes: readonly ChangeDraft[];
  readonly entries: readonly EntryDraft[];
  readonly claims: readonly ClaimDraft[];
};

type Given = { readonly bench: Bench; readonly asking: Asking; readonly plots: Telling["plots"] };

function planPart(
  deps: RecordingDeps,
  told: ToldOfSubject,
  { bench, asking, plots }: Given,
): Promise<Outcome<Part>> {
  const { document } = bench;
  const { about } = told;
  switch (about) {
    case "zone":
    case "project":
    case "lease":
    case "clearance":
    case "task":
      return planSubject(deps, { ...told, about }, { bench, asking });
    case "entry":
      return planEntry(deps, told, { asking, document });
    case "claim":
      return planClaim(deps, told, { asking, document });
    case "plots":
      return planPlotsPart(deps, told, { bench, plots, asking });
  }
}

/** Of several rows, a problem says of which. */
async function ofRow(
  deps: RecordingDeps,
  {
    told: { subject, set },
    problems,
  }: { readonly told: ToldOfSubject; readonly problems: readonly Problem[] },
  asking: Asking,
): Promise<readonly Problem[]> {
  const [known] = await listSubjectsLast(deps.db, subject === null ? [] : [subject]);
  const isClosed = await closedTo(deps, asking.asker, known === undefined ? [] : papersOf([known]));
  const name = known === undefined ? String(set.name ?? "?") : subjectSeen(known, isClosed, asking).label;
  return problems.map((p) => ({
    ...p,
    message: { vi: `${name}: ${p.message.vi}`, en: `${name}: ${p.message.en}` },
  }));
}

/** Looks up everything that a telling names and makes its parts. Nothing is recorded. */
export async function plan(deps: RecordingDeps, told: Telling, asking: Asking): Promise<Outcome<Planned>> {
  const paper = await paperOf(deps, told.paper, asking);
  if (!paper.ok) return paper;
  const { document } = paper.value;
  const bench: Bench = { document, organisations: new Map(), keys: new Set() };
  const parts: Part[] = [];
  const wrong: Problem[] = [];
  for (const once of eachTold(told)) {
    const { from, to, note, standing } = told;
    const row = { ...once, from, to, note, standing };
    const part = await planPart(deps, row, { bench, asking, plots: told.plots });
    if (part.ok) parts.push(part.value);
    else
      wrong.push(
        ...(told.also.length === 0
          ? part.problems
          : await ofRow(deps, { told: row, problems: part.problems }, asking)),
      );
  }
  const [first, ...rest] = wrong;
  if (first !== undefined) return refused(first, ...rest);
  return done({
    paper: paper.value,
    parts,
    changes: parts.flatMap((p) => ("changes" in p ? p.changes : [])),
    entries: parts.flatMap((p) => (p.about === "entry" ? entriesOf(p, document.id, told.note) : [])),
    claims: parts.flatMap((p) => (p.about === "claim" ? [p.claim] : [])),
  });
}
