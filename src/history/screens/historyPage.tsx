/** The history of the register or of one record: commits, the newest first, to be narrowed by record, paper, author, day. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { OnlyWhoMay } from "../../people/screens/public.tsx";
import { useFileHref } from "../../web/answer.ts";
import { get, withQuery } from "../../web/api.ts";
import { findTypedDay, formatDate, formatInstant } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead } from "../../web/page.tsx";
import { Empty, ProblemNotice, Waiting } from "../../web/states.tsx";
import { useSetQuery } from "../../web/view.tsx";
import { WORDS } from "../../web/words.ts";
import { type CommitSummary, commitList } from "../vocabulary.ts";
import { PaperName, PartLines, useCountWords } from "./parts.tsx";
import { HISTORY_WORDS } from "./words.ts";
import "./history.css";

const FILTERS = ["subject", "document", "author", "from", "to"] as const;
type Filter = Readonly<Record<(typeof FILTERS)[number], string | null>>;

/** What of the history the address asks for. */
export function useHistoryFilter(): Filter {
  const [search] = useSearchParams();
  const of = (name: (typeof FILTERS)[number]) => search.get(name);
  return {
    subject: of("subject"),
    document: of("document"),
    author: of("author"),
    from: of("from"),
    to: of("to"),
  };
}

/** The page `/history`. */
export function HistoryPage() {
  const say = useSay();
  return (
    <>
      <PageHead title={say(HISTORY_WORDS.history)}>
        <p className="lead">{say(HISTORY_WORDS.lead)}</p>
      </PageHead>
      <OnlyWhoMay action="readHistory">
        <Commits />
      </OnlyWhoMay>
    </>
  );
}

/** Where the first page begins. */
const NEWEST: number | null = null;

function useCommits(filter: Filter) {
  const lang = useLang();
  const url = (before: number | null) =>
    withQuery("/api/commits", { ...filter, lang, before: before === null ? null : String(before) });
  return useInfiniteQuery({
    queryKey: ["/api/commits", url(null)],
    queryFn: ({ signal, pageParam }) => get(commitList, url(pageParam), signal),
    initialPageParam: NEWEST,
    getNextPageParam: (last) => last.next,
  });
}

function Commits() {
  const say = useSay();
  const filter = useHistoryFilter();
  const workbook = useFileHref("/api/commits.xlsx", filter);
  const answer = useCommits(filter);
  if (answer.data === undefined) {
    return answer.isError ? (
      <ProblemNotice error={answer.error} retry={() => answer.refetch()} />
    ) : (
      <Waiting lines={24} />
    );
  }
  const [first] = answer.data.pages;
  const items = answer.data.pages.flatMap((page) => page.items);
  return (
    <>
      <div className="history-tools">
        <DayFilter key={`${filter.from} ${filter.to}`} filter={filter} />
        <a className="button" href={workbook} download>
          {say(WORDS.downloadWorkbook)}
        </a>
      </div>
      {first !== undefined && <Asked asked={first.asked} />}
      {items.length === 0 ? (
        <Empty>{say(HISTORY_WORDS.none)}</Empty>
      ) : (
        <ol className="commits">
          {items.map((commit) => (
            <li key={commit.no}>
              <Commit commit={commit} filter={filter} />
            </li>
          ))}
        </ol>
      )}
      {answer.hasNextPage && (
        <button type="button" disabled={answer.isFetching} onClick={() => answer.fetchNextPage()}>
          {say(HISTORY_WORDS.more)}
        </button>
      )}
    </>
  );
}

/** What is asked for, each to be taken away again. */
export function Asked({
  asked,
}: {
  readonly asked: Readonly<Record<"subject" | "document" | "author", string | null>>;
}) {
  const say = useSay();
  const setQuery = useSetQuery();
  const names = (["subject", "document", "author"] as const).flatMap((of) => {
    const name = asked[of];
    return name === null ? [] : [{ of, name }];
  });
  if (names.length === 0) return null;
  return (
    <ul className="history-asked">
      {names.map(({ of, name }) => (
        <li key={of}>
          <span>
            {say(HISTORY_WORDS.filtered)} {say(HISTORY_WORDS[of])}: <strong>{name}</strong>
          </span>
          <button
            type="button"
            aria-label={`${say(HISTORY_WORDS.unfilter)}: ${name}`}
            onClick={() => setQuery({ [of]: null })}
          >
            {say(HISTORY_WORDS.unfilter)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function DayFilter({ filter }: { readonly filter: Filter }) {
  const say = useSay();
  const setQuery = useSetQuery();
  const shown = (day: string | null) => {
    const known = day === null ? null : findTypedDay(day);
    return known === null ? "" : formatDate(known, "vi");
  };
  const [from, setFrom] = useState(shown(filter.from));
  const [to, setTo] = useState(shown(filter.to));
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const days = [from, to].map((text) => (text.trim() === "" ? null : findTypedDay(text)));
    const [first = null, last = null] = days;
    const bad = (from.trim() !== "" && first === null) || (to.trim() !== "" && last === null);
    setWrong(bad);
    if (!bad) setQuery({ from: first, to: last });
  };
  return (
    <form className="history-days" onSubmit={submit}>
      <label>
        {say(HISTORY_WORDS.from)}{" "}
        <input type="text" inputMode="numeric" value={from} onChange={(e) => setFrom(e.target.value)} />
      </label>
      <label>
        {say(HISTORY_WORDS.to)}{" "}
        <input type="text" inputMode="numeric" value={to} onChange={(e) => setTo(e.target.value)} />
      </label>
      <button type="submit">{say(HISTORY_WORDS.filter)}</button>
      {wrong && <p role="alert">{say(WORDS.noSuchDay)}</p>}
    </form>
  );
}

function Commit({ commit, filter }: { readonly commit: CommitSummary; readonly filter: Filter }) {
  const say = useSay();
  const lang = useLang();
  const countWords = useCountWords();
  const { subject, document, author } = filter;
  const whole = withQuery(`/history/${commit.no}`, { subject, document, author });
  const others = commit.papersTotal - commit.papers.length;
  return (
    <article>
      <header className="commit-head">
        <h2>
          <ViewLink to={whole}>
            {say(HISTORY_WORDS.commit)} {commit.no}
          </ViewLink>
        </h2>
        <p className="figures">{formatInstant(commit.at, lang)}</p>
        <p>
          <span className="muted">{say(HISTORY_WORDS.by)}</span>{" "}
          {commit.authors.map((who, at) => (
            <span key={who.id}>
              {at > 0 && ", "}
              <AuthorFilter author={who} />
            </span>
          ))}
        </p>
      </header>
      {commit.papers.length > 0 && (
        <p className="commit-papers">
          <span className="muted">{say(HISTORY_WORDS.onPapers)}</span>{" "}
          {commit.papers.map((paper, at) => (
            <span key={paper.id}>
              {at > 0 && "; "}
              <PaperName paper={paper} />
            </span>
          ))}
          {others > 0 && <span className="muted">{`; ${others} ${say(HISTORY_WORDS.morePapers)}`}</span>}
        </p>
      )}
      <PartLines parts={commit.items} />
      <p className="commit-more">
        <ViewLink to={whole}>{say(HISTORY_WORDS.all)}</ViewLink>{" "}
        <span className="muted">({countWords(commit.counts)})</span>
      </p>
    </article>
  );
}

function AuthorFilter({ author }: { readonly author: CommitSummary["authors"][number] }) {
  const say = useSay();
  const setQuery = useSetQuery();
  return (
    <button
      type="button"
      className="bare author"
      aria-label={`${say(HISTORY_WORDS.onlyAuthor)} ${author.name}`}
      onClick={() => setQuery({ author: author.id })}
    >
      {author.name}
    </button>
  );
}
