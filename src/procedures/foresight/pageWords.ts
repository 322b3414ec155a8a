/** Foresight over HTTP: what is foretold of a case and of a zone, what it rests on, and the questions of a zone. */
import { z } from "zod";
import { documentRef, partialDateText, plainDateText } from "../../register/vocabulary.ts";
import { laterWord } from "../../zones/pageVocabulary.ts";

const named = z.object({ id: z.string(), label: z.string() });

const likely = z.object({
  percent: z.number().int(),
  by: plainDateText.nullable().meta({ description: "Null: later than can be said" }),
});

/** What is said of an end, in words where nothing can be foretold. */
export const foretold = z.discriminatedUnion("enough", [
  z.object({
    enough: z.literal(false),
    says: z.string(),
    lacking: z.array(z.object({ key: z.string(), label: z.string(), real: z.number().int() })),
  }),
  z.object({
    enough: z.literal(true),
    half: likely,
    ninety: likely,
    course: z.array(likely).meta({ description: "From 5 to 95 percent" }),
    fewest: z.number().int(),
  }),
]);
export type Foretold = z.infer<typeof foretold>;

/** A step ahead with how often it was taken before; `records`: the newest of those that who asks may see. */
export const stepBehind = z.object({
  key: z.string(),
  label: z.string(),
  finished: z
    .number()
    .int()
    .meta({ description: "Times that it was finished, those passed over among them" }),
  passed: z.number().int().meta({ description: "Times that it was passed over and took no day" }),
  open: z.number().int().meta({ description: "Times that it was not finished by the day" }),
  median: z.number().int().nullable().meta({ description: "Days" }),
  records: z.array(
    named.extend({
      kind: z.enum(["case", "zone"]),
      from: plainDateText,
      to: plainDateText,
      days: z.number().int(),
    }),
  ),
  more: z.number().int().meta({ description: "Finished times that are not among the records" }),
});
export type StepBehind = z.infer<typeof stepBehind>;

const sitting = z.object({
  key: z.string(),
  label: z.string(),
  since: partialDateText,
  exact: z.boolean().meta({ description: "Else it may have begun before" }),
  days: z.number().int(),
});

/** What is foretold of a case, for its handling unit and its council. */
export const caseForesight = z.object({
  asOf: plainDateText,
  sitting: sitting.nullable().meta({ description: "Null: it has ended, or no text tells its steps" }),
  foretold: foretold.nullable(),
  behind: z.array(stepBehind),
  enough: z.number().int(),
  papers: z.array(z.object({ label: z.string(), on: plainDateText })),
});
export type CaseForesight = z.infer<typeof caseForesight>;

const stepState = z.enum(["done", "underWay", "ahead", "notTold"]);

/** Where a zone stands in its chain. */
const chain = z.object({
  id: z.string(),
  key: z.string().nullable(),
  label: z.string(),
  steps: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      state: stepState,
      endedOn: plainDateText.nullable(),
      exact: z.boolean(),
    }),
  ),
  sitting: sitting.nullable(),
  toldUntil: partialDateText.nullable().meta({ description: "Date of the newest paper about its course" }),
  stale: z.boolean().meta({ description: "Nothing newer is known for a long time" }),
  isByPhases: z.boolean().meta({ description: "Its phases have the chains" }),
  isFinished: z.boolean(),
  repealedOn: plainDateText.nullable(),
  disputed: z.boolean(),
  completion: foretold
    .nullable()
    .meta({ description: "When its works will be finished; null: nothing to tell" }),
  operation: foretold.nullable().meta({ description: "When it will operate" }),
});
export type ZoneChain = z.infer<typeof chain>;

/** A question about a zone, and what was answered. */
export const signal = z.object({
  kind: z.enum(["decisionTerm", "expectedCompletion", "expectedOperation", "forecast"]),
  label: z.string(),
  passed: plainDateText,
  question: z.string(),
  land: z.string(),
  facts: z.string(),
  paper: documentRef,
  answer: z
    .object({ text: z.string(), by: z.string(), on: plainDateText, paper: documentRef.nullable() })
    .nullable(),
});
export type ShownSignal = z.infer<typeof signal>;

/** A date that a paper names, as what it is. */
const paperDate = z.object({
  kind: z.enum(["term", "schedule", "scheduleOperation", "expectedCompletion", "expectedOperation"]),
  label: z.string(),
  date: partialDateText,
  paper: documentRef,
});

/** What is foretold of a zone or a phase, beside the dates of papers, and what should be asked of it. */
export const zoneForesight = z.object({
  asOf: plainDateText,
  enough: z.number().int(),
  parts: z.array(
    chain.extend({
      papers: z.array(paperDate),
      behind: z.array(stepBehind),
      signals: z.array(signal),
    }),
  ),
  mayAnswer: z.boolean(),
});
export type ZoneForesight = z.infer<typeof zoneForesight>;

/** A running case in the view of progress; `foretold` is null for who is not of its unit or council. */
const caseProgress = z.object({
  id: z.string(),
  number: z.string(),
  procedure: z.string(),
  about: z.string(),
  project: named.nullable(),
  zone: named.nullable(),
  done: z.number().int(),
  steps: z.number().int(),
  sitting: sitting.nullable(),
  isInside: z.boolean(),
  foretold: foretold.nullable(),
});
export type CaseProgress = z.infer<typeof caseProgress>;

/** Progress and forecasts of a place. */
export const progress = z.object({
  asOf: plainDateText,
  enough: z.number().int(),
  zones: z.array(
    chain.extend({
      papers: z.array(paperDate),
      questions: z.number().int().meta({ description: "Questions without an answer" }),
      newest: z.array(laterWord).meta({
        description: "What the newest papers on its courses say, those that decide nothing among them",
      }),
    }),
  ),
  hidden: z.number().int(),
  cases: z.array(caseProgress),
  moreCases: z.number().int(),
});
export type Progress = z.infer<typeof progress>;

/** An answer to a question; the facts as they were shown, so that nobody answers to others. */
export const newAnswer = z.object({
  zone: z.uuid().meta({ description: "The zone or phase that is asked about" }),
  facts: z.string().min(1).max(300),
  answer: z.string().trim().min(1).max(2000),
  paper: z.uuid().nullable().default(null),
  requestKey: z.uuid(),
});
export type NewAnswer = z.infer<typeof newAnswer>;
