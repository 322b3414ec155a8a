/** The own notices, the newest first. */
import { Link } from "react-router";
import { OnlyWhoMay } from "../../people/screens/public.tsx";
import { post } from "../../web/api.ts";
import { formatDate, formatInstant } from "../../web/format.ts";
import { useDoing } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { PageHead } from "../../web/page.tsx";
import { Empty, Loaded, ProblemNotice } from "../../web/states.tsx";
import { useHref } from "../../web/view.tsx";
import { EVENTS, type Notice, noticesAnswer } from "../vocabulary.ts";
import { useNotices } from "./answers.ts";
import { REMINDER_WORDS } from "./words.ts";
import "./notices.css";

/** The page `/notices`. */
export function NoticesPage() {
  const say = useSay();
  return (
    <>
      <PageHead title={say(REMINDER_WORDS.notices)}>
        <p className="lead">{say(REMINDER_WORDS.lead)}</p>
      </PageHead>
      <OnlyWhoMay action="readInternal">
        <Notices />
      </OnlyWhoMay>
    </>
  );
}

function Notices() {
  const say = useSay();
  const lang = useLang();
  const answer = useNotices();
  const read = useDoing(
    (ids: readonly string[] | null) => post(noticesAnswer, `/api/notices/read?lang=${lang}`, { ids }),
    { stale: ["/api/notices"] },
  );
  return (
    <Loaded answer={answer} lines={12}>
      {({ unread, items }) => (
        <>
          {unread > 0 && (
            <button type="button" disabled={read.isPending} onClick={() => read.mutate(null)}>
              {say(REMINDER_WORDS.readAll)} ({unread})
            </button>
          )}
          {read.error !== null && <ProblemNotice error={read.error} />}
          {items.length === 0 && <Empty>{say(REMINDER_WORDS.none)}</Empty>}
          <ul className="notices">
            {items.map((notice) => (
              <li key={notice.id} data-unread={notice.readAt === null}>
                <NoticeLine notice={notice} open={() => read.mutate([notice.id])} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

function NoticeLine({ notice, open }: { readonly notice: Notice; readonly open: () => void }) {
  const say = useSay();
  const lang = useLang();
  const href = useHref();
  const { told, at } = notice;
  return (
    <>
      <p>
        <strong data-event={told.event}>{say(EVENTS[told.event])}</strong>{" "}
        <Link to={href(told.path)} onClick={open}>
          {say(told.kind)} {told.number}
        </Link>
        {told.procedure !== null && ` · ${told.procedure}`}
        {told.step !== null && ` · ${say(REMINDER_WORDS.step)}: ${told.step}`}
        {told.dueOn !== null && ` · ${say(REMINDER_WORDS.due)} ${formatDate(told.dueOn, lang)}`}
      </p>
      <p className="muted figures">{formatInstant(at, lang)}</p>
    </>
  );
}
