/** What a form begins with: the attributes of the vocabulary with their present values, and what may be corrected. */
import { z } from "zod";
import type { PlainDate } from "../kernel/dates.ts";
import { may, namesOfAuthors } from "../people/public.ts";
import {
  type AttributeValue,
  documentLabel,
  holding,
  listDocumentsById,
  type Naming,
  type RecordedChange,
  statementsOf,
  type ValueShape,
  withdrawnIds,
  writtenAttributes,
} from "../register/public.ts";
import { attributeLabel, labelOf, valueText, zoneWords } from "../zones/public.ts";
import { type ZoneAttribute, zoneAttributes } from "../zones/vocabulary.ts";
import { findZone, type ZoneKnown } from "./planning.ts";
import { namingOf } from "./previewing.ts";
import { type Asking, type RecordingDeps, whereOf } from "./recording.ts";
import { listProposers } from "./store.ts";
import {
  type Correctable,
  type FormField,
  type InputShape,
  type RecordingForm,
  toldValue,
} from "./vocabulary.ts";

type Language = "vi" | "en";

const told = z.record(z.string(), toldValue);

const isAttribute = (name: string): name is ZoneAttribute => name in zoneAttributes.shape;
/** Attributes that are no field of the form: a phase is made with its zone. */
const NO_FIELD: ReadonlySet<string> = new Set(["phaseOf", "phase"]);

/** How a value of the attribute is typed, from the words of the vocabulary and what its schema takes. */
function inputOf(name: ZoneAttribute, language: Language): InputShape {
  const shape: ValueShape = zoneWords.shapes[name];
  if (typeof shape === "object" && "words" in shape) {
    const words = Object.entries(shape.words)
      .filter(([value]) => zoneAttributes.shape[name].safeParse(value).success)
      .map(([value, label]) => ({ value, label: label[language] }));
    return { kind: "words", words };
  }
  switch (shape) {
    case "number":
    case "area":
    case "money":
    case "yesNo":
    case "date":
      return { kind: shape };
    case "place":
      return { kind: "places" };
    case "subject":
      return { kind: "developer" };
    default:
      return {
        kind: zoneAttributes.shape[name].safeParse(["x"]).success ? "texts" : "text",
      };
  }
}

type Showing = {
  readonly naming: Naming;
  readonly papers: ReadonlyMap<string, { readonly label: string; readonly title: string }>;
};

function fieldsOf(
  changes: readonly RecordedChange[],
  on: PlainDate,
  { naming, papers }: Showing,
): FormField[] {
  const statements = statementsOf(changes);
  const { language } = naming;
  return Object.keys(zoneWords.labels)
    .filter(isAttribute)
    .filter((name) => !NO_FIELD.has(name))
    .map((name) => {
      const held = holding(statements.get(name) ?? [], on);
      const value = held?.value ?? null;
      const known = held !== null && value !== null;
      return {
        attribute: name,
        label: attributeLabel(name, language),
        input: inputOf(name, language),
        value: value === null ? null : toldValue.parse(value),
        text: value === null ? null : valueText(name, value, naming),
        since: known ? held.source.since : null,
        document: known
          ? { id: held.source.document, label: papers.get(held.source.document)?.label ?? "" }
          : null,
      };
    });
}

async function correctablesOf(
  deps: Pick<RecordingDeps, "db">,
  { changes }: ZoneKnown,
  { naming, papers }: Showing,
): Promise<Correctable[]> {
  const gone = withdrawnIds(changes.map((c) => c.change));
  const inForce = changes.filter((c) => c.change.kind !== "withdraw" && !gone.has(c.change.id));
  const proposers = await listProposers(
    deps.db,
    inForce.map((c) => c.change.id),
  );
  const nameOf = await namesOfAuthors(deps.db, [...inForce.map((c) => c.author), ...proposers.values()]);
  return inForce.reverse().flatMap(({ change, author, note, at }) => {
    if (change.kind === "withdraw") return [];
    const attributes = change.kind === "set" ? change.attributes : {};
    const clear = change.kind === "clear" ? [...change.attributes] : [];
    const proposer = proposers.get(change.id);
    const { id, from, to, document, commit } = change;
    return [
      {
        ...{ id, clear, from, to, note, commit, at },
        attributes: told.parse(attributes),
        text:
          change.kind === "set"
            ? writtenAttributes(zoneWords, attributes, naming)
            : clear.map((name) => attributeLabel(name, naming.language)).join(", "),
        document: { id: document, label: papers.get(document)?.label ?? "" },
        paperTitle: papers.get(document)?.title ?? "",
        author: nameOf(author),
        proposer: proposer === undefined ? null : nameOf(proposer),
      },
    ];
  });
}

/** Names of the places and subjects that some attributes hold, by id. */
function namesIn(held: ReadonlyArray<Readonly<Record<string, AttributeValue>>>, naming: Naming) {
  const places = held.flatMap(({ places: ids }) => (Array.isArray(ids) ? ids.map(String) : []));
  const named = places.flatMap((id) => {
    const place = naming.places.find(id);
    return place === null ? [] : [[id, place.name] as const];
  });
  return Object.fromEntries([...naming.names, ...named]);
}

/** The form of a zone on a day; of a new one where the zone is null. */
export async function formOf(
  deps: RecordingDeps,
  { zone: id, on }: { readonly zone: string | null; readonly on: PlainDate },
  { asker, language }: Asking,
): Promise<RecordingForm | null> {
  const zone = id === null ? null : await findZone(deps, id);
  if (id !== null && zone === null) return null;
  const changes = (zone?.changes ?? []).map((c) => c.change);
  const held = changes.flatMap((c) => (c.kind === "set" ? [c.attributes] : []));
  const naming = await namingOf(deps, held, language);
  const documents = await listDocumentsById(
    deps.db,
    changes.map((c) => c.document),
  );
  const papers = new Map(
    [...documents].map(([key, d]) => [key, { label: documentLabel(d, language), title: d.title }]),
  );
  const showing = { naming, papers };
  const where = whereOf(zone?.state ?? null, { set: {} }, deps.places());
  return {
    zone: zone === null ? null : { id: zone.state.id, key: zone.key, label: labelOf(zone.state) },
    on,
    expected: zone?.last ?? 0,
    directly: may(asker, "recordWithoutApproval", { where }).ok,
    fields: fieldsOf(changes, on, showing),
    changes: zone === null ? [] : await correctablesOf(deps, zone, showing),
    names: namesIn(held, naming),
  };
}
