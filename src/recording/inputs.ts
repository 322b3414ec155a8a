/** How a value of each attribute is typed, from the words of the vocabulary and what its schema takes. */
import { z } from "zod";
import type { ValueShape } from "../register/public.ts";
import { CLAIM_WHEN, claimWords } from "./claimPlanning.ts";
import { entryWords } from "./entryPlanning.ts";
import { KINDS, type Kind } from "./kinds.ts";
import type { RecordingDeps } from "./recording.ts";
import { type FormField, type InputShape, isSubjectOf, type ToldOf } from "./vocabulary.ts";

type Language = "vi" | "en";
/** A field of a form without what is known of it. */
export type Field = Pick<FormField, "attribute" | "label" | "input" | "when">;

type Of = {
  readonly shape: ValueShape;
  readonly schema: z.core.$ZodType | undefined;
  readonly language: Language;
};

/** Whether the attribute takes the value; what has no schema takes any. */
function takes(schema: z.core.$ZodType | undefined, value: unknown): boolean {
  return schema === undefined || z.safeParse(schema, value).success;
}

function inputOf({ shape, schema, language }: Of): InputShape {
  if (typeof shape === "object" && "words" in shape) {
    const words = Object.entries(shape.words)
      .filter(([value]) => takes(schema, value))
      .map(([value, label]) => ({ value, label: label[language] }));
    return { kind: "words", words };
  }
  if (schema !== undefined && takes(schema, [{ month: "2026-01", area: 1 }])) return { kind: "monthly" };
  if (schema !== undefined && takes(schema, [{ from: "2026-01-01", basisPoints: 1 }]))
    return { kind: "raises" };
  switch (shape) {
    case "number":
    case "area":
    case "money":
    case "yesNo":
    case "date":
      return { kind: shape };
    case "place":
      return { kind: schema === undefined ? "place" : "places" };
    case "subject":
      return { kind: "zone" };
    default:
      return { kind: schema !== undefined && takes(schema, ["x"]) ? "texts" : "text" };
  }
}

/** Whether a value has a field: a boundary is drawn or imported, and of what has several parts only months and raises do. */
function isTyped(shape: ValueShape | undefined): boolean {
  if (shape === "boundary") return false;
  return (
    typeof shape !== "object" || "words" in shape || "month" in shape.parts || "basisPoints" in shape.parts
  );
}

/** What the attributes name that are no zone: a project is found by its name, a lease by its contract; a plot is where the form came from. */
const NAMED: Readonly<Record<string, "project" | "lease" | "given">> = {
  project: "project",
  plot: "given",
  transferredFrom: "lease",
  renews: "lease",
};

function fieldsOfKind({ words, definition, organisation }: Kind, language: Language): readonly Field[] {
  const schemas = new Map<string, z.core.$ZodType>(Object.entries(definition.attributes.shape));
  const typed = Object.entries(words.labels).filter(([name]) => isTyped(words.shapes[name]));
  return typed.map(([name, label]) => {
    const shape = words.shapes[name] ?? "text";
    const schema = schemas.get(name);
    const input: InputShape =
      name === organisation
        ? { kind: "organisation" }
        : shape === "subject"
          ? { kind: NAMED[name] ?? "zone" }
          : inputOf({ shape, schema, language });
    return { attribute: name, label: label[language], input, when: null };
  });
}

/** The fields of what is told of, in the order of its vocabulary. */
export function fieldsOf(
  about: ToldOf,
  language: Language,
  { figures }: Pick<RecordingDeps, "figures">,
): readonly Field[] {
  if (isSubjectOf(about)) return fieldsOfKind(KINDS[about], language);
  const words = about === "entry" ? entryWords : claimWords(figures);
  return Object.entries(words.labels).map(([name, label]) => {
    const shape: ValueShape = new Map<string, ValueShape>(Object.entries(words.shapes)).get(name) ?? "text";
    const printed = name === "amount" || name === "printed";
    const input: InputShape = printed
      ? { kind: "printed" }
      : name === "zones"
        ? { kind: "zones" }
        : inputOf({ shape, schema: undefined, language });
    const when = about === "claim" ? (CLAIM_WHEN[name] ?? null) : null;
    return { attribute: name, label: label[language], input, when };
  });
}
