/** The inbox: what is late, due today, due this week; mine, my unit's, everyone's. */
import type { PlainDate } from "../../kernel/dates.ts";
import { OnlyWhoMay, useAccountRef, useRight } from "../../people/screens/public.tsx";
import { DownloadButton } from "../../web/download.tsx";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { OtherDay } from "../../web/otherDay.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { useView } from "../../web/view.tsx";
import { WORDS } from "../../web/words.ts";
import { band } from "../vocabulary.ts";
import { Filters, ItemList, useBandName, useInbox, WhoseTabs } from "./parts.tsx";
import { INBOX_WORDS } from "./words.ts";
import "./inbox.css";

/** The page `/inbox`. */
export function InboxPage({ today }: { readonly today: PlainDate }) {
  const say = useSay();
  const lang = useLang();
  const { asOf } = useView();
  return (
    <>
      <OtherDay today={today} />
      <PageHead
        title={
          asOf === today
            ? say(INBOX_WORDS.inbox)
            : `${say(INBOX_WORDS.inbox)} ${say(INBOX_WORDS.day)} ${formatDate(asOf, lang)}`
        }
      >
        <p className="lead">
          {say(asOf === today ? INBOX_WORDS.inboxLead : INBOX_WORDS.inboxLeadOf)} {formatDate(asOf, lang)}.
        </p>
      </PageHead>
      <OnlyWhoMay action="readInternal">
        <Inbox />
      </OnlyWhoMay>
    </>
  );
}

function Inbox() {
  const say = useSay();
  const { answer, asked, file } = useInbox("mine");
  const me = useAccountRef();
  const mayRecord = useRight("record");
  const bandName = useBandName();
  return (
    <>
      <div className="inbox-tools">
        <WhoseTabs asked={asked} />
        <ViewLink to="/board">{say(INBOX_WORDS.toBoard)}</ViewLink>
        {mayRecord?.ok === true && <ViewLink to="/record/tasks">{say(INBOX_WORDS.newTask)}</ViewLink>}
        <DownloadButton href={file} name="viec.xlsx">
          {say(WORDS.downloadWorkbook)}
        </DownloadButton>
      </div>
      <Loaded answer={answer} lines={20}>
        {(inbox) => (
          <>
            <Filters answer={inbox} />
            {asked === "unit" && inbox.units.length === 0 && (
              <p className="muted">{say(INBOX_WORDS.noUnit)}</p>
            )}
            {inbox.items.length === 0 && (
              <Empty>{say(asked === "mine" ? INBOX_WORDS.noneMine : INBOX_WORDS.none)}</Empty>
            )}
            {band.options.map((one) => {
              const items = inbox.items.filter((item) => item.band === one);
              if (items.length === 0) return null;
              return (
                <Section key={one} title={`${bandName(one)} (${inbox.counts[one]})`}>
                  <ItemList items={items} names={inbox.names} me={me} />
                </Section>
              );
            })}
            {inbox.items.length < inbox.total && (
              <p className="muted">
                {say(INBOX_WORDS.more)
                  .replace("{n}", String(inbox.items.length))
                  .replace("{all}", String(inbox.total))}
              </p>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
