/** What the pages of tasks share: how one stands, to whom it is given, tasks as a table. */
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, SubjectLink, ViewLink } from "../../web/links.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
import { STANDINGS, type TaskList } from "../pageVocabulary.ts";
import { TASK_WORDS } from "./words.ts";

type Item = TaskList["items"][number];
type Names = TaskList["names"];

/** How a task stands, with since when or by how much. */
export function Stands({ item }: { readonly item: Item }) {
  const say = useSay();
  const lang = useLang();
  const { band, daysLate, state, doneOn } = item;
  if (state !== "open") {
    const day = doneOn === null ? null : formatDate(doneOn, lang);
    return (
      <span className="nowrap">
        {day === null ? say(STANDINGS[state]) : say(TASK_WORDS.doneOn).replace("{day}", day)}
      </span>
    );
  }
  if (band === "late" && daysLate !== null) {
    const words = daysLate === 1 ? TASK_WORDS.dayLate : TASK_WORDS.daysLate;
    return <strong className="past-limit nowrap">{say(words).replace("{n}", String(daysLate))}</strong>;
  }
  return <span className="nowrap">{say(band === "today" ? TASK_WORDS.dueToday : STANDINGS.open)}</span>;
}

/** To whom a task is given: the unit, and the officer beneath. */
export function Whom({ item, names }: { readonly item: Item; readonly names: Names }) {
  const say = useSay();
  const { unit, officer } = item;
  if (unit === null && officer === null) return <span className="muted">{say(TASK_WORDS.nobody)}</span>;
  return (
    <span className="task-whom">
      {unit !== null && <span>{names[unit] ?? unit}</span>}
      {officer !== null && (
        <span className={unit === null ? undefined : "muted"}>{names[officer] ?? officer}</span>
      )}
    </span>
  );
}

type TableProps = {
  readonly items: readonly Item[];
  readonly names: Names;
  /** False on the page of the paper that gave all of them. */
  readonly papers: boolean;
};

/** Tasks as a table, the most pressing first. */
export function TaskTable({ items, names, papers }: TableProps) {
  const say = useSay();
  const lang = useLang();
  const columns: Column<Item>[] = [
    {
      ...{ key: "name", head: say(TASK_WORDS.name), names: true },
      cell: (item) => (
        <span className="task-name">
          <ViewLink to={item.path}>{item.title}</ViewLink>
          {(item.number !== null || item.zones.length > 0) && (
            <small className="muted">
              {item.number}
              {item.zones.map((zone, at) => (
                <span key={zone.id}>
                  {at > 0 || item.number !== null ? " · " : ""}
                  <SubjectLink subject={{ kind: "zone", key: null, ...zone }} />
                </span>
              ))}
            </small>
          )}
        </span>
      ),
    },
    {
      ...{ key: "whom", head: say(TASK_WORDS.whom) },
      cell: (item) => <Whom item={item} names={names} />,
    },
    {
      ...{ key: "due", head: say(TASK_WORDS.due), sortBy: (item: Item) => item.dueOn },
      cell: (item) =>
        item.dueText === null ? (
          <span className="muted">{say(TASK_WORDS.noDue)}</span>
        ) : (
          <span className="figures nowrap">{formatDate(item.dueText, lang)}</span>
        ),
    },
    { key: "state", head: say(TASK_WORDS.state), cell: (item) => <Stands item={item} /> },
    ...(papers
      ? [
          {
            ...{ key: "paper", head: say(TASK_WORDS.paper) },
            cell: (item: Item) => (item.paper === null ? "" : <PaperLink paper={item.paper} />),
          },
        ]
      : []),
  ];
  return <DataTable caption={say(TASK_WORDS.tasks)} columns={columns} rows={items} rowKey={(i) => i.id} />;
}
