/** The board: who has how much open and late, and where work stands by unit, zone and procedure. */
import type { PlainDate } from "../../kernel/dates.ts";
import { OnlyWhoMay } from "../../people/screens/public.tsx";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { OtherDay } from "../../web/otherDay.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
import { useView } from "../../web/view.tsx";
import { band, type InboxAnswer, type Whose } from "../vocabulary.ts";
import { Filters, useBandName, useInbox, useNobody, WhoseTabs } from "./parts.tsx";
import { INBOX_WORDS } from "./words.ts";
import "./inbox.css";

/** The page `/board`. */
export function BoardPage({ today }: { readonly today: PlainDate }) {
  const say = useSay();
  const lang = useLang();
  const { asOf } = useView();
  return (
    <>
      <OtherDay today={today} />
      <PageHead
        title={
          asOf === today
            ? say(INBOX_WORDS.board)
            : `${say(INBOX_WORDS.board)} ${say(INBOX_WORDS.day)} ${formatDate(asOf, lang)}`
        }
      >
        <p className="lead">
          {say(INBOX_WORDS.boardLead)} {formatDate(asOf, lang)}.
        </p>
      </PageHead>
      <OnlyWhoMay action="readInternal">
        <Board />
      </OnlyWhoMay>
    </>
  );
}

function Board() {
  const say = useSay();
  const { answer, asked } = useInbox("all");
  const bandName = useBandName();
  return (
    <>
      <div className="inbox-tools">
        <WhoseTabs asked={asked} />
        <ViewLink to={`/inbox?whose=${asked}`}>{say(INBOX_WORDS.toInbox)}</ViewLink>
        <ViewLink to="/procedures/figures">{say(INBOX_WORDS.toFigures)}</ViewLink>
      </div>
      <Loaded answer={answer} lines={20}>
        {(inbox) => (
          <>
            <Filters answer={inbox} />
            <ul className="board-counts">
              {band.options.map((one) => (
                <li key={one} data-late={(one === "late" && inbox.counts.late > 0) || undefined}>
                  <ViewLink to={`/inbox?whose=${asked}&state=${one}`}>
                    <strong className="figures">{inbox.counts[one]}</strong> {bandName(one)}
                  </ViewLink>
                </li>
              ))}
            </ul>
            <Section title={say(INBOX_WORDS.load)}>
              <LoadTable inbox={inbox} asked={asked} />
            </Section>
            <Facets inbox={inbox} asked={asked} />
          </>
        )}
      </Loaded>
    </>
  );
}

type Load = InboxAnswer["load"][number];

function LoadTable({ inbox, asked }: { readonly inbox: InboxAnswer; readonly asked: Whose }) {
  const say = useSay();
  const nameOf = ({ officer }: Load) =>
    officer === null ? say(INBOX_WORDS.nobody) : (inbox.names[officer] ?? officer);
  const number = (key: "open" | "late" | "soon"): Column<Load> => ({
    ...{ key, head: say(INBOX_WORDS[key]), figures: true, sortBy: (l: Load) => l[key] },
    cell: (l) => (key === "late" && l.late > 0 ? <span className="past-limit">{l.late}</span> : l[key]),
  });
  if (inbox.load.length === 0) return <Empty>{say(INBOX_WORDS.none)}</Empty>;
  return (
    <DataTable
      caption={say(INBOX_WORDS.load)}
      columns={[
        {
          ...{ key: "officer", head: say(INBOX_WORDS.officer), names: true, sortBy: nameOf },
          cell: (l) =>
            l.officer === null ? (
              <span className="muted">{nameOf(l)}</span>
            ) : (
              <ViewLink to={`/inbox?whose=${asked}&officer=${encodeURIComponent(l.officer)}`}>
                {nameOf(l)}
              </ViewLink>
            ),
        },
        number("open"),
        number("late"),
        number("soon"),
      ]}
      rows={inbox.load}
      rowKey={(l) => l.officer ?? ""}
    />
  );
}

type Facet = InboxAnswer["facets"]["zones"][number];

/** Those with work, what is late first. */
function inOrder(facets: readonly Facet[]): readonly Facet[] {
  return facets.filter(({ count }) => count > 0).sort((a, b) => b.late - a.late || b.count - a.count);
}

function Facets({ inbox: { facets }, asked }: { readonly inbox: InboxAnswer; readonly asked: Whose }) {
  const say = useSay();
  const nobodyNamed = useNobody();
  const groups = [
    { name: "unit", label: INBOX_WORDS.ofUnit, of: inOrder(facets.units) },
    { name: "zone", label: INBOX_WORDS.zone, of: inOrder(facets.zones) },
    { name: "procedure", label: INBOX_WORDS.procedure, of: inOrder(facets.procedures) },
    { name: "waiting", label: INBOX_WORDS.waitedFor, of: inOrder(facets.waiting.map(nobodyNamed)) },
  ] as const;
  return groups
    .filter(({ of }) => of.length > 0)
    .map(({ name, label, of }) => (
      <Section key={name} title={`${say(INBOX_WORDS.by)} ${say(label).toLowerCase()}`}>
        <ul className="board-facets">
          {of.map((facet) => (
            <li key={facet.id}>
              <ViewLink to={`/inbox?whose=${asked}&${name}=${encodeURIComponent(facet.id)}`}>
                {facet.label}
              </ViewLink>{" "}
              <span className="nowrap">
                {facet.late > 0 && (
                  <small className="past-limit">
                    {say(INBOX_WORDS.ofWhich).replace("{n}", String(facet.late))}
                  </small>
                )}{" "}
                <span className="figures">{facet.count}</span>{" "}
                <small className="muted">{say(INBOX_WORDS.items)}</small>
              </span>
            </li>
          ))}
        </ul>
      </Section>
    ));
}
