/** What a form begins with: the fields of the vocabulary with their present values, and what may be corrected. */
import { z } from "zod";
import type { PlainDate } from "../kernel/dates.ts";
import {
  type AttributeValue,
  documentLabel,
  holding,
  listDocumentsById,
  type Naming,
  statementsOf,
  writtenValue,
} from "../register/public.ts";
import { claimWords } from "./claimPlanning.ts";
import { correctableEntries, correctablesOf, type Papers, type Showing } from "./correcting.ts";
import { entryWords, ownerOf } from "./entryPlanning.ts";
import { fieldsOf } from "./inputs.ts";
import { KINDS, type Kind, OF_PHASE } from "./kinds.ts";
import { namingOf } from "./naming.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import { permitOnAll } from "./rights.ts";
import { closedTo } from "./seeing.ts";
import { HIDDEN } from "./sentences.ts";
import { listEntriesInForce } from "./store.ts";
import {
  type Grounds,
  idsIn,
  readGrounds,
  type SubjectKnown,
  type WholeKnown,
  wheresOf,
} from "./subjects.ts";
import {
  type FormField,
  isSubjectOf,
  type RecordingForm,
  type SubjectOf,
  type ToldOf,
  toldValue,
} from "./vocabulary.ts";

const told = z.record(z.string(), toldValue);

/** What a form is of: `subject` null for a new one; `zone` is what a new one belongs to, or what an amount is for. */
export type FormOf = {
  readonly about: ToldOf;
  readonly subject: SubjectKnown | null;
  readonly zone: WholeKnown | null;
  readonly corrects: string | null;
  readonly on: PlainDate;
};

/** Attributes that are no field of the form of a zone: a phase is made with its zone. */
const OF_PHASES_ALONE: ReadonlySet<string> = new Set(["phaseOf", "phase"]);

function knownFields(
  deps: RecordingDeps,
  { about, subject, zone, on }: FormOf & { readonly about: SubjectOf },
  { naming, papers, kind }: Showing,
): FormField[] {
  const statements = statementsOf((subject?.changes ?? []).map((c) => c.change));
  const isPhase = subject === null && zone !== null && about === "zone";
  return fieldsOf(about, naming.language, deps)
    .filter((f) => isPhase || about !== "zone" || !OF_PHASES_ALONE.has(f.attribute))
    .map((field) => {
      const held = holding(statements.get(field.attribute) ?? [], on);
      const value = held?.value ?? null;
      const known = held !== null && value !== null;
      if (known && subject?.isClosed(held.source.document) === true)
        return { ...field, ...NOTHING_KNOWN, text: HIDDEN[naming.language], hidden: true };
      return {
        ...field,
        hidden: false,
        value: value === null ? null : toldValue.parse(value),
        text:
          value === null ? null : writtenValue(kind.words.shapes[field.attribute] ?? "text", value, naming),
        since: known ? held.source.since : null,
        document: known
          ? { id: held.source.document, label: papers.get(held.source.document)?.label ?? "" }
          : null,
      };
    });
}

/** Names of the places and subjects that some attributes hold, by id. */
function namesIn(held: ReadonlyArray<Readonly<Record<string, AttributeValue>>>, naming: Naming) {
  const places = held.flatMap(({ places: ids }) => idsIn(ids));
  const named = places.flatMap((id) => {
    const place = naming.places.find(id);
    return place === null ? [] : [[id, place.name] as const];
  });
  return Object.fromEntries([...naming.names, ...named]);
}

async function readPapers(
  deps: Pick<RecordingDeps, "db">,
  ids: readonly string[],
  language: "vi" | "en",
): Promise<Papers> {
  const documents = await listDocumentsById(deps.db, ids);
  return new Map(
    [...documents].map(([key, d]) => [key, { label: documentLabel(d, language), title: d.title }]),
  );
}

async function formOfSubject(
  deps: RecordingDeps,
  of: FormOf & { readonly about: SubjectOf },
  asking: Asking,
) {
  const { language } = asking;
  const kind: Kind = KINDS[of.about];
  const { subject, zone } = of;
  const changes = (subject?.changes ?? []).flatMap(({ change }) =>
    subject?.isClosed(change.document) === true ? [] : [change],
  );
  const given = subject === null && zone !== null ? givenOf(of.about, zone) : {};
  const held = [given, ...changes.flatMap((c) => (c.kind === "set" ? [c.attributes] : []))];
  const naming = await namingOf(deps, { words: kind.words, held }, asking);
  const papers = await readPapers(
    deps,
    changes.map((c) => c.document),
    language,
  );
  const showing = { naming, papers, kind };
  const isPhase = of.about === "zone" && subject === null && zone !== null;
  return {
    whole: false,
    begins: subject !== null ? [] : isPhase ? [...OF_PHASE] : [...kind.begins],
    common: [...kind.common],
    given: told.parse(given),
    fields: knownFields(deps, of, showing),
    ...(subject === null ? { changes: [], changesHidden: 0 } : await correctablesOf(deps, subject, showing)),
    names: namesIn(held, naming),
  };
}

/** A phase is told of as its zone is; a project of a zone lies where the zone does: as far as that may be seen. */
function givenOf(about: SubjectOf, { id, seen: { attributes } }: WholeKnown): Record<string, AttributeValue> {
  const { name, kind, places } = attributes;
  const where = places === undefined ? {} : { places };
  if (about === "project") return { zone: id, ...where };
  if (about === "clearance" || about === "task") return { zone: id };
  if (about === "lease") {
    const { area } = attributes;
    return { plot: id, ...(area === undefined ? {} : { area }) };
  }
  return {
    phaseOf: id,
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    ...where,
  };
}

const NOTHING_KNOWN = { value: null, text: null, since: null, document: null, hidden: false } as const;

type Fields = ReturnType<typeof fieldsOf>;

/** The fields of an amount that is for a zone, a round or a lease: only the kinds that are for such a thing. */
function entryFieldsFor(owner: string, fields: Fields): Fields {
  return fields
    .filter((f) => owner !== "lease" || f.attribute !== "source")
    .map((f) =>
      f.attribute === "kind" && f.input.kind === "words"
        ? { ...f, input: { ...f.input, words: f.input.words.filter((w) => ownerOf(w.value) === owner) } }
        : f,
    );
}

const FIRST_OF = { zone: "allocation", clearance: "compensationPaid", lease: "rentCharged" } as const;

async function formOfWhole(deps: RecordingDeps, of: FormOf, asking: Asking) {
  const { language } = asking;
  const { about, zone, corrects } = of;
  const zones = zone === null ? [] : [zone.id];
  const all =
    about === "entry"
      ? await listEntriesInForce(deps.db, { ids: corrects === null ? [] : [corrects], zones })
      : [];
  const isClosed = await closedTo(
    deps,
    asking.asker,
    all.map((k) => k.entry.document),
  );
  const kept = all.filter((k) => !isClosed(k.entry.document));
  const [first] = kept;
  const every = fieldsOf(about, language, deps);
  const owner = zone?.kind ?? (corrects === null || first === undefined ? null : ownerOf(first.entry.kind));
  const fields = (about === "entry" && owner !== null ? entryFieldsFor(owner, every) : every).map(
    (field) => ({
      ...field,
      ...NOTHING_KNOWN,
    }),
  );
  const words = about === "entry" ? entryWords : claimWords(deps.figures);
  const held = [{ zones, zone: zones }, ...kept.map(({ entry }) => ({ zones: [...entry.subjects] }))];
  const naming = await namingOf(deps, { words, held }, asking);
  const papers = await readPapers(
    deps,
    kept.map((k) => k.entry.document),
    language,
  );
  const given: RecordingForm["given"] =
    zone === null
      ? {}
      : about === "entry"
        ? { kind: FIRST_OF[zone.kind === "clearance" || zone.kind === "lease" ? zone.kind : "zone"], zones }
        : { about: "attribute", zone: zone.id };
  return {
    whole: true,
    begins: fields.map((f) => f.attribute),
    common: [],
    given,
    fields,
    changes: await correctableEntries(deps, kept, { naming, papers }),
    changesHidden: all.length - kept.length,
    names: namesIn([], naming),
  };
}

/** Whether the asker records it without approval. */
function isDirect(
  deps: RecordingDeps,
  of: FormOf,
  { asking, grounds }: { readonly asking: Asking; readonly grounds: Grounds },
): boolean {
  const wheres = wheresOf(asked(of), grounds, deps.places());
  return permitOnAll(asking.asker, { action: "recordWithoutApproval" }, wheres).ok;
}

/** What the form would be told to be about, as far as that is known before anything is typed. */
export function asked({ about, subject, zone, corrects }: FormOf) {
  const set: Record<string, string | string[]> =
    zone === null
      ? {}
      : about === "entry"
        ? { zones: [zone.id] }
        : about === "claim"
          ? { about: "attribute", zone: zone.id }
          : about === "zone"
            ? { phaseOf: zone.id }
            : about === "lease"
              ? { plot: zone.id }
              : { zone: zone.id };
  return { about, subject: subject?.id ?? null, set, clear: [], organisation: null, corrects };
}

/** The form of a zone or project on a day, of an amount, or of a published value. */
export async function formOf(deps: RecordingDeps, of: FormOf, asking: Asking): Promise<RecordingForm> {
  const { about, subject, on } = of;
  const grounds = await readGrounds(deps, [asked(of)]);
  const form = isSubjectOf(about)
    ? await formOfSubject(deps, { ...of, about }, asking)
    : await formOfWhole(deps, of, asking);
  return {
    ...form,
    about,
    subject: subject === null ? null : { id: subject.id, key: subject.seen.key, label: subject.label },
    on,
    expected: subject?.last ?? 0,
    directly: isDirect(deps, of, { asking, grounds }),
  };
}
