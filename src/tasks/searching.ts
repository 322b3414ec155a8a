/** Tasks for the search over everything: as they stand today, for who may read what is internal and their papers. */
import type { PlainDate } from "../kernel/dates.ts";
import { searchKey } from "../kernel/text.ts";
import type { Db } from "../platform/database/tables.ts";
import { documentLabel, listDocumentsById } from "../register/public.ts";
import { type Candidate, SEARCH_KINDS, type SearchSource } from "../search/vocabulary.ts";
import { seenTasks } from "./items.ts";
import { listTasks } from "./store.ts";
import { TASK_STATES } from "./vocabulary.ts";

/** Tasks by their words or their number. A single letter finds none: nearly everything bears it. */
export function tasksToSearch({
  db,
  today,
}: {
  readonly db: Db;
  readonly today: () => PlainDate;
}): SearchSource {
  return {
    kind: "task",
    find: async ({ known, language }, { words, access, reader }) => {
      if (!access.includes("internal") || words.join("").length < 2) return [];
      const all = await listTasks(db, { asOf: today(), known, open: false });
      // By what may be seen of them: else a closed number could be guessed word by word.
      const seen = (await seenTasks(all, reader)).filter(({ attributes: { name = "", code = "" } }) => {
        const text = searchKey(`${name} ${code} ${SEARCH_KINDS.task.vi} ${SEARCH_KINDS.task.en}`);
        return words.every((word) => text.includes(word));
      });
      const papers = await listDocumentsById(
        reader,
        seen.flatMap((task) => task.sources.name?.document ?? []),
      );
      return seen.map(({ id, key, attributes: a, sources }): Candidate => {
        const paper = papers.get(sources.name?.document ?? "");
        const state = TASK_STATES[a.state ?? "open"][language];
        const by = paper === undefined ? [] : [documentLabel(paper, language)];
        return {
          ...{ kind: "task", id, key, label: a.name ?? key ?? id },
          detail: [...(a.code === undefined ? [] : [a.code]), state, ...by].join(" · "),
          names: [a.name, a.code].flatMap((name) => name ?? []),
          text: `${SEARCH_KINDS.task.vi} ${SEARCH_KINDS.task.en} ${a.name ?? ""}`,
          places: a.places ?? [],
          access: "internal",
        };
      });
    },
  };
}
