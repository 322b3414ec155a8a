/** Answers the list of tasks and the page of one, as who asks may see them. */
import { facetsOf, ownOf, type Standing as Stands, standingItems } from "../inbox/public.ts";
import type { PlainDate } from "../kernel/dates.ts";
import { done, type Outcome } from "../kernel/problems.ts";
import { type Asker, forReader, listOfficeNames } from "../people/public.ts";
import { findKnown } from "../register/public.ts";
import { itemsOf, seenTasks, type TaskDeps } from "./items.ts";
import type { Standing, TaskList, TasksAsked } from "./pageVocabulary.ts";
import { listTasks } from "./store.ts";

export type ListDeps = TaskDeps & { readonly today: () => PlainDate };

/** Whether an item stands as it is asked for; what is late is open, too. */
export function standsAs({ state, band }: Stands, asked: Standing): boolean {
  return asked === "late" ? band === "late" : state === asked;
}

/** The ids of units and accounts that some items name. */
export function officeIn(items: readonly Stands[]): readonly string[] {
  return items.flatMap(({ unit, officer }) => [unit ?? [], officer ?? []].flat());
}

/** The tasks that are asked for, the most pressing first. */
export async function tasksOf(deps: ListDeps, words: TasksAsked, asker: Asker): Promise<Outcome<TaskList>> {
  const { db, today, readers } = deps;
  const known = await findKnown(db, words.knownAt ?? null);
  if (!known.ok) return known;
  const { whose, state, paper, zone, limit, lang: language, asOf = today() } = words;
  const all = await listTasks(db, { asOf, known: known.value, open: false });
  const seen = await seenTasks(all, forReader(readers, asker));
  const items = await itemsOf(seen, { asker, asOf, known: known.value, language }, deps);
  const own = await ownOf(deps, asker, asOf);
  const theirs = standingItems(items, { whose, own, asOf });
  const fits = (item: Stands) =>
    (paper === undefined || item.paper?.id === paper) &&
    (zone === undefined || item.zones.some((z) => z.id === zone));
  const narrowed = theirs.filter(fits);
  const found = narrowed.filter((item) => standsAs(item, state));
  const counted = (of: Standing) => narrowed.filter((item) => standsAs(item, of)).length;
  const names = await listOfficeNames(db, [...new Set([...officeIn(found), ...own.units])]);
  return done({
    ...{ asOf, total: found.length, items: found.slice(0, limit) },
    counts: {
      ...{ open: counted("open"), late: counted("late") },
      ...{ done: counted("done"), dropped: counted("dropped") },
    },
    papers: facetsOf(theirs, (item) => (item.paper === null ? [] : [item.paper])),
    zones: facetsOf(theirs, (item) => item.zones),
    hidden: whose === "all" ? all.length - seen.length : 0,
    units: [...own.units],
    names: Object.fromEntries(names),
  });
}
