/** What a paper's changes set, in words, whatever kind of subject they are about. */

import { organisationWords } from "../enterprises/organisation.ts";
import { coverageWords } from "../figures/coverage.ts";
import { clearanceWords, leaseWords, plotWords, roadWords } from "../land/public.ts";
import type { Asker } from "../people/public.ts";
import type { PlaceDirectory } from "../places/public.ts";
import { placeWords } from "../places/subject.ts";
import { statementWords } from "../plans/statement.ts";
import type { EachReader } from "../platform/database/logins.ts";
import type { Db } from "../platform/database/tables.ts";
import { caseWords } from "../procedures/public.ts";
import { projectWords } from "../projects/public.ts";
import {
  type AttributeValue,
  type AttributeWords,
  type ChangeRecord,
  type Known,
  type Naming,
  type SubjectKind,
  writtenAttributes,
} from "../register/public.ts";
import { taskWords } from "../tasks/public.ts";
import { zoneWords } from "../zones/public.ts";
import { namesIn } from "./naming.ts";

/** The words of every kind of subject that `subjects.ts` knows. */
export const WORDS: ReadonlyMap<string, AttributeWords> = new Map<SubjectKind, AttributeWords>([
  ["place", placeWords],
  ["zone", zoneWords],
  ["project", projectWords],
  ["clearance", clearanceWords],
  ["case", caseWords],
  ["organisation", organisationWords],
  ["statement", statementWords],
  ["coverage", coverageWords],
  ["plot", plotWords],
  ["lease", leaseWords],
  ["road", roadWords],
  ["task", taskWords],
]);

type Of = {
  readonly db: Db;
  readonly readers: EachReader<Db>;
  readonly places: PlaceDirectory;
  readonly known: Known;
  readonly asker: Asker;
  readonly language: "vi" | "en";
};

function wordsOf(kind: string): AttributeWords {
  const words = WORDS.get(kind);
  if (words === undefined) throw new RangeError(`no words for the kind ${kind}`);
  return words;
}

/** One line per change that sets something: the subject, what is set, since when. */
export async function describeChanges(changes: readonly ChangeRecord[], of: Of) {
  const sets = changes.flatMap((c) => (c.change.kind === "set" ? [{ ...c, change: c.change }] : []));
  const told = sets.map(({ subject, change }) => ({
    ...{ id: subject.id, words: wordsOf(subject.kind), set: change.attributes },
  }));
  const names = await namesIn(told, of);
  return sets.map(({ change, subject }) => ({
    subject: { ...subject, label: nameOf(subject, change.attributes, { ...of, names }) },
    text: writtenAttributes(wordsOf(subject.kind), change.attributes, { ...of, names }),
    since: change.from.date,
    standing: change.standing,
  }));
}

type Attributes = Readonly<Record<string, AttributeValue>>;

/** What the subject is called: by its name, else (a statement, coverage) by its kind. */
function nameOf(subject: ChangeRecord["subject"], attributes: Attributes, of: Naming): string {
  const own = attributes.name;
  const place = subject.kind === "place" ? of.places.find(subject.id)?.name : undefined;
  return (
    place ??
    of.names.get(subject.id) ??
    (typeof own === "string" ? own : wordsOf(subject.kind).kind[of.language])
  );
}
