/** What was recorded in the last seven days, for who may read the history; others are shown where to sign in. */
import { useQuery } from "@tanstack/react-query";
import { PartLines, useCountWords } from "../../history/screens/parts.tsx";
import { type CommitSummary, commitList } from "../../history/vocabulary.ts";
import { addDays, type PlainDate } from "../../kernel/dates.ts";
import { OnlyWhoMay } from "../../people/screens/public.tsx";
import { get, withQuery } from "../../web/api.ts";
import { formatDate, formatInstant } from "../../web/format.ts";
import { type Messages, useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import "../../history/screens/history.css";
import "./weekChanges.css";

const WEEK_WORDS = {
  none: {
    vi: "Bảy ngày qua sổ không ghi thêm điều gì. Ghi một văn bản mới ở mục Ghi nhận, hoặc xem các lần ghi trước.",
    en: "Nothing was recorded in the last seven days. Record a new paper under Record, or see earlier commits.",
  },
  commit: { vi: "Lần ghi", en: "Commit" },
  all: { vi: "Mọi lần ghi trong bảy ngày này", en: "All commits of these seven days" },
} as const satisfies Messages;

/** Commits that are shown; the history has them all. */
const SHOWN = 5;

/** The last seven days, today among them. The whole register's, whatever place is looked at. */
export function WeekChanges({ today }: { readonly today: PlainDate }) {
  return (
    <OnlyWhoMay action="readHistory">
      <Week from={addDays(today, -6)} to={today} />
    </OnlyWhoMay>
  );
}

function Week({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }) {
  const say = useSay();
  const lang = useLang();
  const url = withQuery("/api/commits", { from, to, lang, limit: String(SHOWN) });
  const answer = useQuery({
    queryKey: ["/api/commits", url],
    queryFn: ({ signal }) => get(commitList, url, signal),
  });
  const days = `${formatDate(from, lang)} – ${formatDate(to, lang)}`;
  return (
    <>
      <p className="muted week-days figures">{days}</p>
      <Loaded answer={answer} lines={8}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty>{say(WEEK_WORDS.none)}</Empty>
          ) : (
            <>
              <ol className="week-commits">
                {items.map((commit) => (
                  <li key={commit.no}>
                    <WeekCommit commit={commit} />
                  </li>
                ))}
              </ol>
              {next !== null && (
                <p>
                  <ViewLink to={`/history?from=${from}&to=${to}`}>{say(WEEK_WORDS.all)}</ViewLink>
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}

function WeekCommit({ commit }: { readonly commit: CommitSummary }) {
  const say = useSay();
  const lang = useLang();
  const countWords = useCountWords();
  return (
    <article>
      <h3 className="week-head">
        <ViewLink to={`/history/${commit.no}`}>{`${say(WEEK_WORDS.commit)} ${commit.no}`}</ViewLink>{" "}
        <span className="muted figures">
          {formatInstant(commit.at, lang)} · {commit.authors.map((who) => who.name).join(", ")} ·{" "}
          {countWords(commit.counts)}
        </span>
      </h3>
      <PartLines parts={commit.items} />
    </article>
  );
}
