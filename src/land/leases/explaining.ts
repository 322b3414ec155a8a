/** Says of a refusal that a plot is held by whom and by which paper, as far as who asks may read that. */
import type { Problem, Sentence } from "../../kernel/problems.ts";
import type { Db } from "../../platform/database/tables.ts";
import {
  type Access,
  type DocumentDraft,
  documentLabel,
  findKnown,
  listDocumentsById,
} from "../../register/public.ts";
import { listNames } from "../../zones/public.ts";
import { daysInWords, type Hold, holdsOfPeriods, plotHeld } from "./holding.ts";
import { listLeasePeriods } from "./store.ts";

type Reading = {
  readonly db: Db;
  readonly mayRead: (document: DocumentDraft) => boolean;
  /** The classes of papers that are closed to who asks. */
  readonly closed: readonly Access[];
};

const HELD_BY_CLOSED: Sentence = {
  vi: "Lô đất này đang có bên giữ, theo văn bản mà bạn không được xem.",
  en: "This plot is held, by a paper that you may not read.",
};

/** The problems with the holder named; what is no refusal of a held plot stays as it is. */
export async function explainHeld(
  problems: readonly Problem[],
  reading: Reading,
): Promise<readonly Problem[]> {
  return Promise.all(problems.map((p) => (p.code === "lease.plotHeld" ? named(p, reading) : p)));
}

async function named(problem: Problem, { db, mayRead, closed }: Reading): Promise<Problem> {
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
  // Who may not read the paper is told that the plot is held, and neither by whom nor since when.
  if (paper === undefined || !mayRead(paper)) return { ...problem, message: HELD_BY_CLOSED };
  const tenant =
    hold.tenant === null
      ? null
      : ((await listNames(db, [hold.tenant], { known: known.value, closed })).get(hold.tenant) ?? null);
  return plotHeld(hold, { tenant, paper: documentLabel(paper, "vi") });
}
