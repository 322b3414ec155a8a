/** Pages as the search finds them: by their names alone. Pure. */
import type { Sentence } from "../../kernel/problems.ts";
import type { Opening } from "../../people/permissions.ts";
import { meet, spelt, typedOf } from "../rules.ts";
import { SEARCH_RANKS, type SearchRank } from "../vocabulary.ts";

/** A page with its name and what else people call it. */
export type FoundPage = Opening & {
  readonly path: string;
  readonly label: Sentence;
  readonly also?: readonly Sentence[];
};

const AT_MOST = 5;

type PageHit = {
  readonly page: FoundPage;
  readonly rank: SearchRank;
  /** The name that was met, where it is not the page's own. */
  readonly met: Sentence | null;
};

/** The pages whose names the words meet, the best first. */
export function findPages(query: string, pages: readonly FoundPage[]): readonly PageHit[] {
  const typed = typedOf(query);
  if (typed === null) return [];
  const met = pages.flatMap((page) => {
    const { label, also = [] } = page;
    const meeting = meet(
      typed,
      spelt({ names: [label, ...also].flatMap(({ vi, en }) => [vi, en]), text: "" }),
    );
    if (meeting === null) return [];
    const isOwn = meeting.name === label.vi || meeting.name === label.en;
    const other = also.find(({ vi, en }) => meeting.name === vi || meeting.name === en);
    return [{ page, rank: meeting.rank, accents: meeting.accents, met: isOwn ? null : (other ?? null) }];
  });
  const order = (one: (typeof met)[number]) => SEARCH_RANKS.indexOf(one.rank) * 2 + (one.accents ? 0 : 1);
  return met.sort((a, b) => order(a) - order(b)).slice(0, AT_MOST);
}
