/** Cases as a table: each with its step and what is due; in short where the page says already what they are about. */
import { formatDate } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { SubjectLink, ViewLink } from "../../../web/links.tsx";
import { type Column, DataTable } from "../../../web/table.tsx";
import type { CaseLine } from "../pageWords.ts";
import { casePath } from "./answers.ts";
import { DueText } from "./dueText.tsx";
import { CASE_WORDS } from "./words.ts";
import "./cases.css";

type Props = {
  readonly cases: readonly CaseLine[];
  /** On the page of a zone, project or plot: without what they are about, who handles them, when they came. */
  readonly ofSubject?: boolean;
};

/** What a table of a subject's own page leaves out. */
const ELSEWHERE = new Set(["about", "unit", "received"]);

/** The table. */
export function CaseTable({ cases, ofSubject = false }: Props) {
  const say = useSay();
  const lang = useLang();
  const columns: Column<CaseLine>[] = [
    {
      ...{
        key: "number",
        head: `${say(CASE_WORDS.number)}, ${say(CASE_WORDS.procedure).toLowerCase()}`,
        names: true,
      },
      cell: (c) => (
        <div>
          <ViewLink to={casePath(c)} className="nowrap">
            {c.number}
          </ViewLink>
          <small className="case-left case-procedure">{c.procedure.label}</small>
        </div>
      ),
    },
    {
      ...{ key: "about", head: say(CASE_WORDS.about) },
      cell: (c) =>
        c.zone === null || c.about !== c.zone.label ? (
          c.about
        ) : (
          <SubjectLink subject={{ kind: "zone", key: null, ...c.zone }} />
        ),
    },
    {
      ...{ key: "unit", head: say(CASE_WORDS.unit) },
      cell: (c) => (
        <span className="case-unit">
          {c.unit?.label ?? say(CASE_WORDS.nobody)}
          {c.officer !== null && <small className="case-left muted">{c.officer.label}</small>}
        </span>
      ),
    },
    {
      ...{ key: "step", head: say(CASE_WORDS.step) },
      cell: (c) => (
        <span>
          {c.step?.label ?? c.stateLabel}
          {c.endedOn !== null && (
            <small className="case-left muted figures">{formatDate(c.endedOn, lang)}</small>
          )}
        </span>
      ),
    },
    {
      ...{ key: "received", head: say(CASE_WORDS.received) },
      cell: (c) =>
        c.receivedOn === null ? "" : <span className="figures nowrap">{formatDate(c.receivedOn, lang)}</span>,
    },
    {
      ...{ key: "due", head: say(CASE_WORDS.due) },
      cell: (c) =>
        c.due !== null ? (
          <DueText {...c.due} />
        ) : (
          <span className="muted">
            {c.endedOn !== null ? "" : say(c.state === "waiting" ? CASE_WORDS.stands : CASE_WORDS.notDue)}
          </span>
        ),
    },
  ];
  const shown = ofSubject ? columns.filter(({ key }) => !ELSEWHERE.has(key)) : columns;
  return <DataTable caption={say(CASE_WORDS.cases)} columns={shown} rows={cases} rowKey={(c) => c.id} />;
}
