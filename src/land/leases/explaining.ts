/** Says of a refusal that a plot is held by whom and by which paper, as far as who asks may read that. */
import type { Problem, Sentence } from "../../kernel/problems.ts";
import type { Db } from "../../platform/database/tables.ts";
import {
  type Access,
  type DocumentDraft,
  documentLabel,
  findKnown,
  listDocumentsById,
  papersBehind,
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

const LEASED_BY_CLOSED: Sentence = {
  vi: "Lô đất này còn đang được thuê, theo văn bản mà bạn không được xem, nên chưa kết thúc được.",
  en: "This plot is still leased, by a paper that you may not read, so that it can't end.",
};

/** What is said of a lease that stands in the way, where it may not be seen. */
const BY_CLOSED: ReadonlyMap<string, Sentence> = new Map([
  ["lease.plotHeld", HELD_BY_CLOSED],
  ["plot.leased", LEASED_BY_CLOSED],
]);

/** What such a refusal tells of a lease: by whom it is held is told apart. */
const TOLD = ["plot", "kind", "contract", "ended", "until"] as const;

/** The problems with the holder named; what is no refusal of a held plot stays as it is. */
export async function explainHeld(
  problems: readonly Problem[],
  reading: Reading,
): Promise<readonly Problem[]> {
  return Promise.all(problems.map((p) => (BY_CLOSED.has(p.code) ? named(p, reading) : p)));
}

async function named(problem: Problem, { db, mayRead, closed }: Reading): Promise<Problem> {
  const known = await findKnown(db, null);
  if (!known.ok || problem.field === null) return problem;
  const lease = problem.field;
  const periods = await listLeasePeriods(db, lease, known.value);
  const papers = await listDocumentsById(db, papersBehind(periods));
  const isClosed = (name: string) =>
    periods.some(({ sources }) => {
      const source = sources[name];
      const paper = source === undefined ? undefined : papers.get(source.document);
      return source !== undefined && (paper === undefined || !mayRead(paper));
    });
  // Who may not read the papers is told that the plot is held, and neither by whom nor since when.
  const hidden = BY_CLOSED.get(problem.code);
  if (hidden !== undefined && TOLD.some(isClosed)) return { ...problem, message: hidden };
  if (problem.code !== "lease.plotHeld") return problem;
  // Of several stretches the one that the refusal speaks of.
  const isMeant = (h: Hold) => problem.message.vi.includes(daysInWords(h, "vi"));
  const hold = holdsOfPeriods(lease, periods, null).find(isMeant);
  if (hold === undefined || hold.document === null) return problem;
  const paper = papers.get(hold.document);
  if (paper === undefined) return problem;
  const tenant =
    hold.tenant === null || isClosed("tenant")
      ? null
      : ((await listNames(db, [hold.tenant], { known: known.value, closed })).get(hold.tenant) ?? null);
  return plotHeld(hold, { tenant, paper: documentLabel(paper, "vi") });
}
