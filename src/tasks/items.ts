/** Tasks as items of the inbox: the source that the application gives to it. */
import type { InboxItem, InboxSource, ItemsAsked } from "../inbox/public.ts";
import { lastDay } from "../kernel/dates.ts";
import { forReader } from "../people/public.ts";
import type { EachReader } from "../platform/database/logins.ts";
import type { Db } from "../platform/database/tables.ts";
import {
  closedAmong,
  documentLabel,
  listDocumentsById,
  papersBehind,
  type Seen,
  seenOf,
} from "../register/public.ts";
import { listTasks, type TaskState } from "./store.ts";

export type TaskDeps = {
  readonly db: Db;
  readonly readers: EachReader<Db>;
  /** What zones and projects are called, by id. */
  readonly namesOf: (ids: readonly string[], asked: ItemsAsked) => Promise<ReadonlyMap<string, string>>;
};

/** Those of some tasks whose paper the asker may read, without what rests on papers closed to them. */
async function seenTasks(tasks: readonly TaskState[], reader: Db): Promise<ReadonlyArray<Seen<TaskState>>> {
  const isClosed = await closedAmong(reader, papersBehind(tasks));
  return tasks
    .map((task) => seenOf(task, isClosed))
    .filter(({ hidden }) => !hidden.includes("name"))
    .map((task) => (task.hidden.includes("officer") ? { ...task, handedOn: null } : task));
}

/** The source of tasks. One whose paper is closed to the asker is not there. */
export function taskSource({ db, readers, namesOf }: TaskDeps): InboxSource {
  return {
    kind: "task",
    list: async (asked) => {
      const reader = forReader(readers, asked.asker);
      const all = await listTasks(db, { ...asked, open: asked.state === "open" });
      const tasks = await seenTasks(all, reader);
      const papers = await listDocumentsById(reader, papersBehind(tasks));
      const named = tasks.flatMap(({ attributes: { zone, project } }) => [zone ?? [], project ?? []].flat());
      const names = await namesOf([...new Set(named)], asked);
      const label = (id: string | undefined) =>
        id === undefined ? [] : [{ id, label: names.get(id) ?? id }];
      return tasks.map((task): InboxItem => {
        const { name, code, unit, officer, due, zone, project, places, state, doneOn } = task.attributes;
        const paper = papers.get(task.sources.name?.document ?? "");
        return {
          kind: "task",
          id: task.id,
          path: `/record?about=task&task=${encodeURIComponent(task.key ?? task.id)}`,
          number: code ?? null,
          title: name ?? "",
          procedure: null,
          step: null,
          state: state ?? "open",
          unit: unit ?? null,
          officer: officer ?? null,
          waitingOn: null,
          openedOn: task.sources.name?.since ?? null,
          handedOn: task.handedOn,
          dueOn: due === undefined ? null : lastDay(due),
          dueText: due ?? null,
          doneOn: doneOn ?? null,
          zones: label(zone),
          project: label(project)[0] ?? null,
          places: places ?? [],
          paper: paper === undefined ? null : { id: paper.id, label: documentLabel(paper, asked.language) },
        };
      });
    },
  };
}
