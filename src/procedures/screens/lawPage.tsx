/** The page `/law`: what is about to end, the statutes with their days, gaps between a law and its decree. */
import type { z } from "zod";
import { addDays } from "../../kernel/dates.ts";
import { useAnswer } from "../../web/answer.ts";
import { formatDate, formatNumber } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Loaded } from "../../web/states.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
import { statuteList } from "../answers.ts";
import { LawDay, NotCompared } from "./lawDay.tsx";
import { PROCEDURE_WORDS as WORDS } from "./words.ts";

type Law = z.infer<typeof statuteList>;

/** Statutes and warnings. */
export function LawPage() {
  const say = useSay();
  const answer = useAnswer(statuteList, "/api/statutes");
  return (
    <>
      <PageHead kicker={<ViewLink to="/procedures">{say(WORDS.procedures)}</ViewLink>} title={say(WORDS.law)}>
        <p className="lead">{say(WORDS.lawLead)}</p>
      </PageHead>
      <Loaded answer={answer} lines={40}>
        {(law) => (
          <>
            <LawDay asOf={law.asOf} today={law.today} />
            <Section title={say(WORDS.ahead)}>
              {law.warnings.length === 0 ? <p>{say(WORDS.aheadNone)}</p> : <Ahead warnings={law.warnings} />}
            </Section>
            <Section title={say(WORDS.statutesOfDay)}>
              <Statutes law={law} />
            </Section>
            <Section title={say(WORDS.gaps)}>
              <ul>
                {law.gaps.map((gap) => (
                  <li key={gap.from}>{gap.says}</li>
                ))}
              </ul>
            </Section>
          </>
        )}
      </Loaded>
    </>
  );
}

function Ahead({ warnings }: Pick<Law, "warnings">) {
  const say = useSay();
  const lang = useLang();
  return (
    <ul className="law-ahead">
      {warnings.map((warning) => (
        <li key={warning.says}>
          {`${warning.says}: `}
          <strong>{`${formatNumber(warning.daysLeft, lang)} ${say(WORDS.daysLeft)}`}</strong>{" "}
          {!warning.says.includes(warning.article) && <span className="muted">{`${warning.article} `}</span>}
          <NotCompared of={warning} />
          {warning.procedures.length > 0 && (
            <p className="muted">
              {say(WORDS.affects)}{" "}
              {warning.procedures.map((one, i) => (
                <span key={one.key}>
                  {i > 0 && ", "}
                  <ViewLink to={`/procedures/${one.key}`}>{one.title}</ViewLink>
                </span>
              ))}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Statutes({ law }: { readonly law: Law }) {
  const say = useSay();
  const lang = useLang();
  const day = (date: Law["items"][number]["from"]) =>
    date === null ? say(WORDS.dayUnknown) : formatDate(date, lang);
  const columns: readonly Column<Law["items"][number]>[] = [
    {
      ...{ key: "name", head: say(WORDS.statutes), names: true, sortBy: (row) => row.name },
      cell: (row) => (
        <div className="law-name">
          {row.name}
          {!row.name.includes(row.about) && <span className="muted">{row.about}</span>}
          {row.note !== null && <span className="muted">{row.note}</span>}
        </div>
      ),
    },
    {
      ...{ key: "from", head: say(WORDS.holds), sortBy: (row) => row.from ?? "" },
      cell: (row) => (row.to === null ? day(row.from) : `${day(row.from)} – ${day(addDays(row.to, -1))}`),
    },
    {
      key: "now",
      head: formatDate(law.asOf, lang),
      cell: (row) => say(row.inForce ? WORDS.inForce : WORDS.notInForce),
    },
    {
      ...{ key: "does", head: say(WORDS.amendsReplaces) },
      cell: (row) => [...row.amends, ...row.replaces].join("; "),
    },
    { key: "checked", head: say(WORDS.checked), cell: (row) => row.checked },
  ];
  return (
    <DataTable
      {...{ columns, caption: say(WORDS.statutes), rows: law.items }}
      rowKey={(row) => row.key}
      rowTone={(row) => (row.inForce ? undefined : "quiet")}
    />
  );
}
