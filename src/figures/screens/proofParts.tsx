/** The lists under a figure: records, what is missing, what is disputed, what was published. */
import { formatDate, formatPeriod, quantityText } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, PaperLinks, SubjectLink } from "../../web/links.tsx";
import { StillNumber } from "../../web/number.tsx";
import { hiddenWords } from "../../web/numberWords.ts";
import { Empty } from "../../web/states.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
import { WORDS } from "../../web/words.ts";
import type { FigureAnswer, FigureRecord, ReportedValue } from "../vocabulary.ts";
import { amountText, shownClaim } from "./answers.ts";
import { Independent, VerdictMark } from "./verdict.tsx";
import { FIGURE_WORDS } from "./words.ts";

type PartProps = { readonly figure: FigureAnswer };

/** Every record links to its subject and to its papers. */
export function RecordTable({ figure, more }: PartProps & { readonly more: () => void }) {
  const say = useSay();
  const lang = useLang();
  if (figure.records.length === 0 && figure.hidden > 0) return <HiddenRecords figure={figure} />;
  if (figure.records.length === 0) {
    return (
      <Empty>{say(figure.basis === "reported" ? FIGURE_WORDS.onlyReported : FIGURE_WORDS.noRecords)}</Empty>
    );
  }
  const periodColumn: Column<FigureRecord> = {
    key: "period",
    head: say(FIGURE_WORDS.period),
    cell: (r) =>
      r.period === undefined ? "" : <span className="figures nowrap">{formatPeriod(r.period, lang)}</span>,
  };
  const columns: Column<FigureRecord>[] = [
    {
      key: "label",
      head: say(FIGURE_WORDS.record),
      names: true,
      cell: (r) => <SubjectLink subject={r} />,
    },
    {
      key: "value",
      head: say(FIGURE_WORDS.value),
      figures: true,
      cell: (r) =>
        r.value === null
          ? ""
          : amountText(
              r.value,
              { ...r, unit: figure.unit === "zone" ? null : (r.unit ?? figure.unit) },
              lang,
            ),
    },
    ...(figure.records.some((r) => r.period !== undefined) ? [periodColumn] : []),
    {
      key: "since",
      head: say(FIGURE_WORDS.since),
      cell: (r) =>
        r.since === null ? "" : <span className="figures nowrap">{formatDate(r.since, lang)}</span>,
    },
    {
      key: "papers",
      head: say(WORDS.papers),
      cell: (r) => (
        <span>
          <PaperLinks papers={r.documents} />
          {r.standing === "says" && <small className="muted"> ({say(FIGURE_WORDS.pressOnly)})</small>}
        </span>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption={`${say(FIGURE_WORDS.records)}: ${figure.title}`}
        columns={columns}
        rows={figure.records}
        rowKey={(r) => r.id}
        orderName="recordSort"
      />
      <HiddenRecords figure={figure} />
      {figure.next !== null && (
        <button type="button" onClick={more}>
          {say(FIGURE_WORDS.moreRecords)} ({figure.recordsTotal - figure.records.length})
        </button>
      )}
    </>
  );
}

/** How many of the records are not shown, and who may see them. */
function HiddenRecords({ figure }: PartProps) {
  const say = useSay();
  const lang = useLang();
  if (figure.hidden === 0) return null;
  return (
    <p className="muted">
      {hiddenWords(figure.hidden, lang)}. {say(FIGURE_WORDS.hiddenWhy)}
    </p>
  );
}

/** What belongs to the figure and could not be counted, and why. */
export function MissingList({ figure }: PartProps) {
  const lang = useLang();
  return (
    <ul className="proof-list">
      {figure.missing.map((m) => (
        <li key={`${m.kind} ${m.id} ${m.why}`} className="proof-missing">
          <strong>
            <SubjectLink subject={m} />
          </strong>
          {m.amount !== null && (
            <span className="figures">
              {" "}
              · {amountText(m.amount, { ...m, unit: m.unit ?? figure.unit }, lang)}
            </span>
          )}
          {m.period !== undefined && <span className="figures">, {formatPeriod(m.period, lang)}</span>}
          <p className="muted">{m.why}</p>
        </li>
      ))}
    </ul>
  );
}

/** What papers disagree about: named, never counted. */
export function DisputedList({ figure }: PartProps) {
  const lang = useLang();
  const say = useSay();
  return (
    <ul className="proof-list">
      {figure.disputed.map((d) => (
        <li key={`${d.kind} ${d.id}`}>
          <strong>
            <SubjectLink subject={d} />
          </strong>
          {d.effect !== null && (
            <span className="figures muted">
              {` · ${say(FIGURE_WORDS.ifCounted)} ${d.effect > 0 ? "+" : ""}${quantityText(d.effect, figure.unit === "zone" ? null : figure.unit, lang)}`}
            </span>
          )}
          <p>{d.why}</p>
          <p>
            <PaperLinks papers={d.documents} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What papers published for this figure, each beside the register's value. */
export function ReportedTable({ figure }: PartProps) {
  const say = useSay();
  const lang = useLang();
  const columns: Column<ReportedValue>[] = [
    {
      key: "paper",
      head: say(WORDS.paper),
      names: true,
      cell: (r) => <PaperLink paper={r.document} />,
    },
    {
      key: "value",
      head: say(FIGURE_WORDS.published),
      figures: true,
      cell: (r) => (
        <StillNumber
          number={shownClaim({ ...r, unit: figure.unit })}
          unitWord={figure.unit === "zone" ? "" : undefined}
        />
      ),
    },
    {
      key: "period",
      head: say(FIGURE_WORDS.period),
      cell: (r) => <span className="figures nowrap">{formatPeriod(r.period, lang)}</span>,
    },
    {
      key: "verdict",
      head: say(FIGURE_WORDS.verdict),
      cell: (r) => (
        <span>
          <VerdictMark
            verdict={r.verdict}
            differsBy={r.differsBy}
            unit={figure.unit === "zone" ? null : figure.unit}
          />{" "}
          <Independent count={r.independent} />
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={`${say(FIGURE_WORDS.reported)}: ${figure.title}`}
      columns={columns}
      rows={figure.reported}
      rowKey={(r) => `${r.document.id} ${r.value} ${r.period.from}`}
      orderName="reportedSort"
    />
  );
}
