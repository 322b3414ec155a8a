/** A dry run: the sentences that say what would change, everything that speaks against it, and what moved meanwhile. */
import { firstDay } from "../kernel/dates.ts";
import type { Problem } from "../kernel/problems.ts";
import { searchKey } from "../kernel/text.ts";
import { authorOf, may, namesOfAuthors, permit } from "../people/public.ts";
import {
  type AttributeValue,
  documentLabel,
  findKnown,
  listDocumentsById,
  type Naming,
  objectionsTo,
  type RecordedChange,
  recordedOf,
  subjectsNamed,
} from "../register/public.ts";
import { attributeLabel, labelOf, listNames, listZonesLast, zoneWords } from "../zones/public.ts";
import { touchedSince } from "./differing.ts";
import { findAlike, offered } from "./papers.ts";
import { findZone, type Planned, plan, type ZoneKnown } from "./planning.ts";
import { type Asking, mayRead, type RecordingDeps, whereOf } from "./recording.ts";
import { linesOfChange, valueInWords } from "./sentences.ts";
import { listZonesNamed } from "./store.ts";
import { batchOf } from "./submitting.ts";
import type { Conflict, DryRun, Telling } from "./vocabulary.ts";

type Attributes = Readonly<Record<string, AttributeValue>>;

/** The names of all ids that some attributes of zones hold. */
export async function namingOf(
  deps: Pick<RecordingDeps, "db" | "places">,
  held: readonly Attributes[],
  language: "vi" | "en",
): Promise<Naming> {
  const ids = [...new Set(held.flatMap((attributes) => subjectsNamed(zoneWords, attributes)))];
  const known = await findKnown(deps.db, null);
  if (!known.ok) throw new Error("what is known now is always known");
  const zones = await listZonesLast(deps.db, { ids, known: known.value });
  const names = await listNames(deps.db, ids, known.value);
  return {
    language,
    places: deps.places(),
    names: new Map([...names, ...zones.map((z) => [z.id, labelOf(z)] as const)]),
  };
}

const attributesOf = (changes: readonly RecordedChange[]) =>
  changes.flatMap((c) => (c.kind === "set" ? [c.attributes] : []));

/** The zone's changes of the plan as the fold would see them, after all that is recorded. */
function added({ changes, subject, paper }: Planned): readonly RecordedChange[] {
  const evidence = paper.document.signedOn ?? paper.document.effectiveOn;
  return changes
    .filter((c) => c.subject.id === subject.id)
    .map((c, ordinal) => recordedOf(c, { commit: Number.MAX_SAFE_INTEGER, ordinal, evidence }));
}

/** Names, with the organisations that the plan itself would record. */
function withOwn(naming: Naming, { changes }: Planned): Naming {
  const own = changes.flatMap((c) => {
    if (c.subject.kind !== "organisation" || c.kind !== "set") return [];
    const { name } = c.attributes;
    return typeof name === "string" ? [[c.subject.id, name] as const] : [];
  });
  return { ...naming, names: new Map([...naming.names, ...own]) };
}

async function linesOf(deps: RecordingDeps, planned: Planned, language: "vi" | "en") {
  const before = (planned.zone?.changes ?? []).map((c) => c.change);
  const coming = added(planned);
  const naming = await namingOf(deps, attributesOf([...before, ...coming]), language);
  const documents = await listDocumentsById(
    deps.db,
    before.map((c) => c.document),
  );
  const { document } = planned.paper;
  const papers = new Map(
    [...documents.values(), document].map((d) => [
      d.id,
      { id: d.id, label: documentLabel(d, language) } as const,
    ]),
  );
  return linesOfChange(before, coming, { ...withOwn(naming, planned), papers });
}

/** What others recorded about the zone after the commit that the telling names, field by field; null: nothing. */
export async function conflictOf(
  deps: Pick<RecordingDeps, "db" | "places">,
  told: Telling,
  { zone, language }: { readonly zone: ZoneKnown | null; readonly language: "vi" | "en" },
): Promise<Conflict | null> {
  if (zone === null || zone.last <= told.expected) return null;
  const { state, changes } = zone;
  const touched = touchedSince(
    changes.map((c) => c.change),
    { seen: told.expected, day: firstDay(told.from.date) },
  );
  const records = new Map(changes.map((c) => [c.change.id, c]));
  const naming = await namingOf(deps, [told.set, ...attributesOf(changes.map((c) => c.change))], language);
  const papers = await listDocumentsById(
    deps.db,
    touched.map((t) => t.by.document),
  );
  const nameOf = await namesOfAuthors(
    deps.db,
    touched.flatMap((t) => records.get(t.by.id)?.author ?? []),
  );
  const mine = (name: string) =>
    name === "developer" && told.developer !== null
      ? told.developer.name
      : valueInWords(name, told.set[name] ?? null, naming);
  return {
    zone: { id: state.id, label: labelOf(state) },
    seen: told.expected,
    now: zone.last,
    fields: touched.map(({ attribute, seen, now, by }) => {
      const record = records.get(by.id);
      const paper = papers.get(by.document);
      return {
        attribute,
        label: attributeLabel(attribute, language),
        seen: valueInWords(attribute, seen, naming),
        now: valueInWords(attribute, now, naming),
        mine: mine(attribute),
        document: { id: by.document, label: paper === undefined ? "" : documentLabel(paper, language) },
        commit: by.commit,
        at: record?.at ?? "",
        author: nameOf(record?.author ?? ""),
      };
    }),
  };
}

/** A zone that is new but bears the name of one that is there: most often it is that one. */
async function namesakes(
  deps: RecordingDeps,
  told: Telling,
  language: "vi" | "en",
): Promise<readonly string[]> {
  const { name } = told.set;
  if (told.zone !== null || typeof name !== "string" || told.set.phaseOf !== undefined) return [];
  const found = await listZonesNamed(deps.db, searchKey(name));
  if (found.length === 0) return [];
  return [
    language === "vi"
      ? `Đã có ${found.length} khu, cụm tên “${name}”. Nếu là cùng một khu, cụm, hãy chọn nó thay vì lập mới.`
      : `There are ${found.length} zones called “${name}”. If it is the same, choose that one instead of a new one.`,
  ];
}

const shown = (problems: readonly Problem[], language: "vi" | "en") =>
  problems.map((p) => ({
    code: p.code,
    field: p.field,
    message: p.message[language],
    remedy: p.remedy[language],
  }));

/** What recording the telling would do. The asker must be allowed to propose it. */
export async function dryRunOf(deps: RecordingDeps, told: Telling, asking: Asking): Promise<DryRun> {
  const { asker, language } = asking;
  const zone = told.zone === null ? null : await findZone(deps, told.zone);
  const where = whereOf(zone?.state ?? null, told, deps.places());
  const { same, alike } =
    told.paper.kind === "new" ? await findAlike(deps, told.paper.draft) : { same: [], alike: [] };
  const base = {
    notices: [...(await namesakes(deps, told, language))],
    papersAlike: [...same, ...alike].filter((p) => mayRead(asker, p)).map((p) => offered(p, language)),
    conflict: await conflictOf(deps, told, { zone, language }),
    expected: zone?.last ?? 0,
    directly: may(asker, "recordWithoutApproval", { where }).ok,
  };
  const planned = await plan(deps, told, asking);
  if (!planned.ok) return { ...base, lines: [], problems: shown(planned.problems, language) };
  const batch = batchOf(planned.value, told, {
    requestKey: "dry-run",
    author: authorOf(asker),
    proposal: null,
  });
  // Others' changes are told field by field beside.
  const objections = await objectionsTo({ ...batch, expected: new Map() }, deps);
  return {
    ...base,
    lines: [...(await linesOf(deps, planned.value, language))],
    problems: shown(objections, language),
  };
}

/** Whether the asker may propose the telling: within their area, and taking back where it corrects. */
export async function mayTell(
  deps: RecordingDeps,
  told: Telling,
  { asker, as }: { readonly asker: Asking["asker"]; readonly as: "record" | "recordWithoutApproval" },
) {
  const zone = told.zone === null ? null : await findZone(deps, told.zone);
  const where = whereOf(zone?.state ?? null, told, deps.places());
  const allowed = permit(asker, as, { where });
  if (!allowed.ok || told.corrects === null) return allowed;
  return permit(asker, "withdraw", { where, state: as === "record" ? "proposed" : "recorded" });
}
