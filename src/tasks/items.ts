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
  listHeldSince,
  papersBehind,
  type Seen,
  seenOf,
} from "../register/public.ts";
import { listTasks, type TaskState } from "./store.ts";
import { taskPath } from "./vocabulary.ts";

export type TaskDeps = {
  readonly db: Db;
  readonly readers: EachReader<Db>;
  /** What zones and projects are called, by id, as far as the asker may see them. */
  readonly namesOf: (
    ids: readonly string[],
    asked: Pick<ItemsAsked, "asker" | "known">,
  ) => Promise<ReadonlyMap<string, string>>;
};

/**
 * Those of some tasks whose paper the asker may read, without what rests on papers closed to them. Where the paper that
 * says how a task stands is closed it is not there either: it would be shown as still to be done.
 */
export async function seenTasks(
  tasks: readonly TaskState[],
  reader: Db,
): Promise<ReadonlyArray<Seen<TaskState>>> {
  const isClosed = await closedAmong(reader, papersBehind(tasks));
  return tasks
    .map((task) => seenOf(task, isClosed))
    .filter(({ hidden }) => !hidden.includes("name") && !hidden.includes("state"));
}

/** Tasks as items; of those that are seen alone. */
export async function itemsOf(
  tasks: ReadonlyArray<Seen<TaskState>>,
  asked: Pick<ItemsAsked, "asker" | "asOf" | "known" | "language">,
  { db, readers, namesOf }: TaskDeps,
): Promise<readonly InboxItem[]> {
  const papers = await listDocumentsById(forReader(readers, asked.asker), papersBehind(tasks));
  const named = tasks.flatMap(({ attributes: { zone, project } }) => [zone ?? [], project ?? []].flat());
  const names = await namesOf([...new Set(named)], asked);
  const label = (id: string | undefined) => {
    const found = names.get(id ?? "");
    return id === undefined || found === undefined ? [] : [{ id, label: found }];
  };
  const shown = tasks.map((task) => (task.hidden.includes("officer") ? undefined : task.sources.officer));
  const handed = await listHeldSince(
    db,
    shown.flatMap((source) => source ?? []),
  );
  return tasks.map((task, at): InboxItem => {
    const { name, code, unit, officer, due, zone, project, places, state, doneOn } = task.attributes;
    const paper = papers.get(task.sources.name?.document ?? "");
    return {
      kind: "task",
      id: task.id,
      path: taskPath(task),
      number: code ?? null,
      title: name ?? "",
      procedure: null,
      step: null,
      state: state ?? "open",
      unit: unit ?? null,
      officer: officer ?? null,
      waitingOn: null,
      openedOn: task.sources.name?.since ?? null,
      handedOn: handed.get(shown[at]?.change ?? "") ?? null,
      dueOn: due === undefined ? null : lastDay(due),
      dueText: due ?? null,
      doneOn: doneOn ?? null,
      zones: label(zone),
      project: label(project)[0] ?? null,
      places: places ?? [],
      paper: paper === undefined ? null : { id: paper.id, label: documentLabel(paper, asked.language) },
    };
  });
}

/** The source of tasks. One whose paper is closed to the asker is not there. */
export function taskSource(deps: TaskDeps): InboxSource {
  return {
    kind: "task",
    list: async (asked) => {
      const all = await listTasks(deps.db, { ...asked, open: asked.state === "open" });
      return itemsOf(await seenTasks(all, forReader(deps.readers, asked.asker)), asked, deps);
    },
  };
}
