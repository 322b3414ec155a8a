/** All organisations that papers name, with what they do here. */
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useAnswer } from "../../web/answer.ts";
import { formatDate, formatNumber } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, ViewLink } from "../../web/links.tsx";
import { PageHead } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
import { useSetQuery } from "../../web/view.tsx";
import { FindField } from "../../web/viewFields.tsx";
import type { OrganisationSummary } from "../vocabulary.ts";
import { organisationList, organisationPath } from "./answers.ts";
import { ORGANISATION_WORDS } from "./words.ts";
import "./organisations.css";

const PAGE = 100;
const MOST = 500;

/** The page `/organisations`. */
export function OrganisationsPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const setQuery = useSetQuery();
  const typed = search.get("find") ?? "";
  const [limit, setLimit] = useState(PAGE);
  const answer = useAnswer(organisationList, "/api/organisations", {
    find: typed === "" ? null : typed,
    limit: String(limit),
  });
  return (
    <>
      <PageHead title={say(ORGANISATION_WORDS.organisations)}>
        <p className="lead">{say(ORGANISATION_WORDS.lead)}</p>
      </PageHead>
      <search className="organisation-tools">
        <FindField
          text={typed}
          label={say(ORGANISATION_WORDS.find)}
          find={(text) => setQuery({ find: text === "" ? null : text }, { replace: true })}
        />
      </search>
      <Loaded answer={answer} lines={30}>
        {({ items, next }) => (
          <>
            <OrganisationTable organisations={items} />
            {next !== null && limit < MOST && (
              <p>
                <button type="button" className="button" onClick={() => setLimit(MOST)}>
                  {say(ORGANISATION_WORDS.more)}
                </button>
              </p>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function OrganisationTable({ organisations }: { readonly organisations: readonly OrganisationSummary[] }) {
  const say = useSay();
  const lang = useLang();
  if (organisations.length === 0) return <Empty>{say(ORGANISATION_WORDS.none)}</Empty>;
  const count = (n: number) => (n === 0 ? "" : formatNumber(n, lang));
  const columns: Column<OrganisationSummary>[] = [
    {
      key: "name",
      head: say(ORGANISATION_WORDS.name),
      names: true,
      sortBy: (o) => o.name,
      cell: (o) => <ViewLink to={organisationPath(o)}>{o.name}</ViewLink>,
    },
    {
      key: "code",
      head: say(ORGANISATION_WORDS.code),
      cell: (o) => (o.code === null ? "" : <span className="figures">{o.code}</span>),
    },
    {
      key: "zones",
      head: say(ORGANISATION_WORDS.zones),
      figures: true,
      sortBy: (o) => o.zones,
      cell: (o) => count(o.zones),
    },
    {
      key: "projects",
      head: say(ORGANISATION_WORDS.projects),
      figures: true,
      sortBy: (o) => o.projects,
      cell: (o) => count(o.projects),
    },
    {
      key: "paper",
      head: say(ORGANISATION_WORDS.lastPaper),
      sortBy: (o) => o.lastPaper?.date ?? null,
      cell: ({ lastPaper }) =>
        lastPaper === null ? (
          ""
        ) : (
          <span>
            <PaperLink paper={lastPaper} />{" "}
            {lastPaper.date !== null && (
              <span className="muted nowrap">{`· ${formatDate(lastPaper.date, lang)}`}</span>
            )}
          </span>
        ),
    },
  ];
  return (
    <DataTable
      caption={say(ORGANISATION_WORDS.organisations)}
      columns={columns}
      rows={organisations}
      rowKey={(o) => o.id}
    />
  );
}
