/** The list of papers on which the register rests. */
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useAnswer } from "../../web/answer.ts";
import { formatDate, formatNumber } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
import { useSetQuery } from "../../web/view.tsx";
import { ChoiceField, FindField } from "../../web/viewFields.tsx";
import { type DocumentSummary, documentList, documentPath } from "./answers.ts";
import { DOCUMENT_WORDS, STANDING_WORDS } from "./words.ts";
import "./documents.css";

/** Papers that are shown at first, and how many more each time. */
const PAGE = 200;
const MOST = 1000;

/** The page `/documents`. */
export function DocumentsPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const setQuery = useSetQuery();
  const [typed, standing] = [search.get("find") ?? "", search.get("standing") ?? ""];
  const [limit, setLimit] = useState(PAGE);
  const answer = useAnswer(documentList, "/api/documents", {
    find: typed === "" ? null : typed,
    standing: standing === "" ? null : standing,
    limit: String(limit),
  });
  const set = (name: string, value: string) =>
    setQuery({ [name]: value === "" ? null : value }, { replace: true });
  return (
    <>
      <PageHead title={say(DOCUMENT_WORDS.documents)}>
        <p className="lead">{say(DOCUMENT_WORDS.documentsLead)}</p>
      </PageHead>
      <search className="document-tools">
        <FindField text={typed} label={say(DOCUMENT_WORDS.find)} find={(text) => set("find", text)} />
        <ChoiceField
          value={standing}
          label={say(DOCUMENT_WORDS.standing)}
          choose={(chosen) => set("standing", chosen)}
        >
          <option value="">{say(DOCUMENT_WORDS.all)}</option>
          <option value="decides">{say(STANDING_WORDS.decides)}</option>
          <option value="says">{say(STANDING_WORDS.says)}</option>
        </ChoiceField>
      </search>
      <Loaded answer={answer} lines={30}>
        {({ items, next }) => (
          <>
            <DocumentTable papers={items} />
            {next !== null && limit < MOST && (
              <p>
                <button type="button" className="button" onClick={() => setLimit(limit + PAGE)}>
                  {say(DOCUMENT_WORDS.more)}
                </button>
              </p>
            )}
            {next !== null && limit >= MOST && <p className="muted">{say(DOCUMENT_WORDS.narrow)}</p>}
          </>
        )}
      </Loaded>
    </>
  );
}

function DocumentTable({ papers }: { readonly papers: readonly DocumentSummary[] }) {
  const say = useSay();
  const lang = useLang();
  if (papers.length === 0) return <Empty>{say(DOCUMENT_WORDS.none)}</Empty>;
  const dated = (d: DocumentSummary) => d.signedOn ?? d.effectiveOn;
  const columns: Column<DocumentSummary>[] = [
    {
      key: "paper",
      head: say(DOCUMENT_WORDS.paper),
      names: true,
      sortBy: (d) => d.label,
      cell: (d) => (
        <span>
          <ViewLink to={documentPath(d)}>
            {d.number === null ? d.title : `${d.kindLabel} ${d.number}`}
          </ViewLink>
          {d.number !== null && <span className="document-title">{d.title}</span>}
        </span>
      ),
    },
    {
      key: "date",
      head: say(DOCUMENT_WORDS.signed),
      sortBy: dated,
      cell: (d) => {
        const day = dated(d);
        return day === null ? "" : <span className="figures nowrap">{formatDate(day, lang)}</span>;
      },
    },
    {
      key: "issuer",
      head: say(DOCUMENT_WORDS.issuer),
      sortBy: (d) => d.issuer,
      cell: (d) => d.issuer ?? "",
    },
    {
      key: "standing",
      head: say(DOCUMENT_WORDS.standing),
      sortBy: (d) => d.standing,
      cell: (d) => say(STANDING_WORDS[d.standing]),
    },
    {
      key: "holds",
      head: say(DOCUMENT_WORDS.holds),
      sortBy: (d) => d.changes + d.claims + d.entries,
      cell: (d) => <Holdings paper={d} />,
    },
    {
      key: "copy",
      head: say(DOCUMENT_WORDS.copy),
      cell: (d) => (
        <span className="muted">{say(d.hasFile ? DOCUMENT_WORDS.hasCopy : DOCUMENT_WORDS.noCopy)}</span>
      ),
    },
  ];
  return (
    <DataTable caption={say(DOCUMENT_WORDS.documents)} columns={columns} rows={papers} rowKey={(d) => d.id} />
  );
}

function Holdings({ paper }: { readonly paper: DocumentSummary }) {
  const say = useSay();
  const lang = useLang();
  const parts = (["changes", "claims", "entries"] as const).filter((part) => paper[part] > 0);
  return (
    <span className="muted">
      {parts.map((part) => `${formatNumber(paper[part], lang)} ${say(DOCUMENT_WORDS[part])}`).join(", ")}
    </span>
  );
}
