/** What the ids are called that values hold: places, organisations, zones and projects. */
import { classesClosed, listOfficeNames } from "../people/public.ts";
import { type AttributeValue, type AttributeWords, findKnown, type Naming } from "../register/public.ts";
import { listNames } from "../zones/public.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import { closedTo, nameHidden, papersOf, subjectSeen } from "./seeing.ts";
import { listSubjectsLast } from "./store.ts";
import { idsIn, textsIn } from "./subjects.ts";

type Attributes = Readonly<Record<string, AttributeValue>>;
type Held = { readonly words: AttributeWords; readonly held: readonly Attributes[] };

/** The names of all ids that some attributes hold, as far as who asks may read the papers that tell them. */
export async function namingOf(
  deps: Pick<RecordingDeps, "db" | "readers" | "places">,
  { words, held }: Held,
  asking: Asking,
): Promise<Naming> {
  const named = Object.entries(words.shapes).flatMap(([name, shape]) => (shape === "subject" ? [name] : []));
  const ids = [...new Set(held.flatMap((attributes) => named.flatMap((name) => idsIn(attributes[name]))))];
  const office = Object.entries(words.shapes).flatMap(([name, shape]) =>
    shape === "unit" || shape === "account" ? [name] : [],
  );
  const people = held.flatMap((attributes) => office.flatMap((name) => textsIn(attributes[name])));
  const known = await findKnown(deps.db, null);
  if (!known.ok) throw new Error("what is known now is always known");
  const subjects = await listSubjectsLast(deps.db, ids);
  const isClosed = await closedTo(deps, asking.asker, papersOf(subjects));
  const closed = classesClosed(asking.asker);
  const names = await listNames(deps.db, ids, { known: known.value, closed });
  return {
    language: asking.language,
    places: deps.places(),
    names: new Map([
      // What has no name for who asks would else be called by its id.
      ...(closed.length === 0 ? [] : ids.map((id) => [id, nameHidden(asking)] as const)),
      ...names,
      ...(await listOfficeNames(deps.db, people)),
      ...subjects.map((s) => [s.id, subjectSeen(s, isClosed, asking).label] as const),
    ]),
  };
}
