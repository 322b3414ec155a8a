/** One commit: everything it holds, in words, and the hashes that chain it to the one before. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { OnlyWhoMay } from "../../people/screens/public.tsx";
import { get, withQuery } from "../../web/api.ts";
import { formatInstant } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead } from "../../web/page.tsx";
import { Empty, ProblemNotice, Waiting } from "../../web/states.tsx";
import { commitPage, type HistoryPart } from "../vocabulary.ts";
import { Asked, useHistoryFilter } from "./historyPage.tsx";
import { PartLines, useCountWords } from "./parts.tsx";
import { HISTORY_WORDS } from "./words.ts";
import "./history.css";

/** The page `/history/:commit`. */
export function CommitScreen() {
  const say = useSay();
  const { commit = "" } = useParams();
  return (
    <>
      <PageHead
        kicker={<ViewLink to="/history">{say(HISTORY_WORDS.backToAll)}</ViewLink>}
        title={`${say(HISTORY_WORDS.commit)} ${commit}`}
      />
      <OnlyWhoMay action="readHistory">
        <Commit key={commit} no={commit} />
      </OnlyWhoMay>
    </>
  );
}

function usePages(no: string) {
  const lang = useLang();
  const { subject, document, author } = useHistoryFilter();
  const path = `/api/commits/${encodeURIComponent(no)}`;
  const url = (after: string) => withQuery(path, { subject, document, author, lang, after });
  return useInfiniteQuery({
    queryKey: [path, url("")],
    queryFn: ({ signal, pageParam }) => get(commitPage, url(pageParam), signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
  });
}

function Commit({ no }: { readonly no: string }) {
  const say = useSay();
  const lang = useLang();
  const answer = usePages(no);
  const countWords = useCountWords();
  const [page] = answer.data?.pages ?? [];
  if (answer.data === undefined || page === undefined) {
    return answer.isError ? (
      <ProblemNotice error={answer.error} retry={() => answer.refetch()} />
    ) : (
      <Waiting lines={24} />
    );
  }
  const items = answer.data.pages.flatMap((p) => p.items);
  return (
    <>
      <p>
        <span className="figures">{formatInstant(page.at, lang)}</span> · {authorsOf(items)} ·{" "}
        {countWords(page.counts)} ·{" "}
        <ViewLink to={`/?knownAt=${page.no}`}>{say(HISTORY_WORDS.atThatTime)}</ViewLink>
      </p>
      <details className="commit-seal">
        <summary>{say(HISTORY_WORDS.seal)}</summary>
        <p className="muted">{say(HISTORY_WORDS.sealLead)}</p>
        <dl>
          {(["hash", "previous", "root"] as const).map((name) => (
            <div key={name}>
              <dt>{say(HISTORY_WORDS[name])}</dt>
              <dd>
                <code>{page[name]}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <Asked asked={page.asked} />
      {items.length === 0 ? <Empty>{say(HISTORY_WORDS.none)}</Empty> : <PartLines parts={items} />}
      {answer.hasNextPage && (
        <button type="button" disabled={answer.isFetching} onClick={() => answer.fetchNextPage()}>
          {say(HISTORY_WORDS.more)}
        </button>
      )}
    </>
  );
}

function authorsOf(items: readonly HistoryPart[]): string {
  return [...new Set(items.map((item) => item.author.name))].join(", ");
}
