/** The words of recording by hand: what one paper tells, what that would change, what a form begins with. */
import { z } from "zod";
import type { Sentence } from "../kernel/problems.ts";
import { plotTelling } from "../land/drawing/vocabulary.ts";
import {
  documentKind,
  documentRef,
  effective,
  evidence,
  partialDateText,
  plainDateText,
  standing,
} from "../register/vocabulary.ts";

const text = (longest: number) => z.string().trim().min(1).max(longest);
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
const commitNumber = z.number().int().nonnegative();

/** A value of an attribute: a text, a whole number, yes or no, several texts, an area for each of some months, or what
 * rent is raised by from each of some days on. */
export const toldValue = z.union([
  z.string().max(5000),
  z.number().refine(Number.isSafeInteger, { error: "a whole number" }),
  z.boolean(),
  z.array(z.string().max(1000)).max(200),
  z.array(z.object({ month: z.string(), area: z.number().int() })).max(200),
  z.array(z.object({ from: plainDateText, basisPoints: z.number().int() })).max(200),
]);
export type ToldValue = z.infer<typeof toldValue>;

/** A paper that is not in the register yet. `another`: it was looked at beside those that are alike, and is none of them. */
export const newPaper = z.object({
  kind: documentKind,
  number: orNull(text(100)),
  signedOn: orNull(partialDateText),
  effectiveOn: orNull(partialDateText),
  issuer: orNull(text(300)),
  title: text(1000),
  evidence: evidence.default("read"),
  access: z.enum(["public", "internal"]).default("public"),
  url: orNull(z.url({ protocol: /^https?$/ }).max(2000)),
  note: orNull(text(2000)),
  file: orNull(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: text(200) })),
  another: z.boolean().default(false),
});
export type NewPaper = z.infer<typeof newPaper>;

/** What is told of by hand: a subject with attributes (a phase is a zone, too), an amount of money, a published value. */
export const TOLD_OF = {
  zone: { vi: "Khu, cụm công nghiệp", en: "Park or cluster" },
  project: { vi: "Dự án đầu tư", en: "Investment project" },
  lease: { vi: "Hợp đồng thuê đất", en: "Lease" },
  clearance: { vi: "Đợt giải phóng mặt bằng", en: "Round of site clearance" },
  task: { vi: "Nhiệm vụ", en: "Task" },
  entry: { vi: "Khoản tiền", en: "Amount of money" },
  claim: { vi: "Số đã công bố", en: "Published value" },
  plots: { vi: "Lô đất của khu, cụm", en: "Plots of a zone" },
} as const satisfies Record<string, Sentence>;
export const toldOf = z.enum(["zone", "project", "clearance", "lease", "task", "entry", "claim", "plots"]);
export type ToldOf = z.infer<typeof toldOf>;
/** Those that have attributes. */
export type SubjectOf = Exclude<ToldOf, "entry" | "claim" | "plots">;

/** Whether what is told of has attributes, and not a whole such as an amount. */
export function isSubjectOf(about: ToldOf): about is SubjectOf {
  return about !== "entry" && about !== "claim" && about !== "plots";
}

const toldOnce = {
  subject: z.uuid().nullable().meta({
    description:
      "The zone, project, round of clearance or lease, or the zone whose plots are told of; null: one that is not in the register yet, an amount, a published value",
  }),
  set: z.record(z.string().max(60), toldValue).default({}),
  clear: z.array(z.string().max(60)).max(60).default([]).meta({
    description: "Attributes that are not known from then on",
  }),
  organisation: orNull(
    z.object({ name: text(300), enterpriseCode: orNull(z.string().regex(/^\d{10}(-\d{3})?$/)) }),
  ).meta({
    description:
      "The developer of a zone, the investor of a project, the tenant of a lease by name, where not given by id in `set`; recorded where new",
  }),
};

/** Bytes of a telling at most: it may hold the corners of two thousand plots. */
export const LARGEST_TELLING = 4 * 1024 * 1024;

/** Rows that one paper tells of at most, beside the first. */
const MORE_ROWS = 499;

/** What somebody wants recorded: a paper, and what it tells of one thing, or of several from the same day on. */
export const telling = z.object({
  about: toldOf.default("zone"),
  paper: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("known"), id: z.uuid() }),
    z.object({ kind: z.literal("new"), draft: newPaper }),
  ]),
  ...toldOnce,
  plots: orNull(plotTelling).meta({ description: "What becomes of the plots of the zone `subject`" }),
  from: effective.meta({
    description:
      "From when it holds; of an amount when it is known to hold, of a published value the first day",
  }),
  to: orNull(partialDateText).meta({ description: "The closing day as printed, inclusive" }),
  note: orNull(text(2000)),
  standing: standing.nullable().default(null).meta({
    description:
      "`decides` insists that the paper decides all of it, `says` that it only says; null: as paper and issuer allow, attribute by attribute",
  }),
  corrects: orNull(z.uuid()).meta({
    description:
      "The change or amount that was recorded wrongly: it is taken back, and `set` stands in its place",
  }),
  expected: commitNumber.meta({
    description: "The last commit that its author has seen of the subjects; 0: they are new",
  }),
  also: z.array(z.object(toldOnce)).max(MORE_ROWS).default([]).meta({
    description:
      "What the same paper tells of further subjects; recorded together with the first, or not at all",
  }),
});
export type Telling = z.infer<typeof telling>;

export const requestKey = z
  .uuid()
  .meta({ description: "Made by the caller: repeated, it is answered as the first time" });
/** A telling under its request key. */
export const recordRequest = telling.extend({ requestKey });

/** A paper as it is offered: enough to know it again. */
export const offeredPaper = z.object({
  id: z.string(),
  label: z.string(),
  title: z.string(),
  issuer: z.string().nullable(),
  signedOn: partialDateText.nullable(),
  kindLabel: z.string(),
  standing,
});
export type OfferedPaper = z.infer<typeof offeredPaper>;

/** What becomes of a told attribute: it `changes`, is told `again` as it is, or `stays` as a deciding paper has it; or it
 * meets a value that is `hidden` from who asks, so that it is not told which. */
export const becoming = z.enum(["changes", "again", "stays", "hidden"]);

const named = z.object({ id: z.string(), label: z.string() });
/** One line of what would change. `text` is the whole sentence. */
export const lineOfChange = z.object({
  subject: named.nullable(),
  attribute: z.string(),
  label: z.string(),
  becomes: becoming,
  before: z.string().nullable(),
  after: z.string().nullable(),
  standing: standing.nullable(),
  text: z.string(),
});
export type LineOfChange = z.infer<typeof lineOfChange>;

/** One field that somebody else touched meanwhile: as it was seen, as it is, and as it is wanted. */
export const conflictField = z.object({
  subject: named,
  attribute: z.string(),
  label: z.string(),
  seen: z.string().nullable(),
  now: z.string().nullable(),
  mine: z.string().nullable(),
  document: documentRef.nullable().meta({ description: "Null where it is closed to who asks" }),
  commit: commitNumber,
  at: z.string(),
  author: z.string(),
});
export const conflict = z.object({
  seen: commitNumber,
  now: commitNumber,
  fields: z.array(conflictField),
});
export type Conflict = z.infer<typeof conflict>;

const shownProblem = z.object({
  code: z.string(),
  field: z.string().nullable(),
  message: z.string(),
  remedy: z.string(),
});

/** What recording would do. Nothing speaks against it where `problems` is empty. */
export const dryRun = z.object({
  lines: z.array(lineOfChange),
  problems: z.array(shownProblem),
  notices: z.array(z.string()),
  papersAlike: z.array(offeredPaper),
  conflict: conflict.nullable(),
  expected: commitNumber.meta({ description: "The last commit that touched any of the subjects" }),
  directly: z.boolean().meta({ description: "Whether the asker may record it without approval" }),
});
export type DryRun = z.infer<typeof dryRun>;

/** How a value is typed. Areas are typed in ha and money in tỷ đồng; `printed`: a number with its words and unit.
 * `monthly`: months, each with an area; `raises`: days, each with what is raised or lowered from then on, in per cent. */
export const inputShape = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum([
      "text",
      "texts",
      "number",
      "area",
      "money",
      "yesNo",
      "date",
      "printed",
      "places",
      "place",
      "organisation",
      "zone",
      "zones",
      "project",
      "lease",
      "given",
      "unit",
      "account",
      "monthly",
      "raises",
    ]),
  }),
  z.object({
    kind: z.literal("words"),
    words: z.array(z.object({ value: z.string(), label: z.string() })),
  }),
]);
export type InputShape = z.infer<typeof inputShape>;

/** An attribute of the form, with what is known of it on the asked day. */
export const formField = z.object({
  attribute: z.string(),
  label: z.string(),
  input: inputShape,
  value: toldValue.nullable(),
  text: z.string().nullable(),
  since: partialDateText.nullable(),
  document: documentRef.nullable(),
  hidden: z.boolean().meta({
    description: "There is a value, by a paper closed to who asks: `text` says so, `value` is null",
  }),
  when: z
    .object({ attribute: z.string(), values: z.array(z.string()) })
    .nullable()
    .meta({
      description: "Stands in the form only where that attribute is told one of these values",
    }),
});
export type FormField = z.infer<typeof formField>;

/** A change in force that may be corrected. */
export const correctable = z.object({
  id: z.string(),
  text: z.string(),
  attributes: z.record(z.string(), toldValue),
  clear: z.array(z.string()),
  from: effective,
  to: partialDateText.nullable(),
  note: z.string().nullable(),
  document: documentRef,
  paperTitle: z.string(),
  commit: commitNumber,
  at: z.string(),
  author: z.string(),
  proposer: z.string().nullable(),
});
export type Correctable = z.infer<typeof correctable>;

/** What a form begins with. `names` are of the ids that values hold. */
export const recordingForm = z.object({
  about: toldOf,
  subject: named.extend({ key: z.string().nullable() }).nullable(),
  on: plainDateText,
  expected: commitNumber,
  directly: z.boolean(),
  whole: z.boolean().meta({ description: "Whether all fields stand in the form, as of an amount" }),
  begins: z.array(z.string()).meta({ description: "The fields that a new one begins with" }),
  common: z.array(z.string()).meta({ description: "What is told of most often" }),
  given: z.record(z.string(), toldValue).meta({ description: "What a new one is told beforehand" }),
  fields: z.array(formField),
  changes: z.array(correctable),
  changesHidden: z.number().int().meta({ description: "How many more rest on papers closed to who asks" }),
  names: z.record(z.string(), z.string()),
});
export type RecordingForm = z.infer<typeof recordingForm>;

/** What was recorded about; null: an amount or a published value. */
export const recordedSubject = z
  .object({
    kind: z.enum(["zone", "project", "clearance", "lease", "task"]),
    id: z.string(),
    key: z.string().nullable(),
  })
  .nullable();

/** What recording is answered. */
export const recorded = z.object({
  commit: commitNumber,
  at: z.string(),
  subject: recordedSubject,
  document: z.string(),
});
export type Recorded = z.infer<typeof recorded>;
