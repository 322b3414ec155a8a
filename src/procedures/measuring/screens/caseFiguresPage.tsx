/** The page `/procedures/figures`: how cases are handled, by procedure, by step of one, or by unit. */
import { useSearchParams } from "react-router";
import { OnlyWhoMay } from "../../../people/screens/public.tsx";
import { useAnswer, useFileHref } from "../../../web/answer.ts";
import { DownloadButton } from "../../../web/download.tsx";
import { useSay } from "../../../web/language.tsx";
import { ViewLink } from "../../../web/links.tsx";
import { DatedLead, PageHead } from "../../../web/page.tsx";
import { Empty, Loaded } from "../../../web/states.tsx";
import { useView } from "../../../web/view.tsx";
import { WORDS } from "../../../web/words.ts";
import { PROCEDURE_WORDS } from "../../screens/words.ts";
import { type CasesTable, casesTable } from "../vocabulary.ts";
import { FiguresTable } from "./figuresTable.tsx";
import { FiguresTools } from "./figuresTools.tsx";
import { MEASURING_WORDS } from "./words.ts";
import "./measuring.css";

/** The words of the address that the table hangs on. */
const ASKED = ["from", "to", "by", "procedure", "unit"] as const;

/** The page. */
export function CaseFiguresPage() {
  const say = useSay();
  return (
    <>
      <PageHead
        kicker={<ViewLink to="/procedures">{say(PROCEDURE_WORDS.procedures)}</ViewLink>}
        title={say(MEASURING_WORDS.title)}
      >
        <DatedLead>{say(MEASURING_WORDS.lead)}</DatedLead>
      </PageHead>
      <OnlyWhoMay action="readInternal">
        <Found />
      </OnlyWhoMay>
    </>
  );
}

function Found() {
  const [search] = useSearchParams();
  const asked = Object.fromEntries(ASKED.map((name) => [name, search.get(name)]));
  const answer = useAnswer(casesTable, "/api/procedures/figures", asked);
  const file = useFileHref("/api/procedures/figures.xlsx", asked);
  return (
    <Loaded answer={answer} lines={30}>
      {(table) => <Shown table={table} file={file} />}
    </Loaded>
  );
}

function Shown({ table, file }: { readonly table: CasesTable; readonly file: string }) {
  const say = useSay();
  const { asOf } = useView();
  const { procedure, coverage } = table;
  return (
    <>
      <div className="measuring-head">
        <FiguresTools table={table} asOf={asOf} />
        <DownloadButton href={file} name="chi-tieu-thu-tuc.xlsx">
          {say(WORDS.downloadWorkbook)}
        </DownloadButton>
      </div>
      {procedure !== null && (
        <p className="measuring-path">
          <ViewLink to="/procedures/figures">{say(MEASURING_WORDS.allProcedures)}</ViewLink>
          {" › "}
          <strong>{procedure.label}</strong>
        </p>
      )}
      {table.rows.length === 0 ? (
        <Empty>{say(MEASURING_WORDS.none)}</Empty>
      ) : (
        <>
          <FiguresTable table={table} />
          <p className="measuring-notes muted">
            {say(MEASURING_WORDS.counted)}{" "}
            {say(coverage.complete ? MEASURING_WORDS.nothing : MEASURING_WORDS.nothingKnown)}
          </p>
        </>
      )}
      {coverage.note !== null && <p className="muted">{coverage.note}.</p>}
    </>
  );
}
