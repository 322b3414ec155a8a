/** What may be put right: the changes of a subject and the amounts that are in force, as far as who asks may see them. */
import { z } from "zod";
import { namesOfAuthors } from "../people/public.ts";
import { type Naming, withdrawnIds, writtenAttributes, writtenValue } from "../register/public.ts";
import { amountInWords, entryWords, fieldsOfEntry } from "./entryPlanning.ts";
import { type Kind, labelOf } from "./kinds.ts";
import type { RecordingDeps } from "./recording.ts";
import { type EntryKept, listProposers } from "./store.ts";
import type { SubjectKnown } from "./subjects.ts";
import { type Correctable, toldValue } from "./vocabulary.ts";

const told = z.record(z.string(), toldValue);

export type Papers = ReadonlyMap<string, { readonly label: string; readonly title: string }>;
export type Showing = { readonly naming: Naming; readonly papers: Papers; readonly kind: Kind };

/** What may be put right, and how much more rests on papers closed to who asks. */
type Correctables = { readonly changes: Correctable[]; readonly changesHidden: number };

/** The changes of a subject that are in force and may be seen, the newest first. */
export async function correctablesOf(
  deps: Pick<RecordingDeps, "db">,
  { changes, isClosed }: SubjectKnown,
  { naming, papers, kind: { words } }: Showing,
): Promise<Correctables> {
  const gone = withdrawnIds(changes.map((c) => c.change));
  const all = changes.filter((c) => c.change.kind !== "withdraw" && !gone.has(c.change.id));
  const inForce = all.filter((c) => !isClosed(c.change.document));
  const proposers = await listProposers(
    deps.db,
    inForce.map((c) => c.change.id),
  );
  const nameOf = await namesOfAuthors(deps.db, [...inForce.map((c) => c.author), ...proposers.values()]);
  const items = inForce.reverse().flatMap(({ change, author, note, at }): Correctable[] => {
    if (change.kind === "withdraw") return [];
    const attributes = change.kind === "set" ? change.attributes : {};
    // What no form can hold, such as a boundary, is not put right by one.
    if (!told.safeParse(attributes).success) return [];
    const clear = change.kind === "clear" ? [...change.attributes] : [];
    const proposer = proposers.get(change.id);
    const { id, from, to, document, commit } = change;
    return [
      {
        ...{ id, clear, from, to, note, commit, at },
        attributes: told.parse(attributes),
        text:
          change.kind === "set"
            ? writtenAttributes(words, attributes, naming)
            : clear.map((name) => labelOf(words, name, naming.language)).join(", "),
        document: { id: document, label: papers.get(document)?.label ?? "" },
        paperTitle: papers.get(document)?.title ?? "",
        author: nameOf(author),
        proposer: proposer === undefined ? null : nameOf(proposer),
      },
    ];
  });
  return { changes: items, changesHidden: all.length - inForce.length };
}

/** Amounts as they stand in the form: those that may be seen. */
export async function correctableEntries(
  deps: Pick<RecordingDeps, "db">,
  kept: readonly EntryKept[],
  { naming, papers }: Omit<Showing, "kind">,
): Promise<Correctable[]> {
  const nameOf = await namesOfAuthors(
    deps.db,
    kept.map((k) => k.author),
  );
  const { language } = naming;
  return kept.map(({ entry, commit, at, author }) => ({
    ...{ id: entry.id, clear: [], from: entry.dated, to: null, note: entry.note, commit, at },
    attributes: fieldsOfEntry(entry, language),
    text: `${writtenValue(entryWords.shapes.kind, entry.kind, naming)}: ${amountInWords(entry, language)}, ${entry.subjects.map((id) => naming.names.get(id) ?? id).join(", ")}`,
    document: { id: entry.document, label: papers.get(entry.document)?.label ?? "" },
    paperTitle: papers.get(entry.document)?.title ?? "",
    author: nameOf(author),
    proposer: null,
  }));
}
