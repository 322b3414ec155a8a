/** The page of one task: how it stands on a day, by which papers, and everything that was told of it. */
import { standingItems } from "../inbox/public.ts";
import type { PlainDate } from "../kernel/dates.ts";
import { done, type Outcome } from "../kernel/problems.ts";
import { type Asker, forReader, listOfficeNames, may, namesOfAuthors } from "../people/public.ts";
import type { PlaceDirectory } from "../places/public.ts";
import type { Db } from "../platform/database/tables.ts";
import { notFound } from "../platform/http/server.ts";
import {
  type ChangeRecord,
  documentLabel,
  findKnown,
  type Known,
  listChanges,
  listDocumentsById,
  type Naming,
  officeNamed,
  type Seen,
  subjectsNamed,
  withdrawnIds,
  writtenAttributes,
} from "../register/public.ts";
import { type ListDeps, officeIn } from "./answering.ts";
import { itemsOf, seenTasks } from "./items.ts";
import type { TaskPage, ToldOfTask } from "./pageVocabulary.ts";
import { findTaskId, listTasks, type TaskState } from "./store.ts";
import type { TaskAttribute } from "./vocabulary.ts";
import { taskWords } from "./words.ts";

export type PageDeps = ListDeps & {
  readonly places: () => PlaceDirectory;
  /** Which of some changes (ids) are in force and may be put right by the asker. */
  readonly correctable: (ids: readonly string[], asker: Asker) => Promise<ReadonlySet<string>>;
};

type Language = "vi" | "en";
type Asked = {
  readonly asOf: PlainDate | undefined;
  readonly knownAt: string | undefined;
  readonly language: Language;
};
type Of = { readonly asker: Asker; readonly known: Known; readonly language: Language };

/** Labels of papers by id, of those that the reader may read. */
async function labelsOf(reader: Db, ids: readonly string[], language: Language) {
  const papers = await listDocumentsById(reader, ids);
  return (id: string | undefined) => {
    const paper = papers.get(id ?? "");
    return paper === undefined ? null : { id: paper.id, label: documentLabel(paper, language) };
  };
}

function setOf({ change }: ChangeRecord) {
  return change.kind === "set" ? change.attributes : {};
}

function textOf(record: ChangeRecord, records: readonly ChangeRecord[], naming: Naming): string {
  const { change } = record;
  switch (change.kind) {
    case "set":
      return writtenAttributes(taskWords, change.attributes, naming);
    case "clear":
      return change.attributes
        .flatMap((name) => (name in taskWords.labels ? taskWords.labels[nameIn(name)][naming.language] : []))
        .join(", ");
    case "withdraw": {
      const wrong = records.find((r) => r.change.id === change.withdraws);
      return wrong === undefined ? "" : textOf(wrong, records, naming);
    }
  }
}

/** An attribute by its name; the register lets in no other. */
function nameIn(name: string): TaskAttribute {
  const found = Object.keys(taskWords.labels).find((label): label is TaskAttribute => label === name);
  if (found === undefined) throw new RangeError(`a task has no ${name}`);
  return found;
}

async function historyOf(id: string, deps: PageDeps, { asker, known, language }: Of) {
  const reader = forReader(deps.readers, asker);
  // Those of papers that the reader may not read are not among them.
  const records = await listChanges(reader, [id], known);
  const sets = records.map(setOf);
  const [office, subjects] = [officeNamed, subjectsNamed].map((of) =>
    sets.flatMap((set) => of(taskWords, set)),
  );
  const naming: Naming = {
    ...{ language, places: deps.places() },
    names: new Map([
      ...(await listOfficeNames(deps.db, office ?? [])),
      ...(await deps.namesOf(subjects ?? [], { asker, known })),
    ]),
  };
  const labelFor = await labelsOf(
    reader,
    records.map((r) => r.change.document),
    language,
  );
  const authors = await namesOfAuthors(
    deps.db,
    records.map((r) => r.author),
  );
  const showsAuthors = may(asker, "readHistory").ok;
  const withdrawn = withdrawnIds(records.map((r) => r.change));
  const correctable = await deps.correctable(
    records.map((r) => r.change.id),
    asker,
  );
  const told = records.map((record): ToldOfTask => {
    const { change, note, at, author } = record;
    return {
      ...{ id: change.id, kind: change.kind, text: textOf(record, records, naming), note, at },
      since: change.kind === "withdraw" ? null : change.from.date,
      document: labelFor(change.document) ?? { id: change.document, label: "" },
      author: showsAuthors ? authors(author) : null,
      withdrawn: withdrawn.has(change.id),
      correctable: correctable.has(change.id),
    };
  });
  return { told: told.reverse(), mayAct: correctable.size > 0 };
}

async function paperBehind(task: Seen<TaskState>, reader: Db, language: Language) {
  const of = (name: string) => task.sources[name]?.document;
  const labelFor = await labelsOf(
    reader,
    ["name", "due", "state"].flatMap((n) => of(n) ?? []),
    language,
  );
  const given = labelFor(of("name"));
  const other = (name: string) => (of(name) === of("name") ? null : labelFor(of(name)));
  return { given, dueBy: other("due"), doneBy: other("state") };
}

/** One task by id or key on a day; not found where it may not be seen, or nothing of it held then. */
export async function taskPageOf(
  deps: PageDeps,
  idOrKey: string,
  { asker, ...asked }: Asked & { readonly asker: Asker },
): Promise<Outcome<TaskPage>> {
  const { db, readers, today } = deps;
  const found = await findKnown(db, asked.knownAt ?? null);
  if (!found.ok) return found;
  const [known, language] = [found.value, asked.language];
  const lost = notFound("task", idOrKey);
  const id = await findTaskId(db, idOrKey, known);
  const asOf = asked.asOf ?? today();
  if (id === null) return lost;
  const reader = forReader(readers, asker);
  const [task] = await seenTasks(await listTasks(db, { asOf, known, open: false, id }), reader);
  if (task === undefined) return lost;
  const items = await itemsOf([task], { asker, asOf, known, language }, deps);
  const own = { author: "", units: [], colleagues: new Set<string>() };
  const [item] = standingItems(items, { whose: "all", own, asOf });
  const { given, dueBy, doneBy } = await paperBehind(task, reader, language);
  if (item === undefined || given === null) return lost;
  const { told, mayAct } = await historyOf(id, deps, { asker, known, language });
  const places = (task.attributes.places ?? []).flatMap((place) => {
    const one = deps.places().find(place);
    return one === null ? [] : [{ id: place, label: one.name }];
  });
  return done({
    ...{ key: task.key, asOf, item, given, dueBy, doneBy: item.state === "open" ? null : doneBy, places },
    ...{ hidden: [...task.hidden], mayAct, history: told },
    names: Object.fromEntries(await listOfficeNames(db, officeIn([item]))),
  });
}
