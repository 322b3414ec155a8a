/** What somebody else recorded meanwhile about what is told of, field by field. */
import { firstDay } from "../kernel/dates.ts";
import { namesOfAuthors } from "../people/public.ts";
import { documentLabel, listDocumentsById } from "../register/public.ts";
import { type Touched, touchedSince } from "./differing.ts";
import { KINDS, type Kind, labelOf } from "./kinds.ts";
import { namingOf } from "./naming.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import { HIDDEN, valueInWords } from "./sentences.ts";
import { listSubjectsLast } from "./store.ts";
import { eachTold, findSubjectKnown, type SubjectKnown, type ToldOnce } from "./subjects.ts";
import type { Conflict, Telling } from "./vocabulary.ts";

type Deps = Pick<RecordingDeps, "db" | "readers" | "places">;
type Field = Conflict["fields"][number];

/** The last commit that touched any of the subjects that are told of; 0: all are new. */
export async function lastOf(deps: Deps, told: Telling): Promise<number> {
  const ids = eachTold(told).flatMap((t) => t.subject ?? []);
  return Math.max(0, ...(await listSubjectsLast(deps.db, ids)).map((s) => s.last));
}

/** What others recorded about the subjects after the commit that the telling names; null: nothing. */
export async function conflictOf(deps: Deps, told: Telling, asking: Asking): Promise<Conflict | null> {
  const ids = eachTold(told).flatMap((t) => t.subject ?? []);
  const moved = (await listSubjectsLast(deps.db, ids)).filter((s) => s.last > told.expected);
  if (moved.length === 0) return null;
  const fields: Field[] = [];
  for (const once of eachTold(told)) {
    const last = moved.find((s) => s.id === once.subject);
    const known =
      last === undefined || last.kind === "plot"
        ? null
        : await findSubjectKnown(deps, { kind: last.kind, id: last.id }, asking);
    if (known !== null) fields.push(...(await fieldsOf(deps, { told, once, known }, asking)));
  }
  return { seen: told.expected, now: Math.max(...moved.map((s) => s.last)), fields };
}

type Moved = { readonly told: Telling; readonly once: ToldOnce; readonly known: SubjectKnown };

async function fieldsOf(deps: Deps, { told, once, known }: Moved, asking: Asking): Promise<readonly Field[]> {
  const { language } = asking;
  const { isClosed } = known;
  const kind: Kind = KINDS[known.kind];
  const { words } = kind;
  const changes = known.changes.map((c) => c.change);
  const touched = touchedSince(changes, { seen: told.expected, day: firstDay(told.from.date) });
  const records = new Map(known.changes.map((c) => [c.change.id, c]));
  const held = [
    once.set,
    ...changes.flatMap((c) => (c.kind === "set" && !isClosed(c.document) ? [c.attributes] : [])),
  ];
  const naming = { ...(await namingOf(deps, { words, held }, asking)), words };
  const papers = await listDocumentsById(
    deps.db,
    touched.map((t) => t.by.document),
  );
  const nameOf = await namesOfAuthors(
    deps.db,
    touched.flatMap((t) => records.get(t.by.id)?.author ?? []),
  );
  const mine = (name: string) =>
    name === kind.organisation && once.organisation !== null
      ? once.organisation.name
      : valueInWords(name, once.set[name] ?? null, naming);
  /** A value by a closed paper is not told, but that there is one. */
  const shown = (name: string, { value, document }: Touched["was"]) =>
    value !== null && document !== null && isClosed(document)
      ? HIDDEN[language]
      : valueInWords(name, value, naming);
  return touched.map(({ attribute, was, is, by }) => {
    const isHidden = isClosed(by.document);
    const record = isHidden ? undefined : records.get(by.id);
    const paper = papers.get(by.document);
    return {
      subject: { id: known.id, label: known.label },
      attribute,
      label: labelOf(words, attribute, language),
      seen: shown(attribute, was),
      now: shown(attribute, is),
      mine: mine(attribute),
      document:
        isHidden || paper === undefined ? null : { id: by.document, label: documentLabel(paper, language) },
      commit: by.commit,
      at: record?.at ?? "",
      author: nameOf(record?.author ?? ""),
    };
  });
}
