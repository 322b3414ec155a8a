/** What the inbox works on in an open register: the sources of its items. */
import type { InboxSource } from "../inbox/public.ts";
import { caseSource } from "../procedures/public.ts";
import { type TaskDeps, taskSource } from "../tasks/public.ts";
import { namesOfSubjects } from "./naming.ts";
import type { Register } from "./openedRegister.ts";

/** Every source of something that is to be done. */
export function sourcesOf(register: Register): readonly InboxSource[] {
  const { db, database, places, today } = register;
  return [caseSource({ db, readers: database.readers, places, today }), taskSource(tasksOf(register))];
}

/** What tasks are read with. */
export function tasksOf({ db, database }: Register): TaskDeps {
  const { readers } = database;
  return {
    ...{ db, readers },
    namesOf: (ids, { asker, known }) => namesOfSubjects(ids, { db, readers, known, asker }),
  };
}
