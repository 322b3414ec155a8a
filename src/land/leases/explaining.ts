/** Says of a refusal that a plot is held by whom and by which paper, as far as who asks may read that. */
import type { Problem } from "../../kernel/problems.ts";
import type { Db } from "../../platform/database/tables.ts";
import { type DocumentDraft, documentLabel, findKnown, listDocumentsById } from "../../register/public.ts";
import { listNames } from "../../zones/public.ts";
import { daysInWords, type Hold, holdsOfPeriods, plotHeld } from "./holding.ts";
import { listLeasePeriods } from "./store.ts";

type Reading = { readonly db: Db; readonly mayRead: (document: DocumentDraft) => boolean };

/** The problems with the holder named; what is no refusal of a held plot stays as it is. */
export async function explainHeld(
  problems: readonly Problem[],
  reading: Reading,
): Promise<readonly Problem[]> {
  return Promise.all(problems.map((p) => (p.code === "lease.plotHeld" ? named(p, reading) : p)));
}

async function named(problem: Problem, { db, mayRead }: Reading): Promise<Problem> {
  const known = await findKnown(db, null);
  if (!known.ok || problem.field === null) return problem;
  const lease = problem.field;
  const periods = await listLeasePeriods(db, lease, known.value);
  // Of several stretches the one that the refusal speaks of.
  const isMeant = (h: Hold) => problem.message.vi.includes(daysInWords(h, "vi"));
  const hold = holdsOfPeriods(lease, periods, null).find(isMeant);
  if (hold === undefined || hold.document === null) return problem;
  const papers = await listDocumentsById(db, [hold.document]);
  const paper = papers.get(hold.document);
  // Who may not read the paper is told that the plot is held, and not by whom.
  if (paper === undefined || !mayRead(paper)) return problem;
  const tenant =
    hold.tenant === null
      ? null
      : ((await listNames(db, [hold.tenant], known.value)).get(hold.tenant) ?? null);
  return plotHeld(hold, { tenant, paper: documentLabel(paper, "vi") });
}
