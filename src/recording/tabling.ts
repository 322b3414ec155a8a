/** What a table for several zones begins with: the fields that a cell can hold, and what is known of each zone. */
import type { PlainDate } from "../kernel/dates.ts";
import { findKnown, holding, listChanges, statementsOf, writtenValue } from "../register/public.ts";
import { fieldsOf } from "./inputs.ts";
import { KINDS } from "./kinds.ts";
import { namingOf } from "./naming.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import { permitOnAll } from "./rights.ts";
import { closedTo, papersOf, subjectSeen } from "./seeing.ts";
import { HIDDEN } from "./sentences.ts";
import { findSubjectId, listSubjectsLast } from "./store.ts";
import { readGrounds, type ToldOnce, wheresOf } from "./subjects.ts";
import type { RecordingTable } from "./tableWords.ts";

/** What is chosen from a list of places or zones stands in no cell. */
const NO_CELL: ReadonlySet<string> = new Set(["places", "place", "zone", "zones"]);

type Asked = { readonly zones: readonly string[]; readonly on: PlainDate };

/** The table of some zones (ids or keys) on a day, in the asked order. */
export async function tableOf(
  deps: RecordingDeps,
  { zones, on }: Asked,
  asking: Asking,
): Promise<RecordingTable> {
  const { asker, language } = asking;
  const known = await findKnown(deps.db, null);
  if (!known.ok) throw new Error("what is known now can't be found");
  const found = await Promise.all(zones.map((zone) => findSubjectId(deps.db, "zone", zone)));
  const ids = [...new Set(found.flatMap((id) => id ?? []))];
  const subjects = await listSubjectsLast(deps.db, ids);
  const inOrder = ids.flatMap((id) => subjects.find((s) => s.id === id) ?? []);
  const told = (subject: string): ToldOnce => ({
    ...{ about: "zone", subject, set: {}, clear: [], organisation: null, corrects: null },
  });
  const grounds = await readGrounds(
    deps,
    ids.map((id) => told(id)),
  );
  const mayOn = (id: string, action: "record" | "recordWithoutApproval") =>
    permitOnAll(asker, { action }, wheresOf(told(id), grounds, deps.places())).ok;
  const mine = inOrder.filter((s) => mayOn(s.id, "record"));
  const changes = await listChanges(
    deps.db,
    mine.map((s) => s.id),
    known.value,
  );
  const { words } = KINDS.zone;
  const isClosed = await closedTo(deps, asker, [
    ...papersOf(inOrder),
    ...changes.map((c) => c.change.document),
  ]);
  const held = changes.flatMap(({ change }) =>
    change.kind === "set" && !isClosed(change.document) ? [change.attributes] : [],
  );
  const naming = await namingOf(deps, { words, held }, asking);
  const fields = fieldsOf("zone", language, deps).filter(
    (f) => !NO_CELL.has(f.input.kind) && f.attribute !== "phase",
  );
  const rows = mine.map((subject) => {
    const own = changes.flatMap((c) => (c.subject.id === subject.id ? [c.change] : []));
    const statements = statementsOf(own);
    const texts = fields.flatMap(({ attribute }) => {
      const told = holding(statements.get(attribute) ?? [], on);
      const value = told?.value ?? null;
      if (told !== null && value !== null && isClosed(told.source.document))
        return [[attribute, HIDDEN[language]] as const];
      const shape = new Map(Object.entries(words.shapes)).get(attribute) ?? "text";
      return value === null ? [] : [[attribute, writtenValue(shape, value, naming)] as const];
    });
    const { id, key, label } = subjectSeen(subject, isClosed, asking);
    return { id, key, label, texts: Object.fromEntries(texts) };
  });
  return {
    on,
    expected: known.value.commit,
    directly: mine.every((s) => mayOn(s.id, "recordWithoutApproval")),
    fields: fields.map(({ attribute, label, input }) => ({ attribute, label, input })),
    rows,
    elsewhere: inOrder.filter((s) => !mine.includes(s)).map((s) => subjectSeen(s, isClosed, asking).label),
  };
}
