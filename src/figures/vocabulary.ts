/** The words of a figure's answer: the same in the API, in `--json` and on every screen. */
import { z } from "zod";
import { precision } from "../kernel/precision.ts";
import { documentRef, partialDateText, plainDateText } from "../register/vocabulary.ts";

export const verdict = z.enum(["agrees", "differs", "notDerivable", "sameSource"]);
export type Verdict = z.infer<typeof verdict>;

export const unit = z.enum([
  "zone",
  "m2",
  "dong",
  "project",
  "product",
  "recognition",
  "person",
  "percent",
  "household",
  "month",
  "plant",
  "lease",
  "dongPerM2",
  "case",
  "day",
]);
export type Unit = z.infer<typeof unit>;

/** What a record's own paper says of its number, where it does: how exact it is, in which word, for which years. */
const stated = {
  precision: precision.optional(),
  precisionWord: z.string().nullable().optional(),
  period: z.object({ from: partialDateText, to: partialDateText }).optional(),
  unit: unit.optional().meta({
    description: "Of what its number is, where the figure is a ratio of such numbers",
  }),
};

/** A record that stands behind a figure. */
export const figureRecord = z.object({
  kind: z.string(),
  id: z.string(),
  key: z.string().nullable(),
  label: z.string(),
  value: z.number().nullable(),
  since: partialDateText.nullable(),
  standing: z.enum(["decides", "says"]).nullable(),
  documents: z.array(documentRef),
  ...stated,
});
export type FigureRecord = z.infer<typeof figureRecord>;

const named = { kind: z.string(), id: z.string(), key: z.string().nullable(), label: z.string() };
export const missingRecord = z.object({
  ...named,
  why: z.string(),
  amount: z.number().nullable(),
  ...stated,
});
export type MissingRecord = z.infer<typeof missingRecord>;
export const disputedRecord = z.object({
  ...named,
  effect: z.number().nullable(),
  why: z.string(),
  documents: z.array(documentRef),
});
export type DisputedRecord = z.infer<typeof disputedRecord>;

export const reportedValue = z.object({
  value: z.number(),
  precision,
  precisionWord: z.string().nullable(),
  period: z.object({ from: partialDateText, to: partialDateText }),
  document: documentRef,
  verdict,
  differsBy: z.number().nullable(),
  independent: z.number().int().nullable(),
});
export type ReportedValue = z.infer<typeof reportedValue>;

export const placeRef = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  from: plainDateText.nullable(),
  to: plainDateText.nullable(),
});
export type PlaceRef = z.infer<typeof placeRef>;

export const figureAnswer = z.object({
  id: z.string(),
  title: z.string(),
  unit,
  kind: z.enum(["stock", "flow"]),
  /** To what the question is narrowed besides, in words. */
  about: z.string().optional(),
  place: placeRef,
  asOf: plainDateText,
  /** Of a flow, or of a published total: the period that the value is for. */
  period: z.object({ from: partialDateText, to: partialDateText }).nullable(),
  knownAt: z.object({ at: z.string().nullable(), commit: z.number().int() }),
  value: z.number().nullable(),
  precision,
  precisionWord: z.string().nullable(),
  complete: z.boolean(),
  /** Counted records that who asks may not see: they rest on papers that they may not read. */
  hidden: z.number().int(),
  /** Whether the value is kept back, since one hidden amount could be read off it. */
  withheld: z.boolean(),
  basis: z.enum(["records", "reported"]),
  formula: z.string().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  evidenceAsOf: partialDateText.nullable(),
  stale: z.boolean(),
  coverage: z.object({ complete: z.boolean(), note: z.string().nullable() }),
  groups: z.array(z.object({ key: z.string(), label: z.string(), value: z.number() })).nullable(),
  recordsTotal: z.number().int(),
  next: z.string().nullable(),
  records: z.array(figureRecord),
  missing: z.array(missingRecord),
  disputed: z.array(disputedRecord),
  reported: z.array(reportedValue),
  /** Article or paper that defines the figure, and what it counts, in words. */
  definition: z.string(),
  article: z.string().nullable(),
});
export type FigureAnswer = z.infer<typeof figureAnswer>;

/** One claim beside what the register answers. */
export const comparedClaim = z.object({
  id: z.string(),
  key: z.string().nullable(),
  document: documentRef,
  about: z.object({
    kind: z.enum(["figure", "attribute", "existence", "other"]),
    /** Figure id, attribute name, or null. */
    name: z.string().nullable(),
    title: z.string(),
    subject: z
      .object({ kind: z.string(), id: z.string(), key: z.string().nullable(), label: z.string() })
      .nullable(),
    place: z.object({ code: z.string(), name: z.string() }).nullable(),
  }),
  period: z.object({ from: partialDateText, to: partialDateText }),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  precision,
  precisionWord: z.string().nullable(),
  printed: z.string().nullable(),
  locator: z.string().nullable(),
  note: z.string().nullable(),
  verdict,
  registerValue: z.number().nullable(),
  differsBy: z.number().nullable(),
  independent: z.number().int().nullable(),
  why: z.string(),
});
export type ComparedClaim = z.infer<typeof comparedClaim>;
