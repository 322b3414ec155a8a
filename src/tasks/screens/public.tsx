/** What screens of other folders use of tasks: those of one paper, on its page. */
import { useQuery } from "@tanstack/react-query";
import { useRight, WhereAllowed } from "../../people/screens/public.tsx";
import { get, withQuery } from "../../web/api.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { Section } from "../../web/page.tsx";
import { type TaskList, taskList } from "../pageVocabulary.ts";
import { TaskTable } from "./parts.tsx";
import { TASK_WORDS } from "./words.ts";
import "./tasks.css";

/** The tasks that a paper (by its id) gave, as they stand today, and the way to record them; nothing for who may see none. */
export function TasksOfPaper({ id }: { readonly id: string }) {
  return (
    <WhereAllowed action="readInternal">
      <OfPaper id={id} />
    </WhereAllowed>
  );
}

function useTasks(paper: string, state: "open" | "done" | "dropped") {
  const lang = useLang();
  const url = withQuery("/api/tasks", { paper, state, lang });
  return useQuery({
    queryKey: ["/api/tasks", url],
    queryFn: ({ signal }) => get(taskList, url, signal),
  });
}

function OfPaper({ id }: { readonly id: string }) {
  const say = useSay();
  const right = useRight("record");
  const [open, done, dropped] = [useTasks(id, "open"), useTasks(id, "done"), useTasks(id, "dropped")];
  const lists = [open.data, done.data, dropped.data].flatMap((list) => list ?? []);
  const items = lists.flatMap((list) => list.items);
  const names = Object.assign({}, ...lists.map((list): TaskList["names"] => list.names));
  if (items.length === 0 && right?.ok !== true) return null;
  return (
    <Section title={say(TASK_WORDS.ofThisPaper)}>
      {items.length > 0 && <TaskTable items={items} names={names} papers={false} />}
      {right?.ok === true && (
        <p className="task-acts">
          <ViewLink className="button" to={`/record/tasks?paper=${id}`}>
            {say(TASK_WORDS.byThisPaper)}
          </ViewLink>
        </p>
      )}
    </Section>
  );
}
