/** The cases of one zone, project or plot, as its own page lists them: each with its step and what is due. */
import { formatDate } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { ViewLink } from "../../../web/links.tsx";
import { type Column, DataTable } from "../../../web/table.tsx";
import type { CaseLine } from "../pageWords.ts";
import { casePath } from "./answers.ts";
import { DueText } from "./dueText.tsx";
import { CASE_WORDS } from "./words.ts";
import "./cases.css";

/** The table. */
export function CasesOfSubject({ cases }: { readonly cases: readonly CaseLine[] }) {
  const say = useSay();
  const lang = useLang();
  const columns: Column<CaseLine>[] = [
    {
      ...{ key: "number", head: say(CASE_WORDS.number), names: true },
      cell: (c) => (
        <ViewLink to={casePath(c)} className="nowrap">
          {c.number}
        </ViewLink>
      ),
    },
    { key: "procedure", head: say(CASE_WORDS.procedure), cell: (c) => c.procedure.label },
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
      ...{ key: "due", head: say(CASE_WORDS.due) },
      cell: (c) => (c.due === null ? "" : <DueText {...c.due} />),
    },
  ];
  return <DataTable caption={say(CASE_WORDS.cases)} columns={columns} rows={cases} rowKey={(c) => c.id} />;
}
