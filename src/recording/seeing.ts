/** What who records sees of what is there already: what rests on a paper that is closed to them is there, and not shown. */
import { type Asker, forReader } from "../people/public.ts";
import { closedAmong, type IsClosed, papersBehind, seenOf } from "../register/public.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import type { SubjectLast } from "./store.ts";

const HIDDEN_NAME = {
  vi: "(tên theo văn bản mà bạn không được xem)",
  en: "(named by a paper that you may not read)",
} as const;

/** In the place of a name that is closed to who asks. */
export function nameHidden({ language }: Asking): string {
  return HIDDEN_NAME[language];
}

/** Which of some papers are closed to who asks. */
export function closedTo(
  { readers }: Pick<RecordingDeps, "readers">,
  asker: Asker,
  documents: Iterable<string>,
): Promise<IsClosed> {
  return closedAmong(forReader(readers, asker), documents);
}

/** The papers behind what is last told of some subjects. */
export const papersOf = (subjects: readonly SubjectLast[]): readonly string[] => papersBehind(subjects);

type Named = Pick<SubjectLast, "attributes" | "key" | "id">;

/** What a subject is called: a phase by its zone's name and its number. */
export function nameOf({ attributes, key, id }: Named): string {
  const { name, phase, contract, number } = attributes;
  if (typeof contract === "string") return contract;
  if (typeof number === "string") return number;
  const called = typeof name === "string" ? name : (key ?? id);
  return typeof phase === "string" ? `${called} – giai đoạn ${phase}` : called;
}

/** A subject as far as who asks may see it: keys are made of names, so that the key of a hidden name is hidden, too. */
export type SubjectSeen = Named & { readonly label: string; readonly hidden: readonly string[] };

/** The subject without what is closed. */
export function subjectSeen(subject: SubjectLast, isClosed: IsClosed, asking: Asking): SubjectSeen {
  const { id, attributes: whole } = subject;
  const { attributes, hidden } = seenOf(subject, isClosed);
  const named = ["contract", "number", "name"].find((name) => typeof whole[name] === "string");
  const isHidden = named !== undefined && hidden.includes(named);
  const key = isHidden ? null : subject.key;
  const label = isHidden ? nameHidden(asking) : nameOf({ id, key, attributes });
  return { id, key, attributes, hidden, label };
}
