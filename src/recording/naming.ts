/** What the ids are called that values hold: places, organisations, zones and projects. */
import { listOfficeNames } from "../people/public.ts";
import { type AttributeValue, type AttributeWords, findKnown, type Naming } from "../register/public.ts";
import { listNames } from "../zones/public.ts";
import type { RecordingDeps } from "./recording.ts";
import { listSubjectsLast } from "./store.ts";
import { idsIn, nameOf, textsIn } from "./subjects.ts";

type Attributes = Readonly<Record<string, AttributeValue>>;
type Held = { readonly words: AttributeWords; readonly held: readonly Attributes[] };

/** The names of all ids that some attributes hold. */
export async function namingOf(
  deps: Pick<RecordingDeps, "db" | "places">,
  { words, held }: Held,
  language: "vi" | "en",
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
  const names = await listNames(deps.db, ids, { known: known.value, closed: [] });
  return {
    language,
    places: deps.places(),
    names: new Map([
      ...names,
      ...(await listOfficeNames(deps.db, people)),
      ...subjects.map((s) => [s.id, nameOf(s)] as const),
    ]),
  };
}
