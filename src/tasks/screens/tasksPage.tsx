/** The tasks of the office on a day: mine, my unit's, everyone's; by how they stand, by paper, by zone. */
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import type { PlainDate } from "../../kernel/dates.ts";
import { OnlyWhoMay, useRight } from "../../people/screens/public.tsx";
import { get, withQuery } from "../../web/api.ts";
import { DownloadButton } from "../../web/download.tsx";
import { useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { NarrowField, Narrowing } from "../../web/narrowing.tsx";
import { OtherDay } from "../../web/otherDay.tsx";
import { DatedLead, PageHead } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { useSetQuery, useView } from "../../web/view.tsx";
import { WORDS } from "../../web/words.ts";
import { STANDINGS, standing, type TaskList, taskList } from "../pageVocabulary.ts";
import { TaskTable } from "./parts.tsx";
import { TASK_WORDS } from "./words.ts";
import "./tasks.css";

/** The page `/tasks`. */
export function TasksPage({ today }: { readonly today: PlainDate }) {
  const say = useSay();
  return (
    <>
      <OtherDay today={today} />
      <PageHead title={say(TASK_WORDS.tasks)}>
        <DatedLead>{say(TASK_WORDS.lead)}</DatedLead>
      </PageHead>
      <OnlyWhoMay action="readInternal">
        <Tasks />
      </OnlyWhoMay>
    </>
  );
}

const WHOSE = ["mine", "unit", "all"] as const;
const NARROWED = ["state", "paper", "zone"] as const;

const counted = (all: TaskList["papers"]) =>
  all.map(({ id, label, count }) => ({ id, label: `${label} (${count})` }));

/** What the address asks for. */
function useAsked() {
  const [search] = useSearchParams();
  const { asOf, knownAt, lang } = useView();
  const whose = WHOSE.find((one) => one === search.get("whose")) ?? "all";
  const state = standing.safeParse(search.get("state")).data ?? "open";
  const [paper, zone] = [search.get("paper"), search.get("zone")];
  return { whose, words: { whose, state, paper, zone, asOf, knownAt, lang } };
}

function Tasks() {
  const say = useSay();
  const setQuery = useSetQuery();
  const right = useRight("record");
  const { whose, words } = useAsked();
  const url = withQuery("/api/tasks", words);
  const answer = useQuery({
    queryKey: ["/api/tasks", url],
    queryFn: ({ signal }) => get(taskList, url, signal),
    placeholderData: (before) => before,
  });
  return (
    <>
      <div className="task-tools">
        <fieldset className="segments">
          <legend className="visually-hidden">{say(TASK_WORDS.whose)}</legend>
          {WHOSE.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === whose}
              onClick={() => setQuery({ whose: one === "all" ? null : one }, { replace: true })}
            >
              {say(TASK_WORDS[one])}
            </button>
          ))}
        </fieldset>
        {right?.ok === true && (
          <ViewLink className="button" to="/record/tasks">
            {say(TASK_WORDS.record)}
          </ViewLink>
        )}
        <DownloadButton href={withQuery("/api/tasks.xlsx", words)} name="nhiem-vu.xlsx">
          {say(WORDS.downloadWorkbook)}
        </DownloadButton>
      </div>
      <Loaded answer={answer} lines={20}>
        {(list) => (
          <>
            <Narrowing names={NARROWED}>
              <NarrowField
                name="state"
                label={say(TASK_WORDS.state)}
                options={standing.options.map((id) => ({
                  id,
                  label: `${say(STANDINGS[id])} (${list.counts[id]})`,
                }))}
                usual="open"
              />
              <NarrowField name="paper" label={say(TASK_WORDS.paper)} options={counted(list.papers)} />
              <NarrowField name="zone" label={say(TASK_WORDS.zone)} options={counted(list.zones)} />
            </Narrowing>
            {whose === "unit" && list.units.length === 0 && <p className="muted">{say(TASK_WORDS.noUnit)}</p>}
            {list.items.length === 0 ? (
              <Empty>{say(TASK_WORDS.none)}</Empty>
            ) : (
              <TaskTable items={list.items} names={list.names} papers={true} />
            )}
            <Beside list={list} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** What stands beside the list: that there are more. */
function Beside({ list: { items, total, hidden } }: { readonly list: TaskList }) {
  const say = useSay();
  return (
    <>
      {items.length < total && (
        <p className="muted">
          {say(TASK_WORDS.more).replace("{n}", String(items.length)).replace("{all}", String(total))}
        </p>
      )}
      {hidden > 0 && <p className="muted">{say(TASK_WORDS.hidden).replace("{n}", String(hidden))}</p>}
    </>
  );
}
