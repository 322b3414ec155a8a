/** The words in which rounds are answered: a line of the board, the page of one round with its steps. */
import { z } from "zod";
import { precision } from "../../kernel/precision.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { attributeFact, documentRef, partialDateText, plainDateText } from "../../register/vocabulary.ts";
import { compensationEntry, step } from "./vocabulary.ts";

const named = z.object({ id: z.string(), key: z.string().nullable(), label: z.string() });
const amount = z.number().int().nullable();
/** A sum with the word of its papers, where all say the same. */
const money = z
  .object({ value: z.number().int(), precision, precisionWord: z.string().nullable() })
  .nullable();

/** How a step stands: of what is done and of what is not. */
export const STEP_STATES = {
  done: { vi: "Xong", en: "Done" },
  early: { vi: "Xong, sớm hơn luật cho phép", en: "Done, earlier than the law allows" },
  late: { vi: "Xong, quá hạn", en: "Done, after its limit" },
  afterLapse: { vi: "Quyết định khi thông báo đã hết hiệu lực", en: "Decided after the notice had lapsed" },
  overdue: { vi: "Quá hạn", en: "Overdue" },
  open: { vi: "Chưa làm", en: "Not done" },
  waiting: { vi: "Chưa đến lúc", en: "Not yet" },
  lapsed: { vi: "Thông báo đã hết hiệu lực", en: "The notice has lapsed" },
} as const satisfies Record<string, Sentence>;
export const stepState = z.enum([
  "done",
  "early",
  "late",
  "afterLapse",
  "overdue",
  "open",
  "waiting",
  "lapsed",
]);
export type ShownState = z.infer<typeof stepState>;

/** A day by the law: why, by which article, and how far that article was checked. */
export const bound = z.object({
  day: plainDateText,
  exact: z.boolean().meta({ description: "Whether the day that it is counted from is known to the day" }),
  text: z.string(),
  article: z.string(),
  isLaw: z.boolean().meta({ description: "False: a default that was not compared with the original" }),
  checked: z.string(),
});
export type ShownBound = z.infer<typeof bound>;

export const stepAnswer = z.object({
  step,
  label: z.string(),
  done: partialDateText.nullable(),
  document: documentRef.nullable(),
  notBefore: bound.nullable(),
  dueBy: bound.nullable(),
  lapses: bound.nullable().meta({ description: "Of a notice: the first day on which it no longer holds" }),
  state: stepState,
});
export type StepAnswer = z.infer<typeof stepAnswer>;

/** A round as the board shows it. Areas in m², money in đồng. */
export const roundSummary = z.object({
  id: z.string(),
  key: z.string().nullable(),
  name: z.string(),
  zone: named.nullable(),
  round: amount,
  toRecover: amount,
  handedOver: amount,
  rate: z.number().nullable(),
  households: amount,
  householdsPaid: amount,
  reached: z.object({ step, label: z.string(), done: partialDateText }).nullable(),
  late: z.array(z.object({ label: z.string(), day: plainDateText })).meta({
    description: "Steps that are overdue, and by when they were due",
  }),
  monthsBehind: amount,
  areaBehind: amount,
  objectionsOpen: amount,
  approved: money,
  paid: money,
  deposited: money,
  disputed: z.string().nullable(),
  evidenceAsOf: partialDateText.nullable(),
  stale: z.boolean(),
  hidden: z.array(z.string()).meta({ description: "Attributes that are there and may not be seen" }),
});
export type RoundSummary = z.infer<typeof roundSummary>;

export const clearanceBoard = z.object({
  items: z.array(roundSummary),
  hidden: z.number().int(),
  untold: z.array(z.object({ zone: named, text: z.string(), documents: z.array(documentRef) })).meta({
    description: "Zones that clear their site, or have, and of which no round is recorded",
  }),
});
export type ClearanceBoard = z.infer<typeof clearanceBoard>;

/** How far those who hold the land agree, by one measure; null: no number. */
const measure = z
  .object({
    agreed: z.number().int(),
    all: z.number().int(),
    rate: z.number().nullable(),
    lacking: z.number().int().meta({ description: "How much more must agree; 0: it is enough" }),
  })
  .nullable();

export const roundPage = roundSummary.extend({
  law: z.string(),
  signer: z.string(),
  agreement: z
    .object({
      area: measure.meta({ description: "m²" }),
      holders: measure,
      enough: z.boolean().nullable().meta({ description: "null: the numbers do not tell" }),
    })
    .meta({ description: "Whether more than 75 % of the land and of its holders agree" }),
  steps: z.array(stepAnswer),
  facts: z.array(attributeFact),
  targets: z.array(
    z.object({
      month: partialDateText,
      due: z.number().int().meta({ description: "By the end of the month, with all before" }),
      reached: z.boolean().nullable(),
    }),
  ),
  money: z.array(
    z.object({
      id: z.string(),
      kind: compensationEntry,
      label: z.string(),
      amount: z.number().int(),
      precision,
      precisionWord: z.string().nullable(),
      dated: partialDateText,
      together: z.number().int().meta({ description: "How many rounds the sum is for, undivided" }),
      document: documentRef,
    }),
  ),
  hiddenMoney: z.number().int(),
});
export type RoundPage = z.infer<typeof roundPage>;
